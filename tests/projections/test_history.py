"""Mistakes are corrected without loss: everything recorded is shown, with what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine import Engine, Event
from ccm_engine.domain.events import (
    CONVENTION,
    Corrected,
    Corroborated,
    Disputed,
    DisputeResolved,
    Entry,
    Instrument,
    InstrumentDeposited,
    RecordEvent,
    Retracted,
    StockpileDeclared,
)
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.settlement import settle
from ccm_engine.projections.history import Fate, Happening, Placed
from ccm_engine.projections.history import history as happenings_of
from ccm_engine.testing.histories import History, histories
from tests.histories import RECORDED_AT, called, engine_with, happened, joined, on, source

TOLD_ON: Final = "2026-01-05"
DAY: Final = date(2026, 11, 20)

DEPOSIT, STOCK = "BGR#2", "BGR#3"


def deposited(day: str) -> Event:
    return happened(InstrumentDeposited, day, "BGR", instrument=Instrument.RATIFICATION)


def declared(munitions: int) -> Event:
    return happened(StockpileDeclared, "2012-03-27", "BGR", munitions=munitions)


def disputed(target: str, alternative: Event) -> Event:
    return happened(Disputed, TOLD_ON, target=target, alternative=alternative)


def resolved(target: str, *, upheld: bool, reason: str = "the status list says so") -> Event:
    return happened(DisputeResolved, TOLD_ON, target=target, upheld=upheld, reason=reason)


def retracted(target: str, reason: str = "never happened") -> Event:
    return happened(Retracted, TOLD_ON, target=target, reason=reason)


def corrected(target: str, replacement: Event, reason: str = "misread") -> Event:
    return happened(Corrected, TOLD_ON, target=target, replacement=replacement, reason=reason)


def bulgaria(*said: Event) -> Engine:
    """Record that Bulgaria joined and declared a stockpile, and what was said of that since."""
    return engine_with(joined("BGR", "2011-04-06"), declared(6909), said)


def shown(engine: Engine) -> Mapping[str, Happening]:
    return {each.id: each for each in engine.on(DAY).history("BGR")}


def fates(engine: Engine) -> dict[str, str]:
    return {name: each.fate.value for name, each in shown(engine).items() if name != "BGR#1"}


def became(engine: Engine, name: str) -> str:
    (only,) = shown(engine)[name].became
    return only


def due(engine: Engine, position: int) -> str:
    return str(engine.on(DAY, known_at=position).obligation("BGR/3.2").due)


class TestADispute:
    LATER: Final = disputed(DEPOSIT, deposited("2011-05-02"))

    def test_is_shown_on_both_sides_while_it_is_open(self) -> None:
        engine = bulgaria(self.LATER)
        assert fates(engine) == {DEPOSIT: "disputed", STOCK: "stands", "BGR#4": "open"}
        assert became(engine, DEPOSIT) == (
            "disputed by BGR#4: instrument deposited: ratification (2011-05-02); open"
        )

    def test_upheld_changes_the_answer_from_that_position_on_and_only_from_there(self) -> None:
        engine = bulgaria(self.LATER, resolved("BGR#4", upheld=True))
        last = engine.on(DAY).log.position
        assert due(engine, last) == "2019-11-01"
        assert {due(engine, each) for each in range(last - 3, last)} == {"2019-10-01"}

    def test_upheld_puts_the_other_side_in_the_place_of_the_event(self) -> None:
        engine = bulgaria(self.LATER, resolved("BGR#4", upheld=True))
        fate = {DEPOSIT: "replaced", STOCK: "stands", "BGR#4": "upheld", "BGR#5": "stands"}
        assert fates(engine) == fate
        assert became(engine, DEPOSIT) == (
            "disputed by BGR#4: instrument deposited: ratification (2011-05-02); "
            "upheld by BGR#5: the status list says so"
        )
        assert became(engine, "BGR#4") == "upheld by BGR#5: the status list says so"

    def test_dismissed_changes_nothing_and_is_kept_with_the_reason(self) -> None:
        engine = bulgaria(self.LATER, resolved("BGR#4", upheld=False, reason="a slip of the press"))
        fate = {DEPOSIT: "stands", STOCK: "stands", "BGR#4": "dismissed", "BGR#5": "stands"}
        assert fates(engine) == fate
        assert due(engine, engine.on(DAY).log.position) == "2019-10-01"
        assert became(engine, DEPOSIT).endswith("; dismissed by BGR#5: a slip of the press")

    def test_is_open_again_once_its_resolution_is_retracted(self) -> None:
        engine = bulgaria(self.LATER, resolved("BGR#4", upheld=True), retracted("BGR#5"))
        assert fates(engine) == {
            DEPOSIT: "disputed",
            STOCK: "stands",
            "BGR#4": "open",
            "BGR#5": "retracted",
            "BGR#6": "stands",
        }
        assert due(engine, engine.on(DAY).log.position) == "2019-10-01"
        assert became(engine, DEPOSIT).endswith("; open")
        assert became(engine, "BGR#4") == (
            "upheld by BGR#5: the status list says so; "
            "BGR#5 was itself retracted by BGR#6, and has no effect"
        )

    def test_retracted_is_no_dispute_any_more(self) -> None:
        engine = bulgaria(self.LATER, resolved("BGR#4", upheld=True), retracted("BGR#4"))
        found = fates(engine)
        assert (found[DEPOSIT], found["BGR#4"]) == ("stands", "retracted")
        assert found["BGR#5"] == "without-effect"
        assert became(engine, "BGR#5") == ("without effect, for BGR#4 was retracted by BGR#6")

    def test_of_what_is_retracted_is_decided_without_effect(self) -> None:
        engine = bulgaria(
            disputed(STOCK, declared(0)), retracted(STOCK), resolved("BGR#4", upheld=True)
        )
        found = fates(engine)
        assert (found["BGR#4"], found["BGR#6"]) == ("without-effect", "without-effect")
        assert became(engine, "BGR#6") == "without effect, for BGR#4 has no effect itself"

    def test_retracted_leaves_the_event_undisputed(self) -> None:
        engine = bulgaria(self.LATER, retracted("BGR#4"))
        assert fates(engine)[DEPOSIT] == "stands"

    def test_of_what_is_said_about_the_record_changes_nothing(self) -> None:
        engine = bulgaria(retracted(STOCK), disputed("BGR#4", declared(0)))
        assert fates(engine)["BGR#5"] == "without-effect"
        assert became(engine, "BGR#5") == "without effect, for BGR#4 is itself about the record"

    def test_a_further_source_of_a_dispute_changes_nothing(self) -> None:
        further = happened(Corroborated, TOLD_ON, target="BGR#4")
        engine = bulgaria(disputed(STOCK, declared(0)), further)
        assert became(engine, "BGR#5") == "without effect, for BGR#4 is itself about the record"


class TestACorrection:
    def test_stands_in_the_place_of_the_event_from_its_position_on(self) -> None:
        engine = bulgaria(corrected(STOCK, declared(0)))
        last = engine.on(DAY).log.position
        standing = [
            engine.on(DAY, known_at=each).obligation("BGR/3.2").standing.value
            for each in (last - 1, last)
        ]
        assert standing == ["overdue", "not-engaged"]
        assert fates(engine) == {DEPOSIT: "stands", STOCK: "corrected", "BGR#4": "stands"}
        assert became(engine, STOCK) == (
            "corrected by BGR#4: misread; in its place stockpile declared: munitions 0 (2012-03-27)"
        )

    def test_is_overtaken_by_the_next(self) -> None:
        engine = bulgaria(corrected(STOCK, declared(0)), corrected(STOCK, declared(6901)))
        found = fates(engine)
        assert (found[STOCK], found["BGR#4"], found["BGR#5"]) == (
            "corrected",
            "overtaken",
            "stands",
        )
        assert became(engine, "BGR#4") == "overtaken by BGR#5"

    def test_is_overtaken_by_a_dispute_upheld_after_it(self) -> None:
        engine = bulgaria(
            disputed(STOCK, declared(6862)),
            corrected(STOCK, declared(0)),
            resolved("BGR#4", upheld=True),
        )
        found = fates(engine)
        assert (found[STOCK], found["BGR#4"], found["BGR#5"]) == ("replaced", "upheld", "overtaken")

    def test_of_what_is_retracted_later_has_no_effect(self) -> None:
        engine = bulgaria(corrected(STOCK, declared(0)), retracted(STOCK))
        assert fates(engine)[STOCK] == "retracted"
        assert fates(engine)["BGR#4"] == "without-effect"


class TestARetraction:
    def test_takes_an_event_away_from_its_position_on_and_shows_why(self) -> None:
        engine = bulgaria(retracted(STOCK, "another state's"))
        last = engine.on(DAY).log.position
        standing = [
            engine.on(DAY, known_at=each).obligation("BGR/3.2").standing.value
            for each in (last - 1, last)
        ]
        assert standing == ["overdue", "undetermined"]
        assert became(engine, STOCK) == "retracted by BGR#4: another state's"
        assert not shown(engine)[STOCK].counts

    def test_retracted_itself_has_no_effect_and_both_say_so(self) -> None:
        engine = bulgaria(retracted(STOCK), retracted("BGR#4", "it did happen"))
        fate = {DEPOSIT: "stands", STOCK: "stands", "BGR#4": "retracted", "BGR#5": "stands"}
        assert fates(engine) == fate
        assert became(engine, STOCK) == (
            "retracted by BGR#4: never happened; "
            "BGR#4 was itself retracted by BGR#5, and has no effect"
        )
        assert became(engine, "BGR#4") == "retracted by BGR#5: it did happen"
        assert shown(engine)[STOCK].counts

    def test_of_a_retraction_of_a_retraction_takes_the_event_away_again(self) -> None:
        engine = bulgaria(retracted(STOCK), retracted("BGR#4"), retracted("BGR#5"))
        assert fates(engine) == {
            DEPOSIT: "stands",
            STOCK: "retracted",
            "BGR#4": "stands",
            "BGR#5": "retracted",
            "BGR#6": "stands",
        }


def test_a_corroboration_is_told_and_changes_nothing() -> None:
    engine = bulgaria(happened(Corroborated, TOLD_ON, target=STOCK))
    assert fates(engine) == {DEPOSIT: "stands", STOCK: "stands", "BGR#4": "stands"}
    assert became(engine, STOCK) == "corroborated by BGR#4"


def test_what_happens_to_the_convention_is_corrected_likewise() -> None:
    engine = engine_with(
        called("9MSP", "2018-09-05"),
        happened(Retracted, TOLD_ON, target="CCM#1", reason="another meeting"),
    )
    first, second = engine.on(DAY).history("CCM")
    assert (first.fate, second.fate) == (Fate.RETRACTED, Fate.STANDS)


class TestOnlySomeSources:
    """What is said with sources asked that had appeared by a day."""

    def test_an_event_they_do_not_tell_of_is_shown_and_says_so(self) -> None:
        engine = _appearing({STOCK: "2012-05", DEPOSIT: "2011-05"})
        found = {each.id: each for each in engine.on(DAY, published_by=BY).history("BGR")}
        assert found["BGR#1"].fate is Fate.UNTOLD
        assert found["BGR#1"].became == ("no source asked tells of it",)
        assert {found[STOCK].fate, found[DEPOSIT].fate} == {Fate.STANDS}
        assert [each.counts for each in found.values()] == [False, True, True]

    def test_the_other_side_alone_says_so(self) -> None:
        engine = _appearing(
            {DEPOSIT: "2020", "BGR#4": "2012"}, disputed(DEPOSIT, deposited("2011-05-02"))
        )
        register = engine.on(DAY, published_by=BY)
        found = {each.id: each for each in register.history("BGR")}
        assert found[DEPOSIT].fate is Fate.UNTOLD
        assert found["BGR#4"].fate is Fate.STANDS_ALONE
        assert found["BGR#4"].became == ("stands alone, for no source asked tells of BGR#2",)
        assert found["BGR#4"].counts
        assert str(register.obligation("BGR/7.1").due) == "2012-04-29"

    def test_a_correction_they_do_not_tell_of_has_no_effect(self) -> None:
        engine = _appearing(
            {DEPOSIT: "2011", STOCK: "2012-05", "BGR#4": "2020"}, corrected(STOCK, declared(0))
        )
        found = {each.id: each for each in engine.on(DAY, published_by=BY).history("BGR")}
        assert (found[STOCK].fate, found["BGR#4"].fate) == (Fate.STANDS, Fate.UNTOLD)
        assert found[STOCK].became == ()

    def test_a_retraction_of_what_they_do_not_tell_of_has_no_effect(self) -> None:
        engine = _appearing({DEPOSIT: "2011", "BGR#4": "2012"}, retracted(STOCK))
        found = {each.id: each for each in engine.on(DAY, published_by=BY).history("BGR")}
        assert found["BGR#4"].fate is Fate.WITHOUT_EFFECT
        assert found["BGR#4"].became == ("without effect, for no source asked tells of BGR#3",)

    def test_a_day_they_give_less_precisely_is_said(self) -> None:
        (cited,) = source()
        vague = attrs.evolve(cited, published=on("2012"), gives=on("2012"))
        event = happened(StockpileDeclared, "2012-03-27", "BGR", citations=(vague,))
        (_, _, stock) = (
            engine_with(joined("BGR", "2011-04-06"), event).on(DAY, published_by=BY).history("BGR")
        )
        assert stock.became == ("as the sources asked tell it: stockpile declared (2012)",)


BY: Final = date(2012, 12, 31)


def _appearing(days: Mapping[str, str], *said: Event) -> Engine:
    """Record what `bulgaria` does, each event with the day its source appeared, if it has one."""
    events = [*joined("BGR", "2011-04-06"), declared(6909), *said]
    return engine_with(
        attrs.evolve(
            event,
            citations=tuple(
                attrs.evolve(each, published=on(days[name]))
                if (name := f"BGR#{number}") in days
                else each
                for each in event.citations
            ),
        )
        for number, event in enumerate(events, start=1)
    )


KEEPING: Final = {Fate.STANDS, Fate.DISPUTED}
PUTTING: Final = {Fate.CORRECTED, Fate.REPLACED}


@given(history=histories(least_states=2), data=st.data())
def test_nothing_recorded_is_lost_and_each_fate_is_what_settling_makes_of_it(
    history: History, data: st.DataObject
) -> None:
    engine = history.engine()
    position = data.draw(st.integers(0, len(history.events)), "position")
    register = engine.on(DAY, known_at=position)
    told: list[tuple[int, Event]] = []
    for stream in {each.stream for each in history.events[:position]}:
        happenings = register.history(stream)
        told += [(each.position, each.event) for each in happenings]
        standing = {each.id: each for each in register.point.history.chronicle(stream).entries}
        for each in happenings:
            _holds(each, standing.get(each.id))
    assert [event for _, event in sorted(told, key=lambda pair: pair[0])] == list(
        history.events[:position]
    )


def _holds(shown: Happening, standing: Entry[Event] | None) -> None:
    """Hold that what is shown of an event is what settling the log makes of it."""
    if isinstance(shown.event, RecordEvent):
        assert standing is None
        return
    assert (standing is None) == (shown.fate is Fate.RETRACTED)
    if standing is None:
        assert any("retracted" in each for each in shown.became)
        return
    assert shown.fate in KEEPING | PUTTING
    if shown.fate in KEEPING:
        assert (shown.fate is Fate.DISPUTED) == bool(standing.disputes)
    sources = shown.event.citations
    same = attrs.evolve(standing.event, citations=sources) == shown.event
    assert same or shown.fate in PUTTING
    assert bool(standing.disputes) == any(each.endswith("; open") for each in shown.became)
    if shown.fate in PUTTING:
        words = f"{in_words(standing.event)} ({standing.event.occurred_on})"
        assert any(words in each for each in shown.became)


def _say(number: int, kind: int, target: str, *, upheld: bool) -> Event:
    """Make one of the five events about the record; each puts another number in place."""
    if kind == 0:
        return retracted(target)
    if kind == 1:
        return corrected(target, declared(number))
    if kind == 2:
        return disputed(target, declared(number))
    if kind == 3:
        return resolved(target, upheld=upheld)
    return happened(Corroborated, TOLD_ON, target=target)


WORDS: Final = st.tuples(st.integers(0, 4), st.integers(0, 1_000), st.booleans())


@given(words=st.lists(WORDS, min_size=1, max_size=9))
def test_so_it_is_whatever_is_said_of_whatever(words: list[tuple[int, int, bool]]) -> None:
    pairs: list[tuple[str, Event]] = [
        (f"BGR#{number}", declared(1_000 + number)) for number in (1, 2)
    ]
    for kind, about, upheld in words:
        target, _ = pairs[about % len(pairs)]
        number = len(pairs) + 1
        pairs.append((f"BGR#{number}", _say(number, kind, target, upheld=upheld)))
    standing = {each.id: each for each in settle(pairs)}
    placed = [Placed(name, at, RECORDED_AT, event) for at, (name, event) in enumerate(pairs)]
    for each in happenings_of(placed, pairs, frozenset(standing)):
        _holds(each, standing.get(each.id))


@pytest.mark.parametrize("stream", ["BGR", CONVENTION])
def test_the_packaged_record_shows_all_it_holds(stream: str) -> None:
    register = Engine.public_record().on(DAY)
    happenings = register.history(stream)
    assert [each.id for each in happenings] == [
        f"{stream}#{number}" for number in range(1, len(happenings) + 1)
    ]
    standing = {each.id for each in register.point.history.chronicle(stream).entries}
    assert standing == {
        each.id for each in happenings if not isinstance(each.event, RecordEvent)
    } - {each.id for each in happenings if each.fate is Fate.RETRACTED}
