"""What every command is asked with: which log, which day, what was known, by which reading."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final

import attrs
import click

from ccm_engine.domain.calendar import day_within_model, exact_moment, parse_day
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.engine import Engine
from ccm_engine.errors import InvalidDateError, InvalidValueError, ReadOnlyLogError
from ccm_engine.register import Register

LOG_VARIABLE: Final = "CCM_LOG"
_POSITION: Final = re.compile(r"-?\d{1,18}", flags=re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", flags=re.ASCII)
_END_OF_DAY: Final = time(23, 59, 59, 999_999, tzinfo=UTC)


def _now() -> datetime:
    return datetime.now(UTC)


@attrs.frozen
class Asked:
    """The options that every command shares, read; `now` is one moment for all of an answer."""

    log: str | None
    as_of: date
    known_at: datetime | int | None
    published_by: date | None
    reading: Interpretation
    json: bool
    now: datetime = attrs.field(factory=_now)

    def engine(self) -> Engine:
        """Open the log asked for, or the public record where none was named."""
        if self.log is not None:
            from ccm_engine.cli.progress import open_watched

            return open_watched(self.log)
        return Engine.public_record()

    def engine_to_write(self) -> Engine:
        """Open the log asked for, to append to it; the public record takes nothing."""
        if self.log is None:
            obstacle = "the packaged public record takes no event"
            remedy = f"make a log with ccm init, and name it with --log or {LOG_VARIABLE}"
            raise ReadOnlyLogError("record events", obstacle, remedy)
        return self.engine()

    def register(self, engine: Engine) -> Register:
        """Return the register on the day asked about."""
        return engine.on(
            self.as_of,
            known_at=self.known_at,
            published_by=self.published_by,
            reading=self.reading,
        )

    def refuse_clocks(self, what: str, *, known_at: bool = True) -> None:
        """Refuse clocks that say nothing to a command, which is about all of a log as it is."""
        given = {"--published-by": self.published_by, "--known-at": self.known_at}
        for option, value in given.items():
            if value is not None and (known_at or option != "--known-at"):
                raise InvalidValueError(what, f"{option} says nothing to it", f"leave {option} out")

    def after_writing(self) -> Asked:
        """Return the same with what the log knows now: what was written is in the answer."""
        return attrs.evolve(self, known_at=None, now=_now())

    def moment(self) -> datetime | int:
        """Return the moment or the position that was asked for; now, where none was."""
        return self.now if self.known_at is None else self.known_at


def read_asked(given: Sequence[Mapping[str, Any]]) -> Asked:
    """Read the options, given before the command's name or after it; the later ones count."""

    def last(name: str) -> str | None:
        values = [each[name] for each in given if each.get(name) is not None]
        return values[-1] if values else None

    as_of, known_at, published_by = last("as_of"), last("known_at"), last("published_by")
    choices = [choice for each in given for choice in each.get("reading") or ()]
    return Asked(
        log=last("log") or os.environ.get(LOG_VARIABLE) or None,
        as_of=_now().date() if as_of is None else _legal_day(as_of, "--as-of"),
        known_at=None if known_at is None else read_known_at(known_at),
        published_by=None if published_by is None else _legal_day(published_by, "--published-by"),
        reading=Interpretation.choosing(dict(map(_choice, choices))),
        json=any(each.get("json") for each in given),
    )


def _legal_day(text: str, option: str) -> date:
    asked = f"read {option}"
    return day_within_model(parse_day(text, asked), asked)


def read_known_at(text: str, option: str = "--known-at") -> datetime | int:
    """Return the position or the moment a text names; a plain day is its end in UTC."""
    asked = f"read {option}"
    if _POSITION.fullmatch(text):
        return int(text)
    if _DAY.fullmatch(text):
        return datetime.combine(parse_day(text, asked), _END_OF_DAY)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        obstacle = f"{text!r} is neither a position nor an ISO 8601 moment"
        remedy = "write 1200, 2020-09-28 or 2020-09-28T12:00:00Z"
        raise InvalidDateError(asked, obstacle, remedy) from error
    if moment.tzinfo is None:
        raise InvalidDateError(asked, f"{text!r} has no time zone", f"write {text}Z for UTC")
    return exact_moment(moment, asked)


def _choice(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        obstacle = f"{text!r} is not NAME=VALUE"
        raise InvalidValueError("read --reading", obstacle, "write it as nine_months=enforce")
    return name.strip().replace("-", "_"), value.strip()


OPTIONS: Final[tuple[Callable[[], click.Option], ...]] = (
    lambda: click.Option(
        ["--log"],
        metavar="PATH|ADDRESS",
        help="The log to ask: a file, or postgresql://…  "
        f"[env: {LOG_VARIABLE}; default: the packaged public record]",
    ),
    lambda: click.Option(
        ["--as-of"], metavar="YYYY-MM-DD", help="The legal day.  [default: today in UTC]"
    ),
    lambda: click.Option(
        ["--known-at"],
        metavar="MOMENT|POSITION",
        help="Answer from what the log knew then: an ISO 8601 moment with a zone, a plain day "
        "(its end in UTC), or a position of the log.  [default: now]",
    ),
    lambda: click.Option(
        ["--published-by"],
        metavar="YYYY-MM-DD",
        help="Ask only the sources that had certainly appeared by that day.  [default: all]",
    ),
    lambda: click.Option(
        ["--reading"],
        metavar="NAME=VALUE",
        multiple=True,
        help="Choose one interpretation, as in nine_months=enforce; repeatable.  "
        "[default: practice]",
    ),
    lambda: click.Option(
        ["--json"], is_flag=True, help="Print one JSON document: docs/reference/json.md."
    ),
)
"""Makers of the options, for an option belongs to one command."""

NAMES: Final = ("log", "as_of", "known_at", "published_by", "reading", "json")
"""The names under which the options arrive."""
