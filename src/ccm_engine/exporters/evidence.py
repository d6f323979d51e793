"""Evidence: a checkpoint, a verified log, a checked proof."""

from __future__ import annotations

from base64 import b64encode

from ccm_engine.evidence.notes import Checkpoint
from ccm_engine.evidence.verifier import Checked
from ccm_engine.exporters.envelope import Document
from ccm_engine.log import Seal


def checkpoint_document(checkpoint: Checkpoint, note: str, verifier_key: str) -> Document:
    """Return the signed `checkpoint` as text, what it says, and the key that verifies it."""
    return {
        "checkpoint": note,
        "origin": checkpoint.origin,
        "size": checkpoint.size,
        "root": b64encode(checkpoint.root).decode(),
        "verifier_key": verifier_key,
    }


def verified_document(name: str, seal: Seal, checkpoint: Checkpoint | None) -> Document:
    """Return which log was `verified`, what it comes to, and the checkpoint that it continues."""
    return {
        "verified": "log",
        "name": name,
        "size": seal.size,
        "root": b64encode(seal.root).decode(),
        "continues": None
        if checkpoint is None
        else {
            "origin": checkpoint.origin,
            "size": checkpoint.size,
            "root": b64encode(checkpoint.root).decode(),
        },
    }


def proof_document(checked: Checked) -> Document:
    """Return what a proof was found to prove, and by whose signature."""
    return {
        "verified": "proof",
        "proven": checked.proven,
        "size": checked.size,
        "root": b64encode(checked.root).decode(),
        "origin": checked.origin,
        "trusted_by": checked.trusted_by,
    }
