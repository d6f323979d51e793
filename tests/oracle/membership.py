"""Who is bound, from when until when: Articles 17, 18 and 20."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tests.oracle.dates import Choices, chosen, counted, first_of_the_sixth_month, months_later
from tests.oracle.record import Fact


@dataclass(frozen=True)
class Membership:
    """One consent to be bound, and what came of it. Days are `None` where there is none yet."""

    consent: Fact
    consented_on: date
    in_force_on: date | None
    leaves_on: date | None
    rejoined: bool

    def bound(self, day: date) -> bool:
        return self.in_force_on is not None and self.in_force_on <= day and not self.left(day)

    def left(self, day: date) -> bool:
        return self.leaves_on is not None and self.leaves_on <= day


def article_17_1(deposits: Sequence[Fact], choices: Choices) -> tuple[date, date] | None:
    """Find the day of the thirtieth deposit, and that of the Convention's entry into force.

    Article 17(1): the first day of the sixth month after the month of the thirtieth.
    """
    days = sorted(counted(deposit.days, choices) for deposit in deposits)
    if len(days) < 30:
        return None
    return days[29], first_of_the_sixth_month(days[29])


def article_17_2(deposited_on: date, choices: Choices) -> date:
    """Find the day for a state that deposited after the thirtieth: Article 17(2), INT-0016."""
    if chosen(choices, "sixth_month", "month-of-deposit") == "month-of-deposit":
        return first_of_the_sixth_month(deposited_on)
    passed = months_later(deposited_on, 6, choices)
    if passed.day == 1:
        return passed
    return date(passed.year + passed.month // 12, passed.month % 12 + 1, 1)


def in_force_on(
    deposited_on: date,
    notified: Sequence[Fact],
    thirtieth: tuple[date, date] | None,
    choices: Choices,
) -> date | None:
    """Find from when a state is bound: Article 17; INT-0009 where a day was notified."""
    if chosen(choices, "entry_into_force_day", "computed") == "notified" and notified:
        return notified[-1].day("in_force_on")
    if thirtieth is None:
        return None
    if deposited_on <= thirtieth[0]:
        return thirtieth[1]
    return article_17_2(deposited_on, choices)


def conflicts(facts: Sequence[Fact], choices: Choices) -> list[tuple[date, date | None]]:
    """List the stretches of armed conflict; each that begins again counts by itself."""
    stretches: list[tuple[date, date | None]] = []
    open_since: dict[str, date] = {}
    for fact in facts:
        name = fact.text("conflict") or ""
        if fact.kind == "armed-conflict-begun":
            open_since.setdefault(name, counted(fact.days, choices))
        if fact.kind == "armed-conflict-ended" and name in open_since:
            stretches.append((open_since.pop(name), counted(fact.days, choices)))
    stretches.extend((begun, None) for begun in open_since.values())
    return stretches


def article_20_3(notified_on: date, facts: Sequence[Fact], choices: Choices) -> date | None:
    """Find the day a withdrawal takes effect: six months on, or the end of the conflict: 20(3).

    `None` while a conflict holds it up.
    """
    expiry = months_later(notified_on, 6, choices)
    effect = expiry
    for begun, ended in conflicts(facts, choices):
        if begun > expiry:
            continue
        if ended is None:
            return None
        effect = max(effect, ended)
    return effect


def article_20_2(since: Sequence[Fact], facts: Sequence[Fact], choices: Choices) -> date | None:
    """Find when the notice that stands takes effect; it can be revoked till then: 20(2)."""
    standing: Fact | None = None
    for fact in since:
        if fact.kind == "withdrawal-notified" and standing is None:
            standing = fact
        if fact.kind == "withdrawal-revoked" and standing is not None:
            effect = article_20_3(counted(standing.days, choices), facts, choices)
            if effect is None or counted(fact.days, choices) < effect:
                standing = None
    return article_20_3(counted(standing.days, choices), facts, choices) if standing else None


def membership(
    facts: Sequence[Fact], thirtieth: tuple[date, date] | None, choices: Choices
) -> Membership | None:
    """Find the consent that binds now: a new one counts only after the old one came to its end.

    What came after it is so in the order of events: by the last day each can mean.
    """
    current: Membership | None = None
    for deposit in facts:
        if deposit.kind != "instrument-deposited":
            continue
        day = counted(deposit.days, choices)
        later = current is not None
        if current is not None:
            first = current.consent.days.last
            until_then = [fact for fact in facts if first <= fact.days.last <= deposit.days.last]
            left = article_20_2(until_then, facts, choices)
            if left is None or left > deposit.days.last:
                continue
        since = [f for f in facts if not later or f.days.last >= deposit.days.last]
        notified = [
            fact
            for fact in since
            if fact.kind == "entry-into-force-notified"
            and fact.day("in_force_on") >= deposit.days.first
        ]
        current = Membership(
            consent=deposit,
            consented_on=day,
            in_force_on=in_force_on(day, notified, thirtieth, choices),
            leaves_on=article_20_2(
                [fact for fact in since if fact.days.last >= deposit.days.last], facts, choices
            ),
            rejoined=later,
        )
    return current


def instruments(facts: Sequence[Fact], choices: Choices) -> list[Fact]:
    """List those of a state that are a consent, by which it came to be bound."""
    deposits = [fact for fact in facts if fact.kind == "instrument-deposited"]
    if len(deposits) < 2:
        return deposits
    until = [
        membership([fact for fact in facts if fact not in deposits[n + 1 :]], None, choices)
        for n in range(len(deposits))
    ]
    given = [member.consent for member in until if member is not None]
    return [fact for fact in deposits if fact in given]


def article_18(facts: Sequence[Fact], member: Membership, choices: Choices) -> date | None:
    """Find since when Article 1 is applied provisionally, under the consent that counts."""
    declared = [
        counted(fact.days, choices)
        for fact in facts
        if fact.kind == "provisional-application-declared"
        and (not member.rejoined or fact.days.last >= member.consent.days.last)
    ]
    return declared[0] if declared else None


def entries_into_force(
    bound: Mapping[str, Membership], thirtieth: tuple[date, date] | None, choices: Choices
) -> dict[str, date]:
    """Find since when each state is bound, by its instrument alone."""
    days = {
        state: in_force_on(member.consented_on, (), thirtieth, choices)
        for state, member in bound.items()
    }
    return {state: day for state, day in days.items() if day is not None}


def consents(
    everybody: Mapping[str, Sequence[Fact]], thirtieth: tuple[date, date] | None, choices: Choices
) -> dict[str, Membership]:
    """Find the consent of each state that gave one."""
    found = {state: membership(facts, thirtieth, choices) for state, facts in everybody.items()}
    return {state: member for state, member in found.items() if member is not None}
