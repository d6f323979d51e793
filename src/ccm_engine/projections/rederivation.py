"""One obligation derived again: from another history of the same day, or by another reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import CONVENTION
from ccm_engine.domain.interpretations import Interpretation, PartialDates
from ccm_engine.domain.obligations import Obligation, Rule
from ccm_engine.domain.standpoint import History, Standpoint, rules_about

Ends = Mapping[PartialDates, Standpoint]
"""One standpoint from both ends from which days known in part are counted: INT-0012."""


def both_ends(point: Standpoint) -> Ends:
    """Return a standpoint from both ends."""
    return {
        end: Standpoint(point.history, point.as_of, attrs.evolve(point.reading, partial_dates=end))
        for end in PartialDates
    }


@attrs.define
class _Beside(Standpoint):
    """The same day with another history or reading, keeping what that leaves as it was."""

    ends: Ends = attrs.field(kw_only=True)

    @property
    def _usual(self) -> Standpoint:
        return self.ends[self.reading.partial_dates]

    def dossier(self, stream: str) -> Dossier:
        """Return what had happened in one stream by the day."""
        same = self.history.chronicle(stream) is self._usual.history.chronicle(stream)
        return self._usual.dossier(stream) if same else super().dossier(stream)

    @property
    def ccm(self) -> Convention:
        """What concerns all states, on the day."""
        usual = self._usual
        deposits = usual.history.deposits_counted(usual.reading)
        if self.history.deposits_counted(self.reading) != deposits:
            return super().ccm
        if (common := self.dossier(CONVENTION)) is usual.ccm.common:
            return usual.ccm
        if self._ccm is None:
            meetings = Convention.of((), common).meetings
            self._ccm = attrs.evolve(usual.ccm, meetings=meetings, common=common)
        return self._ccm

    def other_end(self) -> Standpoint:
        if self._other is None:
            plain = super().other_end()
            self._other = _Beside(plain.history, plain.as_of, plain.reading, ends=self.ends)
        return self._other


@attrs.frozen
class Rederivation:
    """One obligation, the one rule that yields it, and the standpoint it was derived from."""

    obligation: Obligation
    rules: Sequence[Rule]
    point: Standpoint
    ends: Ends

    @classmethod
    def of(cls, point: Standpoint, obligation: Obligation) -> Rederivation:
        """Prepare to derive an obligation again; one rule yields all that are named like it."""
        rules = next(
            (rule,)
            for rule in rules_about(obligation)
            if any(
                each.id == obligation.id
                for each in point.derive(obligation.state, point.as_of, (rule,))
            )
        )
        return cls(obligation, rules, point, both_ends(point))

    def again(
        self, *, history: History | None = None, reading: Interpretation | None = None
    ) -> Obligation | None:
        """Return the obligation by another history or reading; `None` where there is none."""
        point = _Beside(
            history or self.point.history,
            self.point.as_of,
            reading or self.point.reading,
            ends=self.ends,
        )
        found = point.obligations(self.obligation.state, rules=self.rules)
        return next((each for each in found if each.id == self.obligation.id), None)
