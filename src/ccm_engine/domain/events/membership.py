"""Signature, consent, entry into force, withdrawal: Articles 15 to 20."""

import enum
from datetime import date
from typing import ClassVar

import attrs

from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import exact_date, one_of, optional_date, words


class Instrument(enum.Enum):
    """How a state expresses its consent to be bound: Article 16."""

    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"


class DeclarationKind(enum.Enum):
    """What a statement to the depositary is; none changes a duty, and none is a reservation."""

    INTERPRETIVE = "interpretive"
    OBJECTION = "objection"
    TERRITORIAL_SCOPE = "territorial-scope"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Signed(StateEvent):
    """A state signed the Convention: Article 15."""

    TYPE: ClassVar[str] = "ccm.signed.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InstrumentDeposited(StateEvent):
    """The depositary received a state's consent to be bound: Article 16(3)."""

    TYPE: ClassVar[str] = "ccm.instrument-deposited.v1"
    instrument: Instrument = attrs.field(validator=one_of(Instrument))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ProvisionalApplicationDeclared(StateEvent):
    """A state declared that it applies Article 1 until entry into force for it: Article 18."""

    TYPE: ClassVar[str] = "ccm.provisional-application-declared.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EntryIntoForceNotified(StateEvent):
    """The depositary named the day of entry into force; kept beside the computed one."""

    TYPE: ClassVar[str] = "ccm.entry-into-force-notified.v1"
    in_force_on: date = attrs.field(validator=exact_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class WithdrawalNotified(StateEvent):
    """The depositary received an instrument of withdrawal: Article 20(2).

    `effective_on` is the day a source states; the engine computes its own.
    """

    TYPE: ClassVar[str] = "ccm.withdrawal-notified.v1"
    effective_on: date | None = attrs.field(default=None, validator=optional_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class WithdrawalRevoked(StateEvent):
    """A state took its notice of withdrawal back before it had effect."""

    TYPE: ClassVar[str] = "ccm.withdrawal-revoked.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ArmedConflictBegun(StateEvent):
    """A state became engaged in an armed conflict, which can hold up a withdrawal: 20(3)."""

    TYPE: ClassVar[str] = "ccm.armed-conflict-begun.v1"
    conflict: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ArmedConflictEnded(StateEvent):
    """An armed conflict in which a state was engaged ended: 20(3)."""

    TYPE: ClassVar[str] = "ccm.armed-conflict-ended.v1"
    conflict: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DeclarationMade(StateEvent):
    """A state told the depositary how it reads the Convention, or where it applies."""

    TYPE: ClassVar[str] = "ccm.declaration-made.v1"
    kind: DeclarationKind = attrs.field(validator=one_of(DeclarationKind))
    text: str = attrs.field(validator=words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class StateRenamed(StateEvent):
    """A state told the United Nations its new name."""

    TYPE: ClassVar[str] = "ccm.state-renamed.v1"
    name: str = attrs.field(validator=words)
