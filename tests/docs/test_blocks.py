"""The runner of code blocks: what it finds, runs, compares and refuses."""

from pathlib import Path

import pytest

from tests.docs.blocks import Block, BlockError, Session, blocks_of, shows


def found(markdown: str) -> list[Block]:
    return list(blocks_of("page.md", markdown))


def run(tmp_path: Path, *blocks: tuple[str, str]) -> None:
    session = Session(tmp_path)
    for language, text in blocks:
        session.run(Block("page.md", 10, language, text))


class TestFinding:
    def test_a_block_knows_its_language_and_the_line_it_begins_on(self) -> None:
        (block,) = found("# Title\n\n```python\nx = 1\ny = 2\n```\n")
        assert (block.language, block.line, block.text) == ("python", 4, "x = 1\ny = 2")

    def test_a_block_in_a_list_loses_the_indentation_of_the_list(self) -> None:
        (block,) = found("1. First\n\n   ```python\n   if x:\n       y()\n   ```\n")
        assert block.text == "if x:\n    y()"

    def test_a_longer_fence_holds_a_shorter_one(self) -> None:
        (block,) = found("````text\n```python\n1 / 0\n```\n````\n")
        assert block.text == "```python\n1 / 0\n```"

    def test_a_fence_that_never_closes_is_refused(self) -> None:
        with pytest.raises(BlockError, match=r"page\.md:2: the block is never closed"):
            found("text\n```python\nx = 1\n")

    def test_a_comment_right_before_a_block_says_why_it_is_not_run(self) -> None:
        first, second = found("<!-- not run: needs a network -->\n\n```text\n```\n\n```text\n```")
        assert (first.not_run, second.not_run) == ("needs a network", None)

    def test_a_comment_before_other_words_speaks_of_no_block(self) -> None:
        (block,) = found("<!-- not run: why -->\nBut this:\n```text\n```")
        assert block.not_run is None

    def test_not_running_takes_a_reason(self) -> None:
        with pytest.raises(BlockError, match=r"page\.md:1: say why"):
            found("<!-- not run: -->\n```python\n```")


class TestPython:
    def test_blocks_of_a_page_share_their_names(self, tmp_path: Path) -> None:
        run(tmp_path, ("python", "x = 1"), ("python", ">>> x + 1\n2\n>>> y = 3"), ("python", "y"))

    def test_blocks_run_in_the_folder_of_the_page(self, tmp_path: Path) -> None:
        here = Path.cwd()
        run(tmp_path, ("python", "import pathlib; pathlib.Path('made').touch()"))
        assert (tmp_path / "made").exists()
        assert Path.cwd() == here

    def test_a_failing_assertion_names_the_line_of_the_page(self, tmp_path: Path) -> None:
        with pytest.raises(BlockError, match=r"page\.md:12: AssertionError"):
            run(tmp_path, ("python", "x = 1\n\nassert x == 2"))

    def test_what_is_no_python_names_the_line_of_the_page(self, tmp_path: Path) -> None:
        with pytest.raises(BlockError, match=r"page\.md:11: SyntaxError"):
            run(tmp_path, ("python", "x = 1\nx ="))

    def test_an_example_that_shows_something_else_fails(self, tmp_path: Path) -> None:
        with pytest.raises(BlockError, match=r"Expected:\n\s+3\nGot:\n\s+2"):
            run(tmp_path, ("python", ">>> 1 + 1\n3"))

    def test_an_example_may_leave_out_what_changes(self, tmp_path: Path) -> None:
        run(tmp_path, ("python", ">>> object()\n<object object at 0x...>"))

    def test_classes_find_the_module_they_are_made_in(self, tmp_path: Path) -> None:
        source = (
            "from __future__ import annotations\n"
            "import typing, dataclasses\n"
            "@dataclasses.dataclass\n"
            "class A:\n"
            "    x: typing.ClassVar[int] = 1\n"
            "assert not dataclasses.fields(A)\n"
            "assert typing.get_type_hints(A)['x'] == typing.ClassVar[int]"
        )
        run(tmp_path, ("python", source))


