"""Extensions, who joined, and amendments: Articles 3(5), 4(7), 13, 16 and 17."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import FIRST_DAY, PartialDate
from ccm_engine.domain.events import Signed
from ccm_engine.domain.states import RegionalGroup
from ccm_engine.errors import InvalidValueError
from ccm_engine.exporters.ledgers.sheets import Selection, counted, ledger
from ccm_engine.exporters.ledgers.values import Row, row_of
from ccm_engine.exporters.ledgers.weapons import proof_of
from ccm_engine.projections.amendments import Amendment, Stage, amendments
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Events
from ccm_engine.projections.extensions_granted import (
    Grant,
    RequestAwaiting,
    grants,
    requests_awaiting,
)
from ccm_engine.projections.universalization import Joined, joined
from ccm_engine.register import Register


@attrs.frozen(kw_only=True)
class Extension:
    """One extension granted, or one request that awaits a decision.

    `deadline` is the day it moved, or would move, and `moved_to` the day it led to; both are
    `None` where it moved none. `months` and `until` are as decided, or as asked for. `late` tells
    whether it was decided after the deadline; `None` of a request, and where it moved none.
    """

    what: str
    state: str
    name: str
    article: int
    conflict: str | None
    obligation: str | None
    months: int | None
    until: PartialDate | None
    filed_on: PartialDate | None
    decided_on: PartialDate | None
    meeting: str | None
    deadline: PartialDate | None
    moved_to: PartialDate | None
    late: Certainty | None
    days_late: int | None
    days_late_range: tuple[int, int] | None
    events: Events


def _extensions(register: Register, _: Selection) -> Iterator[Extension]:
    view = register.view()
    for grant in grants(view):
        yield _granted(grant, register)
    for request in requests_awaiting(view):
        yield _awaiting(request, register)


def _granted(each: Grant, register: Register) -> Extension:
    return Extension(
        what="granted",
        state=each.state,
        name=each.name,
        article=each.article,
        conflict=each.conflict,
        obligation=each.obligation,
        months=each.months,
        until=each.until,
        filed_on=None,
        decided_on=each.decided_on,
        meeting=each.meeting,
        deadline=each.extended,
        moved_to=each.due,
        late=None if each.extended is None else _late(each),
        days_late=each.days_late,
        days_late_range=each.days_late_range,
        events=_with_proof(register, each.obligation, each.event),
    )


def _late(each: Grant) -> Certainty:
    if each.days_late == 0:
        return Certainty.NO
    known = each.days_late is not None or each.days_late_range is not None
    return Certainty.YES if known else Certainty.UNKNOWN


def _awaiting(each: RequestAwaiting, register: Register) -> Extension:
    return Extension(
        what="awaiting" if each.sure is Certainty.YES else "perhaps-awaiting",
        state=each.state,
        name=each.name,
        article=each.article,
        conflict=each.obligation.partition("/4.1b/")[2] or None,
        obligation=each.obligation,
        months=each.months,
        until=each.until,
        filed_on=each.filed_on,
        decided_on=None,
        meeting=each.meeting,
        deadline=each.due,
        moved_to=None,
        late=None,
        days_late=None,
        days_late_range=None,
        events=_with_proof(register, each.obligation, *each.events),
    )


def _with_proof(register: Register, obligation: str | None, *events: str) -> Events:
    """Return the events of a decision or a request, then what its deadline rests on."""
    rest = () if obligation is None else proof_of(register.obligation(obligation))
    return tuple(dict.fromkeys((*events, *rest)))


def _by_kind(rows: tuple[Extension, ...], _: Register, __: Selection) -> Row:
    granted = [each for each in rows if each.what == "granted"]
    return {
        "extensions": {
            what: sum(each.what == what for each in rows)
            for what in ("granted", "awaiting", "perhaps-awaiting")
        },
        "granted_by_article": {
            number: sum(each.article == number for each in granted)
            for number in sorted({each.article for each in granted})
        },
        "granted_by_meeting": {
            meeting or "not-known": sum(each.meeting == meeting for each in granted)
            for meeting in dict.fromkeys(each.meeting for each in granted)
        },
    }


def _joined(register: Register, chosen: Selection) -> tuple[Joined, ...]:
    """Return who deposited in a period; by default since the Convention was adopted."""
    since, until = _period(chosen.since, chosen.until, register.as_of)
    return joined(register.on(since).view(), register.on(until).view())


def _period(since: date | None, until: date | None, as_of: date) -> tuple[date, date]:
    begin, end = since or FIRST_DAY, until or as_of
    if end > as_of:
        obstacle = f"{end} is after {as_of}, the day asked about"
        raise InvalidValueError("show who joined", obstacle, "end on that day or before")
    if end < begin:
        obstacle = f"{end} is before {begin}"
        raise InvalidValueError("show who joined", obstacle, "give the earlier day first")
    return begin, end


def _consent(each: Joined, register: Register) -> Row:
    signed = register.point.dossier(each.state).first(Signed)
    return row_of(each, events=(signed.id, each.event) if signed else (each.event,))


def _joining(rows: tuple[Joined, ...], _: Register, __: Selection) -> Row:
    return {
        "joined": counted((each.within for each in rows), Certainty),
        "by_group": counted((each.group for each in rows), RegionalGroup),
    }


def _proposed(register: Register, _: Selection) -> tuple[Amendment, ...]:
    return amendments(register.point)


def _stages(rows: tuple[Amendment, ...], _: Register, __: Selection) -> Row:
    return {"stage": counted((each.stage for each in rows), Stage)}


EXTENSIONS: Final = ledger(_extensions, _by_kind, "state")
JOINED: Final = ledger(_joined, _joining, "state", "since", "until", row=_consent)
AMENDMENTS: Final = ledger(_proposed, _stages)
