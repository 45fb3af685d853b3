"""Whatever a changed version of a program does, the ones after it are tried all the same."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.worker import Worker
from helpers.assignments import AMPLE, HERE, SHORT, results, write
from helpers.trials import PATIENT, candidate, names, tried

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """
    import itertools, os, signal, sys, threading, time

    def f(number):
        return number

    def again(number):
        return again(number)

    def swallowing(number):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass

    def falling(number):
        try:
            return falling(number)
        except BaseException:
            return falling(number)

    def deaf():
        for number in range(1, 60):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        while True:
            pass
"""
TESTS = """
    from work import f

    def test_one():
        assert f(1) == 2

    def test_two():
        assert f(2) == 3

    def test_good():
        assert 1 + 1 == 2
"""
CASES = {
    "a-loop": "\n    while True: pass",
    "a-loop-in-a-loop": "\n    for a in itertools.count():\n        while a: a -= 1",
    "recursion": "again(number)",
    "swallows": "swallowing(number)",
    "swallows-in-recursion": "falling(number)",
    "endless-comprehension": "[1 for one in itertools.count() if not one]",
    "swallows-in-comprehension": (
        "\n    while True:\n        try: [1 for one in iter(int, 1)]\n        except BaseException: pass"
    ),
    "great-power": "10 ** 10 ** 9",
    "great-sum": "sum(range(10 ** 12))",
    "sleeps": "time.sleep(100)",
    "waits": "threading.Lock().acquire() and threading.Event().wait()",
    "memory": "[0] * 10 ** 9",
    "memory-bit-by-bit": "[str(one) * 100 for one in itertools.count()]",
    "floods": "\n    for one in range(1000): print('x' * 100_000)",
    "floods-beside": "[os.write(1, b'x' * 10_000) for one in range(10_000)]",
    "sys-exit": "sys.exit(0)",
    "os-exit": "os._exit(0)",
    "aborts": "os.abort()",
    "kills-itself": "os.kill(os.getpid(), 9)",
    "kills-itself-in-c": "__import__('ctypes').CDLL(None).kill(os.getpid(), 9)",
    "crashes": "__import__('ctypes').string_at(0)",
    "deaf": "deaf()",
    "interrupts": "\n    raise KeyboardInterrupt",
    "asks": "int(input())",
    "closes-streams": "sys.stdout.close() or sys.stdin.close()",
    "takes-streams-apart": "sys.stdout.detach() and 0",
    "closes-all": "os.closerange(3, 5000)",
    "forks": "os.fork() and 1",
    "starts-a-shell": "os.system('sleep 100')",
    "leaves-a-thread": "threading.Thread(target=again, args=(1,)).start()",
    "goes-away": "os.chdir('/') or sys.path.clear() or sys.modules.clear() or sys.setrecursionlimit(50)",
    "takes-builtins": "vars(__builtins__ if not isinstance(__builtins__, dict) else sys.modules['builtins']).clear()",
    "takes-imports": "sys.meta_path.clear() or sys.modules.update(os=None)",
}
GOOD = ("return number\n\ndef again", "return number + 1\n\ndef again")


@pytest.mark.parametrize("case", CASES)
async def test_the_next_one_is_tried(runner: Runner, tmp_path: Path, case: str) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    bad = (
        "return number\n\ndef again",
        ("return " if not CASES[case].startswith("\n") else "") + CASES[case] + "\n\ndef again",
    )
    trials = await tried(runner, assignment, bad, bad, GOOD)
    assert trials.complete
    assert [(verdict.number, verdict.whole) for verdict in trials.verdicts] == [(2, True)]
    assert trials.tried == 3


async def test_a_test_that_kills_the_process_is_left_out(runner: Runner, tmp_path: Path) -> None:
    tests = TESTS + "\n    def test_deadly():\n        __import__('ctypes').CDLL(None).abort()\n"
    trials = await tried(runner, write(tmp_path, PROGRAM, tests), GOOD)
    assert names(trials.failing) == {"test_one", "test_two"}
    assert [(names(one.passed), one.whole) for one in trials.verdicts] == [({"test_one", "test_two"}, False)]


async def test_many_that_are_no_python(runner: Runner, tmp_path: Path) -> None:
    program = PROGRAM + "\n" + "\n".join(f"    def more{number}(): pass" for number in range(300))
    broken = ("return number\n\ndef again", "return (number\n\ndef again")
    trials = await tried(runner, write(tmp_path, program, TESTS), *[broken] * 300, GOOD)
    assert [(one.number, one.whole) for one in trials.verdicts] == [(300, True)]
    assert (trials.reached, trials.tried) == (301, 1)


async def test_an_endless_program_that_is_repaired(runner: Runner, tmp_path: Path) -> None:
    program = """
        def f(n):
            total = 0
            while n != 0:
                total += n
                n -= 2
            return total
    """
    tests = """
        from work import f

        def test_odd():
            assert f(3) == 6

        def test_even():
            assert f(2) == 3

        def test_none():
            assert f(0) == 0
    """
    assignment = write(tmp_path, program, tests)
    run = await results(runner, assignment, limits=SHORT)
    trials = await tried(runner, assignment, ("n -= 2", "n -= 0"), ("n -= 2", "n -= 1"), run=run)
    assert [(one.number, names(one.passed), one.whole) for one in trials.verdicts] == [
        (1, {"test_odd", "test_even"}, True)
    ]


async def test_cancelling_kills_all_before_it_arrives(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    run = await results(runner, assignment)
    endless = candidate(assignment, ("return number\n\ndef again", "return sum(range(10 ** 12))\n\ndef again"))
    good = candidate(assignment, GOOD)
    heard = asyncio.Event()
    search = asyncio.ensure_future(
        runner.search(
            assignment,
            run,
            [good, good, *[endless] * 100],
            interpreter=HERE,
            limits=AMPLE,
            budget=PATIENT,
            on_verdict=lambda verdict: heard.set(),
        )
    )
    await asyncio.wait_for(heard.wait(), 60)
    worker = await runner._warm.worker(HERE)
    assert isinstance(worker, Worker)
    trying = [pid for keeper in children(worker.pid) for pid in children(keeper)]
    assert trying
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search
    assert not any(lives(pid) for pid in trying)


def lives(pid: int) -> bool:
    """Tell whether a process is there, and not just a dead one that nobody has buried yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def children(pid: int) -> list[int]:
    """List the processes that one has started."""
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
