"""Whatever a student's program does is an outcome in words, and the next run works."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import AMPLE, SHORT, result, results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

TESTS = """
    from work import f

    def test_bad():
        assert f(1) == 2

    def test_good():
        assert 1 + 1 == 2
"""

# name: what the program does, how its test ends, and a part of the words about it
CASES: dict[str, tuple[str, Outcome | tuple[Outcome, ...], str]] = {
    "endless": ("while True: pass", Outcome.STOPPED, "stopped after 0.4 s"),
    "swallows": ("while True:\n  try:\n   while True: pass\n  except BaseException: pass", Outcome.STOPPED, "0.4 s"),
    "in-c": ("return 10 ** 10 ** 8", Outcome.STOPPED, "stopped after 0.4 s"),
    "ignores-signals": (
        (
            "import signal\n for n in range(1, 60):\n"
            "  try: signal.signal(n, signal.SIG_IGN)\n  except Exception: pass\n"
            " while True: pass"
        ),
        Outcome.STOPPED,
        "stopped after 0.4 s",
    ),
    "memory": ("return [0] * 10**9", Outcome.STOPPED, "memory"),
    "prints": ("while True: print('x' * 1000)", Outcome.STOPPED, "0.4 s"),
    "prints-to-c": ("import os\n while True: os.write(1, b'x' * 1000)", Outcome.RAISED, "File too large"),
    "forks": ("import os\n while True: os.fork()", (Outcome.RAISED, Outcome.STOPPED), "processes"),
    # A shell that may not fork ends, and so does the call, if nobody has stopped it before.
    "forks-in-shell": ("import os\n os.system('while true; do sleep 9 & done')", (Outcome.STOPPED, Outcome.FAILED), ""),
    "sys-exit": ("import sys\n sys.exit(3)", Outcome.ENDED, "sys.exit"),
    "os-exit": ("import os\n os._exit(3)", Outcome.ENDED, "exit code 3"),
    "os-exit-0": ("import os\n os._exit(0)", Outcome.ENDED, "exit code 0"),
    "abort": ("import os\n os.abort()", Outcome.ENDED, "the program crashed Python (SIGABRT)"),
    "kills-itself": ("import os\n os.kill(os.getpid(), 9)", Outcome.ENDED, "killed"),
    "kills-parent": (
        "import os\n os.kill(os.getppid(), 9)",
        Outcome.RAISED,
        "Gadfly does not let a run send signals to other processes",
    ),
    "kills-parent-in-c": (
        "import ctypes, os\n ctypes.CDLL(None).kill(os.getppid(), 9)\n spin()",
        Outcome.ENDED,
        "killed",
    ),
    "kills-group": ("import os\n os.killpg(0, 9)", Outcome.ENDED, "killed"),
    "segfault": ("import ctypes\n ctypes.string_at(0)", Outcome.ENDED, "the program crashed Python (SIGSEGV)"),
    "closes-files": ("import os\n os.closerange(0, 1000)\n return 3", Outcome.FAILED, ""),
    "closes-all-files": ("import os\n os.closerange(0, 100_000)\n return 3", Outcome.ENDED, "closed the files"),
    "deletes-itself": (
        "import os\n os.remove(__file__)",
        Outcome.RAISED,
        "Gadfly does not let a run change or delete your file `work.py`",
    ),
    "rewrites-itself": (
        "open(__file__, 'w').write('')",
        Outcome.RAISED,
        "Gadfly does not let a run overwrite your file `work.py`",
    ),
    "deletes-folder": (
        "import os, shutil\n shutil.rmtree(os.path.dirname(__file__))",
        Outcome.RAISED,
        "Gadfly does not let a run delete your folder",
    ),
    "renames-test": ("import os\n os.rename('test_work.py', 'x.txt')", Outcome.RAISED, "`test_work.py`"),
    "writes-outside": ("open('/etc/gadfly', 'w')", Outcome.RAISED, "which is outside of your program's folder"),
    "reads-input": ("return input('n? ')", Outcome.RAISED, "asked for input"),
    "recurses": ("return f(n)", Outcome.RAISED, "recursion"),
    "recurses-deeper": (
        "import sys\n sys.setrecursionlimit(10**9)\n return eval('f(n)') + f(n)",
        (Outcome.ENDED, Outcome.RAISED),
        "",
    ),
    "thread": ("import threading\n threading.Thread(target=spin).start()\n return 3", Outcome.FAILED, ""),
    "atexit": ("import atexit\n atexit.register(spin)\n return 3", Outcome.FAILED, ""),
    "untraces": ("import sys\n sys.settrace(None)\n return 3", Outcome.FAILED, ""),
    "evil-repr-builtin": ("import builtins\n builtins.repr = None\n return 3", Outcome.FAILED, ""),
    "evil-repr": ("return Evil()", Outcome.FAILED, ""),
    "bad-bytes": ("import os\n os.write(1, b'\\xff\\xfe')\n print('\\udcff')\n return 3", Outcome.FAILED, ""),
    "interrupts": ("raise KeyboardInterrupt", Outcome.ENDED, "interrupt"),
    "network": (
        "import socket\n socket.create_connection(('127.0.0.1', 9))",
        Outcome.RAISED,
        "Gadfly does not let a run reach the network",
    ),
    "closes-stdout": ("import sys\n sys.stdout.close()\n sys.stdout = None\n return 3", Outcome.FAILED, ""),
    "changes-folder": ("import os\n os.chdir('/')\n return 3", Outcome.FAILED, ""),
    "alarms": ("import signal\n signal.alarm(0)\n signal.setitimer(0, 0)\n while True: pass", Outcome.STOPPED, "0.4 s"),
    "exits-badly": ("raise SystemExit([])", Outcome.ENDED, "sys.exit"),
    "evil-error": ("raise Unspeakable", Outcome.RAISED, ""),
}
# Those of which the place is known although the process ended all of a sudden.
PLACED = ["swallows", "in-c", "ignores-signals", "os-exit", "abort", "kills-itself", "segfault", "endless", "memory"]
PROGRAM = """
def spin():
    while True: pass

