"""`ccm report`: the yearly progress report to a meeting."""

from __future__ import annotations

import click

from ccm_engine.cli.answering import with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.papers import Form, Made, hand_over, with_format, with_output


@click.command("report")
@click.option(
    "--meeting", required=True, metavar="MEETING", help="The meeting it goes to, as in 12MSP."
)
@with_format
@with_output
@with_options
def command(asked: Asked, meeting: str, kind: str | None, output: str | None) -> None:
    """Write the progress report to a meeting that decides.

    It covers what happened from the close of the Meeting of States Parties or Review Conference
    before it to the eve of its opening, or to --as-of if that is earlier: a report is compiled
    before the meeting it goes to. Otherwise it is as `ccm review` writes it.
    """
    from ccm_engine.exporters.review.periods import period_of

    form = Form(kind, output)
    form.check(asked)
    with asked.engine() as engine:
        today = asked.register(engine)
        period = period_of(meeting, today)
        register = today.on(period.until)
        review = register.review(register.on(period.since))
        hand_over(asked, form, Made(period.title, review, register))
