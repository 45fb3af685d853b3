"""A warm interpreter of the student's, and the connections to the runs that are forked from it."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import os
import shutil
import signal
import socket
import tempfile
from asyncio.subprocess import DEVNULL, Process
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from gadfly_analyzers.execution import bubblewrap, job_object
from gadfly_analyzers.execution.environment import environment
from gadfly_analyzers.execution.results import Problem, ProblemKind

Message = dict[str, Any]

START_SECONDS = 30.0
END_SECONDS = 6.0
JOB_PROCESSES, JOB_BYTES = 64, 1 << 30
LONGEST_LINE = 8 * 1024 * 1024
READ_AT_ONCE = 256 * 1024
_LAST_WORDS = "stderr"
_PROBE = Path(__file__).parent / "probe" / "__main__.py"
_LENT = ("pytest", "pluggy", "iniconfig", "packaging", "pygments", "exceptiongroup", "tomli", "typing_extensions")


class WorkerDiedError(Exception):
    """The warm interpreter is gone; another one may be started."""


class Worker:
    """One warm interpreter; ``open`` forks a run from it."""

    def __init__(self, process: Process, control: socket.socket, cache: str) -> None:
        self._process = process
        self._control = control
        self._cache = cache
        self._endings: set[asyncio.Future[None]] = set()
        self.makes_namespaces = False
        self.job: job_object.Handle | None = None  # of Windows: what is in it ends with it

    @property
    def pid(self) -> int:
        """The process id of the warm interpreter."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Tell whether it still runs, as far as is known."""
        return self._process.returncode is None

    async def open(self, request: Mapping[str, Any]) -> Run:
        """Fork a run and give it its request."""
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self._control, [b"R"], [theirs.fileno()])
        except OSError as error:
            ours.close()
            raise WorkerDiedError from error
        finally:
            theirs.close()
        reader, writer = await asyncio.open_connection(sock=ours, limit=LONGEST_LINE)
        writer.write(json.dumps(request).encode() + b"\n")
        return Run(reader, writer, self._endings)

    async def last_words(self) -> str:
        """End an interpreter that failed; returns the last line that it wrote."""
        await self._end()
        try:
            said = Path(self._cache, _LAST_WORDS).read_bytes().decode("utf-8", "replace").strip().splitlines()
        except OSError:  # it has cleared up behind it
            said = []
        return said[-1] if said else "it ended at once"

    async def close(self) -> None:
        """End the interpreter; runs that are still open end with their connections."""
        await asyncio.gather(*self._endings, return_exceptions=True)
        self._control.close()
        await self._end()
        shutil.rmtree(self._cache, ignore_errors=True)

    async def _end(self) -> None:
        """Kill it; not by ``Process.kill``, which may take its exit status from under the event loop."""
        if self.alive:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        if self.job:
            self.job.close()
        await self._process.wait()


class Run:
    """The connection to one run; leaving the context kills whatever is left of the run.

    Nobody waits for that to be over if the run has told all that was wanted of it: ``is_told`` says so.
    """

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, endings: set[asyncio.Future[None]]
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._endings = endings
        self._lines: deque[bytes] = deque()
        self._rest = b""  # of a line that has not come to its end
        self.is_told = False

    async def __aenter__(self) -> Run:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        ending = asyncio.ensure_future(self._end())
        if self.is_told and kind is None:
            self._endings.add(ending)
            ending.add_done_callback(self._endings.discard)
            return
        try:
            await asyncio.shield(ending)
        except asyncio.CancelledError:
            await ending  # a second cancellation does not let the run live either
            raise

    async def receive(self) -> Message | None:
        """Wait for the next message; ``None`` after the last one."""
        while (message := self.arrived()) is None:
            try:
                data = await self._reader.read(READ_AT_ONCE)
            except OSError:
                return None
            if not data or len(self._rest) > LONGEST_LINE:
                return None
            *lines, self._rest = (self._rest + data).split(b"\n")
            self._lines.extend(lines)
        return message

    def arrived(self) -> Message | None:
        """Give the next message if it is here already, so that nobody has to wait for it; ``None`` if there is none."""
        while self._lines:
            line = self._lines.popleft()
            with contextlib.suppress(ValueError, RecursionError):
                message = json.loads(line)
                if isinstance(message, dict) and "kind" in message:
                    return message
        return None

    def kill(self) -> None:
        """Ask for the run's end; its last message follows."""
        with contextlib.suppress(OSError, RuntimeError):
            self._writer.write(b"kill\n")

    async def _end(self) -> None:
        """Wait until nothing of the run is left."""
        with contextlib.suppress(OSError, RuntimeError):
            self._writer.write_eof()
        with contextlib.suppress(OSError, ValueError, asyncio.TimeoutError):
            await asyncio.wait_for(self._drain(), END_SECONDS)
        self._writer.close()

    async def _drain(self) -> None:
        """Read to the end, which comes when the run's keeper is gone."""
        while await self._reader.read(65536):
            pass


