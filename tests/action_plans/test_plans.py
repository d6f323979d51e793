"""The tables of the plans: what they list, and from what nothing follows."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ccm_engine.domain.action_plans import PLANS
from ccm_engine.domain.action_plans.engagement import TESTS
from ccm_engine.domain.action_plans.evidence import PROGRESS_ONLY, SHOWN_BY
from ccm_engine.domain.action_plans.plan import Action, Addressee, NoLimit, Numbering
from ccm_engine.domain.obligations import Nature
from ccm_engine.domain.provisions import Commitment
from docs.generators import action_plans_page
from tests.histories import engine_with

ACTIONS = [action for plan in PLANS.values() for action in plan.actions]


class TestEveryPlan:
    """A plan lists its actions in its own order, each once."""

    def test_they_are_the_three_in_the_order_of_adoption(self) -> None:
        assert list(PLANS) == ["VAP", "DAP", "LAP"]
        begun = [plan.begins_on for plan in PLANS.values()]
        assert begun == [date(2010, 11, 12), date(2016, 1, 1), date(2021, 9, 21)]

    def test_each_runs_from_its_first_day_to_its_last(self) -> None:
        vientiane, dubrovnik, lausanne = PLANS.values()
        assert not vientiane.runs_on(date(2010, 11, 11))
        assert vientiane.runs_on(date(2010, 11, 12))
        assert vientiane.runs_on(date(2015, 9, 11))
        assert not vientiane.runs_on(date(2015, 9, 12))
        assert not dubrovnik.runs_on(date(2015, 12, 31))
        assert dubrovnik.runs_on(date(2021, 9, 20))
        assert not dubrovnik.runs_on(date(2021, 9, 21))
        assert lausanne.runs_on(date(2021, 9, 21))
        assert lausanne.runs_on(date(2100, 1, 1))

    def test_no_action_stands_twice(self) -> None:
        named = [(action.cited, action.part) for action in ACTIONS]
        assert len(named) == len(set(named))

    def test_an_action_is_cited_under_its_own_plan(self) -> None:
        for code, plan in PLANS.items():
            assert {action.cited.instrument for action in plan.actions} == {code}

    def test_a_known_number_is_a_number_and_an_unknown_one_a_name(self) -> None:
        for action in ACTIONS:
            is_number = re.fullmatch(r"\d+(\.\d+[a-d]?)?", action.cited.item) is not None
            assert is_number is (action.numbering is not Numbering.UNKNOWN), action.cited


class TestDubrovnik:
    """Thirty-two actions, of which 4.1 has four parts and 6.1 two days."""

    def test_it_is_complete(self) -> None:
        items = {action.cited.item for action in PLANS["DAP"].actions}
        numbers = {item.rstrip("abcd") for item in items}
        whole = {1: 3, 2: 5, 3: 8, 4: 4, 5: 7, 6: 2, 7: 3}
        assert numbers == {f"{n}.{k}" for n, last in whole.items() for k in range(1, last + 1)}
        assert {"4.1a", "4.1b", "4.1c", "4.1d"} <= items
        assert PLANS["DAP"].gaps == ()


class TestWhatWasNotFound:
    """Actions whose text was not found are named, and yield nothing."""

    def test_their_numbers_are_named(self) -> None:
        assert [gap.numbers for gap in PLANS["VAP"].gaps] == ["1-7, 9-19, 25-66"]
        missing = "1-9, 38-42, 47-50", "10-11", "12-17, but for 13", "18-30", "31-37", "43-46"
        assert tuple(gap.numbers for gap in PLANS["LAP"].gaps) == missing

    @pytest.mark.parametrize("item", ["1", "7", "9", "19", "25", "66"])
    def test_nothing_follows_from_them(self, item: str) -> None:
        owed = engine_with().on(date(2014, 1, 1)).commitments(state="LAO")
        assert Commitment("VAP", item) not in {each.provision for each in owed}


class TestWhoOwes:
    """What is asked of no single State Party nobody owes."""

    def test_every_addressee_that_can_owe_has_a_test(self) -> None:
        tested = {*TESTS, Addressee.FINISHED, Addressee.ASKING_EXTENSION}
        assert tested == {action.addressee for action in ACTIONS if action.owed}
        assert {Addressee.TOGETHER, Addressee.OUTSIDE} == set(Addressee) - tested

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2014, 1, 1), Commitment("VAP", "voluntary-reports")),
            (date(2018, 1, 1), Commitment("DAP", "1.1")),
        ],
    )
    def test_signatories_and_all_together_owe_nothing_singly(
        self, day: date, name: Commitment
    ) -> None:
        assert name in {action.cited for action in ACTIONS}
        assert name not in {each.provision for each in engine_with().on(day).commitments()}

    def test_what_is_owed_is_political_and_never_among_the_obligations(self) -> None:
        register = engine_with().on(date(2014, 1, 1))
        assert {each.nature for each in register.commitments()} == {Nature.POLITICAL}
        assert Nature.POLITICAL not in {each.nature for each in register.obligations()}

    def test_they_come_in_the_order_of_the_plans(self) -> None:
        owed = engine_with().on(date(2020, 1, 1)).commitments(state="LAO")
        places = [
            next(n for n, action in enumerate(ACTIONS) if action.cited == each.provision)
            for each in owed
        ]
        assert places == sorted(places)

    def test_the_convener_owes_nothing_politically(self) -> None:
        assert engine_with().on(date(2014, 1, 1)).commitments(state="CCM") == ()


class TestWhatShowsThem:
    """The table of what shows an action speaks of actions there are."""

    def test_it_names_known_actions_only(self) -> None:
        assert set(SHOWN_BY) <= {action.cited.slug for action in ACTIONS if action.owed}

    def test_progress_alone_is_said_of_actions_with_a_limit_and_a_sign(self) -> None:
        dated = {each.cited.slug for each in ACTIONS if not isinstance(each.limit, NoLimit)}
        assert PROGRESS_ONLY.issubset(dated & set(SHOWN_BY))

    @pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.cited.slug)
    def test_the_page_lists_every_action_with_its_limit(self, action: Action) -> None:
        rows = action_plans_page.page().splitlines()
        (row,) = [
            row
            for row in rows
            if row.startswith(f"| `{action.cited.slug}{f'/{action.part}' if action.part else ''}` ")
        ]
        assert action.summary in row
        assert f"| {action.limit} |" in row

    def test_the_page_says_what_was_not_found(self) -> None:
        page = action_plans_page.page()
        for plan in PLANS.values():
            for gap in plan.gaps:
                assert f"| {gap.numbers} |" in page

    def test_a_dated_action_says_what_it_carries_out(self) -> None:
        for action in ACTIONS:
            if action.owed and not isinstance(action.limit, NoLimit):
                assert action.rests_on, action.cited
