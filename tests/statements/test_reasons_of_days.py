"""Why a stated day cannot be decided or is wrong, in full, and what counts as checked."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.events import Disputed, Instrument, InstrumentDeposited, Signed
from ccm_engine.domain.statements import Statement, Verdict, check
from tests.histories import engine_with, happened, joined
from tests.statements.stating import found, seen_on, stated

EIF, DEPOSIT = "eif-stated", "deposit-stated"
IN_PART = "that depends on days known only in part"


class TestDaysKnownInPart:
    """INT-0012: Bulgaria, had it deposited at the end of March or in April of 2011."""

    @pytest.mark.parametrize(
        ("on", "said"), [("2011-09-01", "unchecked"), ("2011-11-01", "disagree")]
    )
    def test_entry_into_force_may_be_of_one_month_or_the_next(self, on: str, said: str) -> None:
        point = engine_with(joined("BGR", "2011-03-20/2011-04-06")).on(date(2020, 1, 1)).point
        (finding,) = check([stated(EIF, "BGR", on)], point).findings
        told = (finding.verdict.value, finding.computed, finding.why)
        assert told == (said, "2011-09-01/2011-10-01", IN_PART)

    @pytest.mark.parametrize(
        "statement", [stated(EIF, "BGR", "2011"), stated(DEPOSIT, "BGR", "2011")]
    )
    @pytest.mark.parametrize(
        ("counted_from", "why"),
        [("first-day", IN_PART), ("last-day", "no instrument is on record by 2011-03-25")],
    )
    def test_a_deposit_that_may_not_have_been_made_yet_gives_no_day(
        self, statement: Statement, counted_from: str, why: str
    ) -> None:
        engine = engine_with(joined("BGR", "2011-03-20/2011-04-06"))
        reading = Interpretation.choosing({"partial_dates": counted_from})
        point = engine.on(date(2011, 3, 25), reading=reading).point
        (finding,) = check([statement], point).findings
        assert (finding.verdict, finding.computed, finding.why) == (Verdict.UNCHECKED, None, why)

    @pytest.mark.parametrize("instrument", ["ratification", "accession"])
    def test_who_may_have_signed_or_not_can_ratify_and_accede(self, instrument: str) -> None:
        """Haiti, had it signed in late October or early November of 2009: Article 16(1), (2)."""
        engine = engine_with(happened(Signed, "2009-10-20/2009-11-10", "HTI"))
        statement = stated(DEPOSIT, "HTI", None, instrument=instrument)
        (finding,) = check([statement], engine.on(date(2009, 11, 1)).point).findings
        told = (finding.verdict, finding.mistake, finding.why)
        assert told == (Verdict.UNCHECKED, None, "no instrument is on record by 2009-11-01")


def test_areas_found_after_completion_have_no_day_by_one_reading() -> None:
    """INT-0006: Mauritania, before the Meeting of 2021 granted it more time."""
    (finding,) = found(
        stated("clearance-deadline-stated", "MRT", "2022-08-01", as_of="2021-01-01"),
        reading=Interpretation.choosing({"late_found": "new-request"}),
    )
    why = "no day runs before a new extension is granted (INT-0006)"
    assert (finding.verdict, finding.why) == (Verdict.UNCHECKED, why)


def test_every_dispute_about_a_deposit_is_named() -> None:
    disputes = [
        happened(
            Disputed,
            "2011-06-01",
            target="BGR#2",
            alternative=happened(
                InstrumentDeposited, day, "BGR", instrument=Instrument.RATIFICATION
            ),
        )
        for day in ("2011-04-07", "2011-04-08")
    ]
    point = engine_with(joined("BGR", "2011-04-06"), disputes).on(date(2020, 1, 1)).point
    (finding,) = check([stated(DEPOSIT, "BGR", "2011-04-06")], point).findings
    assert finding.why == ("ratification deposited 2011-04-06 [BGR#2], disputed by BGR#3, BGR#4")


def test_a_kind_like_none_is_answered_with_the_nearest_all_the_same() -> None:
    (finding,) = found(stated("moon", "BGR", None))
    assert finding.why.startswith("no such statement is known; the nearest is ")


@pytest.mark.parametrize("name", [EIF, DEPOSIT, "reporting-rate", "moon-stated"])
def test_what_states_no_day_has_none(name: str) -> None:
    (finding,) = found(stated(name, "BGR", None))
    assert (finding.verdict, finding.stated) == (Verdict.UNCHECKED, None)


def test_statements_are_counted_by_verdict() -> None:
    days = ("2011-10-01", "2011", "2011-11-01", "2011-12-01", None)
    checked = check([stated(EIF, "BGR", day) for day in days], seen_on())
    counts = {each.value: checked.count(each) for each in Verdict}
    expected = {"agree": 1, "style": 0, "precision": 1, "disagree": 2, "unchecked": 1}
    assert (counts, checked.checked) == (expected, 4)
