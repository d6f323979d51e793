"""Article 4: clearance of remnants, and who once left them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.oracle.article_03 import none_of
from tests.oracle.dates import Span, counted, on
from tests.oracle.extensions import chain, spent
from tests.oracle.meetings import next_meeting
from tests.oracle.record import Fact
from tests.oracle.weighing import Duty, Engaged, Situation

YEARS = 10
WORDS = ("contamination-declared", "contamination-absence-declared", "contamination-found")


@dataclass(frozen=True)
class Land:
    """Whether there is land to clear; when it was cleared, and what was found after that."""

    engaged: Engaged
    cleared: Fact | None = None
    found: Fact | None = None


def says(fact: Fact) -> Engaged:
    """Take what a word says of land: zero of one kind says nothing of the other, 2(11)."""
    if fact.kind == "contamination-absence-declared":
        return "no"
    if not none_of(fact, "confirmed_m2", "suspected_m2", "areas"):
        return "yes"
    whole = "areas" in fact.said or {"confirmed_m2", "suspected_m2"} <= set(fact.said)
    return "no" if whole else "unknown"


def completions(at: Situation, conflict: str | None, since: Fact | None = None) -> list[Fact]:
    """List what was said to be cleared, not certainly before the hostilities that left it."""
    return [
        fact
        for fact in at.of_kind("clearance-completed")
        if fact.text("conflict") == conflict
        and (since is None or fact.days.last >= since.days.first)
    ]


def land(at: Situation) -> Land:
    """Take the last word of the state on its land, and when it finished clearing it: 4(1)(a)."""
    words = words_on(at, None)
    cleared = completions(at, None)
    if cleared:
        return after_completion(words, cleared[-1])
    return Land(last_of(words))


def remnants(at: Situation, conflict: str, ended: Fact) -> Land:
    """Find whether what one conflict left was cleared: that it left something, its end says."""
    cleared = completions(at, conflict, ended)
    return after_completion(words_on(at, conflict), cleared[-1]) if cleared else Land("yes")


def words_on(at: Situation, conflict: str | None) -> list[Fact]:
    """List what was said of some land. To find none, or to leave it open, changes nothing."""
    words = [fact for fact in at.of_kind(*WORDS) if fact.text("conflict") == conflict]
    return [
        fact
        for fact in words
        if says(fact) == "yes" or (says(fact) == "no" and fact.kind != "contamination-found")
    ]


def last_of(words: Sequence[Fact]) -> Engaged:
    return says(words[-1]) if words else "unknown"


def after_completion(words: Sequence[Fact], cleared: Fact) -> Land:
    """Open the duty again for what is spoken of certainly after the last completion: INT-0006."""
    later = [fact for fact in words if says(fact) != "yes" or fact.days.first > cleared.days.last]
    if last_of(later) != "yes":
        return Land("yes", cleared=cleared)
    denied = [count for count, fact in enumerate(later, 1) if says(fact) != "yes"]
    return Land("yes", found=later[denied[-1] if denied else 0])


def article_4_1_a(at: Situation) -> Iterator[Duty]:
    """Clear within ten years what was contaminated at entry into force, known or not: 4(1)(a)."""
    name, since = f"{at.state}/4.1a", at.member.in_force_on
    if since is None:
        yield Duty(name, "4(1)(a)")
        return
    ground = land(at)
    extended = chain(at, 4, None, on(since), YEARS)
    yield Duty(
        name,
        "4(1)(a)",
        treaty_due=counted(extended.treaty_due, at.choices),
        due=None if spent(ground.found, extended, at) else extended.due,
        engaged=ground.engaged,
        fulfilled=ground.cleared.days if ground.cleared else None,
        extensions=extended.steps,
        request_pending=extended.request_pending,
    )


def ended_while_bound(at: Situation) -> list[tuple[str, Fact]]:
    """List the conflicts that ended on the day of entry into force or later."""
    since = at.member.in_force_on
    ended = at.of_kind("hostilities-ended") if since else []
    return [(f.text("conflict") or "", f) for f in ended if since and f.days.last >= since]


def article_4_1_b(at: Situation) -> Iterator[Duty]:
    """Clear new remnants within ten years of the end of the hostilities that left them: 4(1)(b)."""
    for conflict, ended in ended_while_bound(at):
        extended = chain(at, 4, conflict, ended.days, YEARS)
        ground = remnants(at, conflict, ended)
        yield Duty(
            f"{at.state}/4.1b/{conflict}",
            "4(1)(b)",
            treaty_due=counted(extended.treaty_due, at.choices),
            due=None if spent(ground.found, extended, at) else extended.due,
            fulfilled=ground.cleared.days if ground.cleared else None,
            extensions=extended.steps,
            request_pending=extended.request_pending,
        )


def article_4_1_c(at: Situation) -> Iterator[Duty]:
    """Declare fulfilment of either point to the next meeting: 4(1)(c)."""
    since, cleared = at.member.in_force_on, land(at).cleared
    if since is None:
        return
    if cleared is not None and cleared.days.last >= since:
        yield declaration(f"{at.state}/4.1c", None, cleared, at)
    for conflict, ended in ended_while_bound(at):
        done = remnants(at, conflict, ended).cleared
        if done is not None and done.days.last >= since:
            yield declaration(f"{at.state}/4.1c/{conflict}", conflict, done, at)


def declaration(name: str, conflict: str | None, cleared: Fact, at: Situation) -> Duty:
    """Find the next meeting: a stretch of days, where the day of completion is one."""
    soonest = next_meeting(cleared.days.first, at.meetings)
    latest = next_meeting(cleared.days.last, at.meetings)
    made = [
        fact
        for fact in at.under_this_consent("compliance-declared")
        if (fact.number_of("article"), fact.text("conflict")) == (4, conflict)
        and fact.days.last >= cleared.days.first
    ]
    if soonest is None or latest is None:
        return Duty(name, "4(1)(c)", fulfilled=made[0].days if made else None)
    by = cleared.days.by and at.counted(cleared) == cleared.days.last
    window = Span(soonest.closes_on or at.as_of, latest.closes_on or at.as_of, by=by)
    if made and made[0].text("meeting") == soonest.meeting:
        window = on(made[0].days.last)
    elif made and made[0].text("meeting") == latest.meeting:
        window = Span(window.first, max(window.last, made[0].days.first), by=by)
    due = Span(soonest.opens_on, latest.opens_on, by=by)
    return Duty(
        name,
        "4(1)(c)",
        treaty_due=counted(due, at.choices),
        due=due,
        fulfilled=made[0].days if made else None,
        in_time_until=window,
    )


def article_4_2(at: Situation) -> Iterator[Duty]:
    """Survey, mark, protect and teach as long as any area is to be cleared: 4(2)."""
    ground = land(at)
    engaged: Engaged = "no" if ground.cleared else ground.engaged
    for conflict, ended in ended_while_bound(at):
        if remnants(at, conflict, ended).cleared is None:
            engaged = "yes"
    if "yes" in (going_on := left_while_they_go_on(at)):
        engaged = "yes"
    if engaged == "no" and "unknown" in going_on:
        engaged = "unknown"
    yield Duty(f"{at.state}/4.2", "4(2)", "standing", engaged=engaged)


def left_while_they_go_on(at: Situation) -> list[Engaged]:
    """Take what was said of the land of each conflict of which no end is known."""
    over = {fact.text("conflict") for fact in at.of_kind("hostilities-ended")} | {None}
    going_on = {fact.text("conflict") for fact in at.of_kind(*WORDS)} - over
    declared = {fact.text("conflict") for fact in at.of_kind("contamination-declared")}
    found: list[Engaged] = []
    for conflict in going_on:
        words, cleared = words_on(at, conflict), completions(at, conflict)
        if cleared:
            found.append("no" if after_completion(words, cleared[-1]).cleared else "yes")
        elif words or conflict in declared:
            found.append(last_of(words))
    return found


def article_4_4(at: Situation) -> Iterator[Duty]:
    """Assist where one used cluster munitions before both were bound: 4(4), an encouragement.

    Of the other state nothing is looked at but its instruments; where the use is not known to lie
    before both entries into force, it is not known whether one is encouraged.
    """
    own = at.member.in_force_on
    uses = at.of_kind("use-reported")
    for other in sorted({name for use in uses for name in use.names("on_territory_of")}):
        theirs = at.entered.get(other)
        if own is None or theirs is None or other == at.state:
            continue
        there = [use.days for use in uses if other in use.names("on_territory_of")]
        if any(days.first < min(own, theirs) for days in there):
            certain = any(days.last < min(own, theirs) for days in there)
            yield Duty(
                f"{at.state}/4.4/{other}",
                "4(4)",
                "encouraged",
                engaged="yes" if certain else "unknown",
                begins_on=max(own, theirs),
            )
