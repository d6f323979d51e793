"""Choices about requests and what was granted: INT-0003, 0004, 0008, 0010."""

from __future__ import annotations

from typing import Final

from ccm_engine import Event, Interpretation, Standing
from ccm_engine.domain.events import (
    ContaminationDeclared,
    ExtensionGranted,
    ExtensionRequested,
    Procedure,
    StockpileDeclared,
)
from ccm_engine.domain.interpretations import (
    DeadlineStyle,
    ExtensionDate,
    ExtensionEffect,
    NineMonths,
    PendingRequest,
)
from tests.histories import called, engine_with, happened, held, joined, on, owed
from tests.interpretations.readings import by

BULGARIA: Final[tuple[Event, ...]] = (
    *joined("BGR", "2011-04-06"),
    happened(StockpileDeclared, "2012-03-27", "BGR", munitions=6_909),
)
AT_THE_9MSP: Final[tuple[Event, ...]] = (
    happened(ExtensionRequested, "2019-07-27", "BGR", article=3, months=12, meeting="9MSP"),
    happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=12, meeting="9MSP"),
)
FOR_THE_2RC: Final = happened(
    ExtensionRequested, "2020-09-28", "BGR", article=3, months=24, meeting="2RC"
)
BY_SILENCE: Final = happened(
    ExtensionGranted,
    "2021-02",
    "BGR",
    article=3,
    months=24,
    meeting="2RC",
    procedure=Procedure.SILENCE,
)
AT_THE_10MSP: Final = happened(
    ExtensionGranted,
    "2022-09-02",
    "BGR",
    article=3,
    months=15,
    until=on("2023-12-31"),
    meeting="10MSP",
)


class TestALateRequestIsConsidered:
    """Requests to the 9MSP were due on 2 December 2018; Germany's came on 15 January: INT-0003."""

    GERMANY: Final = (
        called("9MSP", "2018-09-05"),
        happened(ContaminationDeclared, "2011-06", "DEU"),
        happened(ExtensionRequested, "2019-01-15", "DEU", article=4, months=60, meeting="9MSP"),
    )
    IN_TIME: Final = (
        *GERMANY[:2],
        happened(ExtensionRequested, "2018-10-31", "DEU", article=4, months=60, meeting="9MSP"),
        *GERMANY[2:],
    )

    @by(NineMonths.WARN)
    def test_it_is_pending_with_a_word_about_its_lateness(self, reading: Interpretation) -> None:
        duty = owed(engine_with(self.GERMANY), "DEU/4.1a", "2019-03-01", reading)
        assert duty.request_pending
        assert any("44 days after the last day to file" in each.conclusion for each in duty.grounds)

    @by(NineMonths.ENFORCE)
    def test_it_would_not_count_as_a_request(self, reading: Interpretation) -> None:
        duty = owed(engine_with(self.GERMANY), "DEU/4.1a", "2019-03-01", reading)
        assert not duty.request_pending

    @by(NineMonths.ENFORCE)
    def test_the_first_version_of_a_request_is_the_one_that_counts(
        self, reading: Interpretation
    ) -> None:
        """Germany's request was first dated 31 October 2018, and revised twice."""
        duty = owed(engine_with(self.IN_TIME), "DEU/4.1a", "2019-03-01", reading)
        assert duty.request_pending

    @by(NineMonths.ENFORCE)
    def test_what_was_granted_stays_granted(self, reading: Interpretation) -> None:
        granted = happened(
            ExtensionGranted, "2019-09-04", "DEU", article=4, months=60, meeting="9MSP"
        )
        duty = owed(engine_with(self.GERMANY, granted), "DEU/4.1a", "2020-01-01", reading)
        assert str(duty.due) == "2025-08-01"


class TestAPendingRequestStaysNothing:
    """Bulgaria's deadline passed on 1 October 2020, five months before a decision: INT-0004."""

    @by(PendingRequest.OVERDUE)
    def test_the_state_is_overdue_meanwhile(self, reading: Interpretation) -> None:
        engine = engine_with(BULGARIA, AT_THE_9MSP, FOR_THE_2RC, BY_SILENCE)
        meanwhile = owed(engine, "BGR/3.2", "2020-12-01", reading)
        assert meanwhile.standing is Standing.OVERDUE_REQUEST_PENDING
        assert str(meanwhile.due) == "2020-10-01"
        assert owed(engine, "BGR/3.2", "2021-03-01", reading).standing is Standing.PENDING

    @by(PendingRequest.STAYED)
    def test_the_state_would_not_be_overdue_meanwhile(self, reading: Interpretation) -> None:
        engine = engine_with(BULGARIA, AT_THE_9MSP, FOR_THE_2RC, BY_SILENCE)
        meanwhile = owed(engine, "BGR/3.2", "2020-12-01", reading)
        assert meanwhile.standing is Standing.PENDING
        assert str(meanwhile.due) == "2020-10-01"

    @by(PendingRequest.STAYED)
    def test_without_a_request_it_is_overdue_either_way(self, reading: Interpretation) -> None:
        engine = engine_with(BULGARIA, AT_THE_9MSP)
        assert owed(engine, "BGR/3.2", "2020-12-01", reading).standing is Standing.OVERDUE


