"""Write the generated pages again: `make docs`.

Each module of `docs/generators` whose name ends in `_page` writes one page: `PATH` says where in
docs, `page()` returns the text. The map of the documents lists the others, so it comes last.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
MAP: Final = ROOT / "docs" / "README.md"


def generated_pages() -> Mapping[Path, Callable[[], str]]:
    """Return each generated page with what writes it, in the order in which to write them."""
    found: dict[Path, Callable[[], str]] = {}
    for source in sorted((ROOT / "docs" / "generators").glob("*_page.py")):
        module = import_module(f"docs.generators.{source.stem}")
        found[ROOT / "docs" / module.PATH] = module.page
    return dict(sorted(found.items(), key=lambda item: (item[0] == MAP, item[0])))


def main() -> None:
    """Write every page whose text has changed, and say which."""
    for path, page in generated_pages().items():
        text = page()
        before = path.read_text(encoding="utf-8") if path.exists() else None
        if text != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"docs: wrote {path.relative_to(ROOT).as_posix()}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # run as a file, Python looks in docs instead
    main()
