"""A published figure is reproduced, explained, contradicted by name, or beyond the record."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from ccm_engine.domain.statements.published import PublishedDocument, PublishedFigure, Replay
from ccm_engine.domain.states import StateCode
from ccm_engine.errors import (
    CcmError,
    InvalidDateError,
    InvalidValueError,
    OutsideModelError,
    UnknownFigureError,
    UnknownStateError,
)
from ccm_engine.projections.counting import (
    Clause,
    Part,
    Quantity,
    Share,
    StateCount,
    StatedNumber,
)
from ccm_engine.projections.published import Replayed, judge
from tests.histories import engine_with

CLAUSE = Clause("State Party has areas to clear", "States Parties have areas to clear")
DAY = date(2020, 9, 28)


def published(
    value: int | None = None, names: str | None = None, percent: int | None = None
) -> PublishedFigure:
    codes = None if names is None else tuple(StateCode(each) for each in names.split())
    return PublishedFigure(
        paragraph="38",
        key="clearance.outstanding",
        on=DAY,
        value=value,
        percent=percent,
        names=codes,
    )


def counted(states: str, unknown: str = "", key: str = "clearance.outstanding") -> StateCount:
    return StateCount(
        key=key,
        clause=CLAUSE,
        states={each: (f"{each}#1",) for each in states.split()},
        unknown=dict.fromkeys(unknown.split(), ()),
    )


class TestReproduced:
    def test_is_a_number_that_is_counted(self) -> None:
        assert judge(published(2), counted("CHL LAO")).replay is Replay.REPRODUCED

    def test_is_a_list_in_any_order(self) -> None:
        found = judge(published(names="LAO CHL"), counted("CHL LAO"))
        assert found.replay is Replay.REPRODUCED
        assert (found.missing, found.extra) == ((), ())

    def test_is_what_is_counted_for_certain_and_says_what_is_not(self) -> None:
        found = judge(published(2, "CHL LAO"), counted("CHL LAO", "ALB"))
        assert found.replay is Replay.REPRODUCED
        assert found.why == "counted by name, and cannot tell for 1 state"

    def test_may_be_nobody(self) -> None:
        assert judge(published(0, ""), counted("")).replay is Replay.REPRODUCED


class TestContradicted:
    def test_names_who_is_on_one_side_only(self) -> None:
        found = judge(published(2, "CHL PER"), counted("CHL LAO"))
        assert found.replay is Replay.CONTRADICTED
        assert (found.missing, found.extra) == (("PER",), ("LAO",))
        assert found.why == (
            "the record counts 2; the document alone names Peru; the record alone counts Lao PDR"
        )

    def test_is_a_number_that_the_unknown_cannot_make_up(self) -> None:
        found = judge(published(4), counted("CHL LAO", "ALB"))
        assert found.replay is Replay.CONTRADICTED
        assert found.why == "the record counts at least 2 and at most 3"

    def test_is_fewer_than_are_certain_whatever_is_unknown(self) -> None:
        assert judge(published(1), counted("CHL LAO", "ALB")).replay is Replay.CONTRADICTED

    def test_is_a_list_without_one_that_is_certain(self) -> None:
        found = judge(published(2, "CHL ALB"), counted("CHL LAO", "ALB"))
        assert found.replay is Replay.CONTRADICTED
        assert found.why == (
            "the record counts at least 2 and at most 3; "
            "the record cannot tell for Albania; "
            "the record alone counts Lao PDR"
        )

    def test_is_a_document_that_names_fewer_than_it_counts(self) -> None:
        found = judge(published(3, "CHL LAO"), counted("CHL LAO", "ALB"))
        assert found.replay is Replay.CONTRADICTED
        assert found.why.startswith("the document says 3 and names 2; the record counts at least 2")


class TestBeyondTheRecord:
    def test_is_what_the_unknown_could_make_up(self) -> None:
        found = judge(published(3), counted("CHL LAO", "ALB GBR"))
        assert found.replay is Replay.BEYOND_THE_RECORD
        assert found.why == "the record counts at least 2, and cannot tell for 2 states"

    def test_is_a_list_of_certain_and_unknown_states(self) -> None:
        found = judge(published(3, "CHL LAO ALB"), counted("CHL LAO", "ALB GBR"))
        assert found.replay is Replay.BEYOND_THE_RECORD
        assert found.missing == ("ALB",)

    def test_is_a_number_that_no_document_on_record_gives(self) -> None:
        number = StatedNumber(key="machinery.x", clause=CLAUSE, value=None, events=())
        assert judge(published(17), number).replay is Replay.BEYOND_THE_RECORD

    def test_is_a_sum_with_an_unknown_part(self) -> None:
        parts = {"CHL": Part(5, ("CHL#1",)), "LAO": Part(None, ())}
        area = Quantity(key="clearance.left_m2", clause=CLAUSE, unit="m2", parts=parts)
        verdicts = [judge(published(value), area).replay for value in (4, 5, 6)]
        assert verdicts == [Replay.CONTRADICTED, Replay.REPRODUCED, Replay.BEYOND_THE_RECORD]

    def test_is_a_number_that_the_record_has_without_its_names(self) -> None:
        number = StatedNumber(key="cooperation.x", clause=CLAUSE, value=2, events=("CCM#1",))
        found = judge(published(2, "CHL LAO"), number)
        assert found.replay is Replay.BEYOND_THE_RECORD
        assert judge(published(3), number).replay is Replay.CONTRADICTED
        assert judge(published(2), number).why == "without names, by CCM#1"


class TestAShare:
    def share(self, part: str, whole: str, unknown: str = "") -> Share:
        return Share(key="x.rate", clause=CLAUSE, part=counted(part, unknown), whole=counted(whole))

    def test_is_reproduced_by_its_rounded_per_cent(self) -> None:
        found = judge(published(percent=67), self.share("CHL LAO", "CHL LAO PER"))
        assert (found.replay, found.why) == (Replay.REPRODUCED, "2 of 3")

    def test_lies_between_what_the_unknown_leaves_possible(self) -> None:
        rate = self.share("CHL", "CHL LAO PER", unknown="LAO")
        assert judge(published(percent=67), rate).replay is Replay.BEYOND_THE_RECORD
        assert judge(published(percent=68), rate).replay is Replay.CONTRADICTED
        assert judge(published(percent=32), rate).replay is Replay.CONTRADICTED

    def test_of_nothing_is_no_number(self) -> None:
        assert judge(published(percent=0), self.share("", "")).replay is Replay.BEYOND_THE_RECORD


class TestOnAnotherBasis:
    def test_is_a_number_that_another_figure_of_the_question_has(self) -> None:
        other = counted("CHL", key="universalization.in_force")
        found = judge(published(1), counted("CHL LAO"), [other])
        assert (found.replay, found.basis) == (Replay.OTHER_BASIS, other)
        assert "universalization.in_force" in found.why

    def test_has_the_same_names_too(self) -> None:
        other = counted("CHL", key="universalization.in_force")
        found = judge(published(1, "PER"), counted("CHL LAO"), [other])
        assert found.replay is Replay.CONTRADICTED

    def test_is_no_figure_that_is_uncertain_itself(self) -> None:
        other = counted("CHL", "PER", key="universalization.in_force")
        assert judge(published(1), counted("CHL LAO"), [other]).replay is Replay.CONTRADICTED


HEAD = '[document]\ntitle = "a list"\n'
FIGURE = '[[figure]]\nparagraph = "3"\nkey = "universalization.consented"\n'
ON = "on = 2020-09-28\n"


def read(text: str) -> PublishedDocument:
    return PublishedDocument.read(tomllib.loads(text))


class TestTheFile:
    def test_may_give_one_day_for_all(self) -> None:
        document = read(HEAD + ON + FIGURE + "value = 110\n" + FIGURE + "on=2015-09-11\nvalue=96")
        assert [each.on for each in document.figures] == [DAY, date(2015, 9, 11)]

    def test_may_name_states_by_name_or_code(self) -> None:
        (figure,) = read(HEAD + FIGURE + ON + 'names = ["Lao PDR", "PER"]').figures
        assert (figure.names, figure.stated) == (("LAO", "PER"), 2)

    def test_may_know_the_day_of_its_document_in_part(self) -> None:
        head = HEAD + 'published = "2020-10"\n'
        assert str(read(head + FIGURE + ON + "value = 110").published) == "2020-10"


BAD: dict[str, tuple[str, str, type[CcmError]]] = {
    "no head": (FIGURE + ON + "value = 1", "document", InvalidValueError),
    "no title": ("[document]\n" + FIGURE + ON + "value = 1", "title", InvalidValueError),
    "a day of publication": (
        HEAD + 'published = "soon"\n' + FIGURE + ON + "value = 1",
        "published",
        InvalidDateError,
    ),
    "no figure": (HEAD, "figure", InvalidValueError),
    "figures that are none": ("figure = [1]\n" + HEAD, "figure", InvalidValueError),
    "figures in a table": (HEAD + "[figure]\nvalue = 1", "figure", InvalidValueError),
    "no day": (HEAD + FIGURE + "value = 1", "on", InvalidValueError),
    "a day in quotes": (HEAD + FIGURE + 'on = "2020-09-28"\nvalue = 1', "on", InvalidDateError),
    "a moment": (HEAD + FIGURE + "on = 2020-09-28T12:00:00Z\nvalue = 1", "on", InvalidDateError),
    "no number": (HEAD + FIGURE + ON, "value", InvalidValueError),
    "two numbers": (HEAD + FIGURE + ON + "value = 1\npercent = 1", "percent", InvalidValueError),
    "a negative one": (HEAD + FIGURE + ON + "value = -1", "value", InvalidValueError),
    "half a one": (HEAD + FIGURE + ON + "value = 1.5", "value", InvalidValueError),
    "a truth": (HEAD + FIGURE + ON + "value = true", "value", InvalidValueError),
    "names in a text": (HEAD + FIGURE + ON + 'names = "Peru"', "names", InvalidValueError),
    "a number as name": (HEAD + FIGURE + ON + "names = [604]", "names", InvalidValueError),
    "a name twice": (HEAD + FIGURE + ON + 'names = ["PER", "Peru"]', "names", InvalidValueError),
    "a wrong name": (HEAD + FIGURE + ON + 'names = ["Bulgria"]', "names", UnknownStateError),
    "an unknown field": (HEAD + FIGURE + ON + "valeu = 1", "valeu", InvalidValueError),
    "an unknown verdict": (
        HEAD + FIGURE + ON + 'value = 1\nexpected = "right"',
        "expected",
        InvalidValueError,
    ),
    "no reason": (
        HEAD + FIGURE + ON + 'value = 1\nexpected = "contradicted"',
        "why",
        InvalidValueError,
    ),
    "a period that ends before it begins": (
        HEAD + FIGURE + ON + "value = 1\nsince = 2020-09-28",
        "since",
        InvalidValueError,
    ),
}


class TestBadFiles:
    @pytest.mark.parametrize("kind", BAD)
    def test_are_refused_with_the_field(self, kind: str) -> None:
        text, field, error = BAD[kind]
        with pytest.raises(error) as refused:
            read(text)
        assert refused.value.field == field
        assert type(refused.value) is error

    def test_name_the_paragraph(self) -> None:
        with pytest.raises(InvalidValueError, match=r"figure 2, paragraph 3: value: it is -1; "):
            read(HEAD + ON + FIGURE + "value = 1\n" + FIGURE + "value = -1")

    def test_name_the_nearest_states_and_fields(self) -> None:
        with pytest.raises(UnknownStateError, match="Bulgaria"):
            read(HEAD + FIGURE + ON + 'names = ["Bulgria"]')
        with pytest.raises(InvalidValueError, match="did you mean value"):
            read(HEAD + FIGURE + ON + "valeu = 1")

    def test_of_a_day_before_the_convention_are_refused(self) -> None:
        with pytest.raises(OutsideModelError, match="paragraph 3"):
            read(HEAD + FIGURE + "on = 2008-05-29\nvalue = 1")


def replayed(text: str, day: date = DAY) -> tuple[Replayed, ...]:
    return engine_with().on(day).recount(read(text)).findings


class TestRecounting:
    """Thirty states, bound since 1 August 2010."""

    def test_asks_each_figure_on_its_own_day(self) -> None:
        figures = [FIGURE + f"on = {day}\nvalue = 30\n" for day in ("2010-02-15", "2010-02-16")]
        first, second = replayed(HEAD + "".join(figures))
        assert (first.figure.value, second.figure.value) == (28, 30)
        assert (first.replay, second.replay) == (Replay.CONTRADICTED, Replay.REPRODUCED)

    def test_finds_who_is_in_force_where_consents_were_meant(self) -> None:
        (found,) = replayed(HEAD + FIGURE + "on = 2010-07-31\nvalue = 0\n")
        assert found.replay is Replay.OTHER_BASIS
        assert found.basis is not None
        assert found.basis.key == "universalization.in_force"

    def test_says_with_both_figures_that_a_document_contradicts_itself(self) -> None:
        first, second = replayed(
            HEAD + ON + FIGURE + "value = 31\n" + FIGURE.replace('"3"', '"7"') + "value = 30\n"
        )
        assert first.why == "the record counts 30; paragraph 7 says 30"
        assert second.why == "counted; paragraph 3 says 31"
        assert (first.replay, second.replay) == (Replay.CONTRADICTED, Replay.REPRODUCED)

    def test_another_day_is_another_figure(self) -> None:
        figures = [
            FIGURE + f"on = {day}\nvalue = 3{n}\n" for n, day in enumerate(("2019-01-01", DAY))
        ]
        assert all(each.unlike == () for each in replayed(HEAD + "".join(figures)))

    def test_reports_what_is_not_as_expected(self) -> None:
        text = HEAD + FIGURE + ON + 'value = 30\nexpected = "contradicted"\nwhy = "a trial"\n'
        (found,) = replayed(text)
        assert (found.replay, found.as_expected) == (Replay.REPRODUCED, False)

    def test_refuses_an_unknown_key_with_the_nearest(self) -> None:
        with pytest.raises(UnknownFigureError, match=r"paragraph 3.*universalization\.consented"):
            replayed(HEAD + FIGURE.replace("consented", "consent") + ON + "value = 1")

    def test_refuses_a_figure_of_a_period_without_since(self) -> None:
        joined = HEAD + FIGURE.replace("consented", "joined") + ON + "value = 0\n"
        with pytest.raises(InvalidValueError, match="since when") as refused:
            replayed(joined)
        assert refused.value.field == "since"
        (found,) = replayed(joined + "since = 2015-09-11")
        assert found.replay is Replay.REPRODUCED

    def test_refuses_a_day_later_than_the_log_knows(self) -> None:
        with pytest.raises(OutsideModelError, match="paragraph 3: the log knows nothing later"):
            replayed(HEAD + FIGURE + "on = 2027-01-01\nvalue = 30")

    def test_refuses_a_percent_of_what_is_no_share(self) -> None:
        with pytest.raises(InvalidValueError, match="give its value"):
            replayed(HEAD + FIGURE + ON + "percent = 30")

    def test_refuses_names_alone_of_what_counts_no_states(self) -> None:
        text = HEAD + FIGURE.replace("universalization.consented", "machinery.reserve_chf") + ON
        with pytest.raises(InvalidValueError, match="give its value"):
            replayed(text + 'names = ["Peru"]')
        (found,) = replayed(text + "value = 100")
        assert (found.replay, found.why) == (Replay.BEYOND_THE_RECORD, "the record has no number")
