"""Hold how each claim about past use is read: as a state's own use, or as use on its territory.

Every one was read by itself. A territory is named only where the source names the state. The table
is part of `judgements.JUDGEMENTS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ccm_engine.domain.states import StateCode
from ccm_engine.public_record.judging import Also, Judgement

ON_TERRITORY: Final = "past-use-on-territory-reported"
"""The kind that claims are read as which tell of use on a state's territory."""

_OTHERS: Final = "tells of use on the state's territory, not of its own use"


def _on_territory(
    users: str | None,
    *also: Also,
    reason: str = _OTHERS,
    on: str | None = None,
    happening: str | None = None,
) -> Judgement:
    return Judgement(
        kind=ON_TERRITORY,
        details={"users": users},
        on=on,
        happening=happening,
        also=also,
        reason=reason,
    )


def _use_there(user: str, territory: str, on: str, conflict: str) -> Also:
    return Also(
        kind="past-use-reported",
        state=StateCode(user),
        on=on,
        details={"territories": (territory,), "conflict": conflict},
    )


PAST_USE: Final[Mapping[str, Judgement]] = {
    "AFG-398693fbef": _on_territory(
        "Soviet forces; an armed group; United States forces",
        _use_there("USA", "AFG", "2001-01-01/2002-12-31", "Afghanistan, 2001 to 2002"),
        on="1979-01-01/2002-12-31",
        reason="tells of use on the state's territory by three users, one of them a state of today",
    ),
    "BIH-255c93aa47": _on_territory(
        "Yugoslav forces; armed groups",
        on="1992-01-01/1995-12-31",
        reason="tells of use on the state's territory, in the war of 1992 to 1995",
    ),
    "COL-e22a6207f9": Judgement(reason="its own use; the source does not say where"),
    "FRA-fe78bdbc4a": Judgement(reason="its own use; the source names no state as the territory"),
    "FRA-198006084c": Judgement(reason="its own use; the source names no conflict"),
    "GBR-4a5d259952": Judgement(
        details={"conflict": "Falklands/Malvinas"},
        reason="its own use; whose territory it was is in dispute between states",
    ),
    "GBR-c2ebab0bb1": Judgement(reason="its own use; the source names no conflict"),
    "MNE-f3e471a385": _on_territory("Yugoslav forces", happening="Yugoslav forces"),
    "MNE-eef1370f15": _on_territory("NATO forces", happening="NATO forces"),
    "MOZ-37bcb912c2": _on_territory(None),
    "NLD-237313eab6": Judgement(
        details={"conflict": "NATO operations of 1999", "territories": ("SRB",)},
        reason="its own use in the NATO operations; of the territories named, Serbia is a state of "
        "the list",
    ),
    "SLE-67c22d20b7": _on_territory(None),
    "SLE-b4ade526a3": _on_territory(
        "Nigerian ECOMOG forces (alleged; their commander denied it)",
        reason="alleged and denied, so told as use on the territory only, not as Nigeria's use",
    ),
    "SOM-4281de11ae": _on_territory(
        None, reason="the user is unknown, so it tells of use on the territory: the Ogaden War"
    ),
    "SSD-d0e11807f2": _on_territory(
        "forces of the Republic of Sudan",
        _use_there("SDN", "SSD", "1995-01-01/2000-12-31", "southern Sudan, 1995 to 2000"),
        on="1995-01-01/2000-12-31",
        reason="tells of use by Sudan from 1995 to 2000 on the territory of the present state",
    ),
    "SSD-2da226092f": _on_territory(
        None, reason="tells of use on the territory; both governments named denied it"
    ),
    "TCD-c7c6b67eb0": _on_territory(
        "France; Libya",
        _use_there("FRA", "TCD", "1986-01-01/1987-12-31", "Chad, 1986 to 1987"),
        Also(
            kind="past-use-reported",
            state=StateCode("LBY"),
            on="../2013-03-27",
            details={"territories": ("TCD",), "conflict": "Chad"},
        ),
        reason="tells of use on Chad's territory by France, from 1986 to 1987, and by Libya",
    ),
    "TCD-da0d10da9c": _on_territory(None),
    "UGA-0eb2fb4712": _on_territory(None),
    "ZAF-12b4fb4af8": Judgement(reason="its own use; the source does not say where"),
}
"""By claim, in the order of identifiers."""
