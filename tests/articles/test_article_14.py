"""Article 14: the costs of meetings; no assessment is on public record so far."""

from __future__ import annotations

from datetime import date
from typing import Final

from ccm_engine import Standing
from ccm_engine.domain.events import ContributionAssessed, ContributionPaid, WithdrawalNotified
from ccm_engine.domain.obligations import Nature, Timeliness
from tests.articles.recording import names_owed
from tests.histories import engine_with, happened, owed

NAME: Final = "SMR/14.1/9MSP"
ABOUT: Final = {"assessment": "9MSP", "currency": "USD"}


def assessed(cents: int, due_on: date | None = date(2019, 8, 1)) -> ContributionAssessed:
    return happened(
        ContributionAssessed,
        "2019-05-02",
        "SMR",
        amount_cents=cents,
        meeting="9MSP",
        due_on=due_on,
        **ABOUT,
    )


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
