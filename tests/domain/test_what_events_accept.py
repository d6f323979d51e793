"""What the fields of events accept, to the first and last value; what each refusal says."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import pytest

from ccm_engine import Event
from ccm_engine.domain.events import (
    ActionCarriedOut,
    AnalysisGroupFormed,
    AssistanceRequested,
    ContaminationDeclared,
    ContributionAssessed,
    CoordinatorAppointed,
    CoverageStated,
    DisputeResolved,
    ExtensionGranted,
    Procedure,
    Retracted,
    ReviewOrdered,
    Theme,
    TreatyDisputeReferred,
    UnitContributionMade,
)
from ccm_engine.domain.events.fields import MOST
from ccm_engine.errors import InvalidDateError, MalformedEventError, UnknownStateError
from tests.histories import happened, on, source

DAY: Final = "2012-09-11"
Fields = dict[str, object]

WHOLE: Final[dict[type[Event], Fields]] = {
    ActionCarriedOut: {"plan": "vientiane", "action": "1"},
    AnalysisGroupFormed: {"article": 3},
    AssistanceRequested: {},
    ContaminationDeclared: {},
    ContributionAssessed: {"assessment": "2012", "amount_cents": 1, "currency": "CHF"},
    CoordinatorAppointed: {"theme": Theme.CLEARANCE},
    CoverageStated: {"provision": "3(2)"},
    DisputeResolved: {"target": "BGR#7", "upheld": True, "reason": "it was read again"},
    ExtensionGranted: {"article": 3, "months": 12},
    Retracted: {"target": "BGR#7", "reason": "it was read again"},
    ReviewOrdered: {"review": "unit", "subject": "the unit"},
    TreatyDisputeReferred: {"dispute": "d", "referred_to": "a court"},
    UnitContributionMade: {"year": 2016},
}
"""Each kind of event with no more than it needs."""

OF_A_STATE: Final = (
    ActionCarriedOut,
    AssistanceRequested,
    ContaminationDeclared,
    ContributionAssessed,
    CoordinatorAppointed,
    ExtensionGranted,
    UnitContributionMade,
)


def made(kind: type[Event], **fields: object) -> Event:
    state = "BGR" if kind in OF_A_STATE else None
    return happened(kind, DAY, state, **{**WHOLE[kind], **fields})


WHOLE_NUMBER: Final = f"give a whole number up to {MOST}, 0 for none, None for unknown"
NAME: Final = "write a short name, as in lebanon-2006"
EVENT_ID: Final = "write it as in BGR#7; `ccm history BGR` lists them"
MONTHS: Final = "give a whole number of months from 1, or None"

REFUSED: Final[tuple[tuple[type[Event], str, object, str, str], ...]] = (
    (ContaminationDeclared, "areas", -1, "areas is -1", WHOLE_NUMBER),
    (ContaminationDeclared, "areas", True, "areas is True", WHOLE_NUMBER),
    (ContaminationDeclared, "areas", MOST + 1, f"areas is {MOST + 1}", WHOLE_NUMBER),
    (
        ContributionAssessed,
        "amount_cents",
        None,
        "amount_cents is unknown",
        "give a whole number, 0 for none",
    ),
    (ContributionAssessed, "amount_cents", -1, "amount_cents is -1", WHOLE_NUMBER),
    (
        ContributionAssessed,
        "currency",
        "chf",
        "currency is 'chf'",
        "give its code, as in CHF or USD",
    ),
    (ContributionAssessed, "currency", 756, "currency is 756", "give its code, as in CHF or USD"),
    (Retracted, "reason", " ", "reason is ' '", "give it in words"),
    (Retracted, "reason", None, "reason is None", "give it in words"),
    (AssistanceRequested, "purpose", "", "purpose is ''", "give it in words"),
    (AssistanceRequested, "year", 2007, "year is 2007", "give a year from 2008 to 2100"),
    (AssistanceRequested, "year", 2101, "year is 2101", "give a year from 2008 to 2100"),
    (AssistanceRequested, "year", 2016.0, "year is 2016.0", "give a year from 2008 to 2100"),
    (UnitContributionMade, "year", None, "year is unknown", "give the year it covers"),
    (UnitContributionMade, "year", 2007, "year is 2007", "give a year from 2008 to 2100"),
    (AnalysisGroupFormed, "article", 5, "article is 5", "give 3 for 3(2) or 4 for 4(1)"),
    (AnalysisGroupFormed, "article", 3.0, "article is 3.0", "give 3 for 3(2) or 4 for 4(1)"),
    (
        AssistanceRequested,
        "article",
        24,
        "article is 24",
        "give an article from 1 to 23, or None",
    ),
    (
        AssistanceRequested,
        "article",
        True,
        "article is True",
        "give an article from 1 to 23, or None",
    ),
    (ActionCarriedOut, "action", "a b", "action is 'a b'", NAME),
    (ActionCarriedOut, "action", 1, "action is 1", NAME),
    (ContaminationDeclared, "conflict", "", "conflict is ''", NAME),
    (
        ExtensionGranted,
        "months",
        None,
        "it says neither how many months nor until when",
        "give months, until, or both",
    ),
    (ExtensionGranted, "months", 0, "months is 0", MONTHS),
    (ExtensionGranted, "months", True, "months is True", MONTHS),
    (ExtensionGranted, "months", MOST + 1, f"months is {MOST + 1}", MONTHS),
    (
        ExtensionGranted,
        "until",
        date(2020, 1, 1),
        "until is datetime.date(2020, 1, 1), not a PartialDate",
        "write PartialDate.parse('2010-08-01')",
    ),
    (
        ExtensionGranted,
        "until",
        on("../2101-01-01"),
        "until is ../2101-01-01, outside 1900-01-01 to 2100-12-31",
        "check the year",
    ),
    (
        ExtensionGranted,
        "until",
        on("1899-12-31"),
        "until is 1899-12-31, outside 1900-01-01 to 2100-12-31",
        "check the year",
    ),
    (ExtensionGranted, "procedure", "vote", "procedure is 'vote'", "give Procedure"),
    (CoordinatorAppointed, "theme", None, "theme is None", "give Theme"),
    (DisputeResolved, "upheld", 1, "upheld is 1", "give bool"),
    (
        Retracted,
        "target",
        "BGR#0",
        "target is 'BGR#0', not the identifier of an event",
        EVENT_ID,
    ),
    (Retracted, "target", 7, "target is 7, not the identifier of an event", EVENT_ID),
    (
        ContributionAssessed,
        "due_on",
        date(1899, 12, 31),
        "due_on is 1899-12-31, outside 1900-01-01 to 2100-12-31",
        "check the year",
    ),
    (
        ReviewOrdered,
        "due_on",
        date(2101, 1, 1),
        "due_on is 2101-01-01, outside 1900-01-01 to 2100-12-31",
        "check the year",
    ),
    (Retracted, "citations", (), "it cites no source", "give a tuple of one Citation or more"),
    (
        Retracted,
        "citations",
        list(source()),
        "it cites no source",
        "give a tuple of one Citation or more",
    ),
    (
        Retracted,
        "citations",
        (*source(), "a report"),
        "it cites no source",
        "give a tuple of one Citation or more",
    ),
)


class TestARefusalNamesTheFieldTheValueAndTheRemedy:
    @pytest.mark.parametrize(("kind", "field", "value", "obstacle", "remedy"), REFUSED)
    def test_where_the_value_means_nothing(
        self, kind: type[Event], field: str, value: object, obstacle: str, remedy: str
    ) -> None:
        with pytest.raises(MalformedEventError) as refused:
            made(kind, **{field: value})
        found = refused.value
        assert (found.asked, found.field) == (f"make {kind.__name__}", field)
        assert (found.obstacle, found.remedy) == (obstacle, remedy)

    def test_where_a_moment_is_given_for_a_day(self) -> None:
        moment = datetime(2012, 9, 11)  # noqa: DTZ001  # the mistake itself
        with pytest.raises(InvalidDateError) as refused:
            made(ReviewOrdered, due_on=moment)
        assert (refused.value.asked, refused.value.field) == ("make ReviewOrdered", "due_on")

    def test_where_a_state_is_no_text(self) -> None:
        with pytest.raises(MalformedEventError) as refused:
            happened(AssistanceRequested, DAY, 100)  # type: ignore[arg-type]  # the mistake itself
        found = refused.value
        assert (found.asked, found.field) == ("make an event", "state")
        assert (found.obstacle, found.remedy) == ("state is 100", "give a code such as BGR")

    def test_where_no_state_is_called_so(self) -> None:
        with pytest.raises(UnknownStateError) as refused:
            happened(AssistanceRequested, DAY, "XXX")
        assert refused.value.field == "state"


ACCEPTED: Final[tuple[tuple[type[Event], str, object], ...]] = (
    (ContaminationDeclared, "areas", 0),
    (ContaminationDeclared, "areas", MOST),
    (ContributionAssessed, "amount_cents", 0),
    (AssistanceRequested, "year", 2008),
    (AssistanceRequested, "year", 2100),
    (AssistanceRequested, "article", 1),
    (AssistanceRequested, "article", 23),
    (AnalysisGroupFormed, "article", 4),
    (AnalysisGroupFormed, "request_of", None),
    (ExtensionGranted, "months", 1),
    (ExtensionGranted, "months", MOST),
    (ExtensionGranted, "until", on("1900-01-01")),
    (ExtensionGranted, "until", on("../2100-12-31")),
    (ExtensionGranted, "procedure", Procedure.SILENCE),
    (ExtensionGranted, "conflict", None),
    (ContributionAssessed, "due_on", date(1900, 1, 1)),
    (ReviewOrdered, "due_on", date(2100, 12, 31)),
    (CoverageStated, "state", None),
    (DisputeResolved, "upheld", False),
)


@pytest.mark.parametrize(("kind", "field", "value"), ACCEPTED)
def test_the_first_and_last_value_are_accepted(
    kind: type[Event], field: str, value: object
) -> None:
    assert getattr(made(kind, **{field: value}), field) == value


def test_an_event_shows_what_is_known_by_name() -> None:
    day, cited = on(DAY), source()
    assert repr(made(UnitContributionMade, amount_cents=5)) == (
        f"UnitContributionMade(occurred_on={day!r}, citations={cited!r}, state='BGR', "
        "year=2016, amount_cents=5, currency='CHF')"
    )


def test_what_is_no_event_equals_none() -> None:
    event = made(AssistanceRequested)
    assert event == made(AssistanceRequested)
    assert event != made(AssistanceRequested, year=2016)
    assert event != "BGR#7"
