"""What every state owes on a day, by the rules alone: one function a paragraph, nothing clever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from tests.oracle.article_03 import article_3_1, article_3_2, article_3_6, article_3_8
from tests.oracle.article_04 import (
    article_4_1_a,
    article_4_1_b,
    article_4_1_c,
    article_4_2,
    article_4_4,
)
from tests.oracle.article_07 import article_7_1, article_7_2
from tests.oracle.dates import Choices
from tests.oracle.meetings import article_11_2, article_12_1
from tests.oracle.membership import (
    Membership,
    article_17_1,
    consents,
    entries_into_force,
    instruments,
)
from tests.oracle.other_articles import (
    article_1_1,
    article_5_1,
    article_5_2_g,
    article_8_2,
    article_10_1,
    article_14_1,
    articles_6_8_9_21,
)
from tests.oracle.record import Fact, Wire, happened, in_order, standing_record
from tests.oracle.weighing import Answer, Duty, Situation, weigh

Paragraph: TypeAlias = Callable[[Situation], Iterator[Duty]]

OF_A_STATE: Sequence[Paragraph] = (
    article_1_1,
    article_3_1,
    article_3_2,
    article_3_6,
    article_3_8,
    article_4_1_a,
    article_4_1_b,
    article_4_1_c,
    article_4_2,
    article_4_4,
    article_5_1,
    article_5_2_g,
    article_7_1,
    article_7_2,
    article_8_2,
    article_10_1,
    article_14_1,
    articles_6_8_9_21,
)
OF_ALL: Sequence[Paragraph] = (article_11_2, article_12_1)


def owed(log: Iterable[Wire], as_of: date, choices: Choices) -> dict[str, Answer]:
    """Derive every obligation of a log on a day, by identifier."""
    stands = standing_record(log)
    coverage = in_order(fact for fact in stands if fact.kind == "coverage-stated")
    by_then = happened(stands, as_of, choices)
    streams: dict[str, list[Fact]] = {}
    for fact in by_then:
        streams.setdefault(fact.id.partition("#")[0], []).append(fact)
    for_all = streams.pop("CCM", [])
    deposits = in_order(fact for each in streams.values() for fact in instruments(each, choices))
    thirtieth = article_17_1(deposits, choices)
    bound = consents(streams, thirtieth, choices)
    entered = entries_into_force(bound, thirtieth, choices)
    answers: dict[str, Answer] = {}
    for state, member in bound.items():
        facts = streams[state]
        at = Situation(state, as_of, choices, facts, for_all, coverage, member, entered)
        answers |= answers_of(at, OF_A_STATE)
    if thirtieth:
        ccm = Membership(deposits[0], thirtieth[0], thirtieth[1], None, rejoined=False)
        at = Situation("CCM", as_of, choices, for_all, for_all, coverage, ccm, {})
        answers |= answers_of(at, OF_ALL)
    return answers


def answers_of(at: Situation, paragraphs: Sequence[Paragraph]) -> dict[str, Answer]:
    """Weigh what each paragraph finds."""
    return {duty.id: weigh(duty, at) for rule in paragraphs for duty in rule(at)}
