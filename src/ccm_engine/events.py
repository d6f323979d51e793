"""Everything that can be recorded: the event classes, under a name that is short to import."""

from ccm_engine.domain.events import *  # noqa: F403  # this module is that one, nothing more
from ccm_engine.domain.events import __all__  # noqa: F401  # as above
