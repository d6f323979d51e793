"""The deadlines of three provisions by hand-written tables and a SQL view, beside the engine.

What somebody would write first who needs deadlines and no more: the last day of Articles 3(2),
4(1)(a) and 7(1) for every State Party on a day, with the extensions granted by then. It agrees with
the engine wherever both have a day (`tests/test_benchmarks_agree.py`).

What it does not do: it is given what stands, and knows no log, so it cannot tell what was known at
a moment, nor what a correction changed. Of a day known in part it keeps the last one. It knows no
withdrawal, no holdings and no areas, so no standing; no reading but one; and it gives no reason.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from statistics import median
from typing import Final

from benchmarks.figures import Figure, milliseconds
from benchmarks.held import engine_over
from benchmarks.measuring import interleaved, ratio, timed
from benchmarks.synthetic import synthetic_events
from ccm_engine import PRACTICE, Engine
from ccm_engine.domain.articles.article_03_holdings import ART_3_2
from ccm_engine.domain.articles.article_03_stockpiles import stockpile_destruction
from ccm_engine.domain.articles.article_04_clearance import clearance
from ccm_engine.domain.articles.article_04_contamination import ART_4_1_A
from ccm_engine.domain.articles.article_07_reports import ART_7_1, initial_report
from ccm_engine.domain.events import (
    ClearanceCompleted,
    Event,
    ExtensionGranted,
    InitialReportSubmitted,
    InstrumentDeposited,
    StockpileDestructionCompleted,
)
from ccm_engine.domain.obligations import Rule
from ccm_engine.domain.standpoint import History, Standpoint

RULES: Final = (stockpile_destruction, clearance, initial_report)
"""The engine's rules for the same three provisions."""
_DAY: Final = date(2026, 11, 20)
_LARGE: Final = 100_000
_ROUNDS: Final = 15
_SCHEMA: Final = """
CREATE TABLE asked (day TEXT NOT NULL);
CREATE TABLE deposits (state TEXT NOT NULL, day TEXT NOT NULL);
CREATE TABLE grants (
    state TEXT NOT NULL, article INTEGER NOT NULL, months INTEGER, until TEXT, day TEXT NOT NULL);
CREATE TABLE fulfilled (state TEXT NOT NULL, provision TEXT NOT NULL, day TEXT NOT NULL);
CREATE INDEX deposits_by_day ON deposits (day);
CREATE INDEX grants_by_state ON grants (state, article, day);
CREATE INDEX fulfilled_by_state ON fulfilled (state, provision, day);

CREATE VIEW thirtieth AS -- 17(1)
    SELECT deposits.day FROM deposits, asked WHERE deposits.day <= asked.day
    ORDER BY deposits.day LIMIT 1 OFFSET 29;
CREATE VIEW in_force AS -- 17(1), 17(2)
    SELECT state, date(max(max(deposits.day), thirtieth.day), 'start of month', '+6 months') AS day
    FROM deposits, thirtieth, asked WHERE deposits.day <= asked.day GROUP BY state;
CREATE VIEW treaty_dates AS
    SELECT state, '3(2)' AS provision, 3 AS article, date(day, '+8 years') AS day FROM in_force
    UNION ALL SELECT state, '4(1)(a)', 4, date(day, '+10 years') FROM in_force
    UNION ALL SELECT state, '7(1)', NULL, date(day, '+180 days') FROM in_force;
CREATE VIEW anchors AS -- the last day that a grant stated, or the treaty's own
    SELECT state, provision, article, treaty_dates.day AS treaty_due,
        max(treaty_dates.day, coalesce((
            SELECT max(until) FROM grants, asked
            WHERE grants.state = treaty_dates.state AND grants.article = treaty_dates.article
                AND grants.day <= asked.day), '')) AS day,
        coalesce((
            SELECT max(grants.day) FROM grants, asked
            WHERE grants.state = treaty_dates.state AND grants.article = treaty_dates.article
                AND until IS NOT NULL AND grants.day <= asked.day), '') AS stated_on
    FROM treaty_dates;
CREATE VIEW deadlines AS
    SELECT state, provision, treaty_due,
        date(anchors.day, coalesce((
            SELECT sum(months) FROM grants, asked
            WHERE grants.state = anchors.state AND grants.article = anchors.article
                AND until IS NULL AND grants.day > stated_on AND grants.day <= asked.day), 0)
            || ' months') AS due,
        (SELECT max(fulfilled.day) FROM fulfilled, asked
            WHERE fulfilled.state = anchors.state AND fulfilled.provision = anchors.provision
                AND fulfilled.day <= asked.day) AS fulfilled_on
    FROM anchors;
"""
_INSERT: Final = {
    "deposits": "INSERT INTO deposits VALUES (?, ?)",
    "grants": "INSERT INTO grants VALUES (?, ?, ?, ?, ?)",
    "fulfilled": "INSERT INTO fulfilled VALUES (?, ?, ?)",
}
_DEADLINES: Final = "SELECT state, provision, treaty_due, due, fulfilled_on FROM deadlines"
_FULFILLED_BY: Final = {
    StockpileDestructionCompleted: ART_3_2,
    ClearanceCompleted: ART_4_1_A,
    InitialReportSubmitted: ART_7_1,
}
_Row = tuple[str | int | None, ...]


