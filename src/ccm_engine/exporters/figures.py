"""The headline numbers of a review document."""

from __future__ import annotations

from collections.abc import Iterable

from ccm_engine.answers import Figures
from ccm_engine.exporters.envelope import Document, written
from ccm_engine.projections.counting import StateCount, StatedNumber
from ccm_engine.projections.report_ledger import AnnualReports


def figures_document(figures: Figures) -> Document:
    """Return the counts of membership and, by article, numbers and lists of states by code."""
    initial, stocks, areas = figures.initial_reports, figures.stockpiles, figures.clearance
    return {
        "convention_in_force_on": written(figures.convention_in_force_on),
        "committed": figures.committed,
        "consented": figures.consented,
        "in_force": figures.in_force,
        "signatories_not_party": figures.signatories_not_party,
        "initial_reports": {
            "due": initial.due,
            "submitted": initial.submitted,
            "overdue": list(initial.overdue),
            "undetermined": list(initial.undetermined),
            "not_yet_due": list(initial.not_yet_due),
        },
        "annual_reports": {
            str(year): _annual(reports) for year, reports in figures.annual_reports.items()
        },
        "stockpiles": {
            "declared": len(stocks.declared),
            "completed": len(stocks.completed),
            "outstanding": list(stocks.outstanding),
            "undetermined": list(stocks.undetermined),
            "declared_states": list(stocks.declared),
            "completed_states": list(stocks.completed),
            "nothing_to_destroy": list(stocks.nothing_to_destroy),
        },
        "clearance": {
            "outstanding": list(areas.outstanding),
            "completed": list(areas.completed),
            "undetermined": list(areas.undetermined),
            "reported_by_others": list(areas.reported_by_others),
        },
        "victim_assistance": {"states": list(figures.victim_assistance)},
        "national_measures": _measures(figures.national_measures),
        "cooperation": {
            str(year): {each.value: said.value for each, said in stated.items()}
            for year, stated in figures.cooperation.items()
        },
    }


def _measures(figures: Iterable[StateCount | StatedNumber]) -> Document:
    """Return each measure's states, or its number; `undetermined` has those that may have one."""
    found: Document = {}
    unknown: dict[str, None] = {}
    for figure in figures:
        name = figure.key.rpartition(".")[2]
        if isinstance(figure, StatedNumber):
            found[name] = figure.value
        else:
            found[name] = list(figure.states)
            unknown.update(dict.fromkeys(figure.unknown))
    return {**found, "undetermined": sorted(unknown)}


def _annual(reports: AnnualReports) -> Document:
    return {
        "due": reports.due,
        "submitted": reports.submitted,
        "on_time": reports.on_time,
        "absorbed": reports.absorbed,
        "overdue": list(reports.overdue),
        "undetermined": list(reports.undetermined),
    }
