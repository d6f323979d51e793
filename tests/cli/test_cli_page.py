"""The reference page of the command line is what the commands say about themselves."""

from __future__ import annotations

from pathlib import Path
from pkgutil import resolve_name
from typing import Final

from ccm_engine.cli.program import COMMANDS
from docs.generators import cli_page

DOCS: Final = Path(__file__).parents[2] / "docs"


def test_the_page_is_not_stale() -> None:
    written = (DOCS / cli_page.PATH).read_text(encoding="utf-8")
    assert written == cli_page.page(), "run `make docs`"


def test_every_command_has_a_section_and_a_twin_in_python() -> None:
    page = cli_page.page()
    for name in COMMANDS:
        section = page.partition(f"## ccm {name}\n")[2].partition("\n## ")[0]
        twin = section.partition("In Python: `")[2].partition("`")[0]
        assert callable(resolve_name(twin)), name


def test_every_shape_has_an_example() -> None:
    shapes = (DOCS / "reference" / "json.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"## {name}\n" in shapes
