"""However an address is written, its password is in no message, no name and no remedy."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ccm_engine.errors import CcmError
from ccm_engine.storage import open_log

SECRET: Final = "s3kr3t"  # noqa: S105  # of nobody
AROUND: Final = (
    "",
    "@",
    ":",
    "/",
    "?",
    "#",
    "%",
    "%40",
    "%2F",
    "%ff",
    "%00",
    "&",
    "=",
    " ",
    "\0",
    "'",
    "é",
)

around = st.sampled_from(AROUND)
passwords = st.builds("{}s3kr3t{}".format, around, around)
schemes = st.sampled_from(
    [
        *(
            "postgresql://",
            "postgres://",
            "postgresql:/",
            "postgresql:",
            "POSTGRESQL://",
            "mysql://",
        ),
        *(
            " postgresql://",
            "'postgresql://",
            '"postgresql://',
            "\tpostgres://",
            "-postgresql://",
            "",
        ),
    ]
)
hosts = st.sampled_from(
    [
        *(
            "127.0.0.1:1",
            "[::1]:1",
            "localhost:1",
            "127.0.0.1:99999",
            "127.0.0.1:-1",
            "127.0.0.1:x",
        ),
        *("", "/nowhere:1", "%2Fnowhere", "127.0.0.1:1,127.0.0.1:2", "a..b:1", "a" * 70 + ":1"),
    ]
)
options = st.sampled_from(
    [
        *(
            "",
            "?",
            "?connect_timeout=2",
            "?connect_timeout=x",
            "?options=-csearch_path%3Dx",
            "?x=y",
        ),
        *(
            "?sslmode=x",
            "?sslmode=require",
            "?service=x",
            "?target_session_attrs=x",
            "?hostaddr=::1",
        ),
        *("?sslpassword=s3kr3t", "?password=s3kr3t", "?passfile=/nowhere", "?user=s3kr3tx", "?%"),
    ]
)


def said_of(address: str, folder: Path) -> str:
    """Return what the refusal says and why, all the way down."""
    with chdir(folder), pytest.raises(CcmError) as refusal:
        open_log(address)
    parts = (refusal.value.asked, refusal.value.obstacle, refusal.value.remedy)
    return " ".join([str(refusal.value), *parts])


@given(schemes, passwords, hosts, options)
@example("postgresql://", SECRET, "127.0.0.1:1/db", "")
def test_a_password_is_never_repeated(
    tmp_path_factory: pytest.TempPathFactory, scheme: str, password: str, host: str, more: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    said = said_of(f"{scheme}me:{password}@{host}/db{more}", folder)
    assert SECRET not in said.replace("s3kr3tx", "")


@pytest.mark.parametrize(
    "address",
    [
        "host=127.0.0.1 port=1 password=s3kr3t",
        "host=127.0.0.1 password = 's3kr3t'",
        "postgresql://127.0.0.1:1/db?password=s3kr3t",
        "postgresql://me:s3kr3t@127.0.0.1:1/db?sslmode=s3kr3t",
        "postgresql://me:s3kr3t@a..b:1/db",
        f"postgresql://me:s3kr3t@{'a' * 70}:1/db",
        "me:s3kr3t@127.0.0.1/db",
        "jdbc:postgresql://127.0.0.1/db?user=me&password=s3kr3t",
    ],
)
def test_nor_where_it_stands_elsewhere(tmp_path: Path, address: str) -> None:
    assert SECRET not in said_of(address, tmp_path)


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "x" * 300, "nowhere/log", ""])
def test_a_path_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    for create in (False, True):
        with chdir(tmp_path), pytest.raises(CcmError):
            open_log(name, create=create)
    assert not [*tmp_path.iterdir()]
