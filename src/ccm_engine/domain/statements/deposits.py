"""Stated deposits against those on record: the day, the instrument, or both: Article 16."""

from __future__ import annotations

from typing import Final

import attrs

from ccm_engine.domain.articles.binding import consent
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import Entry, Instrument, InstrumentDeposited, Signed
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.statements.dated import IN_PART, days_off
from ccm_engine.domain.statements.findings import Finding, Verdict
from ccm_engine.domain.statements.kinds import Duty
from ccm_engine.domain.statements.miscounts import Case
from ccm_engine.domain.statements.mistakes import Mistake, likely_mistake
from ccm_engine.domain.statements.statement import Statement
from ccm_engine.domain.statements.viewpoints import Day, View
from ccm_engine.domain.states import StateCode

ART_16: Final = Provision.parse("16")
_OF_SIGNATORIES: Final = frozenset(
    {Instrument.RATIFICATION, Instrument.ACCEPTANCE, Instrument.APPROVAL}
)


def check_deposit(statement: Statement, state: StateCode, day: Day) -> Finding:
    """Compare a stated deposit with the one on record, and name the likely mistake."""
    on, instrument = statement.on, statement.instrument
    finding = Finding(
        statement=statement,
        as_of=day.as_of,
        verdict=Verdict.UNCHECKED,
        stated=_shown(on, instrument),
        computed=None,
        why="it states neither a day nor an instrument",
        provision=ART_16,
    )
    if finding.stated is None:
        return finding
    if instrument is not None and _impossible(instrument, state, day):
        finding = attrs.evolve(
            finding,
            verdict=Verdict.DISAGREE,
            why=f"{_signed(day, state)}, so that no {instrument.value} is open to it",
            mistake=Mistake.INSTRUMENTS_SWAPPED,
        )
    ours, other = (_deposit(statement, state, each) for each in (day.asked, day.other_end))
    if ours is None or other is None or ours.id != other.id:
        why = f"no instrument is on record by {day.as_of}" if ours is None else IN_PART
        undecided = finding.verdict is Verdict.UNCHECKED
        return attrs.evolve(finding, why=why) if undecided else finding
    return _compared(finding, ours, state, day)


def _compared(
    finding: Finding, deposit: Entry[InstrumentDeposited], state: StateCode, day: Day
) -> Finding:
    event, statement = deposit.event, finding.statement
    verdict = _verdict(statement, event)
    known = f"{event.instrument.value} deposited {event.occurred_on} [{deposit.id}]"
    disputed = f", disputed by {', '.join(deposit.disputes)}" if deposit.disputes else ""
    ruled_out = f"; {finding.why}" if finding.mistake else ""
    shown = event.instrument if statement.on is None else event.occurred_on
    found = attrs.evolve(
        finding,
        verdict=verdict,
        computed=shown.value if isinstance(shown, Instrument) else str(shown),
        why=known + disputed + ruled_out,
        days_off=days_off(statement.on, event.occurred_on) if statement.on else None,
        instrument=event.instrument,
    )
    wrong_kind = statement.instrument not in (None, event.instrument)
    if verdict is Verdict.DISAGREE and not wrong_kind and statement.on is not None:
        return attrs.evolve(found, mistake=_slip(statement.on, event.occurred_on, state, day))
    return found


def _shown(on: PartialDate | None, instrument: Instrument | None) -> str | None:
    """Write what is compared: the day, or the instrument where no day is stated."""
    if on is not None:
        return str(on)
    return None if instrument is None else instrument.value


def _deposit(
    statement: Statement, state: StateCode, view: View
) -> Entry[InstrumentDeposited] | None:
    """Find the deposit that is meant: the one on the stated day, else by which it is bound."""
    deposits = view.point.dossier(state).all(InstrumentDeposited)
    for each in deposits:
        if statement.on is not None and each.event.occurred_on.meets(statement.on):
            return each
    return consent(view.point.dossier(state), view.point.reading)


def _impossible(instrument: Instrument, state: StateCode, day: Day) -> bool:
    """Tell whether Article 16 keeps an instrument from a state: signatories do not accede.

    Once they have withdrawn they do, and then such an instrument is on record.
    """
    given = day.asked.point.dossier(state).all(InstrumentDeposited)
    if any(each.event.instrument is instrument for each in given):
        return False
    signed = {
        each.point.dossier(state).first(Signed) is not None for each in (day.asked, day.other_end)
    }
    if len(signed) > 1:
        return False
    by_signatory = signed == {True}
    return instrument is Instrument.ACCESSION if by_signatory else instrument in _OF_SIGNATORIES


def _signed(day: Day, state: StateCode) -> str:
    signed = day.asked.point.dossier(state).first(Signed)
    return "it did not sign" if signed is None else f"it signed on {signed.event.occurred_on}"


def _verdict(statement: Statement, event: InstrumentDeposited) -> Verdict:
    if statement.instrument not in (None, event.instrument):
        return Verdict.DISAGREE
    if statement.on is None or statement.on == event.occurred_on:
        return Verdict.AGREE
    return Verdict.PRECISION if event.occurred_on.meets(statement.on) else Verdict.DISAGREE


def _slip(
    stated: PartialDate, deposited: PartialDate, state: StateCode, day: Day
) -> Mistake | None:
    if deposited.exact is None:
        return None
    signed = day.asked.point.dossier(state).first(Signed)
    case = Case(
        duty=Duty.DEPOSIT,
        stated=stated,
        computed=deposited.exact,
        signed_on=signed.event.occurred_on.exact if signed else None,
        deposited_on=deposited.exact,
        in_force_on=day.asked.binding(state).in_force_on,
    )
    return likely_mistake(case)


def with_swapped(findings: list[Finding]) -> list[Finding]:
    """Name the mistake where two statements each say what is true of the other state."""
    wrong = [
        each
        for each in findings
        if each.verdict is Verdict.DISAGREE
        and each.instrument is not None
        and each.statement.instrument not in (None, each.instrument)
    ]
    swapped = {id(each): other for each in wrong if (other := _swapped_with(each, wrong))}
    return [_told(each, swapped.get(id(each))) for each in findings]


def _swapped_with(finding: Finding, wrong: list[Finding]) -> Finding | None:
    for other in wrong:
        crossed = (other.statement.instrument, other.instrument) == (
            finding.instrument,
            finding.statement.instrument,
        )
        if crossed and other.statement.state != finding.statement.state:
            return other
    return None


def _told(finding: Finding, other: Finding | None) -> Finding:
    if other is None:
        return finding
    instrument = finding.statement.instrument
    what = "" if instrument is None else instrument.value
    why = f"{finding.why}; the {what} is that of {other.statement.state}, and the reverse"
    return attrs.evolve(finding, why=why, mistake=Mistake.INSTRUMENTS_SWAPPED)