class Evil:
    __class__ = property(lambda self: spin())
    def __repr__(self): spin()
    def __eq__(self, other): return False
    def __hash__(self): spin()
    def __getattr__(self, name): spin()

class Unspeakable(Exception):
    def __str__(self): raise self
    __repr__ = __str__

def f(n):
 """


@pytest.mark.parametrize("case", CASES)
async def test_is_an_outcome(case: str, runner: Runner, tmp_path: Path) -> None:
    body, outcome, words = CASES[case]
    assignment = write(tmp_path, PROGRAM + body + "\n", TESTS)
    before = assignment.program.read_bytes()
    limits = SHORT if words.endswith("0.4 s") else AMPLE
    told = await results(runner, assignment, limits=limits)
    assert [test.name for test in told.tests] == ["test_bad", "test_good"], told
    bad, good = told.tests
    said = bad.stop.reason if bad.stop else bad.raised.message if bad.raised else ""
    allowed = outcome if isinstance(outcome, tuple) else (outcome,)
    assert bad.outcome in allowed, bad
    assert words in said, bad
    assert good.outcome is Outcome.PASSED, good
    assert assignment.program.read_bytes() == before
    assert case not in PLACED or (bad.stop and bad.stop.line and bad.stop.line in bad.lines), bad
    assert len(bad.stdout) <= SHORT.output_bytes


async def test_endless_test_tells_where_it_was(runner: Runner, tmp_path: Path) -> None:
    program = """
        def f(n):
            total = 0
            while n:
                total += n
            return total
    """
    told = await result(runner, tmp_path, program, TESTS, limits=SHORT)
    assert told.stop is not None
    assert told.stop.line in (4, 5)
    assert told.lines == {3, 4, 5}
    assert [call.text for call in told.calls] == ["f(1)"]
    assert told.expected is not None
    assert (told.expected.text, told.actual_source, told.asserted_line) == ("2", "f(1)", 5)


NET = Path("/proc/self/ns/net")
CONNECT = "import socket; socket.create_connection(('127.0.0.1', {port}), 5)"


@pytest.mark.skipif(not NET.exists(), reason="only Linux has networks to give away")
@pytest.mark.parametrize(
    "way",
    [
        "import subprocess, sys\n subprocess.run([sys.executable, '-c', code])",
        "import os, sys\n os.wait() if os.fork() else os.execv(sys.executable, [sys.executable, '-c', code])",
        "import _socket\n _socket.socket().connect(('127.0.0.1', {port}))",
        "import socket\n socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', {port}))",
    ],
    ids=["other-program", "exec", "low-level", "datagram"],
)
async def test_nothing_reaches_the_network(way: str, runner: Runner, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket(type=socket.SOCK_DGRAM) as box:
        port = listening.getsockname()[1]
        box.bind(("127.0.0.1", port))
        body = way.format(port=port) if "code" not in way else f"code = {CONNECT.format(port=port)!r}\n {way}"
        await result(runner, tmp_path, f"def f(n):\n {body}\n return 3\n", TESTS)
        for one in (listening, box):
            one.setblocking(False)
        with pytest.raises(BlockingIOError):
            listening.accept()
        with pytest.raises(BlockingIOError):
            box.recv(1)


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("os.system('rm work.py test_work.py')", [True, True]),
        ("os.system('mv work.py other.py; mkdir work.py')", [False, False]),
        ("subprocess.run(['rm', '-r', os.getcwd()])", [True, True]),
        ("ctypes.CDLL(None).unlink(b'work.py')", [True, False]),
    ],
    ids=["removed", "replaced", "folder", "in-c"],
)
async def test_files_that_other_programs_delete_are_put_back(
    body: str, left: list[bool], bare: Runner, tmp_path: Path
) -> None:
    folder = tmp_path / "week1"
    assignment = write(folder, f"import ctypes, os, subprocess\ndef f(n):\n    {body}\n    return 3\n", TESTS)
    assignment.program.chmod(0o640)
    files = [assignment.program, *assignment.tests]
    before = [path.read_bytes() for path in files]
    told = await results(bare, assignment)
    assert [test.outcome for test in told.tests] == [Outcome.FAILED, Outcome.PASSED]
    assert [problem.path for problem in told.problems] == [path for path, put in zip(files, left, strict=True) if put]
    if left[0]:
        assert told.problems[0].message == "The run deleted your file `work.py`. Gadfly put it back as it was."
        assert [path.read_bytes() for path in files] == before
        assert assignment.program.stat().st_mode & 0o777 == 0o640
    else:
        assert assignment.program.is_dir()


async def test_file_deleted_by_its_owner_stays_deleted(bare: Runner, tmp_path: Path) -> None:
    never = "def f(n):\n    open('here', 'w').close()\n    while True: pass\n"
    assignment = write(tmp_path, never, TESTS)
    running = asyncio.ensure_future(results(bare, assignment))
    while not (tmp_path / "here").exists():
        await asyncio.sleep(0)
    assignment.program.unlink()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert not assignment.program.exists()


async def test_processes_left_running_are_ended(runner: Runner, tmp_path: Path) -> None:
    length = f"97{os.getpid()}"
    program = f"""
        import subprocess
        def f(n):
            subprocess.Popen(["sleep", "{length}"], start_new_session=True)
            return 3
    """
    told = await result(runner, tmp_path, program, TESTS)
    assert told.outcome is Outcome.FAILED
    assert not any(length.encode() in command for command in commands())


def commands() -> Iterator[bytes]:
    """Give the command lines of all processes."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield path.read_bytes()


