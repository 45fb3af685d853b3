"""Nothing that somebody else wrote brings a reader down, and what is read can be written and read again.

``benchmarks/decoders.py`` does the same for as long as one likes, led by what code is reached.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.decoders import DECODERS
from helpers.storms import JUNK

_PIECES = (
    b"",
    b"\0",
    b"\xff",
    b'"',
    b"[",
    b"{",
    b"]" * 9,
    b"\n",
    b"9" * 5_000,
    b"[" * 5_000,
    b"\\ud83d",
    b"null",
    b"=",
)


def bent(data: bytes, chance: Random) -> bytes:
    """The same with some of its values or bytes in another way."""
    lines = data.split(b"\n")
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(lines))
        try:
            lines[at] = json.dumps(_bent(json.loads(lines[at]), chance)).encode()
        except (ValueError, RecursionError):
            cut, end = sorted(chance.randrange(len(lines[at]) + 1) for _ in range(2))
            lines[at] = lines[at][:cut] + chance.choice(_PIECES) + lines[at][end:]
    lines += [] if chance.randrange(3) else [chance.choice(lines)]
    return b"\n".join(lines)


def _bent(value: object, chance: Random) -> object:
    if isinstance(value, list):
        value = {str(at): each for at, each in enumerate(value)}
        return [*_inside(value, chance).values()]
    return _inside(value, chance) if isinstance(value, dict) else chance.choice(JUNK)


def _inside(table: dict[str, object], chance: Random) -> dict[str, object]:
    key = chance.choice([*table, "odd"])
    what = chance.randrange(4)
    if what == 0:
        return {name: each for name, each in table.items() if name != key}
    return {**table, key: _bent(table.get(key), chance) if what < 3 else chance.choice(JUNK)}


@pytest.mark.parametrize("name", DECODERS)
@settings(max_examples=80)
@given(chance=st.randoms(use_true_random=False), other=st.none() | st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(name: str, chance: Random, other: bytes | None) -> None:
    decode, example = DECODERS[name]
    with tempfile.TemporaryDirectory() as place:
        decode(bent(example, chance) if other is None else other, Path(place))


@pytest.mark.parametrize("name", DECODERS)
def test_what_is_as_it_should_be_is_read(name: str, tmp_path: Path) -> None:
    decode, example = DECODERS[name]
    assert decode(example, tmp_path)
