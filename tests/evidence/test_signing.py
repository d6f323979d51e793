"""Signer keys: the two forms they come in, and all that is taken for one."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed448, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from ccm_engine.errors import CcmError, InvalidValueError, MalformedEvidenceError, WrongKeyError
from ccm_engine.evidence.notes import read_note
from ccm_engine.evidence.signing import new_signer, read_signer
from tests.evidence import published
from tests.evidence.logs import ORIGIN

AnyPrivateKey = (
    Ed25519PrivateKey | ed448.Ed448PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
)

SEED = bytes(range(1, 33))
KEY = Ed25519PrivateKey.from_private_bytes(SEED)


def pem(
    key: AnyPrivateKey,
    form: PrivateFormat = PrivateFormat.PKCS8,
    secrecy: KeySerializationEncryption | None = None,
) -> str:
    return key.private_bytes(Encoding.PEM, form, secrecy or NoEncryption()).decode()


PEM = pem(KEY)
ECDSA = ec.generate_private_key(ec.SECP256R1())
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC_PEM = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
OTHERS = {
    "an RSA key, PKCS #8": (pem(RSA), WrongKeyError, "kind RSA"),
    "an RSA key": (pem(RSA, PrivateFormat.TraditionalOpenSSL), WrongKeyError, "an RSA key"),
    "an ECDSA key, PKCS #8": (pem(ECDSA), WrongKeyError, "kind EC"),
    "an ECDSA key": (pem(ECDSA, PrivateFormat.TraditionalOpenSSL), WrongKeyError, "an ECDSA key"),
    "an Ed448 key": (pem(ed448.Ed448PrivateKey.generate()), WrongKeyError, "kind Ed448"),
    "a public key": (PUBLIC_PEM, WrongKeyError, "a public key"),
    "an encrypted key": (
        pem(KEY, secrecy=BestAvailableEncryption(b"secret")),
        WrongKeyError,
        "an encrypted key",
    ),
    "an OpenSSH key": (pem(KEY, PrivateFormat.OpenSSH), WrongKeyError, "OpenSSH"),
    "a certificate": (PUBLIC_PEM.replace("PUBLIC KEY", "CERTIFICATE"), WrongKeyError, "a certific"),
    "an unheard-of PEM": (PUBLIC_PEM.replace("PUBLIC KEY", "X9"), WrongKeyError, "PEM file of x9"),
    "two keys": (PEM + PEM, MalformedEvidenceError, "2 keys"),
    "a PEM key cut in its middle": (PEM[:60] + PEM[70:], MalformedEvidenceError, "cut or damaged"),
    "a PEM key with half a surrogate": (PEM + "\ud800", MalformedEvidenceError, "cut or damaged"),
    "a PEM label cut": (PEM[:20], MalformedEvidenceError, "cut or damaged"),
    "a verifier key": (published.PETER, WrongKeyError, "a verifier key, which cannot sign"),
    "nothing": ("", MalformedEvidenceError, "does not begin with PRIVATE"),
    "too much": ("x" * 20_001, MalformedEvidenceError, "too long"),
    "a wrong hash": (
        published.PETER_SIGNS.replace("c74f20a3", "c74f20a4"),
        MalformedEvidenceError,
        "its hash is not that",
    ),
    "another name": (
        published.PETER_SIGNS.replace("Peter", "Paul"),
        MalformedEvidenceError,
        "its hash is not that",
    ),
    "a name with a space": (
        published.PETER_SIGNS.replace("Peter", "Peter "),
        MalformedEvidenceError,
        "space",
    ),
    "a name with a plus": (
        published.PETER_SIGNS.replace("Peter", "Peter+"),
        MalformedEvidenceError,
        "eight hexadecimal",
    ),
    "an ECDSA key for notes": (
        published.PETER_SIGNS.replace("AYEK", "AoEK"),
        WrongKeyError,
        "an ECDSA key, not an Ed25519",
    ),
}


class TestASignerKey:
    def test_signs_the_published_note(self) -> None:
        signer = read_signer(published.PETER_SIGNS + "\n")
        assert signer.name == "PeterNeumann"
        assert signer.verifier_key == published.PETER
        assert signer.signer_key == published.PETER_SIGNS
        assert signer.sign(published.TEXT) == published.NOTE

    @pytest.mark.parametrize("text", [PEM, PEM.replace("\n", "\r\n"), PEM.strip()])
    def test_may_be_a_pem_file_with_the_name_beside_it(self, text: str) -> None:
        signer = read_signer(text, ORIGIN)
        assert signer.signer_key == new_signer(ORIGIN, SEED).signer_key

    def test_is_refused_as_a_pem_file_without_a_name(self) -> None:
        with pytest.raises(InvalidValueError, match="holds no name"):
            read_signer(PEM)

    def test_keeps_its_own_name(self) -> None:
        assert read_signer(published.PETER_SIGNS, "PeterNeumann").name == "PeterNeumann"
        with pytest.raises(WrongKeyError, match="of PeterNeumann, not of EnochRoot"):
            read_signer(published.PETER_SIGNS, "EnochRoot")

    @pytest.mark.parametrize(("text", "error", "what"), OTHERS.values(), ids=OTHERS)
    def test_is_told_from_what_it_is_not(self, text: str, error: type[CcmError], what: str) -> None:
        with pytest.raises(error, match=what) as refused:
            read_signer(text, ORIGIN if "BEGIN" in text else None)
        for line in text.splitlines():
            assert len(line) < 40 or line not in str(refused.value)

    def test_is_refused_when_cut_anywhere(self) -> None:
        whole = published.PETER_SIGNS
        for start in range(len(whole)):
            for end in range(start, len(whole) + 1):
                if whole[start:end] != whole:
                    with pytest.raises((MalformedEvidenceError, WrongKeyError)):
                        read_signer(whole[start:end])

    @pytest.mark.parametrize("end", range(len(PEM) - 1))
    def test_is_refused_when_its_pem_file_is_cut(self, end: int) -> None:
        with pytest.raises((MalformedEvidenceError, WrongKeyError)):
            read_signer(PEM[:end], ORIGIN)

    @pytest.mark.parametrize("at", range(len(published.PETER_SIGNS)))
    def test_is_refused_when_mistyped_anywhere(self, at: int) -> None:
        whole = published.PETER_SIGNS
        with pytest.raises((MalformedEvidenceError, WrongKeyError)):
            read_signer(f"{whole[:at]}{chr(ord(whole[at]) + 1)}{whole[at + 1 :]}")

    @pytest.mark.parametrize(
        "name", ["", " ", "a b", "a+b", "a\tb", "a\nb", "a\u2003b", "a\0b", "\ud800", "x" * 256]
    )
    def test_has_a_name_without_spaces_or_plus_signs(self, name: str) -> None:
        with pytest.raises(MalformedEvidenceError):
            new_signer(name, SEED)
        with pytest.raises(MalformedEvidenceError):
            read_signer(PEM, name)

    @pytest.mark.parametrize("length", [0, 31, 33, 64])
    def test_is_made_of_32_bytes(self, length: int) -> None:
        with pytest.raises(InvalidValueError, match=f"{length} bytes"):
            new_signer(ORIGIN, bytes(length))

    def test_is_not_shown(self) -> None:
        assert repr(read_signer(published.PETER_SIGNS)) == "Signer(name='PeterNeumann')"


class TestSigning:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "no end",
            f"two\n\n{published.BY_PETER[:-1]}",
            "a\r\n",
            "a\0b\n",
            "\ud800\n",
            "x" * 999_990 + "\n",
        ],
    )
    def test_is_declined_for_what_no_note_can_hold(self, text: str) -> None:
        with pytest.raises(MalformedEvidenceError):
            new_signer(ORIGIN, SEED).sign(text)

    def test_covers_the_text_and_nothing_else(self) -> None:
        note = read_note(new_signer(ORIGIN, SEED).sign("България\n"))
        assert note.text == "България\n"
        KEY.public_key().verify(note.signatures[0].value, "България\n".encode())
