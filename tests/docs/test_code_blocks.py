"""Every code block of the documents does what the page says."""

from pathlib import Path

import pytest

from tests.docs.blocks import Block, Session, blocks_of
from tests.docs.pages import name_of, pages


def _blocks(page: Path) -> list[Block]:
    return list(blocks_of(name_of(page), page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_block_of_a_page_holds(page: Path, tmp_path: Path) -> None:
    session = Session(tmp_path)
    for block in _blocks(page):
        session.run(block)


def test_blocks_that_are_not_run_are_counted_and_listed() -> None:
    found = [block for page in pages() for block in _blocks(page) if block.not_run]
    listed = [f"{block.page}:{block.line} ({block.not_run})" for block in found]
    if listed:
        pytest.skip(f"{len(listed)} blocks are not run: {'; '.join(listed)}")
