"""The headline numbers of a review document."""

from __future__ import annotations

from ccm_engine.answers import Figures
from ccm_engine.exporters.envelope import Document, written
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
    }


def _annual(reports: AnnualReports) -> Document:
    return {
        "due": reports.due,
        "submitted": reports.submitted,
        "on_time": reports.on_time,
        "absorbed": reports.absorbed,
        "overdue": list(reports.overdue),
        "undetermined": list(reports.undetermined),
    }
