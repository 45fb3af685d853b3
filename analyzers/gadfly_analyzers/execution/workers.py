"""Processes of ours that work on many programs, each with a warm interpreter of its own."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.util import Finalize
from typing import Any, TypeVar

from gadfly_analyzers.execution.runner import Runner

T = TypeVar("T")
_own = threading.local()


def processes(count: int) -> Executor:
    """So many processes, started afresh, so that nothing of this one is in them; they end with this one."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """End this process as soon as the one that started it has: who was killed can tell nobody to end."""

    def waiting() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    threading.Thread(target=waiting, daemon=True).start()


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
