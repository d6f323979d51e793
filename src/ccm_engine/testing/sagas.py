"""Requests to extend a deadline and what is decided of them: Articles 3(3)-(5), 4(5)-(8)."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    BenchmarkSet,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    ExtensionRequestWithdrawn,
    Procedure,
)
from ccm_engine.testing.dates import moved
from ccm_engine.testing.drafts import Draft
from ccm_engine.testing.reckoning import months_after

_LONGEST: Final = {3: 48, 4: 60}  # 3(3): four years; 4(5): five
_WAYS: Final = ("months", "until", "both", "day before", "month", "year")
"""How a grant can say how long it is: `until` exact, a day early, or only its month or year."""


@attrs.define
class _Clock:
    """A deadline as it runs: months are added to the treaty's day, or the day stated last."""

    anchor: date
    added: int = 0

    def extended(self, months: int, how: str) -> dict[str, object]:
        """Extend it, and return the fields that say so."""
        until = months_after(months_after(self.anchor, self.added), months)
        if how == "months":
            self.added += months
            return {"months": months}
        if how == "day before":
            until = moved(until, -1)
        self.anchor, self.added = until, 0
        known = {"month": until.isoformat()[:7], "year": until.isoformat()[:4]}
        stated = PartialDate.parse(known.get(how, until.isoformat()))
        both = how in {"both", "day before"}
        return {"months": months, "until": stated} if both else {"until": stated}


def saga(draft: Draft, article: int, due: date, after: date, conflict: str | None = None) -> date:
    """Tell of requests to extend a deadline and decisions on them; return the last word's day."""
    about = {"article": article, "conflict": conflict}
    day, clock = after, _Clock(due)
    for _ in range(draft.number(1, 3)):
        months = draft.choice(12, 1, 7, _LONGEST[article])
        meeting = draft.choice(None, *draft.meetings)
        if draft.chance():
            for _version in range(draft.number(1, 2)):
                day = draft.day(day, 600)
                draft.tell(ExtensionRequested, day, months=months, meeting=meeting, **about)
        day = draft.day(day, 900)
        match draft.choice("granted", "refused", "withdrawn", "nothing"):
            case "refused":
                draft.tell(ExtensionRefused, day, meeting=meeting, **about)
            case "withdrawn":
                draft.tell(ExtensionRequestWithdrawn, day, **about)
            case "granted":
                how = draft.choice(*_WAYS)
                fields = clock.extended(months, how) | about
                procedure = draft.choice(None, *Procedure)
                draft.tell(ExtensionGranted, day, meeting=meeting, procedure=procedure, **fields)
                if how in {"month", "year"}:
                    return day  # what runs next is known only in part
                day = moved(day, 1)  # of one day, months would come before a stated day
            case _:
                pass
    if draft.chance():
        draft.tell(BenchmarkSet, day, benchmark="half of it", **about)
    return day
