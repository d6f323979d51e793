"""Figures where little is on record: no meeting, another currency, or only the day itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from ccm_engine import Engine, Interpretation
from ccm_engine.domain.events import AssistanceRequested, SponsorshipGiven
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.cooperation import Assistance, named
from ccm_engine.projections.counting import Figure
from ccm_engine.projections.themes import machinery
from tests.histories import engine_with, happened


def value_of(figures: Iterable[Figure], key: str) -> object:
    (found,) = [each for each in figures if each.key == f"machinery.{key}"]
    return getattr(found, "value", None)


def in_the_year(engine: Engine) -> list[Figure]:
    before, after = (engine.on(date(year, 1, 1)).view() for year in (2019, 2020))
    return list(machinery.progress(before, after))


def test_where_no_meeting_was_ever_called_how_many_were_held_is_not_known() -> None:
    assert value_of(in_the_year(engine_with()), "meetings_held") is None


@pytest.mark.parametrize(("currency", "francs"), [("CHF", 1200), ("EUR", None)])
def test_only_what_was_given_in_francs_is_said_in_francs(currency: str, francs: int | None) -> None:
    about = {"amount_cents": 120000, "currency": currency, "period": "2019", "delegates": 3}
    figures = in_the_year(engine_with(happened(SponsorshipGiven, "2019-09-04", **about)))
    assert value_of(figures, "sponsorship_chf_per_year") == francs
    assert value_of(figures, "sponsored_delegates") == 3


def test_who_asks_for_assistance_on_the_day_is_named_on_it() -> None:
    engine = engine_with(happened(AssistanceRequested, "2012-05-04", "ALB"))
    asked = [
        [state for state, *_ in named(engine.on(date(2012, 5, day)).view(), Assistance.REQUESTED)]
        for day in (3, 4)
    ]
    assert asked == [[], ["ALB"]]


def test_answers_that_cannot_be_compared_are_refused_and_the_refusal_says_what_to_ask() -> None:
    engine = engine_with()
    earlier, later = (engine.on(date(2012, 5, day)) for day in (3, 4))
    with pytest.raises(InvalidValueError) as backwards:
        earlier.since(later)
    assert str(backwards.value) == (
        "compare two answers: 2012-05-04 is after 2012-05-03; give the earlier one first"
    )
    reading = Interpretation.choosing({"partial_dates": "first-day"})
    with pytest.raises(InvalidValueError) as unlike:
        engine.on(date(2012, 5, 4), reading=reading).since(earlier)
    assert str(unlike.value) == (
        "compare two answers: they are read differently, or from different sources; "
        "ask for both by one reading of one record"
    )
