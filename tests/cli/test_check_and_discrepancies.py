"""`ccm check` compares what documents state; `ccm discrepancies` what the record disputes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from ccm_engine import Engine
from ccm_engine.cli.jsonlines import LONGEST_LINE_BYTES
from ccm_engine.domain.events import Disputed, DisputeResolved, StockpileDeclared
from tests.cli.calling import answered, ccm, refused
from tests.exporters.audit_shapes import CHECK, DISCREPANCIES
from tests.exporters.shapes import ENVELOPE, mismatches
from tests.histories import happened

LIST_OF_2015: Final = {
    "GIN": "2015-04-19",
    "CPV": "2011-10-28",
    "NER": "2011-01-28",
    "MLI": "2011-05-30",
    "PAN": "2011-10-28",
    "TCD": "2014-02-28",
    "BOL": "2014-03-30",
}


def line(**given: object) -> bytes:
    """Write one statement of the list of late reports of June 2015, or what is given instead."""
    source = {"title": "list of the CMC", "url": None, "published": "2015-06"}
    kind = "initial-report-due-stated"
    return (
        json.dumps({"statement": kind, "details": {}, "source": source, **given}).encode() + b"\n"
    )


LIST: Final = b"".join(line(state=state, on=day) for state, day in LIST_OF_2015.items())


@pytest.fixture
def statements(tmp_path: Path) -> str:
    path = tmp_path / "statements.jsonl"
    path.write_bytes(LIST)
    return str(path)


class TestCheck:
    def test_prints_the_document_of_the_contract(self, statements: str) -> None:
        document = answered("check", statements, "--as-of", "2020-09-28")
        assert list(mismatches(document, {**ENVELOPE, **CHECK})) == []
        counts = [document[each] for each in ("count", "checked", "agree", "disagree", "unchecked")]
        assert counts == [7, 7, 5, 2, 0]

    def test_answers_in_the_order_of_the_file(self, statements: str) -> None:
        found = answered("check", statements)["statements"]
        assert [each["state"] for each in found] == list(LIST_OF_2015)
        guinea, cabo_verde, niger, *_ = found
        assert (guinea["computed"], guinea["days_off"]) == ("2015-09-28", -162)
        assert guinea["likely_cause"] == "counted-from-deposit"
        assert cabo_verde["likely_cause"] == "month-slip"
        assert (niger["verdict"], niger["likely_cause"]) == ("agree", None)
        assert niger["as_of"] == "2015-06-30"
        assert niger["citation"]["title"] == "list of the CMC"

    def test_shows_people_the_reason_and_the_mistake(self, statements: str) -> None:
        shown = ccm("check", statements).stdout.splitlines()
        assert shown[0] == ("7 statements: 5 agree, 0 style, 0 precision, 2 disagree, 0 unchecked")
        (guinea,) = [each for each in shown if each.startswith("GIN")]
        assert "disagree (-162 days)" in guinea
        assert guinea.endswith(
            "180 days from entry into force on 2015-04-01; "
            "counted from the deposit, not from entry into force"
        )

    def test_reads_standard_input_and_skips_empty_lines(self) -> None:
        result = ccm("check", "-", "--json", stdin=b"\n" + LIST + b"\r\n")
        assert json.loads(result.stdout)["count"] == 7

    def test_obeys_the_reading(self, tmp_path: Path) -> None:
        path = tmp_path / "one.jsonl"
        path.write_bytes(line(statement="eif-stated", state="BGR", on="2011-11-01"))
        verdicts = [
            answered("check", str(path), *options)["statements"][0]["verdict"]
            for options in ((), ("--reading", "sixth_month=day-of-deposit"))
        ]
        assert verdicts == ["disagree", "agree"]

    def test_what_cannot_be_checked_has_its_reason(self, tmp_path: Path) -> None:
        path = tmp_path / "one.jsonl"
        path.write_bytes(line(statement="initial-report-due", state=None))
        (found,) = answered("check", str(path))["statements"]
        assert found["verdict"] == "unchecked"
        assert found["why"].endswith("the nearest is initial-report-due-stated")


BAD: Final[dict[str, tuple[bytes, str]]] = {
    "no JSON": (LIST + b"hello\n", "line 8: "),
    "truncated": (LIST[:-20], "line 7: "),
    "a list": (b"[]\n", "line 1: "),
    "no kind": (LIST + b'{"state":"PER"}\n', "line 8: "),
    "an unknown state": (LIST + line(state="XYZ"), "line 8: "),
    "no state": (line(state=None), "line 1: "),
    "no such day": (line(state="BGR", on="2011-02-30"), "line 1: "),
    "half a character": (LIST + b'{"statement":"\\ud800"}\n', "line 8: "),
    "huge line": (LIST + b'{"statement":"' + b"x" * LONGEST_LINE_BYTES + b'"}\n', "line 8: "),
    "nested": (b'{"statement":' + b"[" * 200_000 + b"\n", "line 1: "),
    "UTF-16": (LIST.decode().encode("utf-16"), "line 1: "),
    "Latin-1": (LIST.replace(b"the CMC", b"the \xe9"), "line 1: "),
    "byte order mark": (b"\xef\xbb\xbf" + LIST, "byte order mark"),
    "empty": (b"", "holds none"),
}


class TestBadFiles:
    @pytest.mark.parametrize("kind", BAD)
    def test_are_refused_in_one_line(self, kind: str, tmp_path: Path) -> None:
        given, said = BAD[kind]
        path = tmp_path / "bad.jsonl"
        path.write_bytes(given)
        for how, stdin in ((str(path), None), ("-", given)):
            refusal = refused("check", how, stdin=stdin, status=2)
            assert said in refusal
            assert "event" not in refusal

    @pytest.mark.parametrize("name", ["", "missing.jsonl", "."])
    def test_that_cannot_be_opened_are_refused(self, name: str) -> None:
        assert "read statements from" in refused("check", name)


class TestDiscrepancies:
    def test_print_the_document_of_the_contract(self) -> None:
        document = answered("discrepancies", "--as-of", "2026-01-01")
        assert list(mismatches(document, {**ENVELOPE, **DISCREPANCIES})) == []
        assert document["count"] == len(document["discrepancies"]) >= document["open"] > 0

    def test_of_one_state_are_found_by_its_name(self) -> None:
        (gambia,) = answered("discrepancies", "--state", "Gambia")["discrepancies"]
        assert gambia["fields"] == [
            {"field": "occurred_on", "stands": "2018-12-11", "otherwise": "2018-06-25"}
        ]
        assert gambia["resolved"] is None
        assert gambia["citations"]["otherwise"][0]["document"]

    def test_of_an_unknown_state_are_refused(self) -> None:
        assert "did you mean Bulgaria (BGR)" in refused("discrepancies", "--state", "Bulgria")

    def test_are_shown_with_both_sides(self) -> None:
        shown = ccm("discrepancies", "--state", "MUS").stdout
        assert shown.startswith("1 discrepancy, 1 open\nMUS#1  instrument deposited, disputed by")
        assert "instrument: accession stands, otherwise ratification" in shown
        assert "CCM/CONF/2020/13, paragraph 4" in shown
        assert "  open\n" in shown

    def test_of_bulgaria_have_the_grant_that_states_another_day(self) -> None:
        shown = ccm("discrepancies", "--state", "BGR").stdout
        assert "until: 2023-12-31 stands, otherwise 2024-01-01" in shown
        assert "computed: 15 months from the deadline as it ran lead to 2024-01-01" in shown

    def test_none_is_an_answer(self, log: str) -> None:
        assert answered("discrepancies", "--log", log)["discrepancies"] == []
        assert ccm("discrepancies", "--log", log).stdout.startswith("0 discrepancies, 0 open")

    def test_resolved_say_by_what_and_why(self, log: str) -> None:
        declared, other = (
            happened(StockpileDeclared, "2012-01-01", "BGR", munitions=number)
            for number in (6905, 6909)
        )
        with Engine.open(log) as engine:
            engine.record([declared])
            engine.record([happened(Disputed, "2013-01-01", target="BGR#3", alternative=other)])
            resolved = happened(
                DisputeResolved, "2014-01-01", target="BGR#4", upheld=True, reason="counted again"
            )
            engine.record([resolved])
        (found,) = answered("discrepancies", "--log", log)["discrepancies"]
        assert found["resolved"] == {
            "event": "BGR#5",
            "how": "upheld",
            "on": "2014-01-01",
            "reason": "counted again",
        }
        assert found["fields"] == [{"field": "munitions", "stands": 6909, "otherwise": 6905}]
        shown = ccm("discrepancies", "--log", log).stdout
        assert "upheld by BGR#5, 2014-01-01: counted again" in shown
