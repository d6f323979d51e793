"""Article 3: stockpiles separated, destroyed within eight years, and what may be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ccm_engine.domain.articles.article_03_holdings import (
    ART_3_2,
    ART_3_6,
    holdings,
    retained,
    says_none,
)
from ccm_engine.domain.articles.article_07_reports import (
    absorbs,
    first_year_to_report,
    initial_report_submitted,
)
from ccm_engine.domain.articles.extension_chain import awaits_new_request, extend, found_too_late
from ccm_engine.domain.articles.thirtieth_april import (
    annual_reports_by_year,
    falls_away,
    report_for_year,
)
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Entry,
    Event,
    MunitionsAcquired,
    MunitionsRetained,
    MunitionsTransferred,
    RetentionReportSubmitted,
)
from ccm_engine.domain.interpretations import RetentionReport
from ccm_engine.domain.obligations import Ground, Obligation, Situation
from ccm_engine.domain.ordering import by_day
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, standing_duty, weigh

ART_3_1: Final = Provision.parse("3(1)")
ART_3_8: Final = Provision.parse("3(8)")
DESTRUCTION_YEARS: Final = 8  # 3(2)


def separation(at: Situation) -> Iterator[Obligation]:
    """Separate and mark all cluster munitions held: Article 3(1)."""
    held = at.once(holdings)
    duty = "separate all cluster munitions from those kept for use, and mark them"
    yield standing_duty(at, ART_3_1, duty, engagement=held.left, grounds=held.grounds)


def stockpile_destruction(at: Situation) -> Iterator[Obligation]:
    """Destroy all cluster munitions held, within eight years of entry into force: Article 3(2).

    Engaged only where a stockpile is declared or found; unknown holdings stay unknown. A granted
    extension moves the deadline it extends, counted from that deadline. What is found after
    completion comes under the same clock (INT-0006).
    """
    held = at.once(holdings)
    duty = "destroy all cluster munitions"
    if at.binding.in_force_on is None:
        yield weigh(at, Dated(provision=ART_3_2, duty=duty, treaty_due=None, due=None))
        return
    begins = PartialDate.on(at.binding.in_force_on)
    chain = extend(at, 3, begins, DESTRUCTION_YEARS)
    clock = Ground(ART_3_2, f"{DESTRUCTION_YEARS} years later: {chain.treaty_due}")
    undated = awaits_new_request(at, held.found_later, chain)
    late = found_too_late(held.found_later, chain, ART_3_2)
    yield weigh(
        at,
        Dated(
            provision=ART_3_2,
            duty=duty,
            treaty_due=chain.treaty_due,
            due=None if undated else chain.due,
            engagement=held.engagement,
            discharged=held.completed,
            extensions=chain.extensions,
            request_pending=chain.request_pending,
            grounds=(clock, *chain.grounds, *held.grounds, *late),
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
        day = event.occurred_on
        if year is None and day.earliest and day.earliest.year == day.latest.year:
            year = day.latest.year
        begins = at.binding.in_force_on
        moved = not isinstance(event, MunitionsRetained)
        before = moved and begins is not None and day.latest < begins
        if year is not None and not before and not says_none(event):
            years.setdefault(year, []).append(entry.id)
    return years


def retention(at: Situation) -> Iterator[Obligation]:
    """Keep no more than the minimum absolutely necessary for training: Article 3(6)."""
    if not (kept := at.once(retained)):
        return
    duty = "keep no more cluster munitions for training than absolutely necessary"
    said = f"retains {' and '.join(map(_how_many, kept))}"
    why = Ground(ART_3_6, said, tuple(each.id for each in kept))
    yield standing_duty(at, ART_3_6, duty, grounds=(why,))


def _how_many(kept: Entry[MunitionsRetained]) -> str:
    """Say how many munitions one word tells of, of which type, and when."""
    number, kind = kept.event.munitions, kept.event.munition_type
    how_many = "an unknown number of" if number is None else str(number)
    return f"{how_many} {'' if kind is None else f'{kind} '}munitions ({kept.event.occurred_on})"


def retention_reports(at: Situation) -> Iterator[Obligation]:
    """Report by 30 April on what was retained, acquired or transferred the year before: 3(8).

    The report of Article 7 that covers the year serves as this one too (INT-0018).
    """
    begins = at.binding.in_force_on
    if begins is None:
        return
    annual = at.once(annual_reports_by_year)
    for year, proof in sorted(_years_retained(at).items()):
        if year < begins.year or falls_away(at, year):
            continue
        submitted = _retention_report(at, year, annual)
        why = Ground(ART_3_8, f"retained, acquired or transferred in {year}", tuple(proof))
        yield report_for_year(
            at,
            provision=ART_3_8,
            duty=f"report on the munitions retained, acquired or transferred in {year}",
            year=year,
            submitted=submitted,
            grounds=(why,),
        )


def _retention_report(
    at: Situation, year: int, annual: Mapping[int, Entry[Event]]
) -> Entry[Event] | None:
    """Find the first report that serves: on retention, annual, or initial where that covers it."""
    reports = at.dossier.all(RetentionReportSubmitted)
    submitted = next((each for each in reports if each.event.year_covered == year), None)
    if at.reading.retention_report is RetentionReport.SEPARATE:
        return submitted
    first, initial = at.once(first_year_to_report), at.once(initial_report_submitted)
    covers = initial and first is not None and (year < first or absorbs(at, initial, year))
    found = (initial if covers else None, submitted, annual.get(year))
    serving = [each for each in found if each is not None]
    return min(serving, key=by_day, default=None)


RULES: Final = (separation, stockpile_destruction, retention, retention_reports)
