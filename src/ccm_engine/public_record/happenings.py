"""Tell one happening from another: which readings of a kind speak of the same.

Some kinds happen once (a deposit, an initial report); there two days are two versions. Others
happen again (a declared area, an absence declared); there two days are two happenings, and a
reading that says only by when attaches to one it can mean rather than making another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.public_record.versions import Settled, Statement, Version, settle, versions

Key = Callable[[Statement], Hashable]


def by_state(statement: Statement) -> tuple[str, ...]:
    """Return what is always told apart: the state, the event type, and a named happening."""
    reading = statement.reading
    return (reading.state, statement.kind.TYPE, reading.happening or "")


def once(
    statements: Iterable[Statement], key: Key = by_state, required: tuple[str, ...] = ()
) -> list[Settled]:
    """Settle kinds that happen once for each key."""
    return [settle(group, required) for group in _grouped(statements, key)]


def again(
    statements: Iterable[Statement], key: Key = by_state, *, numbers_vary: bool = False
) -> list[Settled]:
    """Settle kinds that happen again: for each key, one happening for each day that stands apart.

    `numbers_vary`: another number told without a day is another happening, not a dispute.
    """
    return [
        settle(happening.statements)
        for group in _grouped(statements, key)
        for happening in _apart(group, numbers_vary=numbers_vary)
    ]


@attrs.define
class _Happening:
    when: PartialDate
    statements: list[Statement]

    def join(self, statement: Statement) -> None:
        self.statements.append(statement)
        self.when = self.when.narrowed_by(statement.when)

    def allows(self, statement: Statement) -> bool:
        return any(version.allows(statement.fields) for version in self._versions())

    def _versions(self) -> list[Version]:
        return versions(self.statements)


def _grouped(statements: Iterable[Statement], key: Key) -> list[list[Statement]]:
    groups: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda each: each.reading.claim.id):
        groups[key(statement)].append(statement)
    return list(groups.values())


def _apart(statements: list[Statement], *, numbers_vary: bool) -> list[_Happening]:
    found: list[_Happening] = []
    dated = [each for each in statements if not each.reading.by_day_only]
    for statement in sorted(dated, key=_finest_first):
        _attach(found, statement, [each for each in found if each.when.meets(statement.when)])
    undated = [each for each in statements if each.reading.by_day_only]
    for statement in sorted(undated, key=_finest_first):
        _attach(found, statement, _meant(found, statement, numbers_vary=numbers_vary))
    return found


def _attach(found: list[_Happening], statement: Statement, candidates: list[_Happening]) -> None:
    if candidates:
        candidates[0].join(statement)
    else:
        found.append(_Happening(statement.when, [statement]))


def _meant(
    found: list[_Happening], statement: Statement, *, numbers_vary: bool
) -> list[_Happening]:
    """Return the happenings a reading that says only by when can mean, the likeliest first.

    The newest that had wholly passed by then; else the oldest that may have.
    """
    possible = [each for each in found if each.when.meets(statement.when)]
    agreeing = [each for each in possible if each.allows(statement)]
    if numbers_vary or agreeing:
        possible = agreeing
    limit = statement.when.latest
    passed = [each for each in possible if each.when.latest <= limit]
    if passed:
        return sorted(passed, key=lambda each: each.when.latest, reverse=True)
    return sorted(possible, key=lambda each: each.when.first)


def _finest_first(statement: Statement) -> tuple[object, ...]:
    when = statement.when
    open_from = when.first.toordinal()
    return (when.latest.toordinal() - open_from, -len(statement.fields), statement.reading.claim.id)
