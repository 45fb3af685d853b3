"""Carries messages between a client and a server, over stdio or TCP."""

from __future__ import annotations

import asyncio
import contextlib
import io
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from gadfly_server.lsp import lifetime
from gadfly_server.lsp.addresses import naming, written
from gadfly_server.lsp.frames import Frames
from gadfly_server.lsp.sparing import Sparing

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.shared import Shared

_CHUNK = 1 << 16
_PYGLS = ("pygls.protocol.json_rpc", "pygls.protocol.language_server", "pygls.feature_manager")  # who logs what came
_MANY_FILES = 10_240  # as many as macOS gives at most, whatever it says
# Bytes of a message over TCP; of one by a student who is kept to a folder, and of one by nobody knows whom.
_LARGEST, _LARGEST_OF_STUDENT, _LARGEST_GREETING = 64 << 20, 2 << 20, 1 << 20
_TURN = 0.010  # seconds that one client's messages take before those of others are looked at
_SILENCE = {
    "TCP_KEEPIDLE": 10,  # seconds; after it the other computer is asked
    "TCP_KEEPINTVL": 5,
    "TCP_KEEPCNT": 3,  # so often, then it is gone
    "TCP_USER_TIMEOUT": 30_000,  # milliseconds, where something that we said is on the way
}


class Outlet:
    """What the protocol writes to. A client that is gone ends the conversation instead of raising."""

    def __init__(self, write: Callable[[bytes], object], gone: Callable[[], object]) -> None:
        self._write = write
        self._gone = gone

    def write(self, data: bytes) -> None:
        try:
            self._write(data)
        except (OSError, ValueError):
            self._gone()

    def close(self) -> None:
        """Leave the stream open: whoever opened it closes it."""


def serve_stdio(make_server: Callable[[], GadflyServer]) -> int:
    """Talk to the one client at the other end of stdin and stdout; return the exit code."""
    outgoing = _own_stdout()
    return asyncio.run(_converse_stdio(make_server, outgoing))


def serve_tcp(make_server: Callable[[Shared], GadflyServer], shared: Shared, host: str, port: int) -> int:
    """Talk to every client that connects, each with a server of its own, until interrupted.

    Several processes may listen at the same place; the system spreads clients over them.
    Raises ``NoAddressError``.
    """
    _open_many_files()
    for name in _PYGLS:
        logging.getLogger(name).addFilter(Sparing())
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_listen(make_server, shared, host, port))
    return 0


