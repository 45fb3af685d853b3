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
