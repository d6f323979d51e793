"""Write the conformance vectors again: `python conformance/generate.py`, or `make vectors`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

if __name__ == "__main__":
    # Run as a file, Python looks in conformance instead.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    for name in import_module("conformance.vectors").write():
        print(f"conformance: wrote {name}")
