"""What every store of rows promises, asked of all three."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, cast

import pytest
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Notification,
    StoredEvent,
)

from ccm_engine.errors import (
    ConcurrentAppendError,
    InvalidDateError,
    InvalidValueError,
    LogUnavailableError,
)
from ccm_engine.storage.rows import NewRow, Row
from tests.storage.trial_rows import NOON, rows

if TYPE_CHECKING:
    from ccm_engine.storage.rows import RowStore


class TestAppending:
    """All or nothing, without gaps, in order."""

    def test_an_empty_log_has_no_rows(self, store: RowStore) -> None:
        assert store.head() == 0
        assert list(store.read()) == []

    def test_rows_come_back_as_they_went_in(self, store: RowStore) -> None:
        payload = bytes(range(256))
        taken = store.append([NewRow("state:CIV", 1, "ccm.côte.v1", payload)], NOON)
        assert taken == [
            Row(1, "state:CIV", 1, "ccm.côte.v1", payload, "2026-11-21T12:00:00.000000Z")
        ]
        assert list(store.read()) == taken
        assert [type(part) for part in next(store.read())] == [int, str, int, str, bytes, str]
        assert next(store.read()).payload == payload

    def test_positions_continue_over_streams_and_batches(self, store: RowStore) -> None:
        store.append(rows("state:BGR", 1, 2) + rows("state:PER", 1, 3), NOON)
        taken = store.append(rows("state:BGR", 3, 3) + rows("state:PER", 4, 4), NOON)
        assert [row.position for row in taken] == [6, 7]
        assert [row.position for row in store.read()] == list(range(1, 8))

    def test_streams_may_alternate_within_a_batch(self, store: RowStore) -> None:
        mixed = [row for n in (1, 2, 3) for s in ("a", "b") for row in rows(s, n, n)]
        store.append(mixed, NOON)
        assert [row[1:5] for row in store.read()] == mixed

    def test_an_empty_batch_changes_nothing(self, store: RowStore) -> None:
        assert store.append([], NOON) == []
        assert store.head() == 0

    def test_a_batch_of_many_thousands_is_one_append(self, store: RowStore) -> None:
        store.append(rows("state:LAO", 1, 5000), NOON)
        assert store.head() == 5000
        assert [row.version for row in store.read()] == list(range(1, 5001))

    def test_a_batch_refused_at_its_last_row_leaves_nothing(self, store: RowStore) -> None:
        store.append(rows("state:BGR", 1, 1), NOON)
        with pytest.raises(ConcurrentAppendError):
            store.append(rows("state:LAO", 1, 3000) + rows("state:BGR", 1, 1), NOON)
        assert store.head() == 1
        taken = store.append(rows("state:LAO", 1, 1), NOON)
        assert [row.position for row in taken] == [2]  # a refused batch takes no positions


class TestVersions:
    """A stream is continued by its next version, and by nothing else."""

    def test_a_stream_that_moved_on_is_named(self, store: RowStore) -> None:
        store.append(rows("state:BGR", 1, 3), NOON)
        with pytest.raises(ConcurrentAppendError) as refusal:
            store.append(rows("state:PER", 1, 1) + rows("state:BGR", 3, 3), NOON)
        assert refusal.value.asked == f"cannot append version 3 of state:BGR to {store.name}"
        assert refusal.value.obstacle == "it is at version 3 already"
        assert refusal.value.remedy == "read it again, decide again, and retry"

    @pytest.mark.parametrize(
        "gap",
        [
            rows("state:BGR", 3, 3),
            rows("state:PER", 2, 2),
            rows("state:BGR", 2, 2) + rows("state:BGR", 4, 4),
            rows("state:BGR", 2, 2) * 2,
        ],
        ids=["beyond the next", "not from one", "gap in the batch", "twice in the batch"],
    )
    def test_a_version_no_log_led_to_is_refused(self, store: RowStore, gap: list[NewRow]) -> None:
        store.append(rows("state:BGR", 1, 1), NOON)
        with pytest.raises(InvalidValueError, match="the next version is"):
            store.append(gap, NOON)
        assert store.head() == 1

    @pytest.mark.parametrize("version", [0, -1])
    def test_versions_start_at_one(self, store: RowStore, version: int) -> None:
        with pytest.raises(ConcurrentAppendError):
            store.append([NewRow("state:BGR", version, "t", b"")], NOON)
        assert store.head() == 0


class TestMoments:
    """`recorded_at` is in UTC and never decreases."""

    def test_a_clock_set_back_does_not_set_the_log_back(self, store: RowStore) -> None:
        store.append(rows("a", 1, 1), NOON)
        (row,) = store.append(rows("a", 2, 2), NOON - timedelta(hours=1))
        assert row.recorded_at == "2026-11-21T12:00:00.000000Z"
        store.append(rows("a", 3, 3), NOON + timedelta(microseconds=1))
        assert [row.recorded_at[-7:] for row in store.read()] == ["000000Z", "000000Z", "000001Z"]

    @pytest.mark.parametrize(
        "moment",
        [
            NOON.replace(tzinfo=None),
            NOON.astimezone(timezone(timedelta(hours=1))),
            date(2026, 11, 21),
            "2026-11-21T12:00:00Z",
        ],
        ids=["naive", "another zone", "a day", "a text"],
    )
    def test_what_is_not_a_utc_moment_is_refused(
        self,
        store: RowStore,
        moment: object,
    ) -> None:
        with pytest.raises(InvalidDateError):
            store.append(rows("a", 1, 1), cast("datetime", moment))
        assert store.head() == 0


class TestReading:
    """Rows by position; later appends are not seen."""

    def test_a_range_excludes_after_and_includes_until(self, store: RowStore) -> None:
        store.append(rows("a", 1, 10), NOON)
        assert [row.position for row in store.read(after=3, until=6)] == [4, 5, 6]
        assert [row.position for row in store.read(after=8)] == [9, 10]
        assert list(store.read(after=10)) == []
        assert list(store.read(after=6, until=3)) == []
        assert [row.position for row in store.read(after=-5, until=2)] == [1, 2]
        assert len(list(store.read(until=10_000))) == 10

    def test_an_open_reading_neither_sees_nor_hinders_a_writer(self, store: RowStore) -> None:
        store.append(rows("a", 1, 3000), NOON)
        reading = store.read()
        assert next(reading).position == 1
        store.append(rows("a", 3001, 3010), NOON)
        assert [row.position for row in reading] == list(range(2, 3001))
        assert store.head() == 3010

    def test_many_readings_may_be_left_open(self, store: RowStore) -> None:
        store.append(rows("a", 1, 3000), NOON)
        readings = [store.read() for _ in range(50)]
        assert {next(reading).position for reading in readings} == {1}
        store.append(rows("a", 3001, 3001), NOON)

    def test_a_closed_store_says_so(self, store: RowStore) -> None:
        store.append(rows("a", 1, 1), NOON)
        store.close()
        with pytest.raises(LogUnavailableError, match="it was closed"):
            store.append(rows("a", 2, 2), NOON)
        with pytest.raises(LogUnavailableError, match="it was closed"):
            store.read()
        with pytest.raises(LogUnavailableError, match="it was closed"):
            store.head()
        store.close()


class TestTheLibrarysOwnQueries:
    """A stock `eventsourcing` application can use our tables as its own."""

    def test_select_events(self, store: RowStore) -> None:
        recorder = cast("ApplicationRecorder", store)
        store.append(rows("a", 1, 3) + rows("b", 1, 1), NOON)
        assert [event.originator_version for event in recorder.select_events("a", gt=1)] == [2, 3]
        assert recorder.select_events("b") == [StoredEvent("b", 1, "ccm.trial.v1", b"b 1")]

    def test_select_notifications(self, store: RowStore) -> None:
        recorder = cast("ApplicationRecorder", store)
        store.append(rows("a", 1, 2) + rows("b", 1, 2), NOON)
        assert recorder.max_notification_id() == 4
        assert recorder.select_notifications(start=3, limit=10, stop=3) == [
            Notification(
                id=3, originator_id="b", originator_version=1, topic="ccm.trial.v1", state=b"b 1"
            )
        ]

    def test_insert_events_goes_through_the_same_checks(self, store: RowStore) -> None:
        recorder = cast("ApplicationRecorder", store)
        event = StoredEvent("a", 1, "ccm.trial.v1", b"")
        assert recorder.insert_events([event]) == [1]
        with pytest.raises(IntegrityError):
            recorder.insert_events([event])
        assert store.head() == 1
