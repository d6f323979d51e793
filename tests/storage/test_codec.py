"""Events as bytes: every released payload comes back, and what is no event is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from ccm_engine.domain.calendar import PartialDate
from ccm_engine.domain.events import EVENT_TYPES, Event, Signed, StockpileDeclared
from ccm_engine.domain.states import StateCode
from ccm_engine.engine import Engine
from ccm_engine.errors import (
    CcmError,
    InvalidDateError,
    MalformedEventError,
    NewerEventTypeError,
    UnknownEventTypeError,
    UnknownStateError,
)
from ccm_engine.storage import codec
from ccm_engine.storage.codec import decode, decode_line, encode
from ccm_engine.storage.memory import MemoryRowStore
from ccm_engine.storage.rows import NewRow
from ccm_engine.storage.stored_log import StoredLog
from ccm_engine.testing.histories import NOW
from ccm_engine.testing.single_events import A_SOURCE

GOLDEN: Final = Path(__file__).parent.parent / "golden" / "payloads.jsonl"
PAYLOADS: Final = GOLDEN.read_bytes().splitlines()
CITED: Final = '"citations":[{"document":"d","publisher":"p","authority":"press"}]'


def _type(payload: bytes) -> str:
    return str(json.loads(payload)["type"])


def _signed(**fields: object) -> bytes:
    plain: dict[str, object] = {
        "type": "ccm.signed.v1",
        "occurred_on": "2008-12-03",
        "citations": [{"document": "d", "publisher": "p", "authority": "press"}],
        "state": "BGR",
    }
    return json.dumps({**plain, **fields}).encode()


class TestEveryReleasedPayload:
    """Bytes once written are read for ever; `tests/golden/payloads.jsonl` is never edited."""

    @pytest.mark.parametrize("payload", PAYLOADS, ids=map(_type, PAYLOADS))
    def test_comes_back_as_an_event_and_goes_out_as_the_same_bytes(self, payload: bytes) -> None:
        assert encode(decode(payload)) == payload

    @pytest.mark.parametrize("name", EVENT_TYPES)
    def test_is_there_with_the_fewest_fields_and_with_all(self, name: str) -> None:
        golden = [set(json.loads(each)) - {"type"} for each in PAYLOADS if _type(each) == name]
        fields = attrs.fields(EVENT_TYPES[name])
        every = {each.name for each in fields}
        needed = {each.name for each in fields if each.default is attrs.NOTHING}
        assert every in golden
        assert any(needed <= given and len(given) <= len(needed) + 1 for given in golden)

    def test_names_a_type_that_still_exists_or_is_read_as_a_later_version(self) -> None:
        assert {_type(each) for each in PAYLOADS} <= {*EVENT_TYPES, *codec.UPCASTERS}


class TestUpcasting:
    """An old version comes back as the present one, and is never written again."""

    OLD: Final = (
        b'{"type":"ccm.signed.v0","on":"2008-12-03","country":"BGR",' + CITED.encode() + b"}"
    )

    @pytest.fixture(autouse=True)
    def _an_older_version(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def to_v1(old: dict[str, Any]) -> dict[str, Any]:
            return {
                "type": "ccm.signed.v1",
                "occurred_on": old["on"],
                "citations": old["citations"],
                "state": old["country"],
            }

        monkeypatch.setattr(codec, "UPCASTERS", {"ccm.signed.v0": to_v1})

    def test_reads_an_old_payload_as_the_event_it_means(self) -> None:
        event = decode(self.OLD)
        assert isinstance(event, Signed)
        assert (event.state, event.occurred_on) == ("BGR", PartialDate.on(date(2008, 12, 3)))
        assert decode(encode(event)) == event
        assert _type(encode(event)) == "ccm.signed.v1"

    def test_old_payloads_still_pass_the_validators_of_the_new_event(self) -> None:
        with pytest.raises(UnknownStateError):
            decode(self.OLD.replace(b"BGR", b"XXX"))

    def test_chains_from_version_to_version(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def to_v0(old: dict[str, Any]) -> dict[str, Any]:
            return {**old, "type": "ccm.signed.v0", "on": "2008-12-04"}

        upcasters = {**codec.UPCASTERS, "ccm.signed.v-1": to_v0}
        monkeypatch.setattr(codec, "UPCASTERS", upcasters)
        event = decode(self.OLD.replace(b"signed.v0", b"signed.v-1"))
        assert event.occurred_on == PartialDate.on(date(2008, 12, 4))

    def test_a_log_holds_old_rows_and_new_ones_side_by_side(self) -> None:
        rows = MemoryRowStore()
        rows.append([NewRow("BGR", 1, "ccm.signed.v0", self.OLD)], NOW)
        first, *_ = StoredLog(rows).read()
        assert first.event == decode(self.OLD)
        assert Engine(StoredLog(rows)).on(date(2009, 1, 1)).log.position == 1


class TestWhatIsNoEvent:
    """Bad input is a typed error with the field where there is one, and never anything else."""

    @pytest.mark.parametrize(
        "payload",
        [
            b"",
            b"{",
            b"null",
            b"[]",
            b"{}",
            b'"ccm.signed.v1"',
            b'{"type":1}',
            b'{"type":null}',
            b"\xff\xfe{}",
            b'{"type":"ccm.signed.v1"',
            b"[" * 200_000,
            b'{"type":' + b"[" * 200_000,
            b'{"type":"ccm.signed.v1","citations":' + b"[" * 200_000,
            _signed(note="x")[:-1],
            _signed() + b"{}",
            _signed().replace(b"BGR", b"B\xc3"),
            _signed().replace(b"BGR", b"\\ud800"),
        ],
    )
    def test_is_refused_as_malformed(self, payload: bytes) -> None:
        with pytest.raises(MalformedEventError):
            decode(payload)

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"state": 3}, "state"),
            ({"state": None}, "state"),
            ({"surplus": 1}, "surplus"),
            ({"citations": []}, "citations"),
            ({"citations": [{"document": "d"}]}, "publisher"),
            ({"citations": "d"}, "citations"),
            ({"note": " "}, "note"),
        ],
    )
    def test_a_wrong_field_is_named(self, fields: dict[str, object], field: str | None) -> None:
        with pytest.raises(MalformedEventError) as refusal:
            decode(_signed(**fields))
        assert refusal.value.field == field

    @pytest.mark.parametrize(
        "occurred_on",
        [
            "2008-13-01",
            "2009-02-29",
            "yesterday",
            "",
            "2008-12-03T00:00:00",
            "2009-01-02/2009-01-01",
        ],
    )
    def test_a_day_that_does_not_exist_is_refused(self, occurred_on: str) -> None:
        with pytest.raises(InvalidDateError):
            decode(_signed(occurred_on=occurred_on))

    def test_an_unknown_type_is_named(self) -> None:
        with pytest.raises(UnknownEventTypeError, match=r"ccm\.vanished\.v1") as refusal:
            decode(_signed(type="ccm.vanished.v1"))
        assert refusal.value.field == "type"

    @pytest.mark.parametrize("name", ["ccm.signed.v2", "ccm.signed.v10"])
    def test_a_later_version_of_a_known_type_asks_for_a_later_library(self, name: str) -> None:
        with pytest.raises(NewerEventTypeError, match="it up to"):
            decode(_signed(type=name))

    @pytest.mark.parametrize("name", ["ccm.signed.v0", "ccm.signed.v", "ccm.signed", "signed.v1"])
    def test_an_earlier_version_that_never_was_is_unknown(self, name: str) -> None:
        with pytest.raises(UnknownEventTypeError):
            decode(_signed(type=name))

    def test_a_line_of_a_file_knows_its_number(self) -> None:
        with pytest.raises(CcmError) as refusal:
            decode_line(_signed(state="XXX"), 7)
        assert refusal.value.line == 7
        assert str(refusal.value).startswith("line 7: ")


class TestQuantities:
    @pytest.mark.parametrize("number", [0, 1, 2**31, 2**53 + 1, 2**63 - 1, 2**64 - 1])
    def test_large_numbers_come_back(self, number: int) -> None:
        event: Event = StockpileDeclared(
            occurred_on=PartialDate.parse("2012"),
            citations=(A_SOURCE,),
            state=StateCode("BGR"),
            munitions=number,
        )
        assert decode(encode(event)) == event

    @pytest.mark.parametrize("number", ["-1", "1.5", "true", '"1"', "1e400"])
    def test_what_is_no_quantity_is_refused(self, number: str) -> None:
        payload = (
            _signed(type="ccm.stockpile-declared.v1")[:-1] + f',"munitions":{number}}}'.encode()
        )
        with pytest.raises(MalformedEventError):
            decode(payload)
