"""Pages: the same blocks, plainly in a pipe and drawn on a terminal."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import StringIO

import pytest

from ccm_engine.cli import plain, terminal
from ccm_engine.cli.page import Block, Line, Table, Tone, Tree, show
from ccm_engine.cli.progress import LONG, WatchedLog, busy, watched
from ccm_engine.storage import memory_log
from tests.cli.happenings import bulgaria

PAGE: list[Block] = [
    Line("Heading", Tone.HEADING),
    Line("  indented\nand broken", Tone.QUIET),
    Table(("Code", "Name"), (("BGR", "Bulgaria"), (Line("CIV", Tone.BAD), "Côte d'Ivoire"))),
    Table((), (("left", "right"),)),
    Table(("Nothing",), ()),
    Tree(Line("root"), (Tree(Line("3(2)  step"), (Tree(Line("[not markup]")),)),)),
]


def test_plain_pages_are_padded_and_indented(capsys: pytest.CaptureFixture[str]) -> None:
    plain.print_page(PAGE)
    assert capsys.readouterr().out.splitlines() == [
        "Heading",
        "  indented and broken",
        "Code  Name",
        "BGR   Bulgaria",
        "CIV   Côte d'Ivoire",
        "left  right",
        "Nothing",
        "root",
        "  3(2)  step",
        "    [not markup]",
    ]


def test_drawn_pages_say_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    show(PAGE)
    drawn = capsys.readouterr().out
    assert "\x1b[" in drawn
    for text in ("Heading", "indented and broken", "Côte d'Ivoire", "3(2)  step", "[not markup]"):
        assert text in drawn


def test_drawn_pages_without_colour_are_readable(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    terminal.print_page(PAGE)
    drawn = capsys.readouterr().out
    assert "\x1b" not in drawn
    assert "└── 3(2)  step" in drawn


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_nothing_is_watched_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with busy("working"):
        assert list(watched([1, 2], "counting", 2)) == [1, 2]
    assert capsys.readouterr() == ("", "")


def test_what_is_watched_comes_through_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with busy("working"):
        assert list(watched(range(3), "counting", None)) == [0, 1, 2]
    assert "counting" in stream.getvalue()


def test_only_a_long_log_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    log = memory_log()
    watching = WatchedLog(log)
    watching.append(bulgaria(), expected={}, recorded_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert (watching.name, watching.head()) == (log.name, 2)
    assert [each.id for each in watching.read()] == ["BGR#1", "BGR#2"]
    assert stream.getvalue() == ""

    def far_ahead(_: WatchedLog) -> int:
        return LONG

    monkeypatch.setattr(WatchedLog, "head", far_ahead)
    assert [each.id for each in watching.read()] == ["BGR#1", "BGR#2"]
    assert "reading the log" in stream.getvalue()
    watching.close()
