"""Programs that mean harm: each ends in an outcome that is right, within limits, with nothing left behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest

from gadfly_analyzers.execution import bubblewrap
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.worker import Worker
from helpers.assignments import HERE, results, write
from helpers.attacks import DOORS, ENDINGS, ESCAPES, FILES, FLOODS, NETWORK, ODDITIES, SECRET, Attack
from helpers.doings import DOINGS
from helpers.forgeries import FORGERIES
from helpers.tricks import TRICKS

pytestmark = pytest.mark.asyncio(loop_scope="module")

TESTS = """
    from work import f

    def test_bad():
        assert f(1) == 2

    def test_good():
        assert 1 + 1 == 2
"""
BRIEF = Limits(test_seconds=1, hurried_seconds=1, wall_seconds=10, memory_bytes=128 << 20)
PATIENCE = 30.0  # seconds for the last process to be gone, on a busy machine
NEEDED = {"files", "process namespace", "network namespace", "seccomp"}
_IN_FORCE: WeakKeyDictionary[Runner, set[str]] = WeakKeyDictionary()
MARK = str(9_000_000 + os.getpid())  # other workers may be leaving processes too
MARKS = ("gadfly-left", MARK)


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


async def run(attack: Attack, place: Place, runner: Runner, **names: object) -> RunResult:
    """Run a program, and look at what it left; nothing is run where it could do harm."""
    if not await in_force(runner, place) >= NEEDED:
        pytest.skip("this system cannot keep such programs from doing harm")
    assignment = assignment_of(attack, place, **names)
    before = state(place)
    told = await results(runner, assignment, limits=BRIEF)
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
        yield from (path.name for path in Path(folder).iterdir() if path.name.startswith(MARKS[0]))
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield from (str(path) for mark in MARKS if mark.encode() in path.read_bytes().split(b"\0"))


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


@pytest.mark.parametrize("name", [*FLOODS, *ENDINGS, *ODDITIES, *DOINGS])
async def test_too_much_of_anything_is_stopped(name: str, place: Place, runner: Runner) -> None:
    attack = {**FLOODS, **ENDINGS, **ODDITIES, **DOINGS}[name]
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


@pytest.mark.parametrize("name", FORGERIES)
async def test_no_result_is_forged(name: str, place: Place, runner: Runner) -> None:
    attack = FORGERIES[name]
    check(attack, await run(attack, place, runner))


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
