"""What is too much for a door: made when asked for, since it is too large to keep."""

from __future__ import annotations

import json
import textwrap
import zipfile
from base64 import b64encode
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from math import ceil
from typing import Final

from ccm_engine.exporters.bundle import EVENTS, MANIFEST
from tests.fuzz import welcome

MIB: Final = 1024**2
LONGEST_LINE: Final = MIB
DEPTHS: Final = (300, 400, 500, 900, 10_000, LONGEST_LINE // 2)
"""What Python and msgspec still read, what only one of them does, and as deep as a line can be."""

DIRECTORY: Final = b"PK\x01\x02"  # how an entry of a zip file's directory begins


def lines() -> Iterator[bytes]:
    """Give lines of JSON, at any door that takes some."""
    yield b"x" * (LONGEST_LINE + 1)
    yield b"\n" * (8 * MIB)
    yield b'"' + b"x" * (LONGEST_LINE - 2) + b'"'
    for depth in DEPTHS:
        yield b"[" * depth + b"]" * depth
        yield b'{"a":' * (depth // 3) + b"1" + b"}" * (depth // 3)
    for number in (b"9" * 5000, b"9" * (LONGEST_LINE - 50), b"1e999999999", b"NaN", b"-" * 99999):
        yield b'{"type":' + number + b"}"
        yield b'{"statement":"reporting-rate","on":' + number + b"}"
    yield b"{" + b",".join(b'"%d":1' % each for each in range(90_000)) + b"}"
    yield b"{" + b'"a":1,' * 150_000 + b'"a":1}'


def events() -> Iterator[bytes]:
    """Give events that hold others, and texts as long as a line."""
    yield from lines()
    for depth in DEPTHS:
        for name in ("replacement", "alternative"):
            yield nested(name, min(depth, LONGEST_LINE // 200))
    event = json.loads(welcome.events()[0])
    yield json.dumps({**event, "note": "x" * (LONGEST_LINE - 1000)}).encode()
    yield json.dumps({**event, "citations": event["citations"] * 1500}).encode()


def nested(name: str, depth: int) -> bytes:
    """Write an event in an event in an event."""
    kind = "ccm.corrected.v1" if name == "replacement" else "ccm.disputed.v1"
    event = json.loads(welcome.events()[0])
    event.update({"type": kind, "target": "BGR#1", "citations": event["citations"][:1]})
    event.pop("state", None)
    if name == "replacement":
        event["reason"] = "a mistake"
    opening = json.dumps(event).encode()[:-1] + b',"' + name.encode() + b'":'
    return opening * depth + welcome.events()[0] + b"}" * depth


def statements() -> Iterator[bytes]:
    """Give statements in which something is nested as deep as it is read."""
    yield from lines()
    for depth in range(960, 1000, 3):
        yield b'{"statement":' + b"[" * depth + b"]" * depth + b"}"
    yield json.dumps({"statement": "x" * (LONGEST_LINE - 99), "state": None}).encode()
    yield json.dumps({"statement": "eif-stated", "state": "Bulgarei" * 99_000}).encode()


def published() -> Iterator[bytes]:
    """Give TOML with names of many parts, nests and numbers, which Python reads for hours."""
    head = b'[document]\ntitle = "a"\non = 2020-01-01\n'
    figure = head + b'[[figure]]\nparagraph = "1"\nkey = "universalization.signatories"\n'
    yield b"x" * (MIB + 1)
    for many in (3_000, 300_000):
        for part in (b"a.", b"'a'.", b'"a" . '):
            yield part * many + b"a = 1"
            yield b"[" + part * many + b"a]"
            yield b"b = {" + part * many + b"a = 1}"
    yield b"a" * (MIB - 9) + b" = 1"
    yield b"document = " + b"[" * 500_000
    yield head + b"a = " + b"{a = " * 150_000
    yield head + b"title = " + b"[" * 300 + b"]" * 300
    for digits in (5000, 900_000):
        yield figure + b"value = 0x" + b"f" * digits
        yield figure + b"value = " + b"9" * digits
        yield figure + b"value = 1\nwords = 0x" + b"f" * digits
        yield head + b"[[figure]]\nparagraph = 0x" + b"f" * digits
    yield head + b"".join(b"[[figure]]\n" for _ in range(90_000))
    yield head + b"[a]\n" * 200_000
    yield b"".join(b"a%d = 1\n" % each for each in range(80_000))
    yield b'a = """' + b"\\n" * 500_000 + b'"""'


def proofs() -> Iterator[bytes]:
    """Give proofs with paths that lead nowhere."""
    yield from lines()
    proof = json.loads(welcome.proofs()[0])
    for change in (
        {"path": proof["path"] * 5_000},
        {"size": 2**63},
        {"size": 10**4000},
        {"position": 2**63 - 1, "size": 2**63 - 1},
        {"leaf": "[" * MIB},
        {"leaf": '{"id":' + "9" * 5000 + "}"},
        {"checkpoint": "a\n" * 500_000},
        {"checkpoint": welcome.checkpoints()[0].decode() + "— a AAAAAAAA\n" * 50_000},
    ):
        yield json.dumps({**proof, **change}).encode()
    yield json.dumps({**proof, "leaf": "x" * (8 * MIB)}).encode()


def checkpoints() -> Iterator[bytes]:
    """Give notes of many lines, and of many signatures."""
    note = welcome.checkpoints()[1]
    text, _, signature = note.partition(b"\n\n")
    yield text + b"\n" * 999_000 + signature
    yield text + b"\n\n" + signature * 4_000
    yield note.replace(b"\n", b"\n" + b"9" * 5000 + b"\n", 1)
    yield b"\xe2\x80\x94 " * 300_000
    yield b"x" * (9 * MIB)


def bundles() -> Iterator[bytes]:
    """Give zip files that say more than they hold, and such as hold much of nothing."""
    whole = welcome.bundles()[0]
    first = whole.index(DIRECTORY)
    yield b"PK\x03\x04" + b"\0" * (32 * MIB)
    for place in (20, 24, 42):  # both sizes, and where it begins
        for size in (b"\xff\xff\xff\xff", b"\xfe\xff\xff\x7f"):
            yield whole[: first + place] + size + whole[first + place + 4 :]
    yield overlapping(whole)
    for name in (b"/etc/pass.json", b"../../../a.json"):
        yield whole.replace(MANIFEST.encode(), name[: len(MANIFEST)])
    yield whole.replace(EVENTS.encode(), MANIFEST.encode().ljust(len(EVENTS))[: len(EVENTS)])
    bomb = zipped({EVENTS: b"\n" * (64 * MIB)}, zipfile.ZIP_DEFLATED)
    yield bomb
    yield zipped({EVENTS: b"\n" * (64 * MIB), **but(EVENTS)})
    yield zipped({EVENTS: (b"x" * 99 + b"\n") * 100_000, **but(EVENTS)})
    yield zipped({**but(MANIFEST), MANIFEST: bomb})
    yield zipped({**but(MANIFEST), MANIFEST: b"[" * MIB})
    yield zipped({f"{each}": b"" for each in range(60_000)})


def but(name: str) -> Mapping[str, bytes]:
    """Return the files of a bundle but one."""
    with zipfile.ZipFile(BytesIO(welcome.bundles()[0])) as archive:
        return {each: archive.read(each) for each in archive.namelist() if each != name}


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """Put files into a zip file."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def overlapping(whole: bytes) -> bytes:
    """Have every entry of a zip file reach to where its directory begins."""
    places = [place for place in range(len(whole)) if whole.startswith(DIRECTORY, place)]
    done = bytearray(whole)
    for place in places:
        begins = int.from_bytes(whole[place + 42 : place + 46], "little")
        header = 30 + int.from_bytes(whole[place + 28 : place + 30], "little")
        size = (places[0] - begins - header).to_bytes(4, "little")
        done[place + 20 : place + 28] = size * 2
    return bytes(done)


def signer_keys() -> Iterator[bytes]:
    """Give a key of a kind that is refused, which takes minutes to be found sound."""
    yield rsa_key(2**9689 - 1, 2**9941 - 1)
    yield b"-----BEGIN PRIVATE KEY-----\n" * 700
    yield b"x" * (9 * MIB)


def rsa_key(p: int, q: int) -> bytes:
    """Write an RSA key of two primes in PEM."""
    d = pow(65537, -1, (p - 1) * (q - 1))
    numbers = (0, p * q, 65537, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))
    key = _der(0x30, b"".join(map(_integer, numbers)))
    kind = _der(0x30, bytes.fromhex("06092a864886f70d010101") + b"\x05\x00")
    whole = _der(0x30, _integer(0) + kind + _der(0x04, key))
    text = "\n".join(textwrap.wrap(b64encode(whole).decode(), 64))
    return f"-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n".encode()


def _integer(number: int) -> bytes:
    return _der(0x02, number.to_bytes(number.bit_length() // 8 + 1))


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    length = size.to_bytes(ceil(size.bit_length() / 8)) if size else b"\0"
    long = bytes([0x80 + len(length)]) if size > 127 else b""
    return bytes([tag]) + long + length + content


def backups() -> Iterator[bytes]:
    """Give backups whose last line promises much, or whose first has no end."""
    root = b64encode(bytes(32)).decode()
    for size in (-1, 2**31, 2**63, 10**30):
        yield f'{{"backup":"ccm-backup/1","size":{size},"root":"{root}"}}\n'.encode()
    first, *_, closing = welcome.backups()[0].splitlines(keepends=True)
    yield b"x" * (17 * MIB) + b"\n" + closing
    yield b"\n" * (8 * MIB) + closing
    yield first.replace(b'#1"', b"#" + b"9" * 5000 + b'"', 1) + closing


def addresses() -> Iterator[bytes]:
    """Give names without end."""
    pieces = (
        b":",
        b"@",
        b":@",
        b"/",
        b" ",
        b"a",
        b"password ",
        b"password=",
        b"://",
        b"%41",
        b"\xff",
    )
    for piece in pieces:
        yield piece * (200_000 // len(piece))
        yield b"postgresql://" + piece * (200_000 // len(piece))
    yield b"postgresql://" + b"a" * 64 + b"/ccm"


def arguments() -> Iterator[bytes]:
    """Give more arguments than anybody types, and longer ones."""
    yield b"\0".join([b"parties"] * 100_000)
    yield b"\0".join([b"parties", *[b"--reading", b"nine_months=enforce"] * 20_000])
    yield b"\0".join([b"parties", *[b"--as-of", b"2020-09-28"] * 20_000])
    for call in (
        b"explain\0",
        b"state\0",
        b"prove\0",
        b"ledger\0",
        b"parties\0--known-at\0",
        b"",
        b"--",
    ):
        for piece in (b"9", b"x", b"BGR_", b"(", b" ", b"-"):
            yield call + piece * 100_000


LARGE: Final = {
    "record": events,
    "overlay": events,
    "payload": events,
    "statements": statements,
    "published": published,
    "proof": proofs,
    "checkpoint": checkpoints,
    "bundle": bundles,
    "signer-key": signer_keys,
    "verifier-key": checkpoints,
    "backup": backups,
    "log-file": lambda: iter([bytes(8 * MIB), b"SQLite format 3\0" + bytes(8 * MIB)]),
    "claims": lambda: chain(lines(), [b"[" * 999_999]),
    "address": addresses,
    "arguments": arguments,
}
"""By the name of the door."""
