"""Every word of a refusal and of a remark, for each conformance vector that asks about recording.

The vectors themselves name the error alone, so that another implementation may say it otherwise.
`python -m tests.test_what_refusals_say` writes the words again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from ccm_engine import Engine
from ccm_engine.errors import CcmError
from ccm_engine.storage.codec import decode

WORDS: Final = Path(__file__).parent / "golden" / "refusals.txt"
VECTORS: Final = Path(__file__).parents[1] / "conformance" / "cases"


def said() -> str:
    """Return what the log says to each vector, one line for each refusal or remark."""
    lines: list[str] = []
    for path in sorted(VECTORS.glob("*.json")):
        stored = json.loads(path.read_text("utf-8"))
        for case in stored["cases"]:
            if case["question"]["ask"] == "record":
                before = [
                    each for name in case.get("before", ()) for each in stored["common"][name]
                ]
                words = answered([*before, *case["events"]])
                lines += [case["id"], *(f"  {each}" for each in words), ""]
    return "\n".join(lines)


def answered(events: list[dict[str, Any]]) -> Iterator[str]:
    """Record all events but the last, and yield what the log says to that one."""
    *earlier, last = (json.dumps(each).encode() for each in events)
    engine = Engine.in_memory(map(decode, earlier))
    try:
        yield from engine.record([decode(last)]).remarks
    except CcmError as error:
        yield f"{type(error).__name__}: {error}"


def test_what_the_log_refuses_and_remarks_on_is_said_as_it_was() -> None:
    assert said().splitlines() == WORDS.read_text("utf-8").splitlines()


if __name__ == "__main__":
    WORDS.write_text(said(), "utf-8")
