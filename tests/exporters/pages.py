"""What a page of HTML and a document in Markdown are made of, as a strict reader sees them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

_VOID: Final = frozenset({"meta"})
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_ITSELF: Final = frozenset({"style", "title"})


@dataclass
class Page(HTMLParser):
    """One page: complaints of what is wrong in it, its text, its links and their targets."""

    complaints: list[str] = field(default_factory=list[str])
    texts: list[str] = field(default_factory=list[str])
    links: list[str] = field(default_factory=list[str])
    names: Counter[str] = field(default_factory=Counter[str])
    headings: list[int] = field(default_factory=list[int])
    tags: Counter[str] = field(default_factory=Counter[str])
    language: str | None = None
    within: list[str] = field(default_factory=list[str])

    @classmethod
    def of(cls, text: str) -> Page:
        """Read a page to its end."""
        page = cls()
        HTMLParser.__init__(page, convert_charrefs=True)
        page.feed(text)
        page.close()
        page.complaints += [f"<{tag}> is never closed" for tag in page.within]
        page.complaints += [f"{name} names two" for name, n in page.names.items() if n > 1]
        for link in page.links:
            if link.startswith("#") and link[1:] not in page.names:
                page.complaints.append(f"{link} leads nowhere")
        steps = zip([0, *page.headings], page.headings, strict=False)
        page.complaints += [f"h{b} after h{a}" for a, b in steps if b > a + 1]
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self.complaints.append(f"<{tag}> says something twice")
        self.tags[tag] += 1
        if tag == "html":
            self.language = given.get("lang")
        if tag == "th" and given.get("scope") not in {"row", "col"}:
            self.complaints.append("a heading of a table says not what it heads")
        if tag == "script" or any(name.startswith("on") for name in given):
            self.complaints.append(f"<{tag}> runs something")
        if (name := given.get("id")) is not None:
            self.names[name] += 1
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in _HEADINGS:
            self.headings.append(_HEADINGS.index(tag) + 1)
        if tag not in _VOID:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.within or self.within.pop() != tag:
            self.complaints.append(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        if not self.within or self.within[-1] not in _ITSELF:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.complaints.append(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        self.complaints.append(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        self.complaints.append(f"an instruction: {data}")

    @property
    def text(self) -> str:
        """All that is to be read."""
        return "".join(self.texts)


_REFERENCE: Final = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_DEFINITION: Final = re.compile(r"^\[\^([^\]\s]+)\]: ", flags=re.MULTILINE)
_BLOCKS: Final = frozenset(
    {
        *("heading", "paragraph", "bullet_list", "ordered_list", "list_item"),
        *("table", "thead", "tbody", "tr", "th", "td", "inline"),
    }
)
_INLINE: Final = frozenset({"text", "code_inline", "link", "softbreak"})


@dataclass
class Prose:
    """A document in Markdown, as CommonMark with tables reads it; footnotes are read here."""

    source: str

    def __post_init__(self) -> None:
        """Read it once."""
        parser = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
        self.tokens: list[Token] = parser.parse(self.source)

    @property
    def unexpected(self) -> list[str]:
        """What is read as markup and was never written as such."""
        blocks = [each.type for each in self.tokens if _kind(each) not in _BLOCKS]
        return blocks + [each.type for each in self.inline() if _kind(each) not in _INLINE]

    def inline(self) -> Iterator[Token]:
        """Yield what lines are made of."""
        for each in self.tokens:
            yield from each.children or ()

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        opened = (each for each in self.inline() if each.type == "link_open")
        return [str(each.attrs["href"]) for each in opened]

    @property
    def lines(self) -> list[str]:
        """The text of each block as it is to be read."""
        return [
            "".join(child.content for child in each.children or ())
            for each in self.tokens
            if each.type == "inline"
        ]

    @property
    def referred(self) -> Counter[str]:
        """The footnotes referred to; marks within a text are escaped, and are none."""
        return Counter(_REFERENCE.findall(re.sub(r"\\.", "", self.source)))

    @property
    def defined(self) -> Counter[str]:
        """The footnotes defined."""
        return Counter(_DEFINITION.findall(self.source))


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")
