"""The reference page of the command line, from what the commands say about themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from typing import Final

import click

from ccm_engine.cli.asking import NAMES
from ccm_engine.cli.program import COMMANDS, main
from docs.generators.markdown import document, table

PATH: Final = "reference/cli.md"

_TWINS: Final = {
    "status": "Register.status",
    "parties": "Register.parties",
    "state": "Register.state",
    "obligations": "Register.obligations",
    "deadlines": "Register.deadlines",
    "explain": "Register.explain",
    "windows": "Register.windows",
    "history": "Register.history",
    "figures": "Register.figures",
    "ledger": "exporters.ledgers.reading.read_ledger",
    "review": "Register.review",
    "report": "exporters.review.periods.period_of",
    "mandates": "Register.mandates",
    "meetings": "Register.meetings",
    "diff": "Register.since",
    "what-if": "Register.supposing",
    "check": "Register.check",
    "assert": "Register.recount",
    "discrepancies": "Register.discrepancies",
    "record": "Engine.record",
    "init": "Engine.open",
    "verify": "Engine.verify",
    "checkpoint": "log_tree.LogTree.checkpoint",
    "prove": "log_tree.LogTree.inclusion",
    "bundle": "exporters.bundle.bundle",
    "key": "evidence.signing.new_signer",
    "backup": "Engine.back_up",
    "restore": "storage.restore_log",
}
"""What a program calls instead of each command, as seen from `ccm_engine`."""

_STREAMS: Final = """\
With `--json` a command prints one document to standard output and nothing else there;
[json.md](json.md) lists the shapes. Remarks, progress and errors go to standard error, an error as
one line that begins with `ccm:`. Tables are coloured and folded to the width of a terminal, and
plain and complete in a pipe or a file; `NO_COLOR` and `FORCE_COLOR` are respected.
"""

_STATUSES: Final = (
    ("0", "the question was answered, whatever the answer"),
    ("2", "bad input, a refused event, a log that cannot be reached or written"),
    ("3", "a damaged log, a file that is no log, a log from a later version"),
    ("3", "evidence that does not hold: a proof, a checkpoint, a bundle, a backup"),
    ("130", "interrupted"),
)


def page() -> str:
    """Return the page in Markdown."""
    context = click.Context(main, info_name="ccm")
    return document(
        "ccm, the command line",
        *_paragraphs(main),
        _STREAMS,
        table(("Exit status", "when"), _STATUSES),
        "## Options of every command",
        *_options(main.get_params(context)),
        *(part for name in COMMANDS for part in _section(name, context)),
    )


def _section(name: str, parent: click.Context) -> Iterator[str]:
    command = main.get_command(parent, name)
    assert command is not None, name
    context = click.Context(command, info_name=name, parent=parent)
    own = [each for each in command.get_params(context) if each.name not in NAMES]
    arguments = (str(each.name).upper() for each in own if isinstance(each, click.Argument))
    yield f"## ccm {name}"
    yield f"`{' '.join(('ccm', name, *arguments, '[OPTIONS]'))}`"
    yield from _paragraphs(command)
    yield from _options(own)
    yield f"In Python: `ccm_engine.{_TWINS[name]}`."


def _options(params: Iterable[click.Parameter]) -> Iterator[str]:
    options = (each for each in params if isinstance(each, click.Option))
    rows = [_row(each) for each in options if "--help" not in each.opts]
    if rows:
        yield table(("Option", "Value", "Meaning"), rows)


def _row(option: click.Option) -> tuple[str, str, str]:
    value = ""
    if isinstance(option.type, click.Choice):
        value = " or ".join(f"`{choice}`" for choice in option.type.choices)
    elif not option.is_flag:
        value = f"`{option.metavar}`"
    needed = "  [required]" if option.required else ""
    return f"`{option.opts[0]}`", value, " ".join(f"{option.help}{needed}".split())


def _paragraphs(command: click.Command) -> list[str]:
    return [" ".join(part.split()) for part in cleandoc(command.help or "").split("\n\n")]
