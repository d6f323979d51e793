"""Every choice is documented and tested, and can be made by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final, cast

import pytest

from ccm_engine.domain.interpretations import INT_RECORDS, PRACTICE, Interpretation, LateFound
from ccm_engine.errors import InvalidValueError
from tests.interpretations.readings import FIELDS, name_of

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs" / "interpretations"
HEADINGS: Final = ["Question", "Answer", "Reasons", "Alternatives", "Where it is applied"]
KINDS: Final = {name: kind for kind, name in FIELDS.items()}
VALUES: Final = {name: [each.value for each in kind] for kind, name in FIELDS.items()}
DEFAULTS: Final = PRACTICE.choices()


def _text(record: str) -> str:
    return (DOCS / f"{record}.md").read_text(encoding="utf-8")


def _sections(record: str) -> dict[str, str]:
    _, *parts = re.split(r"^## ", _text(record), flags=re.MULTILINE)
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}


def _title(record: str) -> str:
    return _text(record).splitlines()[0].removeprefix(f"# {record}: ")


def _resolve(dotted: str) -> object:
    """Find what a dotted name stands for, be it a module, a class or what it defines."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(dotted)


@pytest.mark.parametrize(("name", "record"), INT_RECORDS.items())
class TestEveryChoiceHasARecord:
    """One page for each: question, answer, reasons, alternatives, home."""

    def test_it_has_the_same_headings(self, name: str, record: str) -> None:
        assert name in DEFAULTS
        assert re.match(rf"# {record}: \w", _text(record))
        assert list(_sections(record)) == HEADINGS
        assert all(_sections(record).values())

    def test_it_names_the_field_and_its_default(self, name: str, record: str) -> None:
        answer = _sections(record)["Answer"]
        assert answer.startswith(f"`{name}`: `{DEFAULTS[name]}`, the default.")

    def test_it_lists_every_alternative_and_where_it_shows(self, name: str, record: str) -> None:
        section = _sections(record)["Alternatives"]
        listed = re.findall(r"^- `([a-z0-9-]+)`: ", section, flags=re.MULTILINE)
        assert listed == [value for value in VALUES[name] if value != DEFAULTS[name]]
        assert " ".join(section.split()).count("*Shows on:*") == len(listed)

    def test_it_fits_on_a_page(self, name: str, record: str) -> None:
        assert len(_text(record).splitlines()) <= 60, name

    def test_the_choice_itself_names_its_record(self, name: str, record: str) -> None:
        assert re.findall(r"INT-\d{4}", KINDS[name].__doc__ or "") == [record]


class TestTheListOfRecords:
    """`README.md` lists every record in the order of the fields."""

    def test_it_is_what_the_records_say(self) -> None:
        rows = [
            f"| [{record}]({record}.md) | {_title(record)} | `{name}` | `{DEFAULTS[name]}` | "
            + ", ".join(f"`{value}`" for value in VALUES[name] if value != DEFAULTS[name])
            + " |"
            for name, record in INT_RECORDS.items()
        ]
        lines = (DOCS / "README.md").read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith("| [INT-")] == rows

    def test_there_is_no_record_without_a_choice(self) -> None:
        found = sorted(path.stem for path in DOCS.glob("INT-*.md"))
        assert found == sorted(INT_RECORDS.values())


class TestTheRecordsAndTheCodeKnowEachOther:
    """What a page names exists, and what the code cites is a page."""

    @pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda path: str(path.stem))
    def test_every_name_on_a_page_is_found_in_the_code(self, page: Path) -> None:
        for dotted in re.findall(r"`(ccm_engine\.[\w.]+)`", page.read_text(encoding="utf-8")):
            _resolve(dotted)

    @pytest.mark.parametrize("record", INT_RECORDS.values())
    def test_every_record_says_where_it_is_applied(self, record: str) -> None:
        for line in _sections(record)["Where it is applied"].splitlines():
            assert re.fullmatch(r"- `ccm_engine\.[\w.]+`", line)

    def test_every_number_the_code_cites_is_a_record(self) -> None:
        cited = {
            number
            for path in (ROOT / "src").rglob("*.py")
            for number in re.findall(r"INT-\d{4}", path.read_text(encoding="utf-8"))
        }
        assert cited <= set(INT_RECORDS.values())


