"""One thread of a trial: appends numbered batches, and asks; keeps account of all of it.

What it can judge by itself it judges on the spot: that positions have no gaps, that what it read
before is there still, that a register goes on answering as it did.
"""

from __future__ import annotations

from base64 import b64decode
from datetime import date
from hashlib import sha256
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Final

from ccm_engine.domain.events import MunitionsRetained
from ccm_engine.errors import ConcurrentAppendError, LogUnavailableError
from ccm_engine.log import Seal
from tests.endurance.accounts import Account, Answer, Attempt, ends_batch, note_of
from tests.histories import happened

if TYPE_CHECKING:
    from ccm_engine import Engine
    from ccm_engine.log import EventLog
    from ccm_engine.register import Register

DAYS: Final = (date(2012, 6, 30), date(2019, 7, 1), date(2026, 11, 20))
"""The legal days asked about: before, amid and after what is recorded."""
SHARED: Final = ("BGR", "LAO", "LTU")
"""The streams that all workers append to, and so meet in."""
OWN: Final = (
    *("ALB", "AUT", "BEL", "BFA", "DEU", "DNK", "ESP", "FRA"),
    *("HRV", "IRL", "JPN", "MDA", "NOR", "NZL", "SLE", "SVN"),
)
"""The streams of the workers by number, which nobody else appends to."""
SIZES: Final = (1, 1, 2, 3, 5, 8)
STEPS_BACK: Final = (0, 0, 10, 300, 100_000)
REGISTERS_KEPT: Final = 2
STILL_BUSY: Final = ("another program holds it locked", "another thread is still appending")
PATIENCE: Final = 100
"""How many times in a row a batch may be refused."""


class Worker:
    """What one thread does with an engine that it may share, and with a log of its own."""

    def __init__(self, number: int, engine: Engine, log: EventLog) -> None:
        """Begin with nothing read."""
        self.account = Account(number)
        self.engine = engine
        self.log = log
        self._chance = Random(number)
        self._read: list[int] = []
        self._kept: list[Register] = []
        self._newest = 0

    def work(self, until: float) -> None:
        """Append, then append or ask as chance has it, until a moment of the monotonic clock."""
        self.append()
        while monotonic() < until:
            if self._chance.random() < 1 / 2:
                self.append()
            else:
                self._chance.choice((self.look, self.look_again, self.look_back, self.read_on))()

    def append(self) -> None:
        """Record a batch in a stream of its own and one that others append to; try until it is in.

        A log that others held locked for longer than it waits is no conflict, and no loss either.
        """
        for _ in range(PATIENCE):
            try:
                return self._attempt()
            except ConcurrentAppendError:
                self.account.refusals += 1
            except LogUnavailableError as error:
                if not error.obstacle.endswith(STILL_BUSY):
                    raise
                self.account.locked_out += 1
        raise AssertionError("out of patience")

    def _attempt(self) -> None:
        account, size = self.account, self._chance.choice(SIZES)
        number = len(account.attempts) + 1
        streams = (OWN[account.worker], self._chance.choice(SHARED))
        batch = [
            happened(
                MunitionsRetained,
                f"2019-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}",
                self._chance.choice(streams),
                munitions=number,
                note=note_of(account.worker, number, place, size),
            )
            for place in range(1, size + 1)
        ]
        account.attempts.append(Attempt(account.worker, number, size, ()))
        receipt = self.engine.record(batch)
        assert [each.event for each in receipt.recorded] == batch
        positions = tuple(each.position for each in receipt.recorded)
        account.attempts[-1] = Attempt(account.worker, number, size, positions)

    def look(self) -> None:
        """Ask on the newest events, and keep the register for later."""
        register = self.engine.on(self._chance.choice(DAYS))
        assert register.log.position >= self._newest
        self._newest = register.log.position
        self._note(register)
        self._kept = [register, *self._kept[: REGISTERS_KEPT - 1]]

    def look_again(self) -> None:
        """Ask a register of before what it was not asked yet; much may have been appended since."""
        self._note(self._chance.choice(self._kept))

    def look_back(self) -> None:
        """Ask anew from where a register of before stood."""
        position = self._chance.choice(self.account.seals).size
        self._note(self.engine.on(self._chance.choice(DAYS), known_at=position))

    def _note(self, register: Register) -> None:
        stream = self._chance.choice((*SHARED, OWN[self.account.worker]))
        position, said = register.log.position, digest_of(register, stream)
        self.account.answers.append(Answer(position, register.as_of, stream, said))
        self.account.seals.append(Seal(position, b64decode(register.log.root)))
        self.account.looks += 1

    def read_on(self) -> None:
        """Read the log from some way back: what was read before, and then more in whole batches."""
        before = len(self._read)
        after = max(0, before - self._chance.choice(STEPS_BACK))
        found, note = after, None
        for entry in self.log.read(after):
            found, note = found + 1, entry.event.note
            assert entry.position == found
            if found > before:
                self._read.append(hash(entry))
            assert self._read[found - 1] == hash(entry)
        assert found >= before
        assert ends_batch(note)
        self.account.looks += 1


def digest_of(register: Register, stream: str) -> str:
    """Return what a register says of a stream, in short: what it owes, and what happened."""
    said = (register.obligations(state=stream), [each.id for each in register.history(stream)])
    return sha256(repr(said).encode()).hexdigest()
