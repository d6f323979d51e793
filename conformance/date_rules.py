"""One date by one rule: by the function that is the rule, or by what a small history makes due.

No arithmetic here: every day comes from the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

import attrs

from ccm_engine import Engine, Interpretation, PartialDate, Register
from ccm_engine.domain.articles.article_07_reports import initial_report_due
from ccm_engine.domain.articles.article_13_amendments import last_day_to_support
from ccm_engine.domain.articles.extension_chain import last_day_to_file
from ccm_engine.domain.articles.thirtieth_april import due_for_year
from ccm_engine.domain.convention import Meeting
from ccm_engine.domain.events import MeetingKind
from ccm_engine.domain.interpretations import EntryIntoForceDay
from conformance.writing import FOUNDERS, Json, acceded, founders, happened, read

RECORDED_AT: Final = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""The moment at which every event of every case is recorded."""

_LAST: Final = date(2026, 11, 20)
_STATE: Final = "GTM"  # any state that is no founder
_ANY: Final = "any"


def _entry_into_force(asked: Mapping[str, Any], reading: Interpretation) -> str | None:
    thirtieth = asked["thirtieth_on"]
    first = [{**each, "occurred_on": thirtieth or "2010-02-16"} for each in founders()[FOUNDERS]]
    enough = first if thirtieth else first[: len(first) // 2]
    register = _register([*enough, acceded(_STATE, asked["deposited_on"])], reading)
    begins = register.state(_STATE).binding.in_force_on
    return None if begins is None else str(begins)


def _initial_report(asked: Mapping[str, Any], _: Interpretation) -> str:
    return str(initial_report_due(date.fromisoformat(asked["in_force_on"])))


def _stockpile_deadline(asked: Mapping[str, Any], reading: Interpretation) -> str:
    return _due("3.2", [], reading, in_force_on=asked["in_force_on"])


def _clearance_deadline(asked: Mapping[str, Any], reading: Interpretation) -> str:
    if "in_force_on" in asked:
        return _due("4.1a", [], reading, in_force_on=asked["in_force_on"])
    when = asked["hostilities_ended_on"]
    ended = happened("hostilities-ended", when, state=_STATE, conflict=_ANY)
    return _due(f"4.1b/{_ANY}", [ended], reading)


def _extended(asked: Mapping[str, Any], reading: Interpretation) -> str:
    due = PartialDate.on(date.fromisoformat(asked["due"]))
    return str(due.shifted(asked["months"], reading.month_end))


def _nine_months_before(asked: Mapping[str, Any], reading: Interpretation) -> str:
    opens_on = date.fromisoformat(asked["opens_on"])
    kind = MeetingKind.MEETING_OF_STATES_PARTIES
    meeting = Meeting(_ANY, kind, opens_on, opens_on, held=False, events=(), openings=(opens_on,))
    return str(last_day_to_file(meeting, reading))


def _withdrawal(asked: Mapping[str, Any], reading: Interpretation) -> str:
    notice = happened("withdrawal-notified", asked["notified_on"], state=_STATE)
    register = _register([*founders()[FOUNDERS], acceded(_STATE, "2010-02-01"), notice], reading)
    return str(register.state(_STATE).binding.withdrawal_effective_on)


def _clarification(asked: Mapping[str, Any], reading: Interpretation) -> str:
    passed_on = happened(
        "clarification-requested",
        asked["passed_on"],
        state=_STATE,
        request=_ANY,
        asked_by=[founders()[FOUNDERS][0]["state"]],
    )
    return _due(f"8.2/{_ANY}", [passed_on], reading)


def _proposal_notice(asked: Mapping[str, Any], _: Interpretation) -> str:
    return str(last_day_to_support(PartialDate.on(date.fromisoformat(asked["circulated_on"]))))


def _thirtieth_april(asked: Mapping[str, Any], _: Interpretation) -> str:
    return str(due_for_year(asked["year_covered"]))


DATE_RULES: Final[Mapping[str, Callable[[Mapping[str, Any], Interpretation], str | None]]] = {
    "entry-into-force": _entry_into_force,
    "initial-report": _initial_report,
    "stockpile-deadline": _stockpile_deadline,
    "clearance-deadline": _clearance_deadline,
    "extended": _extended,
    "nine-months-before": _nine_months_before,
    "withdrawal": _withdrawal,
    "clarification": _clarification,
    "proposal-notice": _proposal_notice,
    "thirtieth-april": _thirtieth_april,
}
"""What computes each date that a case can ask for."""


def _due(
    slug: str, events: list[Json], reading: Interpretation, in_force_on: str = "2010-08-01"
) -> str:
    """Return the treaty's own day for one duty of a state in force on any day, as notified."""
    told = happened(
        "entry-into-force-notified", "2010-02-16", state=_STATE, in_force_on=in_force_on
    )
    notified = attrs.evolve(reading, entry_into_force_day=EntryIntoForceDay.NOTIFIED)
    history = [*founders()[FOUNDERS], acceded(_STATE, "2010-02-01"), told, *events]
    return str(_register(history, notified).obligation(f"{_STATE}/{slug}").treaty_due)


def _register(events: list[Json], reading: Interpretation) -> Register:
    engine = Engine.in_memory(map(read, events), clock=lambda: RECORDED_AT)
    return engine.on(_LAST, reading=reading)
