"""What proves the packaged record unaltered; who only asks of it needs none of this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import leaf_hash
from ccm_engine.log import Recorded, Seal
from ccm_engine.public_record.closing import RECORDED_AT
from ccm_engine.storage.moments import stored_moment
from ccm_engine.storage.seals import line


def seal(recorded: Iterable[Recorded], payloads: Iterable[bytes]) -> Seal:
    """Return what the packaged events come to."""
    tree = Tree(map(leaf_hash, lines(recorded, payloads)))
    return Seal(tree.size, tree.root())


def lines(recorded: Iterable[Recorded], payloads: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the canonical line of each event, as a log would have it."""
    moment = stored_moment(RECORDED_AT)
    for (position, number, _, event), payload in zip(recorded, payloads, strict=True):
        yield line(position, event.stream, number, event.TYPE, payload, moment)
