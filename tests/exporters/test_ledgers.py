"""Ledgers as documents: unknown, none and zero stay three things, and rows lead to events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, cast

import pytest

from ccm_engine import Engine, Register
from ccm_engine.domain.events import (
    AmendmentProposed,
    AnnualReportSubmitted,
    AssistanceProvided,
    ClearanceCompleted,
    ContaminationDeclared,
    CountryCoalitionFormed,
    CoverageStated,
    HostilitiesEnded,
    InitialReportSubmitted,
    LandReleased,
    MunitionsRetained,
    RetentionEnded,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
    StockpileDestructionCompleted,
)
from ccm_engine.errors import InvalidValueError, UnknownStateError
from ccm_engine.exporters.ledgers.reading import LEDGERS, ledger_document, read_ledger
from ccm_engine.exporters.ledgers.sheets import ALL, Selection, total
from ccm_engine.exporters.ledgers.values import as_json
from ccm_engine.projections.amounts import Amount
from ccm_engine.projections.certainty import Certainty
from ccm_engine.projections.coverage_by_year import Subject
from tests.cli.calling import REVIEW
from tests.exporters.ledger_shapes import ROWS, TOTALS, ledger_shape
from tests.exporters.shapes import EVENT, mismatches
from tests.histories import engine_with, happened

DAYS = ("2008-06-01", "2015-09-11", REVIEW, "2026-10-01")


@cache
def record() -> Engine:
    return Engine.public_record()


@cache
def register(day: str) -> Register:
    return record().on(date.fromisoformat(day))


def asked(
    source: Engine | Register,
    name: str,
    day: str = REVIEW,
    **chosen: Any,  # noqa: ANN401  # what a Selection takes
) -> dict[str, Any]:
    """Read a ledger as a program does: as JSON, written and read again."""
    on = source.on(date.fromisoformat(day)) if isinstance(source, Engine) else source
    return read(on, name, Selection(**chosen))


def read(on: Register, name: str, chosen: Selection) -> dict[str, Any]:
    document = ledger_document(read_ledger(on, name, chosen))
    return cast("dict[str, Any]", json.loads(json.dumps(document)))


def row(document: dict[str, Any], state: str) -> dict[str, Any]:
    (found,) = [each for each in document["rows"] if each["state"] == state]
    return cast("dict[str, Any]", found)


def number(amount: dict[str, Any]) -> tuple[str, int | None]:
    return amount["knowledge"], amount["number"]


def events_in(value: object) -> Iterator[str]:
    """Yield every identifier of an event in a document."""
    if isinstance(value, str) and EVENT.fullmatch(value):
        yield value
    elif isinstance(value, dict):
        for each in cast("dict[str, object]", value).values():
            yield from events_in(each)
    elif isinstance(value, list):
        for each in cast("list[object]", value):
            yield from events_in(each)


def test_every_ledger_has_a_contract() -> None:
    assert set(LEDGERS) == set(ROWS) == set(TOTALS)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", LEDGERS)
class TestThePublicRecord:
    def test_every_row_and_total_has_the_form_of_the_contract(self, name: str, day: str) -> None:
        document = asked(register(day), name)
        assert list(mismatches(document, ledger_shape(name))) == []
        assert document["count"] == len(document["rows"])

    def test_every_event_named_is_on_record(self, name: str, day: str) -> None:
        known = {
            entry.id
            for stream in (*register(day).point.states, "CCM")
            for entry in register(day).point.history.chronicle(stream).entries
        }
        assert {*events_in(asked(register(day), name))} <= known


class TestUnknownNoneAndZero:
    """What is not known is `null`; an amount's `knowledge` says why it has no number."""

    def test_three_amounts_are_three_objects(self) -> None:
        unknown, none, zero = (
            as_json(each) for each in (Amount.unknown(), Amount.none(), Amount.known(0, ("BGR#1",)))
        )
        assert unknown == {"knowledge": "unknown", "number": None, "events": []}
        assert none == {"knowledge": "none", "number": None, "events": []}
        assert zero == {"knowledge": "known", "number": 0, "events": ["BGR#1"]}

    def test_three_answers_are_yes_no_and_null(self) -> None:
        assert [as_json(each) for each in Certainty] == ["yes", "no", None]

    def test_a_fraction_has_one_decimal(self) -> None:
        assert as_json(Fraction(1661, 3)) == 553.7

    def test_what_has_no_form_is_a_mistake_of_ours(self) -> None:
        with pytest.raises(TypeError):
            as_json(object())

    def test_totals_add_nothing_to_unknown_and_unknown_leaves_a_lower_bound(self) -> None:
        known, unknown, none = Amount.known(5, ("A",)), Amount.unknown(("B",)), Amount.none(("C",))
        assert total([]) == Amount.none()
        assert total([none, none]).knowledge is none.knowledge
        assert total([known, none]) == Amount.known(5, ("A", "C"))
        assert total([known, unknown]) == Amount.at_least(5, ("A", "B"))
        assert total([unknown, unknown]) == Amount.unknown(("B", "B"))
        assert total([Amount.known(0, ("A",)), unknown]) == Amount.unknown(("A", "B"))

    def test_stocks_held_destroyed_absent_and_unknown(self) -> None:
        engine = engine_with(
            happened(StockpileDeclared, "2011-01-01", "DEU", munitions=100),
            happened(StockpileDeclared, "2011-01-01", "HRV", munitions=7, submunitions=70),
            happened(StockpileDestroyed, "2013-01-01", "HRV", munitions=7, submunitions=60),
            happened(StockpileDestructionCompleted, "2013-01-01", "HRV"),
            happened(StockpileAbsenceDeclared, "2011-01-01", "IRL"),
        )
        document = asked(engine, "stockpiles", "2016-01-01")
        germany, croatia, ireland, albania = (
            row(document, each) for each in ("DEU", "HRV", "IRL", "ALB")
        )
        stocks = [each["stock"] for each in (germany, croatia, ireland, albania)]
        assert stocks == ["held", "destroyed", "none", None]
        assert number(germany["declared"]["munitions"]) == ("known", 100)
        assert number(germany["declared"]["submunitions"]) == ("unknown", None)
        assert number(germany["destroyed"]["munitions"]) == ("unknown", None)
        assert number(croatia["destroyed"]["submunitions"]) == ("at-least", 60)
        assert number(croatia["left"]["munitions"]) == ("known", 0)
        assert number(ireland["declared"]["munitions"]) == ("none", None)
        assert number(albania["declared"]["munitions"]) == ("unknown", None)
        assert document["totals"]["stock"]["unknown"] == document["count"] - 3
        assert number(document["totals"]["declared"]["munitions"]) == ("at-least", 107)
        assert number(document["totals"]["left"]["munitions"]) == ("unknown", None)

    def test_a_deadline_leads_to_the_deposit_it_runs_from(self) -> None:
        assert "BGR#2" in row(asked(register(REVIEW), "stockpiles"), "BGR")["owed_by"]

    def test_retained_zero_is_none_kept(self) -> None:
        engine = engine_with(
            happened(MunitionsRetained, "2012-01-01", "DEU", munitions=0, submunitions=0),
            happened(MunitionsRetained, "2012-01-01", "ESP", munitions=3, year=2011),
            happened(RetentionEnded, "2012-01-01", "FRA"),
        )
        document = asked(engine, "retained", "2016-01-01")
        kept = {each: row(document, each) for each in ("DEU", "ESP", "FRA", "ALB")}
        assert [each["retains"] for each in kept.values()] == ["no", "yes", "no", None]
        assert number(kept["FRA"]["quantities"]["munitions"]) == ("none", None)
        assert number(kept["ESP"]["quantities"]["submunitions"]) == ("unknown", None)
        assert number(document["totals"]["quantities"]["munitions"]) == ("at-least", 3)


