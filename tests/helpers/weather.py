"""A storm over a server in this process, and whether the server still says what a fresh one says."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random
from typing import Any

from helpers.storms import Storm, cut
from helpers.wire import Wire, wired

# What a refused message leaves in the log names the reading of messages, or ends with the refusal; a fault does not.
_OURS = re.compile(
    r'File "[^"]*(?:gadfly_analyzers|gadfly_server/(?!lsp/(?:protocol|app)\.py))[^"]*", line(?!.*\.JsonRpc)',
    re.DOTALL,
)


@dataclass
class Weather:
    """A server and the storm over it."""

    wire: Wire
    storm: Storm

    async def agrees(self) -> None:
        """Hold the server against a fresh one that sees only what is open and set now."""
        for _ in range(3):
            await asyncio.sleep(0)  # settings are taken over in tasks
        for uri in self.storm.texts:
            await self.wire.server.settling.settled(uri)  # as it does after a pause
        texts = {document.uri: document.source.text for document in self.wire.server.documents}
        assert texts == self.storm.texts, (texts, self.storm.texts)
        seen = {uri: await _diagnostics(self.wire, uri) for uri in texts}
        async with wired() as fresh:
            options = {"settings": self.storm.settings}
            await fresh.initialize(_capabilities(self.storm.encoding), initializationOptions=options)
            for uri, text in texts.items():
                fresh.open(uri, text)
            expected = {uri: await _diagnostics(fresh, uri) for uri in texts}
        for uri, found in seen.items():
            odd = [each for each in (*found, *expected[uri]) if (each in found) != (each in expected[uri])]
            assert found == expected[uri], (odd[:4], texts[uri][:4000])
        await self.wire.until(lambda: not self.storm.asked)
        faults = [each["message"] for each in self.wire.sent("window/logMessage") if _OURS.search(each["message"])]
        wrong = [*self.storm.wrong, *faults]
        assert not wrong, wrong[0]
        self.wire.notifications.clear()
        self.wire.requests.clear()
        self.wire.data.clear()


@asynccontextmanager
async def stormy(encoding: str, chance: Random) -> AsyncIterator[Weather]:
    """A server that is ready for anything."""
    async with wired() as wire:
        result = await wire.initialize(_capabilities(encoding))
        assert result["capabilities"]["positionEncoding"] == encoding
        storm = Storm(cut(wire.server.receive, chance), encoding)
        wire.stray = storm.hear
        wire.answers["workspace/diagnostic/refresh"] = lambda _: None
        yield Weather(wire, storm)


def _capabilities(encoding: str) -> dict[str, Any]:
    return {
        "textDocument": {"diagnostic": {}},
        "workspace": {"diagnostics": {"refreshSupport": True}},
        "general": {"positionEncodings": [encoding]},
    }


async def _diagnostics(wire: Wire, uri: str) -> Any:
    return (await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}}))["items"]
