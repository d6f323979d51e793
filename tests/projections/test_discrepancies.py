"""Two answers to one question: source against source, computed against notified."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Event, Interpretation
from ccm_engine.domain.events import (
    CONVENTION,
    Corrected,
    Disputed,
    DisputeResolved,
    EntryIntoForceNotified,
    ExtensionGranted,
    Instrument,
    InstrumentDeposited,
    Retracted,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import PRACTICE
from ccm_engine.projections.discrepancies import (
    Between,
    Discrepancies,
    Discrepancy,
    How,
    discrepancies,
)
from tests.histories import engine_with, happened, joined, on, source


def listed(
    engine: Engine, *states: str, as_of: str = "2026-11-20", reading: Interpretation = PRACTICE
) -> Discrepancies:
    register = engine.on(date.fromisoformat(as_of), reading=reading)
    streams = states or (*register.point.states, CONVENTION)
    return discrepancies(register.point, {each: register.told(each) for each in streams})


def sides(discrepancy: Discrepancy) -> dict[str, tuple[object, object]]:
    """Return what stands and what is said otherwise, by field."""
    return {each.field: (each.stands, each.otherwise) for each in discrepancy.differences}


class TestThePublicRecord:
    @pytest.fixture(scope="class")
    @classmethod
    def found(cls) -> Discrepancies:
        return listed(Engine.public_record())

    def of(self, found: Discrepancies, state: str) -> list[Discrepancy]:
        return [each for each in found.found if each.state == state]

    def test_every_dispute_of_the_log_is_listed(self, found: Discrepancies) -> None:
        register = Engine.public_record().on(date(2026, 11, 20))
        names = {
            name
            for stream in (*register.point.states, CONVENTION)
            for name, event in register.told(stream)
            if isinstance(event, Disputed)
        }
        assert {each.dispute for each in found.found if each.dispute} == names
        assert names

    def test_the_gambia_deposited_in_june_or_in_december(self, found: Discrepancies) -> None:
        (gambia,) = self.of(found, "GMB")
        assert sides(gambia) == {"occurred_on": (on("2018-12-11"), on("2018-06-25"))}
        assert gambia.stands != gambia.otherwise
        assert gambia.stands
        assert gambia.otherwise
        assert gambia.resolution is None

    def test_the_review_document_swaps_mauritius_and_somalia(self, found: Discrepancies) -> None:
        ratified, acceded = Instrument.RATIFICATION, Instrument.ACCESSION
        for state, kinds in (("MUS", (acceded, ratified)), ("SOM", (ratified, acceded))):
            (each,) = self.of(found, state)
            assert sides(each)["instrument"] == kinds
            assert [cited.document for cited in each.otherwise] == ["CCM/CONF/2020/13, paragraph 4"]

    def test_only_fields_that_differ_are_listed(self, found: Discrepancies) -> None:
        first, *_ = self.of(found, "BGR")
        assert sides(first) == {"munitions": (6905, 6909), "submunitions": (190_919, 173_161)}

    def test_bulgarias_fifteen_months_are_not_the_day_stated(self, found: Discrepancies) -> None:
        (grant,) = [each for each in found.found if each.between is Between.COMPUTED]
        assert (grant.state, str(grant.provision)) == ("BGR", "3(2)")
        assert sides(grant) == {"until": (on("2023-12-31"), on("2024-01-01"))}
        assert grant.stands
        assert grant.otherwise == ()
        assert grant.why == "15 months from the deadline as it ran lead to 2024-01-01"

    def test_by_the_reading_that_computes_extensions_the_months_stand(self) -> None:
        reading = Interpretation.choosing({"extension_date": "computed"})
        *_, grant = listed(Engine.public_record(), "BGR", reading=reading).found
        assert sides(grant) == {"until": (on("2024-01-01"), on("2023-12-31"))}
        assert grant.stands == ()

    def test_the_style_of_deadlines_makes_no_discrepancy(self) -> None:
        reading = Interpretation.choosing({"deadline_style": "day-before"})
        assert len(listed(Engine.public_record(), "DEU", "BGR", reading=reading).found) == len(
            listed(Engine.public_record(), "DEU", "BGR").found
        )

    def test_what_had_not_been_granted_by_the_day_is_not_compared(self) -> None:
        before = listed(Engine.public_record(), "BGR", as_of="2022-08-01").found
        assert {each.between for each in before} == {Between.SOURCES}

    def test_one_state_has_its_own(self, found: Discrepancies) -> None:
        assert listed(Engine.public_record(), "BGR").found == tuple(self.of(found, "BGR"))


def disputed(*more: Event) -> Discrepancies:
    """Dispute Bulgaria's 6,905 munitions, of which another source has 6,909; then something more.

    The declaration is `BGR#3`, the dispute `BGR#4`.
    """
    declared = happened(StockpileDeclared, "2012-01-01", "BGR", munitions=6905)
    other = happened(
        StockpileDeclared, "2012-01-01", "BGR", munitions=6909, citations=source("a monitor")
    )
    dispute = happened(Disputed, "2013-01-01", target="BGR#3", alternative=other)
    return listed(engine_with(joined("BGR", "2011-04-06"), declared, dispute, *more), "BGR")


class TestDisputes:
    def test_one_that_nobody_resolved_is_open(self) -> None:
        found = disputed()
        (each,) = found.found
        assert (each.event, each.dispute, found.open) == ("BGR#3", "BGR#4", 1)
        assert sides(each) == {"munitions": (6905, 6909)}
        assert [cited.document for cited in each.otherwise] == ["a monitor", "status list"]

    def test_one_dismissed_says_by_what_and_why(self) -> None:
        resolved = happened(
            DisputeResolved, "2014-01-01", target="BGR#4", upheld=False, reason="a misprint"
        )
        found = disputed(resolved)
        (each,) = found.found
        assert found.open == 0
        assert each.resolution
        assert (each.resolution.event, each.resolution.how) == ("BGR#5", How.DISMISSED)
        assert (str(each.resolution.occurred_on), each.resolution.reason) == (
            "2014-01-01",
            "a misprint",
        )
        assert sides(each) == {"munitions": (6905, 6909)}

    def test_one_upheld_stands_against_what_was_recorded(self) -> None:
        resolved = happened(
            DisputeResolved, "2014-01-01", target="BGR#4", upheld=True, reason="counted again"
        )
        (each,) = disputed(resolved).found
        assert each.resolution
        assert each.resolution.how is How.UPHELD
        assert sides(each) == {"munitions": (6909, 6905)}
        assert [cited.document for cited in each.stands] == ["a monitor", "status list"]
        assert [cited.document for cited in each.otherwise] == ["status list"]

    def test_a_correction_to_what_the_other_source_said_ends_it(self) -> None:
        for munitions, ended in ((6909, How.CORRECTED), (6901, None)):
            right = happened(StockpileDeclared, "2012-01-01", "BGR", munitions=munitions)
            corrected = happened(
                Corrected, "2014-01-01", target="BGR#3", replacement=right, reason="recounted"
            )
            (each,) = disputed(corrected).found
            assert (each.resolution.how if each.resolution else None) is ended
            assert sides(each) == ({} if ended else {"munitions": (6901, 6909)})

    def test_a_retraction_of_what_it_disputes_ends_it(self) -> None:
        gone = happened(Retracted, "2014-01-01", target="BGR#3", reason="another state's")
        (each,) = disputed(gone).found
        assert each.resolution
        assert (each.resolution.how, each.resolution.reason) == (How.RETRACTED, "another state's")

    def test_a_dispute_retracted_was_never_made(self) -> None:
        gone = happened(Retracted, "2014-01-01", target="BGR#4", reason="a misreading")
        assert disputed(gone).found == ()

    def test_a_resolution_retracted_leaves_it_open(self) -> None:
        resolved = happened(
            DisputeResolved, "2014-01-01", target="BGR#4", upheld=True, reason="counted again"
        )
        undone = happened(Retracted, "2014-02-01", target="BGR#5", reason="too early")
        found = disputed(resolved, undone)
        assert found.open == 1
        assert sides(found.found[0]) == {"munitions": (6905, 6909)}

    def test_an_event_of_another_kind_is_set_against_it_with_its_type(self) -> None:
        none = happened(StockpileAbsenceDeclared, "2012-01-01", "BGR")
        dispute = happened(Disputed, "2013-01-01", target="BGR#3", alternative=none)
        _, each = disputed(dispute).found
        assert sides(each) == {
            "type": ("ccm.stockpile-declared.v1", "ccm.stockpile-absence-declared.v1"),
            "munitions": (6905, None),
        }


class TestNotifiedDays:
    def test_entry_into_force_as_notified_is_compared_with_the_computed_day(self) -> None:
        """INT-0009: Honduras, with the year that one source misprints."""
        notified = happened(
            EntryIntoForceNotified, "2012-04-01", "HND", in_force_on=date(2011, 9, 1)
        )
        engine = engine_with(joined("HND", "2012-03-21"), notified)
        (each,) = listed(engine, "HND").found
        assert sides(each) == {"in_force_on": (date(2012, 9, 1), date(2011, 9, 1))}
        assert (each.between, str(each.provision)) == (Between.COMPUTED, "17(2)")
        assert each.why
        assert each.why.startswith("in force on 2012-09-01")
        by_notice = Interpretation.choosing({"entry_into_force_day": "notified"})
        (other,) = listed(engine, "HND", reading=by_notice).found
        assert sides(other) == {"in_force_on": (date(2011, 9, 1), date(2012, 9, 1))}

    def test_entry_into_force_notified_as_computed_is_no_discrepancy(self) -> None:
        notified = happened(
            EntryIntoForceNotified, "2012-04-01", "HND", in_force_on=date(2012, 9, 1)
        )
        assert listed(engine_with(joined("HND", "2012-03-21"), notified), "HND").found == ()

    @pytest.mark.parametrize("day", [date(2025, 3, 6), date(2025, 3, 1), None])
    def test_the_effect_of_a_withdrawal_is_compared_with_the_computed_day(
        self, day: date | None
    ) -> None:
        """Article 20(3): six months to the day from the receipt of Lithuania's notice."""
        notice = happened(WithdrawalNotified, "2024-09-06", "LTU", effective_on=day)
        engine = engine_with(joined("LTU", "2011-03-24"), notice)
        found = listed(engine, "LTU").found
        wrong = {"effective_on": (date(2025, 3, 6), date(2025, 3, 1))}
        assert [sides(each) for each in found] == ([wrong] if day == date(2025, 3, 1) else [])

    def test_each_grant_is_counted_from_the_deadline_as_it_ran(self) -> None:
        """A day that was off by one is the start of what follows, not a second discrepancy."""
        engine = engine_with(
            happened(
                ExtensionGranted, "2019-09-04", "DEU", article=4, months=12, until=on("2021-07-31")
            ),
            happened(
                ExtensionGranted, "2020-11-27", "DEU", article=4, months=12, until=on("2022-07-31")
            ),
            happened(
                ExtensionGranted, "2021-11-27", "DEU", article=4, months=12, until=on("2023-07")
            ),
        )
        (each,) = listed(engine, "DEU").found
        assert sides(each) == {"until": (on("2021-07-31"), on("2021-08-01"))}


def test_a_log_without_disputes_has_none() -> None:
    found = listed(engine_with(joined("BGR", "2011-04-06")))
    assert (found.found, found.open) == ((), 0)


def test_an_instrument_disputed_is_one_event_of_the_deposit() -> None:
    deposit = happened(InstrumentDeposited, "2011-04-07", "BGR", instrument=Instrument.ACCEPTANCE)
    dispute = happened(Disputed, "2013-01-01", target="BGR#2", alternative=deposit)
    (each,) = listed(engine_with(joined("BGR", "2011-04-06"), dispute)).found
    assert set(sides(each)) == {"occurred_on", "instrument"}
    assert each.type == "ccm.instrument-deposited.v1"
