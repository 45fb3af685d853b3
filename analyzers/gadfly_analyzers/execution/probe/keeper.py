"""Watches one run: kills it when the server asks or goes away, kills what it leaves behind, says how it ended."""

from __future__ import annotations

import json
import mmap
import os
import select
import shutil
import signal
import tempfile
import time
from typing import Any, NamedTuple, Optional

from gadfly_analyzers.execution.probe import (
    child,
    defences,
    guards,
    keepsakes,
    own_user,
    processes,
    reach,
    reached,
    rewriting,
    seal,
    session,
)

POLL_SECONDS = 0.1
EXPECTED = 2  # processes: the run's, and the first one of its namespace
TELL_SECONDS = 0.2
LONGEST_REQUEST = 16 * 1024 * 1024


def keep(descriptor: int, tools: session.Tools) -> None:
    """Read the request, fork the child that runs the tests, and stay until nothing of it is left."""
    os.setsid()
    processes.become_subreaper()
    line = read_line(descriptor)
    if not line:
        os._exit(0)
    request = json.loads(line)
    os.nice(request["nice"])
    request["scratch"] = scratch = tempfile.mkdtemp(prefix="run-", dir=tools.cache)
    request["started"] = mmap.mmap(-1, reached.SIZE)
    request["rewritten"] = rewriting.prepared(request["tests"], "" if request.get("hidden") else tools.cache)
    request["wary"] = reach.reaches(request["program"], request["paths"])
    files = keepsakes.kept([request["program"], *request["tests"]])
    faults = os.open(os.path.join(scratch, "faults"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        request["without"] = tools.without
        request["before"] = [*tools.inside, *defences.before(tools.without)]
        request["user"] = user = defences.own_user_of_run(request["before"], tools.without)
        wakeup = processes.wake_on_child()
        ours, theirs = os.pipe()
        sealed = seal.fresh()
        pid = launch(request, Ends(descriptor, ours, theirs), sealed.twin(), faults, tools)
        os.close(theirs)
        at = Watch(descriptor, wakeup, pid, faults, ours, seal.Relay(sealed))
        ended = watch(at, request["limits"]["processes"], user)
        pass_on_rest(at)
        if request["started"][guards.BEYOND]:
            ended["restored"] = keepsakes.restore(files)
        ended["wary"] = request["wary"]
        ended["reached"] = reached.read(request["started"])
        ended["faults"] = os.pread(faults, 65536, 0).decode("utf-8", "replace")
        tell(descriptor, b"\n" + json.dumps(ended).encode() + b"\n")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    os._exit(0)


def read_line(descriptor: int) -> bytes:
    """Read the request, one line."""
    data = b""
    while len(data) < LONGEST_REQUEST and not data.endswith(b"\n"):
        part = os.read(descriptor, 65536)
        if not part:
            return b""
        data += part
    return data


class Ends(NamedTuple):
    """Descriptors: ``line`` leads to the server, ``ours`` and ``theirs`` from the run to the keeper."""

    line: int
    ours: int
    theirs: int


def launch(request: "dict[str, Any]", ends: Ends, sealed: seal.Seal, faults: int, tools: session.Tools) -> int:
    """Fork the child, which can write to us and to nobody else."""
    pid = os.fork()
    if pid == 0:
        try:
            os.close(ends.line)
            os.close(ends.ours)
            child.run(request, ends.theirs, sealed, faults, tools)
        finally:
            os._exit(70)
    return pid


class Watch(NamedTuple):
    """What a keeper looks at."""

    descriptor: int
    wakeup: int
    pid: int
    faults: int
    results: int
    relay: seal.Relay


def watch(at: Watch, allowed: int, user: int) -> "dict[str, Any]":
    """Wait for the child's end, the server's word or too many processes; then end all that is left."""
    why: Optional[str] = None
    status: Optional[int] = None
    listening = [at.descriptor, at.wakeup, at.results]
    counted = time.monotonic()
    while status is None:
        ready, _, _ = select.select(listening, [], [], POLL_SECONDS)
        if at.results in ready and not pass_on(at):
            listening.remove(at.results)
        if at.wakeup in ready:
            os.read(at.wakeup, 4096)
        status = dict(processes.ended_children()).get(at.pid)
        if status is not None:
            break
        if at.descriptor in ready:
            late = "processes" if are_more_than(allowed) else "late"
            why = late if heard(at.descriptor) else "cancelled"
        elif time.monotonic() - counted > POLL_SECONDS:
            counted = time.monotonic()
            why = "processes" if are_more_than(allowed) else None
        if why:
            if why == "late":  # there is no time to lose with what multiplies
                let_tell(at)
            processes.kill_tree(at.pid)
            status = signal.SIGKILL
    return {"kind": "ended", "status": status, "why": why, "left": sweep(user)}


def are_more_than(allowed: int) -> bool:
    """Tell whether a run has started more processes than it may."""
    most = allowed + EXPECTED
    return len(processes.descendants_of(os.getpid(), most)) > most


def pass_on(at: Watch) -> bool:
    """Hand on what the run says; false if it will say no more."""
    data = os.read(at.results, 1 << 18)
    messages = at.relay.take(data)
    if messages:
        tell(at.descriptor, b"\n".join(messages) + b"\n")
    return bool(data)


def pass_on_rest(at: Watch) -> None:
    """Hand on what the run said before its end; whoever could say more is gone."""
    os.set_blocking(at.results, False)
    try:
        while pass_on(at):
            pass
    except BlockingIOError:
        return


def heard(descriptor: int) -> bytes:
    """Read what the server says: nothing if it is gone, also if it was killed before it read what we told it."""
    try:
        return os.read(descriptor, 64)
    except ConnectionResetError:
        return b""


def let_tell(at: Watch) -> None:
    """Have the interpreter write down where it is, if it still can, before it is killed."""
    before = os.fstat(at.faults).st_size
    processes.send(at.pid, processes.TELL)
    until = time.monotonic() + TELL_SECONDS
    while time.monotonic() < until and os.fstat(at.faults).st_size == before:
        time.sleep(0.005)


def sweep(user: int) -> int:
    """Kill everything that is still below this process, again and again until nothing is; return how many were."""
    if user:
        own_user.end(user)
    left: "set[int]" = set()
    patience = time.monotonic() + 5
    while time.monotonic() < patience:
        alive = processes.descendants_of(os.getpid())
        for pid in alive:
            processes.kill_tree(pid)
        left.update(alive)
        gone = dict(processes.ended_children())
        if not alive and not gone:
            break
        if not gone:
            time.sleep(0.002)
    return len(left)


def tell(descriptor: int, data: bytes) -> None:
    """Write to the server."""
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    except OSError:
        pass  # the server is gone
