"""``textDocument/didClose``: forget the text, and take back what was shown about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp.handlers import diagnostic

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def forget(ls: GadflyServer, params: types.DidCloseTextDocumentParams) -> None:
    """What was said stays in the record; what runs is stopped."""
    uri = params.text_document.uri
    ls.documents.close(uri)
    ls.pace.forget(uri)
    ls.programs.closed(uri)
    if not ls.client.pulls:
        diagnostic.withdraw(ls, uri)
