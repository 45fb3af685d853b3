"""The process in which the student's tests run: prepared so that nothing they do gets out, then given to pytest."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import tempfile
from typing import Any

from gadfly_analyzers.execution.probe import (
    channel,
    clock,
    confine,
    defences,
    guards,
    output,
    processes,
    seal,
    session,
    view,
)


def run(request: "dict[str, Any]", descriptor: int, sealed: seal.Seal, faults: int, tools: session.Tools) -> None:
    """Run the tests of the request and end the process, whatever threads and exit handlers are left."""
    keeper = os.getppid()
    os.setsid()
    processes.give_way(request["nice"])
    processes.die_with_parent()
    if os.getppid() != keeper:
        os._exit(0)
    reset_signals()
    line = channel.Channel(channel.high_descriptor(descriptor), sealed)
    faults = channel.high_descriptor(faults)
    faulthandler.enable(faults, all_threads=False)
    faulthandler.register(processes.TELL, faults, all_threads=False)
    sink = output.redirect(request["limits"]["output_bytes"])
    seen = view.of_run(request, tools.skeleton)
    have = defences.enter(request, seen)
    processes.die_with_parent()  # who became another user has to say so again
    if os.getppid() != keeper:
        os._exit(0)
    line.send({"kind": "defended", "by": have})
    guard = settle(request)
    if defences.FILES in have or defences.LANDLOCK in have:
        guard.shown = tuple(os.path.join(one, "") for one in seen.readable)
    try:
        session.run(request, session.Desk(line, sink, clock.Clock(), guard), tools)
        line.send({"kind": "done"})
    except BaseException:
        channel.leave(channel.BROKEN)
    channel.leave(0)


def reset_signals() -> None:
    """Take back what the keeper uses for itself."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def settle(request: "dict[str, Any]") -> guards.Guards:
    """Move into the assignment's folder with a temporary folder of its own, limits set."""
    scratch = request["scratch"]
    request["temporary"] = tempfile.gettempdir()
    os.environ["TMPDIR"] = os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = scratch
    tempfile.tempdir = scratch
    os.chdir(os.path.dirname(request["program"]) if request.get("hidden") else request["root"])
    sys.argv = [request["program"]]
    confine.confine(request["limits"])
    return guards.install(request)
