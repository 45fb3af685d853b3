"""``textDocument/didOpen``: take over the text and show what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from lsprotocol import types

    from gadfly_server.lsp.app import GadflyServer


def take(ls: GadflyServer, params: types.DidOpenTextDocumentParams) -> None:
    """Show findings first; then see what is remembered of this program. Refuse what is another's, or too much."""
    path = convert.to_path(params.text_document.uri)
    if not ls.bounds.hold(path):
        ls.tell_bounds(path)
        return
    if ls.refuses(params.text_document.uri, len(params.text_document.text), len(ls.documents)):
        return
    document = ls.documents.open(params.text_document)
    ls.pace.edited(document.uri)
    ls.programs.opened(document.uri)
