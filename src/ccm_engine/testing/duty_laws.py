"""Laws of engagement: what is owed by whom, by the last word on record. Articles 3 to 7."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from ccm_engine.domain.events import (
    ClearanceCompleted,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    Event,
    MunitionsAcquired,
    MunitionsRetained,
    MunitionsTransferred,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileUnverified,
    UseReported,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from ccm_engine.domain.obligations import OUTSTANDING, Engagement, Nature, Obligation, Standing
from ccm_engine.testing.answers import Answers, answers, hold, slug_of, suffix_of
from ccm_engine.testing.dates import LAST_EVENT
from ccm_engine.testing.histories import History
from ccm_engine.testing.membership_laws import bindings
from ccm_engine.testing.reckoning import bound_from, days_after, is_last_for_sure, told
from ccm_engine.testing.under_test import MakeEngine, RegisterUnderTest, recorded_by

_STOCKS: Final = (
    StockpileDeclared,
    StockpileFound,
    StockpileAbsenceDeclared,
    StockpileUnverified,
)
_FINDS: Final = (StockpileFound, ContaminationFound)
_AREAS: Final = (ContaminationDeclared, ContaminationFound, ContaminationAbsenceDeclared)
_NONE: Final = (StockpileAbsenceDeclared, ContaminationAbsenceDeclared, VictimsAbsenceDeclared)
_QUANTITIES: Final = ("munitions", "submunitions", "confirmed_m2", "suspected_m2", "areas")
_STANDINGS: Final[Mapping[Engagement, Container[Standing]]] = {
    Engagement.ENGAGED: {*OUTSTANDING, Standing.UNDETERMINED},  # the sources may not reach
    Engagement.NOT_ENGAGED: {Standing.NOT_ENGAGED},
    Engagement.UNKNOWN: {Standing.UNDETERMINED},
}
_KEPT: Final = (MunitionsRetained, MunitionsAcquired, MunitionsTransferred)


def what_was_declared_is_owed(make: MakeEngine, history: History, day: date) -> None:
    """Hold that who last declared that it has something owes its end, and who has none does not.

    Articles 3(2) and 4(1)(a); where nothing was said, or none of one type or kind alone, it is
    undetermined, and to find none says nothing new. States that completed, or keep munitions for
    training (INT-0019), are left out.
    """
    register = recorded_by(make, history.events).on(day)
    found = answers(register)
    for state in _bound(register, history, day):
        kept = told(history.plain, state, day, MunitionsRetained)
        if not kept and not told(history.plain, state, day, StockpileDestructionCompleted):
            _owed(found[f"{state}/3.2"], told(history.plain, state, day, *_STOCKS), _held)
        if not told(history.plain, state, day, ClearanceCompleted):
            areas = told(history.plain, state, day, *_AREAS)
            before = [each for each in areas if getattr(each, "conflict", None) is None]
            _owed(found[f"{state}/4.1a"], before, _contaminated)


def _bound(register: RegisterUnderTest, history: History, day: date) -> Iterator[str]:
    """Yield the states that are bound on a day, and did not withdraw."""
    for state, binding in bindings(register, history).items():
        begins = bound_from(state, history.plain, day)
        if begins is not None and begins <= day and binding.ceased_on is None:
            yield state


def _owed(
    duty: Obligation, said: Sequence[Event], weigh: Callable[[Sequence[Event]], Engagement]
) -> None:
    if not all(is_last_for_sure(said[: count + 1]) for count in range(len(said))):
        return
    new = [each for each in said if not (isinstance(each, _FINDS) and _none(each))]
    weighed = weigh(new)
    last = f"the last word is {said[-1]}" if said else "nothing was declared"
    holds = duty.standing in _STANDINGS[weighed]
    hold(holds, f"{duty.id} is {duty.standing.value}, not {weighed.value}, and {last}")


def _held(said: Sequence[Event]) -> Engagement:
    """Weigh the last words on each type of munitions; one without a type is on them all."""
    words = [
        each
        for index, each in enumerate(said)
        if not any(_replaces(later, each) for later in said[index + 1 :])
    ]
    if any(
        isinstance(each, StockpileDeclared | StockpileFound) and not _none(each) for each in words
    ):
        return Engagement.ENGAGED
    verifying = any(isinstance(each, StockpileUnverified) for each in words)
    others = all(_type_of(each) is not None for each in words)  # of them nothing was said
    return Engagement.UNKNOWN if verifying or others else Engagement.NOT_ENGAGED


def _replaces(later: Event, earlier: Event) -> bool:
    return not isinstance(later, _FINDS) and _type_of(later) in {None, _type_of(earlier)}


def _type_of(event: Event) -> str | None:
    kind: str | None = getattr(event, "munition_type", None)
    return kind


def _contaminated(said: Sequence[Event]) -> Engagement:
    """Weigh the last word on areas that does not leave it open whether there are any."""
    words = [_areas_in(each) for each in said]
    telling = [each for each in words if each is not Engagement.UNKNOWN]
    return telling[-1] if telling else Engagement.UNKNOWN


def _areas_in(event: Event) -> Engagement:
    """Weigh one word: none of one kind, confirmed or suspected, leaves the other open."""
    if isinstance(event, ContaminationAbsenceDeclared):
        return Engagement.NOT_ENGAGED
    if not _none(event):
        return Engagement.ENGAGED
    areas, confirmed, suspected = (
        getattr(event, name, None) for name in ("areas", "confirmed_m2", "suspected_m2")
    )
    no_kind = areas == 0 or confirmed == suspected == 0
    return Engagement.NOT_ENGAGED if no_kind else Engagement.UNKNOWN


def _none(event: Event) -> bool:
    """Tell whether an event says that there is nothing; quantities all given as zero do too."""
    given = [each for name in _QUANTITIES if (each := getattr(event, name, None)) is not None]
    return isinstance(event, _NONE) or (bool(given) and not any(given))


def victims_are_assisted_where_there_are_any(make: MakeEngine, history: History, day: date) -> None:
    """Hold that assistance and a focal point are owed by the last word on victims: 5(1), 5(2)(g).

    Not engaged where it says that there are none, undetermined where nothing was said.
    """
    register = recorded_by(make, history.events).on(day)
    found = answers(register)
    for state in _bound(register, history, day):
        said = told(history.plain, state, day, VictimsReported, VictimsAbsenceDeclared)
        expected = Standing.UNDETERMINED
        if said:
            expected = Standing.NOT_ENGAGED if _none(said[-1]) else Standing.CONTINUING
        for slug in ("5.1", "5.2g"):
            standing = found[f"{state}/{slug}"].standing
            hold(standing is expected, f"{state}/{slug} is {standing}, not {expected}")


def every_year_is_reported(make: MakeEngine, history: History, day: date) -> None:
    """Hold that an annual report is due on every calendar year, and on no other: Article 7(2).

    From the year in which the initial report fell due (INT-0002) up to the next one due; after a
    withdrawal, up to the first that falls away.
    """
    register = recorded_by(make, history.events).on(day)
    found = answers(register)
    for state, binding in bindings(register, history).items():
        begins = bound_from(state, history.plain, day)
        if begins is None:
            continue
        first = days_after(begins, 180).year
        past = day.year - 1 if day <= date(day.year, 4, 30) else day.year
        last = max(first, past)
        if (ceased := binding.ceased_on) is not None:
            ends = ceased.year - 1 if ceased <= date(ceased.year, 4, 30) else ceased.year
            last = max(first, min(last, ends))
        years = _years(found, state, "7.2")
        said = f"{state} owes annual reports on {years}, not on {first} to {last}, on {day}"
        hold(years == [*range(first, last + 1)], said)


def _years(found: Answers, state: str, slug: str) -> list[int]:
    owed = (each for each in found.values() if each.state == state and slug_of(each) == slug)
    return sorted(int(suffix_of(each)) for each in owed)


def every_year_of_keeping_is_reported(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a report is due on each year in which munitions were kept or came or went: 3(8).

    While bound, and only where the year is known; not where a withdrawal took effect by then.
    """
    register = recorded_by(make, history.events).on(day)
    found = answers(register)
    for state, binding in bindings(register, history).items():
        begins = bound_from(state, history.plain, day)
        if begins is None:
            continue
        years = {
            year
            for each in told(history.plain, state, day, *_KEPT)
            if not _none(each) and (year := _year(each)) is not None and year >= begins.year
            if isinstance(each, MunitionsRetained) or each.occurred_on.latest >= begins
        }
        ceased = binding.ceased_on or date.max
        expected = sorted(each for each in years if date(each + 1, 4, 30) < ceased)
        reported = _years(found, state, "3.8")
        said = f"{state} owes reports on what it keeps for {reported}, not for {expected}"
        hold(reported == expected, said)


