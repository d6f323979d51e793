"""The meetings, what came of them, what lies before them, and what pays for the work."""

from __future__ import annotations

from ccm_engine.exporters.envelope import Document, written
from ccm_engine.exporters.ledgers.values import as_json
from ccm_engine.exporters.mandates import mandate_object, place_object
from ccm_engine.projections.agenda import Agenda
from ccm_engine.projections.meetings import MeetingSheet, OpenRequest, Outcome, Sitting
from ccm_engine.projections.unit_finances import Amount, Sponsorship, UnitFinances, UnitYear


def meetings_document(agenda: Agenda) -> Document:
    """Return `next_meeting`, `count`, `meetings`, and what awaits one, also one not called yet."""
    found = [meeting_object(each) for each in agenda.meetings]
    return {
        "next_meeting": place_object(agenda.next),
        "count": len(found),
        "meetings": found,
        "requests": [_request(each) for each in agenda.requests],
        "reviews": [each.id for each in agenda.reviews],
        "unit": _unit(agenda.finances),
    }


def meeting_object(sheet: MeetingSheet) -> Document:
    """Return one meeting; `closes_on` is `None` while no day is known for its last part."""
    return {
        "meeting": sheet.code,
        "kind": sheet.kind.value,
        "name": sheet.name,
        "standing": sheet.standing.value,
        "opens_on": written(sheet.opens_on),
        "closes_on": written(sheet.closes_on),
        "place": sheet.place,
        "sittings": [_sitting(each) for each in sheet.sittings],
        "decisions": [_outcome(each) for each in sheet.decisions],
        "documents": [
            {"symbol": each.symbol, **_outcome(each, "title")} for each in sheet.documents
        ],
        "requests": [each.obligation for each in sheet.requests],
        "undecided": [each.obligation for each in sheet.undecided],
        "reviews": [each.id for each in sheet.reviews],
        "mandates_ending": [mandate_object(each) for each in sheet.ending],
        "events": list(sheet.events),
    }


def _sitting(sitting: Sitting) -> Document:
    return {
        "part": sitting.part,
        "opens_on": written(sitting.opens_on),
        "closes_on": written(sitting.closes_on),
        "place": sitting.place,
        "president": sitting.president,
        "event": sitting.event,
    }


def _outcome(outcome: Outcome, named: str = "decision") -> Document:
    return {named: outcome.words, "on": written(outcome.on), "event": outcome.event}


def _request(request: OpenRequest) -> Document:
    return {
        "obligation": request.obligation,
        "state": request.state,
        "meeting": request.meeting,
        "sure": as_json(request.sure),
        "events": list(request.events),
    }


def _unit(finances: UnitFinances) -> Document:
    reserve = finances.reserve
    reported = None
    if reserve is not None:
        reported = {**_amount(reserve), "reported": written(finances.reserve_reported_on)}
    return {
        "reserve": reported,
        "years": [_year(each) for each in finances.years],
        "sponsorship": [_sponsorship(each) for each in finances.sponsorship],
    }


def _year(year: UnitYear) -> Document:
    return {
        "year": year.year,
        "budget": None if year.budget is None else _amount(year.budget),
        "contributed": [_amount(each) for each in year.contributed],
        "contributions": {
            state: [_amount(each) for each in amounts]
            for state, amounts in year.contributions.items()
        },
    }


def _sponsorship(given: Sponsorship) -> Document:
    return {
        "meeting": given.meeting,
        "period": given.period,
        "sponsor": given.sponsor,
        **_amount(given.amount),
        "delegates": given.delegates,
        "states": given.states,
    }


def _amount(amount: Amount) -> Document:
    return {
        "amount": amount.units,
        "currency": amount.currency,
        "events": list(amount.events),
    }
