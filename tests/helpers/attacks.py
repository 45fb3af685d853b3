"""Programs of students who mean harm, or do it by accident, and how their first test has to end.

Each is the body of ``f(n)``, whose test wants 2: an attack that comes through returns 2, and the test would pass.
``{secret}`` is a file beside the assignment's folder that holds ``SECRET``, ``{sibling}`` another student's program,
``{key}`` a file in the home folder, ``{pid}`` the process that runs the tests of this project.
"""

from __future__ import annotations

from typing import NamedTuple

from gadfly_analyzers.execution.results import Outcome

SECRET = "the-answers-of-somebody-else"
F, R, S, E, T, P = (
    Outcome.FAILED,
    Outcome.RAISED,
    Outcome.STOPPED,
    Outcome.ENDED,
    Outcome.TAMPERED,
    Outcome.PASSED,
)


class Attack(NamedTuple):
    """``body`` is what ``f`` does, ``top`` stands above it; ``good`` is how the other test ends."""

    body: str
    ends: tuple[Outcome, ...]
    says: str = ""
    top: str = ""
    good: Outcome = P


FLOODS = {
    # Its children go on where it ended, and may speak in its name before they are gone.
    "fork-bomb": Attack("import os\nwhile True: os.fork()", (R, S, Outcome.TAMPERED)),
    "fork-bomb-that-hides": Attack(
        "import os\nwhile True:\n try:\n  if os.fork() == 0: os.setsid()\n except OSError: pass", (S,)
    ),
    "has-all-numbers-of-processes": Attack(  # which is the machine's own number before Linux 6.14
        "with open('/proc/sys/kernel/pid_max') as file: most = int(file.read())\n"
        "new = tuple(map(int, os.uname().release.split('-')[0].split('.')[:2])) >= (6, 14)\n"
        "return 2 if new and most > 1024 else 3",
        (F,),
        top="import os",
    ),
    "fork-bomb-in-c": Attack("import ctypes\nwhile True: ctypes.CDLL(None).fork()", (S,), "processes"),
    "shell-bomb": Attack("import os\nos.system('b() {{ b | b & }}; b; sleep 9')", (S, F)),
    "threads": Attack(
        "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(9,)).start()", (R, S)
    ),
    "memory": Attack("return [0] * 10 ** 10", (S,), "memory"),
    "memory-in-pieces": Attack("kept = []\nwhile True: kept.append('x' * 10 ** 6 + str(len(kept)))", (S,)),
    "memory-in-a-mapping": Attack("import mmap\nreturn mmap.mmap(-1, 10 ** 11) and 2", (R, S)),
    "memory-of-children": Attack(
        "import os\nfor _ in range(9):\n if os.fork() == 0:\n  x = bytearray(10 ** 9)\n  os._exit(7)\n"
        "return 2 if any(os.wait()[1] == 7 << 8 for _ in range(9)) else 3",
        (F, R, S),
    ),
    "one-large-file": Attack("with open('big', 'wb') as file:\n while True: file.write(b'x' * 10 ** 6)", (R,), "large"),
    "many-large-files": Attack(
        "import itertools\nfor n in itertools.count():\n open(f'big{{n}}', 'wb').write(b'x' * 10 ** 7)", (R,), "space"
    ),
    "many-files": Attack("for n in range(10 ** 6): open(f'small{{n}}', 'w').close()", (R, S)),
    "temporary-files": Attack(
        "import itertools, tempfile\n"
        "for n in itertools.count(): tempfile.NamedTemporaryFile(delete=False).write(b'x' * 10 ** 7)",
        (R, S),
    ),
    "deep-folders": Attack("import os\nwhile True:\n os.mkdir('d')\n os.chdir('d')", (R, S)),
    "shared-memory": Attack(
        "import itertools\nfor n in itertools.count(): open(f'/dev/shm/gadfly-left{{n}}', 'wb').write(b'x' * 10 ** 7)",
        (R, S),
    ),
    "descriptors": Attack("kept = []\nwhile True: kept.append(open('/dev/null'))", (R,), "Too many open files"),
    "pipes": Attack("import os\nr, w = os.pipe()\nwhile True: os.write(w, b'x' * 10 ** 5)", (S,)),
    "output": Attack("while True: print('x' * 10 ** 5)", (S,)),
    "output-of-a-child": Attack("import subprocess\nsubprocess.run(['yes'])\nreturn 3", (F, S)),
    "errors": Attack("import sys\nwhile True: sys.stderr.write('x' * 10 ** 5)", (S,)),
}

