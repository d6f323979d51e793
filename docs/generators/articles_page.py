"""The coverage page: every paragraph of the Convention, and what the engine does about it.

What applies a paragraph is found in the code itself: a rule yields the provisions it names by
constant (`ART_3_2`), and any other function applies those that it names or that its docstring
cites. The rest is in `paragraphs`; nothing may be in neither, or in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from types import CodeType, FunctionType
from typing import Any, Final, cast

import attrs

from ccm_engine.domain import admission, articles
from ccm_engine.domain.articles import CONVENTION_RULES, STATE_RULES
from ccm_engine.domain.articles.standing_duties import DUTIES
from ccm_engine.domain.obligations import Rule
from ccm_engine.domain.provisions import ARTICLE_TITLES, Provision, every_paragraph
from docs.generators.markdown import document, paragraphs_of, table
from docs.generators.paragraphs import APPLIED_BY, LEFT_OUT, WITHOUT_RULE, Coverage
from docs.generators.source import functions_in

PATH: Final = "reference/articles.md"

_SOURCE: Final = "../../src"
_CITATION: Final = re.compile(
    r"(?:Articles? (?P<article>\d+)(?![\d(])|(?P<paragraph>\d+\(\d+\)(?:\([a-n]\))?))"
    r"(?:-\((?P<last>\d+)\))?"
)

_INTRODUCTION: Final = """\
What the engine makes of each paragraph, found in the code: the link is to the module, the name is
the function. Tests and [interpretations](../interpretations/README.md) cite paragraphs alike.
"""

_KEY: Final = """\
| | |
|---|---|
| modelled | a rule derives dated obligations from it, or it decides a date, a status or what the \
log accepts |
| standing duty | a rule derives an obligation without a date, as long as the state is bound |
| not a state's duty | it asks something of somebody else, allows something, or arranges something |
| definition | it says what a word means |
| not modelled | it could concern a state, and the engine derives nothing from it yet |
"""


@attrs.frozen
class Applied:
    """What applies a paragraph: rules that yield its obligations, and other functions."""

    rules: tuple[Callable[..., Any], ...]
    others: tuple[Callable[..., Any], ...]


def page() -> str:
    """Return the page in Markdown."""
    rows = {paragraph: _row(paragraph) for paragraph in every_paragraph()}
    counted = Counter(coverage for coverage, _ in rows.values())
    counts = ", ".join(f"{counted[each]} {each.value}" for each in Coverage)
    parts = [_INTRODUCTION, _KEY, f"{len(rows)} paragraphs: {counts}."]
    for article, title in ARTICLE_TITLES.items():
        parts.append(f"## Article {article}: {title}")
        of_article = [(str(each), each) for each in rows if each.article == article]
        lines = ((name, rows[each][0].value, rows[each][1]) for name, each in of_article)
        parts.append(table(("Paragraph", "", "By what, or why not"), lines))
    return document("Coverage of the Convention", *parts)


def _row(paragraph: Provision) -> tuple[Coverage, str]:
    applied = applications().get(paragraph)
    if applied is None:
        return WITHOUT_RULE[paragraph]
    if paragraph in WITHOUT_RULE:
        message = f"{paragraph} is applied by {applied} and listed as without rule"
        raise AssertionError(message)
    said = [_rule(rule, paragraph) for rule in applied.rules]
    if applied.others:
        also = ", ".join(map(_link, applied.others))
        said.append(f"{'Also in' if said else 'In'} {also}.")
    if paragraph in LEFT_OUT:
        said.append(f"Not covered: {LEFT_OUT[paragraph]}.")
    return coverage_of(applied), "<br>".join(said)


def coverage_of(applied: Applied) -> Coverage:
    """Return what an applied paragraph is: a standing duty if its rules yield only those."""
    standing = [_makes_standing_duties(rule) for rule in applied.rules]
    return Coverage.STANDING if standing and all(standing) else Coverage.MODELLED


def _makes_standing_duties(rule: Callable[..., Any]) -> bool:
    return "standing_duty" in _names(_code(rule))


def _rule(rule: Callable[..., Any], paragraph: Provision) -> str:
    points = sorted({each.point for each in named_by(rule) if each.point})
    where = f", point {', '.join(f'({each})' for each in points)}" if points else ""
    duty = dict(DUTIES).get(paragraph)
    words = paragraphs_of(rule)[0] if duty is None else f"{duty[:1].upper()}{duty[1:]}."
    return f"{_link(rule)}{where}: {words}"


def _link(function: Callable[..., Any]) -> str:
    path = PurePosixPath(*function.__module__.split(".")).with_suffix(".py")
    return f"[`{function.__name__}`]({_SOURCE}/{path})"


def rules() -> tuple[Rule, ...]:
    """Return every rule that yields obligations."""
    return (*STATE_RULES, *CONVENTION_RULES)


def applications() -> Mapping[Provision, Applied]:
    """Return, for each paragraph something applies, what does."""
    yielding: dict[Provision, list[Callable[..., Any]]] = {}
    for rule in rules():
        for paragraph in dict.fromkeys(map(_paragraph, named_by(rule))):
            yielding.setdefault(paragraph, []).append(rule)
    using: dict[Provision, list[Callable[..., Any]]] = {
        paragraph: list(functions) for paragraph, functions in APPLIED_BY.items()
    }
    for function in functions_in(articles, admission):
        for paragraph in dict.fromkeys(map(_paragraph, _applied_by(function))):
            using.setdefault(paragraph, []).append(function)
    known = set(every_paragraph()) & {*yielding, *using}
    found = {each: _applied(yielding.get(each, []), using.get(each, [])) for each in known}
    return {each: applied for each, applied in found.items() if not _mentioned(each, applied)}


def _mentioned(paragraph: Provision, applied: Applied) -> bool:
    """Tell whether private functions alone name a paragraph that is explained: for its coverage."""
    private = all(each.__name__.startswith("_") for each in (*applied.rules, *applied.others))
    return private and paragraph in WITHOUT_RULE


def _applied(yielding: list[Callable[..., Any]], using: list[Callable[..., Any]]) -> Applied:
    others = [each for each in dict.fromkeys(using) if each not in yielding]
    public = [each for each in others if not each.__name__.startswith("_")]
    shown = public or ([] if yielding else others)  # a private one only where nothing else is
    return Applied(tuple(yielding), tuple(shown))


def _paragraph(provision: Provision) -> Provision:
    return Provision(provision.article, provision.paragraph)


def _applied_by(function: Callable[..., Any]) -> Iterator[Provision]:
    yield from named_by(function)
    said = paragraphs_of(function)
    in_articles = function.__module__.startswith(articles.__name__)
    for text in said[:1] if in_articles else said:  # further on, articles compare with others
        yield from cited_in(text)


def named_by(function: Callable[..., Any]) -> Iterator[Provision]:
    """Yield the provisions a function names by constants of its module."""
    for name in _names(_code(function)):
        yield from _provisions(cast("FunctionType", function).__globals__.get(name))


def _code(function: Callable[..., Any]) -> CodeType:
    return cast("FunctionType", function).__code__


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _provisions(value: object) -> Iterator[Provision]:
    """Yield the provisions a constant is or holds."""
    if isinstance(value, Provision):
        yield value
    elif isinstance(value, Mapping):
        for each in cast("Mapping[object, object]", value).values():
            yield from _provisions(each)
    elif isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from _provisions(each)


def cited_in(text: str) -> Iterator[Provision]:
    """Yield the provisions a sentence cites: "Article 15", "3(3), 4(5)", "4(5)-(8)"."""
    for match in _CITATION.finditer(text):
        first = Provision.parse(match["article"] or match["paragraph"])
        yield first
        for number in range(first.paragraph + 1, int(match["last"] or 0) + 1):
            yield Provision(first.article, number)
