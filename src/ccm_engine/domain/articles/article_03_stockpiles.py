"""Article 3: stockpiles separated, destroyed within eight years, and what may be kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ccm_engine.domain.articles.extension_chain import extend
from ccm_engine.domain.articles.thirtieth_april import (
    annual_reports_by_year,
    falls_away,
    report_for_year,
)
from ccm_engine.domain.calendar import add_years
from ccm_engine.domain.events import (
    Entry,
    Event,
    MunitionsAcquired,
    MunitionsRetained,
    MunitionsTransferred,
    RetentionEnded,
    RetentionReportSubmitted,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from ccm_engine.domain.interpretations import LateFound, RetentionReport, WhollyRetained
from ccm_engine.domain.obligations import (
    Dated,
    Engagement,
    Ground,
    Obligation,
    Situation,
    standing_duty,
    weigh,
)
from ccm_engine.domain.provisions import Provision

ART_3_1: Final = Provision.parse("3(1)")
ART_3_2: Final = Provision.parse("3(2)")
ART_3_6: Final = Provision.parse("3(6)")
ART_3_8: Final = Provision.parse("3(8)")
ART_7_1_G: Final = Provision.parse("7(1)(g)")
DESTRUCTION_YEARS: Final = 8  # 3(2)


@attrs.frozen
class Holdings:
    """Whether a state has stocks to destroy, and whether it has destroyed them."""

    engagement: Engagement
    completed: Entry[Event] | None
    found_later: bool
    grounds: tuple[Ground, ...]


def holdings(at: Situation) -> Holdings:
    """Establish what a state holds that Article 3(2) makes it destroy.

    What it said last counts; stocks found certainly after completion open the duty again;
    what only others say, and holdings still being verified, leave it undetermined.
    """
    completed = at.dossier.last(StockpileDestructionCompleted)
    if completed is not None:
        return _after_completion(at, Entry(completed.id, completed.event))
    said = at.dossier.timeline(
        StockpileDeclared, StockpileFound, StockpileAbsenceDeclared, StockpileUnverified
    )
    if not said:
        return _unsaid(at)
    last = said[-1]
    match last.event:
        case StockpileDeclared(munitions=0) | StockpileAbsenceDeclared():
            return _state_says(Engagement.NOT_ENGAGED, "declared that it holds none", last)
        case StockpileUnverified():
            return _state_says(Engagement.UNKNOWN, "still verifying whether it holds any", last)
        case _:
            return _declared(at, last)


def _state_says(engagement: Engagement, words: str, entry: Entry[Event]) -> Holdings:
    said = f"{words} ({entry.event.occurred_on})"
    why = Ground(ART_3_2, said, (entry.id,))
    return Holdings(engagement, None, found_later=False, grounds=(why,))


def _after_completion(at: Situation, completed: Entry[Event]) -> Holdings:
    done = completed.event.occurred_on
    later = [
        entry
        for entry in at.dossier.timeline(StockpileDeclared, StockpileFound)
        if (start := entry.event.occurred_on.earliest) is not None and start > done.latest
    ]
    finished = Ground(ART_3_2, f"destruction completed {done}", (completed.id,))
    if not later:
        return Holdings(Engagement.ENGAGED, completed, found_later=False, grounds=(finished,))
    proof = tuple(entry.id for entry in later)
    found = f"more was found or declared after that ({later[0].event.occurred_on})"
    again = Ground(ART_7_1_G, found, proof)
    return Holdings(Engagement.ENGAGED, None, found_later=True, grounds=(finished, again))


def _unsaid(at: Situation) -> Holdings:
    reported = at.dossier.last(StockpileReportedByOthers)
    if reported is None:
        why = Ground(ART_3_2, "no declaration of holdings is on record")
    else:
        what = "none" if reported.event.munitions == 0 else "holdings"
        said = f"others report {what}; the state itself has not declared"
        why = Ground(ART_3_2, said, (reported.id,))
    return Holdings(Engagement.UNKNOWN, None, found_later=False, grounds=(why,))


def _declared(at: Situation, last: Entry[Event]) -> Holdings:
    """Weigh a declared stock; one wholly retained leaves nothing to destroy: 3(6), INT-0019."""
    holds = _state_says(Engagement.ENGAGED, "declared a stockpile", last)
    kept = at.dossier.last(MunitionsRetained)
    declared: int | None = getattr(last.event, "munitions", None)
    wholly = kept is not None and bool(declared) and kept.event.munitions == declared
    if kept is None or not wholly or at.reading.wholly_retained is WhollyRetained.STILL_OWED:
        return holds
    why = Ground(ART_3_6, f"all {declared} munitions declared are retained", (kept.id,))
    return attrs.evolve(holds, engagement=Engagement.NOT_ENGAGED, grounds=(*holds.grounds, why))


def separation(at: Situation) -> Iterator[Obligation]:
    """Separate and mark all cluster munitions held: Article 3(1)."""
    held = holdings(at)
    engagement = Engagement.NOT_ENGAGED if held.completed else held.engagement
    duty = "separate all cluster munitions from those kept for use, and mark them"
    yield standing_duty(at, ART_3_1, duty, engagement=engagement, grounds=held.grounds)


def stockpile_destruction(at: Situation) -> Iterator[Obligation]:
    """Destroy all cluster munitions held, within eight years of entry into force: Article 3(2).

    Engaged only where a stockpile is declared or found; unknown holdings stay unknown. A granted
    extension moves the deadline it extends, counted from that deadline.
    """
    held = holdings(at)
    duty = "destroy all cluster munitions"
    if at.binding.in_force_on is None:
        yield weigh(at, Dated(provision=ART_3_2, duty=duty, treaty_due=None, due=None))
        return
    anniversary = add_years(at.binding.in_force_on, DESTRUCTION_YEARS)
    treaty_due = at.anniversary(anniversary)
    chain = extend(at, 3, anniversary)
    clock = Ground(ART_3_2, f"{DESTRUCTION_YEARS} years later: {treaty_due}")
    new_request = held.found_later and at.reading.late_found is LateFound.NEW_REQUEST
    yield weigh(
        at,
        Dated(
            provision=ART_3_2,
            duty=duty,
            treaty_due=treaty_due,
            due=None if new_request else chain.due,
            engagement=held.engagement,
            discharged=held.completed,
            extensions=chain.extensions,
            request_pending=chain.request_pending,
            grounds=(clock, *chain.grounds, *held.grounds),
        ),
    )


def _years_retained(at: Situation) -> dict[int, list[str]]:
    """Return each calendar year for which a 3(8) report is due, with the events that make it so.

    A year counts if munitions were retained, acquired or transferred in it while bound.
    """
    years: dict[int, list[str]] = {}
    for entry in at.dossier.timeline(MunitionsRetained, MunitionsAcquired, MunitionsTransferred):
        event = entry.event
        if not isinstance(event, MunitionsRetained | MunitionsAcquired | MunitionsTransferred):
            continue
        year = event.year
        if year is None and (exact := event.occurred_on.earliest) is not None:
            year = exact.year
        if year is not None and (event.munitions, event.submunitions) != (0, 0):
            years.setdefault(year, []).append(entry.id)
    return years


def _retains(at: Situation) -> Entry[MunitionsRetained] | None:
    """Return the last word on retention, if it says that munitions are kept."""
    kept, ended = at.dossier.last(MunitionsRetained), at.dossier.last(RetentionEnded)
    if kept is None or (kept.event.munitions, kept.event.submunitions) == (0, 0):
        return None
    if ended is not None and ended.event.occurred_on.latest >= kept.event.occurred_on.latest:
        return None
    return kept


def retention(at: Situation) -> Iterator[Obligation]:
    """Keep no more than the minimum absolutely necessary for training: Article 3(6)."""
    if (kept := _retains(at)) is None:
        return
    duty = "keep no more cluster munitions for training than absolutely necessary"
    number = kept.event.munitions
    how_many = "an unknown number of" if number is None else str(number)
    why = Ground(ART_3_6, f"retains {how_many} munitions ({kept.event.occurred_on})", (kept.id,))
    yield standing_duty(at, ART_3_6, duty, grounds=(why,))


def retention_reports(at: Situation) -> Iterator[Obligation]:
    """Report by 30 April on what was retained, acquired or transferred the year before: 3(8).

    The annual report of Article 7 serves as this one too (INT-0018).
    """
    begins = at.binding.in_force_on
    if begins is None:
        return
    for year, proof in sorted(_years_retained(at).items()):
        if year < begins.year or falls_away(at, year):
            continue
        submitted = _retention_report(at, year)
        why = Ground(ART_3_8, f"retained, acquired or transferred in {year}", tuple(proof))
        yield report_for_year(
            at,
            provision=ART_3_8,
            duty=f"report on the munitions retained, acquired or transferred in {year}",
            year=year,
            submitted=submitted,
            grounds=(why,),
        )


def _retention_report(at: Situation, year: int) -> Entry[Event] | None:
    for entry in at.dossier.all(RetentionReportSubmitted):
        if entry.event.year_covered == year:
            return Entry(entry.id, entry.event)
    if at.reading.retention_report is RetentionReport.SEPARATE:
        return None
    return annual_reports_by_year(at).get(year)


RULES: Final = (separation, stockpile_destruction, retention, retention_reports)
