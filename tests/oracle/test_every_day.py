"""Every date rule on every day from 2008 to 2060, reckoned a second time by the oracle."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import pytest

from ccm_engine.domain.articles.article_03_stockpiles import stockpile_destruction
from ccm_engine.domain.articles.article_04_clearance import clearance, clearance_after_hostilities
from ccm_engine.domain.articles.article_07_reports import annual_reports, initial_report
from ccm_engine.domain.articles.article_08_clarification import clarification
from ccm_engine.domain.articles.article_11_meetings import first_meeting
from ccm_engine.domain.articles.article_12_review_conferences import first_review_conference
from ccm_engine.domain.calendar import MonthEnd, add_months
from ccm_engine.domain.events import ClarificationRequested, ExtensionGranted, HostilitiesEnded
from tests.histories import happened
from tests.oracle import membership
from tests.oracle.dates import (
    Choices,
    days_later,
    first_of_the_sixth_month,
    months_later,
    style,
    years_later,
)
from tests.oracle.every_day import (
    EVERY_DAY,
    EVERY_FIRST,
    STATE,
    convention_in_force,
    due,
    in_force,
    out_of_force,
    to_file_by,
    to_support_by,
)
from tests.oracle.extensions import last_day_to_file

LONG: Final = os.environ.get("CCM_LONG") == "1"
PRACTICE: Final[Choices] = {}
ROLL_OVER: Final[Choices] = {"month_end": "roll-over"}
DAY_BEFORE: Final[Choices] = {"deadline_style": "day-before"}
DAY_OF_DEPOSIT: Final[Choices] = {"sixth_month": "day-of-deposit"}
LONGEST_MONTHS: Final = 60  # 4(5): five years
BOUND: Final = date(2007, 1, 1)
LATE_IN_A_MONTH: Final = EVERY_DAY if LONG else tuple(day for day in EVERY_DAY if day.day >= 28)
"""The days that another month can lack: all others are alike by either reading of INT-0011."""


def days_for(reading: Choices) -> Sequence[date]:
    """List the days to try: by practice all, by another reading of month ends the late ones."""
    return LATE_IN_A_MONTH if reading is ROLL_OVER else EVERY_DAY


def test_a_day_so_many_months_later() -> None:
    for day in EVERY_DAY:
        for months in range(1, LONGEST_MONTHS + 1):
            assert add_months(day, months) == months_later(day, months, PRACTICE)


def test_a_day_so_many_months_later_where_a_month_lacks_it() -> None:
    for day in LATE_IN_A_MONTH:
        for months in range(1, LONGEST_MONTHS + 1):
            over = add_months(day, months, MonthEnd.ROLL_OVER)
            assert over == months_later(day, months, ROLL_OVER)


class TestArticle17:
    """In force from the first day of the sixth month."""

    def test_after_the_month_of_the_thirtieth_deposit(self) -> None:
        for day in EVERY_DAY:
            expected = first_of_the_sixth_month(day)
            assert convention_in_force(day, PRACTICE) == expected
            assert convention_in_force(day, DAY_OF_DEPOSIT) == expected

    @pytest.mark.parametrize("reading", [PRACTICE, DAY_OF_DEPOSIT])
    def test_after_a_later_deposit(self, reading: Choices) -> None:
        for day in EVERY_DAY:
            assert in_force(day, reading) == membership.article_17_2(day, reading)


class TestPeriodsOfYears:
    """Eight years, ten, one and five: Articles 3(2), 4(1), 11(2) and 12(1)."""

    def test_from_entry_into_force_on_whatever_day(self) -> None:
        for day in EVERY_DAY:
            assert due(stockpile_destruction, PRACTICE, day) == years_later(day, 8, PRACTICE)
            assert due(clearance, PRACTICE, day) == years_later(day, 10, PRACTICE)

    def test_from_entry_into_force_to_the_day_before(self) -> None:
        for day in EVERY_FIRST:
            assert due(stockpile_destruction, DAY_BEFORE, day) == years_later(day, 8, DAY_BEFORE)
            assert due(clearance, DAY_BEFORE, day) == years_later(day, 10, DAY_BEFORE)

    @pytest.mark.parametrize("reading", [PRACTICE, ROLL_OVER])
    def test_from_the_end_of_hostilities(self, reading: Choices) -> None:
        for day in days_for(reading):
            ended = happened(HostilitiesEnded, day.isoformat(), STATE, conflict="the-war")
            found = due(clearance_after_hostilities, reading, BOUND, ended)
            assert found == years_later(day, 10, reading)

    @pytest.mark.parametrize("reading", [PRACTICE, DAY_BEFORE])
    def test_from_the_convention_s_own(self, reading: Choices) -> None:
        for day in EVERY_FIRST:
            assert due(first_meeting, reading, day) == years_later(day, 1, reading)
            to_the_day = {**reading, "five_years": "to-the-day"}
            assert due(first_review_conference, to_the_day, day) == years_later(day, 5, reading)
            assert due(first_review_conference, reading, day) == date(day.year + 5, 12, 31)


class TestExtensions:
    """Months granted are counted from the deadline they extend: 3(5), 4(7)."""

    @pytest.mark.parametrize(
        ("reading", "lengths"),
        [(PRACTICE, range(1, LONGEST_MONTHS + 1)), (DAY_BEFORE, (1, 12, 37, 60))],
    )
    def test_of_every_length_of_every_deadline_of_4_1_a(
        self, reading: Choices, lengths: Sequence[int]
    ) -> None:
        for months in lengths:
            grant = happened(ExtensionGranted, "2007-01-01", STATE, article=4, months=months)
            for day in EVERY_FIRST:
                later = style(months_later(day, 120 + months, reading), reading)
                assert due(clearance, reading, day, grant) == later

    @pytest.mark.parametrize("reading", [PRACTICE, ROLL_OVER])
    def test_of_a_deadline_on_whatever_day(self, reading: Choices) -> None:
        for number, day in enumerate(days_for(reading)):
            months = 1 + number % LONGEST_MONTHS
            about = {"article": 4, "conflict": "the-war", "months": months}
            ended = happened(HostilitiesEnded, day.isoformat(), STATE, conflict="the-war")
            grant = happened(ExtensionGranted, day.isoformat(), STATE, **about)
            found = due(clearance_after_hostilities, reading, BOUND, ended, grant)
            assert found == months_later(day, 120 + months, reading)


class TestPeriodsOfDays:
    """180 days, 28 and 90, the day counted from left out: 7(1), 8(2), 13(1)."""

    def test_180_days_after_entry_into_force(self) -> None:
        for day in EVERY_DAY:
            assert due(initial_report, PRACTICE, day) == days_later(day, 180)

    def test_28_days_after_a_request_for_clarification(self) -> None:
        for day in EVERY_DAY:
            asked = happened(ClarificationRequested, day.isoformat(), STATE, request="a")
            assert due(clarification, PRACTICE, BOUND, asked) == days_later(day, 28)

    def test_90_days_after_circulation(self) -> None:
        for day in EVERY_DAY:
            assert to_support_by(day) == day + timedelta(days=90)


def test_the_first_30_april_after_entry_into_force() -> None:
    for day in EVERY_FIRST:
        year = days_later(day, 180).year
        assert due(annual_reports, PRACTICE, day) == date(year + 1, 4, 30)


@pytest.mark.parametrize("reading", [PRACTICE, ROLL_OVER])
def test_nine_months_before_a_meeting_and_six_after_a_notice(reading: Choices) -> None:
    for day in days_for(reading):
        assert to_file_by(day, reading) == last_day_to_file(day, reading)
        assert out_of_force(day, reading) == membership.article_20_3(day, (), reading)
