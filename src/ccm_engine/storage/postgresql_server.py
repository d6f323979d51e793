"""The PostgreSQL database of a log: its address, its tables, its connections, and how it fails."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import psycopg
from eventsourcing.persistence import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    PersistenceError,
    ProgrammingError,
)
from eventsourcing.postgres import PostgresDatastore
from psycopg import errors, pq
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Composed, Identifier

from ccm_engine.errors import (
    DamagedLogError,
    InvalidValueError,
    LogError,
    LogUnavailableError,
    NotALogError,
    ReadOnlyLogError,
)

if TYPE_CHECKING:
    from collections.abc import Generator

SPARE_CONNECTIONS: Final = 8  # kept open when nobody uses them

_SCHEMA: Final = """
CREATE TABLE {schema}.ccm_events (
    notification_id bigint PRIMARY KEY,
    originator_id text NOT NULL,
    originator_version bigint NOT NULL,
    topic text NOT NULL,
    state bytea NOT NULL,
    recorded_at text NOT NULL,
    leaf bytea NOT NULL,
    UNIQUE (originator_id, originator_version));
CREATE TABLE {schema}.ccm_heads (size bigint PRIMARY KEY, peaks bytea NOT NULL);
CREATE FUNCTION {schema}.ccm_events_refuse() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'restrict_violation'; END
$body$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON {schema}.ccm_events
    FOR EACH ROW EXECUTE FUNCTION {schema}.ccm_events_refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON {schema}.ccm_events
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.ccm_events_refuse();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON {schema}.ccm_heads
    FOR EACH ROW EXECUTE FUNCTION {schema}.ccm_events_refuse();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON {schema}.ccm_heads
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.ccm_events_refuse();
ALTER TABLE {schema}.ccm_events ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE {schema}.ccm_events ENABLE ALWAYS TRIGGER refuse_truncate;
ALTER TABLE {schema}.ccm_heads ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE {schema}.ccm_heads ENABLE ALWAYS TRIGGER refuse_truncate;
CREATE TABLE {schema}.ccm_log (application text NOT NULL, format integer NOT NULL);
INSERT INTO {schema}.ccm_log VALUES ({application}, {format});
"""

# A writer whose machine dies holds the table's lock until the server notices: hours by default.
_SESSION: Final = """
SET tcp_keepalives_idle = 30;
SET tcp_keepalives_interval = 10;
SET tcp_keepalives_count = 3;
SET idle_in_transaction_session_timeout = '60s';
"""


class Address:
    """Where a log is: what libpq needs to connect, and a name that gives no password away."""

    def __init__(self, dsn: str, patience_seconds: float) -> None:
        """Read a `postgresql://` address; what it leaves open gets patient, finite defaults."""
        parts = _parts(dsn)
        waiting = {
            "connect_timeout": str(max(2, round(patience_seconds))),  # libpq waits two at least
            "tcp_user_timeout": str(round(patience_seconds * 2000)),  # milliseconds
            "application_name": "ccm-engine",
        }
        self.password = parts.get("password", "")
        self.conninfo = make_conninfo(**{**waiting, **parts, "client_encoding": "utf8"})
        user = f"{parts['user']}@" if "user" in parts else ""
        port = f":{parts['port']}" if "port" in parts else ""
        self.name = f"postgresql://{user}{parts.get('host', '')}{port}/{parts.get('dbname', '')}"

    def without_password(self, text: str) -> str:
        """Strike the password from what the server or libpq says."""
        return text.replace(self.password, "***") if self.password else text


def _parts(dsn: str) -> dict[str, str]:
    """Split an address; one that misleads libpq is refused before its pieces show up anywhere."""
    asked = "cannot open a PostgreSQL log"
    remedy = (
        "write it as postgresql://user:password@host/database, "
        "with what is special in the password percent-encoded"
    )
    try:
        parts = {key: str(part) for key, part in conninfo_to_dict(dsn).items() if part}
    except (psycopg.ProgrammingError, UnicodeError):  # which quotes address and password
        raise InvalidValueError(asked, "its address cannot be read", remedy) from None
    ports = parts.get("port", "").replace(",", "")
    misread = "@" in parts.get("host", "") + parts.get("dbname", "")
    if misread or "\0" in dsn or not (ports or "0").isdecimal():
        raise InvalidValueError(asked, "its address cannot be read", remedy)
    return parts


class LogConnections:
    """Connections made when asked for, kept while sound, made anew when lost.

    The library's pool connects in the background and backs off for minutes while a server is
    away: it would say neither at once why it is away nor at once that it is back.
    """

    def __init__(self, address: Address) -> None:
        """Connect to nothing yet."""
        self.address = address
        self._spare: list[psycopg.Connection[DictRow]] = []
        self._open = True

    @contextmanager
    def lent(self) -> Generator[psycopg.Connection[DictRow]]:
        """Lend a connection that answers, in autocommit mode."""
        connection = self._sound() or self._connected()
        try:
            yield connection
        finally:
            idle = connection.info.transaction_status == pq.TransactionStatus.IDLE
            if idle and self._open and len(self._spare) < SPARE_CONNECTIONS:
                self._spare.append(connection)
            else:
                connection.close()

    def _sound(self) -> psycopg.Connection[DictRow] | None:
        with suppress(IndexError):  # no spare one left
            while True:
                connection = self._spare.pop()
                try:
                    connection.execute("")  # one round trip: the server may have restarted
                except psycopg.Error:
                    connection.close()
                else:
                    return connection
        return None

    def _connected(self) -> psycopg.Connection[DictRow]:
        if not self._open:
            asked = f"cannot reach {self.address.name}"
            raise LogUnavailableError(asked, "it was closed", "open it again")
        try:
            connection = psycopg.Connection[DictRow].connect(
                self.address.conninfo, autocommit=True, row_factory=dict_row
            )
        except UnicodeError as error:
            asked, obstacle = f"cannot reach {self.address.name}", "no host can be called so"
            raise LogUnavailableError(asked, obstacle, "correct the address") from error
        connection.execute(_SESSION)
        return connection

    def close(self) -> None:
        """Close what is idle now, and the rest when it is given back."""
        self._open = False
        with suppress(IndexError):
            while True:
                self._spare.pop().close()


_LIBRARY_ERRORS: Final[tuple[tuple[type[psycopg.Error], type[PersistenceError]], ...]] = (
    (psycopg.InterfaceError, InterfaceError),
    (psycopg.OperationalError, OperationalError),
    (psycopg.IntegrityError, IntegrityError),
    (psycopg.DataError, DataError),
    (psycopg.ProgrammingError, ProgrammingError),
    (psycopg.Error, DatabaseError),
)


class LogDatabase(PostgresDatastore):
    """The library's datastore over one schema of a database, with streams named by text.

    Its own pool stays unopened: it takes five parts of an address, and ours may have more.
    """

    def __init__(self, connections: LogConnections, schema: str) -> None:
        """Lend the library connections of ours."""
        super().__init__("", "", "", "", "", schema=schema, originator_id_type="text")
        self.connections = connections

    @contextmanager
    def get_connection(self) -> Generator[psycopg.Connection[DictRow]]:
        """Lend a connection to the library's own queries, under its own errors."""
        try:
            with self.connections.lent() as connection:
                yield connection
        except psycopg.Error as error:
            library = next(ours for theirs, ours in _LIBRARY_ERRORS if isinstance(error, theirs))
            raise library(str(error)) from error

    def register_type_adapters(self) -> None:
        """Register nothing: our insert needs no composite types."""

    def close(self) -> None:
        """Close the connections."""
        super().close()
        with suppress(AttributeError):  # the library closes what it failed to make, too
            self.connections.close()


