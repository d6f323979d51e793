"""Proof documents: what is written is read, and nothing else is."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm_engine.errors import CcmError, EvidenceError, MalformedEvidenceError
from ccm_engine.evidence.proofs import InclusionProof, read_proof
from tests.evidence.logs import LOG, checkpoint, consistency, inclusion, line

INCLUSION = inclusion(3, 7, signed=checkpoint(7)).document()
CONSISTENCY = consistency(3, 7).document()
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
ZERO = "A" * 43 + "="


def inclusion_with(**changed: object) -> str:
    return json.dumps({**INCLUSION, **changed})


def consistency_with(**changed: object) -> str:
    return json.dumps({**CONSISTENCY, **changed})


class TestAProof:
    @given(st.integers(1, 100), st.integers(1, 100), st.booleans())
    def test_is_read_as_it_was_written(self, one: int, other: int, signed: bool) -> None:
        smaller, size = sorted((one, other))
        note = checkpoint(size) if signed else None
        for proof in (inclusion(smaller, size, signed=note), consistency(smaller, size)):
            assert read_proof(json.dumps(proof.document(), indent=2)) == proof

    def test_is_written_with_these_names(self) -> None:
        assert list(INCLUSION) == [
            "proof",
            "position",
            "id",
            "size",
            "root",
            "leaf",
            "path",
            "checkpoint",
        ]
        assert list(CONSISTENCY) == ["proof", "since", "size", "root", "path", "checkpoint"]
        assert (INCLUSION["position"], INCLUSION["id"], INCLUSION["leaf"]) == (3, "BGR#3", line(3))

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("", "not JSON"),
            ("{", "not JSON"),
            ("[]", "no JSON object"),
            ("null", "no JSON object"),
            ('"inclusion"', "no JSON object"),
            ("{}", "neither inclusion nor consistency"),
            ('{"proof": "exclusion"}', "neither inclusion nor consistency"),
            ('{"proof": ["inclusion"]}', "neither inclusion nor consistency"),
            ('{"proof": "inclusion"}', "it has no checkpoint"),
            ("[" * 200_000, "nested too deeply"),
            ('{"a":' * 200_000, "nested too deeply"),
            ('{"size": ' + "9" * 5000 + "}", "not JSON"),
            ('{"size": NaN}', "no number"),
            ('{"size": -Infinity}', "no number"),
            ('{"proof": "inclusion", "proof": "inclusion"}', "stands twice"),
            ("\ufeff{}", "not JSON"),
            (" " * 4_000_001, "is the most"),
            (json.dumps(INCLUSION) * 2, "not JSON"),
            (json.dumps(INCLUSION)[:-1], "not JSON"),
            (inclusion_with(size=True), "size is no whole number"),
            (inclusion_with(size=7.0), "size is no whole number"),
            (inclusion_with(size="7"), "size is no whole number"),
            (inclusion_with(size=None), "size is no whole number"),
            (inclusion_with(size=0), "size is not between 1"),
            (inclusion_with(size=2**63), "size is not between"),
            (inclusion_with(position=0), "position is not between"),
            (inclusion_with(position=-3), "position is not between"),
            (inclusion_with(position=True), "position is no whole number"),
            (inclusion_with(id=3), "id is no text"),
            (inclusion_with(id=""), "id is no identifier"),
            (inclusion_with(id="\x1b[2J"), "id is no identifier"),
            (inclusion_with(id="\ud800"), "half a surrogate"),
            (inclusion_with(leaf=None), "leaf is no text"),
            (inclusion_with(leaf={"id": "BGR#3"}), "leaf is no text"),
            (inclusion_with(leaf="\ud800"), "half a surrogate"),
            (inclusion_with(leaf=""), "not JSON"),
            (inclusion_with(leaf="[3]"), "no JSON object"),
            (inclusion_with(leaf=line(3) + "\n"), "not one line"),
            (inclusion_with(leaf="\r" + line(3)), "not one line"),
            (inclusion_with(leaf=line(3)[:-1]), "not JSON"),
            (inclusion_with(leaf=line(3)[:-1] + ',"id":"BGR#3"}'), "stands twice"),
            (inclusion_with(root=None), "root is no text"),
            (inclusion_with(root=ZERO[:-1]), "root is not base64"),
            (inclusion_with(root=ZERO + "\n"), "root is not base64"),
            (inclusion_with(root=" " + ZERO), "root is not base64"),
            (inclusion_with(root=ZERO[:-2] + "B="), "root is not base64"),
            (inclusion_with(root=ZERO.replace("A", "-")), "root is not base64"),
            (inclusion_with(root="Å" * 43 + "="), "root is not base64"),
            (inclusion_with(root=ZERO[4:]), "root is 29 bytes long, not 32"),
            (inclusion_with(root=bytes(32).hex()), "root is 48 bytes long, not 32"),
            (inclusion_with(path=None), "path is no list"),
            (inclusion_with(path=ZERO), "path is no list"),
            (inclusion_with(path={"0": ZERO}), "path is no list"),
            (inclusion_with(path=[None]), "path is no text"),
            (inclusion_with(path=[[ZERO]]), "path is no text"),
            (inclusion_with(path=["AA=="]), "path is 1 bytes long"),
            (inclusion_with(path=[ZERO] * 65), "path has 65 hashes"),
            (inclusion_with(checkpoint=False), "checkpoint is no text"),
            (inclusion_with(checkpoint="\ud800"), "half a surrogate"),
            (inclusion_with(since=None), "'since' has no place in it"),
            (inclusion_with(proof="consistency"), "it has no since"),
            (consistency_with(proof="inclusion"), "it has no id"),
            (consistency_with(since=3), "since is no JSON object"),
            (consistency_with(since={"size": 3}), "it has no since.root"),
            (consistency_with(since={"size": 3, "root": ZERO, "id": 1}), "'since.id' has no place"),
            (consistency_with(since={"size": False, "root": ZERO}), "size is no whole number"),
            (consistency_with(since={"size": 3, "root": "?"}), "since.root is not base64"),
            (consistency_with(size=-1), "size is not between 0"),
            (consistency_with(position=3), "'position' has no place in it"),
        ],
    )  # fmt: skip
    def test_is_refused_when_it_is_something_else(self, text: str, what: str) -> None:
        with pytest.raises(MalformedEvidenceError) as refused:
            read_proof(text)
        assert what.lower() in str(refused.value).lower()
        assert str(refused.value).isprintable()

    @pytest.mark.parametrize("name", INCLUSION)
    def test_of_inclusion_takes_every_name(self, name: str) -> None:
        without = {each: value for each, value in INCLUSION.items() if each != name}
        with pytest.raises(MalformedEvidenceError) as refused:
            read_proof(json.dumps(without))
        assert refused.value.field == name

    @pytest.mark.parametrize("name", CONSISTENCY)
    def test_of_consistency_takes_every_name(self, name: str) -> None:
        without = {each: value for each, value in CONSISTENCY.items() if each != name}
        with pytest.raises(MalformedEvidenceError) as refused:
            read_proof(json.dumps(without))
        assert refused.value.field == name

    @given(st.sampled_from([INCLUSION, CONSISTENCY]), st.data(), ANYTHING)
    def test_never_fails_otherwise(
        self, document: dict[str, object], data: st.DataObject, anything: object
    ) -> None:
        name = data.draw(st.sampled_from(list(document)))
        with suppress(MalformedEvidenceError, EvidenceError):
            read_proof(json.dumps({**document, name: anything}))

    @given(st.text())
    def test_is_not_any_text(self, text: str) -> None:
        with pytest.raises(MalformedEvidenceError):
            read_proof(text)


class TestTheLineOfAProof:
    @pytest.mark.parametrize(
        ("name", "changed"),
        [
            ("position", inclusion_with(position=4)),
            ("id", inclusion_with(id="BGR#4")),
            ("id", inclusion_with(id="bgr#3")),
            ("position", inclusion_with(leaf=line(4))),
            ("position", inclusion_with(leaf=line(3).replace('"position":3', '"position":3.0'))),
            ("position", inclusion_with(leaf=line(3).replace('"position":3', '"position":"3"'))),
            ("position", inclusion_with(leaf=line(3).replace('"position":3,', ""))),
            ("id", inclusion_with(leaf=line(3).replace('"id"', '"ID"'))),
            ("id", inclusion_with(leaf=line(3).replace('"BGR#3"', '["BGR#3"]'))),
            ("position", inclusion_with(leaf='{"event":{"position":3,"id":"BGR#3"}}')),
        ],
    )
    def test_says_the_position_and_the_id_of_the_proof(self, name: str, changed: str) -> None:
        with pytest.raises(EvidenceError, match=f"its line says another {name}") as refused:
            read_proof(changed)
        assert refused.value.field == name

    def test_says_a_number_where_python_would_take_a_truth(self) -> None:
        leaf = line(1).replace('"position":1', '"position":true')
        changed = {**inclusion(1, 7).document(), "leaf": leaf}
        with pytest.raises(EvidenceError, match="its line says another position: True"):
            read_proof(json.dumps(changed))

    @pytest.mark.parametrize(
        ("leaf", "error"),
        [(line(4), EvidenceError), (line(3).replace("ccm", "\ud800"), MalformedEvidenceError)],
    )
    def test_is_looked_at_even_without_json(self, leaf: str, error: type[CcmError]) -> None:
        with pytest.raises(error):
            InclusionProof(position=3, id="BGR#3", size=7, root=LOG.root(7), leaf=leaf, path=())
