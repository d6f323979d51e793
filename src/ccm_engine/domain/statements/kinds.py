"""The kinds of statement that can be read: what documents say about a day or a position."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final


class Kind(enum.Enum):
    """What a statement is about; the values are the names it has in a file."""

    DEPOSIT_STATED = "deposit-stated"
    ENTRY_INTO_FORCE_STATED = "eif-stated"
    INITIAL_REPORT_DUE_STATED = "initial-report-due-stated"
    STOCKPILE_DEADLINE_STATED = "stockpile-deadline-stated"
    CLEARANCE_DEADLINE_STATED = "clearance-deadline-stated"
    SIGNATORY_NOT_RATIFIED = "signatory-not-ratified"
    ENTRY_INTO_FORCE_PENDING = "eif-pending"
    ARTICLE_3_OUTSTANDING = "article3-obligation-outstanding"
    ARTICLE_3_COMPLETED_IN_TIME = "article3-completed-within-deadline"
    ARTICLE_3_FIRST_DEADLINE_MISSED = "article3-initial-deadline-missed"
    ARTICLE_3_ON_TRACK = "article3-on-track"
    ARTICLE_4_OUTSTANDING = "article4-obligation-outstanding"
    ARTICLE_4_ADDED = "article4-obligation-added"
    ARTICLE_4_REMOVED = "article4-obligation-removed"
    ARTICLE_5_REPORTED = "article5-obligation-reported"
    ARTICLE_5_ADDED = "article5-obligation-added"
    ARTICLE_5_REMOVED = "article5-obligation-removed"
    INITIAL_REPORT_NOT_YET_DUE = "initial-report-not-yet-due-stated"
    INITIAL_REPORT_NOT_YET_SUBMITTED = "initial-report-not-yet-submitted"
    INITIAL_REPORT_OVERDUE = "initial-report-overdue-stated"
    REPORTING_RATE = "reporting-rate"
    EXTENSION_POSSIBLE = "extension-possible"


class Duty(enum.Enum):
    """What a stated day is the day of."""

    DEPOSIT = "deposit"
    ENTRY_INTO_FORCE = "entry into force"
    INITIAL_REPORT = "initial report"
    STOCKPILES = "stockpile destruction"
    CLEARANCE = "clearance"


DATED: Final[Mapping[Kind, Duty]] = {
    Kind.ENTRY_INTO_FORCE_STATED: Duty.ENTRY_INTO_FORCE,
    Kind.INITIAL_REPORT_DUE_STATED: Duty.INITIAL_REPORT,
    Kind.STOCKPILE_DEADLINE_STATED: Duty.STOCKPILES,
    Kind.CLEARANCE_DEADLINE_STATED: Duty.CLEARANCE,
}
"""The statements of a day that the Convention's rules compute."""

EXTENDABLE: Final = frozenset({Duty.STOCKPILES, Duty.CLEARANCE})
"""The duties with a period of years, which can be extended: Articles 3(3) and 4(5)."""

UNDECIDABLE: Final[Mapping[Kind, str]] = {
    Kind.REPORTING_RATE: "a rate is counted over many states, not for one; as a published figure "
    "`ccm assert` replays it",
    Kind.EXTENSION_POSSIBLE: "what a state might ask for is no position; the record holds requests "
    "and decisions",
}
"""The statements that the register cannot decide, and why."""
