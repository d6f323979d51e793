"""The sources that the examples of events cite."""

from __future__ import annotations

from typing import Final

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.sources import Authority, Citation

INVENTED: Final = (
    Citation(document="an example, not a fact", publisher="this page", authority=Authority.PRESS),
)

day = PartialDate.parse


def cite(
    document: str, publisher: str, authority: Authority, published: str
) -> tuple[Citation, ...]:
    """Return one citation, as an event takes them."""
    appeared = day(published)
    cited = Citation(
        document=document, publisher=publisher, authority=authority, published=appeared
    )
    return (cited,)


def monitor(published: str) -> tuple[Citation, ...]:
    """Cite a country profile of the Cluster Munition Monitor."""
    return cite("country profile", "Cluster Munition Monitor", Authority.MONITOR, published)


def coalition(published: str) -> tuple[Citation, ...]:
    """Cite what the Cluster Munition Coalition published on a day."""
    return cite("news", "Cluster Munition Coalition", Authority.MONITOR, published)


TABLE: Final = cite("status list XXVI-6", "UN Treaty Collection", Authority.DEPOSITARY, "2023")
REVIEW: Final = cite("CCM/CONF/2020/13", "United Nations", Authority.UNITED_NATIONS, "2020")
ISU: Final = cite("9MSP", "CCM Implementation Support Unit", Authority.ISU, "2019")
REPORT: Final = cite("Article 7 report", "Bulgaria", Authority.STATE, "2012-03-27")
STATEMENT: Final = cite("statement at the 2RC", "Netherlands", Authority.STATE, "2020-11-26")
