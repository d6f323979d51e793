"""`ccm obligations`: the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Table, Tone
from ccm_engine.cli.wording import day, owner, stands, starred
from ccm_engine.domain.action_plans import PLANS
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.errors import InvalidValueError
from ccm_engine.register import Register


@click.command("obligations")
@click.option("--state", metavar="STATE", help="Only this state's: a code or a name.")
@click.option(
    "--article", type=click.IntRange(1, 23), metavar="N", help="Only those under this article."
)
@click.option(
    "--plan",
    type=click.Choice(list(PLANS)),
    help="Those of this action plan instead: political, and binding nobody.",
)
@click.option(
    "--standing",
    type=click.Choice([each.value for each in Standing]),
    help="Only those with this standing.",
)
@question
def command(
    register: Register,
    state: str | None,
    article: int | None,
    plan: str | None,
    standing: str | None,
) -> Answer:
    """List the obligations, all or those selected.

    By state (CCM for the Secretary-General's), by article or by action plan, by standing.
    """
    wanted = Standing(standing) if standing else None
    if plan is None:
        found = register.obligations(state=state, article=article, standing=wanted)
    elif article is None:
        found = register.commitments(state=state, plan=plan, standing=wanted)
    else:
        asked, obstacle = f"list what {plan} asks under Article {article}", "a plan has no articles"
        raise InvalidValueError(asked, obstacle, "give --plan or --article")

    def document() -> dict[str, object]:
        from ccm_engine.exporters.obligations import register_document

        return register_document(found)

    def page() -> Iterator[Block]:
        yield from _page(found, register.as_of)
        if plan is not None and wanted not in (None, Standing.UNDETERMINED):
            unknown = Standing.UNDETERMINED
            open_ones = register.commitments(state=state, plan=plan, standing=unknown)
            words = f"of {len(open_ones):,} more the record cannot tell: --standing undetermined"
            yield Line(words, Tone.WARNING)

    return Answer(document, page)


def _page(found: Sequence[Obligation], as_of: date) -> Iterator[Block]:
    plural = "" if len(found) == 1 else "s"
    yield Line(f"{len(found):,} obligation{plural} on {as_of}", Tone.HEADING)
    if found:
        rows = tuple(
            (each.id, owner(each, as_of), day(each.due), stands(each), each.duty) for each in found
        )
        yield Table(("Obligation", "Owed by", "Due", "Standing", "Duty"), rows)
    yield from starred(found)
