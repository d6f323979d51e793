"""Meetings: Articles 11 and 12, and which meeting comes next for Article 4(1)(c)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tests.oracle.dates import chosen, on, years_later
from tests.oracle.record import Fact
from tests.oracle.weighing import Duty, Situation

DECIDING = ("meeting-of-states-parties", "review-conference")


@dataclass(frozen=True)
class Sitting:
    """One opening of a meeting, and the day the whole meeting closes; `None` while not known."""

    meeting: str
    opens_on: date
    closes_on: date | None


def sittings(name: str, facts: Sequence[Fact]) -> list[Sitting]:
    """List the openings of one meeting: those held, then the one it is called for."""
    about = [fact for fact in facts if fact.text("meeting") == name]
    held = [fact for fact in about if fact.kind == "meeting-held"]
    called = [fact for fact in about if fact.kind in {"meeting-called", "meeting-moved"}]
    days = [(fact.day("opens_on"), fact.day("closes_on")) for fact in held]
    if called:
        planned = called[-1].day("opens_on"), called[-1].day("closes_on")
        if not days or planned[0] > max(closes for _, closes in days):
            days.append(planned)
    closes_on: date | None = max((closes for _, closes in days), default=None)
    if len(days) == 1 and held and held[0].number_of("part") == 1:
        closes_on = None
    return [Sitting(name, opens, closes_on) for opens, _ in sorted(set(days))]


def opening_of(name: str, facts: Sequence[Fact]) -> date | None:
    """Find the day a meeting opens: the first of its parts."""
    days = sittings(name, [fact for fact in facts if fact.kind.startswith("meeting-")])
    return days[0].opens_on if days else None


def next_meeting(day: date, facts: Sequence[Fact]) -> Sitting | None:
    """Find the meeting or Review Conference that opens next, that day included."""
    names = {f.text("meeting") for f in facts if f.text("kind") in DECIDING}
    every = [sitting for name in names if name for sitting in sittings(name, facts)]
    to_come = [sitting for sitting in every if sitting.opens_on >= day]
    return min(to_come, key=lambda sitting: sitting.opens_on, default=None)


def held(at: Situation, kind: str) -> list[Fact]:
    meetings = [f for f in at.meetings if f.kind == "meeting-held" and f.text("kind") == kind]
    return sorted(meetings, key=lambda fact: fact.day("opens_on"))


def article_11_2(at: Situation) -> Iterator[Duty]:
    """Convene a first meeting within one year, then one a year until a Review Conference: 11(2)."""
    since = at.member.in_force_on
    due = years_later(since, 1, at.choices) if since else None
    met = held(at, "meeting-of-states-parties")
    yield convened("CCM/11.2/first", "11(2)", due, due, met)
    if not met:
        return
    reviews = held(at, "review-conference")
    until = reviews[0].day("opens_on").year - 1 if reviews else at.as_of.year
    for year in range(met[0].day("opens_on").year + 1, until + 1):
        that_year = [fact for fact in met if fact.day("opens_on").year == year]
        last = date(year, 12, 31)
        yield convened(f"CCM/11.2/{year}", "11(2)", last, last, that_year)


def article_12_1(at: Situation) -> Iterator[Duty]:
    """Convene the first Review Conference five years after entry into force: 12(1), INT-0017."""
    since = at.member.in_force_on
    treaty = years_later(since, 5, at.choices) if since else None
    due = treaty
    if since and chosen(at.choices, "five_years", "calendar-year") == "calendar-year":
        due = date(since.year + 5, 12, 31)
    reviews = held(at, "review-conference")
    yield convened("CCM/12.1/first", "12(1)", treaty, due, reviews)


def convened(
    name: str, provision: str, treaty: date | None, due: date | None, met: Sequence[Fact]
) -> Duty:
    """Find whether a meeting opened in time; what shows is the day on which it had been held."""
    in_time = bool(met) and due is not None and met[0].day("opens_on") <= due
    return Duty(
        name,
        provision,
        treaty_due=treaty,
        due=on(due) if due else None,
        fulfilled=met[0].days if met else None,
        in_time_until=on(met[0].days.last) if in_time else None,
    )
