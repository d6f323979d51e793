"""A process of a trial: one engine, and threads that append through it and ask of it."""

from __future__ import annotations

import faulthandler
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from ccm_engine import Engine
from ccm_engine.storage import open_log
from tests.endurance.accounts import Memory, Report, peak_bytes
from tests.endurance.worker import DAYS, Worker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Barrier

    from ccm_engine.log import EventLog

HANGING_SECONDS: Final = 90
SWITCHING_SECONDS: Final = 1e-5
"""How long a thread has before another's turn: 500 times less than usual, so that they meet."""
QUIET_SHARE: Final = 0.15
SETTLING_QUESTIONS: Final = 3

_gates: list[Barrier] = []


def take_gate(gate: Barrier) -> None:
    """Keep the gate at which all processes wait for each other."""
    _gates.append(gate)


def labour(address: str, workers: Sequence[int], seconds: float) -> Report:
    """Open the log, work for so long along with the other processes, ask on alone, and report.

    A process that fails has the others give up; one that hangs says where, and ends.
    """
    (gate,) = _gates
    sys.setswitchinterval(SWITCHING_SECONDS)
    faulthandler.dump_traceback_later(2 * seconds + HANGING_SECONDS, exit=True)
    try:
        with Engine.open(address) as engine, closing(open_log(address)) as log:
            return _laboured([Worker(number, engine, log) for number in workers], seconds, gate)
    except BaseException:
        gate.abort()
        raise
    finally:
        faulthandler.cancel_dump_traceback_later()


def _laboured(crew: Sequence[Worker], seconds: float, gate: Barrier) -> Report:
    for worker in crew:
        worker.look()
    gate.wait(HANGING_SECONDS)
    half_way = _worked(crew, seconds)
    gate.wait(HANGING_SECONDS)  # from here on nothing is appended
    at_the_end, after_asking = _asked_on(crew[0], QUIET_SHARE * seconds)
    return Report(tuple(worker.account for worker in crew), half_way, at_the_end, after_asking)


def _worked(crew: Sequence[Worker], seconds: float) -> Memory:
    """Have all work until the time is up; return the memory half-way."""
    until = monotonic() + seconds
    with ThreadPoolExecutor(len(crew)) as threads:
        working = [threads.submit(worker.work, until) for worker in crew]
        sleep(seconds / 2)
        half_way = _memory(crew[0])
        for each in working:
            each.result()
    return half_way


def _asked_on(worker: Worker, seconds: float) -> tuple[Memory, Memory]:
    """Ask again and again; return the memory after the first questions, and after the last."""
    for _ in range(SETTLING_QUESTIONS):
        _ask(worker.engine, worker.log)
    before, until = _memory(worker), monotonic() + seconds
    while monotonic() < until:
        _ask(worker.engine, worker.log)
    return before, _memory(worker)


def _ask(engine: Engine, log: EventLog) -> None:
    for day in DAYS:
        position = engine.on(day).log.position
        for known_at in (None, position // 2):
            engine.on(day, known_at=known_at).obligations(state="BGR")
    engine.tree.seal()
    deque(log.read(), maxlen=0)


def _memory(worker: Worker) -> Memory:
    return Memory(worker.engine.on(DAYS[0]).log.position, peak_bytes())
