"""What a proof is worth: read this module to know why one is believed.

A log is a Merkle tree (RFC 9162, section 2.1) whose leaves are the lines of its events, in order.
A checkpoint says the name, size and root of a log, and is signed with Ed25519. A path binds what
it shows to a root but not to a size, so a proof is worth as much as the signature on a checkpoint
of its size and root. `proofs` and `notes` read the documents, and conclude nothing.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

import attrs

from ccm_engine.errors import EvidenceError, InvalidValueError, WrongKeyError
from ccm_engine.evidence.notes import Checkpoint, Note, VerifierKey, read_checkpoint, read_note
from ccm_engine.evidence.proofs import InclusionProof, Proof

EMPTY_ROOT: Final = sha256(b"").digest()
ASKED: Final = "cannot accept the proof"


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of one line of the log."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash over two hashes."""
    return sha256(b"\x01" + left + right).digest()


def verify_inclusion(
    index: int, size: int, leaf: bytes, path: Sequence[bytes], root: bytes
) -> None:
    """Verify that a leaf hash stands at an index, from 0, under a root: RFC 9162, 2.1.3.2."""
    _refuse(f"there is no position {index + 1} among {size}", when=not 0 <= index < size)
    _refuse("a hash is not 32 bytes long", when={*map(len, (leaf, root, *path))} != {32})
    found = leaf
    for each, on_left in _placed(path, index, size - 1):
        found = node_hash(each, found) if on_left else node_hash(found, each)
    _refuse("its path leads to another root", when=found != root)


def verify_consistency(
    old_size: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]
) -> None:
    """Verify that a log begins with an older one: RFC 9162, 2.1.4.2. Each begins with none."""
    _refuse(f"{size} do not begin with {old_size}", when=not 0 <= old_size <= size)
    _refuse("a hash is not 32 bytes long", when={*map(len, (old_root, root, *path))} != {32})
    _refuse("an empty log has another root", when=old_size == 0 and old_root != EMPTY_ROOT)
    _refuse("logs of one size have two roots", when=old_size == size and old_root != root)
    if old_size in {0, size}:
        _refuse("its path is too long", when=len(path) > 0)
        return
    _refuse("its path is empty", when=not path)
    # The path begins with the last perfect subtree of the older log, unless that is all of it.
    start, *rest = (old_root, *path) if old_size & (old_size - 1) == 0 else path
    node, last, old_found, found = old_size - 1, size - 1, start, start
    while node & 1:
        node, last = node >> 1, last >> 1
    for each, on_left in _placed(rest, node, last):
        old_found = node_hash(each, old_found) if on_left else old_found
        found = node_hash(each, found) if on_left else node_hash(found, each)
    _refuse("its path leads to another root of the older log", when=old_found != old_root)
    _refuse("its path leads to another root", when=found != root)


def _placed(path: Sequence[bytes], node: int, last: int) -> list[tuple[bytes, bool]]:
    """Return the hashes of a path, and whether each is on the left of the node it is joined to.

    `last` is the last node on the level where the path begins.
    """
    on_left: list[bool] = []
    while last:
        on_left.append(node & 1 == 1 or node == last)
        while node == last and not node & 1:  # alone on its level: it is the node above, too
            node, last = node >> 1, last >> 1
        node, last = node >> 1, last >> 1
    obstacle = f"its path has {len(path)} hashes where {len(on_left)} belong"
    _refuse(obstacle, when=len(path) != len(on_left))
    return list(zip(path, on_left, strict=True))


