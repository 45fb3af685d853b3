"""Where a server listens: how an address is written, and what is said of one that cannot be had."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager


class NoAddressError(Exception):
    """Nobody can listen at an address; the message is for people, and names it."""


def written(host: str, port: int) -> str:
    """An address as people write it: ``127.0.0.1:7000``, ``[::1]:7000``."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def is_own(host: str) -> bool:
    """Whether only this computer can connect to a host: of names, ``localhost`` alone is taken for that."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def naming(host: str, port: int) -> Iterator[None]:
    """Raise ``NoAddressError`` if somebody cannot begin to listen at an address."""
    try:
        yield
    except (OSError, UnicodeError) as error:  # the second: no name of a computer
        why = (isinstance(error, OSError) and error.strerror) or error
        raise NoAddressError(f"Gadfly cannot listen at {written(host, port)}: {why}") from None
