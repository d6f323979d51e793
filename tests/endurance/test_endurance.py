"""Eight processes and eight threads append and ask on one log, and nothing is lost or shaken.

A second or two on every run; `CCM_LONG=1` has each crew work for a minute.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from ccm_engine import Engine
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.storage import open_log
from tests.endurance.accounts import Account, Attempt, Report
from tests.endurance.crews import CREWS, Crew, accounts, reports
from tests.endurance.worker import digest_of
from tests.storage.trial_events import trial_events
from tests.storage.trial_rows import NOON

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ccm_engine.log import EventLog, Recorded

FLAT_BYTES: Final = 8 * 2**20
"""By how much the allocator's own unrest may move a peak."""
EVENT_BYTES: Final = 6_000
"""What an event may cost a process that keeps it: itself, where it stands, its part of answers."""
ANSWERS_CHECKED: Final = 60


@pytest.mark.parametrize("crew", CREWS, ids=[each.name for each in CREWS])
def test_a_log_endures(crew: Crew, log_address: str, seconds: float) -> None:
    with closing(open_log(log_address)) as log:
        log.append(trial_events(), expected={}, recorded_at=NOON)
        found = reports(crew, log_address, seconds)
        events = list(log.read())
        told = accounts(found)
        print(summary(crew, found, len(events)))  # noqa: T201  # the figures, where -s asks for them
        assert all(each.attempts and each.looks for each in told)
        assert len(crew.threads) == 1 or any(each.refusals for each in told)
        assert sum(each.locked_out for each in told) <= len(told)
        check_log(events)
        check_attempts(events[len(trial_events()) :], told)
        check_seals(log, told)
        check_answers(log_address, told)
        for report in found:
            check_memory(report)


def check_log(events: Sequence[Recorded]) -> None:
    """Hold that positions, and numbers in each stream, have no gap, and moments never go back."""
    lengths: dict[str, int] = {}
    for place, entry in enumerate(events, 1):
        stream = entry.event.stream
        lengths[stream] = lengths.get(stream, 0) + 1
        assert (entry.position, entry.number) == (place, lengths[stream])
    moments = [entry.recorded_at for entry in events]
    assert moments == sorted(moments)


def check_attempts(appended: Sequence[Recorded], told: Sequence[Account]) -> None:
    """Hold that what was acknowledged is there once, whole and in order, and nothing else is."""
    expected: dict[int, str | None] = {}
    for account in told:
        taken = [attempt for attempt in account.attempts if attempt.positions]
        positions = [position for attempt in taken for position in attempt.positions]
        assert positions == sorted(set(positions))
        for attempt in taken:
            assert in_one_piece(attempt)
            expected |= dict(zip(attempt.positions, attempt.notes(), strict=True))
    assert {entry.position: entry.event.note for entry in appended} == expected


def in_one_piece(attempt: Attempt) -> bool:
    """Tell whether a batch stands in the log as one, nobody else's event in it."""
    first = attempt.positions[0]
    return attempt.positions == tuple(range(first, first + attempt.size))


def check_seals(log: EventLog, told: Sequence[Account]) -> None:
    """Hold that no root ever changed: each that was seen is the root of the log as it is now."""
    tree = Tree(map(leaf_hash, log.lines()))
    assert log.verify() == (tree.size, tree.root())
    for size, root in {seal for account in told for seal in account.seals}:
        assert tree.root(size) == root


def check_answers(address: str, told: Sequence[Account]) -> None:
    """Hold that all were told the same of one position, and that replay from nothing says it too.

    All answers are compared with each other, and some, spread over the log, with a new engine's.
    """
    said: dict[tuple[int, date, str], str] = {}
    for position, day, stream, digest in (each for account in told for each in account.answers):
        assert said.setdefault((position, day, stream), digest) == digest
    with Engine.open(address) as engine:
        for position, day, stream in sorted(said)[:: len(said) // ANSWERS_CHECKED + 1]:
            register = engine.on(day, known_at=position)
            assert digest_of(register, stream) == said[position, day, stream]


def check_memory(report: Report) -> None:
    """Hold that a process grows by the events it keeps, and by no question that it is asked."""
    half_way, end, asked = report.half_way, report.at_the_end, report.after_asking
    kept = end.events - half_way.events
    assert end.peak_bytes - half_way.peak_bytes < FLAT_BYTES + EVENT_BYTES * kept
    assert asked.events == end.events
    assert asked.peak_bytes - end.peak_bytes < FLAT_BYTES


def summary(crew: Crew, found: Sequence[Report], events: int) -> str:
    """Return the figures of a trial in one line."""
    told = accounts(found)
    taken = sum(bool(attempt.positions) for each in told for attempt in each.attempts)
    grown = max(each.at_the_end.peak_bytes - each.half_way.peak_bytes for each in found)
    asking = max(each.after_asking.peak_bytes - each.at_the_end.peak_bytes for each in found)
    peak = max(each.after_asking.peak_bytes for each in found)
    return (
        f"{crew.name}: {events:,} events, {taken:,} batches, "
        f"{sum(each.refusals for each in told):,} conflicts, "
        f"{sum(each.locked_out for each in told):,} locked out, "
        f"{sum(each.looks for each in told):,} looks, peak {peak >> 20} MiB, "
        f"grown by {grown >> 10} KiB in the second half, by {asking >> 10} KiB by questions alone"
    )
