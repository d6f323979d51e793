"""`ccm checkpoint`: sign how many events a log has, and what they come to."""

from __future__ import annotations

import click

from ccm_engine.cli.answering import say_where, with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.evidence_files import signer
from ccm_engine.errors import InvalidValueError, MalformedEvidenceError


@click.command("checkpoint")
@click.option("--key", required=True, metavar="FILE", help="The secret key: see `ccm key`.")
@click.option("--name", metavar="NAME", help="The signer's name, which a PEM key does not hold.")
@click.option("--origin", metavar="NAME", help="The log's name.  [default: the signer's]")
@with_options
def command(asked: Asked, key: str, name: str | None, origin: str | None) -> None:
    """Print a signed checkpoint of the log.

    A signed note (C2SP) that says the log's name, size and root, of all that it has now or of
    what --known-at names. Whoever holds it can tell later whether the log was changed.
    """
    asked.refuse_clocks("sign a checkpoint", known_at=False)
    signing = signer(key, name)
    with asked.engine() as engine:
        size = asked.register(engine).log.position
        checkpoint = engine.tree.checkpoint(signing.name if origin is None else origin, size)
        try:
            note = signing.sign(checkpoint.text)
        except MalformedEvidenceError as error:
            obstacle = f"{origin!r} is no name of a log"
            raise InvalidValueError(
                "read --origin", obstacle, "give one line that prints"
            ) from error
    say_where(asked)
    if asked.json:
        from ccm_engine.cli.output import write_json
        from ccm_engine.exporters.evidence import checkpoint_document

        write_json(checkpoint_document(checkpoint, note, signing.verifier_key))
    else:
        click.echo(note, nl=False)
