"""What a proof holds, as JSON and back. What it is worth, `verifier` says.

A proof comes from whoever wants to be believed: every name, type, length and bound is checked.
"""

from __future__ import annotations

import base64
from collections.abc import Set as AbstractSet
from typing import Final

import attrs

from ccm_engine.errors import EvidenceError, MalformedEvidenceError
from ccm_engine.evidence.untrusted import base64_bytes, json_object, utf8

ASKED: Final = "cannot read the proof"
AS_ISSUED: Final = "give it as it was issued"
HASH_BYTES: Final = 32  # SHA-256
LONGEST_PATH: Final = 64  # hashes; a path of n hashes spans up to 2**n leaves
LARGEST_SIZE: Final = 2**63 - 1  # leaves
LONGEST_PROOF: Final = 4_000_000  # characters; the line of an event is a part of it

INCLUSION_FIELDS: Final = frozenset(
    {"proof", "position", "id", "size", "root", "leaf", "path", "checkpoint"}
)
CONSISTENCY_FIELDS: Final = frozenset({"proof", "since", "size", "root", "path", "checkpoint"})


@attrs.frozen(kw_only=True)
class InclusionProof:
    """That one event stands at one position of a log of one size and root.

    `position` counts from 1. `leaf` is the event's line, without a line break; a proof whose line
    says another position or identifier cannot be made: it raises `EvidenceError`.
    """

    position: int
    id: str
    size: int
    root: bytes
    leaf: str
    path: tuple[bytes, ...]
    checkpoint: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a line that is not about this event."""
        if not self.id or not self.id.isprintable():  # it is shown to whoever asks
            raise MalformedEvidenceError(ASKED, "id is no identifier", AS_ISSUED, field="id")
        utf8(self.leaf, ASKED)
        if not {"\n", "\r"}.isdisjoint(self.leaf):
            raise MalformedEvidenceError(ASKED, "leaf is not one line", AS_ISSUED, field="leaf")
        line = json_object(self.leaf, "cannot read the line in the proof", longest=LONGEST_PROOF)
        for name, value in (("position", self.position), ("id", self.id)):
            said = line.get(name)
            if type(said) is not type(value) or said != value:  # `True == 1`, and is no position
                asked = f"cannot accept the proof of {self.id:.40} at position {self.position}"
                obstacle = f"its line says another {name}: {repr(said)[:40]}"
                raise EvidenceError(asked, obstacle, "do not rely on it", field=name)

    def document(self) -> dict[str, object]:
        """Return the proof as JSON has it."""
        return {
            "proof": "inclusion",
            "position": self.position,
            "id": self.id,
            "size": self.size,
            "root": _base64(self.root),
            "leaf": self.leaf,
            "path": [_base64(each) for each in self.path],
            "checkpoint": self.checkpoint,
        }


@attrs.frozen(kw_only=True)
class ConsistencyProof:
    """That a log of one size and root begins with the log that had `since_size`, `since_root`."""

    since_size: int
    since_root: bytes
    size: int
    root: bytes
    path: tuple[bytes, ...]
    checkpoint: str | None = None

    def document(self) -> dict[str, object]:
        """Return the proof as JSON has it."""
        return {
            "proof": "consistency",
            "since": {"size": self.since_size, "root": _base64(self.since_root)},
            "size": self.size,
            "root": _base64(self.root),
            "path": [_base64(each) for each in self.path],
            "checkpoint": self.checkpoint,
        }


Proof = InclusionProof | ConsistencyProof


def read_proof(text: str) -> Proof:
    """Return the proof a JSON document holds; nothing is verified yet.

    Raises `MalformedEvidenceError` if it is no proof, and `EvidenceError` if its line is about
    another event.
    """
    document = json_object(text, ASKED, longest=LONGEST_PROOF)
    kind = document.get("proof")
    if kind == "inclusion":
        _exactly(document, INCLUSION_FIELDS)
        return InclusionProof(
            position=_count(document, "position", least=1),
            id=_text(document, "id"),
            size=_count(document, "size", least=1),
            root=_hash(document["root"], "root"),
            leaf=_text(document, "leaf"),
            path=_path(document["path"]),
            checkpoint=_checkpoint(document),
        )
    if kind == "consistency":
        _exactly(document, CONSISTENCY_FIELDS)
        since = _since(document["since"])
        return ConsistencyProof(
            since_size=_count(since, "size", least=0),
            since_root=_hash(since["root"], "since.root"),
            size=_count(document, "size", least=0),
            root=_hash(document["root"], "root"),
            path=_path(document["path"]),
            checkpoint=_checkpoint(document),
        )
    raise _malformed("proof", "it says neither inclusion nor consistency")


def _exactly(document: dict[str, object], fields: AbstractSet[str], of: str = "") -> None:
    for name in sorted(fields - document.keys()):
        raise _malformed(of + name, f"it has no {of}{name}")
    for name in sorted(document.keys() - fields):
        raise _malformed(of + name, f"{of + name[:40]!r} has no place in it")


def _since(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _malformed("since", "since is no JSON object")
    found: dict[str, object] = {**value}
    _exactly(found, {"size", "root"}, "since.")
    return found


def _count(document: dict[str, object], name: str, *, least: int) -> int:
    value = document[name]
    if type(value) is not int:  # a bool is an int to Python
        raise _malformed(name, f"{name} is no whole number")
    if not least <= value <= LARGEST_SIZE:
        raise _malformed(name, f"{name} is not between {least} and {LARGEST_SIZE}")
    return value


def _text(document: dict[str, object], name: str) -> str:
    value = document[name]
    if not isinstance(value, str):
        raise _malformed(name, f"{name} is no text")
    utf8(value, ASKED)
    return value


def _checkpoint(document: dict[str, object]) -> str | None:
    return None if document["checkpoint"] is None else _text(document, "checkpoint")


def _hash(value: object, name: str) -> bytes:
    if not isinstance(value, str):
        raise _malformed(name, f"{name} is no text")
    return base64_bytes(value, ASKED, name, length=HASH_BYTES)


def _path(value: object) -> tuple[bytes, ...]:
    if not isinstance(value, list):
        raise _malformed("path", "path is no list")
    found: list[object] = [*value]
    if len(found) > LONGEST_PATH:
        raise _malformed("path", f"path has {len(found)} hashes, and {LONGEST_PATH} is the most")
    return tuple(_hash(each, "path") for each in found)


def _malformed(name: str, obstacle: str) -> MalformedEvidenceError:
    return MalformedEvidenceError(ASKED, obstacle, AS_ISSUED, field=name)


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
