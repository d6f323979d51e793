"""The links of a page and the anchors of its headings, as GitHub makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_FENCED: Final = re.compile(r"^ *(`{3,}|~{3,}).*?^ *\1 *$", flags=re.MULTILINE | re.DOTALL)
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_INLINE: Final = re.compile(r"\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+\"[^\"]*\")?\)")
_REFERENCE: Final = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s.*)?$", flags=re.MULTILINE)
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$", flags=re.MULTILINE)
_LINK_TEXT: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def links_in(markdown: str) -> Iterator[str]:
    """Yield where each link of a page leads, code left out."""
    prose = _CODE.sub("", _FENCED.sub("", markdown))
    yield from _INLINE.findall(prose)
    yield from _REFERENCE.findall(prose)


def anchors_in(markdown: str) -> frozenset[str]:
    """Return the anchors of a page's headings; one that comes again is numbered."""
    found: set[str] = set()
    for heading in _HEADING.findall(_FENCED.sub("", markdown)):
        slug = _slug(heading)
        number, anchor = 0, slug
        while anchor in found:
            number += 1
            anchor = f"{slug}-{number}"
        found.add(anchor)
    return frozenset(found)


def _slug(heading: str) -> str:
    text = _LINK_TEXT.sub(r"\1", heading).strip().lower()
    return "".join(c for c in text if c.isalnum() or c in " -_").replace(" ", "-")
