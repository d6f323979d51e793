"""Events with the documents that prove them."""

from __future__ import annotations

from typing import Final

from ccm_engine.cli.page import Line, Tone, Tree
from ccm_engine.domain.events import Event
from ccm_engine.domain.explanations import in_words
from ccm_engine.domain.sources import Citation

_ENOUGH: Final = 3


def event_tree(name: str, event: Event) -> Tree:
    """Show an event with its weightiest sources."""
    cited = sorted(event.citations, key=lambda each: each.authority.rank)
    more = len(cited) - _ENOUGH
    branches = [source(each) for each in cited[:_ENOUGH]]
    if more > 0:
        words = "1 more source" if more == 1 else f"{more} more sources"
        branches.append(Tree(Line(f"{words}: ccm history {event.stream}", Tone.QUIET)))
    return Tree(Line(f"{event.occurred_on}  {in_words(event)} [{name}]"), tuple(branches))


def source(citation: Citation) -> Tree:
    """Show one document: its title, its publisher, when it appeared, and where it is."""
    published = "no date" if citation.published is None else f"published {citation.published}"
    words = [citation.document]
    if citation.publisher not in citation.document:
        words.append(citation.publisher)
    words += [published, citation.url or "no address"]
    return Tree(Line("; ".join(words), Tone.QUIET))
