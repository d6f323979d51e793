"""Whatever is done to a log behind the library's back, `verify` finds it, and says where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

import attrs
import pytest

from ccm_engine.errors import DamagedLogError, NewerLogError
from ccm_engine.storage.codec import decode
from tests.storage.damages import (
    Damage,
    damaged_heads,
    damaged_rows,
    forged_beginnings,
    forged_rows,
    heads_anew,
    sealed_anew,
)
from tests.storage.strangers import Contents
from tests.storage.trial_events import SIZES
from tests.storage.trials import Trial, trial_of, use

FIRST_OF_ALL: Final = -(2**63)  # the lowest position that a database can hold


@pytest.fixture
def trial(log_address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trial]:
    """Give a log of each database, read in small pages; the slower one is tried less often."""
    postgresql = log_address.startswith("postgresql://")
    database = "postgresql" if postgresql else "sqlite"
    monkeypatch.setattr(f"ccm_engine.storage.{database}.PAGE_ROWS", 7)
    with trial_of(log_address, share=1 if postgresql else 5) as trial:
        yield trial


A_YEAR_LATER: Final = b"2027-11-21T12:00:00.000000Z"
IN_NO_LOG: Final[tuple[dict[str, object], ...]] = (
    {"version": 999},
    {"stream": b"CIV"},
    {"topic": b"ccm.signed.v1"},
    {"payload": b'{"type":"ccm.signed.v1"}'},
    {"recorded_at": b"2026-11-21T11:00:00.000000Z"},
    {"recorded_at": A_YEAR_LATER},
    {"recorded_at": b"2026-11-21T12:06:00Z"},
    {"recorded_at": b"2026-11-21T12:06:00.000008"},
    {"recorded_at": b"2026-11-21T13:06:00.000000+01:00"},
    {"recorded_at": b"9999-12-31T23:59:59.999999-14:00"},
    {"recorded_at": b"soon"},
)


class TestRows:
    """Rows that are not what was recorded."""

    def test_a_stranger_who_writes_what_he_read_does_no_damage(self, trial: Trial) -> None:
        seal = trial.log.verify()
        trial.stranger.write(trial.whole)
        assert trial.log.verify() == seal
        assert seal.size == sum(SIZES)

    def test_damage_is_found_no_later_than_at_the_first_row_touched(self, trial: Trial) -> None:
        def examine(damage: Damage) -> None:
            assert trial.position_named() <= damage.first_touched

        trial.each(damaged_rows, examine)

    def test_with_hashes_computed_anew_it_is_found_within_the_same_append(
        self, trial: Trial
    ) -> None:
        def examine(damage: Damage) -> None:
            first = damage.first_touched
            ends = [head.size for head in trial.whole.heads if head.size >= first]
            assert trial.position_named() <= min(ends, default=first)

        trial.each(forged_rows, examine)

    def test_with_a_tree_computed_anew_it_is_found_where_the_old_tree_goes_on(
        self, trial: Trial
    ) -> None:
        def examine(damage: Damage) -> None:
            before = [each.size for each in trial.whole.heads if each.size < damage.first_touched]
            assert trial.position_named() == max([0, *before, *damage.false_heads]) + 1

        trial.each(forged_beginnings, examine)

    @pytest.mark.parametrize("change", IN_NO_LOG, ids=str)
    def test_with_everything_computed_anew_what_no_log_holds_is_found(
        self, trial: Trial, change: dict[str, Any]
    ) -> None:
        rows = [*trial.whole.rows]
        rows[40] = sealed_anew(rows[40]._replace(**change))
        trial.stranger.write(Contents(tuple(rows), heads_anew(rows, trial.whole.sizes)))
        later = change.get("recorded_at") == A_YEAR_LATER  # which only the next row shows
        assert trial.position_named() == (42 if later else 41)

    def test_a_row_before_all_others_is_found(self, trial: Trial) -> None:
        added = sealed_anew(trial.whole.rows[-1]._replace(position=FIRST_OF_ALL, version=999))
        trial.stranger.write(trial.whole._replace(rows=(added, *trial.whole.rows)))
        assert trial.position_named() == FIRST_OF_ALL

    def test_a_stored_name_cannot_take_in_what_follows_it(self, trial: Trial) -> None:
        opening, *others = trial.whole.rows
        payload = opening.payload
        swallowing = opening._replace(topic=payload[len(b'{"type":"') : payload.index(b'","cit')])
        trial.stranger.write(trial.whole._replace(rows=(swallowing, *others)))
        assert swallowing.topic == b'ccm.signed.v1","occurred_on":"2008-12-03'
        assert trial.position_named() == 1

    def test_a_name_from_a_later_version_hides_no_damage(self, trial: Trial) -> None:
        rows = [*trial.whole.rows]
        topic, payload = (each.replace(b".v1", b".v9", 1) for each in (rows[40][3], rows[40][4]))
        rows[40] = sealed_anew(rows[40]._replace(topic=topic, payload=payload))
        trial.stranger.write(trial.whole._replace(rows=tuple(rows)))
        assert trial.position_named() == 33  # where the append that holds it begins
        trial.stranger.write(Contents(tuple(rows), heads_anew(rows, trial.whole.sizes)))
        with pytest.raises(NewerLogError):
            trial.log.verify()


class TestHeads:
    """Trees that are not what was stored."""

    def test_a_false_head_is_found_after_the_last_true_one(self, trial: Trial) -> None:
        def examine(damage: Damage) -> None:
            last = sum(SIZES)
            first_false = min(damage.false_heads, default=last)
            true = {*damage.done.sizes} - {*damage.false_heads}
            proven = max((size for size in true if size < first_false), default=0)
            assert trial.position_named() == (last if first_false > last else proven) + 1

        trial.each(damaged_heads, examine)

    def test_the_later_ones_prove_what_one_taken_out_did(self, trial: Trial) -> None:
        seal = trial.log.verify()
        for lost in range(len(SIZES) - 1):
            heads = trial.whole.heads[:lost] + trial.whole.heads[lost + 1 :]
            trial.stranger.write(trial.whole._replace(heads=heads))
            assert trial.log.verify() == seal


class TestWhatOnlyACheckpointTells:
    """Whoever may write everything can make another sound log; it has another size or root."""

    def test_the_last_append_taken_out_with_its_head(self, trial: Trial) -> None:
        rows, heads = trial.whole
        trial.stranger.write(Contents(rows[: heads[-2].size], heads[:-1]))
        assert trial.log.verify().size == sum(SIZES[:-1])

    def test_another_event_with_all_hashes_and_heads_computed_anew(self, trial: Trial) -> None:
        seal = trial.log.verify()
        rows = list(trial.whole.rows)
        payload = rows[40].payload.replace(b'"document":"', b'"document":"Not ', 1)
        rows[40] = sealed_anew(rows[40]._replace(payload=payload))
        trial.stranger.write(Contents(tuple(rows), heads_anew(rows, trial.whole.sizes)))
        assert trial.log.verify().size == seal.size
        assert trial.log.verify().root != seal.root


def spoken(moment: bytes) -> datetime:
    """Return the moment that a text says."""
    return datetime.fromisoformat(moment.decode()).astimezone(UTC)


class TestUse:
    """Who reads or appends without verifying is told of damage, or gets what the bytes say."""

    def test_an_engine_refuses_or_knows_what_the_bytes_say(self, trial: Trial) -> None:
        def examine(damage: Damage) -> None:
            use(trial.log)
            try:
                read = [tuple(entry) for entry in trial.log.read()]
            except (DamagedLogError, NewerLogError):
                return
            said = [
                (row.position, row.version, spoken(row.recorded_at), decode(row.payload))
                for row in damage.done.rows
                if row.position > 0
            ]
            assert read[: len(said)] == said

        attrs.evolve(trial, share=1).each(damaged_rows, examine)
