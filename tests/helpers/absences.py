"""Programs that would have a test not count, not run, or not be looked at, by what pytest itself offers for that."""

from __future__ import annotations

from helpers.attacks import Attack, E, F, R, T

# Finds the file of tests that is importing the program.
IMPORTER = """
import sys, pytest, functools, unittest
from _pytest.outcomes import Skipped
frame = sys._getframe()
while frame.f_globals.get("__name__") != "test_work": frame = frame.f_back
tests = frame.f_globals
"""
PLUGIN = """
import gc
class Plugin:
    {hook}
session = next(one for one in gc.get_objects() if type(one).__name__ == "Session" and hasattr(one, "config"))
session.config.pluginmanager.register(Plugin())
"""


def plugin(hook: str) -> Attack:
    """Make an attack that adds to what pytest does."""
    return Attack("return 3", (T,), top=PLUGIN.format(hook=hook), good=T)


ABSENCES = {
    "marks-its-tests-to-be-skipped": Attack(
        "return 3", (E,), "pytest.skip", top=IMPORTER + "tests['pytestmark'] = pytest.mark.skip", good=E
    ),
    "marks-its-tests-to-fail": Attack("return 3", (F,), top=IMPORTER + "tests['pytestmark'] = pytest.mark.xfail"),
    "skips-when-compared": Attack(
        "return Skipping()",
        (E,),
        "pytest.skip",
        top="import functools, pytest\nclass Skipping:\n"
        " __eq__ = functools.partial(pytest.importorskip, 'nothing_of_that_name')\n",
    ),
    "skips-by-an-exception-of-its-own": Attack(
        "raise Mine('x')", (E,), top="from _pytest.outcomes import Skipped\nclass Mine(Skipped): pass\n"
    ),
    "fails-as-expected-by-an-exception-of-its-own": Attack(
        "raise Mine('x')",
        (E,),
        "pytest.xfail",
        top="import pytest\nclass Fails(type): __name__ = 'Mine'\n"
        "class Mine(pytest.xfail.Exception, metaclass=Fails): pass\n",
    ),
    "adds-a-step-that-takes-the-test-away": plugin("def pytest_runtest_call(self, item): item.runtest = lambda: None"),
    "adds-a-step-that-takes-the-call": plugin("def pytest_pyfunc_call(self): return True"),
    "takes-out-who-calls-tests": Attack(
        PLUGIN.format(hook="pass") + "session.config.pluginmanager.unregister(name='python')\nreturn 3", (F,), good=T
    ),
    "is-interrupted-where-it-is-put-into-words": Attack(
        "raise Wordless", (R,), top="class Wordless(Exception):\n def __str__(self): raise KeyboardInterrupt\n"
    ),
}

# After these, the test that should fail is not there any more.
VANISHING = {
    "takes-a-test-out": (
        "import sys\ndef look(frame, event, given):\n"
        "    if frame.f_globals.get('__name__') == 'test_work' and event == 'return':\n"
        "        sys.setprofile(None)\n        frame.f_globals.pop('test_bad')\n"
        "sys.setprofile(look)\n"
    ),
    "chooses-among-tests": PLUGIN.format(
        hook="def pytest_collection_modifyitems(self, items): items[:] = [one for one in items if 'good' in one.name]"
    ),
}

# What tests define besides, and programs that make something else of it.
DEFINING = """
    from work import f

    WANTED = 2
    done = []
    count = 0

    def check(got, want):
        assert got == want

    class TestMethod:
        def check(self, got, want):
            assert got == want

        def test_method(self):
            self.check(f(1), 2)

    def test_value():
        assert f(1) == WANTED

    def test_function():
        check(f(1), 2)

    def test_own():
        global count
        count += 1
        done.append(1)
        assert (count, done) == (1, [1])
"""
TESTS = "sys.modules['test_work']"
REDEFINING = {
    "another-value": f"{TESTS}.WANTED = 3",
    "another-method": f"{TESTS}.TestMethod.check = lambda *a: None",
    "another-function": f"{TESTS}.check = lambda *a: None",
    "another-code": f"{TESTS}.check.__code__ = (lambda a, b: None).__code__",
}
