"""Whatever comes in at a door, nothing but a typed error goes out, and the log stays as it was."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccm_engine.exporters.bundle import MANIFEST
from tests.fuzz.damage import Documents, damaged_bytes, damaged_json, damaged_lines
from tests.fuzz.doors import DOORS
from tests.fuzz.large import but, zipped

CORPUS: Final = Path(__file__).parent / "corpus"
FOUND: Final = sorted(path for path in CORPUS.glob("*/*") if path.is_file())

IN_JSON_LINES: Final = ("record", "overlay", "statements", "payload", "history")
RECONCILED: Final = ("claims", "decisions", "meetings", "machinery")
SLOW: Final = {
    "published": 4,
    "history": 4,
    "record": 2,
    "overlay": 2,
    "arguments": 4,
    **dict.fromkeys(RECONCILED, 10),
}
"""By how much fewer examples are tried at a door than elsewhere."""


def examples(door: str, share: int = 1) -> settings:
    """Try as many as usual, or fewer; `CCM_LONG` tries twenty times as many."""
    usual = settings().max_examples * (20 if os.environ.get("CCM_LONG") else 1)
    return settings(max_examples=max(1, usual // SLOW.get(door, share)))


def documents(door: str) -> Documents:
    given = DOORS[door].welcome()
    return Documents(
        [json.dumps(json.loads(each)).encode() for each in given] if door == "proof" else given
    )


def test_every_folder_of_the_corpus_is_of_a_door() -> None:
    assert {path.parent.name for path in FOUND} <= DOORS.keys()


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_is_taken_or_refused(path: Path) -> None:
    DOORS[path.parent.name].knock(path.read_bytes())


@pytest.mark.parametrize("name", DOORS)
def test_lawful_documents_are_taken(name: str) -> None:
    for each in DOORS[name].welcome()[:3]:
        DOORS[name].knock(each)


@pytest.mark.parametrize("name", [*IN_JSON_LINES, *RECONCILED, "proof"])
def test_documents_with_damaged_parts_are_taken_or_refused(name: str) -> None:
    @examples(name)
    @given(damaged_lines(documents(name), most=20 if name == "history" else 3))
    def knocked(data: bytes) -> None:
        DOORS[name].knock(data)

    knocked()


@pytest.mark.parametrize("name", [each for each in DOORS if each not in RECONCILED])
def test_damaged_bytes_are_taken_or_refused(name: str) -> None:
    @examples(name, 2)
    @given(damaged_bytes(documents(name)))
    def knocked(data: bytes) -> None:
        DOORS[name].knock(data)

    knocked()


@given(st.data())
def test_bundles_with_damaged_files_are_refused(data: st.DataObject) -> None:
    files = dict(but(""))
    name = data.draw(st.sampled_from([MANIFEST, MANIFEST, *files]))
    whole = files[name]
    damaged = damaged_json(whole, {}) if name == MANIFEST else damaged_bytes(whole)
    files[name] = data.draw(damaged)
    DOORS["bundle"].knock(zipped(files))


@pytest.mark.parametrize("name", [each for each in DOORS if each not in RECONCILED])
def test_any_bytes_are_taken_or_refused(name: str) -> None:
    @examples(name, 4)
    @given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
    def knocked(data: bytes) -> None:
        DOORS[name].knock(data)

    knocked()
