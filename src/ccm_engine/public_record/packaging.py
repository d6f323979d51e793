"""Write the packaged log and what belongs to it, and tell whether it is what the claims make."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from ccm_engine.public_record.accounts import Account
from ccm_engine.public_record.claims import read_claims, read_rows
from ccm_engine.public_record.closing import CLOSED_ON, RECORDED_AT
from ccm_engine.public_record.packaged import MANIFEST, RECORD, packaged_file, placed
from ccm_engine.public_record.reconciliation import Reconciled, Sources, reconcile
from ccm_engine.public_record.sealing import seal
from ccm_engine.storage.codec import encode

CLAIMS: Final = "claims.jsonl"
DECISIONS: Final = "extension-decisions.jsonl"
MEETINGS: Final = "meetings.jsonl"
MACHINERY: Final = "machinery.jsonl"
INPUTS: Final = (CLAIMS, DECISIONS, MEETINGS, MACHINERY)

ACCOUNTS: Final = "accounts.json"


def packaged_sources() -> Sources:
    """Return the claims and rows that ship with the package."""
    claims, decisions, meetings, machinery = (
        packaged_file(name).decode().splitlines() for name in INPUTS
    )
    return Sources(
        claims=read_claims(claims),
        decisions=read_rows(decisions),
        meetings=read_rows(meetings),
        machinery=read_rows(machinery),
    )


def built(reconciled: Reconciled) -> Mapping[str, bytes]:
    """Return the files that belong to a reconciled record, by name."""
    record = b"".join(encode(event) + b"\n" for event in reconciled.events)
    accounts = _accounts(reconciled.accounts)
    manifest = _manifest(reconciled, {RECORD: record, ACCOUNTS: accounts})
    return {RECORD: record, ACCOUNTS: accounts, MANIFEST: manifest}


def rebuild(folder: Path) -> Reconciled:
    """Write the packaged files anew into a folder, and return what they hold."""
    reconciled = reconcile(packaged_sources())
    for name, content in built(reconciled).items():
        folder.joinpath(name).write_bytes(content)
    return reconciled


def _accounts(accounts: tuple[Account, ...]) -> bytes:
    """Return what became of each claim: one claim a line, in an object by identifier."""
    lines = (f"{json.dumps(each.claim)}: {json.dumps(_account(each))}" for each in accounts)
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _account(account: Account) -> Mapping[str, object]:
    shown: dict[str, object] = {"claim": account.kind, "outcome": account.outcome.value}
    if account.events:
        shown["events"] = account.events
    if account.reason is not None:
        shown["reason"] = account.reason
    return shown


def _manifest(reconciled: Reconciled, outputs: Mapping[str, bytes]) -> bytes:
    outcomes = Counter(account.outcome.value for account in reconciled.accounts)
    inputs = {name: packaged_file(name) for name in INPUTS}
    found = seal(placed(reconciled.events), outputs[RECORD].splitlines())
    shown = {
        "closed_on": CLOSED_ON.isoformat(),
        "recorded_at": RECORDED_AT.isoformat().replace("+00:00", "Z"),
        "events": len(reconciled.placed),
        "claims": {"total": len(reconciled.accounts), **dict(sorted(outcomes.items()))},
        "root": b64encode(found.root).decode(),
        "sha256": {
            name: sha256(content).hexdigest() for name, content in {**inputs, **outputs}.items()
        },
    }
    return (json.dumps(shown, indent=2) + "\n").encode()
