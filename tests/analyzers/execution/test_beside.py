"""What somebody puts beside a program decides neither what is run nor how it is tested."""

from __future__ import annotations

import importlib
import importlib.util
import os
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution import soundness
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, ProblemKind
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
    wanted = sys._getframe(2).f_code.co_consts
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
    (tmp_path / "string.py").write_text(FORGES.replace("_getframe(2)", "_getframe(3)"))
    told = await results(runner, write(tmp_path, "import string\ndef f(n):\n    return string.f(n)\n", TESTS))
    assert [test.outcome for test in told.tests] == [Outcome.TAMPERED]


async def test_what_python_would_import_in_place_of_the_program_is_told(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, WRONG, TESTS)
    (tmp_path / "work").mkdir()
    assert (await results(runner, assignment)).tests  # a folder alone is none
    (tmp_path / "work" / "__init__.py").write_text("def f(n): return 2\n")
    (problem,) = (await results(runner, assignment)).problems
    assert problem.message == "`import work` takes `work/__init__.py`, not `work.py`. Please rename one of the two."
    (tmp_path / "work" / "__init__.py").unlink()
    (tmp_path / "work.abi3.so").write_bytes(b"")
    (problem,) = (await results(runner, assignment)).problems
    assert "takes `work.abi3.so`" in problem.message


@pytest.mark.parametrize(
    ("cookie", "line"), [("# coding: utf-7", 1), ("\n# coding=unicode_escape", 2), ("# -*- coding: rot13 -*-", 1)]
)
async def test_a_program_that_python_reads_as_another_text_is_told(
    cookie: str, line: int, runner: Runner, tmp_path: Path
) -> None:
    hidden = "def f(n):\n    # +AAo-    return 2 \\n    return 2\n    return 3\n"
    told = await results(runner, write(tmp_path, f"{cookie}\n{hidden}", TESTS))
    assert not told.tests
    assert [(problem.line, "Please take that out" in problem.message) for problem in told.problems] == [(line, True)]


@pytest.mark.parametrize("cookie", ["# coding: latin-1", "# -*- coding: utf-8 -*-", "# coding: ascii", "\ufeff"])
async def test_a_program_that_everybody_reads_alike_may_name_its_encoding(
    cookie: str, runner: Runner, tmp_path: Path
) -> None:
    told = await results(runner, write(tmp_path, f"{cookie}\n{WRONG}", TESTS))
    assert [test.outcome for test in told.tests] == [Outcome.FAILED]


async def test_a_test_that_is_too_large_is_told_and_the_others_run(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, WRONG, TESTS)
    large = tmp_path / "test_work_large.py"
    with large.open("w") as file:
        file.write("from work import f\n")
        file.truncate(10 << 30)
    told = await results(runner, find_assignment(assignment.program))
    assert [test.outcome for test in told.tests] == [Outcome.FAILED]
    assert [problem.path for problem in told.problems] == [large]
    assignment.tests[0].unlink()
    told = await results(runner, find_assignment(assignment.program))
    assert [problem.message for problem in told.problems] == [
        "`test_work_large.py` is larger than 1 MB, too large to work with here."
    ]


async def test_of_very_many_files_of_tests_the_first_are_run(
    runner: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soundness, "MOST_TESTS", 2)
    assignment = write(tmp_path, WRONG, TESTS)
    for number in range(2):
        (tmp_path / f"test_work{number}.py").write_text(TESTS)
    told = await results(runner, find_assignment(assignment.program))
    assert len(told.tests) == 2
    assert [problem.message for problem in told.problems] == [
        "There are 3 files with tests. The first 2 of them were run, and no others."
    ]


async def test_thousands_of_files_beside_a_program_take_no_time(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, WRONG, TESTS)
    for number in range(15_000):
        (tmp_path / f"data{number}.txt").touch()
    told = await results(runner, assignment, limits=Limits())
    assert [test.outcome for test in told.tests] == [Outcome.FAILED]