async def test_time_of_all_tests_is_bounded(runner: Runner, tmp_path: Path) -> None:
    tests = "from work import f\n" + "".join(f"def test_{n}(): assert f({n})\n" for n in range(9))
    limits = Limits(test_seconds=0.5, wall_seconds=3)
    told = await results(runner, write(tmp_path, "def f(n):\n    while True: pass\n", tests), limits=limits)
    ran = len(told.failing)
    assert 4 <= ran <= 6
    assert [test.outcome for test in told.tests] == [Outcome.STOPPED] * ran + [Outcome.UNRUN] * (9 - ran)
    assert told.cut is not None
    assert told.cut.message == f"Not run: {9 - ran} of 9 tests, since all tests together took 3 s."
    assert told.tests[0].stop is not None
    assert told.tests[0].stop.reason == "stopped after 0.5 s"
    assert told.tests[8].stop is not None
    assert told.tests[8].stop.reason == "not started, since all tests together took 3 s"
    assert [bool(test.stop and test.stop.hurried) for test in told.tests] == [False] * 5 + [True] * 4
    assert told.seconds < 6


async def test_tests_after_one_that_hung_get_less_time(runner: Runner, tmp_path: Path) -> None:
    tests = "from work import f\n" + "".join(f"def test_{n}(): assert f({n})\n" for n in range(3))
    told = await results(
        runner, write(tmp_path, "def f(n):\n    while True: pass\n", tests), limits=Limits(test_seconds=1)
    )
    assert [test.stop.reason for test in told.tests if test.stop] == [
        "stopped after 1 s",
        "stopped after 0.5 s",
        "stopped after 0.5 s",
    ]


async def test_computing_time_is_bounded(runner: Runner, tmp_path: Path) -> None:
    limits = Limits(test_seconds=20, wall_seconds=60, cpu_seconds=1)
    told = await result(runner, tmp_path, "def f(n):\n    while True: pass\n", TESTS, limits=limits)
    assert told.outcome is Outcome.STOPPED
    assert told.stop is not None
    assert told.stop.reason == "stopped after 1 s of computing"


async def test_network_is_there_if_allowed(runner: Runner, tmp_path: Path) -> None:
    program = """
        import socket
        def f(n):
            with socket.socket() as server:
                server.bind(("127.0.0.1", 0))
                return 2
    """
    limits = dataclasses.replace(AMPLE, network=True)
    assert (await result(runner, tmp_path, program, TESTS, limits=limits)).outcome is Outcome.PASSED


async def test_memory_that_runs_out_bit_by_bit_is_told_as_that(runner: Runner, tmp_path: Path) -> None:
    program = "def f(n):\n    grown = [n]\n    for one in grown:\n        grown.append(one * 2)\n"
    bad = await result(runner, tmp_path, program, TESTS)
    assert bad.outcome is Outcome.STOPPED
    assert bad.stop is not None
    assert "memory" in bad.stop.reason
    assert bad.stop.line == 4


async def test_what_has_ended_takes_no_place_among_the_processes(runner: Runner, tmp_path: Path) -> None:
    program = """
        import os
        def f(n):
            for _ in range(3):
                if os.fork() == 0:
                    os.fork()  # whose parent does not wait for it
                    os._exit(0)
                os.wait()
            while len([name for name in os.listdir("/proc") if name.isdigit()]) > 2:
                pass
            return n + 1
    """
    told = await result(runner, tmp_path, program, TESTS, limits=AMPLE)
    if "process namespace" not in (await results(runner, write(tmp_path, "def f(n): return 2\n", TESTS))).defences:
        pytest.skip("here nobody but this machine's first process takes in orphans")
    assert told.outcome is Outcome.PASSED
