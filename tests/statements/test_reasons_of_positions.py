"""Why a stated position holds or not, in full: what is due, what was done, what is not known."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Event, Interpretation
from ccm_engine.domain.events import (
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    CoverageStated,
    ExtensionGranted,
    HostilitiesEnded,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.domain.statements import Finding, Statement, check
from tests.histories import engine_with, happened, joined
from tests.statements.stating import found, stated

ASKED: Final = date(2022, 1, 1)
IN_TIME, MISSED = "article3-completed-within-deadline", "article3-initial-deadline-missed"


def judged(
    statement: Statement, *events: Event, reading: Interpretation = PRACTICE
) -> tuple[str, str | None, str]:
    """Return the verdict on one statement, where the state stands, and why."""
    point = engine_with(*events).on(ASKED, reading=reading).point
    (finding,) = check([statement], point).findings
    return told(finding)


def told(finding: Finding) -> tuple[str, str | None, str]:
    return finding.verdict.value, finding.computed, finding.why


def destroyed(on: str, *, extended_by: int = 0) -> list[Event]:
    """Let Bulgaria, bound since 1 October 2011, complete the destruction of its stockpile."""
    granted = happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=extended_by or 12)
    return [
        *joined("BGR", "2011-04-06"),
        happened(StockpileDeclared, "2012-01-01", "BGR", munitions=5),
        *([granted] if extended_by else []),
        happened(StockpileDestructionCompleted, on, "BGR"),
    ]


class TestArticle3Paragraph2:
    """Eight years for the destruction of stockpiles, as extended or not."""

    @pytest.mark.parametrize(
        ("on", "extended_by", "in_time", "missed", "due"),
        [
            ("2019-10-01", 0, "agree", "disagree", "2019-10-01"),
            ("2020-02-01", 0, "disagree", "agree", "2019-10-01"),
            ("2020-02-01", 12, "agree", "agree", "2020-10-01"),
            ("2019", 0, "unchecked", "unchecked", "2019-10-01"),
            ("2019", 24, "agree", "unchecked", "2021-10-01"),
        ],
    )
    def test_completion_is_set_against_the_treatys_day_and_the_running_one(
        self, on: str, extended_by: int, in_time: str, missed: str, due: str
    ) -> None:
        events = destroyed(on, extended_by=extended_by)
        why = f"the treaty's day is 2019-10-01, due {due}, completed {on}"
        for kind, said in ((IN_TIME, in_time), (MISSED, missed)):
            statement = stated(kind, "BGR", None)
            assert judged(statement, *events) == (said, "discharged", why)

    def test_a_stock_found_later_has_no_day_by_one_reading(self) -> None:
        """INT-0006: then a new extension has to be asked for."""
        found_later = happened(StockpileFound, "2021-01-01", "BGR", munitions=2)
        assert judged(
            stated(IN_TIME, "BGR", None),
            *destroyed("2018-10-01"),
            found_later,
            reading=Interpretation.choosing({"late_found": "new-request"}),
        ) == ("disagree", "pending", "the treaty's day is 2019-10-01")


class TestArticle4Paragraph1:
    """Ten years from entry into force, and from the end of each later conflict."""

    def test_every_duty_is_told_with_its_last_ground(self) -> None:
        why = "declared that it knows of none (2011-01-01); "
        why += "10 years after the end of a-war (2012-01-01): 2022-01-01"
        assert judged(
            stated("article4-obligation-outstanding", "DEU", None),
            happened(ContaminationAbsenceDeclared, "2011-01-01", "DEU"),
            happened(HostilitiesEnded, "2012-01-01", "DEU", conflict="a-war"),
        ) == ("agree", "not-engaged, pending", why)

    @pytest.mark.parametrize(
        ("declared", "said"), [("2015-09-10", "disagree"), ("2015-09-11", "agree")]
    )
    def test_what_was_so_on_the_day_before_a_period_was_not_added_in_it(
        self, declared: str, said: str
    ) -> None:
        statement = stated("article4-obligation-added", "NOR", None, period="2015-09-11/2020-09-28")
        why = f"declared contaminated areas ({declared})"
        before = "it was so before: " if said == "disagree" else ""
        areas = happened(ContaminationDeclared, declared, "NOR")
        assert judged(statement, areas) == (said, "overdue", before + why)


class TestArticle7Paragraph1:
    """An initial report within 180 days of entry into force."""

    def test_no_day_runs_before_the_thirtieth_instrument(self) -> None:
        kind = "initial-report-not-yet-due-stated"
        (finding,) = found(stated(kind, "IRL", None, as_of="2009-06-01"))
        assert told(finding) == ("agree", "not-yet-binding", "no day runs")

    @pytest.mark.parametrize("overdue", [None, True, False])
    def test_silence_of_sources_leaves_open_whether_it_is_overdue(
        self, overdue: bool | None
    ) -> None:
        kind = "initial-report-not-yet-submitted"
        assert judged(
            stated(kind, "BEL", None, as_of="2012-01-01", overdue=overdue),
            happened(CoverageStated, "2015-01-01", provision="7(1)", reaches=date(2010, 9, 1)),
        ) == (
            "unchecked",
            "undetermined",
            "due 2011-01-28; whether it was submitted by 2012-01-01 the sources do not tell",
        )
