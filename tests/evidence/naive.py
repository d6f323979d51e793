"""The Merkle tree as RFC 9162 defines it, word for word and without a thought for time."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def root(leaves: Sequence[bytes]) -> bytes:
    """RFC 9162, section 2.1.1: MTH, over leaf hashes."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = _split(len(leaves))
    return sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:])).digest()


def inclusion(index: int, leaves: Sequence[bytes]) -> tuple[bytes, ...]:
    """RFC 9162, section 2.1.3.1: PATH."""
    if len(leaves) == 1:
        return ()
    k = _split(len(leaves))
    if index < k:
        return (*inclusion(index, leaves[:k]), root(leaves[k:]))
    return (*inclusion(index - k, leaves[k:]), root(leaves[:k]))


def consistency(old_size: int, leaves: Sequence[bytes]) -> tuple[bytes, ...]:
    """RFC 9162, section 2.1.4.1: PROOF, for 0 < m < n."""
    return _subproof(old_size, leaves, complete=True)


def _subproof(m: int, leaves: Sequence[bytes], *, complete: bool) -> tuple[bytes, ...]:
    if m == len(leaves):
        return () if complete else (root(leaves),)
    k = _split(len(leaves))
    if m <= k:
        return (*_subproof(m, leaves[:k], complete=complete), root(leaves[k:]))
    return (*_subproof(m - k, leaves[k:], complete=False), root(leaves[:k]))


def _split(size: int) -> int:
    """Return the largest power of two smaller than a size."""
    return 1 << (size - 1).bit_length() - 1
