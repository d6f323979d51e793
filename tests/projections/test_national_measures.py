"""National implementation measures on a day and over time: Article 9."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine
from ccm_engine.domain.events import (
    CoverageStated,
    LegislationProcessCompleted,
    Measure,
    NationalMeasureReported,
)
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.statements.published import PublishedDocument, Replay
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.counting import Figure, StateCount, StatedNumber
from ccm_engine.projections.national_measures import (
    INVESTMENT,
    MeasurePosition,
    history_of,
    last_list,
    positions,
)
from ccm_engine.projections.themes import measures
from tests.histories import engine_with, happened, source

DUBROVNIK: Final = date(2015, 9, 11)
LAUSANNE: Final = date(2020, 9, 28)
YES, NO, UNKNOWN = Certainty.YES, Certainty.NO, Certainty.UNKNOWN
LAW, SUFFICIENT, IN_HAND = (
    Measure.SPECIFIC_LAW,
    Measure.EXISTING_LAW_SUFFICIENT,
    Measure.UNDER_CONSIDERATION,
)


def by_key(engine: Engine, day: date) -> dict[str, Figure]:
    return {each.key: each for each in measures.position(engine.on(day).view())}


@pytest.fixture(scope="module")
def record() -> Engine:
    return Engine.public_record()


@pytest.fixture(scope="module")
def in_2015(record: Engine) -> dict[str, Figure]:
    return by_key(record, DUBROVNIK)


@pytest.fixture(scope="module")
def in_2020(record: Engine) -> dict[str, Figure]:
    return by_key(record, LAUSANNE)


def counted(figures: dict[str, Figure], what: str) -> StateCount:
    found = figures[f"measures.{what}"]
    assert isinstance(found, StateCount)
    return found


def listed(state: str, day: str, measure: Measure) -> NationalMeasureReported:
    on = date.fromisoformat(day)
    return happened(NationalMeasureReported, f"../{day}", state, measure=measure, listed_on=on)


def said(
    state: str, day: str, measure: Measure, by: Authority = Authority.STATE
) -> NationalMeasureReported:
    cited = source("a report", by)
    return happened(NationalMeasureReported, day, state, measure=measure, citations=cited)


def position_of(engine: Engine, state: str, day: str) -> MeasurePosition:
    view = engine.on(date.fromisoformat(day)).view()
    return next(each for each in positions(view) if each.state == state)


class TestTheListOf2020:
    """CCM/CONF/2020/13, paragraph 107; its 23 under consideration are 22 by name."""

    def test_twelve_prohibit_investment(self, in_2020: dict[str, Figure]) -> None:
        found = counted(in_2020, "investment_prohibition")
        assert " ".join(found.states) == "AFG BEL CHE ESP IRL ITA KNA LIE LUX NLD NZL WSM"
        assert found.exact

    def test_31_have_a_specific_law(self, in_2020: dict[str, Figure]) -> None:
        found = counted(in_2020, "specific_law")
        assert " ".join(found.states) == (
            "AFG AUS AUT BEL BGR CAN CHE CMR COK CZE DEU ECU ESP FRA GBR GTM HUN IRL ISL ITA JPN "
            "KNA LIE LUX MUS NLD NOR NZL PRT SWE WSM"
        )
        assert found.exact

    def test_30_find_existing_law_sufficient_and_of_mauritania_it_is_unknown(
        self, in_2020: dict[str, Figure]
    ) -> None:
        found = counted(in_2020, "existing_law_sufficient")
        assert " ".join(found.states) == (
            "ALB AND BIH BOL CHL CIV COL CUB DNK DOM GUY HRV IRQ LTU MDA MLT MNE MOZ NIC PAN PLW "
            "PRY PSE SMR SVK SVN TTO URY VAT ZAF"
        )
        assert list(found.unknown) == ["MRT"]
        assert found.unknown["MRT"]

    def test_22_have_a_law_under_consideration(self, in_2020: dict[str, Figure]) -> None:
        found = counted(in_2020, "under_consideration")
        assert " ".join(found.states) == (
            "ATG BDI BFA BLZ BWA GHA GNB GRD LAO LBN LKA LSO MWI NAM NRU SLE SOM SWZ SYC TUN VCT "
            "ZMB"
        )
        assert found.exact

    def test_61_have_legal_measures(self, in_2020: dict[str, Figure]) -> None:
        assert counted(in_2020, "legal").value == 61

    def test_what_others_tell_is_apart_and_not_counted(self, in_2020: dict[str, Figure]) -> None:
        by_others = counted(in_2020, "reported_by_others")
        assert "TGO" in by_others.states
        assert not set(by_others.states) & set(counted(in_2020, "legal").states)
        assert "TGO" not in counted(in_2020, "specific_law").unknown

    def test_six_completed_their_process_in_the_period(self, record: Engine) -> None:
        before, after = record.on(DUBROVNIK).view(), record.on(LAUSANNE).view()
        (found,) = measures.progress(before, after)
        assert isinstance(found, StateCount)
        assert list(found.states) == ["AFG", "BGR", "CMR", "GTM", "HRV", "MOZ"]
        assert found.exact

    def test_on_the_day_before_most_of_it_is_open(self, record: Engine) -> None:
        found = counted(by_key(record, date(2020, 9, 27)), "specific_law")
        assert found.value < 31
        assert {"AFG", "BGR", "KNA"} <= {*found.states, *found.unknown}

    def test_later_than_the_sources_reach_what_is_in_hand_may_be_law(self, record: Engine) -> None:
        found = counted(by_key(record, date(2024, 1, 1)), "specific_law")
        assert found.value == 31
        assert {"LAO", "TGO", "URY"} <= set(found.unknown)


class TestTheListOf2015:
    """Paragraph 106: the end of the First Review Conference."""

    @pytest.mark.parametrize(
        ("what", "number"),
        [
            ("investment_prohibition", 9),
            ("specific_law", 24),
            ("existing_law_sufficient", 17),
            ("under_consideration", 21),
            ("legal", 41),
        ],
    )
    def test_what_it_counts(self, in_2015: dict[str, Figure], what: str, number: int) -> None:
        found = counted(in_2015, what)
        assert (found.value, found.exact) == (number, True)

    def test_mauritania_is_on_it(self, in_2015: dict[str, Figure]) -> None:
        assert "MRT" in counted(in_2015, "existing_law_sufficient").states

    def test_documents_count_administrative_measures_without_names(
        self, in_2015: dict[str, Figure], in_2020: dict[str, Figure]
    ) -> None:
        found = (in_2015["measures.administrative"], in_2020["measures.administrative"])
        assert tuple(each.value for each in found) == (44, 53)
        assert all(each.exact for each in found)

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            (date(2016, 1, 1), "; 44 were, as last stated (2015)"),
            (date(2024, 9, 1), "; 53 were, as last stated (2020)"),
        ],
    )
    def test_on_a_later_day_nobody_knows_how_many_administrative_measures_there_are(
        self, record: Engine, day: date, words: str
    ) -> None:
        found = by_key(record, day)["measures.administrative"]
        assert isinstance(found, StatedNumber)
        assert (found.value, found.exact) == (None, False)
        assert found.clause.many.endswith(words)
        assert found.events

    def test_a_later_day_leaves_a_published_number_of_them_open(self, record: Engine) -> None:
        figure = {"paragraph": "1", "key": "measures.administrative", "value": 53}
        asked = {"document": {"title": "A report", "on": date(2024, 9, 1)}, "figure": [figure]}
        (judged,) = record.on(date(2024, 9, 1)).recount(PublishedDocument.read(asked)).findings
        assert judged.replay is Replay.BEYOND_THE_RECORD


class TestTheLastList:
    """A list gives every position of its own day; a later word takes its place."""

    def test_a_word_of_a_later_day_takes_its_place(self) -> None:
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), said("LAO", "2016-03-01", LAW))
        assert position_of(engine, "LAO", "2016-02-29").answer(IN_HAND)[1] is YES
        later = position_of(engine, "LAO", "2016-03-01")
        assert later.answer(LAW)[1:] == (YES, ("LAO#4",))
        assert later.answer(IN_HAND)[1:] == (NO, ("LAO#4",))

    def test_a_word_of_an_earlier_day_does_not(self) -> None:
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), said("LAO", "2014-03-01", LAW))
        assert position_of(engine, "LAO", "2016-01-01").answer(LAW)[1] is NO

    def test_nor_does_one_of_the_same_day(self) -> None:
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), said("LAO", "2015-09-11", LAW))
        assert position_of(engine, "LAO", "2016-01-01").answer(LAW)[1] is NO

    def test_nor_does_an_older_list_that_came_out_later(self) -> None:
        older = happened(
            NationalMeasureReported,
            "2016-01-01",
            "LAO",
            measure=LAW,
            listed_on=date(2014, 9, 5),
        )
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), older)
        assert position_of(engine, "LAO", "2016-06-01").answer(IN_HAND)[1] is YES

    def test_the_word_of_the_monitor_does_not(self) -> None:
        monitor = said("LAO", "2016-03-01", LAW, Authority.MONITOR)
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), monitor)
        found = position_of(engine, "LAO", "2017-01-01")
        assert (found.answer(IN_HAND)[1], found.answer(LAW)[1]) == (YES, NO)
        assert found.by_others is None

    def test_a_list_of_the_monitor_is_no_list(self) -> None:
        monitor = happened(
            NationalMeasureReported,
            "../2018-09-01",
            "ALB",
            measure=LAW,
            listed_on=date(2018, 9, 1),
            citations=source("a list", Authority.MONITOR),
        )
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), monitor)
        assert last_list(engine.on(date(2019, 1, 1)).view()) == DUBROVNIK
        assert position_of(engine, "LAO", "2019-01-01").answer(IN_HAND)[1] is YES

    def test_a_law_under_consideration_again_takes_the_place_of_a_law(self) -> None:
        engine = engine_with(listed("LAO", "2015-09-11", LAW), said("LAO", "2018-01-01", IN_HAND))
        found = position_of(engine, "LAO", "2019-01-01")
        assert (found.answer(LAW)[1], found.answer(IN_HAND)[1]) == (NO, YES)

    def test_a_word_known_by_a_later_day_may_hold_already(self) -> None:
        word = said("LAO", "2016", LAW)
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), word)
        assert position_of(engine, "LAO", "2016-06-01").answer(LAW)[1] is UNKNOWN
        assert position_of(engine, "LAO", "2016-12-31").answer(LAW)[1] is YES

    def test_on_its_own_day_no_later_list_leaves_it_open(self) -> None:
        engine = engine_with(listed("ALB", "2015-09-11", IN_HAND), listed("LAO", "2020-09-28", LAW))
        assert position_of(engine, "LAO", "2015-09-11").answer(LAW)[1] is NO
        assert position_of(engine, "LAO", "2015-09-12").answer(LAW)[1] is UNKNOWN

    def test_a_list_of_investment_says_nothing_of_law(self) -> None:
        engine = engine_with(
            listed("LAO", "2015-09-11", IN_HAND),
            listed("ALB", "2020-09-28", Measure.INVESTMENT_PROHIBITION),
        )
        view = engine.on(LAUSANNE).view()
        assert (last_list(view), last_list(view, INVESTMENT)) == (DUBROVNIK, LAUSANNE)
        assert position_of(engine, "LAO", "2020-09-28").answer(IN_HAND)[1] is YES

    def test_none_reported_is_a_position_without_a_measure(self) -> None:
        engine = engine_with(said("LAO", "2014-01-01", Measure.NONE_REPORTED))
        found = position_of(engine, "LAO", "2015-01-01")
        assert found.answer(LAW, SUFFICIENT, IN_HAND)[1] is NO
        reported = counted(by_key(engine, LAUSANNE), "reported_by_others")
        assert not reported.states

    def test_all_that_was_said_is_kept(self, record: Engine) -> None:
        told = history_of(record.on(LAUSANNE).view(), "BGR")
        heard = [each.event.measure for each in told]
        assert {LAW, SUFFICIENT, IN_HAND} <= set(heard)
        days = [each.event.occurred_on.latest for each in told]
        assert days == sorted(days)


class TestAsFarAsSourcesReach:
    def test_a_state_never_named_has_none_until_then(self) -> None:
        reach = happened(CoverageStated, "2016-01-01", provision="9", reaches=date(2016, 1, 1))
        engine = engine_with(listed("ALB", "2015-09-11", IN_HAND), reach)
        assert position_of(engine, "LAO", "2016-01-01").answer(LAW)[1] is NO
        assert position_of(engine, "LAO", "2016-01-02").answer(LAW)[1:] == (UNKNOWN, ("CCM#1",))
        considering = position_of(engine, "ALB", "2016-01-02")
        assert considering.answer(LAW)[1:] == (UNKNOWN, ("ALB#3", "CCM#1"))
        assert considering.answer(IN_HAND)[1] is YES

    def test_on_its_own_day_a_list_tells_all_the_same(self) -> None:
        reach = happened(CoverageStated, "2014-01-01", provision="9", reaches=date(2014, 1, 1))
        engine = engine_with(listed("ALB", "2015-09-11", IN_HAND), reach)
        assert position_of(engine, "LAO", "2015-09-11").answer(LAW)[1] is NO
        assert position_of(engine, "LAO", "2015-09-12").answer(LAW)[1] is UNKNOWN

    def test_a_specific_law_lasts(self) -> None:
        reach = happened(CoverageStated, "2016-01-01", provision="9", reaches=date(2016, 1, 1))
        engine = engine_with(listed("ALB", "2015-09-11", LAW), reach)
        found = position_of(engine, "ALB", "2020-01-01")
        assert (found.answer(LAW)[1], found.answer(IN_HAND)[1]) == (YES, NO)


class TestProcessesCompleted:
    def test_one_of_unsure_day_is_in_the_period_if_a_law_was_in_hand_before_it(self) -> None:
        completed = [
            happened(LegislationProcessCompleted, "../2020-09-28", state)
            for state in ("LAO", "ALB")
        ]
        engine = engine_with(listed("LAO", "2015-09-11", IN_HAND), completed)
        (found,) = measures.progress(engine.on(DUBROVNIK).view(), engine.on(LAUSANNE).view())
        assert isinstance(found, StateCount)
        assert (list(found.states), list(found.unknown)) == (["LAO"], ["ALB"])

    def test_of_a_list_carried_forward_the_day_stays_open(self, record: Engine) -> None:
        """Bulgaria's law is of 2015, Cameroon's of 2016, Afghanistan's of 2018."""
        before, after = record.on(date(2019, 9, 4)).view(), record.on(LAUSANNE).view()
        (found,) = measures.progress(before, after)
        assert isinstance(found, StateCount)
        assert not found.states
        assert list(found.unknown) == ["AFG", "BGR", "CMR", "GTM", "HRV", "MOZ"]

    @pytest.mark.parametrize(
        ("since", "day"),
        [("2023-09-14", "2024-09-01"), ("2020-09-28", "2021-09-01"), ("2010-11-12", "2015-09-11")],
    )
    def test_where_the_sources_do_not_reach_it_is_unknown_but_of_a_law_that_lasts(
        self, record: Engine, since: str, day: str
    ) -> None:
        before, after = (record.on(date.fromisoformat(each)).view() for each in (since, day))
        (found,) = measures.progress(before, after)
        assert isinstance(found, StateCount)
        assert not found.states
        assert {"LAO", "TGO"} <= set(found.unknown)
        assert ("BGR" in found.unknown) is (day < "2020")
        assert all(found.unknown.values())
