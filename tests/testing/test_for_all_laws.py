"""`for_all_laws` passes an engine that keeps the laws, and names the law that another breaks."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import Phase, settings

from ccm_engine.domain.provisions import Provision
from ccm_engine.engine import Engine
from ccm_engine.storage import open_log
from ccm_engine.testing import LAWS, Law, LawBrokenError, for_all_laws, in_memory
from ccm_engine.testing.awkward import extensions_of_37_months, withdrawals_during_a_conflict
from ccm_engine.testing.histories import History
from ccm_engine.testing.laws import SETTINGS
from ccm_engine.testing.under_test import Clock, MakeEngine
from tests.testing import broken_engines as broken

NAMES = [law.name for law in LAWS]
QUICK = settings(
    SETTINGS, max_examples=100, derandomize=True, database=None, phases=[Phase.generate]
)
SHRUNK = settings(QUICK, phases=[Phase.generate, Phase.shrink])

TELLING = {
    "every_grant_counts": extensions_of_37_months(about_the_record=False),
    "withdrawal_takes_six_months": withdrawals_during_a_conflict(about_the_record=False),
}


def laws(*names: str) -> list[Law]:
    """Return laws by name, held against histories in which what is broken always matters."""
    assert set(names) <= set(NAMES)
    found = [law for law in LAWS if law.name in names]
    return [attrs.evolve(law, histories=TELLING.get(law.name, law.histories)) for law in found]


@contextmanager
def in_files() -> Generator[MakeEngine]:
    """Give a maker of engines over SQLite."""
    with ExitStack() as stack:
        folder, numbers = Path(stack.enter_context(TemporaryDirectory())), count()

        def make(clock: Clock) -> Engine:
            path = folder / f"{next(numbers)}.sqlite"
            return Engine(open_log(path, create=True), clock=clock)

        yield make


def test_an_engine_over_sqlite_keeps_every_law() -> None:
    with in_files() as make:
        for_all_laws(make, settings=settings(QUICK, max_examples=1))
        of_the_record = [law for law in LAWS if not law.provisions]
        for_all_laws(make, laws=of_the_record, settings=settings(QUICK, max_examples=2))


@pytest.mark.parametrize(
    ("make", "law", "kept"),
    [
        (
            broken.answering(broken.a_day_late),
            "every_date_is_its_anchor_and_a_period",
            "entry_into_force_is_the_sixth_month",
        ),
        (
            broken.answering(broken.without_the_last_extension),
            "every_grant_counts",
            "withdrawal_takes_six_months",
        ),
        (
            broken.answering(broken.without_cooperation),
            "the_unconditional_duties_bind",
            "every_grant_counts",
        ),
        (
            broken.IgnoresKnownAt,
            "later_knowledge_changes_nothing_known",
            "withdrawal_takes_six_months",
        ),
        (
            broken.AnswersByFirstDay,
            "entry_into_force_is_the_sixth_month",
            "identifiers_are_unique",
        ),
        (
            broken.ForgetsRetractions,
            "retraction_is_never_having_recorded",
            "states_are_independent",
        ),
        (
            broken.ForgetsWars,
            "withdrawal_takes_six_months",
            "entry_into_force_is_the_sixth_month",
        ),
        (broken.RecordsOneByOne, "refusal_leaves_no_trace", "withdrawal_takes_six_months"),
        (broken.AnswersFromMemory, "following_equals_replay", "withdrawal_takes_six_months"),
    ],
    ids=[
        *("a-day-late", "lost-extension", "no-article-6", "ignores-known-at", "first-day"),
        *("forgets-retractions", "forgets-wars", "records-one-by-one", "answers-from-memory"),
    ],
)
def test_a_broken_engine_breaks_its_law_and_not_another(
    make: MakeEngine, law: str, kept: str
) -> None:
    both = laws(kept, law)
    with pytest.raises(LawBrokenError) as caught:
        for_all_laws(make, laws=both, settings=QUICK)
    assert caught.value.law.name == law
    others = [each for each in both if each.name != law]
    for_all_laws(make, laws=others, settings=settings(QUICK, max_examples=2))


def test_the_failure_names_the_law_its_provisions_and_a_history_of_a_few_lines() -> None:
    make = broken.answering(broken.a_day_late)
    with pytest.raises(LawBrokenError) as caught:
        for_all_laws(make, laws=laws("every_date_is_its_anchor_and_a_period"), settings=SHRUNK)
    said = str(caught.value)
    assert said.startswith("every_date_is_its_anchor_and_a_period (Article 3(2), ")
    assert "/7.1 is due on 2009-11-28 by the treaty; the engine says 2009-11-29" in said
    assert said.splitlines()[1:] == [
        "History:",
        "    30 other states acceded, 2008-12-03",
        "    2008-12-03 BGR: instrument deposited: accession",
        "day: 2008-12-03",
    ]


def test_an_engine_that_fails_by_itself_breaks_the_law_too() -> None:
    with pytest.raises(LawBrokenError, match="the engine raised KeyError"):
        for_all_laws(broken.Fails, settings=settings(QUICK, max_examples=1))


def test_every_engine_a_law_makes_is_closed() -> None:
    made: list[object] = []

    class Counted(broken.Wrapped):
        def __init__(self, clock: Clock) -> None:
            super().__init__(clock)
            made.append(self)

        def close(self) -> None:
            super().close()
            made.remove(self)

    for_all_laws(
        Counted, laws=laws("two_parts_equal_one"), settings=settings(QUICK, max_examples=2)
    )
    assert not made


def test_laws_have_names_of_their_own_and_cite_what_exists() -> None:
    assert len(set(NAMES)) == len(NAMES)
    cited = [citation for law in LAWS for citation in law.provisions]
    assert [str(Provision.parse(each)) for each in cited] == cited


def test_two_laws_are_not_held_against_the_same_histories() -> None:
    drawn: dict[str, list[str]] = {"one": [], "other": []}

    def one(_make: MakeEngine, history: History, day: date) -> None:
        drawn["one"].append(f"{history} {day}")

    def other(_make: MakeEngine, history: History, day: date) -> None:
        drawn["other"].append(f"{history} {day}")

    for function in (one, other):
        Law(function).check(in_memory, settings(QUICK, max_examples=5))
    assert drawn["one"] != drawn["other"]