class TestClearance:
    def test_completed_is_zero_left_and_unheard_of_is_unknown(self) -> None:
        engine = engine_with(
            happened(ContaminationDeclared, "2012-01-01", "HRV", confirmed_m2=5),
            happened(ClearanceCompleted, "2014-01-01", "HRV"),
            happened(ContaminationDeclared, "2012-01-01", "LAO", confirmed_m2=9),
        )
        document = asked(engine, "clearance", "2016-01-01")
        left = {each: row(document, each)["left"] for each in ("HRV", "LAO", "ALB")}
        assert number(left["HRV"]["confirmed_m2"]) == ("known", 0)
        assert left["HRV"]["confirmed_m2"]["events"] == ["HRV#4"]
        assert number(left["LAO"]["confirmed_m2"]) == ("known", 9)
        assert number(left["LAO"]["suspected_m2"]) == ("unknown", None)
        assert number(left["ALB"]["confirmed_m2"]) == ("unknown", None)
        assert number(document["totals"]["left"]["confirmed_m2"]) == ("at-least", 9)

    def test_land_released_by_a_state_with_two_duties_is_added_once(self) -> None:
        engine = engine_with(
            happened(ContaminationDeclared, "2012-01-01", "LAO", confirmed_m2=9),
            happened(HostilitiesEnded, "2012-01-01", "LAO", conflict="invented"),
            happened(ContaminationDeclared, "2012-02-01", "LAO", areas=1, conflict="invented"),
            happened(LandReleased, "2013-01-01", "LAO", period="2012", cleared_m2=1_000),
        )
        document = asked(engine, "clearance", "2016-01-01")
        assert [each["state"] for each in document["rows"]].count("LAO") == 2
        assert number(document["totals"]["released"]["cleared_m2"]) == ("at-least", 1_000)


