"""Break each rule in a copy of the sources, ask the four kinds of proof, and write who noticed.

`python -m tests.breaks [ARTICLE…]` takes some 20 minutes for all. The table goes into
`docs/explanation/how-we-test.md`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.breaks.listed import BREAKS, PAGE, PROOFS, ROOT, Break, row, with_table

_FAILED: Final = 1  # pytest's exit code where a test failed; an error of collection is another
_AT_ONCE: Final = 2


def main(articles: Sequence[str]) -> int:
    """Break those named, or all; fail where a proof of some kind noticed nothing."""
    chosen = [each for each in BREAKS if not articles or each.article in articles]
    with ThreadPoolExecutor(_AT_ONCE) as pool, TemporaryDirectory() as folder:
        unbroken = partial(_first_failure, folder=folder, sources=ROOT / "src")
        for failing in pool.map(unbroken, PROOFS.values()):
            if failing is not None:  # it would seem to notice every break
                sys.stderr.write(f"breaks: {failing} fails with nothing broken\n")
                return 1
        found: dict[Break, Mapping[str, str | None]] = {}
        for each, noticed in zip(chosen, pool.map(_noticed, chosen), strict=True):
            found[each] = noticed
            sys.stdout.write(f"{row(each, noticed)}\n")
            sys.stdout.flush()
    if not articles:
        PAGE.write_text(with_table(PAGE.read_text(), found))
    return int(any(test is None for noticed in found.values() for test in noticed.values()))


def _noticed(broken: Break) -> Mapping[str, str | None]:
    """Return for each kind of proof a test that fails, `None` if none does."""
    with TemporaryDirectory() as folder:
        sources = Path(folder, "src")
        shutil.copytree(ROOT / "src", sources, ignore=shutil.ignore_patterns("__pycache__"))
        broken.apply(sources / "ccm_engine")
        return {kind: _first_failure(places, folder, sources) for kind, places in PROOFS.items()}


def _first_failure(places: Sequence[str], folder: str, sources: Path) -> str | None:
    # That generating changes a byte says that some vector fails, and not which.
    options = ("-q", "-x", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-k", "not byte")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *places],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(sources),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HYPOTHESIS_STORAGE_DIRECTORY": folder,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    failed = re.search(r"^(?:FAILED|ERROR) \S+?::(.+?)(?: - .*)?$", run.stdout, flags=re.MULTILINE)
    if run.returncode == _FAILED and failed:
        return failed[1]
    if run.returncode == 0:
        return None
    message = f"{places[0]} could not be run:\n{run.stdout}{run.stderr}"
    raise RuntimeError(message)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
