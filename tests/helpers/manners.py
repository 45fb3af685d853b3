"""More programs that mean harm: by attributes of files, locks, doors of Python's library, and what outlives a test."""

from __future__ import annotations

from gadfly_analyzers.execution.results import Outcome
from helpers.attacks import Attack

F, R, S, E = Outcome.FAILED, Outcome.RAISED, Outcome.STOPPED, Outcome.ENDED
C = "import ctypes\nc = ctypes.CDLL(None)\n"

MANNERS = {
    "changes-the-rights-of-a-device": Attack(f"{C}return 2 if c.chmod(b'/dev/full', 0o666) == 0 else 3", (F,)),
    "changes-the-time-of-a-device": Attack(f"{C}return 2 if c.utimes(b'/dev/full', None) == 0 else 3", (F,)),
    "marks-its-tests": Attack(f"{C}return 2 if c.setxattr(b'test_work.py', b'user.a', b'1', 1, 0) == 0 else 3", (F,)),
    "locks-its-tests": Attack("import fcntl\nfcntl.flock(open('test_work.py'), fcntl.LOCK_EX)\nspin()", (S,)),
    "cuts-its-tests-short": Attack(f"{C}return 2 if c.truncate(b'test_work.py', 0) == 0 else 3", (F,)),
    "swaps-names": Attack(f"{C}return 2 if c.renameat2(-100, b'work.py', -100, b'test_work.py', 2) == 0 else 3", (F,)),
    "writes-by-a-mapping": Attack(
        "import mmap, os\nheld = os.open('test_work.py', os.O_RDONLY)\n"
        "mmap.mmap(held, 0, mmap.MAP_SHARED, mmap.PROT_WRITE)\nreturn 2",
        (R,),
    ),
    "writes-to-its-input": Attack(
        "import os\nheld = os.open('/proc/self/fd/0', os.O_RDWR)\nos.write(held, b'x')\nreturn 3", (F, R)
    ),
    "opens-its-tests-again-to-write": Attack(
        f"{C}held = open('test_work.py')\n"
        "return 2 if c.open(f'/proc/self/fd/{{held.fileno()}}'.encode(), 1) >= 0 else 3",
        (F,),
    ),
    "starts-a-pool": Attack(
        "import multiprocessing\npool = multiprocessing.get_context('fork').Pool(2)\npool.map(str, [1])\nspin()", (S,)
    ),
    "starts-a-manager": Attack("import multiprocessing\nkept = multiprocessing.Manager()\nspin()", (S, R)),
    "threads-that-lock-each-other": Attack(
        "import threading\nlock = threading.Lock()\nlock.acquire()\n"
        "threads = [threading.Thread(target=lock.acquire) for _ in range(5)]\n"
        "for each in threads: each.start()\nfor each in threads: each.join()",
        (S,),
    ),
    "executor-that-never-shuts": Attack(
        "from concurrent.futures import ThreadPoolExecutor\nimport threading\n"
        "with ThreadPoolExecutor() as pool: pool.submit(threading.Event().wait)",
        (S,),
    ),
    "waits-for-a-line": Attack("import sys\nreturn sys.stdin.buffer.read(1) or 3", (F, R)),
    "asks-for-a-password": Attack("import getpass\nreturn getpass.getpass()", (R, F)),
    "opens-a-browser": Attack("import webbrowser\nreturn 2 if webbrowser.open('http://127.0.0.1:9/') else 3", (F, R)),
    "installs-a-package": Attack(
        "import subprocess, sys\n"
        "done = subprocess.call([sys.executable, '-m', 'pip', 'install', '--no-index', '{mark}'])\n"
        "return 3 if done else 2",
        (F, S, R),
    ),
    "starts-a-server": Attack(
        "from http.server import HTTPServer, BaseHTTPRequestHandler as B\nHTTPServer(('', 0), B).serve_forever()",
        (R, S),
    ),
    "debugs-itself": Attack("import pdb\npdb.set_trace()\nreturn 3", (F, R, E)),
    "pickles-what-runs": Attack(
        "import pickle\nreturn pickle.loads(b\"cos\\nsystem\\n(S'touch gadfly-left; exit 3'\\ntR.\") >> 8", (F, R)
    ),
    "hangs-in-a-generator-of-itself": Attack("x = []\nx.extend(y for y in iter(lambda: x.append(1) or 1, 0))", (S,)),
    "allocates-by-formatting": Attack("return '%*d' % (10 ** 10, 1)", (S, R)),
    "multiplies-text-in-an-error": Attack("raise KeyError(*['x' * 10 ** 5] * 500)", (R, S)),
    "turns-itself-into-a-coroutine": Attack("async def g(): return 2\nreturn g()", (F,)),
    "takes-the-exit-of-threads": Attack("import threading\nthreading.main_thread = None\nspin()", (S,)),
}