class TestTheDayADecisionStatedGoverns:
    """15 months from 1 October 2022 end on 1 January 2024; 31 December 2023 was said: INT-0008."""

    HISTORY: Final = (*BULGARIA, *AT_THE_9MSP, BY_SILENCE, AT_THE_10MSP)

    @by(ExtensionDate.STATED)
    def test_the_deadline_is_31_december_2023(self, reading: Interpretation) -> None:
        engine = engine_with(self.HISTORY)
        assert str(owed(engine, "BGR/3.2", "2023-01-01", reading).due) == "2023-12-31"
        assert owed(engine, "BGR/3.2", "2024-01-01", reading).standing is Standing.OVERDUE

    @by(ExtensionDate.COMPUTED)
    def test_the_deadline_would_be_1_january_2024(self, reading: Interpretation) -> None:
        engine = engine_with(self.HISTORY)
        assert str(owed(engine, "BGR/3.2", "2023-01-01", reading).due) == "2024-01-01"
        assert owed(engine, "BGR/3.2", "2024-01-01", reading).standing is Standing.PENDING

    @by(DeadlineStyle.DAY_BEFORE)
    def test_a_stated_day_is_not_moved_by_another_style(self, reading: Interpretation) -> None:
        engine = engine_with(self.HISTORY)
        assert str(owed(engine, "BGR/3.2", "2023-01-01", reading).due) == "2023-12-31"

    @by(ExtensionDate.COMPUTED)
    def test_thirteen_months_move_chad_from_september_to_october(
        self, reading: Interpretation
    ) -> None:
        chad = (
            joined("TCD", "2013-03-26"),
            happened(ContaminationDeclared, "../2017-12-31", "TCD"),
            happened(ExtensionGranted, "2022-09-02", "TCD", article=4, months=13, meeting="10MSP"),
        )
        duty = owed(engine_with(*chad), "TCD/4.1a", "2022-10-01", reading)
        assert (str(duty.treaty_due), str(duty.due)) == ("2023-09-01", "2024-10-01")

    @by(ExtensionDate.COMPUTED)
    def test_where_only_a_day_was_stated_it_governs_either_way(
        self, reading: Interpretation
    ) -> None:
        peru = (
            joined("PER", "2012-09-26"),
            happened(StockpileDeclared, "2013", "PER", munitions=676),
            happened(ExtensionGranted, "2021-03", "PER", article=3, until=on("2024-04-01")),
        )
        assert str(owed(engine_with(*peru), "PER/3.2", "2022-01-01", reading).due) == "2024-04-01"


class TestAnExtensionShowsFromTheDayOfItsDecision:
    """The 9MSP decided on 4 September 2019, before 1 October 2019 had come: INT-0010."""

    HISTORY: Final = (*BULGARIA, *held("9MSP"), *AT_THE_9MSP)

    @by(ExtensionEffect.FROM_DECISION)
    def test_the_new_deadline_shows_at_once(self, reading: Interpretation) -> None:
        engine = engine_with(self.HISTORY)
        assert str(owed(engine, "BGR/3.2", "2019-09-03", reading).due) == "2019-10-01"
        duty = owed(engine, "BGR/3.2", "2019-09-04", reading)
        assert (str(duty.due), duty.request_pending) == ("2020-10-01", False)

    @by(ExtensionEffect.FROM_EXPIRY)
    def test_the_old_deadline_would_show_until_it_expires(self, reading: Interpretation) -> None:
        engine = engine_with(self.HISTORY)
        last = owed(engine, "BGR/3.2", "2019-10-01", reading)
        assert (str(last.due), last.standing, last.extensions) == (
            "2019-10-01",
            Standing.PENDING,
            (),
        )
        after = owed(engine, "BGR/3.2", "2019-10-02", reading)
        assert (str(after.due), after.standing) == ("2020-10-01", Standing.PENDING)
