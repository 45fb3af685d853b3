"""What students' programs may well do, they can do in the sandbox as everywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """
import csv, json, multiprocessing, os, pathlib, random, sqlite3, subprocess, sys, tempfile, threading
import beside

def reads():
    return open("data.txt").read() + (pathlib.Path(__file__).parent / "sub" / "data.txt").read_text()

def writes():
    with open("result.txt", "w") as file:
        file.write("hi")
    os.makedirs("new/folder")
    os.rename("result.txt", "new/folder/result.txt")
    os.replace("new/folder/result.txt", "again.txt")
    pathlib.Path("data.txt").write_text("changed")
    return open("data.txt").read() + open("again.txt").read()

def temporary():
    with tempfile.NamedTemporaryFile("w+") as file, tempfile.TemporaryDirectory() as folder:
        file.write("x")
        pathlib.Path(folder, "one").write_text("1")
        return os.listdir(folder)

def fixed_name():
    with open("/tmp/gadfly-fixed-name.txt", "w") as file:
        file.write("x")
    return open("/tmp/gadfly-fixed-name.txt").read()

def threads():
    found = []
    one = threading.Thread(target=found.append, args=(1,))
    one.start()
    one.join()
    return found

def program():
    return subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True).stdout.strip()

def shell():
    return subprocess.check_output("echo $((1 + 1))", shell=True, text=True).strip()

def database():
    with sqlite3.connect("some.db") as base:
        base.execute("create table some (one)")
        base.execute("insert into some values (1)")
    return base.execute("select one from some").fetchall()

def square(n):
    return n * n

def pool():
    with multiprocessing.Pool(2) as workers:
        return workers.map(square, [1, 2, 3])

def module():
    return beside.seven()

def missing():
    try:
        open("/nowhere/at/all")
    except FileNotFoundError:
        return "none"
"""
TESTS = """
    import pytest, work

    @pytest.mark.parametrize(("name", "wanted"), [
        ("reads", "hellodeep"), ("writes", "changedhi"), ("temporary", ["one"]), ("fixed_name", "x"),
        ("threads", [1]), ("program", "1"), ("shell", "2"), ("database", [(1,)]), ("pool", [1, 4, 9]), ("module", 7),
        ("missing", "none"),
    ])
    def test_it(name, wanted):
        assert getattr(work, name)() == wanted

    def test_input(monkeypatch):
        monkeypatch.setattr("builtins.input", lambda *_: "3")
        assert input() == "3"

    def test_folder(tmp_path):
        (tmp_path / "one").write_text("x")
        assert (tmp_path / "one").read_text() == "x"
"""


async def run(folder: Path, runner: Runner) -> RunResult:
    """Run the program in a folder with data beside it."""
    (folder / "sub").mkdir(parents=True)
    for name, text in (("data.txt", "hello"), ("sub/data.txt", "deep"), ("beside.py", "def seven(): return 7\n")):
        (folder / name).write_text(text, encoding="utf-8")
    return await results(runner, write(folder, PROGRAM, TESTS))


async def test_all_of_it_works_and_the_folder_stays(runner: Runner, tmp_path: Path) -> None:
    folder = tmp_path / "week 1, (a)"
    told = await run(folder, runner)
    assert {test.name: test.raised for test in told.tests if test.outcome is not Outcome.PASSED} == {}
    assert len(told.tests) == 13
    if "files" in told.defences:
        assert sorted(path.name for path in folder.iterdir()) == [
            "beside.py",
            "data.txt",
            "sub",
            "test_work.py",
            "work.py",
        ]
        assert (folder / "data.txt").read_text() == "hello"


async def test_a_folder_may_be_named_like_a_variable(runner: Runner, tmp_path: Path) -> None:
    told = await run(tmp_path / "$HOME" / "~ %20 #1", runner)
    assert {test.outcome for test in told.tests} == {Outcome.PASSED}, told


async def test_folders_that_lead_through_links_work(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "first").symlink_to("real")
    (tmp_path / "second").symlink_to(tmp_path / "first" / "deep")
    told = await run(tmp_path / "second" / "work", runner)
    assert {test.outcome for test in told.tests} == {Outcome.PASSED}, told


async def test_without_own_files_it_works_too(bare: Runner, tmp_path: Path) -> None:
    told = await run(tmp_path / "work", bare)
    failed = {test.name for test in told.tests if test.outcome is not Outcome.PASSED}
    assert failed <= {"test_it[fixed_name-x]"}  # what is no temporary file of this run is refused there
