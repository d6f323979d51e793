"""What can happen to a state's munitions and areas: Articles 3 and 4, in chapters of a life."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.events import (
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    ExtensionEvent,
    HostilitiesEnded,
    LandReleased,
    MunitionsAcquired,
    MunitionsRetained,
    MunitionsTransferred,
    RetainedMunitionsConsumed,
    RetentionEnded,
    RetentionReportSubmitted,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from ccm_engine.testing.drafts import Draft
from ccm_engine.testing.reckoning import months_after
from ccm_engine.testing.sagas import saga

CONFLICT: Final = "the-war"


def stockpile(draft: Draft) -> None:
    """Article 3: stocks declared, extended, destroyed, found again; or none at all."""
    said = draft.day(draft.joined_on)
    opening = _first_word_on_stocks(draft, said)
    if opening == "declared" and draft.number(0, 2) == 1:
        of_type = draft.choice(None, None, "type A", "type B")  # INT-0019: perhaps all
        draft.tell(MunitionsRetained, draft.day(said), munitions=100, munition_type=of_type)
    kept = any(isinstance(each, MunitionsRetained) for each in draft.events)
    something = opening not in {"zero", "absent"} and not kept  # all kept leaves nothing to extend
    if draft.begins is not None and something and draft.chance():
        said = saga(draft, 3, months_after(draft.begins, 8 * 12), max(said, draft.begins))
    if opening in {"declared", "found"}:
        _destruction(draft, said)
    if draft.number(0, 3) == 1:
        _of_one_type(draft, said)


def _first_word_on_stocks(draft: Draft, said: date) -> str:
    opening = draft.choice(
        "declared", "declared", "found", "unverified", "others", "silence", "zero", "absent"
    )
    match opening:
        case "declared":
            of_type = draft.choice(None, None, None, "type A")
            number = draft.choice(100, 100, None)
            draft.tell(StockpileDeclared, said, munitions=number, munition_type=of_type)
        case "found":
            draft.tell(StockpileFound, said)
        case "unverified":
            draft.tell(StockpileUnverified, said)
        case "others":
            draft.tell(StockpileReportedByOthers, said, munitions=draft.choice(0, 7, None))
        case "zero":
            draft.tell(StockpileDeclared, said, munitions=0)
        case "absent":
            draft.tell(StockpileAbsenceDeclared, said)
        case _:
            pass
    return opening


def _destruction(draft: Draft, after: date) -> None:
    if draft.chance():
        draft.tell(StockpileDestroyed, draft.day(after), munitions=10, period="one year")
    if not draft.chance():
        return
    done = draft.day(after, 4000)
    draft.tell(StockpileDestructionCompleted, done)
    if draft.chance():
        later = draft.day(done)
        draft.tell(draft.choice(StockpileFound, StockpileDeclared), later, munitions=3)
        if draft.chance():
            draft.tell(StockpileDestructionCompleted, draft.day(later))


def _of_one_type(draft: Draft, after: date) -> None:
    """Tell of one type, or that none was found: never that there is none at all."""
    kind = draft.choice(StockpileDeclared, StockpileFound)
    of_type = draft.choice("type A", "type B")
    draft.tell(kind, draft.day(after), munitions=draft.choice(0, 3), munition_type=of_type)


def contamination(draft: Draft) -> None:
    """Article 4: areas declared, extended, cleared, found again; or none at all."""
    said = draft.day(draft.joined_on)
    opening = draft.choice("declared", "found", "others", "silence", "one kind", "zero", "absent")
    match opening:
        case "declared":
            draft.tell(ContaminationDeclared, said, confirmed_m2=draft.choice(5000, None))
        case "found":
            draft.tell(ContaminationFound, said)
        case "others":
            draft.tell(ContaminationReportedByOthers, said, confirmed_m2=draft.choice(0, 9, None))
        case "one kind":
            draft.tell(ContaminationDeclared, said, confirmed_m2=0)
        case "zero":
            none = draft.choice({"areas": 0}, {"confirmed_m2": 0, "suspected_m2": 0})
            draft.tell(ContaminationDeclared, said, **none)
        case "absent":
            draft.tell(ContaminationAbsenceDeclared, said)
        case _:
            pass
    something = opening not in {"zero", "absent"}
    if draft.begins is not None and something and draft.chance():
        said = saga(draft, 4, months_after(draft.begins, 10 * 12), max(said, draft.begins))
    if opening in {"declared", "found"}:
        _clearance(draft, said)


def _clearance(draft: Draft, after: date) -> None:
    if draft.chance():
        draft.tell(LandReleased, draft.day(after), cleared_m2=100)
    if not draft.chance():
        return
    done = draft.day(after, 4000)
    draft.tell(ClearanceCompleted, done)
    if draft.chance():
        draft.tell(ComplianceDeclared, draft.day(done), article=4)
    if draft.chance():
        draft.tell(ContaminationFound, draft.day(done), suspected_m2=draft.choice(None, 0))


def hostilities(draft: Draft) -> None:
    """Article 4(1)(b): hostilities that go on, or that ended and have a clock of their own."""
    if draft.begins is None:
        return
    if draft.number(0, 2) == 1:
        _areas_of_the_war(draft, draft.day(draft.begins, 3000))
    if draft.number(0, 3) == 1:
        return
    ended = draft.day_perhaps_last_of_month(draft.begins, 3000)
    draft.tell(HostilitiesEnded, ended, conflict=CONFLICT)
    last = ended
    if draft.chance():
        last = saga(draft, 4, months_after(ended, 10 * 12), ended, CONFLICT)
    if draft.chance():
        draft.tell(ClearanceCompleted, draft.day(last, 4000), conflict=CONFLICT)


def _areas_of_the_war(draft: Draft, day: date) -> None:
    kind, known = draft.choice(ContaminationFound, ContaminationDeclared), draft.choice(None, 7, 0)
    draft.tell(kind, day, confirmed_m2=known, conflict=CONFLICT)


def retention(draft: Draft) -> None:
    """Articles 3(6) to 3(8): kept for training, used up, acquired, transferred, reported on."""
    day = draft.joined_on
    asked = any(isinstance(each, ExtensionEvent) for each in draft.events)
    for _ in range(draft.number(1, 3)):
        day = draft.day(day, 500)
        kind = draft.choice(
            MunitionsRetained, MunitionsAcquired, MunitionsTransferred, RetainedMunitionsConsumed
        )
        year = draft.choice(None, day.year)
        number = draft.choice(None, 0, 11) if asked else draft.choice(100, 100, None, 0)
        draft.tell(kind, day, munitions=number, year=year)
        if draft.chance():
            day = draft.day(day, 500)
            draft.tell(RetentionReportSubmitted, day, year_covered=max(day.year - 1, 2008))
    if draft.chance():
        draft.tell(RetentionEnded, draft.day(day, 500))
