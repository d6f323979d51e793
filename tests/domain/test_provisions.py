"""The skeleton of the Convention, and how its provisions are cited."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.domain.provisions import ARTICLE_TITLES, Provision, every_paragraph
from ccm_engine.errors import UnknownProvisionError

PARAGRAPHS = st.sampled_from(list(every_paragraph()))


class TestCitations:
    @pytest.mark.parametrize(
        ("text", "article", "paragraph", "point"),
        [
            ("3(2)", 3, 2, ""),
            ("Article 3(2)", 3, 2, ""),
            ("article 3(2)", 3, 2, ""),
            ("art. 4(1)(a)", 4, 1, "a"),
            ("Art 4(1)(A)", 4, 1, "a"),
            ("Articles 4(1)", 4, 1, ""),
            ("4.1a", 4, 1, "a"),
            ("4.1(a)", 4, 1, "a"),
            ("5.2g", 5, 2, "g"),
            ("7(1)(n)", 7, 1, "n"),
            ("9", 9, 0, ""),
            (" 18 ", 18, 0, ""),
            ("6(12)", 6, 12, ""),
        ],
    )
    def test_are_read_as_lawyers_and_programs_write_them(
        self, text: str, article: int, paragraph: int, point: str
    ) -> None:
        assert Provision.parse(text) == Provision(article, paragraph, point)

    @pytest.mark.parametrize(
        "text",
        [
            "0",
            "24",
            "99(1)",
            "3(9)",
            "3(0)(a)",
            "3(3)(a)",
            "3(4)(g)",
            "4(1)(d)",
            "5(3)",
            "7(1)(o)",
            "9(1)",
            "15(1)",
            "18(1)",
            "23(1)",
            "3a",
            "-3",
            "3(2",
            "Article",
            "",
            "three",
            "3(2)(a)(b)",
            "٣(٢)",
            "3 (2)",
        ],
    )
    def test_of_what_the_convention_does_not_have_are_refused(self, text: str) -> None:
        with pytest.raises(UnknownProvisionError):
            Provision.parse(text)

    @given(provision=PARAGRAPHS)
    def test_come_back_from_both_of_their_forms(self, provision: Provision) -> None:
        assert Provision.parse(str(provision)) == provision
        assert Provision.parse(provision.slug) == provision
        assert Provision.parse(f"Article {provision}") == provision

    @given(provision=PARAGRAPHS, point=st.sampled_from("abcdefghijklmn"))
    def test_of_points_come_back_or_are_refused(self, provision: Provision, point: str) -> None:
        try:
            cited = Provision(provision.article, provision.paragraph, point)
        except UnknownProvisionError:
            return
        assert Provision.parse(str(cited)) == Provision.parse(cited.slug) == cited

    @given(text=st.text(max_size=12))
    def test_in_any_words_are_read_or_refused(self, text: str) -> None:
        try:
            found = Provision.parse(text)
        except UnknownProvisionError:
            return
        assert found.article in ARTICLE_TITLES

    def test_survive_pickling(self) -> None:
        assert pickle.loads(pickle.dumps(Provision(4, 1, "a"))) == Provision(4, 1, "a")

    def test_of_something_that_is_not_there_survive_pickling_as_an_error(self) -> None:
        with pytest.raises(UnknownProvisionError) as refusal:
            Provision.parse("3(9)")
        copy = pickle.loads(pickle.dumps(refusal.value))
        assert str(copy) == str(refusal.value)
        assert "3(9)" in str(copy)


class TestTheSkeleton:
    """Twenty-three articles; the number of paragraphs of each as in the authentic text."""

    def test_has_every_article_once(self) -> None:
        assert list(ARTICLE_TITLES) == list(range(1, 24))

    @pytest.mark.parametrize(
        ("article", "paragraphs"),
        [
            (1, 3),
            (2, 15),
            (3, 8),
            (4, 8),
            (5, 2),
            (6, 12),
            (7, 3),
            (8, 6),
            (10, 2),
            (11, 3),
            (12, 3),
            (13, 5),
            (14, 3),
            (16, 3),
            (17, 2),
            (20, 3),
            (21, 4),
        ],
    )
    def test_has_the_paragraphs_of_each(self, article: int, paragraphs: int) -> None:
        found = [each.paragraph for each in every_paragraph() if each.article == article]
        assert found == list(range(1, paragraphs + 1))

    @pytest.mark.parametrize("article", [9, 15, 18, 19, 22, 23])
    def test_has_articles_of_one_paragraph(self, article: int) -> None:
        assert [each for each in every_paragraph() if each.article == article] == [
            Provision(article)
        ]

    @pytest.mark.parametrize(
        "citation", ["4(6)(i)", "5(2)(h)", "6(11)(f)", "8(6)", "11(1)(f)", "12(2)(c)", "3(4)(f)"]
    )
    def test_has_the_last_point_of_each_list(self, citation: str) -> None:
        assert str(Provision.parse(citation)) == citation

    def test_is_ordered_as_the_treaty_is(self) -> None:
        assert list(every_paragraph()) == sorted(every_paragraph())
        assert Provision.parse("4(1)") < Provision.parse("4(1)(a)") < Provision.parse("4(2)")
        assert Provision.parse("6(2)") < Provision.parse("6(12)")
