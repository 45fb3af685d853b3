"""pygls' protocol without its traps: nothing is kept per message, and a cancelled command ends."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextvars import copy_context
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import (
    FeatureNotificationError,
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

from gadfly_server.lsp import messages
from gadfly_server.lsp.leftover import number_of
from gadfly_server.lsp.refusal import Refusal

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.frames import LeftOut

_log = logging.getLogger(__name__)


class GadflyProtocol(LanguageServerProtocol):
    """Documents, folders, commands and progress are ours; pygls keeps the message plumbing."""

    _server: GadflyServer
    _is_greeted = False

    # Without these, pygls' own handlers would edit its own copies of the documents (which splits lines
    # where LSP does not) and keep every progress token.
    lsp_text_document__did_open: Any = None
    lsp_text_document__did_change: Any = None
    lsp_text_document__did_close: Any = None
    lsp_notebook_document__did_open: Any = None
    lsp_notebook_document__did_change: Any = None
    lsp_notebook_document__did_close: Any = None
    lsp_work_done_progress_cancel: Any = None

    def receive(self, body: bytes) -> None:
        """Handle one message; whatever is wrong with it is the client's to hear and never our end."""
        try:
            message = json.loads(body)
        except (ValueError, RecursionError) as error:  # the second: nested too deeply
            self._server.report_server_error(error, JsonRpcException)
            return
        if self._server.is_with_stranger and not _introduces(message):
            self._server.stop()
            return
        if _asks(message) and (refused := self._refusal(message)):
            self._answer_with(message, refused)
            return
        if not self._is_greeted and _tells_early(message):
            return
        try:
            read = self.structure_message(message)
            if "id" in message and not hasattr(read, "id"):  # or nobody would ever answer it
                raise JsonRpcInvalidRequest(f"{message.get('method')} is a notification: it takes no id")
            self.handle_message(read)
        except JsonRpcException as error:
            self._refuse(message, error)
        except Exception as error:
            self._server.report_server_error(error, JsonRpcException)

    def _refusal(self, request: dict[str, Any]) -> JsonRpcException | None:
        """Why a request cannot be answered, or not now; pygls leaves most of these without an answer."""
        method = request["method"]
        if not isinstance(request["id"], int | str):
            return JsonRpcInvalidRequest("The id of a request is a whole number or a text.")
        if request.get("jsonrpc") != self.VERSION or not isinstance(method, str):
            return JsonRpcInvalidRequest(f"This is no request of JSON-RPC {self.VERSION}.")
        if untimely := self._untimely(is_greeting=_introduces(request)):
            return untimely
        is_known = method in self.fm.features or method in self.fm.builtin_features
        return None if is_known else JsonRpcMethodNotFound(f"Method Not Found: {method}")

    def _untimely(self, *, is_greeting: bool) -> JsonRpcException | None:
        if self._shutdown:
            return JsonRpcInvalidRequest("The server was told to shut down: it takes no more requests.")
        if is_greeting and self._is_greeted:
            return JsonRpcInvalidRequest("The client is known already.")
        if not is_greeting and not self._is_greeted:
            return JsonRpcServerNotInitialized("The first request has to be `initialize`.")
        return None

    def _answer_with(self, request: dict[str, Any], error: JsonRpcException) -> None:
        number = request["id"] if isinstance(request["id"], int | str) else None
        told = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": number, "error": told})

    def handle_message(self, message: Any) -> None:
        """Hand on a message; to ask what a notification is takes pygls longer than to read it."""
        if hasattr(message, "id") or self._shutdown or message.jsonrpc != self.VERSION:
            super().handle_message(message)
        else:
            copy_context().run(self._handle_notification, message.method, message.params)

    def _handle_notification(self, method_name: str, params: Any) -> None:
        """Do what a notification tells. pygls keeps a numbered future of it, which of plain functions nobody reads."""
        handler = self.fm.features.get(method_name)
        if handler is None or method_name in self.fm.builtin_features or inspect.iscoroutinefunction(handler):
            super()._handle_notification(method_name, params)
            return
        try:
            handler(params)
        except Exception as error:
            self._server.report_server_error(error, FeatureNotificationError)

    def _refuse(self, message: Any, error: JsonRpcException) -> None:
        if _asks(message):
            self._answer_with(message, error)
        elif isinstance(message, dict) and isinstance(message.get("id"), int | str):  # or it is waited for, for ever
            self._handle_response(message["id"], error=error.to_response_error())
        self._server.report_server_error(error, FeatureNotificationError)

    def refuse_unread(self, left: LeftOut, why: str) -> bool:
        """Answer a request that was too long to be read, and end the waiting for such a response; tells if it did."""
        number, error = number_of(left), Refusal(why).to_response_error()
        if number is None:
            return False
        if number in self._request_futures:
            self._handle_response(number, error=error)
        else:
            self._send_response(number, error=error)
        return True

    def get_message_type(self, method: str) -> type[Any] | None:  # type: ignore[override] # pygls caches its own
        """Know our own messages beside those of LSP."""
        return messages.INCOMING.get(method) or super().get_message_type(method)

    def send(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification that is plain JSON already."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    async def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer; where the waiting is cancelled, so is the request."""
        future = self.send_request(method, params)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            for number in self._numbers(future) if not self._shutdown else ():
                self.send(types.CANCEL_REQUEST, {"id": number})
            raise
        finally:
            for number in self._numbers(future):
                self._request_futures.pop(number)
                self._result_types.pop(number, None)

    def _handle_response(self, msg_id: int | str, result: Any = None, error: Any = None) -> None:
        """Take a response; for that to a cancelled request, which comes all the same, nobody waits."""
        if msg_id in self._request_futures:
            super()._handle_response(msg_id, result, error)

    def _numbers(self, future: Future[Any]) -> list[int | str]:
        return [number for number, kept in self._request_futures.items() if kept is future]

    def _execute_handler(
        self,
        msg_id: int | str,
        handler: Callable[..., Any],
        callback: Callable[[Future[Any]], None],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        """Run a handler as pygls does, and drop its future at the end: pygls keeps one per notification."""

        def ended(future: Future[Any]) -> None:
            callback(future)
            if self._request_futures.get(msg_id) is future:
                del self._request_futures[msg_id]

        super()._execute_handler(msg_id, handler, ended, args, kwargs)

    def _send_handler_result(self, future: Future[Any], *, msg_id: int | str) -> None:
        """Answer a request; a refusal is an answer too: pygls would log it with a traceback, and tell of a fault."""
        error = None if future.cancelled() else future.exception()
        if isinstance(error, JsonRpcInvalidParams):
            self._send_response(msg_id, error=error.to_response_error())
        else:
            super()._send_handler_result(future, msg_id=msg_id)

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override] # a task of its own is the point
        self, params: types.ExecuteCommandParams
    ) -> Any:
        """Run a command in the request's own task, so that cancelling the request cancels the work.

        pygls runs it in another task, which goes on after the client was told that it was cancelled.
        """
        command = self.fm.commands.get(params.command)
        if command is None:
            raise JsonRpcInvalidParams.of(ValueError(f"There is no command {params.command!r}"))
        return await command(*(params.arguments or ()))

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Let the server say the last word on what it can do for this client."""
        result = yield from super().lsp_initialize(params)
        self._is_greeted = True
        self._server.tell_capabilities(result.capabilities)
        return result

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *_: Any) -> None:  # type: ignore[override] # nothing to wait for
        """Refuse what comes from now on, and cancel what is under way."""
        self.fm.features[types.SHUTDOWN](None)
        for future in tuple(self._request_futures.values()):
            future.cancel()
        self._shutdown = True

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override] # nothing comes after it
        """End the conversation; the process ends when all that it started has ended."""
        self._server.stop(0 if self._shutdown else 1)

    def _check_handler_result(self, future: Future[Any]) -> None:
        if not future.cancelled() and isinstance(error := future.exception(), Exception):
            self._server.report_server_error(error, FeatureNotificationError)


def _introduces(message: Any) -> bool:
    """Whether a message says who the client is; where that has to be proved, nothing else is listened to before."""
    return isinstance(message, dict) and message.get("method") == types.INITIALIZE


def _asks(message: Any) -> bool:
    """Whether a message is a request; one with an id of another kind is answered with none, as JSON-RPC wants it."""
    return isinstance(message, dict) and "method" in message and "id" in message


def _tells_early(message: Any) -> bool:
    """Whether a message is a notification that nobody listens to before ``initialize``."""
    return isinstance(message, dict) and message.get("method", types.EXIT) not in (types.INITIALIZE, types.EXIT)
