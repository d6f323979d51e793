"""`ccm check`: what documents state, compared with what is computed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Table, Tone
from ccm_engine.domain.statements import Checked, Finding, Statement, Verdict
from ccm_engine.errors import CcmError, InvalidValueError
from ccm_engine.register import Register

_TONES: Final = {
    Verdict.AGREE: Tone.GOOD,
    Verdict.STYLE: Tone.PLAIN,
    Verdict.PRECISION: Tone.PLAIN,
    Verdict.DISAGREE: Tone.BAD,
    Verdict.UNCHECKED: Tone.QUIET,
}


@click.command("check")
@click.argument("file")
@question
def command(register: Register, file: str) -> Answer:
    """Compare what documents state with what is computed.

    FILE is a path, or - for standard input; each line is one statement: docs/reference/json.md.
    Each is judged on the day it speaks of, else on the day its source appeared, else on --as-of.
    Where a mistake gives what is stated, it is named.
    """
    checked = register.check(read_statements(file))

    def document() -> dict[str, object]:
        from ccm_engine.exporters.statements import checked_document

        return checked_document(checked)

    return Answer(document, lambda: _page(checked))


def read_statements(name: str) -> list[Statement]:
    """Read the statements of a JSON Lines file, or of standard input for `-`.

    Raises `InvalidValueError` with the line and the field for what is no statement.
    """
    from ccm_engine.cli.jsonlines import Wanted, read_lines

    wanted = Wanted("statement", "statements", InvalidValueError)
    return [statement for _, statement in read_lines(name, _read, wanted)]


def _read(line: bytes, number: int) -> Statement:
    try:
        return Statement.read(_object(line))
    except CcmError as error:
        raise error.at_line(number) from None


def _object(line: bytes) -> object:
    import msgspec

    try:
        given: object = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        asked, remedy = "read a statement", "give one JSON object in UTF-8 a line"
        raise InvalidValueError(asked, f"it is not JSON ({error})", remedy) from error
    return given


def _page(checked: Checked) -> Iterator[Block]:
    counts = ", ".join(f"{checked.count(each)} {each.value}" for each in Verdict)
    plural = "" if len(checked.findings) == 1 else "s"
    yield Line(f"{len(checked.findings)} statement{plural}: {counts}", Tone.HEADING)
    columns = ("State", "Statement", "On", "Stated", "Computed", "Verdict", "Why")
    yield Table(columns, tuple(_row(each) for each in checked.findings))


def _row(finding: Finding) -> tuple[str | Line, ...]:
    statement = finding.statement
    why = finding.why if finding.mistake is None else f"{finding.why}; {finding.mistake.words}"
    return (
        statement.state or "",
        statement.name,
        finding.as_of.isoformat(),
        finding.stated or "",
        finding.computed or "",
        Line(_verdict(finding), _TONES[finding.verdict]),
        why,
    )


def _verdict(finding: Finding) -> str:
    """Say the verdict, and how many days the stated day is off: `disagree (-162 days)`."""
    if not finding.days_off:
        return finding.verdict.value
    plural = "" if abs(finding.days_off) == 1 else "s"
    return f"{finding.verdict.value} ({finding.days_off:+} day{plural})"
