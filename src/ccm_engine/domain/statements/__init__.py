"""Stated against computed: what documents say, compared with what follows from the record."""

from ccm_engine.domain.statements.checking import check, judged_on
from ccm_engine.domain.statements.findings import Checked, Finding, Verdict
from ccm_engine.domain.statements.kinds import Duty, Kind
from ccm_engine.domain.statements.mistakes import Mistake
from ccm_engine.domain.statements.statement import Statement, StatementSource

__all__ = [
    "Checked",
    "Duty",
    "Finding",
    "Kind",
    "Mistake",
    "Statement",
    "StatementSource",
    "Verdict",
    "check",
    "judged_on",
]
