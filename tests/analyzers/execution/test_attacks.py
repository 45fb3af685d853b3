"""Programs that mean harm: each ends in an outcome that is right, within limits, with nothing left behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest

from gadfly_analyzers.execution import bubblewrap
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.worker import Worker
from helpers.absences import ABSENCES, DEFINING, REDEFINING, VANISHING
from helpers.assignments import HERE, results, write
from helpers.attacks import DOORS, ENDINGS, ESCAPES, FILES, FLOODS, NETWORK, ODDITIES, SECRET, Attack
from helpers.byways import BYWAYS
from helpers.doings import DOINGS
from helpers.forgeries import FORGERIES
from helpers.manners import MANNERS
from helpers.neighbours import NEIGHBOURS, THEMSELVES, TOGETHER
from helpers.tricks import TRICKS

pytestmark = pytest.mark.asyncio(loop_scope="module")

TESTS = """
    from work import f

    def test_bad():
        assert f(1) == 2

    def test_good():
        assert 1 + 1 == 2
"""
BRIEF = Limits(test_seconds=1, hurried_seconds=1, wall_seconds=40, memory_bytes=128 << 20)
PATIENCE = 30.0  # seconds for the last process to be gone, on a busy machine
NEEDED = {"files", "process namespace", "network namespace", "seccomp"}
_IN_FORCE: WeakKeyDictionary[Runner, set[str]] = WeakKeyDictionary()
LEFT = "gadfly-left"
MARK = str(9_000_000 + os.getpid())  # attacks that run beside these are not to be taken for what these left


@dataclass(frozen=True)
class Place:
    """A folder of students, with what one of them should not come by."""

    folder: Path
    secret: Path
    sibling: Path
    key: Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Make the folder."""
    made = Place(
        tmp_path / "alice", tmp_path / "secret.txt", tmp_path / "bob" / "theirs.py", tmp_path / "home" / ".ssh" / "id"
    )
    for path in (made.secret, made.sibling, made.key):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{SECRET!r}\n", encoding="utf-8")
    made.folder.mkdir()
    (made.folder / "there").symlink_to(made.secret)
    return made


async def run(attack: Attack, place: Place, runner: Runner, limits: Limits = BRIEF, **names: object) -> RunResult:
    """Run a program, and look at what it left; nothing is run where it could do harm."""
    if not await in_force(runner, place) >= NEEDED:
        pytest.skip("this system cannot keep such programs from doing harm")
    assignment = assignment_of(attack, place, **names)
    before = state(place)
    told = await results(runner, assignment, limits=limits)
    assert set(told.defences) >= NEEDED
    assert state(place) == before
    assert list(left()) == []
    assert await children_of(runner) == []
    return told


async def in_force(runner: Runner, place: Place) -> set[str]:
    """Find out what stands between a run and this machine, by one that does no harm."""
    if runner not in _IN_FORCE:
        harmless = write(place.folder.parent / "harmless", "def f(n): return 2\n", TESTS)
        _IN_FORCE[runner] = set((await results(runner, harmless)).defences)
    return _IN_FORCE[runner]


def assignment_of(attack: Attack, place: Place, **names: object) -> Assignment:
    """Write a program and its tests."""
    body = attack.body.format(
        secret=str(place.secret), sibling=str(place.sibling), key=str(place.key), pid=os.getpid(), mark=MARK, **names
    )
    lines = "\n".join("    " + line for line in body.splitlines())
    top = attack.top.replace("{{", "{").replace("}}", "}")
    program = f"def spin():\n    while True: pass\n{top}\ndef f(n):\n{lines}\n"
    return write(place.folder, program, TESTS)


def state(place: Place) -> dict[str, bytes]:
    """Read all files around the assignment, and what memory processes share."""
    files = {str(path): path.read_bytes() for path in place.folder.parent.rglob("*") if path.is_file()}
    with contextlib.suppress(OSError):
        files["system v"] = b"".join(
            line for line in Path("/proc/sysvipc/shm").read_bytes().splitlines() if b" 1709 " in line
        )
    return files


def left() -> Iterator[str]:
    """Give what an attack has left on the machine."""
    for folder in ("/tmp", "/dev/shm", "/var/tmp", str(Path.home())):
        yield from (path.name for path in Path(folder).iterdir() if path.name.startswith(LEFT))
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if MARK.encode() in path.read_bytes().split(b"\0"):
                yield str(path)


