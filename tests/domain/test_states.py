"""The states, their names over time and their regional groups."""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Literal
from unicodedata import combining, normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ccm_engine.domain import state_table
from ccm_engine.domain.states import ALL_STATES, RegionalGroup, State, StateCode, code, state
from ccm_engine.errors import InvalidDateError, OutsideModelError, UnknownStateError

ADOPTED_ON = date(2008, 5, 30)
SPELLINGS = [(name, each) for each in ALL_STATES.values() for name in (each.code, *each.all_names)]
DATED_CHANGES = [
    pytest.param(each, former.name, former.until, id=former.name)
    for each in ALL_STATES.values()
    for former in each.former_names
    if former.until is not None
]
COMBINING_MARKS = "\u0300\u0301\u0302\u0303\u0308\u030a\u0327"
PUNCTUATION = ".,;:()'\u2019-\u2013/ \t"


def without_marks(text: str) -> str:
    """Strip the diacritics, by the standard's own decomposition."""
    return "".join(c for c in normalize("NFKD", text) if not combining(c))


def is_known(text: str) -> bool:
    """Tell whether the text finds a state."""
    try:
        state(text)
    except UnknownStateError:
        return False
    return True


@st.composite
def respelled(draw: st.DrawFn) -> tuple[str, State]:
    """Spell a known name with other capitals, stray marks and stray punctuation."""
    name, meant = draw(st.sampled_from(SPELLINGS))
    letters = [draw(st.sampled_from((c, c.upper(), c.lower(), c.casefold()))) for c in name]
    marks = [draw(st.sampled_from(("", "", *COMBINING_MARKS))) for _ in name]
    ends = draw(st.tuples(st.text(PUNCTUATION, max_size=3), st.text(PUNCTUATION, max_size=3)))
    return ends[0] + "".join(map("".join, zip(letters, marks, strict=True))) + ends[1], meant


class TestEveryState:
    """The list is complete, ordered and sound."""

    def test_there_are_193_members_of_the_united_nations_and_four_others(self) -> None:
        others = {"VAT", "PSE", "COK", "NIU"}
        assert len(ALL_STATES) == 193 + 4
        assert others <= set(ALL_STATES)

    def test_they_stand_in_the_order_of_their_names_diacritics_ignored(self) -> None:
        names = [without_marks(each.name).casefold() for each in ALL_STATES.values()]
        assert names == sorted(names)

    def test_each_stands_under_its_own_code_of_three_capitals(self) -> None:
        for key, each in ALL_STATES.items():
            assert each.code == key
            assert len(key) == 3
            assert key.isascii()
            assert key.isupper()

    def test_the_list_cannot_be_changed(self) -> None:
        assert isinstance(ALL_STATES, MappingProxyType)
        assert len(set(ALL_STATES.values())) == len(ALL_STATES)  # hashable, hence frozen

    def test_a_state_survives_pickling(self) -> None:
        assert pickle.loads(pickle.dumps(state("SWZ"))) == state("SWZ")

    @pytest.mark.parametrize("table", [state_table.FORMER_NAMES, state_table.OTHER_NAMES])
    def test_every_list_speaks_of_known_states_only(self, table: dict[str, object]) -> None:
        assert set(table) <= set(ALL_STATES)


class TestFindingAState:
    """A state is found by its code, or by any name it has or had."""

    @pytest.mark.parametrize(("spelling", "meant"), SPELLINGS)
    def test_every_code_and_name_leads_to_its_own_state_alone(
        self, spelling: str, meant: State
    ) -> None:
        assert state(spelling) is meant

    @given(respelled())
    def test_case_diacritics_and_punctuation_do_not_matter(
        self, asked_and_meant: tuple[str, State]
    ) -> None:
        asked, meant = asked_and_meant
        assert state(asked) is meant

    @pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
    def test_the_form_of_unicode_does_not_matter(
        self, form: Literal["NFC", "NFD", "NFKC", "NFKD"]
    ) -> None:
        assert all(state(normalize(form, name)) is meant for name, meant in SPELLINGS)

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("bgr", "BGR"),
            ("Côte d\u2019Ivoire", "CIV"),
            ("Cote dIvoire", "CIV"),
            ("Ivory Coast", "CIV"),
            ("The Gambia", "GMB"),
            ("Gambia (the)", "GMB"),
            ("St. Lucia", "LCA"),
            ("St Lucia", "LCA"),
            ("St. Vincent & the Grenadines", "VCT"),
            ("São Tomé and Príncipe", "STP"),
            ("Bosnia & Herzegovina", "BIH"),
            ("Guinea Bissau", "GNB"),
            ("Vietnam", "VNM"),
            ("Laos", "LAO"),
            ("Lao P.D.R.", "LAO"),
            ("U.K.", "GBR"),
            ("Vatican", "VAT"),
            ("TÜRKİYE", "TUR"),
            ("Turkey", "TUR"),
            ("Burma", "MMR"),
        ],
    )
    def test_the_spellings_in_the_sources_are_understood(self, asked: str, found: str) -> None:
        assert state(asked).code == found

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("Congo", "COG"),
            ("Republic of the Congo", "COG"),
            ("Democratic Republic of Congo", "COD"),
            ("Guinea", "GIN"),
            ("Papua New Guinea", "PNG"),
            ("Niger", "NER"),
            ("Dominica", "DMA"),
            ("Sudan", "SDN"),
            ("Samoa", "WSM"),
        ],
    )
    def test_a_name_within_another_name_means_the_state_that_bears_it(
        self, asked: str, found: str
    ) -> None:
        assert state(asked).code == found


