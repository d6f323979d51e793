"""What became of the mutants: a table by module, and the survivors nobody has judged.

`make mutants` runs it last. It fails where too few changes were noticed, or where one survived
that is not in `survivors.toml`. A judgement names the function and the lines that change, so that
it outlives mutmut's numbering.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

JUDGED: Final = Path(__file__).with_name("survivors.toml")
LEAST_PERCENT: Final = 90
"""How many a test must notice, of the changes that the type checker lets through."""

NOTICED: Final = {"killed", "timeout"}
LIVED: Final = {"survived", "no tests"}
BROKEN: Final = "not run"
_RAISED: Final = 255
"""The status of a process in which mutmut itself failed; it takes that for a timeout."""

Change = tuple[str, tuple[str, ...]]
Outcome = tuple[Path, str, str]


def outcomes() -> Iterator[Outcome]:
    """Yield the source file, the name and the fate of each mutant."""
    for found in sorted(Path("mutants").rglob("*.meta")):
        source = found.relative_to("mutants").with_suffix("")
        for name, code in json.loads(found.read_text("utf-8"))["exit_code_by_key"].items():
            yield source, name, BROKEN if code == _RAISED else status_by_exit_code[code]


def change(source: Path, name: str) -> Change:
    """Return the function that a mutant changes, and the lines without and with the change."""
    module, _, mangled = name.partition("__mutmut_")[0].rpartition(".")
    function = mangled.removeprefix("x").strip("ǁ").replace("ǁ", ".").removeprefix("_")
    lines = get_diff_for_mutant(name, path=source).splitlines()[2:]
    return f"{module}.{function}", tuple(
        f"{each[0]} {each[1:].strip()}" for each in lines if each[:1] in {"+", "-"}
    )


def judged() -> set[Change]:
    """Return the changes that survive because they change nothing, by what people found."""
    listed = tomllib.loads(JUDGED.read_text("utf-8"))["survivor"]
    return {(each["function"], tuple(each["change"])) for each in listed}


def table(fates: list[Outcome]) -> Iterator[str]:
    """Yield a row for each module, and one for all."""
    rows = [(str(source), fate) for source, _, fate in fates] + [("all", f) for _, _, f in fates]
    yield "| module | mutants | mypy | killed | timeout | survived | no tests | not run | % |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for module in dict.fromkeys(module for module, _ in rows):
        of = Counter(fate for each, fate in rows if each == module)
        lived = sum(of[each] for each in LIVED)
        run = sum(of[each] for each in NOTICED) + lived
        counted = [sum(of.values()), of["caught by type check"], of["killed"], of["timeout"]]
        counted += [of["survived"], of["no tests"], of["not checked"] + of[BROKEN]]
        share = f"{100 * (run - lived) / run:.1f}" if run else ""
        name = module.removeprefix("src/ccm_engine/")
        yield f"| {name} | {' | '.join(map(str, counted))} | {share} |"


def main() -> None:
    """Print the table and what is not judged; exit 1 where a promise is not kept."""
    fates = list(outcomes())
    sys.stdout.writelines(f"{row}\n" for row in table(fates))
    lived = [change(source, name) for source, name, fate in fates if fate in LIVED]
    noticed = sum(fate in NOTICED for _, _, fate in fates)
    known = judged()
    for function, lines in (each for each in lived if each not in known):
        sys.stdout.write(f"\nnot judged: {function}\n" + "".join(f"  {each}\n" for each in lines))
    enough = 100 * noticed >= LEAST_PERCENT * (noticed + len(lived))
    sys.exit(0 if enough and known.issuperset(lived) else 1)


if __name__ == "__main__":
    main()
