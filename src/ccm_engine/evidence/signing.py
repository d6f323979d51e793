"""Sign notes with an Ed25519 key: C2SP signed-note, section on Ed25519.

Keys come in as text and randomness as an argument; nothing is generated or written here. No
message repeats any of a key, and no `repr` shows it.
"""

from __future__ import annotations

import base64
import re
from typing import Final

import attrs
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from ccm_engine.errors import InvalidValueError, MalformedEvidenceError, WrongKeyError
from ccm_engine.evidence.notes import (
    ED25519,
    KEY_BYTES,
    LONGEST_KEY,
    SIGNER_PREFIX,
    VerifierKey,
    check_name,
    check_text,
    read_note,
    split_key,
)

SIGN: Final = "cannot sign the note"
READ_KEY: Final = "cannot read the signer key"
KINDS: Final = "give an Ed25519 key: PRIVATE+KEY+name+hash+base64, or PKCS #8 in PEM, not encrypted"
WHOLE: Final = "give the key file as it was written, whole and alone"

PEM_LABEL: Final = re.compile(r"-----BEGIN ([A-Z0-9 ]{1,40})-----")
VERIFIER_KEY: Final = re.compile(r"[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+")
PEM_KINDS: Final = {
    "CERTIFICATE": "a certificate",
    "EC PARAMETERS": "an ECDSA key",
    "EC PRIVATE KEY": "an ECDSA key",
    "ENCRYPTED PRIVATE KEY": "an encrypted key",
    "OPENSSH PRIVATE KEY": "a key for OpenSSH",
    "PUBLIC KEY": "a public key",
    "RSA PRIVATE KEY": "an RSA key",
    "RSA PUBLIC KEY": "a public key",
}


@attrs.frozen(eq=False)
class Signer:
    """A name, and the private key that signs under it."""

    name: str
    _key: Ed25519PrivateKey = attrs.field(repr=False)

    @property
    def verifier_key(self) -> str:
        """The key that others verify with, to be published: `name+hash+base64`."""
        return self._verifier.text

    @property
    def signer_key(self) -> str:
        """The secret to keep: `PRIVATE+KEY+name+hash+base64`."""
        seed = base64.b64encode(ED25519 + self._key.private_bytes_raw()).decode()
        return f"{SIGNER_PREFIX}{self.name}+{self._verifier.hash.hex()}+{seed}"

    def sign(self, text: str) -> str:
        """Return the whole signed note over a text, which ends with a line feed."""
        check_text(text, SIGN)
        if not text.endswith("\n"):
            obstacle = "its last line is not ended"
            raise MalformedEvidenceError(SIGN, obstacle, "end it with a line feed")
        signature = base64.b64encode(self._verifier.hash + self._key.sign(text.encode())).decode()
        signed = f"{text}\n— {self.name} {signature}\n"
        read_note(signed)  # what nobody could read is not signed
        return signed

    @property
    def _verifier(self) -> VerifierKey:
        return VerifierKey(self.name, self._key.public_key().public_bytes_raw())


def new_signer(name: str, seed: bytes) -> Signer:
    """Return the signer of that name whose private key is these 32 random bytes."""
    check_name(name, "cannot make a signer key")
    if len(seed) != KEY_BYTES:
        obstacle = f"the seed is {len(seed)} bytes long, not {KEY_BYTES}"
        raise InvalidValueError("cannot make a signer key", obstacle, "give 32 random bytes")
    return Signer(name, Ed25519PrivateKey.from_private_bytes(seed))


def read_signer(text: str, name: str | None = None) -> Signer:
    """Return the signer whose key a file holds; a PEM file holds no name, so it is given.

    Raises `WrongKeyError` if it is a key of another kind or name, `MalformedEvidenceError` if it
    is no whole key.
    """
    if len(text) > LONGEST_KEY:
        raise MalformedEvidenceError(READ_KEY, "it is too long for a key", WHOLE)
    if "-----BEGIN" in text:
        if name is None:
            raise InvalidValueError(
                READ_KEY, "a PEM file holds no name", "give the name beside it: --name"
            )
        check_name(name, READ_KEY)
        return Signer(name, _read_pem(text))
    signer = _read_signer_key(text.strip())
    if name not in {None, signer.name}:
        obstacle = f"it is the key of {signer.name}, not of {name}"
        raise WrongKeyError(READ_KEY, obstacle, "give the name that is in the key, or none")
    return signer


def _read_signer_key(text: str) -> Signer:
    if VERIFIER_KEY.fullmatch(text):
        raise WrongKeyError(READ_KEY, "it is a verifier key, which cannot sign", KINDS)
    if not text.startswith(SIGNER_PREFIX):
        raise MalformedEvidenceError(READ_KEY, f"it does not begin with {SIGNER_PREFIX}", KINDS)
    name, key_hash, seed = split_key(text.removeprefix(SIGNER_PREFIX), READ_KEY, KINDS)
    signer = new_signer(name, seed)
    if signer.verifier_key.split("+")[1] != key_hash:
        obstacle = "its hash is not that of its name and key"
        raise MalformedEvidenceError(READ_KEY, obstacle, WHOLE, field="hash")
    return signer


def _read_pem(text: str) -> Ed25519PrivateKey:
    labels: list[str] = PEM_LABEL.findall(text)
    for each in labels:
        if each != "PRIVATE KEY":
            kind = PEM_KINDS.get(each, f"a PEM file of {each.lower()}")
            raise WrongKeyError(READ_KEY, f"it is {kind}", KINDS)
    if len(labels) > 1:
        raise MalformedEvidenceError(READ_KEY, f"it holds {len(labels)} keys", WHOLE)
    try:
        # Whether an RSA key is sound takes minutes to find out, and it is refused whatever it is.
        key = load_pem_private_key(text.encode(), None, unsafe_skip_rsa_key_validation=True)
    except TypeError:  # what the library says to a key that needs a password
        raise WrongKeyError(READ_KEY, "it is an encrypted key", KINDS) from None
    except UnsupportedAlgorithm:
        raise WrongKeyError(READ_KEY, "it is a key of an unknown kind", KINDS) from None
    except ValueError:
        raise MalformedEvidenceError(READ_KEY, "it is cut or damaged", WHOLE) from None
    if not isinstance(key, Ed25519PrivateKey):
        kind = type(key).__name__.removesuffix("PrivateKey")
        raise WrongKeyError(READ_KEY, f"it is a key of the kind {kind}", KINDS)
    return key
