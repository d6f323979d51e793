"""The logs of the storage tests, and how long the trials last."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.storage.conftest import log_address, postgresql_address, postgresql_server

if TYPE_CHECKING:
    from tests.endurance.crews import Crew

__all__ = ["log_address", "postgresql_address", "postgresql_server"]


@pytest.fixture
def seconds(crew: Crew) -> float:
    """Give how long a crew works: a minute if there is time, or as long as it takes to notice."""
    return 60 if os.environ.get("CCM_LONG") else crew.seconds
