"""A pytest plugin: which provisions tests speak of, and the day they ask about.

    pytest --ccm-as-of 2020-10-02 --ccm-provisions

`@pytest.mark.provision("3(2)")` says what a test is about, and a summary names the provisions that
tests which passed are about, and those of the rules that none is. Nothing of the engine is
imported before a marker or an option asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

import ccm_engine
from ccm_engine import testing

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

    from ccm_engine.domain.provisions import Provision

MARKER: Final = "provision"
_PROPERTY: Final = "ccm_provision"
_LINE: Final = (
    "provision(citation, ...): what of the Convention on Cluster Munitions a test is about, "
    'as in "3(2)" or "4(1)(a)"'
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("ccm_engine", "treaty provisions (ccm_engine)")
    group.addoption(
        "--ccm-as-of",
        metavar="DATE",
        help="the legal day that the fixture ccm_as_of gives, as in 2020-10-02",
    )
    group.addoption(
        "--ccm-provisions",
        action="store_true",
        help="list the provisions that tests which passed are about, and those none is about",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and refuse a day that cannot be asked about."""
    config.addinivalue_line("markers", _LINE)
    _as_of(config)


def _as_of(config: pytest.Config) -> date | None:
    text: str | None = config.getoption("ccm_as_of", None)
    if text is None:
        return None
    try:
        return testing.legal_day(text, f"take --ccm-as-of {text}")
    except ccm_engine.CcmError as error:
        raise pytest.UsageError(str(error)) from error


@pytest.fixture(scope="session")
def ccm_as_of(pytestconfig: pytest.Config) -> date:
    """Give the legal day of --ccm-as-of; a test that asks for it is skipped without one."""
    day = _as_of(pytestconfig)
    if day is None:
        pytest.skip("no legal day is given: run pytest with --ccm-as-of DATE")
    return day


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Read what each test is about, and write it where reports carry it."""
    for item in items:
        marks = item.iter_markers(MARKER)
        cited = sorted({provision for mark in marks for provision in _cited(item, mark)})
        item.user_properties.extend((_PROPERTY, str(each)) for each in cited)


def _cited(item: pytest.Item, mark: pytest.Mark) -> Iterator[Provision]:
    asked = f"{item.nodeid}: read the marker {MARKER}"
    if not mark.args or mark.kwargs:
        message = f'{asked}: it names no provision; write {MARKER}("3(2)"), or several'
        raise pytest.UsageError(message)
    for citation in mark.args:
        if not isinstance(citation, str):
            message = f"{asked}: {citation!r} is no text; cite it as in 3(2), 4(1)(a) or 4.1a"
            raise pytest.UsageError(message)
        try:
            yield ccm_engine.Provision.parse(citation)
        except ccm_engine.CcmError as error:
            message = f"{item.nodeid}: {error}"
            raise pytest.UsageError(message) from error


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Name the provisions that passed tests are about; only if asked, or if a test is marked."""
    passed = _about(terminalreporter, "passed")
    failed = _about(terminalreporter, "failed") | _about(terminalreporter, "error")
    if not (config.getoption("ccm_provisions", default=False) or passed or failed):
        return
    ruled = testing.provisions_of_the_rules()
    lines = {
        "with a test that failed": failed,
        "with passed tests": passed & ruled - failed,
        "without": ruled - passed - failed,
        "with passed tests, though no rule yields them": passed - ruled - failed,
    }
    terminalreporter.section("provisions of the Convention on Cluster Munitions")
    for words, provisions in lines.items():
        if provisions:
            terminalreporter.write_line(f"{len(provisions):3} {words}: {_listed(provisions)}")


def _listed(provisions: Iterable[Provision]) -> str:
    return ", ".join(map(str, sorted(provisions)))


def _about(reporter: TerminalReporter, outcome: str) -> set[Provision]:
    """Return what the tests with an outcome are about."""
    return {
        ccm_engine.Provision.parse(str(value))
        for report in reporter.getreports(outcome)
        for name, value in getattr(report, "user_properties", ())
        if name == _PROPERTY
    }
