"""What would follow if something happened that has not: an overlay on the record, compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ccm_engine.domain.events import CONVENTION, Entry, Event
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.suppositions import Overlay, suppose
from ccm_engine.projections.differences import Differences, differences
from ccm_engine.projections.reasons import Side
from ccm_engine.projections.request_windows import RequestWindow, Window, request_windows


@attrs.frozen
class Supposition:
    """What an overlay changes on one day.

    `supposed` are its events, by names that no log can store (`MRT?1`). `remarks` say what the
    Convention would not allow, what would come late, and what has not happened by the day.
    """

    differences: Differences
    supposed: tuple[Entry[Event], ...]
    remarks: tuple[str, ...]


def consequences(side: Side, overlay: Overlay) -> Supposition:
    """Compare one side with what it would be, had the overlay's events happened.

    Raises `RefusedEventError` with the `index` of an event that contradicts the record.
    """
    supposed = suppose(side.point, side.told, overlay)
    point = Standpoint(supposed.history, side.point.as_of, side.point.reading)
    streams = (*point.states, CONVENTION)
    owed = tuple(each for stream in streams for each in point.obligations(stream))
    would_be = Side(point, supposed.told, side.position, owed)
    missed = _windows_missed(_windows(side), _windows(would_be), point)
    return Supposition(differences(side, would_be), supposed.entries, (*supposed.remarks, *missed))


def _windows(side: Side) -> tuple[RequestWindow, ...]:
    point = side.point
    return request_windows(side.owed, point.ccm, point.as_of, point.reading)


def _windows_missed(
    before: Sequence[RequestWindow], after: Sequence[RequestWindow], point: Standpoint
) -> Iterator[str]:
    """Say for which running deadlines the last day to file would have passed sooner."""
    usual = {each.obligation: each.file_by for each in before}
    for each in after:
        was = usual.get(each.obligation)
        if each.file_by is None and was is not None:
            yield f"{each.obligation}: no meeting called could decide on it before {each.due}"
        elif each.file_by is not None and each.file_by < min(was or point.as_of, point.as_of):
            instead = "" if was is None else f", not {was}"
            requested = each.window is Window.REQUESTED
            filed = "; a request is on record" if requested else ""
            said = f"the last day to file for the {each.meeting} would be {each.file_by}{instead}"
            yield f"{each.obligation}: {said}, and has passed on {point.as_of}{filed}"
