"""The implementation in JavaScript passes all that it claims, and a wrong vector makes it fail."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Final

import pytest

from tests.conformance.stored import HERE, Json, stored, stored_cases

NODE: Final = shutil.which("node")
RUN: Final = HERE / "js" / "run.js"
CLAIMED: Final = re.compile(r"(?!CCM)[A-Z]{3}/[347]\.")
DUTIES: Final = {"3.1", "3.2", "3.6", "3.8", "4.1a", "4.1b", "4.1c", "4.2", "4.4", "7.1", "7.2"}
CASE_OF_EVERY_KEY: Final = "article-03/completed-within-the-extension"
OTHERWISE_SAID: Final[Json] = {
    "treaty_due": "2019-10-02",
    "due": "2019-10-02",
    "standing": "ceased",
    "discharged_on": "2019-10-02",
    "timeliness": "late",
    "days_late": 1,
    "days_late_range": [1, 1],
    "extensions": [],
    "request_pending": True,
}

pytestmark = pytest.mark.skipif(NODE is None, reason="node is not installed on this machine")


def run(*words: object) -> tuple[int, list[str], str]:
    """Run cases; return the exit status, the lines about failures, and the summary."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(RUN), *map(str, words)], capture_output=True, text=True, check=False
    )
    *failures, summary = (done.stdout + done.stderr).splitlines()
    return done.returncode, failures, summary


def is_claimed(question: Json) -> bool:
    if "published_by" in question:
        return False
    if question["ask"] == "obligation":
        return CLAIMED.match(question["id"]) is not None
    return question["ask"] in {"date", "binding"}


def case(name: str) -> tuple[Json, Json]:
    """Return a case, and the file it is in without any other."""
    path = HERE / "cases" / f"{name.split('/', maxsplit=1)[0]}.json"
    found = next(each for each in stored(path)["cases"] if each["id"] == name)
    return deepcopy(found), {**stored(path), "cases": []}


def written(path: Path, file: Json, *cases: Json) -> Path:
    path.write_text(json.dumps({**file, "cases": cases}), encoding="utf-8")
    return path


def other_grounds(right: Json) -> dict[str, list[Json]]:
    """Return the grounds of a case changed in each way that can be seen without their words."""
    *before, last = right["answer"]["grounds"]
    return {
        "without-the-last": before,
        "in-another-order": [last, *before],
        "by-another-provision": [*before, {**last, "provision": "3(3)"}],
        "an-event-missing": [*before, {**last, "events": []}],
        "an-event-more": [*before, {**last, "events": [*last["events"], "BGR#3"]}],
    }


class TestTheClaim:
    def test_everything_claimed_passes_and_nothing_is_left_out_in_silence(self) -> None:
        questions = [each["question"] for each in stored_cases()]
        claimed = sum(map(is_claimed, questions))
        passed = f"{claimed} passed, 0 failed, {len(questions) - claimed} not claimed"
        assert run() == (0, [], f"level grounds: {passed}")

    def test_every_duty_of_a_claimed_article_is_among_the_cases(self) -> None:
        asked = {
            each["question"]["id"].split("/")[1]
            for each in stored_cases()
            if each["question"]["ask"] == "obligation" and is_claimed(each["question"])
        }
        assert asked == DUTIES

    def test_days_alone_can_be_asked_for(self) -> None:
        files = (HERE / "cases" / "dates.json", HERE / "cases" / "article-03.json")
        status, failures, summary = run("--level", "dates", *files)
        dates = len(stored(HERE / "cases" / "dates.json")["cases"])
        others = len(stored(HERE / "cases" / "article-03.json")["cases"])
        assert (status, failures) == (0, [])
        assert summary == f"level dates: {dates} passed, 0 failed, {others} not claimed"


