"""`ccm assert` replays the figures that a document publishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from ccm_engine.cli.commands.assert_ import LONGEST_FILE_BYTES
from tests.cli.calling import answered, ccm, refused
from tests.exporters.published_shapes import ASSERT
from tests.exporters.shapes import ENVELOPE, mismatches

HEAD: Final = '[document]\ntitle = "a review"\npublished = "2020-10"\non = 2020-09-28\n'
CONSENTED: Final = '[[figure]]\nparagraph = "3"\nkey = "universalization.consented"\nvalue = 110\n'
IN_FORCE: Final = '[[figure]]\nparagraph = "7"\nkey = "universalization.consented"\nvalue = 108\n'
JOINED: Final = (
    '[[figure]]\nparagraph = "4"\nkey = "universalization.joined.2019"\nsince = 2015-09-11\n'
    'value = 2\nnames = ["Maldives", "Lithuania"]\n'
)
SWAZILAND: Final = (
    '[[figure]]\nparagraph = "106"\nkey = "measures.under_consideration"\non = 2015-09-11\n'
    'names = ["Eswatini"]\n'
)
REVIEW: Final = HEAD + CONSENTED + IN_FORCE + JOINED


@pytest.fixture
def review(tmp_path: Path) -> str:
    path = tmp_path / "review.toml"
    path.write_text(REVIEW, encoding="utf-8")
    return str(path)


class TestAssert:
    def test_prints_the_document_of_the_contract(self, review: str) -> None:
        document = answered("assert", review)
        assert list(mismatches(document, {**ENVELOPE, **ASSERT})) == []
        verdicts = ("reproduced", "other_basis", "contradicted", "beyond_the_record")
        assert [document[each] for each in ("count", *verdicts)] == [3, 1, 1, 1, 0]
        assert document["document"]["published"] == "2020-10"

    def test_answers_in_the_order_of_the_file(self, review: str) -> None:
        found = answered("assert", review)["figures"]
        assert [each["paragraph"] for each in found] == ["3", "7", "4"]
        consented, in_force, joined = found
        assert consented["basis"] is None
        assert in_force["basis"]["key"] == "universalization.in_force"
        assert in_force["unlike"] == ["3 says 110"]
        assert (joined["missing"], joined["extra"]) == (["LTU"], ["PHL"])

    def test_leads_every_number_to_its_states_and_events(self, review: str) -> None:
        for each in answered("assert", review)["figures"]:
            figure = each["figure"]
            assert len(figure["states"]) == figure["value"]
            assert all(figure["states"].values())

    def test_shows_people_the_difference_by_name(self, review: str) -> None:
        shown = ccm("assert", review).stdout.splitlines()
        assert shown[0] == (
            "a review: 3 figures: 1 reproduced, 1 other-basis, 1 contradicted, 0 beyond-the-record"
        )
        (joined,) = [each for each in shown if "joined.2019" in each]
        assert joined.endswith(
            "the record counts 2; the document alone names Lithuania; "
            "the record alone counts Philippines"
        )

    def test_asks_each_figure_on_its_own_day_whatever_the_legal_day(self, review: str) -> None:
        first, second = (
            answered("assert", review, "--as-of", day)["figures"]
            for day in ("2010-01-01", "2026-01-01")
        )
        assert first == second

    def test_names_states_as_they_were_called_on_that_day(self, tmp_path: Path) -> None:
        path = tmp_path / "one.toml"
        path.write_text(HEAD + SWAZILAND, encoding="utf-8")
        (found,) = answered("assert", str(path), "--as-of", "2026-01-01")["figures"]
        assert "Swaziland" in found["figure"]["sentence"]
        assert found["names"] == ["SWZ"]

    def test_asks_what_was_known_then(self, review: str) -> None:
        nothing, *_ = answered("assert", review, "--known-at", "0")["figures"]
        assert nothing["figure"]["value"] == 0
        assert nothing["verdict"] == "contradicted"

    def test_says_what_is_not_as_it_was_expected(self, tmp_path: Path) -> None:
        path = tmp_path / "one.toml"
        path.write_text(
            HEAD + CONSENTED + 'expected = "contradicted"\nwhy = "a trial"\n', encoding="utf-8"
        )
        result = ccm("assert", str(path))
        assert result.exit_code == 0
        surprise = (
            "paragraph 3, universalization.consented: expected contradicted, found reproduced"
        )
        assert surprise in result.stdout.splitlines()
        assert answered("assert", str(path))["unexpected"] == 1

    def test_reads_standard_input(self) -> None:
        result = ccm("assert", "-", "--json", stdin=REVIEW.encode())
        assert json.loads(result.stdout)["count"] == 3


BAD: Final[dict[str, tuple[bytes, str]]] = {
    "no TOML": (REVIEW.encode() + b"hello\n", "line 19: "),
    "a list of JSON": (b"[1, 2]\n", "not TOML"),
    "empty": (b"", "write it as a table under [document]"),
    "Latin-1": (
        REVIEW.replace("Maldives", "C\xf4te d'Ivoire").encode("latin-1"),
        "not TOML in UTF",
    ),
    "UTF-16": (REVIEW.encode("utf-16"), "not TOML in UTF-8"),
    "byte order mark": (b"\xef\xbb\xbf" + REVIEW.encode(), "not TOML in UTF-8"),
    "nested": (b"x = " + b"[" * 100_000, "nested too deeply"),
    "a huge number": (HEAD.encode() + b"x = 1" + b"0" * 10_000, "not TOML"),
    "too long": (REVIEW.encode() + b"#" * LONGEST_FILE_BYTES, "longer than 1 MiB"),
    "an unknown key": (
        REVIEW.replace("universalization.joined.2019", "universalization.joint").encode(),
        "paragraph 4: there is no figure 'universalization.joint' on 2020-09-28; did you mean",
    ),
    "an unknown theme": (
        REVIEW.replace("universalization.joined.2019", "moon.landings").encode(),
        "keys begin with one of: universalization, ",
    ),
    "a key of a period": (
        REVIEW.replace("since = 2015-09-11\n", "").encode(),
        "is a figure of a period, and nobody says since when",
    ),
    "an unknown state": (REVIEW.replace("Maldives", "Maldive").encode(), "paragraph 4: 'Maldive'"),
    "a day before the Convention": (
        (HEAD + CONSENTED + "on = 2008-05-29\n").encode(),
        "paragraph 3: 2008-05-29 is before",
    ),
    "a day to come": (
        (HEAD + CONSENTED + "on = 2099-01-01\n").encode(),
        "paragraph 3: the log knows nothing later than",
    ),
    "a period backwards": (
        REVIEW.replace("since = 2015-09-11", "since = 2021-01-01").encode(),
        "paragraph 4: its period ends on 2020-09-28, and begins after 2021-01-01",
    ),
}


class TestBadFiles:
    @pytest.mark.parametrize("kind", BAD)
    def test_are_refused_in_one_line(self, kind: str, tmp_path: Path) -> None:
        given, said = BAD[kind]
        path = tmp_path / "bad.toml"
        path.write_bytes(given)
        for how, stdin in ((str(path), None), ("-", given)):
            assert said in refused("assert", how, stdin=stdin, status=2)

    @pytest.mark.parametrize("name", ["", "missing.toml", "."])
    def test_that_cannot_be_opened_are_refused(self, name: str) -> None:
        assert "read published figures from" in refused("assert", name)
