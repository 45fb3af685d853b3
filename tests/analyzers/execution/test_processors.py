"""How many processors a search may take."""

from __future__ import annotations

import os

from gadfly_analyzers.execution.processors import free_processors


def test_at_least_one_and_no_more_than_there_are_or_were_asked_for() -> None:
    assert free_processors(1) == 1
    assert 1 <= free_processors(64) <= (os.cpu_count() or 1)
    assert free_processors(2) <= 2
