"""``initialize``: who the client is, what it can do, and whether programs may run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_server.lsp import lifetime
from gadfly_server.lsp.client import client_of

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def start(ls: GadflyServer, params: types.InitializeParams) -> None:
    """Remember the client; a client that does not speak of trust is one whose user opened the file."""
    ls.client = client_of(params.capabilities)
    options: dict[str, Any] = params.initialization_options if isinstance(params.initialization_options, dict) else {}
    ls.programs.configuration.locale = params.locale
    ls.programs.configuration.trusted = options.get("trusted") is not False
    ls.programs.configuration.use({"gadfly": options.get("settings")})
    if ls.watches_client and params.process_id is not None and lifetime.can_watch(params.process_id):
        ls.start(lifetime.watch(params.process_id, ls.stop))
