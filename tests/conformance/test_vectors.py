"""The conformance vectors are frozen, cover every rule and reading, and cannot be frozen wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import attrs
import pytest

from ccm_engine import PRACTICE, RULE_SET
from conformance.answering import answer, kind_of, wrong
from conformance.sources.article_03_destruction import BULGARIA
from conformance.vectors import WrongAnswerError, files, groups
from conformance.writing import Case, Group, founders
from tests.conformance.stored import HERE, PATHS, Json, as_case, stored, stored_cases

PARAGRAPHS: Final = HERE.parent / "docs" / "reference" / "articles.md"
SEEN_IN_NO_OBLIGATION: Final = {
    ("party_count", "in-force"),  # who is listed as a party
    ("measures_heard", "last-word"),  # whom a list that is silent leaves out of a count
    ("coordinator_term", "stated-only"),  # who holds an office
}
"""Readings that change counts and rosters, and no obligation, binding or amendment."""


def modelled() -> set[str]:
    """Return the paragraphs that a rule is made of, as the page of articles lists them."""
    rows = re.findall(r"^\| ([0-9()]+) \| (.*?) \|", PARAGRAPHS.read_text("utf-8"), re.MULTILINE)
    return {cited for cited, what in rows if what in {"modelled", "standing duty"}}


def alternatives() -> set[tuple[str, str]]:
    """Return every choice that differs from practice, with its value."""
    return {(name, getattr(other, name).value) for name, other in PRACTICE.alternatives()}


def ids(path: Path) -> str:
    return path.stem


class TestTheFilesAreFrozen:
    def test_there_is_a_file_for_each_group_and_no_other(self) -> None:
        assert {path.stem for path in PATHS} == {each.name for each in groups()}

    def test_generating_again_changes_no_byte(self) -> None:
        assert {path: path.read_bytes() for path in PATHS} == {
            path: text.encode() for path, text in files(groups()).items()
        }

    @pytest.mark.parametrize("path", PATHS, ids=ids)
    def test_each_stored_answer_is_what_the_engine_answers_now(self, path: Path) -> None:
        differing = {
            case["id"]: found
            for case in stored(path)["cases"]
            if (found := answer(as_case(case))) != case["answer"]
        }
        assert differing == {}

    @pytest.mark.parametrize("path", PATHS, ids=ids)
    def test_they_name_the_rules_and_the_histories_they_use(self, path: Path) -> None:
        file = stored(path)
        assert (file["format"], file["rules"], file["group"]) == (1, RULE_SET, path.stem)
        used = {name for case in file["cases"] for name in case.get("before", ())}
        assert used == set(file.get("common", {}))
        for name in used:
            assert file["common"][name] == list(founders()[name])


class TestTheCasesCoverTheConvention:
    def test_there_are_at_least_three_hundred_and_few_are_bare_dates(self) -> None:
        asked = [case["question"]["ask"] for case in stored_cases()]
        assert len(asked) >= 300
        assert asked.count("date") <= 80

    def test_no_two_have_one_name(self) -> None:
        names = [case["id"] for case in stored_cases()]
        assert len(set(names)) == len(names)

    def test_no_two_ask_the_same(self) -> None:
        keys = ("before", "events", "question", "interpretation")
        asked = [repr([case.get(key) for key in keys]) for case in stored_cases()]
        assert len(set(asked)) == len(asked)

    def test_every_paragraph_that_is_modelled_has_a_case(self) -> None:
        cited = {each for case in stored_cases() for each in case["provisions"]}
        whole = {re.sub(r"\([a-z]\)$", "", each) for each in cited}
        assert modelled() - whole == set()

    def test_every_other_reading_has_a_case_whose_answer_differs(self) -> None:
        shown = {
            next(iter(case["interpretation"].items()))
            for case in stored_cases()
            if len(case["interpretation"]) == 1
            and answer(as_case(case, practice=True)) != case["answer"]
        }
        assert alternatives() - shown == SEEN_IN_NO_OBLIGATION

    @pytest.mark.parametrize("path", PATHS, ids=ids)
    def test_each_article_has_all_three_kinds(self, path: Path) -> None:
        kinds = {case["kind"] for case in stored(path)["cases"]}
        if path.stem.startswith("article"):
            assert kinds == {"positive", "negative", "undetermined"}

    def test_every_kind_is_that_of_its_answer(self) -> None:
        for case in stored_cases():
            assert case["kind"] == kind_of(case["answer"]), case["id"]


class TestWrongAnswersAreNotFrozen:
    """What a source expects by hand is held against the engine's answer."""

    def _case(self, **expected: object) -> Case:
        return BULGARIA.owes("a", "a case", "BGR/3.2 2019-10-01", **expected)

    def _wrong(self, **expected: object) -> list[str]:
        case = self._case(**expected)
        return list(wrong(case, answer(case)))

    def test_what_is_expected_and_answered_is_right(self) -> None:
        assert self._wrong(due="2019-10-01", standing="pending") == []

    def test_another_day_is_named(self) -> None:
        (said,) = self._wrong(due="2019-10-02", standing="pending")
        assert said == "a: due is '2019-10-01', expected '2019-10-02'"

    def test_a_key_that_no_answer_has_is_wrong(self) -> None:
        (said,) = self._wrong(due="2019-10-01", standing="pending", dew="2019-10-01")
        assert "no dew in" in said

    def test_to_expect_too_little_is_wrong(self) -> None:
        (said,) = self._wrong(due="2019-10-01")
        assert "too little is expected" in said

    def test_no_file_is_made_where_one_is_wrong(self) -> None:
        broken = self._case(due="2019-10-02", standing="pending")
        with pytest.raises(WrongAnswerError, match="nothing was written"):
            files((Group("article-03", (broken,), {}),))

    def test_an_answer_that_changed_is_noticed(self) -> None:
        case: Json = stored(HERE / "cases" / "article-03.json")["cases"][0]
        later = {**case["question"], "as_of": "2020-01-01"}
        assert answer(attrs.evolve(as_case(case), question=later)) != case["answer"]
