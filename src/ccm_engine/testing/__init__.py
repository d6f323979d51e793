"""Public strategies for lawful and unlawful histories, and the laws that an engine keeps.

Needs the extra `testing`. A history drawn here is one that a log admits, event by event; a law
raises `AssertionError` where it does not hold:

    from ccm_engine.testing import for_all_laws

    def test_my_engine() -> None:
        for_all_laws(lambda clock: MyEngine(clock=clock))

Names are imported when first used, so that the pytest plugin costs nothing where it is not asked.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ccm_engine.testing.amendment_laws import amended_histories
    from ccm_engine.testing.answers import anonymous, answers
    from ccm_engine.testing.asked import legal_day, provisions_of_the_rules
    from ccm_engine.testing.awkward import awkward_histories
    from ccm_engine.testing.dates import days, ending_on, meaning, partial_dates
    from ccm_engine.testing.histories import History, histories, recorded, telling_days
    from ccm_engine.testing.laws import LAWS, Law, LawBrokenError, Trial, for_all_laws
    from ccm_engine.testing.refusals import Unlawful
    from ccm_engine.testing.single_events import citations, events, instruments, states, words
    from ccm_engine.testing.under_test import (
        EngineUnderTest,
        MakeEngine,
        RegisterUnderTest,
        in_memory,
    )
    from ccm_engine.testing.unlawful import REFUSALS, intruders, unlawful, unlawful_histories

__all__ = [
    "LAWS",
    "REFUSALS",
    "EngineUnderTest",
    "History",
    "Law",
    "LawBrokenError",
    "MakeEngine",
    "RegisterUnderTest",
    "Trial",
    "Unlawful",
    "amended_histories",
    "anonymous",
    "answers",
    "awkward_histories",
    "citations",
    "days",
    "ending_on",
    "events",
    "for_all_laws",
    "histories",
    "in_memory",
    "instruments",
    "intruders",
    "legal_day",
    "meaning",
    "partial_dates",
    "provisions_of_the_rules",
    "recorded",
    "states",
    "telling_days",
    "unlawful",
    "unlawful_histories",
    "words",
]

_HOMES = {
    "amendment_laws": ("amended_histories",),
    "answers": ("anonymous", "answers"),
    "asked": ("legal_day", "provisions_of_the_rules"),
    "awkward": ("awkward_histories",),
    "dates": ("days", "ending_on", "meaning", "partial_dates"),
    "histories": ("History", "histories", "recorded", "telling_days"),
    "laws": ("LAWS", "Law", "LawBrokenError", "Trial", "for_all_laws"),
    "refusals": ("Unlawful",),
    "single_events": ("citations", "events", "instruments", "states", "words"),
    "under_test": ("EngineUnderTest", "MakeEngine", "RegisterUnderTest", "in_memory"),
    "unlawful": ("REFUSALS", "intruders", "unlawful", "unlawful_histories"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


class _Kit(ModuleType):
    """This package: a public name stays what it is though a module of that name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Kit


def __getattr__(name: str) -> object:
    """Import a public name from its home when it is first used."""
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted(__all__)
