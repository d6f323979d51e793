"""The list of breaks, and the table of who noticed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import attrs

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "explanation" / "how-we-test.md"
PROOFS: Final = {
    "law": ("tests/laws/test_laws.py",),
    "vector": ("tests/conformance/test_vectors.py",),
    "oracle": (
        "tests/oracle/test_on_the_day.py",
        "tests/oracle/test_every_day.py",
        "tests/oracle/test_agreement.py",
    ),
    "case": ("tests/test_cases.py",),
}
"""The four kinds of proof, and where their tests are, the quickest first."""

_TELLING: Final = 12  # a case with a longer name speaks for itself
_BEGIN, _END = "<!-- breaks: begin -->\n", "<!-- breaks: end -->"


@attrs.frozen
class Break:
    """One rule broken: in a file, these lines are replaced."""

    article: str
    what: str
    file: str
    replaced: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Break:
        """Return what one table of `breaks.toml` says."""
        pairs = [(table["old"], table["new"]), *map(tuple, table.get("also", ()))]
        return cls(table["article"], table["what"], table["file"], tuple(pairs))

    def apply(self, package: Path) -> None:
        """Break the rule in a package's sources; `ValueError` where a line does not stand once."""
        path = package / self.file
        text = path.read_text()
        for old, new in self.replaced:
            if text.count(old) != 1:
                message = f"{self.article}: {old!r} stands {text.count(old)} times in {self.file}"
                raise ValueError(message)
            text = text.replace(old, new)
        path.write_text(text)


def _listed() -> tuple[Break, ...]:
    tables = tomllib.loads(Path(__file__).with_name("breaks.toml").read_text())
    return tuple(Break.of(each) for each in tables["break"])


BREAKS: Final = _listed()


def row(broken: Break, noticed: Mapping[str, str | None]) -> str:
    """Return one line of the table."""
    cells = (_words(noticed[kind]) for kind in PROOFS)
    return f"| {broken.article} | {broken.what} | {' | '.join(cells)} |"


def _words(test: str | None) -> str:
    """Return the name of a test as a sentence, `—` if none failed."""
    if test is None:
        return "—"
    name, _, case = test.partition("[")
    case = case.removesuffix("]").replace("_", " ")
    said = re.sub(r"^test_", "", name.rpartition("::")[2]).replace("_", " ")
    if not case:
        return said
    return case if len(case) > _TELLING else f"{said}: {case}"


def with_table(page: str, found: Mapping[Break, Mapping[str, str | None]]) -> str:
    """Return a page with the table between its two marks made anew."""
    head = f"| Article | the mistake | {' | '.join(PROOFS)} |"
    lines = [head, "|---|---|" + "---|" * len(PROOFS)]
    lines += [row(each, noticed) for each, noticed in found.items()]
    before, rest = page.split(_BEGIN)
    return before + _BEGIN + "\n".join(lines) + "\n" + _END + rest.split(_END)[1]


def rows_of(page: str) -> list[list[str]]:
    """Return the cells of the table on a page, row by row."""
    table = page.split(_BEGIN)[1].split(_END, maxsplit=1)[0].strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table]
