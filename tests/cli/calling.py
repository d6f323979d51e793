"""Ways to call `ccm`: within this process, or as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any, Final, cast

from click.testing import CliRunner, Result

from ccm_engine.cli import main

CCM: Final = (sys.executable, "-c", "from ccm_engine.cli import main; main()")
REVIEW: Final = "2020-09-28"  # the day of the Second Review Conference's progress report


def ccm(*args: str, stdin: bytes | None = None, **env: str) -> Result:
    """Call the command in this process; `CCM_LOG` and colours come from `env` alone."""
    clean = {"CCM_LOG": None, "NO_COLOR": None, "FORCE_COLOR": None}
    return CliRunner(env={**clean, **env}).invoke(main, args, input=stdin)


def answered(*args: str, **env: str) -> dict[str, Any]:
    """Return the one document that a successful call with `--json` prints."""
    result = ccm(*args, "--json", stdin=None, **env)
    assert result.exit_code == 0, result.output
    return cast("dict[str, Any]", json.loads(result.stdout))


def refused(*args: str, stdin: bytes | None = None, status: int = 2) -> str:
    """Return the one line by which a call is refused, with an exit status and no answer."""
    result = ccm(*args, stdin=stdin)
    assert result.exit_code == status, (result.exit_code, result.output)
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("ccm: ")
    return line


def process(
    *args: str, stdin: bytes | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Call the command as a process of its own."""
    return subprocess.run(
        [*CCM, *args], input=stdin, capture_output=True, check=False, env=environment(**env)
    )


def environment(**env: str) -> dict[str, str]:
    """Return this process's environment without what would change an answer or its colours."""
    unwanted = {"CCM_LOG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, **env}
