"""``workspace/didChangeWatchedFiles``: tests that changed on disk run again, and a classroom file holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp import convert
from gadfly_server.lsp.classrooms import FILES

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def run(ls: GadflyServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Leave it to the programs to see whether the change touches them."""
    paths = [path for change in params.changes if (path := convert.to_path(change.uri))]
    if any(path.name in FILES for path in paths):
        ls.programs.configuration.classrooms.look_again()
    ls.programs.touched([path for path in paths if path.name not in FILES])
