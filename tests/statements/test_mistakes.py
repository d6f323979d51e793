"""Each mistake by name, made on real states; the numbers are those that sources really print."""

from __future__ import annotations

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.statements import Mistake
from ccm_engine.domain.statements.mistakes import DAYS
from tests.statements.stating import mistake, stated

EIF, REPORT = "eif-stated", "initial-report-due-stated"
STOCKS, AREAS = "stockpile-deadline-stated", "clearance-deadline-stated"
DEPOSIT = "deposit-stated"

PRINTED = {
    "Guinea's report, 180 days from the deposit": (REPORT, "GIN", "2015-04-19", "deposit"),
    "Bulgaria's eight years from the deposit": (STOCKS, "BGR", "2019-04", "deposit"),
    "Italy's entry into force": (EIF, "ITA", "2010-08-01", "convention"),
    "Guyana": (REPORT, "GUY", "2015-09-27", "first day"),
    "Canada": (REPORT, "CAN", "2016-02-27", "first day"),
    "Palestine": (REPORT, "PSE", "2015-12-27", "first day"),
    "Togo": (REPORT, "TGO", "2013-05-29", "first day"),
    "Rwanda": (REPORT, "RWA", "2016-07-31", "leap day"),
    "Iceland": (REPORT, "ISL", "2016-07-31", "leap day"),
    "Guinea's month end": (REPORT, "GIN", "2015-09-30", "month end"),
    "Somalia": (REPORT, "SOM", "2016-08-31", "month end"),
    "Niue, as if in force on 1 March": (REPORT, "NIU", "2021-08-28", "month slip"),
    "Cabo Verde": (REPORT, "CPV", "2011-10-28", "month slip"),
    "Honduras": (EIF, "HND", "2011-09-01", "year slip"),
}
NAMES = {
    "deposit": Mistake.FROM_DEPOSIT,
    "convention": Mistake.FROM_THE_CONVENTION,
    "first day": Mistake.FIRST_DAY_COUNTED,
    "leap day": Mistake.LEAP_DAY_FORGOTTEN,
    "month end": Mistake.MONTH_END,
    "month slip": Mistake.MONTH_SLIP,
    "year slip": Mistake.YEAR_SLIP,
}


class TestMistakesThatSourcesMade:
    @pytest.mark.parametrize("what", PRINTED)
    def test_are_named(self, what: str) -> None:
        kind, state, on, named = PRINTED[what]
        before_any_extension = "2019-01-01" if kind == STOCKS else None
        found = mistake(stated(kind, state, on, as_of=before_any_extension))
        assert found == NAMES[named].value

    @pytest.mark.parametrize(
        ("kind", "state", "on"),
        [
            (REPORT, "CHE", "2013-06-28"),
            (EIF, "AFG", "2012-03-12"),
            (EIF, "BGR", "2013-10-01"),
            (REPORT, "GIN", "2015-06-15"),
            (REPORT, "BGR", "2011-11-01"),
            (DEPOSIT, "GMB", "2018-06-25"),
        ],
    )
    def test_what_no_mistake_gives_has_no_name(self, kind: str, state: str, on: str) -> None:
        assert mistake(stated(kind, state, on)) is None


MADE: dict[Mistake, list[tuple[str, str, str, dict[str, object]]]] = {
    Mistake.FROM_DEPOSIT: [
        (EIF, "BGR", "2011-10-06", {}),
        (AREAS, "AFG", "2021-09-08", {"after_extension": False}),
        (AREAS, "AFG", "2021-09-07", {"after_extension": False}),
        (STOCKS, "BGR", "2020-04-06", {"as_of": "2019-10-01"}),
    ],
    Mistake.FROM_SIGNATURE: [
        (EIF, "BGR", "2009-06-01", {}),
        (EIF, "BGR", "2009-06-03", {}),
        (REPORT, "BGR", "2009-06-01", {}),
        (STOCKS, "BGR", "2016-12-03", {"after_extension": False}),
    ],
    Mistake.ANOTHER_ACT: [
        (EIF, "BGR", "2011-04-06", {}),
        (DEPOSIT, "BGR", "2008-12-03", {}),
        (DEPOSIT, "BGR", "2011-10-01", {}),
    ],
    Mistake.STALE: [
        (AREAS, "DEU", "2020-08-01", {}),
        (AREAS, "DEU", "2020-07-31", {"after_extension": True}),
        (AREAS, "DEU", "2020", {}),
        (STOCKS, "BGR", "2020-10-01", {}),
        (AREAS, "CHL", "2022-06-01", {"as_of": "2023-01-01"}),
    ],
    Mistake.ARTICLES_SWAPPED: [
        (STOCKS, "SVK", "2026-01-01", {}),
        (STOCKS, "SVK", "2025-12-31", {}),
        (AREAS, "SOM", "2024-03-01", {}),
    ],
    Mistake.FROM_THE_CONVENTION: [
        (REPORT, "BGR", "2011-01-28", {}),
        (STOCKS, "SVK", "2018-08-01", {}),
        (AREAS, "SOM", "2020-08-01", {}),
    ],
    Mistake.SIXTH_MONTH_FROM_DAY: [
        (EIF, "BGR", "2011-11-01", {}),
        (EIF, "NAM", "2019-03-01", {}),
    ],
    Mistake.SIX_MONTHS: [(REPORT, "GIN", "2015-10-01", {}), (REPORT, "BGR", "2012-04-01", {})],
    Mistake.FIRST_DAY_COUNTED: [(REPORT, "BGR", "2012-03-28", {})],
    Mistake.LEAP_DAY_FORGOTTEN: [(REPORT, "BGR", "2012-03-30", {})],
    Mistake.MONTH_END: [(STOCKS, "SVK", "2024-01-31", {}), (REPORT, "BGR", "2012-03-31", {})],
    Mistake.DAY_AND_MONTH_SWAPPED: [
        (EIF, "BGR", "2011-01-10", {}),
        (DEPOSIT, "BGR", "2011-06-04", {}),
    ],
    Mistake.MONTH_SLIP: [
        (REPORT, "NIU", "2021-08-31", {}),
        (REPORT, "GIN", "2015-08-28", {}),
        (EIF, "BGR", "2011-09-01", {}),
        (DEPOSIT, "BGR", "2011-05-06", {}),
        (STOCKS, "SVK", "2024-02-01", {}),
    ],
    Mistake.YEAR_SLIP: [
        (DEPOSIT, "BGR", "2010-04-06", {}),
        (REPORT, "BGR", "2011-03-29", {}),
        (STOCKS, "SVK", "2025-01-01", {}),
    ],
    Mistake.FROM_DECISION: [
        (AREAS, "DEU", "2024-09-03", {}),
        (AREAS, "CHL", "2025-09-01", {}),
    ],
}


