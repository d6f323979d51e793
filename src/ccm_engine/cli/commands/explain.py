"""`ccm explain`: the grounds of one obligation, as a tree down to the documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

import click

from ccm_engine.answers import Explanation
from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Tone, Tree
from ccm_engine.cli.sources import event_tree
from ccm_engine.cli.wording import day, tone_of
from ccm_engine.domain.events import InstrumentDeposited
from ccm_engine.domain.explanations import headline, in_words, standing_line
from ccm_engine.domain.obligations import Ground, Obligation
from ccm_engine.domain.provisions import Provision
from ccm_engine.duties import stream_of
from ccm_engine.errors import UnknownProvisionError, UnknownStateError
from ccm_engine.projections.dependence import Deciding, same_answer
from ccm_engine.register import Register


@click.command("explain")
@click.argument("obligation")
@question
def command(register: Register, obligation: str) -> Answer:
    """Explain one obligation, down to the documents.

    OBLIGATION is an identifier as in BGR/3.2. Each step of reasoning is shown with its provision
    and with the events that prove it; then the events without which the answer would be another,
    and the choices of reading by which it would. The state may be written as a name, the
    provision as a lawyer does: "Bulgaria/3(2)".
    """
    explanation = register.explain(identifier_typed(obligation))

    def document() -> dict[str, object]:
        from ccm_engine.exporters.obligations import explanation_document

        return explanation_document(explanation, register.as_of)

    return Answer(document, lambda: _page(explanation, register.as_of))


def identifier_typed(text: str) -> str:
    """Return the identifier that a person meant; what cannot be read stays as it is."""
    owner, slash, rest = text.strip().partition("/")
    try:
        stream = stream_of(owner)
    except UnknownStateError:
        return text
    cited, more, suffix = rest.partition("/")
    with suppress(UnknownProvisionError):
        cited = Provision.parse(cited).slug
    return f"{stream}{slash}{cited}{more}{suffix}"


def _page(explanation: Explanation, as_of: date) -> Iterator[Block]:
    obligation = explanation.obligation
    yield Line(headline(obligation, as_of), Tone.HEADING)
    yield Line(standing_line(obligation), tone_of(obligation))
    grounds = tuple(_ground(each, explanation) for each in obligation.grounds)
    yield Tree(Line(f"{obligation.id}, because", Tone.QUIET), grounds)
    yield _decided(explanation)
    yield _depends(explanation)


def _ground(ground: Ground, explanation: Explanation) -> Tree:
    proofs = tuple(
        event_tree(name, explanation.events[name])
        if name in explanation.events
        else Tree(Line(name))
        for name in ground.events
    )
    return Tree(Line(f"{ground.provision}  {ground.conclusion}"), proofs)


def _decided(explanation: Explanation) -> Block:
    if not explanation.decided_by:
        return Line("no single event, left out, would change this answer", Tone.QUIET)
    obligation = explanation.obligation
    branches = tuple(
        Tree(Line(f"without {_named(alike)}"), (_would_be(obligation, alike[0].without),))
        for alike in _together(explanation)
    )
    return Tree(Line("what would change this answer", Tone.QUIET), branches)


def _together(explanation: Explanation) -> list[list[Deciding]]:
    """Put together deposits without any of which the answer would be the same: Article 17(1)."""
    groups: list[list[Deciding]] = []
    for each in explanation.decided_by:
        like = (group for group in groups if _alike(group[0], each))
        if (group := next(like, None)) is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


def _alike(one: Deciding, other: Deciding) -> bool:
    deposits = all(isinstance(each.event, InstrumentDeposited) for each in (one, other))
    return deposits and same_answer(one.without, other.without)


def _named(alike: Sequence[Deciding]) -> str:
    last = alike[-1]
    if len(alike) > 1:
        return f"any of {len(alike)} deposits up to {last.event.occurred_on}"
    return f"{last.event.occurred_on}  {in_words(last.event)} [{last.id}]"


def _depends(explanation: Explanation) -> Block:
    if not explanation.depends_on:
        return Line("no other choice of reading would change this answer", Tone.QUIET)
    branches = tuple(
        Tree(
            Line(f"{each.record}  {each.choice}={each.alternative}, not {each.chosen}"),
            (_would_be(explanation.obligation, each.would_be),),
        )
        for each in explanation.depends_on
    )
    return Tree(Line("which reading it depends on", Tone.QUIET), branches)


def _would_be(ours: Obligation, other: Obligation | None) -> Tree:
    """Say in what an answer would be another."""
    if other is None:
        return Tree(Line("no such obligation", Tone.QUIET))
    said: list[str] = []
    if other.treaty_due != ours.treaty_due:
        said.append(f"treaty date {day(other.treaty_due, 'none')}")
    if other.due != ours.due:
        said.append(f"due {day(other.due, 'on no day')}")
    extended = [each.due for each in other.extensions]
    if extended != [each.due for each in ours.extensions]:
        said.append(f"extended to {', '.join(map(str, extended))}" if extended else "not extended")
    if other.request_pending is not ours.request_pending:
        said.append("a request pending" if other.request_pending else "no request pending")
    if standing_line(other) != standing_line(ours) or not said:
        said.append(standing_line(other))
    return Tree(Line("; ".join(said), Tone.QUIET))
