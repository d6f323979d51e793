"""Citations of documents, and how much weight each kind of publisher carries."""

from __future__ import annotations

import enum
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.errors import MalformedEventError


class Authority(enum.Enum):
    """Who speaks, the weightiest first: what a reader believes when two sources disagree."""

    DEPOSITARY = "depositary"
    STATE = "state"
    UNITED_NATIONS = "united-nations"
    ISU = "isu"
    MONITOR = "monitor"
    PRESS = "press"

    @property
    def rank(self) -> int:
        """0 for the weightiest."""
        return _RANKS[self]


_DAYS: Final = frozenset({PartialDate, type(None)})
_TEXTS: Final = frozenset({str, type(None)})
_RANKS = {authority: rank for rank, authority in enumerate(Authority)}


@attrs.frozen(kw_only=True, cache_hash=True)  # a source recurs, and is looked up by what it is
class Citation:
    """One document or page that says so.

    `published` is when it appeared, which bounds what it can know; `None` where it shows no day.
    `gives` is the day it gives, where that is less precise than the event's own. `claim` names the
    row of the gathered record the citation came from, if it came from one.
    """

    document: str
    publisher: str
    authority: Authority
    published: PartialDate | None = None
    url: str | None = None
    claim: str | None = None
    note: str | None = None
    gives: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a citation that a reader could not follow."""
        if type(self.authority) is not Authority:
            obstacle = f"its authority is {self.authority!r}"
            remedy = f"give an Authority: {', '.join(each.name for each in Authority)}"
            raise MalformedEventError("cite a source", obstacle, remedy, field="authority")
        days = self.published, self.gives
        texts = self.document, self.publisher, self.url, self.claim, self.note
        if not (_DAYS.issuperset(map(type, days)) and _TEXTS.issuperset(map(type, texts))):
            self._refuse_kinds()
        if not self.document.strip() or not self.publisher.strip():
            field = "publisher" if self.document.strip() else "document"
            obstacle = f"its {field} has no name"
            raise MalformedEventError("cite a source", obstacle, "name it in words", field=field)

    def _refuse_kinds(self) -> None:
        """Raise an error that names the first field of another kind than its own."""
        for name in ("published", "gives"):
            if type(getattr(self, name)) not in _DAYS:
                obstacle = f"{name} is {getattr(self, name)!r}, not a PartialDate"
                remedy = "write PartialDate.parse('2010-08')"
                raise MalformedEventError("cite a source", obstacle, remedy, field=name)
        for name in ("document", "publisher", "url", "claim", "note"):
            if type(getattr(self, name)) not in _TEXTS:
                obstacle = f"its {name} is {getattr(self, name)!r}"
                raise MalformedEventError("cite a source", obstacle, "give a text", field=name)
