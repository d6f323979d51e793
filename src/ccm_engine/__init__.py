"""Track what the Convention on Cluster Munitions makes each state owe, on any day, and why.

Events with sources go in; every state's obligations, as of any day, with the reasons, come out:

    from datetime import date
    from ccm_engine import Engine

    register = Engine.public_record().on(date(2020, 10, 2))
    register.obligation("BGR/3.2").standing

`ccm_engine.events` has everything that can be recorded, `ccm_engine.errors` everything that can
be refused. Names are imported when first used, so that a program pays for what it asks.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ccm_engine import errors, events
    from ccm_engine.answers import Explanation
    from ccm_engine.domain.articles import RULE_SET
    from ccm_engine.domain.calendar import PartialDate
    from ccm_engine.domain.events import Event
    from ccm_engine.domain.interpretations import PRACTICE, Interpretation, PartyCount
    from ccm_engine.domain.obligations import (
        Extension,
        Ground,
        Nature,
        Obligation,
        Standing,
        Timeliness,
    )
    from ccm_engine.domain.provisions import Provision
    from ccm_engine.domain.sources import Authority, Citation
    from ccm_engine.domain.statements import Statement
    from ccm_engine.domain.states import State, state
    from ccm_engine.domain.suppositions import Overlay
    from ccm_engine.engine import Engine, Receipt
    from ccm_engine.errors import CcmError
    from ccm_engine.log import EventLog, Recorded
    from ccm_engine.register import Register

__version__ = "0.1.0"

__all__ = [
    "PRACTICE",
    "RULE_SET",
    "Authority",
    "CcmError",
    "Citation",
    "Engine",
    "Event",
    "EventLog",
    "Explanation",
    "Extension",
    "Ground",
    "Interpretation",
    "Nature",
    "Obligation",
    "Overlay",
    "PartialDate",
    "PartyCount",
    "Provision",
    "Receipt",
    "Recorded",
    "Register",
    "Standing",
    "State",
    "Statement",
    "Timeliness",
    "errors",
    "events",
    "state",
]

_HOMES = {
    "answers": ("Explanation",),
    "domain.articles": ("RULE_SET",),
    "domain.calendar": ("PartialDate",),
    "domain.events": ("Event",),
    "domain.interpretations": ("PRACTICE", "Interpretation", "PartyCount"),
    "domain.obligations": (
        "Extension",
        "Ground",
        "Nature",
        "Obligation",
        "Standing",
        "Timeliness",
    ),
    "domain.provisions": ("Provision",),
    "domain.sources": ("Authority", "Citation"),
    "domain.statements": ("Statement",),
    "domain.states": ("State", "state"),
    "domain.suppositions": ("Overlay",),
    "engine": ("Engine", "Receipt"),
    "errors": ("CcmError",),
    "log": ("EventLog", "Recorded"),
    "register": ("Register",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name from its home when it is first used."""
    if name == "events":
        found: object = import_module("ccm_engine.events")
    elif name == "errors":
        found = import_module("ccm_engine.errors")
    elif name in _HOME_OF:
        found = getattr(import_module(f"ccm_engine.{_HOME_OF[name]}"), name)
    else:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted([*__all__, "__version__"])
