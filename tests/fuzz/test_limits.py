"""Where a limit stands, what it says to who meets it, and that what lies within is taken."""

from __future__ import annotations

import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Corrected, StockpileDeclared
from ccm_engine.domain.events.fields import MOST
from ccm_engine.domain.statements.published import PublishedDocument
from ccm_engine.errors import (
    CcmError,
    InvalidDateError,
    InvalidValueError,
    MalformedEventError,
    MalformedEvidenceError,
    WrongKeyError,
    shown,
)
from ccm_engine.evidence.signing import read_signer
from ccm_engine.exporters.bundle import EVENTS
from ccm_engine.exporters.bundle_check import check_bundle
from ccm_engine.public_record.claims import read_claims, read_rows
from ccm_engine.storage.codec import decode
from tests.cli.calling import ccm, refused
from tests.cli.happenings import lines, signed
from tests.fuzz import welcome
from tests.fuzz.keeping import log_path
from tests.fuzz.large import but, nested, overlapping, zipped
from tests.histories import happened


class TestNamesThatStandTwice:
    """RFC 8259, 4: readers of a JSON object differ in which of two members counts."""

    TWICE = lines(signed("BGR", "2008-12-03")).replace(b'"state":', b'"state":"LAO","state":')

    @pytest.mark.parametrize("call", ["record -", "what-if -"])
    def test_in_an_event_are_refused_with_the_line(self, call: str) -> None:
        given = b"\n" + self.TWICE
        said = refused(*call.split(), "--log", log_path(), stdin=given)
        assert said.startswith("ccm: line 2: read an event: 'state' stands in it twice")

    def test_in_a_citation_are_refused(self) -> None:
        given = self.TWICE.replace(b'"LAO","state":', b"").replace(
            b'"publisher":', b'"publisher":"me","publisher":'
        )
        assert "'publisher' stands in it twice" in refused(
            "record", "-", "--log", log_path(), stdin=given
        )

    def test_in_a_statement_are_refused(self) -> None:
        given = b'{"statement":"eif-stated","state":"BGR","on":"2011-10-01","on":"2011-10-02"}'
        assert "'on' stands in it twice" in refused("check", "-", stdin=given)

    def test_in_claims_and_rows_are_refused(self) -> None:
        for read in (read_claims, read_rows):
            with pytest.raises(MalformedEventError, match="stands twice") as refusal:
                read(["", '{"id": 1, "id": 2}'])
            assert refusal.value.line == 2

    def test_in_two_objects_are_two_names(self) -> None:
        event = json.loads(lines(signed("KEN", "2008-12-03")))
        event["citations"] *= 2
        assert (
            ccm("what-if", "-", "--log", log_path(), stdin=json.dumps(event).encode()).exit_code
            == 0
        )


class TestNumbers:
    def test_as_large_as_64_bits_hold_are_taken_and_larger_ones_refused(self) -> None:
        assert happened(StockpileDeclared, "2012", "BGR", munitions=MOST).munitions == MOST
        for number in (MOST + 1, 10**4299, 10**5000):
            with pytest.raises(MalformedEventError) as refusal:
                happened(StockpileDeclared, "2012", "BGR", munitions=number)
            assert refusal.value.field == "munitions"

    def test_that_nobody_could_print_are_refused_in_a_published_figure(self) -> None:
        figure = {"paragraph": "1", "key": "a", "on": date(2020, 9, 28), "value": 16**5000}
        given = {"document": {"title": "a"}, "figure": [figure]}
        with pytest.raises(InvalidValueError) as refusal:
            PublishedDocument.read(given)
        assert refusal.value.field == "value"

    @pytest.mark.parametrize("version", ["²", "9" * 5000, "٣"])
    def test_that_are_no_version_of_a_type_are_refused(self, version: str) -> None:
        with pytest.raises(CcmError):
            decode(json.dumps({"type": f"ccm.signed.v{version}"}).encode())


