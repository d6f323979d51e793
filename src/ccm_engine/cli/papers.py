"""Reviews and reports: one document in several forms, to standard output or to a new file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

import attrs
import click

from ccm_engine.cli.answering import Answer, reply, say_where
from ccm_engine.cli.asking import Asked
from ccm_engine.cli.page import Block, Line, Tone
from ccm_engine.errors import InvalidValueError
from ccm_engine.projections.review import Review
from ccm_engine.register import Register

FORMATS: Final = ("markdown", "html")

with_format = click.option(
    "--format", "kind", type=click.Choice(FORMATS), help="How to write it.  [default: markdown]"
)
with_output = click.option(
    "--output", metavar="FILE", help="A new file to write it to.  [default: standard output]"
)


@attrs.frozen
class Form:
    """How a review is to be written, and to which file; `None` where nothing is said."""

    kind: str | None
    output: str | None

    def check(self, asked: Asked) -> None:
        """Refuse a form that cannot be, before anything is computed."""
        for option, value in (("--format", self.kind), ("--output", self.output)):
            if asked.json and value is not None:
                obstacle = f"{option} says nothing to --json, which prints one document"
                remedy = f"leave {option} out, or --json"
                raise InvalidValueError("write a review", obstacle, remedy)
        if self.output is not None:
            from ccm_engine.cli.evidence_files import file_to_write

            file_to_write(self.output, "a review")


@attrs.frozen
class Made:
    """A review with its title and the register at the end of its period."""

    title: str
    review: Review
    register: Register


def hand_over(asked: Asked, form: Form, made: Made) -> None:
    """Print a review, write it to its file, or print it as one JSON document."""
    if asked.json:
        reply(asked, made.register, Answer(partial(_document, made), lambda: ()))
    elif form.output is None:
        say_where(asked)
        click.echo(_written(made, form), nl=False)
    else:
        from ccm_engine.cli.evidence_files import file_to_write
        from ccm_engine.storage.whole_file import new_file

        path = file_to_write(form.output, "a review")
        with new_file(path, f"write the review {form.output}") as stream:
            stream.write(_written(made, form))
        reply(asked, made.register, Answer(dict, partial(_page, made, form.output)))


def _document(made: Made) -> dict[str, object]:
    from ccm_engine.exporters.review.document import review_document

    return review_document(made.title, made.review, made.register)


def _written(made: Made, form: Form) -> bytes:
    """Write the whole document, in UTF-8 whatever the locale."""
    from ccm_engine.exporters.review.html import html
    from ccm_engine.exporters.review.markdown import markdown
    from ccm_engine.exporters.review.paper import paper

    write = html if form.kind == "html" else markdown
    return write(paper(made.title, made.review, made.register)).encode()


def _page(made: Made, name: str) -> Iterator[Block]:
    review = made.review
    numbers = len(list(review.figures()))
    yield Line(f"wrote {name}: {numbers:,} numbers, {len(review.chapters)} themes", Tone.HEADING)
    yield Line(made.title)
    yield Line(f"after {review.since} and by {review.until}")
