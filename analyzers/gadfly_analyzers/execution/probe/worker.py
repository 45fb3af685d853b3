"""The warm parent: pytest is loaded once; each run is a fork of this process, watched by a keeper of its own."""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import socket
import sys
from typing import Any, Sequence

from gadfly_analyzers.execution.probe import defences, keeper, processes, session


def main(arguments: Sequence[str]) -> None:
    """Load pytest, say hello, and serve runs until the server closes the control socket."""
    control = own_control()
    owner = os.getpid()
    settings = json.loads(arguments[0])
    try:
        greet_and_serve(control, settings)
    except BrokenPipeError:  # the server is gone before we were warm
        pass
    finally:
        if os.getpid() == owner:
            shutil.rmtree(settings["cache"], ignore_errors=True)


def greet_and_serve(control: socket.socket, settings: "dict[str, Any]") -> None:
    """Say hello, or why not, and serve runs."""
    try:
        tools = session.load(settings["lend"], settings["cache"], settings["without"], settings["inside"])
    except ImportError as error:
        control.sendall(hello(problem=str(error)))
        return
    gc.collect()
    gc.freeze()
    control.sendall(hello(pytest=tools.pytest.__version__, namespaces=defences.can_make_namespaces(tools.without)))
    serve(control, tools)


def own_control() -> socket.socket:
    """Take the control socket from standard input: no run may keep it open when this process is gone."""
    control = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return control


def hello(**facts: "str | bool") -> bytes:
    """Word the first message."""
    return json.dumps({"python": sys.version.split()[0], **facts}).encode() + b"\n"


def serve(control: socket.socket, tools: session.Tools) -> None:
    """Fork a keeper for every descriptor that arrives; collect the dead."""
    processes.become_subreaper()
    wakeup = processes.wake_on_child()
    keepers: "set[int]" = set()
    while True:
        ready, _, _ = select.select([control.fileno(), wakeup], [], [])
        if wakeup in ready:
            os.read(wakeup, 4096)
            bury(keepers)
        if control.fileno() in ready:
            data, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            if not data:
                return
            for descriptor in descriptors:
                keepers.add(start(control, wakeup, descriptor, tools))


def start(control: socket.socket, wakeup: int, descriptor: int, tools: session.Tools) -> int:
    """Fork one keeper and hand it the descriptor of its run; where there is no room for one, nobody answers."""
    try:
        pid = os.fork()
    except OSError:
        os.close(descriptor)
        return 0
    if pid == 0:
        try:
            control.close()
            os.close(wakeup)
            keeper.keep(descriptor, tools)
        finally:
            os._exit(70)
    os.close(descriptor)
    return pid


def bury(keepers: "set[int]") -> None:
    """Collect ended children; what a killed keeper left behind is killed."""
    for pid, _ in processes.ended_children():
        keepers.discard(pid)
    for orphan in processes.children_of(os.getpid()):
        if orphan not in keepers:
            processes.kill_tree(orphan)
