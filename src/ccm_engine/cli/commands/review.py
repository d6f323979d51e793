"""`ccm review`: every theme of the Convention over a period, as a document."""

from __future__ import annotations

from datetime import date

import attrs
import click

from ccm_engine.cli.answering import with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.papers import Form, Made, hand_over, with_format, with_output
from ccm_engine.domain.calendar import day_within_model, parse_day


@click.command("review")
@click.option(
    "--from", "first", required=True, metavar="YYYY-MM-DD", help="The day the period begins after."
)
@click.option("--to", "last", metavar="YYYY-MM-DD", help="Its last day.  [default: --as-of]")
@with_format
@with_output
@with_options
def command(
    asked: Asked, first: str, last: str | None, kind: str | None, output: str | None
) -> None:
    """Write a review of the Convention, theme by theme.

    What happened after one day and by another, and where things stand on that day. Each number
    leads to its states, their events and sources, and the head says what the record does not tell.
    The same question of the same log makes the same bytes.
    """
    from ccm_engine.exporters.review.periods import review_title

    form = Form(kind, output)
    form.check(asked)
    since = _legal_day(first, "--from")
    until = asked.as_of if last is None else _legal_day(last, "--to")
    asked = attrs.evolve(asked, as_of=until)
    with asked.engine() as engine:
        register = asked.register(engine)
        review = register.review(register.on(since))
        hand_over(asked, form, Made(review_title(since, until), review, register))


def _legal_day(text: str, option: str) -> date:
    asked = f"read {option}"
    return day_within_model(parse_day(text, asked), asked)
