"""``gadfly/trace``: the recorded run, step by step, up to the open question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gadfly_server.lsp import runs

if TYPE_CHECKING:
    from gadfly_server.lsp import messages
    from gadfly_server.lsp.app import GadflyServer

PAGE, LARGEST_PAGE = 200, 500


async def show(ls: GadflyServer, params: messages.TraceParams) -> dict[str, Any] | None:
    """Some steps; nothing for a document that is no program."""
    program = ls.programs.get(params.uri)
    if program is None:
        return None
    await program.known()
    limit = PAGE if params.limit is None else min(params.limit, LARGEST_PAGE)
    return runs.view(program.session, params.offset or 0, limit)
