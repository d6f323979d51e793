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


NOT_NOTICED = {
    *(("4(1)(c)", "law"), ("4(4)", "law"), ("4(4)", "oracle"), ("5(1)", "law")),
    *(("13(1)", "law"), ("14(1)", "law")),
}
"""What no proof of a kind notices yet: too few histories are drawn that would show it."""


def test_the_page_tells_of_every_break_and_who_noticed_it() -> None:
    told = rows_of(PAGE.read_text())
    assert [(each.article, each.what) for each in BREAKS] == [(row[0], row[1]) for row in told]
    unnoticed = {
        (row[0], kind)
        for row in told
        for kind, who in zip(PROOFS, row[2:], strict=True)
        if who == "—"
    }
    assert unnoticed == NOT_NOTICED
