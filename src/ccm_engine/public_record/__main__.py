"""Rebuild the packaged log from the claims: `python -m ccm_engine.public_record`.

Prints what became of the claims; with `--page` prints the whole account in Markdown instead, and
writes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ccm_engine.public_record.packaging import packaged_sources, rebuild
from ccm_engine.public_record.reconciliation import reconcile
from ccm_engine.public_record.report import page, summary


def main(arguments: list[str]) -> int:
    """Do as the module says; exit status 2 for an argument it does not know."""
    match arguments:
        case []:
            told = summary(rebuild(Path(__file__).parent / "data"))
        case ["--page"]:
            told = page(reconcile(packaged_sources()))
        case _:
            sys.stderr.write("usage: python -m ccm_engine.public_record [--page]\n")
            return 2
    sys.stdout.write(f"{told.rstrip()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
