"""What is refused in the history of one state: consent, departure, reports, shares of costs."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.events import (
    AnnualReportSubmitted,
    ClarificationAnswered,
    ClarificationRequested,
    ContributionAssessed,
    ContributionPaid,
    EntryIntoForceNotified,
    Event,
    HostilitiesEnded,
    Instrument,
    InstrumentDeposited,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.refusals import (
    ASKED,
    EARLY,
    JOINED,
    LATER,
    SOON_AFTER,
    Told,
    Unlawful,
    Where,
    acceded,
    signed,
)
from ccm_engine.testing.refusals_of_extensions import OF_EXTENSIONS


def _deposited(state: str, kind: Instrument, on: date) -> Event:
    return happened(InstrumentDeposited, on, state=state, instrument=kind)


def signature(state: str, _other: str) -> list[Unlawful]:
    """Article 15: out of its time, twice, or by who joined without it."""
    succeeded = _deposited(state, Instrument.SUCCESSION, EARLY)
    return [
        Unlawful(
            name="a signature before the Convention was open for it",
            provision="15",
            event=signed(state, date(2008, 12, 2)),
            obstacle="open for signature from 2008-12-03",
        ),
        Unlawful(
            name="a signature after entry into force",
            provision="15",
            event=signed(state, LATER),
            obstacle="until its entry into force",
            where=Where.IN_FORCE,
        ),
        Unlawful(
            name="a second signature",
            provision="15",
            before=(signed(state),),
            event=signed(state, EARLY),
            obstacle="it signed on 2008-12-03",
        ),
        Unlawful(
            name="a signature by a state that acceded",
            provision="15",
            before=(acceded(state, EARLY),),
            event=signed(state, SOON_AFTER),
            obstacle="it acceded without signing",
        ),
        Unlawful(
            name="a signature after the instrument was deposited",
            provision="15",
            before=(succeeded,),
            event=signed(state, SOON_AFTER),
            obstacle="it deposited its instrument on 2009-01-05",
        ),
    ]


def consent(state: str, _other: str) -> list[Unlawful]:
    """Articles 16 and 17: the wrong instrument, or one too many."""
    return [
        Unlawful(
            name="an accession by a signatory",
            provision="16(1)",
            before=(signed(state),),
            event=acceded(state),
            obstacle="a signatory ratifies",
        ),
        Unlawful(
            name="a ratification by a state that did not sign",
            provision="16(2)",
            event=_deposited(state, Instrument.RATIFICATION, JOINED),
            obstacle="it did not sign",
        ),
        Unlawful(
            name="a ratification before the signature",
            provision="16(1)",
            before=(signed(state, SOON_AFTER),),
            event=_deposited(state, Instrument.RATIFICATION, EARLY),
            obstacle="it signed only on 2009-02-02",
        ),
        Unlawful(
            name="an instrument before the Convention was open",
            provision="16(2)",
            event=acceded(state, date(2008, 12, 2)),
            obstacle="nothing could be deposited before 2008-12-03",
        ),
        Unlawful(
            name="a second instrument while the first binds",
            provision="16(2)",
            before=(acceded(state),),
            event=acceded(state, LATER),
            obstacle="its instrument was deposited on 2022-01-05",
        ),
        Unlawful(
            name="an entry into force without an instrument",
            provision="17(2)",
            event=happened(EntryIntoForceNotified, ASKED, state=state, in_force_on=LATER),
            obstacle="it has deposited no instrument",
        ),
    ]


def departure(state: str, _other: str) -> list[Unlawful]:
    """Article 20: notice given or revoked by who cannot."""
    notice = happened(WithdrawalNotified, ASKED, state=state)
    return [
        Unlawful(
            name="a withdrawal by a state not party",
            provision="20(2)",
            event=notice,
            obstacle="it is not a State Party on 2023-03-01",
        ),
        Unlawful(
            name="a withdrawal on the day before the Convention binds",
            provision="20(2)",
            before=(acceded(state),),
            event=happened(WithdrawalNotified, date(2022, 6, 30), state=state),
            obstacle="it is not a State Party on 2022-06-30",
            where=Where.IN_FORCE,
        ),
        Unlawful(
            name="a second notice of withdrawal",
            provision="20(2)",
            before=(acceded(state), notice),
            event=happened(WithdrawalNotified, date(2023, 4, 1), state=state),
            obstacle="it gave notice on 2023-03-01",
            where=Where.IN_FORCE,
        ),
        Unlawful(
            name="a revocation of no notice",
            provision="20(3)",
            event=happened(WithdrawalRevoked, ASKED, state=state),
            obstacle="no notice of withdrawal stands",
        ),
        Unlawful(
            name="a revocation on the day the withdrawal takes effect",
            provision="20(3)",
            before=(acceded(state), notice),
            event=happened(WithdrawalRevoked, date(2023, 9, 1), state=state),
            obstacle="the withdrawal took effect on 2023-09-01",
            where=Where.IN_FORCE,
        ),
    ]


def proceedings(state: str, other: str) -> list[Unlawful]:
    """Articles 4(1)(b), 7(2) and 8(2): reports too early, requests nobody made or may make."""
    parties = (acceded(state), acceded(other))

    def asked(by: str) -> Event:
        return happened(ClarificationRequested, ASKED, state=state, request="why", asked_by=(by,))

    ended = happened(HostilitiesEnded, ASKED, state=state, conflict="the-war")
    early = happened(AnnualReportSubmitted, ASKED, state=state, year_covered=2024)
    answered = happened(ClarificationAnswered, ASKED, state=state, request="never-made")
    found: list[tuple[str, str, tuple[Event, ...], Event, str]] = [
        ("a report on a year not begun", "7(2)", (), early, "the year 2024 had not begun"),
        ("a request to a state not party", "8(2)", (), asked(other), "it is not a State Party"),
        ("a request to oneself", "8(2)", parties, asked(state), "it would ask itself"),
        ("a request by who is not party", "8(2)", parties[:1], asked(other), "is not a State"),
        (
            *("a second request of one name", "8(2)", (*parties, asked(other)), asked(other)),
            "a request of that name is on record",
        ),
        ("an answer to no request", "8(2)", (), answered, "no request 'never-made' is on record"),
        ("hostilities that end twice", "4(1)(b)", (ended,), ended, "the-war ended on 2023-03-01"),
    ]
    return [
        Unlawful(
            name=name,
            provision=provision,
            before=before,
            event=event,
            obstacle=obstacle,
            where=Where.IN_FORCE if acceded(state) in before else Where.ANYWHERE,
        )
        for name, provision, before, event, obstacle in found
    ]


def costs(state: str, _other: str) -> list[Unlawful]:
    """Article 14(1): a share assessed twice, or paid without one, or in other money."""
    about = {"state": state, "assessment": "the-share", "amount_cents": 100}
    assessed = happened(ContributionAssessed, ASKED, currency="CHF", **about)
    paid = happened(ContributionPaid, LATER, currency="USD", **about)
    return [
        Unlawful(
            name="a second assessment of one name",
            provision="14(1)",
            before=(assessed,),
            event=assessed,
            obstacle="an assessment of that name is on record",
        ),
        Unlawful(
            name="a payment of what was never assessed",
            provision="14(1)",
            event=paid,
            obstacle="no assessment 'the-share' is on record",
        ),
        Unlawful(
            name="a payment in another currency",
            provision="14(1)",
            before=(assessed,),
            event=paid,
            obstacle="is in CHF, not USD",
        ),
    ]


OF_STATES: Final[tuple[Told, ...]] = (
    signature,
    consent,
    departure,
    *OF_EXTENSIONS,
    proceedings,
    costs,
)
