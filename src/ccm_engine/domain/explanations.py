"""Obligations and events in words."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final, cast

import attrs

from ccm_engine.domain.events import CONVENTION, Event
from ccm_engine.domain.obligations import Nature, Obligation, Standing, Timeliness
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.states import ALL_STATES, StateCode

STANDINGS: Final = {
    Standing.NOT_YET_BINDING: "not yet binding",
    Standing.NOT_ENGAGED: "not engaged: there is nothing it applies to",
    Standing.UNDETERMINED: "undetermined",
    Standing.CONTINUING: "continuing",
    Standing.PENDING: "pending",
    Standing.OVERDUE: "overdue",
    Standing.OVERDUE_REQUEST_PENDING: "overdue, with a request pending",
    Standing.DISCHARGED: "discharged",
    Standing.CEASED: "ceased: the state has withdrawn",
}
_QUANTITIES: Final = frozenset(
    {
        "munitions",
        "submunitions",
        "confirmed_m2",
        "suspected_m2",
        "cancelled_m2",
        "reduced_m2",
        "cleared_m2",
        "items_destroyed",
    }
)
_SKIPPED: Final = frozenset({"occurred_on", "citations", "state", "note"})


def owner_of(obligation: Obligation, on: date) -> str:
    """Return who owes a duty, by the name of that day."""
    if obligation.state == CONVENTION:
        together = obligation.nature is Nature.POLITICAL
        return "States Parties together" if together else "Secretary-General"
    return ALL_STATES[StateCode(obligation.state)].name_on(on)


def headline(obligation: Obligation, on: date) -> str:
    """Say in one line who owes what, by when: `Bulgaria, 3(2): destroy ... by 2020-10-01`."""
    line = f"{owner_of(obligation, on)}, {obligation.provision}: {obligation.duty}"
    if obligation.due is None:
        return line
    line += f" by {obligation.due}"
    if obligation.extensions:
        number = len(obligation.extensions)
        plural = "s" if number > 1 else ""
        line += f" ({number} extension{plural}; treaty date {obligation.treaty_due})"
    return line


def standing_line(obligation: Obligation) -> str:
    """Say where a state stands, and whether it was in time."""
    words = STANDINGS[obligation.standing]
    if obligation.discharged_on is not None and obligation.nature is not Nature.STANDING:
        words += f" {obligation.discharged_on}"
    match obligation.timeliness:
        case Timeliness.ON_TIME:
            words += ", on time"
        case Timeliness.LATE:
            words += f", late by {_days(obligation)}"
        case Timeliness.UNDETERMINED:
            words += "; whether on time is not known"
        case None:
            pass
    if (other := obligation.otherwise) is not None:
        words += (
            f"; if days known only in part fell on their other end: {STANDINGS[other.standing]}"
        )
        if other.due != obligation.due and other.due is not None:
            words += f", due {other.due}"
    return words


def _days(obligation: Obligation) -> str:
    if obligation.days_late is not None:
        return f"{obligation.days_late} day{'s' if obligation.days_late > 1 else ''}"
    if obligation.days_late_range is None:
        return "an unknown number of days"
    least, most = obligation.days_late_range
    return f"{least} to {most} days"


def in_words(event: Event) -> str:
    """Say what an event is and holds: `extension granted: article 3, months 12, meeting 9MSP`."""
    kind = event.TYPE.removeprefix("ccm.").rpartition(".v")[0].replace("-", " ")
    details = [
        _detail(field.name, value)
        for field in attrs.fields(type(event))
        if field.name not in _SKIPPED and (value := getattr(event, field.name)) not in {None, ()}
    ]
    return f"{kind}: {', '.join(details)}" if details else kind


def _detail(name: str, value: object) -> str:
    """Say one field of an event; a choice of a few words says itself what it is."""
    if isinstance(value, Enum):
        return str(value.value)
    said = str(value)
    if isinstance(value, tuple):
        said = ", ".join(map(str, cast("tuple[object, ...]", value)))
    elif isinstance(value, Event):
        said = f"[{in_words(value)}, {value.occurred_on}]"
    elif name == "provision":
        said = str(Provision.parse(said))
    elif name in _QUANTITIES:
        said = f"{value:,}"
    return f"{name.replace('_', ' ')} {said}"
