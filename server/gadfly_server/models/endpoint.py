"""One server that speaks OpenAI's protocol, in whichever of its forms; the only file that imports ``openai``."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gadfly_server.models.keys import NoKey, key_for

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from gadfly_server.settings import Models

LARGEST = 64 * 1024  # bytes of a reply: a question is short
_NO_SUCH_FORM = frozenset({404, 405, 501})
_NO_SUCH_FIELD = frozenset({400, 415, 422})
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_SOON = 0.2  # seconds to wait after a fault of a server that names no time


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent: rules from us, data as JSON, and the schema of the reply."""

    rules: str
    data: str
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, and how many tokens it took; 0 if the server does not say."""

    text: str
    tokens: int


class Unanswered(Exception):  # noqa: N818 - a server's silence is no error of ours
    """The reason for which there is no reply, in words of ours: a server's own may quote the key.

    ``again`` is after how many seconds another try may help; ``lasting`` tells that none will before something is set
    otherwise.
    """

    def __init__(self, reason: str, *, again: float | None = None, lasting: bool = False) -> None:
        super().__init__(reason)
        self.again = again
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class _Way:
    """A form of the protocol: Responses or Chat Completions, with the schema for the server to keep to or without."""

    responses: bool
    schema: bool


_WAYS = (_Way(True, True), _Way(True, False), _Way(False, True), _Way(False, False))


class Endpoint:
    """Asks one model; which form of the protocol its server speaks is found out once and remembered."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._client: AsyncOpenAI | None = None
        self._ways = list(_WAYS)

    async def ask(self, prompt: Prompt) -> Reply:
        """The model's reply. Raises ``Unanswered``."""
        client = await self._connected()
        while True:
            way = self._ways[0]
            status, again, body = await self._send(client, way, prompt)
            if status is None:
                self._ways = [way]
                return _read(body)
            self._ways = _left(self._ways, status)
            if not self._ways or self._ways[0] == way:
                self._ways = self._ways or list(_WAYS)
                raise _unanswered(status, again)

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
            # Importing takes a second, in which the language server has other things to do.
            self._client = await asyncio.to_thread(_client, self._models, key)
        return self._client

    async def _send(self, client: AsyncOpenAI, way: _Way, prompt: Prompt) -> tuple[int | None, str, bytes]:
        """What came back: a status if it is that of a failure, the time it names, and the bytes."""
        from openai import APIConnectionError, APIStatusError  # noqa: PLC0415 - only where a model is configured

        try:
            return None, "", await (_responses if way.responses else _chat)(client, self._models.name, way, prompt)
        except APIStatusError as failure:
            return failure.status_code, failure.response.headers.get("retry-after", ""), b""
        except APIConnectionError:  # also where it took too long, or the certificate is not known
            raise Unanswered("The model's server cannot be reached, or broke off.") from None
        except Exception as error:
            # What a broken stream raises depends on the library below the client; where it comes from is what counts.
            if type(error).__module__.partition(".")[0] in ("httpx", "httpx2", "httpcore", "httpcore2", "openai"):
                raise Unanswered("The model's server broke off.") from None
            raise


def _client(models: Models, key: str) -> AsyncOpenAI:
    try:
        from openai import AsyncOpenAI  # noqa: PLC0415 - only where a model is configured
    except ImportError:
        raise Unanswered("Models need the package openai: install gadfly[models].", lasting=True) from None
    url = models.url or "https://api.openai.com/v1"  # not what OPENAI_BASE_URL says: that is for other programs
    return AsyncOpenAI(api_key=key or "none", base_url=url, max_retries=0, timeout=models.seconds)


async def _responses(client: AsyncOpenAI, model: str, way: _Way, prompt: Prompt) -> bytes:
    form = {"type": "json_schema", "name": "wording", "schema": prompt.schema, "strict": True}
    more = {"text": {"format": form}} if way.schema else {}
    async with client.responses.with_streaming_response.create(
        model=model, instructions=prompt.rules, input=prompt.data, store=False, extra_body=more
    ) as reply:
        return await _bytes(reply.iter_bytes())


async def _chat(client: AsyncOpenAI, model: str, way: _Way, prompt: Prompt) -> bytes:
    form = {"name": "wording", "schema": prompt.schema, "strict": True}
    more = {"response_format": {"type": "json_schema", "json_schema": form}} if way.schema else {}
    async with client.chat.completions.with_streaming_response.create(
        model=model,
        messages=[{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.data}],
        extra_body=more,
    ) as reply:
        return await _bytes(reply.iter_bytes())


async def _bytes(pieces: Any) -> bytes:
    whole = bytearray()
    async for piece in pieces:
        whole += piece
        if len(whole) > LARGEST:
            raise Unanswered("The model's reply is far too long.")
    return bytes(whole)


def _left(ways: list[_Way], status: int) -> list[_Way]:
    """The forms of the protocol that may be spoken after a server refused the first of these."""
    if status in _NO_SUCH_FORM:
        return [way for way in ways if way.responses != ways[0].responses]
    return ways[1:] if status in _NO_SUCH_FIELD else ways


def _unanswered(status: int, named: str) -> Unanswered:
    if status in (401, 403):
        return Unanswered(f"The model's server does not take the key (HTTP {status}).", lasting=True)
    if status not in _BUSY:
        return Unanswered(f"The model's server does not know what it is asked (HTTP {status}).")
    wait = float(named) if named.isdecimal() else None if status == 429 else _SOON
    return Unanswered(f"The model's server is busy or broken (HTTP {status}).", again=wait)


def _read(body: bytes) -> Reply:
    """The text in a reply of either form."""
    try:
        told = json.loads(body)
        if "choices" in told:
            text = told["choices"][0]["message"]["content"]
        else:
            parts = [part for item in told["output"] for part in item.get("content") or ()]
            text = "".join(part["text"] for part in parts if part["type"] == "output_text")
        used = (told.get("usage") or {}).get("total_tokens", 0)
        return Reply(str(text or ""), used if isinstance(used, int) and used > 0 else 0)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise Unanswered("The model's server sent something that is no reply.", again=0.0) from None
