"""Every obligation on a day, selected by state, article or standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccm_engine.domain.obligations import Obligation, Standing


def select(
    obligations: Iterable[Obligation],
    *,
    article: int | None = None,
    standing: Standing | None = None,
) -> Iterator[Obligation]:
    """Yield the obligations under an article, or with a standing, in the order given."""
    for each in obligations:
        of_article = article is None or each.provision.article == article
        if of_article and (standing is None or each.standing is standing):
            yield each
