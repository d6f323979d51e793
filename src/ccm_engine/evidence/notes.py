"""Signed notes, the checkpoints in them, and the keys that verify them, as text and back.

The formats are C2SP signed-note and tlog-checkpoint. What a note is worth, `verifier` says.
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from typing import Final

import attrs

from ccm_engine.errors import MalformedEvidenceError, WrongKeyError
from ccm_engine.evidence.untrusted import base64_bytes, utf8

ED25519: Final = b"\x01"  # the type of a key, as a signed note has it
OTHER_TYPES: Final = {
    b"\x02": "an ECDSA key",
    b"\x04": "the key of a witness",
    b"\x05": "the key of a certificate log",
    b"\x06": "an ML-DSA key",
}
KEY_PARTS: Final = 3  # name, hash and key
KEY_BYTES: Final = 32
KEY_HASH_BYTES: Final = 4
ROOT_BYTES: Final = 32
LEAST_LINES: Final = 3  # of a checkpoint: origin, size and root
LONGEST_NOTE: Final = 1_000_000  # characters
LONGEST_KEY: Final = 20_000  # characters; the largest RSA keys in use are to be told what they are
LONGEST_NAME: Final = 255  # characters; of a key or a log
MOST_SIGNATURES: Final = 100

NAME: Final = re.compile(rf"[^\s+]{{1,{LONGEST_NAME}}}")  # of a key: C2SP signed-note
CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")  # all but the line feed
SIGNATURE_LINE: Final = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)")
SIZE: Final = re.compile(r"0|[1-9][0-9]{0,18}")
KEY_HASH: Final = re.compile(r"[0-9a-f]{8}")
SIGNER_PREFIX: Final = "PRIVATE+KEY+"

READ_NOTE: Final = "cannot read the signed note"
READ_CHECKPOINT: Final = "cannot read the checkpoint"
READ_KEY: Final = "cannot read the verifier key"
AS_ISSUED: Final = "give it as it was issued"
PUBLISHED: Final = "give the verifier key as it was published: name+hash+base64"


@attrs.frozen
class VerifierKey:
    """Who may sign: a name, and an Ed25519 public key of 32 bytes."""

    name: str
    public_key: bytes

    @property
    def hash(self) -> bytes:
        """The four bytes by which a signature says its key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public_key).digest()[
            :KEY_HASH_BYTES
        ]

    @property
    def text(self) -> str:
        """The key as it is published: `name+hash+base64`."""
        key = base64.b64encode(ED25519 + self.public_key).decode()
        return f"{self.name}+{self.hash.hex()}+{key}"


@attrs.frozen
class Signature:
    """One signature of a note, and the name and hash of the key it says it is by."""

    name: str
    key_hash: bytes
    value: bytes


@attrs.frozen
class Note:
    """A text, through its last line feed, and its signatures, at least one. None is verified."""

    text: str
    signatures: tuple[Signature, ...]


@attrs.frozen
class Checkpoint:
    """The name, size and root of a log."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text to sign. Raises `MalformedEvidenceError` if it would say something else."""
        root = base64.b64encode(self.root).decode()
        text = "".join(f"{line}\n" for line in (self.origin, self.size, root, *self.extensions))
        if read_checkpoint(text) != self:
            obstacle = "a line of it holds a line break"
            raise MalformedEvidenceError("cannot write the checkpoint", obstacle, "leave it out")
        return text


def read_checkpoint(text: str) -> Checkpoint:
    """Return what the text of a note says as a checkpoint."""
    *lines, end = text.split("\n")
    if end or len(lines) < LEAST_LINES or not all(lines):
        obstacle = "it is not three lines or more, each ended and none empty"
        raise MalformedEvidenceError(READ_CHECKPOINT, obstacle, AS_ISSUED)
    origin, size, root, *extensions = lines
    if not origin.isprintable() or len(origin) > LONGEST_NAME:
        obstacle = f"its first line is no name of at most {LONGEST_NAME} characters that print"
        raise MalformedEvidenceError(READ_CHECKPOINT, obstacle, AS_ISSUED, field="origin")
    if not SIZE.fullmatch(size):
        obstacle = "its second line is no number of events"
        raise MalformedEvidenceError(READ_CHECKPOINT, obstacle, AS_ISSUED, field="size")
    found = base64_bytes(root, READ_CHECKPOINT, "root", length=ROOT_BYTES)
    return Checkpoint(origin, int(size), found, tuple(extensions))


