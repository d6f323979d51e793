"""Article 13: how a proposed amendment is supported, adopted and comes into force.

No state owes anything under it, so there are no rules here, only days and majorities. Who counts
is fixed on a day: the States Parties at circulation (13(1)), those at adoption (13(5)). Who joins
or leaves afterwards changes neither number.

Days known in part give days known in part: both ends are told, and never one that lies before the
step that made them possible.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from ccm_engine.domain.calendar import PartialDate, add_days
from ccm_engine.domain.events import AmendmentAdopted

SUPPORT_DAYS: Final = 90  # 13(1)
_THIRDS_FOR, _THIRDS = 2, 3  # 13(4)


def last_day_to_support(circulated_on: PartialDate) -> PartialDate:
    """Return the last day of the 90 after circulation, both its ends: Article 13(1).

    The day of circulation is not counted, the last day is.
    """
    earliest = circulated_on.earliest
    return PartialDate(
        None if earliest is None else add_days(earliest, SUPPORT_DAYS),
        add_days(circulated_on.latest, SUPPORT_DAYS),
    )


def is_majority(count: int, of: int) -> bool:
    """Tell whether so many are more than half: Articles 13(1), 13(5)."""
    return 2 * count > of


def majority_reached(
    days: Mapping[str, PartialDate], counted: Collection[str], since: PartialDate
) -> PartialDate | None:
    """Return the day on which a majority of the states counted had acted: 13(1), 13(5).

    `days` says when each state acted; states that are not counted make no majority. `None` while
    there is none. Not before `since`, the day from which they could act.
    """
    acted = [day for state, day in days.items() if state in counted]
    for number in range(1, len(acted) + 1):
        if is_majority(number, len(counted)):
            earliest = sorted(day.first for day in acted)[number - 1]
            latest = sorted(day.latest for day in acted)[number - 1]
            return last_of(PartialDate(earliest, latest), since)
    return None


def last_of(*days: PartialDate) -> PartialDate:
    """Return the last of several days, both its ends."""
    known = [day.earliest for day in days if day.earliest is not None]
    return PartialDate(max(known, default=None), max(day.latest for day in days))


def two_thirds(event: AmendmentAdopted) -> bool | None:
    """Tell whether two thirds of those present and voting were in favour: Article 13(4).

    From the recorded votes alone; `None` where either number is unknown. Nobody is no two thirds.
    """
    if event.in_favour is None or event.against is None:
        return None
    votes = event.in_favour + event.against
    return votes > 0 and _THIRDS * event.in_favour >= _THIRDS_FOR * votes


def in_force_for(
    accepted: Mapping[str, PartialDate],
    in_force_on: PartialDate | None,
    bound: Iterable[tuple[str, date]],
) -> Mapping[str, PartialDate]:
    """Return since when an amendment is in force for each state that accepted it: Article 13(5).

    From the day of the majority for those that had accepted by then, for each other from its own
    acceptance; for a state that is `bound` by the Convention only later, from that day.
    """
    if in_force_on is None:
        return {}
    begins = dict(bound)
    return {
        state: last_of(in_force_on, accepted[state], PartialDate.on(begins[state]))
        for state in sorted(accepted)
        if state in begins
    }
