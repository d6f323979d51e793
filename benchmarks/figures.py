"""One measured figure with its limit, and the table in which they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

CLOSE: Final = 0.10
"""A limit missed or kept by less than this share of it is named as close."""
_WIDTH: Final = 118


@attrs.frozen
class Limit:
    """What was asked of a figure: at most, or at least."""

    value: float
    at_most: bool

    def verdict(self, measured: float) -> str:
        """Return whether the limit is kept, and whether by little."""
        met = measured <= self.value if self.at_most else measured >= self.value
        close = abs(measured - self.value) < CLOSE * self.value
        return ("met" if met else "not met") + (", close" if close else "")


def at_most(value: float) -> Limit:
    """Return the limit that a figure must not exceed."""
    return Limit(value, at_most=True)


def at_least(value: float) -> Limit:
    """Return the limit that a figure must reach."""
    return Limit(value, at_most=False)


@attrs.frozen
class Figure:
    """One line of the table; `unit` is `x` for a ratio, or `ms`.

    `guide` says in absolute terms what was divided by what; it holds for one machine.
    """

    name: str
    measured: float
    unit: str
    limit: Limit | None = None
    guide: str = ""

    def cells(self) -> tuple[str, str, str, str, str]:
        """Return what the table shows."""
        measured = _written(self.measured, self.unit)
        if self.limit is None:
            return self.name, "", measured, "", self.guide
        sign = "≤" if self.limit.at_most else "≥"
        target = f"{sign} {_written(self.limit.value, self.unit)}"
        return self.name, target, measured, self.limit.verdict(self.measured), self.guide


def milliseconds(value: float) -> str:
    """Write seconds as milliseconds, as far as they mean something."""
    return _written(1000 * value, "ms")


def show(title: str, figures: Sequence[Figure]) -> None:
    """Print the figures of one benchmark as a table."""
    console = Console(width=_WIDTH, highlight=False)
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("figure")
    table.add_column("target", justify="right")
    table.add_column("measured", justify="right")
    table.add_column("verdict")
    table.add_column("guide", overflow="fold")
    for figure in figures:
        table.add_row(*figure.cells())
    console.print(table)


def _written(value: float, unit: str) -> str:
    if unit == "x":
        return f"{value:.2f}"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004  # three figures are enough
    return f"{value:,.{digits}f} {unit}"
