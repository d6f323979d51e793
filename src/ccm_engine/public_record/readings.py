"""Read each claim as what it says happened, once the judgements about single claims are applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.sources import Citation
from ccm_engine.domain.states import StateCode
from ccm_engine.public_record.claims import Claim, Details, text_of
from ccm_engine.public_record.judgements import JUDGEMENTS
from ccm_engine.public_record.judging import Also, Judgement


@attrs.frozen(kw_only=True)
class Reading:
    """What one claim says happened.

    `when` is never empty: a claim without a day happened by the day its source can know of.
    `happening` names which of several happenings of its kind is meant, where a judgement says so;
    `about` another state than the claim's.
    """

    claim: Claim
    kind: str
    when: PartialDate
    details: Details
    happening: str | None = None
    by_others: bool = False
    weighs_last: bool = False
    because: str | None = None
    about: StateCode | None = None

    @property
    def state(self) -> StateCode:
        """The state it is about; only asked of kinds that are about one."""
        state = self.about or self.claim.state
        if state is None:
            raise LookupError(self.claim.id)
        return state

    @property
    def citation(self) -> Citation:
        """The source, with the reason where a judgement reads it in another way than its row."""
        citation = self.claim.citation
        if self.because is None:
            return citation
        note = f"read here: {self.because}"
        return attrs.evolve(
            citation, note=note if citation.note is None else f"{citation.note}; {note}"
        )

    @property
    def by_day_only(self) -> bool:
        """Whether it says no more of the day than that it had come."""
        return self.when.earliest is None


@attrs.frozen
class LeftAside:
    """A claim that becomes no event, and why."""

    claim: str
    reason: str


def read(
    claims: Iterable[Claim], judgements: Mapping[str, Judgement] = JUDGEMENTS
) -> tuple[list[Reading], list[LeftAside]]:
    """Return what the claims say happened, and those that a judgement leaves aside."""
    readings: list[Reading] = []
    aside: list[LeftAside] = []
    for claim in claims:
        judgement = judgements.get(claim.id)
        if judgement is not None and judgement.left_aside:
            aside.append(LeftAside(claim.id, judgement.reason))
            continue
        readings.append(_reading(claim, judgement))
        if judgement is not None:
            readings.extend(_further(claim, judgement, also) for also in judgement.also)
    return readings, aside


def _reading(claim: Claim, judgement: Judgement | None) -> Reading:
    said_by_state = claim.details.get("declared_by_state", True) is not False
    if judgement is None:
        return Reading(
            claim=claim,
            kind=claim.kind,
            when=claim.when,
            details=claim.details,
            by_others=not said_by_state,
        )
    return Reading(
        claim=claim,
        kind=judgement.kind or claim.kind,
        when=_day(claim, judgement),
        details={**claim.details, **judgement.details},
        happening=judgement.happening,
        by_others=judgement.by_others or not said_by_state,
        weighs_last=judgement.weighs_last,
        because=judgement.reason,
    )


def _day(claim: Claim, judgement: Judgement) -> PartialDate:
    if judgement.on is not None:
        return PartialDate.parse(judgement.on)
    return PartialDate.by(claim.when.latest) if judgement.announced else claim.when


def _further(claim: Claim, judgement: Judgement, also: Also) -> Reading:
    return Reading(
        claim=claim,
        kind=also.kind,
        when=PartialDate.parse(also.on),
        details=also.details,
        happening=also.happening,
        because=judgement.reason,
        about=also.state,
    )


def within_period(reading: Reading) -> Reading:
    """Return a reading whose `period` of years says when it began at the earliest."""
    period = text_of(reading.details, "period") or ""
    if not reading.by_day_only or not period[:4].isdigit():
        return reading
    begins = PartialDate.parse(period[:4]).first
    if begins > reading.when.latest:
        return reading
    return attrs.evolve(reading, when=PartialDate.between(begins, reading.when.latest))
