"""The head of a document with published figures, read as a whole."""

from __future__ import annotations

from datetime import date

from ccm_engine.domain.statements.published import PublishedDocument, PublishedFigure
from tests.histories import on


def test_every_part_that_is_given_is_kept() -> None:
    """The review document of 2020, and how many were bound by then."""
    head: dict[str, object] = {
        "title": "CCM/CONF/2020/13",
        "publisher": "United Nations",
        "published": "2020-10",
        "url": "https://undocs.org/CCM/CONF/2020/13",
        "on": date(2020, 9, 28),
    }
    figure = {"paragraph": 4, "key": "universalization.consented", "value": 110}
    read = PublishedDocument.read({"document": head, "figure": [figure]})
    assert read == PublishedDocument(
        title="CCM/CONF/2020/13",
        publisher="United Nations",
        published=on("2020-10"),
        url="https://undocs.org/CCM/CONF/2020/13",
        figures=(
            PublishedFigure(
                paragraph="4",
                key="universalization.consented",
                on=date(2020, 9, 28),
                value=110,
            ),
        ),
    )
