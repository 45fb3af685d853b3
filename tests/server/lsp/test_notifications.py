"""What it takes to hand a notification to who follows it: keys are told with notifications."""

from __future__ import annotations

import json
from functools import partial

from gadfly_server.lsp.app import GadflyServer
from helpers.counted import calls_of

KEY = {
    "jsonrpc": "2.0",
    "method": "textDocument/didChange",
    "params": {"textDocument": {"uri": "untitled:a", "version": 2}, "contentChanges": [{"text": "x"}]},
}


async def test_a_notification_is_handed_on_with_few_steps_more_than_it_takes_to_read_it() -> None:
    server = GadflyServer()
    receive = partial(server.receive, [json.dumps(KEY).encode()])
    receive()  # how it is read is worked out once
    assert calls_of(receive) < 3 * calls_of(lambda: server.protocol.structure_message(KEY))
