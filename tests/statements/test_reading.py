"""A line is a statement, or an error that names the field: nothing is guessed."""

from __future__ import annotations

import pickle

import pytest

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Instrument
from ccm_engine.domain.statements import Kind, Statement
from ccm_engine.errors import InvalidDateError, InvalidValueError, UnknownStateError

LINE: dict[str, object] = {
    "statement": "stockpile-deadline-stated",
    "state": "SVK",
    "name": "Slovakia",
    "on": "2024",
    "details": {"after_extension": False},
    "source": {"title": "CCM/CONF/2020/13", "url": None, "published": "2020"},
    "note": "as the review document has it",
}


class TestStatements:
    def test_are_read_from_the_documented_form(self) -> None:
        statement = Statement.read(LINE)
        assert statement.kind is Kind.STOCKPILE_DEADLINE_STATED
        assert (statement.state, str(statement.on)) == ("SVK", "2024")
        assert statement.after_extension is False
        assert statement.source.title == "CCM/CONF/2020/13"
        assert str(statement.source.published) == "2020"

    def test_may_leave_out_what_they_do_not_say(self) -> None:
        statement = Statement.read({"statement": "eif-stated", "state": "Bulgaria", "on": None})
        assert (statement.state, statement.on, statement.as_of) == ("BGR", None, None)
        assert statement.source.published is None
        assert statement.after_extension is None

    def test_of_an_unknown_kind_are_kept_as_written(self) -> None:
        statement = Statement.read({"statement": "moon-stated", "details": {"overdue": 19}})
        assert (statement.name, statement.kind, statement.state) == ("moon-stated", None, None)

    def test_may_state_an_instrument_and_a_period(self) -> None:
        deposit = {"statement": "deposit-stated", "state": "MUS"}
        acceded = Statement.read({**deposit, "details": {"instrument": "accession"}})
        assert acceded.instrument is Instrument.ACCESSION
        added = {"statement": "article4-obligation-added", "state": "SOM"}
        within = Statement.read({**added, "details": {"period": "2015-09-11/2020-09-28"}})
        assert within.period == PartialDate.parse("2015-09-11/2020-09-28")

    def test_of_a_rate_may_have_a_period_and_an_overdue_of_their_own(self) -> None:
        details = {"period": "2015/2020", "overdue": 19}
        assert Statement.read({"statement": "reporting-rate", "details": details}).state is None


NO_STATEMENT: dict[str, tuple[object, str, type[InvalidValueError]]] = {
    "a list": ([], "statement", InvalidValueError),
    "a text": ("eif-stated", "statement", InvalidValueError),
    "no kind": ({"state": "BGR"}, "statement", InvalidValueError),
    "a kind that is a number": ({**LINE, "statement": 7}, "statement", InvalidValueError),
    "a blank kind": ({**LINE, "statement": " "}, "statement", InvalidValueError),
    "no state": ({**LINE, "state": None}, "state", InvalidValueError),
    "an unknown state": ({**LINE, "state": "XYZ"}, "state", UnknownStateError),
    "a state that is a number": ({**LINE, "state": 7}, "state", InvalidValueError),
    "no such day": ({**LINE, "on": "2020-02-30"}, "on", InvalidDateError),
    "a day in words": ({**LINE, "on": "next year"}, "on", InvalidDateError),
    "a day that is a number": ({**LINE, "on": 2024}, "on", InvalidDateError),
    "details that are a list": ({**LINE, "details": [1]}, "details", InvalidValueError),
    "as_of in words": ({**LINE, "details": {"as_of": "soon"}}, "as_of", InvalidDateError),
    "a truth in words": (
        {**LINE, "details": {"after_extension": "no"}},
        "after_extension",
        InvalidValueError,
    ),
    "an unknown instrument": (
        {**LINE, "statement": "deposit-stated", "details": {"instrument": "signature"}},
        "instrument",
        InvalidValueError,
    ),
    "a source that is a text": ({**LINE, "source": "a page"}, "source", InvalidValueError),
    "a source of no day": (
        {**LINE, "source": {"published": "2020-13"}},
        "published",
        InvalidDateError,
    ),
    "a title that is a number": ({**LINE, "source": {"title": 1}}, "title", InvalidValueError),
}


class TestWhatIsNoStatement:
    @pytest.mark.parametrize("kind", NO_STATEMENT)
    def test_is_refused_with_the_field(self, kind: str) -> None:
        given, field, error = NO_STATEMENT[kind]
        with pytest.raises(InvalidValueError) as caught:
            Statement.read(given)
        assert type(caught.value) is error
        assert caught.value.field == field
        again = pickle.loads(pickle.dumps(caught.value))
        assert str(again) == str(caught.value)
