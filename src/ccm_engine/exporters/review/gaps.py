"""What the record does not tell, in the head of a review: the gaps put together and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from ccm_engine.exporters.review.parts import Named, Note, Said
from ccm_engine.exporters.review.sentences import by_name, in_a_row, long_day, number
from ccm_engine.projections.counting import Figure
from ccm_engine.projections.review import Gap, Review

_KEY: Final = "missing"
"""What the keys of these notes begin with; no theme is called so."""


@attrs.frozen
class Stretch:
    """Provisions of which the same is missing, with every gap that says so.

    `general` are the gaps that hold for all, one a provision or none; `own` those of states.
    """

    provisions: tuple[str, ...]
    general: tuple[Gap, ...]
    own: tuple[Gap, ...]

    @property
    def key(self) -> str | None:
        """The key of the note; `None` where no statement says so, for it would lead to nothing."""
        if all(each.event is None for each in (*self.general, *self.own)):
            return None
        return f"{_KEY}.{self.provisions[0].replace('(', '.').replace(')', '')}"


def stretches(gaps: Iterable[Gap]) -> list[Stretch]:
    """Put together the provisions of which the same is missing, in the order of the treaty."""
    by_provision: dict[str, list[Gap]] = {}
    for gap in gaps:
        by_provision.setdefault(gap.provision, []).append(gap)
    alike: dict[object, list[str]] = {}
    for provision, found in by_provision.items():
        same = tuple((each.state, each.reaches, each.event is None) for each in found)
        alike.setdefault(same, []).append(provision)
    return [
        Stretch(
            tuple(provisions),
            tuple(each for one in provisions for each in by_provision[one] if each.state is None),
            tuple(each for one in provisions for each in by_provision[one] if each.state),
        )
        for provisions in alike.values()
    ]


def missing(review: Review, found: Sequence[Stretch], known: int) -> Iterator[Said]:
    """Say what a reader has to know before any number: what is not known, and of what.

    `known` is how many events were asked.
    """
    if not known:
        yield Said("The log holds no event, or none that was asked for: no number says more.", None)
    elif not review.statements:
        words = "The log does not say how far its sources reach, and is taken as complete."
        yield Said(words, None)
    if (bounds := _bounds(list(review.figures()))) is not None:
        yield Said(bounds, None)
    for each in found:
        yield Said(_in_words(each, review.until), each.key)


def _bounds(figures: Sequence[Figure]) -> str | None:
    """Count the numbers that are lower bounds, or not known at all."""
    inexact = [each for each in figures if not each.exact]
    if not inexact:
        return None
    nothing = sum(not each.value for each in inexact)
    are = "is" if len(inexact) == 1 else "are"
    of_all = f"{number(len(inexact))} of the {number(len(figures))} numbers below"
    counted = ((len(inexact) - nothing, "the record knows a part only"), (nothing, "nothing"))
    said = [f"for {number(count)} {what}" for count, what in counted if count]
    if not nothing or nothing < len(inexact):
        return f"{of_all.capitalize()} {are} not exact: {', '.join(said)}."
    return f"{of_all.capitalize()} {are} not known at all."


def _in_words(each: Stretch, until: date) -> str:
    about = cited_together(each.provisions)
    general = _general(each.general[0]) if each.general else None
    if not each.own:
        return f"{about}: {general}."
    states = by_name({gap.state for gap in each.own if gap.state}, until)
    days = sorted({gap.reaches for gap in each.own if gap.reaches})
    whose = "one State Party" if len(states) == 1 else f"{number(len(states))} States Parties"
    said = f"{about}: for {whose} sources reach {_span(days)}"
    if general is None:
        return f"{said}."
    return f"{said}; for any other of which nothing is stated by name, {general}."


def _general(gap: Gap) -> str:
    if gap.reaches is not None:
        return f"sources reach to {long_day(gap.reaches)}, and silence after that proves nothing"
    if gap.event is None:
        return "the log does not say how far its sources reach, and silence proves nothing"
    return "sources were gathered in part only, and silence proves nothing"


def _span(days: Sequence[date]) -> str:
    match days:
        case []:
            return "only in part"
        case [day]:
            return f"only to {long_day(day)}"
        case _:
            return f"only to days between {long_day(days[0])} and {long_day(days[-1])}"


def cited_together(provisions: Sequence[str]) -> str:
    """Write several provisions: Articles 3(8) and 7(2)."""
    plural = "" if len(provisions) == 1 else "s"
    return f"Article{plural} {in_a_row(provisions)}"


def note(each: Stretch, key: str, place: int, until: date) -> Note:
    """Return what a gap leads to: how far sources reach for whom, and who says so."""
    gaps = {
        state: [gap for gap in each.own if gap.state == state]
        for state in {gap.state for gap in each.own if gap.state}
    }
    named = tuple(
        Named(code, name, _reach(gaps[code][0]), _said_by(gaps[code]))
        for name, code in by_name(gaps, until)
    )
    return Note(
        key=key,
        number=place,
        value="how far sources reach",
        provision=cited_together(each.provisions),
        counted=named,
        events=_said_by(each.general),
    )


def _reach(gap: Gap) -> str:
    return "in part" if gap.reaches is None else f"to {long_day(gap.reaches)}"


def _said_by(gaps: Iterable[Gap]) -> tuple[str, ...]:
    return tuple(gap.event for gap in gaps if gap.event is not None)
