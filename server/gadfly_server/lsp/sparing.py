"""A log that strangers cannot fill: of what they bring about, so many lines a minute are written, the rest counted."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

LINES = 30  # each minute
_MINUTE = 60.0  # seconds


class Sparing(logging.Filter):
    """Lets ``LINES`` records of a logger through each minute; the first of a later minute tells how many it did not."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._began = clock()
        self._seen = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a record is written."""
        if self._clock() - self._began >= _MINUTE:
            left_out = max(0, self._seen - LINES)
            self._began, self._seen = self._clock(), 0
            if left_out:
                record.msg = f"{left_out} more like this were not written down. {record.msg}"
        self._seen += 1
        return self._seen <= LINES