class TestAWrongVectorFails:
    def test_in_any_key_of_an_obligation_and_in_no_other(self, tmp_path: Path) -> None:
        right, file = case(CASE_OF_EVERY_KEY)
        wrong = [
            {**right, "id": key, "answer": {**right["answer"], key: value}}
            for key, value in OTHERWISE_SAID.items()
        ]
        status, failures, summary = run(written(tmp_path / "wrong.json", file, right, *wrong))
        assert status == 1
        assert [line.split(":")[0] for line in failures] == [
            f"{key}  {key}" for key in OTHERWISE_SAID
        ]
        assert summary == f"level grounds: 1 passed, {len(wrong)} failed, 0 not claimed"

    def test_in_what_would_be_otherwise(self, tmp_path: Path) -> None:
        wrong, file = case(CASE_OF_EVERY_KEY)
        wrong["answer"]["otherwise"] = {"due": None, "standing": "overdue", "discharged_on": None}
        status, failures, _ = run("--level", "grounds", written(tmp_path / "f.json", file, wrong))
        assert status == 1
        assert [line.split(":")[0] for line in failures] == [f"{wrong['id']}  otherwise"]

    def test_in_the_provision_or_the_events_of_a_ground_or_their_order(
        self, tmp_path: Path
    ) -> None:
        right, file = case(CASE_OF_EVERY_KEY)
        changed = other_grounds(right)
        wrong = [
            {**right, "id": name, "answer": {**right["answer"], "grounds": grounds}}
            for name, grounds in changed.items()
        ]
        path = written(tmp_path / "wrong.json", file, right, *wrong)
        status, failures, summary = run("--level", "grounds", path)
        assert status == 1
        assert [line.split(":")[0] for line in failures] == [f"{name}  grounds" for name in changed]
        assert summary == f"level grounds: 1 passed, {len(wrong)} failed, 0 not claimed"

    def test_but_not_in_the_words_of_a_ground(self, tmp_path: Path) -> None:
        right, file = case(CASE_OF_EVERY_KEY)
        for each in right["answer"]["grounds"]:
            each["conclusion"] = "in other words"
        path = written(tmp_path / "right.json", file, right)
        summary = "level grounds: 1 passed, 0 failed, 0 not claimed"
        assert run("--level", "grounds", path) == (0, [], summary)

    def test_where_a_duty_is_said_not_to_exist(self, tmp_path: Path) -> None:
        wrong, file = case(CASE_OF_EVERY_KEY)
        wrong["answer"] = {"exists": False}
        status, failures, _ = run(written(tmp_path / "wrong.json", file, wrong))
        assert (status, failures) == (1, [f"{wrong['id']}  exists: expected false, got true"])

    def test_where_an_event_is_missing(self, tmp_path: Path) -> None:
        wrong, file = case(CASE_OF_EVERY_KEY)
        wrong["events"] = [each for each in wrong["events"] if "granted" not in each["type"]]
        status, _, summary = run(written(tmp_path / "wrong.json", file, wrong))
        assert status == 1
        assert summary == "level grounds: 0 passed, 1 failed, 0 not claimed"

    def test_in_a_day(self, tmp_path: Path) -> None:
        wrong, file = case("dates/initial-south-sudan-leap")
        wrong["answer"]["date"] = "2024-07-29"
        status, failures, _ = run(written(tmp_path / "wrong.json", file, wrong))
        assert status == 1
        assert failures == [f'{wrong["id"]}  date: expected "2024-07-29", got "2024-07-30"']


class TestWhatCannotBeRun:
    def test_a_format_that_is_not_known_is_refused(self, tmp_path: Path) -> None:
        right, file = case(CASE_OF_EVERY_KEY)
        path = written(tmp_path / "later.json", {**file, "format": 2}, right)
        assert run(path) == (2, [], f"{path} is of format 2, and only 1 is known")

    def test_a_level_that_does_not_exist_is_refused(self) -> None:
        status, _, told = run("--level", "all")
        assert status == 2
        assert told == "no level is called all: choose one of dates, decisions, grounds"

    def test_what_is_not_claimed_is_never_passed(self, tmp_path: Path) -> None:
        other, file = case("article-05/victims-are-assisted")
        _, _, summary = run(written(tmp_path / "other.json", file, other))
        assert summary == "level grounds: 0 passed, 0 failed, 1 not claimed"
