"""All kinds of tests that a student or teacher may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _told(run: RunResult) -> dict[str, str]:
    """Word the outcomes."""
    said = {}
    for test in run.tests:
        compared = test.comparison
        words = f" {compared.actual_source}: {compared.actual.text} for {compared.expected.text}" if compared else ""
        said[test.name] = test.outcome.value + words
    return said


async def test_asserts_of_the_program(runner: Runner, tmp_path: Path) -> None:
    program = """
        def double(n):
            return n + 2

        assert double(2) == 4
        if __name__ == "__main__":
            three = 3
            assert double(three) == 6
            assert double(None) == 0
            print(double(1))
            assert double(4) == 6
    """
    told = await results(runner, write(tmp_path, program))
    assert _told(told) == {
        "assert on line 5": "passed",
        "assert on line 8": "failed double(three): 5 for 6",
        "assert on line 9": "raised",
        "assert on line 11": "passed",
    }
    assert told.tests[1].lines == {2, 3}
    assert told.tests[1].actual_source == "double(3)"
    assert told.tests[1].source == "assert double(three) == 6"
    assert told.tests[2].raised is not None
    assert told.tests[2].raised.line == 3
    assert told.tests[2].expected is not None
    assert told.tests[3].stdout == "3\n"


async def test_examples_in_docstrings(runner: Runner, tmp_path: Path) -> None:
    program = '''
        def double(n):
            """Double a number.

            >>> double(2)
            4
            >>> double(3)
            6
            """
            return n + 2

        class Box:
            """
            >>> Box().open()
            'yes'
            """
            def open(self):
                return [][0]
    '''
    told = await results(runner, write(tmp_path, program))
    assert _told(told) == {"examples of Box": "raised", "examples of double": "failed double(3): 5 for 6"}
    box, double = told.tests
    assert (double.asserted_line, double.lines) == (7, frozenset({10}))
    assert box.expected is not None
    assert (box.expected.text, box.actual_source) == ("'yes'", "Box().open()")


async def test_examples_count_also_where_a_file_of_tests_has_the_program_loaded(runner: Runner, tmp_path: Path) -> None:
    program = """
        from textwrap import dedent

        def double(n):
            '''
            >>> double(3)
            6
            '''
            return n + 2

        class Box:
            def __repr__(self):
                '''
                >>> Box()
                Box
                '''
                return "Box"
    """
    tests = "import work\ndef test_it():\n    assert work.double(2) == 4"
    told = await results(runner, write(tmp_path, program, tests))
    assert _told(told) == {
        "test_it": "passed",
        "examples of Box.__repr__": "passed",
        "examples of double": "failed double(3): 5 for 6",
    }


async def test_input_and_output_beside_the_program(runner: Runner, tmp_path: Path) -> None:
    program = """
        count = int(input())
        for number in range(1, count):
            print(number)
        extra = input()
    """
    files = {"work1.in": "3\nx\n", "work1.out": "1\n2\n3\n", "work2.in": "1\nx\n", "work2.out": "", "work3.in": "2\n"}
    for name, text in {**files, "work3.out": "1\n", "other.in": ""}.items():
        (tmp_path / name).write_text(text)
    told = await results(runner, write(tmp_path, program))
    assert _told(told) == {
        "work1.in": "failed work.py: '1\\n2' for '1\\n2\\n3'",
        "work2.in": "passed",
        "work3.in": "raised",
    }
    assert told.tests[1].lines == {2, 3, 5}
    assert told.tests[2].raised is not None
    assert told.tests[2].raised.message == "the program asked for more input than there was"
    assert told.tests[2].raised.line == 5


async def test_what_is_printed_is_text(runner: Runner, tmp_path: Path) -> None:
    program = '''
        def double(n):
            """
            >>> print(double(2))
            4
            """
            return n + 3

        print(double(1))
    '''
    for name, text in {"work.in": "", "work.out": "big\n2\n"}.items():
        (tmp_path / name).write_text(text)
    told = await results(runner, write(tmp_path, program))
    assert _told(told) == {
        "work.in": r"failed work.py: '4' for 'big\n2'",
        "examples of double": "failed print(double(2)): '5' for '4'",
    }


async def test_an_example_without_its_value_gives_none(runner: Runner, tmp_path: Path) -> None:
    program = """
        def last(items):
            '''
            >>> last([3])
            3
            '''
            items[-1]

        def name():
            '''
            >>> name()
            'Ann'
            '''

        def greet():
            '''
            >>> greet()
            Hello
            '''
    """
    told = await results(runner, write(tmp_path, program))
    assert _told(told) == {
        "examples of greet": "failed greet(): '' for 'Hello'",
        "examples of last": "failed last([3]): None for 3",
        "examples of name": "failed name(): None for 'Ann'",
    }


async def test_tests_inside_the_program(runner: Runner, tmp_path: Path) -> None:
    program = """
        import unittest

        def double(n):
            return n + 2

        def test_double():
            assert double(3) == 6

        class DoubleTest(unittest.TestCase):
            def test_two(self):
                self.assertEqual(double(2), 4)

        if __name__ == "__main__":
            unittest.main()
    """
    told = await results(runner, write(tmp_path, program))
    assert _told(told) == {"test_double": "failed double(3): 5 for 6", "test_two": "passed"}
    assert told.tests[0].lines == {5}


async def test_conftest_fixtures_and_captured_output(runner: Runner, tmp_path: Path) -> None:
    tests = """
        from work import greet

        def test_prints(capsys, name, tmp_path):
            greet(name)
            assert capsys.readouterr().out == "Hello Ada"

        def test_class_prints(name):
            greet(name)
            assert 1 == 2
    """
    assignment = write(tmp_path, "def greet(name):\n    print('Hi', name)\n", tests)
    (tmp_path / "conftest.py").write_text("import pytest\n@pytest.fixture\ndef name():\n    return 'Ada'\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\nmarkers = slow: is slow\n")
    told = await results(runner, assignment)
    prints, silent = told.tests
    assert prints.comparison is not None
    assert (prints.comparison.actual.text, prints.comparison.expected.text) == (r"'Hi Ada\n'", "'Hello Ada'")
    assert silent.stdout == "Hi Ada\n"
    assert not list(tmp_path.glob("**/__pycache__"))
    assert not list(tmp_path.glob("**/.pytest_cache"))


@pytest.mark.parametrize("name", ["random", "types", "json", "token"])
async def test_program_named_like_a_library(name: str, runner: Runner, tmp_path: Path) -> None:
    tests = f"import {name}\nfrom {name} import roll\n\ndef test_roll():\n    assert roll() == {name}.roll() == 5\n"
    told = await results(runner, write(tmp_path, "def roll():\n    return 4\n", tests, name))
    assert _told(told) == {"test_roll": "failed roll(): 4 for 5"} or not told.problems
    assert told.tests[0].outcome.value == "failed"
    assert told.tests[0].lines == {2}


async def test_lines_run_by_loading(runner: Runner, tmp_path: Path) -> None:
    program = "RATE = 2\n\ndef double(n):\n    return n * RATE\n"
    tests = "from work import double\n\ndef test_it():\n    assert double(1) == 2\n"
    told = await results(runner, write(tmp_path, program, tests))
    assert (told.loaded_lines, told.tests[0].lines) == (frozenset({1, 3}), frozenset({4}))
    assert [call.text for call in told.tests[0].calls] == ["double(1)"]
