"""``textDocument/didChange``: follow the text, and show what changed as soon as the pace allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lsprotocol import types

    from gadfly_server.lsp.app import GadflyServer


def apply(ls: GadflyServer, params: types.DidChangeTextDocumentParams) -> None:
    """Start no process here: this happens at every keystroke. Forget what becomes too long to be read."""
    known = ls.documents.get(params.text_document.uri)
    if known and any(ls.refuses(known.uri, len(change.text)) for change in params.content_changes):
        return
    document = ls.documents.change(params.text_document, params.content_changes)
    if document is None:
        return
    if ls.bounds.too_much(len(document.source.data)) and ls.refuses(document.uri, len(document.source.text)):
        return
    ls.pace.edited(document.uri)
