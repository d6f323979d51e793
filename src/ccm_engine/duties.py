"""What each stream owes on one day, derived once; and one duty found by its identifier."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import attrs

from ccm_engine.domain.events import CONVENTION
from ccm_engine.domain.obligations import Obligation
from ccm_engine.domain.provisions import Commitment
from ccm_engine.domain.standpoint import Standpoint
from ccm_engine.domain.states import state
from ccm_engine.errors import InvalidValueError, UnknownObligationError


@attrs.define
class Duties:
    """The obligations of the Convention and the commitments beside it, each stream's kept."""

    point: Standpoint
    _owed: dict[str, tuple[Obligation, ...]] = attrs.field(factory=dict, init=False)
    _committed: dict[str, tuple[Obligation, ...]] = attrs.field(factory=dict, init=False)

    def obligations(self, stream: str) -> tuple[Obligation, ...]:
        """Return what a stream owes under the Convention."""
        if (known := self._owed.get(stream)) is None:
            known = self._owed[stream] = tuple(self.point.obligations(stream))
        return known

    def commitments(self, stream: str) -> tuple[Obligation, ...]:
        """Return what action plans ask of a state; of `CCM`, what meetings ordered."""
        if (known := self._committed.get(stream)) is None:
            known = self._committed[stream] = tuple(self.point.commitments(stream))
        return known

    def find(self, name: str) -> Obligation:
        """Return one obligation by its identifier, as in `BGR/3.2` or `AFG/VAP.21`.

        Raises `UnknownObligationError`, naming the nearest ones.
        """
        given, slash, rest = name.partition("/")
        stream, plan = stream_of(given), rest.partition(".")[0]
        known = {each.id: each for each in self._among(stream, plan)}
        if (found := known.get(f"{stream}{slash}{rest}")) is not None:
            return found
        asked = f"find the obligation {name!r} on {self.point.as_of}"
        if not known:
            raise UnknownObligationError(asked, *self._nothing(given, plan))
        begun = [each for each in known if each.startswith(f"{name}/")]
        near = begun[-1:] or get_close_matches(name, known, n=3, cutoff=0.5)
        if near:
            remedy = f"did you mean {' or '.join(near)}?"
        elif stream == CONVENTION:
            remedy = "`ccm obligations --state CCM` and `ccm meetings` list them"
        else:
            lists = f"ccm obligations --plan {plan} --state" if _is_plan(plan) else "ccm state"
            remedy = f"`{lists} {given}` lists them"
        raise UnknownObligationError(asked, f"{given} has no such obligation", remedy)

    def _among(self, stream: str, plan: str) -> Iterable[Obligation]:
        """Return a stream's duties under an action plan; under the Convention, if it is none.

        Of `CCM`, the reviews that meetings ordered are there too.
        """
        if _is_plan(plan):
            return (each for each in self.commitments(stream) if plan_of(each) == plan)
        beside = self.commitments(stream) if stream == CONVENTION else ()
        return (*self.obligations(stream), *beside)

    def _nothing(self, given: str, plan: str) -> tuple[str, str]:
        """Say why a state owes nothing, and what to ask instead."""
        if self.obligations(stream_of(given)):
            obstacle = f"{plan} asks nothing of {given} on that day"
            return obstacle, "docs/reference/action-plans.md says what it asks of whom, and when"
        if (by := self.point.history.published_by) is not None:
            obstacle = f"no source published by {by} tells that {given} is bound on that day"
            return obstacle, "ask for a later day, or more sources"
        return f"{given} is not bound on that day, and owes nothing", "ask for a later day"


def _is_plan(code: str) -> bool:
    from ccm_engine.domain.action_plans import PLANS

    return code in PLANS


def plan_of(obligation: Obligation) -> str | None:
    """Return the code of the action plan that asks for something, `None` of the Convention's."""
    cited = obligation.provision
    return cited.instrument if isinstance(cited, Commitment) else None


def stream_of(text: str) -> str:
    """Return the stream a state's code or name, or `CCM`, stands for."""
    return CONVENTION if text.upper() == CONVENTION else state(text).code


def one_of(name: str, value: object, allowed: tuple[object, ...]) -> None:
    """Refuse a value that selects nothing because it is of another kind."""
    if value not in allowed or (type(value) is bool):
        asked = f"select by {name} {value!r}"
        known = ", ".join(str(each) for each in allowed if each is not None)
        raise InvalidValueError(asked, "there is no such value", f"give {known}")
