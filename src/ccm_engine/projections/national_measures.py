"""National implementation measures over time: who has which, on whose word: Article 9.

Status lists give positions on one day and no day of adoption, and other sources tell other things;
INT-0021 says whose word counts. What a position rests on is always given, and so is what was heard
before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.article_09_measures import (
    ART_9,
    POSITIONS,
    Word,
    is_heard,
    is_of_the_convention,
)
from ccm_engine.domain.dossier import day_counted
from ccm_engine.domain.events import (
    CountStated,
    Entry,
    LegislationProcessCompleted,
    Measure,
    NationalMeasureReported,
)
from ccm_engine.domain.interpretations import MeasuresHeard, PartialDates
from ccm_engine.projections.certainty import Answer, Certainty, happened_between
from ccm_engine.projections.silence import known_until, silence_tells
from ccm_engine.projections.view import View

INVESTMENT: Final = frozenset({Measure.INVESTMENT_PROHIBITION})
ADMINISTRATIVE: Final = frozenset({Measure.ADMINISTRATIVE})

_COUNTED_ADMINISTRATIVE: Final = "administrative-measures"


@attrs.frozen(kw_only=True)
class MeasurePosition:
    """Where one State Party stands with measures of one kind on the day.

    `words` are those that give the position, as a rule one; empty where it has none. `dropped` is
    the last word before a list that is silent about the state: then the position is unknown.
    `perhaps` may be so by the day. `by_others` is the last word of the Monitor or the press where
    nobody else tells anything, and `perhaps_by_others` what they may tell by then. `silent` are the
    statements of how far the sources reach, where silence on the day tells nothing; `None` where
    it does.
    """

    state: str
    words: tuple[Word, ...] = ()
    dropped: Word | None = None
    perhaps: tuple[Word, ...] = ()
    by_others: Word | None = None
    perhaps_by_others: tuple[Word, ...] = ()
    silent: tuple[str, ...] | None = None

    def answer(self, *measures: Measure) -> Answer:
        """Tell whether it has one of some measures: yes, no, or unknown, with the events.

        Later than the sources reach, what was in hand may have become law; a specific law lasts.
        What may be said by the day of another measure takes the place of this one, perhaps.
        """
        instead = [word for word in self.perhaps if word.event.measure not in measures]
        if instead and (here := [each for each in self.words if each.event.measure in measures]):
            return self.state, Certainty.UNKNOWN, tuple(each.id for each in (*here, *instead))
        for certainty, words in (
            (Certainty.YES, self.words),
            (Certainty.UNKNOWN, (self.dropped,) if self.dropped else ()),
            (Certainty.UNKNOWN, self.perhaps),
        ):
            events = tuple(word.id for word in words if word.event.measure in measures)
            if events:
                return self.state, certainty, events
        said = tuple(word.id for word in self.words)
        settled = any(word.event.measure is Measure.SPECIFIC_LAW for word in self.words)
        if self.silent is not None and not settled:
            return self.state, Certainty.UNKNOWN, (*said, *self.silent)
        return self.state, Certainty.NO, said

    def answer_by_others_alone(self) -> Answer:
        """Tell whether only others tell of a measure, or of one in hand, with the events.

        Who may have spoken for itself by the day, or of whom others may say something else, is
        unknown.
        """
        surely = () if self.by_others is None else (self.by_others,)
        said = (*surely, *self.perhaps_by_others)
        told = [word for word in said if word.event.measure is not Measure.NONE_REPORTED]
        if not told:
            return self.state, Certainty.NO, ()
        if surely and not self.perhaps and len(told) == len(said):
            return self.state, Certainty.YES, (surely[0].id,)
        return self.state, Certainty.UNKNOWN, tuple(word.id for word in (*said, *self.perhaps))


def history_of(view: View, state: str) -> tuple[Word, ...]:
    """Return all that was said of a state's measures by the day, oldest first; nothing left out."""
    return tuple(view.point.dossier(state).all(NationalMeasureReported))


def positions(view: View, kinds: frozenset[Measure] = POSITIONS) -> tuple[MeasurePosition, ...]:
    """Return where each State Party stands with some measures on the day, by code: INT-0021."""
    last = last_list(view, kinds)
    return tuple(_position(view, state, kinds, last) for state in view.parties)


def last_list(view: View, kinds: frozenset[Measure] = POSITIONS) -> date | None:
    """Return the day of the Convention's last status list of some measures, if there is one."""
    days = {
        entry.event.listed_on
        for _, entry in view.happened(NationalMeasureReported)
        if entry.event.measure in kinds and is_of_the_convention(entry)
    }
    return max((day for day in days if day is not None and day <= view.as_of), default=None)


