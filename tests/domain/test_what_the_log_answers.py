"""Every word that the log says to events of single themes: what it refuses, what it remarks on.

`python -m tests.domain.test_what_the_log_answers` writes them again. Refusals that the conformance
vectors ask about are in `tests/test_what_refusals_say.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from ccm_engine.domain.events import (
    AmendmentAccepted,
    AmendmentAdopted,
    AmendmentCirculated,
    AmendmentProposed,
    ArmedConflictBegun,
    ArmedConflictEnded,
    ClarificationAnswered,
    ClarificationRequested,
    ComplianceDeclared,
    ContributionAssessed,
    ContributionPaid,
    CoordinatorAppointed,
    Corroborated,
    Event,
    ProvisionalApplicationDeclared,
    Retracted,
    ReviewCompleted,
    ReviewOrdered,
    Theme,
    TreatyDisputeArose,
    WithdrawalRevoked,
)
from ccm_engine.errors import CcmError
from tests.histories import called, engine_with, happened, joined

ANSWERS: Final = Path(__file__).parents[1] / "golden" / "admissions.txt"
DAY: Final = "2015-01-01"
PROPOSED: Final = happened(AmendmentProposed, DAY, amendment="a", proposed_by="NOR")
ADOPTED: Final = happened(AmendmentAdopted, DAY, amendment="a")
SHARE: Final[dict[str, Any]] = {"assessment": "9MSP", "currency": "USD", "amount_cents": 100}


def assessed(name: str = "9MSP") -> Event:
    return happened(ContributionAssessed, DAY, "NOR", **{**SHARE, "assessment": name})


def dispute(*between: str) -> Event:
    return happened(TreatyDisputeArose, DAY, dispute="transit", between=between)


def asked(name: str) -> Event:
    return happened(ClarificationRequested, DAY, "NOR", request=name)


def ordered(name: str) -> Event:
    return happened(ReviewOrdered, DAY, review=name, subject="the books", ordered_at="1MSP")


def coordinator(since: str, *, until: str | None = None, cycles: int | None = None) -> Event:
    return happened(
        CoordinatorAppointed,
        DAY,
        theme=Theme.CLEARANCE,
        state="NOR",
        since=since,
        until=until,
        cycles=cycles,
    )


def said_of(kind: type[Event], target: str, **more: object) -> Event:
    return happened(kind, "2016-01-01", target=target, **more)


CASES: Final[dict[str, tuple[Event, ...]]] = {
    "an amendment adopted that nobody proposed": (ADOPTED,),
    "adopted on the day it was proposed": (PROPOSED, ADOPTED),
    "proposed twice": (PROPOSED, PROPOSED),
    "circulated before it is proposed": (
        happened(AmendmentCirculated, "2014-12-31", amendment="a"),
    ),
    "accepted twice": (
        PROPOSED,
        ADOPTED,
        happened(AmendmentAccepted, DAY, amendment="a", accepted_by="NOR"),
        happened(AmendmentAccepted, "2015-02-01", amendment="a", accepted_by="NOR"),
    ),
    "assessed twice": (assessed(), assessed()),
    "paid and never assessed": (
        assessed("8MSP"),
        assessed("7MSP"),
        happened(ContributionPaid, DAY, "NOR", **SHARE),
    ),
    "a dispute of one": (dispute("NOR"),),
    "a dispute of nobody": (dispute(),),
    "a dispute of one twice": (dispute("NOR", "NOR"),),
    "a dispute of a name taken": (dispute("NOR", "AUT"), dispute("NOR", "IRL")),
    "a term from a meeting nobody called": (coordinator("7MSP"),),
    "a term of no cycle": (called("7MSP", "2014-01-01"), coordinator("7MSP", cycles=0)),
    "a review ordered twice": (ordered("audit"), ordered("audit")),
    "a review nobody ordered": (
        ordered("audit"),
        ordered("rules"),
        happened(ReviewCompleted, "2016-01-01", review="staff"),
    ),
    "applied provisionally and nothing deposited": (
        happened(ProvisionalApplicationDeclared, "2014-01-01", "CHE"),
    ),
    "the end of another conflict": (
        happened(ArmedConflictBegun, DAY, "NOR", conflict="one"),
        happened(ArmedConflictEnded, "2016-01-01", "NOR", conflict="another"),
    ),
    "the end of a conflict": (
        happened(ArmedConflictBegun, DAY, "NOR", conflict="one"),
        happened(ArmedConflictEnded, "2016-01-01", "NOR", conflict="one"),
    ),
    "compliance of who deposited nothing": (happened(ComplianceDeclared, DAY, "CHE", article=4),),
    "compliance of a State Party": (happened(ComplianceDeclared, DAY, "NOR", article=4),),
    "an answer to no request": (
        asked("one"),
        asked("two"),
        happened(ClarificationAnswered, "2016-01-01", "NOR", request="three"),
    ),
    "a corroboration of a retraction": (
        *joined("LTU", "2011-03-24"),
        said_of(Retracted, "LTU#1", reason="never"),
        said_of(Corroborated, "LTU#3"),
    ),
    "a notice revoked that nobody gave": (happened(WithdrawalRevoked, DAY, "NOR"),),
    "an instrument of who is a State Party": (*joined("NOR", "2016-01-01"),),
}


def answered() -> Iterator[str]:
    """Yield for each case what the log says to its last event."""
    for name, events in CASES.items():
        *earlier, last = events
        try:
            remarks = engine_with(*earlier).record([last]).remarks
        except CcmError as error:
            yield f"{name}: {type(error).__name__}: {error}"
        else:
            yield f"{name}: recorded; {' | '.join(remarks) or 'nothing to remark on'}"


def test_what_the_log_answers_is_said_as_it_was() -> None:
    assert list(answered()) == ANSWERS.read_text("utf-8").splitlines()


if __name__ == "__main__":
    ANSWERS.write_text("\n".join((*answered(), "")), "utf-8")
