"""Programs that reach for other processes and their sockets, or for memory that nobody counts."""

from __future__ import annotations

from helpers.attacks import Attack, F, R, S

C = "import ctypes, os, resource\nc = ctypes.CDLL(None)\n"
CHILD = f"{C}child = os.fork()\nwhile child == 0: c.pause()\n"

NEIGHBOURS = {
    "limits-another-process": Attack(f"{CHILD}resource.prlimit(child, resource.RLIMIT_CPU, (0, 0))\nreturn 2", (R,)),
    "slows-another-process": Attack(f"{CHILD}os.setpriority(os.PRIO_PROCESS, child, 19)\nreturn 2", (R,)),
    "slows-all-of-a-user": Attack(f"{C}os.setpriority(os.PRIO_USER, 0, 19)\nreturn 2", (R,)),
    "moves-another-process": Attack(f"{CHILD}os.sched_setaffinity(child, {{{{0}}}})\nreturn 2", (R,)),
    "fills-memory-of-system-v": Attack(f"{C}return 2 if c.shmget(0, 1 << 20, 0o1600) >= 0 else 3", (F,)),
    "fills-queues-of-system-v": Attack(f"{C}return 2 if c.msgget(0, 0o1600) >= 0 else 3", (F,)),
    "fills-memory-without-a-name": Attack("import os\nos.memfd_create('x')\nreturn 2", (R,)),
    "fills-memory-that-is-secret": Attack(f"{C}return 2 if c.syscall(447, 0) >= 0 else 3", (F,)),
}
# What each of them may have is little, and all of it together is not.
SHARES = """import mmap, os, time
for _ in range(15):
    if os.fork() == 0:
        kept = {take}
        time.sleep(99)
time.sleep(99)"""
FILLS = """
import socket
def fill():
    kept = []
    while len(kept) < 480:
        for one in socket.socketpair():
            kept.append(one)
            one.setblocking(False)
            try: one.send(b'x' * 1000)
            except BlockingIOError: pass
    return kept
"""
TOGETHER = {
    "fills-sockets-by-many": Attack(SHARES.format(take="fill()"), (S,), "512 MB", top=FILLS),
    "takes-memory-by-many": Attack(SHARES.format(take="b'x' * (100 << 20)"), (S,), "512 MB"),
    "shares-memory-by-many": Attack(
        SHARES.format(take="mmap.mmap(-1, 100 << 20)\n        kept.write(b'x' * (100 << 20))"), (S,), "512 MB"
    ),
}

# What honest programs do.
THEMSELVES = """
    import os, resource, socket
    def f(n):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.prlimit(os.getpid(), resource.RLIMIT_CORE, (0, 0))
        os.sched_setaffinity(os.getpid(), os.sched_getaffinity(0))
        os.nice(1)
        one, other = socket.socketpair()
        one.send(b"x" * n)
        return len(other.recv(9)) + 1
"""
