"""Changed versions are tried with tests of every kind, and with whatever state these share."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import write
from helpers.trials import names, tried

pytestmark = pytest.mark.asyncio(loop_scope="module")

DOUBLE = """
    def double(number):
        return number + 1
"""
RIGHT = ("number + 1", "number * 2")
PARTLY = ("number + 1", "number + 2")

# name: the test file, the tests that fail, those of them that pass when 2 is added, and the tests that pass
KINDS: dict[str, tuple[str, set[str], set[str], set[str]]] = {
    "functions": (
        """
        from work import double

        def test_two(): assert double(2) == 4
        def test_three(): assert double(3) == 6
        def test_one(): assert double(1) == 2
        """,
        {"test_two", "test_three"},
        {"test_two"},
        {"test_one"},
    ),
    "methods": (
        """
        import work

        class TestDouble:
            factor = 1

            def setup_method(self): self.factor = 2

            @staticmethod
            def test_static(): assert work.double(2) == 4

            class TestInner:
                def test_three(self): assert work.double(3) == 6

            def test_one(self): assert work.double(1) == self.factor
        """,
        {"TestDouble::test_static", "TestDouble::TestInner::test_three"},
        {"TestDouble::test_static"},
        {"TestDouble::test_one"},
    ),
    "unittest": (
        """
        import unittest
        from work import double

        def setUpModule(): double.ready = True

        class Base(unittest.TestCase):
            @classmethod
            def setUpClass(cls): cls.two = 2

            def setUp(self):
                self.three = 3
                self.addCleanup(setattr, self, "three", 0)

        class DoubleTest(Base):
            def test_two(self): self.assertEqual(double(self.two), 4)

            def test_several(self):
                for number in (self.three, 4):
                    with self.subTest(number=number):
                        self.assertEqual(double(number), 2 * number)

            def test_ready(self):
                self.assertTrue(double.ready)
                with self.assertRaises(TypeError): double()

            @unittest.skip("later")
            def test_skipped(self): self.fail()
        """,
        {"DoubleTest::test_two", "DoubleTest::test_several"},
        {"DoubleTest::test_two"},
        {"DoubleTest::test_ready"},
    ),
    "parameters": (
        """
        import pytest
        from work import double

        @pytest.mark.parametrize("more", [0])
        @pytest.mark.parametrize("number, seen", [(1, []), pytest.param(2, [], id="two"), (3, [])])
        def test_double(number, seen, more):
            seen.append(number)
            assert seen == [number]
            assert double(number) == 2 * number + more

        @pytest.mark.parametrize("number", [1, 3])
        class TestAll:
            def test_one(self, number): assert double(number) == number * 2
        """,
        {"test_double[two-0]", "test_double[3-seen2-0]", "TestAll::test_one[3]"},
        {"test_double[two-0]"},
        {"test_double[1-seen0-0]", "TestAll::test_one[1]"},
    ),
    "fixtures": (
        """
        import pytest
        from work import double

        log = []

        @pytest.fixture(autouse=True)
        def logged():
            log.append("begin")
            yield
            log.append("end")

        @pytest.fixture(scope="module")
        def two(): return 2

        @pytest.fixture(params=[2, 3], ids=["two", "three"])
        def number(request, two):
            yield request.param
            assert double(1) == two

        @pytest.fixture
        def times(request): return request.param

        @pytest.fixture
        def add(one): return lambda number: number + one

        def test_two(two, capsys):
            print(double(two))
            assert capsys.readouterr().out == "4\\n"

        def test_number(number): assert double(number) == number * 2

        @pytest.mark.parametrize("times", [2], indirect=True)
        def test_log(times): assert log[-1] == "begin" and log.count("begin") == log.count("end") + 1

        def test_files(tmp_path, monkeypatch, add):
            monkeypatch.setenv("NUMBER", "1")
            (tmp_path / "number").write_text(str(double(1)))
            assert (tmp_path / "number").read_text() == str(add(1))
        """,
        {"test_two", "test_number[two]", "test_number[three]"},
        {"test_two"},
        {"test_log[2]", "test_files"},
    ),
    "only-with-pytest": (
        """
        import pytest
        from work import double

        async def test_later(): assert double(2) == 4

        @pytest.mark.xfail
        def test_expected(): assert double(2) == 4

        def test_recorded(record_property): assert double(1) == 2

        def test_shell():
            import subprocess, sys
            assert subprocess.run([sys.executable, "-c", "import work; assert work.double(2) == 4"]).returncode == 0

        def test_two(): assert double(2) == 4
        """,
        {"test_two"},
        {"test_two"},
        set(),
    ),
}
CONFTEST = """
    import pytest

    @pytest.fixture
    def one():
        return 1