def _open_many_files() -> None:
    """Take as many open files as the system gives: each student needs about seven, and 1024 are soon used up."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - there is none on Windows

        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        for number in (most, max(now, _MANY_FILES)):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (number, most))
                return


def _own_stdout() -> io.FileIO:
    """Take stdout away from everyone else: what others print goes to stderr, and no child inherits it."""
    sys.stdout.flush()
    outgoing = io.FileIO(os.dup(1), "wb")
    os.dup2(2, 1)
    return outgoing


async def _converse_stdio(make_server: Callable[[], GadflyServer], outgoing: io.FileIO) -> int:
    loop = asyncio.get_running_loop()
    server = make_server()
    server.watches_client = True
    server.protocol.set_writer(Outlet(_whole(outgoing), server.stop))
    _attend(loop, server)
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            loop.add_signal_handler(name, server.stop)
    return await _leaving(await server.run())


async def _leaving(code: int) -> int:
    """Give what threads still work out a while to end; what nobody waits for any more must not keep the process."""
    ending = asyncio.ensure_future(asyncio.get_running_loop().shutdown_default_executor())
    await asyncio.wait([ending], timeout=lifetime.FAREWELL)
    if not ending.done():
        os._exit(code)
    return code


def _whole(outgoing: io.FileIO) -> Callable[[bytes], None]:
    def write(data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[outgoing.write(rest) :]

    return write


def _attend(loop: asyncio.AbstractEventLoop, server: GadflyServer) -> None:
    """Read stdin as it comes, never on a pool that others use: slow work elsewhere cannot make the server deaf."""
    frames = Frames()

    def read() -> None:
        data = os.read(0, _CHUNK)
        server.receive(frames.feed(data))
        if not data:
            loop.remove_reader(0)
            server.stop()

    try:
        loop.add_reader(0, read)
    except (NotImplementedError, OSError):  # Windows, or stdin is a file: a thread of its own, at the cost of a switch
        threading.Thread(target=_pump, args=(loop, server), name="stdin", daemon=True).start()


def _pump(loop: asyncio.AbstractEventLoop, server: GadflyServer) -> None:
    """Read stdin to its end. Unbuffered: a buffered reader's lock would block the interpreter's exit."""
    frames = Frames()
    incoming = io.FileIO(0, closefd=False)
    with contextlib.suppress(RuntimeError, OSError):  # the loop was closed while we waited
        while data := incoming.read(_CHUNK):
            if bodies := frames.feed(data):
                loop.call_soon_threadsafe(server.receive, bodies)
        loop.call_soon_threadsafe(server.stop)


async def _listen(make_server: Callable[[Shared], GadflyServer], shared: Shared, host: str, port: int) -> None:
    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server = make_server(shared)
        with shared.guests.at_the_door(server.stop):
            if not shared.roster.secret and not shared.guests.come_in(server.stop, ""):
                server.stop()
            await _converse_tcp(server, reader, writer)

    with naming(host, port):
        listener = await asyncio.start_server(converse, host, port, reuse_port=hasattr(socket, "SO_REUSEPORT") or None)
    place = written(*listener.sockets[0].getsockname()[:2])
    print(f"Gadfly listens on {place}", file=sys.stderr, flush=True)  # noqa: T201 - tells the port
    try:
        async with listener:
            await listener.serve_forever()
    finally:
        await shared.close()


async def _converse_tcp(server: GadflyServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    _notice_who_vanishes(writer.get_extra_info("socket"))
    server.protocol.set_writer(Outlet(writer.write, server.stop))
    reading = asyncio.create_task(_read_all(reader, writer, server))
    try:
        await server.run()
    finally:
        reading.cancel()
        await _hang_up(writer)


async def _read_all(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, server: GadflyServer) -> None:
    frames = Frames()
    try:
        with contextlib.suppress(OSError):  # also of who is gone without a word, which is no ConnectionError
            while data := await reader.read(_CHUNK):
                bodies = frames.feed(data)
                if left := frames.left_out():
                    server.missed(left)
                await _in_turns(server, bodies, writer)
                if frames.waiting > _largest(server):
                    begun = None if server.is_with_stranger else frames.leave_out()
                    if begun is None:
                        break
                    server.misses(begun)
    finally:
        server.stop()


def _largest(server: GadflyServer) -> int:
    if server.is_with_stranger:
        return _LARGEST_GREETING
    return _LARGEST_OF_STUDENT if server.bounds.folder else _LARGEST


async def _in_turns(server: GadflyServer, bodies: list[bytes], writer: asyncio.StreamWriter) -> None:
    """Handle messages, others' in between; of a client that does not take its answers no more are handled."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    for body in bodies:
        server.receive([body])
        if loop.time() - began > _TURN:
            await writer.drain()
            await asyncio.sleep(0)
            began = loop.time()
    await writer.drain()


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    """Let a client take what was said last; whoever does not keeps neither our memory nor a file open."""
    writer.close()
    try:
        with contextlib.suppress(OSError, asyncio.TimeoutError):
            await asyncio.wait_for(writer.wait_closed(), lifetime.FAREWELL)
    finally:
        writer.transport.abort()


def _notice_who_vanishes(connection: socket.socket) -> None:
    """Have the system ask whether a silent client is there: a computer that was switched off says no goodbye."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, number in _SILENCE.items():
        if hasattr(socket, name):
            connection.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), number)