class TestDays:
    def test_in_the_last_month_that_a_calendar_has_are_written(self) -> None:
        for text in ("9999-12", "9999-12-01/9999-12-30", "../9999-12-31", "9999-12-31"):
            assert str(PartialDate.parse(text)) == text

    @pytest.mark.parametrize("text", ["0000", "0000-01", "99999", "9999-13", "10000-01-01", "-001"])
    def test_that_no_calendar_has_are_refused(self, text: str) -> None:
        with pytest.raises(InvalidDateError):
            PartialDate.parse(text)


class TestNests:
    def test_of_events_are_refused_however_deep(self) -> None:
        for depth in (2, 100, 330, 400, 5000):
            with pytest.raises(MalformedEventError):
                decode(nested("replacement", depth))
        assert isinstance(decode(nested("replacement", 1)), Corrected)

    def test_and_numbers_are_shown_as_far_as_they_can_be(self) -> None:
        deep: object = None
        for _ in range(100_000):
            deep = [deep]
        assert shown(deep) == shown(10**5000) == "too large to show"
        assert len(shown("x" * 10**6)) < 300
        assert shown(0) == "0"


class TestPublishedFigures:
    def test_names_of_many_parts_are_refused_with_the_line(self) -> None:
        name = b".".join([b"a"] * 17)
        for text in (b"\n" + name + b" = 1", b"\n[" + name + b"]", b"\nb = {" + name + b" = 1}"):
            said = refused("assert", "-", stdin=text)
            assert said.startswith("ccm: line 2: ")
            assert "too many parts" in said

    def test_words_with_many_stops_are_taken(self, tmp_path: Path) -> None:
        head, *_ = welcome.published()
        for words in ("... " * 100, "www.example.org/a.b.c", "5.1. " * 30):
            text = head.decode().replace('title = "', f'title = "{words}')
            path = tmp_path / "words.toml"
            path.write_text(text)
            assert ccm("assert", str(path)).exit_code == 0

    def test_there_are_no_more_than_somebody_would_wait_for(self) -> None:
        given: dict[str, object] = {"document": {"title": "a"}, "figure": [None] * 2001}
        with pytest.raises(InvalidValueError, match="2,000 is the most"):
            PublishedDocument.read(given)


class TestKeys:
    def test_a_key_that_needs_a_password_is_named(self) -> None:
        text = (
            "-----BEGIN PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
            "DEK-Info: AES-128-CBC,0123456789ABCDEF0123456789ABCDEF\n\nAAAA\n"
            "-----END PRIVATE KEY-----\n"
        )
        with pytest.raises(WrongKeyError, match="an encrypted key"):
            read_signer(text, "me")


class TestBundles:
    def test_more_than_the_file_holds_is_not_read(self) -> None:
        with pytest.raises(MalformedEvidenceError, match="larger than it is"):
            check_bundle(overlapping(welcome.bundles()[0]))

    def test_lines_too_short_for_events_are_not_taken_apart(self) -> None:
        given = zipped({EVENTS: b"x\n" * 1000, **but(EVENTS)})
        with pytest.raises(MalformedEvidenceError, match="too short"):
            check_bundle(given)


def test_a_log_that_takes_a_number_can_be_reviewed() -> None:
    log = log_path()
    declared = [
        happened(StockpileDeclared, "2012", state, munitions=MOST, submunitions=MOST)
        for state in ("BGR", "LAO")
    ]
    assert ccm("record", "-", "--log", log, stdin=lines(*declared)).exit_code == 0
    assert ccm("review", "--from", "2010-01-01", "--log", log).exit_code == 0


def test_what_was_read_and_let_go_is_not_remembered_however_long_it_was() -> None:
    """Fuzzing for two million events ran out of memory on what was kept of their sources."""
    event = json.loads(lines(signed("BGR", "2008-12-03")))
    long = "x" * 100_000
    tracemalloc.start()
    for number in range(100):
        citation = {**event["citations"][0], "note": f"{long} {number}"}
        decode(json.dumps({**event, "citations": [citation]}).encode())
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 10 * len(long)
