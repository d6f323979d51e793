"""Where the record holds two answers: source against source, computed against notified."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile

import attrs

from ccm_engine.domain.articles.article_17_entry_into_force import ART_17_2, in_force_on
from ccm_engine.domain.articles.article_20_withdrawal import ART_20_3
from ccm_engine.domain.articles.binding import as_now_bound, consent
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Corrected,
    Disputed,
    DisputeResolved,
    Entry,
    EntryIntoForceNotified,
    Event,
    ExtensionGranted,
    Retracted,
)
from ccm_engine.domain.interpretations import EntryIntoForceDay, ExtensionDate
from ccm_engine.domain.obligations import Ground
from ccm_engine.domain.provisions import Cited
from ccm_engine.domain.settlement import settle, voided
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.statements.grants import grants_in_doubt

_LEFT_ASIDE = frozenset({"citations", "note", "state"})
"""What is no content of an event: its sources are shown apart, and whose it is stays the same."""


class Between(enum.Enum):
    """What stands against what."""

    SOURCES = "source-against-source"
    COMPUTED = "computed-against-notified"


class How(enum.Enum):
    """What ended a dispute."""

    UPHELD = "upheld"
    DISMISSED = "dismissed"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@attrs.frozen
class Difference:
    """One field on which two sides differ; `None` is what a side does not know or does not have."""

    field: str
    stands: object
    otherwise: object


@attrs.frozen
class Resolution:
    """Which event ended a dispute, how, on which day and why."""

    event: str
    how: How
    occurred_on: PartialDate
    reason: str


@attrs.frozen(kw_only=True)
class Discrepancy:
    """Two answers to one question: the one that `stands`, and the one `otherwise` said.

    `event` is the event they are about, `dispute` the one by which the other source speaks, if
    it does. Citations are those of each side; what is computed has none, but says `why`.
    """

    between: Between
    state: str
    event: str
    type: str
    differences: tuple[Difference, ...]
    stands: tuple[Citation, ...]
    otherwise: tuple[Citation, ...]
    dispute: str | None = None
    provision: Cited | None = None
    why: str | None = None
    resolution: Resolution | None = None


@attrs.frozen
class Discrepancies:
    """Every discrepancy, by stream and in the order of the log; computed ones after the others."""

    found: tuple[Discrepancy, ...]

    @property
    def open(self) -> int:
        """How many nothing has resolved."""
        return sum(each.resolution is None for each in self.found)


Pairs = Sequence[tuple[str, Event]]


def discrepancies(point: Standpoint, streams: Mapping[str, Pairs]) -> Discrepancies:
    """List what the log holds two answers to, in these streams.

    `streams` are recorded events with their identifiers, in the order of the log. Disputes are
    listed whatever the legal day; what is computed is as on the day of the standpoint.
    """
    found = [
        each
        for stream, pairs in streams.items()
        for each in (*_disputed(stream, pairs), *_computed(point, stream))
    ]
    return Discrepancies(tuple(found))


def _disputed(stream: str, pairs: Pairs) -> Iterator[Discrepancy]:
    if not any(isinstance(event, Disputed) for _, event in pairs):
        return
    recorded, void = dict(pairs), voided(pairs)
    standing = {each.id: each.event for each in settle(pairs)}
    for name, event in pairs:
        if isinstance(event, Disputed) and name not in void and event.target in recorded:
            stands = standing.get(event.target, recorded[event.target])
            yield _dispute(stream, pairs, (name, event), stands)


def _dispute(
    stream: str, pairs: Pairs, dispute: tuple[str, Disputed], stands: Event
) -> Discrepancy:
    name, event = dispute
    resolution = _resolution(pairs, name, event, stands)
    other = event.alternative
    cited = tuple(dict.fromkeys((*other.citations, *event.citations)))
    sides = (stands.citations, cited)
    agreed = not list(_differences(stands, other))
    if resolution is not None and resolution.how is How.UPHELD and agreed:
        other = _before(pairs, resolution.event, event.target)
        sides = (tuple(dict.fromkeys((*cited, *stands.citations))), other.citations)
    return Discrepancy(
        between=Between.SOURCES,
        state=stream,
        event=event.target,
        type=stands.TYPE,
        differences=tuple(_differences(stands, other)),
        stands=sides[0],
        otherwise=sides[1],
        dispute=name,
        resolution=resolution,
    )


def _before(pairs: Pairs, resolution: str, target: str) -> Event:
    """Return an event as it stood when a resolution put the other side in its place."""
    void = voided(pairs)
    earlier = takewhile(lambda each: each[0] != resolution, pairs)
    standing = settle((name, event) for name, event in earlier if name not in void)
    return next(each.event for each in standing if each.id == target)


def _resolution(pairs: Pairs, name: str, dispute: Disputed, stands: Event) -> Resolution | None:
    """Find what ended a dispute; the last word counts.

    A correction ends it only if what then stands is what the other source said.
    """
    void, settled = voided(pairs), None
    agreed = not list(_differences(stands, dispute.alternative))
    for by, event in pairs:
        if by in void:
            continue
        match event:
            case DisputeResolved(target=target, upheld=upheld, reason=reason) if (
                target == name and dispute.target not in void
            ):
                how = How.UPHELD if upheld else How.DISMISSED
            case Retracted(target=target, reason=reason) if target == dispute.target:
                how = How.RETRACTED
            case Corrected(target=target, reason=reason) if target == dispute.target and agreed:
                how = How.CORRECTED
            case _:
                continue
        settled = Resolution(by, how, event.occurred_on, reason)
    return settled


def _differences(stands: Event, other: Event) -> Iterator[Difference]:
    """Yield the fields on which two events differ; of different types, what each has."""
    if type(stands) is not type(other):
        yield Difference("type", stands.TYPE, other.TYPE)
    names = dict.fromkeys(
        field.name for event in (stands, other) for field in attrs.fields(type(event))
    )
    for name in names:
        ours, theirs = getattr(stands, name, None), getattr(other, name, None)
        if name not in _LEFT_ASIDE and ours != theirs:
            yield Difference(name, ours, theirs)


def _computed(point: Standpoint, state: str) -> Iterator[Discrepancy]:
    if state in point.states:
        yield from _entry_into_force(point, state)
        yield from _withdrawal(point, state)
        yield from _extensions(point, state)


def _entry_into_force(point: Standpoint, state: str) -> Iterator[Discrepancy]:
    """Compare each notified day of entry into force with the computed one: INT-0009.

    One that days known in part allow contradicts nothing: INT-0012.
    """
    dossier = as_now_bound(point.dossier(state), point.reading)
    if (found := _in_force_by_rule(point, state)) is None:
        return
    computed, ground = found
    other = _in_force_by_rule(point.other_end(), state)
    ends = (computed, computed if other is None else other[0])
    notified_stands = point.reading.entry_into_force_day is EntryIntoForceDay.NOTIFIED
    for entry in dossier.all(EntryIntoForceNotified):
        if not _allows(ends, entry.event.in_force_on):
            days = (computed, entry.event.in_force_on)
            yield _against(
                entry, "in_force_on", days, ART_17_2, ground.conclusion, told=notified_stands
            )


def _in_force_by_rule(point: Standpoint, state: str) -> tuple[date | None, Ground] | None:
    dossier = as_now_bound(point.dossier(state), point.reading)
    deposit = consent(dossier, point.reading)
    by_rule = attrs.evolve(point.reading, entry_into_force_day=EntryIntoForceDay.COMPUTED)
    return None if deposit is None else in_force_on(deposit, dossier, point.ccm, by_rule)


def _allows(ends: tuple[date | None, date | None], stated: date | None) -> bool:
    """Tell whether a stated day is one that is computed, or lies between both ends of them."""
    one, other = ends
    if one is None or other is None or stated is None:
        return stated in ends
    return min(one, other) <= stated <= max(one, other)


def _withdrawal(point: Standpoint, state: str) -> Iterator[Discrepancy]:
    """Compare the stated effect of a withdrawal with the computed one: Article 20(3)."""
    binding = point.binding(state)
    notice, computed = binding.notice, binding.withdrawal_effective_on
    if notice is None or notice.event.effective_on is None:
        return
    ends = (computed, point.other_end().binding(state).withdrawal_effective_on)
    if _allows(ends, notice.event.effective_on):
        return
    days = (computed, notice.event.effective_on)
    why = binding.grounds[-1].conclusion
    yield _against(notice, "effective_on", days, ART_20_3, why, told=False)


def _extensions(point: Standpoint, state: str) -> Iterator[Discrepancy]:
    """Compare the day a grant states with its months by arithmetic: INT-0008."""
    granted = {each.id: each for each in point.dossier(state).all(ExtensionGranted)}
    if not granted:
        return
    stated_stands = point.reading.extension_date is ExtensionDate.STATED
    for each in grants_in_doubt(point, state):
        extension = each.extension
        days = (each.by_months, extension.until)
        why = f"{extension.months} months from the deadline as it ran lead to {each.by_months}"
        yield _against(
            granted[extension.event],
            "until",
            days,
            each.obligation.provision,
            why,
            told=stated_stands,
        )


def _against(
    entry: Entry[Event],
    field: str,
    days: tuple[PartialDate | date | None, PartialDate | date | None],
    provision: Cited,
    why: str,
    *,
    told: bool,
) -> Discrepancy:
    """Set the computed day against the stated one; `told` says that the stated one stands."""
    computed, stated = days
    sides: tuple[tuple[Citation, ...], ...] = ((), entry.event.citations)
    difference = Difference(field, computed, stated)
    if told:
        sides, difference = sides[::-1], Difference(field, stated, computed)
    return Discrepancy(
        between=Between.COMPUTED,
        state=entry.event.stream,
        event=entry.id,
        type=entry.event.TYPE,
        differences=(difference,),
        stands=sides[0],
        otherwise=sides[1],
        provision=provision,
        why=why,
    )
