"""`ccm bundle`: events, answers, checkpoint and proofs in one file."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ccm_engine.cli.answering import Answer, reply, with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.evidence_files import file_to_write, signer_if_any
from ccm_engine.cli.page import Block, Line, Tone
from ccm_engine.register import Register


@click.command("bundle")
@click.argument("file")
@click.option("--key", metavar="FILE", help="Sign the checkpoint in it with this key.")
@click.option("--name", metavar="NAME", help="The signer's name, which a PEM key does not hold.")
@with_options
def command(asked: Asked, file: str, key: str | None, name: str | None) -> None:
    """Write an audit bundle: what was asked, what follows, and why.

    FILE is a new zip file with every event, the answers as of --as-of, the checkpoint and a proof
    for each event. The same question of the same log makes the same bytes. `ccm verify --bundle`
    rebuilds all of it from its events.
    """
    from ccm_engine.cli.progress import busy
    from ccm_engine.exporters.bundle import bundle
    from ccm_engine.storage.whole_file import new_file

    path, signing = file_to_write(file, "a bundle"), signer_if_any(key, name)
    with asked.engine() as engine:
        register = asked.register(engine)
        with busy("writing the bundle"):
            made = bundle(register, engine.tree, signing)
        with new_file(path, f"write the bundle {file}") as stream:
            stream.write(made)
        signed_by = None if signing is None else signing.name

        def document() -> dict[str, object]:
            return {"bundle": file, "signed_by": signed_by}

        reply(asked, register, Answer(document, lambda: _page(file, register, signed_by)))


def _page(file: str, register: Register, signed_by: str | None) -> Iterator[Block]:
    signed = "not signed" if signed_by is None else f"signed by {signed_by}"
    yield Line(f"wrote {file}: {register.log.position:,} events, {signed}", Tone.HEADING)
    yield Line(f"check it with: ccm verify --bundle {file}")
