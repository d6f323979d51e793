"""From a command to its answer: open the log, ask once, print the document or the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import update_wrapper
from typing import Any, Concatenate

import attrs
import click

from ccm_engine.cli.asking import LOG_VARIABLE, NAMES, OPTIONS, Asked, read_asked
from ccm_engine.cli.output import remark
from ccm_engine.cli.page import Page
from ccm_engine.register import Register


@attrs.frozen
class Answer:
    """One answer in its two forms; only the one that is asked for is made."""

    document: Callable[[], Mapping[str, object]]
    page: Callable[[], Page]


def with_options(command: Callable[Concatenate[Asked, ...], None]) -> Callable[..., None]:
    """Give a command the options that all commands share, read, as its first argument."""

    def run(**given: Any) -> None:  # noqa: ANN401  # what click has parsed
        context = click.get_current_context()
        own = {name: given.pop(name) for name in NAMES}
        outer = context.parent.params if context.parent else {}
        command(read_asked([outer, own]), **given)

    update_wrapper(run, command)
    vars(run)["__click_params__"] = [option() for option in reversed(OPTIONS)]
    return run


def question(ask: Callable[Concatenate[Register, ...], Answer]) -> Callable[..., None]:
    """Make a command of a function that asks the register and returns the answer."""

    def run(asked: Asked, **given: Any) -> None:  # noqa: ANN401  # what click has parsed
        with asked.engine() as engine:
            register = asked.register(engine)
            reply(asked, register, ask(register, **given))

    update_wrapper(run, ask)
    return with_options(run)


def reply(asked: Asked, register: Register, answer: Answer) -> None:
    """Print an answer with what it was computed from; say if that is the public record."""
    say_where(asked)
    if asked.json:
        from ccm_engine.cli.output import write_json
        from ccm_engine.exporters.envelope import enveloped

        write_json(enveloped(answer.document(), register, asked.moment()))
        return
    from ccm_engine.cli.footing import footing
    from ccm_engine.cli.page import show

    show([*answer.page(), *footing(register, asked.known_at)])


def say_where(asked: Asked) -> None:
    """Say that the public record answers, where no log was named."""
    if asked.log is None:
        remark(f"answering from the packaged public record; --log or {LOG_VARIABLE} names another")
