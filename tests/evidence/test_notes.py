"""Signed notes and checkpoints: C2SP signed-note and tlog-checkpoint."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.errors import CcmError, EvidenceError, MalformedEvidenceError, WrongKeyError
from ccm_engine.evidence.notes import (
    Checkpoint,
    read_checkpoint,
    read_note,
    read_verifier_key,
)
from ccm_engine.evidence.signing import new_signer
from ccm_engine.evidence.verifier import open_checkpoint, verify_note
from tests.evidence import published
from tests.evidence.logs import KEY, LOG, ORIGIN, SIGNER, STRANGER, checkpoint, key_of

ROOT = base64.b64encode(LOG.root(3)).decode()
SIGNED = checkpoint(3)
PRINTED = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


class TestThePublishedNotes:
    @pytest.mark.parametrize(
        ("note", "key"),
        [
            (published.NOTE, published.PETER),
            (published.NOTE_OF_TWO, published.PETER),
            (published.NOTE_OF_TWO, published.ENOCH),
            (published.NOTE_BY_FOO, published.FOO),
        ],
    )
    def test_are_verified_by_the_keys_that_signed_them(self, note: str, key: str) -> None:
        verify_note(read_note(note), read_verifier_key(key))

    def test_are_not_verified_by_another_key(self) -> None:
        with pytest.raises(WrongKeyError, match=r"signed by key c74f20a3, not by EnochRoot\+af0cf"):
            verify_note(read_note(published.NOTE), read_verifier_key(published.ENOCH))

    def test_hold_a_checkpoint(self) -> None:
        found = read_checkpoint(read_note(published.SOFA).text)
        assert (found.origin, found.size) == ("example.com/behind-the-sofa", 20852163)
        assert base64.b64encode(found.root) == b"CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
        assert found.extensions == ()


class TestANote:
    @given(st.integers(0, len(SIGNED.encode()) - 1), st.integers(0, 7))
    def test_is_refused_when_one_bit_of_it_differs(self, at: int, bit: int) -> None:
        changed = bytearray(SIGNED.encode())
        changed[at] ^= 1 << bit
        try:
            text = changed.decode()
        except UnicodeDecodeError:
            return
        with pytest.raises(CcmError):
            open_checkpoint(text, KEY)

    @pytest.mark.parametrize("at", range(len(read_note(SIGNED).text) - 1))
    def test_is_refused_when_any_character_of_its_text_differs(self, at: int) -> None:
        other = "y" if SIGNED[at] == "x" else "x"
        changed = f"{SIGNED[:at]}{other}{SIGNED[at + 1 :]}"
        with pytest.raises(EvidenceError, match="changed or never signed"):
            open_checkpoint(changed, KEY)

    @pytest.mark.parametrize("end", range(len(SIGNED)))
    def test_is_refused_when_it_is_cut(self, end: int) -> None:
        with pytest.raises(MalformedEvidenceError):
            open_checkpoint(SIGNED[:end], KEY)

    @pytest.mark.parametrize(
        "text",
        [
            SIGNED + "\n",
            SIGNED + published.BY_PETER[:-1],
            SIGNED.rpartition("\n\n")[2],
            SIGNED.replace("\n", "\r\n"),
            SIGNED.replace("— ", "-- "),
            SIGNED.replace("— ", "—  "),
            SIGNED.replace("— ", "—\N{NO-BREAK SPACE}"),
            SIGNED.replace(ORIGIN, "\ud800"),
            SIGNED.replace(ORIGIN, "a\0b"),
            f"{published.TEXT}\n— {ORIGIN} AAAA\n",
            f"{published.TEXT}\n— {ORIGIN} AAAAAA==\n",
            f"{published.TEXT}\n— {ORIGIN} AAAA*AAAA\n",
            f"{published.TEXT}\n— {ORIGIN} AAAAAAB=\n",
            "x" * 1_000_001,
            published.TEXT + "\n" + 101 * published.BY_PETER,
        ],
    )
    def test_is_refused_when_it_is_something_else(self, text: str) -> None:
        with pytest.raises(MalformedEvidenceError, match="cannot read the signed note"):
            open_checkpoint(text, KEY)

    @pytest.mark.parametrize("text", [SIGNED + SIGNED, "\ufeff" + SIGNED, "\n" + SIGNED])
    def test_is_refused_when_something_stands_before_it(self, text: str) -> None:
        with pytest.raises(EvidenceError, match="changed or never signed"):
            open_checkpoint(text, KEY)

    def test_may_hold_empty_lines(self) -> None:
        for text in ("\n", "one\n\ntwo\n", "one\n\n", "— one\n\n— two\n"):
            note = read_note(SIGNER.sign(text))
            assert note.text == text
            verify_note(note, KEY)

    def test_may_be_signed_by_strangers_too(self) -> None:
        by_stranger = checkpoint(3, by=STRANGER).rpartition("\n\n")[2]
        verify_note(read_note(SIGNED + by_stranger), KEY)

    def test_is_refused_if_one_signature_by_the_key_does_not_hold(self) -> None:
        of_another = checkpoint(4).rpartition("\n\n")[2]
        with pytest.raises(EvidenceError):
            verify_note(read_note(SIGNED + of_another), KEY)

    def test_is_refused_if_its_signature_is_cut(self) -> None:
        signature = base64.b64encode(KEY.hash + bytes(63)).decode()
        with pytest.raises(EvidenceError):
            verify_note(read_note(f"{published.TEXT}\n— {ORIGIN} {signature}\n"), KEY)

    def test_is_not_signed_by_a_key_that_has_its_name_or_its_hash_only(self) -> None:
        namesake = key_of(STRANGER)
        assert (namesake.name, KEY.name) == (ORIGIN, ORIGIN)
        with pytest.raises(WrongKeyError):
            verify_note(read_note(SIGNED), namesake)
        renamed = SIGNED.replace(f"— {ORIGIN} ", "— example.org/other ")
        with pytest.raises(WrongKeyError):
            verify_note(read_note(renamed), KEY)


class TestACheckpoint:
    @given(PRINTED, st.integers(0, 2**63 - 1), st.binary(min_size=32, max_size=32))
    def test_is_read_as_it_was_written(self, origin: str, size: int, root: bytes) -> None:
        written = Checkpoint(origin, size, root, ("an extension",))
        assert read_checkpoint(written.text) == written

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "\n",
            f"{ORIGIN}\n3\n",
            f"{ORIGIN}\n3\n{ROOT}",
            f"{ORIGIN}\n3\n{ROOT}\nan extension",
            f"\n3\n{ROOT}\n",
            f"{ORIGIN}\n3\n{ROOT}\n\n",
            f"{ORIGIN}\n3\n{ROOT}\n\nlater\n",
            f"{ORIGIN}\n03\n{ROOT}\n",
            f"{ORIGIN}\n-3\n{ROOT}\n",
            f"{ORIGIN}\n+3\n{ROOT}\n",
            f"{ORIGIN}\n3 \n{ROOT}\n",
            f"{ORIGIN}\n3.0\n{ROOT}\n",
            f"{ORIGIN}\n1_0\n{ROOT}\n",
            f"{ORIGIN}\n٣\n{ROOT}\n",
            f"{ORIGIN}\n{10**19}\n{ROOT}\n",
            f"{ORIGIN}\n3\n{ROOT[:-1]}\n",
            f"{ORIGIN}\n3\n{ROOT} \n",
            f"{ORIGIN}\n3\n{'A' * 42}B=\n",
            f"{ORIGIN}\n3\n{ROOT[4:]}\n",
            f"{ORIGIN}\n3\n{ROOT}{ROOT}\n",
            f"\N{RIGHT-TO-LEFT OVERRIDE}{ORIGIN}\n3\n{ROOT}\n",
            f"{'x' * 256}\n3\n{ROOT}\n",
        ],
    )
    def test_is_refused_when_it_is_something_else(self, text: str) -> None:
        with pytest.raises(MalformedEvidenceError):
            read_checkpoint(text)

    @pytest.mark.parametrize(
        "unsaid",
        [
            Checkpoint(f"{ORIGIN}\n999", 3, LOG.root(3)),
            Checkpoint("", 3, LOG.root(3)),
            Checkpoint(ORIGIN, -1, LOG.root(3)),
            Checkpoint(ORIGIN, 3, b"short"),
            Checkpoint(ORIGIN, 3, LOG.root(3), ("",)),
            Checkpoint(ORIGIN, 3, LOG.root(3), ("one\ntwo",)),
        ],
    )
    def test_is_not_written_where_it_would_say_something_else(self, unsaid: Checkpoint) -> None:
        with pytest.raises(MalformedEvidenceError):
            _ = unsaid.text


class TestAVerifierKey:
    @pytest.mark.parametrize("text", [published.PETER, published.ENOCH, published.FOO])
    def test_is_read_and_written(self, text: str) -> None:
        assert read_verifier_key(text).text == text
        assert read_verifier_key(f" {text}\r\n").text == text

    def test_is_refused_when_cut_anywhere(self) -> None:
        whole = published.PETER
        for start in range(len(whole)):
            for end in range(start, len(whole) + 1):
                if whole[start:end] != whole:
                    with pytest.raises((MalformedEvidenceError, WrongKeyError)):
                        read_verifier_key(whole[start:end])

    @pytest.mark.parametrize("at", range(len(published.PETER)))
    def test_is_refused_when_mistyped_anywhere(self, at: int) -> None:
        whole = published.PETER
        with pytest.raises((MalformedEvidenceError, WrongKeyError)):
            read_verifier_key(f"{whole[:at]}{chr(ord(whole[at]) + 1)}{whole[at + 1 :]}")

    @pytest.mark.parametrize(
        ("text", "error", "what"),
        [
            # The two that golang.org/x/mod/sumdb/note refuses, their hashes made to fit.
            (
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                MalformedEvidenceError,
                "base64",
            ),
            (
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                WrongKeyError,
                "another type",
            ),
            (f"a+00000000+Ag{'A' * 46}", WrongKeyError, "an ECDSA key"),
            (f"a+00000000+AQ{'A' * 46}", MalformedEvidenceError, "35 bytes"),
            ("a+00000000+", WrongKeyError, "another type"),
            (published.PETER_SIGNS, WrongKeyError, "signer key, which is secret"),
            ("-----BEGIN PUBLIC KEY-----\n", WrongKeyError, "PEM"),
            (f"{published.PETER}\n{published.PETER}", MalformedEvidenceError, "base64"),
            (published.PETER.replace("c74f20a3", "C74F20A3"), MalformedEvidenceError, "hash"),
            (published.PETER.replace("Peter", "Peter "), MalformedEvidenceError, "space"),
            (published.PETER.replace("Peter", "Paul"), MalformedEvidenceError, "not that of"),
            ("", MalformedEvidenceError, "no name"),
            ("+" * 30_000, MalformedEvidenceError, "no name"),
        ],
    )
    def test_is_told_from_what_it_is_not(self, text: str, error: type[CcmError], what: str) -> None:
        with pytest.raises(error, match=what) as refused:
            read_verifier_key(text)
        assert "AYEKFALV" not in str(refused.value)

    @given(PRINTED.filter(lambda name: "+" not in name), st.binary(min_size=32, max_size=32))
    def test_verifies_what_its_signer_signs(self, name: str, seed: bytes) -> None:
        signer = new_signer(name, seed)
        verify_note(read_note(signer.sign(published.TEXT)), read_verifier_key(signer.verifier_key))
