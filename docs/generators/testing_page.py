"""The reference page of the verification kit: strategies, laws, refusals and the plugin."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, Final

from ccm_engine import testing
from ccm_engine.testing.awkward import AWKWARD
from ccm_engine.testing.laws import LAWS, Law
from ccm_engine.testing.unlawful import refusals
from docs.generators.markdown import document, paragraphs_of, table

PATH: Final = "reference/testing.md"

STRATEGIES: Final = (
    *("histories", "telling_days", "amended_histories"),
    *("unlawful", "unlawful_histories", "intruders"),
    *("events", "citations", "instruments", "states", "words"),
    *("days", "partial_dates", "ending_on", "meaning"),
)
"""The strategies of `ccm_engine.testing` that are functions, whole histories first."""

_INTRODUCTION: Final = """\
`ccm_engine.testing`, with the extra `testing`: what this library verifies its own rules with, for
engines of your own ([how to](../how-to/verify-your-own-engine.md)). Everything below is imported
from `ccm_engine.testing`, the awkward strategies from `ccm_engine.testing.awkward`.
"""

_STRATEGIES: Final = """\
Hypothesis strategies. What is drawn is lawful: a log takes it, event by event, recorded in 2060.
A `History` prints one line an event, and a failing one shrinks to the lines that matter.
"""

_AWKWARD: Final = """\
Lawful, and hard to get right. Each strategy always has its feature; `awkward_histories()` draws
any of them, and one in three of `histories()` has one.
"""

_LAWS: Final = """\
`LAWS` has each as a `Law`: `law.check(make)` holds an engine to it, `for_all_laws(make)` to all,
and what breaks one raises `LawBrokenError` with the law, its provisions and the history. Those
that name no provision are laws of the record itself.
"""

_REFUSALS: Final = """\
What no log takes. `unlawful(history)` draws an `Unlawful`: an event, what is recorded `before` it,
the `error` it must raise and words of the `obstacle`; `unlawful(history, "a second signature")`
one by its name. Together they reach every refusal there is; all raise `RefusedEventError`.
"""

_PLUGIN: Final = """\
pytest loads `ccm_engine.testing.plugin` by itself where the library is installed. It imports
nothing of the engine before one of these is used.

| | |
|---|---|
| `@pytest.mark.provision("3(2)", "4(1)(a)")` | what a test is about; a citation of nothing ends \
the run |
| `--ccm-provisions` | list the provisions that passed tests are about, and those of the rules \
that none is; so too wherever a test is marked |
| `--ccm-as-of DATE` | the legal day that the fixture `ccm_as_of` gives; tests that ask for it are \
skipped without |
"""


def page() -> str:
    """Return the page in Markdown."""
    public = [getattr(testing, name) for name in STRATEGIES]
    return document(
        "The verification kit",
        _INTRODUCTION,
        "## Strategies",
        _STRATEGIES,
        table(("Strategy", "Draws"), map(_row, public)),
        "## Awkward histories",
        _AWKWARD,
        table(("Strategy", "Draws"), map(_row, AWKWARD.values())),
        "## Laws",
        _LAWS,
        table(("Law", "Provisions", "Holds"), map(_law, LAWS)),
        "## Refusals",
        _REFUSALS,
        table(("Name", "Provision"), _refusals()),
        "## The pytest plugin",
        _PLUGIN,
    )


def _row(strategy: Callable[..., Any]) -> tuple[str, str]:
    return f"`{strategy.__name__}({_parameters(strategy)})`", _sentence(strategy, "Draw ")


def _parameters(strategy: Callable[..., Any]) -> str:
    """Return what a caller may give: names, with a star where there may be several."""
    found = inspect.signature(strategy).parameters.values()
    return ", ".join(f"*{p.name}" if p.kind is p.VAR_POSITIONAL else p.name for p in found)


def _law(law: Law) -> tuple[str, str, str]:
    return f"`{law.name}`", ", ".join(law.provisions), _sentence(law.function, "Hold ")


def _sentence(function: Callable[..., Any], verb: str) -> str:
    said = " ".join(paragraphs_of(function)).removeprefix(verb)
    return said[:1].upper() + said[1:]


def _refusals() -> Iterable[tuple[str, str]]:
    return ((each.name, each.provision) for each in refusals())
