"""Nothing is dropped in silence, and nothing depends on the order of the rows."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import TypeVar

import attrs
import pytest

from ccm_engine.domain.events import CONVENTION, Disputed
from ccm_engine.engine import Engine
from ccm_engine.errors import MalformedEventError, RefusedEventError
from ccm_engine.public_record import CLOSED_ON, RECORDED_AT, packaged_events
from ccm_engine.public_record.__main__ import main
from ccm_engine.public_record.accounts import Account, Outcome
from ccm_engine.public_record.claims import read_claims
from ccm_engine.public_record.judgements import JUDGEMENTS
from ccm_engine.public_record.packaged import MANIFEST, packaged_file
from ccm_engine.public_record.packaging import built
from ccm_engine.public_record.reconciliation import Reconciled, Sources, reconcile
from ccm_engine.public_record.report import page, summary

ALL_CLAIMS = 2_511

CLAIM = """{"id":"X","claim":"signed","state":"BGR","on":"2008-12-03","details":{},\
"source":{"title":"t","url":null,"published":null}}"""

T = TypeVar("T")


class TestAccounts:
    """Every claim is the source of an event, disputes one, or is left aside with a reason."""

    def test_there_is_one_account_for_each_claim(
        self, sources: Sources, reconciled: Reconciled
    ) -> None:
        assert len(sources.claims) == len(reconciled.accounts) == ALL_CLAIMS
        assert [each.claim for each in reconciled.accounts] == sorted(
            claim.id for claim in sources.claims
        )

    def test_the_outcomes_sum_up_to_all_claims(self, reconciled: Reconciled) -> None:
        outcomes = Counter(account.outcome for account in reconciled.accounts)
        assert set(outcomes) == set(Outcome)
        assert outcomes.total() == ALL_CLAIMS

    def test_each_claim_is_cited_exactly_where_its_account_says(
        self, reconciled: Reconciled
    ) -> None:
        cited: dict[str, set[str]] = {}
        for placed in reconciled.placed:
            for citation in placed.event.citations:
                if citation.claim is not None:
                    cited.setdefault(citation.claim, set()).add(placed.id)
        for account in reconciled.accounts:
            assert cited.get(account.claim, set()) == set(account.events)
            assert (account.outcome is Outcome.LEFT_ASIDE) is (account.reason is not None)
            assert (account.outcome is Outcome.LEFT_ASIDE) is (not account.events)

    def test_a_claim_that_ended_nowhere_is_an_error(self, sources: Sources) -> None:
        with pytest.raises(RefusedEventError, match="it ended in 0 places"):
            Account.of(sources.claims[0], loaded=False, proves=(), disputes=(), reason=None)

    def test_every_judgement_is_about_a_claim_that_exists(self, sources: Sources) -> None:
        assert set(JUDGEMENTS) <= {claim.id for claim in sources.claims}

    def test_every_citation_of_a_claim_keeps_its_source(
        self, sources: Sources, reconciled: Reconciled
    ) -> None:
        claims = {claim.id: claim for claim in sources.claims}
        for event in reconciled.events:
            for citation in event.citations:
                if citation.claim is not None:
                    claim = claims[citation.claim]
                    assert (citation.document, citation.url) == (claim.title, claim.url)
                    assert citation.published == claim.published
                    assert (claim.note or "") in (citation.note or "")


class TestOrder:
    """The log has one order."""

    @pytest.mark.parametrize("seed", range(5))
    def test_the_order_of_the_rows_does_not_matter(
        self, sources: Sources, reconciled: Reconciled, seed: int
    ) -> None:
        random = Random(seed)
        shuffled = attrs.evolve(
            sources,
            claims=tuple(_shuffled(sources.claims, random)),
            decisions=tuple(_shuffled(sources.decisions, random)),
            meetings=tuple(_shuffled(sources.meetings, random)),
            machinery=tuple(_shuffled(sources.machinery, random)),
        )
        assert built(reconcile(shuffled)) == built(reconciled)

    def test_an_identifier_is_the_number_of_the_event_in_its_stream(
        self, reconciled: Reconciled
    ) -> None:
        numbers: Counter[str] = Counter()
        for placed in reconciled.placed:
            numbers[placed.event.stream] += 1
            assert placed.id == f"{placed.event.stream}#{numbers[placed.event.stream]}"

    def test_a_dispute_follows_what_it_disputes(self, reconciled: Reconciled) -> None:
        seen: dict[str, object] = {}
        for placed in reconciled.placed:
            if isinstance(placed.event, Disputed):
                target = seen[placed.event.target]
                assert type(placed.event.alternative) is type(target)
                assert placed.event.alternative != target
            seen[placed.id] = placed.event

    def test_days_never_decrease_but_for_disputes(self, reconciled: Reconciled) -> None:
        days = [
            event.occurred_on.latest
            for event in reconciled.events
            if not isinstance(event, Disputed)
        ]
        assert days == sorted(days)

    def test_no_source_tells_what_had_not_happened_yet(self, reconciled: Reconciled) -> None:
        page_older_than_its_text = {"FRA", "PHL", "STP", CONVENTION}
        for event in reconciled.events:
            published = [each.published.latest for each in event.citations if each.published]
            if published and event.stream not in page_older_than_its_text:
                assert event.occurred_on.first <= min(published), event


class TestPackage:
    """What ships is what the claims make."""

    @pytest.mark.parametrize("name", ["record.jsonl", "accounts.json", "manifest.json"])
    def test_the_packaged_file_is_not_stale(self, reconciled: Reconciled, name: str) -> None:
        stale = f"{name} is stale: run `python -m ccm_engine.public_record`"
        assert packaged_file(name) == built(reconciled)[name], stale

    def test_the_packaged_events_are_the_reconciled_ones(self, reconciled: Reconciled) -> None:
        assert packaged_events() == reconciled.events

    def test_the_manifest_says_when_the_record_was_closed(self) -> None:
        manifest = json.loads(packaged_file(MANIFEST))
        assert manifest["closed_on"] == CLOSED_ON.isoformat()
        assert manifest["recorded_at"] == f"{RECORDED_AT:%Y-%m-%dT%H:%M:%SZ}"
        assert manifest["claims"]["total"] == ALL_CLAIMS

    def test_an_engine_admits_the_whole_record(self, reconciled: Reconciled) -> None:
        engine = Engine.in_memory(reconciled.events, clock=lambda: RECORDED_AT)
        assert len(engine.on(CLOSED_ON).history("BGR")) > 0

    def test_the_report_names_every_reason_and_every_claim_left_aside(
        self, reconciled: Reconciled
    ) -> None:
        short, long = summary(reconciled), page(reconciled)
        for account in reconciled.accounts:
            if account.reason is not None:
                assert account.reason in short
                assert account.claim in long

    def test_an_unknown_argument_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--nonsense"]) == 2
        assert "usage" in capsys.readouterr().err


class TestReading:
    """A claim that cannot be read is named by its line."""

    def test_a_claim_without_a_day_of_publication_is_bounded_by_the_close_of_the_record(
        self,
    ) -> None:
        (claim,) = read_claims([CLAIM.replace('"2008-12-03"', "null")])
        assert str(claim.when) == f"../{CLOSED_ON}"

    @pytest.mark.parametrize(
        "line",
        [
            "not json",
            "{}",
            CLAIM.replace("BGR", "XXX"),
            CLAIM.replace("2008-12-03", "2013-02-30"),
        ],
    )
    def test_a_bad_line_is_named(self, line: str) -> None:
        with pytest.raises(MalformedEventError) as caught:
            read_claims(["", line])
        assert caught.value.line == 2


def _shuffled(rows: tuple[T, ...], random: Random) -> list[T]:
    copy = list(rows)
    random.shuffle(copy)
    return copy


class TestReportPage:
    """The page in the documents is the one the claims make."""

    def test_the_page_is_not_stale(self, reconciled: Reconciled) -> None:
        path = Path(__file__).parents[2] / "docs" / "reference" / "public-record-report.md"
        stale = "write it again: python -m ccm_engine.public_record --page"
        assert path.read_text(encoding="utf-8") == page(reconciled), stale
