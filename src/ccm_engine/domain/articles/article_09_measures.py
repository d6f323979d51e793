"""Article 9: laws and other measures that give effect to the Convention; whose word counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.events import (
    Entry,
    LegislationProcessCompleted,
    Measure,
    NationalMeasureReported,
)
from ccm_engine.domain.interpretations import MeasuresHeard
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.weighing import standing_duty

ART_9: Final = Provision.parse("9")

Word = Entry[NationalMeasureReported]
"""What was said of one state: a measure, by sources."""

OF_THE_CONVENTION: Final = frozenset(
    {Authority.DEPOSITARY, Authority.STATE, Authority.UNITED_NATIONS, Authority.ISU}
)
"""Whose word is heard for a position, by practice: INT-0021."""

NATIONAL_LAW: Final = frozenset({Measure.SPECIFIC_LAW, Measure.EXISTING_LAW_SUFFICIENT})
"""The measures by which a state has national law."""

POSITIONS: Final = NATIONAL_LAW | {Measure.UNDER_CONSIDERATION, Measure.NONE_REPORTED}
"""Positions on legislation: a later one takes the place of an earlier."""


_IN_ORDER: Final = tuple(Measure)


def is_of_the_convention(word: Word) -> bool:
    """Tell whether a source of the Convention says so: a state, the United Nations, the Unit."""
    return any(each.authority in OF_THE_CONVENTION for each in word.event.citations)


def is_heard(word: Word, how: MeasuresHeard) -> bool:
    """Tell whether a word about a measure counts for a position: INT-0021."""
    return how is MeasuresHeard.ANY_SOURCE or is_of_the_convention(word)


def national_law(at: Situation) -> list[Word]:
    """Return the words by which a state has national law, oldest first: INT-0021.

    They count from the last word that it has none, or one under consideration. A list that is
    silent about the state is not seen here: what it says is in the histories of others.
    """
    found: list[Word] = []
    for word in at.dossier.all(NationalMeasureReported):
        if word.event.measure in POSITIONS and is_heard(word, at.reading.measures_heard):
            found = [*found, word] if word.event.measure in NATIONAL_LAW else []
    return found


def national_measures(at: Situation) -> Iterator[Obligation]:
    """Take all measures to implement the Convention: Article 9; the treaty names no day.

    The grounds give the last word that is heard about each measure (INT-0021), and what only
    others tell as such. Whether they are enough is for people to judge.
    """
    duty = "take all measures to implement the Convention, penal sanctions included"
    yield standing_duty(at, ART_9, duty, grounds=_on_record(at))


def _on_record(at: Situation) -> tuple[Ground, ...]:
    last: dict[Measure, Word] = {}
    by_others: dict[Measure, Word] = {}
    for word in at.dossier.all(NationalMeasureReported):
        heard = is_heard(word, at.reading.measures_heard)
        (last if heard else by_others)[word.event.measure] = word
    found = [_measure(last[each]) for each in _IN_ORDER if each in last]
    found += [
        _measure(by_others[each], "by the word of others alone, ")
        for each in _IN_ORDER
        if each in by_others and each not in last
    ]
    done = at.dossier.last(LegislationProcessCompleted)
    if done is not None:
        when = done.event.period or done.event.occurred_on
        why = f"the law it had under consideration was dealt with ({when})"
        found.append(Ground(ART_9, why, (done.id,)))
    return tuple(found) or (Ground(ART_9, "nothing is on record about its measures"),)


def _measure(word: Word, whose: str = "") -> Ground:
    event = word.event
    title = f": {event.title}" if event.title else ""
    when = f"listed on {event.listed_on}" if event.listed_on else str(event.occurred_on)
    said = f"{whose}{event.measure.value.replace('-', ' ')}{title} ({when})"
    return Ground(ART_9, said, (word.id,))


RULES: Final = (national_measures,)
