"""Run the benchmarks named, or all of them: `python -m benchmarks [NAME…]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import Final

from benchmarks.appends import appends
from benchmarks.audit import audit
from benchmarks.command import command
from benchmarks.figures import Figure, show
from benchmarks.folding import folding
from benchmarks.following import following
from benchmarks.library_application import library_application
from benchmarks.queries import large_logs, public_record
from benchmarks.replay import replay
from benchmarks.sql_view import sql_view

BENCHMARKS: Final[Mapping[str, tuple[str, Callable[[], Sequence[Figure]]]]] = {
    "replay": ("Replay from SQLite to typed events", replay),
    "record": ("Obligations on one day, public record, log open", public_record),
    "large": ("Obligations of all states on one day, synthetic logs, log open", large_logs),
    "following": ("An engine that follows a growing log", following),
    "fold": ("Folding a million events", folding),
    "aggregates": ("Beside the library's own aggregates", library_application),
    "sql": ("Beside hand-written tables and a view", sql_view),
    "command": ("The command as a whole process", command),
    "audit": ("Verifying, proving, explaining, and what the tree costs", audit),
    "appends": ("Appends of 1,000 events in one transaction, full sync", appends),
}


def main(names: Sequence[str]) -> None:
    """Print the figures; what is slow is no failure."""
    if unknown := [name for name in names if name not in BENCHMARKS]:
        print(f"benchmarks: there is no {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
        return
    for name in names or BENCHMARKS:
        title, benchmark = BENCHMARKS[name]
        begin = perf_counter()
        figures = benchmark()
        show(f"{title} ({name}, {perf_counter() - begin:.0f} s)", figures)


if __name__ == "__main__":
    main(sys.argv[1:])
