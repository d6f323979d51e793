"""What each worker of a trial says it did and saw: all of it is held against the log afterwards."""

from __future__ import annotations

import resource
import sys
from typing import TYPE_CHECKING, NamedTuple

import attrs

if TYPE_CHECKING:
    from datetime import date

    from ccm_engine.log import Seal


class Attempt(NamedTuple):
    """One batch given to the engine, once; `positions` are empty if it was refused.

    Whoever tries again makes another attempt, so that a refused one may be nowhere in the log.
    """

    worker: int
    number: int
    size: int
    positions: tuple[int, ...]

    def notes(self) -> list[str]:
        """Return what the notes of its events say, in order."""
        return [note_of(self.worker, self.number, place, self.size) for place in self.places]

    @property
    def places(self) -> range:
        """The places in the batch, from 1."""
        return range(1, self.size + 1)


def note_of(worker: int, attempt: int, place: int, size: int) -> str:
    """Return how an event says where it comes from."""
    return f"worker {worker}, attempt {attempt}, {place} of {size}"


def ends_batch(note: str | None) -> bool:
    """Tell whether what an event says does not promise more of its batch."""
    place, of, size = (note or "").split(", ")[-1].partition(" of ")
    return not of or place == size


class Answer(NamedTuple):
    """What a register of so many events said of one stream on a day, as a digest."""

    position: int
    day: date
    stream: str
    digest: str


@attrs.define
class Account:
    """What one worker did and saw, in order."""

    worker: int
    attempts: list[Attempt] = attrs.field(factory=list[Attempt])
    seals: list[Seal] = attrs.field(factory=list["Seal"])
    answers: list[Answer] = attrs.field(factory=list[Answer])
    looks: int = 0
    refusals: int = 0
    locked_out: int = 0


class Memory(NamedTuple):
    """How many events an engine had read, and the most memory its process has ever had."""

    events: int
    peak_bytes: int


@attrs.frozen
class Report:
    """What the workers of one process say, and its memory.

    `half_way` and `at_the_end` of the work, and `after_asking` again and again without new events.
    """

    accounts: tuple[Account, ...]
    half_way: Memory
    at_the_end: Memory
    after_asking: Memory


def peak_bytes() -> int:
    """Return the most memory this process has ever had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak
