"""Keys, checkpoints, proofs and bundles as files that a stranger may have sent."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from ccm_engine.errors import CcmError, InvalidValueError, MalformedEvidenceError

if TYPE_CHECKING:
    from ccm_engine.evidence.notes import VerifierKey
    from ccm_engine.evidence.signing import Signer

STANDARD_INPUT: Final = "-"
LONGEST_TEXT: Final = 8 * 1024 * 1024  # bytes
_KEY: Final = re.compile(r"[^\s+]+\+[0-9a-f]{8}\+\S+")
LARGEST: Final = 1024**3  # bytes; of a bundle
_PIECE: Final = 1024**2  # bytes


def read_bytes(name: str, what: str, most: int = LARGEST, opening: bytes = b"") -> bytes:
    """Return what is in a file, or in standard input for `-`; `what` names it in messages.

    What does not begin with `opening` is read no further than that.
    """
    asked = f"read {what} {name}"
    try:
        if name == STANDARD_INPUT:
            found = _read(sys.stdin.buffer, most + 1, opening)
        else:
            with Path(name).open("rb") as stream:
                found = _read(stream, most + 1, opening)
    except (OSError, ValueError) as error:
        if isinstance(error, CcmError):
            raise
        said = (getattr(error, "strerror", None) or str(error)).lower()
        remedy = "name a file that can be read, or - for standard input"
        raise MalformedEvidenceError(asked, said, remedy) from error
    if len(found) > most:
        obstacle = f"it is larger than {most:,} bytes"
        raise MalformedEvidenceError(asked, obstacle, f"give {what} alone")
    return found


def _read(stream: BinaryIO, most: int, opening: bytes) -> bytes:
    """Read so many bytes, or all there are: a single read sets room for `most` aside at once."""
    found = BytesIO()
    found.write(stream.read(len(opening)))
    if found.getvalue() != opening:
        return found.getvalue()
    while piece := stream.read(min(_PIECE, most - found.tell())):
        found.write(piece)
    return found.getvalue()


def read_text(name: str, what: str) -> str:
    """Return the text of a file, which has to be UTF-8."""
    try:
        return read_bytes(name, what, LONGEST_TEXT).decode()
    except UnicodeDecodeError as error:
        asked, remedy = f"read {what} {name}", "give the file as it was written"
        raise MalformedEvidenceError(asked, "it is not UTF-8", remedy) from error


def verifier_key(given: str | None) -> VerifierKey | None:
    """Return the key that signatures are verified with: given itself, or in a file."""
    if given is None:
        return None
    from ccm_engine.evidence.notes import read_verifier_key

    itself = _KEY.fullmatch(given) is not None
    return read_verifier_key(given if itself else read_text(given, "the key in"))


def signer_if_any(name: str | None, key_name: str | None) -> Signer | None:
    """Return the signer, where a key is given; a name without a key signs nothing."""
    if name is None and key_name is not None:
        raise InvalidValueError("sign", "--name goes with a key", "give --key, or leave --name out")
    return None if name is None else signer(name, key_name)


def signer(name: str, key_name: str | None) -> Signer:
    """Return the signer whose key is in a file; `key_name` goes with a PEM key."""
    from ccm_engine.evidence.signing import read_signer

    return read_signer(read_text(name, "the key in"), key_name)


def file_to_write(name: str, what: str) -> Path:
    """Return the path of a new file; refuse a name that is none, a folder's, or a stream's."""
    path = Path(name)
    if not path.name or name.endswith(("/", "\\")) or name == STANDARD_INPUT:
        raise InvalidValueError(f"write {what} to {name!r}", "it names no file", "name a new file")
    return path
