"""A log of real events, sound at first, and somebody who damages it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from datetime import date
from typing import Final

import attrs
import pytest
from hypothesis import assume, given, settings

from ccm_engine.engine import Engine
from ccm_engine.errors import CcmError, DamagedLogError, NewerLogError
from ccm_engine.log import EventLog
from ccm_engine.storage import open_log
from tests.storage.damages import Damage, Damages, damage_to
from tests.storage.strangers import Contents, Stranger, stranger_of
from tests.storage.trial_events import filled, trial_events
from tests.storage.trial_rows import NOON

DAY: Final = date(2026, 11, 21)
STATES: Final = ("BGR", "LAO", "LTU")


@attrs.frozen
class Trial:
    """A log that was sound once, and who damages it; `share` of the usual examples are tried."""

    log: EventLog
    stranger: Stranger
    whole: Contents
    share: int

    def each(self, damages: Damages, examine: Callable[[Damage], None]) -> None:
        """Have drawn damage done, one after the other, and the log examined."""

        @settings(max_examples=settings().max_examples * self.share)
        @given(damage_to(self.whole, damages))
        def examined(damage: Damage) -> None:
            assume(damage.done != self.whole)
            assume(self.stranger.writable(damage.done))
            self.stranger.write(damage.done)
            examine(damage)

        examined()

    def position_named(self) -> int:
        """Return where the log is damaged, which has to be found."""
        with pytest.raises(DamagedLogError) as refusal:
            self.log.verify()
        assert refusal.value.position is not None
        return refusal.value.position


@contextmanager
def trial_of(address: str, share: int) -> Generator[Trial]:
    """Fill the empty log at an address, and let somebody at it."""
    with closing(open_log(address)) as log:
        filled(log)
        with closing(stranger_of(address)) as stranger:
            yield Trial(log, stranger, stranger.read(), share)


def use(log: EventLog) -> None:
    """Read and append as who does not verify first: no other errors than this library's."""
    event = trial_events()[0]
    number = sum(each.stream == event.stream for each in trial_events())
    with suppress(DamagedLogError, NewerLogError):
        register = Engine(log).on(DAY)
        assert [register.state(each).state.code for each in STATES] == list(STATES)
    with suppress(DamagedLogError):
        list(log.lines())
    with suppress(CcmError):
        log.append([event], expected={event.stream: number}, recorded_at=NOON)
