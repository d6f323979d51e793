"""Verify an audit bundle: rebuild all that it says from its events, and compare byte for byte."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any, Final, cast
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import attrs

from ccm_engine.domain.articles import RULE_SET
from ccm_engine.domain.calendar import parse_day
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.errors import CcmError, EvidenceError, MalformedEvidenceError, WrongKeyError
from ccm_engine.evidence.notes import Checkpoint, VerifierKey, read_checkpoint, read_note
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.untrusted import json_object
from ccm_engine.evidence.verifier import leaf_hash, open_checkpoint
from ccm_engine.exporters.bundle import (
    ANSWERS,
    CHECKPOINT,
    EVENTS,
    FORMAT,
    MANIFEST,
    PROOFS,
    Question,
    contents,
    zipped,
)

SHORTEST_LINE: Final = 100  # bytes of an event, with its place and its moment; no class has fewer
ZIP: Final = b"PK\x03\x04"  # how a zip file begins that holds something
ASKED: Final = "verify the bundle"
AS_MADE: Final = "take it again from whoever made it"
_UNREADABLE: Final = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What `zipfile` raises: for damage, a cut, a method it lacks, an encrypted file, a bad offset."""

FILES: Final = frozenset({MANIFEST, EVENTS, CHECKPOINT, PROOFS, *ANSWERS})


@attrs.frozen
class BundleChecked:
    """What a bundle was found to prove: these events, and these answers derived from them.

    `trusted_by` is the key whose signature on the checkpoint was verified; without one nobody
    vouches for the events, as anybody can make a bundle.
    """

    as_of: date
    size: int
    root: str
    origin: str
    trusted_by: str | None
    files: tuple[str, ...]


def check_bundle(data: bytes, key: VerifierKey | None = None) -> BundleChecked:
    """Verify a bundle, with the key that signed its checkpoint if given.

    Raises `MalformedEvidenceError` if it cannot be read as one or was made by other rules, and
    `EvidenceError` with the file that does not hold.
    """
    files = _unzipped(data)
    question = _question(files[MANIFEST])
    lines = _lines(files[EVENTS])
    signed = _text(files[CHECKPOINT], CHECKPOINT)
    if key is not None and "\n\n" not in signed:
        raise WrongKeyError(
            ASKED, "its checkpoint is not signed", "ask for a bundle that is signed"
        )
    checkpoint = _checkpoint(signed) if key is None else open_checkpoint(signed, key)
    tree = Tree(map(leaf_hash, lines))
    if (checkpoint.size, checkpoint.root) != (tree.size, tree.root()):
        raise _refused(f"{EVENTS} does not come to the root in {CHECKPOINT}")
    rebuilt = contents(lines, question, signed)
    for name in (*sorted(FILES - {MANIFEST}), MANIFEST):
        _compare(name, files[name], rebuilt[name])
    if zipped(rebuilt) != data:
        raise _refused("its files were put together in another way, or more is hidden in it")
    return BundleChecked(
        question.as_of,
        tree.size,
        b64encode(tree.root()).decode(),
        checkpoint.origin,
        None if key is None else key.name,
        tuple(sorted(FILES)),
    )


def _lines(events: bytes) -> tuple[bytes, ...]:
    """Return the lines of the events; too many to be any are not even taken apart."""
    if events.count(b"\n") * SHORTEST_LINE > len(events):
        raise _malformed(f"{EVENTS} has lines too short for an event", AS_MADE)
    return tuple(events.split(b"\n")[:-1])


def _compare(name: str, found: bytes, rebuilt: bytes) -> None:
    """Refuse a file that is not what the events of the bundle make, byte for byte."""
    if sha256(found).digest() == sha256(rebuilt).digest():
        return
    pairs = zip(found.split(b"\n"), rebuilt.split(b"\n"), strict=False)
    number = next((each for each, (one, other) in enumerate(pairs, 1) if one != other), 0)
    where = f"line {number}" if number else "its length"
    raise _refused(f"{name} is not what its events make: {where} differs")


def _checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint of a bundle, signed or not; no signature is verified."""
    return read_checkpoint(read_note(text).text if "\n\n" in text else text)


def _question(manifest: bytes) -> Question:
    """Return what a bundle was asked; refuse one of another format or other rules."""
    said = cast("dict[str, Any]", json_object(_text(manifest, MANIFEST), ASKED, longest=1_000_000))
    if said.get("format") != FORMAT:
        raise _malformed(f"it is no bundle of the format {FORMAT}", "use the version that made it")
    if said.get("rule_set") != RULE_SET:
        obstacle = f"its answers follow {str(said.get('rule_set'))[:60]}, this library {RULE_SET}"
        raise _malformed(obstacle, "verify it with the version of ccm_engine that made it")
    try:
        by = said["published_by"]
        choices = {str(name): str(value) for name, value in said["interpretation"].items()}
        return Question(
            parse_day(str(said["as_of"])),
            None if by is None else parse_day(str(by)),
            Interpretation.choosing(choices),
        )
    except CcmError as error:
        raise _malformed(f"{MANIFEST} makes no sense: {error}", AS_MADE) from error
    except (KeyError, AttributeError) as error:
        raise _malformed(f"{MANIFEST} does not say what was asked", AS_MADE) from error


def _unzipped(data: bytes) -> dict[str, bytes]:
    """Return the files of a bundle: those that belong in one, each once, none compressed."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_names([each.filename for each in entries])
            for each in entries:
                _check_entry(each)
            if sum(each.file_size for each in entries) > len(data):
                raise _malformed("its files are larger than it is", AS_MADE)
            return {each.filename: archive.read(each) for each in entries}
    except CcmError:
        raise
    except _UNREADABLE as error:
        raise _malformed("it is cut, damaged, or no zip file", AS_MADE) from error


def _check_names(names: list[str]) -> None:
    outside = [name for name in names if name.startswith(("/", "\\")) or ".." in name]
    if outside:
        raise _malformed(f"it holds a path that leads outside: {outside[0][:80]!r}", AS_MADE)
    if strange := [name for name in names if name not in FILES]:
        raise _malformed(f"it holds {strange[0][:80]!r}, which is no part of a bundle", AS_MADE)
    if len(names) != len(set(names)):
        raise _malformed("it holds a file twice", AS_MADE)
    if missing := sorted(FILES.difference(names)):
        raise _malformed(f"it lacks {missing[0]}", AS_MADE)


def _check_entry(entry: ZipInfo) -> None:
    if entry.compress_type != ZIP_STORED or entry.file_size != entry.compress_size:
        raise _malformed(f"{entry.filename} is compressed, and a bundle never is", AS_MADE)


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise _malformed(f"{name} is not UTF-8", AS_MADE) from error


def _malformed(obstacle: str, remedy: str) -> MalformedEvidenceError:
    return MalformedEvidenceError(ASKED, obstacle, remedy)


def _refused(obstacle: str) -> EvidenceError:
    return EvidenceError(ASKED, obstacle, "do not rely on it")


def bundle_document(checked: BundleChecked) -> dict[str, object]:
    """Return what was verified, as JSON has it."""
    return {
        "verified": "bundle",
        "as_of": checked.as_of.isoformat(),
        "size": checked.size,
        "root": checked.root,
        "origin": checked.origin,
        "trusted_by": checked.trusted_by,
        "files": list(checked.files),
    }