def _year(event: Event) -> int | None:
    when = event.occurred_on
    same = when.earliest is not None and when.earliest.year == when.latest.year
    stated: int | None = getattr(event, "year", None)
    return stated if stated is not None or not same else when.latest.year


def who_used_them_is_asked_to_help(make: MakeEngine, history: History, day: date) -> None:
    """Hold that a former user is encouraged to help where it used them: Article 4(4).

    Only for a use before both entries into force, and from the later of them.
    """
    engine = recorded_by(make, history.events)
    begun = (bound_from(state, history.plain, LAST_EVENT) for state in history.states)
    eves = {days_after(each, -1) for each in begun if each is not None}
    for each in (day, *sorted(eves)):
        _helps_as_reckoned(engine.on(each), history, each)


def _helps_as_reckoned(register: RegisterUnderTest, history: History, day: date) -> None:
    found = answers(register)
    for state, binding in bindings(register, history).items():
        uses = told(history.plain, state, day, UseReported)
        where = {territory for each in uses for territory in each.on_territory_of}
        expected: dict[str, Standing] = {}
        for territory in where - {state}:
            own, theirs = (bound_from(each, history.plain, day) for each in (state, territory))
            if own is None or theirs is None:
                continue
            there = [each.occurred_on for each in uses if territory in each.on_territory_of]
            before = [each for each in there if each.first < min(own, theirs)]
            if before:
                sure = any(each.latest < min(own, theirs) for each in before)
                standing = Standing.CONTINUING if sure else Standing.UNDETERMINED
                standing = standing if binding.ceased_on is None else Standing.CEASED
                late = day < max(own, theirs)
                expected[territory] = Standing.NOT_YET_BINDING if late else standing
        encouraged = {
            suffix_of(each): each.standing
            for each in found.values()
            if each.state == state and each.nature is Nature.ENCOURAGED
        }
        hold(encouraged == expected, f"{state}/4.4 on {day}: {encouraged}, not {expected}")
