"""Where a run has no view of files of its own, it leaves the attributes of files as they are, wherever they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHANGES = """
    import ctypes, os
    c = ctypes.CDLL(None)

    def f(path):
        name = path.encode()
        held = os.open("work.py", os.O_RDONLY)
        c.chmod(name, 0)
        c.fchmodat(-100, name, 0, 0)
        c.fchmod(held, 0o666)
        c.chown(name, 12345, 12345)
        c.lchown(name, 12345, 12345)
        c.utimes(name, (ctypes.c_long * 4)())
        c.utimensat(-100, name, (ctypes.c_long * 4)(), 0)
        c.setxattr(name, b"user.mark", b"1", 1, 0)
        c.syscall(452, -100, name, 0, 0)
        try:
            os.utime(path, (0, 0))
        except PermissionError:
            pass
        return 3
"""
COPIES = """
    import os, shutil

    def f(_):
        shutil.copy2("work.py", "copy.txt")
        same = open("copy.txt").read() == open("work.py").read()
        os.remove("copy.txt")
        return 2 if same else 3
"""


async def test_files_of_others_keep_their_rights_and_times(tmp_path: Path) -> None:
    beside = tmp_path / "beside.txt"
    beside.write_text("theirs", encoding="utf-8")
    assignment = write(
        tmp_path / "work", CHANGES, f"from work import f\n\ndef test_f():\n    assert f({str(beside)!r}) == 2\n"
    )
    before = [attributes(path) for path in (beside, assignment.program)]
    async with Runner(without=["process namespace", "bubblewrap"]) as walled:
        told = await results(walled, assignment)
    if "seccomp" not in told.defences:
        pytest.skip("there is no filter of system calls here")
    assert "files" not in told.defences
    assert [test.outcome for test in told.tests] == [Outcome.FAILED], told
    assert [attributes(path) for path in (beside, assignment.program)] == before


async def test_copying_a_file_with_all_that_belongs_to_it_works(tmp_path: Path) -> None:
    assignment = write(tmp_path, COPIES, "from work import f\n\ndef test_f():\n    assert f(1) == 2\n")
    async with Runner(without=["process namespace", "bubblewrap"]) as walled:
        told = await results(walled, assignment)
    assert [test.outcome for test in told.tests] == [Outcome.PASSED], told


def attributes(path: Path) -> tuple[int, ...]:
    found = path.stat()
    return found.st_mode, found.st_uid, found.st_gid, found.st_mtime_ns
