"""The vectors as they are stored, put together again as another program would."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from conformance.writing import Case

HERE: Final = Path(__file__).resolve().parents[2] / "conformance"
PATHS: Final = sorted((HERE / "cases").glob("*.json"))

Json = dict[str, Any]


@cache
def stored(path: Path) -> Json:
    """Read one file of cases."""
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


def stored_cases() -> list[Json]:
    """Return every case of every file."""
    return [case for path in PATHS for case in stored(path)["cases"]]


def as_case(case: Mapping[str, Any], *, practice: bool = False) -> Case:
    """Put a stored case together, with its own reading or by practice; it expects nothing."""
    return Case(
        id=case["id"],
        title=case["title"],
        provisions=tuple(case["provisions"]),
        reading={} if practice else case["interpretation"],
        before=tuple(case.get("before", ())),
        events=tuple(case["events"]),
        question=case["question"],
        expected={},
    )
