"""What each door takes: small lawful documents, from which damaged ones are made."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from ccm_engine import Engine, Event
from ccm_engine.exporters.bundle import bundle
from ccm_engine.public_record import packaged_events
from ccm_engine.public_record.packaged import packaged_file
from ccm_engine.storage import open_log
from ccm_engine.storage.backup import back_up
from ccm_engine.storage.codec import encode
from tests.cli.happenings import bulgaria, lines
from tests.fuzz.keeping import SIGNER, folder, key_path, log_path, printed, sound_log

Documents = tuple[bytes, ...]

_PUBLISHED: Final = Path(__file__).parent.parent / "published"
_STATES: Final = ("BGR", "LAO", "LTU", "PER", "CCM")
_SHORTEST: Final = len('{"statement":"eif-stated"}')


@cache
def _one_of_each_kind() -> tuple[Event, ...]:
    return tuple({type(each): each for each in packaged_events()}.values())


def events() -> Documents:
    """Give one event of each kind in the public record."""
    return tuple(map(encode, _one_of_each_kind()))


@cache
def histories() -> Documents:
    """Give all events of a few states, and one of each kind."""
    known = [each for each in packaged_events() if each.stream in _STATES]
    return (lines(*_one_of_each_kind()), lines(*known[:100]), lines(*known[100:200]))


def _some(name: str) -> Documents:
    """Return every hundredth line of a packaged file, or each of a short one."""
    found = packaged_file(name).splitlines()
    return tuple(islice(found, 0, None, max(1, len(found) // 30)))


claims = partial(_some, "claims.jsonl")
decisions = partial(_some, "extension-decisions.jsonl")
meetings = partial(_some, "meetings.jsonl")
machinery = partial(_some, "machinery.jsonl")


def statements() -> Documents:
    """Give one statement of each kind, as a document makes it."""
    kinds: dict[bytes, bytes] = {}
    for line in (_PUBLISHED / "statements-2020.jsonl").read_bytes().splitlines():
        kinds.setdefault(line[: line.index(b",")], line)
    return tuple(kinds.values())


def published() -> Documents:
    """Give documents with their figures."""
    return tuple(path.read_bytes() for path in sorted(_PUBLISHED.glob("state-party-*.toml")))


@cache
def checkpoints() -> Documents:
    """Give a checkpoint of the sound log, and one of less of it."""
    key = key_path()
    return (
        printed("checkpoint", "--key", key, "--known-at", "9"),
        printed("checkpoint", "--key", key),
    )


@cache
def proofs() -> Documents:
    """Give proofs of an event and of growth, signed and not."""
    (folder() / "older").write_bytes(checkpoints()[0])
    since, key = ("prove", "--since", str(folder() / "older")), ("--key", key_path())
    return (
        printed("prove", "7"),
        printed("prove", "7", *key),
        printed(*since),
        printed(*since, *key),
    )


@cache
def bundles() -> Documents:
    """Give a bundle, signed."""
    with Engine.in_memory(bulgaria()) as engine:
        return (bundle(engine.on(date(2020, 9, 28)), engine.tree, SIGNER),)


@cache
def backups() -> Documents:
    """Give a backup of the sound log."""
    path = folder() / "sound.backup"
    with closing(open_log(log_path())) as log:
        back_up(log, path)
    return (path.read_bytes(),)


def log_files() -> Documents:
    """Give the sound log."""
    return (sound_log(),)


def signer_keys() -> Documents:
    """Give a key of each form."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return (SIGNER.signer_key.encode(), pem)


def verifier_keys() -> Documents:
    """Give the key that verifies the proof."""
    return (SIGNER.verifier_key.encode(),)


def addresses() -> Documents:
    """Give paths and addresses; the server is on this machine, and closed."""
    return (
        b"ccm.sqlite",
        b"postgresql://user:s3kr3t@127.0.0.1:1/ccm?connect_timeout=2&options=-csearch_path%3Dccm",
        b"postgres://127.0.0.1:1/ccm?password=s3kr3t&sslmode=disable&user=me",
        b"host=127.0.0.1 port=1 password=s3kr3t",
    )


def arguments() -> Documents:
    """Give calls of commands; a NUL stands between arguments."""
    calls = (
        "parties --basis consented --as-of 2020-09-28",
        "deadlines --from 2020-01-01 --until 2021-01-01 --json",
        "obligations --article 3 --standing outstanding --reading nine_months=enforce",
        "explain BGR/3.2 --known-at 1200 --published-by 2020-09-28",
        "history BGR --known-at 2026-11-21T12:00:00Z",
        "ledger annual-reports --year 2019 --grace-days 3 --trim-per-cent 5 --state Bulgaria",
        "ledger joined --from 2015-01-01 --to 2020-01-01",
        "windows --json",
        "meetings --kind review-conference",
        "mandates --ending 11MSP",
        "diff --from 2015-09-11 --to 2020-09-28 --state BGR --article 4",
        "report --meeting 12MSP --format html --output report.html",
        "state Bulgaria --as-of 2100-12-31",
        "prove 7",
        "key new.key --name example.org",
        "init --log new.sqlite --empty",
        "verify --log new.sqlite",
        "bundle new.zip --as-of 2008-05-30",
        "discrepancies --help",
    )
    return tuple(each.replace(" ", "\0").encode() for each in calls)
