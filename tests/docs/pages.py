"""The pages of the documents, wherever they lie in the repository."""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
MAP: Final = ROOT / "docs" / "README.md"


def pages() -> list[Path]:
    """Return every page a reader may open: README, changelog and all of docs."""
    top = [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    return [*(page for page in top if page.exists()), *sorted((ROOT / "docs").rglob("*.md"))]


def name_of(page: Path) -> str:
    """Return what to call a page in a message: its path in the repository."""
    return page.relative_to(ROOT).as_posix()
