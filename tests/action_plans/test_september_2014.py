"""On 15 September 2014: which Vientiane commitments were overdue, and for whom.

Asked of the public record. Of plans for destruction, of focal points, data on victims, coordination
and laws for victims it holds what was reported later, or nothing, and says so: silence is no proof.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from ccm_engine import Engine, Register, Standing
from tests.cli.calling import answered

DAY: Final = date(2014, 9, 15)

INITIAL: Final = "BOL COK COM CPV DOM FJI GNB HND KNA MLI NER NRU PAN TGO TUN"
ANNUAL: Final = {
    2011: "BDI FJI GNB LSO MLI MLT MNE MWI NER PAN SLE TUN URY VCT",
    2012: "ATG BDI COK DOM FJI GNB LSO MLI MLT MWI NER NIC PAN SEN SLE SYC TUN VCT WSM",
    2013: (
        "BDI CHL COK DOM FJI GNB GRD GTM HND HUN LSO MLI MLT MWI NER NIC PAN SLE SYC TUN URY VCT"
        " WSM"
    ),
}
"""The reports missing on the day, certain by either end of the days known in part."""

LEFT_OPEN: Final = {
    "FRA/VAP.initial-report",  # submitted; no source found says when
    "GHA/VAP.annual-report/2013",  # the reports are known by their year only
    "LUX/VAP.annual-report/2013",
    "PRT/VAP.annual-report/2013",
    "SVN/VAP.annual-report/2013",
}
"""Overdue, or met in time, as days known only in part may have fallen."""

SILENT: Final = {
    *("VAP 8", "VAP 21", "VAP 22", "VAP 23", "VAP review-laws"),
    *("VAP identify-areas", "VAP clearance-plan", "VAP identify-needs"),
}
"""The actions of which the record's sources tell nothing, or nothing of that time."""


def _certain() -> set[str]:
    annual = {
        f"{state}/VAP.annual-report/{year}"
        for year, states in ANNUAL.items()
        for state in states.split()
    }
    return {f"{state}/VAP.initial-report" for state in INITIAL.split()} | annual


@pytest.fixture(scope="module")
def register() -> Register:
    return Engine.public_record().on(DAY)


class TestWhichVientianeCommitmentsWereOverdue:
    """An exact list: reports, and nothing that the record cannot know."""

    def test_what_is_overdue_for_certain(self, register: Register) -> None:
        overdue = register.commitments(plan="VAP", standing=Standing.OVERDUE)
        assert {each.id for each in overdue if each.surely_overdue} == _certain()

    def test_what_days_known_in_part_leave_open(self, register: Register) -> None:
        overdue = register.commitments(plan="VAP", standing=Standing.OVERDUE)
        assert {each.id for each in overdue if not each.surely_overdue} == LEFT_OPEN

    def test_where_the_record_is_silent_nobody_is_called_overdue(self, register: Register) -> None:
        silent = [
            each for each in register.commitments(plan="VAP") if str(each.provision) in SILENT
        ]
        assert Standing.OVERDUE not in {each.standing for each in silent}
        (albania,) = [each for each in silent if each.id == "ALB/VAP.22"]
        assert albania.standing is Standing.UNDETERMINED
        assert "tell of it only from 2020-09-28 on" in albania.grounds[-1].conclusion
        (laos,) = [each for each in silent if each.id == "LAO/VAP.identify-areas"]
        assert laos.standing is Standing.UNDETERMINED
        assert str(laos.grounds[-1].provision) == "4(2)"

    def test_every_report_overdue_is_overdue_under_article_7_too(self, register: Register) -> None:
        for name in _certain():
            treaty = name.replace("VAP.initial-report", "7.1").replace("VAP.annual-report", "7.2")
            assert register.obligation(treaty).surely_overdue, name

    def test_albania_had_a_focal_point_by_2020_and_nobody_says_since_when(
        self, register: Register
    ) -> None:
        focal_point = register.obligation("ALB/VAP.21")
        assert focal_point.standing is Standing.UNDETERMINED
        assert str(focal_point.due) == "2011-02-01"

    def test_the_command_says_the_same(self) -> None:
        asked = ("--plan", "VAP", "--standing", "overdue", "--as-of", str(DAY))
        found = answered("obligations", *asked)["obligations"]
        assert {each["id"] for each in found} == _certain() | LEFT_OPEN
        assert {each["nature"] for each in found} == {"political"}
        certain = {each["id"] for each in found if each["otherwise"] is None}
        assert certain == _certain()