ENDINGS = {
    "endless": Attack("while True: pass", (S,), "stopped after"),
    "endless-in-c": Attack("return 10 ** 10 ** 9", (S,), "stopped after"),
    "endless-match": Attack("import re\nreturn re.match('(a+)+$', 'a' * 99 + 'b')", (S,), "stopped after"),
    "sleeps": Attack("import time\ntime.sleep(10 ** 6)", (S,), "stopped after"),
    "waits-for-a-child": Attack("import subprocess\nsubprocess.run(['sleep', '977'])", (S,), "stopped after"),
    "thread-that-never-ends": Attack("import threading\nthreading.Thread(target=spin).start()\nreturn 3", (F,)),
    "thread-that-prints": Attack(
        "import threading\n"
        "threading.Thread(target=lambda: [print('x') for _ in iter(int, 1)], daemon=True).start()\nreturn 3",
        (F,),
    ),
    "endless-del": Attack("Undying()\nreturn 3", (F, S), top="class Undying:\n def __del__(self): Undying()"),
    "del-that-spins": Attack("Undying()\nreturn 3", (F, S), top="class Undying:\n def __del__(self): spin()"),
    "swallows-the-alarm": Attack("while True:\n try: spin()\n except BaseException: pass", (S,)),
    "takes-the-alarm": Attack("import signal\nsignal.setitimer(0, 0)\nsignal.signal(14, lambda *_: 0)\nspin()", (S,)),
    "blocks-signals": Attack("import signal\nsignal.pthread_sigmask(0, range(1, 65))\nspin()", (S,)),
    "stops-itself": Attack("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\nreturn 3", (S, F)),
    "kills-itself": Attack("import os\nos.kill(os.getpid(), 9)", (E,), "killed"),
    "segfault": Attack("import ctypes\nctypes.string_at(0)", (E,), "SIGSEGV"),
    "silent-segfault": Attack(
        "import ctypes, faulthandler\nfaulthandler.disable()\nctypes.memset(0, 1, 1)", (E,), "SIGSEGV"
    ),
    "jumps-into-nothing": Attack("import ctypes\nctypes.CFUNCTYPE(None)(1)()", (E,), "SIGSEGV"),
    "exit": Attack("import os\nos._exit(0)", (E,), "exit code 0"),
    "exit-in-c": Attack("import ctypes\nctypes.CDLL(None)._exit(0)", (E,), "exit code 0"),
    "atexit": Attack("import atexit, os\natexit.register(os._exit, 0)\nreturn 3", (F,)),
    "sys-exit": Attack("raise SystemExit(0)", (E,), "sys.exit"),
    "becomes-another-program": Attack("import os\nos.execv('/bin/true', ['true'])", (E,), "exit code 0"),
}

