"""Every page is on the map, and no link within the repository is dead."""

from pathlib import Path

import pytest

from tests.docs.links import anchors_in, links_in
from tests.docs.pages import MAP, ROOT, name_of, pages


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def broken(page: Path, link: str) -> str | None:
    """Return what is wrong with a link, `None` if nothing is or it leads out of the repository."""
    if "://" in link or link.startswith("mailto:"):
        return None
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.is_relative_to(ROOT):
        return f"{link} leads out of the repository"
    if not target.exists():
        return f"{link}: there is no {name_of(target)}"
    if anchor and target.suffix == ".md" and anchor not in anchors_in(read(target)):
        return f"{link}: {name_of(target)} has no heading for it"
    return None


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_no_link_of_a_page_is_dead(page: Path) -> None:
    found = [wrong for link in links_in(read(page)) if (wrong := broken(page, link))]
    assert not found, "\n".join(found)


def test_the_map_leads_to_every_page_of_docs() -> None:
    linked = {(MAP.parent / link.partition("#")[0]).resolve() for link in links_in(read(MAP))}
    missing = {page for page in pages() if page.is_relative_to(MAP.parent)} - linked - {MAP}
    assert not missing, f"not on the map: {sorted(map(name_of, missing))}; run make docs"


class TestReadingLinks:
    def test_inline_and_reference_links_are_found(self) -> None:
        text = 'See [a](one.md), ![b](two.png "Two") and [c][d].\n\n[d]: three.md#part\n'
        assert list(links_in(text)) == ["one.md", "two.png", "three.md#part"]

    def test_code_holds_no_links(self) -> None:
        assert not list(links_in("`[a](b)` and\n```text\n[a](b)\n```\n"))

    def test_a_link_may_have_brackets(self) -> None:
        assert list(links_in("[a](x_(y).md)")) == ["x_(y).md"]

    def test_anchors_are_made_as_github_makes_them(self) -> None:
        text = (
            "# `ccm state`: one, two\n## Same\n## Same\n```text\n# none\n```\n## [A link](x.md)\n"
        )
        assert anchors_in(text) == {"ccm-state-one-two", "same", "same-1", "a-link"}

    def test_dead_links_are_told_apart(self) -> None:
        assert broken(MAP, "nowhere.md") == "nowhere.md: there is no docs/nowhere.md"
        assert broken(MAP, "#nowhere") == "#nowhere: docs/README.md has no heading for it"
        assert broken(MAP, "../../elsewhere") == "../../elsewhere leads out of the repository"
        assert broken(MAP, "https://example.org/nowhere") is None
        assert broken(MAP, "reference/events.md#signed") is None
