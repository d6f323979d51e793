"""Read the gathered claims: one line is one thing that one source says about one state."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Final, cast

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.domain.states import StateCode, code
from ccm_engine.errors import MalformedEventError
from ccm_engine.evidence.untrusted import once
from ccm_engine.public_record.authority import Publisher, publisher
from ccm_engine.public_record.closing import CLOSED_ON

REVIEW_DOCUMENT: Final = "CCM/CONF/2020/13"
"""The review document of the Dubrovnik Action Plan, published in 2020."""

REVIEW_POSITION: Final = date(2020, 9, 28)
"""The day whose position that document gives: it cannot tell of a later one."""

Details = Mapping[str, object]
"""What a claim adds to its kind; the keys depend on the kind."""


@attrs.frozen(kw_only=True, slots=False)
class Claim:
    """One thing that one source says about one state, or (`state` is `None`) about the Convention.

    `on` is the day as the source gives it, `None` where it states none.
    """

    id: str
    kind: str
    state: StateCode | None
    on: PartialDate | None
    details: Details
    title: str
    url: str | None
    published: PartialDate | None
    note: str | None

    @cached_property
    def publisher(self) -> Publisher:
        """Who speaks."""
        return publisher(self.title, self.url)

    @property
    def authority(self) -> Authority:
        """How much weight the source carries."""
        return self.publisher.authority

    @property
    def source(self) -> str:
        """What counts as one source: an address, or a title where there is none."""
        return self.url or self.title

    @property
    def told_by(self) -> date:
        """The last day the source can know of."""
        if self.title.startswith(REVIEW_DOCUMENT):
            return REVIEW_POSITION
        return CLOSED_ON if self.published is None else self.published.latest

    @property
    def when(self) -> PartialDate:
        """The days the happening can have fallen on, by this source alone.

        A source cannot tell what has not happened yet. A few pages bear an older date than the
        text later added to them; there the day they state stands.
        """
        known = PartialDate.by(self.told_by)
        if self.on is None:
            return known
        return self.on.narrowed_by(known) if self.on.meets(known) else self.on

    @property
    def citation(self) -> Citation:
        """The source, to be cited by the event it proves."""
        return Citation(
            document=self.title,
            publisher=self.publisher.name,
            authority=self.authority,
            published=self.published,
            url=self.url,
            claim=self.id,
            note=self.note,
        )


def read_claims(lines: Iterable[str]) -> tuple[Claim, ...]:
    """Return the claims of a file in JSON Lines, in the order of their identifiers.

    Raises `MalformedEventError`, with the line, where one cannot be read.
    """
    claims = [_claim(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def read_rows(lines: Iterable[str]) -> tuple[Details, ...]:
    """Return the rows of a file in JSON Lines, as they stand.

    Raises `MalformedEventError`, with the line, where one is no JSON object.
    """
    return tuple(_row(number, line) for number, line in enumerate(lines, 1) if line.strip())


def text_of(row: Details, key: str) -> str | None:
    """Return a text of a row, `None` where it is missing or empty."""
    value = row.get(key)
    return value if isinstance(value, str) and value else None


def number_of(row: Details, key: str) -> int | None:
    """Return a whole number of a row, `None` where it is missing."""
    value = row.get(key)
    return value if type(value) is int else None


def day_of(row: Details, key: str) -> PartialDate | None:
    """Return a day of a row as precisely as it is given, `None` where it is missing."""
    value = text_of(row, key)
    return None if value is None else PartialDate.parse(value)


def _row(number: int, line: str) -> Details:
    """Return the JSON object of one line, in which no name stands twice."""
    try:
        row: object = json.loads(line, object_pairs_hook=once)
    except (RecursionError, ValueError) as error:
        raise _malformed(number, error) from error
    if not isinstance(row, dict):
        raise _malformed(number, "no JSON object")
    return cast("Details", row)


def _claim(number: int, line: str) -> Claim:
    row = _row(number, line)
    try:
        source = cast("Details", row["source"])
        state = text_of(row, "state")
        return Claim(
            id=str(row["id"]),
            kind=str(row["claim"]),
            state=None if state is None else code(state),
            on=day_of(row, "on"),
            details=cast("Details", row["details"]),
            title=str(source["title"]),
            url=text_of(source, "url"),
            published=day_of(source, "published"),
            note=text_of(row, "note"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _malformed(number, error) from error


def _malformed(number: int, reason: object) -> MalformedEventError:
    remedy = "give it as the other lines are"
    return MalformedEventError("read a claim", f"it is none ({reason})", remedy).at_line(number)
