"""The columns of each ledger: what stands over them, and which value is under it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, cast

import attrs

from ccm_engine.cli.ledgers.words import NOT_KNOWN, cell, in_words
from ccm_engine.cli.page import Line
from ccm_engine.cli.wording import named
from ccm_engine.exporters.ledgers.values import Row
from ccm_engine.projections.certainty import Certainty


@attrs.frozen
class Column:
    """A head, where its value is in a row (`declared.munitions`), and what no value means."""

    head: str
    key: str
    absent: str = NOT_KNOWN


@attrs.frozen
class Layout:
    """A ledger's title, columns, and what it means that a state has no row."""

    title: str
    columns: tuple[Column, ...]
    without_row: str = ""


_STATE: Final = Column("State", "state")
_LATE: Final = Column("Days late", "days_late", "")

LAYOUTS: Final = {
    "stockpiles": Layout(
        "Stockpiles, 3(2)",
        (
            _STATE,
            Column("Stocks", "stock"),
            Column("Certain", "sure"),
            Column("Due", "due", ""),
            Column("Declared munitions", "declared.munitions"),
            Column("Declared submunitions", "declared.submunitions"),
            Column("Destroyed munitions", "destroyed.munitions"),
            Column("Destroyed submunitions", "destroyed.submunitions"),
        ),
    ),
    "retained": Layout(
        "Munitions retained, 3(6)",
        (
            _STATE,
            Column("Retains", "retains"),
            Column("Munitions", "quantities.munitions"),
            Column("Submunitions", "quantities.submunitions"),
            Column("Of year", "year", ""),
            Column("Said on", "said_on", ""),
            Column("Changed since by", "since", ""),
        ),
    ),
    "clearance": Layout(
        "Clearance, 4(1)",
        (
            Column("Duty", "obligation"),
            _STATE,
            Column("Standing", "standing"),
            Column("Due", "due", ""),
            Column("Completed", "completed_on", ""),
            Column("Left, confirmed m2", "left.confirmed_m2"),
            Column("Left, suspected m2", "left.suspected_m2"),
            Column("Cleared m2", "released.cleared_m2"),
            Column("Reduced m2", "released.reduced_m2"),
            Column("Cancelled m2", "released.cancelled_m2"),
            Column("Items destroyed", "released.items_destroyed"),
        ),
        "a State Party without a row is known to have no areas to clear",
    ),
    "initial-reports": Layout(
        "Initial reports, 7(1)",
        (
            _STATE,
            Column("Due", "due"),
            Column("Due day passed", "passed"),
            Column("Made", "submitted"),
            Column("Made on", "submitted_on", ""),
            Column("On time", "on_time"),
            _LATE,
        ),
    ),
    "annual-reports": Layout(
        "Annual reports, 7(2)",
        (
            _STATE,
            Column("Year", "year"),
            Column("Due", "due"),
            Column("Due day passed", "passed"),
            Column("Made", "submitted"),
            Column("By the report", "made_by", ""),
            Column("Made on", "submitted_on", ""),
            Column("On time", "on_time"),
            _LATE,
        ),
    ),
    "victims": Layout(
        "Victim assistance, 5",
        (
            _STATE,
            Column("Victims", "victims"),
            Column("Focal point", "focal_point"),
            Column("Plan", "plan"),
            Column("Plan for victims alone", "dedicated_plan"),
            Column("Data", "data_collected"),
            Column("Data by sex and age", "disaggregated"),
            Column("Money or staff", "resources"),
            Column("Told of efforts", "efforts_reported"),
            Column("Asked for help", "requested_assistance"),
            Column("Disability convention", "disability_convention_party"),
        ),
        "a State Party without a row is known to owe no assistance to victims",
    ),
    "cooperation": Layout(
        "Cooperation and assistance, 6, as far as states are named",
        (
            _STATE,
            Column("What", "what"),
            Column("Happened", "happened"),
            Column("On", "on"),
            Column("Year", "year", ""),
            Column("Period", "period", ""),
            Column("Article", "article", ""),
            Column("With", "partners", ""),
            Column("Purpose", "purpose", ""),
        ),
        "that a state is not named does not say that it did nothing",
    ),
    "measures": Layout(
        "National measures, 9",
        (
            _STATE,
            Column("Specific law", "specific_law"),
            Column("Existing law enough", "existing_law_sufficient"),
            Column("Law in hand", "under_consideration"),
            Column("None reported", "none_reported"),
            Column("Ban on investment", "investment_prohibition"),
            Column("Other measure", "administrative"),
            Column("By others' word alone", "by_others", ""),
        ),
    ),
    "extensions": Layout(
        "Extensions, 3(5) and 4(7)",
        (
            Column("Duty", "obligation"),
            _STATE,
            Column("What", "what"),
            Column("Months", "months", "not said"),
            Column("Until", "until", ""),
            Column("Filed", "filed_on", ""),
            Column("Decided", "decided_on", ""),
            Column("Meeting", "meeting"),
            Column("Deadline", "deadline", ""),
            Column("Moved to", "moved_to", ""),
            _LATE,
        ),
        "a state without a row was granted none, and asks for none, as far as is on record",
    ),
    "joined": Layout(
        "Joined, 16 and 17",
        (
            _STATE,
            Column("Group", "group"),
            Column("By", "instrument"),
            Column("Signed", "signed_on", "not signed"),
            Column("Deposited", "deposited_on"),
            Column("In the period", "within"),
        ),
    ),
    "amendments": Layout(
        "Amendments, 13",
        (
            Column("Amendment", "name"),
            Column("Stage", "stage"),
            Column("Proposed by", "proposed_by"),
            Column("Proposed", "proposed_on"),
            Column("Support until", "support_until", ""),
            Column("Supported by", "supported_by", "none"),
            Column("Adopted", "adopted_on", ""),
            Column("Accepted by", "accepted_by", "none"),
            Column("In force on", "in_force_on", ""),
        ),
        "only what is on record as proposed has a row",
    ),
    "coverage": Layout("What the record tells, by year", ()),
}
"""By the name of the ledger."""


def row_cells(layout: Layout, row: Row, on: date) -> tuple[str | Line, ...]:
    """Return the cells of one row."""
    return tuple(cell(_words(each, row, on)) for each in layout.columns)


def value_at(row: Row, key: str) -> object:
    """Return the value that a key names, in a row or in what is in a row."""
    value: Any = row
    for name in key.split("."):
        value = cast("Row", value)[name] if isinstance(value, Mapping) else getattr(value, name)
    return value


def _words(column: Column, row: Row, on: date) -> str:
    value = value_at(row, column.key)
    match column.key:
        case "state":
            return named(str(value), on)
        case "days_late":
            return _days_late(row)
        case "on_time" if value is Certainty.UNKNOWN and row["passed"] is Certainty.NO:
            return "not due yet"
        case "what":
            return str(value).replace("-", " ")
        case "by_others":
            told = cast("tuple[Row, ...]", value)
            return "; ".join(in_words(each["measure"]) for each in told)
        case _:
            return in_words(value, column.absent)


def _days_late(row: Row) -> str:
    """Write how late something was: exactly, between bounds, or not known; blank if it was not."""
    days, bounds = row["days_late"], cast("tuple[int, int] | None", row["days_late_range"])
    if days is not None:
        return str(days)
    if bounds is not None:
        return f"{bounds[0]} to {bounds[1]}"
    return NOT_KNOWN if row["late"] is Certainty.UNKNOWN else ""
