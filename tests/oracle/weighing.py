"""How a duty stands on a day: the words of docs/reference/json.md, decided in one order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeAlias

from tests.oracle.dates import Choices, Span, chosen, counted
from tests.oracle.membership import Membership
from tests.oracle.record import Fact

Answer: TypeAlias = dict[str, Any]
Engaged: TypeAlias = Literal["yes", "no", "unknown"]


@dataclass(frozen=True)
class Situation:
    """One stream on one day: what happened in it and to whom, and how far the record reaches."""

    state: str
    as_of: date
    choices: Choices
    facts: Sequence[Fact]
    meetings: Sequence[Fact]
    coverage: Sequence[Fact]
    member: Membership
    entered: Mapping[str, date]

    def counted(self, fact: Fact) -> date:
        return counted(fact.days, self.choices)

    def of_kind(self, *kinds: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.kind in kinds]

    def under_this_consent(self, *kinds: str) -> list[Fact]:
        """Leave out what was done under a consent that came to its end."""
        return [
            fact
            for fact in self.of_kind(*kinds)
            if not self.member.rejoined or fact.days.last >= self.member.consent.days.last
        ]

    def unreached(self, provision: str, due: date) -> bool:
        """Tell whether the sources do not reach a day: silence then proves nothing."""
        plain = without_marks(provision)
        told = [f for f in self.coverage if without_marks(f.said["provision"]) == plain]
        own = [fact for fact in told if fact.text("state") == self.state]
        of_all = [fact for fact in told if fact.text("state") is None]
        if not own + of_all:
            return False
        last = (own or of_all)[-1]
        if "reaches" not in last.said or due > last.day("reaches"):
            return True
        return "since" in last.said and due < last.day("since")


def without_marks(provision: str) -> str:
    """Read `4(1)(c)` and `4.1c` alike."""
    return provision.replace("(", "").replace(")", "").replace(".", "")


@dataclass(frozen=True)
class Duty:
    """What a rule found out about one duty, before it is weighed."""

    id: str
    provision: str
    nature: str = "dated"
    treaty_due: date | None = None
    due: Span | None = None
    engaged: Engaged = "yes"
    fulfilled: Span | None = None
    in_time_until: Span | None = None
    extensions: Sequence[Answer] = field(default_factory=list[Answer])
    request_pending: bool = False
    outlives_withdrawal: bool = False
    begins_on: date | None = None
    unclear: bool = False


def standing(duty: Duty, at: Situation) -> str:
    """Weigh a duty: which of the words of docs/reference/json.md says how it stands."""
    member, day = at.member, at.as_of
    begins_on = duty.begins_on or member.in_force_on
    in_force = begins_on is not None and begins_on <= day
    if not in_force:
        return "not-yet-binding"
    if duty.fulfilled is not None:
        return "discharged"
    if member.left(day) and not owed_after_leaving(duty, at):
        return "ceased"
    if duty.engaged == "no":
        return "not-engaged"
    if duty.engaged == "unknown":
        return "undetermined"
    if duty.nature in {"standing", "encouraged"}:
        return "continuing"
    return standing_of_what_is_owed(duty, at)


def owed_after_leaving(duty: Duty, at: Situation) -> bool:
    """Tell whether a duty outlives a withdrawal: INT-0007."""
    if duty.outlives_withdrawal:
        return True
    leaves_on = at.member.leaves_on
    return (
        duty.due is not None and leaves_on is not None and counted(duty.due, at.choices) < leaves_on
    )


def standing_of_what_is_owed(duty: Duty, at: Situation) -> str:
    """Weigh a dated duty that is owed and not fulfilled: the due day itself is in time."""
    if duty.unclear:
        return "undetermined"
    if duty.due is None or at.as_of <= counted(duty.due, at.choices):
        return "pending"
    if duty.request_pending and chosen(at.choices, "pending_request", "overdue") == "stayed":
        return "pending"
    if at.unreached(duty.provision, counted(duty.due, at.choices)):
        return "undetermined"
    return "overdue-request-pending" if duty.request_pending else "overdue"


def timeliness(duty: Duty) -> str | None:
    """Say whether what was done was in time; undetermined where the stretches of days overlap."""
    if duty.fulfilled is None or duty.due is None:
        return None
    last_days = duty.in_time_until or duty.due
    if duty.fulfilled.last <= last_days.first and not last_days.by:
        return "on-time"
    return "late" if duty.fulfilled.first > last_days.last else "undetermined"


def days_late(duty: Duty) -> int | None:
    """Count the days by which it was late, where every day is known; none where it was in time."""
    if duty.fulfilled is None or duty.due is None or timeliness(duty) == "undetermined":
        return None
    if timeliness(duty) == "on-time":
        return 0
    known = duty.fulfilled.exact and duty.due.exact and not duty.due.by
    return (duty.fulfilled.first - duty.due.first).days if known else None


def weigh(duty: Duty, at: Situation) -> Answer:
    """Answer for one duty, in the keys of docs/reference/json.md."""
    stands = standing(duty, at)
    if stands == "ceased":
        duty = replace(duty, treaty_due=None, due=None)
    return {
        "provision": duty.provision,
        "nature": duty.nature,
        "treaty_due": duty.treaty_due,
        "due": duty.due,
        "standing": stands,
        "discharged_on": duty.fulfilled,
        "timeliness": timeliness(duty),
        "days_late": days_late(duty),
        "extensions": list(duty.extensions),
        "request_pending": duty.request_pending,
    }
