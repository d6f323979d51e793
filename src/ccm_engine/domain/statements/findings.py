"""What the register answers to statements: a verdict each, and the counts."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from ccm_engine.domain.events import Instrument
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.statements.mistakes import Mistake
from ccm_engine.domain.statements.statement import Statement


class Verdict(enum.Enum):
    """Whether a statement agrees with what the register computes.

    `STYLE` differs only by the day before an anniversary (INT-0001), `PRECISION` only in how far
    a day is known; `UNCHECKED` could not be decided, and says why.
    """

    AGREE = "agree"
    STYLE = "style"
    PRECISION = "precision"
    DISAGREE = "disagree"
    UNCHECKED = "unchecked"


@attrs.frozen(kw_only=True)
class Finding:
    """What became of one statement.

    `as_of` is the day on which it was judged. `stated` and `computed` are written as they are
    compared: days as far as they are known, instruments and positions in a word; `None` where
    there is none. `days_off` is how many days too late the stated day lies (negative: too early),
    where both are known exactly. `why` is the reason in words; `obligation` the one that was
    asked, for `ccm explain`.
    """

    statement: Statement
    as_of: date
    verdict: Verdict
    stated: str | None
    computed: str | None
    why: str
    provision: Provision | None = None
    obligation: str | None = None
    days_off: int | None = None
    instrument: Instrument | None = None
    mistake: Mistake | None = None


@attrs.frozen
class Checked:
    """Every statement with its finding, in the order given."""

    findings: tuple[Finding, ...]

    def count(self, verdict: Verdict) -> int:
        """Return how many statements have a verdict."""
        return sum(each.verdict is verdict for each in self.findings)

    @property
    def checked(self) -> int:
        """How many statements could be decided."""
        return len(self.findings) - self.count(Verdict.UNCHECKED)
