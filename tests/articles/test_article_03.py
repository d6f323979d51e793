"""Article 3: stockpiles, and what may be kept of them."""

from __future__ import annotations

from ccm_engine import Standing
from ccm_engine.domain.events import (
    MunitionsRetained,
    MunitionsTransferred,
    StockpileAbsenceDeclared,
)
from tests.articles.recording import names_owed
from tests.histories import engine_with, happened, joined, owed

BOLIVIA = joined("BOL", "2013-04-30", None)
"""In force for Bolivia on 1 October 2013."""


class TestArticle3Paragraph2:
    """Stockpiles are destroyed within eight years of entry into force."""

    def test_the_eight_years_run_for_a_state_that_holds_none(self) -> None:
        engine = engine_with(happened(StockpileAbsenceDeclared, "2011-01-01", "AUT"))
        duty = owed(engine, "AUT/3.2", "2012-01-01")
        assert (duty.standing, str(duty.treaty_due)) == (Standing.NOT_ENGAGED, "2018-08-01")

    def test_a_state_that_never_spoke_is_not_called_overdue_after_them(self) -> None:
        duty = owed(engine_with(), "BEL/3.2", "2026-01-01")
        assert (duty.standing, str(duty.treaty_due)) == (Standing.UNDETERMINED, "2018-08-01")


class TestArticle3Paragraph6:
    """A state may keep, for training and research, no more than it needs."""

    def test_keeping_none_is_keeping_nothing(self) -> None:
        none = happened(MunitionsRetained, "2012-12-31", "DEU", munitions=0, year=2012)
        found = names_owed(engine_with(none), "DEU", "2014-01-01")
        assert not found & {"DEU/3.6", "DEU/3.8/2012"}


class TestArticle3Paragraph8:
    """Who keeps, acquires or transfers munitions reports by 30 April of the year after."""

    def test_what_was_kept_in_the_year_of_entry_into_force_is_reported_the_next(self) -> None:
        kept = happened(MunitionsRetained, "2013-12-31", "BOL", munitions=4, year=2013)
        duty = owed(engine_with(BOLIVIA, kept), "BOL/3.8/2013", "2014-05-01")
        assert (str(duty.due), duty.standing) == ("2014-04-30", Standing.OVERDUE)

    def test_a_transfer_is_reported_the_year_after_it(self) -> None:
        sent = happened(MunitionsTransferred, "2015-03-03", "BOL", munitions=4)
        duty = owed(engine_with(BOLIVIA, sent), "BOL/3.8/2015", "2015-05-01")
        assert (str(duty.due), duty.standing) == ("2016-04-30", Standing.PENDING)

    def test_a_transfer_before_entry_into_force_is_not_reported_under_it(self) -> None:
        sent = happened(MunitionsTransferred, "2013-06-03", "BOL", munitions=4)
        assert "BOL/3.8/2013" not in names_owed(engine_with(BOLIVIA, sent), "BOL", "2014-06-01")
