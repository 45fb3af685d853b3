"""``textDocument/codeAction``: ways to think on. Commands only: Gadfly never edits the student's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp import convert
from gadfly_server.lsp.handlers import commands

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.documents import Document

OPTIONS = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, types.CodeActionKind.Empty])


def offer(ls: GadflyServer, params: types.CodeActionParams) -> list[types.CodeAction | types.Command] | None:
    """Offer the dialogue where there is one to have, and the run and the transcript when asked for everything."""
    document = ls.documents.get(params.text_document.uri)
    if document is None or convert.to_path(document.uri) is None:
        return None
    only = params.context.only
    offered = []
    if (not only or _asks_for(only, types.CodeActionKind.QuickFix)) and _worth_a_thought(ls, document, params.range):
        offered.append(_action(ls, document, commands.THINK, types.CodeActionKind.QuickFix))
    program = ls.programs.known(document.uri)
    if not only and program is not None:
        offered.append(_action(ls, document, commands.RUN, types.CodeActionKind.Empty))
        if program.session.dialogue.turns:
            offered.append(_action(ls, document, commands.TRANSCRIPT, types.CodeActionKind.Empty))
    return offered or None


def _asks_for(only: object, kind: types.CodeActionKind) -> bool:
    return isinstance(only, list | tuple) and any(
        kind.value == wanted or str(wanted) == "" or kind.value.startswith(f"{wanted}.")
        for wanted in (getattr(each, "value", each) for each in only)
    )


def _worth_a_thought(ls: GadflyServer, document: Document, wanted: types.Range) -> bool:
    program = ls.programs.known(document.uri)
    if program is not None and program.session.dialogue.question is not None:
        return True
    first, last = wanted.start.line, wanted.end.line
    lines = (
        (document.source.line_of(finding.span.start), document.source.line_of(finding.span.end))
        for finding in ls.programs.asked(document)
    )
    return program is not None and any(start <= last and end >= first for start, end in lines)


def _action(
    ls: GadflyServer, document: Document, command: str, kind: types.CodeActionKind
) -> types.CodeAction | types.Command:
    called = commands.call(ls, command, document.uri)
    if not ls.client.knows_action_literals:
        return called
    return types.CodeAction(title=called.title, kind=kind, command=called)
