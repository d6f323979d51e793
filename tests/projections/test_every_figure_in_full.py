"""Every figure of two reviews of the packaged public record, with all that is said of it.

`python -m tests.projections.test_every_figure_in_full` writes them again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, assert_never

from ccm_engine import Engine
from ccm_engine.projections.counting import (
    Events,
    Figure,
    Quantity,
    Share,
    StateCount,
    StatedNumber,
)

FIGURES: Final = Path(__file__).parents[1] / "golden" / "figures.txt"
PERIODS: Final = (
    (date(2015, 9, 11), date(2020, 9, 28)),
    (date(2020, 9, 28), date(2026, 9, 18)),
)


def reviewed() -> Iterator[str]:
    """Yield the lines of each figure: what it counts and cites, and the states it is made of."""
    with Engine.public_record() as engine:
        for since, until in PERIODS:
            yield f"# {since} to {until}"
            for each in engine.on(until).review(engine.on(since)).figures():
                cited = f" [{each.provision}]" if each.provision else ""
                heading = f" ({each.clause.heading})" if each.clause.heading else ""
                yield f"{each.key}{cited}: {each.clause.one} | {each.clause.many}{heading}"
                yield from (f"  {line}" for line in made_of(each))


def made_of(figure: Figure) -> Iterator[str]:
    """Yield what a figure is made of, each state with the number of its events."""
    match figure:
        case StateCount():
            yield f"{figure.value}: {listed(figure.states)}; unknown: {listed(figure.unknown)}"
        case Quantity():
            yield f"{figure.value} {figure.unit}, exact: {figure.exact}"
            yield ", ".join(
                f"{state} {part.amount} ({len(part.events)})"
                for state, part in figure.parts.items()
            )
        case StatedNumber():
            yield f"{figure.value} ({len(figure.events)})"
        case Share():
            yield f"{figure.value} %"
            yield from made_of(figure.part)
            yield from made_of(figure.whole)
        case _:
            assert_never(figure)


def listed(states: Mapping[str, Events]) -> str:
    """Write states with the number of events that prove each."""
    return ", ".join(f"{state} {len(events)}" for state, events in states.items()) or "none"


def test_every_figure_is_what_it_was() -> None:
    assert list(reviewed()) == FIGURES.read_text("utf-8").splitlines()


if __name__ == "__main__":
    FIGURES.write_text("\n".join((*reviewed(), "")), "utf-8")
