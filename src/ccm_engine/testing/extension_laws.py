"""Laws of extensions: none is lost, none shortens, each runs from the deadline before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    ContaminationDeclared,
    Event,
    ExtensionEvent,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    HostilitiesEnded,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
)
from ccm_engine.domain.interpretations import PRACTICE, Interpretation, NineMonths
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.testing.answers import answers, hold, slug_of, suffix_of
from ccm_engine.testing.dates import days, moved
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.histories import FOUNDERS, PROTAGONISTS, History
from ccm_engine.testing.reckoning import consented_on, months_after, told
from ccm_engine.testing.refusals import OPEN, acceded
from ccm_engine.testing.under_test import MakeEngine, recorded_by

ENFORCED: Final = attrs.evolve(PRACTICE, nine_months=NineMonths.ENFORCE)
_ARTICLES: Final = {"3.2": 3, "4.1a": 4, "4.1b": 4}
_DECISIONS: Final = (ExtensionGranted, ExtensionRefused, ExtensionRequestWithdrawn)
_Said = tuple[PartialDate, int | None, PartialDate | None]


@st.composite
def filed_histories(draw: st.DrawFn) -> History:
    """Draw how a state asks a meeting for more time about nine months before it opens: 4(6)."""
    state = PROTAGONISTS[0]
    joined = [acceded(each, OPEN) for each in (*FOUNDERS[:30], state)]
    opens = draw(days(date(2018, 1, 1), date(2019, 12, 31)))
    filed = moved(months_after(opens, -9), draw(st.sampled_from((0, 1, -1, 20, 29, -20, -29))))
    meeting = {"meeting": "9MSP", "opens_on": opens, "closes_on": moved(opens, 4)}
    kind = MeetingKind.MEETING_OF_STATES_PARTIES
    told_of = [
        happened(ContaminationDeclared, date(2010, 1, 1), state=state),
        happened(MeetingCalled, date(2016, 1, 1), kind=kind, **meeting),
        happened(ExtensionRequested, filed, state=state, article=4, months=12, meeting="9MSP"),
    ]
    return History((*joined, *told_of), (state,), len(joined) + len(told_of))


def every_grant_counts(make: MakeEngine, history: History, day: date) -> None:
    """Hold that each extension granted by a day is in the chain, and the last one is the deadline.

    Articles 3(3), 3(5), 4(5) and 4(7); nothing is in the chain that was not granted.
    """
    for duty in recorded_by(make, history.events).on(day).obligations():
        if slug_of(duty) not in _ARTICLES:
            continue
        granted = [e for e in _about(history, duty, day) if isinstance(e, ExtensionGranted)]
        expected = [(each.occurred_on, each.months, each.until) for each in granted]
        found = [(each.decided_on, each.months, each.until) for each in duty.extensions]
        said = f"{duty.id} on {day} has {_told(found)}, granted were {_told(expected)}"
        hold(sorted(found, key=str) == sorted(expected, key=str), said)
        if duty.extensions and duty.due is not None:
            last = duty.extensions[-1].due
            hold(duty.due == last, f"{duty.id} is due {duty.due}, last extended to {last}")


def _told(extensions: Iterable[_Said]) -> str:
    found = [
        f"{months} months" if until is None else f"until {until}"
        for _decided, months, until in extensions
    ]
    return " and ".join(found) or "no extension"


def _about(history: History, duty: Obligation, day: date) -> list[ExtensionEvent]:
    """Return what was asked and decided about a deadline by a day, under the consent that binds."""
    consented = consented_on(history.plain, duty.state, day) or date.max
    return [
        each
        for each in told(history.plain, duty.state, day, ExtensionEvent)
        if each.article == _ARTICLES[slug_of(duty)]
        and each.conflict == (_suffix(duty) or None)
        and each.occurred_on.latest >= consented
    ]


def _suffix(duty: Obligation) -> str:
    return suffix_of(duty) if slug_of(duty) == "4.1b" else ""


def every_extension_is_its_anchor_and_months(make: MakeEngine, history: History, day: date) -> None:
    """Hold that an extension runs from the deadline before it, or to the day stated: 3(5), 4(7)."""
    for duty in recorded_by(make, history.events).on(day).obligations():
        anchor, added = duty.treaty_due, 0
        for each in duty.extensions:
            if anchor is None or each.due.exact is None:
                break
            if each.until is not None:
                hold(each.until.meets(each.due), f"{duty.id}: {each.due} is not {each.until}")
                anchor, added = each.due.exact, 0
            else:
                added += each.months or 0
                reckoned = months_after(anchor, added)
                hold(each.due.exact == reckoned, f"{duty.id}: {each.due} is not {reckoned}")


def an_extension_never_shortens(
    make: MakeEngine, history: History, day: date, reading: Interpretation
) -> None:
    """Hold that no extension ends before the deadline it extends, by any reading: 3(3), 4(5)."""
    register = recorded_by(make, history.events).on(day, reading=reading)
    for duty in register.obligations():
        if not duty.extensions or duty.treaty_due is None:
            continue
        before = _before_any_extension(history, duty, duty.treaty_due)
        for each in duty.extensions:
            said = f"{duty.id}: an extension decided {each.decided_on} moves {before} to {each.due}"
            hold(each.due.latest >= before.latest, said)
            hold(each.due.first >= before.first, said)
            before = each.due


def _before_any_extension(history: History, duty: Obligation, treaty_due: date) -> PartialDate:
    """Return the deadline first extended; not exact where hostilities ended on an unknown day."""
    ended = told(history.plain, duty.state, date.max, HostilitiesEnded)
    exact = slug_of(duty) != "4.1b" or ended[0].occurred_on.exact is not None
    return PartialDate.on(treaty_due) if exact else PartialDate.by(treaty_due)


def a_request_is_pending_until_it_is_decided(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a request made after every decision is pending, and none is where none was made.

    Articles 3(5) and 4(7). Requests of days known in part are left out.
    """
    for duty in recorded_by(make, history.events).on(day).obligations():
        if slug_of(duty) not in _ARTICLES or duty.standing is Standing.CEASED:
            continue
        about = _about(history, duty, day)
        asked = [each for each in about if isinstance(each, ExtensionRequested)]
        hold(asked or not duty.request_pending, f"{duty.id} has a request pending nobody made")
        decided = [each.occurred_on.latest for each in about if isinstance(each, _DECISIONS)]
        last = max(decided, default=date.min)
        after = [each.occurred_on for each in asked if each.occurred_on.latest > last]
        if after and all(each.first > last for each in after):
            said = f"{duty.id}: the request of {after[0]} is not pending on {day}"
            hold(duty.request_pending, said)


