"""Articles 1, 5, 6, 8, 9, 10, 14 and 21: what has no day of its own, or one that others set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle.dates import Span, counted, days_later, on, period
from tests.oracle.membership import article_18
from tests.oracle.record import Fact
from tests.oracle.weighing import Duty, Engaged, Situation

UNCONDITIONAL = ("6(2)", "6(3)", "6(4)", "6(5)", "6(6)", "6(7)", "6(8)", "6(10)", "6(12)")
UNCONDITIONAL_TOO = ("8(1)", "9", "21(1)", "21(2)")
DAYS_TO_ANSWER = 28


def article_1_1(at: Situation) -> Iterator[Duty]:
    """Never use, make, keep or transfer: 1(1), or from a provisional declaration on: 18."""
    declared, since = article_18(at.facts, at.member, at.choices), at.member.in_force_on
    begins_on = min(declared, since) if declared and since else declared or since
    yield Duty(f"{at.state}/1.1", "1(1)", "standing", begins_on=begins_on)


def victims(at: Situation) -> Engaged:
    """Take the last word on victims, whoever spoke it."""
    told = at.of_kind("victims-reported", "victims-absence-declared")
    if not told:
        return "unknown"
    return "yes" if told[-1].kind == "victims-reported" else "no"


def article_5_1(at: Situation) -> Iterator[Duty]:
    """Assist victims, and collect data about them: 5(1)."""
    yield Duty(f"{at.state}/5.1", "5(1)", "standing", engaged=victims(at))


def article_5_2_g(at: Situation) -> Iterator[Duty]:
    """Have a focal point, as long as there are victims: 5(2)(g)."""
    yield Duty(f"{at.state}/5.2g", "5(2)(g)", "standing", engaged=victims(at))


def articles_6_8_9_21(at: Situation) -> Iterator[Duty]:
    """Cooperate, assist, legislate, promote the norm: as long as the state is bound."""
    for provision in (*UNCONDITIONAL, *UNCONDITIONAL_TOO):
        name = provision.replace("(", ".").replace(")", "")
        yield Duty(f"{at.state}/{name}", provision, "standing")


def in_28_days(day: date) -> date:
    return days_later(day, DAYS_TO_ANSWER)


def article_8_2(at: Situation) -> Iterator[Duty]:
    """Answer a request for clarification within 28 days of its being passed on: 8(2)."""
    for request in at.under_this_consent("clarification-requested"):
        name = request.text("request")
        due = period(request.days, in_28_days, at.choices)
        after = [
            fact
            for fact in at.under_this_consent("clarification-answered", "clarification-withdrawn")
            if fact.text("request") == name and fact.days.last >= request.days.first
        ]
        answers = [fact for fact in after if fact.kind == "clarification-answered"]
        taken_back = [fact for fact in after if fact.kind == "clarification-withdrawn"]
        spared = bool(taken_back) and at.counted(taken_back[0]) <= counted(due, at.choices)
        if spared:
            answers = [f for f in answers if at.counted(f) <= at.counted(taken_back[0])]
        yield Duty(
            f"{at.state}/8.2/{name}",
            "8(2)",
            treaty_due=counted(due, at.choices),
            due=due,
            engaged="no" if spared else "yes",
            fulfilled=answers[0].days if answers else None,
        )


def article_10_1(at: Situation) -> Iterator[Duty]:
    """Consult with the others in a dispute until it is settled, as it was first: 10(1)."""
    for dispute in at.meetings:
        if dispute.kind != "treaty-dispute-arose" or at.state not in dispute.names("between"):
            continue
        name = dispute.text("dispute")
        settled = [
            fact
            for fact in at.meetings
            if fact.kind == "treaty-dispute-settled" and fact.text("dispute") == name
        ]
        yield Duty(
            f"{at.state}/10.1/{name}",
            "10(1)",
            "standing",
            engaged="no" if settled else "yes",
        )


def article_14_1(at: Situation) -> Iterator[Duty]:
    """Pay the share of the costs that was assessed while bound: 14(1)."""
    since, leaves_on = at.member.in_force_on, at.member.leaves_on
    for share in at.of_kind("contribution-assessed"):
        day = at.counted(share)
        if since is None or day < since:
            continue
        paid, foreign = payments(share, at)
        amount = share.number_of("amount_cents") or 0
        due = share.day("due_on") if "due_on" in share.said else None
        yield Duty(
            f"{at.state}/14.1/{share.text('assessment')}",
            "14(1)",
            due=on(due) if due else None,
            engaged="no" if amount == 0 else "yes",
            fulfilled=paid if amount else None,
            outlives_withdrawal=leaves_on is None or day < leaves_on,
            unclear=foreign,
        )


def payments(share: Fact, at: Situation) -> tuple[Span | None, bool]:
    """Find when a share was paid in full, and whether anything came in another currency."""
    total, foreign = 0, False
    for payment in at.of_kind("contribution-paid"):
        if payment.text("assessment") != share.text("assessment"):
            continue
        if payment.text("currency") != share.text("currency"):
            foreign = True
            continue
        total += payment.number_of("amount_cents") or 0
        if total >= (share.number_of("amount_cents") or 0):
            return payment.days, foreign
    return None, foreign
