"""The named choices: what to do where the words of the Convention do not decide.

Each field is one choice, documented in `docs/interpretations/INT-nnnn.md`; its default is the
practice of the depositary and the Implementation Support Unit. A query takes one
`Interpretation`, and every answer names the one it was computed with.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, cast

import attrs

from ccm_engine.domain.calendar import MonthEnd
from ccm_engine.errors import InvalidValueError


class DeadlineStyle(enum.Enum):
    """The last day of a period of years: INT-0001."""

    ANNIVERSARY = "anniversary"
    DAY_BEFORE = "day-before"


class FirstAnnualReport(enum.Enum):
    """When the first annual report is due: INT-0002."""

    YEAR_AFTER_INITIAL_DUE = "year-after-initial-due"
    FIRST_30_APRIL = "first-30-april"
    YEAR_AFTER_INITIAL_SUBMITTED = "year-after-initial-submitted"


class NineMonths(enum.Enum):
    """What becomes of a request filed less than nine months before the meeting: INT-0003."""

    WARN = "warn"
    ENFORCE = "enforce"


class PendingRequest(enum.Enum):
    """Where a state stands whose deadline passed while its request is pending: INT-0004."""

    OVERDUE = "overdue"
    STAYED = "stayed"


class PartyCount(enum.Enum):
    """Who is counted as a State Party: INT-0005."""

    CONSENT = "consent"
    IN_FORCE = "in-force"


class LateFound(enum.Enum):
    """Which clock runs for areas or stocks found after completion: INT-0006."""

    ORIGINAL_CLOCK = "original-clock"
    NEW_REQUEST = "new-request"


class AfterWithdrawal(enum.Enum):
    """What falls due after a withdrawal took effect: INT-0007."""

    NOTHING_NEW = "nothing-new"
    YEARS_BEGUN = "years-begun"


class ExtensionDate(enum.Enum):
    """Which day an extension runs to where months and a stated day differ: INT-0008."""

    STATED = "stated"
    COMPUTED = "computed"


class EntryIntoForceDay(enum.Enum):
    """Whether the computed day governs, or the one the depositary notified: INT-0009."""

    COMPUTED = "computed"
    NOTIFIED = "notified"


class ExtensionEffect(enum.Enum):
    """From when a granted extension shows: INT-0010."""

    FROM_DECISION = "from-decision"
    FROM_EXPIRY = "from-expiry"


class PartialDates(enum.Enum):
    """From which day something known only in part counts: INT-0012."""

    LAST_DAY = "last-day"
    FIRST_DAY = "first-day"


class UnstatedYear(enum.Enum):
    """Which year an annual report covers that does not say: INT-0013."""

    YEAR_BEFORE = "year-before"
    NONE = "none"


class EarlyInitialReport(enum.Enum):
    """Whether an initial report submitted before entry into force counts: INT-0014."""

    COUNTS = "counts"
    VOLUNTARY = "voluntary"


class PriorAnnualReports(enum.Enum):
    """What a late initial report does to the annual reports due before it: INT-0015."""

    ABSORBED = "absorbed"
    OWED = "owed"


class SixthMonth(enum.Enum):
    """From what the sixth month of Article 17(2) is counted: INT-0016."""

    MONTH_OF_DEPOSIT = "month-of-deposit"
    DAY_OF_DEPOSIT = "day-of-deposit"


class FiveYears(enum.Enum):
    """When a Review Conference "five years after" is in time: INT-0017."""

    CALENDAR_YEAR = "calendar-year"
    TO_THE_DAY = "to-the-day"


class RetentionReport(enum.Enum):
    """Whether an annual report also serves as the report on retention: INT-0018."""

    WITH_ANNUAL = "with-annual"
    SEPARATE = "separate"


class WhollyRetained(enum.Enum):
    """Whether a state that keeps its whole stock for training must destroy it: INT-0019."""

    NOTHING_LEFT = "nothing-left"
    STILL_OWED = "still-owed"


class ThirtiethDeposit(enum.Enum):
    """Which instruments count to the thirtieth where only some sources are asked: INT-0020."""

    ALL_SOURCES = "all-sources"
    SOURCES_ASKED = "sources-asked"


class MeasuresHeard(enum.Enum):
    """Whose word counts for national measures: INT-0021."""

    LAST_LIST = "last-list"
    LAST_WORD = "last-word"
    ANY_SOURCE = "any-source"


class CoordinatorTerm(enum.Enum):
    """How long a coordinator holds office where no source says so: INT-0022."""

    BY_THEME = "by-theme"
    STATED_ONLY = "stated-only"


class AfterPlan(enum.Enum):
    """What becomes of a time limit that falls after the end of its action plan: INT-0023."""

    STILL_DUE = "still-due"
    LAPSED = "lapsed"


@attrs.frozen(kw_only=True, slots=False)  # keeps what it finds once
class Interpretation:
    """One way of reading the Convention, complete. The default is practice."""

    deadline_style: DeadlineStyle = DeadlineStyle.ANNIVERSARY
    first_annual_report: FirstAnnualReport = FirstAnnualReport.YEAR_AFTER_INITIAL_DUE
    nine_months: NineMonths = NineMonths.WARN
    pending_request: PendingRequest = PendingRequest.OVERDUE
    party_count: PartyCount = PartyCount.CONSENT
    late_found: LateFound = LateFound.ORIGINAL_CLOCK
    after_withdrawal: AfterWithdrawal = AfterWithdrawal.NOTHING_NEW
    extension_date: ExtensionDate = ExtensionDate.STATED
    entry_into_force_day: EntryIntoForceDay = EntryIntoForceDay.COMPUTED
    extension_effect: ExtensionEffect = ExtensionEffect.FROM_DECISION
    month_end: MonthEnd = MonthEnd.CLAMP
    partial_dates: PartialDates = PartialDates.LAST_DAY
    unstated_year: UnstatedYear = UnstatedYear.YEAR_BEFORE
    early_initial_report: EarlyInitialReport = EarlyInitialReport.COUNTS
    prior_annual_reports: PriorAnnualReports = PriorAnnualReports.ABSORBED
    sixth_month: SixthMonth = SixthMonth.MONTH_OF_DEPOSIT
    five_years: FiveYears = FiveYears.CALENDAR_YEAR
    retention_report: RetentionReport = RetentionReport.WITH_ANNUAL
    wholly_retained: WhollyRetained = WhollyRetained.NOTHING_LEFT
    thirtieth_deposit: ThirtiethDeposit = ThirtiethDeposit.ALL_SOURCES
    measures_heard: MeasuresHeard = MeasuresHeard.LAST_LIST
    coordinator_term: CoordinatorTerm = CoordinatorTerm.BY_THEME
    after_plan: AfterPlan = AfterPlan.STILL_DUE

    def __attrs_post_init__(self) -> None:
        """Refuse a choice of another kind than the field's."""
        for name, default in _defaults():
            _check(name, default, getattr(self, name))

    @classmethod
    def choosing(cls, choices: Mapping[str, str]) -> Interpretation:
        """Return practice with some choices made by name, as in `{"nine_months": "enforce"}`.

        Raises `InvalidValueError` for a name or a value that does not exist, naming those that do.
        """
        defaults = dict(_defaults())
        chosen: dict[str, Any] = {}
        for name, value in choices.items():
            asked = f"choose the interpretation {name}={value}"
            if name not in defaults:
                obstacle = "there is no such choice"
                raise InvalidValueError(asked, obstacle, f"choose one of {', '.join(defaults)}")
            values = {member.value: member for member in type(defaults[name])}
            if value not in values:
                obstacle = f"{name} has no such value"
                raise InvalidValueError(asked, obstacle, f"choose {' or '.join(values)}")
            chosen[name] = values[value]
        return attrs.evolve(PRACTICE, **chosen)

    def choices(self) -> dict[str, str]:
        """Return every choice by name, in the order of the INT records."""
        return {name: getattr(self, name).value for name, _ in _defaults()}

    @cached_property
    def from_the_other_end(self) -> Interpretation:
        """The same reading, but days known only in part count from their other end: INT-0012."""
        last = self.partial_dates is PartialDates.LAST_DAY
        other = PartialDates.FIRST_DAY if last else PartialDates.LAST_DAY
        return attrs.evolve(self, partial_dates=other)

    def alternatives(self) -> Iterator[tuple[str, Interpretation]]:
        """Yield each reading that differs from this one in one choice, with the choice's name."""
        for name, default in _defaults():
            for member in type(default):
                if member is not getattr(self, name):
                    changed: dict[str, Any] = {name: member}
                    yield name, attrs.evolve(self, **changed)


def _defaults() -> list[tuple[str, enum.Enum]]:
    return [
        (field.name, cast("enum.Enum", field.default)) for field in attrs.fields(Interpretation)
    ]


def _check(name: str, default: enum.Enum, value: object) -> None:
    kind = type(default)
    if not isinstance(value, kind):
        raise InvalidValueError(
            f"make an Interpretation with {name}",
            f"{value!r} is no {kind.__name__}",
            f"choose {' or '.join(f'{kind.__name__}.{each.name}' for each in kind)}",
            field=name,
        )


PRACTICE: Final = Interpretation()
"""How the depositary and the Implementation Support Unit read the Convention."""

INT_RECORDS: Final[Mapping[str, str]] = {
    name: f"INT-{number:04}" for number, (name, _) in enumerate(_defaults(), start=1)
}
"""The record that documents each choice, by the choice's name."""
