"""Generated pages are fresh, and say everything there is to say."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from ccm_engine import Authority, Citation, Engine, PartialDate, Provision, errors
from ccm_engine.domain import events as e
from ccm_engine.domain.obligations import Obligation
from ccm_engine.domain.provisions import every_paragraph
from ccm_engine.domain.states import ALL_STATES, StateCode
from docs.generate import generated_pages
from docs.generators import articles_page, errors_page, events_page
from docs.generators.event_examples import every_example
from docs.generators.paragraphs import APPLIED_BY, LEFT_OUT, WITHOUT_RULE, Coverage
from tests.docs.pages import ROOT, name_of

PAGES = generated_pages()
CITED = (Citation(document="a list", publisher="somebody", authority=Authority.DEPOSITARY),)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_generated_page_is_fresh(path: Path) -> None:
    written = path.read_text(encoding="utf-8") if path.exists() else None
    assert written == PAGES[path](), f"{name_of(path)} is stale: run make docs"


class TestEvents:
    def test_every_event_has_one_example(self) -> None:
        kinds = [type(event) for event in every_example()]
        assert sorted(kind.TYPE for kind in kinds) == sorted(e.EVENT_TYPES)

    def test_every_event_is_on_the_page_by_its_stored_name(self) -> None:
        page = events_page.page()
        assert [name for name in e.EVENT_TYPES if f"`{name}`" not in page] == []


class TestErrors:
    def test_every_error_is_on_the_page(self) -> None:
        page = errors_page.page()
        assert [k for k in errors_page.every_error() if f"## {k.__name__}\n" not in page] == []

    def test_an_error_without_an_example_is_raised_nowhere(self) -> None:
        code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
        made = set(re.findall(r"(?:raise|return|=) (\w+Error)\(", code))
        without = {kind.__name__ for kind in errors_page.every_error()} - {
            kind.__name__ for kind in errors_page.EXAMPLES
        }
        assert not made & without

    def test_every_attribute_is_told_of(self) -> None:
        assert set(vars(errors.CcmError("a", "b", "c"))) == set(errors_page.ATTRIBUTES)


class TestCoverageOfTheConvention:
    def test_every_paragraph_is_applied_or_explained_and_none_is_both(self) -> None:
        applied = set(articles_page.applications())
        assert applied | set(WITHOUT_RULE) == set(every_paragraph())
        assert applied.isdisjoint(WITHOUT_RULE)

    def test_what_is_said_of_applied_paragraphs_is_said_of_applied_ones_only(self) -> None:
        assert {*LEFT_OUT, *APPLIED_BY} <= set(articles_page.applications())

    def test_every_rule_names_what_it_yields(self) -> None:
        assert [rule for rule in articles_page.rules() if not [*articles_page.named_by(rule)]] == []

    def test_every_provision_a_rule_yields_is_modelled_or_a_standing_duty(self) -> None:
        applied = articles_page.applications()
        for rule in articles_page.rules():
            for cited in articles_page.named_by(rule):
                found = applied[Provision(cited.article, cited.paragraph)]
                assert rule in found.rules
                kind = articles_page.coverage_of(found)
                assert kind in {Coverage.MODELLED, Coverage.STANDING}

    def test_what_rules_really_yield_is_what_they_name(self) -> None:
        named = {each for rule in articles_page.rules() for each in articles_page.named_by(rule)}
        assert {each.provision for each in everything_owed()} == named

    def test_citations_are_read_as_they_are_written(self) -> None:
        text = "Articles 3(3)-(5), 4(1)(a) and (16(2)); Article 15: no 4(9x)."
        cited = ["15", "16(2)", "3(3)", "3(4)", "3(5)", "4(1)(a)"]
        assert sorted(map(str, articles_page.cited_in(text))) == cited


def everything_owed() -> tuple[Obligation, ...]:
    """Derive one duty of each kind there is, of a state about which everything is on record."""
    engine = Engine.in_memory(history_with_everything(StateCode("SMR")))
    return engine.on(date(2026, 6, 1)).obligations()


def history_with_everything(owing: StateCode) -> Iterator[e.Event]:
    for state in islice((owing, *(each for each in ALL_STATES if each != owing)), 30):
        yield e.InstrumentDeposited(
            state=state,
            occurred_on=PartialDate.parse("2010-02-16"),
            citations=CITED,
            instrument=e.Instrument.ACCESSION,
        )
    yield e.MunitionsRetained(
        state=owing, occurred_on=PartialDate.parse("2012"), citations=CITED, munitions=3
    )
    yield e.ClearanceCompleted(state=owing, occurred_on=PartialDate.parse("2013"), citations=CITED)
    yield e.HostilitiesEnded(
        state=owing, occurred_on=PartialDate.parse("2014"), citations=CITED, conflict="a-war"
    )
    yield e.ClarificationRequested(
        state=owing, occurred_on=PartialDate.parse("2015-05"), citations=CITED, request="first"
    )
    other = next(each for each in ALL_STATES if each != owing)
    yield e.UseReported(
        state=owing,
        occurred_on=PartialDate.parse("1987"),
        citations=CITED,
        on_territory_of=(other,),
    )
    yield e.ContributionAssessed(
        state=owing,
        occurred_on=PartialDate.parse("2015"),
        citations=CITED,
        assessment="first",
        amount_cents=1,
        currency="CHF",
    )
    yield e.TreatyDisputeArose(
        occurred_on=PartialDate.parse("2015"),
        citations=CITED,
        dispute="first",
        between=(owing, other),
    )
    yield e.MeetingHeld(
        occurred_on=PartialDate.parse("2010-11-12"),
        citations=CITED,
        meeting="1MSP",
        opens_on=date(2010, 11, 9),
        closes_on=date(2010, 11, 12),
        kind=e.MeetingKind.MEETING_OF_STATES_PARTIES,
    )
