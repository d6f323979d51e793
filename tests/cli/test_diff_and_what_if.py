"""`ccm diff` and `ccm what-if`: one shape for what changed and for what would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from ccm_engine import Engine
from ccm_engine.domain.admission import SUPPOSED
from ccm_engine.domain.events import Retracted
from ccm_engine.exporters.happenings import event_object
from ccm_engine.public_record import packaged_events
from ccm_engine.storage.codec import encode
from tests.cli.calling import answered, ccm, refused
from tests.cli.happenings import bulgaria
from tests.exporters.difference_shapes import DIFFERENCES, SUPPOSITION
from tests.exporters.shapes import ENVELOPE, mismatches
from tests.histories import happened

MAURITANIA: Final = ("diff", "--from", "2013-01-01", "--to", "2022-12-31", "--state", "MRT")
GRANT: Final[dict[str, object]] = {
    "type": "ccm.extension-granted.v1",
    "occurred_on": "2026-03-10",
    "state": "TCD",
    "article": 4,
    "months": 36,
}
GONE: Final[dict[str, object]] = {
    "type": "ccm.retracted.v1",
    "occurred_on": "2026-03-10",
    "target": "BGR#3",
    "reason": "supposed",
}


def written(*events: dict[str, object]) -> bytes:
    """Return events as the lines of a file, without sources."""
    return b"".join(json.dumps(each).encode() + b"\n" for each in events)


def supposing(*events: dict[str, object], on: str = "2026-03-15") -> dict[str, Any]:
    """Return the document that answers what if."""
    result = ccm("what-if", "-", "--as-of", on, "--json", stdin=written(*events))
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


class TestDiff:
    def test_the_document_has_both_sides_every_change_and_the_counts(self) -> None:
        document = answered(*MAURITANIA)
        assert list(mismatches(document, {**ENVELOPE, **DIFFERENCES})) == []
        assert document["as_of"] == "2022-12-31"
        assert document["from"]["as_of"] == "2013-01-01"
        assert document["to"]["as_of"] == "2022-12-31"
        assert document["from"]["position"] == document["to"]["position"] == len(packaged_events())
        assert document["from"]["root"] == document["log"]["root"]
        assert document["count"] == len(document["changes"]) == 14

    def test_a_change_says_what_it_was_what_it_is_and_why(self) -> None:
        document = answered(*MAURITANIA)
        (change,) = [each for each in document["changes"] if each["obligation"] == "MRT/7.1"]
        assert {name: change[name] for name in ("state", "provision", "duty", "kind")} == {
            "state": "MRT",
            "provision": "7(1)",
            "duty": "submit the initial transparency report",
            "kind": "changed",
        }
        assert change["before"]["standing"] == "pending"
        assert change["after"]["standing"] == "discharged"
        assert change["changed"] == [
            {"field": "standing", "before": "pending", "after": "discharged"},
            {"field": "discharged_on", "before": None, "after": "2013-03"},
            {"field": "timeliness", "before": None, "after": "late"},
        ]
        assert (change["because"], change["passed"]) == (["MRT#5"], None)
        assert document["events"]["MRT#5"]["in_words"] == "initial report submitted"

    def test_what_began_was_nothing_before(self) -> None:
        change = answered(*MAURITANIA)["changes"][-1]
        assert change["obligation"] == "MRT/7.2/2022"
        assert (change["kind"], change["before"], change["changed"]) == ("began", None, [])
        assert change["passed"] == "2022-04-30, the due day of MRT/7.2/2021"

    def test_extensions_are_said_in_full(self) -> None:
        document = answered(*MAURITANIA)
        (change,) = [each for each in document["changes"] if each["obligation"] == "MRT/4.1a"]
        (_, extensions) = change["changed"]
        assert extensions["before"] == []
        assert extensions["after"] == change["after"]["extensions"]
        assert extensions["after"][0]["event"] == "MRT#19"

    def test_counts(self) -> None:
        counts = answered(*MAURITANIA)["counts"]
        assert counts["kinds"] == {"began": 9, "ended": 0, "changed": 5}
        assert counts["moves"] == {"pending -> discharged": 2, "undetermined -> not-engaged": 2}
        assert (counts["before"]["overdue"], counts["after"]["undetermined"]) == (0, 9)

    def test_without_an_end_it_runs_to_the_day_asked(self) -> None:
        since = ("diff", "--from", "2013-01-01", "--as-of", "2022-12-31", "--state", "MRT")
        assert answered(*since)["changes"] == answered(*MAURITANIA)["changes"]

    def test_of_all_states_it_has_the_shape_of_the_contract(self) -> None:
        document = answered("diff", "--from", "2014-01-01", "--to", "2021-12-31")
        assert list(mismatches(document, {**ENVELOPE, **DIFFERENCES})) == []
        named = {name for each in document["changes"] for name in each["because"]}
        assert named <= set(document["events"])

    def test_of_one_article(self) -> None:
        changes = answered(*MAURITANIA, "--article", "4")["changes"]
        assert [each["obligation"] for each in changes] == ["MRT/4.1a"]

    def test_between_two_positions_of_the_log_on_one_day(self, log: str) -> None:
        with Engine.open(log) as engine:
            engine.record([happened(Retracted, "2020-01-01", target="BGR#2", reason="misread")])
        asked = ("diff", "--log", log, "--as-of", "2020-01-01")
        document = answered(*asked, "--known-from", "2", "--known-to", "3")
        assert document["from"]["known_at"] == document["from"]["position"] == 2
        assert document["to"]["known_at"] == document["known_at"] == 3
        assert document["from"]["root"] != document["to"]["root"]
        assert {each["kind"] for each in document["changes"]} == {"ended"}
        assert {tuple(each["because"]) for each in document["changes"]} == {("BGR#2", "BGR#3")}
        assert answered(*asked, "--known-from", "1", "--known-to", "1")["count"] == 0
        assert answered(*asked, "--known-from", "2")["changes"] == document["changes"]

    def test_between_two_days_and_two_positions(self, log: str) -> None:
        document = answered(
            "diff", "--log", log, "--from", "2011-01-01", "--known-from", "1", "--to", "2012-01-01"
        )
        assert document["from"]["as_of"] == "2011-01-01"
        assert document["from"]["position"] == 1
        assert (document["to"]["as_of"], document["to"]["position"]) == ("2012-01-01", 2)

    def test_the_page_says_the_same(self) -> None:
        page = ccm(*MAURITANIA).stdout
        assert page.startswith("14 changes (9 began, 5 changed), from 2013-01-01 to 2022-12-31\n")
        assert "  due: 2022-08-01 -> 2024-08-01\n" in page
        assert "  standing: pending -> discharged 2013-03, late by 32 to 62 days\n" in page
        assert "  because 2013-03  initial report submitted [MRT#5]\n" in page
        assert "  passed: 2022-04-30, the due day of MRT/7.2/2021\n" in page
        assert "\npending -> discharged: 2\n" in page

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ((), "nobody said since when"),
            (("--to", "2020-01-01"), "--to is given without --from"),
            (
                ("--from", "2020-01-01", "--known-to", "7"),
                "--known-to is given without --known-from",
            ),
            (("--from", "2020-02-30"), "read --from: '2020-02-30' does not exist"),
            (("--from", "2008-05-29"), "read --from: 2008-05-29 is before"),
            (("--known-from", "soon"), "read --known-from: 'soon' is neither"),
            (("--from", "2020-01-02", "--to", "2020-01-01"), "2020-01-02 is after 2020-01-01"),
            (("--known-from", "9", "--known-to", "7"), "position 9 of the log is after 7"),
        ],
    )
    def test_what_is_no_stretch_is_refused_in_one_line(
        self, options: tuple[str, ...], said: str
    ) -> None:
        assert said in refused("diff", *options)


class TestWhatIf:
    def test_the_document_is_a_diff_with_what_was_supposed(self) -> None:
        document = supposing(GRANT)
        assert list(mismatches(document, {**ENVELOPE, **SUPPOSITION})) == []
        assert document["from"] == document["to"]
        (change,) = document["changes"]
        assert change["because"] == ["TCD?1"]
        assert change["changed"][0] == {
            "field": "due",
            "before": "2026-10-01",
            "after": "2029-10-01",
        }
        (supposed,) = document["supposed"]
        assert supposed["id"] == "TCD?1"
        assert supposed["occurred_on"] == "2026-03-10"
        assert supposed["in_words"] == "extension granted: article 4, months 36"
        assert document["remarks"] == [
            "extension-granted for Chad (TCD): no request for it is on record"
        ]

    def test_an_event_that_cites_nothing_cites_a_supposition(self) -> None:
        (supposed,) = supposing(GRANT)["supposed"]
        assert supposed["event"]["citations"] == [
            {
                "document": SUPPOSED.document,
                "publisher": SUPPOSED.publisher,
                "authority": SUPPOSED.authority.value,
            }
        ]

    def test_one_that_cites_a_source_keeps_it_and_is_still_supposed(self) -> None:
        citation = {"document": "a draft", "publisher": "the ISU", "authority": "isu"}
        (supposed,) = supposing({**GRANT, "citations": [citation]})["supposed"]
        assert [each["document"] for each in supposed["event"]["citations"]] == [
            "a draft",
            SUPPOSED.document,
        ]

    def test_what_a_correction_puts_instead_need_cite_nothing_either(self) -> None:
        deposit = {**event_object(bulgaria()[1]), "occurred_on": "2011-05-06"}
        del deposit["citations"]
        correction: dict[str, object] = {
            "type": "ccm.corrected.v1",
            "occurred_on": "2026-03-10",
            "target": "BGR#2",
            "replacement": deposit,
            "reason": "supposed",
        }
        document = supposing(correction, on="2012-01-01")
        assert {each["state"] for each in document["changes"]} == {"BGR"}
        assert {tuple(each["because"]) for each in document["changes"]} == {("BGR?1",)}

    def test_a_printed_supposition_cannot_be_recorded(self, log: str, tmp_path: Path) -> None:
        (supposed,) = supposing(GONE)["supposed"]
        file = tmp_path / "supposed.jsonl"
        file.write_bytes(written(supposed["event"]))
        said = refused("record", str(file), "--log", log)
        assert "line 1: cannot record retracted" in said
        assert "a supposition proves nothing" in said

    def test_a_contradiction_names_the_line_and_what_stands_against_it(self) -> None:
        again = json.loads(encode(bulgaria()[1]))
        said = refused("what-if", "-", stdin=written(GRANT) + b"\n" + written(again))
        assert said.startswith("ccm: line 3: cannot suppose instrument-deposited for Bulgaria")
        assert "BGR#2" in said

    def test_a_line_that_is_no_event_is_refused_as_when_recording(self) -> None:
        assert "line 1: read an event" in refused("what-if", "-", stdin=b"{\n")
        assert "line 1: read an event" in refused("what-if", "-", stdin=b'{"state": "BGR"}\n')
        assert "line 1: read an event" in refused("what-if", "-", stdin=b"\xff\n")
        assert "line 1: read an event" in refused("what-if", "-", stdin=b"[1]\n")
        wrong = {**GRANT, "months": "many"}
        assert "line 1: read ccm.extension-granted.v1" in refused(
            "what-if", "-", stdin=written(wrong)
        )

    def test_the_page_says_what_was_supposed_what_is_remarkable_and_what_would_change(self) -> None:
        many = {**GRANT, "months": 72}
        page = ccm("what-if", "-", "--as-of", "2026-03-15", stdin=written(many)).stdout
        assert page.startswith("1 change (1 changed), on 2026-03-15, supposing\n")
        assert "\n  2026-03-10  extension granted: article 4, months 72 [TCD?1]\n" in page
        assert "\nremark: extension-granted for Chad (TCD): 72 months is more than the 60" in page
        assert "\n  due: 2026-10-01 -> 2032-10-01\n" in page

    def test_a_page_on_which_nothing_changes_says_so(self) -> None:
        page = ccm("what-if", "-", "--as-of", "2025-03-15", stdin=written(GRANT)).stdout
        assert page.startswith("0 changes, on 2025-03-15, supposing\n")
        assert "and changes nothing on that day" in page

    def test_the_log_asked_stays_as_it_is(self, log: str) -> None:
        gone = {**GONE, "target": "BGR#2"}
        asked = ("--log", log, "--as-of", "2020-01-01")
        assert ccm("what-if", "-", *asked, stdin=written(gone)).exit_code == 0
        assert answered("status", *asked)["log"]["position"] == 2


def test_one_moment_is_said_throughout_an_answer() -> None:
    found = answered("diff", "--from", "2019-01-01", "--to", "2020-01-01", "--state", "BGR")
    assert found["known_at"] == found["from"]["known_at"] == found["to"]["known_at"]
