"""What the student's code may not do, refused where Python reports it."""

from __future__ import annotations

import builtins
import mmap
import os
import signal
import stat
import sys
from typing import Any, Callable, Dict, Optional, Tuple

from gadfly_analyzers.execution.probe import confine, processes

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

NETWORK = frozenset(
    "socket.connect socket.bind socket.sendto socket.sendmsg socket.getaddrinfo socket.gethostbyname "
    "socket.gethostbyaddr socket.getnameinfo".split()
)
BEYOND = 8  # a byte of what is counted: whether anything ran that reports nothing here
STARTS = frozenset("os.fork os.forkpty os.posix_spawn os.spawn os.system subprocess.Popen pty.spawn".split())
REMOVALS = frozenset("os.remove os.rename os.rmdir os.truncate os.link os.symlink os.chmod os.chown".split())
TREES = frozenset(["shutil.rmtree", "shutil.move"])
_OF_MEMORY = 0o600  # no other file of /proc is its owner's alone to read and write
_stat, _mode = os.stat, stat.S_IMODE  # whatever the student's code puts in their place
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class RefusedError(PermissionError):
    """What the student's code sees when something is refused."""


class UnseenError(FileNotFoundError):
    """What the student's code sees where it reads what is hidden from it."""


def refused(what: str) -> RefusedError:
    """Word a refusal for the student, who reads it as the outcome of the test."""
    return RefusedError(f"Gadfly does not let a run {what}")


class Guards:
    """One audit hook for the whole process and all that it forks; it cannot be taken out again."""

    def __init__(self, request: "Dict[str, Any]") -> None:
        self.root = os.path.realpath(request["root"])
        self.temporary = [os.path.realpath(folder) for folder in (request["scratch"], request["temporary"])]
        self.shown: Tuple[str, ...] = ()  # where files can be read, if not everywhere
        self.files = frozenset(os.path.realpath(path) for path in (request["program"], *request["tests"]))
        hidden = bool(request.get("hidden"))  # then what is written could carry a test away
        self.writable = ["/dev/null", self.temporary[0]] if hidden else ["/dev", self.root, *self.temporary]
        self.makes_folders = True
        self.network: bool = request["limits"]["network"]
        self.most: int = request["limits"]["processes"]
        self.started: mmap.mmap = request["started"]  # shared with forked processes, so that they count together
        self.limited = self.bounded = False
        self.active = True

    def hook(self, event: str, args: Tuple[Any, ...]) -> None:
        """Let an event pass or raise."""
        rule = RULES.get(event)
        if rule is not None and self.active:
            rule(self, args)

    @property
    def count(self) -> int:
        """How many processes were asked for since the beginning."""
        return int.from_bytes(self.started[:8], "little")

    @property
    def has_started(self) -> bool:
        """Whether there may be processes that the student's code started."""
        return bool(self.started[BEYOND])

    def begin(self) -> None:
        """Count the processes of a new test."""
        self.started[:8] = (0).to_bytes(8, "little")

    def connects(self, args: Tuple[Any, ...]) -> None:
        """Refuse the network; sockets that are files of this machine pass."""
        address = args[1] if len(args) > 1 else None
        if not self.network and not isinstance(address, (str, bytes)):
            raise refused("reach the network")

    def resolves(self, args: Tuple[Any, ...]) -> None:
        """Refuse to look up names."""
        if not self.network:
            raise refused("reach the network")

    def starts(self, args: Tuple[Any, ...]) -> None:
        """Count processes; too many are refused."""
        if not self.limited:
            self.limited = True
            confine.limit_processes(self.most)
        count = self.count + 1
        self.started[:8] = count.to_bytes(8, "little")
        self.goes_beyond(args)
        if count > self.most:
            raise refused(f"start more than {self.most} processes")

    def goes_beyond(self, args: Tuple[Any, ...]) -> None:
        """Note that what follows may do things which no audit event tells of, and let the system count processes."""
        if not self.bounded:
            self.bounded = True
            confine.limit_processes(confine.TASKS)
        self.started[BEYOND] = 1

    def kills(self, args: Tuple[Any, ...]) -> None:
        """Let signals reach only what the test run started itself; from where it cannot see its parent, that is 0."""
        if args[0] == 0 and os.getppid() == 0:
            raise refused("send signals to other processes")
        self.ends(args)

    def ends(self, args: Tuple[Any, ...]) -> None:
        """Let signals reach only what the test run started itself."""
        pid = args[0]
        if pid in (0, os.getpid(), os.getpgrp(), -os.getpgrp()):
            return
        if pid <= 0 or abs(pid) not in processes.descendants_of(os.getpid()):
            raise refused("send signals to other processes")

    def opens(self, args: Tuple[Any, ...]) -> None:
        """Refuse to write where a test has no business."""
        path, mode, flags = args
        if isinstance(path, int) or not isinstance(flags, int):
            return
        if is_memory(path, is_elsewhere=mode is None):
            raise refused("touch the memory of a process")  # where the key to its messages lies
        writes = bool(flags & _WRITES) or (isinstance(mode, str) and any(letter in mode for letter in "wax+"))
        if writes:
            self.check(path, None, "overwrite")
        elif self.shown and not self.can_be_seen(path):
            name = os.path.basename(os.fsdecode(path))
            raise UnseenError(f"Gadfly lets a run read only your program's folder, and `{name}` is not in it")

    def can_be_seen(self, given: Any) -> bool:
        """Tell whether a path leads to something that a run may read; what leads out by a link does not exist there."""
        try:
            path = os.path.abspath(os.fsdecode(given))
        except (TypeError, ValueError):
            return True
        return path.startswith(self.shown) or os.path.lexists(path)

    def makes(self, args: Tuple[Any, ...]) -> None:
        """Refuse to make folders, where that is not wanted."""
        if not self.makes_folders:
            self.check(args[0], args[2] if args[2] >= 0 else None, "make")

    def removes(self, args: Tuple[Any, ...]) -> None:
        """Refuse to delete, rename or cut what is not the test's own."""
        paths = [one for one in args if isinstance(one, (str, bytes, os.PathLike))]
        folders = [one for one in args if isinstance(one, int) and not isinstance(one, bool) and one >= 0]
        for path in paths:
            self.check(path, folders[-1] if folders else None, "change or delete")

    def removes_tree(self, args: Tuple[Any, ...]) -> None:
        """Refuse to delete a folder with the assignment in it."""
        path = real(args[0], None)
        if path is not None and (self.root == path or self.root.startswith(os.path.join(path, ""))):
            raise refused(f"delete your folder `{os.path.basename(path)}`")
        self.check(args[0], None, "delete")

    def is_source(self, path: str) -> bool:
        """Tell whether a file in the folder belongs to the assignment rather than to the running test."""
        return path.endswith((".py", ".in", ".out")) and not within(path, self.temporary[0]) and os.path.lexists(path)

    def check(self, given: Any, folder: Optional[int], what: str) -> None:
        """Refuse paths outside the assignment, and Python files inside."""
        path = real(given, folder)
        if path is None:
            return
        name, target = os.path.basename(path), os.path.realpath(path)
        if target in self.files or (within(path, self.root) and self.is_source(path)):
            raise refused(f"{what} your file `{name}`")
        if not any(within(target, place) for place in self.writable):
            raise refused(f"{what} `{name}`, which is outside of your program's folder")


