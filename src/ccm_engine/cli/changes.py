"""How changes are shown on a page: what was, what is, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ccm_engine.cli.page import BLANK, Block, Line, Table, Tone, Tree
from ccm_engine.cli.wording import day, tone_of
from ccm_engine.domain.explanations import in_words, standing_line
from ccm_engine.domain.obligations import Obligation
from ccm_engine.projections.differences import Change, Counts, Differences

NOT_COMPARED: Final = (
    "compared are the duties of the Convention; not what action plans ask and meetings ordered"
)
_SAID_BY_STANDING: Final = frozenset({"discharged_on", "timeliness", "days_late"})
_NAMES: Final = {"treaty_due": "treaty date", "request_pending": "request pending"}


def how_many(found: Differences) -> str:
    """Count the changes, by kind: `14 changes (9 began, 5 changed)`."""
    plural = "" if len(found.changes) == 1 else "s"
    kinds = [f"{count:,} {kind.value}" for kind, count in found.counts.kinds.items() if count]
    said = f"{len(found.changes):,} change{plural}"
    return f"{said} ({', '.join(kinds)})" if kinds else said


def change_blocks(found: Differences) -> Iterator[Block]:
    """Show each change with its reasons, then how the standings moved."""
    for each in found.changes:
        yield _tree(each, found)
    if found.counts.before != found.counts.after:
        yield BLANK
        yield _standings(found.counts)
        yield from _moves(found.counts)
    yield Line(NOT_COMPARED, Tone.QUIET)


def _tree(change: Change, found: Differences) -> Tree:
    known = change.obligation
    branches = [Tree(each) for each in _what(change)]
    for name in change.reason.because:
        event = found.events[name]
        words = f"because {event.occurred_on}  {in_words(event)} [{name}]"
        branches.append(Tree(Line(words, Tone.QUIET)))
    if change.reason.passed is not None:
        branches.append(Tree(Line(f"passed: {change.reason.passed}", Tone.QUIET)))
    label = Line(f"{known.id}  {known.duty}", tone_of(known))
    return Tree(label, tuple(branches))


def _what(change: Change) -> Iterator[Line]:
    """Say what began or ended, or each field before and after.

    A standing in words says when a duty was discharged and whether in time.
    """
    known = change.obligation
    if not change.fields:
        due = "" if known.due is None else f", due {known.due}"
        yield Line(f"{change.kind.value}: {_standing(known)}{due}")
    said = _SAID_BY_STANDING if "standing" in change.fields else frozenset[str]()
    for name in change.fields:
        if name not in said:
            sides = [_field(each, name) for each in (change.before, change.after)]
            yield Line(f"{_NAMES.get(name, name.replace('_', ' '))}: {' -> '.join(sides)}")


def _standing(obligation: Obligation) -> str:
    return standing_line(attrs.evolve(obligation, otherwise=None))


def _field(obligation: Obligation | None, name: str) -> str:
    if obligation is None:
        return "none"
    match name:
        case "standing":
            return _standing(obligation)
        case "extensions":
            return ", ".join(f"to {each.due}" for each in obligation.extensions) or "none"
        case "timeliness":
            return obligation.timeliness.value if obligation.timeliness else "none"
        case "days_late":
            return "not known" if obligation.days_late is None else str(obligation.days_late)
        case "request_pending":
            return "yes" if obligation.request_pending else "no"
        case _:
            return day(getattr(obligation, name), "none")


def _standings(counts: Counts) -> Table:
    rows = tuple(
        (standing.value, f"{before:,}", f"{counts.after[standing]:,}")
        for standing, before in counts.before.items()
        if before or counts.after[standing]
    )
    return Table(("Standing", "Before", "After"), rows)


def _moves(counts: Counts) -> Iterator[Line]:
    for (before, after), count in counts.moves.items():
        yield Line(f"{before.value} -> {after.value}: {count:,}")
