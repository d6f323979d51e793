"""Record one event after others on top of the first thirty, and say what the log answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from ccm_engine import Event
from ccm_engine.domain.events import MeetingCalled, MeetingKind
from ccm_engine.errors import RefusedEventError
from tests.histories import engine_with, happened


def sitting(meeting: str, day: str, kind: MeetingKind) -> MeetingCalled:
    opens = date.fromisoformat(day)
    about = {"meeting": meeting, "kind": kind, "opens_on": opens, "closes_on": opens}
    return happened(MeetingCalled, "2011-09-16", **about)


def remedy(event: Event, *before: Event | Iterable[Event]) -> str:
    with pytest.raises(RefusedEventError) as caught:
        engine_with(*before).record([event])
    return caught.value.remedy


def why_refused(event: Event, *before: Event | Iterable[Event]) -> str:
    with pytest.raises(RefusedEventError) as caught:
        engine_with(*before).record([event])
    return caught.value.obstacle


def remarks(event: Event, *before: Event | Iterable[Event]) -> str:
    return " ".join(engine_with(*before).record([event]).remarks)
