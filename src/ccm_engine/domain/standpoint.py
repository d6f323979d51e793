"""The record seen from one day: dossiers cut to it, the Convention on it, and what follows.

`History` is what stands in the log up to some position; `Standpoint` is that history on one
legal day by one reading, and derives what a query asks for, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles import (
    convention_obligations,
    obligations_of,
    ordered_reviews,
    rules_for,
    situation_of,
)
from ccm_engine.domain.articles.article_17_entry_into_force import thirtieth_deposit
from ccm_engine.domain.articles.binding import as_now_bound, bind, counting
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Chronicle, Dossier, day_counted
from ccm_engine.domain.events import (
    CONVENTION,
    ClearanceCompleted,
    Entry,
    ExtensionGranted,
    ExtensionRequested,
    InstrumentDeposited,
    TreatyDisputeArose,
    UseReported,
)
from ccm_engine.domain.interpretations import Interpretation, ThirtiethDeposit
from ccm_engine.domain.obligations import (
    Binding,
    Obligation,
    Otherwise,
    Rule,
    Situation,
    Standing,
)
from ccm_engine.domain.provisions import Commitment

_TIED_TO_MEETINGS: Final = (ClearanceCompleted, ExtensionRequested, ExtensionGranted)
"""Events whose consequences hang on the days of meetings: Articles 3(5), 4(1)(c) and 4(6).