class TestReports:
    def test_days_of_grace_put_a_late_report_in_time(self) -> None:
        strict = asked(register(REVIEW), "initial-reports", state="AFG")
        kind = asked(register(REVIEW), "initial-reports", state="AFG", grace_days=2)
        assert (strict["rows"][0]["on_time"], strict["rows"][0]["days_late"]) == ("no", 2)
        assert (kind["rows"][0]["on_time"], kind["rows"][0]["days_late"]) == ("yes", 2)
        assert kind["selected"] == {"state": "AFG", "grace_days": 2, "trim_per_cent": 10}

    def test_trimming_moves_the_mean_alone(self) -> None:
        some = asked(register(REVIEW), "initial-reports")["totals"]["lateness"]
        none = asked(register(REVIEW), "initial-reports", trim_per_cent=0)["totals"]["lateness"]
        assert some["median"] == none["median"]
        assert some["trimmed_mean"] != none["trimmed_mean"]

    def test_one_that_is_not_due_yet_may_still_be_in_time(self) -> None:
        (owed,) = asked(register(REVIEW), "initial-reports", state="LCA")["rows"]
        assert (owed["passed"], owed["submitted"], owed["on_time"]) == ("no", "no", None)

    def test_a_share_in_time_is_a_lower_bound_while_days_are_known_in_part(self) -> None:
        totals = asked(register(REVIEW), "initial-reports")["totals"]["all"]
        assert (totals["undetermined"], totals["on_time_undetermined"]) == (0, 7)

    def test_a_year_is_the_one_covered(self) -> None:
        document = asked(register(REVIEW), "annual-reports", year=2015)
        assert {each["year"] for each in document["rows"]} == {2015}
        assert list(document["totals"]["by_year"]) == ["2015"]
        assert sum(each["due"] for each in document["totals"]["by_group"].values()) == 89

    def test_what_was_absorbed_was_not_made(self) -> None:
        engine = engine_with(
            happened(InitialReportSubmitted, "2012-09-01", "DEU"),
            happened(AnnualReportSubmitted, "2013-04-30", "DEU", year_covered=2012),
        )
        document = asked(engine, "annual-reports", "2014-01-01", state="DEU")
        absorbed = {each["year"]: each["absorbed"] for each in document["rows"]}
        assert absorbed == {2011: True, 2012: False, 2013: False}
        assert document["totals"]["all"]["submitted"] == document["totals"]["all"]["absorbed"] == 1


