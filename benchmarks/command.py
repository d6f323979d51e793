"""`ccm` commands as whole processes, beside one that only imports what they are built on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from benchmarks.figures import Figure, at_most, milliseconds
from benchmarks.measuring import Case, interleaved, ratio

_ROUNDS: Final = 21
_COMMANDS: Final = ("parties", "status")
_BARE: Final = "import eventsourcing.sqlite, attrs, pendulum, click"


def command() -> list[Figure]:
    """Measure both with byte code at hand, as in an installed package."""
    python, ccm = sys.executable, str(Path(sys.executable).with_name("ccm"))
    with TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        environment = {**kept, "PYTHONPYCACHEPREFIX": folder}
        found = interleaved(
            {
                **{each: _process([ccm, each], environment) for each in _COMMANDS},
                "bare": _process([python, "-c", _BARE], environment),
                "python": _process([python, "-c", "pass"], environment),
            },
            _ROUNDS,
        )
    bare, python = (milliseconds(median(found[each])) for each in ("bare", "python"))
    return [
        Figure(
            f"ccm {each} / bare imports",
            ratio(found[each], found["bare"]),
            "x",
            at_most(2),
            f"{milliseconds(median(found[each]))} / {bare}; python by itself {python}",
        )
        for each in _COMMANDS
    ]


_LEFT_OUT: Final = {"CCM_LOG", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONPROFILEIMPORTTIME"}


def _process(arguments: list[str], environment: dict[str, str]) -> Case:
    def case() -> float:
        begin = perf_counter()
        subprocess.run(arguments, env=environment, check=True, capture_output=True)
        return perf_counter() - begin

    return case
