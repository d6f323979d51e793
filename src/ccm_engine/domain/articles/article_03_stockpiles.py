"""Article 3: stockpiles separated, destroyed within eight years, and what may be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from ccm_engine.domain.articles.article_07_reports import (
    absorbs,
    first_year_to_report,
    initial_report_submitted,
)
from ccm_engine.domain.articles.extension_chain import awaits_new_request, extend
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
    RetentionEnded,
    RetentionReportSubmitted,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    StockpileFound,
    StockpileReportedByOthers,
    StockpileUnverified,
)
from ccm_engine.domain.interpretations import RetentionReport, WhollyRetained
from ccm_engine.domain.obligations import Engagement, Ground, Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import Dated, standing_duty, weigh

ART_3_1: Final = Provision.parse("3(1)")
ART_3_2: Final = Provision.parse("3(2)")
ART_3_6: Final = Provision.parse("3(6)")
ART_3_8: Final = Provision.parse("3(8)")
ART_7_1_G: Final = Provision.parse("7(1)(g)")
DESTRUCTION_YEARS: Final = 8  # 3(2)


@attrs.frozen
class Holdings:
    """Whether a state has stocks to destroy, and whether it has destroyed them.

    `found_later` is the first word of stocks certainly after completion, if there was one.
    """

    engagement: Engagement
    grounds: tuple[Ground, ...]
    completed: Entry[Event] | None = None
    found_later: Entry[Event] | None = None

    @property
    def left(self) -> Engagement:
        """Whether any are left to destroy: none after completion."""
        return Engagement.NOT_ENGAGED if self.completed else self.engagement


def holdings(at: Situation) -> Holdings:
    """Establish what a state holds that Article 3(2) makes it destroy.

    What it said last of each type counts, and what it found since; stocks found certainly after
    completion open the duty again; what only others say, holdings still being verified, and none
    of one type alone leave it undetermined. To find none says nothing new.
    """
    kinds = (StockpileDeclared, StockpileFound, StockpileAbsenceDeclared, StockpileUnverified)
    said = [each for each in at.dossier.timeline(*kinds) if not _found_none(each.event)]
    completed = at.dossier.last(StockpileDestructionCompleted)
    if completed is not None:
        return _after_completion(at, said, Entry(completed.id, completed.event))
    return _as_said(at, said) if said else _unsaid(at)


def _as_said(at: Situation, said: list[Entry[Event]]) -> Holdings:
    """Weigh what a state said, the last word of each type; a total speaks of all types."""
    words = _last_words(said)
    held = [each for each in words if _some(each.event)]
    if held:
        return _declared(at, held)
    last = said[-1]
    if any(isinstance(each.event, StockpileUnverified) for each in words):
        return _saying(Engagement.UNKNOWN, "still verifying whether it holds any", last)
    if all(_type_of(each.event) is not None for each in words):
        return _saying(Engagement.UNKNOWN, "declared none of one type, and nothing of others", last)
    return _saying(Engagement.NOT_ENGAGED, "declared that it holds none", last)


def _last_words(said: Iterable[Entry[Event]]) -> list[Entry[Event]]:
    """Return the last word on each type, one without a type on all, and what was found since."""
    words: dict[str | None, list[Entry[Event]]] = {}
    for entry in said:
        kind = _type_of(entry.event)
        if isinstance(entry.event, StockpileFound):
            words.setdefault(kind, []).append(entry)
            continue
        if kind is None:
            words.clear()
        words[kind] = [entry]
    return [each for of_type in words.values() for each in of_type]


def _type_of(event: Event) -> str | None:
    kind: str | None = getattr(event, "munition_type", None)
    return kind


def _found_none(event: Event) -> bool:
    return isinstance(event, StockpileFound) and _says_none(event)


def _some(event: Event) -> bool:
    """Tell whether an event speaks of stocks; a declared quantity of zero does not."""
    if not isinstance(event, StockpileDeclared | StockpileFound):
        return False
    return not _says_none(event)


def _says_none(event: Event) -> bool:
    """Tell whether every quantity an event gives is zero."""
    quantities = (getattr(event, name, None) for name in ("munitions", "submunitions"))
    given = [each for each in quantities if each is not None]
    return bool(given) and not any(given)


def _saying(engagement: Engagement, words: str, *entries: Entry[Event]) -> Holdings:
    when = entries[-1].event.occurred_on
    proof = tuple(each.id for each in entries)
    return Holdings(engagement, (Ground(ART_3_2, f"{words} ({when})", proof),))


def _after_completion(at: Situation, said: list[Entry[Event]], done: Entry[Event]) -> Holdings:
    """Let a completion stand, unless stocks are spoken of that were certainly there after it.

    To verify still, after these were found, leaves it open whether any are held.
    """
    day = done.event.occurred_on
    finished = Ground(ART_3_2, f"destruction completed {day}", (done.id,))
    later = [
        entry
        for entry in said
        if (start := entry.event.occurred_on.earliest) is not None and start > day.latest
    ]
    told = [each for each in later if not isinstance(each.event, StockpileUnverified)]
    if not told or _as_said(at, told).engagement is not Engagement.ENGAGED:
        return Holdings(Engagement.ENGAGED, (finished,), completed=done)
    now = _as_said(at, later)
    first = next(entry for entry in later if _some(entry.event))
    found = f"more was found or declared after that ({first.event.occurred_on})"
    again = Ground(ART_7_1_G, found, tuple(entry.id for entry in later))
    open_still = now.grounds if now.engagement is Engagement.UNKNOWN else ()
    return Holdings(now.engagement, (finished, again, *open_still), found_later=first)


def _unsaid(at: Situation) -> Holdings:
    reported = at.dossier.last(StockpileReportedByOthers)
    if reported is None:
        why = Ground(ART_3_2, "no declaration of holdings is on record")
    else:
        what = "none" if reported.event.munitions == 0 else "holdings"
        said = f"others report {what}; the state itself has not declared"
        why = Ground(ART_3_2, said, (reported.id,))
    return Holdings(Engagement.UNKNOWN, (why,))


def _declared(at: Situation, held: list[Entry[Event]]) -> Holdings:
    """Weigh a declared stock; one wholly retained leaves nothing to destroy: 3(6), INT-0019.

    It was wholly retained if at some time as much was retained as is declared, of each type that
    both name, and what is left of that is retained still.
    """
    holds = _saying(Engagement.ENGAGED, "declared a stockpile", *held)
    declared: list[int | None] = [getattr(each.event, "munitions", None) for each in held]
    known = [each for each in declared if each is not None]
    kept, total = retained(at), sum(known)
    still_owed = at.reading.wholly_retained is WhollyRetained.STILL_OWED
    if kept is None or len(known) < len(held) or still_owed:
        return holds
    if total == 0 or not _once_retained(at, held):
        return holds
    why = Ground(ART_3_6, f"all {total} munitions declared were retained", (kept.id,))
    return attrs.evolve(holds, engagement=Engagement.NOT_ENGAGED, grounds=(*holds.grounds, why))


def _once_retained(at: Situation, held: list[Entry[Event]]) -> bool:
    """Tell whether at one time as many were retained as are held, as far as told."""
    told = at.dossier.timeline(MunitionsRetained)
    by_then = (_last_words(told[: count + 1]) for count in range(len(told)))
    return any(_cover(kept, held) for kept in by_then)


def _cover(kept: list[Entry[Event]], held: list[Entry[Event]]) -> bool:
    """Tell whether those kept are as many as those held; of a type only its own, or of no type."""
    keeps, holds = _numbers(kept), _numbers(held)
    typed = (kind for kind in holds if kind is not None)
    short = sum(max(0, holds[kind] - keeps[kind]) for kind in typed)
    return short <= keeps[None] and holds.total() <= keeps.total()


def _numbers(entries: list[Entry[Event]]) -> Counter[str | None]:
    """Count munitions by type; those whose number is not told count as none."""
    numbers: Counter[str | None] = Counter()
    for each in entries:
        numbers[_type_of(each.event)] += getattr(each.event, "munitions", None) or 0
    return numbers


def separation(at: Situation) -> Iterator[Obligation]:
    """Separate and mark all cluster munitions held: Article 3(1)."""
    held = holdings(at)
    duty = "separate all cluster munitions from those kept for use, and mark them"
    yield standing_duty(at, ART_3_1, duty, engagement=held.left, grounds=held.grounds)


def stockpile_destruction(at: Situation) -> Iterator[Obligation]:
    """Destroy all cluster munitions held, within eight years of entry into force: Article 3(2).

    Engaged only where a stockpile is declared or found; unknown holdings stay unknown. A granted
    extension moves the deadline it extends, counted from that deadline. What is found after
    completion comes under the same clock (INT-0006).
    """
    held = holdings(at)
    duty = "destroy all cluster munitions"
    if at.binding.in_force_on is None:
        yield weigh(at, Dated(provision=ART_3_2, duty=duty, treaty_due=None, due=None))
        return
    begins = PartialDate.on(at.binding.in_force_on)
    chain = extend(at, 3, begins, DESTRUCTION_YEARS)
    clock = Ground(ART_3_2, f"{DESTRUCTION_YEARS} years later: {chain.treaty_due}")
    undated = awaits_new_request(at, held.found_later, chain)
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
        day = event.occurred_on
        if year is None and day.earliest and day.earliest.year == day.latest.year:
            year = day.latest.year
        begins = at.binding.in_force_on
        moved = not isinstance(event, MunitionsRetained)
        before = moved and begins is not None and day.latest < begins
        if year is not None and not before and not _says_none(event):
            years.setdefault(year, []).append(entry.id)
    return years


def retained(at: Situation) -> Entry[MunitionsRetained] | None:
    """Return the last word on retention, if it says that munitions are kept."""
    kept, ended = at.dossier.last(MunitionsRetained), at.dossier.last(RetentionEnded)
    if kept is None or _says_none(kept.event):
        return None
    if ended is not None and ended.event.occurred_on.latest >= kept.event.occurred_on.latest:
        return None
    return kept


def retention(at: Situation) -> Iterator[Obligation]:
    """Keep no more than the minimum absolutely necessary for training: Article 3(6)."""
    if (kept := retained(at)) is None:
        return
    duty = "keep no more cluster munitions for training than absolutely necessary"
    number = kept.event.munitions
    how_many = "an unknown number of" if number is None else str(number)
    why = Ground(ART_3_6, f"retains {how_many} munitions ({kept.event.occurred_on})", (kept.id,))
    yield standing_duty(at, ART_3_6, duty, grounds=(why,))


def retention_reports(at: Situation) -> Iterator[Obligation]:
    """Report by 30 April on what was retained, acquired or transferred the year before: 3(8).

    The report of Article 7 that covers the year serves as this one too (INT-0018).
    """
    begins = at.binding.in_force_on
    if begins is None:
        return
    annual = annual_reports_by_year(at)
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
    own = next((each for each in reports if each.event.year_covered == year), None)
    submitted = None if own is None else Entry[Event](own.id, own.event)
    if at.reading.retention_report is RetentionReport.SEPARATE:
        return submitted
    first, initial = first_year_to_report(at), initial_report_submitted(at)
    covers = initial and first is not None and (year < first or absorbs(at, initial, year))
    serving = [Entry[Event](initial.id, initial.event)] if initial and covers else []
    serving += [each for each in (submitted, annual.get(year)) if each is not None]
    return min(serving, key=lambda each: each.event.occurred_on.latest, default=None)


RULES: Final = (separation, stockpile_destruction, retention, retention_reports)
