"""Article 8(2): a request for clarification that is taken back; no case so far."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Standing
from ccm_engine.domain.events import (
    ClarificationAnswered,
    ClarificationRequested,
    ClarificationWithdrawn,
)
from tests.articles.recording import refused
from tests.histories import engine_with, happened, owed

ASKED: Final = happened(ClarificationRequested, "2018-02-01", "SMR", request="first")
DUE: Final = "2018-03-01"
WITHDRAWN: Final = happened(ClarificationWithdrawn, DUE, "SMR", request="first")
TOO_LATE: Final = happened(ClarificationWithdrawn, "2018-03-02", "SMR", request="first")


class TestArticle8Paragraph2:
    """Were San Marino asked to clarify something, and the request then withdrawn."""

    def test_it_need_not_be_answered_from_the_day_of_withdrawal(self) -> None:
        engine = engine_with(ASKED, WITHDRAWN)
        assert owed(engine, "SMR/8.2/first", "2018-02-28").standing is Standing.PENDING
        for day in (DUE, "2018-03-02", "2020-01-01"):
            duty = owed(engine, "SMR/8.2/first", day)
            assert (duty.standing, duty.discharged_by) == (Standing.NOT_ENGAGED, None)
            assert "withdrawn on 2018-03-01, by who asked" in [g.conclusion for g in duty.grounds]

    def test_a_day_that_was_missed_stays_missed(self) -> None:
        engine = engine_with(ASKED, TOO_LATE)
        for day in ("2018-03-02", "2020-01-01"):
            duty = owed(engine, "SMR/8.2/first", day)
            assert duty.standing is Standing.OVERDUE
            assert duty.grounds[-1].conclusion == (
                "withdrawn on 2018-03-02, by who asked, after the last day to answer it"
            )

    def test_it_can_still_be_answered_late(self) -> None:
        answered = happened(ClarificationAnswered, "2018-04-20", "SMR", request="first")
        duty = owed(engine_with(ASKED, TOO_LATE, answered), "SMR/8.2/first", "2019-01-01")
        assert (duty.standing, duty.days_late) == (Standing.DISCHARGED, 50)

    @pytest.mark.parametrize("day", ["2018-02-20", DUE])
    def test_an_answer_given_by_the_day_of_withdrawal_stays_an_answer(self, day: str) -> None:
        answered = happened(ClarificationAnswered, day, "SMR", request="first")
        engine = engine_with(ASKED, answered, WITHDRAWN)
        assert owed(engine, "SMR/8.2/first", "2019-01-01").standing is Standing.DISCHARGED

    def test_an_answer_given_after_answers_nothing_any_more(self) -> None:
        answered = happened(ClarificationAnswered, "2018-04-20", "SMR", request="first")
        engine = engine_with(ASKED, WITHDRAWN, answered)
        assert owed(engine, "SMR/8.2/first", "2019-01-01").standing is Standing.NOT_ENGAGED

    def test_another_request_is_to_be_answered_all_the_same(self) -> None:
        other = happened(ClarificationRequested, "2018-02-01", "SMR", request="second")
        engine = engine_with(ASKED, other, WITHDRAWN)
        assert owed(engine, "SMR/8.2/second", "2019-01-01").standing is Standing.OVERDUE

    def test_nobody_withdraws_what_was_never_asked(self) -> None:
        assert "no request 'first'" in refused(engine_with(), WITHDRAWN)
