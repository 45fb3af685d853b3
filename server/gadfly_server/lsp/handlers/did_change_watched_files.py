"""``workspace/didChangeWatchedFiles``: tests that changed on disk run again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def run(ls: GadflyServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Leave it to the programs to see whether the change touches them."""
    paths = [convert.to_path(change.uri) for change in params.changes]
    ls.programs.touched([path for path in paths if path])