async def start_worker(interpreter: Path, without: Collection[str] = ()) -> Worker | Problem:
    """Start an interpreter and wait until it is warm; through bubblewrap, if it cannot make namespaces by itself."""
    worker = await _started(interpreter, without, ())
    if isinstance(worker, Problem) or worker.makes_namespaces or bubblewrap.NAME in without:
        return worker
    words = await asyncio.to_thread(bubblewrap.command)
    wrapped = await _started(interpreter, without, words) if words else worker
    if isinstance(wrapped, Problem):
        return worker
    if wrapped is not worker:
        await worker.close()
    return wrapped


async def _started(interpreter: Path, without: Collection[str], words: Sequence[str]) -> Worker | Problem:
    """Start an interpreter, behind the words of another command."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    cache = tempfile.mkdtemp(prefix="gadfly-")
    inside = [bubblewrap.NAME] if words else []
    settings = {"lend": _lent_folders(), "cache": cache, "without": sorted(without), "inside": inside}
    try:
        with Path(cache, _LAST_WORDS).open("wb") as said:  # not a pipe: its end would wait for all whom a run left
            process = await asyncio.create_subprocess_exec(
                *(*words, str(interpreter), "-s", "-B", str(_PROBE), json.dumps(settings)),
                stdin=theirs.fileno(),
                stdout=DEVNULL,
                stderr=said,
                start_new_session=True,
                env=environment(),
            )
    except OSError as error:
        ours.close()
        shutil.rmtree(cache, ignore_errors=True)
        return _no_interpreter(interpreter, error.strerror or str(error))
    finally:
        theirs.close()
    worker = Worker(process, ours, cache)
    worker.job = job_object.confine(process.pid, JOB_PROCESSES, JOB_BYTES)
    try:
        return await _greeted(worker, ours, interpreter)
    except BaseException:
        await worker.close()
        raise


async def _greeted(worker: Worker, control: socket.socket, interpreter: Path) -> Worker | Problem:
    """Wait for the worker's first message."""
    try:
        hello = json.loads(await asyncio.wait_for(_line(control), START_SECONDS))
    except asyncio.TimeoutError:
        await worker.close()
        return _no_interpreter(interpreter, f"it did not start within {START_SECONDS:g} s")
    except (ValueError, OSError):
        reason = await worker.last_words()
        await worker.close()
        return _no_interpreter(interpreter, reason)
    if "problem" in hello:
        await worker.close()
        return _no_interpreter(interpreter, f"pytest does not load there ({hello['problem']})")
    worker.makes_namespaces = bool(hello["namespaces"])
    return worker


async def _line(control: socket.socket) -> bytes:
    """Read one line from the control socket."""
    data = b""
    while not data.endswith(b"\n"):
        part = await asyncio.get_running_loop().sock_recv(control, 4096)
        if not part:
            raise ConnectionResetError
        data += part
    return data


def _no_interpreter(interpreter: Path, reason: str) -> Problem:
    """Word that tests cannot run with this interpreter."""
    message = f"Tests cannot run with the Python at `{interpreter}`: {reason}. Gadfly needs Python 3.9 or newer."
    return Problem(ProblemKind.NO_INTERPRETER, message)


def _lent_folders() -> list[str]:
    """List the folders that hold our pytest and what it needs."""
    folders: list[str] = []
    for name in _LENT:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            path = Path(spec.origin)
            folder = str(path.parent.parent if path.name == "__init__.py" else path.parent)
            if folder not in folders:
                folders.append(folder)
    return folders
