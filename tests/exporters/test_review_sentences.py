"""Sentences of a rapporteur, and tables by year and by group."""

from __future__ import annotations

from datetime import date

import pytest

from ccm_engine import PartialDate
from ccm_engine.domain.states import ALL_STATES
from ccm_engine.exporters.review.grids import pieces
from ccm_engine.exporters.review.parts import Grid, Said
from ccm_engine.exporters.review.sentences import (
    as_known,
    by_name,
    in_a_row,
    long_day,
    sentence,
    short,
)
from ccm_engine.projections.counting import (
    Figure,
    Share,
)
from tests.exporters.counted import (
    UNTIL,
    count,
    share,
    stated,
    total,
)


class TestSentences:
    @pytest.mark.parametrize(
        ("figure", "said"),
        [
            (count(), "No State Party has declared stocks."),
            (count("BGR"), "One State Party has declared stocks: Bulgaria."),
            (
                count("BGR PER ZAF"),
                "Three States Parties have declared stocks: Bulgaria, Peru and South Africa.",
            ),
            (
                count("BGR", "GIN CPV"),
                (
                    "At least one State Party has declared stocks: Bulgaria. "
                    "For Cabo Verde and Guinea the record cannot tell."
                ),
            ),
            (
                count("", "GIN"),
                (
                    "It is not known whether any State Party has declared stocks. "
                    "For Guinea the record cannot tell."
                ),
            ),
        ],
    )
    def test_states_are_counted_in_words_and_named(self, figure: Figure, said: str) -> None:
        assert sentence(figure, UNTIL) == said

    def test_up_to_twelve_in_words_then_in_figures(self) -> None:
        codes = sorted(map(str, ALL_STATES))
        twelve, thirteen = " ".join(codes[:12]), " ".join(codes[:13])
        assert sentence(count(twelve), UNTIL).startswith("Twelve States Parties have declared")
        assert sentence(count(thirteen), UNTIL).startswith("13 States Parties have declared")
        assert sentence(count(" ".join(codes[:11]), "ZWE"), UNTIL).startswith(
            "At least eleven States Parties"
        )

    def test_long_lists_stand_in_the_note_alone(self) -> None:
        codes = sorted(map(str, ALL_STATES))
        named, many = " ".join(codes[:40]), " ".join(codes[:41])
        assert sentence(count(named), UNTIL).startswith("40 States Parties have declared stocks: A")
        assert sentence(count(many), UNTIL) == "41 States Parties have declared stocks."
        assert sentence(count(many, "ZMB ZWE"), UNTIL) == (
            "At least 41 States Parties have declared stocks. "
            "For Zambia and Zimbabwe the record cannot tell."
        )
        doubted = " ".join(codes[1:14])
        assert sentence(count(codes[0], doubted), UNTIL).endswith(
            " For 13 more the record cannot tell."
        )
        assert sentence(count("", doubted), UNTIL).endswith(
            " For 13 States the record cannot tell."
        )

    def test_a_state_has_the_name_of_the_day(self) -> None:
        assert "Swaziland." in sentence(count("SWZ"), date(2015, 9, 11))
        assert "Eswatini." in sentence(count("SWZ"), UNTIL)

    def test_names_are_in_order_whatever_their_accents(self) -> None:
        named = [name for name, _ in by_name(["HRV", "CIV", "CUB", "CRI", "COK", "AUT"], UNTIL)]
        assert named == [
            *("Austria", "Cook Islands", "Costa Rica"),
            *("Côte d'Ivoire", "Croatia", "Cuba"),
        ]

    @pytest.mark.parametrize(
        ("figure", "said"),
        [
            (total(), "It is not known how many cluster munitions were destroyed."),
            (total(PER=0), "No cluster munition was destroyed."),
            (total(PER=1), "One cluster munition was destroyed."),
            (total(PER=1_000, BGR=234), "1,234 cluster munitions were destroyed."),
            (
                total(PER=1_000, BGR=None),
                (
                    "At least 1,000 cluster munitions were destroyed. "
                    "For Bulgaria the record cannot tell."
                ),
            ),
            (
                total(PER=1, BGR=None),
                "At least one cluster munition was destroyed. For Bulgaria the record cannot tell.",
            ),
            (
                total(PER=0, BGR=None),
                (
                    "It is not known how many cluster munitions were destroyed. "
                    "For Bulgaria the record cannot tell."
                ),
            ),
            (
                total(PER=None, BGR=None),
                (
                    "It is not known how many cluster munitions were destroyed. "
                    "For Bulgaria and Peru the record cannot tell."
                ),
            ),
            (stated(None), "It is not known how many cluster munitions were destroyed."),
            (stated(0), "No cluster munition was destroyed."),
            (stated(1), "One cluster munition was destroyed."),
            (stated(9), "Nine cluster munitions were destroyed."),
        ],
    )
    def test_amounts_are_none_some_at_least_some_or_not_known(
        self, figure: Figure, said: str
    ) -> None:
        assert sentence(figure, UNTIL) == said

    @pytest.mark.parametrize(
        ("figure", "said", "cell"),
        [
            (
                share(count("BGR PER"), count("BGR PER ZAF")),
                "67 per cent (2 of 3) of the initial reports due were submitted.",
                "67 per cent",
            ),
            (
                share(count("BGR", "PER"), count("BGR PER ZAF")),
                "At least 33 per cent (1 of 3) of the initial reports due were submitted.",
                "at least 33 per cent",
            ),
            (
                share(count("BGR"), count("BGR PER", "GIN")),
                "Of those known, 50 per cent (1 of 2) of the initial reports due were submitted.",
                "of those known, 50 per cent",
            ),
            (
                share(count(), count()),
                (
                    "No share can be given of an empty whole: "
                    "… per cent of the initial reports due were submitted."
                ),
                "no share",
            ),
        ],
    )
    def test_a_share_is_a_lower_bound_only_of_a_whole_that_is_known(
        self, figure: Share, said: str, cell: str
    ) -> None:
        assert sentence(figure, UNTIL) == said
        assert short(figure) == cell

    @pytest.mark.parametrize(
        ("figure", "cell"),
        [
            (count(), "0"),
            (count("BGR"), "1"),
            (count("BGR", "PER"), "at least 1"),
            (count("", "PER"), "not known"),
            (total(PER=1_000), "1,000"),
            (total(PER=0), "0"),
            (total(PER=0, BGR=None), "not known"),
            (total(PER=5, BGR=None), "at least 5"),
            (total(), "not known"),
            (stated(None), "not known"),
            (stated(0), "0"),
        ],
    )
    def test_cells_tell_none_from_unknown(self, figure: Figure, cell: str) -> None:
        assert short(figure) == cell

    def test_days_are_written_out_as_far_as_they_are_known(self) -> None:
        assert long_day(UNTIL) == "28 September 2020"
        known = {
            "2020-09-28": "28 September 2020",
            "2011-01": "January 2011",
            "2015": "2015",
            "../2009-12-31": "by 31 December 2009",
            "2013-05-02/2013-05-09": "between 2 May 2013 and 9 May 2013",
        }
        assert {text: as_known(PartialDate.parse(text)) for text in known} == known

    def test_names_in_a_row(self) -> None:
        assert [in_a_row("ABC"[:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]


class TestTables:
    def figures(self, *keys: str) -> list[Figure]:
        return [count("BGR", key=key) for key in keys]

    def test_figures_by_year_in_a_row_make_one_table(self) -> None:
        found = list(
            pieces(self.figures("t.a", "t.b.2016", "t.c_due.2016", "t.b.2015", "t.d"), UNTIL)
        )
        first, table, last = found
        assert isinstance(first, Said)
        assert isinstance(last, Said)
        assert table == Grid(
            "By year",
            ("Year", "B", "C due"),
            (
                ("2015", (Said("1", "t.b.2015"), None)),
                ("2016", (Said("1", "t.b.2016"), Said("1", "t.c_due.2016"))),
            ),
        )

    def test_groups_are_named_and_in_their_order(self) -> None:
        groups = ("NONE", "WESTERN_EUROPE_OTHERS", "AFRICA")
        keys = [f"t.joined_by.{each}" for each in groups]
        (table,) = pieces(self.figures(*keys), UNTIL)
        assert isinstance(table, Grid)
        assert table.columns == ("Regional group", "Joined")
        assert [name for name, _ in table.rows] == [
            *("Africa", "Western Europe and other States", "No regional group")
        ]

    def test_a_table_is_no_wider_than_a_page(self) -> None:
        keys = [f"t.k{column}.{year}" for year in (2015, 2016) for column in range(7)]
        tables = list(pieces(self.figures(*keys), UNTIL))
        assert [len(each.columns) for each in tables if isinstance(each, Grid)] == [6, 3]

    def test_a_figure_alone_is_a_sentence(self) -> None:
        (said,) = pieces(self.figures("t.a.2015"), UNTIL)
        assert isinstance(said, Said)

    def test_a_year_in_the_name_of_a_figure_makes_no_table(self) -> None:
        found = list(pieces(self.figures("t.2015", "t.2016", "t.a.12345", "t.a.201"), UNTIL))
        assert all(isinstance(each, Said) for each in found)
