"""How much one run of the student's code may use."""

from __future__ import annotations

from dataclasses import dataclass, replace

MEBIBYTE = 1024 * 1024
_SHARES = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run; what exceeds one is an outcome, not an error.

    ``wall_seconds`` bounds the whole run, ``test_seconds`` each test, ``hurried_seconds`` those after one that did
    not end: students wait, and the same loop hangs again; ``output_bytes`` is what is kept of a test's output.
    ``memory_bytes`` is for each process; all of a run together may have ``memory_of_all_bytes``.
    ``lag_seconds`` is how much longer a test may take that got no processor for its time, on a machine that is busy.
    """

    wall_seconds: float = 10.0
    test_seconds: float = 2.0
    hurried_seconds: float = 0.5
    lag_seconds: float = 0.0
    cpu_seconds: int = 10
    memory_bytes: int = 192 * MEBIBYTE
    processes: int = 16
    file_bytes: int = 16 * MEBIBYTE
    output_bytes: int = 64 * 1024
    trace_events: int = 20_000
    network: bool = False

    @property
    def memory_of_all_bytes(self) -> int:
        """How much memory all processes of a run may have together."""
        return _SHARES * self.memory_bytes


def hasty(limits: Limits) -> Limits:
    """Give tests that do not end so little time that the others are soon known; slow ones may be stopped as well."""
    first, further = min(limits.test_seconds, 0.3), min(limits.hurried_seconds, 0.04)
    return replace(limits, test_seconds=first, hurried_seconds=further)