class TestEveryMistake:
    @pytest.mark.parametrize(
        ("name", "case"),
        [(name, case) for name, cases in MADE.items() for case in cases],
        ids=lambda each: each.value if isinstance(each, Mistake) else "-".join(each[1:3]),
    )
    def test_is_named_where_it_is_made(
        self, name: Mistake, case: tuple[str, str, str, dict[str, object]]
    ) -> None:
        kind, state, on, details = case
        as_of = str(details.get("as_of", "2026-11-20"))
        others = {key: value for key, value in details.items() if key != "as_of"}
        assert mistake(stated(kind, state, on, as_of=as_of, **others)) == name.value

    def test_with_a_day_of_its_own_is_made_here(self) -> None:
        assert set(MADE) == set(DAYS) == set(Mistake) - {Mistake.INSTRUMENTS_SWAPPED}

    def test_has_words(self) -> None:
        words = [each.words for each in Mistake]
        assert len(set(words)) == len(Mistake)
        assert all(each[0] != " " and not each.endswith(".") for each in words)


class TestPrecedence:
    """The most specific first: `mistakes` says why."""

    def test_a_leap_day_forgotten_is_one_even_on_the_last_day_of_a_month(self) -> None:
        assert mistake(stated(REPORT, "RWA", "2016-07-31")) == Mistake.LEAP_DAY_FORGOTTEN.value

    def test_in_a_year_without_29_february_a_day_too_many_is_none(self) -> None:
        """Peru was bound on 1 March 2013; Andorra's 180 days ended on 30 March 2014."""
        assert mistake(stated(REPORT, "PER", "2013-08-29")) is None
        assert mistake(stated(REPORT, "AND", "2014-03-31")) == Mistake.MONTH_END.value

    def test_the_day_before_an_extension_is_stale_and_no_year_slip(self) -> None:
        found = mistake(stated(STOCKS, "BGR", "2019-10-01", as_of="2020-01-01"))
        assert found == Mistake.STALE.value

    def test_the_deposit_itself_is_another_act_and_no_month_slip(self) -> None:
        """Mauritania deposited on a first, so that a slip of six months could look the same."""
        assert mistake(stated(EIF, "MRT", "2012-02-01")) == Mistake.ANOTHER_ACT.value

    def test_a_report_a_month_late_is_a_slip_though_the_rejected_reading_gives_it_too(self) -> None:
        assert mistake(stated(REPORT, "CPV", "2011-10-28")) == Mistake.MONTH_SLIP.value
        assert mistake(stated(EIF, "CPV", "2011-05-01")) == Mistake.SIXTH_MONTH_FROM_DAY.value


class TestDaysStatedInPart:
    def test_a_month_names_a_mistake_that_alone_leads_into_it(self) -> None:
        found = mistake(stated(STOCKS, "BGR", "2019-04", as_of="2015-08-01"))
        assert found == Mistake.FROM_DEPOSIT.value

    def test_a_year_into_which_several_lead_names_none(self) -> None:
        """A year early for Bulgaria is 2018, and so is what is counted for the first parties."""
        assert mistake(stated(STOCKS, "BGR", "2018", as_of="2015-08-01")) is None
        assert mistake(stated(STOCKS, "BGR", "2018-10", as_of="2015-08-01")) == "year-slip"

    def test_by_that_day_names_none(self) -> None:
        assert mistake(stated(STOCKS, "SVK", "../2018-08-01")) is None


class TestOtherReadings:
    def test_what_a_reading_computes_is_no_mistake_by_it(self) -> None:
        reading = Interpretation.choosing({"sixth_month": "day-of-deposit"})
        assert mistake(stated(EIF, "BGR", "2011-10-01"), reading) == Mistake.MONTH_SLIP.value
        assert mistake(stated(EIF, "BGR", "2011-11-01")) == Mistake.SIXTH_MONTH_FROM_DAY.value
