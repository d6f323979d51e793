"""Reconcile requests for more time and what was decided of them: Articles 3(3)-(5), 4(5)-(8).

The decisions are rows put together from the claims; a row without an outcome grants nothing, but
its round of requests is recorded. A round is everything asked between two decisions on one
deadline: its versions lie after the decision before, and before the one that answers them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import ExtensionGranted, ExtensionRequested, Procedure
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import StateCode, code
from ccm_engine.public_record.authority import publisher
from ccm_engine.public_record.claims import Details, day_of, number_of, text_of
from ccm_engine.public_record.happenings import again
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.versions import Settled, Statement, cited, statement

REQUESTS: Final = frozenset({"extension-requested", "extension-request-revised"})

GRANTS: Final = frozenset({"extension-granted", "extension-kind"})

KINDS: Final = REQUESTS | GRANTS

MEETING: Final = re.compile(r"\b(\d+MSP|\dRC)\b")


@attrs.frozen
class Bounds:
    """When a decision without a stated day was taken, and why there."""

    decided: str
    reason: str


BOUNDS: Final[Mapping[tuple[str, str], Bounds]] = {
    ("CHL", "2022-06-01"): Bounds(
        "2020-11-25/2021-05-31",
        "the request was for the Second Review Conference, which opened on 25 November 2020, and "
        "the request of June 2021 counts from the deadline it set",
    ),
    ("MRT", "2026"): Bounds(
        "2021-09-21/2025-09-16",
        "set after the Second Review Conference, and stated as the running deadline before the "
        "13MSP opened; the decision itself was not found",
    ),
}
"""Decisions whose row gives no day, by state and new deadline."""

STATED_BY: Final[Mapping[tuple[str, str], str]] = {
    ("MRT", "2026"): "https://www.clusterconvention.org/13msp",
}
"""Where a deadline is stated that no claim tells of."""


@attrs.frozen(kw_only=True)
class Decision:
    """One row: a decision on a request, or a request whose outcome was not found."""

    state: StateCode
    article: int
    decided: PartialDate | None
    until: PartialDate | None
    months: int | None
    meeting: str | None
    procedure: Procedure | None
    note: str | None
    days: PartialDate | None

    @property
    def known(self) -> bool:
        """Whether its outcome was found."""
        return self.until is not None or self.months is not None

    @property
    def answers_until(self) -> PartialDate:
        """The days up to which a request can be one that it answers."""
        if self.decided is None:
            return PartialDate.by(_NEVER if self.days is None else self.days.first)
        if self.procedure is Procedure.MEETING:
            return PartialDate.by(self.decided.first)
        return PartialDate.by(self.decided.latest)


_NEVER: Final = PartialDate.parse("2100-12-31").latest


def decisions(rows: Iterable[Details], days: Mapping[str, PartialDate]) -> list[Decision]:
    """Return the rows by state and article, the earliest decision first, open requests last."""
    found = [_decision(row, days) for row in rows]
    return sorted(found, key=lambda each: (each.state, each.article, _when(each)))


def _when(decision: Decision) -> tuple[int, str]:
    last = decision.decided.latest if decision.decided else decision.days and decision.days.latest
    return (0 if decision.decided else 1, str(last))


def _decision(row: Details, days: Mapping[str, PartialDate]) -> Decision:
    state, meeting = code(str(row["state"])), text_of(row, "meeting")
    procedure = text_of(row, "procedure")
    sat = days.get(meeting) if meeting else None
    decided = day_of(row, "decided_on")
    bounds = BOUNDS.get((state, text_of(row, "until") or ""))
    if decided is not None and sat is not None and procedure == Procedure.MEETING.value:
        decided = decided.narrowed_by(sat)
    return Decision(
        state=state,
        article=number_of(row, "article") or 0,
        decided=decided if bounds is None else PartialDate.parse(bounds.decided),
        until=day_of(row, "until"),
        months=number_of(row, "months"),
        meeting=meeting,
        procedure=None if procedure is None else Procedure(procedure),
        note=_joined(text_of(row, "note"), None if bounds is None else bounds.reason),
        days=sat,
    )


def _joined(*notes: str | None) -> str | None:
    return "; ".join(note for note in notes if note) or None


def reconcile(
    rows: Iterable[Details], days: Mapping[str, PartialDate], readings: Iterable[Reading]
) -> list[Settled]:
    """Return every request and every grant, in no particular order."""
    by_deadline: dict[tuple[str, int], list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda each: each.claim.id):
        article = number_of(reading.details, "article") or 0
        by_deadline[reading.state, article].append(reading)
    rounds: dict[tuple[str, int], list[Decision]] = defaultdict(list)
    for decision in decisions(rows, days):
        rounds[decision.state, decision.article].append(decision)
    return [
        settled
        for deadline in sorted(rounds)
        for settled in _deadline(rounds[deadline], by_deadline[deadline])
    ]


def _deadline(rounds: list[Decision], readings: list[Reading]) -> Iterator[Settled]:
    grants = [each for each in readings if each.kind in GRANTS]
    requests = [each for each in readings if each.kind in REQUESTS]
    asked: dict[int, list[Reading]] = defaultdict(list)
    for reading in requests:
        asked[_round_of_request(rounds, reading)].append(reading)
    granted: dict[int, list[Reading]] = defaultdict(list)
    for reading in grants:
        granted[_round_of_grant(rounds, reading)].append(reading)
    for number, decision in enumerate(rounds):
        before = rounds[number - 1] if number else None
        yield from _requests(decision, before, asked[number])
        if decision.known:
            yield Settled(_grant(decision, granted[number]))


def _round_of_request(rounds: list[Decision], reading: Reading) -> int:
    """Return which decision a request is answered by: by the meeting, the new deadline, the day."""
    told = reading.when if not reading.by_day_only else reading.claim.published or reading.when
    open_then = [
        number
        for number, decision in enumerate(rounds)
        if told.first <= decision.answers_until.latest
    ]
    named = MEETING.search(reading.claim.title)
    until = day_of(reading.details, "until")
    for number in open_then:
        if named is not None and rounds[number].meeting == named[1]:
            return number
    for number, decision in enumerate(rounds):
        if until is not None and decision.until is not None and decision.until.meets(until):
            return number
    return open_then[0] if open_then else len(rounds) - 1


def _round_of_grant(rounds: list[Decision], reading: Reading) -> int:
    """Return which decision a source tells of: the earliest that nothing it says contradicts."""
    until = day_of(reading.details, "until")
    months = number_of(reading.details, "months")
    meeting = text_of(reading.details, "meeting")
    for number, decision in enumerate(rounds):
        if decision.known and (
            (until is None or decision.until is None or until.meets(decision.until))
            and (until is None or decision.until is not None)
            and (months is None or decision.months in (None, months))
            and (meeting is None or decision.meeting in (None, meeting))
            and (decision.decided is None or decision.decided.first <= reading.when.latest)
        ):
            return number
    raise LookupError(reading.claim.id)


def _grant(decision: Decision, readings: list[Reading]) -> ExtensionGranted:
    if decision.decided is None:
        raise LookupError(decision.state)
    return ExtensionGranted(
        occurred_on=decision.decided,
        citations=cited(readings) or (_stated(decision),),
        note=decision.note,
        state=decision.state,
        article=decision.article,
        months=decision.months,
        until=decision.until,
        meeting=decision.meeting,
        procedure=decision.procedure,
    )


def _stated(decision: Decision) -> Citation:
    url = STATED_BY[decision.state, str(decision.until)]
    who = publisher("", url)
    return Citation(
        document="Thirteenth Meeting of States Parties: extension requests",
        publisher=who.name,
        authority=who.authority,
        published=PartialDate.parse("2025"),
        url=url,
    )


def _requests(
    decision: Decision, before: Decision | None, readings: list[Reading]
) -> list[Settled]:
    """Return the versions of one request: each day that stands apart is one."""
    statements = [_request(decision, before, reading) for reading in readings]
    return again(statements)


def _request(decision: Decision, before: Decision | None, reading: Reading) -> Statement:
    when = reading.when
    if when.meets(decision.answers_until):
        when = when.narrowed_by(decision.answers_until)
    if before is not None and before.decided is not None:
        since = before.decided.first
        when = PartialDate(max(since, when.earliest or since), max(since, when.latest))
    elif before is not None and before.days is not None:
        since = before.days.first
        when = PartialDate(max(since, when.earliest or since), max(since, when.latest))
    return statement(
        attrs.evolve(reading, when=when),
        ExtensionRequested,
        article=decision.article,
        months=number_of(reading.details, "months"),
        until=day_of(reading.details, "until"),
        meeting=decision.meeting,
    )
