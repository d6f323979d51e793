"""What is done for victims, by assistance, and by law: Articles 5, 6 and 9."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from ccm_engine.domain.articles.article_09_measures import POSITIONS
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    AssistanceProvided,
    AssistanceReceived,
    CountryCoalitionConcluded,
    CountryCoalitionFormed,
    Entry,
    Measure,
)
from ccm_engine.exporters.ledgers.sheets import Selection, counted, ledger, tally
from ccm_engine.exporters.ledgers.values import Row, row_of
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.cooperation import (
    Assistance,
    AssistanceEvent,
    coalitions,
    named,
    stated_by_year,
)
from ccm_engine.projections.counting import Events, StateCount, StatedNumber
from ccm_engine.projections.national_measures import (
    ADMINISTRATIVE,
    INVESTMENT,
    MeasurePosition,
    positions,
)
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.silence import Look
from ccm_engine.projections.themes import cooperation, measures
from ccm_engine.projections.victim_assistance import AssistanceLine, victim_assistance
from ccm_engine.projections.view import View
from ccm_engine.register import Register


def _line(each: AssistanceLine, register: Register) -> Row:
    casualties = tuple(
        {
            "period": told.event.period,
            "killed": told.event.killed,
            "injured": told.event.injured,
            "casualties": told.event.casualties,
            "event": told.id,
        }
        for told in each.casualties
    )
    return row_of(each, name=name_of(each.state, register.as_of), casualties=casualties)


def _victims(rows: tuple[AssistanceLine, ...], _: Register, __: Selection) -> Row:
    looks = [
        each.name for each in attrs.fields(AssistanceLine) if each.type in (Look, Look.__name__)
    ]
    return {
        name: counted((getattr(each, name).certainty for each in rows), Certainty) for name in looks
    }


@attrs.frozen(kw_only=True)
class Help:
    """One event of assistance, or of a country coalition: what a source names of one state.

    `partners` gave it, or received it; `None` where it is not said of an event of its kind.
    `happened` is unknown where its day is known in part, and may lie after the one asked about.
    """

    state: str
    name: str
    what: str
    happened: Certainty
    on: PartialDate
    year: int | None
    period: str | None
    article: int | None
    purpose: str | None
    partners: tuple[str, ...]
    events: Events


def _helped(register: Register, _: Selection) -> tuple[Help, ...]:
    view = register.view()
    found = [*_assistance(view), *_coalitions(view)]
    return tuple(sorted(found, key=lambda each: (each.state, each.on.latest, each.what)))


def _assistance(view: View) -> Iterator[Help]:
    for assistance in Assistance:
        for state, happened, events in named(view, assistance):
            for entry in view.point.history.chronicle(state).entries:
                event = entry.event
                if entry.id in events and isinstance(event, AssistanceEvent):
                    yield Help(
                        state=state,
                        name=name_of(state, view.as_of),
                        what=assistance.value,
                        happened=happened,
                        on=event.occurred_on,
                        year=event.year,
                        period=event.period,
                        article=event.article,
                        purpose=event.purpose,
                        partners=_partners(event),
                        events=events,
                    )


def _partners(event: AssistanceEvent) -> tuple[str, ...]:
    match event:
        case AssistanceProvided(to=partners) | AssistanceReceived(given_by=partners):
            return tuple(partners)
        case _:
            return ()


def _coalitions(view: View) -> Iterator[Help]:
    for each in coalitions(view):
        for entry in (each.formed, each.concluded):
            if entry is not None:
                yield _coalition(view, entry)


def _coalition(
    view: View, entry: Entry[CountryCoalitionFormed] | Entry[CountryCoalitionConcluded]
) -> Help:
    event = entry.event
    formed = isinstance(event, CountryCoalitionFormed)
    return Help(
        state=event.state,
        name=name_of(event.state, view.as_of),
        what="coalition-formed" if formed else "coalition-concluded",
        happened=Certainty.YES,
        on=event.occurred_on,
        year=None,
        period=None,
        article=None,
        purpose=None if isinstance(event, CountryCoalitionFormed) else event.outcome,
        partners=tuple(event.partners) if isinstance(event, CountryCoalitionFormed) else (),
        events=(entry.id,),
    )


def _cooperation(_: tuple[Help, ...], register: Register, chosen: Selection) -> Row:
    view = register.view()
    figures = (each for each in cooperation.position(view) if isinstance(each, StateCount))
    return {
        "named": {_last(each.key): tally(each, chosen.state) for each in figures},
        "stated": stated_by_year(view),
    }


def _last(key: str) -> str:
    return key.rpartition(".")[2]


@attrs.frozen(kw_only=True)
class Measures:
    """Where one State Party stands with each measure of Article 9, by INT-0021.

    `by_others` are the last words of the Monitor or the press, where nobody else tells anything.
    """

    state: str
    name: str
    specific_law: Look
    existing_law_sufficient: Look
    under_consideration: Look
    none_reported: Look
    investment_prohibition: Look
    administrative: Look
    by_others: tuple[Mapping[str, object], ...]


_LAWS: Final = {
    "specific_law": Measure.SPECIFIC_LAW,
    "existing_law_sufficient": Measure.EXISTING_LAW_SUFFICIENT,
    "under_consideration": Measure.UNDER_CONSIDERATION,
    "none_reported": Measure.NONE_REPORTED,
}


def _positions(register: Register, _: Selection) -> Iterator[Measures]:
    view = register.view()
    found = (positions(view, kinds) for kinds in (POSITIONS, INVESTMENT, ADMINISTRATIVE))
    for law, investment, administrative in zip(*found, strict=True):
        yield Measures(
            state=law.state,
            name=name_of(law.state, view.as_of),
            **{name: _look(law, measure) for name, measure in _LAWS.items()},
            investment_prohibition=_look(investment, Measure.INVESTMENT_PROHIBITION),
            administrative=_look(administrative, Measure.ADMINISTRATIVE),
            by_others=tuple(_by_others(law, investment, administrative)),
        )


def _look(position: MeasurePosition, measure: Measure) -> Look:
    _, certainty, events = position.answer(measure)
    return Look(certainty, events)


def _by_others(*found: MeasurePosition) -> Iterator[Mapping[str, object]]:
    for each in found:
        if each.by_others is not None:
            yield {"measure": each.by_others.event.measure, "event": each.by_others.id}


def _measures(_: tuple[Measures, ...], register: Register, chosen: Selection) -> Row:
    view = register.view()
    figures = list(measures.position(view))
    named = (each for each in figures if isinstance(each, StateCount))
    (counted,) = (each for each in figures if isinstance(each, StatedNumber))
    return {
        "states": {_last(each.key): tally(each, chosen.state) for each in named},
        "administrative_measures": {"value": counted.value, "events": counted.events},
    }


VICTIMS: Final = ledger(
    lambda register, _: victim_assistance(register.view()), _victims, "state", row=_line
)
COOPERATION: Final = ledger(_helped, _cooperation, "state")
MEASURES: Final = ledger(_positions, _measures, "state")
