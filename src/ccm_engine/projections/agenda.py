"""The meetings with what lies before them, and what pays for the work between them."""

from __future__ import annotations

import attrs

from ccm_engine.domain.articles.meeting_cycles import Place
from ccm_engine.domain.events import MeetingKind
from ccm_engine.domain.obligations import Obligation
from ccm_engine.projections.mandates import line_of
from ccm_engine.projections.meetings import (
    MeetingSheet,
    OpenRequest,
    meetings,
    outstanding_reviews,
    requests_before,
)
from ccm_engine.projections.unit_finances import UnitFinances, unit_finances
from ccm_engine.projections.view import View


@attrs.frozen
class Agenda:
    """Every meeting known on the day, by its opening, and what awaits one, called or not.

    `next` is the next meeting that decides. `requests` and `reviews` are all that await a
    decision or a review, also those whose meeting is not called yet.
    """

    next: Place
    meetings: tuple[MeetingSheet, ...]
    requests: tuple[OpenRequest, ...]
    reviews: tuple[Obligation, ...]
    finances: UnitFinances


def agenda(view: View, kind: MeetingKind | None = None) -> Agenda:
    """Return the meetings of one kind, or of all, and what lies before them."""
    return Agenda(
        line_of(view).next,
        meetings(view, kind),
        requests_before(view),
        outstanding_reviews(view),
        unit_finances(view),
    )
