"""One question to the engine and to the oracle, and where their answers differ."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from ccm_engine import Engine, Event, Interpretation, Obligation
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.obligations import Extension
from ccm_engine.storage import codec
from tests.oracle.dates import Choices, Span, span
from tests.oracle.oracle import owed
from tests.oracle.record import Wire
from tests.oracle.weighing import Answer

ALTERNATIVES: Final[Sequence[Choices]] = (
    {"deadline_style": "day-before"},
    {"first_annual_report": "first-30-april"},
    {"first_annual_report": "year-after-initial-submitted"},
    {"nine_months": "enforce"},
    {"pending_request": "stayed"},
    {"late_found": "new-request"},
    {"after_withdrawal": "years-begun"},
    {"extension_date": "computed"},
    {"entry_into_force_day": "notified"},
    {"extension_effect": "from-expiry"},
    {"month_end": "roll-over"},
    {"partial_dates": "first-day"},
    {"unstated_year": "none"},
    {"early_initial_report": "voluntary"},
    {"prior_annual_reports": "owed"},
    {"sixth_month": "day-of-deposit"},
    {"five_years": "to-the-day"},
    {"retention_report": "separate"},
    {"wholly_retained": "still-owed"},
)
"""Every reading but practice that bears on what is owed under the Convention itself."""

PRACTICE: Final[Choices] = {}

Said: TypeAlias = dict[str, Any]


def wires(events: Iterable[Event]) -> list[Wire]:
    """Write events as a log keeps them, and read them as plain JSON."""
    return [json.loads(codec.encode(event)) for event in events]


def disagreements(engine: Engine, log: Sequence[Wire], as_of: date, choices: Choices) -> list[str]:
    """Name every obligation, and every key of it, on which the two disagree; none is agreement."""
    register = engine.on(as_of, reading=Interpretation.choosing(dict(choices)))
    obligations = register.obligations()
    ours = {each.id: by_the_engine(each) for each in obligations}
    theirs = {name: by_the_oracle(said) for name, said in owed(log, as_of, choices).items()}
    found = [f"{name}: only the engine has it" for name in ours.keys() - theirs.keys()]
    found += [f"{name}: only the oracle has it" for name in theirs.keys() - ours.keys()]
    names = Counter(each.id for each in obligations)
    found += [f"{name}: {count} times" for name, count in names.items() if count > 1]
    for name in ours.keys() & theirs.keys():
        if ours[name] != theirs[name]:
            found += differing(name, ours[name], theirs[name])
    return sorted(found)


def differing(name: str, ours: Said, theirs: Said) -> list[str]:
    return [
        f"{name}: {key}: engine {ours[key]}, oracle {theirs[key]}"
        for key in ours.keys() | theirs.keys()
        if ours[key] != theirs[key]
    ]


def by_the_engine(found: Obligation) -> Said:
    return {
        "provision": str(found.provision),
        "nature": found.nature.value,
        "treaty_due": found.treaty_due,
        "due": days(found.due),
        "standing": found.standing.value,
        "discharged_on": days(found.discharged_on),
        "timeliness": found.timeliness.value if found.timeliness else None,
        "days_late": found.days_late,
        "extensions": [extension(each) for each in found.extensions],
        "request_pending": found.request_pending,
    }


def extension(found: Extension) -> Said:
    return {
        "months": found.months,
        "until": days(found.until),
        "decided_on": days(found.decided_on),
        "due": days(found.due),
        "event": found.event,
    }


def by_the_oracle(said: Answer) -> Said:
    extensions = [
        {
            **each,
            "until": one_form(span(each["until"])) if each["until"] else None,
            "decided_on": one_form(each["decided_on"]),
            "due": one_form(each["due"]),
        }
        for each in said["extensions"]
    ]
    due, discharged_on = one_form(said["due"]), one_form(said["discharged_on"])
    return {**said, "due": due, "discharged_on": discharged_on, "extensions": extensions}


def days(known: PartialDate | None) -> str | None:
    return None if known is None else one_form(span(str(known)))


def one_form(known: Span | None) -> str | None:
    """Write a day known in part in one form, whichever way it was written."""
    if known is None:
        return None
    return f"by {known.last}" if known.by else f"{known.first} to {known.last}"
