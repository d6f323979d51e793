"""Meetings, offices, reviews ordered, costs: Articles 11, 12 and 14."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeVar

from ccm_engine.domain.articles.mandate_terms import TermStanding
from ccm_engine.domain.convention import DECIDING
from ccm_engine.domain.events import (
    CONVENTION,
    DecisionTaken,
    DocumentIssued,
    Entry,
    Event,
    MeetingHeld,
    MeetingKind,
    ReviewOrdered,
    SponsorshipGiven,
    UnitReserveReported,
)
from ccm_engine.domain.provisions import Provision
from ccm_engine.projections.certainty import Certainty, in_period, state_count
from ccm_engine.projections.counting import (
    Clause,
    Events,
    Figure,
    StateCount,
    StatedNumber,
    by_state,
)
from ccm_engine.projections.mandates import (
    CURRENT,
    Mandate,
    Office,
    ends_at,
    line_of,
    mandates,
    may_end_next,
)
from ccm_engine.projections.meetings import outstanding_reviews, requests_before
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View

E = TypeVar("E", bound=Event)

ART_11_2: Final = Provision.parse("11(2)")
_FRANC: Final = "CHF"
_CENTS: Final = 100

_COORDINATORS: Final = Clause(
    "State is on record as coordinator of a theme",
    "States are on record as coordinators of a theme",
)
_ENDING: Final = Clause(
    "State is on record with a mandate that ends at the next meeting",
    "States are on record with a mandate that ends at the next meeting",
)
_ASKED: Final = Clause(
    "State Party awaits a decision on a request for extension",
    "States Parties await a decision on a request for extension",
)
_REVIEWS: Final = Clause(
    "review that a meeting ordered is not on record as carried out",
    "reviews that meetings ordered are not on record as carried out",
)
_RESERVE: Final = Clause(
    "Swiss franc is the reserve of the Implementation Support Unit, as last reported",
    "Swiss francs are the reserve of the Implementation Support Unit, as last reported",
)
_HELD: Final = Clause(
    "meeting that decides was held to its end", "meetings that decide were held to their end"
)
_PRESIDED: Final = Clause(
    "State presided over a meeting that ended", "States presided over a meeting that ended"
)
_DECIDED: Final = Clause(
    "decision of the States Parties is on record", "decisions of the States Parties are on record"
)
_DOCUMENTS: Final = Clause("official document is on record", "official documents are on record")
_A_YEAR: Final = Clause(
    "Meeting of States Parties was held in each calendar year without a Review Conference",
    "Meetings of States Parties were held in each calendar year without a Review Conference",
)
_DELEGATES: Final = Clause(
    "delegate a meeting was sponsored on average", "delegates a meeting were sponsored on average"
)
_STATES: Final = Clause(
    "State a meeting, on average, had delegates sponsored",
    "States a meeting, on average, had delegates sponsored",
)
_FRANCS: Final = Clause(
    "Swiss franc a year was spent on sponsorship", "Swiss francs a year were spent on sponsorship"
)


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day: offices, what awaits a meeting, the reserve."""
    line, held = line_of(view), mandates(view)
    coordinate = [each for each in held if each.office is Office.COORDINATOR]
    yield _offices(
        "machinery.coordinators",
        _COORDINATORS,
        (each for each in coordinate if each.standing in CURRENT - {TermStanding.UNDETERMINED}),
        (each for each in coordinate if each.standing is TermStanding.UNDETERMINED),
    )
    yield _offices(
        "machinery.mandates_ending_next",
        _ENDING,
        (each for each in held if each.standing is TermStanding.ENDS_NEXT),
        (each for each in held if may_end_next(each, line)),
    )
    asked = ((each.state, each.sure, each.events) for each in requests_before(view))
    yield state_count("machinery.requests_awaiting", _ASKED, asked)
    yield _reviews(view)
    yield _reserve(view)


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period: what was held, decided, issued and sponsored."""
    yield _meetings_held(before, after)
    yield _presided(before, after)
    yield _each_year(before, after)
    yield _counted("machinery.decisions_taken", _DECIDED, before, after, DecisionTaken)
    yield _counted("machinery.documents_issued", _DOCUMENTS, before, after, DocumentIssued)
    yield from _sponsored(before, after)


def _offices(
    key: str, clause: Clause, certain: Iterable[Mandate], unsure: Iterable[Mandate]
) -> StateCount:
    """Count states, each once however many offices it holds; those in doubt only otherwise."""
    states = by_state((each.state, each.events) for each in certain if each.state)
    doubtful = by_state(
        (each.state, each.events) for each in unsure if each.state and each.state not in states
    )
    return StateCount(key=key, clause=clause, states=states, unknown=doubtful)


def _reviews(view: View) -> StatedNumber:
    """Count the reviews ordered and not carried out; unknown where no order is on record."""
    reviews = outstanding_reviews(view)
    events = dict.fromkeys(
        event
        for each in reviews
        for ground in each.grounds
        if ground.provision == each.provision
        for event in ground.events
    )
    return StatedNumber(
        key="machinery.reviews_due",
        clause=_REVIEWS,
        value=len(reviews) if view.of_all(ReviewOrdered) else None,
        events=tuple(events),
    )


def _reserve(view: View) -> StatedNumber:
    reserves = view.of_all(UnitReserveReported)
    last = reserves[-1] if reserves and reserves[-1].event.currency == _FRANC else None
    value = None if last is None else last.event.amount_cents // _CENTS
    events = () if last is None else (last.id,)
    return StatedNumber(key="machinery.reserve_chf", clause=_RESERVE, value=value, events=events)


def _meetings_held(before: View, after: View) -> StatedNumber:
    closed = line_of(before).closed
    line = line_of(after)
    held = line.meetings[closed : line.closed]
    events = tuple(event for each in held for event in _held(after, each.code))
    return StatedNumber(
        key="machinery.meetings_held",
        clause=_HELD,
        value=len(held) if line.meetings else None,
        events=events,
        provision=ART_11_2,
    )


def _held(view: View, code: str) -> Events:
    return tuple(each.id for each in view.of_all(MeetingHeld) if each.event.meeting == code)


def _presided(before: View, after: View) -> StateCount:
    """Count who presided over a meeting that ended in the period.

    Of several designated for one meeting the record does not say who did.
    """
    first, last = line_of(before).closed, line_of(after).closed
    over = [
        each
        for each in mandates(after)
        if each.meeting is not None
        and each.term.ends is not None
        and each.term.ends.number is not None
        and first <= each.term.ends.number < last
    ]
    several = {place for place, number in Counter(map(ends_at, over)).items() if number > 1}
    return _offices(
        "machinery.presidencies",
        _PRESIDED,
        (each for each in over if ends_at(each) not in several),
        (each for each in over if ends_at(each) in several),
    )


def _each_year(before: View, after: View) -> StatedNumber:
    """Tell how many Meetings of States Parties a year had; `None` where years differ.

    Of the whole calendar years of the period in which no Review Conference sat. A year without a
    meeting on record proves nothing.
    """
    sat: dict[int, list[Entry[MeetingHeld]]] = {}
    for entry in after.of_all(MeetingHeld):
        if entry.event.kind in DECIDING:
            sat.setdefault(entry.event.opens_on.year, []).append(entry)
    years = [
        sat.get(year, [])
        for year in range(before.as_of.year, after.as_of.year + 1)
        if before.as_of < date(year, 1, 1) and date(year, 12, 31) <= after.as_of
    ]
    review = MeetingKind.REVIEW_CONFERENCE
    plain = [year for year in years if all(each.event.kind is not review for each in year)]
    numbers = {len({each.event.meeting for each in year}) for year in plain}
    return StatedNumber(
        key="machinery.msp_per_year",
        clause=_A_YEAR,
        value=numbers.pop() if len(numbers) == 1 and 0 not in numbers else None,
        events=tuple(each.id for year in plain for each in year),
        provision=ART_11_2,
    )


def _counted(
    key: str, clause: Clause, before: View, after: View, kind: type[Event]
) -> StatedNumber:
    """Count the events of a kind in a period; unknown where the record has none of the kind.

    Of those that may lie in the period, or outside it, it cannot tell: INT-0012.
    """
    told = [
        (each, in_period(each.event.occurred_on, before.as_of, after.as_of))
        for each in after.point.history.chronicle(CONVENTION).entries
        if isinstance(each.event, kind)
    ]
    found = [each for each, within in told if within is Certainty.YES]
    return StatedNumber(
        key=key,
        clause=clause,
        value=len(found) if after.of_all(kind) else None,
        events=tuple(each.id for each in found),
        in_all=all(within is not Certainty.UNKNOWN for _, within in told),
    )


def _sponsored(before: View, after: View) -> Iterator[StatedNumber]:
    """Yield what was last said of sponsorship over a period: its amount is that of a year."""
    given = [
        each
        for each in _within(before, after, SponsorshipGiven)
        if each.event.period is not None and each.event.sponsor is None
    ]
    last = given[-1] if given else None
    events = () if last is None else (last.id,)
    francs = delegates = states = None
    if last is not None:
        delegates, states = last.event.delegates, last.event.states
        cents = last.event.amount_cents if last.event.currency == _FRANC else None
        francs = None if cents is None else cents // _CENTS
    for key, clause, value in (
        ("machinery.sponsored_delegates", _DELEGATES, delegates),
        ("machinery.sponsored_states", _STATES, states),
        ("machinery.sponsorship_chf_per_year", _FRANCS, francs),
    ):
        yield StatedNumber(key=key, clause=clause, value=value, events=events)


def _within(before: View, after: View, kind: type[E]) -> list[Entry[E]]:
    """Return the events that concern all states and happened in the period."""
    earlier = {entry.id for entry in before.of_all(kind)}
    return [entry for entry in after.of_all(kind) if entry.id not in earlier]


THEME = Theme(
    key="machinery",
    title="Meetings and implementation support",
    provisions=("11(2)", "12(1)"),
    position=position,
    progress=progress,
)
