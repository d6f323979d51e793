"""However much comes in, time and memory end: tried in processes that die of more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.cli.calling import CCM, environment
from tests.fuzz.large import LARGE, MIB
from tests.fuzz.welcome import bundles

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits a process as Linux does")

GIB: Final = 1024 * MIB
LIMITED: Final = f"""import resource
resource.setrlimit(resource.RLIMIT_AS, ({GIB // 2},) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
"""


@pytest.mark.parametrize("doors", [["files"], [*LARGE]], ids=["files", "doors"])
def test_what_is_too_large_is_refused_before_it_costs_much(doors: list[str]) -> None:
    tried = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.bounded", *doors],
        capture_output=True,
        check=False,
        env=environment(),
        timeout=300,
    )
    assert tried.returncode == 0, (tried.stdout[-300:], tried.stderr[-3000:])


def test_a_small_bundle_takes_little_memory(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(bundles()[0])
    program = [*CCM[:2], LIMITED + CCM[2], "verify", "--bundle", str(bundle)]
    tried = subprocess.run(program, capture_output=True, check=False, env=environment())
    assert tried.returncode == 0, tried.stderr


@pytest.mark.parametrize(
    ("call", "opening", "said"),
    [
        ("record -", b'{"type":"', "longer than 1 MiB"),
        ("what-if -", b"", "longer than 1 MiB"),
        ("check -", b'{"statement":"', "longer than 1 MiB"),
        ("assert -", b'title = "', "longer than 1 MiB"),
        ("verify --proof -", b'{"proof":', "larger than 8,388,608 bytes"),
        ("verify --bundle -", b"no zip file", "no zip file"),
        ("verify --bundle -", b"PK\x03\x04", "not enough memory"),
    ],
)
def test_a_line_of_a_gigabyte_is_read_as_far_as_one_may_be(
    call: str, opening: bytes, said: str
) -> None:
    program = [*CCM[:2], LIMITED + CCM[2], *call.split()]
    with subprocess.Popen(
        program,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        assert running.stdin is not None
        try:
            running.stdin.write(opening)
            for _ in range(GIB // MIB + 1):
                running.stdin.write(b"9" * MIB)
        except BrokenPipeError:
            pass
        answer, complaint = running.communicate(timeout=120)
    assert running.returncode == 2
    assert answer == b""
    (line,) = complaint.decode().splitlines()
    assert said in line
