"""Article 9: laws and other measures that give effect to the Convention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ccm_engine.domain.events import (
    Entry,
    LegislationProcessCompleted,
    Measure,
    NationalMeasureReported,
)
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import standing_duty

ART_9: Final = Provision.parse("9")


def national_measures(at: Situation) -> Iterator[Obligation]:
    """Take all measures to implement the Convention: Article 9; the treaty names no day.

    The grounds give the last word on record about each measure. Whether they are enough is for
    people to judge.
    """
    duty = "take all measures to implement the Convention, penal sanctions included"
    yield standing_duty(at, ART_9, duty, grounds=_on_record(at))


def _on_record(at: Situation) -> tuple[Ground, ...]:
    said = at.dossier.all(NationalMeasureReported)
    last = {entry.event.measure: entry for entry in said}
    found = [_measure(last[each]) for each in Measure if each in last]
    done = at.dossier.last(LegislationProcessCompleted)
    if done is not None:
        when = done.event.period or done.event.occurred_on
        why = f"the law it had under consideration was dealt with ({when})"
        found.append(Ground(ART_9, why, (done.id,)))
    return tuple(found) or (Ground(ART_9, "nothing is on record about its measures"),)


def _measure(entry: Entry[NationalMeasureReported]) -> Ground:
    event = entry.event
    title = f": {event.title}" if event.title else ""
    when = f"listed on {event.listed_on}" if event.listed_on else str(event.occurred_on)
    said = f"{event.measure.value.replace('-', ' ')}{title} ({when})"
    return Ground(ART_9, said, (entry.id,))


RULES: Final = (national_measures,)
