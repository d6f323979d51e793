"""What can happen to a state, in chapters; each goes forward in time and stays lawful by itself."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ClarificationAnswered,
    ClarificationReferred,
    ClarificationRequested,
    ClarificationWithdrawn,
    ClearanceCompleted,
    ComplianceDeclared,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    ContaminationFound,
    ContaminationReportedByOthers,
    ContributionAssessed,
    ContributionPaid,
    CoverageStated,
    DeclarationKind,
    DeclarationMade,
    EntryIntoForceNotified,
    ExtensionEvent,
    FocalPointDesignated,
    HostilitiesEnded,
    InitialReportSubmitted,
    LandReleased,
    MunitionsAcquired,
    MunitionsRetained,
    MunitionsTransferred,
    ProvisionalApplicationDeclared,
    ReportForm,
    RetainedMunitionsConsumed,
    RetentionEnded,
    RetentionReportSubmitted,
    StateRenamed,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
    UseReported,
    UserStateAssistanceGiven,
    VictimsAbsenceDeclared,
    VictimsReported,
    VoluntaryReportSubmitted,
)
from ccm_engine.testing.dates import LAST_EVENT, moved
from ccm_engine.testing.drafts import OPENED, Chapter, Draft
from ccm_engine.testing.reckoning import months_after
from ccm_engine.testing.sagas import saga

CONFLICT: Final = "the-war"


def stockpile(draft: Draft) -> None:
    """Article 3: stocks declared, extended, destroyed, found again; or none at all."""
    said = draft.day(draft.joined_on)
    opening = draft.choice(
        "declared", "declared", "found", "unverified", "others", "silence", "zero", "absent"
    )
    match opening:
        case "declared":
            draft.tell(StockpileDeclared, said, munitions=draft.choice(100, 100, None))
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
    if opening == "declared" and draft.number(0, 2) == 1:
        draft.tell(MunitionsRetained, draft.day(said), munitions=100)  # INT-0019: perhaps all
    kept = any(isinstance(each, MunitionsRetained) for each in draft.events)
    something = opening not in {"zero", "absent"} and not kept  # all kept leaves nothing to extend
    if draft.begins is not None and something and draft.chance():
        said = saga(draft, 3, months_after(draft.begins, 8 * 12), max(said, draft.begins))
    if opening in {"declared", "found"}:
        _destruction(draft, said)


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


def contamination(draft: Draft) -> None:
    """Article 4: areas declared, extended, cleared, found again; or none at all."""
    said = draft.day(draft.joined_on)
    opening = draft.choice("declared", "found", "others", "silence", "absent")
    match opening:
        case "declared":
            draft.tell(ContaminationDeclared, said, confirmed_m2=draft.choice(5000, None))
        case "found":
            draft.tell(ContaminationFound, said)
        case "others":
            draft.tell(ContaminationReportedByOthers, said, confirmed_m2=draft.choice(0, 9, None))
        case "absent":
            draft.tell(ContaminationAbsenceDeclared, said)
        case _:
            pass
    if draft.begins is not None and opening != "absent" and draft.chance():
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
        draft.tell(ContaminationFound, draft.day(done))


def hostilities(draft: Draft) -> None:
    """Article 4(1)(b): hostilities that ended after entry into force, and their own clock."""
    if draft.begins is None:
        return
    ended = draft.day_perhaps_last_of_month(draft.begins, 3000)
    draft.tell(HostilitiesEnded, ended, conflict=CONFLICT)
    last = ended
    if draft.chance():
        last = saga(draft, 4, months_after(ended, 10 * 12), ended, CONFLICT)
    if draft.chance():
        draft.tell(ClearanceCompleted, draft.day(last, 4000), conflict=CONFLICT)


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


def reports(draft: Draft) -> None:
    """Article 7: the initial report, early or late or never, and annual ones."""
    early = max(moved(draft.membership.deposited_on.latest, -draft.number(0, 300)), OPENED)
    first = draft.choice("in turn", "before", "never")
    day = draft.day(draft.joined_on, 3000)
    if first != "never":
        draft.tell(InitialReportSubmitted, day if first == "in turn" else early)
    for _ in range(draft.number(0, 4)):
        day = draft.day(day, 500)
        covered = draft.choice(max(day.year - 1, 2008), None, day.year, max(day.year - 3, 2008))
        form = draft.choice(None, *ReportForm)
        draft.tell(AnnualReportSubmitted, day, year_covered=covered, form=form)
    if draft.chance():
        draft.tell(VoluntaryReportSubmitted, draft.day(early))


def victims(draft: Draft) -> None:
    """Article 5: victims or none, and a focal point."""
    day = draft.joined_on
    for _ in range(draft.number(1, 3)):
        day = draft.day(day)
        draft.tell(draft.choice(VictimsReported, VictimsAbsenceDeclared, FocalPointDesignated), day)


def clarification(draft: Draft) -> None:
    """Article 8: a request passed on, answered, taken to a meeting, or left."""
    if draft.begins is None:
        return
    day = draft.day(draft.joined_on)
    for number in range(draft.number(1, 2)):
        request = f"request-{number + 1}"
        day = draft.day(day)
        draft.tell(ClarificationRequested, day, request=request)
        if draft.chance():
            draft.tell(ClarificationAnswered, draft.day(day, 60), request=request)
        if draft.chance():
            draft.tell(ClarificationReferred, draft.day(day, 400), request=request)
        if draft.chance():
            draft.tell(ClarificationWithdrawn, draft.day(day, 60), request=request)


def past_use(draft: Draft) -> None:
    """Article 4(4): used where others are States Parties, before entry into force or after."""
    where = (draft.choice("PER", "BGR", "LBN"),)
    draft.tell(UseReported, draft.day(date(2006, 7, 12), 4000), on_territory_of=where)
    if draft.chance():
        draft.tell(UserStateAssistanceGiven, draft.day(draft.joined_on), to=where)


def costs(draft: Draft) -> None:
    """Article 14(1): a share assessed, perhaps with an invoice, and paid in parts or not."""
    day, share = draft.day(draft.joined_on), draft.choice(100, 100, 0)
    about = {"assessment": "the-share", "currency": "CHF"}
    due_on = draft.choice(None, moved(day, 90))
    draft.tell(ContributionAssessed, day, amount_cents=share, due_on=due_on, **about)
    for _ in range(draft.number(0, 3)):
        day = draft.day(day, 200)
        draft.tell(ContributionPaid, day, amount_cents=draft.choice(50, 100, 1), **about)


def provisional_application(draft: Draft) -> None:
    """Article 18: Article 1 applied before entry into force."""
    draft.tell(ProvisionalApplicationDeclared, draft.membership.deposited_on.latest)


def notified(draft: Draft) -> None:
    """Article 17: the depositary's own day, the computed one or another."""
    if draft.begins is not None:
        told = months_after(draft.begins, draft.choice(0, 1))
        after = draft.membership.deposited_on.latest
        draft.tell_exactly(EntryIntoForceNotified, after, in_force_on=told)


def statements(draft: Draft) -> None:
    """Statements that change no duty."""
    day = draft.day(draft.joined_on)
    draft.tell(DeclarationMade, day, kind=draft.choice(*DeclarationKind), text="as we read it")
    if draft.chance():
        draft.tell(StateRenamed, draft.day(day), name="Another Name")


def coverage(draft: Draft) -> None:
    """How far the record reaches; a silence after that is unknown."""
    day = draft.day(draft.joined_on)
    reaches = draft.choice(None, day, LAST_EVENT)
    provision = draft.choice("3(2)", "4(1)(a)", "7(1)", "7(2)")
    draft.tell(CoverageStated, day, provision=provision, reaches=reaches)


CHAPTERS: Final[tuple[Chapter, ...]] = (
    stockpile,
    contamination,
    reports,
    retention,
    hostilities,
    clarification,
    victims,
    costs,
    past_use,
    provisional_application,
    notified,
    statements,
    coverage,
)
"""Every chapter but the last one, withdrawal, which follows whatever else there is."""
