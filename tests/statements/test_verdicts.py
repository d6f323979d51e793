"""What a stated day is against the computed one: agree, style, precision, disagree, unchecked."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Interpretation
from ccm_engine.domain.events import ExtensionGranted, WithdrawalNotified
from ccm_engine.domain.statements import Finding, Kind, Statement, Verdict, check, judged_on
from tests.histories import engine_with, happened, joined, on
from tests.statements.stating import found, mistake, seen_on, stated, verdict

EIF, REPORT = "eif-stated", "initial-report-due-stated"
STOCKS, AREAS = "stockpile-deadline-stated", "clearance-deadline-stated"


class TestTheListOfJune2015:
    """The CMC's list of late initial reports, checked by the packaged public record."""

    @pytest.fixture(scope="class")
    @classmethod
    def findings(cls) -> dict[str, Finding]:
        printed = {
            "GIN": "2015-04-19",
            "CPV": "2011-10-28",
            "NER": "2011-01-28",
            "MLI": "2011-05-30",
            "PAN": "2011-10-28",
            "TCD": "2014-02-28",
            "BOL": "2014-03-30",
        }
        lines = [stated(REPORT, state, day, as_of="2015-06") for state, day in printed.items()]
        return {str(each.statement.state): each for each in found(*lines)}

    @pytest.mark.parametrize("state", ["NER", "MLI", "PAN", "TCD", "BOL"])
    def test_is_right_for_five(self, findings: dict[str, Finding], state: str) -> None:
        finding = findings[state]
        assert (finding.verdict, finding.days_off, finding.mistake) == (Verdict.AGREE, 0, None)

    def test_counts_guinea_from_its_deposit(self, findings: dict[str, Finding]) -> None:
        finding = findings["GIN"]
        assert (finding.computed, finding.days_off) == ("2015-09-28", -162)
        assert finding.mistake
        assert finding.mistake.value == "counted-from-deposit"

    def test_is_a_month_late_for_cabo_verde(self, findings: dict[str, Finding]) -> None:
        finding = findings["CPV"]
        assert (finding.computed, finding.days_off) == ("2011-09-28", 30)
        assert finding.mistake
        assert finding.mistake.value == "month-slip"

    def test_is_judged_on_the_last_day_of_the_month(self, findings: dict[str, Finding]) -> None:
        assert {each.as_of for each in findings.values()} == {date(2015, 6, 30)}


class TestAgreement:
    @pytest.mark.parametrize(
        ("kind", "state", "day"),
        [
            (EIF, "BGR", "2011-10-01"),
            (EIF, "MRT", "2012-08-01"),
            (EIF, "NAM", "2019-02-01"),
            (EIF, "DEU", "2010-08-01"),
            (REPORT, "SSD", "2024-07-30"),
            (REPORT, "NGA", "2024-01-28"),
            (STOCKS, "GNB", "2019-05-01"),
            (AREAS, "DEU", "2025-08-01"),
            (AREAS, "TCD", "2026-10-01"),
            (STOCKS, "PER", "2024-04-01"),
        ],
    )
    def test_is_to_the_day(self, kind: str, state: str, day: str) -> None:
        assert verdict(stated(kind, state, day)) == "agree"

    def test_that_a_duty_is_undetermined_does_not_hide_its_day(self) -> None:
        """Guinea-Bissau was still verifying in 2020 whether it held any."""
        (finding,) = found(stated(STOCKS, "GNB", "2019-05-01", as_of="2020-09-28"))
        assert finding.verdict is Verdict.AGREE
        assert "undetermined" in finding.why

    def test_the_treatys_day_is_compared_where_the_extended_one_is_not_meant(self) -> None:
        for day, extended, said in [
            ("2020-08-01", False, "agree"),
            ("2025-08-01", False, "disagree"),
            ("2025-08-01", True, "agree"),
            ("2025-08-01", None, "agree"),
        ]:
            assert verdict(stated(AREAS, "DEU", day, after_extension=extended)) == said

    def test_what_was_true_before_an_extension_agrees_on_a_day_before_it(self) -> None:
        assert verdict(stated(AREAS, "DEU", "2020-08-01", as_of="2019-01-01")) == "agree"
        assert mistake(stated(AREAS, "DEU", "2020-08-01", as_of="2019-12-01")) == "stale"


