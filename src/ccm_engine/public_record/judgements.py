"""Hold every judgement that a person made about single claims, each with its reason.

Everything else in this package treats all claims of a kind alike. Here, and nowhere else, one
claim is read in another way than its row says, because its note or another source shows that the
row alone would mislead. The table is printed in docs/reference/public-record-report.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from ccm_engine.public_record.judging import Also, Judgement
from ccm_engine.public_record.past_use import PAST_USE


def _all(claims: str, judgement: Judgement) -> Iterable[tuple[str, Judgement]]:
    return ((claim, judgement) for claim in claims.split())


ANNOUNCED: Final = Judgement(
    announced=True,
    reason="the day is that of an announcement or a notice; what it announces came by then",
)
OTHERS: Final = Judgement(
    by_others=True,
    reason="the publisher's own finding; the source does not say that the state declared it",
)
INTENTION: Final = Judgement(
    left_aside=True, reason="announces or prepares a request that was not yet made"
)
CONFIRMED: Final = Judgement(
    details={"certainty": "confirmed"}, reason="the source calls the areas confirmed"
)
INITIAL_REPORT: Final = Judgement(
    details={"in": "initial report"},
    reason="the source names the initial report as the place; it was said on that report's day",
)
SPAIN_AGAIN: Final = Judgement(
    happening="additional stock", reason="the stock found in 2012, not the one destroyed in 2009"
)
IRAQI_PAGE: Final = Judgement(
    weighs_last=True,
    reason="an undated page that mixes the orders of day and month and calls the ratification an "
    "accession: not the state's report, and behind the Monitor's contemporary pages",
)
PERU_LATER: Final = Judgement(
    happening="later total",
    reason="the totals of later reports, after more was found than the 2013 report declared",
)
FROM_BOSNIA: Final = "stocks found after the first programme, told together with its completion"

JUDGEMENTS: Final[Mapping[str, Judgement]] = dict(
    [
        # Days of announcement
        *_all("CHE-0bf87c71da CHE-b3c177c33a CHE-3012ba3a3d", ANNOUNCED),
        *_all("FRA-a266d0b9d3 GBR-06c0fe27c1 GBR-a8c313301d HRV-4f02013578", ANNOUNCED),
        *_all("ITA-79ed9605e9 ZAF-c49e31a215 BGR-67264b66ee MOZ-bc5430295f", ANNOUNCED),
        *_all("BIH-9ca7a6694b BIH-e8a160495a HRV-682aa6d019 HRV-3d72bd8d68", ANNOUNCED),
        *_all("MOZ-5a32762c1e MOZ-57a80d1e23", ANNOUNCED),
        # Iraq
        *_all("IRQ-7627e43d1b IRQ-21569b2d77 IRQ-4c5ef46acb", IRAQI_PAGE),
        # Lithuania
        *_all(
            "LTU-940e3bf88d LTU-86e4c3013e",
            Judgement(
                weighs_last=True,
                reason="two pages of 2011 and 2012 say that the report covers the calendar year "
                "2010, of which three months had passed on 30 March 2010",
            ),
        ),
        # Vanuatu
        *_all(
            "VUT-309ba32d1b",
            Judgement(
                kind="instrument-deposited",
                announced=True,
                reason="welcomes the new State Party; its day is that of the news",
            ),
        ),
        # Stockpiles: Spain, Slovenia, the United Kingdom, Bosnia and Herzegovina, Peru
        *_all("ESP-cc8b884a64 ESP-8f7e931419 ESP-6d8b7038ab", SPAIN_AGAIN),
        *_all(
            "ESP-d5f6fde7e4",
            attrs.evolve(
                SPAIN_AGAIN, announced=True, reason="the note verbale on the stock found in 2012"
            ),
        ),
        *_all(
            "ESP-18ff633650",
            attrs.evolve(
                SPAIN_AGAIN,
                kind="stockpile-destruction-completed",
                announced=True,
                reason="the note verbale on the stock found in 2012",
            ),
        ),
        *_all(
            "ESP-e7c2ff6050",
            Judgement(
                on="../2009-03-31",
                reason="the stock reported in 2011 is the one whose destruction ended in March "
                "2009: held before it, not declared anew after it",
            ),
        ),
        *_all(
            "ESP-64f44aab14",
            Judgement(
                kind="stockpile-found",
                reason="additional stock, declared in 2012 after the completion of 2009",
            ),
        ),
        *_all(
            "SVN-8cf093ddd3",
            Judgement(
                announced=True,
                reason="declared complete in 2012; the work ended on 29 July 2011. What had been "
                "sent abroad and was found not destroyed in 2017 is stock found later",
                also=(Also(kind="stockpile-found", on="2017", details={"submunitions": 41825}),),
            ),
        ),
        *_all(
            "SVN-d04a5b665c SVN-e34815661c",
            Judgement(
                happening="found in 2017",
                reason="the stock found not destroyed in 2017; destroyed by April 2018",
            ),
        ),
        *_all(
            "GBR-39772c1078",
            Judgement(
                reason="one source tells that unknown stocks were found in 2020 and destroyed in "
                "December 2020: a finding, a destruction and a second completion",
                also=(
                    Also(kind="stockpile-found", on="2020-01-01/2020-12-30"),
                    Also(
                        kind="stockpile-destruction-completed",
                        on="2020-12",
                        happening="found in 2020",
                    ),
                ),
            ),
        ),
        *_all(
            "BIH-69ecb0a3c3",
            Judgement(
                reason=f"{FROM_BOSNIA}: four items in 2012",
                also=(
                    Also(
                        kind="stockpile-found",
                        on="2012-01-01/2012-08-20",
                        details={"munitions": 4},
                    ),
                ),
            ),
        ),
        *_all(
            "BIH-62445a025b",
            Judgement(
                reason=f"{FROM_BOSNIA}: in 2012 and 2013, and destroyed by August 2014",
                also=(
                    Also(kind="stockpile-found", on="2013"),
                    Also(
                        kind="stockpile-destruction-completed",
                        on="2013-01-01/2014-08-23",
                        happening="found in 2012 and 2013",
                    ),
                ),
            ),
        ),
        *_all("PER-886caa9b9b PER-6f6fc9dda1 PER-2681c1d647 PER-4966a22726", PERU_LATER),
        *_all("PER-9fad3153c8 PER-763c73c5ef", PERU_LATER),
        *_all(
            "CYP-5f183c4d69",
            Judgement(by_others=True, reason="reported by Bulgaria; Cyprus itself gave no numbers"),
        ),
        *_all("SOM-2826bdd74b", OTHERS),
        *_all(
            "CAF-bd79ac600b CAF-1e7a709957",
            Judgement(
                happening="destroyed",
                reason="says that stocks were destroyed, not that there never were any as in 2008",
            ),
        ),
        *_all("ALB-f2b1eacef2 ATG-9a4e5bea74 AUS-cef10d2715 SEN-e38807f792", INITIAL_REPORT),
        # Retained munitions: Australia, the Netherlands
        *_all(
            "AUS-9d7d0e6aa6 AUS-d1145f68ed",
            Judgement(
                happening="kept until 2013 or 2015",
                reason="the 2015 edition still lists what the 2020 edition says was destroyed in "
                "2013: two versions of one holding",
            ),
        ),
        *_all(
            "NLD-07ae8dc6d2",
            Judgement(kind="retained-destroyed", reason="destroyed from the retained stock"),
        ),
        *_all(
            "NLD-19ed27726c",
            Judgement(
                kind="retained-transferred-for-destruction",
                details={"munitions": 16},
                reason="taken away from the retained stock to be destroyed: 16 cluster munitions, "
                "58 warheads, 175 bomblets",
            ),
        ),
        # Contamination that the state is not said to have declared
        *_all("ALB-ff9ff57a68 CIV-3cb3b95b86 GBR-d60d14bdac", OTHERS),
        *_all("SSD-40e5ff0d58 BIH-6f22101f95 SOM-2b1e8509e4 SOM-0eea814d28", OTHERS),
        *_all("COD-f82b9e519a IRQ-5edea6ca40 IRQ-bf51d64987 LBN-a187868b76", CONFIRMED),
        *_all(
            "HRV-7729002a4e",
            Judgement(
                on="2015-09-11/2020-07-09",
                reason="found between the Review Conferences, so before the completion of July "
                "2020, which covers it",
            ),
        ),
        *_all(
            "MRT-f5bde11395 MRT-b4f61b9ae3",
            Judgement(
                happening="reopened",
                reason="outstanding in 2020 because of the areas reported that year",
            ),
        ),
        *_all(
            "MRT-5d69e0c88c",
            Judgement(happening="reopened", reason="the areas reported in 2020, after completion"),
        ),
        *_all(
            "MRT-6793042304",
            Judgement(happening="later", reason="spoke of its open duties in May 2022"),
        ),
        # Reports
        *_all(
            "KNA-241fa82693",
            Judgement(
                on="2018",
                reason="says that there were updates every year, without days; cited with the one "
                "among them that another source dates",
            ),
        ),
        # Use before the Convention
        *PAST_USE.items(),
        # Requests
        *_all(
            "BIH-8f2aac1dda TCD-3276d10b8d PER-05d6c32f18 LBN-b423c83a13 LBN-21baa5fdf0", INTENTION
        ),
        *_all(
            "BGR-c064f36e69",
            Judgement(
                happening="interim",
                reason="the first request, to April 2021, was turned into an interim request of a "
                "year: two versions of one request",
            ),
        ),
    ]
)
"""By claim, in the order of the subjects."""
