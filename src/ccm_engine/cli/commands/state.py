"""`ccm state`: one state's dossier and obligations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from ccm_engine.answers import StateView
from ccm_engine.cli.answering import Answer, question
from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone
from ccm_engine.cli.wording import day, named, stands, starred
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.states import State
from ccm_engine.register import Register


@click.command("state")
@click.argument("state")
@question
def command(register: Register, state: str) -> Answer:
    """Show one state: what is established, and what it owes.

    STATE is a code or a name, old or new: BGR, Bulgaria, Swaziland.
    """
    view = register.state(state)

    def document() -> dict[str, object]:
        from ccm_engine.exporters.states import state_document

        return state_document(view, register)

    return Answer(document, lambda: _page(view, register))


def _page(view: StateView, register: Register) -> Iterator[Block]:
    from ccm_engine.exporters.states import established, membership

    yield Line(f"{_name(view.state, register.as_of)} on {register.as_of}", Tone.HEADING)
    yield Line(_membership(membership(view, register)))
    facts = established(view.state.code, register)
    if facts:
        yield BLANK
        yield Table(
            ("Established", "What", "Event"),
            tuple(
                (
                    day(each.event.occurred_on),
                    in_words(each.event),
                    _reference(each.id, each.disputes),
                )
                for each in facts
            ),
        )
    if view.obligations:
        yield BLANK
        yield Table(
            ("Obligation", "Due", "Standing", "Duty"),
            tuple((each.id, day(each.due), stands(each), each.duty) for each in view.obligations),
        )
    yield from starred(view.obligations)


def _name(state: State, on: date) -> str:
    name = state.name_on(on)
    if name != state.name:
        return f"{name} ({state.code}), now {state.name},"
    dated = [each.name for each in state.former_names if each.until is not None]
    return (
        f"{name} ({state.code}), formerly {', '.join(dated)}," if dated else named(state.code, on)
    )


def _membership(known: dict[str, object]) -> str:
    words = [
        text.format(known[key])
        for key, text in (
            ("signed_on", "signed {}"),
            ("consented_on", f"{known['instrument']} deposited {{}}"),
            ("provisional_from", "applied Article 1 provisionally from {}"),
            ("in_force_on", "in force {}"),
            ("withdrawal_effective_on", "withdrawal effective {}"),
        )
        if known[key] is not None
    ]
    bound = "bound" if known["bound"] else "not bound"
    return f"{bound}; {', '.join(words)}" if words else f"{bound}; neither signed nor joined"


def _reference(name: str, disputes: tuple[str, ...]) -> str:
    return f"{name}, disputed by {', '.join(disputes)}" if disputes else name
