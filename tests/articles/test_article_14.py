"""Article 14: the costs of meetings; no assessment is on public record so far."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Standing
from ccm_engine.domain.articles.article_14_costs import amount, units
from ccm_engine.domain.events import (
    ContributionAssessed,
    ContributionPaid,
    Corrected,
    WithdrawalNotified,
)
from ccm_engine.domain.obligations import Nature, Timeliness
from tests.articles.recording import names_owed
from tests.histories import engine_with, happened, joined, owed

NAME: Final = "SMR/14.1/9MSP"
ABOUT: Final = {"assessment": "9MSP", "currency": "USD"}


def assessed(
    cents: int, due_on: date | None = date(2019, 8, 1), **about: object
) -> ContributionAssessed:
    told = {"amount_cents": cents, "meeting": "9MSP", "due_on": due_on, **ABOUT, **about}
    return happened(ContributionAssessed, "2019-05-02", "SMR", **told)


def paid(day: str, cents: int, **about: object) -> ContributionPaid:
    return happened(ContributionPaid, day, "SMR", **{"amount_cents": cents, **ABOUT, **about})


class TestArticle14Paragraph1:
    """Were San Marino assessed a share of the costs of the 9MSP."""

    def test_the_day_of_the_invoice_is_still_in_time(self) -> None:
        engine = engine_with(assessed(123450))
        duty = owed(engine, NAME, "2019-08-01")
        assert (duty.standing, duty.nature) == (Standing.PENDING, Nature.DATED)
        assert (str(duty.due), duty.treaty_due) == ("2019-08-01", None)
        assert owed(engine, NAME, "2019-08-02").standing is Standing.OVERDUE

    def test_without_an_invoice_it_has_no_day(self) -> None:
        duty = owed(engine_with(assessed(123450, None)), NAME, "2026-01-01")
        assert (duty.due, duty.standing) == (None, Standing.PENDING)

    def test_nothing_is_owed_before_it_is_assessed(self) -> None:
        assert NAME not in names_owed(engine_with(assessed(123450)), "SMR", "2019-05-01")

    def test_the_payment_that_completes_the_amount_fulfils_it(self) -> None:
        engine = engine_with(
            assessed(123450), paid("2019-07-01", 100000), paid("2019-08-03", 23450)
        )
        assert owed(engine, NAME, "2019-08-02").standing is Standing.OVERDUE
        duty = owed(engine, NAME, "2019-08-03")
        assert (duty.standing, duty.discharged_by) == (Standing.DISCHARGED, "SMR#5")
        assert (duty.timeliness, duty.days_late) == (Timeliness.LATE, 2)

    def test_one_hundredth_too_little_is_not_all(self) -> None:
        engine = engine_with(assessed(123450), paid("2019-07-01", 123449))
        assert owed(engine, NAME, "2020-01-01").standing is Standing.OVERDUE
        said = [each.conclusion for each in owed(engine, NAME, "2020-01-01").grounds[1:]]
        assert said == [
            "assessed USD 1,234.50 for the 9MSP (2019-05-02)",
            "paid USD 1,234.49",
            "USD 0.01 of USD 1,234.50 not paid",
        ]

    def test_a_payment_of_another_assessment_is_no_payment_of_this_one(self) -> None:
        other = happened(
            ContributionAssessed,
            "2018-05-02",
            "SMR",
            assessment="8MSP",
            amount_cents=123450,
            currency="USD",
        )
        engine = engine_with(other, assessed(123450), paid("2019-07-01", 123450, assessment="8MSP"))
        assert owed(engine, NAME, "2020-01-01").standing is Standing.OVERDUE
        assert owed(engine, "SMR/14.1/8MSP", "2020-01-01").standing is Standing.DISCHARGED

    def test_of_a_share_of_nothing_there_is_nothing_to_pay(self) -> None:
        duty = owed(engine_with(assessed(0)), NAME, "2026-01-01")
        assert (duty.standing, duty.discharged_by) == (Standing.NOT_ENGAGED, None)

    def test_who_left_still_owes_what_was_assessed_while_it_was_bound(self) -> None:
        """Notice on 15 January 2019 takes effect on 15 July, before the invoice is due."""
        left = happened(WithdrawalNotified, "2019-01-15", "SMR")
        engine = engine_with(assessed(123450), left)
        assert owed(engine, NAME, "2019-12-01").standing is Standing.OVERDUE
        assert owed(engine_with(assessed(9, None), left), NAME, "2019-12-01").standing is (
            Standing.PENDING
        )

    def test_what_is_assessed_after_it_left_is_no_duty_of_a_state_party(self) -> None:
        left = happened(WithdrawalNotified, "2018-11-01", "SMR")
        engine = engine_with(assessed(123450), left)
        assert owed(engine, NAME, "2019-12-01").standing is Standing.CEASED

    @pytest.mark.parametrize(("day", "name_is_owed"), [("2012-12-31", False), ("2013-01-01", True)])
    def test_what_is_assessed_before_it_is_bound_is_no_duty_of_a_state_party(
        self, day: str, name_is_owed: bool
    ) -> None:
        """Switzerland deposited in July 2012, and was bound from 1 January 2013."""
        share = happened(
            ContributionAssessed,
            day,
            "CHE",
            amount_cents=123450,
            due_on=date(2013, 2, 1),
            **ABOUT,
        )
        owes = names_owed(engine_with(joined("CHE", "2012-07-17"), share), "CHE", "2020-01-01")
        assert ("CHE/14.1/9MSP" in owes) is name_is_owed

    def test_what_was_paid_in_another_currency_leaves_it_undetermined(self) -> None:
        """The log takes no payment in another currency, but an assessment may be corrected."""
        engine = engine_with(assessed(123450), paid("2019-07-01", 100000))
        corrected = assessed(123450, currency="CHF")
        about = {"target": "SMR#3", "replacement": corrected, "reason": "misread"}
        engine.record([happened(Corrected, "2020-01-01", **about)])
        duty = owed(engine, NAME, "2020-01-01")
        assert duty.standing is Standing.UNDETERMINED
        assert [each.conclusion for each in duty.grounds[2:]] == [
            "paid in another currency: USD 1,000.00 (2019-07-01)",
            "CHF 1,234.50 of CHF 1,234.50 not paid",
        ]
        assert duty.grounds[2].events == ("SMR#4",)
        engine.record([paid("2019-07-20", 123450, currency="CHF")])
        assert owed(engine, NAME, "2020-01-01").standing is Standing.DISCHARGED

    def test_a_share_of_one_hundredth_is_paid_by_one(self) -> None:
        engine = engine_with(assessed(1), paid("2019-07-01", 1))
        assert owed(engine, NAME, "2020-01-01").standing is Standing.DISCHARGED

    def test_more_than_the_share_is_told(self) -> None:
        engine = engine_with(assessed(123450), paid("2019-07-01", 123460))
        duty = owed(engine, NAME, "2020-01-01")
        assert (duty.standing, duty.grounds[-1].conclusion) == (
            Standing.DISCHARGED,
            "USD 0.10 more than assessed",
        )

    def test_amounts_are_exact(self) -> None:
        assert (units(5), units(5280000)) == ("0.05", "52800.00")
        assert amount("CHF", 123456789) == "CHF 1,234,567.89"
