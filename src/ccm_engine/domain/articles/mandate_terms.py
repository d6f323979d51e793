"""How long an office of the Convention's machinery is held: from meeting to meeting, not by dates.

A presidency runs from the last day of one meeting to the last day of the next, as the First
Review Conference decided (CCM/CONF/2020/13, paragraphs 122 to 124). A coordinator holds office
from the close of the meeting that appointed it, for as many cycles as was said or is usual:
INT-0022.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.articles.meeting_cycles import Line, Place
from ccm_engine.domain.events import CoordinatorAppointed, Entry, Theme
from ccm_engine.domain.interpretations import CoordinatorTerm, Interpretation

USUAL_CYCLES: Final[Mapping[Theme, int]] = {
    Theme.GENERAL_STATUS: 2,
    Theme.UNIVERSALIZATION: 2,
    Theme.STOCKPILE_DESTRUCTION: 2,
    Theme.CLEARANCE: 2,
    Theme.RISK_EDUCATION: 1,
    Theme.VICTIM_ASSISTANCE: 2,
    Theme.COOPERATION: 2,
    Theme.TRANSPARENCY: 1,
    Theme.NATIONAL_IMPLEMENTATION: 1,
}
"""The meeting cycles of a coordinator's usual term: INT-0022."""


SOME_MEETING: Final = Place(None, None)
"""A meeting of which the record does not know yet which one it is."""


class EndKnown(enum.Enum):
    """How the end of a term is known; a presidency ends as was decided, which is stated."""

    STATED = "stated"
    USUAL_TERM = "usual-term"
    RENEWED = "renewed"
    UNKNOWN = "unknown"


class TermStanding(enum.Enum):
    """Where a term stands; undetermined, where the record cannot tell whether it is over."""

    NOT_BEGUN = "not-begun"
    RUNNING = "running"
    ENDS_NEXT = "ends-at-next-meeting"
    UNDETERMINED = "undetermined"
    ENDED = "ended"


@attrs.frozen
class Term:
    """An office held from the close of one meeting to the close of another.

    `since` is `None` where it had begun and no source says when, `ends` where no end is known.
    `renewed_later` tells that a later term of the same office and state has been given.
    """

    since: Place | None
    ends: Place | None
    known_by: EndKnown
    events: tuple[str, ...]
    renewed_later: bool = False

    def standing(self, line: Line, as_of: date) -> TermStanding:
        """Tell where the term stands; on the last day of a meeting the office has passed on."""
        if self.ends is not None and line.is_closed(self.ends):
            return TermStanding.ENDED
        if self.since is not None and not line.is_closed(self.since):
            return self._before_it_begins(self.since, line, as_of)
        if self.ends is None:
            return TermStanding.ENDED if self.renewed_later else TermStanding.UNDETERMINED
        if self.ends.number != line.closed:
            return TermStanding.RUNNING
        silent = _passed(self.ends, as_of)
        return TermStanding.UNDETERMINED if silent else TermStanding.ENDS_NEXT

    def _before_it_begins(self, since: Place, line: Line, as_of: date) -> TermStanding:
        nothing_ahead = since == SOME_MEETING and line.next.meeting is None
        silent = since == line.next and _passed(since, as_of)
        unsure = nothing_ahead or silent
        return TermStanding.UNDETERMINED if unsure else TermStanding.NOT_BEGUN


def presidency_term(meeting: str, events: tuple[str, ...], line: Line) -> Term:
    """Return the term of who presides over a meeting: from the close of the one before it.

    While the meeting is not called, which one comes before it is not known.
    """
    ends = line.find(meeting)
    if ends.number is None:
        return Term(SOME_MEETING, ends, EndKnown.STATED, events)
    since = line.at(ends.number - 1) if ends.number else None
    return Term(since, ends, EndKnown.STATED, events)


def coordinator_terms(
    appointments: Iterable[Entry[CoordinatorAppointed]], line: Line, reading: Interpretation
) -> tuple[Term, ...]:
    """Return the terms of one state as coordinator of one theme, in the order of the meetings.

    Appointed anew before or as a term ends, the state goes on: that is one term (INT-0022). Who
    was only seen in office holds the term that then ran, and what was said of its end then counts
    for that; if none ran, one of unknown beginning.
    """
    begun: dict[str, list[Entry[CoordinatorAppointed]]] = {}
    seen: list[Entry[CoordinatorAppointed]] = []
    for entry in appointments:
        if entry.event.since is None:
            seen.append(entry)
        else:
            begun.setdefault(entry.event.since, []).append(entry)
    terms = _given(begun, line, reading)
    apart: list[Entry[CoordinatorAppointed]] = []
    for entry in seen:
        since = _running_since(terms, begun, line, entry.event.occurred_on.latest)
        if since is None:
            apart.append(entry)
        else:
            begun[since].append(entry)
            terms = _given(begun, line, reading)
    return (*(_seen_apart(each, terms, line, reading) for each in apart), *terms)


