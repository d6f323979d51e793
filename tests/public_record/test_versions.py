"""Which of several versions stands."""

from __future__ import annotations

import pytest

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Signed, StockpileDeclared
from ccm_engine.domain.sources import Authority
from ccm_engine.domain.states import code
from ccm_engine.public_record.authority import publisher
from ccm_engine.public_record.claims import Claim
from ccm_engine.public_record.readings import Reading
from ccm_engine.public_record.versions import Statement, settle, statement

MONITOR = "http://the-monitor.org"
PRESS = "https://news.example"
DEPOSITARY = "http://treaties.un.org"


def say(
    number: int, on: str | None, url: str = MONITOR, published: str = "2020", **known: int
) -> Statement:
    claim = Claim(
        id=f"BGR-{number}",
        kind="any",
        state=code("BGR"),
        on=None if on is None else PartialDate.parse(on),
        details={},
        title="A page",
        url=f"{url}/{number}",
        published=PartialDate.parse(published),
        note=None,
    )
    reading = Reading(claim=claim, kind="any", when=claim.when, details={})
    return statement(reading, StockpileDeclared if known else Signed, **known)


class TestAgreement:
    """Claims that agree become one event with all citations."""

    def test_the_finer_of_two_days_stands(self) -> None:
        settled = settle([say(1, "2013"), say(2, "2013-06-30")])
        assert str(settled.event.occurred_on) == "2013-06-30"
        assert len(settled.event.citations) == 2
        assert not settled.disputes

    def test_claims_of_one_happening_narrow_each_other(self) -> None:
        settled = settle([say(1, "2020", published="2020-11-17"), say(2, "../2020-09-28")])
        assert str(settled.event.occurred_on) == "2020-01-01/2020-09-28"

    def test_a_day_not_stated_is_by_the_day_of_publication(self) -> None:
        event = settle([say(1, None, published="2015-07")]).event
        assert str(event.occurred_on) == "../2015-07-31"

    def test_a_rounded_number_agrees_with_the_exact_one(self) -> None:
        settled = settle(
            [say(1, None, submunitions=38_700_000), say(2, None, submunitions=38_758_898)]
        )
        assert isinstance(settled.event, StockpileDeclared)
        assert settled.event.submunitions == 38_758_898
        assert not settled.disputes

    @pytest.mark.parametrize(("one", "other"), [(675, 676), (510, 500), (12_900, 14_400)])
    def test_small_or_unrounded_numbers_disagree(self, one: int, other: int) -> None:
        assert settle([say(1, None, munitions=one), say(2, None, munitions=other)]).disputes


class TestRank:
    """The most authoritative stands; then the most precise, frequent, latest published."""

    def test_the_depositary_stands_before_the_press(self) -> None:
        settled = settle([say(1, "2015-03-17", PRESS), say(2, "2015-03-16", DEPOSITARY)])
        assert str(settled.event.occurred_on) == "2015-03-16"
        assert [str(each.occurred_on) for each in settled.disputes] == ["2015-03-17"]

    def test_authority_comes_before_precision(self) -> None:
        settled = settle([say(1, "2014", DEPOSITARY), say(2, "2015-03-16")])
        assert str(settled.event.occurred_on) == "2014"

    def test_precision_comes_before_frequency(self) -> None:
        settled = settle([say(1, "2014"), say(2, "2014"), say(3, "2015-03-16")])
        assert str(settled.event.occurred_on) == "2015-03-16"

    def test_frequency_comes_before_the_latest(self) -> None:
        settled = settle(
            [say(1, "2013-04-09"), say(2, "2013-04-09"), say(3, "2013-04-29", published="2022")]
        )
        assert str(settled.event.occurred_on) == "2013-04-09"

    def test_the_latest_published_comes_last(self) -> None:
        settled = settle([say(1, "2011-01-21", published="2012"), say(2, "2011-03-30")])
        assert str(settled.event.occurred_on) == "2011-03-30"


class TestAuthority:
    """Who speaks is told by the title before the address, but for the depositary."""

    @pytest.mark.parametrize(
        ("title", "url", "authority"),
        [
            ("UN Treaty Collection", "http://treaties.un.org/x", Authority.DEPOSITARY),
            ("CCM/CONF/2020/13, paragraph 94", None, Authority.UNITED_NATIONS),
            ("Germany country profile (CCM ISU)", "https://docslib.org/1", Authority.ISU),
            ("Peru: Article 3 extension request", "https://docslib.org/2", Authority.STATE),
            ("ISU news: Spain", "https://ccm3.pronk.se/x", Authority.ISU),
            ("Any", "https://archives2.the-monitor.org/x", Authority.MONITOR),
            ("Any", "http://WWW.STOPCLUSTERMUNITIONS.ORG/x", Authority.MONITOR),
            ("Mine Action Review tweet", "https://twicopy.com/x", Authority.MONITOR),
            ("Ada Derana", "http://www.adaderana.lk/x", Authority.PRESS),
            ("Any", "https://nothrw.org/x", Authority.PRESS),
        ],
    )
    def test_it_is(self, title: str, url: str | None, authority: Authority) -> None:
        assert publisher(title, url).authority is authority
