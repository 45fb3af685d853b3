"""Ends the conversation when the client's process vanishes, even if it left its pipe open to others."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable

FAREWELL = 5.0  # seconds that our workers have to end
_LOOK = 2.0


def can_watch(process_id: int) -> bool:
    """Whether there is such a process for us: it may live in another container, and is then not to be missed."""
    # On Windows signal 0 would end it; there the end of stdin has to tell enough.
    return sys.platform != "win32" and _alive(process_id)


async def watch(process_id: int, gone: Callable[[], object]) -> None:
    """Call ``gone`` once the process has ended."""
    while _alive(process_id):
        await asyncio.sleep(_LOOK)
    gone()


def _alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
