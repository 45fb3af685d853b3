"""``initialize``: who the client is, what it can do, and whether programs may run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from gadfly_server import home
from gadfly_server.lsp import lifetime
from gadfly_server.lsp.client import client_of

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def start(ls: GadflyServer, params: types.InitializeParams) -> None:
    """Remember the client; a client that does not speak of trust is one whose user opened the file."""
    options: dict[str, Any] = params.initialization_options if isinstance(params.initialization_options, dict) else {}
    _introduce(ls, options.get("student"))
    ls.client = client_of(params.capabilities)
    ls.programs.configuration.locale = params.locale
    ls.programs.configuration.trusted = options.get("trusted") is not False
    ls.programs.configuration.models = options.get("models")
    ls.programs.configuration.use({"gadfly": options.get("settings")})
    if ls.watches_client and params.process_id is not None and lifetime.can_watch(params.process_id):
        ls.start(lifetime.watch(params.process_id, ls.stop))


def _introduce(ls: GadflyServer, student: object) -> None:
    """Settle whose state this conversation has; where a class shares a server, everybody has to prove who they are."""
    if ls.shared is None or not ls.shared.secret:
        return
    name, token = (student.get("name"), student.get("token")) if isinstance(student, dict) else (None, None)
    if not isinstance(name, str) or not isinstance(token, str) or not home.is_token_of(name, token, ls.shared.secret):
        ls.stop()
        raise JsonRpcInvalidParams(
            "This server is for a class. Put your name and your token into `initializationOptions.student`; "
            "who runs the server gets tokens with `gadfly serve --students FILE --token NAME`."
        )
    if not ls.shared.guests.come_in(ls.stop, name):
        ls.stop()
        raise JsonRpcInvalidParams("This server has no room for one more editor just now. Try again later, please.")
    ls.student = name