async def test_a_pipe_or_a_closed_folder_beside_a_program_is_no_test(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, WRONG, TESTS)
    os.mkfifo(tmp_path / "work.in")
    (tmp_path / "work.out").write_text("3")
    (tmp_path / "tests").mkdir(mode=0)
    told = await results(runner, assignment)
    assert [test.outcome for test in told.tests] == [Outcome.FAILED]
    assert not told.problems


@pytest.mark.parametrize("nested", ["x = " + "-" * 20_000 + "1", "x = 1" + " + 1" * 20_000])
async def test_a_test_that_is_nested_too_deep_is_told(nested: str, runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, WRONG, TESTS)
    (tmp_path / "test_deep.py").write_text(f"import work\n{nested}\n")
    told = await results(runner, find_assignment(assignment.program))
    assert [test.outcome for test in told.tests] == [Outcome.FAILED]
    assert ["test_deep.py" in problem.message for problem in told.problems] == [True]


async def test_settings_with_which_pytest_does_not_start_are_no_fault_of_the_program(
    runner: Runner, tmp_path: Path
) -> None:
    assignment = write(tmp_path, WRONG, TESTS)
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\nx = " + "[" * 30_000 + "]" * 30_000)
    (problem,) = (await results(runner, assignment)).problems
    assert problem.kind is ProblemKind.TESTS_DO_NOT_LOAD
    assert "pytest does not start" in problem.message


async def test_a_program_that_is_nested_too_deep_is_told(runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, "x = " + "-" * 20_000 + "1\n" + WRONG, TESTS))
    assert ["MemoryError" in problem.message for problem in told.problems] == [True]
    told = await results(runner, write(tmp_path, WRONG, TESTS + "x = " + "lambda: " * 5_000 + "1\n"))
    assert [problem.message for problem in told.problems] == [
        "`test_work.py` does not load: Python cannot read it, for its brackets or operators are nested too deep"
    ]


async def test_settings_that_pytest_fails_over_are_named(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\nfilterwarnings = [1]\n", encoding="utf-8")
    (problem,) = (await results(runner, write(tmp_path, WRONG, TESTS))).problems
    assert problem.path == tmp_path / "pyproject.toml"


@pytest.mark.parametrize("name", ["pytest.ini", "pyproject.toml"])
async def test_settings_larger_than_memory_are_named(name: str, runner: Runner, tmp_path: Path) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(2 << 30)
    (problem,) = (await results(runner, write(tmp_path, WRONG, TESTS))).problems
    assert problem.path == tmp_path / name


@pytest.mark.parametrize(
    "breaks",
    [
        *(f"import builtins\nbuiltins.{name} = None\n" for name in ("len", "dict", "iter", "sorted")),
        "import sys\nsys.modules.clear()\n",
    ],
)
async def test_no_test_is_blamed_for_what_the_program_broke(breaks: str, runner: Runner, tmp_path: Path) -> None:
    (problem,) = (await results(runner, write(tmp_path, breaks + WRONG, TESTS))).problems
    assert problem.kind is ProblemKind.PROGRAM_DOES_NOT_LOAD
    assert problem.message == "`work.py` does not load: the program broke the Python that ran it."


async def test_tests_are_read_before_a_program_can_take_away_what_reads_them(runner: Runner, tmp_path: Path) -> None:
    told = await results(runner, write(tmp_path, "import builtins\nbuiltins.compile = None\n" + WRONG, TESTS))
    assert {test.outcome for test in told.tests} == {Outcome.FAILED}


async def test_a_program_that_answers_for_who_types_is_not_blamed_for_a_test(runner: Runner, tmp_path: Path) -> None:
    program = "import builtins\nbuiltins.input = lambda *_: '3'\n" + WRONG
    (problem,) = (await results(runner, write(tmp_path, program, TESTS + "def test_b():\n    yield\n"))).problems
    assert problem.kind is ProblemKind.TESTS_DO_NOT_LOAD
