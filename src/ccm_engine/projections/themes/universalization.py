"""Who joined, who signed only, how states not party vote: Articles 16 to 18, 20 and 21.

What is only known because somebody reported it (an attendance, a vote, a restriction) is never
ruled out by silence: every other state not party is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccm_engine.domain.calendar import month_in_words
from ccm_engine.domain.events import (
    ActionPlanAdopted,
    Event,
    MeetingAttendedAsObserver,
    OutreachMade,
    ProductionReported,
    UseRestricted,
    Vote,
)
from ccm_engine.domain.interpretations import PartyCount
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.states import ALL_STATES, RegionalGroup, StateCode
from ccm_engine.projections.certainty import (
    Answer,
    Certainty,
    happened_between,
    in_year,
    state_count,
)
from ccm_engine.projections.counting import Clause, Figure, StateCount, StatedNumber
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.universalization import (
    COMMITTED,
    PARTIES,
    Joined,
    Membership,
    counted_as,
    joined,
    missing_to,
    not_party,
    parties_at_end_of,
    perhaps_parties_at_end_of,
    reported,
    votes,
)
from ccm_engine.projections.view import View

TARGET: Final = 130
"""States Parties by the Second Review Conference: the Dubrovnik Action Plan."""

_TARGET_SET_BY: Final = "DAP"
_KEY: Final = "universalization"
_ART_16: Final = Provision.parse("16(1)")
_ART_17: Final = Provision.parse("17(2)")
_ART_20: Final = Provision.parse("20(2)")
_ART_21_1: Final = Provision.parse("21(1)")
_ART_21_2: Final = Provision.parse("21(2)")

_GROUPS: Final = {
    RegionalGroup.AFRICA: "Africa",
    RegionalGroup.ASIA_PACIFIC: "Asia and the Pacific",
    RegionalGroup.EASTERN_EUROPE: "Eastern Europe",
    RegionalGroup.LATIN_AMERICA_CARIBBEAN: "Latin America and the Caribbean",
    RegionalGroup.WESTERN_EUROPE_OTHERS: "Western Europe and other States",
    RegionalGroup.NONE: "no regional group",
}

_LAST_DAY: Final = "31 December"

_VOTES: Final = {
    Vote.YES: "States not party that voted for",
    Vote.NO: "States not party that voted against",
    Vote.ABSTAIN: "States not party that abstained",
    Vote.NOT_PRESENT: "States not party that did not vote",
}

_VOTED: Final = {
    Vote.YES: "voted for the resolution",
    Vote.NO: "voted against the resolution",
    Vote.ABSTAIN: "abstained on the resolution",
    Vote.NOT_PRESENT: "did not vote on the resolution",
}


def position(view: View) -> Iterator[Figure]:
    """Yield the figures of a day."""
    yield _of(view, "committed", COMMITTED, "signed or joined the Convention", _ART_16)
    yield _of(view, "consented", PARTIES, "consented to be bound", _ART_16)
    yield _of(view, "in_force", {Membership.IN_FORCE}, "the Convention in force", _ART_17)
    yield _of(view, "signatories", {Membership.SIGNATORY}, "signed and not yet ratified", _ART_16)
    yield _of(view, "withdrawn", {Membership.WITHDRAWN}, "withdrawn", _ART_20)
    yield from _consented_by_group(view)
    yield from _distance(view)
    yield from _votes(view)
    yield _told(view, "observers", MeetingAttendedAsObserver, "attended a meeting as observer")
    yield _told(view, "past_producers_not_party", ProductionReported, "produced cluster munitions")
    yield _told(view, "use_restricted", UseRestricted, "restricted use or transfer")


def progress(before: View, after: View) -> Iterator[Figure]:
    """Yield the figures of a period."""
    found = joined(before, after)
    yield _joined("joined", "joined the Convention", found)
    for year in range(before.as_of.year, after.as_of.year + 1):
        within = _within(year, before.as_of, after.as_of)
        yield _joined_in(year, found, within)
    for group, words in _GROUPS.items():
        several = [each for each in found if each.group is group]
        yield _joined(f"joined_by.{group.name}", f"joined from {words}", several)
    ratified = [each for each in found if each.signed_on is not None]
    yield _joined("signatories_joined", "joined after having signed", ratified)
    acceded = [each for each in found if each.signed_on is None]
    yield _joined("acceded", "joined without having signed", acceded)
    yield _outreach(before, after)


def _outreach(before: View, after: View) -> StateCount:
    """Count who encouraged others to join; of the other States Parties it is unknown."""
    answers: list[Answer] = [(state, Certainty.UNKNOWN, ()) for state in after.parties]
    for state, entry, within in happened_between(before, after, OutreachMade):
        if state in after.parties:
            answers.append((state, within, (entry.id,)))
    clause = _clause("State Party", "States Parties", "encouraged others to join")
    return state_count(f"{_KEY}.outreach", clause, answers, _ART_21_1)


def _clause(one: str, many: str, rest: str) -> Clause:
    return Clause(f"{one} has {rest}", f"{many} have {rest}")


def _of(
    view: View, name: str, wanted: set[Membership] | frozenset[Membership], rest: str, of: Provision
) -> StateCount:
    answers = counted_as(view, *wanted)
    return state_count(f"{_KEY}.{name}", _clause("State", "States", rest), answers, of)


def _consented_by_group(view: View) -> Iterator[StateCount]:
    found = list(counted_as(view, *PARTIES))
    for group, words in _GROUPS.items():
        answers = [each for each in found if ALL_STATES[StateCode(each[0])].group is group]
        clause = Clause(f"State Party is of {words}", f"States Parties are of {words}")
        yield state_count(f"{_KEY}.consented_by.{group.name}", clause, answers, _ART_16)


def _distance(view: View) -> Iterator[StatedNumber]:
    """Yield what the target lacks, both ways of counting, once the plan that set it stands."""
    adopted = view.of_all(ActionPlanAdopted)
    plans = tuple(entry.id for entry in adopted if entry.event.plan == _TARGET_SET_BY)
    if not plans:
        return
    for basis, name, words in (
        (PartyCount.CONSENT, "by_consent", "by consent"),
        (PartyCount.IN_FORCE, "in_force", "in force"),
    ):
        clause = Clause(
            f"more State is needed to reach {TARGET}, counted {words}",
            f"more States are needed to reach {TARGET}, counted {words}",
        )
        key = f"{_KEY}.missing_to_{TARGET}_{name}"
        value = missing_to(view, TARGET, basis)
        yield StatedNumber(key=key, clause=clause, value=value, events=plans, provision=_ART_21_1)


def _votes(view: View) -> Iterator[StateCount]:
    """Yield how states not party voted, by year; those of no known vote that year are unknown."""
    for year, cast in votes(view).items():
        parties = parties_at_end_of(view, year)
        perhaps = perhaps_parties_at_end_of(view, year)
        silent = [
            state
            for state, known in ALL_STATES.items()
            if known.group is not RegionalGroup.NONE  # no member of the United Nations, no vote
            and state not in cast
            and state not in parties
        ]
        for vote, words in _VOTED.items():
            answers: list[Answer] = [
                (state, Certainty.UNKNOWN if state in perhaps else Certainty.YES, (entry.id,))
                for state, entry in cast.items()
                if entry.event.vote is vote
            ]
            if vote is Vote.NOT_PRESENT and not answers:
                continue
            answers += [(state, Certainty.UNKNOWN, ()) for state in silent]
            clause = Clause(
                f"State not party {words} of {year}",
                f"States not party {words} of {year}",
                _VOTES[vote],
            )
            key = f"{_KEY}.votes_{vote.name.lower()}.{year}"
            yield state_count(key, clause, answers, _ART_21_2)


def _told(view: View, name: str, kind: type[Event], rest: str) -> StateCount:
    """Count the states not party of which something is told; of the others it is unknown."""
    answers: list[Answer] = []
    for state, how in not_party(view):
        events = reported(view, state, kind)
        answers.append((state, how if events else Certainty.UNKNOWN, events))
    clause = _clause("State not party", "States not party", rest)
    return state_count(f"{_KEY}.{name}", clause, answers, _ART_21_2)


def _joined(name: str, rest: str, found: list[Joined] | tuple[Joined, ...]) -> StateCount:
    answers = [(each.state, each.within, (each.event,)) for each in found]
    return state_count(
        f"{_KEY}.{name}", Clause(f"State {rest}", f"States {rest}"), answers, _ART_16
    )


def _within(year: int, before: date, until: date) -> str:
    """Name a year, and the days between which it lies in the period, unless it does as a whole."""
    limits: list[str] = []
    if before.year == year:
        limits.append(f"after {_day(before)}")
    if until.year == year and _day(until) != _LAST_DAY:
        limits.append(f"by {_day(until)}")
    return f"{year}, {' and '.join(limits)}" if limits else str(year)


def _day(day: date) -> str:
    return f"{day.day} {month_in_words(day.month)}"


def _joined_in(year: int, found: tuple[Joined, ...], within: str) -> StateCount:
    answers: list[Answer] = []
    for each in found:
        then = in_year(each.deposited_on, year)
        if then is not Certainty.NO:
            both = {then, each.within}
            how = Certainty.YES if both == {Certainty.YES} else Certainty.UNKNOWN
            answers.append((each.state, how, (each.event,)))
    clause = Clause(f"State joined in {within}", f"States joined in {within}", "Joined")
    return state_count(f"{_KEY}.joined.{year}", clause, answers, _ART_16)


THEME = Theme(
    key=_KEY,
    title="Universalization",
    provisions=("16(1)", "21(1)"),
    position=position,
    progress=progress,
)
