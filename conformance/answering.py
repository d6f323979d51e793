"""What the engine answers to a case, and whether that is what the rules say must come out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final

from ccm_engine import Engine, Interpretation, Register
from ccm_engine.errors import CcmError, UnknownObligationError
from ccm_engine.exporters.envelope import written
from ccm_engine.exporters.obligations import obligation_object
from ccm_engine.projections.amendments import amendments
from conformance.date_rules import DATE_RULES, RECORDED_AT
from conformance.writing import Case, Json, founders, read

_LEAST: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "date": (frozenset({"date"}),),
    "obligation": (frozenset({"due", "standing"}), frozenset({"exists"})),
    "binding": (frozenset({"in_force_on"}), frozenset({"withdrawal_effective_on"})),
    "amendment": (frozenset({"stage"}),),
    "record": (frozenset({"recorded"}), frozenset({"refused"})),
}
"""What a case must expect, by what it asks."""


def answer(case: Case) -> Json:
    """Return what the engine answers to a case; what it raises names the case."""
    try:
        return _answer(case, Interpretation.choosing(case.reading))
    except CcmError as error:
        error.add_note(f"in the case {case.id}")
        raise


def wrong(case: Case, found: Json) -> Iterator[str]:
    """Say where an answer is not what the case, and so the rules, expect; or expects too little."""
    if not any(keys <= case.expected.keys() for keys in _LEAST[case.question["ask"]]):
        yield f"{case.id}: too little is expected to know a wrong answer"
    for key, expected in case.expected.items():
        if (given := _seen(found, key)) != expected:
            yield f"{case.id}: {key} is {given!r}, expected {expected!r}"


def _seen(found: Json, key: str) -> object:
    """Return what a case can expect: a key of the answer, or what is read out of several."""
    match key:
        case "extended_to":
            return [each["due"] for each in found["extensions"]]
        case "grounds":
            return " ".join(each["provision"] for each in found["grounds"])
        case "says":
            return found["grounds"][-1]["conclusion"]
        case _:
            return found.get(key, f"no {key} in {found}")


def kind_of(found: Json) -> str:
    """Tell what an answer is a case of; README.md says which is which."""
    undetermined = "undetermined"
    if undetermined in (found.get("standing"), found.get("timeliness"), found.get("stage")):
        return undetermined
    if found.get("otherwise") is not None:
        return undetermined
    return "positive" if _established(found) else "negative"


def _established(found: Json) -> bool:
    """Tell whether an answer says that a day, a duty, or what fulfils it in time, is there."""
    if "standing" in found:
        good = found["standing"] in ("pending", "continuing", "discharged")
        return good and found["timeliness"] != "late"
    if "stage" in found:
        return found["stage"] in ("supported", "in-force")
    if "in_force_on" in found:
        return found["in_force_on"] is not None and found["ceased_on"] is None
    return "recorded" in found or found.get("date") is not None


def _answer(case: Case, reading: Interpretation) -> Json:
    asked = case.question
    if asked["ask"] == "date":
        return {"date": DATE_RULES[asked["rule"]](asked, reading)}
    if asked["ask"] == "record":
        return _recorded(case)
    engine = _engine(json.dumps([*_before(case), *case.events]))
    by = asked.get("published_by")
    register = engine.on(
        date.fromisoformat(asked["as_of"]),
        known_at=asked.get("known_at"),
        published_by=None if by is None else date.fromisoformat(by),
        reading=reading,
    )
    match asked["ask"]:
        case "obligation":
            return _obligation(register, asked["id"])
        case "binding":
            return _binding(register, asked["state"])
        case _:
            return _amendment(register, asked["amendment"])


def _before(case: Case) -> list[Json]:
    common = founders()
    return [event for name in case.before for event in common[name]]


@cache
def _engine(events: str) -> Engine:
    return Engine.in_memory(map(read, json.loads(events)), clock=lambda: RECORDED_AT)


def _recorded(case: Case) -> Json:
    """Record all events but the last, and say what becomes of that one."""
    *earlier, last = case.events
    engine = Engine.in_memory(map(read, [*_before(case), *earlier]), clock=lambda: RECORDED_AT)
    try:
        receipt = engine.record([read(last)])
    except CcmError as error:
        return {"refused": type(error).__name__, "index": len(earlier)}
    return {"recorded": len(case.events), "remarks": len(receipt.remarks)}


def _obligation(register: Register, name: str) -> Json:
    try:
        return obligation_object(register.obligation(name))
    except UnknownObligationError:
        return {"exists": False}


def _binding(register: Register, state: str) -> Json:
    binding = register.state(state).binding
    return {
        "in_force_on": written(binding.in_force_on),
        "withdrawal_effective_on": written(binding.withdrawal_effective_on),
        "ceased_on": written(binding.ceased_on),
        "grounds": [
            {
                "provision": str(each.provision),
                "conclusion": each.conclusion,
                "events": list(each.events),
            }
            for each in binding.grounds
        ],
    }


def _amendment(register: Register, name: str) -> Json:
    found = next(each for each in amendments(register.point) if each.name == name)
    return {
        "stage": found.stage.value,
        "support_until": written(found.support_until),
        "supported_on": written(found.supported_on),
        "adopted_on": written(found.adopted_on),
        "in_force_on": written(found.in_force_on),
        "in_force_for": {state: str(day) for state, day in found.in_force_for.items()},
        "otherwise": found.otherwise.value if found.otherwise else None,
    }
