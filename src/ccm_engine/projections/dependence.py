"""What one answer hangs on: the events that decide it, and the choices of reading it depends on.

Both are found by trying. The record is taken without one event, or read with one other choice,
and that one obligation is derived again; what then differs is told, with what it would be. Only
what cannot differ is left untried, for a reason given where it is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from datetime import date

import attrs

from ccm_engine.domain.articles.article_17_entry_into_force import INSTRUMENTS_NEEDED
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.dossier import Chronicle, day_counted
from ccm_engine.domain.events import (
    CONVENTION,
    Corroborated,
    CoverageStated,
    Entry,
    Event,
    InstrumentDeposited,
    NationalMeasureReported,
    RecordEvent,
)
from ccm_engine.domain.interpretations import INT_RECORDS, PartialDates, ThirtiethDeposit
from ccm_engine.domain.obligations import Obligation
from ccm_engine.domain.publication import known_by
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.standpoint import History, Standpoint
from ccm_engine.projections.attention import Attention, leaves_the_meeting
from ccm_engine.projections.rederivation import Rederivation

Pairs = Sequence[tuple[str, Event]]
"""Events with their identifiers, in the order of the log."""

Recorded = Callable[[str], Pairs]
"""Gives all that the log holds of a stream, whoever published it."""


@attrs.frozen
class Deciding:
    """One event that decides an answer: `without` it there would be that one, or (`None`) none."""

    id: str
    event: Event
    without: Obligation | None


@attrs.frozen
class Depending:
    """One choice an answer depends on: by the `alternative` it `would_be` that one, `None` if none.

    `record` is the interpretation record that documents the choice, as in `INT-0001`.
    """

    choice: str
    record: str
    chosen: str
    alternative: str
    would_be: Obligation | None


def decided_by(
    point: Standpoint, obligation: Obligation, recorded: Recorded
) -> tuple[Deciding, ...]:
    """Return each event without which an obligation would be answered otherwise.

    Those of its own stream first, then those of the Convention, both in the order of the log;
    then other states' deposits, in the order of their days.
    """
    trial = _Trial.of(point, obligation, recorded)
    own = [each for stream in trial.streams for each in trial.of_stream(stream)]
    others = sorted(trial.of_other_states(), key=lambda each: each.event.occurred_on.latest)
    return (*own, *others)


def depends_on(point: Standpoint, obligation: Obligation) -> tuple[Depending, ...]:
    """Return each other choice of reading by which an obligation would be answered otherwise.

    In the order of the interpretation records.
    """
    rederivation, chosen = Rederivation.of(point, obligation), point.reading.choices()
    found: list[Depending] = []
    for name, reading in point.reading.alternatives():
        would_be = rederivation.again(reading=reading)
        if not same_answer(obligation, would_be):
            other = reading.choices()[name]
            found.append(Depending(name, INT_RECORDS[name], chosen[name], other, would_be))
    return tuple(found)


def same_answer(one: Obligation | None, other: Obligation | None) -> bool:
    """Tell whether two say the same: the days, the standing, the timeliness; not the reasons."""
    return _answer(one) == _answer(other)


def _answer(obligation: Obligation | None) -> tuple[object, ...] | None:
    if obligation is None:
        return None
    return (
        obligation.treaty_due,
        obligation.due,
        obligation.standing,
        obligation.discharged_on,
        obligation.timeliness,
        obligation.days_late,
        obligation.days_late_range,
        obligation.request_pending,
        [each.due for each in obligation.extensions],
        obligation.otherwise,
    )


def _threads(pairs: Pairs) -> dict[str, list[tuple[str, Event]]]:
    """Return each event together with all that is said of it, by the identifiers of them all.

    What stands of a thread depends on nothing outside it.
    """
    threads: dict[str, list[tuple[str, Event]]] = {}
    for name, event in pairs:
        about = event.target if isinstance(event, RecordEvent) else name
        thread = threads.setdefault(about, [])
        thread.append((name, event))
        threads[name] = thread
    return threads


def _speaks_of_a_deposit(thread: Pairs) -> bool:
    return any(
        isinstance(said, InstrumentDeposited)
        for _, event in thread
        for said in (
            event,
            getattr(event, "alternative", None),
            getattr(event, "replacement", None),
        )
    )


def _without(pairs: Pairs, name: str) -> Pairs:
    return [each for each in pairs if each[0] != name]


@attrs.frozen
class _Trial:
    """One obligation, tried on the record without one of its events.

    `deposited` are the days of the deposits that count towards the thirtieth, by either end.
    """

    point: Standpoint
    recorded: Recorded
    rederivation: Rederivation
    attention: Attention
    deposited: tuple[list[date], ...]

    @classmethod
    def of(cls, point: Standpoint, obligation: Obligation, recorded: Recorded) -> _Trial:
        """Prepare to leave events out: note what the answer looks at, and all deposits."""
        rederivation, attention = Rederivation.of(point, obligation), Attention()
        for end in rederivation.ends.values():
            attention.follow(end, obligation.state, rederivation.rules)
        deposits = point.history.deposits_counted(point.reading)
        deposited = tuple(
            [day_counted(each.event.occurred_on, end) for each in deposits] for end in PartialDates
        )
        return cls(point, recorded, rederivation, attention, deposited)

    @property
    def streams(self) -> tuple[str, ...]:
        """The streams a rule is shown: the obligation's own, and the Convention's."""
        return tuple(dict.fromkeys((self.rederivation.obligation.state, CONVENTION)))

    def of_stream(self, stream: str) -> Iterator[Deciding]:
        """Yield what decides of one of these streams, in the order of the log."""
        pairs = self.recorded(stream)
        threads = _threads(pairs)
        for name, event in pairs:
            thread = threads[name]
            if isinstance(event, Corroborated) and self._adds_sources_only(thread):
                continue
            rest = _without(thread, name)
            matters = self._could_matter(stream, self._standing(thread), self._standing(rest))
            # A deposit of which no source asked tells may be one of the thirty: INT-0020.
            if matters or self._deposits(thread) != self._deposits(rest):
                yield from self._deciding(name, event, self._answer_without(stream, pairs, name))

    def of_other_states(self) -> Iterator[Deciding]:
        """Yield what decides of other states' events: deposits, and what is said of them.

        A rule is shown nothing of another state but its deposit, and of all deposits the day of the
        thirtieth: Article 17(1). So the answer changes only as that day does; but for a state whose
        own deposit a ground cites, as in Article 4(4), each event is tried.
        """
        grounds = self.rederivation.obligation.grounds
        cited = {name.partition("#")[0] for ground in grounds for name in ground.events}
        usual = self._thirtieth((), ())
        last = max(each or self.point.as_of for each in usual)
        answers: dict[object, Obligation | None] = {usual: self.rederivation.obligation}
        for stream, pairs, thread in self._threads_of_deposits(cited):
            for name, event in thread:
                before, after = self._deposits(thread), self._deposits(_without(thread, name))
                # Of what comes surely after the first thirty, the thirtieth's day is independent.
                if stream not in cited and all(each.first > last for each in (*before, *after)):
                    continue
                days: object = self._thirtieth(before, after)
                days = (name, days) if stream in cited else days
                if days not in answers:
                    answers[days] = self._answer_without(stream, pairs, name)
                yield from self._deciding(name, event, answers[days])

    def _deciding(self, name: str, event: Event, without: Obligation | None) -> Iterator[Deciding]:
        if not same_answer(self.rederivation.obligation, without):
            yield Deciding(name, event, without)

    def _adds_sources_only(self, thread: Pairs) -> bool:
        """Tell whether a corroboration changes nothing but citations no rule looks at.

        It does more where only some sources are asked, and of national measures, where it counts
        who says so: INT-0021.
        """
        return self.point.history.published_by is None and not any(
            isinstance(each.event, NationalMeasureReported) for each in self._standing(thread)
        )

    def _could_matter(
        self, stream: str, before: Sequence[Entry[Event]], after: Sequence[Entry[Event]]
    ) -> bool:
        """Tell whether anything looked at stands with an event, and not without, or inversely."""
        with_it, without = [each.event for each in before], [each.event for each in after]
        gone = [each for each in before if each.event not in without]
        come = [each for each in after if each.event not in with_it]
        return any(self._looked_at(stream, each, gone=not come) for each in (*gone, *come))

    def _looked_at(self, stream: str, entry: Entry[Event], *, gone: bool) -> bool:
        event, attention = entry.event, self.attention
        # What had not happened by either end is in no dossier; the record's reach always is.
        if event.occurred_on.first > self.point.as_of and not isinstance(event, CoverageStated):
            return False
        if stream != CONVENTION:
            return type(event) in attention.own
        if type(event) in attention.common or not attention.was_on_meeting(event):
            return type(event) in attention.common
        ends = self.rederivation.ends.values()
        return not (gone and all(leaves_the_meeting(entry, each.ccm.common) for each in ends))

    def _threads_of_deposits(self, cited: Container[str]) -> Iterator[tuple[str, Pairs, Pairs]]:
        """Yield each other state's deposit with what is said of it, its stream and all of that.

        Of a state that is cited and deposited twice, everything: what came between decides which
        of the two counts.
        """
        for stream in self.point.history.chronicles:
            if stream not in self.streams:
                pairs = self.recorded(stream)
                twice = len(self.point.history.chronicle(stream).deposits) > 1
                threads = {id(each): each for each in _threads(pairs).values()}
                for thread in threads.values():
                    if _speaks_of_a_deposit(thread) or (twice and stream in cited):
                        yield stream, pairs, thread

    def _told(self, pairs: Pairs) -> Pairs:
        by = self.point.history.published_by
        return pairs if by is None else known_by(pairs, by)

    def _standing(self, thread: Pairs) -> Sequence[Entry[Event]]:
        return settle(self._told(thread))

    def _deposits(self, thread: Pairs) -> list[PartialDate]:
        """Return the days of those deposits in a thread that count to the thirtieth: INT-0020."""
        asked_only = self.point.reading.thirtieth_deposit is ThirtiethDeposit.SOURCES_ASKED
        standing = self._standing(thread) if asked_only else settle(thread)
        return [
            each.event.occurred_on
            for each in standing
            if isinstance(each.event, InstrumentDeposited)
        ]

    def _thirtieth(
        self, gone: Sequence[PartialDate], come: Sequence[PartialDate]
    ) -> tuple[date | None, ...]:
        """Return the day of the thirtieth deposit, by either end, with some gone and some come."""
        found: list[date | None] = []
        for end, usual in zip(PartialDates, self.deposited, strict=True):
            days = list(usual)
            for each in gone:
                days.remove(day_counted(each, end))
            days += [day_counted(each, end) for each in come]
            made = sorted(each for each in days if each <= self.point.as_of)
            found.append(made[INSTRUMENTS_NEEDED - 1] if len(made) >= INSTRUMENTS_NEEDED else None)
        return tuple(found)

    def _answer_without(self, stream: str, pairs: Pairs, name: str) -> Obligation | None:
        """Derive again from the record without one event; the other streams are as they were."""
        left, history = _without(pairs, name), self.point.history
        chronicle = Chronicle.of(stream, settle(self._told(left)))
        told = History.of({**history.chronicles, stream: chronicle}.values())
        if (by := history.published_by) is not None:
            others = (each for each in history.all_deposits if each.event.stream != stream)
            whole = Chronicle.of(stream, settle(left)).deposits
            told = attrs.evolve(told, all_deposits=(*others, *whole), published_by=by)
        return self.rederivation.again(history=told)
