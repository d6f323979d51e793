"""All that the shorter rosters say: the states of a day, who assists, and the unit's money."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import PartialDate
from ccm_engine.domain.events import (
    Instrument,
    Signed,
    SponsorshipGiven,
    UnitBudgetAdopted,
    UnitContributionMade,
    UnitReserveReported,
    VictimsReported,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import PartyCount
from ccm_engine.projections.party_roster import Party, Signatory, Withdrawn
from ccm_engine.projections.unit_finances import (
    Amount,
    Sponsorship,
    UnitFinances,
    UnitYear,
    unit_finances,
)
from tests.histories import engine_with, happened, joined, on

DAY: Final = date(2011, 7, 1)


def test_the_roster_gives_every_day_of_a_state() -> None:
    """Bulgaria is not bound yet; Jamaica signed; Albania would leave on 10 August 2011."""
    engine = engine_with(
        joined("BGR", "2011-04-06"),
        happened(Signed, "2009-06-12", "JAM"),
        happened(WithdrawalNotified, "2011-02-10", "ALB"),
    )
    found = engine.on(DAY).parties(PartyCount.CONSENT)
    told = {each.state: each for each in found.parties}
    assert (told["ALB"], told["BGR"]) == (
        Party("ALB", "Albania", Instrument.RATIFICATION, on("2009-06-16"), date(2010, 8, 1)),
        Party("BGR", "Bulgaria", Instrument.RATIFICATION, on("2011-04-06"), date(2011, 10, 1)),
    )
    assert found.signatories == (Signatory("JAM", "Jamaica", on("2009-06-12")),)
    assert found.withdrawn == (Withdrawn("ALB", "Albania", on("2011-02-10"), date(2011, 8, 10)),)
    assert (found.consented, found.in_force, found.committed) == (31, 30, 32)
    assert found.convention_in_force_on == date(2010, 8, 1)


def test_those_assist_that_have_victims_and_are_bound() -> None:
    """Article 5(1); Bulgaria's duty begins on 1 October 2011."""
    engine = engine_with(
        joined("BGR", "2011-04-06"),
        [happened(VictimsReported, "2011-05-01", state) for state in ("LAO", "ALB", "BGR")],
    )
    assert engine.on(DAY).figures().victim_assistance == ("ALB", "LAO")
    assert engine.on(date(2011, 10, 1)).figures().victim_assistance == ("ALB", "BGR", "LAO")


def reserves(*days: str) -> tuple[Amount | None, PartialDate | None]:
    """Report the unit's reserve on these days, each time a franc more; return the last."""
    engine = engine_with(
        happened(UnitReserveReported, day, amount_cents=100 * number)
        for number, day in enumerate(days, start=1)
    )
    found = unit_finances(engine.on(date(2020, 1, 1)).view())
    return found.reserve, found.reserve_reported_on


def test_the_reserve_is_the_one_last_reported() -> None:
    days = ("2016-05-01", "2017-05-01", "2018-05-01")
    assert reserves() == (None, None)
    assert reserves(*days[:1]) == (Amount(100, "CHF", ("CCM#1",)), on("2016-05-01"))
    assert reserves(*days) == (Amount(300, "CHF", ("CCM#3",)), on("2018-05-01"))


def test_of_the_money_of_the_unit_everything_on_record_is_told() -> None:
    given = {"sponsor": "NOR", "amount_cents": 5_280_000, "delegates": 21, "states": 14}
    engine = engine_with(
        happened(UnitBudgetAdopted, "2016-09-07", year=2017, amount_cents=48_000_000),
        happened(UnitContributionMade, "2017-02-01", "NOR", year=2017, amount_cents=1_000_000),
        happened(UnitContributionMade, "2017-03-01", "NOR", year=2017),
        happened(SponsorshipGiven, "2017-09-06", meeting="7MSP", currency="EUR", **given),
        happened(SponsorshipGiven, "2018-01-01", period="2017-2018"),
    )
    known, unknown = Amount(1_000_000, "CHF", ("NOR#3",)), Amount(None, "CHF", ("NOR#4",))
    assert unit_finances(engine.on(date(2020, 1, 1)).view()) == UnitFinances(
        years=(
            UnitYear(
                2017,
                Amount(48_000_000, "CHF", ("CCM#1",)),
                {"NOR": (known, unknown)},
                (known,),
            ),
        ),
        reserve=None,
        reserve_reported_on=None,
        sponsorship=(
            Sponsorship(
                meeting="7MSP",
                period=None,
                sponsor="NOR",
                amount=Amount(5_280_000, "EUR", ("CCM#2",)),
                delegates=21,
                states=14,
                event="CCM#2",
            ),
            Sponsorship(
                meeting=None,
                period="2017-2018",
                sponsor=None,
                amount=Amount(None, "CHF", ("CCM#3",)),
                delegates=None,
                states=None,
                event="CCM#3",
            ),
        ),
    )
