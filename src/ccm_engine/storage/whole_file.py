"""New files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from ccm_engine.errors import LogUnavailableError

_PRIVATE: Final = 0o600
_SHARED: Final = 0o666


@contextmanager
def new_file(path: Path, asked: str, *, private: bool = False) -> Generator[BinaryIO]:
    """Open a new file to write to, which has its name once all of it is on the disk.

    Raises `LogUnavailableError` if something is there already, or it cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    mode = _PRIVATE if private else _SHARED
    try:
        if path.exists():
            raise LogUnavailableError(asked, "there is something already", "name another path")
        with os.fdopen(_descriptor(unfinished, mode), "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.link(unfinished, path)  # as a rename, but never over what somebody put there meanwhile
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        remedy = "name a path in a folder that exists and can be written"
        raise LogUnavailableError(asked, said, remedy) from error
    finally:
        with suppress(OSError, ValueError):
            unfinished.unlink()


def _descriptor(path: Path, mode: int) -> int:
    try:
        return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    except ValueError as error:  # no path can be called so
        raise OSError(errno.EINVAL, str(error)) from error
