"""Read text that a stranger may have written: UTF-8, base64 and JSON, each in one way only."""

from __future__ import annotations

import base64
import json
from collections import Counter
from typing import NoReturn, cast

from ccm_engine.errors import MalformedEvidenceError


def utf8(text: str, asked: str) -> bytes:
    """Return the bytes of a text; half a surrogate pair has none."""
    try:
        return text.encode()
    except UnicodeEncodeError as broken:
        obstacle = f"character {broken.start + 1} is half a surrogate pair"
        raise MalformedEvidenceError(asked, obstacle, "give text that is UTF-8") from None


def base64_bytes(text: str, asked: str, field: str, *, length: int | None = None) -> bytes:
    """Return what base64 holds: the standard alphabet, padded, and no spare bits set.

    `length` is how many bytes it must come to.
    """
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        found = None
    if found is None or base64.b64encode(found).decode() != text:
        obstacle = f"{field} is not base64"
        raise MalformedEvidenceError(asked, obstacle, "give it as it was issued", field=field)
    if length is not None and len(found) != length:
        obstacle = f"{field} is {len(found)} bytes long, not {length}"
        raise MalformedEvidenceError(asked, obstacle, "give it as it was issued", field=field)
    return found


def json_object(text: str, asked: str, *, longest: int) -> dict[str, object]:
    """Return the one JSON object a text holds, no name in it twice, at most so many characters."""
    if len(text) > longest:
        obstacle = f"it is {len(text):,} characters long, and {longest:,} is the most"
        raise MalformedEvidenceError(asked, obstacle, "give the document alone")
    try:
        found: object = json.loads(text, object_pairs_hook=once, parse_constant=_no_number)
    except RecursionError:
        obstacle = "it is nested too deeply"
        raise MalformedEvidenceError(asked, obstacle, "give it as it was issued") from None
    except ValueError as broken:
        obstacle = f"it is not JSON ({str(broken)[:80].lower()})"
        raise MalformedEvidenceError(asked, obstacle, "give it as it was issued") from None
    if not isinstance(found, dict):
        obstacle = "it is no JSON object"
        raise MalformedEvidenceError(asked, obstacle, "give it as it was issued")
    return cast("dict[str, object]", found)


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the JSON object of these pairs; `ValueError` if a name stands twice in it."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def name_twice(text: str) -> str | None:
    """Return a name that stands twice in one object of a JSON text; `None` if it is no JSON."""
    found: list[str] = []

    def look(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) != len(pairs):
            found.append(Counter(name for name, _ in pairs).most_common(1)[0][0])

    try:
        json.loads(text, object_pairs_hook=look)
    except (RecursionError, ValueError):
        return None
    return found[0] if found else None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
