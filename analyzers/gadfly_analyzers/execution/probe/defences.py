"""What stands between a run and the machine: the best that the system offers, each part on its own.

``before`` is for the keeper, which stays outside; ``enter`` is for the process in which the student's code will run.
"""

from __future__ import annotations

import os
from typing import Any, Dict, List

from gadfly_analyzers.execution.probe import kernel, landlock, mounts, own_user, seatbelt, skeleton, syscalls, view

USER, PROCESSES, FILES, IPC, NETWORK, LANDLOCK, SYSCALLS, RIGHTS, OWN_USER = (
    "user namespace",
    "process namespace",
    "files",
    "ipc namespace",
    "network namespace",
    "landlock",
    "seccomp",
    "rights",
    "own user",
)
SEATBELT = "seatbelt"
ALL = (USER, PROCESSES, FILES, IPC, NETWORK, LANDLOCK, SYSCALLS, RIGHTS)  # where all of them are, nothing lacks
_EVERYBODY = 4294967295
_BOUNDS_NAMESPACES = (6, 14)  # since this Linux; before, it is the whole machine whose processes are bounded
_NUMBERS = 1024
_OVERRIDE_OWNERS = 1  # CAP_DAC_OVERRIDE: the superuser may read the files of others, of those that can be seen


def before(without: "List[str]") -> "List[str]":
    """Have the next process that is forked see only itself and what it starts; give what came of it."""
    have = []
    if USER not in without and enter_user_namespace():
        have.append(USER)
    if PROCESSES not in without and kernel.works("unshare", kernel.NEW_PROCESSES):
        kernel.works("prctl", kernel.PR_SET_DUMPABLE, 0, 0, 0, 0)  # who shares our memory cannot be looked into
        if first_process():
            have.append(PROCESSES)
    return have


def own_user_of_run(have: "List[str]", without: "List[str]") -> int:
    """Choose a user for a run of the superuser's that nothing else keeps apart from other processes; 0 for none."""
    needed = os.geteuid() == 0 and PROCESSES not in have and not {OWN_USER, RIGHTS} & set(without)
    return own_user.chosen() if needed else 0


def can_make_namespaces(without: "List[str]") -> bool:
    """Find out by trying, in a process that is gone afterwards."""
    if kernel.libc is None or PROCESSES in without:
        return False
    pid = os.fork()
    if pid == 0:
        kernel.works("unshare", kernel.NEW_USER)
        os._exit(0 if kernel.works("unshare", kernel.NEW_PROCESSES | kernel.NEW_MOUNTS) else 1)
    return os.waitpid(pid, 0)[1] == 0


def first_process() -> bool:
    """Start the first process of a namespace, which all others end with; the system ignores what it is sent."""
    try:
        kernel.waiting_process()
    except OSError:
        return False
    return True


def enter_user_namespace() -> bool:
    """Become somebody whose rights end at what is his own; his name and number stay."""
    user, group = os.geteuid(), os.getegid()
    if not kernel.works("unshare", kernel.NEW_USER):
        return False
    if user == 0 and write("uid_map", f"0 0 {_EVERYBODY}") and write("gid_map", f"0 0 {_EVERYBODY}"):
        return True
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        write(name, text)  # without an answer we are nobody, which is no danger to others
    return True


def write(name: str, text: str, folder: str = "/proc/self") -> bool:
    """Tell the kernel who we are, or what it is to hold us to."""
    try:
        with open(f"{folder}/{name}", "w") as file:
            file.write(text)
    except OSError:
        return False
    return True


def enter(request: "Dict[str, Any]", seen: view.View) -> "List[str]":
    """Put up every wall that the system has; give those that stand."""
    without, network = request["without"], request["limits"]["network"]
    have: "List[str]" = list(request["before"])
    if SEATBELT not in without and seatbelt.enter(seen, network):
        return [*have, SEATBELT]
    kernel.works("prctl", kernel.PR_SET_DUMPABLE, 1, 0, 0, 0)  # the keeper is not, and this was its memory
    if PROCESSES in have:
        bound_processes()
    wanted = [(IPC, kernel.NEW_IPC), *([] if network else [(NETWORK, kernel.NEW_NETWORK)])]
    have += [name for name, flag in wanted if name not in without and kernel.works("unshare", flag)]
    if FILES not in without and PROCESSES in have and enter_own_root(seen):
        have.append(FILES)
    kept = [_OVERRIDE_OWNERS] * (os.geteuid() == 0)
    if request["user"] and own_user.become(request["user"]):
        have.append(OWN_USER)
    if RIGHTS not in without and kernel.keep_capabilities(*kept):
        have.append(RIGHTS)
    if kernel.works("prctl", kernel.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        if LANDLOCK not in without and confine(seen, FILES in have, network):
            have.append(LANDLOCK)
        if SYSCALLS not in without and syscalls.forbid(network or NETWORK in have, FILES in have):
            have.append(SYSCALLS)
    return have


def bound_processes() -> None:
    """Let the namespace have only so many processes, those that have ended and that nobody collects among them.

    Root is bound by nothing else, and a flood may fill the table of the machine before anybody comes to count it.
    """
    if kernel.version() >= _BOUNDS_NAMESPACES:
        write("sys/kernel/pid_max", str(_NUMBERS), "/proc")


def enter_own_root(seen: view.View) -> bool:
    """See only what the run may see."""
    try:
        kernel.call("unshare", kernel.NEW_MOUNTS)
        mounts.build(seen)
    except OSError:
        return False
    return True


def confine(seen: view.View, is_own_root: bool, network: bool) -> bool:
    """Have Landlock say the same of files."""
    written = ["/dev/shm", seen.scratch]  # noqa: S108 # where shared memory is
    if is_own_root:
        return landlock.confine(["/"], [*written, seen.root, "/tmp", "/var/tmp", "/dev/pts"], skeleton.DEVICES, network)  # noqa: S108
    return landlock.confine(
        [*seen.skeleton.shown, *seen.shown, "/proc"], [*written, *open_parts(seen)], skeleton.DEVICES, network
    )


def open_parts(seen: view.View) -> "List[str]":
    """List what of the assignment's folder may be used: all of it, or what is not hidden where the home is in it."""
    if not seen.hidden:
        return [seen.root]
    hidden = {os.path.realpath(path) for path in seen.hidden}
    inside = [os.path.join(seen.root, name) for name in os.listdir(seen.root)]
    return [path for path in inside if os.path.realpath(path) not in hidden]
