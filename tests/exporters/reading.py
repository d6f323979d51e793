"""A review on paper read again: nothing is lost, nothing is read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from ccm_engine.exporters.review.html import html
from ccm_engine.exporters.review.markdown import markdown
from ccm_engine.exporters.review.parts import Paper, Said
from ccm_engine.exporters.review.sentences import printable
from tests.exporters.pages import Page, Prose


def check_html(made: Paper) -> None:
    page = Page.of(html(made))
    text = page.text
    assert page.complaints == []
    assert page.language == "en"
    assert page.tags["script"] == 0
    assert all(each.startswith(("#", "http://", "https://")) for each in map(str.lower, page.links))
    for said in all_said(made):
        assert printable(said.text) in text
        if said.key is not None:
            assert f"#note-{said.key}" in page.links
    assert sorted(each for each in page.links if each[0] != "#") == sorted(_addresses(made))
    for each in made.sources:
        assert f"{printable(each.title)}, {printable(each.publisher)}, " in text


def check_markdown(made: Paper) -> None:
    prose = Prose(markdown(made))
    lines = set(prose.lines)
    assert prose.unexpected == []
    assert prose.referred == prose.defined == dict.fromkeys(made.notes, 1)
    assert all(each.lower().startswith(("http://", "https://")) for each in prose.links)
    assert _alike(prose.links) == _alike(_addresses(made))
    for said in all_said(made):
        mark = "" if said.key is None else f"[^{said.key}]"
        assert f"{printable(said.text)}{mark}" in lines
    for each in made.sources:
        assert any(
            line.startswith(f"{printable(each.title)}, {printable(each.publisher)}, ")
            for line in lines
        )


def _addresses(made: Paper) -> list[str]:
    return [each.url for each in made.sources if each.url is not None]


def _alike(links: Iterable[str]) -> list[str]:
    """Return links in order, however much in them a reader has escaped."""
    return sorted(unquote(each).lower() for each in links)


def all_said(made: Paper) -> Iterator[Said]:
    yield from made.missing
    for section in made.sections:
        for piece in (*section.progress, *section.position):
            if isinstance(piece, Said):
                yield piece
            else:
                yield from (each for _, row in piece.rows for each in row if each is not None)
