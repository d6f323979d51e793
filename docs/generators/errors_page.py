"""The reference page of errors: every exception, when it is raised, and what it says then."""

from __future__ import annotations

import ast
import contextlib
import inspect
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ccm_engine import errors
from docs.generators import error_examples as examples
from docs.generators.markdown import document, fenced, paragraphs_of, table

PATH: Final = "reference/errors.md"

EXAMPLES: Final[Mapping[type[errors.CcmError], Callable[[], None]]] = {
    errors.InvalidValueError: examples.invalid_value,
    errors.InvalidDateError: examples.invalid_date,
    errors.UnknownStateError: examples.unknown_state,
    errors.UnknownProvisionError: examples.unknown_provision,
    errors.UnknownEventTypeError: examples.unknown_event_type,
    errors.NewerEventTypeError: examples.newer_event_type,
    errors.UnknownObligationError: examples.unknown_obligation,
    errors.UnknownFigureError: examples.unknown_figure,
    errors.UnknownMeetingError: examples.unknown_meeting,
    errors.OutsideModelError: examples.outside_model,
    errors.MalformedEventError: examples.malformed_event,
    errors.RefusedEventError: examples.refused_event,
    errors.MalformedEvidenceError: examples.malformed_evidence,
    errors.WrongKeyError: examples.wrong_key,
    errors.EvidenceError: examples.evidence,
    errors.ConcurrentAppendError: examples.concurrent_append,
    errors.ReadOnlyLogError: examples.read_only_log,
    errors.LogUnavailableError: examples.log_unavailable,
    errors.DamagedLogError: examples.damaged_log,
    errors.NotALogError: examples.not_a_log,
    errors.NewerLogError: examples.newer_log,
}

ATTRIBUTES: Final[Mapping[str, str]] = {
    "asked": "what was asked",
    "obstacle": "what stands in the way",
    "remedy": "what to do about it",
    "field": "the field it is about, where it is about one",
    "index": "which of several events given it is about, from 0",
    "line": "which line of a file it is about, from 1",
    "position": "which position of a log it is about, from 1",
}
_PLACES: Final = ("field", "index", "line", "position")

_INTRODUCTION: Final = """\
Every exception that the engine raises on purpose is in `ccm_engine.errors` and a `CcmError`. Its
text is one line: what was asked, what stands in the way, what to do. A state in breach is never
an error, it is an answer. After any error the log is as it was, and every error survives pickling.
"""

_COMMAND_LINE: Final = """\
`ccm` prints the text on standard error and ends with the exit status of the class: 2 for bad input
and for a log that cannot be used as asked, 3 for a damaged log.
"""


def page() -> str:
    """Return the page in Markdown."""
    kinds = every_error()
    parts = [_INTRODUCTION, _COMMAND_LINE, _tree(kinds), "## What every error carries"]
    rows = ((f"`{name}`", meaning) for name, meaning in ATTRIBUTES.items())
    parts += [table(("Attribute", "Meaning"), rows), "The last four are `None` where unknown."]
    parts += ["## The examples begin with", fenced("python", _setup())]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        parts += [_section(kind) for kind in kinds]
    return document("Errors", *parts)


def every_error() -> list[type[errors.CcmError]]:
    """Return every exception class, in the order of the module."""
    found = (each for _, each in inspect.getmembers(errors, inspect.isclass))
    kinds = [each for each in found if issubclass(each, errors.CcmError)]
    return sorted(kinds, key=lambda kind: inspect.getsourcelines(kind)[1])


def _tree(kinds: list[type[errors.CcmError]]) -> str:
    rows = (
        (
            f"{'&emsp;' * (len(_line(kind)) - 1)}[{kind.__name__}](#{kind.__name__.lower()})",
            str(kind.exit_status),
            paragraphs_of(kind)[0],
        )
        for kind in sorted(kinds, key=lambda kind: [kinds.index(each) for each in _line(kind)])
    )
    return table(("Error", "Exit status", "Raised when"), rows)


def _line(kind: type[errors.CcmError]) -> list[type[errors.CcmError]]:
    """Return a class with the errors it derives from, the most general first."""
    return [each for each in reversed(kind.__mro__) if issubclass(each, errors.CcmError)]


def _section(kind: type[errors.CcmError]) -> str:
    parts = [f"## {kind.__name__}", paragraphs_of(kind)[0]]
    bases = [each.__name__ for each in _line(kind)[-2:-1]] or ["Exception"]
    bases += ["ValueError"] if issubclass(kind, ValueError) else []
    also = " and ".join(f"`{each}`" for each in bases)
    parts.append(f"Also caught as {also}. Exit status {kind.exit_status}.")
    if (example := EXAMPLES.get(kind)) is not None:
        parts += _example(kind, example)
    elif heirs := ", ".join(f"`{each.__name__}`" for each in kind.__subclasses__()):
        parts.append(f"Never raised as such; catch it for all of: {heirs}.")
    else:
        parts.append("Nothing raises it in this version.")
    return "\n\n".join(parts)


def _example(kind: type[errors.CcmError], example: Callable[[], None]) -> Iterator[str]:
    error = _raised(example)
    if error is None or type(error) is not kind:
        message = f"the example of {kind.__name__} raises {error!r}"
        raise AssertionError(message)
    yield f"{paragraphs_of(example)[0].removesuffix('.')}:"
    shown = (
        f"Traceback (most recent call last):\n    ...\n{kind.__module__}.{kind.__name__}: {error}"
    )
    yield fenced("python", f"{_prompts(example)}\n{shown}")
    places = [f"`{name}` is `{getattr(error, name)!r}`" for name in _PLACES if _has(error, name)]
    if places:
        yield f"Here {' and '.join(places)}."


def _has(error: errors.CcmError, name: str) -> bool:
    return getattr(error, name) is not None


def _raised(example: Callable[[], None]) -> errors.CcmError | None:
    try:
        example()
    except errors.CcmError as error:
        return error
    return None


def _setup() -> str:
    """Return what stands in the module of examples between its docstring and the first one."""
    source = inspect.getsource(examples)
    body = ast.parse(source).body
    first = next(each for each in body if isinstance(each, ast.FunctionDef))
    lines = source.splitlines()[body[1].lineno - 1 : first.lineno - 1]
    return "\n".join(lines).strip()


def _prompts(example: Callable[[], None]) -> str:
    """Return the statements of an example as they would be typed."""
    source = textwrap.dedent(inspect.getsource(example))
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    typed: list[str] = []
    for statement in function.body[1:]:  # the docstring is the heading
        lines = source.splitlines()[statement.lineno - 1 : statement.end_lineno]
        first, *others = textwrap.dedent("\n".join(lines)).splitlines()
        typed += [f">>> {first}", *(f"... {line}" for line in others)]
    return "\n".join(typed)
