"""A log in a PostgreSQL schema, for several machines."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain, starmap
from typing import TYPE_CHECKING, Any, Final, LiteralString

import psycopg
from eventsourcing.postgres import PostgresApplicationRecorder
from psycopg.rows import DictRow, tuple_row
from psycopg.sql import SQL, Composed, Identifier

from ccm_engine.errors import LogUnavailableError, NotALogError
from ccm_engine.storage.moments import stored_moment
from ccm_engine.storage.postgresql_server import (
    Address,
    LogConnections,
    LogDatabase,
    explained,
    layout,
)
from ccm_engine.storage.rows import (
    APPLICATION,
    EVENTS_TABLE,
    FORMAT,
    PAGE_ROWS,
    PATIENCE_SECONDS,
    NewRow,
    Row,
    RowRecorder,
    as_rows,
    check_format,
    check_sealed,
    check_versions,
    later,
    placed,
    streams_of,
)
from ccm_engine.storage.seals import (
    EMPTY,
    FIRST,
    HEADS_TABLE,
    LAST,
    Head,
    SealedRow,
    as_sealed_rows,
    check_covered,
    sealed,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from datetime import datetime

_LAST: Final = """SELECT notification_id, recorded_at FROM {table}
    ORDER BY notification_id DESC LIMIT 1"""
_LAST_VERSIONS: Final = """SELECT stream, (SELECT max(originator_version) FROM {table}
    WHERE originator_id = stream) AS version FROM unnest(%s::text[]) AS stream"""
_COPY: Final = """COPY {table}
    (notification_id, originator_id, originator_version, topic, state, recorded_at, leaf)
    FROM STDIN"""
_LAST_HEAD: Final = "SELECT size, peaks FROM {heads} ORDER BY size DESC LIMIT 1"
_INSERT_HEAD: Final = "INSERT INTO {heads} (size, peaks) VALUES (%s, %s)"
_HEADS: Final = "SELECT size, peaks FROM {heads} ORDER BY size"
_PAGE: Final = """SELECT notification_id, originator_id, originator_version, topic, state,
    recorded_at FROM {table} WHERE notification_id > %s AND notification_id <= %s
    ORDER BY notification_id LIMIT %s"""
_SEALED_PAGE: Final = """SELECT notification_id, originator_id, originator_version, topic, state,
    recorded_at, leaf FROM {table} WHERE notification_id >= %s ORDER BY notification_id LIMIT %s"""


def open_postgresql(
    dsn: str, *, create: bool, patience_seconds: float = PATIENCE_SECONDS
) -> PostgreSQLRowStore:
    """Open the log in the first schema of the search path, or make one there first.

    Raises as `open_sqlite` does; no message has the password of the address in it.
    """
    address = Address(dsn, patience_seconds)
    asked = f"cannot {'make a log at' if create else 'open'} {address.name}"
    connections = LogConnections(address)
    try:
        schema, written = _opened_schema(connections, asked, create=create)
        return PostgreSQLRowStore(connections, schema, written, patience_seconds)
    except BaseException as error:
        connections.close()
        if isinstance(error, _ALREADY_THERE):
            remedy = "open it, or name another schema: ?options=-csearch_path%3Dschema"
            raise LogUnavailableError(asked, "there is a log already", remedy) from error
        if isinstance(error, psycopg.Error):
            raise explained(error, asked, address) from error
        raise


_ALREADY_THERE: Final = (
    psycopg.errors.DuplicateTable,
    psycopg.errors.DuplicateFunction,
    psycopg.errors.UniqueViolation,  # somebody else makes one at this moment
)


def _opened_schema(connections: LogConnections, asked: str, *, create: bool) -> tuple[str, int]:
    with connections.lent() as connection:
        schema = _schema(connection, asked)
        if create:
            with connection.transaction():
                connection.execute(layout(schema, APPLICATION, FORMAT))
        return schema, _format(connection, schema, asked)


def _schema(connection: psycopg.Connection[DictRow], asked: str) -> str:
    found = connection.execute("SELECT current_schema() AS name").fetchone()
    if found is None or found["name"] is None:
        remedy = "make the schema, or name another: ?options=-csearch_path%3Dschema"
        raise LogUnavailableError(asked, "no schema of its search path exists", remedy)
    return str(found["name"])


def _format(connection: psycopg.Connection[DictRow], schema: str, asked: str) -> int:
    """Return the format of a log's tables, once its header is known to be ours."""
    table = Identifier(schema, "ccm_log")
    query = SQL("SELECT application, format FROM {table}").format(table=table)
    headers = connection.execute(query).fetchall()
    if [header["application"] for header in headers] != [APPLICATION]:
        remedy = "make a log there with: ccm init --log ADDRESS"
        raise NotALogError(asked, "the database has no log of this library", remedy)
    written: int = headers[0]["format"]
    check_format(written, asked)
    return written


