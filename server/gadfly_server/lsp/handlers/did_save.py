"""``textDocument/didSave``: run the tests that touch the file, unless nothing changed that could matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def run(ls: GadflyServer, params: types.DidSaveTextDocumentParams) -> None:
    """A newer save stops the run of an older one."""
    uri = params.text_document.uri
    ls.settling.begin(uri)
    ls.programs.saved(uri)
