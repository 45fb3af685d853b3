"""``textDocument/codeLens``: one quiet entry above the function that tests disagree with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp import convert
from gadfly_server.lsp.handlers import commands

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def offer(ls: GadflyServer, params: types.CodeLensParams) -> list[types.CodeLens]:
    """At most one lens in a document."""
    document = ls.documents.get(params.text_document.uri)
    if document is None or (place := ls.programs.headline_range(document)) is None:
        return []
    return [types.CodeLens(range=convert.range_of(place), command=commands.call(ls, commands.THINK, document.uri))]