class PostgreSQLRowStore(RowRecorder, PostgresApplicationRecorder):
    """Rows in a schema, on the library's recorder; our own table, insert and reading."""

    def __init__(
        self, connections: LogConnections, schema: str, written: int, patience_seconds: float
    ) -> None:
        """Serve rows from an opened log, `written` in that format."""
        super().__init__(LogDatabase(connections, schema), events_table_name=EVENTS_TABLE)
        self.name = connections.address.name
        self._connections = connections
        self._written = written
        self.lock_table_statements = [
            SQL("SET LOCAL lock_timeout = {0}").format(round(patience_seconds * 1000)),
            self._sql("LOCK TABLE {table} IN EXCLUSIVE MODE"),
        ]

    def create_table(self) -> None:
        """Lay out nothing: the schema was laid out when the log was made."""

    def append(self, rows: Sequence[NewRow], recorded_at: datetime) -> list[Row]:
        """Append all the rows in order, or none of them.

        One transaction under the table's lock, and one COPY: neither the library's pipeline,
        which hangs from some 2,500 rows on, nor a sequence, which would leave gaps.
        """
        given = stored_moment(recorded_at)
        if not rows:
            return []
        check_sealed(self._written, f"cannot append to {self.name}")
        with (
            self._connection("append to") as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            self._lock_table(cursor)
            cursor.execute(self._sql(_LAST_VERSIONS), [streams_of(rows)])
            last_versions = {found["stream"]: found["version"] or 0 for found in cursor}
            check_versions(self.name, rows, last_versions)
            last = cursor.execute(self._sql(_LAST)).fetchone()
            head, moment = (last["notification_id"], last["recorded_at"]) if last else (0, given)
            taken = placed(rows, head, later(self.name, head, moment, given))
            found = cursor.execute(self._sql(_LAST_HEAD)).fetchone()
            tree = Head(found["size"], found["peaks"]) if found else EMPTY
            check_covered(self.name, tree, head)
            with_leaves, tree = sealed(taken, tree)
            with cursor.copy(self._sql(_COPY)) as copy:
                for row in with_leaves:
                    copy.write_row(row)
            cursor.execute(self._sql(_INSERT_HEAD), tree)
            self._notify_channel(cursor)
        return taken

    def read(self, after: int = 0, until: int | None = None) -> Iterator[Row]:
        """Read the rows with `after < position <= until` in order.

        Rows never change, so pages up to the head of now are as good as one snapshot, and
        no transaction stays open between them.
        """
        head = self.head()
        return chain.from_iterable(self._pages(after, head if until is None else min(until, head)))

    def _pages(self, after: int, until: int) -> Iterator[Iterator[Row]]:
        query = self._sql(_PAGE)
        while after < until and (page := self._fetched(query, (after, until, PAGE_ROWS))):
            after = page[-1][0]
            yield as_rows(page)

    def sealed(self, after: int | None = None) -> Iterator[SealedRow]:
        """Read the rows after a position with their stored hashes; `None` is all of them."""
        check_sealed(self._written, f"cannot verify {self.name}")
        return chain.from_iterable(self._sealed_pages(FIRST if after is None else after + 1))

    def _sealed_pages(self, begin: int) -> Iterator[Iterator[SealedRow]]:
        query = self._sql(_SEALED_PAGE)
        while begin <= LAST and (page := self._fetched(query, (begin, PAGE_ROWS))):
            begin = page[-1][0] + 1
            yield as_sealed_rows(page)

    def heads(self) -> list[Head]:
        """Read what was stored of the tree at each append, by size."""
        check_sealed(self._written, f"cannot verify {self.name}")
        return list(starmap(Head, self._fetched(self._sql(_HEADS), ())))

    def _fetched(self, query: Composed, parameters: tuple[int, ...]) -> list[tuple[Any, ...]]:
        with (
            self._connection("read") as connection,
            connection.cursor(binary=True, row_factory=tuple_row) as cursor,
        ):
            return cursor.execute(query, parameters, prepare=True).fetchall()

    def head(self) -> int:
        """Return the last position, 0 in an empty log."""
        with self._connection("read") as connection:
            last = connection.execute(self._sql(_LAST)).fetchone()
        return int(last["notification_id"]) if last else 0

    def close(self) -> None:
        """Let go of the connections."""
        self.datastore.close()

    def _sql(self, statement: LiteralString) -> Composed:
        schema = self.datastore.schema
        return SQL(statement).format(
            table=Identifier(schema, EVENTS_TABLE), heads=Identifier(schema, HEADS_TABLE)
        )

    @contextmanager
    def _connection(self, verb: str) -> Generator[psycopg.Connection[DictRow]]:
        """Lend a connection; explain what goes wrong with it."""
        try:
            with self._connections.lent() as connection:
                yield connection
        except psycopg.Error as error:
            asked = f"cannot {verb} {self.name}"
            raise explained(error, asked, self._connections.address) from error
