"""Keys, checkpoints, proofs, bundles, backups: made, verified, refused when they do not hold."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest

from ccm_engine import Engine, errors
from ccm_engine.evidence.notes import read_verifier_key
from ccm_engine.evidence.signing import new_signer
from ccm_engine.exporters.bundle import bundle, zipped
from ccm_engine.exporters.bundle_check import check_bundle
from ccm_engine.storage.backup import verify_backup
from tests.cli.calling import answered, ccm, refused
from tests.cli.happenings import lines, ratified, signed

DAY: Final = date(2020, 9, 28)
SIGNER: Final = new_signer("example.org/log", bytes(32))
OTHER: Final = new_signer("example.org/other", bytes([1]) * 32)


@pytest.fixture
def key(tmp_path: Path) -> str:
    path = tmp_path / "log.key"
    path.write_text(SIGNER.signer_key + "\n")
    return str(path)


def printed(*args: str) -> str:
    result = ccm(*args)
    assert result.exit_code == 0, result.output
    return result.stdout


def kept(path: Path, text: str) -> str:
    path.write_text(text)
    return str(path)


def grown(log: str, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_bytes(lines(signed("PER", "2008-12-03"), ratified("PER", "2012-09-26")))
    printed("record", str(more), "--log", log)


def tampered(log: str, statement: str) -> None:
    """Change a log behind the library's back, as lawfully as can be."""
    with closing(sqlite3.connect(log)) as connection, connection:
        connection.execute("DROP TRIGGER ccm_events_refuse_update")
        connection.execute(statement)


EARLIER: Final = (
    "UPDATE ccm_events SET state = CAST(replace(CAST(state AS TEXT), '2011-04-06', '2011-03-06')"
    " AS BLOB) WHERE rowid = 2"
)


class TestKey:
    def test_it_is_made_once_and_never_over_another(self, tmp_path: Path) -> None:
        path = tmp_path / "new.key"
        verifier = printed("key", str(path), "--name", "example.org/log")
        assert read_verifier_key(verifier).name == "example.org/log"
        assert path.stat().st_mode & 0o077 == 0
        secret = path.read_text()
        assert "something already" in refused("key", str(path), "--name", "example.org/log")
        assert path.read_text() == secret

    def test_two_keys_differ(self, tmp_path: Path) -> None:
        made = {printed("key", str(tmp_path / each), "--name", "a") for each in "xy"}
        assert len(made) == 2

    def test_a_checkpoint_makes_no_key_in_silence(self, log: str, tmp_path: Path) -> None:
        missing = tmp_path / "missing.key"
        assert "no such file" in refused("checkpoint", "--log", log, "--key", str(missing))
        assert not missing.exists()
        refused("checkpoint", "--log", log)


