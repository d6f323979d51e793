"""Every word of what is answered to statements, and of what is refused that is none.

`python -m tests.statements.test_every_finding_in_full` writes them again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from ccm_engine.domain.statements import Finding, Kind, Statement
from ccm_engine.errors import CcmError
from tests.published.test_assertions import BAD, FIGURE, HEAD, read
from tests.statements.stating import found, stated
from tests.statements.test_mistakes import PRINTED
from tests.statements.test_reading import LINE, NO_STATEMENT

T = TypeVar("T")
FINDINGS: Final = Path(__file__).parents[1] / "golden" / "findings.txt"
OF_2020: Final = Path(__file__).parents[1] / "published" / "statements-2020.jsonl"
STATES: Final = ("BGR", "LAO", "MRT", "NOR", "NIU", "LTU", "AGO")
DAYS: Final = ("2011-01-01", "2016", "2020-10", "2024-08-01")


def statements() -> Iterator[Statement]:
    """Yield what a document says of 2020, mistakes as printed, and a bit of every kind."""
    for line in OF_2020.read_text("utf-8").splitlines():
        yield Statement.read(json.loads(line))
    for name, state, on, _ in PRINTED.values():
        yield stated(name, state, on)
    for index, state in enumerate(STATES):
        for kind in Kind:
            on = DAYS[index % len(DAYS)]
            yield stated(kind.value, state, on, as_of="2018-09-05" if index % 2 else None)
    for name in ("eif-state", "moon-stated"):
        yield stated(name, "BGR", None)
    yield stated("eif-stated", "BGR", "2011-10-01", as_of="2008-01-01")
    yield stated("eif-stated", "BGR", None)


def told(finding: Finding) -> str:
    """Say in a line all that a finding holds."""
    stated_of = finding.statement
    line = f"{stated_of.name} {stated_of.state} {stated_of.on} on {finding.as_of}:"
    line += f" {finding.verdict.value}; {finding.stated} | {finding.computed}; {finding.why}"
    more = (finding.provision, finding.obligation, finding.days_off, finding.instrument)
    named = None if finding.mistake is None else finding.mistake.value
    return " ; ".join([line, *map(str, more), str(named)])


def refused(what: str, read_it: Callable[[T], object], given: T) -> str:
    """Return the words of a refusal."""
    try:
        read_it(given)
    except CcmError as error:
        return f"{what}: {type(error).__name__}: {error}"
    return f"{what}: not refused"


def answered() -> Iterator[str]:
    """Yield each finding, and each refusal."""
    yield from map(told, found(*statements()))
    for what, (given, _, _) in NO_STATEMENT.items():
        yield refused(what, Statement.read, given)
    yield refused("an address that is a number", Statement.read, {**LINE, "source": {"url": 7}})
    for what, (text, _, _) in BAD.items():
        yield refused(what, read, text)
    many = HEAD + "on = 2020-09-28\n" + (FIGURE + "value = 1\n") * 2_001
    yield refused("too many figures", read, many)


def test_every_finding_and_refusal_is_what_it_was() -> None:
    assert list(answered()) == FINDINGS.read_text("utf-8").splitlines()


if __name__ == "__main__":
    FINDINGS.write_text("\n".join((*answered(), "")), "utf-8")
