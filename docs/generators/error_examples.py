"""One way into each error: the page shows these bodies, and what they raise when they are run."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from ccm_engine import (
    Authority,
    Citation,
    Engine,
    Interpretation,
    PartialDate,
    Provision,
    events,
    state,
)
from ccm_engine.domain.states import StateCode
from ccm_engine.evidence.proofs import read_proof
from ccm_engine.evidence.signing import new_signer, read_signer
from ccm_engine.projections.mandates import mandates_ending_at
from ccm_engine.projections.review import figure
from ccm_engine.storage import memory_log
from ccm_engine.storage.codec import decode_line
from ccm_engine.storage.memory import MemoryRowStore
from ccm_engine.storage.rows import NewRow
from ccm_engine.storage.stored_log import StoredLog

SIGNED = events.Signed(
    state=StateCode("BGR"),
    occurred_on=PartialDate.on(date(2008, 12, 3)),
    citations=(
        Citation(
            document="status list XXVI-6",
            publisher="UN Treaty Collection",
            authority=Authority.DEPOSITARY,
        ),
    ),
)


def invalid_value() -> None:
    """Choose an interpretation that there is not."""
    Interpretation.choosing({"nine_months": "maybe"})


def invalid_date() -> None:
    """Write a day the way letters do."""
    PartialDate.parse("2 May 2013")


def unknown_state() -> None:
    """Mistype the name of a state."""
    state("Bulgeria")


def unknown_provision() -> None:
    """Cite a paragraph that Article 3 does not have."""
    Provision.parse("3(9)")


def unknown_event_type() -> None:
    """Read a line of a file whose type no event has."""
    decode_line(b'{"type": "ccm.joined.v1"}', 3)


def newer_event_type() -> None:
    """Read a line of a file whose version this library does not know yet."""
    decode_line(b'{"type": "ccm.signed.v2"}', 3)


def unknown_obligation() -> None:
    """Ask for a duty that Article 3(3) does not make."""
    register = Engine.public_record().on(date(2020, 9, 28))
    register.obligation("BGR/3.3")


def unknown_figure() -> None:
    """Mistype the key of a figure of a review."""
    view = Engine.public_record().on(date(2020, 9, 28)).view()
    figure("compliance.dispute_open", view)


def unknown_meeting() -> None:
    """Ask whose office ends with a meeting that nobody called."""
    view = Engine.public_record().on(date(2020, 9, 28)).view()
    mandates_ending_at(view, "99MSP")


def outside_model() -> None:
    """Ask for a day before the Convention was adopted."""
    Engine.public_record().on(date(2008, 5, 29))


def malformed_event() -> None:
    """Read a line of a file with a number where a text belongs."""
    decode_line(b'{"type": "ccm.signed.v1", "state": "BGR", "occurred_on": 2008}', 3)


def refused_event() -> None:
    """Record a second signature of one state."""
    Engine.in_memory([SIGNED, SIGNED])


def malformed_evidence() -> None:
    """Read a proof of which the end is missing."""
    proof = json.dumps(Engine.public_record().tree.inclusion(12).document())
    read_proof(proof[:400])


def wrong_key() -> None:
    """Sign with the half of a key that is for everybody."""
    signer = new_signer("example.org/log", bytes(32))  # of 32 random bytes, where it matters
    read_signer(signer.verifier_key)


def evidence() -> None:
    """Ask a log to prove that it continues what another one had."""
    other = Engine.in_memory([SIGNED])
    Engine.public_record().tree.consistency(other.tree.seal())


def concurrent_append() -> None:
    """Append for a state as if its history were still empty, after another writer."""
    log, now = memory_log(), datetime(2026, 1, 1, tzinfo=UTC)
    _ = log.append([SIGNED], expected={"BGR": 0}, recorded_at=now)
    log.append([SIGNED], expected={"BGR": 0}, recorded_at=now)


def read_only_log() -> None:
    """Record an event in the packaged public record."""
    found = events.VictimsAbsenceDeclared(
        state=StateCode("BGR"), occurred_on=SIGNED.occurred_on, citations=SIGNED.citations
    )
    Engine.public_record().record([found])


def log_unavailable() -> None:
    """Open a log where there is no file."""
    Engine.open("nowhere.sqlite")


def damaged_log() -> None:
    """Open a log of which a part is lost."""
    Engine.open("cut.sqlite", create=True).close()
    file = Path("cut.sqlite")
    _ = file.write_bytes(file.read_bytes()[:5000])
    Engine.open("cut.sqlite")


def not_a_log() -> None:
    """Open a file of another kind."""
    _ = Path("notes.txt").write_text("no database, only words", encoding="utf-8")
    Engine.open("notes.txt")


def newer_log() -> None:
    """Read a log with an event of a version this library does not know yet."""
    rows = MemoryRowStore()
    payload = b'{"type":"ccm.signed.v2"}'
    _ = rows.append([NewRow("BGR", 1, "ccm.signed.v2", payload)], datetime(2026, 1, 5, tzinfo=UTC))
    list(StoredLog(rows).read())
