"""A process that has writers killed: it forks each, so that a round takes milliseconds.

Each line of standard input is `seed since seconds address`; `since` is `start` or `opened`. The
answer is the last position that the writer acknowledged (0: none), how many appends it began and
how many of them returned.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from contextlib import suppress
from importlib import import_module
from random import Random
from typing import Final

from ccm_engine.errors import ConcurrentAppendError
from ccm_engine.storage import open_log
from tests.storage.trial_events import numbered_batch
from tests.storage.trial_rows import NOON

SIZES: Final = (1, 2, 3, 5, 8, 50)
PAUSES_SECONDS: Final = (0.0, 0.008)


def main() -> None:
    """Import what writers need, then answer until standard input ends."""
    with suppress(ImportError):
        import_module("ccm_engine.storage.postgresql")
    import_module("ccm_engine.storage.sqlite")
    for size in SIZES:
        numbered_batch(size)
    for line in sys.stdin:
        seed, since, seconds, address = line.strip().split(maxsplit=3)
        acknowledged, began, returned = killed(address, int(seed), since, float(seconds))
        sys.stdout.write(f"{acknowledged} {began} {returned}\n")
        sys.stdout.flush()


def killed(address: str, seed: int, since: str, seconds: float) -> tuple[int, int, int]:
    """Have a writer killed some time after its start, or after it opened the log."""
    ours, theirs = os.pipe()
    writer = os.fork()
    if writer == 0:
        write_until_killed(address, seed, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as told:
        heard = [told.readline()] if since == "opened" else []
        time.sleep(seconds)
        os.kill(writer, signal.SIGKILL)
        heard += told.readlines()
    _, status = os.waitpid(writer, 0)
    if not os.WIFSIGNALED(status):
        sys.exit("the writer failed before it was killed")
    places = [int(each) for each in heard if each.strip().isdigit()]
    return max(places, default=0), heard.count(b"began\n"), len(places)


def write_until_killed(address: str, seed: int, pipe: int) -> None:
    """Append batch after batch; say when each begins, and its last position once it is in."""
    try:
        chance = Random(seed)
        log = open_log(address)
        head = log.head()
        os.write(pipe, b"opened\n")
        while True:
            batch = numbered_batch(chance.choice(SIZES))
            os.write(pipe, b"began\n")
            try:
                expected = {batch[0].stream: head}
                head = log.append(batch, expected=expected, recorded_at=NOON)[-1].position
            except ConcurrentAppendError:  # what the writer before sent last got in after all
                head = log.head()
            else:
                os.write(pipe, b"%d\n" % head)
            time.sleep(chance.choice(PAUSES_SECONDS))
    finally:
        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    main()
