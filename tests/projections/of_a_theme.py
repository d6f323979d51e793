"""Ask one theme of a review for its figures, by the names they have within it."""

from __future__ import annotations

from datetime import date

import attrs

from ccm_engine import Engine
from ccm_engine.projections.counting import Figure, StateCount
from ccm_engine.projections.themes.theme import Theme
from ccm_engine.projections.view import View


def view(engine: Engine, day: str) -> View:
    return engine.on(date.fromisoformat(day)).view()


@attrs.frozen
class OfATheme:
    """The figures of one theme on a day, and over a period."""

    theme: Theme

    def on_the_day(self, engine: Engine, day: str) -> dict[str, Figure]:
        found = self.theme.position(view(engine, day))
        return {each.key.removeprefix(f"{self.theme.key}."): each for each in found}

    def between(self, engine: Engine, since: str, until: str) -> dict[str, Figure]:
        found = self.theme.progress(view(engine, since), view(engine, until))
        return {each.key.removeprefix(f"{self.theme.key}."): each for each in found}


def named(figure: Figure) -> str:
    assert isinstance(figure, StateCount)
    return " ".join(figure.states)


def unknown(figure: Figure) -> list[str]:
    assert isinstance(figure, StateCount)
    return list(figure.unknown)
