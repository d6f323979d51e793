"""Crews of processes and threads that share one log, and what they report."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from threading import BrokenBarrierError
from typing import TYPE_CHECKING, Final

import attrs

from tests.endurance.labour import labour, take_gate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.endurance.accounts import Account, Report

_PRELOADED: Final = [
    "ccm_engine.domain.admission",
    "ccm_engine.log_tree",
    "ccm_engine.storage.postgresql",
    "ccm_engine.storage.sqlite",
    "tests.endurance.labour",
]
"""What every process needs, imported once before they are forked."""


@attrs.frozen
class Crew:
    """How many processes, and how many threads in each; `seconds` is how long a short trial is."""

    name: str
    threads: tuple[int, ...]
    seconds: float

    def workers(self) -> list[range]:
        """Return the numbers of the workers of each process."""
        ends = [sum(self.threads[: place + 1]) for place in range(len(self.threads))]
        return [range(end - size, end) for end, size in zip(ends, self.threads, strict=True)]


CREWS: Final = (
    Crew("eight processes", (1,) * 8, 1),
    Crew("eight threads", (8,), 1),
    Crew("both at once", (*(1,) * 8, 8), 2),
)


def reports(crew: Crew, address: str, seconds: float) -> list[Report]:
    """Have a crew work on a log for so long, and return what each process reports.

    Raises what a process failed of, rather than that the others gave up.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    size = len(crew.threads)
    gate = context.Barrier(size)
    with ProcessPoolExecutor(size, context, take_gate, (gate,)) as processes:
        working = [
            processes.submit(labour, address, workers, seconds) for workers in crew.workers()
        ]
    for error in filter(None, (each.exception() for each in working)):
        if not isinstance(error, BrokenBarrierError):
            raise error
    return [each.result() for each in working]


def accounts(found: Sequence[Report]) -> list[Account]:
    """Return the accounts of all workers, by number."""
    return [account for report in found for account in report.accounts]