class TestAnUnknownState:
    """What is not found is refused, and the nearest states are named."""

    def test_a_misspelled_name_is_refused_with_the_nearest(self) -> None:
        with pytest.raises(UnknownStateError) as refusal:
            state("Bulgeria")
        assert refusal.value.asked == "find the state 'Bulgeria'"
        assert refusal.value.obstacle == "no state has that code or name"
        assert refusal.value.remedy.startswith("did you mean Bulgaria (BGR)")

    def test_the_nearest_state_is_named_as_it_is_called_now(self) -> None:
        with pytest.raises(UnknownStateError, match=r"did you mean Eswatini \(SWZ\)"):
            state("Swazilend")

    @pytest.mark.parametrize("name", state_table.SHARED_NAMES)
    def test_a_name_that_several_states_share_is_refused_with_all_of_them(self, name: str) -> None:
        with pytest.raises(UnknownStateError) as refusal:
            state(name)
        assert refusal.value.obstacle == "more than one state is called so"
        for each in state_table.SHARED_NAMES[name]:
            assert f"({each})" in refusal.value.remedy

    @pytest.mark.parametrize("nothing", ["", " ", "the", "?!", "qqxyzzyqq"])
    def test_where_nothing_is_near_the_remedy_says_what_to_give(self, nothing: str) -> None:
        with pytest.raises(UnknownStateError) as refusal:
            state(nothing)
        assert refusal.value.remedy.startswith("give an ISO 3166-1 alpha-3 code")

    @given(st.sampled_from(sorted(ALL_STATES)), st.data())
    def test_one_letter_missing_from_a_name_still_finds_it_among_the_nearest(
        self, key: StateCode, data: st.DataObject
    ) -> None:
        name = ALL_STATES[key].name
        gap = data.draw(st.integers(0, len(name) - 1))
        typo = name[:gap] + name[gap + 1 :]
        assume(not is_known(typo))
        with pytest.raises(UnknownStateError, match=rf"\({key}\)"):
            state(typo)

    @given(st.text(max_size=40))
    def test_any_text_is_either_found_or_refused_with_at_most_three_states(self, text: str) -> None:
        assume(text not in ALL_STATES)
        with pytest.raises(UnknownStateError) as refusal:
            code(text)
        named = [each for each in ALL_STATES if f"({each})" in refusal.value.remedy]
        assert len(named) <= 3
        assert bool(named) == refusal.value.remedy.startswith("did you mean ")


class TestACode:
    """What is stored is the code exactly, in capitals."""

    @pytest.mark.parametrize("known", ALL_STATES)
    def test_a_known_code_in_capitals_is_accepted(self, known: str) -> None:
        assert code(known) == known

    @pytest.mark.parametrize("wrong", ["bgr", "Bgr", " BGR", "BGR\n", "Bulgaria"])
    def test_any_other_spelling_is_refused_with_the_code_that_was_meant(self, wrong: str) -> None:
        with pytest.raises(UnknownStateError) as refusal:
            code(wrong)
        assert refusal.value.remedy == "did you mean Bulgaria (BGR)?"

    @pytest.mark.parametrize("unknown", ["XKX", "TWN", "EUR", "GRL", "ZZZ", "BG", ""])
    def test_a_code_of_no_state_is_refused(self, unknown: str) -> None:
        with pytest.raises(UnknownStateError):
            code(unknown)


