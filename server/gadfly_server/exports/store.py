"""A learning record store: takes xAPI statements over HTTP, and gives them back."""

from __future__ import annotations

import base64
import json
import os
import random
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from gadfly_server.exports.statements import VERSION
from gadfly_server.models.choice import config_file

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TRIES = 5
SECONDS = 20.0  # for one request
_FIRST, _LONGEST = 0.5, 60.0  # seconds between two tries
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOST_PAGES = 10_000
_LARGEST = 64 * 1024 * 1024  # bytes of an answer


class Refused(Exception):  # noqa: N818 - a store's refusal is no error of ours
    """Why a store takes or gives nothing, in words for people; ``status`` is HTTP's, 0 if there was no answer."""

    def __init__(self, reason: str, status: int = 0) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True, slots=True)
class Store:
    """One store: ``url`` is where its resource ``statements`` is, ``key`` is ``user:password`` or empty.

    ``wait`` lets time pass between two tries.
    """

    url: str
    key: str = field(default="", repr=False)
    wait: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        local = parts.hostname in ("localhost", "127.0.0.1", "::1")
        if parts.scheme != "https" and not (parts.scheme == "http" and local):
            raise Refused(f"{self.url} is no address of a learning record store: it must begin with https://.")
        if parts.username or parts.password:
            raise Refused("The address of a learning record store must not hold a password. See docs/record.md.")

    def put(self, statements: Sequence[dict[str, Any]]) -> None:
        """Have a batch taken, whole; what was taken before changes nothing. Raises ``Refused``."""
        try:
            self._ask("POST", self._statements, json.dumps(list(statements)).encode())
        except Refused as refusal:
            if refusal.status == 413 and len(statements) > 1:
                half = len(statements) // 2
                self.put(statements[:half])
                self.put(statements[half:])
            elif refusal.status != 409:
                raise
            elif len(statements) > 1:  # one of them is there already, in other words: the others are to be taken
                for each in statements:
                    self.put([each])

    def get(self) -> Iterator[dict[str, Any]]:
        """All statements of Gadfly's students, page by page. Raises ``Refused``, also for what no store says."""
        url, seen = f"{self._statements}?{urlencode({'ascending': 'true', 'limit': 500})}", set[str]()
        while url not in seen and len(seen) < _MOST_PAGES:
            seen.add(url)
            statements, more = self._page(url)
            yield from statements
            if not more:
                return
            url = urljoin(self._statements, more)
            if urlsplit(url)[:2] != urlsplit(self.url)[:2]:  # the key is for this server alone, and not for all to read
                raise Refused(f"{self.url} sends us elsewhere for more statements.")
        raise Refused(f"{self.url} sends us from page to page without an end.")

    def _page(self, url: str) -> tuple[list[dict[str, Any]], str]:
        """The statements of a page, and where more of them are."""
        try:
            told = json.loads(self._ask("GET", url, None) or "{}")
            statements, more = told.get("statements", []), told.get("more") or ""
        except (ValueError, RecursionError, AttributeError):
            statements, more = None, ""
        if not isinstance(statements, list) or not isinstance(more, str):
            raise Refused(f"{self.url} answers what no learning record store does.")
        return statements, more

    @property
    def _statements(self) -> str:
        return f"{self.url.rstrip('/')}/statements"

    def _ask(self, method: str, url: str, body: bytes | None) -> bytes:
        """The answer; where the store is busy or cannot be reached, ask again, each time later."""
        for left in reversed(range(TRIES)):
            try:
                with _OPENER.open(self._request(method, url, body), timeout=SECONDS) as answer:
                    content: bytes = answer.read(_LARGEST + 1)
                    if len(content) > _LARGEST:
                        raise Refused(f"{self.url} answers more than {_LARGEST >> 20} MB at once.")
                    return content
            except urllib.error.HTTPError as error:
                with error:
                    refusal, named = self._refusal(error.code), error.headers.get("Retry-After", "")
                if error.code not in _BUSY or not left:
                    raise refusal from None
            except (OSError, HTTPException) as error:  # URLError is one of these, and what is no HTTP another
                reason = getattr(error, "reason", None) or str(error) or type(error).__name__
                refusal, named = Refused(f"{self.url} cannot be reached: {reason}."), ""
                if not left:
                    raise refusal from None
            self.wait(_pause(TRIES - 1 - left, named))
        raise AssertionError("the last try returns or raises")

    def _request(self, method: str, url: str, body: bytes | None) -> urllib.request.Request:
        headers = {"X-Experience-API-Version": VERSION, "Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Basic {base64.b64encode(self.key.encode()).decode()}"
        return urllib.request.Request(url, body, headers, method=method)  # noqa: S310 - its scheme was looked at

    def _refusal(self, status: int) -> Refused:
        if status in (401, 403):
            return Refused(f"{self.url} does not take the key (HTTP {status}). Set GADFLY_STORE_KEY.", status)
        if status in _BUSY:
            return Refused(f"{self.url} is busy or broken (HTTP {status}).", status)
        return Refused(f"{self.url} does not take what is sent (HTTP {status}).", status)


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow nobody: a key is meant for one server."""

    def redirect_request(self, *_: Any) -> None:
        """Take the redirection for the refusal that it is."""


_OPENER = urllib.request.build_opener(_Stay)


def key_of_user() -> str:
    """The user's key for the store, ``user:password``: ``GADFLY_STORE_KEY``, or ``key`` under ``[store]`` in a file.

    That file is the user's own configuration: what lies in a workspace others may have written and can read.
    """
    chosen = os.environ.get("GADFLY_STORE_KEY")
    if chosen:
        return chosen
    try:
        table = tomllib.loads(config_file().read_text("utf-8-sig")).get("store")
    except (OSError, ValueError, RecursionError):
        return ""
    key = table.get("key") if isinstance(table, dict) else None
    return key if isinstance(key, str) else ""


def _pause(number: int, named: str) -> float:
    """Seconds until the next try: what the server names, else ever longer, and never all clients at once."""
    if named.isdecimal():
        return min(float(named), _LONGEST)
    return min(_FIRST * 2.0**number, _LONGEST) * random.uniform(0.5, 1.0)  # noqa: S311 - no secret
