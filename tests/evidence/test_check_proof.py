"""What a proof is worth: with a trusted checkpoint, and without."""

from __future__ import annotations

import base64
import json
import pickle
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.errors import CcmError, EvidenceError, InvalidValueError, WrongKeyError
from ccm_engine.evidence.proofs import ConsistencyProof, Proof, read_proof
from ccm_engine.evidence.tree import Tree
from ccm_engine.evidence.verifier import check_proof, leaf_hash
from tests.evidence.logs import (
    KEY,
    LOG,
    ORIGIN,
    SIGNER,
    STRANGER,
    checkpoint,
    consistency,
    inclusion,
    key_of,
    line,
    tree,
)

OTHER_LOG = Tree(leaf_hash(b"other" + bytes([each])) for each in range(10))


def turned(value: bytes, bit: int) -> bytes:
    at = bit // 8 % len(value)
    return value[:at] + bytes([value[at] ^ 1 << bit % 8]) + value[at + 1 :]


def text_of(value: bytes) -> str:
    return base64.b64encode(value).decode()


def changed(proof: Proof, change: dict[str, object]) -> Proof:
    return read_proof(json.dumps({**proof.document(), **change}))


def changes_of_line(line: str, bit: int) -> Iterator[dict[str, object]]:
    for at in range(bit, bit + 9):
        other = turned(line.encode(), at * 8 + bit % 8)
        yield {"leaf": other.decode(errors="replace")}


def changes_of_both(proof: Proof, bit: int) -> Iterator[dict[str, object]]:
    yield {"size": proof.size ^ 1 << bit % 8}
    yield {"root": text_of(turned(proof.root, bit))}
    for at, each in enumerate(proof.path):
        path = (*proof.path[:at], turned(each, bit), *proof.path[at + 1 :])
        yield {"path": list(map(text_of, path))}


class TestWithoutACheckpoint:
    def test_a_proof_fits_the_root_it_names_and_no_more(self) -> None:
        found = check_proof(inclusion(3, 7))
        assert (found.trusted_by, found.origin) == (None, None)
        assert (found.size, found.root) == (7, LOG.root(7))
        assert found.proven == "BGR#3 is event 3"
        assert str(found).endswith("; no signature was verified")

    def test_a_signature_nobody_verified_vouches_for_nothing(self) -> None:
        found = check_proof(inclusion(3, 7, signed=checkpoint(7, by=STRANGER)))
        assert found.trusted_by is None
        assert "no signature was verified" in str(found)

    def test_a_growth_is_shown_between_two_named_roots(self) -> None:
        found = check_proof(consistency(3, 7))
        assert str(found).startswith("the 3 events with root RquJ/")
        assert "are the beginning of a log of 7 events with root " in str(found)

    @pytest.mark.parametrize("proof", [inclusion(3, 7), consistency(3, 7)])
    def test_a_proof_of_another_root_is_refused(self, proof: Proof) -> None:
        with pytest.raises(EvidenceError, match="another root"):
            check_proof(attrs.evolve(proof, root=OTHER_LOG.root(7)))

    def test_a_proof_has_to_fit_the_checkpoint_it_carries(self) -> None:
        for signed in (checkpoint(8), checkpoint(7, of=OTHER_LOG)):
            with pytest.raises(EvidenceError, match="the checkpoint"):
                check_proof(inclusion(3, 7, signed=signed))

    def test_a_position_beyond_the_log_is_refused(self) -> None:
        beyond = attrs.evolve(inclusion(7, 7), size=6)
        with pytest.raises(EvidenceError, match="no position 7 among 6"):
            check_proof(beyond)

    def test_a_checkpoint_is_worth_nothing_without_a_key(self) -> None:
        with pytest.raises(InvalidValueError, match="counts by its signature"):
            check_proof(consistency(3, 7), checkpoint=checkpoint(7))
        with pytest.raises(InvalidValueError, match="counts by its signature"):
            check_proof(consistency(3, 7), old_checkpoint=checkpoint(3))


class TestWithAKey:
    def test_the_checkpoint_in_the_proof_is_verified(self) -> None:
        found = check_proof(inclusion(3, 7, signed=checkpoint(7)), key=KEY)
        assert (found.trusted_by, found.origin) == (ORIGIN, ORIGIN)
        assert str(found).endswith(f"; signed by {ORIGIN} for {ORIGIN}")

    def test_a_checkpoint_given_takes_the_place_of_that_in_the_proof(self) -> None:
        proof = inclusion(3, 7, signed=checkpoint(7, by=STRANGER))
        assert check_proof(proof, key=KEY, checkpoint=checkpoint(7)).trusted_by == ORIGIN
        with pytest.raises(WrongKeyError):
            check_proof(proof, key=KEY)
        with pytest.raises(WrongKeyError):
            check_proof(proof, key=KEY, checkpoint=checkpoint(7, by=STRANGER))

    def test_the_signature_comes_first(self) -> None:
        forged = checkpoint(7, of=OTHER_LOG).rpartition("\n\n")[2]
        signed = checkpoint(7).rpartition("\n\n")[0] + "\n\n" + forged
        broken = attrs.evolve(inclusion(3, 7), path=())
        with pytest.raises(EvidenceError, match="changed or never signed"):
            check_proof(broken, key=KEY, checkpoint=signed)

    def test_nothing_signed_is_nothing_to_trust(self) -> None:
        with pytest.raises(InvalidValueError, match=f"no checkpoint that {ORIGIN} could"):
            check_proof(inclusion(3, 7), key=KEY)

    def test_a_proof_of_another_size_is_refused(self) -> None:
        with pytest.raises(EvidenceError, match="it is of 7 events, the checkpoint of 8"):
            check_proof(inclusion(3, 7), key=KEY, checkpoint=checkpoint(8))

    def test_a_proof_of_another_root_is_refused(self) -> None:
        with pytest.raises(EvidenceError, match="another root than the checkpoint"):
            check_proof(inclusion(3, 7), key=KEY, checkpoint=checkpoint(7, of=OTHER_LOG))

    def test_a_proof_of_another_origin_is_refused(self) -> None:
        elsewhere = checkpoint(7, origin="example.org/other", by=STRANGER)
        with pytest.raises(EvidenceError, match=f"two logs, {ORIGIN} and example.org/other"):
            check_proof(inclusion(3, 7, signed=elsewhere), key=KEY, checkpoint=checkpoint(7))

    def test_one_event_has_no_older_checkpoint(self) -> None:
        with pytest.raises(EvidenceError, match="no older checkpoint"):
            check_proof(
                inclusion(3, 7), key=KEY, checkpoint=checkpoint(7), old_checkpoint=checkpoint(3)
            )

    def test_a_text_that_is_no_checkpoint_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="cannot read the checkpoint"):
            check_proof(inclusion(3, 7), key=KEY, checkpoint=SIGNER.sign("Hello\n"))
        with pytest.raises(InvalidValueError, match="cannot read the signed note"):
            check_proof(inclusion(3, 7), key=KEY, checkpoint="")