def _position(
    view: View, state: str, kinds: frozenset[Measure], last: date | None
) -> MeasurePosition:
    said = [each for each in history_of(view, state) if each.event.measure in kinds]
    how = view.point.reading.measures_heard
    heard = [each for each in said if is_heard(each, how)]
    words, dropped = tuple(_latest(heard)), None
    other: list[Word] = []
    if how is MeasuresHeard.LAST_LIST and last is not None:
        ways = [_by_last_list(end, heard, last) for end in _both_ends(view)]
        words = ways[0] if all(ways) else ()
        dropped = heard[-1] if heard and not words else None
        other = [each for each in ways[1] if words and each not in words]
    listed_today = how is MeasuresHeard.LAST_LIST and last == view.as_of
    named = {each.id for each in other}
    unsure = (each for each in _perhaps(view, state, kinds) if each.id not in named)
    perhaps = [*other, *unsure]
    others = [each for each in perhaps if not is_heard(each, how)] if not heard else []
    return MeasurePosition(
        state=state,
        words=words,
        dropped=dropped,
        perhaps=() if listed_today else tuple(each for each in perhaps if is_heard(each, how)),
        by_others=said[-1] if said and not heard else None,
        perhaps_by_others=tuple(others),
        silent=None if listed_today else _silent(view, state),
    )


def _latest(heard: list[Word]) -> Iterator[Word]:
    """Yield the last word, and what was said with it of the same days."""
    return (each for each in heard if each.event.occurred_on == heard[-1].event.occurred_on)


def _both_ends(view: View) -> tuple[PartialDates, PartialDates]:
    """Return from which end days known in part count, and the other one: INT-0012."""
    reading = view.point.reading
    return reading.partial_dates, reading.from_the_other_end.partial_dates


def _by_last_list(how: PartialDates, heard: list[Word], last: date) -> tuple[Word, ...]:
    """Return what the last list says of a state, or what was heard of a later day."""
    later = [
        each
        for each in heard
        if each.event.listed_on is None and day_counted(each.event.occurred_on, how) > last
    ]
    if later:
        return tuple(_latest(later))
    return tuple(each for each in heard if each.event.listed_on == last)


def _perhaps(view: View, state: str, kinds: frozenset[Measure]) -> Iterator[Word]:
    """Yield what may be said by the day, whoever says so, for its own day is known only in part."""
    for entry in view.point.history.chronicle(state).entries:
        event = entry.event
        if not isinstance(event, NationalMeasureReported) or event.measure not in kinds:
            continue
        if event.occurred_on.first <= view.as_of < event.occurred_on.latest:
            yield Entry(entry.id, event)


def _silent(view: View, state: str) -> tuple[str, ...] | None:
    if silence_tells(view.point, ART_9, state, view.as_of):
        return None
    return known_until(view.point, ART_9, state).events


def processes_completed(before: View, after: View) -> Iterator[Answer]:
    """Yield whose legislation was dealt with in a period, by the states' own reports.

    Where the day of that is known only in part, it lies in the period for certain if a word of the
    day before says that the state was still considering a law; an older word carried forward says
    nothing of that day. One of which nothing is told is unknown where silence tells nothing,
    unless it had a specific law before.
    """
    known = {each.state: each for each in positions(before)}
    for state, entry, within in happened_between(before, after, LegislationProcessCompleted):
        if state not in after.parties:
            continue
        position = known.get(state)
        going_on = position is not None and _considering(position, before.as_of)
        counted = after.point.has_happened(entry.event.occurred_on)
        yield state, Certainty.YES if going_on and counted else within, (entry.id,)
    law = {each.state for each in known.values() if _is(Measure.SPECIFIC_LAW, each)}
    for state in after.parties:
        if state not in law and not _silence_tells_between(before, after, state):
            yield state, Certainty.UNKNOWN, known_until(after.point, ART_9, state).events


def _is(measure: Measure, position: MeasurePosition) -> bool:
    return position.answer(measure)[1] is Certainty.YES


def _considering(position: MeasurePosition, day: date) -> bool:
    """Tell whether a word of the day itself says that a law was under consideration then."""
    return any(
        word.event.measure is Measure.UNDER_CONSIDERATION
        and (word.event.listed_on or word.event.occurred_on.exact) == day
        for word in position.words
    )


def _silence_tells_between(before: View, after: View, state: str) -> bool:
    """Tell whether the sources reach over the whole period, so that nothing told is nothing."""
    reached = silence_tells(after.point, ART_9, state, after.as_of)
    return reached and silence_tells(after.point, ART_9, state, before.as_of)


def counted_administrative(view: View) -> tuple[int | None, tuple[str, ...]]:
    """Return how many administrative measures the last document counts, and where it says so."""
    said: Iterable[Entry[CountStated]] = view.of_all(CountStated)
    found = [each for each in said if each.event.subject == _COUNTED_ADMINISTRATIVE]
    if not found:
        return None, ()
    count = found[-1].event.count
    return count, tuple(each.id for each in _said_last(found) if each.event.count == count)


def administrative_counted_on(view: View) -> date | None:
    """Return the day of which the last document counts administrative measures."""
    said: Iterable[Entry[CountStated]] = view.of_all(CountStated)
    days = [
        each.event.occurred_on.latest
        for each in said
        if each.event.subject == _COUNTED_ADMINISTRATIVE
    ]
    return days[-1] if days else None


def _said_last(found: list[Entry[CountStated]]) -> Iterator[Entry[CountStated]]:
    """Yield the counts of the day of the last one: one of another day counts other measures."""
    return (each for each in found if each.event.occurred_on == found[-1].event.occurred_on)
