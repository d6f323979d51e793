"""Which meeting a request for extension lies before: Articles 3(3) and 4(5)."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    ContaminationDeclared,
    ExtensionRequested,
)
from ccm_engine.projections.extensions_granted import requests_awaiting
from ccm_engine.projections.meetings import meetings, requests_before
from tests.histories import called, engine_with, happened, held, joined
from tests.projections.of_a_theme import view


class TestRequestsBeforeAMeeting:
    """Article 4(5): a request that names no meeting, filed on 31 October 2018 or before."""

    def filed(self, *events: Event, meeting: str | None = None) -> Engine:
        asked = {} if meeting is None else {"meeting": meeting}
        return engine_with(
            joined("BGR", "2011-04-06"),
            happened(ContaminationDeclared, "2012-03-01", "BGR", suspected_m2=5),
            held("7MSP"),
            called("8MSP", "2018-01-10"),
            events,
            happened(ExtensionRequested, "2018-02-01", "BGR", article=4, months=12, **asked),
        )

    NEXT: Final = called("9MSP", "2018-09-06")

    @pytest.mark.parametrize(
        ("day", "events", "asked", "meeting"),
        [
            ("2018-09-05", [], None, "8MSP"),
            ("2018-09-06", [], None, None),
            ("2018-09-06", [NEXT], None, "9MSP"),
            ("2018-09-06", [NEXT], "8MSP", "8MSP"),
        ],
        ids=["to the last day of the 8MSP", "no other called", "another called", "it was named"],
    )
    def test_it_lies_before_the_next_that_is_called_and_else_before_none(
        self, day: str, events: list[Event], asked: str | None, meeting: str | None
    ) -> None:
        at = view(self.filed(*events, meeting=asked), day)
        (request,), (awaiting,) = requests_before(at), requests_awaiting(at)
        assert (
            request.obligation,
            request.state,
            request.meeting,
            request.sure,
            request.events,
        ) == (
            awaiting.obligation,
            "BGR",
            meeting,
            awaiting.sure,
            awaiting.events,
        )
        lying = {each.code for each in meetings(at) if each.requests}
        assert lying == ({meeting} if meeting else set())