class TestStyle:
    """INT-0001: the day before the anniversary is the same deadline, written otherwise."""

    @pytest.mark.parametrize(
        ("state", "day"),
        [("CHE", "2020-12-31"), ("CHE", "2020"), ("SVK", "2023-12-31"), ("SVK", "2023-12")],
    )
    def test_the_day_before_is_style(self, state: str, day: str) -> None:
        assert verdict(stated(STOCKS, state, day)) == "style"

    def test_the_day_before_that_and_the_day_after_are_not(self) -> None:
        assert verdict(stated(STOCKS, "SVK", "2023-12-30")) == "disagree"
        assert verdict(stated(STOCKS, "SVK", "2024-01-02")) == "disagree"

    def test_the_day_before_an_extended_day_is_style_too(self) -> None:
        assert verdict(stated(AREAS, "DEU", "2025-07-31")) == "style"

    def test_180_days_have_no_other_style(self) -> None:
        assert verdict(stated(REPORT, "GIN", "2015-09-27")) == "disagree"

    @pytest.mark.parametrize(
        ("choices", "day", "said"),
        [
            ({}, "2023-12-31", "agree"),
            ({}, "2024-01-01", "style"),
            ({}, "2024-01-02", "disagree"),
            ({"extension_date": "computed"}, "2023-12-31", "style"),
            ({"extension_date": "computed"}, "2024-01-01", "agree"),
            ({"deadline_style": "day-before"}, "2023-12-31", "agree"),
        ],
    )
    def test_bulgarias_decision_stated_the_day_before(
        self, choices: dict[str, str], day: str, said: str
    ) -> None:
        """Fifteen months from 1 October 2022 are 1 January 2024; the decision says 31 December."""
        reading = Interpretation.choosing(choices)
        assert verdict(stated(STOCKS, "BGR", day), reading) == said

    def test_the_anniversary_is_style_where_the_reading_takes_the_day_before(self) -> None:
        reading = Interpretation.choosing({"deadline_style": "day-before"})
        assert verdict(stated(STOCKS, "SVK", "2023-12-31"), reading) == "agree"
        assert verdict(stated(STOCKS, "SVK", "2024-01-01"), reading) == "style"


class TestPrecision:
    @pytest.mark.parametrize("day", ["2021", "2021-03", "../2021-12-31", "2021-01-01/2021-06-30"])
    def test_a_day_that_lies_in_what_is_stated_differs_in_precision_only(self, day: str) -> None:
        statement = stated(AREAS, "BIH", day, after_extension=False)
        assert verdict(statement) == "precision"

    def test_a_stated_day_may_lie_in_a_computed_one(self) -> None:
        """Mauritania's running deadline is known to the year only: 2026."""
        assert verdict(stated(AREAS, "MRT", "2026-08-01")) == "precision"
        assert verdict(stated(AREAS, "MRT", "2026")) == "agree"
        (finding,) = found(stated(AREAS, "MRT", "2027-01-01"))
        assert (finding.verdict, finding.mistake, finding.days_off) == (
            Verdict.DISAGREE,
            None,
            None,
        )

    def test_another_year_disagrees(self) -> None:
        assert verdict(stated(AREAS, "BIH", "2022", after_extension=False)) == "disagree"


class TestUnchecked:
    @pytest.mark.parametrize(
        ("statement", "why"),
        [
            (stated(EIF, "BGR", None), "states no day"),
            (stated(EIF, "HTI", "2012-01-01"), "no instrument is on record"),
            (stated(EIF, "BGR", "2011-10-01", as_of="2011-04-05"), "no instrument is on record"),
            (stated(EIF, "DEU", "2010-08-01", as_of="2010-01-01"), "of 30 instruments"),
            (stated("reporting-rate", None, "2019", percent=68), "over many states"),
            (stated("extension-possible", "GNB", None, article=3), "might ask for"),
            (stated("eif-state", "BGR", "2011-10-01"), "the nearest is eif-stated"),
            (stated("weather-stated", None, None), "no such statement is known"),
            (stated(EIF, "BGR", "2011-10-01", as_of="2008-01-01"), "outside the days"),
        ],
    )
    def test_says_why(self, statement: Statement, why: str) -> None:
        (finding,) = found(statement)
        assert finding.verdict is Verdict.UNCHECKED
        assert why in finding.why
        assert finding.mistake is None

    def test_what_fell_away_by_a_withdrawal_has_no_day(self) -> None:
        engine = engine_with(
            joined("BGR", "2016-01-06"), happened(WithdrawalNotified, "2017-01-06", "BGR")
        )
        statement = stated(AREAS, "BGR", "2026-07-01")
        for day, said in [("2017-07-05", Verdict.AGREE), ("2017-07-06", Verdict.UNCHECKED)]:
            point = engine.on(date.fromisoformat(day)).point
            assert check([statement], point).findings[0].verdict is said

    def test_a_deadline_before_a_new_extension_has_no_day_by_one_reading(self) -> None:
        """INT-0006: Mauritania found areas after it had completed its clearance."""
        reading = Interpretation.choosing({"late_found": "new-request"})
        statement = stated(AREAS, "MRT", "2022-08-01", as_of="2021-01-01")
        assert verdict(statement) == "agree"
        assert verdict(statement, reading) == "unchecked"

    def test_does_not_count_as_checked(self) -> None:
        statements = [stated(EIF, "BGR", "2011-10-01"), stated("reporting-rate", None, "2019")]
        checked = check(statements, seen_on())
        assert (checked.checked, checked.count(Verdict.UNCHECKED)) == (1, 1)


