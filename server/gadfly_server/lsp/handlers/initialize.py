"""``initialize``: who the client is, what it can do, and whether programs may run."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_server import home
from gadfly_server.lsp import convert, lifetime
from gadfly_server.lsp.bounds import Bounds
from gadfly_server.lsp.client import client_of
from gadfly_server.lsp.refusal import Refusal
from gadfly_server.lsp.sparing import Sparing
from gadfly_server.wording import say, speaking

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.roster import Roster

_log = logging.getLogger(__name__)
_log.addFilter(Sparing())  # anybody who can connect may be refused as often as they like


def start(ls: GadflyServer, params: types.InitializeParams) -> None:
    """Remember the client; a client that does not speak of trust is one whose user opened the file."""
    options: dict[str, Any] = params.initialization_options if isinstance(params.initialization_options, dict) else {}
    ls.programs.configuration.locale = params.locale
    ls.programs.configuration.use({"gadfly": options.get("settings")})
    with speaking(ls.programs.configuration.language):
        _introduce(ls, options.get("student"))
        _keep_in(ls, params)
    ls.client = client_of(params.capabilities)
    ls.programs.configuration.trusted = options.get("trusted") is not False
    ls.programs.configuration.models = options.get("models")
    if ls.watches_client and params.process_id is not None and lifetime.can_watch(params.process_id):
        ls.start(lifetime.watch(params.process_id, ls.stop))


def _introduce(ls: GadflyServer, student: object) -> None:
    """Settle whose state this conversation has; where a class shares a server, everybody has to prove who they are."""
    if ls.shared is None or not ls.shared.roster.secret:
        return
    roster = ls.shared.roster
    name, token = (student.get("name"), student.get("token")) if isinstance(student, dict) else (None, None)
    if not isinstance(name, str) or not isinstance(token, str) or not home.is_token_of(name, token, roster.secret):
        _log.warning(
            "%.80r has shown no token that fits. An editor puts name and token into `initializationOptions.student`; "
            "`gadfly serve --students FILE --token NAME` prints a token.",
            name,
        )
        raise _refused(ls, say("Your name or token is not right. Please ask your teacher."))
    if not ls.shared.guests.come_in(ls.stop, name):
        _log.warning("There is no room for one more editor of %.80r.", name)
        raise _refused(ls, say("Too many editors are connected just now. Please try again later."))
    ls.student = name
    if roster.keeps_apart:
        ls.bounds = Bounds(_folder_of(ls, roster, name))
        ls.programs.configuration.within = ls.bounds.folder
        ls.programs.configuration.python = Path(roster.python or sys.executable)


def _folder_of(ls: GadflyServer, roster: Roster, name: str) -> Path:
    bound = roster.bound_of(name)
    if bound is None:
        _log.warning(
            "%.80r has no folder. The students file names %s: it has to be there, to be no link from the name on, "
            "and not to have the `python` of the file in it.",
            *(name, roster.folder_of(name) or "none"),
        )
        raise _refused(ls, say("You have no folder on the server of your class. Please ask your teacher."))
    return bound


def _keep_in(ls: GadflyServer, params: types.InitializeParams) -> None:
    """Refuse a client whose folders are not those of its student."""
    uris = [params.root_uri, *(folder.uri for folder in params.workspace_folders or ())]
    paths = [convert.to_path(uri) for uri in uris if uri]
    for path in (*paths, Path(params.root_path) if params.root_path else None):
        if not ls.bounds.hold(path):
            raise _refused(ls, ls.bounds.refusal(path))


def _refused(ls: GadflyServer, why: str) -> Refusal:
    """End the conversation with an answer."""
    ls.stop()
    return Refusal(why)
