"""Paths lead where they claim to, and nowhere else: RFC 9162, sections 2.1.3.2 and 2.1.4.2."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.errors import EvidenceError
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import (
    EMPTY_ROOT,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)
from tests.evidence import published

MANY = [leaf_hash(number.to_bytes(4, "big")) for number in range(130)]
TREE = Tree(MANY)
BITS = st.integers(0, 255)


def flipped(value: bytes, bit: int) -> bytes:
    return bytes(each ^ (1 << bit % 8 if bit // 8 == at else 0) for at, each in enumerate(value))


def replaced(path: Sequence[bytes], at: int, value: bytes) -> list[bytes]:
    return [*path[:at], value, *path[at + 1 :]]


def damaged(path: Sequence[bytes]) -> list[list[bytes]]:
    """Return a path cut, doubled, turned and padded; none of them the path itself."""
    found = [
        [*path[1:]],
        [*path[:-1]],
        [*path, *path],
        [*path, EMPTY_ROOT],
        [EMPTY_ROOT, *path],
        [*path[::-1]],
        [],
    ]
    return [each for each in found if each != [*path]]


@st.composite
def leaves(draw: st.DrawFn) -> tuple[int, int]:
    size = draw(st.integers(1, len(MANY)))
    return draw(st.integers(0, size - 1)), size


@st.composite
def growths(draw: st.DrawFn) -> tuple[int, int]:
    """Two sizes between which there is something to show."""
    size = draw(st.integers(2, len(MANY)))
    return draw(st.integers(1, size - 1)), size


class TestThePublishedPaths:
    @pytest.mark.parametrize(("index", "size"), published.INCLUSION)
    def test_show_inclusion(self, index: int, size: int) -> None:
        path = [bytes.fromhex(each) for each in published.INCLUSION[index, size]]
        leaf, root = leaf_hash(published.LEAVES[index]), bytes.fromhex(published.ROOTS[size - 1])
        verify_inclusion(index, size, leaf, path, root)
        for each in damaged(path):
            with pytest.raises(EvidenceError):
                verify_inclusion(index, size, leaf, each, root)

    @pytest.mark.parametrize(("old_size", "size"), published.CONSISTENCY)
    def test_show_consistency(self, old_size: int, size: int) -> None:
        path = [bytes.fromhex(each) for each in published.CONSISTENCY[old_size, size]]
        old_root, root = (bytes.fromhex(published.ROOTS[each - 1]) for each in (old_size, size))
        verify_consistency(old_size, old_root, size, root, path)
        for each in damaged(path):
            with pytest.raises(EvidenceError):
                verify_consistency(old_size, old_root, size, root, each)


class TestInclusion:
    @given(leaves())
    def test_of_every_leaf_is_shown_by_its_path(self, leaf: tuple[int, int]) -> None:
        index, size = leaf
        path = TREE.inclusion_path(index, size)
        verify_inclusion(index, size, MANY[index], path, TREE.root(size))

    @given(leaves(), BITS, st.data())
    def test_is_refused_when_one_bit_differs(
        self, leaf: tuple[int, int], bit: int, data: st.DataObject
    ) -> None:
        index, size = leaf
        root, path = TREE.root(size), TREE.inclusion_path(index, size)
        with pytest.raises(EvidenceError, match="another root"):
            verify_inclusion(index, size, flipped(MANY[index], bit), path, root)
        with pytest.raises(EvidenceError, match="another root"):
            verify_inclusion(index, size, MANY[index], path, flipped(root, bit))
        with pytest.raises(EvidenceError):
            verify_inclusion(index ^ (1 << bit % 8), size, MANY[index], path, root)
        if path:
            at = data.draw(st.integers(0, len(path) - 1))
            other = replaced(path, at, flipped(path[at], bit))
            with pytest.raises(EvidenceError, match="another root"):
                verify_inclusion(index, size, MANY[index], other, root)

    @given(leaves())
    def test_is_refused_along_a_damaged_path(self, leaf: tuple[int, int]) -> None:
        index, size = leaf
        for each in damaged(TREE.inclusion_path(index, size)):
            with pytest.raises(EvidenceError):
                verify_inclusion(index, size, MANY[index], each, TREE.root(size))

    def test_does_not_bind_the_size_which_takes_a_checkpoint(self) -> None:
        path, root = TREE.inclusion_path(0, 5), TREE.root(5)
        verify_inclusion(0, 5, MANY[0], path, root)
        verify_inclusion(0, 7, MANY[0], path, root)

    @pytest.mark.parametrize(("index", "size"), [(1, 1), (-1, 1), (0, 0), (5, 3)])
    def test_is_refused_where_there_is_no_such_leaf(self, index: int, size: int) -> None:
        with pytest.raises(EvidenceError, match="no position"):
            verify_inclusion(index, size, MANY[0], [], MANY[0])

    def test_takes_no_hash_of_another_length(self) -> None:
        leaf, sibling = MANY[0], MANY[1]  # the same bytes to hash, cut elsewhere
        with pytest.raises(EvidenceError, match="32 bytes"):
            verify_inclusion(0, 2, leaf[:-1], [leaf[-1:] + sibling], TREE.root(2))


class TestConsistency:
    @given(growths())
    def test_of_every_growth_is_shown_by_its_path(self, sizes: tuple[int, int]) -> None:
        old_size, size = sizes
        path = TREE.consistency_path(old_size, size)
        verify_consistency(old_size, TREE.root(old_size), size, TREE.root(size), path)

    @given(growths(), BITS, st.data())
    def test_is_refused_when_one_bit_differs(
        self, sizes: tuple[int, int], bit: int, data: st.DataObject
    ) -> None:
        old_size, size = sizes
        old_root, root = TREE.root(old_size), TREE.root(size)
        path = TREE.consistency_path(old_size, size)
        at = data.draw(st.integers(0, len(path) - 1))
        other = replaced(path, at, flipped(path[at], bit))
        with pytest.raises(EvidenceError):
            verify_consistency(old_size, flipped(old_root, bit), size, root, path)
        with pytest.raises(EvidenceError, match="another root"):
            verify_consistency(old_size, old_root, size, flipped(root, bit), path)
        with pytest.raises(EvidenceError, match="another root"):
            verify_consistency(old_size, old_root, size, root, other)
        with pytest.raises(EvidenceError):
            verify_consistency(old_size ^ (1 << bit % 8), old_root, size, root, path)

    @given(growths())
    def test_is_refused_along_a_damaged_path(self, sizes: tuple[int, int]) -> None:
        old_size, size = sizes
        for each in damaged(TREE.consistency_path(old_size, size)):
            with pytest.raises(EvidenceError):
                verify_consistency(old_size, TREE.root(old_size), size, TREE.root(size), each)

    @pytest.mark.parametrize("size", [0, 1, 6, 8])
    def test_with_the_empty_log_and_with_itself_takes_no_path(self, size: int) -> None:
        root = TREE.root(size)
        verify_consistency(0, EMPTY_ROOT, size, root, [])
        verify_consistency(size, root, size, root, [])
        for old_size, old_root in ((0, EMPTY_ROOT), (size, root)):
            with pytest.raises(EvidenceError, match="too long"):
                verify_consistency(old_size, old_root, size, root, [root])

    def test_is_refused_where_one_size_has_two_roots(self) -> None:
        with pytest.raises(EvidenceError, match="two roots"):
            verify_consistency(6, TREE.root(6), 6, TREE.root(7), [])
        with pytest.raises(EvidenceError, match="empty log"):
            verify_consistency(0, TREE.root(6), 6, TREE.root(6), [])
        with pytest.raises(EvidenceError, match="empty log"):
            verify_consistency(0, MANY[0], 0, MANY[0], [])

    @pytest.mark.parametrize(("old_size", "size"), [(7, 6), (-1, 6)])
    def test_is_refused_when_a_log_shrank(self, old_size: int, size: int) -> None:
        with pytest.raises(EvidenceError, match="do not begin"):
            verify_consistency(old_size, TREE.root(7), size, TREE.root(6), [])

    def test_is_refused_when_an_older_event_was_rewritten(self) -> None:
        rewritten = Tree([*MANY[:3], EMPTY_ROOT, *MANY[4:10]])
        path = rewritten.consistency_path(6, 10)
        with pytest.raises(EvidenceError, match="older log"):
            verify_consistency(6, TREE.root(6), 10, rewritten.root(), path)

    def test_takes_no_hash_of_another_length(self) -> None:
        path = TREE.consistency_path(1, 2)
        with pytest.raises(EvidenceError, match="32 bytes"):
            verify_consistency(1, MANY[0], 2, TREE.root(2), [path[0] + b"\0"])
