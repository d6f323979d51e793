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
    ContributionAssessed,
    ContributionPaid,
    CoverageStated,
    DeclarationKind,
    DeclarationMade,
    EntryIntoForceNotified,
    FocalPointDesignated,
    InitialReportSubmitted,
    ProvisionalApplicationDeclared,
    ReportForm,
    StateRenamed,
    UseReported,
    UserStateAssistanceGiven,
    VictimsAbsenceDeclared,
    VictimsReported,
    VoluntaryReportSubmitted,
)
from ccm_engine.testing.dates import LAST_EVENT, moved
from ccm_engine.testing.drafts import OPENED, Chapter, Draft
from ccm_engine.testing.reckoning import months_after
from ccm_engine.testing.stocks_and_areas import contamination, hostilities, retention, stockpile


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
    where = draft.choice(("PER",), ("BGR", "PER"), ("LBN", "PER"))
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