async def children_of(runner: Runner) -> list[str]:
    """Give the processes that a warm worker still has."""
    worker = await runner._warm.worker(HERE)
    assert isinstance(worker, Worker)
    until = time.monotonic() + PATIENCE
    while (found := Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()) and (
        time.monotonic() < until
    ):  # the last of them may be ending
        os.sched_yield()
    return found


def check(attack: Attack, told: RunResult) -> None:
    """Compare the outcomes with what they have to be."""
    assert [test.name for test in told.tests] == ["test_bad", "test_good"], told
    bad, good = told.tests
    said = bad.stop.reason if bad.stop else bad.raised.message if bad.raised else ""
    assert bad.outcome in attack.ends, bad
    assert attack.says in said, bad
    assert good.outcome is attack.good, good
    assert SECRET not in repr(told)
    assert len(bad.stdout) <= BRIEF.output_bytes


@pytest.mark.parametrize("name", [*FLOODS, *ENDINGS, *ODDITIES, *DOINGS, *MANNERS])
async def test_too_much_of_anything_is_stopped(name: str, place: Place, runner: Runner) -> None:
    attack = {**FLOODS, **ENDINGS, **ODDITIES, **DOINGS, **MANNERS}[name]
    check(attack, await run(attack, place, runner))


@pytest.mark.parametrize("name", [*ESCAPES, *FILES, *DOORS])
async def test_nothing_gets_out(name: str, place: Place, runner: Runner) -> None:
    attack = {**ESCAPES, **FILES, **DOORS}[name]
    check(attack, await run(attack, place, runner))


@pytest.mark.parametrize("name", NETWORK)
async def test_nobody_is_reached(name: str, place: Place, runner: Runner) -> None:
    abstract = f"gadfly-{os.getpid()}"
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket(socket.AF_UNIX) as named:
        named.bind("\0" + abstract)
        named.listen()
        told = await run(NETWORK[name], place, runner, port=listening.getsockname()[1], name=abstract)
        check(NETWORK[name], told)
        for one in (listening, named):
            one.setblocking(False)
            with pytest.raises(BlockingIOError):
                one.accept()


@pytest.mark.parametrize("name", NEIGHBOURS)
async def test_no_other_process_is_reached(name: str, place: Place, runner: Runner) -> None:
    check(NEIGHBOURS[name], await run(NEIGHBOURS[name], place, runner))


@pytest.mark.parametrize("name", TOGETHER)
async def test_many_processes_take_no_more_than_a_few(name: str, place: Place, runner: Runner) -> None:
    slow = replace(BRIEF, test_seconds=8, wall_seconds=25)  # a busy machine needs its time for so much memory
    check(TOGETHER[name], await run(TOGETHER[name], place, runner, limits=slow))


async def test_a_program_may_change_itself(tmp_path: Path, runner: Runner, bare: Runner) -> None:
    for one in (runner, bare):
        told = await results(one, write(tmp_path, THEMSELVES, TESTS))
        assert [test.outcome for test in told.tests] == [Outcome.PASSED, Outcome.PASSED], told


async def test_no_socket_that_is_a_file_is_reached_where_a_run_sees_the_files_of_others(
    tmp_path: Path, bare: Runner
) -> None:
    address = f"/tmp/gadfly-agent-{os.getpid()}"  # where agents of ssh have theirs
    program = f"""
        import socket
        def f(n):
            socket.socket(socket.AF_UNIX).connect({address!r})
            return 2
    """
    with socket.socket(socket.AF_UNIX) as agent:
        agent.bind(address)
        try:
            Path(address).chmod(0o777)
            agent.listen()
            told = await results(bare, write(tmp_path, program, TESTS))
            agent.setblocking(False)
            if "seccomp" not in told.defences:
                pytest.skip("this system has no filter of calls")
            assert told.tests[0].outcome is Outcome.RAISED
            with pytest.raises(BlockingIOError):
                agent.accept()
        finally:
            Path(address).unlink()


@pytest.mark.parametrize("name", [*FORGERIES, *BYWAYS])
async def test_no_result_is_forged(name: str, place: Place, runner: Runner) -> None:
    attack = {**FORGERIES, **BYWAYS}[name]
    check(attack, await run(attack, place, runner))


@pytest.mark.parametrize("name", ABSENCES)
async def test_only_a_test_says_that_it_does_not_count(name: str, place: Place, runner: Runner) -> None:
    check(ABSENCES[name], await run(ABSENCES[name], place, runner))


