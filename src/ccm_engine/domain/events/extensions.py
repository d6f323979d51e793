"""Requests to extend a deadline, and what was decided of them: Articles 3(3)-(5), 4(5)-(8).

`article` is 3 for 3(2) and 4 for 4(1); `conflict` names the hostilities where the deadline is
one of Article 4(1)(b).
"""

import enum
from typing import ClassVar

import attrs

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events.base import StateEvent
from ccm_engine.domain.events.fields import (
    article_3_or_4,
    months,
    optional_one_of,
    optional_partial_date,
    optional_short_name,
    optional_words,
    words,
)
from ccm_engine.errors import MalformedEventError


class Procedure(enum.Enum):
    """How the States Parties decided."""

    MEETING = "meeting"
    SILENCE = "silence procedure"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ExtensionEvent(StateEvent):
    """What all events about one deadline's extension have."""

    article: int = attrs.field(validator=article_3_or_4)
    conflict: str | None = attrs.field(default=None, validator=optional_short_name)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ExtensionRequested(ExtensionEvent):
    """A state asked for more time, or sent another version of its request.

    All versions between two decisions are one request; the first one's day counts for the nine
    months. `meeting` is the meeting asked, where the source names it.
    """

    TYPE: ClassVar[str] = "ccm.extension-requested.v1"
    months: int | None = attrs.field(default=None, validator=months)
    until: PartialDate | None = attrs.field(default=None, validator=optional_partial_date)
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ExtensionRequestWithdrawn(ExtensionEvent):
    """A state took its request back."""

    TYPE: ClassVar[str] = "ccm.extension-request-withdrawn.v1"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ExtensionGranted(ExtensionEvent):
    """The States Parties granted more time: Articles 3(5), 4(7). `until` governs months.

    It occurred on the day of the decision. One of `months` and `until` must be known.
    """

    TYPE: ClassVar[str] = "ccm.extension-granted.v1"
    months: int | None = attrs.field(default=None, validator=months)
    until: PartialDate | None = attrs.field(default=None, validator=optional_partial_date)
    meeting: str | None = attrs.field(default=None, validator=optional_words)
    procedure: Procedure | None = attrs.field(default=None, validator=optional_one_of(Procedure))

    def __attrs_post_init__(self) -> None:
        """Refuse a grant of nothing."""
        if self.months is None and self.until is None:
            raise MalformedEventError(
                "make ExtensionGranted",
                "it says neither how many months nor until when",
                "give months, until, or both",
                field="months",
            )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ExtensionRefused(ExtensionEvent):
    """The States Parties refused a request: Articles 3(5), 4(7)."""

    TYPE: ClassVar[str] = "ccm.extension-refused.v1"
    meeting: str | None = attrs.field(default=None, validator=optional_words)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class BenchmarkSet(ExtensionEvent):
    """A decision proposed a benchmark for an extension: Articles 3(5), 4(7)."""

    TYPE: ClassVar[str] = "ccm.benchmark-set.v1"
    benchmark: str = attrs.field(validator=words)
    meet_by: PartialDate | None = attrs.field(default=None, validator=optional_partial_date)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class BenchmarkMet(ExtensionEvent):
    """A state met a benchmark of its extension."""

    TYPE: ClassVar[str] = "ccm.benchmark-met.v1"
    benchmark: str = attrs.field(validator=words)