def is_memory(given: Any, is_elsewhere: bool) -> bool:
    """Tell whether a path leads to what a process has in its memory, wherever links lead: the system follows them.

    A relative one may begin in a folder that is not told, if it ``is_elsewhere``: then its name has to do.
    """
    try:
        if is_elsewhere and is_called_mem(given):
            return True
        found = _stat(given)
        return _mode(found.st_mode) == _OF_MEMORY and found.st_dev == _stat("/proc").st_dev
    except (TypeError, ValueError, OSError):
        return False


def is_called_mem(given: Any) -> bool:
    """Tell whether a path is relative, and ends like that of a process's memory."""
    path = bytes.decode(given, "latin-1") if isinstance(given, bytes) else given
    return not str.startswith(path, "/") and str.rpartition(path, "/")[2] == "mem"


def within(path: str, folder: str) -> bool:
    """Tell whether a real path is a folder or inside."""
    return path == folder or path.startswith(os.path.join(folder, ""))


def real(given: Any, folder: Optional[int]) -> Optional[str]:
    """Resolve a path; relative ones count from an open folder if there is one."""
    try:
        path = os.fsdecode(given)
        if folder is not None and not os.path.isabs(path):
            path = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), path)
        base, name = os.path.split(os.path.abspath(path))
        return os.path.join(os.path.realpath(base), name)
    except (TypeError, ValueError, OSError):
        return None


Rule = Callable[[Guards, Tuple[Any, ...]], None]
RULES: "Dict[str, Rule]" = {
    **dict.fromkeys(NETWORK, Guards.resolves),
    **dict.fromkeys(("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"), Guards.connects),
    **dict.fromkeys(STARTS, Guards.starts),
    "os.kill": Guards.kills,
    "os.killpg": Guards.ends,
    **dict.fromkeys(REMOVALS, Guards.removes),
    **dict.fromkeys(TREES, Guards.removes_tree),
    "os.mkdir": Guards.makes,
    **dict.fromkeys(("ctypes.dlopen", "ctypes.dlsym"), Guards.goes_beyond),
    "open": Guards.opens,
}


def install(request: "Dict[str, Any]") -> Guards:
    """Refuse from now on."""
    guards = Guards(request)
    sys.addaudithook(guards.hook)
    return guards


def last_words(say: Callable[[Optional[Any]], None]) -> None:
    """Have what was observed told before the student's code ends this process at once."""
    owner = os.getpid()

    def spoken(original: Callable[..., Any]) -> Callable[..., Any]:
        def function(*args: Any) -> Any:
            if os.getpid() == owner and (original is not os_kill or args[:1] == (owner,)):
                say(sys._getframe(1))
            return original(*args)

        return function

    os_kill = os.kill
    for name in ("_exit", "abort", "kill"):
        setattr(os, name, spoken(getattr(os, name)))
    signal.raise_signal = spoken(signal.raise_signal)
