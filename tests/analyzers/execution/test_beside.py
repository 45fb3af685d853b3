"""What somebody puts beside a program decides neither what is run nor how it is tested."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

WRONG, TESTS = "def f(n):\n    return 3\n", "from work import f\n\ndef test_it():\n    assert f(1) == 2\n"
EQUAL = "class Equal:\n    def __eq__(self, other): return True\n"
TOOLS = {  # what lies beside, and a test that the program does not pass
    "math.py": (
        "def isclose(*_): return True\n",
        "import math\nfrom work import f\ndef test_it(): assert math.isclose(f(1), 2)",
    ),
    "pytest.py": (
        EQUAL + "def approx(_): return Equal()\n",
        "import pytest\nfrom work import f\ndef test_it(): assert f(1) == pytest.approx(2)",
    ),
    "pytest/__init__.py": (
        EQUAL + "def approx(_): return Equal()\n",
        "import pytest\nfrom work import f\ndef test_it(): assert f(1) == pytest.approx(2)",
    ),
    "unittest.py": (
        "class TestCase:\n    def assertEqual(self, *_): pass\n",
        "import unittest, work\nclass Tests(unittest.TestCase):\n    def test_it(self): self.assertEqual(work.f(1), 2)",
    ),
    "statistics.py": (
        EQUAL + "def mean(_): return Equal()\n",
        "import statistics\nfrom work import f\ndef test_it(): assert statistics.mean([2]) == f(1)",
    ),
    "colorsys/__init__.py": (
        EQUAL + "def rgb_to_hsv(*_): return Equal()\n",
        "from colorsys import rgb_to_hsv\nfrom work import f\ndef test_it(): assert rgb_to_hsv(0, 0, 0) == f(1)",
    ),
}
FORGES = """
import ctypes, sys
def f(n):
    wanted = sys._getframe(1).f_code.co_consts
    held = (ctypes.py_object * len(wanted)).from_address(id(wanted) + 24)
    for at, one in enumerate(wanted):
        if one == 2: held[at] = 3
    return 3
"""


@pytest.mark.parametrize("name", TOOLS)
async def test_a_test_gets_the_tools_of_python_and_not_those_of_the_same_name(
    name: str, runner: Runner, tmp_path: Path
) -> None:
    theirs, tests = TOOLS[name]
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(theirs)
    told = await results(runner, write(tmp_path, WRONG, tests))
    assert [test.outcome for test in told.tests] == [Outcome.FAILED], told


async def test_a_program_may_bear_such_a_name_and_so_may_what_it_imports(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "queue.py").write_text("def first(): return 2\n")
    tests = "from calendar import f\nfrom queue import first\n\ndef test_it():\n    assert f(1) == first()\n"
    program = "import queue\ndef f(n):\n    return queue.first()\n"
    told = await results(runner, write(tmp_path, program, tests, name="calendar"))
    assert [test.outcome for test in told.tests] == [Outcome.PASSED], told


def poison(source: Path, text: str) -> None:
    """Lay down what Python takes for a compiled file without a look at its source."""
    loading: Any = importlib.import_module("importlib._bootstrap_external")
    data = loading._code_to_hash_pyc(compile(text, str(source), "exec"), importlib.util.source_hash(b""), False)
    place = Path(importlib.util.cache_from_source(str(source)))
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(data)


@pytest.mark.parametrize("name", ["work", "helper"])
async def test_what_was_compiled_before_is_not_run(name: str, runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("def g(): return 3\n")
    assignment = write(tmp_path, "import helper\ndef f(n):\n    return helper.g()\n", TESTS)
    poison(tmp_path / f"{name}.py", "def f(n): return 2\ndef g(): return 2\n")
    told = await results(runner, assignment)
    assert [test.outcome for test in told.tests] == [Outcome.FAILED]


async def test_a_conftest_that_lies_with_the_program_alone_has_no_say(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "teacher").mkdir()
    (tmp_path / "teacher" / "test_it.py").write_text(TESTS)
    (tmp_path / "teacher" / "conftest.py").write_text("import builtins\nbuiltins.two = 2\n")
    student = write(tmp_path / "alice", WRONG + "\ndef test_own():\n    assert two == 2\n")
    (tmp_path / "alice" / "conftest.py").write_text("def pytest_pyfunc_call(pyfuncitem): return True\n")
    told = await results(runner, find_assignment(student.program, str(tmp_path / "teacher" / "*.py")))
    assert {test.name: test.outcome for test in told.tests} == {"test_it": Outcome.FAILED, "test_own": Outcome.PASSED}


@pytest.mark.parametrize("name", ["string.py", "conftest.py"])
async def test_the_second_look_cannot_be_turned_off(name: str, runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "teacher").mkdir()
    (tmp_path / "teacher" / "test_it.py").write_text(TESTS)
    student = write(tmp_path / "alice", FORGES)
    (tmp_path / "alice" / name).write_text("")
    told = await results(runner, find_assignment(student.program, str(tmp_path / "teacher" / "*.py")))
    assert [test.outcome for test in told.tests] == [Outcome.TAMPERED]


async def test_what_is_plain_of_python_is_not_if_it_lies_beside(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "string.py").write_text(FORGES.replace("_getframe(1)", "_getframe(2)"))
    told = await results(runner, write(tmp_path, "import string\ndef f(n):\n    return string.f(n)\n", TESTS))
    assert [test.outcome for test in told.tests] == [Outcome.TAMPERED]
