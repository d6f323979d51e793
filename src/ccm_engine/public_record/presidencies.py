"""Reconcile which state was given the presidency of which meeting, from all that tells of it.

The rows of the meetings name who presided; claims and the rows of the machinery name states. Each
formal meeting fixes the next, so the presidency counts as given by the close of the one before, as
in `meetings`; by an earlier day where a source told of it before. Two persons of one state are two
events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import combining, normalize

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import MeetingKind, PresidentDesignated
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import StateCode, code, state
from ccm_engine.public_record.claims import Details, text_of
from ccm_engine.public_record.machinery import PRESIDENCY
from ccm_engine.public_record.meetings import FORMAL
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.rows import in_one_order, source_of, told
from ccm_engine.public_record.sittings import Sitting, sittings
from ccm_engine.public_record.versions import Settled

INFERRED: Final = (
    "no source gives the day; by the close of the formal meeting before, which fixes who presides "
    "over the next, or by the opening of the first"
)


@attrs.frozen(kw_only=True)
class _Told:
    """One source that says which state, or who, presides over a meeting; `when` it can mean."""

    state: StateCode
    meeting: str
    person: str | None
    when: PartialDate | None
    citation: Citation

    @property
    def surname(self) -> str | None:
        """The last name, without accents: sources write the others in several ways."""
        if self.person is None:
            return None
        plain = normalize("NFKD", self.person.split()[-1])
        return "".join(each for each in plain if not combining(each)).casefold()


def reconcile(
    rows: Iterable[Details], meetings: Iterable[Details], readings: Iterable[Reading]
) -> list[Settled]:
    """Return every presidency that is told with its state."""
    known = sittings(meetings)
    sources = [*_presiding(known), *_claimed(readings), *_from_rows(rows)]
    groups: dict[tuple[str, StateCode], list[_Told]] = defaultdict(list)
    for each in sorted(sources, key=_weightiest_first):
        groups[each.meeting, each.state].append(each)
    return [
        Settled(_event(persons, _by(known, meeting)))
        for (meeting, _), group in groups.items()
        for persons in _by_person(group)
    ]


def _presiding(known: Iterable[Sitting]) -> Iterator[_Told]:
    """Yield what the rows of the meetings say; a preparatory meeting has its conference's."""
    for each in known:
        person, _, name = (each.president or "").partition(" (")
        if name:
            yield _Told(
                state=state(name.removesuffix(")")).code,
                meeting=_conference(each),
                person=person,
                when=PartialDate.by(each.closes_on),
                citation=each.citation,
            )


def _conference(sitting: Sitting) -> str:
    preparatory = sitting.kind is MeetingKind.PREPARATORY
    return sitting.meeting.partition("-PM")[0] if preparatory else sitting.meeting


def _claimed(readings: Iterable[Reading]) -> Iterator[_Told]:
    for each in readings:
        named = each.claim.state or text_of(each.details, "president_state")
        if each.kind in (PRESIDENCY, "meeting-scheduled") and named is not None:
            yield _Told(
                state=code(named),
                meeting=str(each.details["meeting"]),
                person=text_of(each.details, "person"),
                when=each.when,
                citation=each.citation,
            )


def _from_rows(rows: Iterable[Details]) -> Iterator[_Told]:
    for row in in_one_order(rows):
        if row["row"] == PRESIDENCY:
            yield _Told(
                state=code(str(row["state"])),
                meeting=str(row["meeting"]),
                person=text_of(row, "person"),
                when=told(row).when,
                citation=source_of(row),
            )


def _by_person(group: list[_Told]) -> list[list[_Told]]:
    """Return the sources of one state's presidency by person; one that names none joins all."""
    persons: dict[str | None, list[_Told]] = defaultdict(list)
    for each in group:
        persons[each.surname].append(each)
    nobody = persons.pop(None, [])
    return [found + nobody for found in persons.values()] or [nobody]


def _by(known: list[Sitting], meeting: str) -> PartialDate | None:
    """Return the days that the formal meeting before leaves, `None` where there is none."""
    opens_on = min((each.opens_on for each in known if each.meeting == meeting), default=None)
    if opens_on is None:
        return None
    before = [each.closes_on for each in known if each.kind in FORMAL and each.closes_on < opens_on]
    return PartialDate.by(max(before, default=opens_on))


def _event(sources: list[_Told], inferred: PartialDate | None) -> PresidentDesignated:
    first = sources[0]
    days = [each.when for each in sources if each.when is not None]
    when = inferred or days[0]
    for each in days:
        when = when.narrowed_by(each) if when.meets(each) else when
    return PresidentDesignated(
        occurred_on=when,
        citations=tuple(dict.fromkeys(each.citation for each in sources)),
        note=INFERRED if when == inferred else None,
        state=first.state,
        meeting=first.meeting,
        person=next((each.person for each in sources if each.person), None),
    )


def _weightiest_first(each: _Told) -> tuple[object, ...]:
    citation = each.citation
    return (
        citation.authority.rank,
        citation.document,
        citation.url or "",
        citation.claim or "",
        citation.note or "",
    )
