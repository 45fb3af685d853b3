"""One server that speaks OpenAI's protocol, in whichever of its forms; the only file that imports ``openai``."""

from __future__ import annotations

import asyncio
import contextlib
import traceback
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from gadfly_server.models import faults
from gadfly_server.models.answering import Prompt, Reply, Unanswered, about
from gadfly_server.models.doorway import PLAIN, Refused, hooks
from gadfly_server.models.keys import NoKey, key_for
from gadfly_server.models.lookup import is_known
from gadfly_server.models.stream import Failed, Heard, no_reply
from gadfly_server.wording import say

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from gadfly_server.settings import Models

_NO_SUCH_FORM = frozenset({404, 405, 500, 501})  # 500: some gateways break over a form that they do not know well
_NO_SUCH_FIELD = frozenset({400, 415, 422})
_BEGUN = 0.75  # of the time there is: what has not begun by then is not over in the rest
_LIBRARIES = ("httpx", "httpx2", "httpcore", "httpcore2", "openai")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Way:
    """A form of the protocol: Responses or Chat Completions, with all that helps or with what every server knows."""

    responses: bool
    full: bool


_WAYS = (_Way(True, True), _Way(True, False), _Way(False, True), _Way(False, False))


class Endpoint:
    """Asks one model; which form of the protocol its server speaks is found out once and remembered."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._client: AsyncOpenAI | None = None
        self._ways = list(_WAYS)
        self._proved = False
        self._importing: asyncio.Task[None] | None = None

    @property
    def name(self) -> str:
        """The model, for people."""
        return self._models.name

    def prepare(self) -> None:
        """Begin to import the client: that takes a second, which the first question would have to wait."""
        if self._importing is None:
            self._importing = asyncio.ensure_future(asyncio.to_thread(_import))

    async def ask(self, prompt: Prompt) -> Reply:
        """The model's reply, read as it comes. Raises ``Unanswered``, also where it does not begin in time."""
        until = asyncio.get_running_loop().time() + self._models.seconds * _BEGUN
        client = await self._connected()
        for tries in count(1):
            way, heard = self._ways[0], Heard()
            with _counting(tries):
                fault = await self._begun(self._send(client, way, prompt, heard), prompt, heard, until)
            if fault is None:
                self._ways, self._proved = [way], True
                return Reply(heard.text, heard.tokens or about(prompt.rules, prompt.data, heard.text), tries)
            left = [] if fault.spent else _left(self._ways, fault.status)
            if not left or left[0] == way:
                self._ways = self._ways if self._proved else list(_WAYS)
                with _counting(tries):
                    raise faults.unanswered(fault)
            self._ways = left
        raise AssertionError("it is tried until there is a reply or a fault")

    async def close(self) -> None:
        """Let go of the connection."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def _connected(self) -> AsyncOpenAI:
        if self._client is None:
            try:
                key = await key_for(self._models)
            except NoKey as problem:
                raise Unanswered(str(problem), lasting=True) from None
            self.prepare()
            await asyncio.shield(self._importing or asyncio.sleep(0))
            self._client = await asyncio.to_thread(_client, self._models, key)
        return self._client

    async def _begun(self, sending: Awaitable[_T], prompt: Prompt, heard: Heard, until: float) -> _T:
        """What comes of sending; broken off where nothing is heard by then, which is most of the time there is."""
        task = asyncio.ensure_future(sending)
        try:
            await asyncio.wait([task], timeout=max(until - asyncio.get_running_loop().time(), 0))
            if not task.done() and not heard.text:
                raise Unanswered(say("The model's server is too slow."), tokens=about(prompt.rules, prompt.data))
            return await task
        finally:
            if not task.done():
                task.cancel()

    async def _send(self, client: AsyncOpenAI, way: _Way, prompt: Prompt, heard: Heard) -> faults.Fault | None:
        """Hear the reply, or return how the server failed."""
        from openai import APIConnectionError  # noqa: PLC0415 - only where a model is configured

        if not await is_known(str(client.base_url)):
            raise Unanswered(say("The model's server cannot be reached, or broke off."))
        asking = (_responses if way.responses else _chat)(client, self._models.name, way, prompt)
        try:
            async with asking as reply:
                if reply.headers.get("content-encoding", PLAIN) != PLAIN:
                    raise no_reply()
                kind = reply.headers.get("content-type", "")
                await heard.listen(reply.iter_bytes(), streamed=kind.startswith("text/event-stream"))
        except Refused as refused:
            return refused.fault
        except Failed as failure:
            return faults.within(failure.body)
        except Unanswered as problem:
            problem.tokens = heard.tokens or about(prompt.rules, prompt.data, heard.text)
            raise
        except APIConnectionError as failure:  # also where it took too long, or the certificate is not known
            if isinstance(failure.__cause__, Refused):  # as older clients pass it on
                return failure.__cause__.fault
            raise Unanswered(say("The model's server cannot be reached, or broke off.")) from None
        except Exception as error:  # what else the client raises depends on the library below it
            if not _is_of_client(error):
                raise
            raise Unanswered(say("The model's server broke off."), again=0.0) from None
        return None


@contextlib.contextmanager
def _counting(tries: int) -> Iterator[None]:
    """Have a fault tell how many requests were sent."""
    try:
        yield
    except Unanswered as problem:
        problem.tries = tries
        raise


def _is_of_client(error: Exception) -> bool:
    """Tell whether an error came up in the client or below it; a fault of ours did not."""
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__))
    return any(str(frame.f_globals.get("__name__")).partition(".")[0] in _LIBRARIES for frame in frames)


def _import() -> None:
    """Import the client where it is installed; where it is not, whoever needs it says so."""
    with contextlib.suppress(ImportError):
        import openai  # noqa: F401, PLC0415 - only where a model is configured


def _client(models: Models, key: str) -> AsyncOpenAI:
    try:
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415 - only where a model is configured
    except ImportError:
        raise Unanswered(say("Models need the package openai: install gadfly[models]."), lasting=True) from None
    url = models.url or "https://api.openai.com/v1"  # not what OPENAI_BASE_URL says: that is for other programs
    try:
        door = DefaultAsyncHttpxClient(
            follow_redirects=False,
            headers={"accept-encoding": PLAIN},
            event_hooks=hooks(key or "none", own_server=bool(models.url)),
        )
        return AsyncOpenAI(api_key=key or "none", base_url=url, max_retries=0, timeout=models.seconds, http_client=door)
    except Exception as error:  # the library below the client reads the address, and has errors of its own
        if not _is_of_client(error):
            raise
        raise Unanswered(
            say("The address of the model's server, or of a proxy before it, is not right."), lasting=True
        ) from None


def _responses(client: AsyncOpenAI, model: str, way: _Way, prompt: Prompt) -> Any:
    form = {"type": "json_schema", "name": "wording", "schema": prompt.schema, "strict": True}
    more = {"text": {"format": form}} if way.full else {}
    return client.responses.with_streaming_response.create(
        model=model, instructions=prompt.rules, input=prompt.data, store=False, stream=True, extra_body=more
    )


def _chat(client: AsyncOpenAI, model: str, way: _Way, prompt: Prompt) -> Any:
    form = {"name": "wording", "schema": prompt.schema, "strict": True}
    full = {
        "response_format": {"type": "json_schema", "json_schema": form},
        "stream_options": {"include_usage": True},
    }
    return client.chat.completions.with_streaming_response.create(
        model=model,
        messages=[{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.data}],
        stream=True,
        extra_body=full if way.full else {},
    )


def _left(ways: list[_Way], status: int) -> list[_Way]:
    """The forms of the protocol that may be spoken after a server refused the first of these."""
    if status in _NO_SUCH_FORM:
        return [way for way in ways if way.responses != ways[0].responses]
    return ways[1:] if status in _NO_SUCH_FIELD else ways
