"""Reconcile who kept the Convention's work going, what was ordered, issued, decided and paid.

From the rows of `machinery.jsonl`, a file that may be empty. An office is given at a meeting, and
held from its last day; without one it was held by the day of the source. A decision falls on the
days of its meeting. A row that names no state to whom it could be ascribed becomes no event:
`without_event` gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, cast

from ccm_engine.domain.calendar import parse_day
from ccm_engine.domain.events import (
    ActionPlanAdopted,
    AnalysisGroupFormed,
    CoordinatorAppointed,
    DecisionTaken,
    DocumentIssued,
    OutreachMade,
    Procedure,
    ReviewCompleted,
    ReviewOrdered,
    Theme,
)
from ccm_engine.public_record import costs
from ccm_engine.public_record.claims import Details, number_of, text_of
from ccm_engine.public_record.rows import Calendar, Fact, fact, in_one_order, settled, told
from ccm_engine.public_record.sittings import sittings
from ccm_engine.public_record.versions import Settled

PRESIDENCY: Final = "presidency"
"""The kind of row that `presidencies` reads."""

_NEEDED: Final[Mapping[str, str]] = {"outreach": "by"}
"""What a row must name to become an event, by its kind."""


def reconcile(rows: Iterable[Details], meetings: Iterable[Details]) -> list[Settled]:
    """Return what the rows tell of offices, orders, documents, decisions, outreach and costs."""
    calendar = Calendar.of(sittings(meetings))
    read = [row for row in in_one_order(rows) if _read(row)]
    return settled(_READERS[str(row["row"])](row, calendar) for row in read)


def without_event(rows: Iterable[Details]) -> Iterator[Details]:
    """Yield the rows that become no event, in one order."""
    return (row for row in in_one_order(rows) if row["row"] != PRESIDENCY and not _read(row))


def _read(row: Details) -> bool:
    kind = str(row["row"])
    return kind in _READERS and (kind not in _NEEDED or text_of(row, _NEEDED[kind]) is not None)


def _coordinator(row: Details, calendar: Calendar) -> Fact:
    theme, state, since = Theme(row["theme"]), row["state"], calendar.meeting(row, "since")
    return fact(
        row,
        CoordinatorAppointed,
        (theme, state, since),
        when=told(row).when if since is None else calendar.at_close(row, "since"),
        theme=theme,
        state=state,
        since=since,
        until=calendar.meeting(row, "until"),
        cycles=number_of(row, "cycles"),
    )


def _analysis_group(row: Details, calendar: Calendar) -> Fact:
    article, request_of = number_of(row, "article"), text_of(row, "request_of")
    meeting = calendar.meeting(row)
    return fact(
        row,
        AnalysisGroupFormed,
        (article, request_of, meeting),
        when=told(row).when,
        article=article,
        request_of=request_of,
        meeting=meeting,
        members=_states(row, "members"),
    )


def _document(row: Details, calendar: Calendar) -> Fact:
    symbol = text_of(row, "symbol")
    return fact(
        row,
        DocumentIssued,
        symbol,
        when=told(row).when,
        symbol=symbol,
        title=text_of(row, "title"),
        meeting=calendar.meeting(row),
    )


def _review_ordered(row: Details, calendar: Calendar) -> Fact:
    due_on = text_of(row, "due_on")
    return fact(
        row,
        ReviewOrdered,
        row["review"],
        when=calendar.during(row, "ordered_at"),
        review=row["review"],
        subject=_subject(row),
        ordered_at=calendar.meeting(row, "ordered_at"),
        due_meeting=calendar.meeting(row, "due_meeting"),
        due_on=None if due_on is None else parse_day(due_on),
    )


def _subject(row: Details) -> str:
    """Return what is to be reviewed, and how often where it is to be reviewed again and again."""
    years = number_of(row, "every_years")
    return str(row["subject"]) if years is None else f"{row['subject']}, every {years} years"


def _review_completed(row: Details, calendar: Calendar) -> Fact:
    return fact(
        row,
        ReviewCompleted,
        row["review"],
        when=calendar.during(row),
        review=row["review"],
        meeting=calendar.meeting(row),
    )


def _action_plan(row: Details, calendar: Calendar) -> Fact:
    return fact(
        row,
        ActionPlanAdopted,
        row["plan"],
        when=calendar.during(row),
        plan=row["plan"],
        meeting=calendar.meeting(row),
    )


def _decision(row: Details, calendar: Calendar) -> Fact:
    procedure, meeting = text_of(row, "procedure"), calendar.meeting(row)
    return fact(
        row,
        DecisionTaken,
        (meeting, row["decision"]),
        when=calendar.during(row),
        decision=row["decision"],
        meeting=meeting,
        procedure=None if procedure is None else Procedure[procedure.upper()],
    )


def _outreach(row: Details, _: Calendar) -> Fact:
    when = told(row).when
    return fact(
        row,
        OutreachMade,
        (row["by"], row["what"], when),
        when=when,
        state=row["by"],
        what=row["what"],
        to=_states(row, "to"),
    )


def _states(row: Details, key: str) -> tuple[str, ...] | None:
    named = row.get(key)
    if isinstance(named, str):
        return (named,)
    return tuple(cast("list[str]", named)) if isinstance(named, list) and named else None


_READERS: Final[Mapping[str, Callable[[Details, Calendar], Fact]]] = {
    "coordinator": _coordinator,
    "analysis-group": _analysis_group,
    "document": _document,
    "review-ordered": _review_ordered,
    "review-done": _review_completed,
    "action-plan-adopted": _action_plan,
    "decision": _decision,
    "outreach": _outreach,
    **costs.READERS,
}
"""What reads each kind of row."""
