"""`ccm explain` says what would change its answer; `ccm history` what became of every event."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    Corroborated,
    Disputed,
    DisputeResolved,
    Instrument,
    InstrumentDeposited,
    Retracted,
)
from tests.cli.calling import answered, ccm
from tests.histories import deposits_to_thirty, happened, joined

ON = ("--as-of", "2020-09-28")


def part(page: str, heading: str) -> list[str]:
    """Return the lines that hang on a heading of a page."""
    lines = page.splitlines()
    begun = lines[lines.index(heading) + 1 :]
    ended = next(at for at, line in enumerate(begun) if not line.startswith(" "))
    return [line.removeprefix("  ") for line in begun[:ended]]


class TestWhatWouldChangeAnAnswer:
    def test_names_each_event_and_what_there_would_be_without_it(self) -> None:
        shown = part(ccm("explain", "BGR/3.2", *ON).stdout, "what would change this answer")
        told = dict(zip(shown[::2], shown[1::2], strict=True))
        assert told["without 2011-04-06  instrument deposited: ratification [BGR#2]"] == (
            "  no such obligation"
        )
        (granted,) = [each for each in told if "extension granted" in each]
        assert told[granted] == ("  due 2019-10-01; not extended; overdue, with a request pending")
        (asked,) = [each for each in told if "extension requested" in each]
        assert told[asked] == "  no request pending"

    def test_names_the_deposits_that_decide_alike_once(self) -> None:
        """Article 17(1): any of the first thirty decides for each of the first thirty."""
        shown = part(ccm("explain", "DEU/3.2", *ON).stdout, "what would change this answer")
        assert "without any of 29 deposits up to 2010-02-16" in shown
        assert sum("instrument deposited" in each for each in shown) == 1
        convention = part(
            ccm("explain", "CCM/12.1/first", *ON).stdout, "what would change this answer"
        )
        assert "without any of 30 deposits up to 2010-02-16" in convention

    def test_says_so_where_no_single_event_would(self, tmp_path: Path) -> None:
        """Article 17(1): of thirty-one deposits up to one day any may be missing."""
        path = str(tmp_path / "log.sqlite")
        with Engine.open(path, create=True) as engine:
            engine.record([*deposits_to_thirty(), *joined("BGR", "2010-02-16")])
        shown = ccm("explain", "CCM/12.1/first", *ON, "--log", path).stdout
        assert "no single event, left out, would change this answer" in shown
        assert "what would change this answer" not in shown

    def test_says_so_where_no_reading_would(self) -> None:
        shown = ccm("explain", "BGR/9", *ON).stdout
        assert "no other choice of reading would change this answer" in shown
        assert "which reading it depends on" not in shown

    def test_names_each_reading_its_record_and_what_it_would_make_of_it(self) -> None:
        shown = part(ccm("explain", "BGR/3.2", *ON).stdout, "which reading it depends on")
        told = dict(zip(shown[::2], shown[1::2], strict=True))
        assert told["INT-0016  sixth_month=day-of-deposit, not month-of-deposit"] == (
            "  treaty date 2019-11-01; due 2020-11-01; extended to 2020-11-01"
        )

    def test_is_the_same_for_programs(self) -> None:
        document = answered("explain", "BGR/3.2", *ON)
        decided = {each["event"]: each for each in document["decided_by"]}
        deposit = decided["BGR#2"]
        assert deposit["in_words"] == "instrument deposited: ratification"
        assert deposit["without"] is None
        granted = next(
            each for each in decided.values() if each["in_words"].startswith("extension granted")
        )
        assert granted["without"] == {
            "treaty_due": "2019-10-01",
            "due": "2019-10-01",
            "standing": "overdue-request-pending",
            "discharged_on": None,
            "timeliness": None,
            "days_late": None,
            "days_late_range": None,
            "request_pending": True,
            "otherwise": None,
            "extended_to": [],
        }
        depends = {each["record"]: each for each in document["depends_on"]}
        assert depends["INT-0001"]["alternative"] == "day-before"
        assert depends["INT-0001"]["would_be"]["due"] == "2020-09-30"

    def test_lists_every_deposit_for_programs(self) -> None:
        decided = answered("explain", "DEU/3.2", *ON)["decided_by"]
        assert sum(not each["event"].startswith("DEU#") for each in decided) == 29


def corrections() -> Sequence[Event]:
    """Return Bulgaria's first events, and what was said of them: one of each kind."""
    other = happened(InstrumentDeposited, "2011-05-02", "BGR", instrument=Instrument.RATIFICATION)
    return [
        *joined("BGR", "2011-04-06"),
        happened(Disputed, "2026-01-05", target="BGR#2", alternative=other),
        happened(DisputeResolved, "2026-01-05", target="BGR#3", upheld=True, reason="it says so"),
        happened(Corroborated, "2026-01-05", target="BGR#1"),
        happened(Retracted, "2026-01-05", target="BGR#1", reason="a slip"),
        happened(Retracted, "2026-01-05", target="BGR#6", reason="no slip"),
    ]