class Tables:
    """The tables in memory, filled with what stands of a history."""

    def __init__(self, history: History) -> None:
        """Fill them."""
        self._connection = sqlite3.connect(":memory:")
        self._connection.executescript(_SCHEMA)
        self._connection.execute("INSERT INTO asked VALUES ('')")
        for chronicle in history.chronicles.values():
            self._fill(entry.event for entry in chronicle.entries)
        self._connection.execute("ANALYZE")

    def _fill(self, events: Iterable[Event]) -> None:
        for event in events:
            if (found := _row(event)) is not None:
                table, row = found
                self._connection.execute(_INSERT[table], row)

    def deadlines(self, day: date) -> list[_Row]:
        """Return state, provision, treaty date, running date and fulfilment of every deadline."""
        self._connection.execute("UPDATE asked SET day = ?", (day.isoformat(),))
        return self._connection.execute(_DEADLINES).fetchall()

    def close(self) -> None:
        """Let go of the tables."""
        self._connection.close()


def _row(event: Event) -> tuple[str, _Row] | None:
    day = event.occurred_on.latest.isoformat()
    match event:
        case InstrumentDeposited():
            return "deposits", (event.state, day)
        case ExtensionGranted(conflict=None):
            until = event.until.latest.isoformat() if event.until else None
            return "grants", (event.state, event.article, event.months, until, day)
        case StockpileDestructionCompleted() | ClearanceCompleted() | InitialReportSubmitted():
            return "fulfilled", (event.state, str(_FULFILLED_BY[type(event)]), day)
        case _:
            return None


def sql_view() -> list[Figure]:
    """Measure the deadlines of all states on a day: the public record, and a large log."""
    with Engine.public_record() as record, engine_over(synthetic_events(_LARGE)) as large:
        return [
            *_beside(record.on(_DAY).point.history, "public record"),
            *_beside(large.on(_DAY).point.history, f"{_LARGE:,} events"),
        ]


def _beside(history: History, what: str) -> list[Figure]:
    with closing(Tables(history)) as tables:
        found = interleaved(
            {
                "view": timed(lambda: tables.deadlines(_DAY)),
                "three": timed(lambda: _derived(history, RULES)),
                "all": timed(lambda: _derived(history, None)),
            },
            _ROUNDS,
        )
    view, three, all_ours = (milliseconds(median(each)) for each in found.values())
    return [
        Figure(
            f"{what}: SQL view / three rules",
            ratio(found["view"], found["three"]),
            "x",
            guide=f"{view} / {three}: days / days, standings, grounds",
        ),
        Figure(
            f"{what}: SQL view / all obligations",
            ratio(found["view"], found["all"]),
            "x",
            guide=f"{view} / {all_ours}",
        ),
    ]


def _derived(history: History, rules: Sequence[Rule] | None) -> None:
    """Derive what all states owe on the day from nothing but the history."""
    point = Standpoint(history, _DAY, PRACTICE)
    for state in point.states:
        point.obligations(state, rules=rules)
