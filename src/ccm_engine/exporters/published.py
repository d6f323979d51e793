"""Figures that a document publishes, with what became of each when the record was asked."""

from __future__ import annotations

from ccm_engine.domain.statements.published import PublishedDocument, Replay
from ccm_engine.exporters.envelope import Document, written
from ccm_engine.exporters.review.document import figure_object
from ccm_engine.projections.published import Recounted, Replayed
from ccm_engine.register import Register


def recounted_document(recounted: Recounted, register: Register) -> Document:
    """Return the `document`, `count`, how many of each verdict, and the `figures` in its order.

    `unexpected` counts those that are not what was expected of them.
    """
    return {
        "document": _head(recounted.document),
        "count": len(recounted.findings),
        **{each.value.replace("-", "_"): recounted.count(each) for each in Replay},
        "unexpected": len(recounted.unexpected),
        "figures": [_finding(each, register) for each in recounted.findings],
    }


def _head(document: PublishedDocument) -> Document:
    return {
        "title": document.title,
        "publisher": document.publisher,
        "published": written(document.published),
        "url": document.url,
    }


def _finding(finding: Replayed, register: Register) -> Document:
    """Return what is stated, the verdict, and the figure that leads on to states and events."""
    published = finding.published
    day = register.on(published.on)
    return {
        "paragraph": published.paragraph,
        "on": published.on.isoformat(),
        "since": written(published.since),
        "key": published.key,
        "words": published.words,
        "stated": published.stated,
        "names": None if published.names is None else list(published.names),
        "verdict": finding.replay.value,
        "why": finding.why,
        "missing": list(finding.missing),
        "extra": list(finding.extra),
        "unlike": list(finding.unlike),
        "expected": None if published.expected is None else published.expected.value,
        "expected_because": published.why,
        "figure": figure_object(finding.figure, day),
        "basis": None if finding.basis is None else figure_object(finding.basis, day),
    }