@pytest.fixture
def corrected(tmp_path: Path) -> str:
    path = str(tmp_path / "log.sqlite")
    with Engine.open(path, create=True) as engine:
        engine.record(corrections())
    return path


class TestWhatBecameOfEachEvent:
    def test_is_said_beneath_it(self, corrected: str) -> None:
        shown = [
            line.strip() for line in ccm("history", "BGR", "--log", corrected).stdout.splitlines()
        ]
        deposit = next(at for at, line in enumerate(shown) if line.startswith("BGR#2  2011-04-06"))
        assert shown[deposit + 1].startswith("position 2, recorded ")
        assert shown[deposit + 1].endswith(": replaced")
        assert shown[deposit + 2] == (
            "disputed by BGR#3: instrument deposited: ratification (2011-05-02); "
            "upheld by BGR#4: it says so"
        )
        assert (
            "retracted by BGR#6: a slip; BGR#6 was itself retracted by BGR#7, and has no effect"
            in shown
        )
        assert sum(line.startswith("BGR#") for line in shown) == len(corrections())

    def test_is_the_same_for_programs(self, corrected: str) -> None:
        events = answered("history", "BGR", "--log", corrected)["events"]
        assert {each["id"]: each["fate"] for each in events} == {
            "BGR#1": "stands",
            "BGR#2": "replaced",
            "BGR#3": "upheld",
            "BGR#4": "stands",
            "BGR#5": "stands",
            "BGR#6": "retracted",
            "BGR#7": "stands",
        }
        assert events[5]["became"] == ["retracted by BGR#7: no slip"]

    def test_is_that_no_source_asked_tells_of_it(self) -> None:
        asked = ("history", "GMB", "--as-of", "2020-09-28", "--published-by", "2018-12-31")
        events: list[dict[str, Any]] = answered(*asked)["events"]
        by_type = {each["event"]["type"]: each for each in events}
        deposit = by_type["ccm.instrument-deposited.v1"]
        assert (deposit["fate"], deposit["counts"]) == ("stands", True)
        dispute = by_type["ccm.disputed.v1"]
        assert dispute["fate"] == "untold"
        assert dispute["became"] == ["no source asked tells of it"]
        assert "no source asked tells of it" in ccm(*asked).stdout

    def test_is_that_it_lies_ahead_of_the_day(self) -> None:
        shown = ccm("history", "BGR", "--as-of", "2012-01-01").stdout
        assert "after 2012-01-01, and not counted" in shown
        assert "after 2030-01-01" not in ccm("history", "BGR", "--as-of", "2030-01-01").stdout

    def test_is_never_that_the_record_lies_ahead(self, corrected: str) -> None:
        """What is said about the record counts whatever the legal day, and so does its reach."""
        shown = ccm("history", "BGR", "--as-of", "2012-01-01", "--log", corrected).stdout
        assert "not counted" not in shown
        lines = ccm("history", "CCM", "--as-of", "2009-01-01").stdout.splitlines()
        reach = next(at for at, line in enumerate(lines) if "coverage stated" in line)
        assert "not counted" not in lines[reach + 2]
        assert any("not counted" in line for line in lines)
