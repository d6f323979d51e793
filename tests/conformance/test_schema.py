"""The schema of the vectors: every file obeys it, and what is damaged does not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest

from ccm_engine import PRACTICE, Nature, Standing, Timeliness
from ccm_engine.projections.amendments import Stage
from conformance.date_rules import DATE_RULES
from tests.conformance.stored import HERE, PATHS, Json, stored

SCHEMA: Final[Json] = json.loads((HERE / "schema.json").read_text(encoding="utf-8"))
DEFINED: Final[Json] = SCHEMA["$defs"]
JSON_SCHEMA: Final[Any] = import_module("jsonschema")  # without types of its own
VALIDATOR: Final[Any] = JSON_SCHEMA.Draft202012Validator(SCHEMA)


def a_case(group: str, ask: str) -> Json:
    """Return a whole file with one of its cases alone: the first that asks so."""
    file = copy.deepcopy(stored(HERE / "cases" / f"{group}.json"))
    chosen = next(case for case in file["cases"] if case["question"]["ask"] == ask)
    return {**file, "cases": [chosen]}


def refused(file: Mapping[str, Any]) -> bool:
    return not VALIDATOR.is_valid(file)


class TestTheSchema:
    def test_it_is_one(self) -> None:
        JSON_SCHEMA.Draft202012Validator.check_schema(SCHEMA)

    @pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
    def test_every_file_obeys_it(self, path: Path) -> None:
        found = [
            f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(stored(path))
        ]
        assert found == []

    def test_it_knows_every_choice_of_reading(self) -> None:
        choices = {name: {chosen} for name, chosen in PRACTICE.choices().items()}
        for name, other in PRACTICE.alternatives():
            choices[name].add(other.choices()[name])
        listed = DEFINED["interpretation"]["properties"]
        assert {name: set(each["enum"]) for name, each in listed.items()} == choices

    def test_it_knows_every_word_of_an_answer(self) -> None:
        obligation = DEFINED["obligation"]["properties"]
        assert DEFINED["standing"]["enum"] == [each.value for each in Standing]
        assert obligation["nature"]["enum"] == [each.value for each in Nature]
        assert obligation["timeliness"]["enum"] == [*(each.value for each in Timeliness), None]
        assert DEFINED["stage"]["enum"] == [each.value for each in Stage]

    def test_it_knows_every_date_rule(self) -> None:
        rules = DEFINED["date-question"]["oneOf"]
        named = {each["properties"]["rule"]["const"] for each in rules}
        assert named == set(DATE_RULES)


def _without(key: str) -> Callable[[Json], None]:
    return lambda case: case.pop(key)


def _with(**changed: object) -> Callable[[Json], None]:
    return lambda case: case.update(changed)


def _asking(**changed: object) -> Callable[[Json], None]:
    return lambda case: case["question"].update(changed)


def _answering(**changed: object) -> Callable[[Json], None]:
    return lambda case: case["answer"].update(changed)


class TestDamagedCasesAreRefused:
    @pytest.mark.parametrize(
        "damage",
        [
            _without("id"),
            _without("kind"),
            _without("interpretation"),
            _without("answer"),
            _with(id="Article-03/Eight"),
            _with(id="eight-years"),
            _with(title=""),
            _with(provisions=[]),
            _with(provisions=["Article 3"]),
            _with(kind="maybe"),
            _with(remark="a key of no meaning"),
            _with(interpretation={"nine_months": "ignore"}),
            _with(interpretation={"ten_months": "warn"}),
            _with(before=[]),
            _with(events=[{"type": "ccm.signed.v1"}]),
            _with(
                events=[
                    {
                        "type": "signed",
                        "occurred_on": "2008-12-03",
                        "citations": [{"document": "x"}],
                    }
                ]
            ),
            _with(question={"ask": "binding", "state": "BGR", "as_of": "2012-04-01"}),
            _with(answer={"date": "2019-10-01"}),
            _with(answer={"exists": True}),
            _asking(ask="guess"),
            _asking(as_of="1 April 2012"),
            _asking(id="Bulgaria/3.2"),
            _asking(known_at="33"),
            _asking(extra=1),
            _answering(standing="fine"),
            _answering(due="soon"),
            _answering(treaty_due="2019-10"),
            _answering(days_late=-1),
            _answering(days_late_range=[31]),
            _answering(compliant=True),
            _answering(grounds=[{"provision": "3(2)", "conclusion": "so"}]),
            _answering(otherwise={"due": None}),
        ],
    )
    def test_about_an_obligation(self, damage: Callable[[Json], None]) -> None:
        file = a_case("article-03", "obligation")
        assert not refused(file)
        damage(file["cases"][0])
        assert refused(file)

    @pytest.mark.parametrize(
        ("group", "ask", "damage"),
        [
            ("dates", "date", _answering(date="2019-10")),
            ("dates", "date", _asking(rule="nine-years")),
            ("dates", "date", _asking(in_force_on="2011-10-01")),
            ("article-17", "binding", _answering(ceased_on="never")),
            ("article-17", "binding", _with(answer={"in_force_on": None})),
            ("article-09-14", "amendment", _answering(stage="forgotten")),
            ("article-09-14", "amendment", _answering(in_force_for={"Ireland": "2019-03-01"})),
            ("refusals", "record", _answering(recorded=0)),
            ("refusals", "record", _with(answer={"refused": "no", "index": 0})),
            ("refusals", "record", _with(answer={"refused": "RefusedEventError"})),
        ],
    )
    def test_about_anything_else(
        self, group: str, ask: str, damage: Callable[[Json], None]
    ) -> None:
        file = a_case(group, ask)
        assert not refused(file)
        damage(file["cases"][0])
        assert refused(file)

    @pytest.mark.parametrize(
        "changed",
        [
            {"format": 2},
            {"rules": "some rules"},
            {"cases": []},
            {"common": {}},
            {"common": {"founders": [{"state": "BGR"}]}},
            {"author": "somebody"},
        ],
    )
    def test_a_file_as_a_whole(self, changed: Json) -> None:
        file = a_case("article-03", "obligation")
        assert refused({**file, **changed})
