"""What really happened, and many cases begin with: how states joined, which meetings were held."""

from __future__ import annotations

from typing import Final

from conformance.writing import Json, acceded, happened, meeting, ratified

_SIGNED_AT_OSLO: Final = (
    "AFG 2011-09-08, BGR 2011-04-06, BIH 2010-09-07, BOL 2013-04-30, BWA 2011-06-27, "
    "CAN 2015-03-16, CHE 2012-07-17, CHL 2010-12-16, COK 2011-08-23, COM 2010-07-28, "
    "CPV 2010-10-19, DEU 2009-07-08, ESP 2009-06-17, FJI 2010-05-28, FRA 2009-09-25, "
    "GBR 2010-05-04, GIN 2014-10-21, GMB 2018-12-11, GNB 2010-11-29, HRV 2009-08-17, "
    "IRL 2008-12-03, ISL 2015-08-31, ITA 2011-09-21, LAO 2009-03-18, LBN 2010-11-05, "
    "LTU 2011-03-24, MDG 2017-05-20, MNE 2010-01-25, MOZ 2011-03-14, NAM 2018-08-31, "
    "NLD 2011-02-23, NOR 2008-12-03, PER 2012-09-26, PRT 2011-03-09, RWA 2015-08-25, "
    "SOM 2015-09-30, SVN 2009-08-19, SWE 2012-04-23, TCD 2013-03-26, TGO 2012-06-22, "
    "ZAF 2015-05-28"
)
_SIGNED_LATER: Final = {
    "CIV": ("2008-12-04", "2012-03-12"),
    "CMR": ("2009-12-15", "2012-07-12"),
    "IRQ": ("2009-11-12", "2013-05-14"),
    "MRT": ("2010-04-19", "2012-02-01"),
    "NGA": ("2009-06-12", "2023-02-28"),
}
_ACCEDED: Final = (
    "AND 2013-04-09, BLZ 2014-09-02, CUB 2016-04-06, GUY 2014-10-31, LKA 2018-03-01, "
    "MUS 2015-10-01, NIU 2020-08-06, PSE 2015-01-02, SSD 2023-08-03, SVK 2015-07-24, "
    "VUT 2025-09-05"
)


def _table(text: str) -> dict[str, str]:
    rows = (row.split() for row in text.split(", "))
    return {row[0]: row[1] for row in rows}


_RATIFIED: Final = {
    **{state: ("2008-12-03", day) for state, day in _table(_SIGNED_AT_OSLO).items()},
    **_SIGNED_LATER,
}


def joined(state: str) -> tuple[Json, ...]:
    """Return how a real state joined: its signature if it signed, and its instrument."""
    if state in _RATIFIED:
        signed_on, deposited_on = _RATIFIED[state]
        return ratified(state, deposited_on, signed_on=signed_on)
    return (acceded(state, _table(_ACCEDED)[state]),)


MEETINGS: Final = {
    "1MSP": ("2010-11-09", "2010-11-12"),
    "2MSP": ("2011-09-12", "2011-09-16"),
    "3MSP": ("2012-09-11", "2012-09-14"),
    "4MSP": ("2013-09-09", "2013-09-13"),
    "5MSP": ("2014-09-02", "2014-09-05"),
    "1RC": ("2015-09-07", "2015-09-11"),
    "6MSP": ("2016-09-05", "2016-09-07"),
    "7MSP": ("2017-09-04", "2017-09-06"),
    "8MSP": ("2018-09-03", "2018-09-05"),
    "9MSP": ("2019-09-02", "2019-09-04"),
    "10MSP": ("2022-08-30", "2022-09-02"),
    "11MSP": ("2023-09-11", "2023-09-14"),
    "12MSP": ("2024-09-10", "2024-09-13"),
    "13MSP": ("2025-09-16", "2025-09-19"),
}
"""The meetings that decide, and their days; the 2RC in two parts is `second_review`."""


def called(name: str, called_on: str) -> Json:
    """Call one of the `MEETINGS` for its days."""
    return meeting(name, *MEETINGS[name], called_on=called_on)


def held(name: str) -> Json:
    """Hold one of the `MEETINGS`."""
    return meeting(name, *MEETINGS[name])


def second_review() -> tuple[Json, Json]:
    """Hold the Second Review Conference in its two parts, ten months apart."""
    first = meeting("2RC", "2020-11-25", "2020-11-27")
    second = meeting("2RC", "2021-09-20", "2021-09-21")
    return {**first, "part": 1}, {**second, "part": 2}


def requested(state: str, article: int, day: str, **more: object) -> Json:
    """Ask for more time under Article 3 or 4."""
    return happened("extension-requested", day, state=state, article=article, **more)


def granted(state: str, article: int, day: str, **more: object) -> Json:
    """Decide that a state gets more time under Article 3 or 4."""
    return happened("extension-granted", day, state=state, article=article, **more)
