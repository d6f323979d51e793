"""Say when the record was closed: the two constants of the packaged log."""

from datetime import UTC, date, datetime
from typing import Final

CLOSED_ON: Final = date(2026, 11, 20)
"""The last day on which a source could have been read; bounds what shows no day at all."""

RECORDED_AT: Final = datetime(2026, 11, 21, tzinfo=UTC)
"""The moment at which every packaged event counts as recorded."""
