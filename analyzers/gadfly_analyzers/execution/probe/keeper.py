"""Watches one run: kills it when the server asks or goes away, kills what it leaves behind, says how it ended."""

from __future__ import annotations

import contextlib
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
    callers,
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
GATHER_SECONDS = 0.005  # what trials tell is much and short: to be woken by each message takes the run's processor
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
    kept = "" if request.get("hidden") else tools.cache
    request["rewritten"] = rewriting.prepared(request["tests"], kept, lambda path: say_prepared(descriptor, path))
    request["wary"] = "trials" not in request and reach.reaches(request["program"], request["paths"])
    request["heard"] = request["wary"] and not callers.are_looked_at(request["program"])
    files = keepsakes.kept([request["program"], *request["tests"]])
    faults = place_for_faults(scratch)
    user = 0
    try:
        request["without"] = tools.without
        request["before"] = [*tools.inside, *defences.before(tools.without)]
        request["user"] = user = defences.own_user_of_run(request["before"], tools.without)
        wakeup = processes.wake_on_child()
        ours, theirs = os.pipe()
        sealed = seal.fresh()
        pid = launch(request, Ends(descriptor, ours, theirs), sealed.twin(), faults, tools)
        os.close(theirs)
        at = Watch(descriptor, wakeup, pid, faults, ours, seal.Relay(sealed), gathers="trials" in request)
        ended = watch(at, request["limits"], user)
        pass_on_rest(at)
        if request["started"][guards.BEYOND]:
            ended["restored"] = keepsakes.restore(files)
        ended["heard"] = request["heard"]
        ended["reached"] = reached.read(request["started"])
        ended["faults"] = os.pread(faults, 65536, 0).decode("utf-8", "replace")
        tell(descriptor, b"\n" + json.dumps(ended).encode() + b"\n")
    finally:
        sweep(user)  # also where we have failed: on a machine that is full, any call may
        clear(scratch)
    os._exit(0)


def place_for_faults(scratch: str) -> int:
    """Open a file to which the interpreter writes where it is when it dies: one in memory, where there are such."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("faults")
    return os.open(os.path.join(scratch, "faults"), os.O_RDWR | os.O_CREAT, 0o600)


def clear(scratch: str) -> None:
    """Remove a run's own folder, in which nothing is where the run saw another one in its place."""
    try:
        os.rmdir(scratch)
    except OSError:
        shutil.rmtree(scratch, ignore_errors=True)


def say_prepared(descriptor: int, path: str) -> None:
    """Tell the server which file is being prepared, while there is nobody else who could tell anything."""
    tell(descriptor, json.dumps({"kind": "preparing", "path": path}).encode() + b"\n")


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
    gathers: bool


def watch(at: Watch, limits: "dict[str, Any]", user: int) -> "dict[str, Any]":
    """Wait for the child's end, the server's word or too much of anything; then end all that is left."""
    why: Optional[str] = None
    status: Optional[int] = None
    listening = [at.descriptor, at.wakeup, at.results]
    counted = time.monotonic()
    while status is None:
        ready, _, _ = select.select(listening, [], [], POLL_SECONDS)
        if at.results in ready and not pass_on_gathered(at):
            listening.remove(at.results)
        if at.wakeup in ready:
            os.read(at.wakeup, 4096)
        status = dict(processes.ended_children()).get(at.pid)
        if status is not None:
            break
        if at.descriptor in ready:
            why = (too_much(limits) or "late") if heard(at.descriptor) else "cancelled"
        elif time.monotonic() - counted > POLL_SECONDS:
            counted = time.monotonic()
            why = too_much(limits)
        if why:
            if why == "late":  # there is no time to lose with what multiplies
                let_tell(at)
            processes.kill_children(spared=at.pid)
            processes.kill_tree(at.pid)
            status = signal.SIGKILL
    return {"kind": "ended", "status": status, "why": why, "left": sweep(user)}


def too_much(limits: "dict[str, Any]") -> Optional[str]:
    """Tell of what a run has more than it may: processes, or memory where each of several takes its share."""
    most = limits["processes"] + EXPECTED
    found = processes.descendants_of(os.getpid(), most)
    if len(found) > most:
        return "processes"
    takes = len(found) > EXPECTED and processes.take_more_than(found, limits["memory_of_all_bytes"])
    return "memory" if takes else None


def pass_on_gathered(at: Watch) -> bool:
    """Hand on what the run says, and let more of it gather before the next time."""
    says_more = pass_on(at)
    if says_more and at.gathers:
        select.select([at.descriptor, at.wakeup], [], [], GATHER_SECONDS)
    return says_more


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
        with contextlib.suppress(OSError):  # where no process can be started; the others are killed one by one
            own_user.end(user)
    left: "set[int]" = set()
    patience = time.monotonic() + 5
    while time.monotonic() < patience:
        alive = processes.descendants_of(os.getpid())
        processes.kill_children()
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
