"""Every exception raised on purpose.

Each says what was asked, what stands in the way and what to do, in that order; keeps the three
parts as attributes; and survives pickling. A state in breach is never an error, it is an answer.
"""

from __future__ import annotations

from typing import Final, Self

_MOST_SHOWN: Final = 200  # characters of a value that is refused


def shown(value: object) -> str:
    """Write a value in a message, whatever it is: nested however deeply, of however many digits."""
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # Python writes out no number of over 4,300 digits
        return "too large to show"
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]} …"


class CcmError(Exception):
    """Something asked of the engine cannot be done.

    `asked` is what was asked, `obstacle` what stands in the way, `remedy` what to do about it.
    If known, `index` says which of several events given it is about (from 0), `line` and `field`
    where in a file it is, and `position` where in a log.
    """

    exit_status = 2

    def __init__(self, asked: str, obstacle: str, remedy: str, *, field: str | None = None) -> None:
        """Keep the parts, so that a program can read them and pickling can rebuild them."""
        super().__init__(asked, obstacle, remedy)
        self.asked = asked
        self.obstacle = obstacle
        self.remedy = remedy
        self.field = field
        self.index: int | None = None
        self.line: int | None = None
        self.position: int | None = None

    def at_line(self, number: int | None) -> Self:
        """Return the same error, knowing which line of a file it is about."""
        self.line = number
        return self

    def at_position(self, position: int) -> Self:
        """Return the same error, knowing which position of a log it is about."""
        self.position = position
        return self

    def __str__(self) -> str:
        """One lower-case line without a full stop."""
        place = "" if self.line is None else f"line {self.line}: "
        return f"{place}{self.asked}: {self.obstacle}; {self.remedy}"


class InvalidValueError(CcmError, ValueError):
    """A value given to the engine means nothing to it."""


class InvalidDateError(InvalidValueError):
    """A day that does not exist, a moment without a zone, a `datetime` where a day belongs."""


class UnknownStateError(InvalidValueError):
    """No state has that code or name; the remedy names the nearest ones."""


class UnknownProvisionError(InvalidValueError):
    """The Convention has no such article or paragraph."""


class UnknownEventTypeError(InvalidValueError):
    """No event has that stored name, or not in that version."""


class NewerEventTypeError(UnknownEventTypeError):
    """An event of that name is known, but not in that later version."""


class UnknownObligationError(InvalidValueError):
    """No obligation has that identifier on the day asked about."""


class UnknownFigureError(InvalidValueError):
    """No figure of a review has that key; the remedy names the nearest ones."""


class UnknownMeetingError(InvalidValueError):
    """No meeting of that name was called by the day asked about."""


class OutsideModelError(InvalidValueError):
    """The engine was not written for that day or position, and declines to guess."""


class MalformedEventError(InvalidValueError):
    """What is given as an event cannot be read as one."""


class RefusedEventError(CcmError, ValueError):
    """A well-formed event contradicts the Convention or the log. The log is as it was."""


class MalformedEvidenceError(InvalidValueError):
    """What is given as a key, a checkpoint, a proof or a bundle cannot be read as one."""


class WrongKeyError(InvalidValueError):
    """A key of the wrong kind, or not the key that signed."""


class EvidenceError(CcmError):
    """Evidence does not hold: a proof, a checkpoint or a bundle says what is not so."""

    exit_status = 3


class LogError(CcmError):
    """The log itself cannot be used as asked. Nothing was written."""


class ConcurrentAppendError(LogError):
    """Another writer appended to the same state first; read again, decide again, retry."""


class ReadOnlyLogError(LogError):
    """The log accepts no event: a read-only file, or the packaged public record."""


class LogUnavailableError(LogError):
    """The log cannot be reached: locked, disk full, connection lost, no such file."""


class DamagedLogError(LogError):
    """The log holds something the library cannot have written."""

    exit_status = 3


class NotALogError(DamagedLogError):
    """The file or database is no log of this library."""


class NewerLogError(LogError):
    """The log was written by a later version of this library."""

    exit_status = 3
