"""Typed citations: of the Convention, and of what meetings committed the States Parties to.

`Provision.parse` reads what a lawyer writes ("3(2)", "Article 4(1)(a)") and what a program keeps
("4.1a"). The table below is the Convention's skeleton, so a paragraph that does not exist is
refused where it is written and not where it is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import ClassVar, Final

import attrs

from ccm_engine.errors import UnknownProvisionError

_LETTERS: Final = "abcdefghijklmn"

ARTICLE_TITLES: Final[Mapping[int, str]] = {
    1: "General obligations and scope of application",
    2: "Definitions",
    3: "Storage and stockpile destruction",
    4: "Clearance and destruction of remnants, risk reduction education",
    5: "Victim assistance",
    6: "International cooperation and assistance",
    7: "Transparency measures",
    8: "Facilitation and clarification of compliance",
    9: "National implementation measures",
    10: "Settlement of disputes",
    11: "Meetings of States Parties",
    12: "Review Conferences",
    13: "Amendments",
    14: "Costs and administrative tasks",
    15: "Signature",
    16: "Ratification, acceptance, approval or accession",
    17: "Entry into force",
    18: "Provisional application",
    19: "Reservations",
    20: "Duration and withdrawal",
    21: "Relations with States not party",
    22: "Depositary",
    23: "Authentic texts",
}

_POINTS: Final[Mapping[int, tuple[int, ...]]] = {
    1: (3, 0, 0),
    2: (0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    3: (0, 0, 0, 6, 0, 0, 0, 0),
    4: (3, 5, 0, 2, 0, 9, 0, 0),
    5: (0, 8),
    6: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0),
    7: (14, 0, 0),
    8: (0, 0, 0, 0, 0, 0),
    10: (0, 0),
    11: (6, 0, 0),
    12: (0, 3, 0),
    13: (0, 0, 0, 0, 0),
    14: (0, 0, 0),
    16: (0, 0, 0),
    17: (0, 0),
    20: (0, 0, 0),
    21: (0, 0, 0, 4),
}
"""For each article with numbered paragraphs, how many lettered points each paragraph has."""

_LEGAL = re.compile(
    r"(?:articles?|art\.?)?\s*(\d{1,2})(?:\((\d{1,2})\))?(?:\(([a-n])\))?",
    flags=re.IGNORECASE | re.ASCII,
)
_SLUG = re.compile(r"(\d{1,2})(?:\.(\d{1,2}))?([a-n]|\([a-n]\))?", flags=re.ASCII)


@attrs.frozen(order=True, slots=False)  # keeps what it finds once
class Provision:
    """One article, paragraph or point of the Convention; ordered as the treaty is."""

    article: int
    paragraph: int = 0
    point: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what the Convention does not have."""
        points = _POINTS.get(self.article, ())
        known = self.article in ARTICLE_TITLES and 0 <= self.paragraph <= len(points)
        if known and self.point:
            count = points[self.paragraph - 1] if self.paragraph else 0
            known = self.point in _LETTERS[:count]
        if not known:
            remedy = "cite articles 1 to 23 as in 3(2) or 4(1)(a)"
            raise UnknownProvisionError(
                f"cite Article {self}", "the Convention has no such provision", remedy
            )

    @classmethod
    def parse(cls, text: str) -> Provision:
        """Return the provision that "3(2)", "Article 4(1)(a)" or "4.1a" names."""
        return _parse(text)

    @cached_property
    def place(self) -> tuple[int, int, str]:
        """Where it stands in the treaty, for putting duties in order."""
        return self.article, self.paragraph, self.point

    @cached_property
    def slug(self) -> str:
        """The form used in identifiers: `4.1a`."""
        paragraph = f".{self.paragraph}" if self.paragraph else ""
        return f"{self.article}{paragraph}{self.point}"

    def __str__(self) -> str:
        """Write it as a lawyer does: `4(1)(a)`."""
        paragraph = f"({self.paragraph})" if self.paragraph else ""
        point = f"({self.point})" if self.point else ""
        return f"{self.article}{paragraph}{point}"


_AFTER_THE_TREATY: Final = 1 + max(ARTICLE_TITLES)


@attrs.frozen(order=True, slots=False)  # keeps what it finds once
class Commitment:
    """One thing the States Parties committed themselves to beside the Convention's own words.

    `instrument` is an action plan or the meeting that decided (`VAP`, `1RC`), `item` the action's
    number there, or a short name where it has none.
    """

    article: ClassVar[None] = None

    instrument: str
    item: str

    @cached_property
    def place(self) -> tuple[int, int, str]:
        """After the whole treaty, by what was committed to."""
        return _AFTER_THE_TREATY, 0, self.slug

    @cached_property
    def slug(self) -> str:
        """The form used in identifiers: `VAP.21`."""
        return f"{self.instrument}.{self.item}"

    def __str__(self) -> str:
        """Write it as documents do: `VAP 21`."""
        return f"{self.instrument} {self.item}"


Cited = Provision | Commitment
"""What a duty or a step of reasoning rests on."""


@lru_cache(maxsize=512)
def _parse(text: str) -> Provision:
    match = _LEGAL.fullmatch(text.strip()) or _SLUG.fullmatch(text.strip())
    if match is None:
        remedy = "cite it as in 3(2), 4(1)(a) or 4.1a"
        raise UnknownProvisionError(
            f"read the provision {text!r}", "it is not a citation of the Convention", remedy
        )
    return Provision(int(match[1]), int(match[2] or 0), (match[3] or "").strip("()").lower())


@lru_cache(maxsize=512)
def legal_form(text: str) -> str:
    """Write a provision as a lawyer does; what is none of the Convention's stays as it is."""
    try:
        return str(Provision.parse(text))
    except UnknownProvisionError:
        return text


def every_paragraph() -> Iterator[Provision]:
    """Yield every paragraph in treaty order; an article without numbered ones yields itself."""
    for article in ARTICLE_TITLES:
        points = _POINTS.get(article, ())
        if not points:
            yield Provision(article)
        for number in range(1, len(points) + 1):
            yield Provision(article, number)
