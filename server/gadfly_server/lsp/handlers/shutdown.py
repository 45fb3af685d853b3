"""``shutdown``: stop what runs; the workers end with the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def wind_down(ls: GadflyServer, _params: None) -> None:
    """Run nothing any more."""
    ls.pace.stop()
    ls.programs.stop()
