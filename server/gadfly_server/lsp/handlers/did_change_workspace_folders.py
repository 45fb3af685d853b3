"""``workspace/didChangeWorkspaceFolders``: each folder has settings of its own, and perhaps a classroom file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


async def read(ls: GadflyServer, _params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Ask for the settings of the folders that are open now."""
    ls.programs.configuration.classrooms.look_again()
    await ls.programs.configuration.ask(ls)
