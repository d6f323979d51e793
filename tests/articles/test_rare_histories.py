"""What the rules answer where a history is rare: two things on one day, or a thing undone."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Interpretation, Standing, Timeliness
from ccm_engine.domain.articles.article_13_amendments import last_of
from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationDeclared,
    ContributionAssessed,
    ContributionPaid,
    Corrected,
    Disputed,
    EntryIntoForceNotified,
    ExtensionGranted,
    InitialReportSubmitted,
    Instrument,
    InstrumentDeposited,
    Measure,
    MeetingHeld,
    MeetingKind,
    NationalMeasureReported,
    Retracted,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from tests.histories import called, engine_with, happened, held, joined, on, owed

LEFT: Final = "2024-09-06"
ONE_DAY: Final = {"article": 4, "meeting": "10MSP"}


def acceded(state: str, day: str) -> InstrumentDeposited:
    return happened(InstrumentDeposited, day, state, instrument=Instrument.ACCESSION)


class TestArticle13:
    """Steps of which only the last day is known."""

    def test_of_days_known_by_their_last_alone_so_is_the_last_of_them(self) -> None:
        assert last_of(on("../2013-05-02"), on("../2014-02-02")) == on("../2014-02-02")


class TestArticle14Paragraph1:
    """A share of nothing."""

    def test_what_is_paid_of_a_share_of_nothing_fulfils_nothing(self) -> None:
        about = {"assessment": "9MSP", "currency": "USD"}
        share = happened(ContributionAssessed, "2019-05-02", "SMR", amount_cents=0, **about)
        paid = happened(ContributionPaid, "2019-07-01", "SMR", amount_cents=100, **about)
        duty = owed(engine_with(share, paid), "SMR/14.1/9MSP", "2020-01-01")
        assert (duty.standing, duty.discharged_by) == (Standing.NOT_ENGAGED, None)
        assert duty.grounds[-1].conclusion == "USD 1.00 more than assessed"


class TestArticles17And20:
    """An instrument counts where the withdrawal from the one before had effect by its day."""

    def test_before_there_are_thirty_nobody_is_bound_and_the_grounds_say_why(self) -> None:
        engine = engine_with(joined("DEU", "2009-07-08"), in_force=False)
        duty = owed(engine, "DEU/3.2", "2012-01-01")
        assert (duty.standing, duty.due) == (Standing.NOT_YET_BINDING, None)
        (ground,) = duty.grounds
        assert (str(ground.provision), ground.conclusion, ground.events) == (
            "17(1)",
            "not in force: 1 of 30 instruments are deposited",
            ("DEU#2",),
        )

    def test_who_came_back_may_leave_again(self) -> None:
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, LEFT, "LTU"),
            acceded("LTU", "2025-07-10"),
            happened(WithdrawalNotified, "2026-03-03", "LTU"),
        )
        binding = engine.on(date(2026, 10, 1)).state("LTU").binding
        assert (binding.in_force_on, binding.ceased_on) == (date(2026, 1, 1), date(2026, 9, 3))

    def test_what_disputes_a_notice_stands_beside_it(self) -> None:
        other = happened(WithdrawalNotified, "2024-09-16", "LTU")
        about: dict[str, object] = {"target": "LTU#3", "alternative": other}
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, LEFT, "LTU"),
            happened(Disputed, "2025-01-01", **about),
        )
        notice = engine.on(date(2026, 1, 1)).state("LTU").binding.notice
        assert notice is not None
        assert (notice.id, notice.disputes) == ("LTU#3", ("LTU#4",))

    def test_a_conflict_that_is_over_says_nothing_of_another(self) -> None:
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(ArmedConflictBegun, "2023-01-01", "LTU", conflict="one"),
            happened(ArmedConflictEnded, "2023-06-01", "LTU", conflict="one"),
            happened(WithdrawalNotified, LEFT, "LTU"),
            happened(ArmedConflictBegun, "2024-12-01", "LTU", conflict="other"),
        )
        binding = engine.on(date(2026, 1, 1)).state("LTU").binding
        assert (binding.withdrawal_effective_on, binding.ceased_on) == (None, None)

    def test_an_instrument_of_the_very_day_of_the_effect_counts(self) -> None:
        left = happened(WithdrawalNotified, LEFT, "LTU")
        engine = engine_with(joined("LTU", "2011-03-24"), left, acceded("LTU", "2025-03-06"))
        binding = engine.on(date(2026, 1, 1)).state("LTU").binding
        assert (binding.in_force_on, binding.ceased_on) == (date(2025, 9, 1), None)

    def test_of_no_state_an_instrument_that_changes_nothing_is_one_of_the_thirty(self) -> None:
        """Both notices that let a second instrument in are retracted."""
        about: dict[str, object] = {"reason": "never given"}
        engine = engine_with(
            *(
                [
                    *joined(state, "2011-03-24"),
                    happened(WithdrawalNotified, LEFT, state),
                    acceded(state, "2025-07-10"),
                ]
                for state in ("LTU", "BOL")
            ),
            *(
                happened(Retracted, "2026-01-01", target=f"{state}#3", **about)
                for state in ("LTU", "BOL")
            ),
        )
        deposits = engine.on(date(2026, 2, 1)).point.ccm.deposits
        twice = [each.id for each in deposits if each.event.state in {"LTU", "BOL"}]
        assert sorted(twice) == ["BOL#2", "LTU#2"]

    @pytest.mark.parametrize(
        ("revoked_on", "in_force_on"),
        [
            ("2025-02-28", date(2011, 9, 1)),
            ("2025-03-01", date(2025, 9, 1)),
            ("2025-02-28/2025-03-10", date(2011, 9, 1)),
            ("2025-02-28/2025-03-11", date(2025, 9, 1)),
        ],
    )
    def test_a_notice_known_to_the_month_is_revoked_in_time_by_the_reading_asked(
        self, revoked_on: str, in_force_on: date
    ) -> None:
        """Counted from its first day it has effect on 1 March; then the new instrument counts.

        What may have come after that instrument is of no notice before it.
        """
        vague = happened(WithdrawalNotified, "2024-09", "LTU")
        about: dict[str, object] = {"target": "LTU#3", "replacement": vague, "reason": "misread"}
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, LEFT, "LTU"),
            acceded("LTU", "2025-03-10"),
            happened(Corrected, "2026-01-01", **about),
            happened(WithdrawalRevoked, revoked_on, "LTU"),
        )
        reading = Interpretation.choosing({"partial_dates": "first-day"})
        binding = engine.on(date(2026, 1, 1), reading=reading).state("LTU").binding
        assert binding.in_force_on == in_force_on

    def test_a_revocation_after_a_new_instrument_is_not_of_the_notice_before_it(self) -> None:
        """Lithuania left, joined again, and took a second notice back at some time: INT-0012."""
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, LEFT, "LTU"),
            acceded("LTU", "2025-07-10"),
            happened(WithdrawalNotified, "2026-02-01", "LTU"),
            happened(WithdrawalRevoked, "../2026-06-30", "LTU"),
        )
        reading = Interpretation.choosing({"partial_dates": "first-day"})
        binding = engine.on(date(2026, 12, 1), reading=reading).state("LTU").binding
        assert (binding.in_force_on, binding.notice) == (date(2026, 1, 1), None)

    @pytest.mark.parametrize(
        ("told", "in_force_on"),
        [("2011-09-02", date(2026, 1, 1)), ("2025-07-10", date(2025, 7, 10))],
    )
    def test_a_notified_day_before_the_deposit_is_of_another_instrument(
        self, told: str, in_force_on: date
    ) -> None:
        """INT-0009: told after Lithuania joined again, of the first time that it did."""
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, LEFT, "LTU"),
            acceded("LTU", "2025-07-10"),
            happened(
                EntryIntoForceNotified, "2025-08-01", "LTU", in_force_on=date.fromisoformat(told)
            ),
        )
        reading = Interpretation.choosing({"entry_into_force_day": "notified"})
        binding = engine.on(date(2026, 2, 1), reading=reading).state("LTU").binding
        assert binding.in_force_on == in_force_on

    def test_a_revocation_that_may_have_come_too_late_leaves_it_open_whether_it_left(self) -> None:
        """By its last day Lithuania had left already; by its first it never did: INT-0012."""
        engine = engine_with(
            joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, LEFT, "LTU"),
            happened(WithdrawalRevoked, "../2025-12-31", "LTU"),
        )
        duty = owed(engine, "LTU/1.1", "2026-01-01")
        assert duty.standing is Standing.CEASED
        assert duty.otherwise is not None
        assert duty.otherwise.standing is Standing.CONTINUING


class TestArticle7Paragraph1:
    """A report that was made before the state consented to be bound."""

    def test_after_a_signatorys_report_the_next_one_fulfils_it(self) -> None:
        engine = engine_with(
            joined("BGR", "2011-04-06"),
            *(
                happened(InitialReportSubmitted, day, "BGR")
                for day in ("2010-06-01", "2012-01-27", "2012-03-01")
            ),
        )
        assert owed(engine, "BGR/7.1", "2013-01-01").discharged_by == "BGR#4"


class TestArticle9:
    """National law that is reported, and then not any more: INT-0021."""

    @pytest.mark.parametrize(("number", "by"), [(1, "LAO#3"), (2, None), (3, "LAO#5")])
    def test_a_law_under_consideration_takes_the_place_of_law(
        self, number: int, by: str | None
    ) -> None:
        words = (
            ("2015-06-01", Measure.EXISTING_LAW_SUFFICIENT),
            ("2018-06-01", Measure.UNDER_CONSIDERATION),
            ("2019-06-01", Measure.SPECIFIC_LAW),
        )
        engine = engine_with(
            called("2RC", "2019-09-04"),
            [
                happened(NationalMeasureReported, day, "LAO", measure=measure)
                for day, measure in words[:number]
            ],
        )
        assert owed(engine, "LAO/DAP.7.1", "2020-12-01").discharged_by == by


class TestArticles11And12:
    """A meeting is convened on the day it opens."""

    @pytest.mark.parametrize(
        ("meeting", "kind", "year", "name"),
        [
            ("2MSP", MeetingKind.MEETING_OF_STATES_PARTIES, 2011, "CCM/11.2/2011"),
            ("1RC", MeetingKind.REVIEW_CONFERENCE, 2015, "CCM/12.1/first"),
        ],
    )
    def test_one_that_opens_in_its_year_and_closes_in_the_next_is_in_time(
        self, meeting: str, kind: MeetingKind, year: int, name: str
    ) -> None:
        closes = date(year + 1, 1, 4)
        sat = happened(
            MeetingHeld,
            str(closes),
            meeting=meeting,
            kind=kind,
            opens_on=date(year, 12, 30),
            closes_on=closes,
        )
        duty = owed(engine_with(held("1MSP"), sat), name, "2016-06-01")
        assert (str(duty.discharged_on), duty.timeliness) == (str(closes), Timeliness.ON_TIME)


class TestArticle4Paragraph1PointC:
    """Completion known in part, and what was declared of it."""

    @pytest.mark.parametrize(
        ("completed", "declared", "at_meeting", "timeliness"),
        [
            ("../2017-06-01", "2017-12-01", None, Timeliness.LATE),
            ("2017", "2018-12-01", "8MSP", Timeliness.UNDETERMINED),
            ("2017", "2018-12-01", "7MSP", Timeliness.ON_TIME),
            ("2017", "2018-12-01", None, Timeliness.LATE),
        ],
    )
    def test_what_was_declared_after_the_meeting(
        self, completed: str, declared: str, at_meeting: str | None, timeliness: Timeliness
    ) -> None:
        done = happened(ClearanceCompleted, completed, "HRV")
        told = happened(ComplianceDeclared, declared, "HRV", article=4, meeting=at_meeting)
        duty = owed(engine_with(held("7MSP", "8MSP"), done, told), "HRV/4.1c", "2019-01-01")
        assert duty.timeliness is timeliness


class TestArticle4Paragraph5:
    """Of what is granted on one day the longest day that is stated governs: INT-0008."""

    def test_the_grants_of_one_day_follow_by_the_days_they_state(self) -> None:
        areas = happened(ContaminationDeclared, "2014-01-28", "TCD")
        engine = engine_with(
            joined("TCD", "2013-03-26"),
            areas,
            *(
                happened(ExtensionGranted, "2022-09-02", "TCD", until=on(day), **ONE_DAY)
                for day in ("2024-06-30", "2024-12-31")
            ),
        )
        duty = owed(engine, "TCD/4.1a", "2023-01-01")
        assert [str(each.due) for each in duty.extensions] == ["2024-06-30", "2024-12-31"]
        assert [each.conclusion for each in duty.grounds if each.provision.slug == "4.7"] == [
            f"extended to {day}, 10MSP, decided 2022-09-02" for day in ("2024-06-30", "2024-12-31")
        ]
