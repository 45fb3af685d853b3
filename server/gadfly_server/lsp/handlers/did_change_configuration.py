"""``workspace/didChangeConfiguration``: read the section anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


async def read(ls: GadflyServer, params: types.DidChangeConfigurationParams) -> None:
    """Take what was sent along, and ask for what holds in each folder."""
    configuration = ls.programs.configuration
    configuration.use(params.settings)
    await configuration.ask(ls)
    ls.programs.configured()
