"""``textDocument/didChange``: follow the text, and show what changed as soon as the pace allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp.handlers import did_close

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gadfly_server.lsp.app import GadflyServer


def apply(ls: GadflyServer, params: types.DidChangeTextDocumentParams) -> None:
    """Start no process here: this happens at every keystroke. Forget what becomes too long for a class server."""
    known = ls.documents.get(params.text_document.uri)
    if known and ls.has_too_much(_size(len(known.source.data), params.content_changes)):
        did_close.forget(ls, types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(known.uri)))
        return
    document = ls.documents.change(params.text_document, params.content_changes)
    if document is not None:
        ls.pace.edited(document.uri)


def _size(size: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> int:
    """How large a text may be after changes, at most."""
    for change in changes:
        partial = isinstance(change, types.TextDocumentContentChangePartial)
        size = len(change.text) + (size if partial else 0)
    return size
