"""What a duty's grounds rest on: every event that decides is cited, and none that does not.

The implementation in JavaScript of the conformance vectors named these.
"""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Event
from ccm_engine.domain.events import (
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClearanceCompleted,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    HostilitiesEnded,
    InitialReportSubmitted,
    MunitionsRetained,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileUnverified,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import FirstAnnualReport, Interpretation
from ccm_engine.domain.obligations import Standing
from tests.histories import engine_with, happened, owed

DENIED_ON = ("2015-01-01", "2015", "../2015-12-31", "2012-12-01/2015-01-01")
"""After the first find by its last day, and so after it in the order in which events count."""

WAR = happened(HostilitiesEnded, "2015-01-01", "HRV", conflict="war")


def proof(*events: Event, of: str, on: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what an obligation rests on, but for what binds the state."""
    duty = owed(engine_with(events), of, on)
    return [(str(each.provision), each.events) for each in duty.grounds[1:]]


class TestClearance:
    """Article 4."""

    def test_what_discharges_the_clearance_after_hostilities_is_cited(self) -> None:
        done = happened(ClearanceCompleted, "2016-01-01", "HRV", conflict="war")
        assert proof(WAR, done, of="HRV/4.1b/war", on="2017-01-01") == [
            ("4(1)(b)", ("HRV#3",)),
            ("4(1)(b)", ("HRV#4",)),
        ]

    def test_no_measures_are_owed_by_each_clearance(self) -> None:
        """Article 4(2): of a war that ended and of one that goes on."""
        found = proof(
            happened(ClearanceCompleted, "2013-01-01", "HRV"),
            WAR,
            happened(ClearanceCompleted, "2016-01-01", "HRV", conflict="war"),
            happened(ContaminationDeclared, "2016-02-01", "HRV", conflict="raid", areas=1),
            happened(ClearanceCompleted, "2016-03-01", "HRV", conflict="raid"),
            of="HRV/4.2",
            on="2017-01-01",
        )
        assert found == [
            ("4(1)(a)", ("HRV#3",)),
            ("4(1)(b)", ("HRV#4",)),
            ("4(1)(b)", ("HRV#5",)),
            ("4(1)(b)", ("HRV#7",)),
        ]

    def test_what_others_report_of_a_conflict_says_nothing_of_entry_into_force(self) -> None:
        """Article 4(1)(a), and 4(1)(b) for the conflict."""
        of_war = happened(
            ContaminationReportedByOthers, "2014-01-01", "HRV", conflict="war", areas=1
        )
        before = happened(ContaminationReportedByOthers, "2013-01-01", "HRV", areas=1)
        assert proof(of_war, of="HRV/4.1a", on="2017-01-01")[1:] == [("4(1)(a)", ())]
        assert proof(before, of_war, of="HRV/4.1a", on="2017-01-01")[1:] == [
            ("4(1)(a)", ("HRV#3",))
        ]

    def test_of_what_was_said_after_completion_the_finds_open_the_duty_again(self) -> None:
        """Article 4(6)(d)."""
        found = proof(
            happened(ClearanceCompleted, "2013-01-01", "HRV"),
            happened(ContaminationDeclared, "2014-01-01", "HRV", areas=0),
            happened(ContaminationFound, "2015-01-01", "HRV", areas=2),
            of="HRV/4.1a",
            on="2017-01-01",
        )
        assert found[1:] == [("4(1)(a)", ("HRV#3",)), ("4(6)(d)", ("HRV#5",))]

    @pytest.mark.parametrize("denied_on", DENIED_ON)
    def test_what_was_found_and_then_denied_opens_nothing_again(self, denied_on: str) -> None:
        """INT-0006: found within the ten years, none left then, and found again too late."""
        found = proof(
            happened(ClearanceCompleted, "2013-01-01", "HRV"),
            happened(ContaminationFound, "2014-01-01", "HRV", areas=1),
            happened(ContaminationAbsenceDeclared, denied_on, "HRV"),
            happened(ContaminationFound, "2020-08-02", "HRV", areas=1),
            happened(ContaminationDeclared, "2020-09-01", "HRV", areas=3),
            of="HRV/4.1a",
            on="2021-01-01",
        )
        assert found[-2:] == [("4(6)(d)", ("HRV#6", "HRV#7")), ("4(1)(a)", ("HRV#6",))]

    def test_found_after_the_deadline_of_a_war_a_new_request_is_needed(self) -> None:
        """INT-0006: the ten years end on 1 January 2025, and that day is in time."""
        done = happened(ClearanceCompleted, "2016-01-01", "HRV", conflict="war")
        cited = {}
        for day in ("2025-01-01", "2025-01-02"):
            found = happened(ContaminationFound, day, "HRV", conflict="war", areas=1)
            cited[day] = proof(WAR, done, found, of="HRV/4.1b/war", on="2026-01-01")[-1]
        assert cited["2025-01-01"] == ("4(6)(d)", ("HRV#5",))
        assert cited["2025-01-02"] == ("4(1)(b)", ("HRV#5",))


class TestStockpiles:
    """Article 3."""

    def test_found_after_the_deadline_a_new_request_is_needed(self) -> None:
        """INT-0006: eight years end on 1 August 2018."""
        found = proof(
            happened(StockpileDestructionCompleted, "2013-01-01", "HRV"),
            happened(StockpileFound, "2018-08-02", "HRV", munitions=1),
            of="HRV/3.2",
            on="2019-01-01",
        )
        assert found[-2:] == [("7(1)(g)", ("HRV#4",)), ("3(2)", ("HRV#4",))]

    def test_none_held_rests_on_every_last_word(self) -> None:
        found = proof(
            happened(StockpileAbsenceDeclared, "2012-01-01", "HRV"),
            happened(StockpileDeclared, "2013-01-01", "HRV", munition_type="A", munitions=0),
            of="HRV/3.2",
            on="2014-01-01",
        )
        assert found[-1] == ("3(2)", ("HRV#3", "HRV#4"))

    def test_all_retained_rests_on_the_words_of_the_time_when_all_were(self) -> None:
        """Article 3(6): of six two were used up since (INT-0019)."""
        found = proof(
            happened(StockpileDeclared, "2011-01-01", "HRV", munitions=6),
            happened(MunitionsRetained, "2012-01-01", "HRV", munitions=6),
            happened(MunitionsRetained, "2013-01-01", "HRV", munitions=4),
            of="HRV/3.2",
            on="2019-01-01",
        )
        assert found[-1] == ("3(6)", ("HRV#4", "HRV#5"))

    def test_all_retained_rests_on_the_last_time_that_all_were_and_on_no_word_of_none(self) -> None:
        found = proof(
            happened(StockpileDeclared, "2011-01-01", "HRV", munitions=6),
            happened(MunitionsRetained, "2012-01-01", "HRV", munitions=6),
            happened(MunitionsRetained, "2013-01-01", "HRV", munitions=0),
            happened(MunitionsRetained, "2014-01-01", "HRV", munition_type="A", munitions=6),
            of="HRV/3.2",
            on="2019-01-01",
        )
        assert found[-1] == ("3(6)", ("HRV#6",))

    @pytest.mark.parametrize(
        ("meanwhile", "standing"),
        [
            (happened(MunitionsRetained, "2013", "HRV", munitions=5), Standing.NOT_ENGAGED),
            (happened(MunitionsRetained, "2013", "HRV", munitions=0), Standing.PENDING),
            (happened(RetentionEnded, "2013", "HRV"), Standing.PENDING),
        ],
        ids=["five", "none", "ended"],
    )
    def test_who_kept_none_meanwhile_keeps_not_what_was_left(
        self, meanwhile: Event, standing: Standing
    ) -> None:
        """INT-0019: six were kept, then these, then four."""
        engine = engine_with(
            happened(StockpileDeclared, "2011-01-01", "HRV", munitions=6),
            happened(MunitionsRetained, "2012-01-01", "HRV", munitions=6),
            meanwhile,
            happened(MunitionsRetained, "2014-01-01", "HRV", munitions=4),
        )
        assert owed(engine, "HRV/3.2", "2015-01-01").standing is standing

    def test_what_is_kept_of_each_type_is_told_with_its_number(self) -> None:
        """Article 3(6): those of C were kept no longer when the keeping of all ended."""
        kept = (
            happened(MunitionsRetained, day, "HRV", munition_type=kind, munitions=munitions)
            for day, kind, munitions in (
                ("2012-01-01", "C", 7),
                ("2013-01-01", "A", 10),
                ("2013-06", "B", None),
            )
        )
        ended = happened(RetentionEnded, "2012-06-01", "HRV")
        duty = owed(engine_with(*kept, ended), "HRV/3.6", "2014-01-01")
        assert duty.grounds[-1].events == ("HRV#4", "HRV#5")
        assert duty.grounds[-1].conclusion == (
            "retains 10 A munitions (2013-01-01) and an unknown number of B munitions (2013-06)"
        )

    def test_what_is_declared_of_several_types_is_dated_by_the_last_word(self) -> None:
        duty = owed(
            engine_with(
                happened(StockpileDeclared, day, "HRV", munition_type=kind, munitions=1)
                for day, kind in (("2010-01-01", "A"), ("2011-01-01", "B"), ("2012-01-01", "A"))
            ),
            "HRV/3.2",
            "2014-01-01",
        )
        assert duty.grounds[-1].conclusion == "declared a stockpile (2012-01-01)"
        assert duty.grounds[-1].events == ("HRV#4", "HRV#5")

    @pytest.mark.parametrize("denied_on", DENIED_ON)
    def test_what_was_found_and_then_denied_opens_nothing_again(self, denied_on: str) -> None:
        """INT-0006: found within the eight years, none left then, and found again too late."""
        found = proof(
            happened(StockpileDestructionCompleted, "2013-01-01", "HRV"),
            happened(StockpileFound, "2014-01-01", "HRV", munitions=1),
            happened(StockpileAbsenceDeclared, denied_on, "HRV"),
            happened(StockpileFound, "2018-08-02", "HRV", munitions=1),
            of="HRV/3.2",
            on="2019-01-01",
        )
        assert found[-2:] == [("7(1)(g)", ("HRV#6",)), ("3(2)", ("HRV#6",))]

    @pytest.mark.parametrize("denied_on", ["2018-01-01", "2018-09-01"])
    def test_what_was_denied_of_its_type_opens_nothing_again(self, denied_on: str) -> None:
        """INT-0006: of A none are left, said before or after B was found, and that too late."""
        found = proof(
            happened(StockpileDestructionCompleted, "2013-01-01", "HRV"),
            happened(StockpileFound, "2014-01-01", "HRV", munition_type="A"),
            happened(StockpileFound, "2018-08-02", "HRV", munition_type="B"),
            happened(StockpileDeclared, denied_on, "HRV", munition_type="A", munitions=0),
            of="HRV/3.2",
            on="2019-01-01",
        )
        assert found[-2:] == [("7(1)(g)", ("HRV#5",)), ("3(2)", ("HRV#5",))]

    @pytest.mark.parametrize(
        ("since", "standing"),
        [
            (
                happened(MunitionsRetained, "2013-01-01", "HRV", munition_type="B", munitions=0),
                True,
            ),
            (
                happened(MunitionsRetained, "2013-01-01", "HRV", munition_type="A", munitions=0),
                False,
            ),
            (happened(MunitionsRetained, "2013-01-01", "HRV", munitions=0), False),
            (happened(RetentionEnded, "2013-01-01", "HRV"), False),
        ],
        ids=["none of another type", "none of that type", "none of any", "ended"],
    )
    def test_what_is_kept_of_one_type_is_kept_until_that_is_said_to_end(
        self, since: Event, standing: bool
    ) -> None:
        """Article 3(6), INT-0019: ten of A were kept in 2012."""
        kept = happened(MunitionsRetained, "2012-01-01", "HRV", munition_type="A", munitions=10)
        engine = engine_with(kept, since)
        found = [each.id for each in engine.on(date(2014, 1, 1)).obligations(state="HRV")]
        assert ("HRV/3.6" in found) is standing
        if standing:
            assert owed(engine, "HRV/3.6", "2014-01-01").standing is Standing.CONTINUING


def test_the_year_of_the_first_report_rests_on_the_initial_one_where_that_tells_it() -> None:
    """INT-0002: by one reading the first annual report follows the submission."""
    engine = engine_with(happened(InitialReportSubmitted, "2011-02-01", "HRV"))
    by_submission = Interpretation(
        first_annual_report=FirstAnnualReport.YEAR_AFTER_INITIAL_SUBMITTED
    )
    rests = {
        reading: owed(engine, "HRV/7.2/2011", "2013-01-01", reading).grounds[2].events
        for reading in (Interpretation(), by_submission)
    }
    assert rests == {Interpretation(): (), by_submission: ("HRV#3",)}


def test_of_two_conflicts_the_last_to_end_proves_the_day_of_a_withdrawal() -> None:
    """Article 20(3)."""
    engine = engine_with(
        happened(ArmedConflictBegun, "2018-01-01", "HRV", conflict="war"),
        happened(ArmedConflictBegun, "2018-02-01", "HRV", conflict="raid"),
        happened(WithdrawalNotified, "2018-09-06", "HRV"),
        happened(ArmedConflictEnded, "2019-05-01", "HRV", conflict="war"),
        happened(ArmedConflictEnded, "2019-04-01", "HRV", conflict="raid"),
    )
    binding = engine.on(date(2020, 1, 1)).point.binding("HRV")
    assert binding.ceased_on == date(2019, 5, 1)
    assert binding.grounds[-1].events == ("HRV#5", "HRV#3", "HRV#6")


def test_each_war_that_left_something_is_a_reason_for_measures() -> None:
    """Article 4(2): and what was found of one after it was cleared."""
    found = proof(
        happened(ClearanceCompleted, "2013-01-01", "HRV"),
        WAR,
        happened(ClearanceCompleted, "2016-01-01", "HRV", conflict="war"),
        happened(ContaminationFound, "2016-06-01", "HRV", conflict="war", areas=1),
        happened(HostilitiesEnded, "2015-02-01", "HRV", conflict="raid"),
        of="HRV/4.2",
        on="2017-01-01",
    )
    assert found == [
        ("4(1)(a)", ("HRV#3",)),
        ("4(1)(b)", ("HRV#4",)),
        ("4(1)(b)", ("HRV#5",)),
        ("4(6)(d)", ("HRV#6",)),
        ("4(1)(b)", ("HRV#7",)),
    ]


@pytest.mark.parametrize(
    ("last", "standing"),
    [
        (happened(StockpileUnverified, "2014-01-01", "HRV"), Standing.UNDETERMINED),
        (happened(StockpileAbsenceDeclared, "2014-01-01", "HRV"), Standing.DISCHARGED),
    ],
    ids=["verifying still", "none after all"],
)
def test_what_was_found_and_retained_is_open_again_while_the_state_verifies(
    last: Event, standing: Standing
) -> None:
    """Article 3(2): completed in 2011, three declared since, and as many retained (INT-0019)."""
    engine = engine_with(
        happened(StockpileDestructionCompleted, "2011-05-01", "HRV"),
        happened(StockpileDeclared, "2012-01-01", "HRV", munitions=3),
        happened(MunitionsRetained, "2013-01-01", "HRV", munitions=3),
    )
    assert owed(engine, "HRV/3.2", "2019-01-01").standing is Standing.DISCHARGED
    engine.record([last])
    assert owed(engine, "HRV/3.2", "2019-01-01").standing is standing


def test_all_that_was_found_after_completion_is_cited() -> None:
    """Article 7(1)(g): a total replaces what was said of one type, and both were found."""
    found = proof(
        happened(StockpileDestructionCompleted, "2011-05-01", "HRV"),
        happened(StockpileDeclared, "2012-01-01", "HRV", munition_type="B", munitions=10),
        happened(StockpileDeclared, "2013-01-01", "HRV", munitions=0, submunitions=5),
        of="HRV/3.2",
        on="2015-01-01",
    )
    assert found[-1] == ("7(1)(g)", ("HRV#4", "HRV#5"))


def test_of_two_wars_that_go_on_the_one_that_is_cleared_hides_not_the_other() -> None:
    """Article 4(2)."""
    found = proof(
        happened(ClearanceCompleted, "2013-01-01", "HRV"),
        happened(ContaminationDeclared, "2014-01-01", "HRV", conflict="raid", areas=1),
        happened(ContaminationDeclared, "2014-02-01", "HRV", conflict="strife", areas=1),
        happened(ClearanceCompleted, "2015-01-01", "HRV", conflict="raid"),
        of="HRV/4.2",
        on="2017-01-01",
    )
    assert found == [("4(1)(a)", ("HRV#3",)), ("4(1)(b)", ("HRV#5",))]


def test_a_war_of_which_nothing_was_found_hides_no_other() -> None:
    """Article 4(2)."""
    found = proof(
        happened(ClearanceCompleted, "2013-01-01", "HRV"),
        happened(ContaminationFound, "2014-01-01", "HRV", conflict="raid", areas=0),
        happened(ContaminationDeclared, "2014-02-01", "HRV", conflict="strife", areas=1),
        of="HRV/4.2",
        on="2017-01-01",
    )
    assert found == [("4(1)(a)", ("HRV#3",)), ("4(1)(b)", ("HRV#5",))]
