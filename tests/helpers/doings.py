"""More programs that mean harm: what they do to signals, limits, timers, files of odd kinds and Python itself."""

from __future__ import annotations

from gadfly_analyzers.execution.results import Outcome
from helpers.attacks import Attack

F, R, S, E = Outcome.FAILED, Outcome.RAISED, Outcome.STOPPED, Outcome.ENDED

DOINGS = {
    "signals-by-descriptor": Attack(
        "import os, signal\nfor p in range(1, 99):\n try: signal.pidfd_send_signal(os.pidfd_open(p), 9)\n"
        " except (OSError, AttributeError): pass\nreturn 3",
        (E, F),
    ),
    "takes-the-processor": Attack(
        "import os\ntry: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(99))\n"
        "except OSError: return 3\nreturn 2",
        (F,),
    ),
    "is-nicer-to-itself": Attack("import os\ntry: os.nice(-20)\nexcept OSError: return 3\nreturn 2", (F,)),
    "locks-memory": Attack("import ctypes\nreturn 2 if ctypes.CDLL(None).mlockall(3) == 0 else 3", (F,)),
    "many-links": Attack(
        "import os\nopen('a', 'w').close()\nfor i in range(10 ** 6): os.link('a', f'l{{i}}')\nreturn 3", (S, R)
    ),
    "a-hole-of-a-file": Attack("open('s', 'wb').truncate(10 ** 15)\nreturn 2", (R,), "large"),
    "waits-at-a-pipe-of-a-name": Attack("import os\nos.mkfifo('p')\nopen('p').read()", (S,)),
    "many-timers": Attack(
        "import ctypes\nwhile True: ctypes.CDLL(None).timer_create(0, None, ctypes.byref(ctypes.c_long()))", (S,)
    ),
    "queues-of-messages": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nfor i in range(1000): c.msgget(i, 0o1666)\nreturn 3", (F,)
    ),
    "unwinds-for-ever": Attack(
        "def g():\n try: yield 1\n finally: spin()\nx = g()\nnext(x)\ndel x\nreturn 3",
        (F, S),
    ),
    "exits-when-compared": Attack(
        "return M",
        (E,),
        "exit code 0",
        "class Meta(type):\n __hash__ = type.__hash__\n def __eq__(s, o): import os; os._exit(0)\n"
        "class M(metaclass=Meta): pass\n",
    ),
    "breaks-the-codecs": Attack(
        "import codecs\ncodecs.register(lambda n: 1 / 0)\ncodecs.register_error('backslashreplace', lambda e: 1 / 0)\n"
        "print('\\ud800')\nreturn 3",
        (F, R),
    ),
    "cannot-make-classes": Attack("import builtins\nbuiltins.__build_class__ = None\nreturn 3", (F,)),
    "listens-to-all-signals": Attack(
        "import faulthandler\nfor s in range(1, 65):\n try: faulthandler.register(s)\n"
        " except (ValueError, OSError, RuntimeError): pass\nreturn 3",
        (F,),
    ),
    "is-terminated": Attack("import os\nos.kill(os.getpid(), 15)\nreturn 3", (E,), "SIGTERM"),
    "is-interrupted": Attack("import os\nos.kill(os.getpid(), 2)\nreturn 3", (E,), "KeyboardInterrupt"),
    "locks-its-folder": Attack("import os\nos.chmod('.', 0)\nreturn 3", (F, R)),
    "renames-itself": Attack("import os\nos.rename('work.py', 'x.py')\nreturn 3", (R,), "your file"),
    "exits-by-python-in-c": Attack("import ctypes\nctypes.pythonapi.Py_Exit(0)", (E,), "exit code 0"),
    "dies-by-python-in-c": Attack("import ctypes\nctypes.pythonapi.Py_FatalError(b'x')", (E,), "SIGABRT"),
    "takes-the-lock-twice": Attack("import ctypes\nctypes.pythonapi.PyGILState_Ensure()\nreturn 3", (F,)),
    "causes-itself": Attack("e = ValueError('a')\ne.__cause__ = e\nraise e", (R,)),
    "is-named-like-markup": Attack(
        "raise type('<script>\\n`x`', (Exception,), {{}})('[a](javascript:1)\\x1b[2J')", (R,), "javascript"
    ),
}
