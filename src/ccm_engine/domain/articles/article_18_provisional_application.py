"""Article 18: Article 1 applied between the declaration and entry into force."""

from __future__ import annotations

from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.dossier import Dossier
from ccm_engine.domain.events import ProvisionalApplicationDeclared
from ccm_engine.domain.obligations import Ground
from ccm_engine.domain.provisions import Provision

ART_18: Final = Provision.parse("18")


def provisional_application(dossier: Dossier) -> tuple[PartialDate, Ground] | None:
    """Find since when a state applies Article 1 provisionally, if it declared so: Article 18.

    It starts no reporting, stockpile or clearance clock, and ends at entry into force.
    """
    declared = dossier.first(ProvisionalApplicationDeclared)
    if declared is None:
        return None
    since = declared.event.occurred_on
    why = f"applies Article 1 provisionally since {since}, until entry into force"
    return since, Ground(ART_18, why, (declared.id,))
