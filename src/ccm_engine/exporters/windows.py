"""The last meeting before each running deadline, and the last day to file for it."""

from __future__ import annotations

from collections.abc import Iterable

from ccm_engine.exporters.envelope import Document, written
from ccm_engine.projections.request_windows import RequestWindow


def windows_document(windows: Iterable[RequestWindow]) -> Document:
    """Return `count` and `windows`, the soonest due first."""
    found = [window_object(each) for each in windows]
    return {"count": len(found), "windows": found}


def window_object(window: RequestWindow) -> Document:
    """Return one running deadline with its meeting and its last day to file."""
    return {
        "obligation": window.obligation,
        "state": window.state,
        "due": written(window.due),
        "meeting": window.meeting,
        "meeting_opens": written(window.meeting_opens),
        "file_by": written(window.file_by),
        "standing": window.standing.value,
        "window": window.window.value,
    }
