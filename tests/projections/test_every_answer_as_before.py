"""These answers of the projections about the public record are what they were, to the last word.

Other tests say why an answer is right; this one tells that one changed. It keeps a digest of each:
`git diff` of the golden file names the questions, and `ccm` shows what they answer.
`python -m tests.projections.test_every_answer_as_before` writes the digests again.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final, cast

import attrs

from ccm_engine import Engine, Register
from ccm_engine.domain.events import CONVENTION, MeetingKind
from ccm_engine.domain.interpretations import PartyCount
from ccm_engine.projections import (
    amendments,
    clearance_ledger,
    cooperation,
    coverage_by_year,
    extensions_granted,
    meetings,
    national_measures,
    report_ledger,
    report_statistics,
    retained_munitions,
    stockpile_ledger,
    unit_finances,
    universalization,
    victim_assistance,
)

ANSWERS: Final = Path(__file__).parents[1] / "golden" / "answers.txt"
BEFORE: Final = date(2015, 9, 11)
DAYS: Final = (date(2020, 9, 28), date(2026, 9, 18))
STATES: Final = ("BGR", "LTU", "MRT", "PER", CONVENTION)
EXPLAINED: Final = ("BGR/3.2", "MRT/4.1a", "LTU/7.1")

Question = Callable[[Register, Register], object]

QUESTIONS: Final[Mapping[str, Question]] = {
    "parties": lambda on, _: on.parties(),
    "parties in force": lambda on, _: on.parties(PartyCount.IN_FORCE),
    "deadlines": lambda on, _: on.deadlines(on.as_of, date(2035, 1, 1)),
    "windows": lambda on, _: on.windows(),
    "mandates": lambda on, _: on.mandates(),
    "mandates that end": lambda on, _: on.mandates(ending="2RC"),
    "meetings": lambda on, _: on.meetings(),
    "review conferences": lambda on, _: on.meetings(MeetingKind.REVIEW_CONFERENCE),
    "figures": lambda on, _: on.figures(),
    "status": lambda on, _: on.status(),
    "discrepancies": lambda on, _: on.discrepancies(),
    "coverage": lambda on, _: on.coverage(),
    "differences": lambda on, before: on.since(before),
    "history": lambda on, _: [on.history(each) for each in STATES],
    "explanations": lambda on, _: [on.explain(each) for each in EXPLAINED],
    "amendments": lambda on, _: amendments.amendments(on.point),
    "clearance": lambda on, _: clearance_ledger.clearance_ledger(on.view()),
    "stockpiles": lambda on, _: stockpile_ledger.stockpile_ledger(on.view()),
    "retained": lambda on, _: retained_munitions.retained_munitions(on.view()),
    "reports": lambda on, _: list(_lines(on)),
    "lateness": lambda on, _: [report_statistics.lateness(each) for each in _lines(on)],
    "rates": lambda on, _: [
        report_statistics.rates(each, by)
        for each in _lines(on)
        for by in (report_statistics.year_of, report_statistics.group_of)
    ],
    "assistance": lambda on, _: cooperation.stated_by_year(on.view()),
    "coalitions": lambda on, _: cooperation.coalitions(on.view()),
    "what is covered": lambda on, _: [
        coverage_by_year.coverage_by_year(on.view(), each, range(2010, 2021))
        for each in coverage_by_year.Subject
    ],
    "grants": lambda on, _: extensions_granted.grants(on.view()),
    "grants by meeting": lambda on, _: extensions_granted.by_meeting(
        extensions_granted.grants(on.view())
    ),
    "grants by article": lambda on, _: extensions_granted.by_article(
        extensions_granted.grants(on.view())
    ),
    "requests awaiting": lambda on, _: extensions_granted.requests_awaiting(on.view()),
    "reviews ordered": lambda on, _: meetings.reviews_by_meeting(on.view()),
    "measures": lambda on, _: national_measures.positions(on.view()),
    "processes": lambda on, before: list(
        national_measures.processes_completed(before.view(), on.view())
    ),
    "finances": lambda on, _: unit_finances.unit_finances(on.view()),
    "sponsorships": lambda on, _: unit_finances.sponsorships(on.view()),
    "joined": lambda on, before: universalization.joined(before.view(), on.view()),
    "not party": lambda on, _: universalization.states_not_party(on.view()),
    "votes": lambda on, _: universalization.votes(on.view()),
    "victims": lambda on, _: victim_assistance.victim_assistance(on.view()),
}


def _lines(on: Register) -> Iterator[tuple[report_ledger.ReportLine, ...]]:
    return (report_ledger.report_lines(on.view(), kind) for kind in report_ledger.ReportKind)


def digests() -> Iterator[str]:
    """Yield a line for each question and day."""
    with Engine.public_record() as engine:
        before = engine.on(BEFORE)
        for day in DAYS:
            on = engine.on(day)
            for name, question in QUESTIONS.items():
                told = json.dumps(plain(question(on, before)))
                yield f"{day} {name}: {sha256(told.encode()).hexdigest()[:16]}"


def plain(value: object) -> object:
    """Return all that an answer holds as JSON; what is no answer but a way to one is left out."""
    if isinstance(value, enum.Enum):
        return value.value
    if attrs.has(type(value)):
        fields = attrs.fields_dict(cast("type[attrs.AttrsInstance]", type(value)))
        return [type(value).__name__, *(plain(getattr(value, name)) for name in fields)]
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return [[plain(key), plain(each)] for key, each in items]
    if isinstance(value, AbstractSet):
        return sorted(json.dumps(plain(each)) for each in cast("AbstractSet[object]", value))
    if isinstance(value, str | int | None):
        return value
    if isinstance(value, Iterable):
        return [plain(each) for each in cast("Iterable[object]", value)]
    return None if callable(value) else str(value)


def test_each_answer_is_what_it_was() -> None:
    assert list(digests()) == ANSWERS.read_text("utf-8").splitlines()


if __name__ == "__main__":
    ANSWERS.write_text("\n".join((*digests(), "")), "utf-8")
