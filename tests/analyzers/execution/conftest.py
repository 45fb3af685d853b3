"""One runner for all tests of a file: its warm worker is what takes long to start."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from gadfly_analyzers.execution.runner import Runner

BARE = ("files", "process namespace", "bubblewrap")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def runner() -> AsyncIterator[Runner]:
    """Start a runner, and end it with all its processes."""
    async with Runner() as started:
        yield started


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bare() -> AsyncIterator[Runner]:
    """Start a runner as on a system that hides nothing: a run works in the student's folder, among all processes."""
    async with Runner(without=BARE) as started:
        yield started
