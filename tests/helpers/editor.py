"""A real editor's side of a conversation: pytest-lsp's client with a server in a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Union

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

PATIENCE = 30.0


class Editor:
    """What a student does in an editor, and what the editor shows."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.views: list[dict[str, Any]] = []
        self.revealed: list[str] = []
        self.asked: list[types.ShowMessageRequestParams] = []
        self.picks: list[str | None] = []
        self.progress: list[Any] = []
        self.versions: dict[str, int] = {}
        self.edits: list[types.ApplyWorkspaceEditParams] = []
        self.model: Callable[[dict[str, Any]], Awaitable[dict[str, Any]]] | None = None
        self.killed = False
        self._changed = asyncio.Event()

    def features(self) -> dict[str, Any]:
        """What the client does with messages from the server: keep them, and wake whoever waits."""
        theirs = {method: self._waking(handler) for method, handler in DEFAULT_CLIENT_FEATURES.items()}

        async def asks_model(params: Any) -> dict[str, Any]:
            """Play the editor's own models, where a test says what they do."""
            assert self.model is not None
            return await self.model(plain(params))

        ours = {
            "gadfly/dialogue": lambda params: self._keep(self.views, plain(params)),
            "gadfly/reveal": lambda params: self._keep(self.revealed, params.uri),
            "gadfly/model": asks_model,
            types.PROGRESS: lambda params: self._keep(self.progress, params),
            types.WINDOW_SHOW_MESSAGE_REQUEST: lambda params: self._pick(params),  # noqa: PLW0108 - pygls marks what it is given
            types.WORKSPACE_CODE_LENS_REFRESH: lambda params: self._changed.set(),
            types.CLIENT_REGISTER_CAPABILITY: lambda params: None,
            types.WORKSPACE_APPLY_EDIT: lambda params: self._refuse(params),  # noqa: PLW0108 - the same
        }
        return theirs | ours

    def open(self, path: Path) -> str:
        """Open a file as it is on disk; returns its uri."""
        uri = path.as_uri()
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, "python", 1, path.read_text("utf-8"))
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def write(self, path: Path, text: str) -> None:
        """Type a whole new text and save it."""
        uri = path.as_uri()
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        whole: list[types.TextDocumentContentChangeEvent] = [types.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, whole))
        path.write_text(text, "utf-8")
        self.save(path)

    def save(self, path: Path) -> None:
        """Say that a file was saved."""
        identifier = types.TextDocumentIdentifier(path.as_uri())
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))

    async def command(self, name: str, *arguments: Any) -> Any:
        """Run a command of the server."""
        params = types.ExecuteCommandParams(command=name, arguments=list(arguments))
        return await asyncio.wait_for(self.client.workspace_execute_command_async(params), PATIENCE)

    async def answer(self, uri: str, text: str) -> dict[str, Any]:
        """Answer the open question in the panel; returns what the panel shows then."""
        params = {"uri": uri, "question": self.view(uri)["question"]["id"], "answer": text}
        view: dict[str, Any] = plain(await self.request("gadfly/answer", params))
        return view

    async def request(self, method: str, params: Any) -> Any:
        """Ask something that is not part of LSP."""
        return await asyncio.wait_for(self.client.protocol.send_request_async(method, params), PATIENCE)  # type: ignore[no-untyped-call] # pygls

    def notify(self, method: str, params: Any) -> None:
        """Tell something that is not part of LSP."""
        self.client.protocol.notify(method, params)

    def view(self, uri: str) -> dict[str, Any]:
        """What the panel shows of a program now."""
        return next((view for view in reversed(self.views) if view["uri"] == uri), {"status": "none"})

    def codes(self, uri: str) -> list[str]:
        """The codes of the diagnostics that are shown."""
        return [str(item.code) for item in self.client.diagnostics.get(uri, ())]

    async def lenses(self, uri: str) -> Sequence[types.CodeLens]:
        """The lenses of a document."""
        params = types.CodeLensParams(types.TextDocumentIdentifier(uri))
        return await self.client.text_document_code_lens_async(params) or []

    async def actions(self, uri: str, line: int) -> list[types.CodeAction]:
        """What the light bulb on a line offers. Whatever it is, it must not be an edit."""
        here = types.Range(types.Position(line, 0), types.Position(line, 0))
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), here, types.CodeActionContext([]))
        offered = await self.client.text_document_code_action_async(params) or []
        actions = [each for each in offered if isinstance(each, types.CodeAction)]
        assert len(actions) == len(offered)
        assert all(action.edit is None and action.command for action in actions)
        return actions

    async def kill(self) -> None:
        """Kill the server without a warning."""
        self.killed = True
        assert self.client._server is not None
        self.client._server.kill()
        await self.client._server.wait()

    async def until(self, claim: Callable[[], Any]) -> Any:
        """Wait for messages until a claim about what is shown holds; return what it gave."""

        async def wait() -> Any:
            while not (found := claim()):
                self._changed.clear()
                with contextlib.suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), 0.1)
            return found

        try:
            return await asyncio.wait_for(wait(), PATIENCE)
        except asyncio.TimeoutError:
            logged = [message.message for message in self.client.log_messages]
            shown = (self.views[-1:], self.client.diagnostics, self.asked[-1:], logged)
            raise AssertionError(f"waited in vain; last shown: {shown}") from None

    async def ended(self, uri: str) -> dict[str, Any]:
        """What the panel shows when the run is over."""
        await self.until(lambda: self.view(uri)["status"] not in ("none", "waiting", "running"))
        return self.view(uri)

    def _pick(self, params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
        self._keep(self.asked, params)
        pick = self.picks.pop(0) if self.picks else None
        return types.MessageActionItem(pick) if pick is not None else None

    def _refuse(self, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        """Whoever asks for an edit fails the test at its end: Gadfly never edits (invariant 1)."""
        self._keep(self.edits, params)
        return types.ApplyWorkspaceEditResult(applied=False)

    def _keep(self, shown: list[Any], what: Any) -> None:
        shown.append(what)
        self._changed.set()

    def _waking(self, handler: Callable[..., Any]) -> Callable[[Any], Any]:
        def wake(params: Any) -> Any:
            self._changed.set()
            return handler(self.client, params)

        return wake


@asynccontextmanager
async def editing(
    state: Path,
    *folders: Path,
    capabilities: dict[str, Any] | None = None,
    options: dict[str, Any] | None = None,
    settings: dict[str, dict[str, Any]] | None = None,
    panel: bool = True,
    locale: str | None = None,
    environment: dict[str, str] | None = None,
    before: Sequence[str] = (),
) -> AsyncIterator[Editor]:
    """An editor with these folders open; ``settings`` are by folder uri (``""`` for all).

    ``before`` are words that go before the server's command, ``environment`` is what it finds beside the usual.
    """
    client = LanguageClient(converter_factory=_converter, configuration=settings)
    editor = Editor(client)
    register_lsp_features(client, editor.features())
    command = [*before, sys.executable, "-I", "-m", "gadfly_server", "serve", "--stdio"]
    found = {**os.environ, "GADFLY_STATE": str(state), **(environment or {})}
    await ClientServerConfig(command, lambda: client, found).start()
    try:
        announced = _STANDARD | (capabilities or {}) | ({"experimental": {"gadfly": {"panel": 1}}} if panel else {})
        params = types.InitializeParams(
            capabilities=client.protocol._converter.structure(announced, types.ClientCapabilities),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders],
            initialization_options=options,
            locale=locale,
        )
        await asyncio.wait_for(client.initialize_session(params), PATIENCE)
        yield editor
        assert editor.edits == []
        if editor.killed:
            return
        await asyncio.wait_for(client.shutdown_session(), PATIENCE)
        assert client._server is not None
        assert client._server.returncode == 0
    finally:
        server = client._server
        if server is not None and server.returncode is None:
            server.kill()
            await server.wait()
        await client.stop()  # type: ignore[no-untyped-call] # pygls


_STANDARD: dict[str, Any] = {
    "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}},
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "workspace": {"configuration": True},
}


def _converter() -> Any:
    """The usual converter, but it can tell an action from a command: lsprotocol takes both for commands."""
    converter = default_converter()  # type: ignore[no-untyped-call] # pygls

    def action_or_command(found: dict[str, Any], _: Any) -> Any:
        kind = types.Command if isinstance(found["command"], str) else types.CodeAction
        return converter.structure(found, kind)

    converter.register_structure_hook(types.Command | types.CodeAction, action_or_command)
    converter.register_structure_hook(Union[types.Command, types.CodeAction], action_or_command)  # noqa: UP007 - as written there
    return converter


def plain(value: Any) -> Any:
    """JSON again, of the named tuples that pygls makes of messages it does not know."""
    if hasattr(value, "_asdict"):
        return {key: plain(each) for key, each in value._asdict().items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value
