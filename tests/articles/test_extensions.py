"""Articles 3(3)-(5) and 4(5)-(8): what is asked, what is decided, and in which order."""

from __future__ import annotations

from typing import Final

from ccm_engine import Interpretation, Standing
from ccm_engine.domain.calendar import MonthEnd
from ccm_engine.domain.events import (
    ContaminationDeclared,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    HostilitiesEnded,
)
from tests.histories import called, engine_with, happened, joined, on, owed

CHILE = [*joined("CHL", "2010-12-16"), happened(ContaminationDeclared, "2012-09", "CHL")]

OF_THE_WAR: Final = {"article": 4, "conflict": "war"}


class TestARequestAndWhatAnswersIt:
    """A request is pending until it is decided, or taken back."""

    def test_a_grant_on_the_same_day_answers_it(self) -> None:
        engine = engine_with(
            CHILE,
            happened(ExtensionRequested, "2021-05-01", "CHL", article=4, months=12),
            happened(ExtensionGranted, "2021-05-01", "CHL", article=4, months=12),
        )
        assert not owed(engine, "CHL/4.1a", "2021-05-02").request_pending

    def test_taken_back_on_the_same_day_it_is_not_pending(self) -> None:
        engine = engine_with(
            CHILE,
            happened(ExtensionRequested, "2021-05-01", "CHL", article=4, months=12),
            happened(ExtensionRequestWithdrawn, "2021-05-01", "CHL", article=4),
        )
        assert owed(engine, "CHL/4.1a", "2021-06-02").standing is Standing.OVERDUE

    def test_a_vague_day_before_a_decision_that_names_no_meeting_is_answered(self) -> None:
        engine = engine_with(
            CHILE,
            happened(ExtensionRequested, "2020", "CHL", article=4, months=12),
            happened(ExtensionGranted, "2020-11-27", "CHL", article=4, months=12),
        )
        assert not owed(engine, "CHL/4.1a", "2021-01-02").request_pending

    def test_a_refusal_answers_no_request_to_another_meeting(self) -> None:
        engine = engine_with(
            CHILE,
            happened(ExtensionRequested, "2020-01-31", "CHL", article=4, months=12, meeting="2RC"),
            happened(ExtensionRefused, "2020-11-27", "CHL", article=4, meeting="2RC"),
            happened(ExtensionRequested, "2020", "CHL", article=4, months=12, meeting="10MSP"),
        )
        assert owed(engine, "CHL/4.1a", "2021-01-02").request_pending

    def test_a_later_request_is_pending_whatever_was_decided_before(self) -> None:
        engine = engine_with(
            CHILE,
            happened(ExtensionRequested, "2020-06-01", "CHL", article=4, months=12, meeting="2RC"),
            happened(ExtensionGranted, "2021-02-26", "CHL", article=4, months=12, meeting="2RC"),
            happened(ExtensionRequested, "2021-06-01", "CHL", article=4, months=12, meeting="2RC"),
        )
        found = owed(engine, "CHL/4.1a", "2021-07-01")
        assert (str(found.due), found.request_pending) == ("2022-06-01", True)


class TestAStatedDay:
    """A stated day governs, unless it is no later than the deadline: INT-0008."""

    def test_the_day_of_the_deadline_itself_moves_nothing_that_is_counted_later(self) -> None:
        rolling = Interpretation(month_end=MonthEnd.ROLL_OVER)
        engine = engine_with(
            CHILE,
            happened(HostilitiesEnded, "2012-02-29", "CHL", conflict="war"),
            happened(ExtensionGranted, "2021-06-01", "CHL", **OF_THE_WAR, until=on("2022-03-01")),
            happened(ExtensionGranted, "2022-01-03", "CHL", **OF_THE_WAR, months=1),
        )
        assert str(owed(engine, "CHL/4.1b/war", "2022-02-01", rolling).due) == "2022-03-29"

    def test_a_year_granted_after_a_deadline_of_some_days_begins_with_the_first_of_them(
        self,
    ) -> None:
        """It would shorten no deadline that lies before it; which one it was nobody knows."""
        engine = engine_with(
            CHILE,
            happened(HostilitiesEnded, "2012-02-12/2012-03-16", "CHL", conflict="war"),
            happened(ExtensionGranted, "2021-06-01", "CHL", **OF_THE_WAR, until=on("2022")),
        )
        assert str(owed(engine, "CHL/4.1b/war", "2022-06-01").due) == "2022-02-12/2022-12-31"


class TestWhatTheLogRemarks:
    """Late requests are taken; versions of one request keep its first day."""

    def test_a_later_version_of_a_timely_request_is_not_late(self) -> None:
        engine = engine_with(
            CHILE,
            called("9MSP", "2018-09-05"),
            happened(ExtensionRequested, "2018-10-31", "CHL", article=4, months=12, meeting="9MSP"),
        )
        again = happened(
            ExtensionRequested, "2019-01-15", "CHL", article=4, months=12, meeting="9MSP"
        )
        assert engine.record([again]).remarks == ()

    def test_a_request_after_the_deadline_is_remarked(self) -> None:
        request = happened(ExtensionRequested, "2021-06-02", "CHL", article=4, months=12)
        (remark,) = engine_with(CHILE).record([request]).remarks
        assert "after the deadline of 2021-06-01 had passed" in remark
