"""Stated positions, judged from the standing of obligations on the day."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from ccm_engine import Engine
from ccm_engine.domain.events import (
    ContaminationAbsenceDeclared,
    CoverageStated,
    HostilitiesEnded,
    StockpileDeclared,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.domain.statements import Kind, Verdict, check
from ccm_engine.domain.statements.kinds import DATED, UNDECIDABLE
from ccm_engine.domain.statements.positions import POSITIONS
from tests.histories import engine_with, happened, joined, on, source
from tests.statements.stating import found, record, stated, verdict

REVIEW = "2020-09-28"

REVIEW_DOCUMENT = {
    "article3-completed-within-deadline": "BWA CHE CUB DEU ESP FRA HRV ITA SVN",
    "article3-initial-deadline-missed": "BGR",
    "article3-obligation-outstanding": "BGR PER SVK ZAF",
    "article3-on-track": "SVK ZAF",
    "article4-obligation-outstanding": "AFG BIH CHL DEU IRQ LAO LBN MRT SOM TCD",
    "article5-obligation-reported": "AFG ALB BIH GNB HRV IRQ LAO LBN MNE SOM TCD",
    "eif-pending": "LCA NIU",
    "initial-report-not-yet-due-stated": "LCA NIU STP",
    "initial-report-not-yet-submitted": "LCA NIU STP",
    "initial-report-overdue-stated": "COG COM CPV GIN MDG RWA TGO",
    "signatory-not-ratified": "AGO CAF COD CYP DJI HTI IDN JAM KEN LBR NGA TZA UGA",
}
CHANGED = {
    "article4-obligation-added": "MRT SOM",
    "article4-obligation-removed": "HRV MNE MOZ",
    "article5-obligation-added": "SOM",
}
PERIOD = "2015-09-11/2020-09-28"


DAY_OF_LIST: Final = date(2015, 6, 30)


class TestTheReviewOf2020:
    """CCM/CONF/2020/13, checked by the packaged public record on its own day."""

    @pytest.mark.parametrize("kind", REVIEW_DOCUMENT)
    def test_is_right(self, kind: str) -> None:
        for state in REVIEW_DOCUMENT[kind].split():
            assert verdict(stated(kind, state, None, as_of=REVIEW)) == "agree", state

    @pytest.mark.parametrize("kind", CHANGED)
    def test_is_right_about_what_changed(self, kind: str) -> None:
        for state in CHANGED[kind].split():
            statement = stated(kind, state, None, as_of=REVIEW, period=PERIOD)
            assert verdict(statement) == "agree", state

    @pytest.mark.parametrize("state", ["COL", "SLE"])
    def test_cannot_be_checked_where_nothing_is_on_record(self, state: str) -> None:
        statement = stated("article5-obligation-removed", state, None, as_of=REVIEW, period=PERIOD)
        (finding,) = found(statement)
        assert (finding.verdict, finding.computed) == (Verdict.UNCHECKED, "undetermined")


FALSE = [
    ("signatory-not-ratified", "STP", "consented, not yet in force"),
    ("signatory-not-ratified", "BGR", "in force"),
    ("signatory-not-ratified", "FIN", "neither signed nor joined"),
    ("eif-pending", "STP", "in force"),
    ("eif-pending", "HTI", "signatory"),
    ("article3-completed-within-deadline", "SVK", "pending"),
    ("article3-initial-deadline-missed", "PER", "pending"),
    ("article3-initial-deadline-missed", "DEU", "discharged"),
    ("article3-initial-deadline-missed", "HTI", "signatory"),
    ("article3-obligation-outstanding", "DEU", "discharged"),
    ("article3-on-track", "BGR", "pending"),
    ("article3-on-track", "DEU", "discharged"),
    ("article4-obligation-outstanding", "HRV", "discharged"),
    ("article4-obligation-added", "HRV", "discharged"),
    ("article4-obligation-removed", "DEU", "pending"),
    ("article5-obligation-reported", "HTI", "signatory"),
    ("article5-obligation-removed", "ALB", "continuing"),
    ("initial-report-not-yet-due-stated", "CPV", "overdue"),
    ("initial-report-not-yet-submitted", "BGR", "discharged"),
    ("initial-report-overdue-stated", "STP", "pending"),
    ("initial-report-overdue-stated", "BGR", "discharged"),
    ("initial-report-overdue-stated", "HTI", "signatory"),
    ("article5-obligation-removed", "HTI", "signatory"),
]


class TestDisagreement:
    @pytest.mark.parametrize(("kind", "state", "computed"), FALSE)
    def test_says_where_the_state_stands(self, kind: str, state: str, computed: str) -> None:
        day = "2020-03-01" if (kind, state) == ("signatory-not-ratified", "STP") else REVIEW
        (finding,) = found(stated(kind, state, None, as_of=day))
        assert (finding.verdict, finding.computed) == (Verdict.DISAGREE, computed)
        assert finding.why

    def test_a_deadline_missed_in_another_year_was_not(self) -> None:
        kind = "article3-initial-deadline-missed"
        assert verdict(stated(kind, "BGR", "2019", as_of=REVIEW)) == "agree"
        assert verdict(stated(kind, "BGR", "2018", as_of=REVIEW)) == "disagree"

    def test_the_last_day_of_a_first_deadline_is_not_missed_yet(self) -> None:
        kind = "article3-initial-deadline-missed"
        assert verdict(stated(kind, "BGR", None, as_of="2019-10-01")) == "disagree"
        assert verdict(stated(kind, "BGR", None, as_of="2019-10-02")) == "agree"

    def test_a_report_is_not_yet_due_up_to_its_last_day(self) -> None:
        kind = "initial-report-not-yet-due-stated"
        assert verdict(stated(kind, "STP", None, as_of="2020-12-28")) == "agree"
        assert verdict(stated(kind, "STP", None, as_of="2020-12-29")) == "disagree"

    def test_a_report_not_submitted_is_overdue_or_not_as_stated(self) -> None:
        kind = "initial-report-not-yet-submitted"
        for state, overdue, said in [
            ("STP", False, "agree"),
            ("STP", True, "disagree"),
            ("CPV", True, "agree"),
            ("CPV", False, "disagree"),
        ]:
            assert verdict(stated(kind, state, None, as_of=REVIEW, overdue=overdue)) == said


class TestChanges:
    def test_a_duty_owed_before_the_period_was_not_added_in_it(self) -> None:
        statement = stated("article4-obligation-added", "DEU", None, as_of=REVIEW, period=PERIOD)
        (finding,) = found(statement)
        assert finding.verdict is Verdict.DISAGREE
        assert finding.why.startswith("it was so before")

    def test_a_duty_done_before_the_period_was_not_removed_in_it(self) -> None:
        kind, later = "article4-obligation-removed", "2019-01-01/2020-09-28"
        assert verdict(stated(kind, "MOZ", None, as_of=REVIEW, period=later)) == "disagree"
        assert verdict(stated(kind, "MOZ", None, as_of=REVIEW, period=PERIOD)) == "agree"

    def test_the_stated_day_is_the_period_where_none_is_given(self) -> None:
        kind = "article4-obligation-added"
        assert verdict(stated(kind, "MRT", "2020", as_of=REVIEW)) == "agree"
        assert verdict(stated(kind, "DEU", "2020", as_of=REVIEW)) == "disagree"


class TestUndetermined:
    @pytest.mark.parametrize(
        ("kind", "state"),
        [
            ("article3-obligation-outstanding", "GNB"),
            ("article3-on-track", "GNB"),
            ("article3-completed-within-deadline", "GNB"),
            ("article4-obligation-outstanding", "ALB"),
            ("article4-obligation-removed", "ALB"),
        ],
    )
    def test_is_unchecked_and_never_agreement(self, kind: str, state: str) -> None:
        (finding,) = found(stated(kind, state, None, as_of=REVIEW))
        assert finding.verdict is Verdict.UNCHECKED
        assert "verifying" in finding.why or "others report" in finding.why

    def test_silence_of_sources_that_do_not_reach_the_day_proves_nothing(self) -> None:
        reach = happened(CoverageStated, "2015-01-01", provision="7(1)", reaches=date(2010, 9, 1))
        engine = engine_with(reach)
        for kind in ("initial-report-not-yet-submitted", "initial-report-overdue-stated"):
            statement = stated(kind, "BEL", None, as_of="2012-01-01")
            (finding,) = check([statement], engine.on(date(2022, 1, 1)).point).findings
            assert finding.verdict is Verdict.UNCHECKED
            assert "the sources do not tell" in finding.why
        assert ask(engine, "initial-report-not-yet-submitted", "BEL", "2010-09-01") is Verdict.AGREE

    @pytest.mark.parametrize("kind", POSITIONS)
    def test_silence_of_sources_that_had_not_appeared_proves_nothing(self, kind: Kind) -> None:
        """Kenya has deposited nothing, but who reads only what had appeared by 2012 cannot say."""
        asked = record().on(date(2020, 9, 28), published_by=date(2012, 1, 1)).point
        statement = stated(kind.value, "KEN", None, as_of=REVIEW)
        (finding,) = check([statement], asked).findings
        assert finding.verdict is Verdict.UNCHECKED

    def test_a_deposit_that_no_source_asked_tells_of_may_have_been_made(self) -> None:
        joining = joined("PAN", "2010-11-29")
        point = engine_with(joining).on(DAY_OF_LIST, published_by=DAY_OF_LIST).point
        statement = stated("initial-report-overdue-stated", "PAN", None)
        (finding,) = check([statement], point).findings
        assert finding.verdict is Verdict.UNCHECKED

    def test_silence_before_the_last_day_proves_nothing_either(self) -> None:
        cited = (attrs.evolve(source()[0], published=on("2011-05")),)
        joining = [attrs.evolve(each, citations=cited) for each in joined("BGR", "2011-04-06")]
        engine, day = engine_with(joining), date(2011, 12, 1)
        statement = stated("initial-report-not-yet-submitted", "BGR", None)
        for published_by, said in [
            ("2011-11-30", Verdict.UNCHECKED),
            ("2011-12-01", Verdict.AGREE),
        ]:
            point = engine.on(day, published_by=date.fromisoformat(published_by)).point
            (finding,) = check([statement], point).findings
            assert (finding.verdict, finding.computed) == (said, "pending")


def ask(engine: Engine, kind: str, state: str, day: str) -> Verdict:
    statement = stated(kind, state, None, as_of=day)
    (finding,) = check([statement], engine.on(date(2022, 1, 1)).point).findings
    return finding.verdict


class TestOneDutyAndAnother:
    def test_remnants_of_a_later_conflict_are_outstanding_under_article_4(self) -> None:
        """Article 4(1)(b): ten years from the end of the hostilities, whatever 4(1)(a) says."""
        engine = engine_with(
            happened(ContaminationAbsenceDeclared, "2011-01-01", "DEU"),
            happened(HostilitiesEnded, "2012-01-01", "DEU", conflict="a-war"),
        )
        for day, said in [("2011-12-31", Verdict.DISAGREE), ("2012-01-01", Verdict.AGREE)]:
            assert ask(engine, "article4-obligation-outstanding", "DEU", day) is said

    def test_who_was_not_bound_before_the_period_may_have_been_counted_all_the_same(self) -> None:
        """Colombia was listed before it was bound, and said later that it has no victims."""
        engine = engine_with(
            joined("COL", "2015-09-10"), happened(VictimsAbsenceDeclared, "2017-01-01", "COL")
        )
        statement = stated("article5-obligation-removed", "COL", None, as_of=REVIEW, period=PERIOD)
        (finding,) = check([statement], engine.on(date(2022, 1, 1)).point).findings
        assert finding.verdict is Verdict.AGREE

    def test_a_stockpile_past_its_day_is_outstanding_and_not_on_track(self) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            happened(StockpileDeclared, "2012-01-01", "BGR", munitions=5),
            happened(VictimsReported, "2012-01-01", "BGR"),
        )
        day = "2019-10-02"
        assert ask(engine, "article3-obligation-outstanding", "BGR", day) is Verdict.AGREE
        assert ask(engine, "article3-on-track", "BGR", day) is Verdict.DISAGREE
        assert ask(engine, "article3-on-track", "BGR", "2019-10-01") is Verdict.AGREE
        assert ask(engine, "article5-obligation-reported", "BGR", day) is Verdict.AGREE


def test_every_kind_is_judged_in_exactly_one_way() -> None:
    ways = [set(DATED), set(POSITIONS), set(UNDECIDABLE), {Kind.DEPOSIT_STATED}]
    assert set().union(*ways) == set(Kind)
    assert sum(map(len, ways)) == len(Kind)
