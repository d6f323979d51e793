"""What CCM/CONF/2020/13 says state by state is reproduced, or explained, line by line."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ccm_engine import Engine
from ccm_engine.domain.statements import Checked, Finding, Statement, Verdict
from ccm_engine.domain.statements.published import PublishedDocument

HERE = Path(__file__).parent
LINES = (HERE / "statements-2020.jsonl").read_text(encoding="utf-8").splitlines()
CERTAIN = {Verdict.AGREE, Verdict.PRECISION}

EXPLAINED = {
    "article5-obligation-removed COL": "nothing is on record about victims",
    "article5-obligation-removed SLE": "nothing is on record about victims",
    "extension-possible GNB": "what a state might ask for is no position",
}
"""The statements about one state that the record does not decide, and why."""

RATES: dict[str, tuple[tuple[str, str, int], ...]] = {
    "initial 2015/2020 submitted": (
        ("94", "transparency.initial_submitted_in_period", 32),
        ("94", "transparency.initial_on_time_in_period", 9),
        ("94", "transparency.initial_late_in_period", 23),
    ),
    "annual 2015 percent": (("97", "transparency.annual_rate.2015", 82),),
    "annual 2019 percent": (("97", "transparency.annual_rate.2019", 68),),
    "initial 2015-09-11 overdue": (("94", "transparency.initial_overdue", 19),),
    "initial 2015-12-31 percent": (("97", "transparency.initial_rate", 75),),
    "initial 2016-09 overdue": (("94", "transparency.initial_overdue", 22),),
    "initial 2020-09-28 submitted": (
        ("94", "transparency.initial_submitted", 100),
        ("94", "transparency.initial_due", 107),
        ("94", "transparency.initial_rate", 93),
        ("94", "transparency.initial_overdue", 7),
        ("94", "transparency.initial_not_yet_due", 3),
    ),
    # Averages over five years of rates that are themselves beyond the record: there is no figure.
    "annual 2015/2020 percent_submitted_average": (),
    # Reports of one year by the eleven states with victims: no figure counts them apart.
    "annual 2018 group": (),
}
"""The rates, and the published figures by which they are replayed."""


@cache
def checked() -> Checked:
    statements = [Statement.read(json.loads(line)) for line in LINES]
    return Engine.public_record().on(date(2020, 9, 28)).check(statements)


def findings() -> list[Finding]:
    return [each for each in checked().findings if each.statement.name != "reporting-rate"]


def test_88_statements_are_made() -> None:
    assert len(LINES) == 88


@pytest.mark.parametrize("number", range(len(findings())))
def test_a_statement_about_a_state_is_reproduced_or_explained(number: int) -> None:
    found = findings()[number]
    name = f"{found.statement.name} {found.statement.state}"
    if name in EXPLAINED:
        assert found.verdict is Verdict.UNCHECKED
        assert found.why.startswith(EXPLAINED[name])
    else:
        assert found.verdict in CERTAIN, (name, found.why)


def test_a_rate_is_replayed_as_a_published_figure_or_explained() -> None:
    document = PublishedDocument.read(
        tomllib.loads((HERE / "review-2020.toml").read_text(encoding="utf-8"))
    )
    entered = {(each.paragraph, each.key, each.stated) for each in document.figures}
    stated = [json.loads(line) for line in LINES if '"reporting-rate"' in line]
    assert len(stated) == len(RATES) == 9
    for line in stated:
        details = line["details"]
        day = details.get("period") or line["on"]
        what = next(each for each in details if each not in {"report", "period"})
        for paragraph, key, value in RATES[f"{details['report']} {day} {what}"]:
            assert (paragraph, key, value) in entered


def test_a_rate_says_where_it_is_replayed() -> None:
    rates = [each for each in checked().findings if each.statement.name == "reporting-rate"]
    assert all("`ccm assert` replays it" in each.why for each in rates)
