"""Whatever is killed at whatever moment, nothing that was shown is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.kills import survive


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads /proc")
async def test_every_turn_that_was_shown_survives_kills_of_server_and_worker(tmp_path: Path) -> None:
    outcome = await survive(tmp_path, 10, seed=7)
    assert outcome.servers + outcome.workers >= 10
    assert len(outcome.shown) > 10
    assert outcome.lost == []
