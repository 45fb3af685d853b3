"""Runs, several at once, cancelled, interrupted, or with nothing that can run."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, Problem, ProblemKind, RunResult, TestResult
from gadfly_analyzers.execution.runner import LATER, Runner, within
from gadfly_analyzers.execution.turns import Turns
from helpers.assignments import AMPLE, HERE, MINORS, interpreters, results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

HALF = "def half(n):\n    return n / 2\n"
TESTS = "from work import half\n\ndef test_it():\n    assert half(4) == 2\n"
NEVER = "import os\ndef half(n):\n    open('pid', 'w').write(str(os.getpid()))\n    while True:\n        pass\n"


async def _pid(folder: Path) -> int:
    """Wait until a test has told its process id."""
    while True:
        text = (folder / "pid").read_text() if (folder / "pid").exists() else ""
        if text:
            return int(text)
        await asyncio.sleep(0)


@pytest.mark.parametrize("interpreter", interpreters().values(), ids=interpreters())
async def test_every_interpreter(interpreter: Path, runner: Runner, tmp_path: Path) -> None:
    program = (
        HALF
        + "\ndef spin(n):\n    while n:\n        n += 1\n\n"
        + "class Box:\n    x = 1\n    def get(self):\n        return 1\n"
    )
    tests = """
        import pytest, unittest
        from work import half, spin, Box

        def test_half():
            assert half(3) == pytest.approx(2)

        def test_print(capsys, tmp_path, monkeypatch):
            print("said")
            assert half(4) == 2

        def test_spin():
            assert spin(1) == 2

        def test_raise():
            assert half("4") == 2

        class TestIt(unittest.TestCase):
            def test_equal(self):
                self.assertEqual(Box().get(), 2)
    """
    assignment = write(tmp_path, program, tests)
    told = await results(runner, assignment, interpreter=interpreter, limits=Limits(test_seconds=1))
    assert not told.problems
    said = {test.name: (test.outcome.value, sorted(test.lines)) for test in told.tests}
    assert said == {
        "test_half": ("failed", [2]),
        "test_print": ("passed", [2]),
        "test_spin": ("stopped", [5, 6]),
        "test_raise": ("raised", [2]),
        "test_equal": ("failed", [11]),
    }
    half = told.tests[0]
    assert half.comparison is not None
    assert (half.comparison.actual.text, half.comparison.close, half.actual_source) == ("1.5", True, "half(3)")
    assert half.calls[0].returned == half.comparison.actual
    traced = await runner.trace(assignment, half.id, interpreter=interpreter, limits=AMPLE)
    assert traced.complete, traced
    assert [event.kind.value for event in traced.events] == ["call", "line", "return"]


async def test_every_supported_python_was_tried() -> None:
    absent = [f"3.{minor}" for minor in MINORS if f"3.{minor}" not in interpreters()]
    if absent:
        pytest.skip(f"no Python {', '.join(absent)} on the PATH")


async def test_folder_is_left_as_it_was(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, HALF, TESTS + "\ndef test_wrong():\n    assert half(1) == 2\n")
    (tmp_path / "conftest.py").write_text("import json\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --junitxml=out.xml --cache-show --benchmark-autosave\n")
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("")
    before = sorted(tmp_path.rglob("*"))
    told = await results(runner, assignment)
    await runner.trace(assignment, told.failing[0].id, interpreter=HERE, limits=AMPLE)
    assert [test.outcome for test in told.tests] == [Outcome.PASSED, Outcome.FAILED]
    assert sorted(tmp_path.rglob("*")) == before


async def test_a_folder_has_options_fixtures_and_sessions_of_its_own(runner: Runner, tmp_path: Path) -> None:
    tests = """
        import pytest, work

        class Seen:
            def pytest_runtest_logreport(self, report):
                if report.when == "call":
                    print(report.nodeid, report.outcome)

        def test_option(level, recwarn, caplog, doctest_namespace, pytestconfig):
            assert work.half(level) == 2
            assert pytestconfig.getini("python_functions") == ["test", "check"]

        def check_by_another_name(request):
            assert request.config.getoption("--level") == 4

        def test_inside(tmp_path, capsys):
            (tmp_path / "test_in.py").write_text("def test_in(tmp_path): assert 1")
            assert pytest.main(["-q", f"--rootdir={tmp_path}", str(tmp_path)], plugins=[Seen()]) == 0
            assert "test_in.py::test_in passed" in capsys.readouterr().out
    """
    assignment = write(tmp_path, HALF, tests)
    (tmp_path / "pytest.ini").write_text("[pytest]\npython_functions = test check\n")
    (tmp_path / "conftest.py").write_text(
        "import pytest\n"
        "def pytest_addoption(parser):\n    parser.addoption('--level', type=int, default=4)\n"
        "@pytest.fixture\ndef level(request):\n    return request.config.getoption('--level')\n"
    )
    told = await results(runner, assignment)
    assert [(test.name, test.outcome) for test in told.tests] == [
        ("test_option", Outcome.PASSED),
        ("check_by_another_name", Outcome.PASSED),
        ("test_inside", Outcome.PASSED),
    ], told


async def test_expected_failure_is_none(runner: Runner, tmp_path: Path) -> None:
    tests = "import pytest, work\n@pytest.mark.xfail\ndef test_it():\n    assert work.half(1) == 3\n"
    told = await results(runner, write(tmp_path, HALF, tests))
    assert [test.outcome for test in told.tests] == [Outcome.SKIPPED]


MUST_FAIL = {
    "by-its-mark": "@pytest.mark.xfail(strict=True)\ndef test_it():\n    assert work.half(4) == 2\n",
    "by-settings": "@pytest.mark.xfail\ndef test_it():\n    assert work.half(4) == 2\n",
    "in-unittest": "class TestIt(unittest.TestCase):\n    @unittest.expectedFailure\n"
    "    def test_it(self):\n        self.assertEqual(work.half(4), 2)\n",
}


@pytest.mark.parametrize("how", MUST_FAIL)
async def test_who_must_fail_and_does_not_says_nothing_of_the_program(how: str, runner: Runner, tmp_path: Path) -> None:
    tests = f"import pytest, unittest, work\n{MUST_FAIL[how]}\ndef test_too():\n    assert work.half(4) == 3\n"
    (tmp_path / "pytest.ini").write_text("[pytest]\n" + "xfail_strict = true\n" * (how == "by-settings"))
    told = await results(runner, write(tmp_path, HALF, tests))
    assert {test.name: test.outcome for test in told.tests} == {"test_it": Outcome.SKIPPED, "test_too": Outcome.FAILED}
    assert [problem.kind for problem in told.problems] == [ProblemKind.HAD_TO_FAIL]
    assert told.problems[0].message.startswith("`test_it` is marked as one that has to fail, and it passes.")


async def test_who_failed_by_the_word_of_a_plugin_has_no_wrong_mark(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(
        "import pytest\n@pytest.hookimpl(hookwrapper=True)\ndef pytest_runtest_makereport(item, call):\n"
        "    report = (yield).get_result()\n    report.outcome = 'failed' if call.when == 'call' else 'passed'\n"
    )
    told = await results(runner, write(tmp_path, HALF, TESTS))
    assert [test.outcome for test in told.tests] == [Outcome.FAILED]
    assert told.problems == ()


async def test_results_arrive_one_by_one(runner: Runner, tmp_path: Path) -> None:
    tests = TESTS + "\ndef test_two():\n    assert half(4) == 3\n"
    seen: list[TestResult] = []
    told = await results(runner, write(tmp_path, HALF, tests), on_result=seen.append)
    assert tuple(seen) == told.tests
    assert [test.outcome for test in seen] == [Outcome.PASSED, Outcome.FAILED]
    assert told.failing == (seen[1],)


async def test_cancelled_run_is_dead(bare: Runner, tmp_path: Path) -> None:
    task = asyncio.ensure_future(results(bare, write(tmp_path, NEVER, TESTS)))
    pid = await _pid(tmp_path)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_runs_at_the_same_time(bare: Runner, tmp_path: Path) -> None:
    never = asyncio.ensure_future(results(bare, write(tmp_path / "never", NEVER, TESTS)))
    await _pid(tmp_path / "never")
    told = await results(bare, write(tmp_path / "half", HALF, TESTS))
    assert [test.outcome for test in told.tests] == [Outcome.PASSED]
    assert not never.done()
    never.cancel()
    with pytest.raises(asyncio.CancelledError):
        await never


async def test_killed_worker_is_replaced(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, HALF, TESTS)
    await results(runner, assignment)
    worker = await runner._warm.worker(HERE)
    assert not isinstance(worker, Problem)
    os.kill(worker.pid, signal.SIGKILL)
    told = await results(runner, assignment)
    assert [test.outcome for test in told.tests] == [Outcome.PASSED], told.problems


async def test_a_killed_worker_is_replaced_while_a_run_of_its_goes_on(bare: Runner, tmp_path: Path) -> None:
    never = asyncio.ensure_future(results(bare, write(tmp_path / "never", NEVER, TESTS)))
    await _pid(tmp_path / "never")
    worker = await bare._warm.worker(HERE)
    assert not isinstance(worker, Problem)
    os.kill(worker.pid, signal.SIGKILL)
    told = await results(bare, write(tmp_path / "half", HALF, TESTS))
    assert [test.outcome for test in told.tests] == [Outcome.PASSED], told.problems
    assert not never.done()
    never.cancel()
    with pytest.raises(asyncio.CancelledError):
        await never


async def test_a_cancellation_beside_a_message_is_not_lost() -> None:
    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def message() -> int:
        return await told

    task = asyncio.ensure_future(within(message(), 5))
    await asyncio.sleep(0)  # the task starts to wait,
    await asyncio.sleep(0)  # and the message to listen
    told.set_result(1)
    await asyncio.sleep(0)  # the message is there, the task does not know yet
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_closing_ends_everything(tmp_path: Path) -> None:
    async with Runner(without=["files", "process namespace", "bubblewrap"]) as own:
        task = asyncio.ensure_future(results(own, write(tmp_path, NEVER, TESTS)))
        pid = await _pid(tmp_path)
        worker = await own._warm.worker(HERE)
        assert not isinstance(worker, Problem)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    for ended in (pid, worker.pid):
        with pytest.raises(ProcessLookupError):
            os.kill(ended, 0)


def _problem(told: RunResult) -> Problem:
    """Return the only problem of a run without tests."""
    assert not told.tests
    assert len(told.problems) == 1, told.problems
    return told.problems[0]


async def test_no_tests(runner: Runner, tmp_path: Path) -> None:
    assert _problem(await results(runner, write(tmp_path, HALF))).kind is ProblemKind.NO_TESTS


@pytest.mark.parametrize(
    ("program", "line", "words"),
    [
        ("x = 1\nimport no_such_thing\n", 2, "No module named 'no_such_thing'"),
        ("x = 1\ndef half(n:\n    return 1\n", 2, "SyntaxError"),
        ("x = 1\nprint(undefined)\n", 2, "name 'undefined' is not defined"),
        ("import sys\nsys.exit(1)\n", 2, "sys.exit"),
        ("n = int(input())\n", 1, "asked for input"),
        ("import os\nos._exit(3)\n", 2, "exit code 3"),
        ("x = 1\nwhile x:\n    pass\n", (2, 3), "did not end within 2 s"),
        ("raise KeyboardInterrupt\n", 1, "KeyboardInterrupt"),
        ("# coding: klingon\n", None, "does not load: SyntaxError: unknown encoding: klingon"),
        ("\ufeff# coding: latin-1\n", None, "does not load: SyntaxError: encoding problem"),
    ],
)
async def test_program_does_not_load(
    program: str, line: int | tuple[int, ...] | None, words: str, runner: Runner, tmp_path: Path
) -> None:
    assignment = write(tmp_path, program, TESTS)
    problem = _problem(await results(runner, assignment, limits=Limits(wall_seconds=4) if "within" in words else AMPLE))
    assert problem.kind is ProblemKind.PROGRAM_DOES_NOT_LOAD
    assert problem.path == assignment.program
    assert problem.line in (line if isinstance(line, tuple) else (line,))
    assert words in problem.message


@pytest.mark.parametrize(
    ("tests", "line", "words"),
    [
        ("import work\nimport no_such_thing\n", 2, "does not load (line 2): ModuleNotFoundError"),
        ("from work import hlaf\n", 1, "cannot import name 'hlaf'"),
        ("import work\ndef test_it(:\n", 2, "SyntaxError"),
        ("import work\nwork.half('x')\n", None, ""),
    ],
)
async def test_tests_do_not_load(tests: str, line: int | None, words: str, runner: Runner, tmp_path: Path) -> None:
    problem = _problem(await results(runner, write(tmp_path, HALF, tests)))
    if line is None:
        assert (problem.kind, problem.line) == (ProblemKind.PROGRAM_DOES_NOT_LOAD, 2)
        return
    assert (problem.kind, problem.line) == (ProblemKind.TESTS_DO_NOT_LOAD, line)
    assert problem.path == tmp_path / "test_work.py"
    assert words in problem.message


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("conftest.py", "x = 1\nimport no_such_thing\n", 2, "No module named 'no_such_thing'"),
        ("pytest.ini", "[pytest\n", 1, "pytest.ini"),
    ],
)
async def test_settings_do_not_load(
    name: str, text: str, line: int | None, words: str, runner: Runner, tmp_path: Path
) -> None:
    assignment = write(tmp_path, HALF, TESTS)
    (tmp_path / name).write_text(text)
    problem = _problem(await results(runner, assignment))
    assert (problem.kind, problem.line) == (ProblemKind.TESTS_DO_NOT_LOAD, line)
    assert words in problem.message


async def test_other_files_still_run(runner: Runner, tmp_path: Path) -> None:
    write(tmp_path, HALF, "import work\nimport no_such_thing\n")
    (tmp_path / "work_test.py").write_text(TESTS)
    told = await results(runner, write(tmp_path, HALF))
    assert [test.outcome for test in told.tests] == [Outcome.PASSED]
    assert [problem.kind for problem in told.problems] == [ProblemKind.TESTS_DO_NOT_LOAD]


async def test_files_that_are_no_programs(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, HALF, TESTS)
    assignment.program.write_bytes(b"x = 1\ny = '\xff'\n")
    problem = _problem(await results(runner, assignment))
    assert (problem.kind, problem.line) == (ProblemKind.UNREADABLE, 2)
    assignment.program.write_bytes(b"#" * 1_000_001)
    assert _problem(await results(runner, assignment)).kind is ProblemKind.TOO_LARGE
    assignment.program.unlink()
    assert _problem(await results(runner, assignment)).kind is ProblemKind.UNREADABLE


@pytest.mark.parametrize("body", [None, "#!/bin/sh\nexit 3\n", "#!/bin/sh\necho broken >&2\n", "not a program"])
async def test_no_interpreter(body: str | None, runner: Runner, tmp_path: Path) -> None:
    interpreter = tmp_path / "python"
    if body is not None:
        interpreter.write_text(body)
        interpreter.chmod(0o755)
    problem = _problem(await results(runner, write(tmp_path, HALF, TESTS), interpreter=interpreter))
    assert problem.kind is ProblemKind.NO_INTERPRETER
    assert str(interpreter) in problem.message


async def test_spaces_emoji_and_links_in_paths(runner: Runner, tmp_path: Path) -> None:
    folder = tmp_path / "my work 🐍" / "día"
    write(folder, HALF + "def spin():\n    while 1: pass\n", TESTS + "def test_s():\n    half(10 ** 10 ** 8)\n")
    link = tmp_path / "link"
    link.symlink_to(folder)
    told = await results(runner, write(link, HALF, TESTS))
    assert [(test.outcome, test.lines) for test in told.tests] == [(Outcome.PASSED, frozenset({2}))]
    assert told.program == link / "work.py"


@pytest.mark.parametrize("name", ["week [1]", "a[b", "[x]"])
async def test_brackets_in_paths(name: str, runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path / name, HALF + "assert half(2) == 1\n", TESTS)
    told = await results(runner, assignment)
    assert [(test.name, test.outcome) for test in told.tests] == [
        ("test_it", Outcome.PASSED),
        ("assert on line 3", Outcome.PASSED),
    ]


async def test_folder_that_cannot_be_written(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, HALF, TESTS)
    tmp_path.chmod(0o555)
    told = await results(runner, assignment)
    tmp_path.chmod(0o755)
    assert [test.outcome for test in told.tests] == [Outcome.PASSED]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["test_work.py", "work.py"]


async def test_trace_of_an_endless_test(runner: Runner, tmp_path: Path) -> None:
    program = """
        def half(n):
            while True:
                try:
                    n = n + 1
                except BaseException:
                    pass
    """
    assignment = write(tmp_path, program, TESTS)
    limits = Limits(test_seconds=0.3, trace_events=10**9)
    traced = await runner.trace(assignment, "test_work.py::test_it", interpreter=HERE, limits=limits)
    assert not traced.complete
    assert traced.stopped
    assert len(traced.events) > 100
    short = await runner.trace(
        assignment, "test_work.py::test_it", interpreter=HERE, limits=Limits(trace_events=50, test_seconds=0.3)
    )
    assert (short.complete, len(short.events)) == (False, 50)
    nothing = await runner.trace(assignment, "test_work.py::no_such_test", interpreter=HERE, limits=AMPLE)
    assert (nothing.complete, nothing.events, nothing.stopped) == (False, (), "the test was not found")


async def test_what_can_wait_gives_way_to_what_somebody_waits_for(tmp_path: Path) -> None:
    program = "import os\n\ndef half(n):\n    return os.getpriority(os.PRIO_PROCESS, 0)\n"
    assignment = write(tmp_path, program, "from work import half\n\ndef test_it():\n    assert half(4) == 'low'\n")
    async with Runner(turns=Turns(2), who="Ada") as runner:
        seen = [
            await runner.trace(assignment, "test_work.py::test_it", interpreter=HERE, text=text)
            for text in (None, program.encode())
        ]
        with runner.hurry():
            seen.append(
                await runner.trace(assignment, "test_work.py::test_it", interpreter=HERE, text=program.encode())
            )
    own, predicted, hurried = (int(value.text) for trace in seen if (value := trace.events[-1].value))
    now = os.getpriority(os.PRIO_PROCESS, 0)
    assert (own, predicted, hurried) == (min(now + LATER, 19), min(now + LATER, 19), now)


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="processors are not shared between sessions here")
async def test_what_can_wait_gives_way_also_where_processors_are_shared_between_sessions(tmp_path: Path) -> None:
    program = "def half(n):\n    with open('/proc/self/autogroup') as group:\n        return group.read().split()[-1]\n"
    assignment = write(tmp_path, program, "from work import half\n\ndef test_it():\n    assert half(4) == 'low'\n")
    async with Runner(turns=Turns(2), who="Ada", without=["namespaces", "bubblewrap", "landlock"]) as runner:
        again = range(3)  # Linux takes so many changes a second, of all on this machine
        waiting = [await runner.trace(assignment, "test_work.py::test_it", interpreter=HERE) for _ in again]
        with runner.hurry():
            hurried = await runner.trace(assignment, "test_work.py::test_it", interpreter=HERE)
    *shares, whole = (trace.events[-1].value for trace in (*waiting, hurried))
    assert f"'{LATER}'" in [share.text for share in shares if share]
    assert whole
    assert whole.text == "'0'"


BESIDE = {
    "conftest.py": {
        "while True: pass": "`conftest.py` does not load: stopped after ",
        "import os; os._exit(0)": "`conftest.py` does not load: the program ended Python at once, with exit code 0.",
        "raise ValueError": "`conftest.py` does not load (line 1): ValueError",
    },
    "pytest.ini": {
        "[pytest]\nminversion = 99": "`pytest.ini` does not load: 'minversion' requires pytest-99",
        "[pytest]\nrequired_plugins = nobodys": "`test_work.py` does not load: Missing required plugins: nobodys",
        "[pytest": "`pytest.ini` does not load (line 1): ",
    },
}


@pytest.mark.parametrize(("file", "text"), [(file, text) for file, texts in BESIDE.items() for text in texts])
async def test_a_program_is_not_blamed_for_what_lies_beside_it(
    file: str, text: str, runner: Runner, tmp_path: Path
) -> None:
    (tmp_path / file).write_text(text + "\n", encoding="utf-8")
    assignment = write(
        tmp_path, "def f(n):\n    return 3\n", "from work import f\ndef test_it():\n    assert f(1) == 2\n"
    )
    told = await results(runner, assignment, limits=Limits(test_seconds=0.5, wall_seconds=1))
    [problem] = told.problems
    assert problem.kind is ProblemKind.TESTS_DO_NOT_LOAD
    assert problem.message.startswith(BESIDE[file][text])