class TestTwoCheckpoints:
    @pytest.mark.parametrize(("old_size", "size"), [(0, 7), (3, 7), (4, 7), (7, 7), (64, 100)])
    def test_are_of_one_log_that_grew(self, old_size: int, size: int) -> None:
        found = check_proof(
            consistency(old_size, size),
            key=KEY,
            checkpoint=checkpoint(size),
            old_checkpoint=checkpoint(old_size),
        )
        assert (found.size, found.trusted_by) == (size, ORIGIN)

    def test_are_refused_when_the_proof_begins_elsewhere(self) -> None:
        for older, what in (
            (checkpoint(4), "its older log is of 3 events, the checkpoint of 4"),
            (checkpoint(3, of=OTHER_LOG), "its older log has another root than the checkpoint"),
            (checkpoint(3, origin="example.org/other"), "two logs"),
        ):
            with pytest.raises(EvidenceError, match=what):
                check_proof(
                    consistency(3, 7), key=KEY, checkpoint=checkpoint(7), old_checkpoint=older
                )

    def test_are_refused_when_the_older_one_is_unsigned_by_the_key(self) -> None:
        with pytest.raises(WrongKeyError):
            check_proof(
                consistency(3, 7, signed=checkpoint(7)),
                key=KEY,
                old_checkpoint=checkpoint(3, by=STRANGER),
            )

    def test_are_refused_when_the_log_was_rewritten_in_between(self) -> None:
        rewritten = Tree(
            leaf_hash(line(each if each != 2 else 99).encode()) for each in range(1, 8)
        )
        proof = ConsistencyProof(
            since_size=3,
            since_root=LOG.root(3),
            size=7,
            root=rewritten.root(),
            path=rewritten.consistency_path(3, 7),
            checkpoint=checkpoint(7, of=rewritten),
        )
        with pytest.raises(EvidenceError, match="another root of the older log"):
            check_proof(proof, key=KEY, old_checkpoint=checkpoint(3))


class TestEveryBit:
    """One bit anywhere in a proof, and it is none any more."""

    @given(st.integers(1, 100), st.integers(1, 100), st.integers(0, 255))
    def test_of_an_inclusion_proof_counts(self, one: int, other: int, bit: int) -> None:
        position, size = sorted((one, other))
        proof, signed = inclusion(position, size), checkpoint(size)
        check_proof(proof, key=KEY, checkpoint=signed)
        changes: list[dict[str, object]] = [
            {"position": position ^ 1 << bit % 8},
            {"id": proof.id[:-1] + chr(ord(proof.id[-1]) ^ 1)},
            *changes_of_line(proof.leaf, bit),
            *changes_of_both(proof, bit),
        ]
        for each in changes:
            with pytest.raises(CcmError):
                check_proof(changed(proof, each), key=KEY, checkpoint=signed)

    @given(st.integers(1, 100), st.integers(1, 100), st.integers(0, 255))
    def test_of_a_consistency_proof_counts(self, one: int, other: int, bit: int) -> None:
        old_size, size = sorted((one, other))
        proof = consistency(old_size, size)
        signed, older = checkpoint(size), checkpoint(old_size)
        check_proof(proof, key=KEY, checkpoint=signed, old_checkpoint=older)
        old_root = proof.since_root
        changes: list[dict[str, object]] = [
            {"since": {"size": old_size ^ 1 << bit % 8, "root": text_of(old_root)}},
            {"since": {"size": old_size, "root": text_of(turned(old_root, bit))}},
            *changes_of_both(proof, bit),
        ]
        for each in changes:
            with pytest.raises(CcmError):
                check_proof(changed(proof, each), key=KEY, checkpoint=signed, old_checkpoint=older)


class TestKeys:
    def test_of_the_same_name_are_not_the_same(self) -> None:
        with pytest.raises(WrongKeyError) as refused:
            check_proof(inclusion(3, 7, signed=checkpoint(7)), key=key_of(STRANGER))
        again = pickle.loads(pickle.dumps(refused.value))
        assert str(again) == str(refused.value)
        assert (WrongKeyError.exit_status, EvidenceError.exit_status) == (2, 3)

    def test_may_sign_for_more_than_one_log_and_the_answer_says_which(self) -> None:
        signed = checkpoint(5, origin="example.org/other", of=tree(5))
        found = check_proof(inclusion(3, 5, signed=signed), key=KEY)
        assert (found.trusted_by, found.origin) == (ORIGIN, "example.org/other")
