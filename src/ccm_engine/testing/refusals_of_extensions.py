"""What is refused of requests for more time and of grants: Articles 3(3)-(5) and 4(5)-(8)."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Event,
    ExtensionGranted,
    ExtensionRequested,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
)
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.refusals import ASKED, BOUND, Told, Unlawful, Where, acceded


def _extension(state: str, kind: type[Event], on: date = ASKED, /, **fields: object) -> Event:
    return happened(kind, on, state=state, **fields)


def no_duty_to_extend(state: str, _other: str) -> list[Unlawful]:
    """Articles 3(3) and 4(5): more time for what is not owed."""
    asked = _extension(state, ExtensionRequested, article=3)
    destroyed = happened(StockpileDestructionCompleted, BOUND, state=state)
    return [
        Unlawful(
            name="more time for a state not bound",
            provision="3(3)",
            event=asked,
            obstacle="it is not bound by the Convention",
        ),
        Unlawful(
            name="more time for stockpiles of a conflict",
            provision="3(3)",
            before=(acceded(state),),
            event=_extension(state, ExtensionRequested, article=3, conflict="the-war"),
            obstacle="only Article 4(1)(b) speaks of a conflict",
            where=Where.IN_FORCE,
        ),
        Unlawful(
            name="more time for who declared that it holds none",
            provision="3(3)",
            before=(acceded(state), happened(StockpileAbsenceDeclared, BOUND, state=state)),
            event=asked,
            obstacle="it declared that it has nothing Article 3 applies to",
            where=Where.IN_FORCE,
        ),
        Unlawful(
            name="more time after completion",
            provision="3(5)",
            before=(acceded(state), destroyed),
            event=_extension(state, ExtensionGranted, article=3, months=12),
            obstacle="it completed 2022-07-01",
            where=Where.IN_FORCE,
        ),
        Unlawful(
            name="more time after hostilities that never ended",
            provision="4(5)",
            before=(acceded(state),),
            event=_extension(state, ExtensionRequested, article=4, conflict="the-war"),
            obstacle="no end of hostilities in 'the-war'",
            where=Where.IN_FORCE,
        ),
    ]


def too_much_time(state: str, _other: str) -> list[Unlawful]:
    """Articles 3(3), 3(5), 4(5) and 4(7): too long, to an earlier day, or to two days."""
    before = (acceded(state), happened(StockpileDeclared, BOUND, state=state, munitions=100))
    found = [
        ("more than four years for stockpiles", "3(3)", "49 months is more than the 48", 3, 49, ""),
        ("more than five years for clearance", "4(5)", "61 months is more than the 60", 4, 61, ""),
        ("a day more than four years away", "3(3)", "more than the 48 months", 3, None, "2034-08"),
        ("an extension to an earlier day", "3(5)", "is no later", 3, None, "2030-06-01"),
        ("an extension to the day it had", "4(7)", "is no later", 4, None, "2032-07-01"),
        ("months and a day that disagree", "3(5)", "is 2031-07-01, not", 3, 12, "2031-09-01"),
    ]
    return [
        Unlawful(
            name=name,
            provision=provision,
            before=before,
            event=_extension(
                state,
                ExtensionGranted,
                article=article,
                months=months,
                until=PartialDate.parse(until) if until else None,
            ),
            obstacle=obstacle,
            where=Where.IN_FORCE,
        )
        for name, provision, obstacle, article, months, until in found
    ]


OF_EXTENSIONS: Final[tuple[Told, ...]] = (no_duty_to_extend, too_much_time)
