"""Rows to try the stores with."""

from __future__ import annotations

from datetime import UTC, datetime

from ccm_engine.storage.rows import NewRow

NOON = datetime(2026, 11, 21, 12, 0, 0, tzinfo=UTC)


def rows(stream: str, first: int, last: int) -> list[NewRow]:
    """Continue a stream with the versions from first to last."""
    return [
        NewRow(stream, version, "ccm.trial.v1", f"{stream} {version}".encode())
        for version in range(first, last + 1)
    ]
