"""Article 3: what a state holds that it has to destroy, and whether it has destroyed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Final, TypeVar

import attrs

from ccm_engine.domain.events import (
    Entry,
    Event,
    MunitionsRetained,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from ccm_engine.domain.interpretations import WhollyRetained
from ccm_engine.domain.obligations import Engagement, Ground, Situation
from ccm_engine.domain.provisions import Provision

ART_3_2: Final = Provision.parse("3(2)")
ART_3_6: Final = Provision.parse("3(6)")
ART_7_1_G: Final = Provision.parse("7(1)(g)")

E = TypeVar("E", bound=Event)
_Words = dict[str | None, list[Entry[Event]]]
_Numbers = Counter[str | None]


@attrs.frozen
class Holdings:
    """Whether a state has stocks to destroy, and whether it has destroyed them.

    `found_later` is the first word of stocks certainly after completion, if there was one that was
    not denied since.
    """

    engagement: Engagement
    grounds: tuple[Ground, ...]
    completed: Entry[Event] | None = None
    found_later: Entry[Event] | None = None

    @property
    def left(self) -> Engagement:
        """Whether any are left to destroy: none after completion."""
        return Engagement.NOT_ENGAGED if self.completed else self.engagement


def holdings(at: Situation) -> Holdings:
    """Establish what a state holds that Article 3(2) makes it destroy.

    What it said last of each type counts, and what it found since; stocks found certainly after
    completion open the duty again; what only others say, holdings still being verified, and none
    of one type alone leave it undetermined. To find none says nothing new.
    """
    kinds = (StockpileDeclared, StockpileFound, StockpileAbsenceDeclared, StockpileUnverified)
    said = [each for each in at.dossier.timeline(*kinds) if not _found_none(each.event)]
    completed = at.dossier.last(StockpileDestructionCompleted)
    if completed is not None:
        return _after_completion(at, said, completed)
    return _as_said(at, said) if said else _unsaid(at)


def _as_said(at: Situation, said: list[Entry[Event]]) -> Holdings:
    """Weigh what a state said, the last word of each type; a total speaks of all types."""
    words = _last_words(said)
    held = [each for each in words if _some(each.event)]
    if held:
        return _declared(at, held)
    unsure = [each for each in words if isinstance(each.event, StockpileUnverified)]
    if unsure:
        return _saying(Engagement.UNKNOWN, "still verifying whether it holds any", *unsure)
    if all(_type_of(each.event) is not None for each in words):
        one_type = "declared none of one type, and nothing of others"
        return _saying(Engagement.UNKNOWN, one_type, *words)
    return _saying(Engagement.NOT_ENGAGED, "declared that it holds none", *words)


def _last_words(said: Sequence[Entry[E]]) -> list[Entry[E]]:
    """Return the last word on each type, one without a type on all, and what was found since.

    They stay in the order in which they were given.
    """
    words: _Words = {}
    for entry in said:
        _say(words, entry)
    last = {each.id for each in chain.from_iterable(words.values())}
    return [each for each in said if each.id in last]


def _say(words: _Words, entry: Entry[Event]) -> None:
    """Add one more word to the last ones; it replaces those it speaks of, but for what is found."""
    kind = _type_of(entry.event)
    if isinstance(entry.event, StockpileFound):
        words.setdefault(kind, []).append(entry)
        return
    if kind is None:
        words.clear()
    words[kind] = [entry]


def _type_of(event: Event) -> str | None:
    kind: str | None = getattr(event, "munition_type", None)
    return kind


def _found_none(event: Event) -> bool:
    return isinstance(event, StockpileFound) and says_none(event)


def _some(event: Event) -> bool:
    """Tell whether an event speaks of stocks; a declared quantity of zero does not."""
    if not isinstance(event, StockpileDeclared | StockpileFound):
        return False
    return not says_none(event)


def _denies(event: Event) -> bool:
    """Tell whether an event says that none are held, of all types or of one."""
    return not _some(event) and not isinstance(event, StockpileUnverified)


def says_none(event: Event) -> bool:
    """Tell whether every quantity an event gives is zero."""
    given = getattr(event, "munitions", None), getattr(event, "submunitions", None)
    return given != (None, None) and not any(given)


def _saying(engagement: Engagement, words: str, *entries: Entry[Event]) -> Holdings:
    when = entries[-1].event.occurred_on
    proof = tuple(each.id for each in entries)
    return Holdings(engagement, (Ground(ART_3_2, f"{words} ({when})", proof),))


def _after_completion(at: Situation, said: list[Entry[Event]], done: Entry[Event]) -> Holdings:
    """Let a completion stand, unless stocks are spoken of that were certainly there after it.

    To verify still, after these were found, leaves it open whether any are held. A word of none
    counts in its place in the order, however well its day is known.
    """
    day = done.event.occurred_on
    finished = Ground(ART_3_2, f"destruction completed {day}", (done.id,))
    later = [
        entry
        for entry in said
        if _denies(entry.event) or entry.event.occurred_on.certainly_after(day.latest)
    ]
    finds = _spoken_of(each for each in later if not isinstance(each.event, StockpileUnverified))
    if not finds or (now := _as_said(at, later)).engagement is Engagement.NOT_ENGAGED:
        return Holdings(Engagement.ENGAGED, (finished,), completed=done)
    first = finds[0]
    found = f"more was found or declared after that ({first.event.occurred_on})"
    again = Ground(ART_7_1_G, found, tuple(each.id for each in finds))
    open_still = now.grounds if now.engagement is Engagement.UNKNOWN else ()
    return Holdings(now.engagement, (finished, again, *open_still), found_later=first)


def _spoken_of(told: Iterable[Entry[Event]]) -> list[Entry[Event]]:
    """Return what speaks of stocks, but for what later words of none speak of: all, or a type."""
    found: list[Entry[Event]] = []
    for entry in told:
        kind = _type_of(entry.event)
        if _some(entry.event):
            found.append(entry)
        elif kind is None:
            found.clear()
        else:
            found = [each for each in found if _type_of(each.event) != kind]
    return found


def _unsaid(at: Situation) -> Holdings:
    reported = at.dossier.last(StockpileReportedByOthers)
    if reported is None:
        why = Ground(ART_3_2, "no declaration of holdings is on record")
    else:
        what = "none" if reported.event.munitions == 0 else "holdings"
        said = f"others report {what}; the state itself has not declared"
        why = Ground(ART_3_2, said, (reported.id,))
    return Holdings(Engagement.UNKNOWN, (why,))


def _declared(at: Situation, held: list[Entry[Event]]) -> Holdings:
    """Weigh a declared stock; one wholly retained leaves nothing to destroy: 3(6), INT-0019.

    It was wholly retained if at some time as much was retained as is declared, of each type that
    both name, and what is left of that is retained still: at no time since was nothing.
    """
    holds = _saying(Engagement.ENGAGED, "declared a stockpile", *held)
    declared: list[int | None] = [getattr(each.event, "munitions", None) for each in held]
    known = [each for each in declared if each is not None]
    kept, total = at.once(retained), sum(known)
    still_owed = at.reading.wholly_retained is WhollyRetained.STILL_OWED
    if not kept or len(known) < len(held) or still_owed:
        return holds
    once = _once_retained(at, held)
    if total == 0 or not once:
        return holds
    proof = tuple(dict.fromkeys(each.id for each in (*once, *kept)))
    why = Ground(ART_3_6, f"all {total} munitions declared were retained", proof)
    return attrs.evolve(holds, engagement=Engagement.NOT_ENGAGED, grounds=(*holds.grounds, why))


def _once_retained(at: Situation, held: list[Entry[Event]]) -> list[Entry[MunitionsRetained]]:
    """Return the words by which as many were retained as are held, the last time that they were.

    None if nothing was retained at some time after that.
    """
    said, total, kept, whole = _of_what_is_kept(at), _total(held), _Words(), 0
    for length, entry in enumerate(said, 1):
        _say(kept, entry)
        now = list(chain.from_iterable(kept.values()))
        if all(says_none(each.event) for each in now):
            whole = 0
        elif _total(now) >= total and _cover(_numbers(now), _numbers(held)):
            whole = length
    return [each for each in _last_words(said[:whole]) if not says_none(each.event)]


def _cover(keeps: _Numbers, holds: _Numbers) -> bool:
    """Tell whether what is short of a type, of its own, is kept without a type."""
    typed = (kind for kind in holds if kind is not None)
    return sum(max(0, holds[kind] - keeps[kind]) for kind in typed) <= keeps[None]


def _numbers(entries: Iterable[Entry[Event]]) -> _Numbers:
    """Count munitions by type."""
    numbers: _Numbers = Counter()
    for each in entries:
        numbers[_type_of(each.event)] += _munitions(each)
    return numbers


def _total(entries: Iterable[Entry[Event]]) -> int:
    return sum(map(_munitions, entries))


def _munitions(entry: Entry[Event]) -> int:
    """Return how many an event tells of; a number not told counts as none."""
    return getattr(entry.event, "munitions", None) or 0


def retained(at: Situation) -> tuple[Entry[MunitionsRetained], ...]:
    """Return the last words on each type that say that munitions are kept still, oldest first."""
    words = _last_words(_of_what_is_kept(at))
    return tuple(each for each in words if not says_none(each.event))


def _of_what_is_kept(at: Situation) -> list[Entry[MunitionsRetained]]:
    """Return what was said of munitions kept since the keeping last ended, if it did."""
    ended = at.dossier.last(RetentionEnded)
    until = date.min if ended is None else ended.event.occurred_on.latest
    said = at.dossier.all(MunitionsRetained)
    return [each for each in said if each.event.occurred_on.latest > until]
