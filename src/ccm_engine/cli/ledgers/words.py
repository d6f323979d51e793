"""What a ledger's values are in words: unknown, none and zero are three things."""

from __future__ import annotations

import enum
from typing import Final, cast

from ccm_engine.cli.page import Line, Tone
from ccm_engine.domain.states import RegionalGroup
from ccm_engine.exporters.ledgers.values import UNKNOWN
from ccm_engine.projections.amounts import Amount, Knowledge
from ccm_engine.projections.silence import Look

NOT_KNOWN: Final = "not known"

_GROUPS: Final = {
    RegionalGroup.AFRICA: "Africa",
    RegionalGroup.ASIA_PACIFIC: "Asia and the Pacific",
    RegionalGroup.EASTERN_EUROPE: "Eastern Europe",
    RegionalGroup.LATIN_AMERICA_CARIBBEAN: "Latin America and the Caribbean",
    RegionalGroup.WESTERN_EUROPE_OTHERS: "Western Europe and others",
    RegionalGroup.NONE: "no group",
}


def in_words(value: object, absent: str = NOT_KNOWN) -> str:
    """Write a value in words; `absent` is what no value means where it stands."""
    match value:
        case None:
            return absent
        case RegionalGroup():
            return _GROUPS[value]
        case enum.Enum():
            return NOT_KNOWN if value.value == UNKNOWN else str(value.value).replace("-", " ")
        case Amount():
            return _amount(value)
        case Look(certainty):
            return in_words(certainty)
        case tuple():
            several = cast("tuple[object, ...]", value)
            return "; ".join(map(in_words, several)) or absent
        case _:
            return str(value)


def _amount(amount: Amount) -> str:
    match amount.knowledge:
        case Knowledge.UNKNOWN:
            return NOT_KNOWN
        case Knowledge.NONE:
            return "none"
        case Knowledge.AT_LEAST:
            return f"at least {amount.number:,}"
        case Knowledge.KNOWN:
            return f"{amount.number:,}"


def cell(words: str) -> str | Line:
    """Return words as a cell; what is not known is quiet."""
    return Line(words, Tone.QUIET) if words == NOT_KNOWN else words
