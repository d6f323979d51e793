"""Figures as documents publish them: paragraph, day, number, names; read without trust."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Final, cast

import attrs

from ccm_engine.domain.calendar import PartialDate, day_within_model
from ccm_engine.domain.states import StateCode, state
from ccm_engine.errors import InvalidDateError, InvalidValueError, UnknownStateError, shown

_ASKED: Final = "read the figures of a document"
_HEAD: Final = ("title", "publisher", "published", "url", "on")
_MOST_FIGURES: Final = 2_000  # of one document; each may be of a day that nobody asked about yet
_MOST: Final = 2**64 - 1  # no document counts further, and a number has to be printable


class Replay(enum.Enum):
    """What became of a published figure when the record was asked for it.

    `OTHER_BASIS` agrees with another figure of the same question; of `BEYOND_THE_RECORD` the
    record cannot tell.
    """

    REPRODUCED = "reproduced"
    OTHER_BASIS = "other-basis"
    CONTRADICTED = "contradicted"
    BEYOND_THE_RECORD = "beyond-the-record"


@attrs.frozen(kw_only=True)
class PublishedFigure:
    """One figure of a document, and the key of the figure of a review that it is.

    `on` is the day it speaks of; one of a period begins on the day after `since`. `value` is
    `None` where only names are given, `names` where there are none: it may count nobody. `percent`
    is what a share states instead of a value. `words` are what the document says, in other words;
    `expected` is what whoever entered it holds to be true, and `why`.
    """

    paragraph: str
    key: str
    on: date
    since: date | None = None
    value: int | None = None
    percent: int | None = None
    names: tuple[StateCode, ...] | None = None
    words: str | None = None
    expected: Replay | None = None
    why: str | None = None

    @property
    def stated(self) -> int:
        """The number stated, or how many are named where only names are."""
        given = self.value if self.percent is None else self.percent
        return len(self.names or ()) if given is None else given


@attrs.frozen(kw_only=True)
class PublishedDocument:
    """A document with its figures, in the order given; unknown parts of the head are `None`."""

    title: str
    figures: tuple[PublishedFigure, ...]
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None

    @classmethod
    def read(cls, given: object) -> PublishedDocument:
        """Return the document that a mapping of the documented form describes.

        `document` is its head, `figure` a list. Raises `InvalidValueError` with the `field`, and
        with the paragraph in words: `InvalidDateError` for a day that cannot be read,
        `OutsideModelError` for one before the Convention, `UnknownStateError` for an unknown name.
        """
        whole = _Fields(_ASKED, "document", given, ("document", "figure"))
        head = _Fields("read the head of a document", "document", whole.get("document"), _HEAD)
        figures = whole.several("figure", "begin each figure with [[figure]]")
        if len(figures) > _MOST_FIGURES:
            obstacle = f"it has {len(figures):,} figures, and {_MOST_FIGURES:,} is the most"
            raise InvalidValueError(_ASKED, obstacle, "make several files of it", field="figure")
        if not figures:
            raise _refused(_ASKED, "figure", None, "begin each figure with [[figure]]")
        default = head.day("on")
        return cls(
            title=head.needed("title"),
            figures=tuple(_figure(n, each, default) for n, each in enumerate(figures, start=1)),
            publisher=head.text("publisher"),
            published=head.partial("published"),
            url=head.text("url"),
        )


def _figure(number: int, given: object, default: date | None) -> PublishedFigure:
    """Read one figure; it is of the day of its document where it names none."""
    fields = _Fields(f"read figure {number}", "figure", given, attrs.fields_dict(PublishedFigure))
    fields.asked = f"{fields.asked}, paragraph {fields.needed('paragraph')}"
    on = fields.day("on") or default
    if on is None:
        raise _refused(fields.asked, "on", None, "give its day, or one for the whole document")
    found = PublishedFigure(
        paragraph=fields.needed("paragraph"),
        key=fields.needed("key"),
        on=on,
        since=fields.day("since"),
        value=fields.number("value"),
        percent=fields.number("percent"),
        names=fields.states("names"),
        words=fields.text("words"),
        expected=fields.replay("expected"),
        why=fields.text("why"),
    )
    _check(found, fields.asked)
    return found


def _check(figure: PublishedFigure, asked: str) -> None:
    """Refuse a figure that says nothing, too much, or of a period that ends before it begins."""
    if figure.since is not None and figure.since >= figure.on:
        obstacle = f"its period ends on {figure.on}, and begins after {figure.since}"
        raise InvalidValueError(asked, obstacle, "give the earlier day as since", field="since")
    if figure.value is None and figure.percent is None and figure.names is None:
        obstacle = "it gives neither a value nor names"
        raise InvalidValueError(asked, obstacle, "give value, percent or names", field="value")
    if figure.value is not None and figure.percent is not None:
        obstacle = "it gives both a value and a percent"
        raise InvalidValueError(asked, obstacle, "make two figures of it", field="percent")
    if figure.expected not in (None, Replay.REPRODUCED) and figure.why is None:
        obstacle = "it is not expected to be reproduced, and nobody says why"
        raise InvalidValueError(asked, obstacle, 'write why = "…"', field="why")


def _refused(asked: str, field: str, value: object, remedy: str) -> InvalidValueError:
    obstacle = "it has none" if value is None else f"it is {shown(value)}"
    return InvalidValueError(asked, f"{field}: {obstacle}", remedy, field=field)


class _Fields:
    """One table of a file: each field read as what it is to be, or refused by its name."""

    def __init__(self, asked: str, name: str, given: object, known: Iterable[str]) -> None:
        """Refuse what is no table of that name, and a field that means nothing."""
        self.asked = asked
        if not isinstance(given, Mapping):
            raise _refused(asked, name, given, f"write it as a table under [{name}]")
        self._given = cast("Mapping[str, object]", given)
        names = tuple(known)
        for field in self._given:
            if field not in names:
                near = get_close_matches(field, names, n=1, cutoff=0.5)
                obstacle = f"no field is called {field!r}"
                remedy = f"did you mean {near[0]}?" if near else f"write {', '.join(names)}"
                raise InvalidValueError(asked, obstacle, remedy, field=field)

    def get(self, field: str) -> object:
        return self._given.get(field)

    def text(self, field: str) -> str | None:
        value = self.get(field)
        if type(value) is int and field == "paragraph" and value <= _MOST:
            return str(value)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            raise _refused(self.asked, field, value, "write it as a text in quotes")
        return value

    def needed(self, field: str) -> str:
        if (value := self.text(field)) is None:
            raise _refused(self.asked, field, None, f'write {field} = "…"')
        return value

    def number(self, field: str) -> int | None:
        value = self.get(field)
        if value is None:
            return None
        if type(value) is not int or not 0 <= value <= _MOST:
            remedy = f"write a whole number, from 0 to {_MOST}"
            raise _refused(self.asked, field, value, remedy)
        return value

    def day(self, field: str) -> date | None:
        value = self.get(field)
        if value is None:
            return None
        if type(value) is not date:
            obstacle = f"{field}: it is {shown(value)}"
            remedy = "write a day without quotes, as 2020-09-28"
            raise InvalidDateError(self.asked, obstacle, remedy, field=field)
        return day_within_model(value, self.asked)

    def partial(self, field: str) -> PartialDate | None:
        value = self.get(field)
        if type(value) is date:
            return PartialDate.on(value)
        if (text := self.text(field)) is None:
            return None
        try:
            return PartialDate.parse(text)
        except InvalidDateError as error:
            obstacle = f"{field}: {error.obstacle}"
            remedy = 'write a day as far as it is known, as "2020-09"'
            raise InvalidDateError(self.asked, obstacle, remedy, field=field) from error

    def several(self, field: str, remedy: str) -> Sequence[object]:
        value = self.get(field)
        if not isinstance(value, list):
            raise _refused(self.asked, field, value, remedy)
        return cast("Sequence[object]", value)

    def states(self, field: str) -> tuple[StateCode, ...] | None:
        if self.get(field) is None:
            return None
        found: list[StateCode] = []
        for name in self.several(field, 'write a list, as ["Bulgaria", "PER"]'):
            if not isinstance(name, str):
                raise _refused(self.asked, field, name, "write each name in quotes")
            found.append(self._state(field, name))
            if found[-1] in found[:-1]:
                obstacle = f"{field}: {name} stands there twice"
                raise InvalidValueError(self.asked, obstacle, "name each state once", field=field)
        return tuple(found)

    def _state(self, field: str, name: str) -> StateCode:
        try:
            return state(name).code
        except UnknownStateError as error:
            obstacle = f"{name!r}: {error.obstacle}"
            raise UnknownStateError(self.asked, obstacle, error.remedy, field=field) from error

    def replay(self, field: str) -> Replay | None:
        value = self.get(field)
        if value is None:
            return None
        found = next((each for each in Replay if each.value == value), None)
        if found is None:
            remedy = f"write {', '.join(each.value for each in Replay)}"
            raise _refused(self.asked, field, value, remedy)
        return found
