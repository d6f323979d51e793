"""Reviews drawn by Hypothesis: figures of any kind, sources of any name, gaps of any sort."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from ccm_engine import Citation, Register
from ccm_engine.domain.events import CoverageStated, Signed
from ccm_engine.domain.provisions import Commitment, Provision
from ccm_engine.domain.sources import Authority
from ccm_engine.projections.counting import (
    Clause,
    Figure,
    Part,
    Quantity,
    Share,
    StateCount,
    StatedNumber,
)
from ccm_engine.projections.review import Chapter, Gap, Review
from ccm_engine.projections.themes import THEMES
from tests.exporters.counted import SINCE, UNTIL
from tests.histories import engine_with, happened

_ODD: Final = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>&|[]()*_`\\#!~\"'=+-.:;^{}$@/ \n\r\t1a"),
        st.characters(codec="utf-8"),
    ),
    max_size=30,
)
WORDS: Final = _ODD.filter(lambda text: bool(text.strip()))
_STATES: Final = st.sampled_from(["AFG", "BGR", "CIV", "CPV", "GIN", "LAO", "PER", "ZAF"])
_URLS: Final = st.one_of(
    st.none(), _ODD, _ODD.map(lambda tail: f"https://example.org/{tail}"), st.just("javascript:x")
)


@st.composite
def signatures(draw: st.DrawFn) -> list[Signed]:
    """Draw one event for each of some states, each with sources of odd names."""
    states = draw(st.sets(_STATES, min_size=1))
    return [
        happened(
            Signed,
            "2016-01-02",
            state,
            citations=tuple(
                Citation(
                    document=draw(WORDS),
                    publisher=draw(WORDS),
                    authority=Authority.PRESS,
                    url=draw(_URLS),
                )
                for _ in range(draw(st.integers(1, 2)))
            ),
        )
        for state in sorted(states)
    ]


@st.composite
def figures(draw: st.DrawFn, key: str, known: list[str]) -> Figure:
    """Draw a figure of any kind whose events are among those known."""
    clause = Clause(draw(WORDS), draw(WORDS))
    provision = draw(st.sampled_from([None, Provision.parse("7(1)"), Commitment("VAP", "21")]))

    def states() -> Mapping[str, tuple[str, ...]]:
        codes = sorted(draw(st.sets(_STATES)))
        return {each: tuple(draw(st.lists(st.sampled_from(known), max_size=2))) for each in codes}

    def counted(name: str) -> StateCount:
        sure = states()
        unsure = {code: found for code, found in states().items() if code not in sure}
        return StateCount(key=name, clause=clause, states=sure, unknown=unsure, provision=provision)

    amounts = st.one_of(st.none(), st.integers(0, 10**12))
    match draw(st.integers(0, 3)):
        case 0:
            return counted(key)
        case 1:
            part, whole = counted(f"{key}_part"), counted(f"{key}_whole")
            return Share(key=key, clause=clause, part=part, whole=whole, provision=provision)
        case 2:
            parts = {code: Part(draw(amounts), found) for code, found in states().items()}
            return Quantity(key=key, clause=clause, unit="munitions", parts=parts)
        case _:
            found = tuple(draw(st.lists(st.sampled_from(known), max_size=2)))
            return StatedNumber(key=key, clause=clause, value=draw(amounts), events=found)


_PARTS: Final = ("", ".2018", ".2019", ".AFRICA", ".NONE", ".other")


@st.composite
def reviews(draw: st.DrawFn) -> tuple[Review, Register]:
    """Draw a review with the register it was made from, of a log that says how far it reaches."""
    signed = draw(signatures())
    reach = happened(CoverageStated, "2020-01-01", provision="7.2", reaches=date(2019, 1, 1))
    register = engine_with(signed, reach, in_force=False).on(UNTIL)
    known = [f"{each.state}#1" for each in signed]
    chapters: list[Chapter] = []
    for theme in THEMES[: draw(st.integers(0, 2))]:
        names = draw(st.lists(st.sampled_from(_PARTS), unique=True, max_size=5))
        found = [draw(figures(f"{theme.key}.counted{name}", known)) for name in names]
        cut = draw(st.integers(0, len(found)))
        titled = attrs.evolve(theme, title=draw(WORDS))
        chapters.append(Chapter(titled, tuple(found[:cut]), tuple(found[cut:])))
    gaps = draw(st.lists(st.sampled_from(_GAPS), unique=True))
    ordered = tuple(each for each in _GAPS if each in gaps)
    return Review(SINCE, UNTIL, tuple(chapters), ordered, draw(st.integers(0, 1))), register


_GAPS: Final = (
    Gap("3(8)", None, None, "CCM#1"),
    Gap("3(8)", "BGR", date(2017, 4, 29), "CCM#1"),
    Gap("7(1)", "PER", date(2017, 4, 29), "CCM#1"),
    Gap("7(2)", None, None, "CCM#1"),
    Gap("9", None, date(2018, 1, 1), "CCM#1"),
    Gap("21(1)", None, None, None),
)
