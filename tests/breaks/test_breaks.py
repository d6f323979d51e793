"""The list of breaks stays true: each can still be made, and the page tells who noticed it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.breaks.listed import BREAKS, PAGE, PROOFS, ROOT, Break, rows_of

ARTICLES_WITH_RULES = {
    *("1", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "17", "18", "20", "21")
}


@pytest.mark.parametrize("broken", BREAKS, ids=lambda each: f"{each.article}: {each.what}")
def test_each_rule_can_still_be_broken_as_listed(broken: Break, tmp_path: Path) -> None:
    there = tmp_path / broken.file
    there.parent.mkdir(parents=True)
    shutil.copy(ROOT / "src" / "ccm_engine" / broken.file, there)
    before = there.read_text()
    broken.apply(tmp_path)
    after = there.read_text()
    assert after != before
    compile(after, broken.file, "exec")


def test_every_article_with_a_rule_is_broken_somewhere() -> None:
    broken = {part.strip().split("(")[0] for each in BREAKS for part in each.article.split(",")}
    assert broken >= ARTICLES_WITH_RULES


def test_the_page_tells_of_every_break_and_a_proof_of_each_kind_that_noticed_it() -> None:
    told = rows_of(PAGE.read_text())
    assert [(each.article, each.what) for each in BREAKS] == [(row[0], row[1]) for row in told]
    assert [row[0] for row in told if "—" in row or len(row) != 2 + len(PROOFS)] == []
