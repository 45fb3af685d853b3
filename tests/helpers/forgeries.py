"""Programs that give wrong answers and try to pass all the same, by reaching for what tests them."""

from __future__ import annotations

from helpers.attacks import Attack, E, F, R, T

WALK = """
def of_kind(name):
    frame = sys._getframe()
    while frame:
        for value in list(frame.f_locals.values()):
            if type(value).__name__ == name: yield value
        frame = frame.f_back
def all_of(name):
    return [one for one in gc.get_objects() if type(one).__name__ == name]
"""
TOP = "import gc, os, sys" + WALK
MINE = "'test_work.py::test_bad'"
OTHER = "'test_work.py::test_good'"

FORGERIES = {
    "writes-to-every-descriptor": Attack(
        'for d in range(5000):\n try: os.write(d, b\'{{"kind": "result"}}\\n\')\n except OSError: pass\nreturn 3',
        (T,),
        "",
        TOP,
    ),
    "writes-to-every-listed-descriptor": Attack(
        "for d in os.listdir('/proc/self/fd'):\n try: os.write(int(d), b'x')\n except OSError: pass\nreturn 3",
        (T,),
        "",
        TOP,
    ),
    "floods-every-descriptor": Attack(
        "for d in os.listdir('/proc/self/fd'):\n try: os.write(int(d), b'x\\n"
        "' * 10 ** 5)\n except OSError: pass\nreturn 3",
        (T,),
        "",
        TOP,
    ),
    "writes-while-it-loads": Attack(
        "return 3",
        (T,),
        "",
        TOP + "for d in os.listdir('/proc/self/fd'):\n try: os.write(int(d), b'{{}}\\n')\n except OSError: pass\n",
        T,
    ),
    "says-what-was-captured": Attack(
        "_pytest.capture.CaptureFixture.readouterr = lambda one: 2\nreturn 3", (T,), "", "import _pytest.capture"
    ),
    "finds-the-channel": Attack(
        f"for one in all_of('Channel'): one.send({{{{'kind': 'result', 'id': {MINE}, 'outcome': 'passed'}}}})\n"
        f"return 3",
        (T,),
        "",
        TOP,
    ),
    "finds-the-channel-in-frames": Attack(
        f"for one in of_kind('Reporter'): one.line.send({{{{'kind': 'result', 'id': {MINE}, 'outcome': 'passed'}}}})\n"
        f"return 3",
        (T,),
        "",
        TOP,
    ),
    "tells-all-and-leaves": Attack(
        "for one in all_of('Channel'):\n"
        f" one.send({{{{'kind': 'result', 'id': {MINE}, 'outcome': 'passed'}}}})\n"
        f" one.send({{{{'kind': 'start', 'id': {OTHER}}}}})\n"
        f" one.send({{{{'kind': 'result', 'id': {OTHER}, 'outcome': 'passed'}}}})\n"
        " one.send({{'kind': 'done'}})\nos._exit(0)",
        (T,),
        "",
        TOP,
        T,
    ),
    "tells-all-and-leaves-in-c": Attack(
        "for one in all_of('Channel'):\n"
        f" one.send({{{{'kind': 'result', 'id': {MINE}, 'outcome': 'passed'}}}})\n"
        f" one.send({{{{'kind': 'start', 'id': {OTHER}}}}})\n"
        f" one.send({{{{'kind': 'result', 'id': {OTHER}, 'outcome': 'passed'}}}})\n"
        " one.send({{'kind': 'done'}})\nimport ctypes\nctypes.CDLL(None)._exit(0)",
        (T,),
        "",
        TOP,
    ),
    "silences-the-reporter": Attack(
        "for one in all_of('Reporter'): one.note = lambda *a: None\nreturn 3", (T,), "", TOP
    ),
    "changes-the-outcome": Attack(
        "for one in of_kind('Reporter'): one.current['outcome'] = 'skipped'\nreturn 3", (T,), "", TOP
    ),
    "changes-its-class": Attack(
        "for one in all_of('Reporter'): type(one).note = lambda *a: None\nreturn 3", (T,), "", TOP
    ),
    "changes-its-code": Attack(
        "for one in all_of('Reporter'): type(one).note.__code__ = (lambda *a: None).__code__\nreturn 3", (T,), "", TOP
    ),
    "patches-the-runner": Attack(
        "return 3", (T,), "", "import _pytest.python\n_pytest.python.Function.runtest = lambda self: None\n", T
    ),
    "patches-the-call": Attack("import _pytest.runner\n_pytest.runner.CallInfo.from_call = None\nreturn 3", (T,), ""),
    "patches-reports": Attack(
        "import _pytest.reports\n_pytest.reports.TestReport.__init__ = lambda self, **k: None\nreturn 3", (T,)
    ),
    "patches-pluggy": Attack("import pluggy._callers as c\nc._multicall = lambda *a: []\nreturn 3", (T,)),
    "patches-unittest": Attack("import unittest\nunittest.TestCase.assertEqual = lambda *a: None\nreturn 3", (T,)),
    "patches-json": Attack("import json\njson.dumps = lambda *a, **k: '{{}}'\nreturn 3", (F,)),
    "patches-os": Attack("os.write = lambda *a: 1\nos.getpid = lambda: 0\nreturn 3", (F,), "", TOP),
    "patches-tracing": Attack("sys.settrace(None)\nsys.settrace = lambda *a: None\nreturn 3", (F,), "", TOP),
    "patches-isinstance": Attack("import builtins\nbuiltins.isinstance = lambda *a: True\nreturn 3", (F, R, T)),
    "patches-builtins-while-it-loads": Attack(
        "return 3", (T,), "", "import builtins\nusual = builtins.len\nbuiltins.len = lambda one: usual(one)\n", T
    ),
    "patches-comparisons": Attack(
        "import gadfly_analyzers.execution.probe.failures as one\none.describe = lambda *a: {{}}\nreturn 3", (T,)
    ),
    "replaces-the-test": Attack(
        "return 3",
        (T,),
        "",
        "import gc, sys\nsys.setprofile(lambda f, e, a: f.f_globals.update(test_bad=lambda: None)"
        " if f.f_globals.get('__name__') == 'test_work' else None)\n",
    ),
    "replaces-the-code-of-a-test": Attack(
        "sys.modules['test_work'].test_good.__code__ = (lambda: None).__code__\nreturn 3", (F,), "", TOP, T
    ),
    "replaces-the-module": Attack("sys.modules['test_work'] = None\nreturn 3", (F,), "", TOP),
    "hooks-imports": Attack(
        "return 3",
        (F, T, R),
        "",
        "import sys, types\nclass Mine:\n @staticmethod\n"
        " def find_spec(name, *rest): return None\nsys.meta_path.insert(0, Mine)\n",
    ),
    "rewrites-the-test-file": Attack(
        "open('test_work.py', 'w').write('def test_bad(): pass')\nreturn 3", (R,), "test_work.py"
    ),
    "rewrites-it-by-a-shell": Attack(
        "os.system('echo \"def test_bad(): pass\" > test_work.py')\nos.kill(os.getpid(), 9)", (E,), "", TOP
    ),
    "puts-a-file-in-its-place": Attack(
        "os.system('echo > x; mv -f x test_work.py; rm -f test_work.py; ln -sf x test_work.py')\n"
        "os.kill(os.getpid(), 9)",
        (E,),
        "",
        TOP,
    ),
    "leaves-a-conftest": Attack(
        "os.system('echo \"def pytest_runtest_call(item): item.obj = print\" > conftest.py')\nos.kill(os.getpid(), 9)",
        (E,),
        "",
        TOP,
    ),
    "leaves-compiled-code": Attack(
        "os.system('mkdir -p __pycache__; cp /bin/true __pycache__/test_work.cpython-311-pytest-8.4.2.pyc')\n"
        "os.kill(os.getpid(), 9)",
        (E,),
        "",
        TOP,
    ),
    "leaves-at-once": Attack("os._exit(0)", (E,), "", TOP),
    "leaves-at-the-end": Attack("import atexit\natexit.register(os._exit, 0)\nreturn 3", (F,), "", TOP),
}
