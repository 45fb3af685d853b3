"""``gadfly/forgetHypothesis``: strike a hypothesis out of the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gadfly_server.lsp import views
from gadfly_server.lsp.handlers import commands

if TYPE_CHECKING:
    from gadfly_server.lsp import messages
    from gadfly_server.lsp.app import GadflyServer


async def strike_out(ls: GadflyServer, params: messages.ForgetParams) -> dict[str, Any]:
    """A number that is not there changes nothing."""
    program = commands.program_of(ls, params.uri)
    await program.known()
    await program.session.strike_out(params.number)
    return views.dialogue(ls, program)
