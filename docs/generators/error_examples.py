"""One way into each error. The page shows the body of each function, and what it raises.

Every function runs in an empty folder, after the lines of `prepare`. What one body needs of the
names `prepare` makes, it is given as arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from ccm_engine import Citation, Engine, Event, Interpretation, PartialDate, Provision, errors, state
from ccm_engine.domain.events import Instrument, InstrumentDeposited, Signed
from ccm_engine.storage.codec import decode_line
