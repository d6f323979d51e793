"""Every word of what is answered to statements, and of what is refused that is none.

`python -m tests.statements.test_every_finding_in_full` writes them again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from ccm_engine.domain.events import Instrument
from ccm_engine.domain.statements import Finding, Kind, Statement
from ccm_engine.domain.statements.published import PublishedDocument
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
_NO_STATEMENT_EITHER: Final[Mapping[str, Mapping[str, object]]] = {
    "an address that is a number": {"source": {"url": 7}},
    "a blank state": {"state": " "},
    "a period in words": {"statement": "article4-obligation-added", "details": {"period": "soon"}},
    "what another kind would say, left aside": {
        "statement": "eif-stated",
        "details": {"after_extension": "no", "instrument": "signature", "period": "soon"},
    },
}
_FIGURE: Final = {
    "paragraph": 7,
    "key": "universalization.consented",
    "on": date(2020, 9, 28),
    "value": 2**64 - 1,
    "words": "some states",
}
_DOCUMENT: Final[Mapping[str, object]] = {
    "document": {"title": "a list", "published": date(2020, 9, 28), "url": "https://example.org"},
    "figure": [
        _FIGURE,
        {**_FIGURE, "paragraph": 2**64 - 1, "value": 0, "since": date(2015, 9, 11)},
    ],
}
_NO_DOCUMENT: Final[Mapping[str, object]] = {
    "a list": [],
    "a document of another name": {"documents": {}},
    "a field like two others": {"document": {"title": "a", "u": 1}, "figure": [_FIGURE]},
    "a field like none": {"document": {"title": "a", "zzz": 1}, "figure": [_FIGURE]},
    "no figures": {"document": {"title": "a list"}, "figure": []},
    "a title that is a number": {"document": {"title": 7}, "figure": [_FIGURE]},
    "a blank title": {"document": {"title": " "}, "figure": [_FIGURE]},
    "too long a paragraph": {
        "document": {"title": "a"},
        "figure": [{**_FIGURE, "paragraph": 2**64}],
    },
    "words in a number": {"document": {"title": "a"}, "figure": [{**_FIGURE, "words": 7}]},
}


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
        yield stated(name, "BGR", "2020")
    for as_of in ("2008-01-01", "2008-05-30", "2100-12-31", "2101-01-01"):
        yield stated("eif-stated", "BGR", "2011-10-01", as_of=as_of)
    yield from _deposits()
    yield from _periods()
    for name in ("eif-stated", "clearance-deadline-stated", "stockpile-deadline-stated"):
        yield stated(name, "BGR", None)
        yield stated(name, "MRT", "2022-02-01", after_extension=False)
        yield stated(name, "MRT", "2026-08-01", after_extension=True)


def _deposits() -> Iterator[Statement]:
    """Yield statements of a deposit by day, by instrument or by neither, possible and not."""
    for state in ("BGR", "MUS", "CAN", "SOM", "AGO"):
        yield stated("deposit-stated", state, None)
        for instrument in Instrument:
            yield stated("deposit-stated", state, None, instrument=instrument.value)
            yield stated("deposit-stated", state, "2015-03-16", instrument=instrument.value)


def _periods() -> Iterator[Statement]:
    """Yield statements of what changed in a period, at the ends of what can be asked."""
    periods = ("2008-05-30/2020-09-28", "2008-05-31/2020-09-28", "../2020-09-28")
    for period in (*periods, "2015-09-11/2020-09-28", "2026-11-20/2026-12-01", "2026-11-21"):
        for kind in ("article4-obligation-added", "article4-obligation-removed"):
            for state in ("MRT", "SOM", "HRV"):
                yield stated(kind, state, None, as_of="2026-11-20", period=period)


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
        return f"{what}: {type(error).__name__} ({error.field}): {error}"
    return f"{what}: not refused"


def answered() -> Iterator[str]:
    """Yield each finding, and each refusal."""
    yield from map(told, found(*statements()))
    for what, (given, _, _) in NO_STATEMENT.items():
        yield refused(what, Statement.read, given)
    for what, more in _NO_STATEMENT_EITHER.items():
        yield refused(what, Statement.read, {**LINE, **more})
    for what, (text, _, _) in BAD.items():
        yield refused(what, read, text)
    for number in (2_000, 2_001):
        many = HEAD + "on = 2020-09-28\n" + (FIGURE + "value = 1\n") * number
        yield refused(f"{number:,} figures", read, many)
    for what, document in _NO_DOCUMENT.items():
        yield refused(what, PublishedDocument.read, document)
    yield repr(PublishedDocument.read(_DOCUMENT))


def test_every_finding_and_refusal_is_what_it_was() -> None:
    assert list(answered()) == FINDINGS.read_text("utf-8").splitlines()


if __name__ == "__main__":
    FINDINGS.write_text("\n".join((*answered(), "")), "utf-8")
