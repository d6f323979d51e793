"""Every refusal of the log is reached, and each is refused as it says."""

from __future__ import annotations

import ast
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccm_engine.domain import admission
from ccm_engine.domain.events import Event
from ccm_engine.domain.provisions import Provision
from ccm_engine.errors import CcmError, RefusedEventError
from ccm_engine.testing.histories import FOUNDERS, History, recorded
from ccm_engine.testing.refusals import OPEN, Unlawful, Where, acceded
from ccm_engine.testing.unlawful import REFUSALS, intruders, refusals, unlawful_histories

FOLDER = Path(admission.__file__).parent
FIRST_THIRTY = [acceded(state, OPEN) for state in FOUNDERS[:30]]
"""The Convention enters into force on 1 June 2009."""


def refusal(unlawful: Unlawful, *lawful: Event) -> CcmError:
    engine = recorded([*lawful, *unlawful.before])
    with pytest.raises(unlawful.error) as caught:
        engine.record([unlawful.event])
    return caught.value


def raises() -> Iterator[tuple[str, range]]:
    """Yield every place in the package `admission` at which something is refused."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise):
                yield path.name, range(node.lineno, (node.end_lineno or node.lineno) + 1)


@pytest.mark.parametrize("unlawful", refusals(), ids=REFUSALS)
def test_it_is_refused_for_what_it_says(unlawful: Unlawful) -> None:
    error = refusal(unlawful, *FIRST_THIRTY)
    assert type(error) is RefusedEventError
    assert unlawful.obstacle in error.obstacle


@pytest.mark.parametrize(
    "unlawful",
    [each for each in refusals() if each.where is Where.ANYWHERE],
    ids=[each.name for each in refusals() if each.where is Where.ANYWHERE],
)
def test_it_is_refused_by_an_empty_log_too(unlawful: Unlawful) -> None:
    assert unlawful.obstacle in refusal(unlawful).obstacle


def test_every_refusal_of_the_log_is_reached() -> None:
    places = list(raises())
    reached: set[tuple[str, range]] = set()
    for unlawful in refusals():
        frames = traceback.extract_tb(refusal(unlawful, *FIRST_THIRTY).__traceback__)
        last = frames[-1]
        at = [
            each
            for each in places
            if each[0] == Path(last.filename).name and last.lineno in each[1]
        ]
        assert len(at) == 1, f"{unlawful.name} is refused at {last}"
        reached.update(at)
    assert len(places) >= 50
    assert not [f"{name}:{lines[0]}" for name, lines in places if (name, lines) not in reached]


def test_each_has_a_name_of_its_own_and_cites_what_exists() -> None:
    assert len(set(REFUSALS)) == len(REFUSALS)
    cited = [each.provision for each in refusals() if each.provision]
    assert [str(Provision.parse(each)) for each in cited] == cited


@settings(max_examples=15)
@given(pair=unlawful_histories())
def test_a_drawn_history_is_lawful_up_to_what_is_refused(pair: tuple[History, Unlawful]) -> None:
    history, unlawful = pair
    assert unlawful.obstacle in refusal(unlawful, *history.events).obstacle


@settings(max_examples=15)
@given(data=st.data())
def test_an_intruder_needs_nothing_before_it(data: st.DataObject) -> None:
    empty = History((), (), 0)
    intruder = data.draw(intruders(empty))
    with pytest.raises(RefusedEventError):
        recorded([intruder])


def test_a_refusal_is_read_line_by_line() -> None:
    (told,) = (
        each for each in refusals("FRA", "TUN") if each.name == "an accession by a signatory"
    )
    assert repr(told).splitlines() == [
        "an accession by a signatory (Article 16(1)):",
        "    2008-12-03 FRA: signed",
        "    refused: 2022-01-05 FRA: instrument deposited: accession",
        "    RefusedEventError: ...a signatory ratifies...",
    ]