class TestDaysKnownInPart:
    """INT-0012: what days known only in part could make right is left undecided."""

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls) -> Engine:
        granted = happened(
            ExtensionGranted, "2019-09", "DEU", article=4, months=60, until=on("2025-08-01")
        )
        return engine_with(joined("BGR", "2011-03-20/2011-04-06"), granted)

    def ask(self, engine: Engine, statement: Statement, day: str = "2020-01-01") -> Finding:
        (finding,) = check([statement], engine.on(date.fromisoformat(day)).point).findings
        return finding

    @pytest.mark.parametrize("day", ["2011-09-01", "2011-10-01", "2011"])
    def test_a_deposit_in_one_of_two_months_leaves_entry_into_force_open(
        self, engine: Engine, day: str
    ) -> None:
        finding = self.ask(engine, stated(EIF, "BGR", day))
        assert (finding.verdict, finding.computed) == (
            Verdict.UNCHECKED,
            "2011-09-01/2011-10-01",
        )

    def test_a_day_that_neither_could_give_disagrees(self, engine: Engine) -> None:
        assert self.ask(engine, stated(EIF, "BGR", "2011-11-01")).verdict is Verdict.DISAGREE

    @pytest.mark.parametrize("day", ["2020-08-01", "2025-08-01"])
    def test_a_grant_of_that_month_may_have_been_made_or_not(
        self, engine: Engine, day: str
    ) -> None:
        statement = stated(AREAS, "DEU", day)
        assert self.ask(engine, statement, "2019-09-15").verdict is Verdict.UNCHECKED

    def test_a_position_that_hangs_on_such_a_day_is_undecided(self, engine: Engine) -> None:
        pending = stated("eif-pending", "BGR", None, as_of="2011-09-15")
        assert self.ask(engine, pending).verdict is Verdict.UNCHECKED
        assert self.ask(engine, stated("eif-pending", "BGR", None)).verdict is Verdict.DISAGREE


class TestTheDayOfJudgement:
    def test_is_the_one_the_statement_speaks_of(self) -> None:
        assert judged_on(stated(EIF, "BGR", None, as_of="2020-09"), date(2026, 1, 1)) == date(
            2020, 9, 30
        )

    def test_is_else_the_last_day_on_which_its_source_can_have_appeared(self) -> None:
        given = {"statement": EIF, "state": "BGR", "source": {"published": "2020"}}
        statement = Statement.read(given)
        assert judged_on(statement, date(2026, 1, 1)) == date(2020, 12, 31)
        assert judged_on(statement, date(2020, 9, 28)) == date(2020, 9, 28)

    def test_is_else_the_day_asked(self) -> None:
        assert judged_on(stated(EIF, "BGR", None), date(2020, 9, 28)) == date(2020, 9, 28)

    def test_is_said(self) -> None:
        (finding,) = found(stated(EIF, "BGR", "2011-10-01", as_of="2020-09-28"))
        assert finding.as_of == date(2020, 9, 28)


class TestReadings:
    def test_a_verdict_is_by_the_reading_asked_for(self) -> None:
        reading = Interpretation.choosing({"sixth_month": "day-of-deposit"})
        assert verdict(stated(EIF, "BGR", "2011-11-01"), reading) == "agree"
        assert verdict(stated(EIF, "BGR", "2011-10-01"), reading) == "disagree"


class TestEveryStatement:
    @pytest.mark.parametrize("day", ["2008-05-30", "2010-08-01", "2021-03-01", "2100-12-31"])
    @pytest.mark.parametrize("on_day", [None, "0001-01-01", "9999", "../2015-01-01"])
    def test_has_a_verdict_and_a_reason(self, day: str, on_day: str | None) -> None:
        lines = [
            stated(kind.value, state, on_day, as_of=day)
            for kind in Kind
            for state in ("BGR", "COL", "FIN", "GNB", "KEN", "LBN", "LTU", "MRT")
        ]
        for finding in found(*lines):
            assert finding.why
            agrees = finding.verdict in {Verdict.AGREE, Verdict.STYLE, Verdict.PRECISION}
            assert not (agrees and finding.computed in {None, "undetermined"})
