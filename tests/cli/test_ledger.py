"""`ccm ledger`: rows, totals and grids as people read them, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from ccm_engine.cli.ledgers.columns import LAYOUTS, value_at
from ccm_engine.cli.ledgers.totals import counts
from ccm_engine.cli.ledgers.words import in_words
from ccm_engine.domain.events import (
    AmendmentProposed,
    CoverageStated,
    LandReleased,
    StockpileAbsenceDeclared,
    StockpileDeclared,
    StockpileDestroyed,
)
from ccm_engine.domain.states import RegionalGroup
from ccm_engine.engine import Engine
from ccm_engine.exporters.ledgers.reading import LEDGERS, read_ledger
from ccm_engine.projections.amounts import Amount
from ccm_engine.projections.certainty import Certainty
from tests.cli.calling import REVIEW, answered, ccm, process, refused
from tests.exporters.ledger_shapes import ledger_shape
from tests.exporters.shapes import ENVELOPE, mismatches
from tests.histories import deposits_to_thirty, happened

ON_THE_DAY: Final = ("--as-of", REVIEW)
AT_LEAST: Final = ("at", "least")


def shown(*args: str, day: str = REVIEW) -> list[str]:
    result = ccm("ledger", *args, "--as-of", day)
    assert result.exit_code == 0, result.output
    return result.stdout.partition("\n\non ")[0].splitlines()


def line(lines: list[str], begins: str) -> str:
    (found,) = [each for each in lines if each.startswith(begins)]
    return found


class TestWords:
    """Unknown, none and zero; yes, no and not known."""

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (Amount.unknown(), "not known"),
            (Amount.none(), "none"),
            (Amount.known(0, ()), "0"),
            (Amount.known(1234, ()), "1,234"),
            (Amount.at_least(1234, ()), "at least 1,234"),
            (Certainty.YES, "yes"),
            (Certainty.NO, "no"),
            (Certainty.UNKNOWN, "not known"),
            (None, "not known"),
            (2019, "2019"),
            (("IRL", "NOR"), "IRL; NOR"),
            (RegionalGroup.NONE, "no group"),
        ],
    )
    def test_each_value_has_its_own(self, value: object, words: str) -> None:
        assert in_words(value) == words

    def test_counts_beside_unknown_ones_are_lower_bounds_and_zero_is_left_out(self) -> None:
        assert counts({"yes": 3, "no": 0, "unknown": 0}) == "yes (3), no (0)"
        assert counts({"yes": 3, "no": 0, "unknown": 2}) == "yes (at least 3), not known (2)"
        assert counts({"pending": 1, "undetermined": 1}) == "pending (at least 1), not known (1)"
        assert counts({}) == "none"


@pytest.mark.parametrize("name", LEDGERS)
class TestEveryLedger:
    @pytest.mark.parametrize("day", ["2008-06-01", REVIEW, "2026-10-01"])
    def test_has_a_page_and_a_document(self, name: str, day: str) -> None:
        document = answered("ledger", name, "--as-of", day)
        assert list(mismatches(document, {**ENVELOPE, **ledger_shape(name)})) == []
        rows = "1 row" if document["count"] == 1 else f"{document['count']:,} rows"
        heading, *_ = shown(name, day=day)
        assert heading == f"{LAYOUTS[name].title}, on {day}: {rows}"

    def test_every_column_is_a_value_of_the_rows(self, name: str) -> None:
        register = Engine.public_record().on(date.fromisoformat(REVIEW))
        for row in read_ledger(register, name).rows:
            for column in LAYOUTS[name].columns:
                value_at(row, column.key)


class TestTheReviewOf2020:
    """What a person sees of CCM/CONF/2020/13, and of what it does not tell."""

    def test_stockpiles(self) -> None:
        lines = shown("stockpiles")
        assert line(lines, "Bulgaria (BGR)").split() == [
            *("Bulgaria", "(BGR)", "held", "yes", "2020-10-01", "6,905", "190,919"),
            *("not", "known", "not", "known"),
        ]
        assert line(lines, "Ireland (IRL)").split()[2:3] == ["none"]
        assert line(lines, "  stock:") == (
            "  stock: held (at least 4), destroyed (at least 32), none (at least 65), not known (9)"
        )
        assert line(lines, "  declared, munitions: at least ")
        assert line(lines, "  left, munitions:") == "  left, munitions: not known"

    def test_units_stand_over_the_columns(self) -> None:
        heads = shown("clearance")[2]
        assert "Left, confirmed m2" in heads
        assert "Cleared m2" in heads
        assert "Days late" in shown("initial-reports")[1]

    def test_reports_have_rates_by_year_and_by_group(self) -> None:
        lines = shown("initial-reports")
        assert line(lines, "  of 107") == (
            "  of 107 whose day has passed, 100 made (93 %), at least 41 on time (38 %), "
            "0 by the initial report"
        )
        assert line(lines, "  days late: median 289.5, trimmed mean 553.9, of 42 late")
        assert line(lines, "2012 ").split()[:4] == ["2012", "17", "17", "100"]
        assert line(lines, "Western Europe and others ").split()[4:6] == ["24", "24"]
        assert "not due yet" in line(lines, "Saint Lucia (LCA)")
        assert line(lines, "Belize (BLZ)").split()[-4:] == ["no", "796", "to", "825"]

    def test_grace_and_trim_are_named_where_they_are_not_the_usual(self) -> None:
        lines = shown("initial-reports", "--grace-days", "30", "--trim-per-cent", "0")
        assert lines[1] == "with --grace-days 30, --trim-per-cent 0"
        assert "at least 41 on time" not in line(lines, "  of 107")

    def test_annual_reports_of_a_year(self) -> None:
        lines = shown("annual-reports", "--year", "2019")
        assert lines[:2] == ["Annual reports, 7(2), on 2020-09-28: 106 rows", "with --year 2019"]
        assert line(lines, "  of 106").endswith("the record cannot tell for 89")

    def test_measures_and_what_documents_count_without_names(self) -> None:
        lines = shown("measures")
        assert line(lines, "  specific law:") == "  specific law: 31"
        assert line(lines, "  existing law") == (
            "  existing law sufficient: at least 30; the record cannot tell for 1"
        )
        assert line(lines, "  administrative measures of all states").endswith(": 53")
        assert line(shown("measures", day="2026-10-01"), "Benin (BEN)").endswith("none reported")

    def test_cooperation_tells_named_states_from_numbers(self) -> None:
        lines = shown("cooperation")
        assert "  provided by name: none found; the record cannot tell for 110" in lines
        assert line(lines, "2019 ").split() == ["2019", "15", "21", "10"]
        assert "coalition formed" in [each[30:46] for each in lines if "Montenegro" in each]

    def test_extensions(self) -> None:
        lines = shown("extensions", "--state", "Bulgaria")
        assert [each.split()[3] for each in lines if each.startswith("BGR/3.2")] == [
            "granted",
            "awaiting",
        ]
        later = shown("extensions", day="2026-10-01")
        assert any(each.endswith("123 to 150") for each in later)
        assert any(each.startswith("PER/3.2") and each.endswith("not known") for each in later)

    def test_who_joined_in_a_period(self) -> None:
        lines = shown("joined", "--from", "2015-09-11", "--to", "2020-09-28")
        assert lines[1] == "with --from 2015-09-11, --to 2020-09-28"
        assert line(lines, "Niue (NIU)").split()[2:6] == ["no", "group", "accession", "not"]
        assert line(lines, "  joined: yes (")

    def test_a_ledger_without_rows_says_what_that_means(self) -> None:
        assert shown("amendments") == [
            "Amendments, 13, on 2020-09-28: 0 rows",
            "only what is on record as proposed has a row",
        ]
        assert shown("victims", "--state", "DEU")[2].startswith("a State Party without a row")


class TestCoverage:
    def test_a_subject_is_a_grid_of_signs(self) -> None:
        lines = shown("coverage", "--subject", "reports", "--from", "2014")
        assert lines[2].startswith("+ found; - nothing found, though sources reach; ? sources do")
        assert lines[3].split() == ["State", "14", "15", "16", "17", "18", "19", "20"]
        assert line(lines, "ZAF").split()[1:] == [".", ".", "+", "-", "-", "-", "-"]
        assert line(lines, "LCA").split()[1:] == ["."] * 7
        assert line(lines, "2019 ").split() == ["2019", *AT_LEAST, "14", *AT_LEAST, "3", "89"]

    def test_all_subjects_are_counted_by_year(self) -> None:
        lines = shown("coverage", "--to", "2019")
        assert line(lines, "2019 ").split()[1:] == [
            *("4/0/102", "4/15/87", "0/0/106", "1/0/105", "0/0/106", "14/3/89", "6/80/20"),
        ]

    def test_a_state_is_a_grid_of_subjects(self) -> None:
        lines = shown("coverage", "--state", "Germany", "--from", "2018", "--to", "2019")
        assert line(lines, "reports ").split() == ["reports", "+", "+"]
        assert line(lines, "retention ").split() == ["retention", "-", "-"]
        assert "States by year" not in lines

    @pytest.mark.parametrize("more", [(), ("--subject", "measures")])
    def test_fits_a_narrow_terminal_today(self, more: tuple[str, ...]) -> None:
        wide = process("ledger", "coverage", *more, "--as-of=2026-10-01", NO_COLOR="1")
        narrow = process(
            *("ledger", "coverage", *more, "--as-of=2026-10-01"),
            FORCE_COLOR="1",
            NO_COLOR="1",
            COLUMNS="80",
        )
        table = [row.rstrip() for row in wide.stdout.decode().splitlines() if row[:4].isdigit()]
        folded = [row.rstrip() for row in narrow.stdout.decode().splitlines()]
        assert len(table) == 17
        assert set(table) <= set(folded)


class TestALogOfOnesOwn:
    def test_amounts_the_public_record_lacks(self, tmp_path: Path) -> None:
        path = tmp_path / "own.db"
        proposed = happened(AmendmentProposed, "2012-01-10", proposed_by="SMR", amendment="annex")
        with Engine.open(path, create=True) as engine:
            engine.record(
                [
                    *deposits_to_thirty(),
                    happened(StockpileDeclared, "2011-01-01", "DEU", munitions=0, submunitions=0),
                    happened(StockpileDestroyed, "2012-01-01", "DEU", munitions=12_345),
                    happened(StockpileAbsenceDeclared, "2011-01-01", "IRL"),
                    happened(LandReleased, "2013-01-01", "LAO", period="2012", cleared_m2=1_000),
                    happened(
                        CoverageStated, "2014-01-01", provision="3(2)", reaches=date(2013, 12, 31)
                    ),
                    proposed,
                ]
            )
        lines = shown("stockpiles", "--log", str(path), day="2016-01-01")
        assert line(lines, "Germany").split()[5:] == ["0", "0", *AT_LEAST, "12,345", "not", "known"]
        assert line(lines, "Ireland").split()[-4:] == ["none"] * 4
        cleared = line(shown("clearance", "--log", str(path), day="2016-01-01"), "LAO/4.1a")
        assert "at least 1,000" in cleared
        amendment = line(shown("amendments", "--log", str(path), day="2016-01-01"), "annex")
        assert amendment.split() == ["annex", "proposed", "SMR", "2012-01-10", "none", "none"]


class TestRefused:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("retained --grace-days 0", "--grace-days says nothing to it; leave --grace-days out"),
            ("initial-reports --year 2015", "--year says nothing to it"),
            ("measures --trim-per-cent 10", "--trim-per-cent says nothing to it"),
            ("amendments --state DEU", "--state says nothing to it"),
            ("stockpiles --subject reports", "--subject says nothing to it"),
            ("clearance --from 2015-01-01", "--from says nothing to it"),
            ("victims --to 2015", "--to says nothing to it"),
            ("initial-reports --grace-days -1", "-1 is no number of days"),
            ("annual-reports --trim-per-cent 50", "a whole number from 0 to 49"),
            ("joined --from 2019", "'2019' is not YYYY-MM-DD"),
            ("joined --to 2020-09-29", "is after 2020-09-28, the day asked about"),
            ("coverage --from 2019-01-01", "'2019-01-01' is no year; write it as 2019"),
            ("coverage --from 2000", "nothing to tell before 2008 or after 2020"),
            ("coverage --to 2021", "nothing to tell before 2008 or after 2020"),
            ("coverage --from 2015 --to 2014", "give the earlier year first"),
            ("coverage --subject nothing", "'nothing' is not one of"),
            ("stocks", "invalid value for 'NAME'"),
            ("stockpiles --state Atlantis", "did you mean Albania (ALB)?"),
        ],
    )
    def test_in_one_line(self, typed: str, words: str) -> None:
        assert words in refused("ledger", *typed.split(), *ON_THE_DAY)

    def test_without_a_name(self) -> None:
        assert "missing argument 'NAME'" in refused("ledger")
