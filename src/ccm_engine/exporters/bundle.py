"""The audit bundle: events, answers, checkpoint and proofs in one zip file, always the same bytes.

What a bundle says is made from its own events by `contents`, both when it is built and when it is
verified. Nothing in it is compressed, for compressors differ, and no file has a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import chain
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import attrs

from ccm_engine.domain.articles import RULE_SET
from ccm_engine.domain.interpretations import Interpretation
from ccm_engine.engine import Engine
from ccm_engine.evidence.signing import Signer
from ccm_engine.exporters.discrepancies import discrepancies_document
from ccm_engine.exporters.envelope import Document, enveloped, written
from ccm_engine.exporters.figures import figures_document
from ccm_engine.exporters.obligations import register_document
from ccm_engine.exporters.roster import parties_document
from ccm_engine.exporters.windows import windows_document
from ccm_engine.log_tree import LogTree
from ccm_engine.register import Register
from ccm_engine.storage.lines import LinesLog

FORMAT: Final = "ccm-bundle/1"
LOG_NAME: Final = "the log in this bundle"
MANIFEST: Final = "manifest.json"
EVENTS: Final = "events.jsonl"
CHECKPOINT: Final = "checkpoint.txt"
PROOFS: Final = "proofs.jsonl"

ANSWERS: Final[Mapping[str, Callable[[Register], Document]]] = {
    "answers/parties.json": lambda register: parties_document(register.parties()),
    "answers/obligations.json": lambda register: register_document(register.obligations()),
    "answers/windows.json": lambda register: windows_document(register.windows()),
    "answers/figures.json": lambda register: figures_document(register.figures()),
    "answers/discrepancies.json": lambda register: discrepancies_document(register.discrepancies()),
}
"""The questions that a bundle answers, by the file that holds the answer."""


@attrs.frozen
class Question:
    """What a bundle was asked: the legal day, the sources, the reading."""

    as_of: date
    published_by: date | None
    reading: Interpretation

    @classmethod
    def of(cls, register: Register) -> Question:
        """Return what a register was asked."""
        return cls(register.as_of, register.log.published_by, register.reading)


def bundle(register: Register, tree: LogTree, signer: Signer | None = None) -> bytes:
    """Return the zip file over what a register was derived from, and what it answers.

    With a signer the checkpoint in it is signed; its name is then the signer's.
    """
    size = register.log.position
    origin = LOG_NAME if signer is None else signer.name
    checkpoint = tree.checkpoint(origin, size).text
    signed = checkpoint if signer is None else signer.sign(checkpoint)
    return zipped(contents(tuple(tree.lines(size)), Question.of(register), signed))


def contents(lines: tuple[bytes, ...], question: Question, checkpoint: str) -> dict[str, bytes]:
    """Return the files of a bundle by name, made from the lines of its log alone."""
    with Engine(LinesLog(LOG_NAME, lines)) as engine:
        register = engine.on(
            question.as_of, published_by=question.published_by, reading=question.reading
        )
        answers = {
            name: _json(enveloped(answer(register), register, len(lines)))
            for name, answer in ANSWERS.items()
        }
        proofs = (
            json.dumps(engine.tree.inclusion(each + 1).document()) for each in range(len(lines))
        )
        files = {
            EVENTS: _joined(lines),
            CHECKPOINT: checkpoint.encode(),
            **answers,
            PROOFS: _joined(each.encode() for each in proofs),
        }
        return {MANIFEST: _manifest(question, register, files), **files}


def _manifest(question: Question, register: Register, files: Mapping[str, bytes]) -> bytes:
    return _json(
        {
            "format": FORMAT,
            "as_of": question.as_of.isoformat(),
            "published_by": written(question.published_by),
            "rule_set": RULE_SET,
            "interpretation": question.reading.choices(),
            "size": register.log.position,
            "root": register.log.root,
            "sha256": {name: sha256(content).hexdigest() for name, content in files.items()},
        }
    )


def _json(document: Mapping[str, object]) -> bytes:
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def _joined(lines: Iterable[bytes]) -> bytes:
    return b"".join(chain.from_iterable((each, b"\n") for each in lines))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as one zip file that depends on nothing but their names and bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name)  # in 1980, the first moment a zip file knows
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return stream.getvalue()
