"""The wheel: built, installed elsewhere, and asked outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ASK = """
import ccm_engine
from datetime import date
print(ccm_engine.__file__)
print(ccm_engine.Engine.public_record().on(date(2020, 9, 28)).figures().consented)
"""


def run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_answers_outside_the_repository(tmp_path: Path) -> None:
    built, installed, elsewhere = (tmp_path / each for each in ("built", "installed", "elsewhere"))
    elsewhere.mkdir()
    python = sys.executable
    run(
        *(python, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(ROOT)),
        cwd=elsewhere,
    )
    (wheel,) = built.glob("*.whl")
    run(
        *(python, "-m", "pip", "install", "--no-deps", "--no-index", "--target", str(installed)),
        str(wheel),
        cwd=elsewhere,
    )
    answer = run(python, "-c", ASK, cwd=elsewhere, PYTHONPATH=str(installed)).split()
    assert Path(answer[0]).is_relative_to(installed)
    assert answer[1] == "110"
    ask = (python, "-m", "ccm_engine", "parties", "--as-of", "2020-09-28", "--json")
    assert '"count"' in run(*ask, cwd=elsewhere, PYTHONPATH=str(installed))
