"""Published counts replayed: each figure of a document judged against the record on its own day.

The order of judging, the first that applies:

1. *contradicted* by itself: the names do not count up to the number;
2. *reproduced*: the number agrees with what is counted for certain, and the names, if given, are
   the same;
3. *beyond the record*: the record has no number, or the states for which it cannot tell could make
   up the difference;
4. *reproduced on another basis*: another figure of the same question (`BASES`) agrees;
5. *contradicted*, with the difference by name, or the two numbers.

That another paragraph gives another number for the same figure decides nothing, for only one of
them can be wrong; it is said with both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import FIRST_DAY
from ccm_engine.domain.statements.published import PublishedDocument, PublishedFigure, Replay
from ccm_engine.errors import InvalidValueError, OutsideModelError, UnknownFigureError
from ccm_engine.projections.agreement import agrees, bounds, could_be, difference, unknown_of
from ccm_engine.projections.amounts import LastWords
from ccm_engine.projections.counting import Figure, Share, StateCount, StatedNumber
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.review import figure as figure_of
from ccm_engine.projections.view import View

BASES: Final[tuple[tuple[str, ...], ...]] = (
    ("universalization.consented", "universalization.in_force", "transparency.initial_due"),
)
"""Keys that answer one question on different bases: how many States Parties there are."""

_MOST_LISTED: Final = 3


@attrs.frozen(kw_only=True)
class Replayed:
    """What became of one published figure.

    `figure` is what the record has under its key; `basis` the figure of another basis that agrees.
    `missing` are the states that the document names and the record does not count, `extra` those
    it counts and the document does not name; both are empty where it names none. `unlike` are the
    paragraphs that give another number for the same.
    """

    published: PublishedFigure
    figure: Figure
    replay: Replay
    why: str
    basis: Figure | None = None
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()

    @property
    def as_expected(self) -> bool:
        """Whether it is what was expected of it; of a figure with no expectation it is."""
        return self.published.expected in (None, self.replay)


@attrs.frozen
class Recounted:
    """A document with what became of each of its figures, in its order."""

    document: PublishedDocument
    findings: tuple[Replayed, ...]

    def count(self, replay: Replay) -> int:
        """Return of how many figures that became."""
        return sum(each.replay is replay for each in self.findings)

    @property
    def unexpected(self) -> tuple[Replayed, ...]:
        """The findings that are not what was expected."""
        return tuple(each for each in self.findings if not each.as_expected)


def recount(document: PublishedDocument, at: Callable[[date], View]) -> Recounted:
    """Judge each figure of a document on its own day, and over its own period.

    `at` returns the view of a day. Raises `UnknownFigureError` with the nearest keys, and
    `InvalidValueError` for a figure of a period without `since`, or for a share that is no
    percent; each names the paragraph.
    """
    record = _Record(at)
    return Recounted(
        document, tuple(_replayed(each, document.figures, record) for each in document.figures)
    )


class _Record:
    """The figures of the record by key, day and period; each looked up once."""

    def __init__(self, at: Callable[[date], View]) -> None:
        self._at = at
        self._views: dict[date, View] = {}
        self._known: dict[tuple[str, date, date | None], Figure] = {}

    def view(self, day: date) -> View:
        if (known := self._views.get(day)) is None:
            known = self._views[day] = self._at(day)
        return known

    def figure(self, key: str, on: date, since: date | None) -> Figure:
        """Return a figure; `UnknownFigureError` if there is none of that key."""
        if (known := self._known.get((key, on, since))) is None:
            before = None if since is None else self.view(since)
            known = self._known[key, on, since] = figure_of(key, self.view(on), before)
        return known

    def of(self, published: PublishedFigure) -> Figure:
        """Return the figure a published one claims to be, or say in which paragraph it is none."""
        key, on = published.key, published.on
        asked = f"judge paragraph {published.paragraph}"
        try:
            found = self.figure(key, on, published.since)
        except UnknownFigureError as error:
            if published.since is None and self._has(key, on):
                obstacle = f"{key!r} is a figure of a period, and nobody says since when"
                remedy = "give the day before its first as since"
                raise InvalidValueError(asked, obstacle, remedy, field="since") from error
            obstacle = f"there is no figure {key!r} on {on}"
            raise UnknownFigureError(asked, obstacle, error.remedy, field="key") from error
        except OutsideModelError as error:
            raise OutsideModelError(asked, error.obstacle, error.remedy, field="on") from error
        share = isinstance(found, Share)
        if share is (published.percent is None):
            unit, field = ("per cent", "percent") if share else ("no share", "value")
            raise InvalidValueError(asked, f"{key!r} is {unit}", f"give its {field}", field=field)
        if not isinstance(found, StateCount | Share) and published.value is None:
            obstacle = f"names alone say no number, and {key!r} counts no states"
            raise InvalidValueError(asked, obstacle, "give its value", field="value")
        return found

    def _has(self, key: str, on: date) -> bool:
        """Tell whether a key is one of a period, by trying the longest."""
        try:
            self.figure(key, on, FIRST_DAY)
        except UnknownFigureError:
            return False
        return True

    def sources(self, figure: StatedNumber, on: date) -> list[str]:
        """Return the documents that state a number, so that nobody takes it for independent."""
        history = self.view(on).point.history
        entries = (
            entry
            for stream in sorted({each.partition("#")[0] for each in figure.events})
            for entry in history.chronicle(stream).entries
            if entry.id in figure.events
        )
        cited = (each.document for entry in entries for each in entry.event.citations)
        return list(dict.fromkeys(cited))

    def others(self, published: PublishedFigure) -> Iterator[Figure]:
        """Yield the figures that answer the same question on another basis."""
        for group in BASES:
            if published.key in group:
                for key in group:
                    if key != published.key:
                        yield self.figure(key, published.on, published.since)


def _replayed(
    published: PublishedFigure, all_figures: Sequence[PublishedFigure], record: _Record
) -> Replayed:
    figure = record.of(published)
    found = judge(published, figure, record.others(published))
    if isinstance(figure, StatedNumber) and found.replay is Replay.REPRODUCED:
        sources = record.sources(figure, published.on)
        found = attrs.evolve(found, why=f"{found.why}: {_few(sources)}")
    unlike = tuple(
        f"{each.paragraph} says {each.stated}"
        for each in all_figures
        if _same_question(each, published) and each.stated != published.stated
    )
    if not unlike:
        return found
    return attrs.evolve(found, unlike=unlike, why=f"{found.why}; paragraph {_and(unlike)}")


def _same_question(one: PublishedFigure, other: PublishedFigure) -> bool:
    return (one.key, one.on, one.since) == (other.key, other.on, other.since)


def judge(published: PublishedFigure, figure: Figure, bases: Iterable[Figure] = ()) -> Replayed:
    """Judge one published figure against the record's, and against those on other bases."""
    missing, extra = difference(published, figure)
    found = Replayed(
        published=published,
        figure=figure,
        replay=Replay.CONTRADICTED,
        why=_contradiction(published, figure, missing, extra),
        missing=missing,
        extra=extra,
    )
    names = published.names
    if names is not None and isinstance(figure, StateCount) and published.stated != len(names):
        itself = f"the document says {published.stated} and names {len(names)}; {found.why}"
        return attrs.evolve(found, why=itself)
    if agrees(published, figure):
        return attrs.evolve(found, replay=Replay.REPRODUCED, why=_agreement(published, figure))
    if could_be(published, figure):
        return attrs.evolve(found, replay=Replay.BEYOND_THE_RECORD, why=_doubt(figure))
    for other in bases:
        if other.exact and agrees(published, other):
            why = f"{found.why}; {_counted(other)} {clause_of(other)} ({other.key})"
            return attrs.evolve(found, replay=Replay.OTHER_BASIS, why=why, basis=other)
    return found


