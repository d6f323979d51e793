"""What a request and a grant come to where their days lie close: Articles 3(3)-(5) and 4(5)-(8)."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Interpretation
from ccm_engine.domain.events import (
    ContaminationDeclared,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
)
from tests.histories import called, engine_with, happened, joined, on, owed

CHAD: Final = (*joined("TCD", "2013-03-26"), happened(ContaminationDeclared, "2014-01-28", "TCD"))
"""In force on 1 September 2013; areas to clear by 1 September 2023."""

OF_AREAS: Final = {"article": 4, "meeting": "10MSP"}


def reading(**choices: str) -> Interpretation:
    return Interpretation.choosing(choices)


class TestArticle4Paragraphs5To8:
    """What is asked and granted."""

    @pytest.mark.parametrize(
        ("requested", "pending"),
        [("2022-09-02/2022-12-31", False), ("2022-09-03/2022-12-31", True)],
    )
    def test_a_request_that_may_be_of_the_day_of_the_refusal_is_answered(
        self, requested: str, pending: bool
    ) -> None:
        refused = happened(ExtensionRefused, "2022-09-02", "TCD", **OF_AREAS)
        asked = happened(ExtensionRequested, requested, "TCD", months=12, **OF_AREAS)
        first = happened(ExtensionRequested, "2022-01-02", "TCD", months=12, **OF_AREAS)
        duty = owed(engine_with(CHAD, first, refused, asked), "TCD/4.1a", "2023-02-01")
        assert duty.request_pending is pending

    @pytest.mark.parametrize(("filed", "pending"), [("2021-11-30", True), ("2021-12-01", False)])
    def test_a_request_filed_nine_months_before_the_meeting_counts(
        self, filed: str, pending: bool
    ) -> None:
        asked = happened(ExtensionRequested, filed, "TCD", months=12, **OF_AREAS)
        engine = engine_with(CHAD, called("10MSP", "2021-09-21"), asked)
        duty = owed(engine, "TCD/4.1a", "2022-01-01", reading(nine_months="enforce"))
        assert duty.request_pending is pending

    @pytest.mark.parametrize(
        ("until", "due"),
        [
            ("2024-09-01/2024-12-31", "2024-09-01"),
            ("2024-06-01/2024-09-01", "2024-09-01"),
            ("2024-01-01/2024-08-31", "2024-01-01/2024-08-31"),
        ],
    )
    def test_months_tell_the_day_where_they_lead_into_what_is_stated(
        self, until: str, due: str
    ) -> None:
        granted = happened(
            ExtensionGranted, "2022-09-02", "TCD", months=12, until=on(until), **OF_AREAS
        )
        assert str(owed(engine_with(CHAD, granted), "TCD/4.1a", "2023-01-01").due) == due

    @pytest.mark.parametrize(
        ("month_end", "due"), [("clamp", "2024-03-31"), ("roll-over", "2024-03")]
    )
    def test_of_a_stated_month_with_two_days_that_lie_whole_months_later_the_month_is_due(
        self, month_end: str, due: str
    ) -> None:
        """Three months after 31 December 2023 is 31 March, and two roll over to its first day."""
        first, then = (
            happened(ExtensionGranted, day, "TCD", article=4, until=on(until))
            for day, until in (("2022-09-02", "2023-12-31"), ("2023-09-14", "2024-03"))
        )
        engine = engine_with(CHAD, first, then)
        duty = owed(engine, "TCD/4.1a", "2024-01-15", reading(month_end=month_end))
        assert str(duty.due) == due

    @pytest.mark.parametrize(
        ("month_end", "due"), [("clamp", "2024-02-29"), ("roll-over", "2024-03-01")]
    )
    def test_months_that_lead_into_what_is_stated_end_as_the_reading_has_it(
        self, month_end: str, due: str
    ) -> None:
        first = happened(ExtensionGranted, "2022-09-02", "TCD", article=4, until=on("2023-12-31"))
        stretch = on("2024-02-15/2024-03-15")
        then = happened(ExtensionGranted, "2023-09-14", "TCD", article=4, months=2, until=stretch)
        duty = owed(
            engine_with(CHAD, first, then),
            "TCD/4.1a",
            "2024-01-15",
            reading(month_end=month_end),
        )
        assert str(duty.due) == due