"""


@pytest.mark.parametrize("kind", KINDS)
async def test_the_same_tests_fail_and_are_repaired(runner: Runner, tmp_path: Path, kind: str) -> None:
    tests, failing, partly, passing = KINDS[kind]
    write(tmp_path, CONFTEST, name="conftest")
    trials = await tried(runner, write(tmp_path, DOUBLE, tests), RIGHT, PARTLY)
    assert (names(trials.failing), names(trials.passing)) == (failing, passing)
    passed = {verdict.number: names(verdict.passed) for verdict in trials.verdicts if verdict.passed}
    assert passed.get(0) == failing
    assert passed.get(1, set()) == partly
    assert trials.verdicts[0].whole == (kind != "only-with-pytest")


async def test_asserts_and_examples_of_the_program_itself(runner: Runner, tmp_path: Path) -> None:
    program = '''
        """Doubles.

        >>> half(4)
        2
        """
        def double(number):
            """Double a number.

            >>> double(1)
            2
            >>> double(2)
            4
            """
            return number + 1

        def half(number):
            return number // 2

        assert half(2) == 1

        if __name__ == "__main__":
            two = 2
            assert double(two) == 4
            assert double(1) == 2
    '''
    assignment = write(tmp_path, program)
    trials = await tried(runner, assignment, RIGHT, ("number + 1", "number"), ("number // 2", "number / 2"))
    assert names(trials.failing) == {"examples of double", "assert on line 24"}
    assert names(trials.passing) == {"examples of the file", "assert on line 20", "assert on line 25"}
    assert [(one.number, names(one.passed), one.whole) for one in trials.verdicts] == [(0, names(trials.failing), True)]


async def test_pairs_of_input_and_output(runner: Runner, tmp_path: Path) -> None:
    assignment = write(
        tmp_path, "for one in range(int(input())):\n    print(one)\nif one > 5:\n    raise SystemExit(0)\n"
    )
    for number, text in ((2, "1\n2\n"), (7, "1\n2\n3\n4\n5\n6\n7\n"), (0, "")):
        (tmp_path / f"work_{number}.in").write_text(f"{number}\n")
        (tmp_path / f"work_{number}.out").write_text(text)
    changes = ("print(one)", "print(one + 1)"), ("print(one)", "print(1)")
    trials = await tried(runner, assignment, *changes)
    assert [(one.number, names(one.passed), names(one.farther)) for one in trials.verdicts] == [
        (0, {"work_2.in", "work_7.in"}, set()),
        (1, set(), {"work_2.in", "work_7.in"}),
    ]


WAYS = {
    "from": "from work import double",
    "module": "import work\ndouble = work.double",
    "star": "from work import *",
    "late": "def double(number):\n    from work import double\n    return double(number)",
    "importlib": "import importlib\ndouble = importlib.import_module('work').double",
    "by-path": (
        "import importlib.util, pathlib\n"
        "spec = importlib.util.spec_from_file_location('w', pathlib.Path(__file__).parent / 'work.py')\n"
        "work = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(work)\ndouble = work.double"
    ),
    "helper": "from support import double",
    "reload": "import importlib, work\ndouble = importlib.reload(work).double",
}


@pytest.mark.parametrize("way", WAYS)
async def test_every_way_of_importing_leads_to_the_version_on_trial(runner: Runner, tmp_path: Path, way: str) -> None:
    write(tmp_path, "from work import double\n", name="support")
    tests = f"{WAYS[way]}\ndef test_two(): assert double(2) == 4\ndef test_one(): assert double(1) == 2\n"
    trials = await tried(runner, write(tmp_path, DOUBLE, tests), RIGHT, ("number + 1", "number"))
    assert [(one.number, one.whole) for one in trials.verdicts] == [(0, True)]


@pytest.mark.parametrize(
    "imported",
    ["from pack.work import double", "from pack import double", "import pack.work as work\ndouble = work.double"],
)
@pytest.mark.parametrize("package", [True, False])
async def test_programs_in_folders(runner: Runner, tmp_path: Path, imported: str, package: bool) -> None:
    write(tmp_path / "pack", DOUBLE)
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "tests").mkdir()
    if package:
        (tmp_path / "pack" / "__init__.py").write_text("from .work import double\n")
    elif "pack import" in imported:
        imported = "from pack import work\ndouble = work.double"
    tests = f"{imported}\ndef test_two(): assert double(2) == 4\ndef test_one(): assert double(1) == 2\n"
    (tmp_path / "tests" / "test_work.py").write_text(tests)
    trials = await tried(runner, find_assignment(tmp_path / "pack" / "work.py", "tests/*.py", tmp_path), RIGHT, PARTLY)
    assert [(one.number, one.whole) for one in trials.verdicts] == [(0, True), (1, False)]


async def test_a_program_that_bears_the_name_of_a_library(runner: Runner, tmp_path: Path) -> None:
    tests = "import random\ndef test_two(): assert random.double(2) == 4\n"
    trials = await tried(runner, write(tmp_path, DOUBLE, tests, name="random"), RIGHT)
    assert [one.whole for one in trials.verdicts] == [True]


# name: a program, a version of it that is right, how many of three tests fail on it, and whether all can be run here
LEAKS = {
    "into-later-tests": (
        "def add(one, to=[]):\n    to.append(one)\n    return to\n",
        ("to=[]):", "to=None):\n    to = to or []"),
        2,
        True,
    ),
    "into-the-last-test": (
        "done = []\ndef add(one):\n    done.append(one)\n    return done[-1:] if len(done) < 3 else []\n",
        (" if len(done) < 3 else []", ""),
        1,
        True,
    ),
    "into-a-library": (
        "import math\ndef add(one):\n    math.a = [*getattr(math, 'a', ()), one]\n    return math.a[:-1] or [one]\n",
        ("math.a[:-1] or [one]", "[one]"),
        2,
        False,
    ),
}


@pytest.mark.parametrize("leak", LEAKS)
async def test_state_that_tests_share(runner: Runner, tmp_path: Path, leak: str) -> None:
    program, change, failing, whole = LEAKS[leak]
    tests = "from work import add\n" + "".join(f"def test_{n}(): assert add({n}) == [{n}]\n" for n in range(3))
    trials = await tried(runner, write(tmp_path, program, tests), ("return", "return 1 and"), change)
    assert len(trials.failing) == failing
    assert [(one.number, one.whole) for one in trials.verdicts] == [(1, whole)]


async def test_chance_is_the_same_for_every_version(runner: Runner, tmp_path: Path) -> None:
    program = "import random\ndef f():\n    return 0\n"
    tests = "import work\n" + "".join(f"def test_{n}(): assert work.f() == {n + 1}\n" for n in range(3))
    change = ("return 0", "return random.randrange(4)")
    trials = await tried(runner, write(tmp_path, program, tests), *[change] * 20)
    assert len(trials.verdicts) in {0, 20}
    assert len({verdict.passed for verdict in trials.verdicts}) <= 1


@pytest.mark.parametrize("exchange", ["sys.modules['fractions'] = None", "sys.modules.update(fractions=None)"])
async def test_a_module_that_a_test_exchanged_is_there_for_the_next_version(
    runner: Runner, tmp_path: Path, exchange: str
) -> None:
    program = "def half(number):\n    from fractions import Fraction\n    return Fraction(number, 3)\n"
    tests = f"import fractions, sys\nfrom work import half\ndef test_half():\n    assert half(4) == 2\n    {exchange}\n"
    change = ("number, 3", "number, 2")
    trials = await tried(runner, write(tmp_path, program, tests), change, change)
    assert [(one.number, one.whole) for one in trials.verdicts] == [(0, True), (1, True)]


async def test_a_module_that_a_version_exchanged_is_there_for_the_next_one(runner: Runner, tmp_path: Path) -> None:
    program = "import fractions, sys\ndef half(number):\n    from fractions import Fraction\n    return number\n"
    tests = "from work import half\ndef test_half(): assert half(4) == 2\n"
    takes = ("return number", "sys.modules['fractions'] = None\n    return 0")
    trials = await tried(runner, write(tmp_path, program, tests), takes, ("return number", "return number // 2"))
    assert [(one.number, one.whole) for one in trials.verdicts] == [(1, True)]
