"""Look a server's name up in a thread that nobody waits for: the loop's own are waited for at the end of a command.

Where no name server can be reached a look-up may take minutes, and whoever left the dialogue would sit there as long.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import urllib.request
from urllib.parse import urlsplit


async def is_known(url: str) -> bool:
    """Tell whether the client will find the way to an address; that is its own business where there is a proxy."""
    loop = asyncio.get_running_loop()
    told: asyncio.Future[bool] = loop.create_future()

    def tell(found: bool) -> None:
        if not told.done():
            told.set_result(found)

    def look() -> None:
        found = _is_known(url)
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, found)

    threading.Thread(target=look, daemon=True, name="look-up").start()
    return await told


def _is_known(url: str) -> bool:
    if urllib.request.getproxies():
        return True
    with contextlib.suppress(OSError, ValueError):  # a name that no name can be is a ValueError
        return bool(socket.getaddrinfo(urlsplit(url).hostname, None))
    return False
