"""Initial and annual reports: Article 7(1), 7(2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeVar

from ccm_engine.domain.states import RegionalGroup
from ccm_engine.exporters.ledgers.sheets import Ledger, Selection, ledger
from ccm_engine.exporters.ledgers.values import Row, row_of
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.report_ledger import ReportKind, ReportLine, report_lines
from ccm_engine.projections.report_statistics import (
    group_of,
    lateness,
    rate,
    year_of,
)
from ccm_engine.register import Register

K = TypeVar("K")


def _lines(kind: ReportKind) -> Callable[[Register, Selection], Iterator[ReportLine]]:
    def lines(register: Register, chosen: Selection) -> Iterator[ReportLine]:
        found = report_lines(register.view(), kind, grace_days=chosen.grace_days)
        return (each for each in found if chosen.year in (None, each.year))

    return lines


def _row(each: ReportLine, register: Register) -> Row:
    """Return a line; whether one that is not made yet will be on time is open to its last day."""
    made, passed = each.submitted is Certainty.YES, each.passed is Certainty.YES
    return row_of(
        each,
        name=name_of(each.state, register.as_of),
        on_time=each.on_time if made or passed else Certainty.UNKNOWN,
        absorbed=each.absorbed,
        late=each.late,
    )


def _totals(rows: tuple[ReportLine, ...], _: Register, chosen: Selection) -> Row:
    return {
        "all": _rate(rows),
        "lateness": lateness(rows, trim_per_cent=chosen.trim_per_cent),
        "by_year": _by(rows, year_of, sorted({each.year for each in rows})),
        "by_group": _by(rows, group_of, RegionalGroup),
    }


def _by(
    rows: tuple[ReportLine, ...], key_of: Callable[[ReportLine], K], keys: Iterable[K]
) -> Mapping[K, Row]:
    """Return the rates of the groups in which a last day has passed, in the order of their keys."""
    found = {key: tuple(each for each in rows if key_of(each) == key) for key in keys}
    return {key: made for key, of_it in found.items() if (made := _rate(of_it))["due"]}


def _rate(rows: Iterable[ReportLine]) -> Row:
    """Return the rate of the reports whose last day has passed."""
    due = [each for each in rows if each.passed is Certainty.YES]
    found = rate(due)
    return row_of(
        found,
        per_cent=found.per_cent,
        per_cent_on_time=found.per_cent_on_time,
    )


_BOTH: Final = ("state", "grace_days", "trim_per_cent")

INITIAL_REPORTS: Final[Ledger] = ledger(_lines(ReportKind.INITIAL), _totals, *_BOTH, row=_row)
ANNUAL_REPORTS: Final[Ledger] = ledger(_lines(ReportKind.ANNUAL), _totals, *_BOTH, "year", row=_row)
