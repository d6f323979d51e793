"""Reasons that no ground names: they are found by leaving events out, and trying them."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.events import (
    ArmedConflictBegun,
    Instrument,
    InstrumentDeposited,
    Retracted,
    UseReported,
    WithdrawalNotified,
)
from tests.histories import engine_with, happened, held, joined


def test_with_the_first_meeting_the_meetings_of_the_years_after_it_fall_away() -> None:
    """Article 11(2): of the two rules about meetings, one then has nothing to say."""
    engine = engine_with(held("1MSP"))
    day = date(2012, 6, 1)
    before = engine.on(day)
    engine.record([happened(Retracted, "2012-05-01", target="CCM#1", reason="not held")])
    found = engine.on(day).since(before, state="CCM").changes
    assert {each.obligation.id: each.reason.because for each in found} == {
        f"CCM/11.2/{each}": ("CCM#1", "CCM#2") for each in ("first", "2011", "2012")
    }


def test_a_notice_that_was_never_given_is_why_another_state_owes_no_help() -> None:
    """Article 4(4): without it Lithuania was bound in 2011, before what Switzerland used there."""
    engine = engine_with(
        joined("LTU", "2011-03-24"),
        happened(WithdrawalNotified, "2024-09-06", "LTU"),
        happened(InstrumentDeposited, "2025-03-06", "LTU", instrument=Instrument.ACCESSION),
        joined("CHE", "2012-07-17"),
        happened(UseReported, "2011-10-01", "CHE", on_territory_of=("LTU",)),
    )
    day = date(2025, 10, 1)
    before = engine.on(day)
    engine.record([happened(Retracted, "2025-10-02", target="LTU#3", reason="never given")])
    (change,) = engine.on(day).since(before, state="CHE").changes
    assert change.obligation.id == "CHE/4.4/LTU"
    assert (change.reason.because, change.reason.passed) == (("LTU#3", "LTU#5"), None)


def test_of_two_notices_that_were_never_given_the_one_that_decides_is_why() -> None:
    """Article 4(4): Bolivia's, too, tells which of its instruments counts, and nobody owes it."""
    engine = engine_with(
        *(
            [
                *joined(state, "2011-03-24"),
                happened(WithdrawalNotified, "2024-09-06", state),
                happened(InstrumentDeposited, "2025-03-06", state, instrument=Instrument.ACCESSION),
            ]
            for state in ("LTU", "BOL")
        ),
        joined("CHE", "2012-07-17"),
        happened(UseReported, "2011-10-01", "CHE", on_territory_of=("LTU",)),
    )
    day = date(2025, 10, 1)
    before = engine.on(day)
    about = {"reason": "never given"}
    engine.record(
        happened(Retracted, "2025-10-02", target=f"{state}#3", **about) for state in ("LTU", "BOL")
    )
    (change,) = engine.on(day).since(before, state="CHE").changes
    assert change.reason.because == ("LTU#3", "LTU#5")


def test_a_conflict_that_was_none_is_why_another_state_owes_no_help() -> None:
    """Article 20(3): with it Lithuania never left; without it, its accession of 2025 counts."""
    engine = engine_with(
        joined("LTU", "2011-03-24"),
        happened(WithdrawalNotified, "2024-09-06", "LTU"),
        happened(InstrumentDeposited, "2025-04-10", "LTU", instrument=Instrument.ACCESSION),
        happened(ArmedConflictBegun, "2024-12-01", "LTU", conflict="a conflict"),
        joined("CHE", "2012-07-17"),
        happened(UseReported, "2011-10-01", "CHE", on_territory_of=("LTU",)),
    )
    day = date(2025, 11, 1)
    before = engine.on(day)
    engine.record([happened(Retracted, "2025-10-02", target="LTU#5", reason="there was none")])
    (change,) = engine.on(day).since(before, state="CHE").changes
    assert change.obligation.id == "CHE/4.4/LTU"
    assert (change.reason.because, change.reason.passed) == (("LTU#5", "LTU#6"), None)
