"""``initialized``: ask for the configuration, and to be told of files that change on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp.classrooms import FILES

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer

# Programs may write other files; if we ran them for that, they might go on for ever.
_WATCHED = ("**/*.py", *(f"**/{name}" for name in FILES))


async def settle_in(ls: GadflyServer, _params: types.InitializedParams) -> None:
    """Both questions may stay unanswered; nothing waits for them."""
    if ls.client.watches_files:
        watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
        registration = types.Registration(
            id="gadfly-files",
            method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
        )
        ls.start(ls.protocol.ask(types.CLIENT_REGISTER_CAPABILITY, types.RegistrationParams([registration])))
    await ls.programs.configuration.ask(ls)
