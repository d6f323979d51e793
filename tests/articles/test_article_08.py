"""Article 8: questions about compliance."""

from __future__ import annotations

from ccm_engine import Standing
from ccm_engine.domain.events import (
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    WithdrawalNotified,
)
from tests.articles.recording import names_owed, refused
from tests.histories import engine_with, happened, joined, owed

ASKED = happened(ClarificationRequested, "2018-02-01", "DEU", request="first")


class TestArticle8Paragraph2:
    """A request for clarification is answered within 28 days."""

    def test_the_28th_day_is_still_in_time(self) -> None:
        engine = engine_with(ASKED)
        last = owed(engine, "DEU/8.2/first", "2018-03-01")
        assert (str(last.due), last.standing) == ("2018-03-01", Standing.PENDING)
        assert owed(engine, "DEU/8.2/first", "2018-03-02").standing is Standing.OVERDUE

    def test_without_an_answer_it_may_be_taken_to_the_next_meeting(self) -> None:
        referred = happened(ClarificationReferred, "2018-04-01", "DEU", request="first")
        duty = owed(engine_with(ASKED, referred), "DEU/8.2/first", "2018-05-01")
        assert duty.grounds[-1].conclusion == "taken to the next meeting (2018-04-01)"

    def test_nothing_said_before_the_question_answers_it(self) -> None:
        early = happened(ClarificationAnswered, "2018-01-31", "DEU", request="first")
        assert "no request" in refused(engine_with(ASKED), early)

    def test_only_states_parties_ask(self) -> None:
        asked = happened(
            ClarificationRequested, "2018-02-01", "DEU", request="first", asked_by=("USA",)
        )
        assert "USA" in refused(engine_with(), asked)

    def test_who_left_and_came_back_does_not_owe_the_old_answer(self) -> None:
        engine = engine_with(
            joined("BOL", "2013-04-30", None),
            happened(ClarificationRequested, "2018-01-01", "BOL", request="first"),
            happened(WithdrawalNotified, "2019-01-15", "BOL"),
            joined("BOL", "2021-01-10", None),
        )
        assert "BOL/8.2/first" not in names_owed(engine, "BOL", "2022-01-01")
