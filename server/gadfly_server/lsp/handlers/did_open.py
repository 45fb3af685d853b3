"""``textDocument/didOpen``: take over the text and show what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def take(ls: GadflyServer, params: types.DidOpenTextDocumentParams) -> None:
    """Show findings first; then see what is remembered of this program."""
    document = ls.documents.open(params.text_document)
    ls.pace.edited(document.uri)
    ls.programs.opened(document.uri)
