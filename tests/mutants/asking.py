"""Ask the tests about the mutants nobody was asked about: one process collects, its forks run.

`mutmut` makes the mutants, lets mypy refuse what it can and finds which tests reach what. It would
then start pytest once for each mutant; here pytest collects once, and each mutant is run in a fork
of that process, in which no test has run yet. What survives is asked again by `again.py`.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import attrs
import pytest
from mutmut.configuration import config
from mutmut.mutation.file_mutation import filter_mutants_with_type_checker

from tests.mutants import running

COPY: Final = Path("mutants")
_AT_ONCE: Final = int(os.environ.get("MUTANTS_AT_ONCE", "2"))
_KILLED, _SURVIVED, _NO_TESTS, _TIMEOUT, _REJECTED = 1, 0, 33, 36, 37
_BROKEN: Final = 3
_PATIENCE: Final = 4
_SECONDS: Final = 10


@attrs.define
class Asking:
    """A plugin of pytest that runs the tests once for each mutant, in place of once for all."""

    reached: dict[str, list[str]]
    seconds: dict[str, float]
    parts: Sequence[str]
    _failed: str = ""
    _waiting: dict[int, tuple[str, str]] = attrs.field(factory=dict[int, tuple[str, str]])
    _noticed: dict[str, list[str]] = attrs.field(factory=dict[str, list[str]])
    """Which tests noticed changes of a function: they are likely to notice others of it."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note that a test failed: the mutant is noticed."""
        if report.failed:
            self._failed = report.nodeid

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Ask about every mutant of which nothing is known, those first that are soon asked."""
        gc.collect()
        gc.freeze()
        items = {item.nodeid: item for item in session.items}
        tests_of = {name: self._tests(name, items) for name in unasked(self.parts)}
        for name in sorted(tests_of, key=lambda each: self._expected(tests_of[each])):
            while len(self._waiting) >= _AT_ONCE:
                self._end_one()
            if tests_of[name]:
                likely = self._noticed.get(_function(name), [])
                self._begin(
                    name, sorted(tests_of[name], key=lambda each: each.nodeid not in likely)
                )
            else:
                keep(name, _NO_TESTS)
        while self._waiting:
            self._end_one()
        return True

    def _begin(self, name: str, tests: list[pytest.Item]) -> None:
        folder = tempfile.mkdtemp(prefix="mutant")
        child = os.fork()
        if child == 0:
            self._run(name, tests, folder)
        self._waiting[child] = (name, folder)

    def _end_one(self) -> None:
        """Wait for one of the forks, and keep what became of its mutant."""
        child, status = os.wait()
        name, folder = self._waiting.pop(child)
        if (by := Path(folder, "noticed")).exists():
            self._noticed.setdefault(_function(name), []).append(by.read_text("utf-8"))
        shutil.rmtree(folder, ignore_errors=True)
        code = os.waitstatus_to_exitcode(status)
        if code == _BROKEN:
            sys.stderr.write(f"could not be asked: {name}\n")
        else:
            fates = {_SURVIVED: _SURVIVED, -signal.SIGXCPU: _TIMEOUT, -signal.SIGKILL: _TIMEOUT}
            keep(name, fates.get(code, _KILLED))  # a crash is noticed, too

    def _expected(self, tests: list[pytest.Item]) -> float:
        return sum(self.seconds.get(item.nodeid, 0) for item in tests)

    def _tests(self, name: str, items: dict[str, pytest.Item]) -> list[pytest.Item]:
        """Return the tests that reach a changed function and are near it.

        The files come first that are named as its module is, and then the quick ones.
        """
        reached = [each for each in self.reached.get(_function(name), []) if each in items]
        near = [each for each in reached if running.is_near(each, name)] or reached
        tests = running.quick_first([items[each] for each in near])
        return sorted(tests, key=lambda test: not _is_named_alike(test.path.stem, name))

    def _run(self, name: str, tests: list[pytest.Item], folder: str) -> None:
        """Run tests against one mutant until one fails, and end this process."""
        code = _BROKEN
        try:
            limit = int(_PATIENCE * self._expected(tests)) + _SECONDS
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + _SECONDS))
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            os.environ["MUTANT_UNDER_TEST"] = name
            tempfile.tempdir = folder
            running.use(name)
            factory: object = vars(tests[0].config)["_tmp_path_factory"]
            setattr(factory, "_given_basetemp", Path(folder, "tests"))  # noqa: B010  # of each fork
            for item, following in zip(tests, [*tests[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self._failed:
                    break
            Path(folder, "noticed").write_text(self._failed, "utf-8")
            code = _KILLED if self._failed else _SURVIVED
        finally:
            os._exit(code)


def unasked(parts: Sequence[str]) -> list[str]:
    """Return the mutants nobody was asked about whose names have one of these parts in them."""
    return [
        name
        for found in sorted(Path().rglob("*.meta"))
        for name, code in json.loads(found.read_text("utf-8"))["exit_code_by_key"].items()
        if code is None and any(part in name for part in parts)
    ]


def keep(name: str, code: int) -> None:
    """Write down what became of a mutant, where mutmut does."""
    module = name.rpartition(".")[0].replace(".", "/")
    places = (Path("src", f"{module}.py.meta"), Path("src", module, "__init__.py.meta"))
    found = next(each for each in places if each.exists())
    kept = json.loads(found.read_text("utf-8"))
    kept["exit_code_by_key"][name] = code
    found.write_text(json.dumps(kept, indent=4), "utf-8")


def _is_named_alike(test: str, name: str) -> bool:
    """Tell whether a file of tests (`test_article_07`) is named as the module of a function is."""
    module, about = name.split(".")[-2], test.removeprefix("test_")
    return module in about or about in module


def _function(name: str) -> str:
    return name.partition("__mutmut_")[0]


def _reject() -> None:
    """Let the type checker refuse what it can, once for the mutants there are."""
    checked = COPY / "checked-by-mypy"
    sources = (each.stat().st_mtime for each in COPY.glob("src/**/*.py"))
    if checked.exists() and max(sources) < checked.stat().st_mtime:
        return
    rejected = filter_mutants_with_type_checker()
    for found in sorted(COPY.rglob("*.meta")):
        kept = json.loads(found.read_text("utf-8"))
        codes = kept["exit_code_by_key"]
        codes |= {
            name: _REJECTED for name, code in codes.items() if code is None and name in rejected
        }
        found.write_text(json.dumps(kept, indent=4), "utf-8")
    checked.touch()


def main() -> None:
    """Ask about each mutant, or those whose name contains one of the arguments."""
    _reject()
    os.chdir(COPY)
    sys.path[:0] = [str(Path("src").absolute()), str(Path.cwd())]
    measured = json.loads(Path("mutmut-stats.json").read_text("utf-8"))
    asking = Asking(
        measured["tests_by_mangled_function_name"],
        measured["duration_by_test"],
        sys.argv[1:] or [""],
    )
    os.environ["HYPOTHESIS_PROFILE"] = "mutants"
    options = config().pytest_add_cli_args[2:]  # without the plugin of mutmut's own runs
    chosen = [*options, *config().pytest_add_cli_args_test_selection]
    sys.exit(pytest.main(["-q", "-s", "--no-header", "--rootdir=.", *chosen], plugins=[asking]))


if __name__ == "__main__":
    main()