ESCAPES = {
    "kills-the-parent": Attack("import os\nos.kill(os.getppid(), 9)\nreturn 3", (R, E)),
    "kills-all": Attack("import ctypes\nctypes.CDLL(None).kill(-1, 9)\nreturn 3", (F,)),
    "kills-the-first": Attack("import ctypes\nctypes.CDLL(None).kill(1, 9)\nreturn 3", (F,)),
    "kills-us": Attack("import ctypes\nreturn 2 if ctypes.CDLL(None).kill({pid}, 0) == 0 else 3", (F,)),
    "traces-the-first": Attack("import ctypes\nreturn 2 if ctypes.CDLL(None).ptrace(16, 1, 0, 0) == 0 else 3", (F,)),
    "traces-itself": Attack("import ctypes\nreturn 2 if ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0 else 3", (F,)),
    "memory-of-the-first": Attack("return 2 if open('/proc/1/mem', 'rb').read(1) else 3", (R,)),
    "environment-of-the-first": Attack("return 2 if open('/proc/1/environ', 'rb').read() else 3", (R,)),
    "files-of-the-first": Attack("import os\nreturn 2 if os.listdir('/proc/1/root') else 3", (R,)),
    "descriptors-of-the-first": Attack(
        "import os\nfor one in os.listdir('/proc/1/fd'): os.readlink('/proc/1/fd/' + one)\nreturn 2", (R,)
    ),
    "settings-of-the-kernel": Attack("open('/proc/sys/kernel/core_pattern', 'w').write('|/bin/sh')\nreturn 2", (R,)),
    "settings-by-a-shell": Attack(
        "import os\nreturn 2 if os.system('echo x > /proc/sys/kernel/core_pattern') == 0 else 3", (F,)
    ),
    "new-namespace": Attack("import ctypes\nreturn 2 if ctypes.CDLL(None).unshare(0x10000000) == 0 else 3", (F,)),
    "new-namespace-by-a-shell": Attack("import os\nreturn 2 if os.system('unshare -Ur true') == 0 else 3", (F,)),
    "mounts": Attack(
        "import ctypes\nreturn 2 if ctypes.CDLL(None).mount(b'tmpfs', b'/tmp', b'tmpfs', 0, None) == 0 else 3", (F,)
    ),
    "unmounts": Attack("import ctypes\nreturn 2 if ctypes.CDLL(None).umount2(b'/proc', 2) == 0 else 3", (F,)),
    "changes-root": Attack("import os\nos.chroot('.')\nreturn 2", (R,)),
    "becomes-another-user": Attack("import os\nos.setuid(12345)\nreturn 2", (R,)),
    "keys-of-the-kernel": Attack(
        "import ctypes\nreturn 2 if ctypes.CDLL(None).syscall(250, 0, -3, 1) >= 0 else 3", (F,)
    ),
    "io-uring": Attack(
        "import ctypes\nreturn 2 if ctypes.CDLL(None).syscall(425, 8, ctypes.create_string_buffer(120)) >= 0 else 3",
        (F,),
    ),
    "types-into-the-terminal": Attack(
        "import fcntl, os, pty\n_, t = pty.openpty()\nfcntl.ioctl(t, 0x5412, b'x')\nreturn 2", (R,)
    ),
}

