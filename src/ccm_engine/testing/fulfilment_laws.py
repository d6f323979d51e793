"""Laws of fulfilment: what was done counts, and nothing else does. Articles 3 to 14."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from ccm_engine.domain.events import (
    CONVENTION,
    AnnualReportSubmitted,
    ClarificationAnswered,
    ClarificationRequested,
    ClarificationWithdrawn,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContributionAssessed,
    ContributionPaid,
    Event,
    HostilitiesEnded,
    InitialReportSubmitted,
    InstrumentDeposited,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
    RetentionReportSubmitted,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
)
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.testing.answers import answers, hold, slug_of, suffix_of, with_names
from ccm_engine.testing.histories import History
from ccm_engine.testing.membership_laws import bindings
from ccm_engine.testing.reckoning import bound_from, consented_on, told
from ccm_engine.testing.under_test import MakeEngine, recorded_by

_REPORTS: Final = (AnnualReportSubmitted, InitialReportSubmitted)
_FULFILLED_BY: Final[Mapping[str, tuple[type[Event], ...]]] = {
    "3.2": (StockpileDestructionCompleted,),
    "3.8": (RetentionReportSubmitted, *_REPORTS),
    "4.1a": (ClearanceCompleted,),
    "4.1b": (ClearanceCompleted,),
    "4.1c": (ComplianceDeclared,),
    "7.1": (InitialReportSubmitted,),
    "7.2": _REPORTS,
    "8.2": (ClarificationAnswered,),
    "11.2": (MeetingHeld,),
    "12.1": (MeetingHeld,),
    "14.1": (ContributionPaid,),
}
"""What alone can fulfil each dated duty."""

_STATED: Final = {"request", "assessment", "conflict"}
"""Names by which an event says which of several duties it is about."""


def only_what_was_done_fulfils(make: MakeEngine, history: History, day: date) -> None:
    """Hold that what fulfilled a duty is on record, of its kind, of that state, and by that day.

    Articles 3(2), 3(8), 4(1), 7(1), 7(2), 8(2), 11(2), 12(1) and 14(1).
    """
    events = dict(with_names(history.plain))
    for duty in recorded_by(make, history.events).on(day).obligations():
        if duty.discharged_by is None:
            continue
        event = events.get(duty.discharged_by)
        said = f"{duty.id} is fulfilled on {day} by {duty.discharged_by}, {event}"
        kinds = _FULFILLED_BY[slug_of(duty)]
        hold(isinstance(event, kinds) and event.stream == duty.state, said)
        if event is not None:
            hold(event.occurred_on == duty.discharged_on, f"{said}: {duty.discharged_on}")
            hold(event.occurred_on.latest <= day, f"{said}, which lies after that day")
            about = [getattr(event, name, None) for name in _STATED]
            hold(suffix_of(duty) in about or not any(about), f"{said}, which is about {about}")


def what_was_done_fulfils(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a duty is fulfilled once what it asks for was done.

    Articles 3(2), 4(1)(a) and (b), 7(1), 7(2), 8(2), 11(2) and 12(1).
    """
    register = recorded_by(make, history.events).on(day)
    found = answers(register)
    for state in bindings(register, history):
        begins = bound_from(state, history.plain, day)
        if begins is not None and begins <= day:
            for name in _done(history.plain, state, day):
                _fulfilled(found.get(name), name, day)
    for name in _convened(history.plain, day):
        if name in found:  # convened before the Convention is in force is not asked for
            _fulfilled(found[name], name, day)


def _fulfilled(duty: Obligation | None, name: str, day: date) -> None:
    standing = "not there" if duty is None else duty.standing.value
    fulfilled = duty is not None and duty.standing is Standing.DISCHARGED
    hold(fulfilled, f"what {name} asks for was done, and on {day} it is {standing}")


def _done(events: Iterable[Event], state: str, day: date) -> Iterator[str]:
    """Yield the names of duties that a state has fulfilled for sure."""
    plain = [*events]
    consented = consented_on(plain, state, day) or date.max
    deposit = told(plain, state, day, InstrumentDeposited)[-1]
    begins = bound_from(state, plain, day) or date.max
    reports = told(plain, state, day, InitialReportSubmitted)
    since = max(consented, deposit.occurred_on.first)
    if any(each.occurred_on.latest >= since for each in reports):
        yield f"{state}/7.1"
    for report in told(plain, state, day, AnnualReportSubmitted):
        year, when = report.year_covered, report.occurred_on.latest
        if year is not None and when >= consented and _is_reported_on(begins, year, day):
            yield f"{state}/7.2/{year}"
    stocks = told(plain, state, day, StockpileDeclared, StockpileFound)
    areas = told(plain, state, day, ContaminationDeclared, ContaminationFound)
    if _ended(told(plain, state, day, StockpileDestructionCompleted), stocks):
        yield f"{state}/3.2"
    cleared = told(plain, state, day, ClearanceCompleted)
    if _ended(_of_conflict(cleared, None), _of_conflict(areas, None)):
        yield f"{state}/4.1a"
    for war in told(plain, state, day, HostilitiesEnded):
        over, ended = war.occurred_on.latest, _of_conflict(cleared, war.conflict)
        since_then = [each for each in ended if each.occurred_on.latest >= over]
        if over >= begins and _ended(since_then, _of_conflict(areas, war.conflict)):
            yield f"{state}/4.1b/{war.conflict}"
    yield from _answered(plain, state, day)


