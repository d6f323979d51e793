"""The doors through which strangers' bytes come in, and what may happen at each.

A door is knocked on with bytes. They are taken, or refused in one line with a documented exit
status or by an error of this library; whatever else is raised has found a fault. A log at which
something was refused is as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import chdir, suppress
from tempfile import TemporaryDirectory
from typing import Final

import attrs
from click.testing import Result
from psycopg.conninfo import conninfo_to_dict

from ccm_engine import Event
from ccm_engine.errors import CcmError
from ccm_engine.public_record.claims import read_claims, read_rows
from ccm_engine.public_record.packaging import packaged_sources
from ccm_engine.public_record.reconciliation import reconcile
from ccm_engine.storage import open_log
from ccm_engine.storage.codec import decode, encode
from ccm_engine.storage.postgresql_server import Address
from tests.cli.calling import ccm
from tests.fuzz import welcome
from tests.fuzz.asking import engine_without_admission, everything_asked
from tests.fuzz.keeping import (
    DAY,
    SIGNER,
    folder,
    key_path,
    log_path,
    printed,
    untouched,
    written,
)

STATUSES: Final = (0, 2, 3)
MOST_EVENTS: Final = 200  # in one history, to be asked everything about

Knock = Callable[[bytes], None]


@attrs.frozen
class Door:
    """One way in: `knock` hands it bytes; `welcome` gives some that it takes."""

    knock: Knock
    welcome: Callable[[], tuple[bytes, ...]]


def answered(result: Result) -> bool:
    """Tell whether a call was answered, or refused in one line; it may end in no other way."""
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in STATUSES, result.exit_code
    if result.exit_code == 0:
        return True
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("ccm: ")
    assert line.isprintable()
    return False


def asked(*arguments: str) -> Knock:
    """Make a door of a command that reads standard input and leaves the log alone."""

    def knock(data: bytes) -> None:
        log = log_path()
        call = (*arguments, "--log", log, "--as-of", DAY)
        if answered(ccm(*call, stdin=data)):
            answered(ccm(*call, "--json", stdin=data))
        assert untouched(log)

    return knock


def record(data: bytes) -> None:
    """Append events to a log: all or none."""
    log = log_path()
    if answered(ccm("record", "-", "--log", log, stdin=data)):
        assert answered(ccm("verify", "--log", log))
        assert answered(ccm("status", "--log", log))
        assert answered(ccm("review", "--log", log, "--from", "2010-01-01"))
    else:
        assert untouched(log)


def restore(data: bytes) -> None:
    """Make a log of a backup; what is refused leaves none behind."""
    path, target = written("given.backup", data), folder() / "restored.sqlite"
    target.unlink(missing_ok=True)
    done = answered(ccm("restore", path, "--log", str(target), "--as-of", DAY))
    assert target.exists() is done


def log_file(data: bytes) -> None:
    """Open a file as a log."""
    path = written("given.sqlite", data)
    answered(ccm("status", "--log", path, "--as-of", DAY))
    answered(ccm("verify", "--log", path))


def verified(*arguments: str) -> Knock:
    """Make a door of what is verified without a log, by a key and without."""

    def knock(data: bytes) -> None:
        answered(ccm("verify", *arguments, stdin=data))
        answered(ccm("verify", *arguments, "--key", SIGNER.verifier_key, stdin=data))

    return knock


def verifier_key(data: bytes) -> None:
    """Verify with a key that is in a file."""
    proof = written("proof", printed("prove", "7", "--key", key_path()))
    answered(ccm("verify", "--proof", proof, "--key", "-", stdin=data))


def address(data: bytes) -> None:
    """Open what is named; a server is asked only where it is known that none answers."""
    text = data.decode(errors="surrogateescape")
    with chdir(folder()), suppress(CcmError):
        if text.startswith(("postgresql://", "postgres://")):
            parts = conninfo_to_dict(Address(text, patience_seconds=1).conninfo)
            wanted = {"host": "127.0.0.1", "port": "1", "hostaddr": None, "service": None}
            if any(parts.get(name) != value for name, value in wanted.items()):
                return
        open_log(text).close()


def arguments(data: bytes) -> None:
    """Call the command with any arguments, in a folder of its own; a NUL stands between them."""
    text = data.decode(errors="surrogateescape").replace("/", "_")
    with TemporaryDirectory() as place, chdir(place):
        answered(ccm(*text.split("\0"), stdin=b""))


def payload(data: bytes) -> None:
    """Read a stored payload; what is an event is written and read again as the same."""
    with suppress(CcmError):
        event = decode(data)
        again = decode(encode(event))
        assert again == event
        assert encode(again) == encode(event)


def history(data: bytes) -> None:
    """Ask a log whose events nobody admitted: of this library's classes, in any order."""
    events: list[Event] = []
    for line in data.splitlines()[:MOST_EVENTS]:
        with suppress(CcmError):
            events.append(decode(line))
    everything_asked(engine_without_admission(events))


def reconciled(kind: str) -> Knock:
    """Make a door of claims, or of the rows beside them, among all the others."""

    def knock(data: bytes) -> None:
        lines = data.decode(errors="replace").splitlines()
        with suppress(CcmError):
            found = read_claims(lines) if kind == "claims" else read_rows(lines)
            sources = packaged_sources()
            reconcile(attrs.evolve(sources, **{kind: (*getattr(sources, kind), *found)}))

    return knock


DOORS: Final[Mapping[str, Door]] = {
    "record": Door(record, welcome.events),
    "overlay": Door(asked("what-if", "-"), welcome.events),
    "statements": Door(asked("check", "-"), welcome.statements),
    "published": Door(asked("assert", "-"), welcome.published),
    "proof": Door(verified("--proof", "-"), welcome.proofs),
    "bundle": Door(verified("--bundle", "-"), welcome.bundles),
    "checkpoint": Door(asked("prove", "--since", "-"), welcome.checkpoints),
    "signer-key": Door(asked("checkpoint", "--name", "x", "--key", "-"), welcome.signer_keys),
    "verifier-key": Door(verifier_key, welcome.verifier_keys),
    "backup": Door(restore, welcome.backups),
    "log-file": Door(log_file, welcome.log_files),
    "payload": Door(payload, welcome.events),
    "history": Door(history, welcome.histories),
    "claims": Door(reconciled("claims"), welcome.claims),
    "decisions": Door(reconciled("decisions"), welcome.decisions),
    "meetings": Door(reconciled("meetings"), welcome.meetings),
    "machinery": Door(reconciled("machinery"), welcome.machinery),
    "address": Door(address, welcome.addresses),
    "arguments": Door(arguments, welcome.arguments),
}
"""By the name of the folder of its corpus."""