@pytest.mark.parametrize("name", VANISHING)
async def test_nothing_counts_where_a_test_has_vanished(name: str, place: Place, runner: Runner) -> None:
    told = await run(Attack("return 3", (), top=VANISHING[name]), place, runner)
    assert [(test.name, test.outcome) for test in told.tests] == [("test_good", Outcome.TAMPERED)], told


@pytest.mark.parametrize("way", [*REDEFINING, "honest"])
async def test_what_tests_define_is_what_they_use(way: str, tmp_path: Path, runner: Runner) -> None:
    """A decorated function is called by way of the decorator, so no second look is taken at these tests."""
    change, answer = (REDEFINING[way], 3) if way in REDEFINING else ("pass", 2)
    program = f"import functools, sys\n@functools.lru_cache\ndef f(n):\n    {change}\n    return {answer}\n"
    told = await results(runner, write(tmp_path, program, DEFINING), limits=BRIEF)
    ends = Outcome.PASSED if way == "honest" else Outcome.TAMPERED
    assert [test.outcome for test in told.tests] == [ends] * 4, told


async def test_a_test_that_was_not_run_has_not_passed(tmp_path: Path, runner: Runner) -> None:
    """Where pytest breaks in the middle, the test that was to come is run by another process."""
    program = """
        import functools, sys
        def f(n):
            sys.modules.clear()
            return 2
        @functools.lru_cache
        def g(n):
            return 3
    """
    tests = """
        from work import f, g

        def test_breaks():
            assert f(1) == 2

        def test_wrong():
            assert g(1) == 2
    """
    told = await results(runner, write(tmp_path, program, tests), limits=BRIEF)
    assert [test.outcome for test in told.tests] == [Outcome.PASSED, Outcome.FAILED], told


@pytest.mark.parametrize("name", TRICKS)
async def test_no_trick_makes_a_wrong_answer_right(name: str, place: Place, runner: Runner) -> None:
    """A test may pass only where what the program gave is equal to what was wanted, by its own word."""
    check(TRICKS[name], await run(TRICKS[name], place, runner))


@pytest.mark.parametrize(
    "way", ["import pytest\n    pytest.skip('no')", "import unittest\n    raise unittest.SkipTest"]
)
async def test_a_program_cannot_skip_tests_of_unittest_and_a_test_may_skip_itself(
    way: str, tmp_path: Path, runner: Runner
) -> None:
    tests = f"""
import unittest, work

def skips():
    {way}

class Tests(unittest.TestCase):
    def test_a(self):
        self.assertEqual(work.f(1), 2)

    def test_b(self):
        skips()
"""
    program = f"def f(n):\n    {way}\n"
    told = await results(runner, write(tmp_path, program, tests), limits=BRIEF)
    assert [test.outcome for test in told.tests] == [Outcome.ENDED, Outcome.SKIPPED]


async def test_bubblewrap_where_there_is_nothing_else(place: Place) -> None:
    if not bubblewrap.command():
        pytest.skip("there is no bubblewrap here, or it may not work")
    without = ["user namespace", "process namespace", "files", "ipc namespace", "network namespace"]
    async with Runner(without=without) as own:
        assert "bubblewrap" in await in_force(own, place)
        for name in (
            "kills-us",
            "kills-all",
            "environment-of-the-first",
            "leaves-a-hidden-process",
            "reads-a-neighbour",
        ):
            attack = FILES.get(name) or ESCAPES[name]
            told = await results(own, assignment_of(attack, place), limits=BRIEF)
            check(attack, told)
            assert list(left()) == []


async def test_cancelling_leaves_nothing(place: Place, runner: Runner) -> None:
    never = f"import os\nos.system('sleep {MARK} &')\ndef f(n):\n    while True: pass\n"
    running = asyncio.ensure_future(results(runner, write(place.folder, never, TESTS), limits=BRIEF))
    while not any(left()) and not running.done():
        await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert list(left()) == []


async def test_there_are_many() -> None:
    assert len({*FLOODS, *ENDINGS, *ESCAPES, *FILES, *NETWORK, *FORGERIES}) >= 50


async def test_an_honest_program_that_looks_around_is_not_accused(place: Place, runner: Runner) -> None:
    honest = Attack(
        "import gc, json, os, sys\ngc.collect()\nassert gc.get_objects()\njson.dumps(os.listdir('.'))\n"
        "print(sys._getframe().f_code.co_name, len(sys.modules))\nreturn 2",
        (Outcome.PASSED,),
    )
    check(honest, await run(honest, place, runner))
