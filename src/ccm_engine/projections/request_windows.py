"""For each running Article 3 or 4 deadline: the last meeting before it, the last day to file."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from ccm_engine.domain.articles.extension_chain import last_day_to_file
from ccm_engine.domain.articles.meeting_cycles import Line
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Convention, Meeting
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.domain.obligations import OUTSTANDING, Obligation, Standing
from ccm_engine.domain.provisions import Provision

_EXTENDABLE = frozenset(map(Provision.parse, ("3(2)", "4(1)(a)", "4(1)(b)")))


class Window(enum.Enum):
    """Whether a request can still be filed in time; one filed late is taken (INT-0003)."""

    OPEN = "open"
    CLOSED = "closed"
    REQUESTED = "requested"
    NO_MEETING_KNOWN = "no-meeting-known"


@attrs.frozen
class RequestWindow:
    """One running deadline and the last meeting that can extend it before it passes.

    `meeting` is the last one called so far that opens by the due day and is not over; `None`
    where there is none. A later one may still be called.
    """

    obligation: str
    state: str
    due: PartialDate
    meeting: str | None
    meeting_opens: date | None
    file_by: date | None
    standing: Standing
    window: Window


def request_windows(
    obligations: Iterable[Obligation], ccm: Convention, as_of: date, reading: Interpretation
) -> tuple[RequestWindow, ...]:
    """Return a window for each running deadline, the soonest due first."""
    ahead = Line.of(ccm, as_of).ahead(as_of)
    found = [
        _window(each, each.due, ahead, as_of, reading)
        for each in obligations
        if each.provision in _EXTENDABLE and _runs(each) and each.due is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.due.latest, each.obligation)))


def _runs(obligation: Obligation) -> bool:
    """Tell whether a deadline runs; one that may, for all that is known, if more time was asked."""
    if obligation.standing is Standing.UNDETERMINED:
        return obligation.request_pending
    return obligation.standing in OUTSTANDING


def _window(
    obligation: Obligation,
    due: PartialDate,
    ahead: Sequence[Meeting],
    as_of: date,
    reading: Interpretation,
) -> RequestWindow:
    meeting = _last_before(due, ahead)
    file_by = last_day_to_file(meeting, reading) if meeting else None
    if obligation.request_pending:
        window = Window.REQUESTED
    elif file_by is None:
        window = Window.NO_MEETING_KNOWN
    else:
        window = Window.OPEN if as_of <= file_by else Window.CLOSED
    return RequestWindow(
        obligation.id,
        obligation.state,
        due,
        meeting.code if meeting else None,
        meeting.opens_on if meeting else None,
        file_by,
        obligation.standing,
        window,
    )


def _last_before(due: PartialDate, ahead: Sequence[Meeting]) -> Meeting | None:
    """Return the last of the meetings ahead that opens by the due day."""
    return next((each for each in reversed(ahead) if each.opens_on <= due.latest), None)
