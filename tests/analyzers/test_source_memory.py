"""Typing for hours takes no more memory than typing for a minute."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from helpers.typing_memory import STATUS, growth_over_many_keystrokes, kept_of_a_keystroke


def in_a_fresh_process(measure: Callable[[], float]) -> float:
    """Measure where no other test has left threads or caches behind."""
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(measure).result()


def test_python_keeps_nothing_of_a_keystroke() -> None:
    # 20 bytes would be 2 MB, a twentieth of the server, after 100,000 keystrokes.
    assert in_a_fresh_process(kept_of_a_keystroke) <= 20


@pytest.mark.skipif(not STATUS.exists(), reason="needs /proc")
def test_the_process_stays_small_over_many_keystrokes() -> None:
    assert in_a_fresh_process(growth_over_many_keystrokes) <= 1.05