def _given(
    begun: Mapping[str, list[Entry[CoordinatorAppointed]]], line: Line, reading: Interpretation
) -> list[Term]:
    """Return the terms that were given, by the meetings at which they begin."""
    terms: list[Term] = []
    given = (_term(line.find(since), each, line, reading) for since, each in begun.items())
    for term in sorted(given, key=_begins):
        if terms and _renews(terms[-1], term):
            terms[-1] = _renewed(terms[-1], term)
        else:
            terms.append(term)
    last = len(terms) - 1
    return [attrs.evolve(term, renewed_later=n < last) for n, term in enumerate(terms)]


def _seen_apart(
    entry: Entry[CoordinatorAppointed], terms: list[Term], line: Line, reading: Interpretation
) -> Term:
    """Return the term of who was seen in office outside every term that was given."""
    day = entry.event.occurred_on.latest
    later = any(_begins_after(each, day) for each in terms)
    return attrs.evolve(_term(None, [entry], line, reading), renewed_later=later)


def _running_since(terms: list[Term], begun: Iterable[str], line: Line, day: date) -> str | None:
    """Return at which meeting the term that ran on a day was given, or given anew last."""
    if not _runs_on(terms, day):
        return None
    places = [place for since in begun if (place := line.find(since)).number is not None]
    passed = [each for each in places if _passed(each, day)]
    return max(passed, key=_reach).meeting if passed else None


def _runs_on(terms: list[Term], day: date) -> bool:
    """Tell whether a term ran on a day, by the closes of its meetings."""
    for term in terms:
        begins = None if term.since is None else term.since.closes_on
        ends = None if term.ends is None else term.ends.closes_on
        if begins is not None and begins <= day and (ends is None or day <= ends):
            return True
    return False


def _begins_after(term: Term, day: date) -> bool:
    begins = None if term.since is None else term.since.closes_on
    return begins is not None and begins > day


def _term(
    since: Place | None,
    entries: list[Entry[CoordinatorAppointed]],
    line: Line,
    reading: Interpretation,
) -> Term:
    """Return the term that appointments at one meeting give, several sources being one act.

    What was said last of its end counts; of what was said on one day, the longest.
    """
    events, names = [each.event for each in entries], tuple(each.id for each in entries)
    number = None if since is None else since.number
    counts = [each.cycles for each in _last_said(events, "cycles") if each.cycles is not None]
    cycles = max(counts, default=None)
    stated = [line.find(each.until) for each in _last_said(events, "until") if each.until]
    if stated:
        ends = max(stated, key=_reach)
        if ends.number is None and cycles is not None and number is not None:
            # The meeting named was not called; the cycles still tell which one it is.
            place = line.at(max(number + cycles, len(line.meetings)))
            ends = attrs.evolve(place, meeting=ends.meeting)
        return _checked(Term(since, ends, EndKnown.STATED, names))
    known_by = EndKnown.STATED
    if cycles is None and reading.coordinator_term is CoordinatorTerm.BY_THEME:
        cycles, known_by = USUAL_CYCLES[events[0].theme], EndKnown.USUAL_TERM
    if cycles is None or number is None:
        return Term(since, None, EndKnown.UNKNOWN, names)
    return Term(since, line.at(number + cycles), known_by, names)


def _last_said(events: Iterable[CoordinatorAppointed], name: str) -> list[CoordinatorAppointed]:
    """Return those events that say something, on the last day on which any of them does."""
    telling = [each for each in events if getattr(each, name) is not None]
    last = max((each.occurred_on.latest for each in telling), default=None)
    return [each for each in telling if each.occurred_on.latest == last]


def _checked(term: Term) -> Term:
    """Return a term without the end that sources put before its beginning: that says nothing."""
    begins = None if term.since is None else term.since.number
    if begins is None or term.ends is None or _reach(term.ends) >= begins:
        return term
    return attrs.evolve(term, ends=None, known_by=EndKnown.UNKNOWN)


def _renews(before: Term, term: Term) -> bool:
    """Tell whether a term begins while another runs, or as it ends."""
    if before.ends is None or term.since is None or term.since.number is None:
        return False
    return term.since.number <= _reach(before.ends)


def _renewed(before: Term, term: Term) -> Term:
    """Return two terms as one; it ends when the later of the two does, or when the new one says.

    A usual term never shortens one that runs; an end that is stated does, being the last word.
    """
    events = (*before.events, *term.events)
    if term.ends is None:
        return attrs.evolve(before, ends=None, known_by=EndKnown.UNKNOWN, events=events)
    no_later = before.ends is not None and _reach(term.ends) <= _reach(before.ends)
    if no_later and term.known_by is not EndKnown.STATED:
        return attrs.evolve(before, events=events)
    known_by = EndKnown.STATED if no_later else EndKnown.RENEWED
    return attrs.evolve(before, ends=term.ends, known_by=known_by, events=events)


def _begins(term: Term) -> float:
    return float("-inf") if term.since is None else _reach(term.since)


def _reach(place: Place) -> float:
    """Return how far a place lies; a meeting that was not called lies after all that were."""
    return float("inf") if place.number is None else place.number


def _passed(place: Place, as_of: date) -> bool:
    return place.closes_on is not None and place.closes_on <= as_of
