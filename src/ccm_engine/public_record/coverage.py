"""Say how far the record reaches, so that silence after it is unknown and not a breach.

Initial reports are known for all states up to the review document of 2020, which names every
overdue one; further for a state whose reports a later page lists. Of annual reports (and those on
retained munitions, which are part of them) the pages that were read often name only some: for a
state the record reaches to its last such page, but stops before the first 30 April for which no
source names a report or says that there was none. Declarations under Article 4(1)(c) were not
gathered. What meetings decided on Article 4 requests is known up to the 12MSP, but for two states;
that they were held is known up to the 13MSP.

The review document is also the last that names every state with a national measure, and every state
with victims and a focal point for them. It lists who reported risk education, survey or strategies
in its own period only, one year's vote, and counts of assistance without names: of Articles 4(2),
6 and 21(1), and of offices and orders (11(1)), the record was gathered in part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from ccm_engine.domain.calendar import PartialDate, parse_day
from ccm_engine.domain.events import AnnualReportSubmitted, CoverageStated, Event
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.domain.states import StateCode
from ccm_engine.public_record.authority import MONITOR
from ccm_engine.public_record.claims import REVIEW_DOCUMENT, REVIEW_POSITION, Claim
from ccm_engine.public_record.closing import CLOSED_ON
from ccm_engine.public_record.reports import consents, initial_reports
from ccm_engine.public_record.versions import Settled

REPORTS: Final = ("initial-report-submitted", "annual-report-submitted")

COUNTRY_SHEET: Final = ("country sheet", "country profile")
"""What the titles of the Support Unit's pages say that list all reports of one state."""

NO_INITIAL_REPORT: Final = ("COG-ee566ec931", "COM-c10b458010", "STP-ac49bd7793")
"""Claims of other kinds whose page says that the state has no initial report yet."""

FIRST_ANNUAL_REPORTS: Final = 2012
"""The first year in which any state owed an annual report."""

IN_TIME_MONTHS: Final = 18
"""An initial report this long after the deposit is late by any reading."""

YEARLY: Final = ("7.2", "3.8")

DECISIONS_REACH: Final[Mapping[StateCode | None, str]] = {
    None: "2025-09-15",
    StateCode("DEU"): "2024-09-09",
    StateCode("LAO"): "2024-09-09",
}
"""The eve of the first meeting whose decision on an Article 4 deadline was not found: the 13MSP
for all, the 12MSP for the two whose requests it had before it."""

MEETINGS: Final = ("11.2", "12.1")
MEETINGS_REACH: Final = "2025-09-19"
"""The close of the last meeting in the rows, the 13MSP."""

NAMED_ON: Final[Mapping[str, tuple[int, str, str]]] = {
    "5.1": (66, "2020-09-28", "the only list that names every State Party with victims"),
    "5.2g": (68, "2020-09-28", "the only list of every State Party with victims and a focal point"),
    "9": (107, "2015-09-11", "two lists name every state with a measure or with one in hand"),
}
"""By provision, the paragraph of the review document that names every state on its day, since when
silence tells, and what it is."""

IN_PART: Final[Mapping[str, str]] = {
    "4.2": "who reported risk education, survey or a strategy is known for 2015 to 2020 only",
    "6.1": "requests are named for victims, otherwise counted: a missing claim is not a missing "
    "request",
    "6.2": "assistance given is counted by year, without names",
    "7.1a": "whom states told of their measures was not gathered; which measures is stated for 9",
    "7.1f": "plans and programmes for destruction were not gathered, only what was destroyed",
    "7.1k": "what is done for victims is known from lists for 2015 to 2020 only",
    "11.1": "offices and what meetings ordered are known from pages that name some of them",
    "21.1": "votes were gathered for 2019, observers for 2015 to 2020, outreach in part",
}
"""By provision, what was gathered without reaching all states or all years."""


@attrs.frozen
class Silence:
    """A page names no other report from the year `since` on, and says so up to the day `until`."""

    since: int
    until: str


