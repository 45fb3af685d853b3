"""What every family of edits provides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site


class Family(Protocol):
    """A module that proposes edits of one sort; the kinds of its repairs begin with the file's name and a slash."""

    def repairs(self, site: Site, /) -> Iterator[Repair]:
        """Propose edits at a statement; what cannot be parsed or stands there twice is sorted out later."""
        ...  # pragma: no cover
