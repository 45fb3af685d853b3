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
from gadfly_server.lsp import heap
from gadfly_server.lsp.roster import Roster, read_roster

ANYBODY = (
    "Gadfly does not listen there without a students file: whoever reaches that address could read your files and "
    "run programs as you. Listen at 127.0.0.1, or name a file with --students; docs/class-server.md shows how."
)
EVERYBODY_HERE = (
    "Gadfly: everybody on this computer can connect, read your files and run programs as you. "
    "Where others work on it too, name a students file with --students; docs/class-server.md shows how."
)
ANYWHERE = (
    "Gadfly: every student can name any folder that this server may read, and any program for it to run. "
    "Write a students file in TOML that names a folder for each; docs/class-server.md shows how."
)
_SELDOM = (20_000, 10, 100)  # see gc.set_threshold: objects more than were freed, then how many rounds for older ones


def main(arguments: Sequence[str]) -> int:
    """Serve until the client is gone; return the exit code."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.token:
        if not chosen.students:
            parser.error("--token goes with --students")
        if chosen.students.keeps_apart and chosen.students.folder_of(chosen.token) is None:
            parser.error(f"the students file has no folder for {chosen.token!r}, so no token would let anybody in")
        print(token_of(chosen.token, chosen.students.secret))  # noqa: T201 - it was asked for
        return 0
    if not chosen.tcp and (chosen.metrics or chosen.students or chosen.most):
        parser.error("--metrics, --students and --most go with --tcp")
    heap.tidy()
    return _serve_tcp(chosen) if chosen.tcp else _serve_stdio()


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
    class_.add_argument(
        "--students", metavar="FILE", type=_roster, help="the secret behind their tokens, their folders"
    )
    class_.add_argument("--token", metavar="NAME", type=_name, help="print the token of a student, and do not serve")
    class_.add_argument("--metrics", metavar="HOST:PORT", type=_address, help="figures for Prometheus")
    return parser


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is no address: write HOST:PORT, for example 127.0.0.1:7000")
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    return host or "127.0.0.1", int(port)


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 up")
    return int(text)


def _name(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("a student needs a name: --token ada")
    return text


def _roster(text: str) -> Roster:
    from gadfly_server.classroom.reading import LEFT_OUT, UnreadableError  # noqa: PLC0415 - only for a class

    try:
        return read_roster(Path(text))
    except UnreadableError as error:
        raise argparse.ArgumentTypeError(str(error).removesuffix(LEFT_OUT).strip()) from None


def _serve_stdio() -> int:
    with _imports_that_stay():
        _import_protocol()
        from gadfly_server.lsp.app import GadflyServer  # noqa: PLC0415 - not for a usage error
        from gadfly_server.lsp.transport import serve_stdio  # noqa: PLC0415 - the same
    return serve_stdio(GadflyServer)


def _serve_tcp(chosen: argparse.Namespace) -> int:
    with _imports_that_stay():
        _import_protocol()
        from gadfly_server.lsp.addresses import NoAddressError, is_own, naming, written  # noqa: PLC0415 - only for a class
        from gadfly_server.lsp.app import GadflyServer  # noqa: PLC0415 - not for a usage error
        from gadfly_server.lsp.shared import Shared  # noqa: PLC0415 - the same
        from gadfly_server.lsp.transport import serve_tcp  # noqa: PLC0415 - the same

    roster = chosen.students or Roster()
    if not roster.secret and not is_own(chosen.tcp[0]):
        print(ANYBODY, file=sys.stderr)  # noqa: T201 - who runs the server should know
        return 2
    if not roster.keeps_apart:
        print(ANYWHERE if roster.secret else EVERYBODY_HERE, file=sys.stderr, flush=True)  # noqa: T201 - the same
    shared = Shared(chosen.at_once or processors(), roster, chosen.most)
    try:
        if chosen.metrics:
            with naming(*chosen.metrics):
                port = shared.metrics.show(*chosen.metrics)
            place = written(chosen.metrics[0], port)
            print(f"Gadfly's metrics are at http://{place}/metrics", file=sys.stderr, flush=True)  # noqa: T201 - tells the port
        return serve_tcp(GadflyServer, shared, *chosen.tcp)
    except NoAddressError as error:
        print(error, file=sys.stderr)  # noqa: T201 - who runs the server should know
        return 2


@contextmanager
def _imports_that_stay() -> Iterator[None]:
    """Look for garbage seldom: while modules come in it takes a part of our start and finds next to nothing.

    What was imported is never looked through again: that would cost pauses of 30 ms. Of what comes later little is in
    circles, and to look through all that a class keeps as often as Python does took a third of a server's time.
    """
    gc.set_threshold(*_SELDOM)
    yield
    gc.freeze()


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
