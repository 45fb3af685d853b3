"""What the benchmark of decoders says of a fault, by what the fuzzer tells of it."""

from __future__ import annotations

import pytest

from decoders import fault_in


@pytest.mark.parametrize(
    ("told", "code", "said"),
    [
        ("Done 200 runs in 1 second(s)", 0, ""),
        ("=== Uncaught Python exception: ===\nKeyError: 'a'\nTraceback", 77, "KeyError: 'a'"),
        ("==7== ERROR: libFuzzer: timeout after 30 seconds", 70, "libFuzzer: timeout after 30 seconds"),
        ("Killed", -9, "ended with -9"),
        ("=== Uncaught Python exception: ===\n", 77, "ended with 77"),
    ],
)
def test_every_way_to_end_badly_is_told(told: str, code: int, said: str) -> None:
    assert fault_in(told, code) == said
