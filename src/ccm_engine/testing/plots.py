"""What is lawful and awkward: each plot always has its feature, and each happened, or nearly.

A plot follows a state's chapters, without those `instead_of` which it is told.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClearanceCompleted,
    ContaminationDeclared,
    ContaminationFound,
    Event,
    ExtensionGranted,
    ExtensionRequested,
    Instrument,
    Procedure,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    VoluntaryReportSubmitted,
    WithdrawalNotified,
)
from ccm_engine.testing.chapters import clarification
from ccm_engine.testing.dates import moved
from ccm_engine.testing.drafts import Chapter, Draft, Membership, memberships
from ccm_engine.testing.reckoning import months_after
from ccm_engine.testing.stocks_and_areas import (
    CONFLICT,
    contamination,
    hostilities,
    retention,
    stockpile,
)

_YEARS: Final = {3: 8, 4: 10}  # 3(2), 4(1)(a)
_DECLARED: Final[dict[int, type[Event]]] = {3: StockpileDeclared, 4: ContaminationDeclared}
_FOUND: Final[dict[int, type[Event]]] = {3: StockpileFound, 4: ContaminationFound}
_COMPLETED: Final[dict[int, type[Event]]] = {
    3: StockpileDestructionCompleted,
    4: ClearanceCompleted,
}
_SIGNATORIES: Final = (Instrument.RATIFICATION, Instrument.ACCEPTANCE, Instrument.APPROVAL)


Joins = Callable[[str], st.SearchStrategy[Membership]]
"""Draws how a state joins."""


@attrs.frozen
class Plot:
    """An awkward thing that happens to a state that is bound, told after its other chapters.

    `joins` draws how the state joins; `last_word` tells whether nothing may follow.
    """

    tell: Chapter
    instead_of: tuple[Chapter, ...] = ()
    joins: Joins = memberships
    last_word: bool = attrs.field(default=False, kw_only=True)


def _by_ratifying_later(state: str) -> st.SearchStrategy[Membership]:
    return memberships(state, _SIGNATORIES).filter(_signed_before)


def _signed_before(membership: Membership) -> bool:
    signed_on = membership.signed_on
    return signed_on is not None and signed_on < membership.deposited_on.first


def _owed(draft: Draft, begins: date, article: int) -> date:
    """Tell that there is something to destroy or to clear, and return by when."""
    draft.tell(_DECLARED[article], begins)
    return months_after(begins, _YEARS[article] * 12)


def silence_after_the_deadline(draft: Draft) -> None:
    """Article 3(5), 4(7): asked in time, decided by silence procedure when it was too late.

    Bulgaria's first extension ended on 1 October 2020; the second was decided in February 2021.
    """
    if (begins := draft.begins) is None:
        return
    article = draft.choice(3, 4)
    due = _owed(draft, begins, article)
    about = {"article": article, "months": draft.choice(24, 18, 1)}
    meeting = draft.choice(None, *draft.meetings)
    asked = moved(due, -draft.number(0, 400))
    draft.tell(ExtensionRequested, asked, meeting=meeting, **about)
    decided = moved(due, draft.number(1, 400))
    silence = Procedure.SILENCE
    draft.tell_exactly(ExtensionGranted, decided, meeting=meeting, procedure=silence, **about)


def thirty_seven_months(draft: Draft) -> None:
    """Article 3(5): three years and a month, as Peru was granted, from 1 March 2021 to April 2024.

    The day may be stated beside the months; the decision came days after the old deadline.
    """
    if (begins := draft.begins) is None:
        return
    due = _owed(draft, begins, 3)
    draft.tell(ExtensionRequested, moved(due, -draft.number(0, 400)), article=3, months=37)
    if draft.chance():
        draft.tell(ExtensionRequested, due, article=3, months=37)  # a further version
    decided = moved(due, draft.number(0, 60))
    draft.tell(ExtensionGranted, decided, article=3, months=37)


def extended_in_steps(draft: Draft) -> None:
    """Articles 3(5), 4(7): two or three extensions, each from the deadline before it.

    Bulgaria was granted 12, 24 and 15 months.
    """
    if (begins := draft.begins) is None:
        return
    article = draft.choice(3, 4)
    due, months = _owed(draft, begins, article), 0
    for _ in range(draft.number(2, 3)):
        step = draft.choice(12, 24, 15)
        running = months_after(due, months)
        draft.tell(
            ExtensionGranted, moved(running, -draft.number(0, 200)), article=article, months=step
        )
        months += step


def found_again_after_completion(draft: Draft) -> None:
    """Articles 3(2), 4(1)(a): completed, found again, and completed once more.

    Mauritania had cleared in 2013 what it knew of, and found more before 2020.
    """
    if (begins := draft.begins) is None:
        return
    article = draft.choice(3, 4)
    _owed(draft, begins, article)
    day = draft.day(begins, 4000)
    draft.tell_exactly(_COMPLETED[article], day)
    day = moved(day, draft.number(1, 2000))
    draft.tell_exactly(_FOUND[article], day)
    draft.tell_exactly(_COMPLETED[article], moved(day, draft.number(1, 2000)))


def leaving_while_extended(draft: Draft) -> None:
    """Article 20(2): notice of withdrawal between an old deadline and the one it was extended to.

    Nobody did so yet; Lithuania left in 2025 with nothing outstanding.
    """
    if (begins := draft.begins) is None:
        return
    article = draft.choice(3, 4)
    due = _owed(draft, begins, article)
    months = draft.choice(24, 12, 48)
    granted = moved(due, -draft.number(0, 300))
    draft.tell(ExtensionGranted, granted, article=article, months=months)
    within = months_after(due, months).toordinal() - due.toordinal()
    draft.tell_exactly(WithdrawalNotified, moved(due, draft.number(0, within)))


def leaving_at_war(draft: Draft) -> None:
    """Article 20(3): at war when the six months of notice are over, and so bound until it ends."""
    if (begins := draft.begins) is None:
        return
    received = draft.day_perhaps_last_of_month(begins)
    draft.tell_exactly(WithdrawalNotified, received)
    effect = months_after(received, 6)
    begun = moved(effect, -draft.number(0, 300))
    draft.tell_exactly(ArmedConflictBegun, begun, conflict=CONFLICT)
    if draft.chance():
        ended = moved(effect, draft.number(0, 1000))
        draft.tell_exactly(ArmedConflictEnded, ended, conflict=CONFLICT)


def reports_of_a_signatory(draft: Draft) -> None:
    """Article 7(1): reports that nobody owed, by a state that had only signed.

    The Democratic Republic of the Congo, Palau and Canada did so; it satisfies nothing.
    """
    signed_on = draft.membership.signed_on
    if signed_on is None or not _signed_before(draft.membership):
        return
    between = draft.membership.deposited_on.first.toordinal() - signed_on.toordinal() - 1
    for _ in range(draft.number(1, 3)):
        day = moved(signed_on, draft.number(0, between))
        year = draft.choice(None, max(day.year - 1, 2008))
        draft.tell_exactly(VoluntaryReportSubmitted, day, year_covered=year)


def four_reports_on_one_day(draft: Draft) -> None:
    """Article 7(2): the annual reports of four years on one day.

    South Africa's, of 2019 to 2022, on 23 June 2023.
    """
    if (begins := draft.begins) is None:
        return
    last = begins.year + draft.number(4, 12)
    day = moved(date(last + 1, 1, 1), draft.number(0, 364))
    for year in range(last - 3, last + 1):
        draft.tell_exactly(AnnualReportSubmitted, day, year_covered=year)


def cleared_as_a_meeting_opens(draft: Draft) -> None:
    """Article 4(1)(c): cleared on the day on which a meeting opens, or on the next or the last."""
    if (begins := draft.begins) is None:
        return
    _owed(draft, begins, 4)
    openings = [day for day in draft.meetings.values() if day > begins]
    day = moved(draft.choice(*openings), draft.choice(0, 1, -1)) if openings else draft.day(begins)
    draft.tell_exactly(ClearanceCompleted, day)


SILENCE: Final = Plot(silence_after_the_deadline, (stockpile, contamination, retention))
MONTHS_37: Final = Plot(thirty_seven_months, (stockpile, retention))
IN_STEPS: Final = Plot(extended_in_steps, (stockpile, contamination, retention))
FOUND_AGAIN: Final = Plot(found_again_after_completion, (stockpile, contamination, retention))
LEAVING_WHILE_EXTENDED: Final = Plot(
    leaving_while_extended,
    (stockpile, contamination, retention, hostilities, clarification),
    last_word=True,
)
LEAVING_AT_WAR: Final = Plot(
    leaving_at_war, (stockpile, contamination, hostilities, clarification), last_word=True
)
SIGNATORY_REPORTS: Final = Plot(reports_of_a_signatory, (), _by_ratifying_later)
FOUR_REPORTS: Final = Plot(four_reports_on_one_day)
CLEARED_AT_A_MEETING: Final = Plot(cleared_as_a_meeting_opens, (contamination,))

PLOTS: Final = (
    SILENCE,
    MONTHS_37,
    IN_STEPS,
    FOUND_AGAIN,
    LEAVING_WHILE_EXTENDED,
    LEAVING_AT_WAR,
    SIGNATORY_REPORTS,
    FOUR_REPORTS,
)