def layout(schema: str, application: str, log_format: int) -> Composed:
    """Write the statements that make an empty log in a schema."""
    return SQL(_SCHEMA).format(
        schema=Identifier(schema), application=application, format=log_format
    )


_NO_LOG: Final = (errors.UndefinedTable, errors.UndefinedColumn, errors.InvalidSchemaName)
_DAMAGED: Final = (errors.DataCorrupted, errors.IndexCorrupted)


def explained(error: psycopg.Error, asked: str, address: Address) -> LogError:
    """Say in the words of this library what PostgreSQL reports."""
    said = address.without_password((str(error).splitlines() or [type(error).__name__])[0])
    if isinstance(error, _NO_LOG):
        remedy = "make a log there with: ccm init --log ADDRESS"
        return NotALogError(asked, "the database has no log of this library", remedy)
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return ReadOnlyLogError(asked, "it can only be read", "connect to the primary server")
    if isinstance(error, errors.InsufficientPrivilege):
        return ReadOnlyLogError(asked, "the role lacks the right", "ask its owner to grant it")
    if isinstance(error, errors.LockNotAvailable):
        obstacle = "another program holds it locked"
        return LogUnavailableError(asked, obstacle, "retry when the other program is done")
    if isinstance(error, _DAMAGED):
        return DamagedLogError(asked, f"PostgreSQL reports: {said}", "restore it from a copy")
    remedy = "retry when the server answers; rows that did get in are refused a second time"
    return LogUnavailableError(asked, f"PostgreSQL reports: {said}", remedy)
