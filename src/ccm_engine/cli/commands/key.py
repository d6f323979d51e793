"""`ccm key`: make a key to sign checkpoints with."""

from __future__ import annotations

import secrets

import click

from ccm_engine.cli.answering import with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.evidence_files import file_to_write
from ccm_engine.cli.output import write_json


@click.command("key")
@click.argument("file")
@click.option("--name", required=True, help="Who signs: a name without spaces, as example.org/log.")
@with_options
def command(asked: Asked, file: str, name: str) -> None:
    """Make a new key, and print the half of it to publish.

    FILE is where the secret half goes; what is there already is left alone. The line printed is
    the verifier key: publish it where checkpoints are read.
    """
    from ccm_engine.evidence.signing import new_signer
    from ccm_engine.storage.whole_file import new_file

    path = file_to_write(file, "a key")
    signer = new_signer(name, secrets.token_bytes(32))
    with new_file(path, f"make the key {file}", private=True) as stream:
        stream.write(signer.signer_key.encode() + b"\n")
    if asked.json:
        write_json({"key": file, "name": signer.name, "verifier_key": signer.verifier_key})
    else:
        click.echo(signer.verifier_key)
