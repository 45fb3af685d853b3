"""A terminal that shows what a program says, and does nothing that it says."""

from __future__ import annotations

from collections.abc import Iterable

from rich import console
from rich.segment import Segment

from gadfly_server.terminal.letters import for_log, harmless


class Console(console.Console):
    """A console whose colours are ours alone."""

    def _render_buffer(self, buffer: Iterable[Segment]) -> str:
        shown = (one if one.control else one._replace(text=harmless(one.text)) for one in buffer)
        return for_log(super()._render_buffer(shown))
