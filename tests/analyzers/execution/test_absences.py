"""Where some tests may skip themselves and others are in classes, no program has one of them not count or not run."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome, ProblemKind
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

# Does something to the tests as soon as their file has loaded.
CHANGING = """
import sys
def look(frame, event, given):
    tests = frame.f_globals
    if tests.get("__name__") == "test_work" and event == "return" and frame.f_code.co_name == "<module>":
        sys.setprofile(None)
        import pytest
        {change}
sys.setprofile(look)
def f(n): return 3
"""
SKIPPING = """
    import unittest
    import pytest
    from work import f

    @pytest.mark.{mark}
    def test_other():
        assert f(2) == 2

    def test_bad():
        assert f(1) == 2

    class TestMore:
        def test_in(self):
            assert f(1) == 2

        def test_not(self):
            pytest.skip("no")

    class Tests(unittest.TestCase):
        def test_case(self):
            self.assertEqual(f(1), 2)
"""
S, F, E = Outcome.SKIPPED, Outcome.FAILED, Outcome.ENDED
MARKED = {  # what is changed, the mark that another test has, and how tests end
    "all": ("tests['pytestmark'] = pytest.mark.skip", "skip", (S, E, E, S, E)),
    "a-function": ("pytest.mark.skip(tests['test_bad'])", "skip", (S, E, F, S, F)),
    "a-class": ("tests['TestMore'].pytestmark = [pytest.mark.skip]", "skip", (S, F, E, S, F)),
    "a-case": ("tests['Tests'].test_case.__unittest_skip__ = True", "skip", (S, F, F, S, E)),
    "to-fail": ("pytest.mark.xfail(tests['test_bad'])", "xfail", (S, F, F, S, F)),
}
TAKEN = {
    "a-method": "del tests['TestMore'].test_in",
    "a-class": "tests.pop('TestMore')",
    "a-method-of-a-case": "tests['Tests'].test_case = 3",
    "a-case": "tests['Tests'] = 3",
    "by-how-it-is-made": "tests['TestMore'].__init__ = lambda self, n: None",
}
HONEST = """
    import unittest
    import pytest

    slow = pytest.mark.skipif(True, reason="slow")

    @slow
    def test_slow(): pass

    @pytest.fixture
    def never():
        pytest.skip("no")

    def test_fixture(never): pass

    @pytest.mark.parametrize("n", [pytest.param(1, marks=pytest.mark.skip)])
    def test_parameter(n): pass

    class TestAll:
        pytestmark = pytest.mark.skip
        def test_marked(self): pass

    class Tests(unittest.TestCase):
        def setUp(self):
            self.skipTest("no")
        def test_set_up(self): pass

    class More(unittest.TestCase):
        @classmethod
        def setUpClass(cls):
            raise unittest.SkipTest
        def test_class(self): pass
"""
# None of what is left out here was taken away.
ODD = """
    import unittest

    class TestMade:
        def __init__(self): pass
        def test_made(self): pass

    class Base:
        def test_inherited(self): pass

    class TestDerived(Base):
        def test_derived(self): pass

    class TestOff(unittest.TestCase):
        test_off = None
        def test_on(self): pass

    def test_again(): pass
    test_again = None
