"""What a review says is missing: of some States alone, and of sources of later days alone."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    CoverageStated,
)
from ccm_engine.projections.review import Gap, review
from tests.histories import FIRST_THIRTY, engine_with, happened
from tests.projections.of_a_theme import view


class TestWhatTheRecordDoesNotTell:
    """What a review says is missing: the last day of the review is 1 June 2020."""

    NINE: Final = Gap("9", None, None, None)

    def missing(self, engine: Engine) -> list[Gap]:
        found = review(view(engine, "2015-01-01"), view(engine, "2020-06-01"))
        return [each for each in found.missing if each.provision == "9"]

    def stated(self, state: str | None = None, **fields: object) -> Event:
        fields = {"provision": "9", "reaches": date(2025, 12, 31), **fields}
        return happened(CoverageStated, "2020-01-01", *([state] if state else []), **fields)

    @pytest.mark.parametrize(
        ("without", "found"), [((), []), (("LAO",), [NINE]), (("LAO", "IRL"), [NINE])]
    )
    def test_a_provision_stated_of_states_by_name_is_missing_of_the_others(
        self, without: tuple[str, ...], found: list[Gap]
    ) -> None:
        """Article 9: of Laos alone nothing is said, or of Ireland too."""
        states = {each for several in FIRST_THIRTY.values() for each in several.split()}
        named = sorted(states - {*without})
        assert self.missing(engine_with(self.stated(each) for each in named)) == found

    def test_one_stated_of_laos_alone_is_missing_of_all_others(self) -> None:
        assert self.missing(engine_with(self.stated("LAO"))) == [self.NINE]

    def test_one_stated_of_all_is_missing_of_none(self) -> None:
        assert self.missing(engine_with(self.stated(), self.stated("LAO"))) == []

    @pytest.mark.parametrize(("provision", "found"), [("7(1)", [NINE]), ("9", [])])
    def test_where_there_is_no_party_yet_what_is_stated_of_all_is_what_there_is(
        self, provision: str, found: list[Gap]
    ) -> None:
        engine = engine_with(self.stated(provision=provision), in_force=False)
        assert self.missing(engine) == found

    @pytest.mark.parametrize(
        ("state", "since", "reaches", "found"),
        [
            (None, "2020-06-01", "2020-06-01", []),
            (None, None, "2020-06-01", []),
            (None, "2020-06-02", "2025-12-31", [Gap("9", None, None, "CCM#1")]),
            (None, "2015-01-01", "2020-05-31", [Gap("9", None, date(2020, 5, 31), "CCM#1")]),
            ("LAO", "2020-06-02", "2025-12-31", [Gap("9", "LAO", None, "LAO#3")]),
            ("LAO", "2020-06-01", "2020-05-31", [Gap("9", "LAO", date(2020, 5, 31), "LAO#3")]),
            ("LAO", "2020-06-01", "2020-06-01", []),
        ],
    )
    def test_sources_that_tell_only_of_later_days_do_not_tell_of_this_one(
        self, state: str | None, since: str | None, reaches: str, found: list[Gap]
    ) -> None:
        told = self.stated(
            state,
            since=date.fromisoformat(since) if since else None,
            reaches=date.fromisoformat(reaches),
        )
        of_all = [] if state is None else [self.stated()]
        assert self.missing(engine_with(of_all, told)) == found
