"""The language server: which message goes where, and what one conversation keeps."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import traceback
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from gadfly_server import __version__, home
from gadfly_server.lsp import lifetime, messages
from gadfly_server.lsp.bounds import Bounds
from gadfly_server.lsp.client import Client
from gadfly_server.lsp.documents import Documents
from gadfly_server.lsp.frames import LeftOut
from gadfly_server.lsp.handlers import (
    code_action,
    code_lens,
    commands,
    diagnostic,
    did_change,
    did_change_configuration,
    did_change_watched_files,
    did_change_workspace_folders,
    did_close,
    did_open,
    did_save,
    gadfly_answer,
    gadfly_dialogue,
    gadfly_forget,
    gadfly_suppose,
    gadfly_trace,
    gadfly_trust,
    hover,
    initialize,
    initialized,
    progress_cancel,
    shutdown,
)
from gadfly_server.lsp.leftover import concerned
from gadfly_server.lsp.pace import Pace
from gadfly_server.lsp.pages import Pages
from gadfly_server.lsp.programs import Programs
from gadfly_server.lsp.progress import Progress
from gadfly_server.lsp.protocol import GadflyProtocol
from gadfly_server.lsp.settling import Settling
from gadfly_server.lsp.shared import Shared
from gadfly_server.lsp.transcripts import Transcripts
from gadfly_server.wording import speaking

_FEATURES: tuple[tuple[str, Any, Any], ...] = (
    (types.INITIALIZE, initialize.start, None),
    (types.INITIALIZED, initialized.settle_in, None),
    (types.SHUTDOWN, shutdown.wind_down, None),
    (types.TEXT_DOCUMENT_DID_OPEN, did_open.take, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, did_change.apply, None),
    (types.TEXT_DOCUMENT_DID_SAVE, did_save.run, types.SaveOptions(include_text=False)),
    (types.TEXT_DOCUMENT_DID_CLOSE, did_close.forget, None),
    (types.TEXT_DOCUMENT_DIAGNOSTIC, diagnostic.report, diagnostic.OPTIONS),
    (types.TEXT_DOCUMENT_HOVER, hover.explain, None),
    (types.TEXT_DOCUMENT_CODE_ACTION, code_action.offer, code_action.OPTIONS),
    (types.TEXT_DOCUMENT_CODE_LENS, code_lens.offer, types.CodeLensOptions(resolve_provider=False)),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, did_change_configuration.read, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, did_change_watched_files.run, None),
    (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, did_change_workspace_folders.read, None),
    (types.WINDOW_WORK_DONE_PROGRESS_CANCEL, progress_cancel.stop, None),
    (messages.DIALOGUE, gadfly_dialogue.restore, None),
    (messages.ANSWER, gadfly_answer.mark, None),
    (messages.SUPPOSE, gadfly_suppose.check, None),
    (messages.FORGET, gadfly_forget.strike_out, None),
    (messages.TRACE, gadfly_trace.show, None),
    (messages.TRUST, gadfly_trust.change, None),
)

# How messages are read and written is worked out once for all conversations: it is slow, and the same for each.
_converter = functools.cache(default_converter)


class GadflyServer(LanguageServer):
    """One conversation with one client."""

    protocol: GadflyProtocol

    def __init__(self, shared: Shared | None = None) -> None:
        super().__init__("gadfly", __version__, protocol_cls=GadflyProtocol, converter_factory=_converter)
        self.shared = shared
        self.student = ""
        self.bounds = Bounds()
        self.watches_client = False
        self.client = Client()
        self.documents = Documents()
        self.programs = Programs(self)
        self.transcripts = Transcripts()
        self.pages = Pages()
        self.work = Progress(self)
        self.settling = Settling(self)
        self.pace = Pace(show=self._show, settle=self.settling.begin)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        for method, handler, options in _FEATURES:
            self.feature(method, options)(handler)
        for name, command in commands.ALL.items():
            self.command(name)(command)

    @property
    def is_with_stranger(self) -> bool:
        """Whether the client still has to prove who it is."""
        return self.shared is not None and bool(self.shared.roster.secret) and not self.student

    def receive(self, bodies: Sequence[bytes]) -> None:
        """Handle messages that came together; what they change is shown once, after the last of them."""
        for body in bodies:
            home.belongs_to(self.student)  # also what is begun now and goes on later
            self.protocol.receive(body)

    def misses(self, left: LeftOut) -> None:
        """Tell at once of a message that is longer than a class server takes."""
        told = self.bounded(left.size)
        if not self.protocol.refuse_unread(left, told):
            self._refuse(told)

    def missed(self, left: LeftOut) -> None:
        """Read a document no more that such a message was about, once all of it has passed."""
        told = self.bounded(left.size)
        for uri in concerned(left, [document.uri for document in self.documents]):
            self._leave_unread(uri, told)

    async def run(self) -> int:
        """Serve until the client says goodbye or is gone; then end all that was started. Return the exit code."""
        asyncio.get_running_loop().set_exception_handler(self._fault)
        try:
            return await self._ended
        finally:
            self.pace.stop()
            for task in tuple(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            with contextlib.suppress(TimeoutError, asyncio.TimeoutError):
                await asyncio.wait_for(self.programs.close(), lifetime.FAREWELL)
            self.transcripts.close()
            self.shutdown()  # type: ignore[no-untyped-call] # pygls

    def stop(self, code: int = 1) -> None:
        """End the conversation; without a goodbye the exit code is 1."""
        if not self._ended.done():
            self._ended.set_result(code)

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Do something in the background; its failure is reported, and it is cancelled when the conversation ends."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def report_server_error(self, error: Exception, _source: Any) -> None:
        """Tell the client's log, not the student, about a fault of ours."""
        cause = getattr(error, "data", None) or "".join(traceback.format_exception(error))
        self.protocol.send("window/logMessage", {"type": 1, "message": f"{error}\n{cause}"})

    def tell_bounds(self, path: Path | None) -> None:
        """Show a student who named a path elsewhere in which folder to stay."""
        with speaking(self.programs.configuration.language):
            self._refuse(self.bounds.refusal(path))

    def refuses(self, uri: str, size: int, others: int = 0) -> bool:
        """Whether a document is more than a class server takes: it is read no more then, and the student is told."""
        told = self.bounded(size, others)
        if told:
            self._refuse(told)
            self._leave_unread(uri, told)
        return bool(told)

    def bounded(self, size: int, others: int = 0) -> str:
        """What to tell of a document that is more than a class server takes; empty if it is not."""
        with speaking(self.programs.configuration.language):
            return self.bounds.too_much(size, others)

    def _leave_unread(self, uri: str, told: str) -> None:
        did_close.forget(self, types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        self.documents.refuse(uri, told)
        self._show(uri)

    def _refuse(self, told: str) -> None:
        self.protocol.send(types.WINDOW_SHOW_MESSAGE, {"type": int(types.MessageType.Error), "message": told})

    def tell_capabilities(self, capabilities: types.ServerCapabilities) -> None:
        """Settle what depends on this client: the encoding of positions, and who asks for diagnostics."""
        self.documents.encoding = str(getattr(capabilities.position_encoding, "value", capabilities.position_encoding))
        if not self.client.pulls:
            capabilities.diagnostic_provider = None

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and isinstance(error := task.exception(), Exception):
            self.report_server_error(error, None)

    def _fault(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.report_server_error(context.get("exception") or RuntimeError(context["message"]), None)

    def _show(self, uri: str) -> None:
        if not self.client.pulls:
            diagnostic.publish(self, uri)
