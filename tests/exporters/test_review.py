"""A review on paper: valid in every form, and every number with what it leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, cast

import attrs
import pytest
from hypothesis import given

from ccm_engine import Engine, Register
from ccm_engine.exporters.review.document import events_behind, review_document
from ccm_engine.exporters.review.html import html
from ccm_engine.exporters.review.markdown import markdown
from ccm_engine.exporters.review.notes import address
from ccm_engine.exporters.review.paper import paper
from ccm_engine.exporters.review.parts import Grid, Paper, Said, Section, Source
from ccm_engine.exporters.review.sentences import printable
from ccm_engine.projections.review import Review
from ccm_engine.projections.themes import THEMES
from tests.exporters.counted import SINCE, UNTIL
from tests.exporters.drawn_reviews import WORDS, reviews
from tests.exporters.pages import Page, Prose
from tests.exporters.reading import all_said, check_html, check_markdown
from tests.exporters.review_shapes import REVIEW
from tests.exporters.shapes import mismatches


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c&d=%20e#f", "https://example.org/a?b=c&d=%20e#f"),
        ("http://example.org/é <x>", "http://example.org/%C3%A9%20%3Cx%3E"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("javascript:alert(1)", None),
        ("JavaScript://example.org/%0aalert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("example.org/page", None),
        ("https:///page", None),
        ("https://exa mple.org", None),
        ("https://example.org\\@evil.example", None),
        ("https://[::1", None),
        ("https://example.org/\u202egpj", None),
        ("", None),
    ],
)
def test_only_an_address_of_the_web_is_a_link(url: str, link: str | None) -> None:
    assert address(url) == link


@pytest.mark.parametrize(
    "text",
    [
        *("1. Declaration", "2) x", "- x", "+ x", "* x", "# x", "> x", "=== x", "--- "),
        *("| a | b |", "|", "a|b", "www.example.org", "a@example.org", "https://example.org"),
        *("a | b", "[x](javascript:y)", "[^note]", "![x](y)", "<b>x</b>", "<https://x.y>"),
        *("`x`", "**x**", "_x_", "~~x~~", "&lt;", "&#60;", "\\*x\\*", "a\n\nb", "a\n# b", "x  \ny"),
        *("<!-- x", "[x]: y", "&copy; 2020", "```", "1234567890. x", "    x", "\tx"),
    ],
)
def test_neither_form_reads_markup_in_a_text(text: str) -> None:
    made = _paper_of(text)
    prose = Prose(markdown(made))
    assert prose.unexpected == []
    assert prose.links == []
    shown = printable(text)
    assert [each for each in prose.lines if each not in _WRITTEN_ANYWAY] == [shown] * 11
    page = Page.of(html(made))
    assert page.complaints == []
    assert all(each.startswith("#") for each in page.links)
    assert page.text.count(shown) >= 12  # a caption and a list of contents too


_WRITTEN_ANYWAY: Final = frozenset(
    {
        *(
            "",
            "What is missing",
            "Events",
            "Sources",
            "Notes",
            "There are none.",
            "before",
            "after",
        ),
        "Each number by its key: the states counted, and the events that prove them.",
    }
)


def _paper_of(text: str) -> Paper:
    """Return a paper in which one text stands wherever a text can."""
    said = Said(text, None)
    grid = Grid(text, (text, text), ((text, (said,)), (text, (None,))))
    return Paper(
        title=text,
        about=(text,),
        missing=(said,),
        headings=("before", "after"),
        sections=(Section("theme", text, text, (said,), (grid,)),),
        notes={},
        proofs={},
        sources=(),
    )


def test_an_address_is_the_same_in_every_form() -> None:
    url = "https://example.org/a_(b)_[c]?d=1&lt=2&copy;3&amp;4*5*"
    made = attrs.evolve(_paper_of("x"), sources=(Source(1, "a", "b", None, address(url)),))
    check_html(made)
    check_markdown(made)
    assert address(url) == url


class TestAnyReview:
    @given(reviews(), WORDS)
    def test_is_a_page_of_html_in_which_every_link_leads_somewhere(
        self, drawn: tuple[Review, Register], title: str
    ) -> None:
        check_html(paper(title, *drawn))

    @given(reviews(), WORDS)
    def test_is_markdown_in_which_every_note_is_defined_and_referred_to_once(
        self, drawn: tuple[Review, Register], title: str
    ) -> None:
        check_markdown(paper(title, *drawn))

    @given(reviews())
    def test_is_a_document_of_the_contract(self, drawn: tuple[Review, Register]) -> None:
        review, register = drawn
        made = review_document("a review", review, register)
        assert [each for each in mismatches(made, REVIEW) if "sentence" not in each] == []
        told = cast("Mapping[str, object]", made["events"])
        assert {event for each in review.figures() for event in events_behind(each)} <= {*told}

    @given(reviews())
    def test_leads_from_every_state_to_its_events_and_their_sources(
        self, drawn: tuple[Review, Register]
    ) -> None:
        review, register = drawn
        made = paper("a review", review, register)
        for figure in review.figures():
            assert set(events_behind(figure)) == _events_of(made, figure.key)
        for event in made.proofs.values():
            assert event.sources
            assert set(event.sources) <= {each.number for each in made.sources}


def _events_of(made: Paper, key: str) -> set[str]:
    note = made.notes[key]
    named = (*note.counted, *note.unknown, *note.whole, *note.perhaps)
    found = {event for each in named for event in each.events} | set(note.events)
    assert found <= set(made.proofs)
    return found


@cache
def real() -> tuple[Review, Register]:
    register = Engine.public_record().on(UNTIL)
    return register.review(register.on(SINCE)), register


@cache
def real_paper() -> Paper:
    return paper("Review of the Convention on Cluster Munitions", *real())


class TestTheReviewOf2020:
    """Over the packaged public record."""

    def test_is_valid_html(self) -> None:
        check_html(real_paper())

    def test_is_valid_markdown(self) -> None:
        check_markdown(real_paper())

    def test_is_a_document_of_the_contract(self) -> None:
        made = review_document("a review", *real())
        assert list(mismatches(made, REVIEW)) == []

    def test_has_the_themes_in_their_order(self) -> None:
        assert [each.key for each in real_paper().sections] == [each.key for each in THEMES]

    def test_says_fourteen_joined_and_who(self) -> None:
        said = {each.key: each.text for each in all_said(real_paper())}
        assert said["universalization.joined"] == (
            "14 States joined the Convention: Benin, Cuba, Gambia, Madagascar, Maldives, "
            "Mauritius, Namibia, Niue, Palau, Philippines, Saint Lucia, Sao Tome and Principe, "
            "Somalia and Sri Lanka."
        )

    def test_reads_as_sentences(self) -> None:
        for theme in real_paper().sections:
            for piece in (*theme.progress, *theme.position):
                if isinstance(piece, Said):
                    assert re.fullmatch(r"[A-Z0-9].*[^.]\.", piece.text), piece.key
                    assert not re.search(r"per cent .*per cent|\s\s|\bOne \w+s\b", piece.text)

    def test_numbers_its_notes_as_they_are_met(self) -> None:
        made = real_paper()
        met = [each.key for each in all_said(made) if each.key is not None]
        assert list(made.notes) == met
        assert [each.number for each in made.notes.values()] == list(range(1, len(met) + 1))

    def test_is_the_same_from_another_engine(self) -> None:
        register = Engine.public_record().on(UNTIL)
        again = paper(
            "Review of the Convention on Cluster Munitions",
            register.review(register.on(SINCE)),
            register,
        )
        assert markdown(again) == markdown(real_paper())
        assert html(again) == html(real_paper())
