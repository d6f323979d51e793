"""Rows about the machinery: who coordinated, presided, decided, and what it cost."""

from __future__ import annotations

import attrs

from ccm_engine.domain.events import (
    CONVENTION,
    ActionPlanAdopted,
    CoordinatorAppointed,
    CountStated,
    DecisionTaken,
    MeetingHeld,
    OutreachMade,
    PresidentDesignated,
    Procedure,
    ReviewOrdered,
    SponsorshipGiven,
    Theme,
    UnitReserveReported,
)
from ccm_engine.public_record.claims import Details
from ccm_engine.public_record.machinery import reconcile as settle_rows
from ccm_engine.public_record.reconciliation import Reconciled, Sources, reconcile
from ccm_engine.public_record.rows import in_one_order, source_of
from tests.public_record.reconciled_record import Record, days

NZL_FIRST: Details = {
    "row": "coordinator",
    "theme": "national-implementation",
    "state": "NZL",
    "since": "9MSP",
    "until": "10MSP",
    "cycles": 1,
    "source": {"title": "A list of the ISU", "url": None, "published": "2020"},
}


def on_page(row: Details, title: str, **changes: object) -> Details:
    return {**row, **changes, "source": {"title": title, "url": None, "published": "2020"}}


class TestOffices:
    """An office is given at a meeting, and held from its last day."""

    def test_new_zealand_coordinates_from_the_last_day_of_the_meeting(self, record: Record) -> None:
        offices = [
            each
            for each in record.of("NZL", CoordinatorAppointed)
            if each.theme is Theme.NATIONAL_IMPLEMENTATION and each.since == "9MSP"
        ]
        assert days(offices) == ["2019-09-04"]

    def test_two_sources_of_one_office_are_one_event(self, sources: Sources) -> None:
        rows = [NZL_FIRST, on_page(NZL_FIRST, "Another list", until=None)]
        (office,) = settle_rows(rows, sources.meetings)
        assert len(office.event.citations) == 2
        assert office.disputes == ()

    def test_another_end_of_one_office_is_a_dispute(self, sources: Sources) -> None:
        rows = [NZL_FIRST, on_page(NZL_FIRST, "Another list", until="2RC")]
        (office,) = settle_rows(rows, sources.meetings)
        assert [type(each) for each in office.disputes] == [CoordinatorAppointed]

    def test_an_office_given_at_a_meeting_only_called_came_by_its_source(
        self, sources: Sources
    ) -> None:
        (office,) = settle_rows([on_page(NZL_FIRST, "A page", since="3RC")], sources.meetings)
        assert str(office.event.occurred_on) == "../2020-12-31"

    def test_every_presidency_has_a_state(self, record: Record, reconciled: Reconciled) -> None:
        held = {
            each.meeting
            for each in record.of(CONVENTION, MeetingHeld)
            if each.meeting.endswith(("MSP", "RC"))
        }
        given = {
            each.meeting: each.state
            for each in reconciled.events
            if isinstance(each, PresidentDesignated)
        }
        assert given["1MSP"] == "LAO"
        assert given["9MSP"] == "LKA"
        assert given["3RC"] == "LAO"
        assert held == set(given) - {"3RC"}

    def test_mexicos_president_is_told_by_a_claim_a_row_and_the_meeting(
        self, record: Record
    ) -> None:
        mexico = record.only("MEX", PresidentDesignated)
        assert len(mexico.citations) == 3
        assert [each.claim for each in mexico.citations if each.claim] == ["MEX-1e33e743ff"]
        assert str(mexico.occurred_on) == "../2022-12-31"

    def test_two_persons_of_switzerland_were_designated_for_one_conference(
        self, record: Record
    ) -> None:
        first, second = record.of("CHE", PresidentDesignated)
        assert (first.meeting, second.meeting) == ("2RC", "2RC")
        assert first.person != second.person


class TestWhatMeetingsDid:
    """Decisions, orders, plans, and the money for them."""

    def test_a_decision_falls_on_the_days_of_its_meeting(self, record: Record) -> None:
        decided = [
            each
            for each in record.of(CONVENTION, DecisionTaken)
            if each.decision.startswith("adopted guidelines on extension requests")
        ]
        assert days(decided) == ["2018-09-03/2018-09-05"]
        assert decided[0].procedure is Procedure.MEETING

    def test_three_plans_were_adopted_on_the_last_day(self, record: Record) -> None:
        adopted = record.of(CONVENTION, ActionPlanAdopted)
        assert [(each.plan, str(each.occurred_on)) for each in adopted] == [
            ("VAP", "2010-11-12"),
            ("DAP", "2015-09-11"),
            ("LAP", "2021-09-21"),
        ]

    def test_the_financial_procedures_are_to_be_reviewed_by_the_second_conference(
        self, record: Record
    ) -> None:
        orders = record.of(CONVENTION, ReviewOrdered)
        (financial,) = [each for each in orders if each.review == "isu-financial-procedures"]
        assert (financial.ordered_at, financial.due_meeting) == ("7MSP", "2RC")

    def test_amounts_are_in_hundredths_of_a_franc(self, record: Record) -> None:
        assert record.only(CONVENTION, UnitReserveReported).amount_cents == 40_000_000
        sponsored = record.only(CONVENTION, SponsorshipGiven)
        assert (sponsored.amount_cents, sponsored.delegates, sponsored.states) == (
            5_280_000,
            17,
            16,
        )
        assert str(sponsored.occurred_on) == "2016-01-01/2019-12-31"

    def test_states_reached_together_are_named_in_one_event(self, record: Record) -> None:
        workshops = record.of("NOR", OutreachMade)
        (african,) = [each for each in workshops if "ratifying" in each.what]
        assert african.to == (
            *("CAF", "COG", "DJI", "GIN", "MDG"),
            *("MUS", "NAM", "TZA", "UGA", "ZAF"),
        )

    def test_administrative_measures_are_counted_and_not_named(self, record: Record) -> None:
        counted = [
            (each.year, each.count)
            for each in record.of(CONVENTION, CountStated)
            if each.subject == "administrative-measures"
        ]
        assert counted == [(2015, 44), (2020, 53)]


class TestRows:
    """Every row is cited, or said to become no event."""

    def test_every_row_is_cited_or_named_as_aside(
        self, sources: Sources, reconciled: Reconciled
    ) -> None:
        cited = {
            attrs.evolve(citation, gives=None)
            for event in reconciled.events
            for citation in event.citations
        }
        aside = in_one_order(row for row in sources.machinery if source_of(row) not in cited)
        assert aside == list(reconciled.rows_aside)

    def test_what_is_aside_names_no_actor_or_no_meeting(self, reconciled: Reconciled) -> None:
        for row in reconciled.rows_aside:
            assert row.get("by") is None
            assert row.get("since") is None

    def test_without_rows_the_claims_make_the_same_events_but_for_the_machinery(
        self, sources: Sources, reconciled: Reconciled
    ) -> None:
        without = reconcile(attrs.evolve(sources, machinery=()))
        assert not any(isinstance(each, CoordinatorAppointed) for each in without.events)
        outcomes = [each.outcome for each in reconciled.accounts]
        assert [each.outcome for each in without.accounts] == outcomes
