"""Article 3: storage and destruction of stockpiles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tests.oracle.article_07 import (
    absorbed_by,
    falls_away,
    first_year,
    initial_report,
    outlives,
    reports_covering,
)
from tests.oracle.dates import chosen, counted, on
from tests.oracle.extensions import chain, spent
from tests.oracle.record import Fact
from tests.oracle.weighing import Duty, Engaged, Situation

YEARS = 8
WORDS = (
    "stockpile-declared",
    "stockpile-absence-declared",
    "stockpile-unverified",
    "stockpile-found",
)
KEPT = ("munitions-retained", "munitions-acquired", "munitions-transferred")


@dataclass(frozen=True)
class Holdings:
    """What a state holds by its own word; when it was destroyed, and what was found after that."""

    engaged: Engaged
    destroyed: Fact | None = None
    found: Fact | None = None


def none_of(fact: Fact, *amounts: str) -> bool:
    """Tell whether a statement says zero: every number it gives is one, and it gives one."""
    numbers = [fact.number_of(name) for name in amounts if name in fact.said]
    return bool(numbers) and not any(numbers)


def no_munitions(fact: Fact) -> bool:
    return none_of(fact, "munitions", "submunitions")


def speaks_of_stocks(fact: Fact) -> bool:
    return fact.kind in {"stockpile-declared", "stockpile-found"} and not no_munitions(fact)


def says_none(fact: Fact) -> bool:
    return not speaks_of_stocks(fact) and fact.kind != "stockpile-unverified"


def holdings(at: Situation) -> Holdings:
    """Take what the state said of its holdings, and when it finished destroying them.

    What it speaks of certainly after completion opens the duty again: the last completion counts.
    To find none says nothing; to verify still says nothing against a completion.
    """
    said = at.of_kind(*WORDS)
    words = [fact for fact in said if fact.kind != "stockpile-found" or not no_munitions(fact)]
    completions = at.of_kind("stockpile-destruction-completed")
    if not completions:
        return Holdings(as_said(words, at))
    done = completions[-1].days
    later = [fact for fact in words if says_none(fact) or fact.days.first > done.last]
    told = [fact for fact in later if fact.kind != "stockpile-unverified"]
    if as_said(told, at) != "yes":
        return Holdings("yes", destroyed=completions[-1])
    found = next(
        fact
        for count, fact in enumerate(told, 1)
        if speaks_of_stocks(fact) and not denied(fact, told[count:])
    )
    return Holdings(as_said(later, at), found=found)


def denied(find: Fact, since: Sequence[Fact]) -> bool:
    """Tell whether it was said later that none are left, at all or of that type."""
    none = [fact for fact in since if says_none(fact)]
    return any(fact.text("munition_type") in (None, find.text("munition_type")) for fact in none)


def as_said(words: Sequence[Fact], at: Situation) -> Engaged:
    """Take the last word on each type; none of some types leaves the others unknown."""
    last = last_words(words)
    held = [fact for fact in last if speaks_of_stocks(fact)]
    if held:
        return "no" if kept_whole(held, at) else "yes"
    if any(fact.kind == "stockpile-unverified" for fact in last):
        return "unknown"
    return "unknown" if all(fact.text("munition_type") for fact in last) else "no"


def last_words(words: Sequence[Fact]) -> list[Fact]:
    """Take the last word on each type; one that names none speaks of all; what is found is more."""
    by_type: dict[str | None, list[Fact]] = {}
    for fact in words:
        name = fact.text("munition_type")
        if fact.kind == "stockpile-found":
            by_type.setdefault(name, []).append(fact)
            continue
        if name is None:
            by_type.clear()
        by_type[name] = [fact]
    return [fact for facts in by_type.values() for fact in facts]


def kept_whole(held: Sequence[Fact], at: Situation) -> bool:
    """Tell whether all declared was once kept, and what is left is kept still: INT-0019."""
    if chosen(at.choices, "wholly_retained", "nothing-left") == "still-owed" or not keeps(at):
        return False
    if any(fact.number_of("munitions") is None for fact in held):
        return False
    kept = words_on_what_is_kept(at)
    at_each_time = [last_words(kept[: count + 1]) for count in range(len(kept))]
    since_none = 0
    for count, then in enumerate(at_each_time):
        if all(map(no_munitions, then)):
            since_none = count + 1
    return number(held) > 0 and any(covers(then, held) for then in at_each_time[since_none:])


def covers(kept: Sequence[Fact], held: Sequence[Fact]) -> bool:
    """Tell whether those kept are as many as those held; of one type only its own, or untold."""
    types = {fact.text("munition_type") for fact in held} - {None}
    missing = sum(max(0, number(held, name) - number(kept, name)) for name in types)
    return number(held) <= number(kept) and missing <= number(kept, None)


def number(facts: Sequence[Fact], *of_type: str | None) -> int:
    """Add up munitions, all or those of one type."""
    told = [fact for fact in facts if not of_type or fact.text("munition_type") in of_type]
    return sum(fact.number_of("munitions") or 0 for fact in told)


def keeps(at: Situation) -> bool:
    """Tell whether any munitions are kept by the last words on each type."""
    return any(not no_munitions(fact) for fact in last_words(words_on_what_is_kept(at)))


def words_on_what_is_kept(at: Situation) -> list[Fact]:
    """List what was said of munitions kept; what was said up to an end of it is over."""
    ended = at.of_kind("retention-ended")
    said = at.of_kind("munitions-retained")
    return [fact for fact in said if not ended or ended[-1].days.last < fact.days.last]


def article_3_1(at: Situation) -> Iterator[Duty]:
    """Separate and mark what is held: 3(1); nothing is, once all is destroyed."""
    held = holdings(at)
    engaged: Engaged = "no" if held.destroyed else held.engaged
    yield Duty(f"{at.state}/3.1", "3(1)", "standing", engaged=engaged)


def article_3_2(at: Situation) -> Iterator[Duty]:
    """Destroy what is held within eight years of entry into force, as extended: 3(2) to 3(5)."""
    name, since = f"{at.state}/3.2", at.member.in_force_on
    if since is None:
        yield Duty(name, "3(2)")
        return
    held = holdings(at)
    extended = chain(at, 3, None, on(since), YEARS)
    yield Duty(
        name,
        "3(2)",
        treaty_due=counted(extended.treaty_due, at.choices),
        due=None if spent(held.found, extended, at) else extended.due,
        engaged=held.engaged,
        fulfilled=held.destroyed.days if held.destroyed else None,
        extensions=extended.steps,
        request_pending=extended.request_pending,
    )


def article_3_6(at: Situation) -> Iterator[Duty]:
    """Keep no more than the minimum: 3(6), as long as anything is kept."""
    if keeps(at):
        yield Duty(f"{at.state}/3.6", "3(6)", "standing")


def year_of(fact: Fact) -> int | None:
    """Take the year a source names, or else the one in which all days it can mean lie."""
    known = fact.days.first.year == fact.days.last.year
    return fact.number_of("year") or (fact.days.first.year if known else None)


def years_to_report(at: Situation, since: date) -> list[int]:
    """List the years in which munitions were retained, or moved while bound, from the first on."""
    years: set[int] = set()
    for fact in at.of_kind(*KEPT):
        year = year_of(fact)
        too_soon = fact.kind != "munitions-retained" and fact.days.last < since
        if year is not None and year >= since.year and not too_soon and not no_munitions(fact):
            years.add(year)
    return sorted(years)


def article_3_8(at: Situation) -> Iterator[Duty]:
    """Report by 30 April on what was retained, acquired or transferred the year before: 3(8).

    One that falls away by a withdrawal is not told of.
    """
    since = at.member.in_force_on
    if since is None:
        return
    for year in years_to_report(at, since):
        due = date(year + 1, 4, 30)
        if falls_away(year, due, at):
            continue
        made = reports_on_retention(year, due, at)
        yield Duty(
            f"{at.state}/3.8/{year}",
            "3(8)",
            treaty_due=due,
            due=on(due),
            fulfilled=min(made, key=lambda fact: (fact.days.last, fact.days.first)).days
            if made
            else None,
            outlives_withdrawal=outlives(year, at),
        )


def reports_on_retention(year: int, due: date, at: Situation) -> list[Fact]:
    """List what serves as the report on a year: INT-0018.

    The initial report serves for the years before the first annual one, and for those it absorbs.
    """
    reports = at.under_this_consent("retention-report-submitted")
    made = [fact for fact in reports if fact.number_of("year_covered") == year]
    if chosen(at.choices, "retention_report", "with-annual") == "separate":
        return made
    first, initial = first_year(at), initial_report(at)
    if first is not None and initial is not None and year < first:
        made.append(initial)
    else:
        made += absorbed_by(due, at)
    return made + reports_covering(year, at)
