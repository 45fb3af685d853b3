"""``gadfly serve``: start the language server. Kept apart from the other commands, for it must start fast."""

from __future__ import annotations

import argparse
import functools
import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gadfly_analyzers.execution.processors import processors
from gadfly_server.home import token_of

LEAST_SECRET = 16  # characters


def main(arguments: Sequence[str]) -> int:
    """Serve until the client is gone; return the exit code."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.token:
        if not chosen.students:
            parser.error("--token goes with --students")
        print(token_of(chosen.token, chosen.students))  # noqa: T201 - it was asked for
        return 0
    if chosen.tcp:
        return _serve_tcp(chosen)
    if chosen.metrics or chosen.students or chosen.most:
        parser.error("--metrics, --students and --most go with --tcp")
    return _serve_stdio()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("gadfly serve", description="Speak the language server protocol.")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--stdio", action="store_true", help="over stdin and stdout (the default)")
    way.add_argument(
        *("--tcp",), metavar="HOST:PORT", type=_address, help="to everyone who connects; port 0 picks a free one"
    )
    class_ = parser.add_argument_group("for a class, with --tcp")
    class_.add_argument("--at-once", metavar="N", type=_number, help="runs that may go on at a time (one a processor)")
    class_.add_argument("--most", metavar="N", type=_number, default=0, help="clients that may be there at a time")
    class_.add_argument("--students", metavar="FILE", type=_secret, default=b"", help="the secret behind their tokens")
    class_.add_argument("--token", metavar="NAME", help="print the token of a student, and do not serve")
    class_.add_argument("--metrics", metavar="HOST:PORT", type=_address, help="figures for Prometheus")
    return parser


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is no address: write HOST:PORT, for example 127.0.0.1:7000")
    return host or "127.0.0.1", int(port)


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 up")
    return int(text)


def _secret(text: str) -> bytes:
    try:
        secret = Path(text).read_bytes().strip()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{text} cannot be read: {error.strerror}") from None
    if len(secret) < LEAST_SECRET:
        raise argparse.ArgumentTypeError(f"{text} is too short for a secret: write {LEAST_SECRET} characters or more")
    return secret


def _serve_stdio() -> int:
    with _imports_that_stay():
        _import_protocol()
        from gadfly_server.lsp.app import GadflyServer  # noqa: PLC0415 - not for a usage error
        from gadfly_server.lsp.transport import serve_stdio  # noqa: PLC0415 - the same
    return serve_stdio(GadflyServer)


def _serve_tcp(chosen: argparse.Namespace) -> int:
    with _imports_that_stay():
        _import_protocol()
        from gadfly_server.lsp.app import GadflyServer  # noqa: PLC0415 - not for a usage error
        from gadfly_server.lsp.shared import Shared  # noqa: PLC0415 - the same
        from gadfly_server.lsp.transport import serve_tcp  # noqa: PLC0415 - the same

        shared = Shared(chosen.at_once or processors(), chosen.students, chosen.most)
        if chosen.metrics:
            port = shared.metrics.show(*chosen.metrics)
            print(f"Gadfly's metrics are at http://{chosen.metrics[0]}:{port}/metrics", file=sys.stderr, flush=True)  # noqa: T201 - tells the port
    return serve_tcp(GadflyServer, shared, *chosen.tcp)


@contextmanager
def _imports_that_stay() -> Iterator[None]:
    """Look for garbage seldom while modules come in, which takes a part of our start and finds next to nothing.

    What was imported is never looked through again: that would cost pauses of 30 ms.
    """
    usual = gc.get_threshold()
    gc.set_threshold(5_000, 10, 100)
    yield
    gc.freeze()
    gc.set_threshold(*usual)


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
