"""The code blocks of a page: found as Markdown finds them, and run one after another.

A page is a session: its `python` blocks share one namespace, and all its blocks one temporary
folder. `<!-- not run: REASON -->` before a block says why it is shown only.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final, cast

from ccm_engine.storage.codec import decode_line

_FENCE: Final = re.compile(r"(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<language>[^`]*)")
_NOT_RUN: Final = re.compile(r"<!--\s*not run:(?P<reason>.*?)-->")
_COLUMNS: Final = "100"
_PATIENCE_SECONDS: Final = 120


class BlockError(AssertionError):
    """A block that cannot be read, fails, or shows something else than what happens."""


@dataclass(frozen=True)
class Block:
    """One code block of a page; `line` is the one its text begins on, counted from 1."""

    page: str
    line: int
    language: str
    text: str
    not_run: str | None = None

    def error(self, message: str, offset: int = 0) -> BlockError:
        """Return an error that says where in the page it happened."""
        return BlockError(f"{self.page}:{self.line + offset}: {message}")


def blocks_of(page: str, markdown: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page, top to bottom.

    Raises `BlockError` for a fence that never closes and for "not run" without a reason.
    """
    lines = enumerate(markdown.splitlines(), start=1)
    reason: str | None = None
    for number, line in lines:
        if (fence := _FENCE.fullmatch(line)) is not None:
            language = fence["language"].strip()
            text = "\n".join(_body(page, number, fence, lines))
            yield Block(page, number + 1, language, text, reason)
            reason = None
        elif (marked := _NOT_RUN.fullmatch(line.strip())) is not None:
            reason = marked["reason"].strip()
            if not reason:
                message = f"{page}:{number}: say why the block is not run"
                raise BlockError(message)
        elif line.strip():
            reason = None


def _body(
    page: str, opened: int, fence: re.Match[str], lines: Iterator[tuple[int, str]]
) -> Iterator[str]:
    indent, mark = len(fence["indent"]), fence["fence"]
    closing = re.compile(rf" *{re.escape(mark[0])}{{{len(mark)},}} *")
    for _, line in lines:
        if closing.fullmatch(line):
            return
        own = len(line) - len(line.lstrip(" "))
        yield line[min(indent, own) :]
    message = f"{page}:{opened}: the block is never closed"
    raise BlockError(message)


class Session:
    """What the blocks of one page share: a folder, and the names their Python has defined."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._module = ModuleType("page")  # a real one: attrs and dataclasses look it up by name
        self._kinds: Mapping[str, Callable[[Block], None]] = {
            "python": self._python,
            "console": self._console,
            "json": _json,
            "jsonl": _jsonl,
            "toml": _toml,
            "text": _shown_only,
        }

    def run(self, block: Block) -> None:
        """Run a block, or read it if it is data; raise `BlockError` if it does not hold."""
        if (kind := self._kinds.get(block.language)) is None:
            named = block.language or "a block without a language"
            known = ", ".join(self._kinds)
            message = f"{named}: nobody knows how to run it; write one of {known}"
            raise block.error(message)
        if block.not_run is None:
            kind(block)

    def _python(self, block: Block) -> None:
        example = re.search(r"^\s*>>> ", block.text, flags=re.MULTILINE)
        sys.modules[self._module.__name__] = self._module
        try:
            with contextlib.chdir(self._folder):
                (self._doctest if example else self._statements)(block)
        finally:
            del sys.modules[self._module.__name__]

    def _statements(self, block: Block) -> None:
        above = "\n" * (block.line - 1)  # so that a traceback names the page's own lines
        try:
            code = compile(above + block.text, block.page, "exec")
            exec(code, vars(self._module))  # noqa: S102  # running the documents is its purpose
        except Exception as error:
            offset = max(0, _line_of(error, block.page) - block.line)
            said = "".join(block.text.splitlines()[offset : offset + 1]).strip()
            raise block.error(f"{type(error).__name__}: {error}\n{said}", offset) from error

    def _doctest(self, block: Block) -> None:
        parser, report = doctest.DocTestParser(), io.StringIO()
        names: dict[str, Any] = vars(self._module)
        test = parser.get_doctest(block.text, names, block.page, block.page, block.line - 1)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
        results = runner.run(test, out=report.write, clear_globs=False)
        names.update(test.globs)
        if results.failed:
            raise block.error(f"{results.failed} examples show something else\n{report.getvalue()}")

    def _console(self, block: Block) -> None:
        for offset, command, expected in _commands(block):
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=self._folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_PATIENCE_SECONDS,
                check=False,
            )
            told = done.stderr + done.stdout  # a page may leave out what is told on the side
            shown = f"$ {command}\nexit status {done.returncode}, printed:\n{told}"
            if not (shows(expected, done.stdout) or shows(expected, told)):
                message = f"prints something else\n{shown}\ninstead of:\n{expected}"
                raise block.error(message, offset)
            if done.returncode and not expected.replace(".", "").strip():
                raise block.error(f"fails without being seen to\n{shown}", offset)


def _line_of(error: Exception, page: str) -> int:
    """Return the last line of the page that an error went through."""
    if isinstance(error, SyntaxError) and error.filename == page:
        return error.lineno or 0
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == page:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in os.environ if name not in {"CCM_LOG", "PYTHONPATH"}}
    programs = Path(sys.executable).parent
    path = f"{programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return kept | {"PATH": path, "NO_COLOR": "1", "COLUMNS": _COLUMNS, "LC_ALL": "C.UTF-8"}


def _commands(block: Block) -> Iterator[tuple[int, str, str]]:
    """Yield each command after a `$ `, its offset in the block, and what it is shown to print.

    A command goes on in lines that begin with `> `, as bash itself shows it.
    """
    found: list[tuple[int, list[str], list[str]]] = []
    for offset, line in enumerate(block.text.splitlines()):
        if line.startswith("$ "):
            found.append((offset, [line.removeprefix("$ ")], []))
        elif not found:
            raise block.error("a console block begins with a command after `$ `", offset)
        elif line.startswith("> ") and not found[-1][2]:
            found[-1][1].append(line.removeprefix("> "))
        else:
            found[-1][2].append(line)
    for offset, command, printed in found:
        yield offset, "\n".join(command), "\n".join(printed)


def shows(expected: str, printed: str) -> bool:
    """Tell whether what was printed is what a page shows, blanks at the ends of lines aside.

    A line `...` stands for any lines, or none; `...` within a line for anything in that line.
    """
    pattern = ""
    for line in _tidy(expected):
        if line.strip() == "...":
            pattern += r"(?:[^\n]*\n)*"
        else:
            pattern += r"[^\n]*".join(map(re.escape, line.split("..."))) + r"\n"
    lines = _tidy(printed)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None


def _tidy(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _json(block: Block) -> None:
    try:
        json.loads(block.text)
    except ValueError as error:
        raise block.error(f"no JSON: {error}") from error


def _jsonl(block: Block) -> None:
    for offset, line in enumerate(block.text.splitlines()):
        try:
            parsed: object = json.loads(line)
            if _is_event(parsed):
                decode_line(line.encode(), block.line + offset)
        except ValueError as error:
            raise block.error(f"no JSON Lines: {error}", offset) from error


def _is_event(parsed: object) -> bool:
    if not isinstance(parsed, dict):
        return False
    return str(cast("dict[str, object]", parsed).get("type")).startswith("ccm.")


def _toml(block: Block) -> None:
    try:
        tomllib.loads(block.text)
    except tomllib.TOMLDecodeError as error:
        raise block.error(f"no TOML: {error}") from error


def _shown_only(_block: Block) -> None:
    """Leave a text as it is."""
