"""Every figure of the documents beside this file becomes what is expected of it, and says why."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ccm_engine import Engine
from ccm_engine.domain.statements.published import PublishedDocument, PublishedFigure, Replay
from ccm_engine.projections.published import BASES, Recounted, Replayed
from ccm_engine.projections.review import figure

DOCUMENTS = sorted(Path(__file__).parent.glob("*.toml"))


@cache
def published(path: Path) -> PublishedDocument:
    return PublishedDocument.read(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def recounted(path: Path) -> Recounted:
    return Engine.public_record().on(date(2020, 9, 28)).recount(published(path))


def named(each: PublishedFigure) -> str:
    return f"{each.paragraph}-{each.key}-{each.on}"


FIGURES = [
    pytest.param(path, number, id=f"{path.stem}-{named(each)}")
    for path in DOCUMENTS
    for number, each in enumerate(published(path).figures)
]


@pytest.mark.parametrize(("path", "number"), FIGURES)
def test_a_figure_becomes_what_is_expected(path: Path, number: int) -> None:
    found = recounted(path).findings[number]
    assert found.published.expected is not None
    assert found.replay is found.published.expected, found.why
    assert found.why


def test_every_basis_is_a_figure() -> None:
    view = Engine.public_record().on(date(2020, 9, 28)).view()
    assert all(figure(key, view).exact for group in BASES for key in group)


class TestTheReviewOf2020:
    """CCM/CONF/2020/13, as of 28 September 2020."""

    def of(self, paragraph: str, key: str) -> list[Replayed]:
        (path,) = [each for each in DOCUMENTS if each.stem == "review-2020"]
        return [
            each
            for each in recounted(path).findings
            if (each.published.paragraph, each.published.key) == (paragraph, key)
        ]

    def test_counts_108_on_another_basis_than_96(self) -> None:
        then, to_date = self.of("7", "universalization.consented")
        assert (then.replay, to_date.replay) == (Replay.REPRODUCED, Replay.OTHER_BASIS)
        assert to_date.basis is not None
        assert to_date.basis.key == "universalization.in_force"
        assert to_date.unlike == ("3 says 110",)

    def test_contradicts_paragraph_107_by_its_own_names_and_by_paragraph_111(self) -> None:
        (of_107,) = self.of("107", "measures.under_consideration")
        (of_111,) = self.of("111", "measures.under_consideration")
        assert of_107.why == (
            "the document says 23 and names 22; the record counts 22; paragraph 111 says 22"
        )
        assert (of_107.missing, of_107.extra) == ((), ())
        assert of_111.replay is Replay.REPRODUCED
        assert of_111.unlike == ("107 says 23",)

    def test_swaps_the_instruments_of_mauritius_and_somalia(self) -> None:
        (ratified,) = self.of("4", "universalization.signatories_joined")
        (acceded,) = self.of("4", "universalization.acceded")
        assert (ratified.missing, ratified.extra) == (("MUS",), ("SOM",))
        assert (acceded.missing, acceded.extra) == (("SOM",), ("MUS",))

    def test_names_the_eleven_with_victims_to_assist(self) -> None:
        found = self.of("66", "victims.states")[1]
        assert found.replay is Replay.REPRODUCED
        assert found.published.names is not None
        assert len(found.published.names) == 11

    def test_states_assistance_by_year_that_nobody_counted_by_name(self) -> None:
        (found,) = self.of("78", "cooperation.requested.2015")
        assert found.replay is Replay.REPRODUCED
        assert found.why.startswith("without names, by CCM#")
        assert found.why.endswith(": CCM/CONF/2020/13, paragraph 78")

    def test_may_have_nine_reports_on_time_and_23_late(self) -> None:
        (on_time,) = self.of("94", "transparency.initial_on_time_in_period")
        (late,) = self.of("94", "transparency.initial_late_in_period")
        assert {on_time.replay, late.replay} == {Replay.BEYOND_THE_RECORD}
