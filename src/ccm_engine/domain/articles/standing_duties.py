"""Articles 6, 8(1) and 21: duties of every State Party that have no date and no condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ccm_engine.domain.obligations import Obligation, Situation
from ccm_engine.domain.provisions import Provision
from ccm_engine.domain.weighing import standing_duty

_IN_A_POSITION: Final = "if in a position to, "

DUTIES: Final = tuple(
    (Provision.parse(citation), duty)
    for citation, duty in (
        ("6(2)", _IN_A_POSITION + "assist States Parties affected by cluster munitions"),
        ("6(3)", "exchange equipment and information, without undue restrictions"),
        ("6(4)", _IN_A_POSITION + "assist clearance, and share what is known about it"),
        ("6(5)", _IN_A_POSITION + "assist stockpile destruction, marking and risk education"),
        ("6(6)", _IN_A_POSITION + "give emergency assistance where new remnants appear"),
        ("6(7)", _IN_A_POSITION + "assist other States Parties in helping victims"),
        ("6(8)", _IN_A_POSITION + "contribute to economic and social recovery"),
        ("6(10)", "let the assistance received come in and take effect"),
        ("6(12)", "cooperate so that agreed assistance is carried out fully and promptly"),
        ("8(1)", "consult and cooperate with others about compliance"),
        ("21(1)", "encourage states not party to join"),
        ("21(2)", "tell states not party of its obligations, promote the norms, discourage use"),
    )
)


def unconditional_duties(at: Situation) -> Iterator[Obligation]:
    """Cooperate and promote as long as bound: Articles 6, 8(1) and 21."""
    for provision, duty in DUTIES:
        yield standing_duty(at, provision, duty)


def apart(duty: Obligation, suffix: str) -> Obligation:
    """Return one of several duties under one provision, told from the others: `FRA/4.4/TCD`."""
    return attrs.evolve(duty, id=f"{duty.id}/{suffix}")
