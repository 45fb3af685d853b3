"""More programs that want to pass without being right, or to stay: what a clever student of today might try."""

from __future__ import annotations

from helpers.attacks import Attack, E, F, P, R, S, T

PROBE = "gadfly_analyzers.execution.probe"
CHANGES_WHAT_IS_WANTED = (
    "import ctypes, sys\nwanted = sys._getframe(2).f_code.co_consts\n"
    "held = (ctypes.py_object * len(wanted)).from_address(id(wanted) + 24)\n"
    "for at, one in enumerate(wanted):\n if one == 2: held[at] = 3\n"
)
NUMBERS = "import ctypes\ndef digits(n): return ctypes.c_uint32.from_address(id(n) + 24)\n"

TRICKS = {
    "skips-its-test": Attack("import pytest\npytest.skip('not today')", (E,), "pytest.skip"),
    "skips-its-test-by-unittest": Attack("import unittest\nraise unittest.SkipTest", (E,), "unittest.SkipTest"),
    "expects-to-fail": Attack("import pytest\npytest.xfail('known')", (E,), "pytest.xfail"),
    "ends-the-session": Attack("import pytest\npytest.exit('done', 0)", (E,), "pytest.exit"),
    "makes-three-two": Attack("digits(3).value = 2\nreturn 3", (P, T), top=NUMBERS),
    "makes-three-two-and-three-again": Attack(
        "digits(3).value = 2\nreturn Late(3)",
        (P, T),
        top=NUMBERS + "class Late(int):\n def __eq__(self, other):\n  digits(3).value = 3\n  return True\n"
        " __hash__ = int.__hash__\n",
    ),
    "writes-into-its-own-memory": Attack(
        "with open('/proc/self/mem', 'r+b', 0) as own:\n own.seek(id(3) + 24)\n own.write(bytes([2]))\nreturn 3",
        (R,),
        "mem",
    ),
    "reads-its-own-memory": Attack("return 2 if open('/proc/self/mem', 'rb', 0) else 3", (R,), "memory of a process"),
    "reads-its-own-memory-by-a-link": Attack(
        "os.system('ln -s /proc/self/mem x')\nreturn 2 if open('x', 'rb', 0) else 3",
        (R,),
        "memory of a process",
        top="import os",
    ),
    "reads-its-own-memory-by-a-folder": Attack(
        "place = os.open('/proc/self', os.O_RDONLY)\nreturn 2 if os.open('mem', os.O_RDONLY, dir_fd=place) else 3",
        (R,),
        "memory of a process",
        top="import os",
    ),
    "writes-its-own-memory-by-a-folder": Attack(
        "place = os.open('/proc/self', os.O_RDONLY)\nreturn 2 if os.open(b'./mem', os.O_RDWR, dir_fd=place) else 3",
        (R,),
        "memory of a process",
        top="import os",
    ),
    "reads-its-own-memory-by-other-functions": Attack(
        "os.path.islink = lambda path: False\nos.path.basename = os.path.realpath = lambda path: 'x'\n"
        "os.fsdecode = os.path.abspath = lambda path: '/x'\nos.stat = os.lstat = None\n"
        "return 2 if open('/proc/self/mem', 'rb', 0) else 3",
        (R,),
        "memory of a process",
        top="import os",
    ),
    "changes-what-the-test-wants": Attack(f"{CHANGES_WHAT_IS_WANTED}return 3", (T,)),
    "changes-what-the-test-wants-and-what-is-noted": Attack(
        f"import {PROBE}.asked as one\none.written = lambda *a: '2'\n{CHANGES_WHAT_IS_WANTED}return 3", (T,)
    ),
    "changes-what-the-test-wants-and-who-notes-it": Attack(
        f"import gc\nfor one in gc.get_objects():\n  if type(one).__name__ == 'Asked':\n"
        "   one.note = lambda *a, **k: one.answers.append(dict(function='f', returned='2', raised=None))\n"
        f"{CHANGES_WHAT_IS_WANTED}return 3",
        (T, R),
    ),
    "changes-what-the-test-wants-and-what-notes-it": Attack(
        "import gc\n[one] = [one for one in gc.get_objects() if type(one).__name__ == 'Asked']\n"
        "class Mine(type(one)):\n  __slots__ = ()\n  written = lambda *a: '2'\none.__class__ = Mine\n"
        f"{CHANGES_WHAT_IS_WANTED}return 3",
        (T,),
    ),
    "changes-what-the-test-wants-and-how-it-is-noted": Attack(
        f"import {PROBE}.asked as one\nvars(one)['__builtins__']['repr'] = lambda value: '2'\n"
        f"{CHANGES_WHAT_IS_WANTED}return 3",
        (T,),
    ),
    "replaces-the-error-of-asserts": Attack(
        "import builtins, unittest\nbuiltins.AssertionError = unittest.SkipTest\nreturn 3", (T,)
    ),
    "replaces-f-in-the-test": Attack("import sys\nsys._getframe(1).f_globals['f'] = lambda n: 2\nreturn 3", (F,)),
    "is-equal-to-all": Attack(
        "return Liar(3)", (P, T), top="class Liar(int):\n __eq__ = lambda *_: True\n __hash__ = int.__hash__\n"
    ),
    "gives-a-true-comparison": Attack(
        "return Vague()", (P, T), top="class Vague:\n def __eq__(self, other): return [1]\n"
    ),
    "says-it-is-an-int": Attack(
        "return Actor()",
        (F,),
        top="class Actor:\n __class__ = int\n def __eq__(self, other): return False\n def __repr__(self): return '2'\n",
    ),
    "exits-where-it-is-forgotten": Attack(
        "Dying()\nreturn 3", (E,), "exit code 0", top="import os\nclass Dying:\n def __del__(self): os._exit(0)\n"
    ),
    "exits-where-it-is-forgotten-later": Attack(
        "global kept\nkept = Dying()\nreturn 3", (F,), top="import os\nclass Dying:\n def __del__(self): os._exit(0)\n"
    ),
    "exits-when-garbage-is-collected": Attack(
        "import gc, os\ngc.callbacks.append(lambda *_: os._exit(0))\ngc.collect()\nreturn 3", (E,), "exit code 0"
    ),
    "dumps-and-exits-later": Attack(
        "import faulthandler\nfaulthandler.dump_traceback_later(0.1, exit=True)\nspin()", (E,), "exit code 1"
    ),
    "exits-when-copied": Attack(
        "return Copied()",
        (F,),
        top="import os\nclass Copied:\n"
        " __deepcopy__ = __copy__ = __reduce_ex__ = __getstate__ = lambda *_: os._exit(0)\n",
    ),
    "holds-itself": Attack("held = []\nheld.extend([held] * 10 ** 6)\nreturn held", (F, S)),
    "is-very-deep": Attack("deep = []\nfor _ in range(10 ** 6): deep = [deep]\nreturn deep", (F, S)),
    "is-a-very-long-number": Attack("import sys\nsys.set_int_max_str_digits(0)\nreturn 10 ** 10 ** 6", (F, S)),
    "says-a-secret": Attack(
        "return Telling()", (F,), top="class Telling:\n def __repr__(self): return open('../secret.txt').read()\n"
    ),
    "never-closes": Attack(
        "def endless():\n while True:\n  try: yield\n  except GeneratorExit: pass\n"
        "one = endless()\nnext(one)\nreturn one",
        (F,),
    ),
    "awaits-for-ever": Attack(
        "import asyncio\nasync def stubborn():\n while True:\n  try: await asyncio.sleep(9)\n"
        "  except asyncio.CancelledError: pass\n"
        "async def main(): await asyncio.gather(*(stubborn() for _ in range(9)))\nasyncio.run(main())",
        (S,),
        "stopped after",
    ),
    "waits-at-the-end": Attack(
        "import threading\nthreading.Thread(target=threading.Event().wait).start()\n"
        "threading._shutdown = spin\nreturn 3",
        (F,),
    ),
    "finalizes-for-ever": Attack(
        "import weakref\nclass One: pass\nglobal kept\nkept = One()\nweakref.finalize(kept, spin)\nreturn 3", (F,)
    ),
    "takes-all-descriptors": Attack(
        "import os\nnone = os.open('/dev/null', 2)\nfor one in range(4096):\n"
        " if one != none: os.dup2(none, one)\nreturn 3",
        (R, E, F),
    ),
    "lowers-all-limits": Attack(
        "import resource\nfor name in dir(resource):\n if name.startswith('RLIMIT_'):\n"
        "  try: resource.setrlimit(getattr(resource, name), (0, 0))\n  except (OSError, ValueError): pass\nreturn 3",
        (E, F),
    ),
    "lets-it-recurse-less": Attack("import sys\nsys.setrecursionlimit(40)\nreturn 3", (R, F)),
    "stops-the-clocks": Attack(
        "import time\n"
        "for name in ('monotonic', 'perf_counter', 'time', 'process_time'): setattr(time, name, lambda: 0)\nspin()",
        (S,),
        "stopped after",
    ),
    "hooks-what-is-not-raised": Attack(
        "import os, sys\nsys.excepthook = sys.unraisablehook = lambda *_: os._exit(0)\nreturn Silent()",
        (F,),
        top="class Silent:\n def __eq__(self, other): return False\n def __del__(self): raise ValueError\n",
    ),
    "interrupts-from-a-thread": Attack(
        "import _thread, threading\nthreading.Timer(0.05, _thread.interrupt_main).start()\nspin()",
        (E,),
        "KeyboardInterrupt",
    ),
    "monitors": Attack(
        "import sys\nwatch = getattr(sys, 'monitoring', None)\n"
        "for one in range(6) if watch else ():\n"
        " try: watch.free_tool_id(one)\n except Exception: pass\nreturn 3",
        (F,),
    ),
    "empties-the-modules": Attack("import sys\nsys.modules.clear()\nreturn 3", (F,)),
    "empties-the-environment": Attack("import os, sys\nos.environ.clear()\nsys.path.clear()\nreturn 3", (F,)),
    "makes-warnings-errors": Attack("import warnings\nwarnings.simplefilter('error')\nreturn 3", (F,)),
    "watches-files": Attack(
        "import ctypes\nc = ctypes.CDLL(None)\nwatch = c.inotify_init()\n"
        "c.inotify_add_watch(watch, b'test_work.py', 0xfff)\n"
        "return 3 if watch < 0 else c.read(watch, ctypes.create_string_buffer(99), 99)",
        (S, F),
    ),
    "speaks-another-encoding": Attack(
        "import sys\nsys.stdout.reconfigure(encoding='utf-16')\nprint('x' * 99)\nreturn 3", (F,)
    ),
    "runs-another-interpreter-inside": Attack(
        "import _xxsubinterpreters as more\none = more.create()\n"
        "more.run_string(one, 'import os; os._exit(0)')\nreturn 3",
        (E, F, R),
    ),
    "is-right-in-a-forked-child": Attack("import os\nreturn 2 if os.fork() == 0 else 3", (F,)),
    "clears-the-builtins": Attack("import builtins\nbuiltins.__dict__.clear()\nreturn 3", (E,), "broke the Python"),
    "clears-its-own-names": Attack("globals().clear()\nreturn 3", (F,)),
    "puts-itself-in-the-streams": Attack(
        "import sys\nsys.stdout = sys.stderr = sys.stdin = Mute()\nreturn 3",
        (F,),
        top="class Mute:\n def __getattr__(self, name): raise ValueError(name)\n",
    ),
    "forgets-how-modules-are-found": Attack(
        "import sys\nsys.meta_path.clear()\nsys.path_hooks.clear()\nreturn 3", (F,)
    ),
    "calls-itself-another-system": Attack(
        "import os, sys\nsys.platform, os.name, sys.flags, sys.argv = 'win32', 'nt', None, None\nreturn 3", (F,)
    ),
    "raises-what-has-a-very-long-name": Attack("raise type('x' * 10 ** 7, (Exception,), {{}})('y' * 10 ** 7)", (R,)),
    "raises-what-has-no-words": Attack(
        "raise Wordless('a')",
        (R,),
        top="class Wordless(Exception):\n args = __notes__ = __cause__ = property(lambda self: 1 / 0)\n",
    ),
    "raises-what-is-of-no-class": Attack(
        "raise Classless('a')",
        (R,),
        top="class Fails(type):\n __name__ = property(lambda self: 1 / 0)\n"
        " __instancecheck__ = __subclasscheck__ = __repr__ = lambda *_: 1 / 0\n"
        "class Classless(Exception, metaclass=Fails): pass\n",
    ),
    "cannot-say-whether-it-is-equal": Attack(
        "return Vague()",
        (R,),
        top="class Unsure:\n def __bool__(self): raise ValueError('ambiguous')\n"
        "class Vague:\n def __eq__(self, other): return Unsure()\n",
    ),
}
