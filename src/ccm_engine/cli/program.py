"""The program: finds the command, and turns what goes wrong into one line and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any, Final, NoReturn

import click

from ccm_engine import __version__
from ccm_engine.cli.asking import OPTIONS
from ccm_engine.cli.output import (
    complain,
    let_go,
    make_do_with_open_streams,
    replace_what_cannot_be_written,
)
from ccm_engine.errors import CcmError

COMMANDS: Final = (
    "status",
    "parties",
    "state",
    "obligations",
    "deadlines",
    "explain",
    "windows",
    "history",
    "figures",
    "ledger",
    "review",
    "report",
    "mandates",
    "meetings",
    "diff",
    "what-if",
    "check",
    "assert",
    "discrepancies",
    "record",
    "init",
    "verify",
    "checkpoint",
    "prove",
    "bundle",
    "key",
    "backup",
    "restore",
)
"""In the order in which a newcomer meets them."""

BAD_INPUT: Final = 2
INTERRUPTED: Final = 130  # 128 and the number of SIGINT, as shells have it


class Program(click.Group):
    """A group whose commands are imported when asked for, and whose errors are one line each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help page."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; `None` if there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_") + ("_" if iskeyword(cmd_name) else "")
        command: click.Command = import_module(f"ccm_engine.cli.commands.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments begin with; refuse one that there is not."""
        if not ctx.resilient_parsing and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=2, cutoff=0.5)
            remedy = f"did you mean {' or '.join(near)}?" if near else "`ccm --help` lists them"
            raise click.UsageError(f"there is no command {args[0]!r}; {remedy}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader that has seen enough, as in `ccm parties | head`, may go."""
        try:
            answer: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            let_go(sys.stdout)
            return None
        return answer

    def main(  # the arguments are click's
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002  # as click has it
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002  # as above
        **extra: Any,  # noqa: ANN401  # as above
    ) -> NoReturn:
        """Run, and exit with 0, 2 for bad input, 3 for a damaged log, 130 when interrupted."""
        del standalone_mode
        if (closed := make_do_with_open_streams()) is not None:
            sys.exit(complain(closed, BAD_INPUT))
        replace_what_cannot_be_written()
        try:
            status = super().main(
                args,
                prog_name or "ccm",
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        except CcmError as error:
            sys.exit(complain(str(error), error.exit_status))
        except click.ClickException as error:
            sys.exit(complain(_as_ours(error.format_message()), BAD_INPUT))
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED)
        except MemoryError:
            sys.exit(complain("cannot answer: there is not enough memory", BAD_INPUT))
        except OSError as error:
            let_go(sys.stdout)
            sys.exit(complain(f"cannot write the answer: {error.strerror}", BAD_INPUT))
        sys.exit(status if isinstance(status, int) else 0)


def _as_ours(message: str) -> str:
    """Write a message of click's as ours are: lower case, no full stop."""
    return (message[:1].lower() + message[1:]).rstrip(".")


@click.pass_context
def _greet(ctx: click.Context, /, **_: object) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _say_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001  # as click calls it
    if asked and not ctx.resilient_parsing:
        click.echo(f"ccm {__version__}")
        ctx.exit()


main = Program(
    "ccm",
    callback=_greet,
    invoke_without_command=True,
    params=[
        *(option() for option in OPTIONS),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_say_version,
            help="Print the version and exit.",
        ),
    ],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=(
        "What the Convention on Cluster Munitions makes each state owe, on any day, and why.\n\n"
        "Every command takes the options below, before its name or after it. Without a log it "
        "answers from the public record that comes with the program."
    ),
    epilog="Exit status: 0; 2 for bad input or a refused event; 3 for a damaged log.",
)
"""The program that `ccm` starts."""
