"""Read when each meeting sat: one row for a meeting, or for one part of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate, parse_day
from ccm_engine.domain.events import MeetingKind
from ccm_engine.domain.sources import Citation
from ccm_engine.public_record.authority import publisher
from ccm_engine.public_record.claims import Details, text_of

NAMED_SOURCES: Final = (
    ("source 001", "the memo on the intersessional meeting of April 2014"),
    ("source 003", "CCM/CONF/2020/13"),
)
"""What the notes of the gathered rows abbreviate."""

NOT_HELD: Final = "3RC"
"""Only called, by its source's day: no source says that it was held."""


PUBLISHED: Final = {NOT_HELD: PartialDate.parse("2026-02-27")}
"""When the sources appeared whose rows say so."""


@attrs.frozen(kw_only=True)
class Sitting:
    """One row: a meeting, or one part of it, as a source gives it."""

    row: str
    meeting: str
    part: int | None
    name: str
    kind: MeetingKind
    opens_on: date
    closes_on: date
    place: str
    president: str | None
    citation: Citation


def sittings(rows: Iterable[Details]) -> list[Sitting]:
    """Return the rows, oldest first."""
    return sorted((_sitting(row) for row in rows), key=lambda sitting: sitting.opens_on)


def meeting_days(rows: Iterable[Details]) -> dict[str, PartialDate]:
    """Return the days on which each meeting sat; for one in parts, of its last part."""
    return {
        sitting.meeting: PartialDate.between(sitting.opens_on, sitting.closes_on)
        for sitting in sittings(rows)
    }


def _sitting(row: Details) -> Sitting:
    short = str(row["meeting"])
    meeting, _, part = short.partition("-P")
    in_parts = part.isdigit()
    name, place = str(row["name"]), str(row["place"])
    return Sitting(
        row=short,
        meeting=meeting if in_parts else short,
        part=int(part) if in_parts else None,
        name=name,
        kind=_kind(short, in_parts=in_parts),
        opens_on=parse_day(str(row["start"])),
        closes_on=parse_day(str(row["end"])),
        place=place,
        president=text_of(row, "president"),
        citation=attrs.evolve(
            page(f"{name}: days and place", str(row["source_url"]), text_of(row, "note")),
            published=PUBLISHED.get(short),
        ),
    )


def _kind(short: str, *, in_parts: bool) -> MeetingKind:
    if "-PM" in short:
        return MeetingKind.PREPARATORY
    if short.startswith("IM"):
        return MeetingKind.INTERSESSIONAL
    if in_parts or short.endswith("RC"):
        return MeetingKind.REVIEW_CONFERENCE
    return MeetingKind.MEETING_OF_STATES_PARTIES


def page(document: str, url: str | None, note: str | None = None) -> Citation:
    """Return a page about a meeting, to be cited; when it appeared, most do not show."""
    who = publisher(document, url)
    for abbreviation, meant in NAMED_SOURCES:
        note = None if note is None else note.replace(abbreviation, meant)
    return Citation(
        document=document, publisher=who.name, authority=who.authority, url=url, note=note
    )