SILENCES: Final[Mapping[str, Silence]] = {
    "ATG-b8a5108198": Silence(2012, "2014-06-01"),
    "BDI-ca976c1ec5": Silence(2011, "2020-08-01"),
    "BFA-9ea5025049": Silence(2013, "2020-09-04"),
    "BLZ-38e5896ad6": Silence(2018, "2022-01-01"),
    "CHL-3430cbbbb5": Silence(2013, "2016-07-10"),
    "GRD-6b7d1072cd": Silence(2013, "2016-06-07"),
    "GTM-4b363f293c": Silence(2013, "2015-07-01"),
    "HUN-cbf8b7943c": Silence(2013, "2015-06-04"),
    "ISL-c0a710b764": Silence(2019, "2022-08-01"),
    "LSO-21f6539fd9": Silence(2011, "2016-06-26"),
    "MLI-af34dae058": Silence(2016, "2019-06-01"),
    "MLT-19401b271f": Silence(2011, "2015-06-01"),
    "MNE-dadc777439": Silence(2011, "2012-06-01"),
    "MWI-4f6aec349b": Silence(2011, "2016-06-27"),
    "NIC-6f2eabef1d": Silence(2012, "2015-06-04"),
    "PHL-4f2b2f2bf0": Silence(2020, "2022-08-16"),
    "SEN-6fdd5e3566": Silence(2012, "2013-06-27"),
    "SEN-9d68dafccd": Silence(2014, "2015-07-08"),
    "SLE-9dbfb74f7a": Silence(2011, "2016-06-29"),
    "SLV-0e1a66175c": Silence(2014, "2016-06-26"),
    "SOM-79ebc73d23": Silence(2020, "2022-08-01"),
    "SYC-d7aab1b24b": Silence(2013, "2016-05-30"),
    "TCD-60d110950a": Silence(2014, "2018-07-01"),
    "TCD-630161d227": Silence(2020, "2023-01-01"),
    "URY-a48ea4a05f": Silence(2011, "2015-06-15"),
    "VCT-ce85a04158": Silence(2012, "2016-06-25"),
    "WSM-252065af09": Silence(2012, "2015-05-14"),
    "ZAF-a3850d87e1": Silence(2017, "2022-08-01"),
}
"""By the claim whose note says so."""


def stated(claims: Iterable[Claim], happenings: Iterable[Settled]) -> list[Event]:
    """Return how far the record reaches for each provision and state."""
    claims = sorted(claims, key=lambda claim: claim.id)
    happenings = list(happenings)
    review = next(each for each in claims if each.title == f"{REVIEW_DOCUMENT}, paragraph 94")
    return [
        _coverage("7.1", None, REVIEW_POSITION, _uncounted(review)),
        *(_coverage(provision, None, None, GATHERING) for provision in (*YEARLY, "4.1c")),
        *(
            _coverage("4.1a", state, parse_day(eve), DECISIONS)
            for state, eve in DECISIONS_REACH.items()
        ),
        *(
            _coverage(provision, None, parse_day(MEETINGS_REACH), SITTINGS)
            for provision in MEETINGS
        ),
        *_by_theme(claims),
        *_initial(claims),
        *_yearly(claims, happenings),
    ]


LAST_COUNT: Final = "VUT-309ba32d1b"
"""The claim whose page gives the last count of States Parties, 112: that of the record, so that no
deposit and no withdrawal is missing."""

NO_CASE: Final = (15, "no request for clarification had been made so far")
"""The paragraph of the review document on Article 8(2), and what it says."""


def _by_theme(claims: list[Claim]) -> Iterator[Event]:
    """Yield how far the lists of the review document reach, and what was gathered in part."""
    review = next(each for each in claims if each.title.startswith(REVIEW_DOCUMENT))

    def paragraph(number: int, note: str) -> Citation:
        document = f"{REVIEW_DOCUMENT}, paragraph {number}"
        return attrs.evolve(_uncounted(review), document=document, note=note)

    for provision, (number, since, note) in NAMED_ON.items():
        whole = _coverage(provision, None, REVIEW_POSITION, paragraph(number, note))
        yield attrs.evolve(whole, since=parse_day(since))
    yield _coverage("8.2", None, REVIEW_POSITION, paragraph(*NO_CASE))
    last = next(each for each in claims if each.id == LAST_COUNT)
    counted = attrs.evolve(_uncounted(last), note="its count of States Parties is the record's")
    yield _coverage("16.1", None, _appeared(last), counted)
    for provision, note in IN_PART.items():
        yield _coverage(provision, None, None, attrs.evolve(GATHERING, note=note))