FILES = {
    "reads-a-neighbour": Attack("return 2 if open({secret!r}).read() else 3", (R,)),
    "reads-above": Attack("return 2 if open('../secret.txt').read() else 3", (R,)),
    "reads-by-a-shell": Attack("import os\nreturn 2 if os.system('cat ' + {secret!r}) == 0 else 3", (F,)),
    "reads-in-c": Attack("import ctypes\nreturn 2 if ctypes.CDLL(None).open({secret!r}.encode(), 0) >= 0 else 3", (F,)),
    "reads-another-student": Attack("return 2 if open({sibling!r}).read() else 3", (R,)),
    "lists-other-students": Attack("import os\nreturn 2 if 'bob' in os.listdir('..') else 3", (F, R)),
    "imports-another-student": Attack("import sys\nsys.path.append('../bob')\nimport theirs\nreturn 2", (R,)),
    "reads-a-key": Attack("return 2 if open({key!r}).read() else 3", (R,)),
    "reads-passwords": Attack("return 2 if open('/etc/shadow').read() else 3", (R,)),
    "links-to-a-neighbour": Attack(
        "import os\nos.symlink({secret!r}, 'mine')\nreturn 2 if open('mine').read() else 3", (R,)
    ),
    "link-that-was-there": Attack("return 2 if open('there').read() else 3", (R,)),
    "hard-link": Attack("import os\nos.link({secret!r}, 'mine')\nreturn 2", (R,)),
    "opens-by-handle": Attack(
        "import ctypes\nreturn 2 if ctypes.CDLL(None).syscall(304, 3, b'x' * 40, 0) >= 0 else 3", (F,)
    ),
    "writes-beside": Attack("open({secret!r}, 'w').write('mine')\nreturn 3", (F, R)),
    "writes-beside-in-c": Attack(
        "import ctypes\nctypes.CDLL(None).open({secret!r}.encode(), 0o1101, 0o600)\nreturn 3", (F,)
    ),
    "deletes-beside": Attack("import os\nreturn 2 if os.system('rm ' + {secret!r}) == 0 else 3", (F,)),
    "leaves-a-file": Attack("open('gadfly-left', 'w').write('x')\nreturn 3", (F,)),
    "leaves-a-file-by-a-shell": Attack(
        "import os\nos.system('touch gadfly-left /tmp/gadfly-left ~/gadfly-left')\nreturn 3", (F,)
    ),
    "deletes-its-folder": Attack("import os\nos.system('rm -rf \"$PWD\"')\nreturn 3", (F,)),
    "leaves-shared-memory": Attack(
        "from multiprocessing import resource_tracker, shared_memory as s\nresource_tracker.register = lambda *_: 0\n"
        "s.SharedMemory('gadfly-left', create=True, size=10)\nreturn 3",
        (F, R),
    ),
    "leaves-memory-of-system-v": Attack("import ctypes\nctypes.CDLL(None).shmget(0x6AD, 4096, 0o1666)\nreturn 3", (F,)),
    "leaves-a-process": Attack(
        "import subprocess\nsubprocess.Popen(['sleep', '{mark}'], start_new_session=True)\nreturn 3", (F,)
    ),
    "leaves-a-hidden-process": Attack(
        "import os\nif os.fork() == 0:\n os.setsid()\n"
        " if os.fork() == 0: os.execvp('sleep', ['sleep', '{mark}'])\n os._exit(0)\nreturn 3",
        (F,),
    ),
}

NETWORK = {
    "connects": Attack("import socket\nsocket.create_connection(('127.0.0.1', {port}), 2)\nreturn 2", (R,), "network"),
    "connects-low": Attack("import _socket\n_socket.socket().connect(('127.0.0.1', {port}))\nreturn 2", (R,)),
    "connects-in-c": Attack(
        "import ctypes, struct\nc = ctypes.CDLL(None)\n"
        "a = struct.pack('<H', 2) + struct.pack('>H', {port}) + bytes([127, 0, 0, 1]) + bytes(8)\n"
        "return 2 if c.connect(c.socket(2, 1, 0), a, 16) == 0 else 3",
        (F,),
    ),
    "other-program": Attack(
        "import subprocess, sys\ncode = \"import socket; socket.create_connection(('127.0.0.1', {port}), 2)\"\n"
        "return 2 if subprocess.run([sys.executable, '-c', code]).returncode == 0 else 3",
        (F,),
    ),
    "raw-socket": Attack("import socket\nsocket.socket(socket.AF_INET, socket.SOCK_RAW, 1)\nreturn 2", (R,)),
    "looks-up-a-name": Attack("import socket\nsocket.getaddrinfo('localhost', 80)\nreturn 2", (R,), "network"),
    "abstract-socket": Attack("import socket\nsocket.socket(socket.AF_UNIX).connect('\\0' + {name!r})\nreturn 2", (R,)),
}

