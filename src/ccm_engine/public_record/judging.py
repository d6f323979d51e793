"""Say in what ways a person may read one claim otherwise than its row says."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import attrs

from ccm_engine.domain.states import StateCode
from ccm_engine.public_record.claims import Details

NOTHING_MORE: Final[Details] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Also:
    """A further happening told by the same claim, beside the one its row is about.

    `state` is the state it is about, `None` where that is the claim's own.
    """

    kind: str
    on: str
    details: Details = NOTHING_MORE
    happening: str | None = None
    state: StateCode | None = None


@attrs.frozen(kw_only=True)
class Judgement:
    """How one claim is read, and why.

    `announced`: its day is that of an announcement, so the happening came by that day.
    `on`: the day it is read as. `kind`: the kind it is read as. `details`: what the note adds.
    `happening`: which of several happenings of its kind it speaks of. `by_others`: what it tells
    is the publisher's own finding, not what the state declared. `weighs_last`: any other version
    stands before it. `left_aside`: it tells no happening. `also`: what else it tells.
    """

    reason: str
    announced: bool = False
    on: str | None = None
    kind: str | None = None
    details: Details = NOTHING_MORE
    happening: str | None = None
    by_others: bool = False
    weighs_last: bool = False
    left_aside: bool = False
    also: tuple[Also, ...] = ()
