"""Public Hypothesis strategies for lawful histories, and the laws an engine keeps.

Needs the extra `testing`. A history drawn here is one that a log admits, event by event; each law
is a function that raises `AssertionError` where it does not hold:

    from hypothesis import given
    from ccm_engine.testing import histories, identifiers_are_unique

    @given(history=histories())
    def test_identifiers(history): identifiers_are_unique(history, date(2020, 1, 1))
"""

from ccm_engine.testing.answers import anonymous, answers
from ccm_engine.testing.date_laws import (
    an_extension_never_shortens,
    entry_into_force_is_the_sixth_month,
    every_date_is_its_anchor_and_a_period,
    every_extension_is_its_anchor_and_months,
    nothing_is_due_before_it_binds,
    timeliness_is_of_every_day_meant,
    withdrawal_takes_six_months,
)
from ccm_engine.testing.dates import days, ending_on, meaning, partial_dates
from ccm_engine.testing.histories import History, histories, recorded, telling_days
from ccm_engine.testing.record_laws import (
    later_knowledge_changes_nothing_known,
    order_of_recording_is_no_matter,
    refusal_leaves_no_trace,
    retraction_is_never_having_recorded,
    states_are_independent,
    two_parts_equal_one,
    written_and_read_is_the_same,
)
from ccm_engine.testing.single_events import citations, events, instruments, states, words
from ccm_engine.testing.standing_laws import (
    every_reading_answers,
    identifiers_are_unique,
    otherwise_is_the_other_reading,
    standing_and_due_agree,
    the_due_day_is_in_time,
)
from ccm_engine.testing.unlawful import intruders

__all__ = [
    "History",
    "an_extension_never_shortens",
    "anonymous",
    "answers",
    "citations",
    "days",
    "ending_on",
    "entry_into_force_is_the_sixth_month",
    "events",
    "every_date_is_its_anchor_and_a_period",
    "every_extension_is_its_anchor_and_months",
    "every_reading_answers",
    "histories",
    "identifiers_are_unique",
    "instruments",
    "intruders",
    "later_knowledge_changes_nothing_known",
    "meaning",
    "nothing_is_due_before_it_binds",
    "order_of_recording_is_no_matter",
    "otherwise_is_the_other_reading",
    "partial_dates",
    "recorded",
    "refusal_leaves_no_trace",
    "retraction_is_never_having_recorded",
    "standing_and_due_agree",
    "states",
    "states_are_independent",
    "telling_days",
    "the_due_day_is_in_time",
    "timeliness_is_of_every_day_meant",
    "two_parts_equal_one",
    "withdrawal_takes_six_months",
    "words",
    "written_and_read_is_the_same",
]
