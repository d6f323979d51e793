"""Strategies for what is lawful and awkward, each named for what it always has.

With `about_the_record` something may be said about the record too, as in `histories`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from hypothesis import strategies as st

from ccm_engine.testing.histories import History, Script, scripted
from ccm_engine.testing.plots import (
    FOUND_AGAIN,
    FOUR_REPORTS,
    IN_STEPS,
    LEAVING_AT_WAR,
    LEAVING_WHILE_EXTENDED,
    MONTHS_37,
    SIGNATORY_REPORTS,
    SILENCE,
)

Histories = st.SearchStrategy[History]


def conferences_in_two_parts(*, about_the_record: bool = True) -> Histories:
    """Draw histories with a Review Conference held in two parts, as the second was: Article 12.

    The first part closed in November 2020, the second opened in September 2021.
    """
    return scripted(Script(in_two_parts=True), about_the_record=about_the_record)


def decisions_by_silence(*, about_the_record: bool = True) -> Histories:
    """Draw histories with an extension decided by silence procedure after the old deadline.

    As Bulgaria's of February 2021, due on 1 October 2020: Articles 3(5) and 4(7).
    """
    return scripted(Script(plot=SILENCE), about_the_record=about_the_record)


def extensions_of_37_months(*, about_the_record: bool = True) -> Histories:
    """Draw histories with an extension of 37 months, as Peru's of 2021: Article 3(5)."""
    return scripted(Script(plot=MONTHS_37), about_the_record=about_the_record)


def extensions_in_steps(*, about_the_record: bool = True) -> Histories:
    """Draw histories with two extensions of one deadline or three, as Bulgaria's: 3(5), 4(7)."""
    return scripted(Script(plot=IN_STEPS), about_the_record=about_the_record)


def found_again_after_completion(*, about_the_record: bool = True) -> Histories:
    """Draw histories in which a state completed, found more and completed again.

    As Mauritania found more after 2013: Articles 3(2), 4(1)(a), INT-0006.
    """
    return scripted(Script(plot=FOUND_AGAIN), about_the_record=about_the_record)


def withdrawals_during_an_extension(*, about_the_record: bool = True) -> Histories:
    """Draw histories with a notice of withdrawal while an extended deadline runs: 20(2)."""
    return scripted(Script(plot=LEAVING_WHILE_EXTENDED), about_the_record=about_the_record)


def withdrawals_during_a_conflict(*, about_the_record: bool = True) -> Histories:
    """Draw histories with a withdrawal that an armed conflict holds up: Article 20(3)."""
    return scripted(Script(plot=LEAVING_AT_WAR), about_the_record=about_the_record)


def voluntary_reports(*, about_the_record: bool = True) -> Histories:
    """Draw histories with reports by a state that had only signed, as Canada's: Article 7(1)."""
    return scripted(Script(plot=SIGNATORY_REPORTS), about_the_record=about_the_record)


def four_reports_on_one_day(*, about_the_record: bool = True) -> Histories:
    """Draw histories with four annual reports on one day, as South Africa's of 2023: 7(2)."""
    return scripted(Script(plot=FOUR_REPORTS), about_the_record=about_the_record)


def claims_that_disagree() -> Histories:
    """Draw histories in which sources disagree on the day of a deposit, and on what was declared.

    As on Canada's, 16 or 17 March 2015. The dispute of the deposit stands; that of the declaration
    may be resolved, upheld or not.
    """
    return scripted(Script(disputed=True))


AWKWARD: Final[Mapping[str, Callable[..., Histories]]] = {
    each.__name__: each
    for each in (
        conferences_in_two_parts,
        decisions_by_silence,
        extensions_of_37_months,
        extensions_in_steps,
        found_again_after_completion,
        withdrawals_during_an_extension,
        withdrawals_during_a_conflict,
        voluntary_reports,
        four_reports_on_one_day,
        claims_that_disagree,
    )
}
"""Every strategy for awkward histories, by its name."""


def awkward_histories() -> Histories:
    """Draw a history with any one of these features."""
    return st.one_of([make() for make in AWKWARD.values()])
