"""Texts are read one after the other, also where many threads want to read at once."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from gadfly_analyzers.python_text import expression_of, literal_of, module_of

DEEP = "def f(x):\n" + "".join(f"    a{n} = [x + {n}, (x, {{'k': x}})]\n" for n in range(200))


@pytest.fixture
def hurry() -> Iterator[None]:
    """Have threads take turns and rubbish be collected as often as can be."""
    often, before = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(50)
    sys.setswitchinterval(1e-6)
    yield
    gc.set_threshold(*often)
    sys.setswitchinterval(before)


class Loop:
    """Rubbish that runs Python when it is collected."""

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        sum(range(20))


def read(_: int) -> int:
    Loop()
    return len(module_of(DEEP).body)


@pytest.mark.usefixtures("hurry")
def test_threads_do_not_disturb_each_other() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(read, range(400))) == {1}


def test_expressions_and_literals() -> None:
    assert expression_of("  f(1)").lineno == 1
    assert literal_of(" [1, (2, 'x')]") == [1, (2, "x")]
    with pytest.raises(ValueError, match="malformed"):
        literal_of("f(1)")
    with pytest.raises(SyntaxError):
        expression_of("1 +")
