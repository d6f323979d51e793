"""`ccm discrepancies`: where the record holds two answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Tone, Tree
from ccm_engine.cli.sources import source
from ccm_engine.domain.sources import Citation
from ccm_engine.projections.discrepancies import Difference, Discrepancies, Discrepancy
from ccm_engine.register import Register


@click.command("discrepancies")
@click.option("--state", metavar="STATE", help="Only this state's: a code or a name.")
@question
def command(register: Register, state: str | None) -> Answer:
    """List where sources differ, or notified days from computed.

    Each with both sides' sources, and with what became of it. What stands is answered from; the
    other side is kept.
    """
    found = register.discrepancies(state)

    def document() -> dict[str, object]:
        from ccm_engine.exporters.discrepancies import discrepancies_document

        return discrepancies_document(found)

    return Answer(document, lambda: _page(found))


def _page(discrepancies: Discrepancies) -> Iterator[Block]:
    found = discrepancies.found
    which = "discrepancy" if len(found) == 1 else "discrepancies"
    yield Line(f"{len(found)} {which}, {discrepancies.open} open", Tone.HEADING)
    for each in found:
        yield _tree(each)


def _tree(discrepancy: Discrepancy) -> Tree:
    kind = discrepancy.type.removeprefix("ccm.").rpartition(".v")[0].replace("-", " ")
    disputed = f", disputed by {discrepancy.dispute}" if discrepancy.dispute else ""
    said = [_difference(each) for each in discrepancy.differences]
    if discrepancy.why:
        said.append(f"computed: {discrepancy.why}")
    return Tree(
        Line(f"{discrepancy.event}  {kind}{disputed}"),
        (
            *(Tree(Line(each)) for each in said),
            *_sources("stands", discrepancy.stands),
            *_sources("otherwise", discrepancy.otherwise),
            Tree(_ended(discrepancy)),
        ),
    )


def _difference(difference: Difference) -> str:
    from ccm_engine.exporters.discrepancies import shown

    sides = (shown(difference.stands), shown(difference.otherwise))
    stands, otherwise = ("not said" if each is None else str(each) for each in sides)
    return f"{difference.field.replace('_', ' ')}: {stands} stands, otherwise {otherwise}"


def _sources(side: str, citations: Iterable[Citation]) -> Iterator[Tree]:
    found = tuple(map(source, citations))
    if found:
        yield Tree(Line(side, Tone.QUIET), found)


def _ended(discrepancy: Discrepancy) -> Line:
    ended = discrepancy.resolution
    if ended is None:
        return Line("open", Tone.WARNING)
    words = f"{ended.how.value} by {ended.event}, {ended.occurred_on}: {ended.reason}"
    return Line(words, Tone.GOOD)
