"""The engine and the implementation in JavaScript answer drawn histories alike.

Vectors are cases that somebody thought of. These nobody did; of each history one state is asked
about, on a day that tells something: what it decides, and where there is time on what grounds.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ccm_engine import Interpretation, Obligation, Register
from ccm_engine.exporters.obligations import obligation_object
from ccm_engine.testing.histories import History, histories, telling_days
from tests.conformance.stored import HERE, PATHS, Json, stored
from tests.oracle.asking import ALTERNATIVES, PRACTICE, wires
from tests.oracle.dates import Choices

NODE: Final = shutil.which("node")
LONG: Final = os.environ.get("CCM_LONG") == "1"
HISTORIES: Final = 5_000 if LONG else 300
LEVEL: Final = "grounds" if LONG else "decisions"
CLAIMED: Final = re.compile(r"[A-Z]{3}/[347]\.")

readings: Final = st.one_of(st.just(PRACTICE), st.sampled_from(ALTERNATIVES))


def bound(register: Register) -> list[str]:
    """Return the states for which the Convention enters into force, on whichever day."""
    point = register.point
    return [each for each in point.states if point.binding(each).in_force_on is not None]


def case(name: str, obligation: Obligation, as_of: date, reading: Choices) -> Json:
    """Return what the engine answers, as a case is stored."""
    return {
        "id": f"{name}: {obligation.id} on {as_of}",
        "interpretation": reading,
        "before": [name],
        "events": [],
        "question": {"ask": "obligation", "id": obligation.id, "as_of": str(as_of)},
        "answer": obligation_object(obligation),
    }


def drawn() -> Json:
    """Draw histories; return a file of cases about them."""
    common: Json = {}
    cases: list[Json] = []

    @settings(max_examples=HISTORIES, phases=[Phase.generate], database=None)
    @given(history=histories(), reading=readings, data=st.data())
    def draw(history: History, reading: Choices, data: st.DataObject) -> None:
        day = data.draw(telling_days(history))
        register = history.engine().on(day, reading=Interpretation.choosing(reading))
        if states := bound(register):
            owed = register.obligations(state=data.draw(st.sampled_from(states)))
            name = f"history {len(common)} by {reading or 'practice'}"
            common[name] = wires(history.events)
            cases.extend(case(name, each, day, reading) for each in owed if CLAIMED.match(each.id))

    draw()
    return {**stored(PATHS[0]), "common": common, "cases": cases}


@pytest.mark.skipif(NODE is None, reason="node is not installed on this machine")
def test_what_a_state_owes_is_answered_alike(tmp_path: Path) -> None:
    file = drawn()
    path = tmp_path / "drawn.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    words = [str(NODE), str(HERE / "js" / "run.js"), "--level", LEVEL, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    number = len(file["cases"])
    assert number > HISTORIES
    assert done.stdout == f"level {LEVEL}: {number} passed, 0 failed, 0 not claimed\n"
