"""Every commitment of some states by the packaged public record, with its grounds word by word.

`python -m tests.action_plans.test_every_commitment_in_full` writes them again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from ccm_engine import Engine
from ccm_engine.domain.action_plans import PLANS
from ccm_engine.domain.explanations import standing_line
from ccm_engine.domain.obligations import Obligation
from ccm_engine.domain.provisions import Provision

COMMITMENTS: Final = Path(__file__).parents[1] / "golden" / "commitments.txt"
ASKED: Final = {
    date(2014, 9, 1): ("AFG", "NOR"),
    date(2020, 9, 28): ("BGR", "FRA", "LAO"),
    date(2026, 11, 1): ("PER",),
}
MEMBERSHIP: Final = {Provision.parse("17(1)"), Provision.parse("17(2)")}


def committed() -> Iterator[str]:
    """Yield what each plan asks for; then, of some states, by when, where they stand, and why."""
    for plan in PLANS.values():
        for action in plan.actions:
            asked = f"{action.cited} {action.part}".strip()
            rests_on = ", ".join(map(str, action.rests_on)) or "nothing"
            words = (action.theme.value, action.addressee.value, action.numbering.value)
            yield f"{asked}: {action.summary} [{', '.join(words)}; {action.limit}]"
            yield f"  {action.source}; rests on {rests_on}; {action.remark or 'no remark'}"
    with Engine.public_record() as engine:
        for day, states in ASKED.items():
            for each in engine.on(day).commitments():
                if each.state in states:
                    yield from _told(each, day)


def _told(each: Obligation, day: date) -> Iterator[str]:
    yield f"{each.id} on {day}: {each.duty}"
    due = "no day" if each.due is None else f"due {each.due}"
    yield f"  {each.provision}, {each.nature.value}, {due}: {standing_line(each)}"
    for ground in each.grounds:
        if ground.provision not in MEMBERSHIP:  # the same for all
            proof = f" [{', '.join(ground.events)}]" if ground.events else ""
            yield f"    {ground.provision}: {ground.conclusion}{proof}"


def test_every_commitment_is_what_it_was() -> None:
    assert list(committed()) == COMMITMENTS.read_text("utf-8").splitlines()


if __name__ == "__main__":
    COMMITMENTS.write_text("\n".join((*committed(), "")), "utf-8")