def _is_reported_on(begins: date, year: int, day: date) -> bool:
    """Tell whether a report on a year has fallen due by a day for a state bound long before."""
    return begins.year < year and date(year + 1, 4, 30) < day


def _of_conflict(events: Sequence[Event], conflict: str | None) -> list[Event]:
    return [each for each in events if getattr(each, "conflict", None) == conflict]


def _ended(completed: Sequence[Event], found: Sequence[Event]) -> bool:
    """Tell whether the end of something is on record, and nothing of it from later."""
    if not completed:
        return False
    last = completed[-1].occurred_on.latest
    return all(each.occurred_on.latest <= last for each in found)


def _answered(events: list[Event], state: str, day: date) -> Iterator[str]:
    taken_back = {each.request for each in told(events, state, day, ClarificationWithdrawn)}
    answered = told(events, state, day, ClarificationAnswered)
    consented = consented_on(events, state, day) or date.max
    for asked in told(events, state, day, ClarificationRequested):
        of_this = [each for each in answered if each.request == asked.request]
        done = any(each.occurred_on.latest >= asked.occurred_on.first for each in of_this)
        if done and asked.occurred_on.latest >= consented and asked.request not in taken_back:
            yield f"{state}/8.2/{asked.request}"


def _convened(events: Iterable[Event], day: date) -> Iterator[str]:
    kinds = {each.kind for each in told(events, CONVENTION, day, MeetingHeld)}
    if MeetingKind.MEETING_OF_STATES_PARTIES in kinds:
        yield f"{CONVENTION}/11.2/first"
    if MeetingKind.REVIEW_CONFERENCE in kinds:
        yield f"{CONVENTION}/12.1/first"


def a_share_is_paid_when_payments_reach_it(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a share is due by its invoice, and paid with the payment that reaches it: 14(1).

    Of a share of nothing there is nothing to pay. Shares from before a state was bound or after it
    left, and of states that joined twice, are left out.
    """
    register = recorded_by(make, history.events).on(day)
    found = answers(register)
    for state, binding in bindings(register, history).items():
        begins, ceased = bound_from(state, history.plain, day), binding.ceased_on or date.max
        if consented_on(history.plain, state, day) != date.min or begins is None or begins > day:
            continue
        for share in told(history.plain, state, day, ContributionAssessed):
            if not begins <= share.occurred_on.latest < ceased:
                continue
            name = f"{state}/14.1/{share.assessment}"
            duty = found.get(name)
            hold(duty is not None, f"{name} is not owed on {day}")
            if duty is not None:
                due = None if duty.due is None else duty.due.exact
                hold(due == share.due_on, f"{name} is due {due}, invoiced {share.due_on}")
                paid = _paid_on(history.plain, share, day)
                ended = None if duty.discharged_on is None else duty.discharged_on.latest
                hold(ended == paid, f"{name} is paid on {ended}, not on {paid}")


def _paid_on(events: Iterable[Event], share: ContributionAssessed, day: date) -> date | None:
    """Return the last day on which the payment that reaches a share can have been made."""
    sum_cents = 0
    for payment in told(events, share.state, day, ContributionPaid):
        same = (payment.assessment, payment.currency) == (share.assessment, share.currency)
        sum_cents += payment.amount_cents if same else 0
        if same and sum_cents >= share.amount_cents > 0:
            return payment.occurred_on.latest
    return None


def completion_is_declared_to_the_next_meeting(
    make: MakeEngine, history: History, day: date
) -> None:
    """Hold that a declaration of compliance is due when the next meeting opens: Article 4(1)(c).

    The next part of a conference in parts is one; without a day as long as none is called.
    """
    openings = sorted(_openings(history.plain, day))
    events = dict(with_names(history.plain))
    found = answers(recorded_by(make, history.events).on(day))
    for name, duty in found.items():
        if slug_of(duty) != "4.1c" or duty.standing is Standing.CEASED:
            continue
        proof = [events[each] for ground in duty.grounds for each in ground.events]
        completed = [each for each in proof if isinstance(each, ClearanceCompleted)]
        hold(completed, f"{name} does not say what was completed")
        day_done = completed[0].occurred_on.latest
        opens = next((each for each in openings if each >= day_done), None)
        due = None if duty.due is None else duty.due.latest
        said = f"{name}, completed {day_done}, is due {due} on {day}"
        hold(due == opens, f"{said}; the next meeting opens on {opens}")


def _openings(events: Iterable[Event], day: date) -> Iterator[date]:
    """Yield when each meeting, or each part of one, opens or opened, as known on a day."""
    kinds = (MeetingCalled, MeetingMoved, MeetingHeld)
    told_of = told(events, CONVENTION, day, *kinds)
    for code in {each.meeting for each in told_of}:
        known = [each for each in told_of if each.meeting == code]
        parts = [index for index, each in enumerate(known) if isinstance(each, MeetingHeld)]
        if parts:
            yield from (each.opens_on for each in known[parts[0] :])
        else:
            yield known[-1].opens_on
