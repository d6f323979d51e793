"""One screen: the counts, what is overdue, what falls due next, which requests are open."""

from __future__ import annotations

from ccm_engine.answers import Status
from ccm_engine.exporters.envelope import Document
from ccm_engine.exporters.obligations import brief
from ccm_engine.exporters.roster import membership_counts
from ccm_engine.exporters.windows import window_object


def status_document(status: Status) -> Document:
    """Return `parties`, `counts`, `overdue`, `next_deadlines` and `open_requests`."""
    return {
        "parties": membership_counts(status.roster),
        "counts": {standing.value: count for standing, count in status.counts.items()},
        "overdue": [brief(each) for each in status.overdue],
        "next_deadlines": [brief(each) for each in status.next_deadlines],
        "open_requests": [window_object(each) for each in status.open_requests],
    }
