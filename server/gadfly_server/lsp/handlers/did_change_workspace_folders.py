"""``workspace/didChangeWorkspaceFolders``: each folder has settings of its own, and perhaps a classroom file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from lsprotocol import types

    from gadfly_server.lsp.app import GadflyServer


async def read(ls: GadflyServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Ask for the settings of the folders that are open now; leave out those of other students."""
    for folder in params.event.added:
        path = convert.to_path(folder.uri)
        if not ls.bounds.hold(path):
            ls.workspace.remove_folder(folder.uri)
            ls.tell_bounds(path)
    ls.programs.configuration.classrooms.look_again()
    await ls.programs.configuration.ask(ls)
