"""One runner for all tests of a file: its warm worker is what takes long to start."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from gadfly_analyzers.execution.runner import Runner

pytest.register_assert_rewrite("helpers.predictions")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def runner() -> AsyncIterator[Runner]:
    """Start a runner, and end it with all its processes."""
    async with Runner() as started:
        yield started
