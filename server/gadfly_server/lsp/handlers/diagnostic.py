"""Diagnostics, pushed or pulled: what patterns ask, and one headline where tests disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_analyzers.findings import Severity
from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from gadfly_analyzers.findings import Finding
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.documents import Document

SOURCE = "gadfly"
TESTS = "tests"  # the code of the headline
UNREAD = "unread"
OPTIONS = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier=SOURCE)

_SEVERITY = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFORMATION: 3, Severity.HINT: 4}
_INFORMATION = 3


def publish(ls: GadflyServer, uri: str) -> None:
    """Push the newest version's diagnostics, as plain JSON: objects of the protocol would cost twice the time.

    Those of a long text that nobody has read yet come once it is.
    """
    document = ls.documents.get(uri)
    if refusal := ls.documents.refusal(uri):
        ls.protocol.send(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, {"uri": uri, "diagnostics": [_refused(refusal)]})
    elif document is not None and document.awaits_check:
        ls.settling.read(uri)
    elif document is not None:
        params = {"uri": uri, "version": document.version, "diagnostics": _diagnostics(ls, document)}
        ls.protocol.send(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)


def withdraw(ls: GadflyServer, uri: str) -> None:
    """Take all diagnostics of a document back."""
    ls.protocol.send(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, {"uri": uri, "diagnostics": []})


def report(ls: GadflyServer, params: types.DocumentDiagnosticParams) -> Any:
    """Answer a client that asks; the same result again is told by its name alone."""
    document = ls.documents.get(params.text_document.uri)
    refusal = ls.documents.refusal(params.text_document.uri)
    items = _diagnostics(ls, document) if document else [_refused(refusal)] if refusal else []
    result = str(hash(repr(items)))
    if params.previous_result_id == result:
        return {"kind": "unchanged", "resultId": result}
    return {"kind": "full", "resultId": result, "items": items}


def refresh(ls: GadflyServer, uri: str) -> None:
    """Show a document's diagnostics again although its text is the same."""
    if ls.client.pulls:
        ls.start(ls.protocol.ask(types.WORKSPACE_DIAGNOSTIC_REFRESH, None))
    else:
        ls.pace.changed(uri)


def refresh_all(ls: GadflyServer) -> None:
    """The same for all documents; a client that pulls is told once."""
    uris = [document.uri for document in ls.documents]
    for uri in uris[:1] if ls.client.pulls else uris:
        refresh(ls, uri)


def _diagnostics(ls: GadflyServer, document: Document) -> list[dict[str, Any]]:
    found = [_diagnostic(ls, document, finding) for finding in ls.programs.asked(document)]
    if headline := ls.programs.headline(document):
        found.append({"severity": _INFORMATION, "source": SOURCE, "code": TESTS, **headline})
    return found


def _refused(why: str) -> dict[str, Any]:
    """What stands at the top of a document that is not read."""
    top = {"line": 0, "character": 0}
    place = {"start": top, "end": top}
    return {"range": place, "severity": _INFORMATION, "source": SOURCE, "code": UNREAD, "message": why}


def _diagnostic(ls: GadflyServer, document: Document, finding: Finding) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "range": convert.to_range(document.source, finding.span, ls.documents.encoding),
        "severity": _SEVERITY[finding.severity],
        "source": SOURCE,
        "code": finding.rule,
        "message": finding.message,
    }
    if ls.client.follows_codes and (page := ls.pages.address(finding)):
        shown["codeDescription"] = {"href": page}
    return shown
