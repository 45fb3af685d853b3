"""``textDocument/hover``: what a finding asks and the idea behind it, or how a function's tests stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_analyzers import pages
from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from gadfly_analyzers.findings import Span
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.documents import Document


def explain(ls: GadflyServer, params: types.HoverParams) -> Any:
    """Say something only where there is something to say."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return None
    byte = convert.to_byte(document.source, params.position, ls.documents.encoding)
    return _of_finding(ls, document, byte) or _of_function(ls, document, byte)


def _of_finding(ls: GadflyServer, document: Document, byte: int) -> Any:
    for finding in ls.programs.asked(document):
        if _holds(finding.span, byte):
            return _hover(ls, document, finding.span, f"{finding.message}\n\n{pages.concept(finding)}".strip())
    return None


def _of_function(ls: GadflyServer, document: Document, byte: int) -> Any:
    program = ls.programs.known(document.uri)
    name = ls.programs.function_in_question(document)
    if program is None or name is None or not _holds(name, byte):
        return None
    return _hover(ls, document, name, program.session.headline)


def _hover(ls: GadflyServer, document: Document, span: Span, text: str) -> Any:
    kind = "markdown" if ls.client.reads_markdown else "plaintext"
    contents = {"kind": kind, "value": text}
    return {"contents": contents, "range": convert.to_range(document.source, span, ls.documents.encoding)}


def _holds(span: Span, byte: int) -> bool:
    return span.start <= byte <= span.end
