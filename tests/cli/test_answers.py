"""Each command answers, for people and for programs, and the answers are those of the register."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ccm_engine.cli.program import COMMANDS
from ccm_engine.register import NOTICE
from tests.cli.calling import REVIEW, answered, ccm
from tests.exporters.audit_shapes import DISCREPANCIES
from tests.exporters.ledger_shapes import ledger_shape
from tests.exporters.machinery_shapes import MANDATES, MEETINGS
from tests.exporters.shapes import ENVELOPE, SHAPES, mismatches

ASKED: dict[str, tuple[str, ...]] = {
    "status": (),
    "parties": (),
    "state": ("Bulgaria",),
    "obligations": ("--state", "BGR"),
    "deadlines": ("--from", "2020-10-01", "--until", "2021-03-01"),
    "explain": ("BGR/3.2",),
    "windows": (),
    "history": ("BGR",),
    "mandates": (),
    "meetings": (),
    "figures": (),
    "ledger": ("stockpiles",),
    "discrepancies": (),
}
ALL_SHAPES = {
    **SHAPES,
    "discrepancies": DISCREPANCIES,
    "ledger": ledger_shape("stockpiles"),
    "mandates": MANDATES,
    "meetings": MEETINGS,
}
ASKED_ELSEWHERE = {
    *("record", "init", "check", "assert", "diff", "what-if", "review", "report"),
    *("verify", "checkpoint", "prove", "bundle", "key", "backup", "restore"),
}
"""Commands that write, that need a file, or whose answer is evidence: each has tests of its own."""


def test_every_command_is_asked_here_or_elsewhere() -> None:
    assert {*ASKED} | ASKED_ELSEWHERE == set(COMMANDS)


@pytest.mark.parametrize("command", ASKED)
class TestEveryCommand:
    def test_prints_exactly_one_document_of_the_contract(self, command: str) -> None:
        result = ccm(command, *ASKED[command], "--as-of", REVIEW, "--json")
        assert result.exit_code == 0
        document, end = json.JSONDecoder().raw_decode(result.stdout)
        assert result.stdout[end:] == "\n"
        assert list(mismatches(document, {**ENVELOPE, **ALL_SHAPES[command]})) == []
        assert document["as_of"] == REVIEW

    def test_names_day_log_rules_reach_and_once_the_notice(self, command: str) -> None:
        result = ccm(command, *ASKED[command], "--as-of", REVIEW)
        assert result.exit_code == 0
        *_, origin, reach, limits, notice = result.stdout.splitlines()
        assert origin.startswith(f"on {REVIEW}, from ")
        assert "position" in origin
        assert "ccm-rules" in origin
        assert origin.endswith("read as practice does")
        assert "membership 20" in reach
        assert "7(2)" in limits
        assert notice == NOTICE
        assert result.stdout.count(NOTICE) == 1

    def test_says_on_standard_error_that_it_asks_the_public_record(self, command: str) -> None:
        (line,) = ccm(command, *ASKED[command], "--as-of", REVIEW).stderr.splitlines()
        assert "public record" in line

    def test_has_help_with_a_first_sentence_that_fits(self, command: str) -> None:
        assert ccm(command, "--help").stdout.startswith(f"Usage: ccm {command}")
        (line,) = [each for each in ccm().stdout.splitlines() if each.startswith(f"  {command} ")]
        assert line.endswith(".")
        assert "..." not in line


class TestStatus:
    def test_fits_one_screen_and_names_what_matters_most(self) -> None:
        shown = ccm("status", "--as-of", "2020-11-02").stdout
        assert len(shown.splitlines()) <= 40
        overdue = shown.partition("Overdue")[2].splitlines()
        assert overdue[1].startswith("3(2)")
        assert "Bulgaria (BGR), due 2020-10-01, request pending" in overdue[1]
        assert any(line.startswith("7(1)  ") and "Cabo Verde (CPV)" in line for line in overdue)
        assert any("annual reports of" in line for line in overdue)

    def test_counts_every_standing(self) -> None:
        document = answered("status", "--as-of", REVIEW)
        register = answered("obligations", "--as-of", REVIEW)
        assert sum(document["counts"].values()) == register["count"]
        assert document["parties"] == {
            "convention_in_force_on": "2010-08-01",
            "committed": 123,
            "consented": 110,
            "in_force": 108,
            "signatories_not_party": 13,
        }

    def test_of_an_empty_day_says_none(self) -> None:
        shown = ccm("status", "--as-of", "2008-06-01").stdout
        assert "Overdue: none" in shown
        assert "Open requests for extension: none" in shown


class TestParties:
    def test_are_counted_by_consent_or_in_force(self) -> None:
        assert answered("parties", "--as-of", REVIEW)["count"] == 110
        assert answered("parties", "--as-of", REVIEW, "--basis", "in-force")["count"] == 108
        assert (
            "108 States Parties" in ccm("parties", f"--as-of={REVIEW}", "--basis=in-force").stdout
        )

    def test_who_left_is_listed(self) -> None:
        (left,) = answered("parties", "--as-of", "2025-03-06")["withdrawn"]
        assert (left["state"], left["effective_on"]) == ("LTU", "2025-03-06")
        assert "LTU" in ccm("parties", "--as-of", "2025-03-06").stdout


class TestState:
    @pytest.mark.parametrize("name", ["SWZ", "swz", "Swaziland", "Eswatini", "kingdom of eswatini"])
    def test_is_found_by_code_and_by_names_old_and_new(self, name: str) -> None:
        assert answered("state", name, "--as-of", REVIEW)["state"] == "SWZ"

    def test_is_called_as_on_the_day(self) -> None:
        before = ccm("state", "SWZ", "--as-of", "2015-01-01").stdout.splitlines()[0]
        after = ccm("state", "SWZ", "--as-of", REVIEW).stdout.splitlines()[0]
        assert before == "Swaziland (SWZ), now Eswatini, on 2015-01-01"
        assert after == f"Eswatini (SWZ), formerly Swaziland, on {REVIEW}"

    def test_that_never_joined_owes_nothing(self) -> None:
        document = answered("state", "Finland", "--as-of", REVIEW)
        assert document["obligations"] == []
        assert not document["membership"]["bound"]
        assert "neither signed nor joined" in ccm("state", "Finland", "--as-of", REVIEW).stdout


class TestObligations:
    def test_are_selected_by_state_article_and_standing(self) -> None:
        found = answered(
            "obligations", "--article", "3", "--standing", "pending", f"--as-of={REVIEW}"
        )
        owed = {each["id"] for each in found["obligations"]}
        assert {"BGR/3.2", "PER/3.2", "SVK/3.2", "ZAF/3.2"} <= owed
        assert all(each.partition("/")[2].startswith("3.") for each in owed)
        assert answered("obligations", "--state", "Peru")["obligations"][0]["state"] == "PER"

    def test_of_the_secretary_general_are_listed_under_ccm(self) -> None:
        found = answered("obligations", "--state", "ccm", "--as-of", REVIEW)["obligations"]
        assert {each["state"] for each in found} == {"CCM"}
        assert "Secretary-General (CCM)" in ccm("obligations", "--state", "CCM").stdout

    def test_none_is_an_answer(self) -> None:
        assert ccm("obligations", "--article", "2").exit_code == 0


class TestDeadlines:
    def test_include_both_days(self) -> None:
        one_day = answered(
            "deadlines", "--from", "2020-10-01", "--until", "2020-10-01", "--as-of", REVIEW
        )
        assert "BGR/3.2" in {each["id"] for each in one_day["deadlines"]}
        assert {each["due"] for each in one_day["deadlines"]} == {"2020-10-01"}


class TestExplain:
    @pytest.mark.parametrize(
        "typed", ["BGR/3.2", "bgr/3.2", "Bulgaria/3(2)", "bulgaria/Article 3(2)", " BGR/3.2 "]
    )
    def test_takes_an_identifier_as_people_type_it(self, typed: str) -> None:
        document = answered("explain", typed, "--as-of", REVIEW)
        assert document["obligation"]["id"] == "BGR/3.2"

    def test_takes_a_year_behind_it(self) -> None:
        document = answered("explain", "peru/7(2)/2014", "--as-of", REVIEW)
        assert document["obligation"]["id"] == "PER/7.2/2014"

    def test_shows_each_step_with_its_provision_its_event_and_its_documents(self) -> None:
        shown = ccm("explain", "BGR/3.2", "--as-of", "2020-11-02").stdout.splitlines()
        assert shown[0].startswith("Bulgaria, 3(2): destroy all cluster munitions by 2020-10-01")
        assert shown[1] == "overdue, with a request pending"
        steps = [line.strip() for line in shown if line.startswith("  ") and line[2] != " "]
        assert steps[0].startswith("17(2)  in force on 2011-10-01")
        assert "3(2)  8 years later: 2019-10-01" in steps
        assert any(step.startswith("3(5)  extended by 12 months to 2020-10-01") for step in steps)
        proof = shown[shown.index("  " + steps[0]) + 1]
        assert proof.startswith("    2011-04-06  instrument deposited: ")
        source = shown[shown.index(proof) + 1]
        assert "United Nations Treaty Collection; published 2023; http" in source

    def test_agrees_with_the_register(self) -> None:
        document = answered("explain", "BGR/3.2", "--as-of", "2020-11-02")
        register = answered("obligations", "--state", "BGR", "--as-of", "2020-11-02")
        assert document["obligation"] in register["obligations"]
        assert document["obligation"]["standing"] == "overdue-request-pending"


class TestWindows:
    def test_name_the_meeting_and_the_last_day_to_file(self) -> None:
        windows = answered("windows", "--as-of", "2020-02-01")["windows"]
        peru = next(each for each in windows if each["obligation"] == "PER/3.2")
        assert (peru["meeting"], peru["file_by"], peru["window"]) == ("2RC", "2020-02-23", "open")
        assert "none called" in ccm("windows", "--as-of", "2020-02-01").stdout


class TestHistory:
    def test_has_every_event_with_positions_and_sources(self) -> None:
        shown = ccm("history", "Bulgaria", "--as-of", REVIEW).stdout
        document = answered("history", "Bulgaria", "--as-of", REVIEW)
        assert [each["id"] for each in document["events"]] == [
            f"BGR#{number}" for number in range(1, document["count"] + 1)
        ]
        for each in document["events"]:
            assert f"{each['id']}  " in shown
            assert f"position {each['position']:,}, " in shown
            assert all(source["document"] in shown for source in each["event"]["citations"])

    def test_of_the_convention_has_the_meetings(self) -> None:
        document = answered("history", "CCM", "--as-of", REVIEW)
        assert (document["state"], document["name"]) == ("CCM", "the Convention")
        assert "ccm.meeting-held.v1" in {each["event"]["type"] for each in document["events"]}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return answered("figures", "--as-of", REVIEW)


class TestFigures:
    def test_are_those_of_the_review_of_2020(self, document: dict[str, Any]) -> None:
        assert document["committed"] == 123
        assert document["initial_reports"]["due"] == 107
        assert document["initial_reports"]["submitted"] == 100
        overdue = {"CPV", "COM", "COG", "GIN", "MDG", "RWA", "TGO"}
        assert set(document["initial_reports"]["overdue"]) == overdue
        assert set(document["stockpiles"]["outstanding"]) == {"BGR", "PER", "SVK", "ZAF"}

    def test_are_shown_with_the_names_of_the_states(self) -> None:
        shown = ccm("figures", "--as-of", REVIEW).stdout
        assert "107 due, 100 submitted" in shown
        assert "outstanding (4): Bulgaria (BGR), Peru (PER), Slovakia (SVK)" in shown

    def test_numbers_and_lists_agree(self, document: dict[str, Any]) -> None:
        stocks = document["stockpiles"]
        assert stocks["declared"] == len(stocks["declared_states"])
        assert stocks["completed"] == len(stocks["completed_states"])
