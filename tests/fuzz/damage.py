"""Damage to documents: what a careless editor, a broken tool or an enemy makes of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Final, cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

TEXTS: Final = (
    *(
        "",
        " ",
        "\0",
        "\ud800",
        "\u202e",
        "\ufeff",
        "a\r\nb",
        "é" * 300,
        "x" * 5000,
        "-",
        "\U0001f1e7\U0001f1ec",
    ),
    *("0000", "0001", "9999", "99999", "9999-12", "9999-12-31", "../9999-12-31", "../0001-01-01"),
    *("9999-12-01/9999-12-30", "0001-01-01/9999-12-31", "2020-12-31/2020-01-01", "2011-02-29"),
    *(
        "2008-05-29",
        "2100-12-31",
        "2101-01-01",
        "1899-12-31",
        "2010-08-01T00:00:00Z",
        "\uff12\uff10\uff11\uff10",
    ),
    *("BGR", "Bulgaria", "XXX", "CCM", "bgr", "BGR#1", "BGR#0", "XXX#1", "CCM#1", "BGR?1"),
    *("BGR#" + "9" * 5000, "3(2)", "24", "4.1a", "3.2", "VAP.21", "12MSP", "2RC", "state", "1e9"),
    *("ccm.signed.v1", "ccm.signed.v²", "ccm.signed.v" + "9" * 5000, "ccm.corrected.v1"),
    *("eif-stated", "deposit-stated", "practice", "2015-09-11/2020-09-28", "about ten years"),
)
NUMBERS: Final[tuple[int | float, ...]] = (
    0,
    -1,
    1,
    3,
    4,
    12,
    2008,
    2100,
    2**31,
    2**63,
    2**64,
    10**30,
    10**4000,
    1.5,
    -0.0,
)
NESTS: Final = ("[]", "{}", "[[]]", "[null]", '{"": null}', '{"a": {"a": []}}')
TOKENS: Final = (
    *(b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n", b"\r\n", b"\n\n", b" ", b"'"),
    *(b'"', b"\\", b"\\ud800", b"\\u0000", b"{", b"}", b"[", b"]", b",", b":", b"=", b"#", b"/"),
    *(
        b"null",
        b"true",
        b"NaN",
        b"Infinity",
        b"1e999999999",
        b"-0",
        b"9" * 5000,
        b"0x" + b"f" * 5000,
    ),
    *(b"[" * 500, b"[" * 10_000, b'{"a":' * 500, b'{"replacement":' * 400, b"a." * 3000, b"%00"),
    *(
        b"%ff",
        b"@",
        b"?",
        b"::",
        b"://",
        b"+",
        b"\xe2\x80\x94 ",
        b"PK\x05\x06",
        b"--",
        b"-----BEGIN",
    ),
    *(
        b"../",
        b"\xff\xff\xff\xff",
        b"\x7f\xff\xff\xff",
        b"\x80",
        b"1",
        b"2020-02-30",
        b"9999-12-31",
    ),
)

Path = tuple[str | int, ...]


class Documents:
    """Lawful documents; Hypothesis writes down what it draws from, and these are long."""

    def __init__(self, whole: Sequence[bytes]) -> None:
        """Keep them whole, and line by line."""
        self.whole = tuple(whole)
        self.lines = tuple(line for each in whole for line in each.splitlines())

    @cached_property
    def values(self) -> Mapping[str, list[object]]:
        """The values that members of each name have anywhere in the lines."""
        found: dict[str, list[object]] = {}
        for line in self.lines:
            value: Any = json.loads(line)
            for path in paths(value):
                if path and isinstance(path[-1], str):
                    found.setdefault(path[-1], []).append(_at(value, path))
        return found

    def __repr__(self) -> str:
        """Say how many there are."""
        return f"<{len(self.whole)} documents>"


def odd_values() -> SearchStrategy[object]:
    """Values that stand where something else belongs."""
    leaves = (
        st.sampled_from(TEXTS) | st.sampled_from(NUMBERS) | st.sampled_from((None, True, False))
    )
    nests: SearchStrategy[object] = st.sampled_from(NESTS).map(json.loads)
    return leaves | nests | st.lists(leaves, max_size=2)


@st.composite
def damaged_bytes(draw: DrawFn, whole: bytes | Documents) -> bytes:
    """Cut, overwrite, repeat or put something in, up to four times."""
    done = whole if isinstance(whole, bytes) else draw(st.sampled_from(whole.whole))
    for _ in range(draw(st.integers(1, 4))):
        begin, end = sorted(draw(st.tuples(*[st.integers(0, len(done))] * 2)))
        match draw(st.sampled_from(["cut", "token", "in place", "twice", "end", "byte"])):
            case "cut":
                done = done[:begin] + done[end:]
            case "token":
                done = done[:begin] + draw(st.sampled_from(TOKENS)) + done[begin:]
            case "in place":
                done = done[:begin] + draw(st.sampled_from(TOKENS)) + done[end:]
            case "twice":
                done = done[:end] + done[begin : begin + 5000] + done[end:]
            case "end":
                done = done[:end]
            case _:
                done = done[:begin] + draw(st.binary(max_size=3)) + done[begin + 1 :]
    return done


def paths(value: object, here: Path = ()) -> list[Path]:
    """List where something stands in a JSON value."""
    found: list[Path] = [here]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return found + [path for name in members for path in paths(members[name], (*here, name))]
    if isinstance(value, list):
        items = cast("list[object]", value)
        return found + [path for n, each in enumerate(items) for path in paths(each, (*here, n))]
    return found


def _at(value: Any, path: Path) -> object:  # noqa: ANN401  # JSON
    for step in path:
        value = value[step]
    found: object = value
    return found


def changed(value: object, path: Path, change: Callable[[Any], object]) -> object:
    """Return a JSON value in which what stands at a path is another."""
    if not path:
        return change(value)
    copy: Any = cast("Any", value).copy()
    copy[path[0]] = changed(copy[path[0]], path[1:], change)
    return copy


@st.composite
def damaged_json(draw: DrawFn, line: bytes, elsewhere: Mapping[str, list[object]]) -> bytes:
    """Put odd values into a JSON document, or some from `elsewhere`, or take some of it out."""
    value: object = json.loads(line)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(paths(value)))
        name = path[-1] if path else None
        odd = draw(odd_values())
        match draw(st.sampled_from([*["crossed"] * 8, "odd", "less", "more", "nested", "list"])):
            case "crossed" if names := _names(value):
                crossed = draw(st.sampled_from(names))
                other = st.sampled_from(elsewhere.get(crossed, [odd]))
                value = changed(value, (crossed,), _constant(draw(other)))
            case "less" if isinstance(name, str):
                value = changed(value, path[:-1], partial(_without, name))
            case "more":
                more = draw(st.sampled_from(["state", "target", "period", "on", *TEXTS]))
                value = changed(value, path, partial(_with, more, odd))
            case "nested":
                value = changed(value, path, _constant(value))
            case "list":
                value = changed(value, path, lambda of: [of, of])
            case _:
                value = changed(value, path, _constant(odd))
    return json.dumps(value).encode()


def _names(value: object) -> list[str]:
    return list(cast("dict[str, object]", value)) if isinstance(value, dict) else []


def _constant(value: object) -> Callable[[object], object]:
    return lambda _: value


def _without(name: str, members: dict[str, object]) -> dict[str, object]:
    return {each: members[each] for each in members if each != name}


def _with(name: str, value: object, members: object) -> object:
    return (
        {**cast("dict[str, object]", members), name: value} if isinstance(members, dict) else value
    )


@st.composite
def damaged_lines(draw: DrawFn, documents: Documents, most: int = 3) -> bytes:
    """Give a few lines, some of them damaged as JSON, and all of them perhaps as bytes."""
    each = st.sampled_from(documents.lines)
    damaged = each.flatmap(lambda line: damaged_json(line, documents.values))
    chosen = draw(st.lists(each | damaged, max_size=most))
    chosen.append(draw(damaged))
    together = b"\n".join(chosen) + draw(st.sampled_from([b"\n", b"", b"\r\n"]))
    return draw(damaged_bytes(together)) if draw(st.integers(0, 3)) == 0 else together
