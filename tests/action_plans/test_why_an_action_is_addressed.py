"""Why an action is addressed to Norway or not: every ground but membership, with its proof."""

from __future__ import annotations

from typing import Final

import pytest

from ccm_engine import Event, Provision
from ccm_engine.domain.events import (
    AssistanceProvided,
    AssistanceRequested,
    ContaminationAbsenceDeclared,
    ContaminationDeclared,
    MunitionsRetained,
    RetentionEnded,
    StockpileAbsenceDeclared,
    UseReported,
    VictimsAbsenceDeclared,
    VictimsReported,
)
from tests.action_plans.test_addressees import DAYS
from tests.histories import engine_with, happened, owed

Told = tuple[str, str, tuple[str, ...]]
"""A provision or commitment, what follows from it, and the events that prove it."""

MEMBERSHIP: Final = {Provision.parse("17(1)"), Provision.parse("17(2)")}
RETAINED: Final = happened(MunitionsRetained, "2012", "NOR", munitions=3)
RETAINED_NONE: Final = happened(MunitionsRetained, "2012", "NOR", munitions=0)
ENDED: Final = happened(RetentionEnded, "2014", "NOR")
NO_STOCKS: Final = happened(StockpileAbsenceDeclared, "2011-01-01", "NOR")
NO_AREAS: Final = happened(ContaminationAbsenceDeclared, "2011-01-01", "NOR")
AREAS: Final = happened(ContaminationDeclared, "2011", "NOR")
VICTIMS: Final = happened(VictimsReported, "2011", "NOR")
NO_VICTIMS: Final = happened(VictimsAbsenceDeclared, "2011", "NOR")
GAVE: Final = happened(AssistanceProvided, "2010-09-01", "NOR")
ASKED: Final = happened(AssistanceRequested, "2010-09-01", "NOR")
USED: Final = happened(UseReported, "1999", "NOR")
USED_AGAIN: Final = happened(UseReported, "2001", "NOR")
USED_IN_LAOS: Final = happened(UseReported, "1999", "NOR", on_territory_of=("LAO",))
USED_IN_RUSSIA: Final = happened(UseReported, "2000", "NOR", on_territory_of=("RUS",))

GROUNDS: Final[list[tuple[str, list[Event], list[Told]]]] = [
    ("DAP.2.3", [], [("DAP 2.3", "nothing is on record about retention", ())]),
    ("DAP.2.3", [RETAINED], [("DAP 2.3", "retains munitions (2012)", ("NOR#3",))]),
    ("DAP.2.3", [RETAINED, ENDED], [("DAP 2.3", "retains none", ("NOR#4",))]),
    ("DAP.2.3", [RETAINED_NONE], [("DAP 2.3", "retains none", ("NOR#3",))]),
    ("DAP.5.3", [], [("DAP 5.3", "nothing on record tells whether it asked for assistance", ())]),
    ("DAP.5.3", [ASKED], [("DAP 5.3", "asked for assistance (2010-09-01)", ("NOR#3",))]),
    ("DAP.5.5", [], [("DAP 5.5", "nothing on record tells whether it gave assistance", ())]),
    ("DAP.5.5", [GAVE], [("DAP 5.5", "gave assistance (2010-09-01)", ("NOR#3",))]),
    (
        "VAP.identify-needs",
        [ASKED],
        [
            ("VAP identify-needs", "due 2011-08-01: 12 months after entry into force", ()),
            (
                "VAP identify-needs",
                "neither a request nor silence tells whether it had needs to identify",
                (),
            ),
        ],
    ),
    (
        "DAP.3.6",
        [],
        [("DAP 3.6", "nothing on record tells whether it used cluster munitions", ())],
    ),
    (
        "DAP.3.6",
        [USED, USED_AGAIN, USED_IN_RUSSIA],
        [
            (
                "DAP 3.6",
                "used cluster munitions, it is not known where (1999)",
                ("NOR#3", "NOR#4"),
            )
        ],
    ),
    ("DAP.3.6", [USED, USED_IN_LAOS], [("4(4)", "used or abandoned (1999)", ("NOR#4",))]),
    (
        "DAP.3.6",
        [USED_IN_RUSSIA],
        [
            (
                "DAP 3.6",
                "no use on record was where another State Party is now, before both were bound",
                ("NOR#3",),
            )
        ],
    ),
    ("LAP.44", [], [("3(2)", "no declaration of holdings is on record", ())]),
    ("LAP.44", [NO_STOCKS, NO_AREAS], [("LAP 44", "nothing is on record about retention", ())]),
    ("LAP.44", [AREAS, RETAINED], [("4(1)(a)", "declared contaminated areas (2011)", ("NOR#3",))]),
    (
        "LAP.44",
        [NO_STOCKS, NO_AREAS, RETAINED],
        [("LAP 44", "retains munitions (2012)", ("NOR#5",))],
    ),
    (
        "LAP.44",
        [NO_STOCKS, NO_AREAS, RETAINED, ENDED],
        [
            ("3(2)", "declared that it holds none (2011-01-01)", ("NOR#3",)),
            ("4(1)(a)", "declared that it knows of none (2011-01-01)", ("NOR#4",)),
            ("LAP 44", "retains none", ("NOR#6",)),
        ],
    ),
    (
        "DAP.4.4",
        [NO_VICTIMS],
        [
            ("5(1)", "has no victims (2011)", ("NOR#3",)),
            ("DAP 4.4", "nothing on record tells whether it gave assistance", ()),
        ],
    ),
    ("DAP.4.4", [VICTIMS], [("5(1)", "has victims (2011)", ("NOR#3",))]),
    ("DAP.4.4", [VICTIMS, GAVE], [("DAP 4.4", "gave assistance (2010-09-01)", ("NOR#4",))]),
]


@pytest.mark.parametrize(("name", "events", "grounds"), GROUNDS)
def test_the_grounds_say_it(name: str, events: list[Event], grounds: list[Told]) -> None:
    """What would show it is told behind them."""
    found = owed(engine_with(*events), f"NOR/{name}", DAYS[name[:3]]).grounds
    told = [
        (str(g.provision), g.conclusion, g.events) for g in found if g.provision not in MEMBERSHIP
    ]
    assert [each for each in told if each[1] != "nothing is on record that shows it"] == grounds
