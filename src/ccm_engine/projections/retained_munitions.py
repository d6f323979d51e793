"""Who retains munitions for training, and how many by the last word: Article 3(6), 3(8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ccm_engine.domain.articles.article_03_holdings import holdings
from ccm_engine.domain.articles.article_03_stockpiles import retention
from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import (
    Entry,
    Event,
    MunitionsAcquired,
    MunitionsRetained,
    MunitionsTransferred,
    RetainedMunitionsConsumed,
    RetentionEnded,
    StockpileAbsenceDeclared,
)
from ccm_engine.domain.obligations import Engagement, Situation
from ccm_engine.projections.amounts import Amount, Quantities
from ccm_engine.projections.certainty import Certainty, certain, situations
from ccm_engine.projections.counting import Events
from ccm_engine.projections.party_roster import name_of
from ccm_engine.projections.view import View

_USED_OR_ADDED: Final = (RetainedMunitionsConsumed, MunitionsTransferred, MunitionsAcquired)


@attrs.frozen(kw_only=True)
class RetainedRow:
    """What one State Party retains on a day, as far as known.

    `retains` is by its last word on record, and so is every figure made of it. The named choice:
    what it holds on a later day is not known, least of all after the last day to which sources of
    Article 3(8) reach, for what is retained is used up; but its last word is, and `said_on` and
    `year` tell how old that is. `NO` where it said that it keeps none, that it ended keeping them,
    or that it holds none at all; `UNKNOWN` where nothing is said, or days known in part leave it
    open. `quantities` are of the last word, which is of `year` and was said on `said_on`; none
    where none are kept. `since` are the events after that word by which some were consumed,
    transferred or acquired: no difference is computed. `events` prove the answer.
    """

    state: str
    name: str
    retains: Certainty
    quantities: Quantities
    year: int | None
    said_on: PartialDate | None
    since: Events
    events: Events


def retained_munitions(view: View) -> tuple[RetainedRow, ...]:
    """Return a row for each State Party counted by consent, by code."""
    points = (view.point, view.point.other_end())
    return tuple(_row(view, state, list(situations(points, state))) for state in view.parties)


def _row(view: View, state: str, ends: list[Situation]) -> RetainedRow:
    retains = certain(_retains(each) for each in ends)
    words = {entry.id: entry for each in ends if (entry := _kept(each)) is not None}
    word = next(iter(words.values()), None)
    events = dict.fromkeys(event for each in ends for event in _proof(each))
    return RetainedRow(
        state=state,
        name=name_of(state, view.as_of),
        retains=retains,
        quantities=_quantities(retains, list(words.values()), tuple(events)),
        year=word.event.year if word else None,
        said_on=word.event.occurred_on if word else None,
        since=tuple(_since(ends[0], word)) if word else (),
        events=tuple(events),
    )


def _kept(at: Situation) -> Entry[MunitionsRetained] | None:
    """Return the word on which the duty of Article 3(6) rests, if it is owed."""
    words = {entry.id: entry for entry in at.dossier.all(MunitionsRetained)}
    proof = [event for duty in retention(at) for each in duty.grounds for event in each.events]
    return next((words[event] for event in proof if event in words), None)


def _retains(at: Situation) -> Certainty:
    if _kept(at) is not None:
        return Certainty.YES
    said = at.dossier.timeline(MunitionsRetained, RetentionEnded, StockpileAbsenceDeclared)
    acquired = at.dossier.last(MunitionsAcquired)
    if acquired is not None and not _surely_before(acquired, said):
        return Certainty.UNKNOWN
    if at.dossier.timeline(MunitionsRetained, RetentionEnded):
        return Certainty.NO
    none = holdings(at).engagement is Engagement.NOT_ENGAGED
    return Certainty.NO if none else Certainty.UNKNOWN


def _surely_before(acquired: Entry[MunitionsAcquired], said: list[Entry[Event]]) -> bool:
    """Tell whether something was said of what is kept, or held, certainly after an acquisition."""
    day = acquired.event.occurred_on.latest
    return any(each.event.occurred_on.first > day for each in said)


def _proof(at: Situation) -> Iterator[str]:
    """Yield the last word on retention and its end; without any, what is said of holdings."""
    said = [each.id for each in at.dossier.all(MunitionsRetained)[-1:]]
    said += [each.id for each in at.dossier.all(RetentionEnded)[-1:]]
    if said:
        yield from said
    else:
        yield from (event for each in holdings(at).grounds for event in each.events)


def _quantities(
    retains: Certainty, words: list[Entry[MunitionsRetained]], events: Events
) -> Quantities:
    """Return the amounts of the last word, unknown where either of two may be the last."""
    if retains is Certainty.NO:
        return Quantities.of(Amount.none(events))
    if not words:
        return Quantities.of(Amount.unknown(events))
    proof = tuple(word.id for word in words)
    return Quantities(
        _agreed([word.event.munitions for word in words], proof),
        _agreed([word.event.submunitions for word in words], proof),
    )


def _agreed(said: list[int | None], proof: Events) -> Amount:
    return Amount.said(said[0], proof) if len({*said}) == 1 else Amount.unknown(proof)


def _since(at: Situation, word: Entry[MunitionsRetained]) -> Iterator[str]:
    """Yield what was used, sent away or acquired certainly after the last word."""
    said = word.event.occurred_on.latest
    for entry in at.dossier.timeline(*_USED_OR_ADDED):
        if entry.event.occurred_on.first > said:
            yield entry.id
