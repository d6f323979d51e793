"""The record as the packaged claims make it, reconciled once for all tests."""

from __future__ import annotations

import pytest

from ccm_engine.public_record.packaging import packaged_sources
from ccm_engine.public_record.reconciliation import Reconciled, Sources, reconcile
from tests.public_record.reconciled_record import Record


@pytest.fixture(scope="session")
def sources() -> Sources:
    return packaged_sources()


@pytest.fixture(scope="session")
def reconciled(sources: Sources) -> Reconciled:
    return reconcile(sources)


@pytest.fixture(scope="session")
def record(reconciled: Reconciled) -> Record:
    return Record(reconciled.placed)