class TestEfforts:
    def test_totals_of_measures_are_those_of_the_review(self) -> None:
        states = asked(register(REVIEW), "measures")["totals"]["states"]
        assert {each: len(states[each]["states"]) for each in states} == {
            "investment_prohibition": 12,
            "specific_law": 31,
            "existing_law_sufficient": 30,
            "under_consideration": 22,
            "legal": 61,
            "reported_by_others": 5,
        }
        assert len(states["existing_law_sufficient"]["unknown"]) == 1
        assert list(states["reported_by_others"]["unknown"]) == ["COG", "MDV", "PER"]

    def test_a_row_of_measures_says_the_same_as_the_total(self) -> None:
        document = asked(register(REVIEW), "measures")
        for name in ("specific_law", "existing_law_sufficient", "investment_prohibition"):
            yes = [each["state"] for each in document["rows"] if each[name]["certainty"] == "yes"]
            assert yes == list(document["totals"]["states"][name]["states"])

    def test_help_is_listed_by_event_and_counted_by_state(self) -> None:
        engine = engine_with(
            happened(AssistanceProvided, "2014-01-01", "NOR", year=2013, to=("LAO",)),
            happened(AssistanceProvided, "2015-01-01", "NOR", year=2014, to=("LAO",)),
            happened(CountryCoalitionFormed, "2015-06-01", "LAO", partners=("NOR",)),
        )
        document = asked(engine, "cooperation", "2016-01-01")
        rows = [(each["state"], each["what"], each["year"]) for each in document["rows"]]
        assert rows == [
            ("LAO", "coalition-formed", None),
            ("NOR", "provided", 2013),
            ("NOR", "provided", 2014),
        ]
        assert document["rows"][0]["partners"] == ["NOR"]
        assert list(document["totals"]["named"]["provided_by_name"]["states"]) == ["NOR"]

    def test_one_state_is_counted_alone(self) -> None:
        document = asked(register(REVIEW), "cooperation", state="Lebanon")
        named = document["totals"]["named"]["requested_by_name"]
        assert (list(named["states"]), named["unknown"]) == (["LBN"], {})
        assert document["totals"]["stated"]["2015"]["requested"]["value"] == 9

    def test_each_look_at_victims_is_counted(self) -> None:
        totals = asked(register(REVIEW), "victims")["totals"]
        assert totals["victims"] == {"yes": 11, "no": 0, "unknown": 0}
        assert totals["dedicated_plan"] == {"yes": 8, "no": 0, "unknown": 3}
        assert totals["disability_convention_party"] == {"yes": 7, "no": 1, "unknown": 3}


class TestDecisions:
    def test_granted_and_awaiting(self) -> None:
        document = asked(register(REVIEW), "extensions")
        assert document["totals"] == {
            "extensions": {"granted": 3, "awaiting": 5, "perhaps-awaiting": 0},
            "granted_by_article": {"3": 1, "4": 2},
            "granted_by_meeting": {"9MSP": 3},
        }
        granted, asked_for = (each for each in document["rows"] if each["state"] == "BGR")
        assert (granted["moved_to"], granted["late"]) == ("2020-10-01", "no")
        assert (asked_for["deadline"], asked_for["moved_to"]) == ("2020-10-01", None)
        assert granted["events"][0] == "BGR#22"
        assert "BGR#2" in granted["events"]

    def test_a_decision_of_a_day_known_in_part_may_have_been_late(self) -> None:
        late = [each["late"] for each in asked(register("2026-10-01"), "extensions")["rows"]]
        assert {*late} == {"yes", "no", None}

    def test_joined_by_default_in_the_whole_life_of_the_convention(self) -> None:
        whole = asked(register(REVIEW), "joined")
        assert whole["count"] == whole["totals"]["joined"]["yes"] == 110
        since = date(2015, 9, 11)
        period = asked(register("2021-01-01"), "joined", since=since, until=date(2019, 12, 31))
        assert [each["state"] for each in period["rows"]][-1] == "MDV"
        assert sum(period["totals"]["by_group"].values()) == period["count"]
        assert period["selected"]["since"] == "2015-09-11"

    def test_a_consent_leads_to_the_signature_and_the_deposit(self) -> None:
        assert row(asked(register(REVIEW), "joined"), "IRL")["events"] == ["IRL#1", "IRL#2"]
        assert row(asked(register(REVIEW), "joined"), "NIU")["signed_on"] is None

    def test_a_period_beyond_the_day_asked_about_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="the day asked about"):
            asked(register(REVIEW), "joined", until=date(2020, 9, 29))
        with pytest.raises(InvalidValueError, match="give the earlier day first"):
            asked(register(REVIEW), "joined", since=date(2020, 1, 2), until=date(2020, 1, 1))

    def test_an_amendment_proposed(self) -> None:
        proposed = happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", amendment="annex")
        document = asked(engine_with(proposed), "amendments")
        assert document["rows"][0]["events"] == ["CCM#1"]
        assert document["totals"]["stage"]["proposed"] == 1
        assert list(mismatches(document, ledger_shape("amendments"))) == []