def verify_note(note: Note, key: VerifierKey) -> None:
    """Verify that a key signed a note: every signature that says it is by that key has to hold.

    Raises `WrongKeyError` if none says so, and `EvidenceError` if one does not hold.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415  # hashing needs no keys
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415  # as above

    asked = f"cannot accept the signature of {key.name}"
    own = [each for each in note.signatures if (each.name, each.key_hash) == (key.name, key.hash)]
    if not own:
        signers = ", ".join(each.key_hash.hex() for each in note.signatures[:3])
        obstacle = f"the note is signed by key {signers}, not by {key.name}+{key.hash.hex()}"
        raise WrongKeyError(asked, obstacle, "give the verifier key of its signer")
    public_key = ed25519.Ed25519PublicKey.from_public_bytes(key.public_key)
    try:
        for each in own:
            public_key.verify(each.value, note.text.encode())
    except InvalidSignature:
        obstacle = "it does not fit this text, which was changed or never signed"
        raise EvidenceError(asked, obstacle, "do not rely on it") from None


def open_checkpoint(signed_note: str, key: VerifierKey) -> Checkpoint:
    """Return the checkpoint in a signed note, once its signature is verified."""
    note = read_note(signed_note)
    verify_note(note, key)
    return read_checkpoint(note.text)


@attrs.frozen
class Checked:
    """What was proven of a log, and the key that vouches for its name, size and root.

    Without a key nobody does: the proof fits the root it names itself, as anybody can make one do.
    """

    proven: str
    size: int
    root: bytes
    origin: str | None
    trusted_by: str | None

    def __str__(self) -> str:
        root, by = _base64(self.root), self.trusted_by
        vouched = "no signature was verified" if by is None else f"signed by {by} for {self.origin}"
        return f"{self.proven} of a log of {self.size} events with root {root}; {vouched}"


def check_proof(
    proof: Proof,
    *,
    key: VerifierKey | None = None,
    checkpoint: str | None = None,
    old_checkpoint: str | None = None,
) -> Checked:
    """Check a proof with what is given here and nothing else.

    With a key, the signed checkpoint given, or else the one in the proof, is verified first, and
    the proof has to be for that log, size and root. An older checkpoint, if given, has to be
    where a consistency proof begins. Raises `EvidenceError` if anything does not hold.
    """
    if key is None and not (checkpoint is None and old_checkpoint is None):
        raise InvalidValueError(ASKED, "a checkpoint counts by its signature", "give its key")
    signed = proof.checkpoint if checkpoint is None else checkpoint
    if key is not None and signed is None:
        obstacle = f"there is no checkpoint that {key.name} could have signed"
        raise InvalidValueError(ASKED, obstacle, "give the checkpoint")
    trusted, older = _trusted(signed, key), _trusted(old_checkpoint, key)
    origin = None if trusted is None else trusted.origin
    _belong("it", proof.size, proof.root, trusted, origin)
    if proof.checkpoint is not None:
        own = read_checkpoint(read_note(proof.checkpoint).text)
        _belong("it", proof.size, proof.root, own, origin)
    if isinstance(proof, InclusionProof):
        _refuse("one event has no older checkpoint", when=older is not None)
        leaf = leaf_hash(proof.leaf.encode())  # its line says this position and id: see `proofs`
        verify_inclusion(proof.position - 1, proof.size, leaf, proof.path, proof.root)
        proven = f"{proof.id} is event {proof.position}"
    else:
        since = proof.since_size, proof.since_root
        _belong("its older log", *since, older, origin)
        verify_consistency(*since, proof.size, proof.root, proof.path)
        proven = f"the {since[0]} events with root {_base64(since[1])} are the beginning"
    return Checked(proven, proof.size, proof.root, origin, None if key is None else key.name)


def _trusted(signed_note: str | None, key: VerifierKey | None) -> Checkpoint | None:
    return None if signed_note is None or key is None else open_checkpoint(signed_note, key)


def _belong(what: str, size: int, root: bytes, to: Checkpoint | None, origin: str | None) -> None:
    if to is not None:
        other_size = f"{what} is of {size} events, the checkpoint of {to.size}"
        _refuse(other_size, when=to.size != size)
        _refuse(f"{what} has another root than the checkpoint", when=to.root != root)
        other_log = f"its checkpoints are of two logs, {origin} and {to.origin}"
        _refuse(other_log, when=origin not in {None, to.origin})


def _refuse(obstacle: str, *, when: bool) -> None:
    if when:
        raise EvidenceError(ASKED, obstacle, "do not rely on it")


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
