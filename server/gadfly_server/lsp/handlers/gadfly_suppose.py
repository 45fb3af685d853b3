"""``gadfly/suppose``: check a hypothesis from the panel's form against the recorded run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gadfly_server.lsp.handlers import commands
from gadfly_server.tutor.supposing import EVERY, LAST, Supposed

if TYPE_CHECKING:
    from gadfly_server.lsp import messages
    from gadfly_server.lsp.app import GadflyServer


async def check(ls: GadflyServer, params: messages.SupposeParams) -> dict[str, Any]:
    """The same as the command, for what was filled into fields."""
    idea = Supposed(params.name, params.line, params.value, _time(params.time), params.when or "")
    return await commands.supposed(ls, params.uri, idea)


def _time(time: int | str | None) -> int:
    """Every time, the last, or a number from 1 on; anything else is none, and refused like a time that cannot be."""
    if time is None:
        return EVERY
    return LAST if time == "last" else time if isinstance(time, int) and time > 0 else LAST - 1
