"""From a command to its answer: open the log, ask once, print the document or the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import attrs
import click

from ccm_engine.cli.asking import NAMES, OPTIONS, Asked, read_asked
from ccm_engine.cli.page import Page
from ccm_engine.register import Register

P = ParamSpec("P")


@attrs.frozen
class Answer:
    """One answer in its two forms; only the one that is asked for is made."""

    document: Callable[[], Mapping[str, object]]
    page: Callable[[], Page]


def with_options(command: Callable[Concatenate[Asked, P], None]) -> Callable[..., None]:
    """Give a command the options that all commands share, as its first argument."""

    @wraps(command)
    def run(*args: P.args, **kwargs: Any) -> None:  # noqa: ANN401  # what click has parsed
        context = click.get_current_context()
        own = {name: kwargs.pop(name) for name in NAMES}
        outer = context.parent.params if context.parent else {}
        command(read_asked([outer, own]), *args, **kwargs)

    for option in reversed(OPTIONS):
        _attach(run, option())
    return run


def question(ask: Callable[Concatenate[Register, P], Answer]) -> Callable[..., None]:
    """Make a command of a function that asks the register and returns the answer."""

    def run(asked: Asked, *args: P.args, **kwargs: P.kwargs) -> None:
        with asked.engine() as engine:
            register = asked.register(engine)
            reply(asked, register, ask(register, *args, **kwargs))

    return with_options(wraps(ask)(run))


def reply(asked: Asked, register: Register, answer: Answer) -> None:
    """Print an answer with what it was computed from."""
    if asked.json:
        from ccm_engine.cli.output import write_json
        from ccm_engine.exporters.envelope import enveloped

        write_json(enveloped(answer.document(), register, asked.moment()))
        return
    from ccm_engine.cli.footing import footing
    from ccm_engine.cli.page import show

    show([*answer.page(), *footing(register, asked.known_at)])


def _attach(run: Callable[..., None], option: click.Option) -> None:
    params: list[click.Parameter] = vars(run).setdefault("__click_params__", [])
    params.append(option)
