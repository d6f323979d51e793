"""Damage below the rows: columns of another kind, tables gone, a disk that forgets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccm_engine.errors import DamagedLogError, NewerLogError
from ccm_engine.storage import open_log
from tests.storage.damages import bits, flipped
from tests.storage.trial_events import SIZES
from tests.storage.trials import Trial, trial_of, use

PAGE_BITS: Final = 8 * 4096  # of the first page of a file, where its schema is
OF_ANOTHER_KIND: Final = (
    "originator_id = CAST('BGR' AS BLOB)",
    "originator_id = CAST(x'ff' AS TEXT)",
    "originator_id = 7",
    "originator_version = 'one'",
    "originator_version = x'31'",
    "originator_version = 1.5",
    "topic = CAST(topic AS BLOB)",
    "topic = CAST(x'ff' AS TEXT)",
    "topic = 7",
    "state = CAST(state AS TEXT)",
    "state = CAST(x'ff' AS TEXT)",
    "state = 7",
    "state = 1.5",
    "recorded_at = CAST(recorded_at AS BLOB)",
    "recorded_at = CAST(x'ff' AS TEXT)",
    "recorded_at = 7",
    "leaf = CAST(leaf AS TEXT)",
    "leaf = hex(leaf)",
    "leaf = 7",
)
COLUMNS: Final = ("originator_id", "originator_version", "topic", "state", "recorded_at", "leaf")


@pytest.fixture
def trial(log_address: str) -> Iterator[Trial]:
    """Give a log of each database."""
    with trial_of(log_address, share=1) as trial:
        yield trial


@pytest.fixture
def file_trial(tmp_path: Path) -> Iterator[Trial]:
    """Give a log in a file."""
    path = tmp_path / "ccm.sqlite"
    open_log(path, create=True).close()
    with trial_of(str(path), share=1) as trial:
        yield trial


@pytest.fixture
def schema_trial(postgresql_address: str) -> Iterator[Trial]:
    """Give a log in a schema."""
    open_log(postgresql_address, create=True).close()
    with trial_of(postgresql_address, share=1) as trial:
        yield trial


class TestValuesOfAnotherKind:
    """Columns that hold what they were not laid out for."""

    @pytest.mark.parametrize("change", OF_ANOTHER_KIND)
    def test_in_rows_of_a_file(self, file_trial: Trial, change: str) -> None:
        for position in (1, 40, sum(SIZES)):
            file_trial.stranger.write(file_trial.whole)
            file_trial.stranger.update("ccm_events", change, f"rowid = {position}")
            assert file_trial.position_named() <= position
            use(file_trial.log)

    @pytest.mark.parametrize("peaks", ["CAST(peaks AS TEXT)", "hex(peaks)", "7"])
    def test_in_heads_of_a_file(self, file_trial: Trial, peaks: str) -> None:
        for size in (1, 19, sum(SIZES)):
            file_trial.stranger.write(file_trial.whole)
            file_trial.stranger.update("ccm_heads", f"peaks = {peaks}", f"size = {size}")
            with pytest.raises(DamagedLogError):
                file_trial.log.verify()
            use(file_trial.log)

    @pytest.mark.postgresql
    @pytest.mark.parametrize("column", COLUMNS)
    def test_nothing_at_all_in_rows_of_a_schema(self, schema_trial: Trial, column: str) -> None:
        stranger = schema_trial.stranger
        stranger.execute(f"ALTER TABLE ccm_events ALTER {column} DROP NOT NULL")
        stranger.update("ccm_events", f"{column} = NULL", "notification_id = 40")
        assert schema_trial.position_named() <= 40
        use(schema_trial.log)

    def test_nothing_at_all_in_sizes_of_heads(self, trial: Trial) -> None:
        trial.stranger.execute("CREATE TABLE anew AS SELECT * FROM ccm_heads")
        trial.stranger.execute("DROP TABLE ccm_heads")
        trial.stranger.execute("ALTER TABLE anew RENAME TO ccm_heads")
        trial.stranger.update("ccm_heads", "size = NULL", "size = 19")
        with pytest.raises(DamagedLogError):
            trial.log.verify()
        use(trial.log)


class TestTablesAndFiles:
    """A table that is gone, a disk that forgets, a tool that writes past the database."""

    @pytest.mark.parametrize("table", ["ccm_events", "ccm_heads"])
    def test_a_table_is_gone(self, trial: Trial, table: str) -> None:
        trial.stranger.execute(f"DROP TABLE {table}")
        with pytest.raises(DamagedLogError):
            trial.log.verify()
        use(trial.log)

    def test_a_file_with_a_bit_flipped_is_refused_or_the_log_is_sound(
        self, file_trial: Trial, tmp_path: Path
    ) -> None:
        seal = file_trial.log.verify()
        file_trial.log.close()
        whole = (tmp_path / "ccm.sqlite").read_bytes()

        @settings(max_examples=2 * settings().max_examples)
        @given(bits(whole) | st.integers(0, PAGE_BITS - 1))
        def examined(bit: int) -> None:
            with TemporaryDirectory(dir=tmp_path) as folder:
                path = Path(folder) / "ccm.sqlite"
                path.write_bytes(bytes(flipped(whole, bit)))
                with suppress(DamagedLogError, NewerLogError), closing(open_log(path)) as log:
                    assert log.verify() == seal
                with suppress(DamagedLogError, NewerLogError), closing(open_log(path)) as log:
                    use(log)

        examined()

    def test_an_error_that_somebody_keeps_holds_nothing_back(self, file_trial: Trial) -> None:
        file_trial.stranger.update("ccm_events", "topic = CAST(x'ff' AS TEXT)", "rowid = 40")
        with pytest.raises(DamagedLogError) as kept:
            list(file_trial.log.read())
        file_trial.stranger.write(file_trial.whole)
        assert len(list(file_trial.log.read())) == sum(SIZES)
        assert kept.value.__traceback__ is not None
