"""The register on one legal day: every question that can be asked of it, each answered once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING, Final

import attrs

from ccm_engine.answers import Explanation, Figures, LogState, StateView, Status
from ccm_engine.domain.articles import RULE_SET
from ccm_engine.domain.calendar import day_within_model
from ccm_engine.domain.events import CONVENTION, Event, MeetingKind, Theme
from ccm_engine.domain.interpretations import Interpretation, PartyCount
from ccm_engine.domain.obligations import Obligation, Standing
from ccm_engine.domain.provisions import ARTICLE_TITLES
from ccm_engine.domain.publication import known_by
from ccm_engine.domain.settlement import settle
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.states import state
from ccm_engine.duties import Duties, one_of, plan_of, stream_of
from ccm_engine.errors import InvalidValueError, OutsideModelError
from ccm_engine.log import Recorded
from ccm_engine.projections import (
    coverage,
    deadline_calendar,
    obligation_register,
    party_roster,
)

if TYPE_CHECKING:
    from ccm_engine.domain.statements import Checked, Statement
    from ccm_engine.domain.statements.published import PublishedDocument
    from ccm_engine.domain.suppositions import Overlay
    from ccm_engine.projections.agenda import Agenda
    from ccm_engine.projections.consequences import Supposition
    from ccm_engine.projections.differences import Differences
    from ccm_engine.projections.discrepancies import Discrepancies
    from ccm_engine.projections.history import Happening
    from ccm_engine.projections.mandates import MandateRoster
    from ccm_engine.projections.published import Recounted
    from ccm_engine.projections.reasons import Side
    from ccm_engine.projections.request_windows import RequestWindow
    from ccm_engine.projections.review import Review
    from ccm_engine.projections.view import View

NOTICE: Final = "computed from public sources by stated rules; the depositary's record prevails"


def _derived_once(register: Register) -> Duties:
    return Duties(register.point)


@attrs.define(repr=False)
class Register:
    """Every answer for one legal day, from one state of the log, by one reading."""

    point: Standpoint
    log: LogState
    _recorded: Callable[[str], tuple[Recorded, ...]]
    known_at: datetime | None = None
    _duties: Duties = attrs.field(default=attrs.Factory(_derived_once, takes_self=True), init=False)

    rule_set = RULE_SET

    def __repr__(self) -> str:
        """Name the day and the log; the answers are long."""
        return f"<Register of {self.as_of} from {self.log.name}, position {self.log.position:,}>"

    @property
    def as_of(self) -> date:
        """The legal day."""
        return self.point.as_of

    @property
    def reading(self) -> Interpretation:
        """The interpretation answers are computed with."""
        return self.point.reading

    def parties(self, basis: PartyCount | None = None) -> party_roster.PartyRoster:
        """Return who is bound, by consent or in force; the reading's choice by default."""
        one_of("basis", basis, (None, *PartyCount))
        return party_roster.party_roster(self.point, basis)

    def state(self, code_or_name: str) -> StateView:
        """Return one state's membership and obligations; `UnknownStateError` for no state."""
        found = state(code_or_name)
        return StateView(
            found, self.point.binding(found.code), self._duties.obligations(found.code)
        )

    def obligations(
        self,
        *,
        state: str | None = None,
        article: int | None = None,
        standing: Standing | None = None,
    ) -> tuple[Obligation, ...]:
        """Return the obligations selected, by state and in the order of the treaty.

        `state` is a code or name, or `CCM` for the Secretary-General's duties as convener.
        """
        one_of("article", article, (None, *ARTICLE_TITLES))
        one_of("standing", standing, (None, *Standing))
        streams = (*self.point.states, CONVENTION) if state is None else (stream_of(state),)
        found = tuple(chain.from_iterable(map(self._duties.obligations, streams)))
        if article is None and standing is None:
            return found
        return tuple(obligation_register.select(found, article=article, standing=standing))

    def obligation(self, name: str) -> Obligation:
        """Return one obligation by its identifier, as in `BGR/3.2` or `AFG/VAP.21`.

        Raises `UnknownObligationError`, naming the nearest ones.
        """
        return self._duties.find(name)

    def commitments(
        self,
        *,
        state: str | None = None,
        plan: str | None = None,
        standing: Standing | None = None,
    ) -> tuple[Obligation, ...]:
        """Return the political obligations selected: what action plans ask, which binds nobody.

        By state, then in the order of the plans and of their actions; `plan` is its code, `VAP`.
        """
        from ccm_engine.domain.action_plans import PLANS

        one_of("plan", plan, (None, *PLANS))
        one_of("standing", standing, (None, *Standing))
        streams = self.point.states if state is None else (stream_of(state),)
        found = (each for stream in streams for each in self._duties.commitments(stream))
        of_plan = (each for each in found if plan is None or plan_of(each) == plan)
        return tuple(obligation_register.select(of_plan, standing=standing))

    def deadlines(self, first: date, last: date) -> tuple[Obligation, ...]:
        """Return what falls due from one day to another, both included, soonest first."""
        asked = "list what falls due"
        begin, end = day_within_model(first, asked), day_within_model(last, asked)
        if end < begin:
            obstacle = f"{end} is before {begin}"
            raise InvalidValueError(asked, obstacle, "give the earlier day first")
        streams = (*self.point.states, CONVENTION)
        found = (each for stream in streams for each in self.point.obligations(stream, end))
        return deadline_calendar.falling_due(found, begin, end)

    def windows(self) -> tuple[RequestWindow, ...]:
        """Return the request window of each running Article 3 or 4 deadline, soonest first."""
        from ccm_engine.projections.request_windows import request_windows

        return request_windows(self.obligations(), self.point.ccm, self.as_of, self.reading)

    def mandates(self, *, ending: str | None = None, theme: Theme | None = None) -> MandateRoster:
        """Return who holds which office on the day; or whose mandate ends at one meeting.

        `ending` is a meeting's short name, as in `11MSP`; `theme` one that coordinators look after.
        Raises `UnknownMeetingError` for a meeting that was not called by the day.
        """
        from ccm_engine.projections.mandates import mandate_roster

        one_of("theme", theme, (None, *Theme))
        return mandate_roster(self.view(), ending, theme)

    def meetings(self, kind: MeetingKind | None = None) -> Agenda:
        """Return the meetings, what lies before them, and what pays for the work between them."""
        from ccm_engine.projections.agenda import agenda

        one_of("kind", kind, (None, *MeetingKind))
        return agenda(self.view(), kind)

    def history(self, stream: str) -> tuple[Happening, ...]:
        """Return every event of a state (or `CCM`) that the log knew, in the order of the log."""
        from ccm_engine.projections.history import Placed, history

        name = stream_of(stream)
        recorded = self._recorded(name)
        placed = [Placed(each.id, each.position, each.recorded_at, each.event) for each in recorded]
        told = self.told(name)
        counting = frozenset(
            each.id for each in settle(told) if self.point.has_happened(each.event.occurred_on)
        )
        return history(placed, told, counting)

    def told(self, stream: str) -> Sequence[tuple[str, Event]]:
        """Return the events of a stream with their identifiers, as the sources asked tell them.

        In the order of the log, before what is said about the record itself is applied.
        """
        pairs = [(each.id, each.event) for each in self._recorded(stream)]
        by = self.log.published_by
        return pairs if by is None else known_by(pairs, by)

    def explain(self, name: str) -> Explanation:
        """Return one obligation with what its grounds rest on, and what would change it."""
        from ccm_engine.projections.dependence import decided_by, depends_on

        obligation = self.obligation(name)
        wanted = {event for ground in obligation.grounds for event in ground.events}
        streams = {each.partition("#")[0] for each in wanted}
        events = {
            entry.id: entry.event
            for stream in sorted(streams)
            for entry in self.point.history.chronicle(stream).entries
            if entry.id in wanted
        }

        def recorded(stream: str) -> Sequence[tuple[str, Event]]:
            if self.log.published_by is None:
                return self.told(stream)
            return [(each.id, each.event) for each in self._recorded(stream)]

        decisive = decided_by(self.point, obligation, recorded)
        return Explanation(obligation, events, decisive, depends_on(self.point, obligation))

    def figures(self) -> Figures:
        """Return the headline numbers of a review document, over the consenting states."""
        from ccm_engine.projections import (
            clearance_ledger,
            cooperation,
            report_ledger,
            stockpile_ledger,
            victim_assistance,
        )
        from ccm_engine.projections.themes import measures

        view = self.view()
        roster = self.parties()
        states = party_roster.consenting_states(self.point)
        owed = [each for stream in states for each in self._duties.obligations(stream)]
        return Figures(
            convention_in_force_on=roster.convention_in_force_on,
            committed=roster.committed,
            consented=roster.consented,
            in_force=roster.in_force,
            signatories_not_party=len(roster.signatories),
            initial_reports=report_ledger.initial_reports(owed, self.as_of),
            annual_reports=report_ledger.annual_reports(owed, self.point),
            stockpiles=stockpile_ledger.stockpiles(owed),
            clearance=clearance_ledger.clearance(owed, self.point),
            victim_assistance=victim_assistance.assisting_states(owed),
            national_measures=tuple(measures.position(view)),
            cooperation=cooperation.stated_by_year(view),
        )

    def status(self, *, ahead: int = 10) -> Status:
        """Return one screen's worth: counts, what is surely overdue, the next `ahead` deadlines."""
        from ccm_engine.projections.request_windows import Window

        found = self.obligations()
        counts = {each: sum(one.standing is each for one in found) for each in Standing}
        overdue = tuple(each for each in found if each.surely_overdue)
        pending = (each for each in found if each.standing is Standing.PENDING)
        coming = deadline_calendar.falling_due(pending, self.as_of, date.max)
        asked = tuple(each for each in self.windows() if each.window is Window.REQUESTED)
        return Status(self.parties(), counts, overdue, coming[:ahead], asked)

    def since(
        self, before: Register, *, state: str | None = None, article: int | None = None
    ) -> Differences:
        """Return what changed from another register to this one, and because of which events.

        Raises `InvalidValueError` unless the other is an earlier answer of the same log, by the
        same reading.
        """
        from ccm_engine.projections.differences import differences

        return differences(before.side(state, article), self.side(state, article))

    def supposing(self, overlay: Overlay) -> Supposition:
        """Return what would differ if the events of an overlay had happened; nothing is recorded.

        Raises `RefusedEventError` with the `index` of the event that contradicts the record.
        """
        from ccm_engine.projections.consequences import consequences

        return consequences(self.side(), overlay)

    def side(self, state: str | None = None, article: int | None = None) -> Side:
        """Return this register as one side of a comparison."""
        from ccm_engine.projections.reasons import Side

        owed = self.obligations(state=state, article=article)
        return Side(self.point, self.told, self.log.position, owed)

    def check(self, statements: Iterable[Statement]) -> Checked:
        """Compare what documents state with what follows, each on the day it speaks of."""
        from ccm_engine.domain.statements import check

        return check(statements, self.point)

    def recount(self, document: PublishedDocument) -> Recounted:
        """Judge the figures that a document publishes, each on its own day and over its period.

        Raises `UnknownFigureError` with the nearest keys, and `OutsideModelError` for a day later
        than that of the asking.
        """
        from ccm_engine.projections.published import recount

        return recount(document, lambda day: self.on(day).view())

    def discrepancies(self, state: str | None = None) -> Discrepancies:
        """Return where sources contradict each other, or the rules; of one state, or of all."""
        from ccm_engine.projections.discrepancies import discrepancies

        streams = (*self.point.states, CONVENTION) if state is None else (stream_of(state),)
        return discrepancies(self.point, {stream: self.told(stream) for stream in streams})

    def review(self, before: Register) -> Review:
        """Return the review of the period from the day after another register's to this one's.

        Raises `InvalidValueError` unless the other is of an earlier day, from the same events by
        the same reading, and `OutsideModelError` for a day later than that of the asking.
        """
        from ccm_engine.projections.review import review

        self._check_period(before)
        return review(before.view(), self.view())

    def view(self) -> View:
        """Return the day as the themes of a review look at it."""
        from ccm_engine.projections.view import View

        return View(self.point, self._duties.obligations, self._duties.commitments)

    def on(self, day: date) -> Register:
        """Return another legal day from the same events by the same reading.

        Raises `OutsideModelError` for a day before 30 May 2008 or later than that of the asking.
        """
        asked = f"ask for {day}"
        self._check_known(day_within_model(day, asked), asked)
        point = Standpoint(self.point.history, day, self.reading)
        return Register(point, self.log, self._recorded, self.known_at)

    def _check_period(self, before: Register) -> None:
        asked = f"review from {before.as_of} to {self.as_of}"
        if self.as_of <= before.as_of:
            obstacle = "the period ends before it begins"
            raise InvalidValueError(asked, obstacle, "give the earlier day first")
        same = self.log.same_as(before.log) and self.reading == before.reading
        if not same:
            obstacle = "both ends are not told from the same events by the same reading"
            raise InvalidValueError(asked, obstacle, "ask one log, at one position, for both")
        self._check_known(self.as_of, asked)

    def _check_known(self, day: date, asked: str) -> None:
        last = None if self.log.asked_at is None else self.log.asked_at().date()
        if last is not None and last < day:
            obstacle = f"the log knows nothing later than {last}"
            raise OutsideModelError(asked, obstacle, "end on that day or before")

    def coverage(self) -> coverage.Coverage:
        """Return how far the record's sources reach, by theme."""
        return coverage.coverage(self.point)