def read_note(text: str) -> Note:
    """Return the text and the signatures of a signed note: all in it after the last empty line."""
    if len(text) > LONGEST_NOTE:
        obstacle = f"it is {len(text):,} characters long, and {LONGEST_NOTE:,} is the most"
        raise MalformedEvidenceError(READ_NOTE, obstacle, AS_ISSUED)
    check_text(text, READ_NOTE)
    body, blank, signed = text.rpartition("\n\n")
    *lines, end = signed.split("\n")
    if not blank or end or not lines:
        obstacle = "it is no text, empty line and lines of signatures, each ended"
        raise MalformedEvidenceError(READ_NOTE, obstacle, AS_ISSUED)
    if len(lines) > MOST_SIGNATURES:
        obstacle = f"it has {len(lines)} signatures, and {MOST_SIGNATURES} is the most"
        raise MalformedEvidenceError(READ_NOTE, obstacle, AS_ISSUED)
    return Note(f"{body}\n", tuple(map(_signature, lines)))


def _signature(line: str) -> Signature:
    found = SIGNATURE_LINE.fullmatch(line)
    value = base64_bytes(found[2], READ_NOTE, "signature") if found else b""
    if found is None or len(value) <= KEY_HASH_BYTES:
        obstacle = "a line after its last empty line is no signature"
        raise MalformedEvidenceError(READ_NOTE, obstacle, AS_ISSUED, field="signature")
    return Signature(found[1], value[:KEY_HASH_BYTES], value[KEY_HASH_BYTES:])


def read_verifier_key(text: str) -> VerifierKey:
    """Return the verifier key a text holds; white space around it is none of it.

    Raises `WrongKeyError` if it is a key of another kind, and never repeats what it was given.
    """
    text = text.strip()
    if text.startswith(SIGNER_PREFIX):
        obstacle = "it is a signer key, which is secret"
        raise WrongKeyError(READ_KEY, obstacle, "give the verifier key that goes with it")
    if "-----BEGIN" in text:
        raise WrongKeyError(READ_KEY, "it is a PEM file", PUBLISHED)
    name, key_hash, public_key = split_key(text, READ_KEY, PUBLISHED)
    key = VerifierKey(name, public_key)
    if key.hash.hex() != key_hash:
        obstacle = "its hash is not that of its name and key"
        raise MalformedEvidenceError(READ_KEY, obstacle, PUBLISHED, field="hash")
    return key


def split_key(text: str, asked: str, remedy: str) -> tuple[str, str, bytes]:
    """Return the name, the hash and the 32 bytes of an Ed25519 key in `name+hash+base64`."""
    parts = text.split("+", 2) if len(text) <= LONGEST_KEY else []
    if len(parts) != KEY_PARTS or not KEY_HASH.fullmatch(parts[1]):
        obstacle = "it is no name, hash of eight hexadecimal digits and base64, a plus between them"
        raise MalformedEvidenceError(asked, obstacle, remedy)
    name, key_hash, rest = parts
    check_name(name, asked)
    key = base64_bytes(rest, asked, "key")
    if key[:1] != ED25519:
        obstacle = f"it is {OTHER_TYPES.get(key[:1], 'a key of another type')}, not an Ed25519 key"
        raise WrongKeyError(asked, obstacle, remedy)
    if len(key) != len(ED25519) + KEY_BYTES:
        obstacle = f"its key is {len(key) - 1} bytes long, not {KEY_BYTES}"
        raise MalformedEvidenceError(asked, obstacle, remedy, field="key")
    return name, key_hash, key[1:]


def check_name(name: str, asked: str) -> None:
    """Refuse what cannot be the name of a key."""
    utf8(name, asked)
    if not NAME.fullmatch(name) or not name.isprintable():
        obstacle = "the name of the key is empty or too long, or has a space or a plus in it"
        remedy = "name it like a place: example.org/log"
        raise MalformedEvidenceError(asked, obstacle, remedy, field="name")


def check_text(text: str, asked: str) -> None:
    """Refuse a text that no note can hold."""
    utf8(text, asked)
    if CONTROL.search(text):
        obstacle = "it holds a control character other than the line feed"
        remedy = "give it byte for byte: reading or sending it may have changed its line ends"
        raise MalformedEvidenceError(asked, obstacle, remedy)
