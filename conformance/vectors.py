"""The files of cases: gathered from their sources, answered by the engine, and written alike.

Each module of `conformance/sources` gives one group. Nothing is written where the engine answers
otherwise than a case expects.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from ccm_engine import RULE_SET
from conformance.answering import answer, kind_of, wrong
from conformance.writing import Case, Group, Json

ROOT: Final = Path(__file__).resolve().parents[1]
FORMAT: Final = 1
CASES: Final = ROOT / "conformance" / "cases"
_SHORT: Final = 90


def groups() -> tuple[Group, ...]:
    """Return every group, whole: long ones have several sources."""
    found: dict[str, Group] = {}
    for source in sorted((ROOT / "conformance" / "sources").glob("*.py")):
        part: Group = import_module(f"conformance.sources.{source.stem}").GROUP
        before = found.get(part.name, Group(part.name, (), {}))
        common = {**before.common, **part.common}
        found[part.name] = Group(part.name, (*before.cases, *part.cases), common)
    return tuple(found.values())


class WrongAnswerError(Exception):
    """The engine answers otherwise than the cases say the rules do."""


def files(gathered: Sequence[Group]) -> Mapping[Path, str]:
    """Return the text of each group's file; raises `WrongAnswerError`, naming each wrong case."""
    answers = {case.id: answer(case) for group in gathered for case in group.cases}
    cases = (case for group in gathered for case in group.cases)
    if said := [line for case in cases for line in wrong(case, answers[case.id])]:
        raise WrongAnswerError("\n".join(["nothing was written:", *said]))
    return {CASES / f"{group.name}.json": _text(group, answers) for group in gathered}


def _text(group: Group, answers: Mapping[str, Json]) -> str:
    whole: Json = {"format": FORMAT, "rules": RULE_SET, "group": group.name}
    if group.common:
        whole["common"] = {name: list(events) for name, events in group.common.items()}
    whole["cases"] = [_case(each, answers[each.id]) for each in group.cases]
    return f"{_written(whole)}\n"


def _case(case: Case, found: Json) -> Json:
    before = {"before": list(case.before)} if case.before else {}
    return {
        "id": case.id,
        "title": case.title,
        "provisions": list(case.provisions),
        "kind": kind_of(found),
        "interpretation": dict(case.reading),
        **before,
        "events": list(case.events),
        "question": case.question,
        "answer": found,
    }


def _written(value: object, depth: int = 0) -> str:
    """Write a value on one line if it is an event or short, and else each part on its own."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) <= _SHORT or not isinstance(value, dict | list) or "type" in value:
        return flat
    inner = " " * (depth + 1)
    if isinstance(value, dict):
        given = cast("Json", value).items()
        parts = [f"{inner}{json.dumps(key)}: {_written(each, depth + 1)}" for key, each in given]
    else:
        parts = [inner + _written(each, depth + 1) for each in cast("list[object]", value)]
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    return "\n".join([opened, ",\n".join(parts), " " * depth + closed])


def write() -> list[str]:
    """Write every file whose text has changed, remove what has no source, and name them."""
    made, changed = files(groups()), list[str]()
    CASES.mkdir(exist_ok=True)
    for path in sorted({*CASES.glob("*.json"), *made}):
        before = path.read_text(encoding="utf-8") if path.exists() else None
        if path not in made:
            path.unlink()
        elif made[path] != before:
            path.write_text(made[path], encoding="utf-8", newline="\n")
        else:
            continue
        changed.append(path.relative_to(ROOT).as_posix())
    return changed
