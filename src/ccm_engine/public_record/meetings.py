"""Reconcile when meetings were called, moved and held, and what they decided: Articles 11 and 12.

No source says when a meeting was called. Each formal meeting fixes the next, so a meeting counts
as called by the close of the formal meeting before it; the events say that this is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate, parse_day
from ccm_engine.domain.events import (
    DecisionTaken,
    Event,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
)
from ccm_engine.domain.sources import Citation
from ccm_engine.public_record.claims import Details, text_of
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.sittings import NOT_HELD, Sitting, page, sittings
from ccm_engine.public_record.versions import Settled, cited

KINDS: Final = frozenset(
    {"meeting-held", "meeting-scheduled", "presidency", "meeting-decision", "political-commitment"}
)

INFERRED: Final = "no source says when it was called; each formal meeting fixes the next"

FORMAL: Final = (MeetingKind.MEETING_OF_STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE)


@attrs.frozen
class Otherwise:
    """Other days that a note gives, and the source that gives them."""

    opens_on: str
    closes_on: str
    url: str | None
    document: str


OTHERWISE: Final[Mapping[str, Otherwise]] = {
    "1MSP": Otherwise(
        "2010-09-09",
        "2010-09-12",
        "https://ccm4.pronk.se/meetings-of-states-parties/",
        "Meetings of States Parties, list",
    ),
    "2MSP": Otherwise(
        "2011-09-13",
        "2011-09-16",
        "https://www.clusterconvention.org/2msp/",
        "Second Meeting of States Parties",
    ),
    "11MSP": Otherwise("2023-09-11", "2023-09-15", None, "BHMAC press release"),
}
"""Meetings for which a note names a source with other days."""


@attrs.frozen
class Before:
    """Days or a place announced before those on which a meeting was held."""

    opens_on: str
    closes_on: str
    place: str
    moved: str


BEFORE: Final[Mapping[str, Before]] = {
    "1RC-PM2": Before("2015-06-03", "2015-06-03", "Geneva, Switzerland", "../2015-06-02"),
    "2RC-PM1": Before("2020-06-08", "2020-06-08", "Geneva, Switzerland", "../2020-06-07"),
    "2RC": Before("2020-11-23", "2020-11-27", "Lausanne, Switzerland", "../2020-11-22"),
}
"""Meetings that were called for other days first; moved by the eve of those days at the latest."""


def reconcile(rows: Iterable[Details], readings: Iterable[Reading]) -> list[Settled]:
    """Return every meeting called, moved and held, and what they are said to have decided."""
    readings = sorted(readings, key=lambda reading: reading.claim.id)
    known = sittings(rows)
    more = [
        reading for reading in readings if reading.claim.details.get("meeting") in _names(known)
    ]
    decided = [reading for reading in readings if reading.kind in _DECISIONS]
    cited = [reading for reading in more if reading.kind not in _DECISIONS]
    return [
        *(settled for sitting in known for settled in _meeting(sitting, known, cited)),
        *(Settled(_decision(reading)) for reading in decided),
    ]


def other_meetings(readings: Iterable[Reading], rows: Iterable[Details]) -> list[Reading]:
    """Return the readings about meetings that Articles 11 and 12 do not know."""
    names = _names(sittings(rows))
    return [each for each in readings if each.claim.details.get("meeting") not in names]


_DECISIONS: Final = ("meeting-decision", "political-commitment")


def _names(known: Iterable[Sitting]) -> set[object]:
    return {sitting.meeting for sitting in known}


def _meeting(sitting: Sitting, known: list[Sitting], readings: list[Reading]) -> Iterator[Settled]:
    if sitting.part in (None, 1):
        yield from _called(sitting, known, readings)
    if sitting.part == 2:  # noqa: PLR2004  # the second part: the same conference goes on
        yield Settled(_continued(sitting, known))
    if sitting.meeting != NOT_HELD:
        yield _held(sitting, readings)


def _called(sitting: Sitting, known: list[Sitting], readings: list[Reading]) -> Iterator[Settled]:
    before = BEFORE.get(sitting.meeting)
    called = MeetingCalled(
        occurred_on=_called_on(sitting, known),
        citations=_sources(sitting, readings if sitting.meeting == NOT_HELD else []),
        note=None if sitting.meeting == NOT_HELD else INFERRED,
        meeting=sitting.meeting,
        kind=sitting.kind,
        name=sitting.name.removesuffix(", first part"),
        opens_on=sitting.opens_on if before is None else parse_day(before.opens_on),
        closes_on=sitting.closes_on if before is None else parse_day(before.closes_on),
        place=sitting.place if before is None else before.place,
    )
    yield Settled(called)
    if before is not None:
        yield Settled(
            MeetingMoved(
                occurred_on=PartialDate.parse(before.moved),
                citations=(sitting.citation,),
                note="no source says when it was moved; by the eve of the days first announced",
                meeting=sitting.meeting,
                opens_on=sitting.opens_on,
                closes_on=sitting.closes_on,
                place=sitting.place,
            )
        )


def _called_on(sitting: Sitting, known: list[Sitting]) -> PartialDate:
    if sitting.meeting == NOT_HELD and sitting.citation.published is not None:
        return sitting.citation.published
    earlier = [
        each.closes_on
        for each in known
        if each.kind in FORMAL and each.closes_on < sitting.opens_on
    ]
    return PartialDate.by(max(earlier, default=sitting.opens_on))


def _continued(sitting: Sitting, known: list[Sitting]) -> MeetingMoved:
    first = next(each for each in known if each.meeting == sitting.meeting and each.part == 1)
    return MeetingMoved(
        occurred_on=PartialDate.between(first.closes_on, sitting.opens_on),
        citations=(sitting.citation,),
        note="continued in a second part, after one planned for 4 and 5 February 2021 was "
        "cancelled; between the first part's close and the second's opening",
        meeting=sitting.meeting,
        opens_on=first.opens_on,
        closes_on=sitting.closes_on,
        place=sitting.place,
    )


def _held(sitting: Sitting, readings: list[Reading]) -> Settled:
    event = MeetingHeld(
        occurred_on=PartialDate.on(sitting.closes_on),
        citations=_sources(sitting, readings),
        meeting=sitting.meeting,
        kind=sitting.kind,
        part=sitting.part,
        opens_on=sitting.opens_on,
        closes_on=sitting.closes_on,
        place=sitting.place,
        president=sitting.president,
    )
    other = OTHERWISE.get(sitting.meeting)
    if other is None:
        return Settled(event)
    closes_on = parse_day(other.closes_on)
    version = attrs.evolve(
        event,
        occurred_on=PartialDate.on(closes_on),
        citations=(page(other.document, other.url),),
        opens_on=parse_day(other.opens_on),
        closes_on=closes_on,
    )
    return Settled(event, (version,))


def _sources(sitting: Sitting, readings: list[Reading]) -> tuple[Citation, ...]:
    """Return the row's own source and the claims about the same meeting."""
    same = [each for each in readings if each.claim.details["meeting"] == sitting.meeting]
    return (sitting.citation, *cited(same))


def _decision(reading: Reading) -> Event:
    details = reading.details
    decision = text_of(details, "decision")
    if decision is None:
        year = details["target_year"]
        decision = f"declared the aim to {details['subject']} before {year}"
    return DecisionTaken(
        occurred_on=reading.when,
        citations=(reading.citation,),
        decision=decision,
        meeting=text_of(details, "meeting"),
        note=text_of(details, "basis"),
    )
