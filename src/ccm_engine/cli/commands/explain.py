"""`ccm explain`: the grounds of one obligation, as a tree down to the documents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import click

from ccm_engine.answers import Explanation
from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import Block, Line, Tone, Tree
from ccm_engine.cli.sources import event_tree
from ccm_engine.cli.wording import tone_of
from ccm_engine.domain.explanations import headline, standing_line
from ccm_engine.domain.obligations import Ground
from ccm_engine.domain.provisions import Provision
from ccm_engine.errors import UnknownProvisionError, UnknownStateError
from ccm_engine.register import Register, stream_of


@click.command("explain")
@click.argument("obligation")
@question
def command(register: Register, obligation: str) -> Answer:
    """Explain one obligation, down to the documents.

    OBLIGATION is an identifier as in BGR/3.2. Each step of reasoning is shown with its provision
    and with the events that prove it. The state may be written as a name, the provision as a
    lawyer does: "Bulgaria/3(2)".
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


def _ground(ground: Ground, explanation: Explanation) -> Tree:
    proofs = tuple(
        event_tree(name, explanation.events[name])
        if name in explanation.events
        else Tree(Line(name))
        for name in ground.events
    )
    return Tree(Line(f"{ground.provision}  {ground.conclusion}"), proofs)
