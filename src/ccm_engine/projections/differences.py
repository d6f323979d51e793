"""What differs between two answers to all questions: obligation by obligation, and in counts."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from ccm_engine.domain.events import Event
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.reasons import FIELDS, Reason, Reasons, Side, alike, obligation_of


class Kind(enum.Enum):
    """What became of an obligation from the one answer to the other."""

    BEGAN = "began"
    ENDED = "ended"
    CHANGED = "changed"


@attrs.frozen
class Change:
    """One obligation that is answered otherwise, and why.

    `before` is `None` where it began, `after` where it ended. `fields` are the names of what
    changed in it, empty unless it is there on both sides.
    """

    before: Obligation | None
    after: Obligation | None
    reason: Reason

    @property
    def obligation(self) -> Obligation:
        """The obligation, as the later answer has it if it does."""
        return obligation_of(self.before, self.after)

    @property
    def kind(self) -> Kind:
        """Whether it began, ended or changed."""
        if self.before is None:
            return Kind.BEGAN
        return Kind.ENDED if self.after is None else Kind.CHANGED

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what changed."""
        if self.kind is not Kind.CHANGED:
            return ()
        return tuple(
            name for name in FIELDS if getattr(self.before, name) != getattr(self.after, name)
        )


@attrs.frozen
class Counts:
    """How many changes of each kind, moves from one standing to another, and standings.

    The standings count every obligation compared, changed or not.
    """

    kinds: Mapping[Kind, int]
    moves: Mapping[tuple[Standing, Standing], int]
    before: Mapping[Standing, int]
    after: Mapping[Standing, int]


@attrs.frozen
class Differences:
    """Every change in the order of the later answer, the events they name, and the counts."""

    changes: tuple[Change, ...]
    events: Mapping[str, Event]
    counts: Counts


def differences(before: Side, after: Side) -> Differences:
    """Compare what is owed on two sides, by state and in the order of the treaty.

    Raises `InvalidValueError` if they are not an earlier and a later one, read alike.
    """
    _comparable(before, after)
    earlier = {each.id: each for each in before.owed}
    later = {each.id: each for each in after.owed}
    reasons = Reasons.between(before, after)
    changes = tuple(
        Change(one, other, reasons.why(one, other))
        for name in _in_order(earlier, later)
        if not alike(one := earlier.get(name), other := later.get(name))
    )
    named = [name for each in changes for name in each.reason.because]
    return Differences(changes, reasons.events(named), _counts(changes, earlier, later))


def _comparable(before: Side, after: Side) -> None:
    one, other = before.point, after.point
    asked, remedy = "compare two answers", "give the earlier one first"
    if one.as_of > other.as_of:
        raise InvalidValueError(asked, f"{one.as_of} is after {other.as_of}", remedy)
    if before.position > after.position:
        obstacle = f"position {before.position} of the log is after {after.position}"
        raise InvalidValueError(asked, obstacle, remedy)
    sources = one.history.published_by, other.history.published_by
    if one.reading != other.reading or sources[0] != sources[1]:
        obstacle = "they are read differently, or from different sources"
        raise InvalidValueError(asked, obstacle, "ask for both by one reading of one record")


def _in_order(earlier: Mapping[str, Obligation], later: Mapping[str, Obligation]) -> list[str]:
    """Return all identifiers, the owners as they come and of each what is owed later first."""
    both = {**later, **earlier}
    owners = dict.fromkeys(each.state for each in both.values())
    rank = {owner: number for number, owner in enumerate(owners)}
    return sorted(both, key=lambda name: rank[both[name].state])


def _counts(
    changes: Iterable[Change],
    earlier: Mapping[str, Obligation],
    later: Mapping[str, Obligation],
) -> Counts:
    kinds = Counter(each.kind for each in changes)
    moves = Counter(
        (each.before.standing, each.after.standing)
        for each in changes
        if each.before and each.after and each.before.standing is not each.after.standing
    )
    return Counts(
        {kind: kinds[kind] for kind in Kind}, moves, _standings(earlier), _standings(later)
    )


def _standings(owed: Mapping[str, Obligation]) -> dict[Standing, int]:
    found = Counter(each.standing for each in owed.values())
    return {standing: found[standing] for standing in Standing}
