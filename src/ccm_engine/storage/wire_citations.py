"""Citations as bytes and back, and days as text: both recur, so each text is read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import msgspec

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.sources import Authority, Citation

read_day: Final = lru_cache(maxsize=65_536)(PartialDate.parse)
_KEPT: Final = 16_384
_LONGEST_KEPT: Final = 4_096  # bytes: what is kept is bounded, whatever is read
_ENCODE: Final = msgspec.json.Encoder().encode


class _WireCitation(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
):
    document: str
    publisher: str
    authority: Authority
    published: str | None = None
    url: str | None = None
    claim: str | None = None
    note: str | None = None
    gives: str | None = None


_DECODE: Final = msgspec.json.Decoder(tuple[_WireCitation, ...]).decode


def _citation(wire: _WireCitation) -> Citation:
    return Citation(
        document=wire.document,
        publisher=wire.publisher,
        authority=wire.authority,
        published=None if wire.published is None else read_day(wire.published),
        url=wire.url,
        claim=wire.claim,
        note=wire.note,
        gives=None if wire.gives is None else read_day(wire.gives),
    )


def _wire_citation(citation: Citation) -> _WireCitation:
    return _WireCitation(
        document=citation.document,
        publisher=citation.publisher,
        authority=citation.authority,
        published=None if citation.published is None else str(citation.published),
        url=citation.url,
        claim=citation.claim,
        note=citation.note,
        gives=None if citation.gives is None else str(citation.gives),
    )


def read_citations(written: bytes) -> tuple[Citation, ...]:
    """Return what the JSON of an event's citations means.

    Raises `msgspec.ValidationError` that names the place as the event has it.
    """
    return _remembered(written) if len(written) <= _LONGEST_KEPT else _read(written)


def _read(written: bytes) -> tuple[Citation, ...]:
    try:
        wires = _DECODE(written)
    except msgspec.MsgspecError as error:
        what, _, where = str(error).partition(" - at `$")
        raise msgspec.ValidationError(f"{what} - at `$.citations{where or '`'}") from error
    return tuple(map(_citation, wires))


_remembered: Final = lru_cache(maxsize=_KEPT)(_read)


@lru_cache(maxsize=_KEPT)
def written_citations(citations: tuple[Citation, ...]) -> msgspec.Raw:
    """Return the canonical JSON of citations, without what is unknown."""
    return msgspec.Raw(_ENCODE(tuple(map(_wire_citation, citations))))
