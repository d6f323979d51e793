"""Ask again about the mutants that survived, each in a process of its own.

`mutmut` forks from a process in which everything is imported: quick, but what our modules make
while they are imported was made by unchanged code. Here the changed code makes it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from mutmut.configuration import config
from mutmut.stats import status_by_exit_code

from tests.mutants.report import LIVED, change, judged

COPY: Final = Path("mutants")
_AT_ONCE: Final = 2
_SECONDS: Final = 300
_TIMEOUT: Final = 36
_NO_SUCH_TEST: Final = 4
_RULES, _FIGURES = "ccm_engine.domain.", "ccm_engine.projections."
_HOMES: Final = {
    _RULES + "action_plans.": ("tests/action_plans",),
    _RULES + "statements.": ("tests/statements", "tests/published"),
    _RULES + "suppositions.": ("tests/test_suppositions.py", "tests/domain"),
    _RULES + "articles.": ("tests/articles", "tests/interpretations"),
    _RULES: ("tests/domain", "tests/articles"),
    _FIGURES: ("tests/projections", "tests/exporters", "tests/published"),
}
"""Where the tests of a module are, the first that fits.

What runs while a module is imported, and what is kept from one test to the next, mutmut sees
reached by the first test alone that needs it, one in each of its runs.
"""


def main() -> None:
    """Run the tests of each survivor once more, and keep what became of it."""
    measured = json.loads((COPY / "mutmut-stats.json").read_text("utf-8"))
    tests_of: dict[str, list[str]] = measured["tests_by_mangled_function_name"]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for found in sorted(COPY.rglob("*.meta")):
            names = list(_survivors(found))
            reached = [tests_of.get(each.partition("__mutmut_")[0], []) for each in names]
            fates = dict(zip(names, pool.map(_fate, names, reached), strict=True))
            if fates:
                kept = json.loads(found.read_text("utf-8"))
                kept["exit_code_by_key"] |= fates
                found.write_text(json.dumps(kept, indent=4), "utf-8")
                sys.stdout.write(f"{found.stem}: {sum(map(bool, fates.values()))}/{len(fates)}\n")
                sys.stdout.flush()


def _survivors(found: Path) -> Iterator[str]:
    source, known = found.relative_to(COPY).with_suffix(""), judged()
    for name, code in json.loads(found.read_text("utf-8"))["exit_code_by_key"].items():
        if status_by_exit_code[code] in LIVED and change(source, name) not in known:
            yield name


def _fate(name: str, reached: list[str]) -> int:
    """Return the exit code of the tests that reach a mutant, 0 if they notice nothing."""
    home = next(tests for of, tests in _HOMES.items() if name.startswith(of))
    options = ["-x", "-q", "--no-header", "--tb=no", "--rootdir=.", *config().pytest_add_cli_args]
    environment = {"MUTANT_UNDER_TEST": name, "PYTHONPATH": str(Path(COPY, "src").absolute())}
    try:
        code = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *reached, *home],
            cwd=COPY,
            env=os.environ | environment,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        return _TIMEOUT
    if code == _NO_SUCH_TEST:
        message = f"the tests of {name} are not there any more: begin anew, without mutants/"
        raise RuntimeError(message)
    return int(code != 0)  # what cannot be imported, breaks pytest or crashes is noticed too


if __name__ == "__main__":
    main()
