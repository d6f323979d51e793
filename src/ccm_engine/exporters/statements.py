"""Statements of documents, compared with what the register computes."""

from __future__ import annotations

from ccm_engine.domain.statements import Checked, Finding, StatementSource, Verdict
from ccm_engine.exporters.envelope import Document, written


def checked_document(checked: Checked) -> Document:
    """Return `count`, how many were `checked`, how many of each verdict, and the `statements`."""
    return {
        "count": len(checked.findings),
        "checked": checked.checked,
        **{verdict.value: checked.count(verdict) for verdict in Verdict},
        "statements": [_finding(each) for each in checked.findings],
    }


def _finding(finding: Finding) -> Document:
    statement, mistake = finding.statement, finding.mistake
    return {
        "state": statement.state,
        "statement": statement.name,
        "as_of": finding.as_of.isoformat(),
        "stated": finding.stated,
        "computed": finding.computed,
        "verdict": finding.verdict.value,
        "days_off": finding.days_off,
        "likely_cause": None if mistake is None else mistake.value,
        "likely_cause_in_words": None if mistake is None else mistake.words,
        "why": finding.why,
        "provision": None if finding.provision is None else str(finding.provision),
        "obligation": finding.obligation,
        "instrument": _instrument(finding),
        "citation": _citation(statement.source),
    }


def _instrument(finding: Finding) -> Document | None:
    """Return the instrument stated and the one on record, where an instrument is compared."""
    stated, computed = finding.statement.instrument, finding.instrument
    if stated is None:
        return None
    return {"stated": stated.value, "computed": computed.value if computed else None}


def _citation(source: StatementSource) -> Document:
    return {
        "title": source.title,
        "url": source.url,
        "published": written(source.published),
    }
