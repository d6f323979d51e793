"""The edges of the rules: what reviews found wrong once, and must not come back."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine, Interpretation, Standing
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ClearanceCompleted,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    EntryIntoForceNotified,
    ExtensionGranted,
    ExtensionRequested,
    HostilitiesEnded,
    InitialReportSubmitted,
    Instrument,
    InstrumentDeposited,
    MeetingCalled,
    MeetingHeld,
    MeetingKind,
    MeetingMoved,
    MunitionsRetained,
    ProvisionalApplicationDeclared,
    RetainedMunitionsConsumed,
    RetentionEnded,
    StockpileDeclared,
    StockpileDestructionCompleted,
    WithdrawalNotified,
)
from ccm_engine.domain.explanations import standing_line
from tests.histories import called, engine_with, happened, held, joined, on, owed

BGR = joined("BGR", "2011-04-06")
LTU = joined("LTU", "2011-03-24")
CMR = joined("CMR", "2012-07-12")
MRT = joined("MRT", "2012-02-01")
LBN = joined("LBN", "2010-11-05")


def reading(**choices: str) -> Interpretation:
    return Interpretation.choosing(choices)


def stock(
    day: str, state: str = "BGR", *, munitions: int, munition_type: str | None = None
) -> StockpileDeclared:
    return happened(StockpileDeclared, day, state, munitions=munitions, munition_type=munition_type)


def test_declaring_zero_after_completion_does_not_reopen_3_2() -> None:
    engine = engine_with(
        BGR,
        stock("2012-03-27", munitions=6909),
        happened(StockpileDestructionCompleted, "2023-06", "BGR"),
        stock("2024-04-30", munitions=0),
    )
    assert owed(engine, "BGR/3.2", "2024-05-01").standing is Standing.DISCHARGED


def test_declaring_no_area_after_completion_does_not_reopen_4_1() -> None:
    engine = engine_with(
        MRT,
        happened(ClearanceCompleted, "2013", "MRT"),
        happened(ContaminationDeclared, "2020-04-30", "MRT", confirmed_m2=0, suspected_m2=0),
    )
    assert owed(engine, "MRT/4.1a", "2023-01-01").standing is Standing.DISCHARGED


def test_declaring_zero_m2_is_declaring_none() -> None:
    engine = engine_with(
        MRT, happened(ContaminationDeclared, "2013-04-30", "MRT", confirmed_m2=0, suspected_m2=0)
    )
    assert owed(engine, "MRT/4.1a", "2023-01-01").standing is Standing.NOT_ENGAGED


def test_one_type_wholly_retained_leaves_the_others_to_destroy() -> None:
    engine = engine_with(
        BGR,
        stock("2012-03-27", munitions=100, munition_type="RBK"),
        stock("2012-03-27", munitions=6, munition_type="BL755"),
        happened(MunitionsRetained, "2012-03-27", "BGR", munitions=6, munition_type="BL755"),
    )
    assert owed(engine, "BGR/3.2", "2015-01-01").standing is Standing.PENDING


def test_none_of_one_type_is_not_none_at_all() -> None:
    engine = engine_with(
        BGR,
        stock("2012-03-27", munitions=100, munition_type="RBK"),
        stock("2012-03-27", munitions=0, munition_type="BL755"),
    )
    assert owed(engine, "BGR/3.2", "2015-01-01").standing is Standing.PENDING


def test_submunitions_without_munitions_are_not_wholly_retained() -> None:
    declared = happened(StockpileDeclared, "2012-03-27", "BGR", munitions=0, submunitions=100)
    kept = happened(MunitionsRetained, "2012-03-27", "BGR", submunitions=5)
    engine = engine_with(BGR, declared, kept)
    assert owed(engine, "BGR/3.2", "2015-01-01").standing is Standing.PENDING


def test_using_up_a_retained_munition_does_not_engage_3_2() -> None:
    engine = engine_with(
        CMR,
        stock("2014-08", "CMR", munitions=6),
        happened(MunitionsRetained, "2019-06-19", "CMR", munitions=6, year=2019),
        happened(RetainedMunitionsConsumed, "2022-05-01", "CMR", munitions=1),
        happened(MunitionsRetained, "2022-06-01", "CMR", munitions=5, year=2022),
    )
    assert owed(engine, "CMR/3.2", "2022-06-02").standing is Standing.NOT_ENGAGED


def test_new_request_once_granted_has_a_day() -> None:
    engine = engine_with(
        MRT,
        happened(ContaminationDeclared, "2011-06", "MRT"),
        happened(ClearanceCompleted, "2013", "MRT"),
        happened(ContaminationFound, "2020-09-01", "MRT"),
        happened(ExtensionRequested, "2021-06", "MRT", article=4, meeting="2RC"),
        happened(ExtensionGranted, "2021-09-21", "MRT", article=4, months=24, meeting="2RC"),
    )
    duty = owed(engine, "MRT/4.1a", "2024-12-01", reading(late_found="new-request"))
    assert (str(duty.due), duty.standing) == ("2024-08-01", Standing.OVERDUE)


@pytest.fixture
def back() -> Engine:
    return engine_with(
        LTU,
        happened(EntryIntoForceNotified, "2011-03-30", "LTU", in_force_on=date(2011, 9, 1)),
        happened(ProvisionalApplicationDeclared, "2011-03-28", "LTU"),
        happened(InitialReportSubmitted, "2011-03-30", "LTU"),
        happened(ContaminationDeclared, "2012-01-01", "LTU"),
        happened(ExtensionGranted, "2020-01-01", "LTU", article=4, months=24),
        happened(WithdrawalNotified, "2024-09-06", "LTU"),
        happened(InstrumentDeposited, "2026-01-10", "LTU", instrument=Instrument.RATIFICATION),
    )


def test_after_a_new_accession_a_new_initial_report_is_owed(back: Engine) -> None:
    assert owed(back, "LTU/7.1", "2026-08-01").standing is Standing.PENDING


def test_after_a_new_accession_old_extensions_do_not_count(back: Engine) -> None:
    assert str(owed(back, "LTU/4.1a", "2026-08-01").due) == "2036-07-01"


def test_after_a_new_accession_the_old_notification_does_not_count(back: Engine) -> None:
    assert back.on(date(2026, 8, 1), reading=reading(entry_into_force_day="notified")).state(
        "LTU"
    ).binding.in_force_on == date(2026, 7, 1)


def test_the_old_provisional_application_does_not_bind_again(back: Engine) -> None:
    assert owed(back, "LTU/1.1", "2026-02-01").standing is Standing.NOT_YET_BINDING


GRANT = [
    stock("2012-03-27", munitions=6909),
    happened(ExtensionRequested, "2019-07-27", "BGR", article=3, months=12, meeting="9MSP"),
    happened(ExtensionGranted, "2019-09-04", "BGR", article=3, months=12, meeting="9MSP"),
]


def test_no_day_of_breach_between_two_deadlines_in_the_other_style() -> None:
    duty = owed(
        engine_with(BGR, GRANT),
        "BGR/3.2",
        "2019-10-01",
        reading(deadline_style="day-before", extension_effect="from-expiry"),
    )
    assert duty.standing is Standing.PENDING


def test_an_extension_leads_to_the_day_that_is_due() -> None:
    duty = owed(
        engine_with(BGR, GRANT), "BGR/3.2", "2019-10-01", reading(deadline_style="day-before")
    )
    assert duty.extensions[-1].due == duty.due


def test_an_enforced_request_is_not_called_considered() -> None:
    engine = engine_with(BGR, GRANT[:-1], called("9MSP", "2018-09-05"))
    duty = owed(engine, "BGR/3.2", "2019-08-01", reading(nine_months="enforce"))
    assert not any("considered all the same" in each.conclusion for each in duty.grounds)


def test_the_end_of_hostilities_on_29_february_plus_144_months() -> None:
    engine = engine_with(
        LBN,
        happened(HostilitiesEnded, "2012-02-29", "LBN", conflict="war"),
        happened(ExtensionGranted, "2021-01-01", "LBN", article=4, months=24, conflict="war"),
    )
    assert str(owed(engine, "LBN/4.1b/war", "2021-02-01").due) == "2024-02-29"


def test_the_style_applies_to_hostilities_known_to_the_month() -> None:
    engine = engine_with(LBN, happened(HostilitiesEnded, "2024-11", "LBN", conflict="war"))
    duty = owed(engine, "LBN/4.1b/war", "2025-02-01", reading(deadline_style="day-before"))
    assert duty.due is not None
    assert duty.due.latest == duty.treaty_due


def test_clearing_new_remnants_is_declared_too() -> None:
    engine = engine_with(
        LBN,
        happened(HostilitiesEnded, "2014-11-01", "LBN", conflict="war"),
        happened(ClearanceCompleted, "2016-01-01", "LBN", conflict="war"),
        held("6MSP"),
    )
    assert any(
        each.provision.slug == "4.1c"
        for each in engine.on(date(2017, 1, 1)).obligations(state="LBN")
    )


def test_others_reporting_none_is_said() -> None:
    engine = engine_with(
        joined("FJI", "2010-05-28"),
        happened(ContaminationReportedByOthers, "2015", "FJI", confirmed_m2=0, suspected_m2=0),
    )
    assert not any(
        "others report contaminated areas" in each.conclusion
        for each in owed(engine, "FJI/4.1a", "2016-02-01").grounds
    )


def test_the_initial_report_serves_3_8_for_the_year_of_entry_into_force() -> None:
    engine = engine_with(
        joined("IRQ", "2013-05-14"),
        happened(MunitionsRetained, "2014-04-29", "IRQ", munitions=5, year=2013),
        happened(InitialReportSubmitted, "2014-04-29", "IRQ"),
    )
    assert owed(engine, "IRQ/3.8/2013", "2014-05-01").standing is Standing.DISCHARGED


def test_after_completion_known_to_the_year_the_next_meeting_is_a_stretch_of_days() -> None:
    engine = engine_with(MRT, happened(ClearanceCompleted, "2013", "MRT"), held("4MSP", "5MSP"))
    for end in ("first-day", "last-day"):
        found = owed(engine, "MRT/4.1c", "2014-12-01", reading(partial_dates=end))
        assert str(found.due) == "2013-09-09/2014-09-02"


def test_words_for_the_other_reading_name_the_right_end() -> None:
    engine = engine_with(
        joined("FJI", "2010-05-28"), happened(InitialReportSubmitted, "2011", "FJI")
    )
    assert "counted from the first day" not in standing_line(
        owed(engine, "FJI/7.1", "2011-06-01", reading(partial_dates="first-day"))
    )


def test_an_absorbed_report_is_not_made_later_by_a_further_one() -> None:
    engine = engine_with(
        joined("GUY", "2014-10-31", None),
        happened(InitialReportSubmitted, "2020-01-16", "GUY"),
        happened(AnnualReportSubmitted, "2022-03-01", "GUY", year_covered=2016),
    )
    assert str(owed(engine, "GUY/7.2/2016", "2023-01-01").discharged_on) == "2020-01-16"


def test_months_after_a_day_stated_to_the_year_stay_a_stretch() -> None:
    engine = engine_with(
        MRT,
        happened(ContaminationDeclared, "2011-06", "MRT"),
        happened(ExtensionGranted, "2021-09-21", "MRT", article=4, until=on("2025")),
        happened(ExtensionGranted, "2023-09-14", "MRT", article=4, months=24),
    )
    due = owed(engine, "MRT/4.1a", "2024-01-01").due
    assert due is not None
    assert due.exact is None


def test_the_next_annual_report_is_derived_before_its_year_begins() -> None:
    engine = engine_with(BGR)
    assert owed(engine, "BGR/7.2/2012", "2011-11-01").standing is Standing.PENDING


def test_a_partly_held_conference_keeps_its_opening_when_the_rest_is_moved() -> None:
    moved = [
        happened(
            MeetingCalled,
            "2019-09-04",
            meeting="2RC",
            kind=MeetingKind.REVIEW_CONFERENCE,
            opens_on=date(2020, 11, 23),
            closes_on=date(2020, 11, 27),
        ),
        happened(
            MeetingHeld,
            "2020-11-27",
            meeting="2RC",
            kind=MeetingKind.REVIEW_CONFERENCE,
            opens_on=date(2020, 11, 25),
            closes_on=date(2020, 11, 27),
            part=1,
        ),
        happened(
            MeetingMoved,
            "2021-02-15",
            meeting="2RC",
            opens_on=date(2021, 9, 20),
            closes_on=date(2021, 9, 21),
        ),
    ]
    meeting = engine_with(moved).on(date(2021, 3, 1)).point.ccm.meeting("2RC")
    assert meeting is not None
    assert meeting.opens_on == date(2020, 11, 25)


def test_retention_that_ended_engages_3_2_again() -> None:
    engine = engine_with(
        CMR,
        stock("2014-08", "CMR", munitions=6),
        happened(MunitionsRetained, "2014-08", "CMR", munitions=6, year=2014),
        happened(RetentionEnded, "2020-01-01", "CMR"),
    )
    assert owed(engine, "CMR/3.2", "2020-06-01").standing is not Standing.NOT_ENGAGED
