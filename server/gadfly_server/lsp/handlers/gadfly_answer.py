"""``gadfly/answer``: mark what the student said in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gadfly_server.lsp import messages
from gadfly_server.lsp.handlers import commands

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


async def mark(ls: GadflyServer, params: messages.AnswerParams) -> dict[str, Any]:
    """The same as the command, for clients with a panel."""
    return await commands.answer(ls, params.uri, params.question, params.answer)
