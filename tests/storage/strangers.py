"""Who changes a log behind the library's back: reads its tables as they are, and writes others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from ccm_engine.storage.seals import Head

UPDATE: Final = "UPDATE {} SET {} WHERE {}"


class StoredRow(NamedTuple):
    """A row as it lies in the database, texts as their bytes."""

    position: int
    stream: bytes
    version: int
    topic: bytes
    payload: bytes
    recorded_at: bytes
    leaf: bytes

    @property
    def texts(self) -> tuple[bytes, bytes, bytes]:
        """The columns that are texts to a database."""
        return self.stream, self.topic, self.recorded_at


class Contents(NamedTuple):
    """All that a log's tables hold."""

    rows: tuple[StoredRow, ...]
    heads: tuple[Head, ...]

    @property
    def sizes(self) -> list[int]:
        """Where appends ended."""
        return [head.size for head in self.heads]

    def __repr__(self) -> str:
        """Say how much it is: Hypothesis writes down every value on the way to a failure."""
        return f"<{len(self.rows)} rows, {len(self.heads)} heads>"


class Stranger(Protocol):
    """A connection that no trigger stands in the way of."""

    def read(self) -> Contents:
        """Read both tables, by position and by size."""
        ...

    def write(self, contents: Contents) -> None:
        """Have the tables hold this and nothing else."""
        ...

    def writable(self, contents: Contents) -> bool:
        """Tell whether this database can hold it at all."""
        ...

    def execute(self, statement: str) -> None:
        """Do something else to it."""
        ...

    def update(self, table: str, change: str, where: str) -> None:
        """Change some of what it holds."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


class SQLiteStranger:
    """Drops the triggers of a file; writes texts as any bytes at all."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._path = path
        for name in self._asked("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            self.execute(f"DROP TRIGGER {name[0]}")

    def execute(self, statement: str) -> None:
        """Do something else to the file."""
        with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(statement)

    def update(self, table: str, change: str, where: str) -> None:
        """Change some of what it holds."""
        self.execute(UPDATE.format(table, change, where))

    def _asked(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self._path)) as connection:
            return connection.execute(query).fetchall()

    def read(self) -> Contents:
        """Read both tables, by position and by size."""
        rows = self._asked(
            """SELECT rowid, CAST(originator_id AS BLOB), originator_version, CAST(topic AS BLOB),
            state, CAST(recorded_at AS BLOB), leaf FROM ccm_events ORDER BY rowid"""
        )
        heads = self._asked("SELECT size, peaks FROM ccm_heads ORDER BY size")
        return Contents(
            tuple(StoredRow(*row) for row in rows), tuple(Head(*head) for head in heads)
        )

    def write(self, contents: Contents) -> None:
        """Have the tables hold this and nothing else."""
        with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM ccm_events")
            connection.execute("DELETE FROM ccm_heads")
            insert = """INSERT INTO ccm_events VALUES
                (?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?)"""
            connection.executemany(insert, contents.rows)
            connection.executemany("INSERT INTO ccm_heads VALUES (?, ?)", contents.heads)
            connection.execute("COMMIT")

    def close(self) -> None:
        """Do nothing: each access has a connection of its own."""

    def writable(self, contents: Contents) -> bool:
        """Tell whether keys are unique."""
        return keys_are_unique(contents)


class PostgreSQLStranger:
    """Disables the triggers of a schema; writes texts that are UTF-8."""

    def __init__(self, address: str) -> None:
        """Connect."""
        self._connection: Any = import_module("psycopg").connect(address, autocommit=True)
        for table in ("ccm_events", "ccm_heads"):
            self._connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")

    def execute(self, statement: str) -> None:
        """Do something else to the schema."""
        self._connection.execute(statement)

    def update(self, table: str, change: str, where: str) -> None:
        """Change some of what it holds."""
        self.execute(UPDATE.format(table, change, where))

    def close(self) -> None:
        """Disconnect."""
        self._connection.close()

    def read(self) -> Contents:
        """Read both tables, by position and by size."""
        rows = self._connection.execute(
            """SELECT notification_id, convert_to(originator_id, 'UTF8'), originator_version,
            convert_to(topic, 'UTF8'), state, convert_to(recorded_at, 'UTF8'), leaf
            FROM ccm_events ORDER BY notification_id"""
        ).fetchall()
        heads = self._connection.execute("SELECT * FROM ccm_heads ORDER BY size").fetchall()
        return Contents(
            tuple(StoredRow(*row) for row in rows), tuple(Head(*head) for head in heads)
        )

    def write(self, contents: Contents) -> None:
        """Have the tables hold this and nothing else."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.execute("DELETE FROM ccm_events; DELETE FROM ccm_heads")
            with cursor.copy("COPY ccm_events FROM STDIN") as copy:
                for row in contents.rows:
                    stream, topic, recorded_at = (text.decode() for text in row.texts)
                    texts = {"stream": stream, "topic": topic, "recorded_at": recorded_at}
                    copy.write_row(tuple({**row._asdict(), **texts}.values()))
            with cursor.copy("COPY ccm_heads FROM STDIN") as copy:
                for head in contents.heads:
                    copy.write_row(head)

    def writable(self, contents: Contents) -> bool:
        """Tell whether keys are unique and texts are what PostgreSQL takes for texts."""
        texts = [text for row in contents.rows for text in row.texts]
        try:
            return not any("\0" in text.decode() for text in texts) and keys_are_unique(contents)
        except UnicodeDecodeError:
            return False


def stranger_of(address: str) -> Stranger:
    """Connect to the log at an address."""
    postgresql = address.startswith("postgresql://")
    return PostgreSQLStranger(address) if postgresql else SQLiteStranger(Path(address))


def keys_are_unique(contents: Contents) -> bool:
    """Tell whether no key stands twice: no database lets that happen."""
    rows, heads = contents.rows, contents.heads
    places = {(row.stream, row.version) for row in rows}
    positions = {row.position for row in rows}
    sizes = {head.size for head in heads}
    return len(rows) == len(places) == len(positions) and len(heads) == len(sizes)
