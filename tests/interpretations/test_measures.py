"""Choices about whose word counts: INT-0021."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Interpretation, Standing
from ccm_engine.domain.events import Measure, NationalMeasureReported
from ccm_engine.domain.interpretations import MeasuresHeard
from ccm_engine.domain.sources import Authority
from ccm_engine.projections.counting import StateCount
from ccm_engine.projections.themes import measures
from tests.histories import called, engine_with, happened, joined, owed, source
from tests.interpretations.readings import by


class TestWhoseWordCountsForNationalMeasures:
    """Mauritania is on the list of 2015 only, Togo on none: INT-0021."""

    EVENTS: Final = (
        *joined("MRT", "2012-02-01"),
        *joined("TGO", "2012-06-22"),
        happened(
            NationalMeasureReported,
            "../2015-09-11",
            "MRT",
            measure=Measure.EXISTING_LAW_SUFFICIENT,
            listed_on=date(2015, 9, 11),
        ),
        happened(
            NationalMeasureReported,
            "../2020-09-28",
            "BEL",
            measure=Measure.SPECIFIC_LAW,
            listed_on=date(2020, 9, 28),
        ),
        happened(
            NationalMeasureReported,
            "2015-11",
            "TGO",
            measure=Measure.SPECIFIC_LAW,
            citations=source("Cluster Munition Ban Policy", Authority.MONITOR),
        ),
    )

    def counted(self, reading: Interpretation) -> dict[str, tuple[str, str]]:
        """Return whom each figure counts, and of whom it is unknown, on 28 September 2020."""
        view = engine_with(self.EVENTS).on(date(2020, 9, 28), reading=reading).view()
        return {
            each.key.partition(".")[2]: (" ".join(each.states), " ".join(each.unknown))
            for each in measures.position(view)
            if isinstance(each, StateCount)
        }

    @by(MeasuresHeard.LAST_LIST)
    def test_a_state_the_last_list_leaves_out_has_no_known_position(
        self, reading: Interpretation
    ) -> None:
        found = self.counted(reading)
        assert found["existing_law_sufficient"] == ("", "MRT")
        assert found["specific_law"] == ("BEL", "")
        assert found["reported_by_others"] == ("TGO", "")

    @by(MeasuresHeard.LAST_WORD)
    def test_the_silence_of_a_list_would_say_nothing(self, reading: Interpretation) -> None:
        found = self.counted(reading)
        assert found["existing_law_sufficient"] == ("MRT", "")
        assert found["specific_law"] == ("BEL", "")
        assert found["reported_by_others"] == ("TGO", "")

    @by(MeasuresHeard.ANY_SOURCE)
    def test_the_word_of_the_monitor_would_count_too(self, reading: Interpretation) -> None:
        found = self.counted(reading)
        assert found["existing_law_sufficient"] == ("MRT", "")
        assert found["specific_law"] == ("BEL TGO", "")
        assert found["reported_by_others"] == ("", "")

    def togo(self, reading: Interpretation) -> tuple[Standing, str]:
        """Return Togo's standing with Dubrovnik 7.1, and what Article 9 says is on record."""
        engine, day = engine_with(self.EVENTS, called("2RC", "2019-09-04")), "2020-12-01"
        law = owed(engine, "TGO/DAP.7.1", day, reading)
        return law.standing, owed(engine, "TGO/9", day, reading).grounds[-1].conclusion

    @by(MeasuresHeard.LAST_LIST)
    def test_no_rule_hears_the_monitor_either(self, reading: Interpretation) -> None:
        standing, said = self.togo(reading)
        assert standing is Standing.OVERDUE
        assert said == "by the word of others alone, specific law (2015-11)"

    @by(MeasuresHeard.ANY_SOURCE)
    def test_every_rule_would_hear_the_monitor(self, reading: Interpretation) -> None:
        assert self.togo(reading) == (Standing.DISCHARGED, "specific law (2015-11)")
