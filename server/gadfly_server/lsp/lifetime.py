"""Ends the conversation when the client's process vanishes, even if it left its pipe open to others."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable

FAREWELL = 5.0  # seconds that our workers have to end
_LOOK = 2.0


async def watch(process_id: int, gone: Callable[[], object]) -> None:
    """Call ``gone`` once the process has ended; a process we cannot see (another container) is not watched."""
    if sys.platform == "win32":
        return  # signal 0 would end it there; the end of stdin tells enough
    while _alive(process_id):
        await asyncio.sleep(_LOOK)
        if not _alive(process_id):
            gone()


def _alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
