"""How much one run of the student's code may use."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run; what exceeds one is an outcome, not an error.

    ``wall_seconds`` bounds the whole run, ``test_seconds`` each test;
    ``output_bytes`` is what is kept of a test's output.
    """

    wall_seconds: float = 10.0
    test_seconds: float = 2.0
    cpu_seconds: int = 10
    memory_bytes: int = 512 * MEBIBYTE
    processes: int = 16
    file_bytes: int = 16 * MEBIBYTE
    output_bytes: int = 64 * 1024
    trace_events: int = 20_000
    network: bool = False