# What else the kernel offers to whoever may.
DOORS = {
    "userfaultfd": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nreturn 2 if c.syscall(323, 0) >= 0 else 3",
        (F,),
    ),
    "perf-events": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\n"
        "return 2 if c.syscall(298, c.calloc and ctypes.create_string_buffer(128), 0, -1, -1, 0) >= 0 else 3",
        (F,),
    ),
    "bpf": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\n"
        "return 2 if c.syscall(321, 0, ctypes.create_string_buffer(128), 128) >= 0 else 3",
        (F,),
    ),
    "setns-of-the-first": Attack(
        "import os\nreturn 2 if os.open('/proc/1/ns/mnt', 0) >= 0 and ctypes_ns() else 3",
        (
            R,
            F,
        ),
        top="import ctypes\ndef ctypes_ns():\n import os\n"
        " return ctypes.CDLL(None).setns(os.open('/proc/1/ns/mnt', 0), 0) == 0",
    ),
    "clone3-new-user": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\na = (ctypes.c_uint64 * 11)(0x10000000)\n"
        "r = c.syscall(435, a, 88)\nif r == 0: c._exit(0)\nreturn 2 if r > 0 else 3",
        (F,),
    ),
    "process-vm-readv": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nb = ctypes.create_string_buffer(8)\n"
        "v = (ctypes.c_size_t * 2)(ctypes.addressof(b), 8)\n"
        "w = (ctypes.c_size_t * 2)(0x400000, 8)\n"
        "return 2 if c.process_vm_readv(1, v, 1, w, 1, 0) > 0 else 3",
        (F,),
    ),
    "pidfd-getfd": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\np = c.syscall(434, 1, 0)\n"
        "return 2 if p >= 0 and c.syscall(438, p, 0, 0) >= 0 else 3",
        (F,),
    ),
    "mknod-disk": Attack(
        "import os, stat\nos.mknod('disk', 0o600 | stat.S_IFBLK, os.makedev(254, 0))\n"
        "return 2 if open('disk','rb').read(1) else 3",
        (R,),
    ),
    "reboot": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nreturn 2 if c.reboot(0) == 0 else 3",
        (F,),
    ),
    "sethostname": Attack(
        "import socket\nsocket.sethostname('mine')\nreturn 2",
        (R,),
    ),
    "kexec": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nreturn 2 if c.syscall(246, 0, 0, 0, 0) == 0 else 3",
        (F,),
    ),
    "swapon": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nreturn 2 if c.swapon(b'/tmp', 0) == 0 else 3",
        (F,),
    ),
    "settime": Attack(
        "import time\ntime.clock_settime(time.CLOCK_REALTIME, 0)\nreturn 2",
        (R,),
    ),
    "raise-limits": Attack(
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (-1, -1))\nreturn 2",
        (R,),
    ),
    "raise-nproc": Attack(
        "import resource\nresource.setrlimit(resource.RLIMIT_NPROC, (10**6, 10**6))\nreturn 2",
        (R,),
    ),
    "dmesg": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nb = ctypes.create_string_buffer(4096)\n"
        "return 2 if c.klogctl(3, b, 4096) > 0 else 3",
        (F,),
    ),
    "kcore": Attack(
        "return 2 if open('/proc/kcore','rb').read(1) else 3",
        (R,),
    ),
    "sysrq": Attack(
        "open('/proc/sysrq-trigger','w').write('h')\nreturn 2",
        (R,),
    ),
    "oom-score": Attack(
        "open('/proc/self/oom_score_adj','w').write('-1000')\nreturn 2",
        (R,),
    ),
    "cgroup-escape": Attack(
        "import os\nos.mkdir('/sys/fs/cgroup/gadfly-left')\nreturn 2",
        (R,),
    ),
    "vsock": Attack(
        "import socket\ns = socket.socket(40, 1)\ns.settimeout(1)\ns.connect((2, 22))\nreturn 2",
        (R,),
    ),
    "ipv6": Attack(
        "import socket\ns = socket.socket(10, 1)\ns.settimeout(1)\ns.connect(('::1', 22))\nreturn 2",
        (R,),
    ),
    "unix-docker": Attack(
        "import socket\ns = socket.socket(1)\ns.connect('/var/run/docker.sock')\nreturn 2",
        (R,),
    ),
}

