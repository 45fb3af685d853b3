"""Whether texts may be kept and given to who tunes models: the student says so, in a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_server.settings import Models


def given(models: Models) -> bool:
    """Tell whether the student allows it; everything that keeps or exports texts for tuning asks here."""
    return models.keep