class TestVerifyingALog:
    def test_a_sound_log_names_its_root(self, log: str) -> None:
        document = answered("verify", "--log", log)
        assert document["size"] == 2
        assert document["root"] == answered("parties", "--log", log)["log"]["root"]
        assert "2 events, every one as it was recorded" in printed("verify", "--log", log)

    def test_the_packaged_record_is_what_it_was_made_as(self) -> None:
        assert answered("verify")["root"] == answered("status")["log"]["root"]

    def test_a_lawful_value_changed_in_the_file_is_found(self, log: str) -> None:
        tampered(log, EARLIER)
        assert answered("state", "BGR", "--log", log)["membership"]["consented_on"] == "2011-03-06"
        for asked in (["verify", "--log", log], ["verify", "--log", log, "--json"]):
            assert "position 2 is not what was recorded" in refused(*asked, status=3)

    def test_whoever_computes_all_anew_is_found_by_an_older_checkpoint(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        note = kept(tmp_path / "then.txt", printed("checkpoint", "--log", log, "--key", key))
        rewritten = str(tmp_path / "rewritten.sqlite")
        with Engine.open(rewritten, create=True) as engine:
            engine.record([signed("BGR", "2008-12-03"), ratified("BGR", "2011-03-06")])
        printed("verify", "--log", rewritten)
        with_note = ("--checkpoint", note, "--key", SIGNER.verifier_key)
        assert "another root" in refused("verify", "--log", rewritten, *with_note, status=3)
        printed("verify", "--log", log, *with_note)
        grown(log, tmp_path)
        assert answered("verify", "--log", log, *with_note)["continues"]["size"] == 2

    def test_a_log_that_lost_its_end_does_not_continue_its_checkpoint(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        grown(log, tmp_path)
        note = kept(tmp_path / "then.txt", printed("checkpoint", "--log", log, "--key", key))
        shorter = str(tmp_path / "shorter.sqlite")
        with Engine.open(shorter, create=True) as engine:
            engine.record([signed("BGR", "2008-12-03")])
        said = refused(
            *("verify", "--log", shorter, "--checkpoint", note, "--key", SIGNER.verifier_key),
            status=3,
        )
        assert "some are missing" in said

    @pytest.mark.parametrize(
        "options",
        [
            ("--checkpoint", "then.txt"),
            ("--key", SIGNER.verifier_key),
            ("--since", "then.txt"),
            ("--bundle", "b.zip", "--proof", "p.json"),
        ],
    )
    def test_options_that_say_nothing_together_are_refused(self, options: tuple[str, ...]) -> None:
        refused("verify", *options)


class TestCheckpoint:
    def test_it_is_of_what_the_log_knew(self, log: str, key: str, tmp_path: Path) -> None:
        grown(log, tmp_path)
        then = answered("checkpoint", "--log", log, "--key", key, "--known-at", "2")
        now = answered("checkpoint", "--log", log, "--key", key)
        assert (then["size"], now["size"]) == (2, 4)
        assert then["origin"] == "example.org/log"
        named = answered("checkpoint", "--log", log, "--key", key, "--origin", "the ISU's log")
        assert named["checkpoint"].startswith("the ISU's log\n4\n")

    @pytest.mark.parametrize(
        ("content", "obstacle"),
        [
            (SIGNER.verifier_key, "verifier key, which cannot sign"),
            ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "public key"),
            ("-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END RSA PRIVATE KEY-----\n", "RSA"),
            (SIGNER.signer_key[:-9], "read the signer key"),
            ("", "does not begin"),
        ],
    )
    def test_a_key_of_the_wrong_kind_is_named(
        self, log: str, tmp_path: Path, content: str, obstacle: str
    ) -> None:
        path = kept(tmp_path / "wrong.key", content)
        said = refused("checkpoint", "--log", log, "--key", path, "--name", "example.org/log")
        assert obstacle in said
        assert SIGNER.signer_key[-20:] not in said


class TestProofs:
    def test_an_event_is_proven_to_whoever_has_no_log(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        proof = kept(tmp_path / "p.json", printed("prove", "2", "--log", log, "--key", key))
        checked = answered("verify", "--proof", proof, "--key", SIGNER.verifier_key)
        assert checked["trusted_by"] == "example.org/log"
        assert "BGR#2 is event 2" in checked["proven"]
        assert "nobody vouches" in printed("verify", "--proof", proof)

    def test_growth_is_proven_from_an_older_checkpoint(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        note = kept(tmp_path / "then.txt", printed("checkpoint", "--log", log, "--key", key))
        grown(log, tmp_path)
        proof = printed("prove", "--since", note, "--log", log, "--key", key)
        path = kept(tmp_path / "q.json", proof)
        trusted = ("--key", SIGNER.verifier_key)
        assert answered("verify", "--proof", path, "--since", note, *trusted)["size"] == 4

    def test_a_proof_for_another_log_is_refused(self, log: str, key: str, tmp_path: Path) -> None:
        proof = kept(tmp_path / "p.json", printed("prove", "2", "--log", log))
        note = kept(tmp_path / "other.txt", printed("checkpoint", "--key", key))
        said = refused(
            *("verify", "--proof", proof, "--checkpoint", note, "--key", SIGNER.verifier_key),
            status=3,
        )
        assert "the checkpoint" in said
        since = kept(tmp_path / "since.txt", printed("checkpoint", "--key", key, "--known-at", "1"))
        assert "another root" in refused("prove", "--since", since, "--log", log, status=3)

    def test_the_key_of_somebody_else_is_refused(self, log: str, key: str, tmp_path: Path) -> None:
        proof = kept(tmp_path / "p.json", printed("prove", "2", "--log", log, "--key", key))
        refused("verify", "--proof", proof, "--key", OTHER.verifier_key)

    def test_a_changed_proof_is_refused(self, log: str, tmp_path: Path) -> None:
        proof = json.loads(printed("prove", "2", "--log", log))
        proof["leaf"] = proof["leaf"].replace("2011-04-06", "2011-03-06")
        path = kept(tmp_path / "p.json", json.dumps(proof))
        assert "another root" in refused("verify", "--proof", path, status=3)

    @pytest.mark.parametrize("position", ["0", "3", "99999999999999999999"])
    def test_a_position_beyond_the_log_is_refused(self, log: str, position: str) -> None:
        assert "ask from 1 to 2" in refused("prove", position, "--log", log)

    @pytest.mark.parametrize("asked", [[], ["1", "--since", "x"], ["first"], ["-1"]])
    def test_it_says_what_to_prove(self, log: str, asked: list[str]) -> None:
        refused("prove", *asked, "--log", log)

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"proof":"hope"}', "\x00", "null"])
    def test_what_is_no_proof_is_refused(self, tmp_path: Path, content: str) -> None:
        refused("verify", "--proof", kept(tmp_path / "p.json", content))


def made(log: str, key: str, path: Path) -> bytes:
    printed("bundle", str(path), "--log", log, "--as-of", DAY.isoformat(), "--key", key)
    return path.read_bytes()


def rezipped(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    return zipped(files)


class TestBundle:
    def test_two_builds_are_the_same_bytes(self, log: str, key: str, tmp_path: Path) -> None:
        copy = str(tmp_path / "copy.sqlite")
        printed("backup", str(tmp_path / "b.jsonl"), "--log", log)
        printed("restore", str(tmp_path / "b.jsonl"), "--log", copy)
        assert made(log, key, tmp_path / "1.zip") == made(copy, key, tmp_path / "2.zip")

    def test_its_answers_are_rebuilt(self, log: str, key: str, tmp_path: Path) -> None:
        made(log, key, tmp_path / "b.zip")
        checked = answered(
            "verify", "--bundle", str(tmp_path / "b.zip"), "--key", SIGNER.verifier_key
        )
        assert (checked["size"], checked["as_of"]) == (2, "2020-09-28")
        assert checked["trusted_by"] == "example.org/log"
        assert checked["root"] == answered("parties", "--log", log)["log"]["root"]

    def test_it_answers_as_of_the_day_and_by_the_sources_asked(self, tmp_path: Path) -> None:
        path = tmp_path / "b.zip"
        asked = ("--as-of", "2015-06-30", "--published-by", "2015-06-30")
        printed("bundle", str(path), *asked, "--known-at", "400")
        with zipfile.ZipFile(path) as archive:
            found: dict[str, Any] = json.loads(archive.read("answers/parties.json"))
        direct = answered("parties", *asked, "--known-at", "400")
        assert found["parties"] == direct["parties"]
        assert (found["published_by"], found["log"]["size"]) == ("2015-06-30", 400)
        printed("verify", "--bundle", str(path))

    @pytest.mark.parametrize(
        ("name", "old", "new"),
        [
            ("answers/parties.json", b"2011-04-06", b"2011-03-06"),
            ("answers/obligations.json", b'"standing": "', b'"standing": "X'),
            ("events.jsonl", b"2011-04-06", b"2011-03-06"),
            ("manifest.json", b"2020-09-28", b"2020-09-29"),
            ("manifest.json", b'"nine_months": "warn"', b'"nine_months": "enforce"'),
            ("checkpoint.txt", b"\n2\n", b"\n1\n"),
            ("proofs.jsonl", b'"position": 1,', b'"position": 2,'),
        ],
    )
    def test_whatever_is_changed_in_it_is_found(  # one argument for each part of the change
        self, log: str, key: str, tmp_path: Path, name: str, old: bytes, new: bytes
    ) -> None:
        data = made(log, key, tmp_path / "b.zip")

        def change(files: dict[str, bytes]) -> None:
            assert old in files[name]
            files[name] = files[name].replace(old, new)

        (tmp_path / "changed.zip").write_bytes(rezipped(data, change))
        refused("verify", "--bundle", str(tmp_path / "changed.zip"), status=3)

    def test_a_checkpoint_of_other_events_is_found_though_the_manifest_fits(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        other = answered("checkpoint", "--key", key)["checkpoint"].encode()

        def change(files: dict[str, bytes]) -> None:
            old, new = (sha256(each).hexdigest() for each in (files["checkpoint.txt"], other))
            files["checkpoint.txt"] = other
            files["manifest.json"] = files["manifest.json"].replace(old.encode(), new.encode())

        changed = rezipped(made(log, key, tmp_path / "b.zip"), change)
        with pytest.raises(errors.EvidenceError, match=r"the root in checkpoint\.txt"):
            check_bundle(changed)

    def test_nothing_is_hidden_between_its_files(self, log: str, key: str, tmp_path: Path) -> None:
        data = made(log, key, tmp_path / "b.zip")
        with_comment = BytesIO(data)
        with zipfile.ZipFile(with_comment, "a") as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            archive.comment = b"trust me"
        for changed in (with_comment.getvalue(), b"before" + data):
            with pytest.raises(errors.EvidenceError, match="hidden"):
                check_bundle(changed)

    def test_a_bundle_of_other_rules_is_not_judged(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        def change(files: dict[str, bytes]) -> None:
            files["manifest.json"] = files["manifest.json"].replace(b"ccm-rules ", b"ccm-rules 1")

        changed = rezipped(made(log, key, tmp_path / "b.zip"), change)
        with pytest.raises(errors.MalformedEvidenceError, match="the version of ccm_engine"):
            check_bundle(changed)

    @pytest.mark.parametrize(
        ("name", "obstacle"),
        [
            ("../outside", "leads outside"),
            ("/etc/passwd", "leads outside"),
            ("answers/../../x", "leads outside"),
            ("more.txt", "no part of a bundle"),
            (None, "lacks events.jsonl"),
        ],
    )
    def test_a_zip_with_other_files_is_refused(
        self, log: str, key: str, tmp_path: Path, name: str | None, obstacle: str
    ) -> None:
        def change(files: dict[str, bytes]) -> None:
            if name is None:
                del files["events.jsonl"]
            else:
                files[name] = b""

        changed = rezipped(made(log, key, tmp_path / "b.zip"), change)
        with pytest.raises(errors.MalformedEvidenceError, match=obstacle):
            check_bundle(changed)

    def test_a_cut_bundle_is_refused_wherever_it_is_cut(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        data = made(log, key, tmp_path / "b.zip")
        for length in range(0, len(data), len(data) // 50):
            with pytest.raises(errors.MalformedEvidenceError):
                check_bundle(data[:length])

    def test_a_bit_changed_anywhere_is_found(self, log: str, key: str, tmp_path: Path) -> None:
        data = bytearray(made(log, key, tmp_path / "b.zip"))
        for place in range(0, len(data), 997):
            data[place] ^= 1
            with pytest.raises((errors.MalformedEvidenceError, errors.EvidenceError)):
                check_bundle(bytes(data))
            data[place] ^= 1
        check_bundle(bytes(data))

    def test_a_compressed_zip_is_refused_before_it_is_unpacked(
        self, log: str, key: str, tmp_path: Path
    ) -> None:
        data = made(log, key, tmp_path / "b.zip")
        bomb = BytesIO()
        with (
            zipfile.ZipFile(BytesIO(data)) as archive,
            zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed,
        ):
            for name in archive.namelist():
                packed.writestr(name, b"0" * 10_000_000)
        with pytest.raises(errors.MalformedEvidenceError, match="never is"):
            check_bundle(bomb.getvalue())

    def test_one_without_a_key_says_that_nobody_vouches(self, tmp_path: Path) -> None:
        with Engine.in_memory([signed("BGR", "2008-12-03")]) as engine:
            data = bundle(engine.on(DAY), engine.tree)
        (tmp_path / "b.zip").write_bytes(data)
        assert "nobody vouches" in printed("verify", "--bundle", str(tmp_path / "b.zip"))
        with pytest.raises(errors.CcmError):
            check_bundle(data, read_verifier_key(SIGNER.verifier_key))

    def test_it_is_never_written_over_something(self, log: str, tmp_path: Path) -> None:
        path = tmp_path / "b.zip"
        path.write_text("mine")
        assert "something already" in refused("bundle", str(path), "--log", log)
        assert path.read_text() == "mine"


class TestBackup:
    def test_a_restored_log_has_the_same_root_and_moments(self, log: str, tmp_path: Path) -> None:
        grown(log, tmp_path)
        backup, copy = str(tmp_path / "b.jsonl"), str(tmp_path / "copy.sqlite")
        assert answered("backup", backup, "--log", log)["size"] == 4
        assert answered("restore", backup, "--log", copy)["size"] == 4
        assert answered("verify", "--log", copy)["root"] == answered("verify", "--log", log)["root"]
        for state in ("BGR", "PER"):
            here, there = (answered("history", state, "--log", each) for each in (log, copy))
            assert here["events"] == there["events"]
        grown_again = tmp_path / "again.jsonl"
        grown_again.write_bytes(lines(signed("SVK", "2008-12-03")))
        printed("record", str(grown_again), "--log", copy)
        printed("verify", "--log", copy)

    def test_an_empty_log_can_be_kept_too(self, tmp_path: Path) -> None:
        empty, backup = str(tmp_path / "empty.sqlite"), str(tmp_path / "b.jsonl")
        printed("init", "--empty", "--log", empty)
        printed("backup", backup, "--log", empty)
        assert answered("restore", backup, "--log", str(tmp_path / "copy.sqlite"))["size"] == 0

    def test_a_backup_cut_anywhere_is_refused_and_makes_no_log(
        self, log: str, tmp_path: Path
    ) -> None:
        backup, copy = tmp_path / "b.jsonl", tmp_path / "copy.sqlite"
        printed("backup", str(backup), "--log", log)
        whole = backup.read_bytes()
        for length in range(0, len(whole) - 1, 7):
            backup.write_bytes(whole[:length])
            with pytest.raises(errors.MalformedEvidenceError):
                verify_backup(backup)
        refused("restore", str(backup), "--log", str(copy))
        assert not copy.exists()

    def test_a_bit_changed_in_a_backup_is_found(self, log: str, tmp_path: Path) -> None:
        backup = tmp_path / "b.jsonl"
        printed("backup", str(backup), "--log", log)
        whole = bytearray(backup.read_bytes())
        for place in range(0, len(whole) - 1, 3):
            whole[place] ^= 1
            backup.write_bytes(whole)
            with pytest.raises(errors.CcmError):
                verify_backup(backup)
            whole[place] ^= 1

    def test_a_log_that_is_there_is_left_as_it_is(self, log: str, tmp_path: Path) -> None:
        backup = str(tmp_path / "b.jsonl")
        printed("backup", backup, "--log", log)
        before = answered("verify", "--log", log)
        assert "something already" in refused("restore", backup, "--log", log)
        assert answered("verify", "--log", log) == before
        assert "something already" in refused("backup", backup, "--log", log)

    def test_it_says_where(self, tmp_path: Path) -> None:
        assert "name it with --log" in refused("restore", str(tmp_path / "b.jsonl"))
        refused("backup", str(tmp_path / "no" / "folder" / "b.jsonl"))
