"""Every question there is, put to a log that nobody vouches for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from typing import Final

from ccm_engine import Engine, Event
from ccm_engine.errors import CcmError
from ccm_engine.exporters.bundle import ANSWERS
from ccm_engine.exporters.ledgers.reading import LEDGERS, ledger_document, read_ledger
from ccm_engine.exporters.review.document import review_document
from ccm_engine.exporters.review.markdown import markdown
from ccm_engine.exporters.review.paper import paper
from ccm_engine.register import Register
from ccm_engine.storage import memory_log
from tests.histories import RECORDED_AT

DAYS: Final = tuple(
    map(date.fromisoformat, ("2008-05-30", "2015-09-11", "2026-11-20", "2100-12-31"))
)
"""The first and the last there are, and two between them; nothing is known later than the third."""

Question = Callable[[Register], object]


def engine_without_admission(events: Iterable[Event]) -> Engine:
    """Return an engine on a log that took these events as they are, lawful or not."""
    given = tuple(events)
    log = memory_log()
    log.append(given, expected={each.stream: 0 for each in given}, recorded_at=RECORDED_AT)
    return Engine(log, clock=lambda: RECORDED_AT)


def _each_stream(register: Register) -> None:
    for stream in (*register.point.states, "CCM"):
        for ask in (register.history, register.state, register.discrepancies):
            with suppress(CcmError):
                ask(stream)


def _each_ledger(register: Register) -> None:
    for name in LEDGERS:
        with suppress(CcmError):
            ledger_document(read_ledger(register, name))


def _explained(register: Register) -> None:
    for each in register.obligations()[:3]:
        register.explain(each.id)


def _reviewed(register: Register) -> None:
    review = register.review(register.on(DAYS[1]))
    review_document("a review", review, register)
    markdown(paper("a review", review, register))


QUESTIONS: Final[tuple[Question, ...]] = (
    *ANSWERS.values(),
    _each_stream,
    _each_ledger,
    _explained,
    _reviewed,
    lambda register: register.deadlines(DAYS[0], DAYS[-1]),
    lambda register: register.commitments(),
    lambda register: register.coverage(),
)


def everything_asked(engine: Engine) -> None:
    """Ask all questions on several days; a refusal is an answer here."""
    for day in DAYS:
        for ask in QUESTIONS:
            with suppress(CcmError):
                ask(engine.on(day))
