"""A law of amendments: who supports one in time, and when it is in force for whom. Article 13."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from hypothesis import strategies as st

from ccm_engine.domain.events import (
    CONVENTION,
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    Event,
    InstrumentDeposited,
)
from ccm_engine.projections.amendments import Amendment, Stage, amendments
from ccm_engine.testing.answers import hold
from ccm_engine.testing.dates import LAST_EVENT, moved
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import FOUNDERS, History
from ccm_engine.testing.reckoning import bound_from, days_after, told
from ccm_engine.testing.refusals import acceded
from ccm_engine.testing.under_test import MakeEngine, recorded_by

AMENDMENT: Final = "the-amendment"
_JOINED: Final = date(2009, 2, 3)
_BOUND: Final = date(2009, 8, 1)  # 17(1)


@st.composite
def amended_histories(draw: st.DrawFn) -> History:
    """Draw how thirty States Parties propose, support, adopt and accept an amendment: Article 13.

    About half of them, so that one more or less decides; and about the last of the 90 days.
    """
    deposits = [acceded(state, _JOINED) for state in FOUNDERS[:30]]
    deposits += [acceded(state, draw(_after(_BOUND, 400))) for state in FOUNDERS[30:32]]
    proposed_on = draw(_after(_BOUND, 300))
    circulated_on = draw(_after(proposed_on, 30))
    events = [
        _told(AmendmentProposed, proposed_on, proposed_by=FOUNDERS[0]),
        _told(AmendmentCirculated, circulated_on),
    ]
    last = days_after(circulated_on, 90)
    events += [
        _told(AmendmentSupported, max(moved(last, draw(st.integers(-2, 1))), circulated_on), **who)
        for who in draw(_about_half("supported_by"))
    ]
    if draw(st.booleans()):
        adopted_on = draw(_after(last, 200))
        events.append(_told(AmendmentAdopted, adopted_on))
        events += [
            _told(AmendmentAccepted, draw(_after(adopted_on, 400)), **who)
            for who in draw(_about_half("accepted_by"))
        ]
    told_of = sorted([*deposits, *events], key=lambda each: each.occurred_on.latest)
    return History(tuple(told_of), (), len(told_of))


def _after(day: date, at_most: int) -> st.SearchStrategy[date]:
    return st.integers(0, at_most).map(lambda days: moved(day, days))


def _about_half(field: str) -> st.SearchStrategy[list[dict[str, str]]]:
    """Draw none of the founders, or from fourteen to eighteen of them."""
    counts = st.sampled_from((0, 14, 15, 16, 17, 18))
    return counts.map(lambda count: [{field: state} for state in FOUNDERS[:count]])


def _told(kind: type[Event], on: date, **fields: object) -> Event:
    return happened(kind, min(on, LAST_EVENT), amendment=AMENDMENT, **fields)


def an_amendment_takes_majorities(make: MakeEngine, history: History, day: date) -> None:
    """Hold that an amendment is supported, lapsed, adopted and in force as Article 13 counts.

    13(1): by more than half of the States Parties at its circulation, within 90 days of it; 13(5):
    once more than half of those at its adoption have accepted it, and for each that has.
    """
    engine = recorded_by(make, history.events)
    for each in (day, *_ends_of_support(history.plain)):
        _stands_as_reckoned(amendments(engine.on(each).point), history.plain, each)


def _ends_of_support(events: Iterable[Event]) -> Iterator[date]:
    """Yield the last day on which an amendment can be supported, and the next: 13(1)."""
    for each in told(events, CONVENTION, LAST_EVENT, AmendmentCirculated):
        last = days_after(each.occurred_on.latest, 90)
        yield from (last, days_after(last, 1))


def _stands_as_reckoned(found: Sequence[Amendment], events: tuple[Event, ...], day: date) -> None:
    if not told(events, CONVENTION, day, AmendmentProposed):
        hold(not found, f"an amendment is there on {day} that nobody proposed")
        return
    hold(len(found) == 1, f"{len(found)} amendments on {day}, one was proposed")
    stage, in_force_for = _reckoned(events, day)
    said = f"the amendment is {found[0].stage.value} on {day}, not {stage.value}"
    hold(found[0].stage is stage, said)
    told_for = _in_force_for(found[0])
    hold(told_for == in_force_for, f"in force for {told_for} on {day}, not for {in_force_for}")


def _in_force_for(found: Amendment) -> dict[str, date]:
    return {state: day.latest for state, day in found.in_force_for.items()}


def _reckoned(events: tuple[Event, ...], day: date) -> tuple[Stage, dict[str, date]]:
    """Return how far an amendment has come by a day, and since when it is in force for whom."""
    sent = told(events, CONVENTION, day, AmendmentCirculated)
    adopted = told(events, CONVENTION, day, AmendmentAdopted)
    if adopted:
        when = adopted[0].occurred_on.latest
        acts = told(events, CONVENTION, day, AmendmentAccepted)
        accepted = {str(each.accepted_by): each.occurred_on.latest for each in acts}
        since = _majority(accepted, _parties(events, when))
        if since is None:
            return Stage.ADOPTED, {}
        return Stage.IN_FORCE, {state: max(since, on) for state, on in accepted.items()}
    if not sent:
        return Stage.PROPOSED, {}
    when = sent[0].occurred_on.latest
    last = days_after(when, 90)
    supports = told(events, CONVENTION, min(day, last), AmendmentSupported)
    supported = {str(each.supported_by): each.occurred_on.latest for each in supports}
    if _majority(supported, _parties(events, when)) is not None:
        return Stage.SUPPORTED, {}
    return (Stage.OPEN_FOR_SUPPORT if day <= last else Stage.LAPSED), {}


def _parties(events: Iterable[Event], day: date) -> set[str]:
    told_of = [*events]
    states = {each.stream for each in told_of if isinstance(each, InstrumentDeposited)}
    bound = {state: bound_from(state, told_of, day) for state in states}
    return {state for state, begins in bound.items() if begins is not None and begins <= day}


def _majority(acts: Mapping[str, date], parties: set[str]) -> date | None:
    """Return the day on which more than half of the parties had acted."""
    days = sorted(day for state, day in acts.items() if state in parties)
    needed = len(parties) // 2
    return days[needed] if len(days) > needed else None
