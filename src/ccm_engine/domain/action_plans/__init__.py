"""The action plans that meetings adopted: Vientiane, Dubrovnik, Lausanne.

`plan` says what a plan is; each plan has a module with the table of its actions; `commitments`
derives from them what a state owes politically. `docs/reference/action-plans.md` lists them all.
"""

from __future__ import annotations

from ccm_engine.domain.action_plans.commitments import COMMITMENT_RULES, PLANS, in_order
from ccm_engine.domain.action_plans.plan import Action, Plan

__all__ = ["COMMITMENT_RULES", "PLANS", "Action", "Plan", "in_order"]
