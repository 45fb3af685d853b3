"""What strangers bring about does not fill the log of a server."""

from __future__ import annotations

import logging

import pytest

from gadfly_server.lsp.sparing import LINES, Sparing


def test_a_flood_is_cut_off_counted_and_over_after_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    log = logging.Logger("a door")
    log.addFilter(Sparing(lambda: now[0]))
    log.addHandler(caplog.handler)
    for number in range(LINES + 5):
        log.warning("%d came", number)
    assert caplog.messages == [f"{number} came" for number in range(LINES)]
    now[0] = 61.0
    log.warning("%s came", "one more")
    assert caplog.messages[-1] == "5 more like this were not written down. one more came"
    log.warning("%s came", "another")
    assert caplog.messages[-1] == "another came"
