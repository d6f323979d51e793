"""What is refused of what concerns all states, and of what is said about the record itself."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine.domain.admission import SUPPOSED
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    ActionCarriedOut,
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    AmendmentSupported,
    CoordinatorAppointed,
    Corrected,
    Disputed,
    DisputeResolved,
    Event,
    MeetingCalled,
    MeetingKind,
    MeetingMoved,
    Retracted,
    ReviewOrdered,
    Theme,
    TreatyDisputeArose,
    TreatyDisputeSettled,
    VictimsReported,
)
from ccm_engine.domain.sources import Authority, Citation
from ccm_engine.testing.drafts import happened
from ccm_engine.testing.refusals import ASKED, LATER, Told, Unlawful, Where, acceded

_NOT_YET: Final = date(2061, 1, 1)
_MEETING: Final = "97MSP"


def _called(kind: MeetingKind = MeetingKind.MEETING_OF_STATES_PARTIES) -> Event:
    days = {"meeting": _MEETING, "opens_on": LATER, "closes_on": LATER}
    return happened(MeetingCalled, ASKED, kind=kind, **days)


def meetings(_state: str, _other: str) -> list[Unlawful]:
    """Article 11: called twice, or moved before it was called."""
    days = {"meeting": _MEETING, "opens_on": LATER, "closes_on": LATER}
    return [
        Unlawful(
            name="a meeting called twice",
            provision="11(2)",
            before=(_called(),),
            event=_called(),
            obstacle="the 97MSP is called for 2024-03-01",
        ),
        Unlawful(
            name="a meeting moved that nobody called",
            provision="11(2)",
            event=happened(MeetingMoved, ASKED, **days),
            obstacle="no 97MSP was called",
        ),
    ]


def machinery(state: str, _other: str) -> list[Unlawful]:
    """Offices, reviews and action plans: of meetings and plans that are not there."""
    review = happened(ReviewOrdered, ASKED, review="the-review", subject="the costs")

    def appointed(**term: object) -> Event:
        return happened(CoordinatorAppointed, ASKED, state=state, theme=Theme.CLEARANCE, **term)

    def done(plan: str, action: str) -> Event:
        return happened(ActionCarriedOut, ASKED, state=state, plan=plan, action=action)

    found: list[tuple[str, tuple[Event, ...], Event, str]] = [
        ("a term from a meeting nobody called", (), appointed(since=_MEETING), "was called"),
        (
            *("a term from a preparatory meeting", (_called(MeetingKind.PREPARATORY),)),
            *(appointed(since=_MEETING), "the 97MSP is no Meeting of States Parties"),
        ),
        ("a term of no cycles", (), appointed(cycles=0), "cycles is 0"),
        ("a second review of one name", (review,), review, "a review of that name is on record"),
        ("an action of no plan", (), done("OSLO", "1"), "there is no action plan 'OSLO'"),
        ("an action its plan lacks", (), done("DAP", "99.9"), "DAP has no action '99.9'"),
    ]
    return [
        Unlawful(name=name, provision="", before=before, event=event, obstacle=obstacle)
        for name, before, event, obstacle in found
    ]


def treaty_disputes(state: str, other: str) -> list[Unlawful]:
    """Article 10(1): a dispute of one, with a state not party, of a name taken, or of no day."""

    def arose(*between: str) -> Event:
        return happened(TreatyDisputeArose, ASKED, dispute="the-dispute", between=between)

    parties = (acceded(state), acceded(other))
    settled = happened(TreatyDisputeSettled, ASKED, dispute="the-dispute")
    found: list[tuple[str, tuple[Event, ...], Event, str]] = [
        ("a dispute of one state", (), arose(state), "it is between"),
        ("a dispute with a state not party", parties[:1], arose(state, other), "is not a State"),
        (
            *("a second dispute of one name", (*parties, arose(state, other))),
            *(arose(state, other), "a dispute of that name is on record"),
        ),
        ("a dispute settled that never arose", (), settled, "no dispute 'the-dispute'"),
    ]
    return [
        Unlawful(
            name=name,
            provision="10(1)",
            before=before,
            event=event,
            obstacle=obstacle,
            where=Where.IN_FORCE if before else Where.ANYWHERE,
        )
        for name, before, event, obstacle in found
    ]


def amendments(state: str, other: str) -> list[Unlawful]:
    """Article 13: steps by who is not party, twice, or before the step that makes them possible."""
    about = {"amendment": "the-amendment"}
    proposed = happened(AmendmentProposed, ASKED, proposed_by=state, **about)
    circulated = happened(AmendmentCirculated, ASKED, **about)
    adopted = happened(AmendmentAdopted, LATER, **about)
    by_other = happened(AmendmentSupported, ASKED, supported_by=other, **about)
    accepted = happened(AmendmentAccepted, LATER, accepted_by=other, **about)
    begun = (acceded(state), proposed)
    found: list[tuple[str, str, tuple[Event, ...], Event, str]] = [
        ("an amendment by a state not party", "13(1)", (), proposed, "is not a State Party"),
        ("a second proposal of one name", "13(1)", begun, proposed, "the-amendment is on record"),
        ("a circulation of no proposal", "13(1)", (), circulated, "was proposed by that day"),
        (
            *("support by a state not party", "13(1)", (*begun, circulated)),
            *(by_other, "is not a State Party"),
        ),
        ("an adoption of no proposal", "13(4)", (), adopted, "was proposed by that day"),
        (
            *("an acceptance without consent to be bound", "13(5)", (*begun, adopted)),
            *(accepted, "has not consented to be bound"),
        ),
    ]
    return [
        Unlawful(
            name=name,
            provision=provision,
            before=before,
            event=event,
            obstacle=obstacle,
            where=Where.IN_FORCE if before else Where.ANYWHERE,
        )
        for name, provision, before, event, obstacle in found
    ]


def about_the_record(state: str, other: str) -> list[Unlawful]:
    """Tell of what is said of events not there, of another kind or of another state."""
    told = happened(VictimsReported, ASKED, state=state)
    elsewhere = happened(VictimsReported, ASKED, state=other)
    first, second, third = (f"{state}#{number}" for number in (1, 2, 3))

    def retracted(target: str) -> Event:
        return happened(Retracted, ASKED, target=target, reason="an error")

    def corrected(target: str, replacement: Event) -> Event:
        return happened(Corrected, ASKED, target=target, replacement=replacement, reason="misread")

    def resolved(target: str) -> Event:
        return happened(DisputeResolved, LATER, target=target, upheld=False, reason="weighed")

    disputed = happened(Disputed, ASKED, target=first, alternative=told)
    found: list[tuple[str, tuple[Event, ...], Event, str]] = [
        ("a retraction of no event", (), retracted(f"{state}#99"), f"the log has no event {state}"),
        (
            *("a second retraction", (told, retracted(first)), retracted(first)),
            f"{first} was retracted already",
        ),
        (
            *("a correction of a retraction", (told, retracted(first)), corrected(second, told)),
            f"{second} is itself about the record",
        ),
        (
            *("a correction to another state", (told,), corrected(first, elsewhere)),
            f"what it says instead belongs to {other}",
        ),
        ("a resolution of no dispute", (told,), resolved(first), f"{first} is not a dispute"),
        (
            *("a second resolution", (told, disputed, resolved(second)), resolved(second)),
            f"{third} resolved it already",
        ),
    ]
    return [
        Unlawful(name=name, provision="", before=before, event=event, obstacle=obstacle)
        for name, before, event, obstacle in found
    ]


def happenings(state: str, _other: str) -> list[Unlawful]:
    """Tell of what nobody can have seen: the future, a supposition, a day no source gives."""
    cited = Citation(
        document="a list",
        publisher="observers",
        authority=Authority.PRESS,
        gives=PartialDate.on(LATER),
    )

    def by(citation: Citation) -> Event:
        return VictimsReported(
            state=state, occurred_on=PartialDate.on(ASKED), citations=(citation,)
        )

    found: list[tuple[str, Event, str]] = [
        (
            "what has not happened yet",
            happened(VictimsReported, _NOT_YET, state=state),
            "has not come yet",
        ),
        ("a supposition", by(SUPPOSED), "a supposition proves nothing"),
        ("a source that gives another day", by(cited), "gives another day, 2024-03-01"),
    ]
    return [
        Unlawful(name=name, provision="", event=event, obstacle=obstacle)
        for name, event, obstacle in found
    ]


OF_ALL: Final[tuple[Told, ...]] = (
    meetings,
    machinery,
    treaty_disputes,
    amendments,
    about_the_record,
    happenings,
)