A state without any is not derived again because a meeting is known only in part.
"""


@attrs.frozen
class History:
    """What stands in the log: the chronicle of each stream, states by code.

    `published_by` is the day by which the sources it is told from had appeared; `None` if all
    sources of the log count. `all_deposits` are the instruments that all sources tell of.
    """

    chronicles: Mapping[str, Chronicle]
    deposits: tuple[Entry[InstrumentDeposited], ...]
    all_deposits: tuple[Entry[InstrumentDeposited], ...]
    published_by: date | None = None

    @classmethod
    def of(cls, chronicles: Iterable[Chronicle]) -> History:
        """Return the history that these chronicles make together."""
        by_stream = {each.stream: each for each in sorted(chronicles, key=lambda c: c.stream)}
        deposits = tuple(entry for each in by_stream.values() for entry in each.deposits)
        return cls(by_stream, deposits, deposits)

    def with_grown(self, chronicles: Iterable[Chronicle]) -> History:
        """Return the history after some streams grew, or began; as if it were made anew."""
        grown = {each.stream: each for each in chronicles}
        begun = not grown.keys() <= self.chronicles.keys()
        if begun or any(
            each.deposits is not self.chronicle(name).deposits for name, each in grown.items()
        ):
            return History.of({**self.chronicles, **grown}.values())
        return attrs.evolve(self, chronicles={**self.chronicles, **grown})

    def as_told(self, chronicles: Iterable[Chronicle], published_by: date) -> History:
        """Return the same history as the sources that had appeared by a day tell it."""
        told = History.of(chronicles)
        return attrs.evolve(told, all_deposits=self.all_deposits, published_by=published_by)

    def deposits_counted(self, reading: Interpretation) -> tuple[Entry[InstrumentDeposited], ...]:
        """Return the instruments that count towards the thirtieth of Article 17(1): INT-0020."""
        asked_only = reading.thirtieth_deposit is ThirtiethDeposit.SOURCES_ASKED
        return self.deposits if asked_only else self.all_deposits

    @property
    def states(self) -> tuple[str, ...]:
        """The states the record says anything about, by code."""
        return tuple(each for each in self.chronicles if each != CONVENTION)

    def chronicle(self, stream: str) -> Chronicle:
        """Return the chronicle of a stream; an empty one if nothing is on record."""
        return self.chronicles.get(stream) or Chronicle(stream)


@attrs.define
class Standpoint:
    """A history on one legal day, by one reading."""

    history: History
    as_of: date
    reading: Interpretation
    _dossiers: dict[str, Dossier] = attrs.field(factory=dict, init=False, repr=False)
    _ccm: Convention | None = attrs.field(default=None, init=False, repr=False)
    _other: Standpoint | None = attrs.field(default=None, init=False, repr=False)
    _doubt: bool | None = attrs.field(default=None, init=False, repr=False)

    @property
    def states(self) -> tuple[str, ...]:
        """The states the record says anything about, by code."""
        return self.history.states

    def dossier(self, stream: str) -> Dossier:
        """Return what had happened in one stream by the day."""
        if (known := self._dossiers.get(stream)) is None:
            chronicle = self.history.chronicle(stream)
            known = chronicle.on(self.as_of, self.reading.partial_dates)
            self._dossiers[stream] = known
        return known

    def has_happened(self, known: PartialDate) -> bool:
        """Tell whether something had happened by the day, as the reading counts (INT-0012)."""
        return day_counted(known, self.reading.partial_dates) <= self.as_of

    @property
    def ccm(self) -> Convention:
        """What concerns all states, on the day."""
        if self._ccm is None:
            how = self.reading.partial_dates
            deposits = [
                entry
                for entry in self.history.deposits_counted(self.reading)
                if day_counted(entry.event.occurred_on, how) <= self.as_of
            ]
            counted = counting(deposits, self.dossier, self.reading)
            self._ccm = Convention.of(counted, self.dossier(CONVENTION), how)
        return self._ccm

    def binding(self, state: str) -> Binding:
        """Return since when and until when a state is bound."""
        dossier = as_now_bound(self.dossier(state), self.reading)
        return bind(dossier, self.ccm, self.as_of, self.reading)

    def obligations(
        self, stream: str, until: date | None = None, rules: Sequence[Rule] | None = None
    ) -> Sequence[Obligation]:
        """Derive what a state owes, or the Secretary-General as convener (`CCM`).

        Recurring duties are derived up to `until`, at least the next one; only by these `rules`,
        if some are given. Where something known only in part could change an answer, the answer
        says how (INT-0012).
        """
        until = until or self.as_of
        found = list(self.derive(stream, until, rules))
        if not self._imprecise(stream, rules):
            return found
        other = self.other_end()
        others = {each.id: each for each in other.derive(stream, until, rules)}
        # What recurs may begin sooner by the other end, and is then shown only for a later day.
        ahead = [each.treaty_due for each in found if each.id not in others and each.treaty_due]
        if ahead and max(ahead) > until:
            others = {each.id: each for each in other.derive(stream, max(ahead), rules)}
        return [_compared(each, others.get(each.id)) for each in found]

    def commitments(self, stream: str) -> Sequence[Obligation]:
        """Derive what action plans ask of a state; of `CCM`, what meetings ordered."""
        if stream == CONVENTION:
            return self.obligations(stream, rules=ordered_reviews.RULES)
        from ccm_engine.domain.action_plans import in_order

        return in_order(self.obligations(stream, rules=_commitment_rules()))

    def situation(self, dossier: Dossier, until: date | None = None) -> Situation:
        """Return what the rules are given about one state, of which a dossier tells."""
        return situation_of(
            dossier,
            self.ccm,
            self.as_of,
            self.reading,
            until or self.as_of,
            published_by=self.history.published_by,
        )

    def derive(
        self, stream: str, until: date, rules: Sequence[Rule] | None = None
    ) -> Iterator[Obligation]:
        """Derive by this reading alone, without looking for what days known in part change."""
        rules = rules_for(stream) if rules is None else rules
        if stream == CONVENTION:
            published_by = self.history.published_by
            return convention_obligations(
                self.ccm, self.as_of, self.reading, rules, published_by=published_by
            )
        return obligations_of(self.situation(self.dossier(stream), until), rules)

    def _imprecise(self, stream: str, rules: Sequence[Rule] | None) -> bool:
        """Tell whether a day known only in part could change what one stream owes.

        Of the political commitments many hang on the days of meetings, and on days of which the
        Convention does not ask.
        """
        dossier, common = self.dossier(stream), self.dossier(CONVENTION)
        politically = rules is not None and not set(rules).isdisjoint(_commitment_rules())
        if dossier.inexact if politically else dossier.imprecise:
            return True
        by_meetings = common.imprecise and (
            stream == CONVENTION
            or politically
            or any(dossier.first(kind) for kind in _TIED_TO_MEETINGS)
            or common.first(TreatyDisputeArose) is not None
        )
        by_deposits = dossier.first(UseReported) is not None and self._deposits_in_doubt()
        return by_meetings or by_deposits or self.thirtieth_in_doubt()

    def _deposits_in_doubt(self) -> bool:
        """Tell whether a day known in part may decide which instruments of other states count.

        Of a state with several, what came between decides: its notices, and its conflicts.
        """
        return any(
            (entry.event.occurred_on.exact is None and entry.event.occurred_on.first <= self.as_of)
            or (
                len(self.history.chronicle(entry.event.stream).deposits) > 1
                and self.dossier(entry.event.stream).imprecise
            )
            for entry in self.history.deposits_counted(self.reading)
        )

    def thirtieth_in_doubt(self) -> bool:
        """Tell whether an instrument of unsure day may be one of the first thirty: 17(1)."""
        if self._doubt is None:
            counted = self.history.deposits_counted(self.reading)
            self._doubt = is_in_doubt(thirtieth_deposit(self.ccm), counted, self.as_of)
        return self._doubt

    def other_end(self) -> Standpoint:
        """Return the same day with days known only in part counted from their other end."""
        if self._other is None:
            self._other = Standpoint(self.history, self.as_of, self.reading.from_the_other_end)
        return self._other


def is_in_doubt(
    thirtieth: Entry[InstrumentDeposited] | None,
    deposits: Iterable[Entry[InstrumentDeposited]],
    as_of: date,
) -> bool:
    """Tell whether an instrument of unsure day may be one of the first thirty by a day: 17(1)."""
    until = as_of if thirtieth is None else thirtieth.event.occurred_on.latest
    days = (entry.event.occurred_on for entry in deposits)
    return any(day.exact is None and day.first <= until for day in days)


def rules_about(obligation: Obligation) -> tuple[Rule, ...]:
    """Return the rules one of which yields an obligation, under the Convention or a plan."""
    if isinstance(obligation.provision, Commitment):
        return ordered_reviews.RULES if obligation.state == CONVENTION else _commitment_rules()
    return rules_for(obligation.state)


_NOT_OWED: Final = (None, Standing.NOT_ENGAGED, None)
"""By the other end an obligation would not be there: there is nothing it would apply to."""


def _compared(found: Obligation, other: Obligation | None) -> Obligation:
    """Return an obligation that says how it would differ, if it would; also where it would end."""
    what = _NOT_OWED if other is None else (other.due, other.standing, other.discharged_on)
    if what == (found.due, found.standing, found.discharged_on):
        return found
    return attrs.evolve(found, otherwise=Otherwise(*what))


def _commitment_rules() -> tuple[Rule, ...]:
    from ccm_engine.domain.action_plans import COMMITMENT_RULES

    return COMMITMENT_RULES
