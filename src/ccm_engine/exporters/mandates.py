"""Who holds which office, since which meeting, and at which meeting each mandate ends."""

from __future__ import annotations

from ccm_engine.domain.articles.meeting_cycles import Place
from ccm_engine.exporters.envelope import Document, written
from ccm_engine.projections.mandates import Mandate, MandateRoster


def mandates_document(roster: MandateRoster) -> Document:
    """Return `next_meeting`, `ending`, `count` and `mandates`: presidencies, then coordinators."""
    found = [mandate_object(each) for each in roster.mandates]
    return {
        "next_meeting": place_object(roster.next),
        "ending": None if roster.ending is None else place_object(roster.ending),
        "count": len(found),
        "mandates": found,
    }


def mandate_object(mandate: Mandate) -> Document:
    """Return one mandate; `since` and `ends` are `None` where they are not known."""
    since, ends = mandate.term.since, mandate.term.ends
    return {
        "office": mandate.office.value,
        "theme": None if mandate.theme is None else mandate.theme.value,
        "meeting": mandate.meeting,
        "state": mandate.state,
        "person": mandate.person,
        "since": None if since is None else place_object(since),
        "ends": None if ends is None else place_object(ends),
        "known_by": mandate.term.known_by.value,
        "standing": mandate.standing.value,
        "events": list(mandate.events),
    }


def place_object(place: Place) -> Document:
    """Return a meeting by its name; one not called yet by how many it comes after another."""
    return {
        "meeting": place.meeting,
        "closes_on": written(place.closes_on),
        "after": place.after,
        "meetings_after": place.ahead or None,
    }
