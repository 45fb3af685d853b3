"""Whatever a client sends, the server goes on, answers each request, and says of each document what a fresh one says.

``benchmarks/fuzz.py`` does the same for as long as one likes.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from helpers.storms import ACTIONS, UNITS
from helpers.weather import stormy


class Server(RuleBasedStateMachine):
    """A server in this process under any sequence of what ``storms`` can do."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stack = AsyncExitStack()

    @initialize(encoding=st.sampled_from(sorted(UNITS)), chance=st.randoms())
    def begin(self, encoding: str, chance: Random) -> None:
        self.weather = self.loop.run_until_complete(self.stack.enter_async_context(stormy(encoding, chance)))

    @rule(
        action=st.sampled_from([action for action, weight in ACTIONS for _ in range(min(weight, 4))]),
        chance=st.randoms(),
    )
    def acts(self, action: object, chance: Random) -> None:
        async def act() -> None:
            action(self.weather.storm, chance)  # type: ignore[operator] # one of the actions

        self.loop.run_until_complete(act())

    @rule()
    def agrees(self) -> None:
        self.loop.run_until_complete(self.weather.agrees())

    def teardown(self) -> None:
        try:
            if hasattr(self, "weather"):
                self.agrees()
        finally:
            self.loop.run_until_complete(self.stack.aclose())
            self.loop.close()


def test_no_storm_brings_the_server_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.root.manager, "disable", logging.CRITICAL)  # each refusal would be in the log
    quick = settings(max_examples=15, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Server, settings=quick)
