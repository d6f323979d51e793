"""The map of the documents: every page by what a reader wants of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from docs.generators.markdown import document

PATH: Final = "README.md"
DOCS: Final = Path(__file__).resolve().parents[1]

FOLDERS: Final[Mapping[str, tuple[str, str]]] = {
    "tutorials": ("Tutorials", "To learn by doing: one story from beginning to end."),
    "how-to": ("How-to", "To get one thing done."),
    "reference": ("Reference", "To look something up."),
    "explanation": ("Explanation", "To understand why it is as it is."),
    "interpretations": (
        "Interpretations",
        "What the engine does where the words of the Convention do not decide, and why.",
    ),
    "adr": ("Decisions about the software", "What was decided, and what was not chosen."),
}

SHORT: Final[Mapping[str, str]] = {
    "reference/action-plans.md": "every action of the three plans: by when, of whom, what meets it",
    "reference/articles.md": "every paragraph: modelled, or why not",
    "reference/cli.md": "every command and its options",
    "reference/errors.md": "every exception, when it is raised and what it says",
    "reference/events.md": "everything that can be recorded, and how it is written",
    "reference/json.md": "the documents that `--json` prints",
    "reference/projections.md": "every number of a review and every table, with what they rest on",
    "reference/public-record-report.md": "what was loaded, merged, disputed, left aside, and why",
    "reference/testing.md": "strategies, laws and refusals to verify an engine with",
}
"""What a title alone does not say of a page."""

_INTRODUCTION: Final = """\
Every code block of these pages is run by the tests, and every page is listed here. A reader of the
treaty begins with the [coverage of the Convention](reference/articles.md), a programmer with the
[events](reference/events.md), and both may ask `ccm explain` for the reasons of any answer.
"""


def page() -> str:
    """Return the page in Markdown, from the pages that lie in docs."""
    parts = [_INTRODUCTION]
    for folder, (title, purpose) in FOLDERS.items():
        if listed := "\n".join(_listed(folder)):
            parts += [f"## {title}", purpose, listed]
    return document("The documents", *parts)


def _listed(folder: str) -> Iterator[str]:
    for path in sorted((DOCS / folder).rglob("*.md")):
        name = path.relative_to(DOCS).as_posix()
        more = f": {SHORT[name]}" if name in SHORT else ""
        yield f"- [{title_of(path)}]({name}){more}"


def title_of(path: Path) -> str:
    """Return the first heading of a page."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("# ") for line in lines if line.startswith("# "))