def nine_months_lie_before_the_meeting(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a request filed less than nine months before a meeting opens is late: 3(5), 4(6).

    By practice it awaits a decision all the same; where the nine months are enforced it does not
    (INT-0003).
    """
    engine = recorded_by(make, history.events)
    enforced = answers(engine.on(day, reading=ENFORCED))
    for name, duty in answers(engine.on(day)).items():
        about = _about(history, duty, day) if slug_of(duty) in _ARTICLES else []
        if len(about) != 1 or not isinstance(about[0], ExtensionRequested):
            continue
        opens = _opens(history.plain, about[0].meeting, day)
        if opens is not None:
            filed = about[0].occurred_on.latest
            in_time = filed <= months_after(opens, -9)
            said = f"{name}: a request filed on {filed} for a meeting that opens on {opens}"
            hold(duty.request_pending, f"{said} is not pending")
            hold(enforced[name].request_pending == in_time, f"{said}: in time is not {in_time}")


def _opens(events: Iterable[Event], meeting: str | None, day: date) -> date | None:
    """Return when a meeting opens that was called and neither moved nor held by a day."""
    kinds = (MeetingCalled, MeetingMoved, MeetingHeld)
    known = [
        each
        for each in events
        if isinstance(each, kinds) and each.meeting == meeting and each.occurred_on.latest <= day
    ]
    return known[0].opens_on if len(known) == 1 else None
