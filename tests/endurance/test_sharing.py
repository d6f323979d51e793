"""Threads that share an engine share what it derived, and do not get into each other's way."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from ccm_engine import Engine
from ccm_engine.domain.events import EVENT_TYPES
from ccm_engine.domain.following import Kept
from ccm_engine.domain.interpretations import PartialDates
from ccm_engine.domain.standpoint import History
from tests.endurance.labour import SWITCHING_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY: Final = date(2020, 9, 28)
ROUNDS: Final = 100


@pytest.fixture(autouse=True)
def _switching() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCHING_SECONDS)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture
def history() -> History:
    with Engine.public_record() as engine:
        return engine.on(DAY).point.history


def test_answers_are_carried_on_while_more_are_derived(history: History) -> None:
    """One thread finds that the log grew, while another still asks of the log as it was."""
    newer = History.of(history.chronicles.values())
    with ThreadPoolExecutor(1) as threads:
        for _ in range(ROUNDS):
            kept = Kept(history)
            deriving = threads.submit(derive, kept)
            while not deriving.done():
                kept.carried_to(newer)
            assert deriving.result() == derive(kept.carried_to(newer))


def derive(kept: Kept) -> list[int]:
    """Return how many events the record of each state has on the day."""
    how = PartialDates.LAST_DAY
    found = (kept.dossier(state, DAY, how).value for state in kept.history.states)
    return [len(each.timeline(*EVENT_TYPES.values())) for each in found]
