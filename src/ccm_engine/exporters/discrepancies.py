"""Where the record holds two answers, with the sources of both."""

from __future__ import annotations

from datetime import date
from enum import Enum

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.sources import Citation
from ccm_engine.exporters.envelope import Document, written
from ccm_engine.projections.discrepancies import (
    Difference,
    Discrepancies,
    Discrepancy,
    Resolution,
)


def discrepancies_document(discrepancies: Discrepancies) -> Document:
    """Return `count`, how many are `open`, and the `discrepancies`."""
    return {
        "count": len(discrepancies.found),
        "open": discrepancies.open,
        "discrepancies": [_discrepancy(each) for each in discrepancies.found],
    }


def shown(value: object) -> str | int | bool | None:
    """Return the value of an event's field as JSON has it; what is no number as a text."""
    match value:
        case None | bool() | int() | str():
            return value
        case PartialDate() | date():
            return written(value)
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def _discrepancy(discrepancy: Discrepancy) -> Document:
    provision, resolution = discrepancy.provision, discrepancy.resolution
    return {
        "kind": discrepancy.between.value,
        "state": discrepancy.state,
        "event": discrepancy.event,
        "type": discrepancy.type,
        "dispute": discrepancy.dispute,
        "provision": None if provision is None else str(provision),
        "fields": [_difference(each) for each in discrepancy.differences],
        "why": discrepancy.why,
        "citations": {
            "stands": [_citation(each) for each in discrepancy.stands],
            "otherwise": [_citation(each) for each in discrepancy.otherwise],
        },
        "resolved": None if resolution is None else _resolution(resolution),
    }


def _difference(difference: Difference) -> Document:
    return {
        "field": difference.field,
        "stands": shown(difference.stands),
        "otherwise": shown(difference.otherwise),
    }


def _resolution(resolution: Resolution) -> Document:
    return {
        "event": resolution.event,
        "how": resolution.how.value,
        "on": written(resolution.occurred_on),
        "reason": resolution.reason,
    }


def _citation(citation: Citation) -> Document:
    return {
        "document": citation.document,
        "publisher": citation.publisher,
        "authority": citation.authority.value,
        "published": written(citation.published),
        "url": citation.url,
    }
