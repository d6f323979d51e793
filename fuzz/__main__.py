"""Fuzz one door, led by what it covers: `python -m fuzz DOOR [-max_total_time=SECONDS …]`.

Options are libFuzzer's. What is found is kept in the corpus of that door, where `make test` knocks
with it from then on; give it a name that says what it is. `python -m fuzz --doors` lists the doors.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
CORPUS: Final = ROOT / "tests" / "fuzz" / "corpus"
SCRATCH: Final = ROOT / ".fuzz"  # what covers more than what was known, from run to run
LONGEST_WORD: Final = 64  # bytes, which libFuzzer takes
LIMITS: Final = (
    "-timeout=60",
    "-report_slow_units=60",
    "-rss_limit_mb=2048",
    "-max_len=20000",
    "-print_final_stats=1",
)


def main(arguments: list[str]) -> None:
    """Fuzz the door that is named, until told to stop or something is found."""
    atheris: Any = import_module("atheris")  # which has wheels for Linux alone
    with atheris.instrument_imports(include=["ccm_engine"]):
        doors = import_module("tests.fuzz.doors").DOORS
    if arguments == ["--doors"]:
        sys.stdout.write("\n".join(doors) + "\n")
        return
    if not arguments or arguments[0] not in doors:
        sys.exit("usage: python -m fuzz DOOR [OPTION…], or --doors to list them")
    name, *options = arguments
    door, kept = doors[name], CORPUS / name
    new, known = SCRATCH / name, SCRATCH / f"{name}.known"
    for folder in (kept, new, known):
        folder.mkdir(parents=True, exist_ok=True)
    for number, each in enumerate(door.welcome()):
        (known / str(number)).write_bytes(each)
    words = SCRATCH / "words"
    words.write_bytes(_dictionary(import_module("tests.fuzz.damage").TOKENS))
    given = [*LIMITS, f"-dict={words}", f"-artifact_prefix={kept}/", *options]
    atheris.Setup([sys.argv[0], *given, *map(str, (new, known, kept))], door.knock)
    atheris.Fuzz()


def _dictionary(tokens: Iterable[bytes]) -> bytes:
    """Write what is worth putting in, as libFuzzer reads it."""
    written = (
        "".join(f"\\x{byte:02x}" for byte in token)
        for token in tokens
        if len(token) <= LONGEST_WORD
    )
    return "".join(f'"{each}"\n' for each in written).encode()


if __name__ == "__main__":
    main(sys.argv[1:])
