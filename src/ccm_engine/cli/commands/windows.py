"""`ccm windows`: the last meeting before each running deadline, and the last day to file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Table, Tone
from ccm_engine.cli.wording import day, named
from ccm_engine.domain.explanations import STANDINGS
from ccm_engine.projections.request_windows import RequestWindow, Window
from ccm_engine.register import Register

_WINDOWS: Final = {
    Window.OPEN: Line("open", Tone.GOOD),
    Window.CLOSED: Line("closed: a request would be late", Tone.WARNING),
    Window.REQUESTED: Line("requested", Tone.PLAIN),
    Window.NO_MEETING_KNOWN: Line("no meeting called that could decide", Tone.QUIET),
}
COLUMNS: Final = ("Obligation", "State", "Due", "Meeting", "Opens", "File by", "Window", "Standing")


@click.command("windows")
@question
def command(register: Register) -> Answer:
    """Show the last day to file for each running deadline.

    For Articles 3(2) and 4(1): the last meeting called that can extend the deadline before it
    passes, and the last day to ask it. A request is filed nine months before
    the meeting that decides: Articles 3(3) and 4(5).
    """
    found = register.windows()

    def document() -> dict[str, object]:
        from ccm_engine.exporters.windows import windows_document

        return windows_document(found)

    return Answer(document, lambda: _page(found, register.as_of))


def _page(found: Sequence[RequestWindow], as_of: date) -> Iterator[Block]:
    plural = "" if len(found) == 1 else "s"
    heading = f"{len(found)} running Article 3 or 4 deadline{plural} on {as_of}"
    yield Line(heading, Tone.HEADING)
    if found:
        yield Table(COLUMNS, tuple(window_row(each, as_of) for each in found))


def window_row(window: RequestWindow, as_of: date) -> tuple[str | Line, ...]:
    """Return the cells of one running deadline."""
    return (
        window.obligation,
        named(window.state, as_of),
        day(window.due),
        window.meeting or "none called",
        day(window.meeting_opens),
        day(window.file_by),
        _WINDOWS[window.window],
        STANDINGS[window.standing],
    )
