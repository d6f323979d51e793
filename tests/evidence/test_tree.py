"""Trees and peaks, against the published ones and against the definition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.errors import InvalidValueError, MalformedEvidenceError
from ccm_engine.evidence.tree import EMPTY, Tree, grown, root_of
from ccm_engine.evidence.verifier import EMPTY_ROOT, leaf_hash
from tests.evidence import naive, published

HASHES = [leaf_hash(each) for each in published.LEAVES]
MANY = [leaf_hash(number.to_bytes(4, "big")) for number in range(300)]
SIZES = st.integers(0, len(MANY))


@st.composite
def two_sizes(draw: st.DrawFn) -> tuple[int, int]:
    larger = draw(SIZES)
    return draw(st.integers(0, larger)), larger


class TestThePublishedTree:
    @pytest.mark.parametrize("size", range(1, 9))
    def test_has_these_roots(self, size: int) -> None:
        expected = published.ROOTS[size - 1]
        assert naive.root(HASHES[:size]).hex() == expected
        assert Tree(HASHES).root(size).hex() == expected
        assert Tree(HASHES[:size]).root().hex() == expected
        assert root_of(grown(0, EMPTY, HASHES[:size])).hex() == expected

    def test_has_a_root_when_it_is_empty(self) -> None:
        assert EMPTY_ROOT.hex() == published.EMPTY
        assert Tree().root() == Tree(HASHES).root(0) == root_of(EMPTY) == EMPTY_ROOT

    @pytest.mark.parametrize(("index", "size"), published.INCLUSION)
    def test_has_these_inclusion_paths(self, index: int, size: int) -> None:
        expected = [bytes.fromhex(each) for each in published.INCLUSION[index, size]]
        assert list(Tree(HASHES).inclusion_path(index, size)) == expected

    @pytest.mark.parametrize(("old_size", "size"), published.CONSISTENCY)
    def test_has_these_consistency_paths(self, old_size: int, size: int) -> None:
        expected = [bytes.fromhex(each) for each in published.CONSISTENCY[old_size, size]]
        assert list(Tree(HASHES).consistency_path(old_size, size)) == expected


class TestATree:
    @given(SIZES)
    def test_has_the_root_of_the_definition(self, size: int) -> None:
        assert Tree(MANY).root(size) == naive.root(MANY[:size])

    @given(two_sizes())
    def test_has_the_inclusion_paths_of_the_definition(self, sizes: tuple[int, int]) -> None:
        index, size = sizes[0], sizes[1] + 1
        leaves = [*MANY, EMPTY_ROOT]
        expected = naive.inclusion(index, leaves[:size])
        assert Tree(leaves).inclusion_path(index, size) == expected

    @given(two_sizes())
    def test_has_the_consistency_paths_of_the_definition(self, sizes: tuple[int, int]) -> None:
        old_size, size = sizes
        expected = naive.consistency(old_size, MANY[:size]) if 0 < old_size < size else ()
        assert Tree(MANY).consistency_path(old_size, size) == expected

    @given(st.lists(st.integers(0, 37), max_size=8))
    def test_is_the_same_however_it_grew(self, steps: list[int]) -> None:
        tree, size, peaks = Tree(), 0, EMPTY
        for step in steps:
            tree.extend(MANY[size : size + step])
            peaks = grown(size, peaks, MANY[size : size + step])
            size += step
            assert len(peaks) == 32 * size.bit_count()
            assert tree.size == size
            assert tree.root() == root_of(peaks) == naive.root(MANY[:size])
        assert [tree.root(each) for each in range(size + 1)] == [
            Tree(MANY).root(each) for each in range(size + 1)
        ]

    def test_takes_leaves_from_a_generator(self) -> None:
        tree = Tree()
        tree.extend(each for each in HASHES)
        assert tree.root().hex() == published.ROOTS[-1]

    def test_takes_all_leaves_or_none(self) -> None:
        tree = Tree(HASHES[:3])
        with pytest.raises(InvalidValueError, match="32 bytes"):
            tree.extend([*HASHES[3:], b"no hash"])
        assert (tree.size, tree.root().hex()) == (3, published.ROOTS[2])

    @pytest.mark.parametrize("size", [-1, 9])
    def test_knows_no_root_beyond_its_leaves(self, size: int) -> None:
        with pytest.raises(InvalidValueError, match="8 leaves"):
            Tree(HASHES).root(size)

    @pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3), (0, 9), (8, 8), (0, -1)])
    def test_knows_no_path_of_a_leaf_it_has_not(self, index: int, size: int) -> None:
        with pytest.raises(InvalidValueError, match="cannot"):
            Tree(HASHES).inclusion_path(index, size)

    @pytest.mark.parametrize(("old_size", "size"), [(4, 3), (-1, 3), (3, 9), (9, 9)])
    def test_knows_no_path_back_or_beyond(self, old_size: int, size: int) -> None:
        with pytest.raises(InvalidValueError, match="cannot"):
            Tree(HASHES).consistency_path(old_size, size)


class TestPeaks:
    @given(two_sizes())
    def test_grow_from_any_size_to_any_other(self, sizes: tuple[int, int]) -> None:
        old_size, size = sizes
        old = grown(0, EMPTY, MANY[:old_size])
        assert grown(old_size, old, MANY[old_size:size]) == grown(0, EMPTY, MANY[:size])

    def test_stay_when_nothing_is_appended(self) -> None:
        peaks = grown(0, EMPTY, HASHES[:7])
        assert grown(7, peaks, []) == peaks

    def test_are_the_roots_of_perfect_subtrees_from_left_to_right(self) -> None:
        peaks = grown(0, EMPTY, HASHES[:7])
        parts = (HASHES[:4], HASHES[4:6], HASHES[6:7])
        assert peaks == b"".join(naive.root(each) for each in parts)

    @pytest.mark.parametrize(("size", "peaks"), [(0, bytes(32)), (3, bytes(32)), (1, bytes(31))])
    def test_of_another_size_are_refused(self, size: int, peaks: bytes) -> None:
        with pytest.raises(MalformedEvidenceError, match="peaks"):
            grown(size, peaks, HASHES)

    def test_grow_by_hashes_alone(self) -> None:
        with pytest.raises(InvalidValueError, match="32 bytes"):
            grown(0, EMPTY, [bytes(31), bytes(33)])
