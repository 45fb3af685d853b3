"""``textDocument/didChange``: follow the text, and show what changed as soon as the pace allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def apply(ls: GadflyServer, params: types.DidChangeTextDocumentParams) -> None:
    """Start no process here: this happens at every keystroke."""
    document = ls.documents.change(params.text_document, params.content_changes)
    if document is not None:
        ls.pace.edited(document.uri)
