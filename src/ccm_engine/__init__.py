"""Track what the Convention on Cluster Munitions makes each state owe, on any day, and why.

Events with sources go in; every state's obligations, as of any day, with the reasons, come out:

    from datetime import date
    from ccm_engine import Engine

    register = Engine.public_record().on(date(2020, 10, 2))
    register.obligation("BGR/3.2").standing

`ccm_engine.events` has everything that can be recorded, `ccm_engine.errors` everything that can
be refused.
"""

from ccm_engine import errors
from ccm_engine.domain import events
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
from ccm_engine.domain.states import State, state
from ccm_engine.engine import Engine, Receipt
from ccm_engine.errors import CcmError
from ccm_engine.log import EventLog, Recorded
from ccm_engine.register import Explanation, Register

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
    "PartialDate",
    "PartyCount",
    "Provision",
    "Receipt",
    "Recorded",
    "Register",
    "Standing",
    "State",
    "Timeliness",
    "errors",
    "events",
    "state",
]
