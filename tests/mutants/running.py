"""How `make mutants` runs tests: near tests alone, and quick files first.

mutmut asks every test that reaches a changed function. Most of the time goes into the changes that
survive, so slow tests are asked only where what they are about was changed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from inspect import isclass, isfunction, unwrap
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest
from _pytest import unraisableexception
from mutmut.mutation import trampoline

_RULES: Final = "ccm_engine.domain."
_FIGURES: Final = "ccm_engine.projections."
_CLOCKS: Final = tuple(_RULES + each for each in ("publication.", "settlement.", "standpoint."))
_HOLDING: Final = tuple(
    _RULES + each for each in ("holding.", "following.", "ordering.", "dossier.")
)
_SITTINGS: Final = tuple(
    f"{_RULES}articles.{each}." for each in ("mandate_terms", "meeting_cycles", "ordered_reviews")
)
SLOW: Final = {
    "tests/domain/test_holding.py": _HOLDING,
    "tests/projections/": (_FIGURES, *_SITTINGS),
    "tests/exporters/": (_FIGURES, f"{_RULES}explanations."),
    "tests/published/": (_FIGURES, f"{_RULES}statements."),
    "tests/statements/": (_FIGURES, f"{_RULES}statements."),
    "tests/action_plans/": (_FIGURES, f"{_RULES}action_plans.", f"{_RULES}weighing."),
    "tests/test_suppositions.py": (_FIGURES, f"{_RULES}suppositions."),
    "tests/test_two_clocks.py": (_FIGURES, *_CLOCKS),
}
"""Slow tests, and what must have changed for them to be asked where others reach it too."""

_WRAPPER: Final = "_trampoline_wrapper"
MEASURED: Final = Path("mutmut-stats.json")  # beside the changed sources, where the tests run
_seconds: dict[str, float] = {}


def pytest_configure(config: pytest.Config) -> None:
    """Leave out slow tests of other modules, unless no others reach the changed function."""
    changed = os.environ.get("MUTANT_UNDER_TEST", "")
    if changed.startswith("ccm_engine."):
        use(changed)
        config.stash[unraisableexception.gc_collect_iterations_key] = 0  # the process ends anyway
        near = [each for each in config.args if is_near(each, changed)]
        config.args[:] = near or config.args


def use(changed: str) -> None:
    """Call one mutant from now on; each call would ask the environment which it should be."""
    trampoline.get_mutant_under_test = lambda: changed
    _unwrap(changed.rpartition(".")[0])


def _unwrap(changed: str) -> None:
    """Put functions of all modules but the changed one back: each call asks which it should be."""
    ours = [each for name, each in sys.modules.items() if name.startswith("ccm_engine.")]
    classes = [each for module in ours for each in vars(module).values() if isclass(each)]
    for owner in (*ours, *(each for each in classes if each.__module__.startswith("ccm_engine."))):
        for name, value in list(vars(owner).items()):
            if (
                isfunction(value)
                and value.__module__ != changed
                and value.__code__.co_name == _WRAPPER
            ):
                setattr(owner, name, unwrap(value))


def is_near(test: str, changed: str) -> bool:
    """Tell whether a test is quick, or about the changed module."""
    return all(changed.startswith(of) for slow, of in SLOW.items() if test.startswith(slow))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order files by the seconds they take, so that most changes are noticed early."""
    items[:] = quick_first(items)


def quick_first(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """Return tests by file, those files first whose tests take the fewest seconds together."""
    if not _seconds and MEASURED.exists():
        _seconds.update(json.loads(MEASURED.read_text("utf-8"))["duration_by_test"])
    files = [list(group) for _, group in groupby(sorted(items, key=_file), key=_file)]
    files.sort(key=lambda file: sum(_seconds.get(item.nodeid, 0.0) for item in file))
    return [item for file in files for item in file]


def _file(item: pytest.Item) -> str:
    return str(item.path)