def _agreement(published: PublishedFigure, figure: Figure) -> str:
    if isinstance(figure, StatedNumber):
        return f"without names, by {_few(figure.events)}"
    words = "counted" if published.names is None else "counted by name"
    if isinstance(figure, Share):
        words = f"{figure.part.value} of {figure.whole.value}"
    return words + _doubtful(figure)


def _doubt(figure: Figure) -> str:
    if figure.value is None:
        return "the record has no number"
    if isinstance(figure, StatedNumber) and figure.exact:
        return f"the record has {_counted(figure)} too, and no names"
    return f"the record counts {_counted(figure)}{_doubtful(figure)}"


def _doubtful(figure: Figure) -> str:
    if figure.exact:
        return ""
    if unknown := len(unknown_of(figure)):
        return f", and cannot tell for {unknown} {'state' if unknown == 1 else 'states'}"
    return ", and cannot tell how many there are in all"


def _contradiction(
    published: PublishedFigure, figure: Figure, missing: Iterable[str], extra: Iterable[str]
) -> str:
    parts = [f"the record counts {_counted(figure)}"]
    if isinstance(figure, StateCount) and not figure.exact:
        parts[0] += f" and at most {bounds(figure)[1]}"
    doubtful = unknown_of(figure)
    sides = (
        ("the document alone names {}", [each for each in missing if each not in doubtful]),
        ("the record cannot tell for {}", [each for each in missing if each in doubtful]),
        ("the record alone counts {}", extra),
    )
    for words, states in sides:
        if names := [name_of(state, published.on) for state in states]:
            parts.append(words.format(_and(names)))
    return "; ".join(parts)


def _counted(figure: Figure) -> str:
    """Write the number that the record has: `11`, `at least 11`, `33 to 50 per cent`."""
    if not figure.value and not figure.exact:
        return "nothing for certain"
    match figure:
        case Share(exact=True):
            return f"{figure.value} per cent"
        case Share():
            least, most = bounds(figure)
            return f"{least} to {most} per cent"
        case LastWords(exact=False):
            return f"{figure.value} by the last words"
        case _:
            return f"{'' if figure.exact else 'at least '}{figure.value}"


def clause_of(figure: Figure) -> str:
    """Return what follows the figure's number in a sentence."""
    return figure.clause.one if figure.value == 1 else figure.clause.many


def _few(names: Sequence[str]) -> str:
    """List a few, and say how many more there are."""
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
