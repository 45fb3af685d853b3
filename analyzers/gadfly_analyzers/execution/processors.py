"""How many processors have nothing else to do."""

from __future__ import annotations

import os


def processors() -> int:
    """Give the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def free_processors(most: int) -> int:
    """Give the number of processors that this process may use and nobody else does, from 1 up to ``most``."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return max(1, min(most, int(processors() - busy + 0.5)))
