"""`ccm prove`: prove to others what a log holds, or that it only grew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ccm_engine.cli.answering import say_where, with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.evidence_files import read_text, signer_if_any
from ccm_engine.cli.output import write_json
from ccm_engine.errors import InvalidValueError

if TYPE_CHECKING:
    from ccm_engine.engine import Engine
    from ccm_engine.evidence.proofs import Proof


@click.command("prove")
@click.argument("position", type=int, required=False)
@click.option("--since", metavar="FILE", help="Prove that the log continues this checkpoint.")
@click.option("--key", metavar="FILE", help="Sign a checkpoint into the proof with this key.")
@click.option("--name", metavar="NAME", help="The signer's name, which a PEM key does not hold.")
@with_options
def command(
    asked: Asked, position: int | None, since: str | None, key: str | None, name: str | None
) -> None:
    """Print the proof of one event, or of growth.

    POSITION is an event's place in the log, as `ccm history` shows it: the proof shows that this
    event, word for word, is one of the log. With --since it shows that nothing was changed since
    the checkpoint. `ccm verify --proof` checks either without the log.
    """
    if (position is None) == (since is None):
        obstacle = "it takes a position or --since, and one of them"
        raise InvalidValueError("prove something of the log", obstacle, "say what is to be proven")
    asked.refuse_clocks("prove something", known_at=False)
    signing = signer_if_any(key, name)
    with asked.engine() as engine:
        size = asked.register(engine).log.position
        signed = None
        if signing is not None:
            signed = signing.sign(engine.tree.checkpoint(signing.name, size).text)
        proof = _growth(engine, since, size, signed) if position is None else None
        proof = proof or engine.tree.inclusion(position or 0, size, checkpoint=signed)
    say_where(asked)
    write_json(proof.document())


def _growth(engine: Engine, since: str | None, size: int, signed: str | None) -> Proof:
    from ccm_engine.evidence.notes import read_checkpoint, read_note
    from ccm_engine.log import Seal

    older = read_checkpoint(read_note(read_text(since or "", "the checkpoint")).text)
    return engine.tree.consistency(Seal(older.size, older.root), size, checkpoint=signed)
