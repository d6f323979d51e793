"""A writer in a process of its own: appends what standard input says, answers how it went.

Called with the address of a log. Each line it reads is `stream first last`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ccm_engine.errors import ConcurrentAppendError
from ccm_engine.storage.opening import open_postgresql, open_sqlite
from tests.storage.trial_rows import NOON, rows

if TYPE_CHECKING:
    from ccm_engine.storage.rows import RowStore


def main(address: str) -> None:
    """Append until standard input ends."""
    store: RowStore
    if address.startswith("postgresql://"):
        store = open_postgresql(address, create=False)
    else:
        store = open_sqlite(Path(address), create=False)
    _say("ready")
    for line in sys.stdin:
        stream, first, last = line.split()
        try:
            store.append(rows(stream, int(first), int(last)), NOON)
        except ConcurrentAppendError:
            _say("lost")
        else:
            _say("won")
    store.close()


def _say(answer: str) -> None:
    sys.stdout.write(f"{answer}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
