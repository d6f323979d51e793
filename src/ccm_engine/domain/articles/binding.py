"""Since when and until when a state is bound: Articles 17, 18 and 20 together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from ccm_engine.domain.articles.article_17_entry_into_force import (
    ART_17_1,
    convention_in_force_on,
    in_force_on,
    thirtieth_deposit,
)
from ccm_engine.domain.articles.article_18_provisional_application import provisional_application
from ccm_engine.domain.articles.article_20_withdrawal import standing_notice, withdrawal_effect
from ccm_engine.domain.convention import Convention
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import (
    FAMILIES,
    ArmedConflictBegun,
    ArmedConflictEnded,
    ComplianceDeclared,
    Entry,
    EntryIntoForceNotified,
    InstrumentDeposited,
    ProvisionalApplicationDeclared,
    WithdrawalNotified,
    WithdrawalRevoked,
)
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.domain.obligations import Binding, Ground

UNBOUND = Binding(None, None)

TELLING: Final = (
    InstrumentDeposited,
    WithdrawalNotified,
    WithdrawalRevoked,
    ArmedConflictBegun,
    ArmedConflictEnded,
)
"""What tells which of a state's instruments count, and so concerns all states: 17 and 20."""

_ACTS: Final = (
    ProvisionalApplicationDeclared,
    EntryIntoForceNotified,
    ComplianceDeclared,
    *FAMILIES["reports"],
    *FAMILIES["extensions"],
    *FAMILIES["compliance"],
)
"""What a state does as a party; what it holds and has to clear is so whoever is bound."""


def consents(dossier: Dossier, reading: Interpretation) -> list[Entry[InstrumentDeposited]]:
    """Return a state's consents to be bound, oldest first: Articles 16, 17(2) and 20.

    Another instrument is one only where a withdrawal from the one before had effect by then; else
    the state is bound already, and it changes nothing.
    """
    found: list[Entry[InstrumentDeposited]] = []
    for deposit in dossier.all(InstrumentDeposited):
        day = deposit.event.occurred_on.latest
        if not found or _withdrawn_by(day, found[-1], dossier, reading):
            found.append(deposit)
    return found


def consent(dossier: Dossier, reading: Interpretation) -> Entry[InstrumentDeposited] | None:
    """Return the consent by which a state is bound, if it gave any: the last one."""
    found = consents(dossier, reading)
    return found[-1] if found else None


def counting(
    deposits: Sequence[Entry[InstrumentDeposited]],
    dossier_of: Callable[[str], Dossier],
    reading: Interpretation,
) -> list[Entry[InstrumentDeposited]]:
    """Return those instruments of all states that count: Article 17(1); each is a consent."""
    given_by = Counter(each.event.state for each in deposits)
    void: set[str] = set()
    for dossier in (dossier_of(state) for state, number in given_by.items() if number > 1):
        given = {each.id for each in consents(dossier, reading)}
        void |= {each.id for each in dossier.all(InstrumentDeposited)} - given
    return [each for each in deposits if each.id not in void]


def _withdrawn_by(
    day: date, given: Entry[InstrumentDeposited], dossier: Dossier, reading: Interpretation
) -> bool:
    """Tell whether a withdrawal from a consent had effect by a day."""
    notice = standing_notice(dossier, given.event.occurred_on, reading, day)
    effect = None if notice is None else withdrawal_effect(notice, dossier, reading)[0]
    return effect is not None and effect <= day


def as_now_bound(dossier: Dossier, reading: Interpretation) -> Dossier:
    """Return a dossier without what a state did under a consent it withdrew from since.

    After a withdrawal and a new consent all clocks start again, and old reports, extensions and
    declarations satisfy nothing.
    """
    now = consent(dossier, reading)
    if now is None or now.id == dossier.all(InstrumentDeposited)[0].id:
        return dossier
    return dossier.since(now.event.occurred_on.latest, *_ACTS)


def bind(dossier: Dossier, ccm: Convention, as_of: date, reading: Interpretation) -> Binding:
    """Return since when the Convention binds a state, and until when: Articles 17, 18 and 20."""
    deposit = consent(dossier, reading)
    if deposit is None:
        return UNBOUND
    begins, ground = in_force_on(deposit, dossier, ccm, reading)
    grounds: tuple[Ground, ...] = (ground,)
    provisional_from = None
    if (provisional := provisional_application(dossier)) is not None:
        provisional_from = provisional[0]
    notice = standing_notice(dossier, deposit.event.occurred_on, reading)
    if notice is None:
        return Binding(deposit, begins, grounds, provisional_from)
    effect, withdrawn = withdrawal_effect(notice, dossier, reading)
    ceased_on = effect if effect is not None and effect <= as_of else None
    return Binding(
        deposit, begins, (*grounds, withdrawn), provisional_from, notice, effect, ceased_on
    )


def convention_binding(ccm: Convention, reading: Interpretation) -> Binding:
    """Return since when the Convention itself is in force, for the duties of its meetings."""
    begins, thirtieth = convention_in_force_on(ccm, reading), thirtieth_deposit(ccm)
    if begins is None or thirtieth is None:
        return UNBOUND
    why = f"the Convention enters into force on {begins}: sixth month after the thirtieth deposit"
    return Binding(None, begins, (Ground(ART_17_1, why, (thirtieth.id,)),))