class TestConsole:
    def test_commands_print_what_is_shown(self, tmp_path: Path) -> None:
        run(tmp_path, ("console", "$ echo one > file\n$ cat file\none\n$ pwd\n/..."))

    def test_another_output_fails_and_names_the_line(self, tmp_path: Path) -> None:
        with pytest.raises(BlockError, match=r"page\.md:11: prints something else"):
            run(tmp_path, ("console", "$ true\n$ echo two\none"))

    def test_a_command_may_go_on_in_further_lines(self, tmp_path: Path) -> None:
        run(tmp_path, ("console", "$ cat <<END\n> first\n> END\nfirst"))

    def test_a_failure_may_be_shown(self, tmp_path: Path) -> None:
        run(tmp_path, ("console", "$ echo sorry >&2; false\nsorry"))

    def test_what_is_told_on_the_side_may_be_left_out(self, tmp_path: Path) -> None:
        command = "$ echo note >&2; echo answer\n"
        run(tmp_path, ("console", f"{command}answer"), ("console", f"{command}note\nanswer"))

    def test_a_failure_that_is_not_shown_fails(self, tmp_path: Path) -> None:
        with pytest.raises(BlockError, match="fails without being seen to"):
            run(tmp_path, ("console", "$ echo sorry >&2; false"))

    def test_a_failure_hidden_by_a_wildcard_fails(self, tmp_path: Path) -> None:
        with pytest.raises(BlockError, match="fails without being seen to"):
            run(tmp_path, ("console", "$ echo sorry; false\n..."))

    def test_no_log_is_set_and_no_colour_asked_for(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CCM_LOG", "somewhere.sqlite")
        run(tmp_path, ("console", '$ echo "[$CCM_LOG] $NO_COLOR $COLUMNS"\n[] 1 100'))

    def test_output_without_a_command_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(BlockError, match="begins with a command"):
            run(tmp_path, ("console", "echo one"))


class TestComparing:
    @pytest.mark.parametrize(
        ("expected", "printed"),
        [
            ("", "\n"),
            ("a  \nb", "a\nb   \n\n"),
            ("a\n...\nd", "a\nb\nc\nd\n"),
            ("a\n...\nd", "a\nd\n"),
            ("took ... ms", "took 3.5 ms\n"),
            ("...", ""),
            ("a\n\nb", "a\n\nb\n"),
        ],
    )
    def test_the_same(self, expected: str, printed: str) -> None:
        assert shows(expected, printed)

    @pytest.mark.parametrize(
        ("expected", "printed"),
        [
            ("", "a"),
            ("a.c", "abc"),
            ("a\n...", "b"),
            ("took ... ms", "took 3\n4 ms"),
            ("a\n\nb", "a\nb"),
            ("a", "a\nb"),
        ],
    )
    def test_not_the_same(self, expected: str, printed: str) -> None:
        assert not shows(expected, printed)


class TestData:
    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("json", '{"a": [1]}'),
            ("jsonl", '{"a": 1}\n[2]'),
            ("toml", "a = 1"),
            ("text", "anything { at all"),
        ],
    )
    def test_data_that_can_be_read(self, tmp_path: Path, language: str, text: str) -> None:
        run(tmp_path, (language, text))

    @pytest.mark.parametrize(
        ("language", "text", "complaint"),
        [
            ("json", "{", "no JSON"),
            ("jsonl", '{"a": 1}\n{', r"page\.md:11: no JSON Lines"),
            ("jsonl", '{"type": "ccm.signed.v1"}', "no JSON Lines: line 10: read ccm.signed.v1"),
            ("toml", "a =", "no TOML"),
            ("yaml", "a: 1", "yaml: nobody knows how to run it"),
            ("", "make test", "a block without a language"),
        ],
    )
    def test_data_that_cannot(
        self, tmp_path: Path, language: str, text: str, complaint: str
    ) -> None:
        with pytest.raises(BlockError, match=complaint):
            run(tmp_path, (language, text))

    def test_a_block_that_is_not_run_has_a_language_all_the_same(self, tmp_path: Path) -> None:
        session = Session(tmp_path)
        session.run(Block("page.md", 1, "python", "1 / 0", not_run="shows a mistake"))
        with pytest.raises(BlockError, match="a block without a language"):
            session.run(Block("page.md", 1, "", "1 / 0", not_run="shows a mistake"))