# What a test runner has to live with.
ODDITIES = {
    "posix-timer-storm": Attack(
        "import signal\nsignal.signal(14, lambda *_: None)\nsignal.setitimer(0, 1e-6, 1e-6)\nwhile True: pass",
        (
            S,
            R,
            E,
        ),
    ),
    "sigstop-group": Attack(
        "import os, signal\nos.killpg(0, signal.SIGSTOP)\nreturn 3",
        (
            S,
            F,
            E,
        ),
    ),
    "kill-group": Attack(
        "import os\nos.killpg(0, 9)\nreturn 3",
        (
            E,
            F,
            S,
        ),
    ),
    "vfork-sleep": Attack(
        "import os\nos.posix_spawn('/bin/sleep', ['sleep', '{mark}'], {{}}, setsid=True)\nreturn 3",
        (
            F,
            R,
        ),
    ),
    "memfd-exec": Attack(
        "import os\nfd = os.memfd_create('x')\nos.write(fd, b'#!/bin/sh\\nexit 0\\n')\n"
        "os.execve(f'/proc/self/fd/{{fd}}', ['x'], {{}})",
        (
            E,
            R,
        ),
    ),
    "memfd-memory": Attack(
        "import os\nkept = []\nwhile True:\n fd = os.memfd_create('x')\n"
        " os.write(fd, b'x' * 10 ** 7)\n kept.append(fd)",
        (
            S,
            R,
        ),
    ),
    "semaphores": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nc.semget(0x6AD, 4, 0o1666)\nreturn 3",
        (F,),
    ),
    "deep-recursion-c": Attack(
        "import sys\nsys.setrecursionlimit(10**9)\ndef g(): return g()\nreturn g()",
        (
            E,
            S,
            R,
        ),
    ),
    "repr-bomb": Attack(
        "class B:\n def __repr__(self): return 'x' * 10 ** 9\nreturn B()",
        (
            F,
            S,
            R,
        ),
    ),
    "repr-endless": Attack(
        "class B:\n def __repr__(self):\n  while True: pass\nreturn B()",
        (
            F,
            S,
            R,
        ),
    ),
    "repr-exits": Attack(
        "class B:\n def __repr__(self):\n  import os\n  os._exit(0)\nreturn B()",
        (
            F,
            S,
            E,
        ),
    ),
    "eq-endless": Attack(
        "class B:\n def __eq__(self, o):\n  while True: pass\nreturn B()",
        (S,),
    ),
    "surrogate-error": Attack(
        "raise ValueError('\\ud800' * 1000 + '\\0')",
        (R,),
    ),
    "nul-output": Attack(
        "print('\\0\\x1b[2J\\ud800'.encode('utf-8','surrogatepass').decode('latin-1') * 1000)\nreturn 3",
        (F,),
    ),
    "huge-exception": Attack(
        "raise ValueError('x' * 10 ** 8)",
        (
            R,
            S,
        ),
    ),
    "cyclic-cause": Attack(
        "a = ValueError('a')\nb = ValueError('b')\na.__cause__ = b\nb.__cause__ = a\nraise a",
        (R,),
    ),
    "group-of-groups": Attack(
        "e = ValueError('x')\nfor _ in range(5000): e = ExceptionGroup('g', [e])\nraise e",
        (
            R,
            S,
            E,
        ),
    ),
    "zip-bomb": Attack(
        "import zlib\nd = zlib.decompressobj()\nreturn len(d.decompress(zlib.compress(b'0' * 10 ** 9)))",
        (
            S,
            R,
        ),
    ),
    "sys-exit-thread": Attack(
        "import threading, os\nthreading.Thread(target=lambda: os.abort()).start()\nspin()",
        (E,),
    ),
    "settrace-all": Attack(
        "import sys, threading\nthreading.settrace(lambda *_: None)\nsys.settrace(None)\nreturn 3",
        (F,),
    ),
}
