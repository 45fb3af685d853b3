"""``gadfly serve``: start the language server. Kept apart from the other commands, for it must start fast."""

from __future__ import annotations

import argparse
import functools
import gc
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Serve until the client is gone; return the exit code."""
    chosen = _parser().parse_args(arguments)
    if chosen.tcp:
        host, _, port = chosen.tcp.rpartition(":")
        return _serve_tcp(host or "127.0.0.1", int(port))
    return _serve_stdio()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("gadfly serve", description="Speak the language server protocol.")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--stdio", action="store_true", help="over stdin and stdout (the default)")
    way.add_argument("--tcp", metavar="HOST:PORT", help="to everyone who connects; port 0 picks a free one")
    return parser


def _serve_stdio() -> int:
    _import_protocol()
    from gadfly_server.lsp.app import GadflyServer  # noqa: PLC0415 - not for a usage error
    from gadfly_server.lsp.transport import serve_stdio  # noqa: PLC0415 - the same

    gc.freeze()  # what was imported stays: looking through it again and again costs pauses of 30 ms
    return serve_stdio(GadflyServer)


def _serve_tcp(host: str, port: int) -> int:
    _import_protocol()
    from gadfly_server.lsp.app import GadflyServer  # noqa: PLC0415 - not for a usage error
    from gadfly_server.lsp.transport import serve_tcp  # noqa: PLC0415 - the same

    gc.freeze()  # the same
    return serve_tcp(GadflyServer, host, port)


def _import_protocol() -> None:
    """Import lsprotocol without methods that nobody calls: it builds hundreds of classes, half of our start.

    It has no way to ask for that (its issue 441), so the decorator that builds them is lent to it for a moment.
    """
    import attrs  # noqa: PLC0415 - not for a usage error

    define = attrs.define
    attrs.define = functools.partial(define, repr=False, eq=False, slots=False)
    try:
        import lsprotocol.types  # noqa: F401, PLC0415 - this is the moment
    finally:
        attrs.define = define