class TestTheNameInUse:
    """A document of a day calls a state as it was called that day."""

    @pytest.mark.parametrize(("changed", "former_name", "first_day"), DATED_CHANGES)
    def test_a_new_name_counts_from_its_first_day(
        self, changed: State, former_name: str, first_day: date
    ) -> None:
        assert changed.name_on(first_day - timedelta(days=1)) == former_name
        assert changed.name_on(first_day) == changed.name

    @pytest.mark.parametrize(
        ("key", "day", "name"),
        [
            ("SWZ", date(2011, 9, 13), "Swaziland"),
            ("SWZ", date(2020, 9, 28), "Eswatini"),
            ("MKD", date(2009, 10, 8), "The former Yugoslav Republic of Macedonia"),
            ("MKD", date(2019, 2, 12), "North Macedonia"),
            ("CPV", date(2010, 10, 19), "Cape Verde"),
            ("CZE", date(2011, 9, 22), "Czech Republic"),
            ("TUR", date(2022, 5, 31), "Turkey"),
            ("MMR", date(2008, 5, 30), "Myanmar"),
            ("BGR", date(2011, 4, 6), "Bulgaria"),
        ],
    )
    def test_real_states_are_called_as_they_were(self, key: str, day: date, name: str) -> None:
        assert state(key).name_on(day) == name

    @given(st.sampled_from(sorted(ALL_STATES)), st.dates(min_value=ADOPTED_ON))
    def test_the_name_in_use_finds_the_state_again(self, key: StateCode, day: date) -> None:
        assert state(ALL_STATES[key].name_on(day)).code == key

    def test_dated_names_stand_oldest_first_and_within_the_life_of_the_convention(self) -> None:
        for each in ALL_STATES.values():
            days = [former.until or ADOPTED_ON for former in each.former_names]
            assert days == sorted(days)
            assert all(day >= ADOPTED_ON for day in days)

    @pytest.mark.parametrize("key", ["BGR", "SWZ"])
    def test_a_day_before_the_convention_was_adopted_is_refused(self, key: str) -> None:
        with pytest.raises(OutsideModelError, match="2008-05-30 or later"):
            state(key).name_on(ADOPTED_ON - timedelta(days=1))

    @pytest.mark.parametrize("key", ["BGR", "SWZ"])
    def test_a_moment_is_refused(self, key: str) -> None:
        with pytest.raises(InvalidDateError, match="give the date alone"):
            state(key).name_on(datetime(2011, 4, 6, tzinfo=UTC))


class TestRegionalGroups:
    """Each state is counted in the group it is elected with in the United Nations."""

    def test_each_group_has_as_many_states_as_the_united_nations_list(self) -> None:
        assert Counter(each.group for each in ALL_STATES.values()) == {
            RegionalGroup.AFRICA: 54,
            RegionalGroup.ASIA_PACIFIC: 54,  # with Kiribati, without Türkiye
            RegionalGroup.EASTERN_EUROPE: 23,
            RegionalGroup.LATIN_AMERICA_CARIBBEAN: 33,
            RegionalGroup.WESTERN_EUROPE_OTHERS: 28 + 1,  # with Türkiye, and the United States
            RegionalGroup.NONE: 4,
        }

    def test_no_state_is_listed_twice(self) -> None:
        listed = [each for codes in state_table.GROUPS.values() for each in codes.split()]
        assert sorted(listed) == sorted(ALL_STATES)

    @pytest.mark.parametrize("key", ["TUR", "ISR", "USA", "AUS", "NZL", "CAN"])
    def test_the_others_are_counted_with_western_europe(self, key: str) -> None:
        assert state(key).group is RegionalGroup.WESTERN_EUROPE_OTHERS

    @pytest.mark.parametrize("key", ["VAT", "PSE", "COK", "NIU"])
    def test_who_is_no_member_of_the_united_nations_is_in_no_group(self, key: str) -> None:
        assert state(key).group is RegionalGroup.NONE

    @pytest.mark.parametrize(
        ("key", "slug"),
        [
            ("LAO", "asia-pacific"),
            ("CYP", "asia-pacific"),
            ("KIR", "asia-pacific"),
            ("RUS", "eastern-europe"),
            ("BGR", "eastern-europe"),
            ("PER", "latin-america-caribbean"),
            ("MRT", "africa"),
        ],
    )
    def test_the_stored_names_of_the_groups_are_stable(self, key: str, slug: str) -> None:
        assert state(key).group.value == slug
