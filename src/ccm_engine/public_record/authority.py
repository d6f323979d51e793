"""Tell who speaks in a source: its kind of authority, and a publisher's name.

Best first: the depositary, the state itself, documents of the United Nations and the Convention,
the Implementation Support Unit, the Monitor and the Coalition's monitors, the press. A copy of a
document on a page for sharing files speaks with the authority of whoever wrote it, so what the
title says comes before the address.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

import attrs

from ccm_engine.domain.sources import Authority


@attrs.frozen
class Publisher:
    """Who stands behind a source."""

    name: str
    authority: Authority


UNITED_NATIONS: Final = Publisher("United Nations", Authority.UNITED_NATIONS)
ISU: Final = Publisher("CCM Implementation Support Unit", Authority.ISU)
MONITOR: Final = Publisher("Landmine and Cluster Munition Monitor", Authority.MONITOR)
COALITION: Final = Publisher("Cluster Munition Coalition", Authority.MONITOR)
REVIEW: Final = Publisher("Mine Action Review", Authority.MONITOR)
HRW: Final = Publisher("Human Rights Watch", Authority.MONITOR)
NPA: Final = Publisher("Norwegian People's Aid", Authority.MONITOR)

BHMAC: Final = Publisher("Bosnia and Herzegovina, Mine Action Centre", Authority.STATE)

TITLES: Final[tuple[tuple[str, Publisher], ...]] = (
    (r"^CCM/|CCM/(CONF|MSP)/\d{4}", UNITED_NATIONS),
    (
        r"Netherlands at (the )?2RC|Statement of the Netherlands",
        Publisher("Netherlands", Authority.STATE),
    ),
    (
        r"Bosnia and Herzegovina('s request|: request)",
        Publisher("Bosnia and Herzegovina", Authority.STATE),
    ),
    (
        r"Extension request of Germany|^Germany: extension request",
        Publisher("Germany", Authority.STATE),
    ),
    (r"submitted by Peru|^Peru: Article 3 extension request", Publisher("Peru", Authority.STATE)),
    (r"^Bulgaria: CCM Article 7 report", Publisher("Bulgaria", Authority.STATE)),
    (r"^Germany CCM Article 7 report", Publisher("Germany", Authority.STATE)),
    (r"^Ital(y|ian) Article 7 report", Publisher("Italy", Authority.STATE)),
    (r"^Mozambique Article 7 report", Publisher("Mozambique", Authority.STATE)),
    (r"^Switzerland: Article 7", Publisher("Switzerland", Authority.STATE)),
    (r"^BHMAC ", BHMAC),
    (r"\bISU\b|Implementation Support Unit", ISU),
    (r"Mine Action Review", REVIEW),
    (r"Cluster Munition Coalition|\bCMC\b|ICBL-CMC|WVCBL", COALITION),
    (r"\bHRW\b|Human Rights Watch", HRW),
    (r"\(NPA, ReliefWeb\)|^NPA Maps", NPA),
    (r"Cluster Munition Monitor", MONITOR),
)
"""What a title says of its author, the first that fits; a statement outweighs where it lies."""

HOSTS: Final[tuple[tuple[str, Publisher], ...]] = (
    ("treaties.un.org", Publisher("United Nations Treaty Collection", Authority.DEPOSITARY)),
    ("unoda.org", UNITED_NATIONS),
    ("unog.ch", UNITED_NATIONS),
    ("un.int", UNITED_NATIONS),
    ("clusterconvention.org", ISU),
    ("ccm3.pronk.se", ISU),
    ("ccm4.pronk.se", ISU),
    ("the-monitor.org", MONITOR),
    ("stopclustermunitions.org", COALITION),
    ("icblcmc.org", COALITION),
    ("noclusterbombs.org", COALITION),
    ("wvcbl.org", COALITION),
    ("hrw.org", HRW),
    ("mineactionreview.org", REVIEW),
    ("npaid.org", NPA),
    ("folkehjelp.no", NPA),
    ("bhmac.org", BHMAC),
    ("dma.gov.iq", Publisher("Iraq, Directorate of Mine Action", Authority.STATE)),
    ("dfa.gov.ph", Publisher("Philippines, Department of Foreign Affairs", Authority.STATE)),
    ("dfat.gov.au", Publisher("Australia, Foreign Affairs and Trade", Authority.STATE)),
    ("diplomatie.gouv.fr", Publisher("France, Foreign Affairs", Authority.STATE)),
    ("fdfa.admin.ch", Publisher("Switzerland, Foreign Affairs", Authority.STATE)),
    ("fiji.gov.fj", Publisher("Fiji, Government", Authority.STATE)),
    ("global-regulation.com", Publisher("Switzerland, Compilation of Laws", Authority.STATE)),
    ("kormany.hu", Publisher("Hungary, Ministry of Defence", Authority.STATE)),
    ("parl.ca", Publisher("Canada, Library of Parliament", Authority.STATE)),
    ("mofa.go.jp", Publisher("Japan, Foreign Affairs", Authority.STATE)),
    ("mzv.gov.cz", Publisher("Czechia, Foreign Affairs", Authority.STATE)),
    (
        "zakonyprolidi.cz",
        Publisher("Czechia, Collection of International Treaties", Authority.STATE),
    ),
)
"""What an address says, by the end of its host; whoever is not here is the press or another."""


def publisher(title: str, url: str | None) -> Publisher:
    """Return who speaks in a source; the press, by its host, where nobody better is known."""
    host = (urlsplit(url).hostname or "") if url else ""
    for end, known in HOSTS[:1]:  # the depositary speaks for itself whatever a page is called
        if host.endswith(end):
            return known
    for pattern, known in TITLES:
        if re.search(pattern, title):
            return known
    for end, known in HOSTS:
        if host == end or host.endswith(f".{end}"):
            return known
    return Publisher(host.removeprefix("www.") or title, Authority.PRESS)
