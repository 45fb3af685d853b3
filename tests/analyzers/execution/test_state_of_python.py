"""What a program does to all of Python makes no other test's outcome false, or is said to be the program's doing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

TESTS = """
    import random
    import pytest
    from work import f

    def test_bad():
        assert f(1) == 2

    def deep(n):
        return 0 if n == 0 else 1 + deep(n - 1)

    def test_deep():
        assert deep({depth}) == {depth}

    def test_file(tmp_path):
        (tmp_path / "a").write_text("b")
        assert (tmp_path / "a").read_text() == "b"

    def test_error():
        with pytest.raises(ZeroDivisionError):
            1 / 0

    def test_slow():
        import time
        time.sleep(0.25)

    @pytest.mark.parametrize("n", [1, 2])
    def test_number(n):
        assert n in (1, 2)
"""
CHANGES = {
    "flags": "import sys; sys.flags = None",
    "streams": "import sys; del sys.stdout, sys.stderr, sys.argv",
    "environment": "import os; os.environ = None",
    "functions": "import inspect, linecache, re; inspect.signature = linecache.getline = re.match = re.sub = None",
    "parsers": "import ast, json; ast.parse = json.dumps = None",
    "system": "import os\nfor name in ('getcwd', 'write', 'stat', 'fspath', 'listdir'): delattr(os, name)",
    "clocks": "import time; time.monotonic = time.perf_counter = time.time = lambda: 1 / 0",
    "modules": "import sys\nfor name in ('os', 're', 'json', 'pytest', 'random'): sys.modules[name] = None",
    "alarm": "import signal; signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)",
    "recursion": "import sys; sys.setrecursionlimit(60)",
    "skips": "import pytest; pytest.skip.Exception = BaseException",
    "exits": "import pytest; pytest.exit.Exception = BaseException",
    "outcomes": "import pytest; pytest.raises = pytest.mark = None",
    "warnings": "import warnings; warnings.simplefilter('error'); warnings.warn = None",
    "hooks": "import sys, threading; threading.excepthook = sys.excepthook = sys.unraisablehook = None",
    "collector": "import gc; gc.disable(); gc.set_threshold(1)",
    "versions": "import sys; sys.maxsize, sys.version_info, sys.version = 1, (2, 7), '2'",
    "mask": "import os; os.umask(0o777)",
    "later": "import faulthandler; faulthandler.dump_traceback_later(0.1, exit=True)",
    "thread": "import os, threading; threading.Timer(0.1, lambda: os._exit(0)).start()",
}


@pytest.mark.parametrize("name", CHANGES)
async def test_a_test_that_changes_python_changes_no_other_test(name: str, tmp_path: Path, runner: Runner) -> None:
    lines = "\n".join(f"    {line}" for line in CHANGES[name].splitlines())
    told = await results(runner, write(tmp_path, f"def f(n):\n{lines}\n    return 3\n", TESTS.format(depth=200)))
    bad, *others = told.tests
    assert bad.outcome in (Outcome.FAILED, Outcome.RAISED), bad  # pytest words a failure with what was changed
    assert [test.outcome for test in others] == [Outcome.PASSED] * 6, others
    assert not told.problems


@pytest.mark.parametrize(
    "name", sorted(CHANGES.keys() - {"later", "thread"})
)  # these end whatever runs when it is time
async def test_a_program_that_changes_python_as_it_loads_is_tested(name: str, tmp_path: Path, runner: Runner) -> None:
    program = f"{CHANGES[name]}\ndef f(n):\n    return 3\n"
    told = await results(runner, write(tmp_path, program, TESTS.format(depth=20)))
    assert not told.problems
    bad, *others = told.tests
    assert bad.outcome is Outcome.FAILED, bad
    assert [test.outcome for test in others] == [Outcome.PASSED] * 6, others


async def test_less_depth_holds_for_the_program_itself(tmp_path: Path, runner: Runner) -> None:
    program = "import sys\nsys.setrecursionlimit(60)\ndef f(n):\n    return 0 if n == 0 else f(n - 1)\n"
    tests = "from work import f\ndef test_a(): assert f(30) == 0\ndef test_b(): assert f(200) == 0\n"
    one, other = (await results(runner, write(tmp_path, program, tests))).tests
    assert one.outcome is Outcome.PASSED
    assert other.raised is not None
    assert other.raised.type == "RecursionError"


async def test_a_test_that_ends_python_is_told_so_wherever_it_stands(tmp_path: Path, runner: Runner) -> None:
    program = "import os\ndef f(n):\n    return n or os._exit(3)\n"
    tests = "from work import f\n" + "".join(f"def test_{n}(): assert f({n % 2}) == 1\n" for n in range(1, 5))
    told = await results(runner, write(tmp_path, program, tests))
    assert [test.outcome for test in told.tests] == [Outcome.PASSED, Outcome.ENDED] * 2


async def test_a_test_cut_by_the_time_of_all_is_not_said_to_have_had_its_own(tmp_path: Path, runner: Runner) -> None:
    tests = "import time\nfrom work import f\n" + "".join(
        f"def test_{n}():\n    time.sleep(0.3)\n    assert f(1) == 1\n" for n in range(9)
    )
    limits = Limits(test_seconds=2, wall_seconds=1)
    told = await results(runner, write(tmp_path, "def f(n):\n    return n\n", tests), limits=limits)
    reasons = {test.stop.reason for test in told.tests if test.stop}
    assert reasons == {
        "stopped, since all tests together took 1 s",
        "not started, since all tests together took 1 s",
    }