class TestCoverage:
    def test_a_cell_is_found_nothing_or_null(self) -> None:
        engine = engine_with(
            happened(CoverageStated, "2014-01-01", provision="3(2)", reaches=date(2013, 12, 31)),
            happened(StockpileDestroyed, "2012-05-01", "DEU", munitions=1),
        )
        subject = Subject.STOCKPILE_DESTRUCTION
        document = asked(engine, "coverage", "2014-06-01", subject=subject, state="DEU")
        (germany,) = document["rows"]
        extents = {year: told["extent"] for year, told in germany["years"].items()}
        assert extents == {
            "2010": "nothing",
            "2011": "nothing",
            "2012": "found",
            "2013": "nothing",
            "2014": None,
        }
        totals = document["totals"]["stockpile-destruction"]
        assert totals["2012"] == {"found": 1, "nothing": 0, "unknown": 0}
        assert totals["2014"] == {"found": 0, "nothing": 0, "unknown": 1}

    def test_a_year_in_which_nothing_is_owed_is_left_out(self) -> None:
        years = row(asked(register(REVIEW), "coverage", subject=Subject.REPORTS), "SVK")["years"]
        assert list(years) == ["2016", "2017", "2018", "2019", "2020"]

    def test_years_are_those_asked_for(self) -> None:
        totals = asked(register(REVIEW), "coverage", first_year=2018, last_year=2019)["totals"]
        assert {*totals} == {each.value for each in Subject}
        assert all(list(each) == ["2018", "2019"] for each in totals.values())
        assert totals["reports"]["2019"] == {"found": 14, "nothing": 3, "unknown": 89}

    def test_no_year_before_the_convention_or_after_the_day(self) -> None:
        for chosen in (Selection(first_year=2007), Selection(last_year=2021)):
            with pytest.raises(InvalidValueError, match="before 2008 or after 2020"):
                read(register(REVIEW), "coverage", chosen)


class TestWhatIsAskedFor:
    @pytest.mark.parametrize(
        "name", [each for each, ledger in LEDGERS.items() if "state" in ledger.takes]
    )
    def test_a_state_is_shown_alone(self, name: str) -> None:
        alone = asked(register(REVIEW), name, state="Bosnia and Herzegovina")
        everyone = asked(register(REVIEW), name)
        rows = [each for each in everyone["rows"] if each["state"] == "BIH"]
        assert alone["rows"] == rows != []
        assert alone["selected"]["state"] == "BIH"

    @pytest.mark.parametrize("name", LEDGERS)
    @pytest.mark.parametrize(
        ("chosen", "selection"),
        [
            ("state", Selection(state="BGR")),
            ("year", Selection(year=2015)),
            ("grace_days", Selection(grace_days=3)),
            ("trim_per_cent", Selection(trim_per_cent=5)),
            ("subject", Selection(subject=Subject.REPORTS)),
            ("since", Selection(since=date(2015, 1, 1))),
            ("until", Selection(until=date(2016, 1, 1))),
            ("first_year", Selection(first_year=2015)),
            ("last_year", Selection(last_year=2016)),
        ],
    )
    def test_a_choice_changes_a_ledger_or_is_refused(
        self, name: str, chosen: str, selection: Selection
    ) -> None:
        if chosen in LEDGERS[name].takes:
            assert read(register(REVIEW), name, selection) != asked(register(REVIEW), name)
        else:
            with pytest.raises(InvalidValueError, match=f"{chosen} says nothing to it"):
                read(register(REVIEW), name, selection)

    def test_neither_a_ledger_nor_a_state_is_guessed(self) -> None:
        with pytest.raises(InvalidValueError, match="give stockpiles, retained"):
            read_ledger(register(REVIEW), "stocks", ALL)
        with pytest.raises(UnknownStateError):
            asked(register(REVIEW), "retained", state="Atlantis")
