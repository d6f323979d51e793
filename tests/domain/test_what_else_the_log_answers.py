"""Every word that the log says of joining and leaving, extensions, reports and the record.

Each on the last day it is said and the first it is not, or the other way about. Of Bulgaria, bound
since 1 October 2011, and of Lithuania, which left. `python -m
tests.domain.test_what_else_the_log_answers` writes them again; what the log says to events of
single themes is in `test_what_the_log_answers.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import attrs

from ccm_engine import Citation, Event
from ccm_engine.domain.admission import SUPPOSED
from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ClarificationAnswered,
    ClarificationRequested,
    ClearanceCompleted,
    ContaminationDeclared,
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionRequested,
    HostilitiesEnded,
    InitialReportSubmitted,
    Instrument,
    InstrumentDeposited,
    MeetingKind,
    MeetingMoved,
    Procedure,
    ProvisionalApplicationDeclared,
    Retracted,
    Signed,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestructionCompleted,
    VoluntaryReportSubmitted,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.errors import CcmError
from tests.admitting import sitting
from tests.histories import called, engine_with, happened, joined, on, source

ANSWERS: Final = Path(__file__).parents[1] / "golden" / "more_admissions.txt"

BULGARIA: Final = (
    *joined("BGR", "2011-04-06"),
    happened(StockpileDeclared, "2012-03-27", "BGR", munitions=6909),
    happened(ContaminationDeclared, "2012-03-27", "BGR"),
)
LEFT: Final = (
    *joined("LTU", "2011-03-24"),
    happened(WithdrawalNotified, "2024-09-06", "LTU"),
)
TWO_CONFLICTS: Final = (
    *BULGARIA,
    *(
        happened(HostilitiesEnded, day, "BGR", conflict=name)
        for day, name in (("2012-05-01", "border"), ("2015-05-01", "coast"))
    ),
)


def signed(day: str, state: str = "CHE") -> Event:
    return happened(Signed, day, state)


def deposited(
    day: str, state: str = "CHE", instrument: Instrument = Instrument.RATIFICATION
) -> Event:
    return happened(InstrumentDeposited, day, state, instrument=instrument)


def acceded(day: str, state: str = "CHE") -> Event:
    return deposited(day, state, Instrument.ACCESSION)


def notice(day: str, stated: str | None = None, state: str = "LTU") -> Event:
    effect = None if stated is None else date.fromisoformat(stated)
    return happened(WithdrawalNotified, day, state, effective_on=effect)


def requested(
    day: str,
    until: str | None = None,
    *,
    article: int = 3,
    meeting: str | None = None,
    months: int | None = None,
    conflict: str | None = None,
) -> Event:
    return happened(
        ExtensionRequested,
        day,
        "BGR",
        article=article,
        until=None if until is None else on(until),
        meeting=meeting,
        months=months,
        conflict=conflict,
    )


def granted(
    day: str,
    until: str | None = None,
    *,
    article: int = 3,
    months: int | None = None,
    conflict: str | None = None,
    procedure: Procedure | None = None,
) -> Event:
    return happened(
        ExtensionGranted,
        day,
        "BGR",
        article=article,
        until=None if until is None else on(until),
        months=months,
        conflict=conflict,
        procedure=procedure,
    )


def refused(day: str, article: int = 3) -> Event:
    return happened(ExtensionRefused, day, "BGR", article=article)


def annual(day: str, year: int | None, state: str = "BGR") -> Event:
    return happened(AnnualReportSubmitted, day, state, year_covered=year)


def asked(request: str, *by: str, of: str = "NOR", day: str = "2015-01-01") -> Event:
    return happened(ClarificationRequested, day, of, request=request, asked_by=by)


def review(code: str, opens: str) -> Event:
    return sitting(code, opens, MeetingKind.REVIEW_CONFERENCE)


def moved(meeting: str) -> Event:
    days = {"opens_on": date(2012, 9, 12), "closes_on": date(2012, 9, 15)}
    return happened(MeetingMoved, "2012-01-01", meeting=meeting, **days)


def said_of(kind: type[Event], target: str, /, **more: object) -> Event:
    return happened(kind, "2016-01-01", target=target, **more)


def disputed(alternative: Event, target: str = "BGR#2") -> Event:
    return said_of(Disputed, target, alternative=alternative)


def resolved(target: str, *, upheld: bool = False) -> Event:
    return said_of(DisputeResolved, target, upheld=upheld, reason="the status list")


def retracted(target: str) -> Event:
    return said_of(Retracted, target, reason="misread")


def of_day(published: str | None, gives: str | None = None) -> tuple[Citation, ...]:
    (one,) = source()
    appeared = None if published is None else on(published)
    return (attrs.evolve(one, published=appeared, gives=None if gives is None else on(gives)),)


def completed(day: str) -> Event:
    return happened(StockpileDestructionCompleted, day, "BGR")


JOINING: Final[dict[str, tuple[Event, ...]]] = {
    "signed the day before Oslo": (signed("2008-12-02"),),
    "signed at Oslo": (signed("2008-12-03"),),
    "signed the day before entry into force": (signed("2010-07-31"),),
    "signed on the day of entry into force": (signed("2010-08-01"),),
    "signed by a day after entry into force": (signed("../2010-08-05"),),
    "signed twice": (signed("2008-12-03"), signed("2009-01-01")),
    "signed after accession": (acceded("2010-08-01"), signed("2009-01-01")),
    "signed the day after ratification": (
        *joined("CHE", "2009-01-01", "2008-12-03"),
        retracted("CHE#1"),
        signed("2009-01-02"),
    ),
    "signed on the day of ratification": (
        *joined("CHE", "2009-01-01", "2008-12-03"),
        retracted("CHE#1"),
        signed("2009-01-01"),
    ),
    "a signatory accedes": (signed("2008-12-03"), acceded("2012-07-17")),
    "a signatory ratifies": (signed("2008-12-03"), deposited("2012-07-17")),
    "a signatory that left accedes": (*LEFT, acceded("2025-03-06", "LTU")),
    "a signatory that leaves tomorrow accedes": (*LEFT, acceded("2025-03-05", "LTU")),
    "who did not sign ratifies": (deposited("2012-07-17"),),
    "who did not sign accedes": (acceded("2012-07-17"),),
    "who did not sign succeeds": (deposited("2012-07-17", instrument=Instrument.SUCCESSION),),
    "ratified the day before signing": (signed("2009-01-02"), deposited("2009-01-01")),
    "ratified on the day of signing": (signed("2009-01-02"), deposited("2009-01-02")),
    "acceded before Oslo": (acceded("2008-12-02"),),
    "acceded at Oslo": (acceded("2008-12-03"),),
    "a second instrument": (acceded("2012-07-17"), acceded("2013-07-17")),
    "an earlier instrument": (acceded("2012-07-17"), acceded("2011-07-17")),
    "an earlier instrument, and a notice between": (
        *LEFT,
        acceded("2025-06-01", "LTU"),
        retracted("LTU#2"),
        deposited("2024-09-05", "LTU"),
    ),
    "an earlier instrument, of the day of the notice": (
        *LEFT,
        acceded("2025-06-01", "LTU"),
        retracted("LTU#2"),
        deposited("2024-09-06", "LTU"),
    ),
    "an earlier instrument, and no notice between": (
        *LEFT,
        acceded("2025-06-01", "LTU"),
        retracted("LTU#2"),
        deposited("2024-09-07", "LTU"),
    ),
    "an earlier instrument, and a notice on the day of the later": (
        *LEFT,
        acceded("2025-06-01", "LTU"),
        said_of(Corrected, "LTU#3", replacement=notice("2025-06-01"), reason="misread"),
        retracted("LTU#2"),
        deposited("2011-03-24", "LTU"),
    ),
    "applied provisionally on the day of deposit": (
        *joined("CHE", "2009-01-01"),
        happened(ProvisionalApplicationDeclared, "2009-01-01", "CHE"),
    ),
    "applied provisionally a day later": (
        *joined("CHE", "2009-01-01"),
        happened(ProvisionalApplicationDeclared, "2009-01-02", "CHE"),
    ),
    "left without having joined": (notice("2024-09-06", state="CHE"),),
    "left, and no day is stated": (*LEFT[:2], notice("2024-09-06")),
    "left, and the day computed is stated": (*LEFT[:2], notice("2024-09-06", "2025-03-06")),
    "left, and another day is stated": (*LEFT[:2], notice("2024-09-06", "2025-03-07")),
    "left twice": (*LEFT, notice("2024-10-01")),
    "left again after revoking": (
        *LEFT,
        happened(WithdrawalRevoked, "2024-09-20", "LTU"),
        notice("2024-10-01"),
    ),
    "revoked the day before it has effect": (
        *LEFT,
        happened(WithdrawalRevoked, "2025-03-05", "LTU"),
    ),
    "revoked on the day it has effect": (*LEFT, happened(WithdrawalRevoked, "2025-03-06", "LTU")),
}

EXTENDING: Final[dict[str, tuple[Event, ...]]] = {
    "asked to the day of the deadline": (*BULGARIA, requested("2018-06-01", "2019-10-01")),
    "asked to the day after the deadline": (*BULGARIA, requested("2018-06-01", "2019-10-02")),
    "asked on the day of the deadline": (*BULGARIA, requested("2019-10-01", months=12)),
    "asked the day after the deadline": (*BULGARIA, requested("2019-10-02", months=12)),
    "asked in time for the meeting": (
        *BULGARIA,
        called("9MSP", "2018-09-05"),
        requested("2018-12-02", months=12, meeting="9MSP"),
    ),
    "asked a day late for the meeting": (
        *BULGARIA,
        called("9MSP", "2018-09-05"),
        requested("2018-12-03", months=12, meeting="9MSP"),
    ),
    "asked late, and a first version of the same meeting in time": (
        *BULGARIA,
        called("9MSP", "2018-09-05"),
        requested("2018-12-01", months=12, meeting="9MSP"),
        requested("2019-01-15", months=18, meeting="9MSP"),
    ),
    "asked late, and of an earlier meeting in time": (
        *BULGARIA,
        called("8MSP", "2017-09-06"),
        called("9MSP", "2018-09-05"),
        requested("2017-11-01", months=12, meeting="8MSP"),
        requested("2019-01-15", months=18, meeting="9MSP"),
    ),
    "asked for 48 months": (*BULGARIA, requested("2018-06-01", months=48)),
    "asked for 49 months": (*BULGARIA, requested("2018-06-01", months=49)),
    "asked for four years and a day": (*BULGARIA, requested("2018-06-01", "2023-10-02")),
    "asked for four years and two days": (*BULGARIA, requested("2018-06-01", "2023-10-03")),
    "asked to a month within four years": (*BULGARIA, requested("2018-06-01", "2023-10")),
    "asked to a month beyond four years": (*BULGARIA, requested("2018-06-01", "2023-11")),
    "asked to no later than a day beyond": (*BULGARIA, requested("2018-06-01", "../2023-11-01")),
    "asked for months, and to a day beyond": (
        *BULGARIA,
        requested("2018-06-01", "2024-10-01", months=60),
    ),
    "granted what nobody asked for": (*BULGARIA, granted("2019-09-04", months=12)),
    "granted what was asked for": (
        *BULGARIA,
        requested("2018-06-01", months=12),
        granted("2019-09-04", months=12),
    ),
    "granted to the day of the deadline": (*BULGARIA, granted("2019-09-04", "2019-10-01")),
    "granted on the day of the deadline": (*BULGARIA, granted("2019-10-01", months=12)),
    "granted two days after the deadline": (*BULGARIA, granted("2019-10-03", months=12)),
    "granted by silence": (
        *BULGARIA,
        granted("2019-09-04", months=12, procedure=Procedure.SILENCE),
    ),
    "granted by a meeting": (*BULGARIA, granted("2019-09-04", months=12)),
    **{
        f"granted 12 months, to {day}": (*BULGARIA, granted("2019-09-04", day, months=12))
        for day in ("2020-09-29", "2020-09-30", "2020-10-01", "2020-10-02", "2020-10-03")
    },
    "refused what nobody asked for": (*BULGARIA, refused("2019-09-04")),
    "refused what was asked for": (
        *BULGARIA,
        requested("2018-06-01", months=12),
        refused("2019-09-04"),
    ),
    "asked the day before it is bound": (*BULGARIA, requested("2011-09-30", months=12)),
    "asked by who never joined": (requested("2018-06-01", months=12),),
    "a conflict under Article 3": (
        *TWO_CONFLICTS,
        requested("2018-06-01", months=12, conflict="coast"),
    ),
    "a conflict that nobody knows": (
        *TWO_CONFLICTS,
        requested("2018-06-01", months=12, article=4, conflict="hills"),
    ),
    "more for a conflict after a grant": (
        *TWO_CONFLICTS,
        granted("2024-06-01", months=12, article=4, conflict="coast"),
        requested("2025-06-01", "2031-05-03", article=4, conflict="coast"),
    ),
    "more for a conflict after a grant for another": (
        *TWO_CONFLICTS,
        granted("2021-06-01", months=12, article=4, conflict="border"),
        requested("2024-06-01", "2030-05-03", article=4, conflict="coast"),
    ),
    "more for a conflict that is cleared": (
        *TWO_CONFLICTS,
        happened(ClearanceCompleted, "2020-01-01", "BGR", conflict="coast"),
        requested("2024-06-01", months=12, article=4, conflict="coast"),
    ),
    "more for areas than five years": (*BULGARIA, requested("2020-06-01", months=61, article=4)),
    "more for areas": (*BULGARIA, requested("2020-06-01", months=60, article=4)),
    "more for a stock there is not": (
        *BULGARIA[:2],
        happened(StockpileAbsenceDeclared, "2012-03-27", "BGR"),
        requested("2018-06-01", months=12),
    ),
    "more for a stock of which none is declared later": (
        *BULGARIA,
        happened(StockpileAbsenceDeclared, "2019-03-27", "BGR"),
        requested("2018-06-01", months=12),
    ),
    "more on the day it is destroyed": (
        *BULGARIA,
        completed("2018-06-01"),
        requested("2018-06-01", months=12),
    ),
    "more the day after it is destroyed": (
        *BULGARIA,
        completed("2018-06-01"),
        requested("2018-06-02", months=12),
    ),
}

REPORTING: Final[dict[str, tuple[Event, ...]]] = {
    "a first report of who joined": (
        *BULGARIA,
        happened(InitialReportSubmitted, "2012-01-27", "BGR"),
    ),
    "a first report of who did not": (happened(InitialReportSubmitted, "2012-01-27", "CHE"),),
    "a report on a year not begun": (*BULGARIA, annual("2013-12-31", 2014)),
    "a report on a year not over": (*BULGARIA, annual("2014-12-31", 2014)),
    "a report on a year not over, perhaps": (*BULGARIA, annual("2013-12-31/2014-01-02", 2013)),
    "a report on a year perhaps begun": (*BULGARIA, annual("2013-12-31/2014-01-02", 2014)),
    "a report on the year before": (*BULGARIA, annual("2014-04-30", 2013)),
    "a report on no year": (*BULGARIA, annual("2014-04-30", None)),
    "a report of who did not join": (annual("2014-04-30", 2013, "CHE"),),
    "a voluntary report on a year not begun": (
        happened(VoluntaryReportSubmitted, "2013-12-31", "CHE", year_covered=2014),
    ),
    "asked who is no State Party": (asked("one", "AUT", of="CHE"),),
    "asked who leaves tomorrow": (*LEFT, asked("one", "AUT", of="LTU", day="2025-03-05")),
    "asked who left today": (*LEFT, asked("one", "AUT", of="LTU", day="2025-03-06")),
    "asked who is bound tomorrow": (*BULGARIA, asked("one", "AUT", of="BGR", day="2011-09-30")),
    "asked who is bound today": (*BULGARIA, asked("one", "AUT", of="BGR", day="2011-10-01")),
    "asked itself": (asked("one", "AUT", "NOR"),),
    "asked by who is no State Party": (asked("one", "AUT", "CHE"),),
    "asked by two": (asked("one", "AUT", "IRL"),),
    "asked twice": (asked("one", "AUT"), asked("one", "IRL")),
    "asked again": (asked("one", "AUT"), asked("two", "AUT")),
    "answered what nobody asked": (
        happened(ClarificationAnswered, "2016-01-01", "NOR", request="one"),
    ),
    "answered the day before it was asked": (
        asked("one", "AUT"),
        happened(ClarificationAnswered, "2014-12-31", "NOR", request="one"),
    ),
    "answered on the day it was asked": (
        asked("one", "AUT"),
        happened(ClarificationAnswered, "2015-01-01", "NOR", request="one"),
    ),
    "hostilities ended twice": (
        *TWO_CONFLICTS,
        happened(HostilitiesEnded, "2016-05-01", "BGR", conflict="coast"),
    ),
    "other hostilities ended": (
        *TWO_CONFLICTS,
        happened(HostilitiesEnded, "2016-05-01", "BGR", conflict="hills"),
    ),
    "called twice": (called("3MSP", "2011-09-16"), called("3MSP", "2011-09-17")),
    "called after another": (called("3MSP", "2011-09-16"), called("4MSP", "2011-09-17")),
    "a review just before five years": (
        review("1RC", "2015-09-07"),
        review("2RC", "2020-09-06"),
    ),
    "a review after five years": (review("1RC", "2015-09-07"), review("2RC", "2020-09-07")),
    "a review of the same day": (review("1RC", "2015-09-07"), review("2RC", "2015-09-07")),
    "a review before another": (review("2RC", "2020-09-06"), review("1RC", "2015-09-07")),
    "a review soon after a meeting of another kind": (
        called("3MSP", "2011-09-16"),
        review("1RC", "2015-09-07"),
    ),
    "a meeting of another kind soon after a review": (
        review("1RC", "2011-09-07"),
        called("3MSP", "2011-09-16"),
    ),
    "moved and never called": (called("4MSP", "2011-09-16"), moved("3MSP")),
    "moved": (called("3MSP", "2011-09-16"), called("4MSP", "2011-09-16"), moved("3MSP")),
}

ABOUT_THE_RECORD: Final[dict[str, tuple[Event, ...]]] = {
    "what a supposition says": (attrs.evolve(annual("2014-04-30", 2013), citations=(SUPPOSED,)),),
    "a dispute by a supposition": (
        *BULGARIA,
        disputed(attrs.evolve(BULGARIA[1], citations=(SUPPOSED,))),
    ),
    "what happened tomorrow": (*BULGARIA, annual("2026-11-21", None)),
    "what happens the day after tomorrow": (*BULGARIA, annual("2026-11-22", None)),
    "published on the day it happened": (
        *BULGARIA,
        attrs.evolve(annual("2014-04-30", 2013), citations=of_day("2014-04-30")),
    ),
    "published the day before it happened": (
        *BULGARIA,
        attrs.evolve(annual("2014-04-30", 2013), citations=of_day("2014-04-29")),
    ),
    "of which its source gives the month": (
        *BULGARIA,
        attrs.evolve(annual("2014-04-30", 2013), citations=of_day(None, "2014-04")),
    ),
    "of which its source gives another month": (
        *BULGARIA,
        attrs.evolve(annual("2014-04-30", 2013), citations=of_day(None, "2014-05")),
    ),
    "corroborated by a source that gives the month": (
        *BULGARIA,
        said_of(Corroborated, "BGR#3", citations=of_day(None, "2012-03")),
    ),
    "corroborated by a source that gives another month": (
        *BULGARIA,
        said_of(Corroborated, "BGR#3", citations=of_day(None, "2012-04")),
    ),
    "retracted what there is not": (*BULGARIA, retracted("BGR#9")),
    "retracted what was retracted": (*BULGARIA, retracted("BGR#4"), retracted("BGR#4")),
    "corrected by an event of another state": (
        *BULGARIA,
        said_of(Corrected, "BGR#2", replacement=acceded("2011-04-06"), reason="misread"),
    ),
    "corrected by what is said of the record": (
        *BULGARIA,
        said_of(Corrected, "BGR#2", replacement=retracted("BGR#1"), reason="misread"),
    ),
    "corrected by what cannot be": (
        *BULGARIA,
        said_of(Corrected, "BGR#2", replacement=acceded("2011-04-06", "BGR"), reason="misread"),
    ),
    "corrected": (
        *BULGARIA,
        said_of(Corrected, "BGR#2", replacement=deposited("2011-05-06", "BGR"), reason="misread"),
    ),
    "disputed by an event of another state": (*BULGARIA, disputed(acceded("2011-04-06"))),
    "disputed by what cannot be": (*BULGARIA, disputed(deposited("2008-12-02", "BGR"))),
    "upheld what cannot be": (
        *BULGARIA,
        disputed(deposited("2008-12-02", "BGR")),
        resolved("BGR#5", upheld=True),
    ),
    "dismissed what cannot be": (
        *BULGARIA,
        disputed(deposited("2008-12-02", "BGR")),
        resolved("BGR#5"),
    ),
    "resolved what is no dispute": (*BULGARIA, resolved("BGR#2")),
    "resolved twice": (
        *BULGARIA,
        disputed(deposited("2011-05-06", "BGR")),
        resolved("BGR#5"),
        resolved("BGR#5", upheld=True),
    ),
    "resolved beside another": (
        *BULGARIA,
        disputed(deposited("2011-05-06", "BGR")),
        disputed(deposited("2011-06-06", "BGR")),
        resolved("BGR#5"),
        resolved("BGR#6"),
    ),
    "resolved after that was retracted": (
        *BULGARIA,
        disputed(deposited("2011-05-06", "BGR")),
        resolved("BGR#5"),
        retracted("BGR#6"),
        resolved("BGR#5", upheld=True),
    ),
}


def answer(events: Iterable[Event], *, in_force: bool = True) -> str:
    """Return what the log says to the last of some events."""
    *earlier, last = events
    try:
        engine = engine_with(earlier, in_force=in_force)
    except CcmError as error:
        return f"NOT EVEN THOSE BEFORE: {error}"
    try:
        remarks = engine.record([last]).remarks
    except CcmError as error:
        return f"{type(error).__name__}: {error}"
    return f"recorded; {' | '.join(remarks) or 'nothing to remark on'}"


def answered() -> Iterator[str]:
    for name, events in {**JOINING, **EXTENDING, **REPORTING, **ABOUT_THE_RECORD}.items():
        yield f"{name}: {answer(events)}"
    for name in ("signed the day before Oslo", "signed on the day of entry into force"):
        yield f"{name}, but there is none: {answer(JOINING[name], in_force=False)}"


def test_what_the_log_answers_is_said_as_it_was() -> None:
    assert list(answered()) == ANSWERS.read_text("utf-8").splitlines()


if __name__ == "__main__":
    ANSWERS.write_text("\n".join((*answered(), "")), "utf-8")