GATHERING: Final = Citation(
    document="The record, as sources state it",
    publisher="ccm_engine, the public record",
    authority=Authority.PRESS,
    published=PartialDate.on(CLOSED_ON),
    note="gathered from pages many of which are old: a missing claim is not a missing report",
)

DECISIONS: Final = attrs.evolve(
    GATHERING, note="a meeting later than this may have extended the deadline; not found"
)


SITTINGS: Final = attrs.evolve(GATHERING, note="every meeting up to this one is in the rows")


def _initial(claims: list[Claim]) -> Iterator[Event]:
    for state, pages in _pages(claims, NO_INITIAL_REPORT).items():
        last = max(pages, key=_appeared)
        if _appeared(last) > REVIEW_POSITION:
            yield _coverage("7.1", state, _appeared(last), _uncounted(last))


def _yearly(claims: list[Claim], happenings: list[Settled]) -> Iterator[Event]:
    initial, consented = initial_reports(happenings), consents(happenings)
    filed = _years_filed(happenings)
    silent = _silences(claims)
    for state, pages in _pages(claims).items():
        if state not in initial or state not in consented:
            continue
        last = max(pages, key=_appeared)
        first = _first_year(initial[state], consented[state])
        reaches = _before_gap(range(first, _appeared(last).year + 1), filed[state], silent[state])
        reaches = min(reaches, _appeared(last))
        for provision in YEARLY:
            yield _coverage(provision, state, reaches, _uncounted(last))


def _first_year(filed: PartialDate, deposited: PartialDate) -> int:
    """Return the year of the first 30 April that a missing report can be missing from.

    After an initial report in time that is the year after it; after a late one, filed by 30 April,
    its own year.
    """
    late = filed.first > deposited.shifted(IN_TIME_MONTHS).latest
    own_year = late and filed.first <= date(filed.first.year, 4, 30)
    return max(FIRST_ANNUAL_REPORTS, filed.first.year if own_year else filed.latest.year + 1)


def _before_gap(years: Iterable[int], filed: set[int], silences: list[Silence]) -> date:
    """Return the eve of the first 30 April for which no source names a report or its absence."""
    for year in years:
        due = date(year, 4, 30)
        said_none = any(each.since <= year and due <= parse_day(each.until) for each in silences)
        if year not in filed and not said_none:
            return date(year, 4, 29)
    return CLOSED_ON


def _years_filed(happenings: list[Settled]) -> Mapping[StateCode, set[int]]:
    """Return the years by whose 30 April a report is known, by day or by the year it covers."""
    years: dict[StateCode, set[int]] = defaultdict(set)
    for event in (settled.event for settled in happenings):
        if isinstance(event, AnnualReportSubmitted):
            covered = event.year_covered
            year = event.occurred_on.first.year if covered is None else covered + 1
            years[event.state].add(year)
    return years


def _silences(claims: list[Claim]) -> Mapping[StateCode, list[Silence]]:
    found: dict[StateCode, list[Silence]] = defaultdict(list)
    for claim in claims:
        if claim.id in SILENCES and claim.state is not None:
            found[claim.state].append(SILENCES[claim.id])
    return found


def _pages(claims: list[Claim], further: tuple[str, ...] = ()) -> Mapping[StateCode, list[Claim]]:
    """Return the claims from pages that list a state's reports and show when they appeared."""
    pages: dict[StateCode, list[Claim]] = defaultdict(list)
    for claim in claims:
        listing = claim.kind in REPORTS and (
            claim.publisher == MONITOR or any(name in claim.title for name in COUNTRY_SHEET)
        )
        if claim.state and claim.published and (listing or claim.id in further):
            pages[claim.state].append(claim)
    return pages


def _appeared(claim: Claim) -> date:
    """Return the first day on which a page can have appeared: it knows what came before."""
    return CLOSED_ON if claim.published is None else claim.published.first


def _uncounted(claim: Claim) -> Citation:
    """Return the source without the claim, which has its place elsewhere."""
    return attrs.evolve(claim.citation, claim=None, note=None)


def _coverage(
    provision: str, state: StateCode | None, reaches: date | None, citation: Citation
) -> CoverageStated:
    return CoverageStated(
        occurred_on=citation.published or PartialDate.on(CLOSED_ON),
        citations=(citation,),
        provision=provision,
        state=state,
        reaches=reaches,
    )
