"""`ccm review` and `ccm report`: a document on standard output or in a new file, or refused."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ccm_engine import Engine
from ccm_engine.errors import InvalidValueError
from ccm_engine.exporters.review.periods import period_of
from tests.cli.calling import answered, ccm, process, refused
from tests.exporters.pages import Page, Prose
from tests.exporters.review_shapes import REVIEW
from tests.exporters.shapes import ENVELOPE, mismatches
from tests.histories import called, engine_with, held

PERIOD = ("--from", "2015-09-11", "--to", "2020-09-28")


@cache
def printed(*args: str) -> str:
    result = ccm(*args)
    assert result.exit_code == 0, result.output
    return result.stdout


class TestReview:
    def test_is_markdown_on_standard_output_and_nothing_else(self) -> None:
        text = printed("review", *PERIOD)
        assert text.startswith(
            "# Review of the Convention on Cluster Munitions, 2015 to 2020\n\n"
            "What happened after 11 September 2015 and by 28 September 2020, and where things "
            "stand on that day.\n\nComputed from the packaged public record up to position "
        )
        assert text.endswith(".\n")
        assert "Côte d'Ivoire" in text
        assert Prose(text).unexpected == []
        assert printed("review", *PERIOD, "--format", "markdown") == text

    def test_is_a_page_of_html_if_asked(self) -> None:
        text = printed("review", *PERIOD, "--format", "html")
        assert text.startswith("<!DOCTYPE html>\n")
        assert text.endswith("</html>\n")
        assert Page.of(text).complaints == []

    def test_is_one_document_with_json(self) -> None:
        document = answered("review", *PERIOD)
        assert list(mismatches(document, {**ENVELOPE, **REVIEW})) == []
        assert document["as_of"] == document["to"] == "2020-09-28"
        assert document["from"] == "2015-09-11"
        figures = {
            each["key"]: each
            for theme in document["themes"]
            for each in (*theme["progress"], *theme["position"])
        }
        assert figures["universalization.joined"]["value"] == 14
        for state, events in figures["universalization.joined"]["states"].items():
            assert document["states"][state]
            for event in events:
                assert document["events"][event]["event"]["citations"]

    def test_runs_to_the_day_asked_without_an_end(self) -> None:
        since = ("review", "--from", "2015-09-11", "--as-of", "2020-09-28")
        assert printed(*since) == printed("review", *PERIOD)

    def test_of_one_year_names_one(self) -> None:
        text = printed("review", "--from", "2019-09-04", "--to", "2019-12-31")
        assert text.startswith("# Review of the Convention on Cluster Munitions, 2019\n")

    @pytest.mark.parametrize("form", ["markdown", "html"])
    def test_writes_a_new_file_and_says_so(self, form: str, tmp_path: Path) -> None:
        path = tmp_path / "review"
        page = printed("review", *PERIOD, "--format", form, "--output", str(path))
        assert path.read_text(encoding="utf-8") == printed("review", *PERIOD, "--format", form)
        first, second, third, *_ = page.splitlines()
        assert first.startswith(f"wrote {path}: ")
        assert first.endswith(" numbers, 10 themes")
        assert second == "Review of the Convention on Cluster Munitions, 2015 to 2020"
        assert third == "after 2015-09-11 and by 2020-09-28"

    def test_never_writes_over_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "review.md"
        path.write_text("mine", encoding="utf-8")
        said = ccm("review", *PERIOD, "--output", str(path))
        assert (said.exit_code, said.stdout) == (2, "")
        assert f"write the review {path}: there is something already" in said.stderr
        assert path.read_text(encoding="utf-8") == "mine"
        assert [each.name for each in tmp_path.iterdir()] == ["review.md"]

    @pytest.mark.parametrize("name", ["-", "", "a folder/"])
    def test_a_name_of_no_file_is_refused(self, name: str) -> None:
        assert "it names no file" in refused("review", *PERIOD, "--output", name)

    @pytest.mark.parametrize("option", [("--format", "html"), ("--output", "x.md")])
    def test_json_has_a_form_of_its_own(self, option: tuple[str, str]) -> None:
        assert f"{option[0]} says nothing to --json" in refused(
            "review", *PERIOD, "--json", *option
        )

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ((), "missing option '--from'"),
            (("--from", "2020-02-30"), "read --from: '2020-02-30' does not exist"),
            (("--from", "2008-05-29"), "read --from: 2008-05-29 is before the Convention"),
            (("--from", "2020-01-01", "--to", "28.9.2020"), "read --to: '28.9.2020' is not"),
            (
                ("--from", "2020-01-02", "--to", "2020-01-01"),
                "the period ends before it begins; give the earlier day first",
            ),
            (
                ("--from", "2020-01-01", "--to", "2020-01-01"),
                "the period ends before it begins; give the earlier day first",
            ),
            (("--from", "2020-01-01", "--to", "2099-01-01"), "the log knows nothing later than"),
            (("--from", "2020-01-01", "--format", "pdf"), "'pdf' is not one of"),
        ],
    )
    def test_what_is_no_period_is_refused_in_one_line(
        self, options: tuple[str, ...], said: str
    ) -> None:
        assert said in refused("review", *options)

    def test_both_ends_are_told_from_what_was_known_published_and_read(self) -> None:
        asked = ("--known-at", "1000", "--published-by", "2019-01-01")
        document = answered("review", *PERIOD, *asked, "--reading", "nine_months=enforce")
        assert document["log"]["position"] == 1_000
        assert document["published_by"] == "2019-01-01"
        text = printed("review", *PERIOD, *asked, "--reading", "nine_months=enforce")
        assert " up to position 1,000 (root " in text
        assert "Only sources that had appeared by 1 January 2019 were asked: " in text
        assert r"It reads the Convention otherwise than practice does: nine\_months = " in text

    def test_an_empty_log_has_a_review(self, tmp_path: Path) -> None:
        path = str(tmp_path / "log.sqlite")
        with Engine.open(path, create=True):
            pass
        text = printed("review", *PERIOD, "--log", path)
        assert "The log holds no event" in text
        assert "No State joined the Convention." in text
        assert "There are none." in text

    @pytest.mark.parametrize("form", ["markdown", "html"])
    def test_is_the_same_bytes_whatever_the_process(self, form: str) -> None:
        asked = ("review", *PERIOD, "--format", form)
        runs = [
            process(*asked, PYTHONHASHSEED=seed, LC_ALL=locale)
            for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
        ]
        assert [each.returncode for each in runs] == [0, 0]
        assert runs[0].stdout == runs[1].stdout == printed(*asked).encode()


class TestReport:
    def test_covers_what_lies_between_two_meetings_that_decide(self) -> None:
        text = printed("report", "--meeting", "12MSP")
        assert text.startswith(
            "# Progress report to the Twelfth Meeting of States Parties (12MSP)\n\n"
            "What happened after 14 September 2023 and by 9 September 2024, "
        )

    def test_is_compiled_to_the_day_asked_if_that_is_earlier(self) -> None:
        document = answered("report", "--meeting", "2RC", "--as-of", "2020-09-28")
        assert (document["from"], document["to"]) == ("2019-09-04", "2020-09-28")
        assert document["as_of"] == "2020-09-28"
        assert document["title"] == "Progress report to the Second Review Conference (2RC)"

    def test_of_the_first_meeting_begins_with_the_adoption(self) -> None:
        document = answered("report", "--meeting", "1MSP")
        assert (document["from"], document["to"]) == ("2008-05-30", "2010-11-08")

    def test_goes_to_the_eve_of_the_first_part_and_from_the_close_of_the_last(self) -> None:
        to_the_first = answered("report", "--meeting", "2RC")
        assert (to_the_first["from"], to_the_first["to"]) == ("2019-09-04", "2020-11-24")
        assert answered("report", "--meeting", "10MSP")["from"] == "2021-09-21"

    def test_is_the_review_of_its_period(self) -> None:
        report = answered("report", "--meeting", "9MSP")
        review = answered("review", "--from", report["from"], "--to", report["to"])
        assert report["themes"] == review["themes"]
        assert report["missing"] == review["missing"]

    def test_has_the_forms_of_a_review(self, tmp_path: Path) -> None:
        path = tmp_path / "report.html"
        printed("report", "--meeting", "9MSP", "--format", "html", "--output", str(path))
        page = Page.of(path.read_text(encoding="utf-8"))
        assert page.complaints == []
        assert "Progress report to the Ninth Meeting of States Parties (9MSP)" in page.text

    def test_a_meeting_never_called_is_refused_with_those_that_were(self) -> None:
        said = refused("report", "--meeting", "99MSP", "--as-of", "2014-01-01")
        assert "no such meeting was called by that day; name one of 1MSP, 2MSP, 3MSP, 4MSP" in said
        assert "IM2013" not in said

    def test_a_meeting_called_only_later_is_refused(self) -> None:
        said = refused("report", "--meeting", "9MSP", "--as-of", "2015-01-01")
        assert "no such meeting was called by that day" in said

    def test_before_any_meeting_was_called_none_can_be_named(self) -> None:
        said = refused("report", "--meeting", "1MSP", "--as-of", "2008-06-01")
        assert said.endswith("no such meeting was called by that day; ask for a later day")

    @pytest.mark.parametrize(
        ("meeting", "kind"), [("2RC-PM1", "a preparatory"), ("IM2014", "an intersessional")]
    )
    def test_a_meeting_that_decides_nothing_is_refused(self, meeting: str, kind: str) -> None:
        said = refused("report", "--meeting", meeting)
        assert f"it is {kind} meeting, and reports go to meetings that decide; name one of" in said

    def test_needs_a_meeting(self) -> None:
        assert "missing option '--meeting'" in refused("report")

    def test_a_meeting_of_another_name_is_called_by_it(self) -> None:
        register = engine_with(held("1RC"), called("6MSP", "2015-09-11")).on(date(2016, 1, 1))
        period = period_of("6MSP", register)
        assert (period.since, period.until) == (date(2015, 9, 11), date(2016, 1, 1))
        assert period.title == "Progress report to the Sixth Meeting of States Parties (6MSP)"

    def test_a_period_that_has_not_begun_is_refused(self) -> None:
        register = engine_with(called("9MSP", "2018-09-03"), held("8MSP")).on(date(2018, 9, 5))
        with pytest.raises(InvalidValueError, match="its period begins after 2018-09-05"):
            period_of("9MSP", register)


def test_json_is_the_same_document_for_the_same_question() -> None:
    first, second = (ccm("review", *PERIOD, "--known-at", "900", "--json").stdout for _ in range(2))
    assert json.loads(first) == json.loads(second)
    assert first == second