"""


@pytest.mark.parametrize("name", MARKED)
async def test_what_another_test_says_of_skipping_is_no_leave_for_this_one(
    name: str, runner: Runner, tmp_path: Path
) -> None:
    change, mark, ends = MARKED[name]
    told = await results(runner, write(tmp_path, CHANGING.format(change=change), SKIPPING.format(mark=mark)))
    assert tuple(test.outcome for test in told.tests) == ends, told


async def test_a_test_may_skip_itself_in_any_way(runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, "import os\n", HONEST))
    assert [test.outcome for test in told.tests] == [S] * 6, told


PLAIN = "def test_it():\n    assert f(1) == 2\n"
NOT_LOADED = (ProblemKind.PROGRAM_DOES_NOT_LOAD, ProblemKind.TESTS_DO_NOT_LOAD)


@pytest.mark.parametrize(
    "cases",
    [
        "@pytest.mark.parametrize('n', [])",
        "CASES = {}\n@pytest.mark.parametrize('n', argvalues=CASES)",
        "pytestmark = pytest.mark.parametrize('n', [n for n in ()])",
        "@pytest.fixture(params=[])\ndef n(request): return request.param\n",
    ],
    ids=["none", "named", "of-all", "of-a-fixture"],
)
async def test_a_test_without_cases_is_skipped(cases: str, runner: Runner, tmp_path: Path) -> None:
    tests = f"import pytest\nimport work\n{cases}\ndef test_it(n): pass\n"
    told = await results(runner, write(tmp_path, "import os\n", tests))
    assert [test.outcome for test in told.tests] == [S], told


async def test_a_program_that_has_to_give_cases_and_has_none_is_told(runner: Runner, tmp_path: Path) -> None:
    tests = "import pytest\nimport work\n@pytest.mark.parametrize('n', work.CASES)\ndef test_it(n): pass\n"
    told = await results(runner, write(tmp_path, "import os\nCASES = []\n", tests))
    assert [test.outcome for test in told.tests] == [Outcome.ENDED], told


LENT = {  # ways in which a program lends a test, and others, what skips
    "beside-another": "from work import f\ndef test_it():\n    assert f(1) == 2\n@pytest.mark.skip\ndef test_b(): pass",
    "by-a-name": "from work import f as skipped\ndef test_it():\n    assert skipped('x') == 2",
    "by-its-name": "import work\ndef test_it():\n    assert work.skip('x') == 2",
    "with-all": "from work import *\ndef test_it():\n    assert skip('x') == 2",
}


@pytest.mark.parametrize("name", LENT)
async def test_what_skips_is_no_leave_where_it_is_the_programs(name: str, runner: Runner, tmp_path: Path) -> None:
    program = "import pytest\ndef skip(n): pytest.skip('no')\nf = skip\n"
    told = await results(runner, write(tmp_path, program, "import pytest\n" + LENT[name]))
    assert [test.outcome for test in told.tests if test.name == "test_it"] == [E], told


@pytest.mark.parametrize(
    "tests",
    [
        "from pytest import skip as leave\nfrom work import f\ndef test_it():\n    f(1)\n    leave('no')",
        "import pytest\nfrom work import *\ndef test_it():\n    f(1)\n    pytest.skip('no')",
        "from beside import leave\nfrom work import f\ndef test_it():\n    f(1)\n    leave()",
        "from beside import away\nfrom work import f\ndef test_it():\n    f(1)\n    away()",
        "import unittest\nfrom work import f\ndef test_it():\n    f(1)\n    raise unittest.SkipTest('no')",
    ],
)
async def test_a_test_may_skip_itself_by_any_other_name(tests: str, runner: Runner, tmp_path: Path) -> None:
    helpers = "def leave(): pytest.skip('no')\nclass Away(pytest.skip.Exception): pass\ndef away(): raise Away('no')\n"
    (tmp_path / "beside.py").write_text(f"import pytest\n{helpers}", encoding="utf-8")
    told = await results(runner, write(tmp_path, "import os\ndef skip(): pass\ndef f(n): return n\n", tests))
    assert [test.outcome for test in told.tests] == [S], told


@pytest.mark.parametrize("name", TAKEN)
async def test_nothing_counts_where_a_test_of_a_class_has_vanished(name: str, runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, CHANGING.format(change=TAKEN[name]), SKIPPING.format(mark="skip")))
    assert {test.outcome for test in told.tests} == {Outcome.TAMPERED}, told


@pytest.mark.parametrize(
    "program",
    [
        "pytest.skip('no', allow_module_level=True)",
        "pytest.importorskip('nothing_of_that_name')",
        "class Mine(pytest.skip.Exception): pass\nraise Mine('no', allow_module_level=True)",
        "import functools\n__getattr__ = functools.partial(pytest.importorskip, 'nothing_of_that_name', reason='no')",
    ],
)
async def test_a_program_that_has_all_tests_skipped_does_not_load(program: str, runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, f"import pytest\n{program}\n", "from work import f\n" + PLAIN))
    assert told.tests == ()
    assert [problem.kind in NOT_LOADED for problem in told.problems] == [True], told


async def test_a_program_that_takes_all_tests_away_does_not_load(runner: Runner, tmp_path: Path) -> None:
    program = CHANGING.format(change="tests['__test__'] = False")
    told = await results(runner, write(tmp_path, program, "from work import f\n" + PLAIN))
    assert [problem.kind for problem in told.problems] == [ProblemKind.PROGRAM_DOES_NOT_LOAD], told


async def test_a_file_without_tests_has_lost_none(runner: Runner, tmp_path: Path) -> None:
    tests = "import work\n__test__ = False\n" + PLAIN
    told = await results(runner, write(tmp_path, "import os\n", tests))
    assert [problem.kind for problem in told.problems] == [ProblemKind.NO_TESTS], told


@pytest.mark.parametrize("top", ["import os", ""], ids=["watched", "plain"])
@pytest.mark.parametrize(
    "leave", ["pytest.importorskip('nothing_of_that_name')", "import unittest\nraise unittest.SkipTest('no')"]
)
async def test_a_file_of_tests_may_skip_itself(leave: str, top: str, runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, f"{top}\n", f"import pytest, work\n{leave}\n{PLAIN}"))
    assert [problem.kind for problem in told.problems] in ([], [ProblemKind.NO_TESTS])


async def test_what_is_no_test_has_not_vanished(runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, "import os\n", ODD))
    assert {test.name: test.outcome for test in told.tests} == dict.fromkeys(
        ("test_inherited", "test_derived", "test_on"), Outcome.PASSED
    ), told
