"""Who joined, signed, left, and what states not party do: on real states and in small histories."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import Engine
from ccm_engine.domain.events import (
    ActionPlanAdopted,
    Disputed,
    Instrument,
    InstrumentDeposited,
    MeetingAttendedAsObserver,
    OutreachMade,
    ProductionReported,
    ResolutionVoteCast,
    Signed,
    UseRestricted,
    Vote,
    WithdrawalNotified,
)
from ccm_engine.domain.interpretations import PartyCount
from ccm_engine.domain.states import RegionalGroup
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Clause, Figure, StateCount, StatedNumber
from ccm_engine.projections.themes.universalization import position, progress
from ccm_engine.projections.universalization import (
    Membership,
    joined,
    missing_to,
    states_not_party,
)
from ccm_engine.projections.view import View
from tests import histories
from tests.histories import engine_with, happened

NOBODY = StateCount(key="none", clause=Clause("", ""), states={})
SIGNED_ONLY = "AGO CAF COD CYP DJI HTI IDN JAM KEN LBR NGA TZA UGA"
"""The thirteen of CCM/CONF/2020/13, paragraph 5."""


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


def view(engine: Engine, day: str) -> View:
    return engine.on(date.fromisoformat(day)).view()


def on_the_day(engine: Engine, day: str) -> dict[str, Figure]:
    return {
        each.key.removeprefix("universalization."): each for each in position(view(engine, day))
    }


def between(engine: Engine, since: str, until: str) -> dict[str, Figure]:
    found = progress(view(engine, since), view(engine, until))
    return {each.key.removeprefix("universalization."): each for each in found}


def named(figure: Figure) -> str:
    assert isinstance(figure, StateCount)
    return " ".join(figure.states)


def unknown(figure: Figure) -> str:
    assert isinstance(figure, StateCount)
    return " ".join(figure.unknown)


class TestTheReviewDocumentOf2020:
    """CCM/CONF/2020/13, paragraphs 3 to 7."""

    @pytest.mark.parametrize(
        ("key", "count"),
        [("committed", 123), ("consented", 110), ("in_force", 108), ("signatories", 13)],
    )
    def test_counts_on_its_day(self, record: Engine, key: str, count: int) -> None:
        found = on_the_day(record, "2020-09-28")[key]
        assert (found.value, found.exact) == (count, True)

    def test_the_signatories_are_the_thirteen_it_names(self, record: Engine) -> None:
        assert named(on_the_day(record, "2020-09-28")["signatories"]) == SIGNED_ONLY

    def test_ninety_six_had_consented_when_the_first_conference_ended(self, record: Engine) -> None:
        found = on_the_day(record, "2015-09-11")
        assert (found["consented"].value, found["in_force"].value) == (96, 91)

    def test_fourteen_joined_since_by_year(self, record: Engine) -> None:
        found = between(record, "2015-09-11", "2020-09-28")
        assert found["joined"].value == 14
        years = {year: named(found[f"joined.{year}"]) for year in range(2015, 2021)}
        assert years == {
            2015: "MUS SOM",
            2016: "CUB PLW",
            2017: "BEN MDG",
            2018: "GMB LKA NAM",
            2019: "MDV PHL",
            2020: "LCA NIU STP",
        }

    def test_the_fourteen_by_group(self, record: Engine) -> None:
        found = between(record, "2015-09-11", "2020-09-28")
        groups = {group: named(found[f"joined_by.{group.name}"]) for group in RegionalGroup}
        assert groups == {
            RegionalGroup.AFRICA: "BEN GMB MDG MUS NAM SOM STP",
            RegionalGroup.ASIA_PACIFIC: "LKA MDV PHL PLW",
            RegionalGroup.EASTERN_EUROPE: "",
            RegionalGroup.LATIN_AMERICA_CARIBBEAN: "CUB LCA",
            RegionalGroup.WESTERN_EUROPE_OTHERS: "",
            RegionalGroup.NONE: "NIU",
        }

    def test_somalia_had_signed_and_mauritius_had_not(self, record: Engine) -> None:
        """Paragraph 4 has it the other way round."""
        found = between(record, "2015-09-11", "2020-09-28")
        assert "SOM" in named(found["signatories_joined"])
        assert "MUS" in named(found["acceded"])
        instruments = {
            each.state: each.instrument
            for each in joined(view(record, "2015-09-11"), view(record, "2020-09-28"))
        }
        assert instruments["SOM"] is Instrument.RATIFICATION
        assert instruments["MUS"] is Instrument.ACCESSION

    def test_every_party_is_of_one_group(self, record: Engine) -> None:
        found = on_the_day(record, "2020-09-28")
        parties = [named(found[f"consented_by.{each.name}"]).split() for each in RegionalGroup]
        assert sum(map(len, parties)) == found["consented"].value == 110

    def test_the_target_is_missed_by_either_count(self, record: Engine) -> None:
        found = on_the_day(record, "2020-09-28")
        assert found["missing_to_130_by_consent"].value == 20
        assert found["missing_to_130_in_force"].value == 22


class TestThePeriod:
    """It begins on the day after the first, and its last day belongs to it."""

    HISTORY = (
        *histories.joined("SOM", "2015-09-11"),
        *histories.joined("MUS", "2015-09-12", None),
        *histories.joined("LCA", "2020-09-28", None),
        *histories.joined("NGA", "2020-09-29"),
    )

    def test_the_first_day_is_out_and_the_last_is_in(self) -> None:
        found = between(engine_with(self.HISTORY), "2015-09-11", "2020-09-28")
        assert named(found["joined"]) == "LCA MUS"

    def test_a_deposit_that_may_lie_before_it_is_unknown(self) -> None:
        engine = engine_with(histories.joined("GMB", "2015"))
        found = between(engine, "2015-09-11", "2016-09-11")
        assert (named(found["joined"]), unknown(found["joined"])) == ("", "GMB")
        assert unknown(found["joined.2015"]) == "GMB"
        assert unknown(found["joined.2016"]) == ""

    def test_a_deposit_of_unsure_year_is_unknown_in_both(self) -> None:
        engine = engine_with(histories.joined("GMB", "2018-12-20/2019-01-10"))
        found = between(engine, "2015-09-11", "2020-09-28")
        assert named(found["joined"]) == "GMB"
        assert unknown(found["joined.2018"]) == unknown(found["joined.2019"]) == "GMB"

    def test_a_disputed_deposit_counts_once_by_the_day_that_stands(self) -> None:
        engine = engine_with(histories.joined("GMB", "2018-12-11"))
        deposit = next(iter(joined(view(engine, "2018-01-01"), view(engine, "2019-01-01"))))
        other = happened(
            InstrumentDeposited, "2018-06-25", "GMB", instrument=Instrument.RATIFICATION
        )
        engine.record([happened(Disputed, "2018-06-25", target=deposit.event, alternative=other)])
        (found,) = joined(view(engine, "2018-01-01"), view(engine, "2019-01-01"))
        assert (found.state, str(found.deposited_on), found.within) == (
            "GMB",
            "2018-12-11",
            Certainty.YES,
        )
        assert joined(view(engine, "2018-01-01"), view(engine, "2018-12-10")) == ()

    def test_who_withdrew_by_the_second_day_had_joined_all_the_same(self) -> None:
        engine = engine_with(
            histories.joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, "2024-09-06", "LTU"),
        )
        (found,) = joined(view(engine, "2011-01-01"), view(engine, "2025-03-06"))
        assert (found.state, found.within) == ("LTU", Certainty.YES)

    def test_who_left_and_came_back_joined_twice_and_is_counted_once(self) -> None:
        engine = engine_with(
            histories.joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, "2024-09-06", "LTU"),
            histories.joined("LTU", "2026-01-15", None),
        )
        ends = "2011-01-01", "2026-01-15"
        found = joined(*(view(engine, day) for day in ends))
        assert [str(each.deposited_on) for each in found] == ["2011-03-24", "2026-01-15"]
        figures = between(engine, *ends)
        assert (figures["joined"].value, figures["joined.2011"].value) == (1, 1)
        assert figures["joined.2026"].value == 1


class TestMembership:
    def test_consent_comes_before_force(self) -> None:
        engine = engine_with(histories.joined("SOM", "2015-09-30"))
        found = on_the_day(engine, "2015-12-31")
        assert "SOM" in named(found["consented"])
        assert "SOM" not in named(found["in_force"])
        assert found["committed"].value == 31

    def test_a_deposit_that_may_not_be_made_yet_is_unknown(self) -> None:
        engine = engine_with(histories.joined("SOM", "2015-09"))
        found = on_the_day(engine, "2015-09-15")
        assert "SOM" in named(found["committed"])
        assert (unknown(found["consented"]), unknown(found["signatories"])) == ("SOM", "SOM")

    def test_who_left_is_party_to_nothing(self) -> None:
        engine = engine_with(
            histories.joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, "2024-09-06", "LTU"),
        )
        before, after = on_the_day(engine, "2025-03-05"), on_the_day(engine, "2025-03-06")
        assert (named(before["withdrawn"]), named(after["withdrawn"])) == ("", "LTU")
        assert "LTU" in named(before["consented"])
        assert "LTU" not in named(after["committed"])

    def test_the_target_once_reached_misses_nothing(self) -> None:
        seen = view(engine_with(), "2010-08-01")
        assert missing_to(seen, 30, PartyCount.IN_FORCE) == 0
        assert missing_to(seen, 29, PartyCount.CONSENT) == 0
        assert missing_to(seen, 31, PartyCount.CONSENT) == 1

    def test_the_distance_is_unknown_where_a_deposit_may_not_be_made_yet(self) -> None:
        plan = happened(ActionPlanAdopted, "2015-09-11", plan="DAP")
        engine = engine_with(plan, histories.joined("SOM", "2015-09"))
        by_consent = "missing_to_130_by_consent"
        for day, value in (("2015-09-15", None), ("2015-09-30", 99)):
            found = on_the_day(engine, day)[by_consent]
            assert (found.value, found.exact) == (value, value is not None)
        assert missing_to(view(engine, "2015-09-15"), 30, PartyCount.CONSENT) == 0

    def test_the_distance_is_proved_by_the_plan_that_set_it(self) -> None:
        engine = engine_with(
            happened(ActionPlanAdopted, "2010-11-12", plan="VAP"),
            happened(ActionPlanAdopted, "2015-09-11", plan="DAP"),
        )
        found = on_the_day(engine, "2015-09-11")["missing_to_130_by_consent"]
        assert isinstance(found, StatedNumber)
        assert (found.value, found.events) == (100, ("CCM#2",))

    def test_there_is_no_distance_before_a_target(self) -> None:
        engine = engine_with(happened(ActionPlanAdopted, "2015-09-11", plan="DAP"))
        assert "missing_to_130_by_consent" not in on_the_day(engine, "2015-09-10")


class TestStatesNotParty:
    """Article 21(2)."""

    ENGINE = engine_with(
        happened(Signed, "2008-12-03", "CYP"),
        happened(ResolutionVoteCast, "2019-12-12", "CYP", vote=Vote.ABSTAIN, year=2019),
        happened(ResolutionVoteCast, "2019-12-12", "SGP", vote=Vote.YES),
        happened(ResolutionVoteCast, "2019-12", "RUS", vote=Vote.NO, year=2019),
        happened(ResolutionVoteCast, "2019-12-12", "LCA", vote=Vote.YES, year=2019),
        happened(ResolutionVoteCast, "2019-12-12", "IRL", vote=Vote.YES, year=2019),
        happened(MeetingAttendedAsObserver, "2019-09-02", "SGP", meeting="9MSP"),
        happened(UseRestricted, "2008", "SGP", restriction="moratorium on exports"),
        happened(ProductionReported, "../2010-01-01", "SGP"),
        happened(OutreachMade, "2019-03", "NZL", what="a regional workshop"),
        happened(ResolutionVoteCast, "2019-12-12", "MDV", vote=Vote.YES, year=2019),
        histories.joined("LCA", "2020-09-15", None),
        histories.joined("MDV", "2019-09-27", None),
    )

    def test_votes_are_counted_by_year_and_by_how(self) -> None:
        found = on_the_day(self.ENGINE, "2020-09-28")
        assert named(found["votes_yes.2019"]) == "LCA SGP"
        assert named(found["votes_abstain.2019"]) == "CYP"
        assert named(found["votes_no.2019"]) == "RUS"
        assert "votes_yes.2018" not in found

    def test_a_vote_unknown_is_no_vote_against(self) -> None:
        silent = unknown(on_the_day(self.ENGINE, "2020-09-28")["votes_no.2019"]).split()
        assert "USA" in silent
        assert {"CYP", "SGP", "LCA", "IRL"}.isdisjoint(silent)

    def test_who_is_no_member_of_the_united_nations_has_no_vote(self) -> None:
        silent = unknown(on_the_day(self.ENGINE, "2020-09-28")["votes_yes.2019"]).split()
        assert {"COK", "NIU", "PSE"}.isdisjoint(silent)

    def test_nothing_told_is_unknown_and_never_no(self) -> None:
        found = on_the_day(self.ENGINE, "2020-09-28")
        for key in ("observers", "use_restricted", "past_producers_not_party"):
            assert named(found[key]) == "SGP"
            assert "USA" in unknown(found[key]).split()
            assert "IRL" not in unknown(found[key]).split()
            assert not found[key].exact

    def test_each_has_a_row(self) -> None:
        rows = {each.state: each for each in states_not_party(view(self.ENGINE, "2020-09-28"))}
        assert rows["CYP"].membership is Membership.SIGNATORY
        assert rows["CYP"].votes == {2019: Vote.ABSTAIN}
        assert rows["SGP"].membership is Membership.OUTSIDE
        assert rows["SGP"].votes == {2019: Vote.YES}
        assert [len(each) for each in (rows["SGP"].observed, rows["SGP"].produced)] == [1, 1]
        assert "IRL" not in rows

    def test_of_two_votes_in_a_year_the_later_word_counts(self) -> None:
        engine = engine_with(
            happened(ResolutionVoteCast, "2019-11-01", "SGP", vote=Vote.ABSTAIN, year=2019),
            happened(ResolutionVoteCast, "2019-12-12", "SGP", vote=Vote.YES, year=2019),
        )
        found = on_the_day(engine, "2020-01-01")
        assert (named(found["votes_yes.2019"]), named(found["votes_abstain.2019"])) == ("SGP", "")

    @pytest.mark.parametrize(("year", "voted"), [(2011, ""), (2024, ""), (2025, "LTU"), (2026, "")])
    def test_a_vote_is_of_a_state_not_party_by_what_it_was_then(
        self, year: int, voted: str
    ) -> None:
        """Lithuania, party from 2011, left on 6 March 2025; here it comes back in 2026."""
        others = happened(ResolutionVoteCast, f"{year}-06-01", "SGP", vote=Vote.ABSTAIN)
        engine = engine_with(
            histories.joined("LTU", "2011-03-24"),
            happened(WithdrawalNotified, "2024-09-06", "LTU"),
            happened(ResolutionVoteCast, f"{year}-06-01", "LTU", vote=Vote.YES),
            histories.joined("LTU", "2026-01-15", None),
            others,
        )
        for day in (f"{year}-12-31", "2026-12-31"):
            found = on_the_day(engine, day)
            assert named(found.get(f"votes_yes.{year}", NOBODY)) == voted
            assert named(found[f"votes_abstain.{year}"]) == "SGP"
            assert "LTU" not in unknown(found[f"votes_abstain.{year}"]).split()

    def test_a_vote_of_this_year_is_judged_by_today(self) -> None:
        engine = engine_with(
            happened(ResolutionVoteCast, "2020-06-01", "LCA", vote=Vote.YES),
            histories.joined("LCA", "2020-09-15", None),
        )
        assert named(on_the_day(engine, "2020-09-14")["votes_yes.2020"]) == "LCA"
        assert "votes_yes.2020" not in on_the_day(engine, "2020-09-15")

    def test_outreach_is_of_the_period_and_silence_is_unknown(self) -> None:
        for since, sure in (("2018-01-01", "NZL"), ("2019-03-15", ""), ("2019-04-01", "")):
            found = between(self.ENGINE, since, "2020-01-01")["outreach"]
            assert named(found) == sure
            assert "IRL" in unknown(found).split()


def test_the_public_record_knows_how_states_not_party_voted_in_2019(record: Engine) -> None:
    found = on_the_day(record, "2020-09-28")
    assert named(found["votes_abstain.2019"]) == "CYP"
    assert len(named(found["votes_yes.2019"]).split()) == 31
