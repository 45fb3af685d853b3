"""Processes of ours that work on many programs, each with a warm interpreter of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.util import Finalize
from typing import Any, TypeVar

from gadfly_analyzers.execution.runner import Runner

T = TypeVar("T")
_own = threading.local()


def processes(count: int) -> Executor:
    """So many processes, started afresh, so that nothing of this one is in them."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"))


def warmly(work: Callable[[Runner], Coroutine[Any, Any, T]]) -> T:
    """Do work with the warm interpreters of this thread, which stay for what comes next.

    Not for who is inside of a running loop already.
    """
    if not hasattr(_own, "loop"):
        _own.loop, _own.runner = asyncio.new_event_loop(), Runner()
        Finalize(None, _close, args=(_own.loop, _own.runner), exitpriority=10)
    done: T = _own.loop.run_until_complete(work(_own.runner))
    return done


def _close(loop: asyncio.AbstractEventLoop, runner: Runner) -> None:
    """End the warm interpreters of a thread when its process ends."""
    if not loop.is_running():
        loop.run_until_complete(runner.close())
        loop.close()
