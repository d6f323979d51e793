"""A log of Bulgaria's lines, its proofs, and the keys that sign its checkpoints."""

from __future__ import annotations

import json
from typing import Final

from ccm_engine.evidence.notes import Checkpoint, VerifierKey, read_verifier_key
from ccm_engine.evidence.proofs import ConsistencyProof, InclusionProof
from ccm_engine.evidence.signing import Signer, new_signer
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash

ORIGIN: Final = "example.org/ccm"
SIGNER: Final = new_signer(ORIGIN, bytes(range(32)))
STRANGER: Final = new_signer(ORIGIN, bytes(32))


def key_of(signer: Signer) -> VerifierKey:
    return read_verifier_key(signer.verifier_key)


KEY: Final = key_of(SIGNER)


def line(position: int) -> str:
    """Return the line of Bulgaria's event at a position."""
    return json.dumps(
        {
            "id": f"BGR#{position}",
            "position": position,
            "recorded_at": "2026-11-20T12:00:00.000000Z",
            "event": {"type": "ccm.claim.v1", "country": "България"},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def tree(size: int) -> Tree:
    return Tree(leaf_hash(line(position).encode()) for position in range(1, size + 1))


LOG: Final = tree(100)


def checkpoint(size: int, *, origin: str = ORIGIN, of: Tree = LOG, by: Signer = SIGNER) -> str:
    return by.sign(Checkpoint(origin, size, of.root(size)).text)


def inclusion(position: int, size: int, *, signed: str | None = None) -> InclusionProof:
    return InclusionProof(
        position=position,
        id=f"BGR#{position}",
        size=size,
        root=LOG.root(size),
        leaf=line(position),
        path=LOG.inclusion_path(position - 1, size),
        checkpoint=signed,
    )


def consistency(old_size: int, size: int, *, signed: str | None = None) -> ConsistencyProof:
    return ConsistencyProof(
        since_size=old_size,
        since_root=LOG.root(old_size),
        size=size,
        root=LOG.root(size),
        path=LOG.consistency_path(old_size, size),
        checkpoint=signed,
    )
