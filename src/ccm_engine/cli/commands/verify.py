"""`ccm verify`: whether a log, a proof or a bundle is what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import click

from ccm_engine.cli.answering import say_where, with_options
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.evidence_files import read_bytes, read_text, verifier_key
from ccm_engine.cli.output import write_json
from ccm_engine.cli.page import Block, Line, Tone, show
from ccm_engine.errors import InvalidValueError

_UNSIGNED = "no signature was verified: --key names who is to have signed, or nobody vouches for it"


@click.command("verify")
@click.option("--proof", metavar="FILE", help="Check a proof, without any log.")
@click.option("--bundle", metavar="FILE", help="Check an audit bundle, without any log.")
@click.option("--checkpoint", metavar="FILE", help="The log, or the proof, has to fit this one.")
@click.option("--since", metavar="FILE", help="A proof of growth has to begin at this one.")
@click.option("--key", metavar="KEY|FILE", help="The verifier key of whoever signed.")
@with_options
def command(
    asked: Asked,
    proof: str | None,
    bundle: str | None,
    checkpoint: str | None,
    since: str | None,
    key: str | None,
) -> None:
    """Verify a log: every event, its place and its hash.

    Reads the whole log and recomputes all of it. With --checkpoint the log also has to continue
    what was signed then. With --proof or --bundle no log is read at all. Exit status 3 and the
    first bad position, or what else does not hold.
    """
    if bundle is not None:
        _only("--bundle", **{"--proof": proof, "--checkpoint": checkpoint, "--since": since})
        document, page = _bundle(bundle, key)
    elif proof is not None:
        document, page = _proof(proof, checkpoint, since, key)
    else:
        _only("a log", **{"--since": since})
        document, page = _log(asked, checkpoint, key)
    if asked.json:
        write_json(document())
    else:
        show(page)


_Found = tuple[Callable[[], Mapping[str, object]], Iterator[Block]]


def _only(what: str, **others: str | None) -> None:
    """Refuse options that say nothing to what is verified."""
    if given := [option for option, value in others.items() if value is not None]:
        obstacle = f"{given[0]} says nothing about it"
        raise InvalidValueError(f"verify {what}", obstacle, f"leave {given[0]} out")


def _log(asked: Asked, checkpoint: str | None, key: str | None) -> _Found:
    from ccm_engine.exporters.evidence import verified_document
    from ccm_engine.log import Seal

    older = None
    if (signing := verifier_key(key)) is not None and checkpoint is not None:
        from ccm_engine.evidence.verifier import open_checkpoint

        older = open_checkpoint(read_text(checkpoint, "the checkpoint"), signing)
    elif checkpoint is not None or key is not None:
        obstacle = "a checkpoint counts by its signature, and a key by what it signed"
        raise InvalidValueError("verify the log", obstacle, "give both --checkpoint and --key")
    asked.refuse_clocks("verify a log")
    with asked.engine() as engine:
        seal, name = engine.verify(), engine.log_name
        if older is not None:
            engine.tree.continues(Seal(older.size, older.root))
    say_where(asked)
    document = verified_document(name, seal, older)
    said = [Line(f"{name}: {seal.size:,} events, every one as it was recorded", Tone.GOOD)]
    said.append(Line(f"root {document['root']}"))
    if older is not None:
        by = f"it continues the {older.size:,} events that {older.origin} had at the checkpoint"
        said.append(Line(by, Tone.GOOD))
    else:
        said.append(Line("whether it is the log of before, only an older checkpoint can tell"))
    return lambda: document, iter(said)


def _proof(proof: str, checkpoint: str | None, since: str | None, key: str | None) -> _Found:
    from ccm_engine.evidence.proofs import InclusionProof, read_proof
    from ccm_engine.evidence.verifier import check_proof
    from ccm_engine.exporters.evidence import proof_document

    found = read_proof(read_text(proof, "the proof"))
    checked = check_proof(
        found,
        key=verifier_key(key),
        checkpoint=None if checkpoint is None else read_text(checkpoint, "the checkpoint"),
        old_checkpoint=None if since is None else read_text(since, "the checkpoint"),
    )
    said = [Line(str(checked), Tone.GOOD if checked.trusted_by else Tone.PLAIN)]
    if isinstance(found, InclusionProof):
        said.append(Line(found.leaf))
    if checked.trusted_by is None:
        said.append(Line(_UNSIGNED, Tone.WARNING))
    return lambda: proof_document(checked), iter(said)


def _bundle(bundle: str, key: str | None) -> _Found:
    from ccm_engine.cli.progress import busy
    from ccm_engine.exporters.bundle_check import ZIP, bundle_document, check_bundle

    data, signing = read_bytes(bundle, "the bundle", opening=ZIP), verifier_key(key)
    with busy("rebuilding every answer"):
        checked = check_bundle(data, signing)
    said = [
        Line(f"{bundle}: {checked.size:,} events, and what follows from them", Tone.GOOD),
        Line(f"every answer as of {checked.as_of} was rebuilt, and is the same byte for byte"),
        Line(f"root {checked.root}"),
    ]
    if checked.trusted_by is None:
        said.append(Line(_UNSIGNED, Tone.WARNING))
    else:
        said.append(Line(f"signed by {checked.trusted_by} for {checked.origin}", Tone.GOOD))
    return lambda: bundle_document(checked), iter(said)
