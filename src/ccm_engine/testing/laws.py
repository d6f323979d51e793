"""Every law by name, and how to hold an engine to them.

A law is a function of a maker of engines, a history, a day and perhaps more that is drawn with
them; it raises `AssertionError` where it does not hold:

    for_all_laws(lambda clock: MyEngine(clock=clock))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, cast
from zlib import crc32

import attrs
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from ccm_engine.domain.events import Event
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.testing import (
    amendment_laws,
    date_laws,
    dispute_laws,
    duty_laws,
    extension_laws,
    fulfilment_laws,
    membership_laws,
    record_laws,
    standing_laws,
)
from ccm_engine.testing.amendment_laws import amended_histories
from ccm_engine.testing.chapters import clarification, costs, past_use, victims
from ccm_engine.testing.dispute_laws import disputed_histories
from ccm_engine.testing.drawn_with import (
    cuts,
    ordinary_or,
    readings,
    reordered,
    stops,
    told_of_all,
    with_chapter,
    with_plot,
    without,
)
from ccm_engine.testing.histories import History, histories, telling_days
from ccm_engine.testing.plots import CLEARED_AT_A_MEETING, IN_STEPS, LEAVING_AT_WAR
from ccm_engine.testing.record_laws import choice_made
from ccm_engine.testing.stocks_and_areas import hostilities
from ccm_engine.testing.under_test import MakeEngine, closing
from ccm_engine.testing.unlawful import unlawful

DrawnWith = Callable[[History], st.SearchStrategy[Any]]

SETTINGS: Final = hypothesis_settings(
    deadline=None,
    max_examples=100,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink),
    suppress_health_check=(
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ),
)
"""How hard Hypothesis tries if nothing else is said."""


@attrs.frozen(repr=False)
class Trial:
    """What a law is held against once: a history, and by name what else was drawn."""

    history: History
    drawn: Mapping[str, Any]

    def __repr__(self) -> str:
        """Write the history line by line, and then what was drawn with it."""
        more = [f"{name}: {_shown(value)}" for name, value in self.drawn.items()]
        return "\n".join([repr(self.history), *more])


def _shown(value: object) -> str:
    """Write a reading as the choice it makes, and several things line by line."""
    if isinstance(value, Interpretation):
        return choice_made(value)
    if isinstance(value, list):
        listed = cast("list[object]", value)
        return "".join(f"\n    {_shown(each)}" for each in listed)
    if isinstance(value, Event):
        return f"{value.occurred_on} {value.stream}: {in_words(value)}"
    return str(value)


class LawBrokenError(AssertionError):
    """An engine breaks a law: which, of which provisions, on which history, and how."""

    def __init__(self, law: Law, trial: Trial, how: str) -> None:
        """Keep the parts, and say them."""
        under = f" (Article {', '.join(law.provisions)})" if law.provisions else ""
        super().__init__(f"{law.name}{under} does not hold: {how}\n{trial!r}")
        self.law = law
        self.trial = trial
        self.how = how


@attrs.frozen(repr=False)
class Law:
    """A law, the provisions it speaks of, and what it is held against.

    A law that speaks of no provision is one of the record. `also` draws what the function is
    given by name, beside the engines' maker, the history and the `day`.
    """

    function: Callable[..., None]
    provisions: tuple[str, ...] = ()
    histories: st.SearchStrategy[History] = attrs.field(
        factory=lambda: histories(about_the_record=False), kw_only=True
    )
    also: Mapping[str, DrawnWith] = attrs.field(factory=dict[str, DrawnWith], kw_only=True)

    @property
    def name(self) -> str:
        """The name of its function."""
        return self.function.__name__

    def __repr__(self) -> str:
        """Name it."""
        return self.name

    def trials(self) -> st.SearchStrategy[Trial]:
        """Draw what to hold it against."""
        return _trials(self)

    def hold(self, make: MakeEngine, trial: Trial) -> None:
        """Hold it once; raise `LawBrokenError` with the history if it does not hold."""
        with closing(make) as made:
            try:
                self.function(made, trial.history, **trial.drawn)
            except AssertionError as error:
                raise LawBrokenError(self, trial, str(error)) from None
            except Exception as error:
                how = f"the engine raised {type(error).__name__}: {error}"
                raise LawBrokenError(self, trial, how) from error

    def check(self, make: MakeEngine, settings: hypothesis_settings = SETTINGS) -> None:
        """Hold it for histories that Hypothesis draws; raise with the shortest that breaks it."""

        def holds(trial: Trial) -> None:
            self.hold(make, trial)

        one_at_a_time = hypothesis_settings(settings, report_multiple_bugs=False)
        run = one_at_a_time(given(self.trials())(holds))
        if settings.derandomize:  # which is by the code of `holds`, and that is the same for all
            run = seed(crc32(self.name.encode()))(run)
        run()


@st.composite
def _trials(draw: st.DrawFn, law: Law) -> Trial:
    history = draw(law.histories)
    drawn = {"day": draw(telling_days(history))}
    drawn |= {name: draw(strategy(history)) for name, strategy in law.also.items()}
    return Trial(history, drawn)


LAWS: Final[tuple[Law, ...]] = (
    Law(membership_laws.entry_into_force_is_the_sixth_month, ("17(1)", "17(2)")),
    Law(
        membership_laws.withdrawal_takes_six_months,
        ("20(3)",),
        histories=ordinary_or(with_plot(LEAVING_AT_WAR)),
    ),
    Law(
        date_laws.every_date_is_its_anchor_and_a_period,
        (
            *("3(2)", "3(8)", "4(1)(a)", "4(1)(b)", "7(1)", "7(2)"),
            *("8(2)", "11(2)", "12(1)"),
        ),
        histories=ordinary_or(with_chapter(hostilities) | with_chapter(clarification)),
    ),
    Law(
        extension_laws.every_grant_counts,
        ("3(3)", "3(5)", "4(5)", "4(7)"),
        histories=ordinary_or(with_plot(IN_STEPS)),
    ),
    Law(extension_laws.every_extension_is_its_anchor_and_months, ("3(5)", "4(7)")),
    Law(
        extension_laws.an_extension_never_shortens,
        ("3(3)", "4(5)"),
        also={"reading": readings},
    ),
    Law(extension_laws.a_request_is_pending_until_it_is_decided, ("3(5)", "4(7)")),
    Law(
        extension_laws.nine_months_lie_before_the_meeting,
        ("3(5)", "4(6)"),
        histories=extension_laws.filed_histories(),
    ),
    Law(duty_laws.what_was_declared_is_owed, ("3(2)", "4(1)(a)")),
    Law(duty_laws.every_year_of_keeping_is_reported, ("3(8)",)),
    Law(
        fulfilment_laws.completion_is_declared_to_the_next_meeting,
        ("4(1)(c)",),
        histories=with_plot(CLEARED_AT_A_MEETING)
        | with_plot(CLEARED_AT_A_MEETING, in_two_parts=True),
    ),
    Law(
        duty_laws.who_used_them_is_asked_to_help,
        ("4(4)",),
        histories=with_chapter(past_use, least_states=2),
    ),
    Law(
        duty_laws.victims_are_assisted_where_there_are_any,
        ("5(1)", "5(2)(g)"),
        histories=with_chapter(victims),
    ),
    Law(duty_laws.every_year_is_reported, ("7(2)",)),
    Law(
        fulfilment_laws.a_share_is_paid_when_payments_reach_it,
        ("14(1)",),
        histories=with_chapter(costs),
    ),
    Law(
        membership_laws.the_unconditional_duties_bind,
        (
            *("1(1)", "6(2)", "6(3)", "6(4)", "6(5)", "6(6)", "6(7)", "6(8)", "6(10)", "6(12)"),
            *("8(1)", "9", "18", "21(1)", "21(2)"),
        ),
    ),
    Law(
        dispute_laws.a_dispute_goes_on_until_it_is_settled,
        ("10(1)",),
        histories=disputed_histories(),
    ),
    Law(
        amendment_laws.an_amendment_takes_majorities,
        ("13(1)", "13(5)"),
        histories=amended_histories(),
    ),
    Law(
        fulfilment_laws.what_was_done_fulfils,
        ("3(2)", "4(1)(a)", "4(1)(b)", "7(1)", "7(2)", "8(2)", "11(2)", "12(1)"),
    ),
    Law(
        fulfilment_laws.only_what_was_done_fulfils,
        (
            *("3(2)", "3(8)", "4(1)(a)", "4(1)(b)", "4(1)(c)", "7(1)", "7(2)"),
            *("8(2)", "11(2)", "12(1)", "14(1)"),
        ),
    ),
    Law(date_laws.what_is_late_is_counted_in_days, ("3(2)", "4(1)(a)", "7(1)", "7(2)", "8(2)")),
    Law(
        standing_laws.the_due_day_is_in_time,
        ("3(2)", "3(8)", "4(1)(a)", "4(1)(b)", "7(1)", "7(2)", "8(2)"),
        also={"pick": lambda _history: st.integers(0, 60)},
    ),
    Law(standing_laws.standing_and_due_agree, ("17(2)", "20(3)"), histories=told_of_all()),
    Law(
        membership_laws.nothing_is_due_before_it_binds,
        ("17(1)", "17(2)"),
        histories=told_of_all(),
        also={"reading": readings},
    ),
    Law(
        standing_laws.identifiers_are_unique,
        histories=told_of_all(),
        also={"reading": readings},
    ),
    Law(standing_laws.otherwise_is_the_other_reading, histories=told_of_all()),
    Law(record_laws.what_comes_later_changes_nothing),
    Law(
        record_laws.later_knowledge_changes_nothing_known,
        histories=told_of_all(),
        also={"cut": cuts},
    ),
    Law(record_laws.two_parts_equal_one, histories=told_of_all(), also={"cut": cuts}),
    Law(record_laws.following_equals_replay, histories=told_of_all(), also={"stops": stops}),
    Law(record_laws.order_of_recording_is_no_matter, also={"reordered": reordered}),
    Law(
        record_laws.states_are_independent,
        histories=histories(about_the_record=False, least_states=2),
        also={"state": lambda history: st.sampled_from(history.states)},
    ),
    Law(record_laws.retraction_is_never_having_recorded, also={"without": without}),
    Law(record_laws.refusal_leaves_no_trace, also={"unlawful": unlawful}),
)
"""Every law, those of single provisions before those of the whole record."""


def for_all_laws(
    make: MakeEngine,
    *,
    laws: Iterable[Law] = LAWS,
    settings: hypothesis_settings = SETTINGS,
) -> None:
    """Hold an engine to every law, each on histories that Hypothesis draws.

    Raises `LawBrokenError` for the first law broken: it names the law and its provisions, and
    shows the shortest history that breaks it.
    """
    for law in laws:
        law.check(make, settings)
