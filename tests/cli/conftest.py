"""Logs to ask and to write to."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccm_engine import Engine
from tests.cli.happenings import bulgaria


@pytest.fixture
def log(tmp_path: Path) -> str:
    """Return the path of a log that holds what Bulgaria did first."""
    path = str(tmp_path / "log.sqlite")
    with Engine.open(path, create=True) as engine:
        engine.record(bulgaria())
    return path
