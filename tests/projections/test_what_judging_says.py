"""What the judgement on a published figure says, to the word; and what the record leaves possible.

The verdicts themselves are in `tests/published/test_assertions.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import pytest

from ccm_engine.domain.events import UnitReserveReported
from ccm_engine.domain.statements.published import PublishedDocument, PublishedFigure, Replay
from ccm_engine.domain.states import StateCode
from ccm_engine.errors import CcmError, InvalidValueError, OutsideModelError, UnknownFigureError
from ccm_engine.projections.agreement import bounds
from ccm_engine.projections.amounts import LastWords
from ccm_engine.projections.counting import (
    Clause,
    Figure,
    Part,
    Quantity,
    Share,
    StateCount,
    StatedNumber,
)
from ccm_engine.projections.published import Replayed, judge
from tests.histories import engine_with, happened, source

DAY: Final = date(2020, 9, 28)
CLAUSE: Final = Clause("State Party has areas to clear", "States Parties have areas to clear")
KEY: Final = "clearance.outstanding"


def published(
    value: int | None = None, names: str | None = None, percent: int | None = None
) -> PublishedFigure:
    """Publish a number, a per cent, names, or some of them."""
    codes = None if names is None else tuple(StateCode(each) for each in names.split())
    return PublishedFigure(
        paragraph="38", key=KEY, on=DAY, value=value, percent=percent, names=codes
    )


def counted(states: str, unknown: str = "", key: str = KEY) -> StateCount:
    """Count states, and leave others open."""
    certain = {each: (f"{each}#1",) for each in states.split()}
    return StateCount(
        key=key, clause=CLAUSE, states=certain, unknown=dict.fromkeys(unknown.split(), ())
    )


def share(part: StateCount, whole: StateCount) -> Share:
    """Put one count in relation to another."""
    return Share(key="clearance.rate", clause=CLAUSE, part=part, whole=whole)


def area(*parts: Part | None, kind: type[Quantity] = Quantity) -> Quantity:
    """Add up parts of Chile, Germany, Iraq and Lao PDR; `None` where one is unknown."""
    states = zip(("CHL", "DEU", "IRQ", "LAO"), parts, strict=False)
    told = {state: part or Part(None, ()) for state, part in states}
    return kind(key="clearance.area_m2", clause=CLAUSE, unit="m2", parts=told)


def stated(*events: str) -> StatedNumber:
    """Let some events say that there are two."""
    return StatedNumber(key="cooperation.requested.2015", clause=CLAUSE, value=2, events=events)


FIVE: Final = Part(5, ("CHL#1",))
AT_LEAST_FIVE: Final = Part(5, ("CHL#1",), exact=False)
A_THIRD: Final = share(counted("CHL"), counted("CHL LAO PER"))
A_HALF_OR_LESS: Final = share(counted("CHL"), counted("CHL LAO", "PER"))
NONE_FOR_CERTAIN: Final = share(counted("", "CHL"), counted("CHL LAO PER"))
IN_FORCE: Final = "universalization.in_force"
EVENTS: Final = ("CCM#1", "CCM#2", "CCM#3", "CCM#4", "CCM#5")

REPRODUCED, OPEN = Replay.REPRODUCED, Replay.BEYOND_THE_RECORD
CONTRADICTED, OTHER = Replay.CONTRADICTED, Replay.OTHER_BASIS

SAID: Final[dict[str, tuple[PublishedFigure, Figure, Replay, str]]] = {
    "a list of one": (
        published(1, "PER"),
        counted("LAO"),
        CONTRADICTED,
        "the record counts 1; the document alone names Peru; the record alone counts Lao PDR",
    ),
    "lists of two and of three": (
        published(3, "ALB CHL IRQ"),
        counted("LAO PER"),
        CONTRADICTED,
        (
            "the record counts 2; "
            "the document alone names Albania, Chile and Iraq; "
            "the record alone counts Lao PDR and Peru"
        ),
    ),
    "a list of four": (
        published(4, "ALB CHL IRQ PER"),
        counted(""),
        CONTRADICTED,
        "the record counts 0; the document alone names Albania, Chile, Iraq and Peru",
    ),
    "last words, which are no lower bound": (
        published(1_000_001),
        area(FIVE, None, kind=LastWords),
        OPEN,
        "the record counts 5 by the last words, and cannot tell for 1 state",
    ),
    "a share that may be less": (
        published(percent=32),
        A_HALF_OR_LESS,
        CONTRADICTED,
        "the record counts 33 to 50 per cent",
    ),
    "more than may be, of none for certain": (
        published(2),
        counted("", "ALB"),
        CONTRADICTED,
        "the record counts nothing for certain and at most 1",
    ),
    "as many as may be, of none for certain": (
        published(1),
        counted("", "ALB"),
        OPEN,
        "the record counts nothing for certain, and cannot tell for 1 state",
    ),
    "all who may be, by name": (
        published(3, "CHL LAO ALB"),
        counted("CHL LAO", "ALB"),
        OPEN,
        "the record counts at least 2, and cannot tell for 1 state",
    ),
    "one who cannot be among them": (
        published(3, "CHL LAO PER"),
        counted("CHL LAO", "ALB GBR"),
        CONTRADICTED,
        "the record counts at least 2 and at most 4; the document alone names Peru",
    ),
    "another share": (
        published(percent=34),
        A_THIRD,
        CONTRADICTED,
        "the record counts 33 per cent",
    ),
    "a share of nothing": (
        published(percent=1),
        share(counted(""), counted("CHL LAO PER")),
        CONTRADICTED,
        "the record counts 0 per cent",
    ),
    "a sum that is known exactly": (
        published(6),
        area(FIVE),
        CONTRADICTED,
        "the record counts 5",
    ),
    "a sum of which two parts are unknown": (
        published(6),
        area(FIVE, None, None),
        OPEN,
        "the record counts at least 5, and cannot tell for 2 states",
    ),
    "less than a sum, by names of which one is not in it": (
        published(4, "CHL PER"),
        area(FIVE, None),
        CONTRADICTED,
        "the record counts at least 5; the document alone names Peru",
    ),
    "more than a sum that is a lower bound, by the same names": (
        published(6, "CHL"),
        area(AT_LEAST_FIVE),
        OPEN,
        "the record counts at least 5, and cannot tell how many there are in all",
    ),
    "another number than documents give, by names": (
        published(3, "CHL LAO PER"),
        stated("CCM#1"),
        CONTRADICTED,
        "the record counts 2",
    ),
    "the number that documents give, by names": (
        published(2, "CHL LAO"),
        stated("CCM#1"),
        OPEN,
        "the record has 2 too, and no names",
    ),
    **{
        f"a number by {number} events": (
            published(2),
            stated(*EVENTS[:number]),
            REPRODUCED,
            f"without names, by {words}",
        )
        for number, words in (
            (1, "CCM#1"),
            (3, "CCM#1, CCM#2, CCM#3"),
            (4, "CCM#1, CCM#2, CCM#3 and 1 more"),
            (5, "CCM#1, CCM#2, CCM#3 and 2 more"),
        )
    },
}


class TestAJudgement:
    @pytest.mark.parametrize("kind", SAID)
    def test_says_what_the_record_has_and_who_is_on_one_side_only(self, kind: str) -> None:
        document, figure, replay, why = SAID[kind]
        found = judge(document, figure)
        assert (found.replay, found.why) == (replay, why)

    @pytest.mark.parametrize(
        ("others", "words"),
        [
            ("CHL", "1 State Party has areas to clear"),
            ("CHL PER", "2 States Parties have areas to clear"),
        ],
    )
    def test_says_what_agrees_on_another_basis(self, others: str, words: str) -> None:
        other = counted(others, key=IN_FORCE)
        found = judge(published(other.value), counted("CHL LAO PER"), [other])
        why = f"the record counts 3; {words} (universalization.in_force)"
        assert (found.replay, found.why) == (OTHER, why)


class TestWhatTheRecordLeavesPossible:
    @pytest.mark.parametrize(
        ("document", "figure", "replay"),
        [
            (published(percent=33), A_HALF_OR_LESS, OPEN),
            (published(percent=51), A_HALF_OR_LESS, CONTRADICTED),
            (published(0), area(FIVE, kind=LastWords), OPEN),
            (published(6), area(FIVE, kind=LastWords), OPEN),
        ],
    )
    def test_contradicts_nothing_within_it(
        self, document: PublishedFigure, figure: Figure, replay: Replay
    ) -> None:
        assert judge(document, figure).replay is replay

    @pytest.mark.parametrize(
        ("figure", "least", "most"),
        [
            (counted("CHL", "ALB GBR"), 1, 3),
            (counted("", "ALB"), 0, 1),
            (NONE_FOR_CERTAIN, 0, 33),
            (A_HALF_OR_LESS, 33, 50),
            (share(counted("CHL", "LAO PER ALB"), counted("CHL LAO PER")), 33, 100),
            (area(FIVE), 5, 5),
            (area(FIVE, None), 5, None),
            (area(AT_LEAST_FIVE), 5, None),
            (area(FIVE, kind=LastWords), 0, None),
            (stated("CCM#1"), 2, 2),
        ],
    )
    def test_is_a_least_and_a_most(self, figure: Figure, least: int, most: int | None) -> None:
        assert bounds(figure) == (least, most)


CONSENTED: Final = "universalization.consented"
RESERVE: Final = "machinery.reserve_chf"
RATE: Final = "transparency.initial_rate"


def claim(key: str, on: date = DAY, **fields: object) -> dict[str, object]:
    """Write one figure as a file has it."""
    return {"paragraph": "3", "key": key, "on": on, **fields}


def document(figures: Iterable[dict[str, object]]) -> PublishedDocument:
    """Read a document of some figures."""
    return PublishedDocument.read({"document": {"title": "a list"}, "figure": [*figures]})


REFUSED: Final[dict[str, tuple[dict[str, object], type[CcmError], str, str, str]]] = {
    "a figure of a period, without since": (
        claim("universalization.joined", value=0),
        InvalidValueError,
        "since",
        "'universalization.joined' is a figure of a period, and nobody says since when",
        "give the day before its first as since",
    ),
    "an unknown key": (
        claim("universalization.parties", value=30),
        UnknownFigureError,
        "key",
        "there is no figure 'universalization.parties' on 2020-09-28",
        (
            "did you mean universalization.signatories or universalization.in_force "
            "or universalization.committed?"
        ),
    ),
    "a day later than the log knows": (
        claim(CONSENTED, date(2027, 1, 1), value=30),
        OutsideModelError,
        "on",
        "the log knows nothing later than 2026-11-20",
        "end on that day or before",
    ),
    "the value of a share": (
        claim(RATE, value=0),
        InvalidValueError,
        "percent",
        "'transparency.initial_rate' is per cent",
        "give its percent",
    ),
    "the per cent of what is no share": (
        claim(CONSENTED, percent=30),
        InvalidValueError,
        "value",
        "'universalization.consented' is no share",
        "give its value",
    ),
    "names of what counts no states": (
        claim(RESERVE, names=["Peru"]),
        InvalidValueError,
        "value",
        "names alone say no number, and 'machinery.reserve_chf' counts no states",
        "give its value",
    ),
}


class TestADocumentIsRefused:
    """A figure that cannot be asked for is no contradiction."""

    @pytest.mark.parametrize("kind", REFUSED)
    def test_with_its_paragraph_the_obstacle_what_to_do_and_the_field(self, kind: str) -> None:
        figure, error, field, obstacle, remedy = REFUSED[kind]
        with pytest.raises(error) as refused:
            recounted(figure)
        found = refused.value
        assert isinstance(found, CcmError)
        assert type(found) is error
        assert (found.asked, found.field) == ("judge paragraph 3", field)
        assert (found.obstacle, found.remedy) == (obstacle, remedy)


def recounted(*figures: dict[str, object]) -> tuple[Replayed, ...]:
    """Judge figures against a record of thirty states, and of what two reports say of a reserve."""
    reports = [
        happened(
            UnitReserveReported,
            f"{year}-12-31",
            amount_cents=cents,
            citations=source(f"report of the unit for {year}"),
        )
        for year, cents in ((2018, 40_000_050), (2019, 40_000_100))
    ]
    return engine_with(reports).on(DAY).recount(document(figures)).findings


class TestADocument:
    def test_is_told_which_document_states_the_same_number(self) -> None:
        (found,) = recounted(claim(RESERVE, value=400_001))
        assert isinstance(found.figure, StatedNumber)
        (event,) = found.figure.events
        assert found.why == f"without names, by {event}: report of the unit for 2019"

    def test_is_told_which_paragraphs_say_otherwise(self) -> None:
        others = [{**claim(CONSENTED, value=n), "paragraph": f"{n}"} for n in (29, 30, 31, 32)]
        first, second, _, _ = recounted(*others)
        assert first.unlike == ("30 says 30", "31 says 31", "32 says 32")
        assert first.why == (
            "the record counts 30; paragraph 30 says 30, 31 says 31 and 32 says 32"
        )
        assert second.why == "counted; paragraph 29 says 29, 31 says 31 and 32 says 32"

    def test_has_as_many_figures_of_each_fate_as_became_that(self) -> None:
        figures = [claim(CONSENTED, value=30), claim(CONSENTED, value=29)]
        figures += [claim(IN_FORCE, value=30), claim("measures.administrative", value=4)]
        found = engine_with().on(DAY).recount(document(figures))
        assert {each: found.count(each) for each in Replay} == {
            REPRODUCED: 2,
            OTHER: 0,
            CONTRADICTED: 1,
            OPEN: 1,
        }
