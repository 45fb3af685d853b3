"""``window/workDoneProgress/cancel``: stop the run behind a progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def stop(ls: GadflyServer, params: types.WorkDoneProgressCancelParams) -> None:
    """The child ends, not only the message about it."""
    if isinstance(params.token, int | str):
        ls.work.cancel(params.token)