def _exercised() -> Iterator[str]:
    """Yield the choice of each test in this folder that `by` gives a reading."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        if path == Path(__file__):
            continue
        module = import_module(f"tests.interpretations.{path.stem}")
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__name__.startswith("Test"):
                for method in vars(kind).values():
                    yield from _readings_of(method)


def _readings_of(method: object) -> Iterator[str]:
    marks: list[pytest.Mark] = getattr(method, "pytestmark", [])
    for mark in marks:
        if mark.name == "parametrize" and mark.args[0] == "reading":
            for case in mark.args[1]:
                yield case.id


class TestEveryChoiceIsTested:
    """No default and no alternative is left without a test of its own."""

    def test_each_value_of_each_field_has_one(self) -> None:
        wanted = {name_of(choice) for kind in FIELDS for choice in kind}
        assert set(_exercised()) == wanted


class TestChoosingByName:
    """`Interpretation.choosing` takes names, and says which there are."""

    @pytest.mark.parametrize("name", DEFAULTS)
    def test_every_value_of_every_field_can_be_chosen(self, name: str) -> None:
        for value in VALUES[name]:
            assert Interpretation.choosing({name: value}).choices() == {**DEFAULTS, name: value}

    def test_nothing_chosen_is_practice(self) -> None:
        assert Interpretation.choosing({}) == PRACTICE == Interpretation()

    def test_an_unknown_name_is_refused_with_all_there_are(self) -> None:
        with pytest.raises(InvalidValueError) as refusal:
            Interpretation.choosing({"nine_weeks": "warn"})
        assert refusal.value.asked == "choose the interpretation nine_weeks=warn"
        assert all(name in refusal.value.remedy for name in DEFAULTS)

    @pytest.mark.parametrize("name", DEFAULTS)
    def test_an_unknown_value_is_refused_with_all_there_are(self, name: str) -> None:
        with pytest.raises(InvalidValueError) as refusal:
            Interpretation.choosing({name: "perhaps"})
        assert refusal.value.obstacle == f"{name} has no such value"
        assert refusal.value.remedy == f"choose {' or '.join(VALUES[name])}"

    def test_a_value_of_another_choice_is_refused(self) -> None:
        unchecked = cast("Callable[..., Interpretation]", Interpretation)
        with pytest.raises(InvalidValueError, match=r"choose NineMonths\.WARN or NineMonths\.ENF"):
            unchecked(nine_months=LateFound.NEW_REQUEST)


class TestAlternatives:
    """`alternatives` yields each reading that differs in one choice."""

    def test_from_practice_it_yields_every_other_value_once(self) -> None:
        found = [(name, other.choices()[name]) for name, other in PRACTICE.alternatives()]
        wanted = [
            (name, value)
            for name, values in VALUES.items()
            for value in values
            if value != DEFAULTS[name]
        ]
        assert sorted(found) == sorted(wanted)

    def test_each_differs_from_where_it_began_in_that_choice_alone(self) -> None:
        begun = Interpretation.choosing({"late_found": "new-request", "month_end": "roll-over"})
        for name, other in begun.alternatives():
            before, after = begun.choices(), other.choices()
            assert [each for each in before if before[each] != after[each]] == [name]

    def test_the_records_are_numbered_in_the_order_of_the_fields(self) -> None:
        assert list(INT_RECORDS) == list(DEFAULTS)
        assert list(INT_RECORDS.values()) == [f"INT-{n:04}" for n in range(1, len(DEFAULTS) + 1)]
