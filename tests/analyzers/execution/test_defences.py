"""What the walls are made of, where that can be looked at without their system."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution import defended, job_object
from gadfly_analyzers.execution.environment import environment
from gadfly_analyzers.execution.probe import defences, reach, seal, seatbelt, skeleton, syscalls, view, worker


def seen(root: str, shown: tuple[str, ...] = ()) -> view.View:
    """Make what a run may see."""
    return view.View(skeleton.Skeleton("/none", ("/usr",), ("/usr",), ()), root, "/scratch", shown, (), ())


def test_the_profile_of_macos_names_what_may_be_used() -> None:
    text = seatbelt.profile(seen('/students/a "b"/week'), network=False)
    assert text.startswith("(version 1)\n(deny default)")
    assert '(subpath "/students/a \\"b\\"/week")' in text
    assert "(deny network*)" in text
    assert text.count("(") == text.count(")")
    assert "(allow network*)" in seatbelt.profile(seen("/students/a"), network=True)


def test_a_program_on_macos_can_ask_no_service_to_start_another_program() -> None:
    text = seatbelt.profile(seen("/students/a"), network=False)
    (asked,) = (line for line in text.splitlines() if "mach-lookup" in line)
    assert asked.startswith('(allow mach-lookup (global-name "com.apple.system.')
    assert "launch" not in asked.lower()


def test_what_is_hidden_on_macos_stays_so_since_the_last_rule_counts() -> None:
    whole = seen("/students/a")._replace(fixed=("/students/a/test_work.py",), hidden=("/students/a/.ssh",))
    rules = seatbelt.profile(whole, network=False).splitlines()
    allowed = max(number for number, rule in enumerate(rules) if rule.startswith("(allow file-"))
    denied = [number for number, rule in enumerate(rules) if rule.startswith("(deny file-")]
    assert len(denied) == 2
    assert min(denied) > allowed


class Mac:
    """As much of macOS as entering a profile takes; ``result`` is what it says to it."""

    def __init__(self, result: int) -> None:
        self.asked: list[tuple[bytes, int]] = []
        self.freed = 0

        def sandbox_init(text: bytes, flags: int, error: object) -> int:
            self.asked.append((text, flags))
            return result

        def sandbox_free_error(error: object) -> None:
            self.freed += 1

        self.sandbox_init, self.sandbox_free_error = sandbox_init, sandbox_free_error


@pytest.mark.parametrize(("result", "freed"), [(0, 0), (-1, 1)])
def test_macos_is_given_the_text_of_a_profile_and_what_it_refuses_is_not_in_force(result: int, freed: int) -> None:
    system = Mac(result)
    assert seatbelt.applied(system, "(version 1)") == (result == 0)
    assert system.asked == [(b"(version 1)", 0)]
    assert system.freed == freed
    assert system.sandbox_init.argtypes[1] is ctypes.c_uint64  # type: ignore[attr-defined] # as for a foreign function


class Windows:
    """As much of Windows as a job takes; ``refused`` is what it does not do."""

    def __init__(self, refused: str = "") -> None:
        self.open: set[int] = set()
        self.assigned: list[tuple[int, int]] = []
        self.CreateJobObjectW = lambda security, name: self._opened(7, refused != "CreateJobObjectW")
        self.OpenProcess = lambda rights, inherits, pid: self._opened(pid, refused != "OpenProcess")
        self.SetInformationJobObject = lambda job, kind, told, size: int(refused != "SetInformationJobObject")
        self._refused = refused

    def _opened(self, handle: int, good: bool) -> int | None:
        self.open |= {handle} if good else set()
        return handle if good else None

    def AssignProcessToJobObject(self, job: ctypes.c_void_p, process: ctypes.c_void_p) -> int:  # noqa: N802
        if self._refused == "AssignProcessToJobObject":
            return 0
        self.assigned.append((job.value or 0, process.value or 0))
        return 1

    def CloseHandle(self, handle: ctypes.c_void_p) -> int:  # noqa: N802
        self.open.remove(handle.value or 0)
        return 1


def test_a_job_of_windows_ends_what_is_in_it_when_it_is_closed_and_holds_nothing_else_open() -> None:
    system = Windows()
    job = job_object.made(system, 42, job_object.limits(processes=7, memory_bytes=5))
    assert job is not None
    assert system.assigned == [(7, 42)]
    assert system.open == {7}
    job.close()
    job.close()
    assert system.open == set()


@pytest.mark.parametrize(
    "refused", ["CreateJobObjectW", "OpenProcess", "SetInformationJobObject", "AssignProcessToJobObject"]
)
def test_a_job_that_windows_refuses_leaves_nothing_open(refused: str) -> None:
    system = Windows(refused)
    assert job_object.made(system, 42, job_object.limits(processes=7, memory_bytes=5)) is None
    assert system.open == set()


def test_the_job_of_windows_is_laid_out_as_documented() -> None:
    told = job_object.limits(processes=7, memory_bytes=5)
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(told) == 144
        assert type(told).process_memory.offset == 112
    assert (told.basic.active_processes, told.process_memory) == (7, 5)


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_of_calls_jumps_only_inside_itself(machine: str) -> None:
    for network, own_files in ((False, False), (False, True), (True, False), (True, True)):
        lines = syscalls.program(machine, network=network, own_files=own_files)
        assert all(number + 1 + max(yes, no) < len(lines) for number, (_, yes, no, _) in enumerate(lines[:-1]))
        assert len(lines) < 4096


def test_keys_stay_out_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "GITHUB_TOKEN", "SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, "secret")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "secret" not in environment().values()
    assert environment()["LC_ALL"] == "C.UTF-8"


def test_an_unsigned_message_and_one_twice_are_noticed() -> None:
    sealed = seal.fresh()
    writing, relay = sealed.twin(), seal.Relay(sealed)
    one, two = (writing.sign(body) + body + b"\n" for body in (b"1", b"2"))
    assert relay.take(one + b"forged\n") == [b"1", seal.TAMPERED]
    assert relay.take(one) == [seal.TAMPERED]
    assert relay.take(two[:5]) == []
    assert relay.take(two[5:]) == [b"2"]


SWEEPING = """
import os, subprocess, sys
from gadfly_analyzers.execution.probe import keeper, own_user
def full(user): raise BlockingIOError("no process can be started")
own_user.end = full
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(keeper.sweep(1))
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are found by what Linux says of them")
def test_what_is_left_is_killed_also_where_no_process_can_be_started() -> None:
    told = subprocess.run([sys.executable, "-c", SWEEPING], capture_output=True, text=True, timeout=30, check=False)
    assert told.stdout == "1\n", told


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("import math\ndef f(n): return math.sqrt(n)", False),
        ("from collections import Counter\nclass A:\n  def __init__(self): self.__x = 1", True),
        ("class A:\n  def __init__(self): self.x = input()", False),
        ("import os", True),
        ("from . import other", True),
        ("import random\nrandom.random = None", True),
        ("import random\nrandom._os.abort()", True),
        ("import collections\ncollections.abc.sys", True),
        ("().__class__.__base__.__subclasses__()", True),
        ("'{0.x}'.format(1)\ntry: pass\nexcept AttributeError as error: error.obj", True),
        ("exec('1')", True),
        ("match print:\n  case object(__self__=own): own", True),
        ("match input():\n  case str(): pass", False),
        ("import typing\ntyping.operator", True),
        ("import typing\nother = typing", True),
        ("from fractions import operator", True),
        ("from string import *\nFormatter()", True),
        ("import functools\n@functools.lru_cache\ndef f(n): return n", False),
        ("import functools\n@functools.singledispatch\ndef f(n): return n", True),
        ("type('X', (), {'__annotations__': {}})", True),
        ("print(type(3), type(3).__name__)", False),
        ("make = type\nmake('X', (), {})", True),
        ("from abc import ABCMeta\nclass A(metaclass=ABCMeta): pass", False),
        ("class M(type): pass\nclass A(metaclass=M): pass", True),
        ("def g(): yield\ng().gi_code", True),
        ("help('beside')", True),
        ("import copy\ncopy.dispatch_table[int] = print", True),
        ("import copy\nclass A:\n  def __reduce_ex__(self, how): return print, ()", True),
        ("import copy\nclass A:\n  def __deepcopy__(self, memo): return A()\ncopy.copy([])", False),
        ("import collections\ncollections.Counter.update = print", True),
        ("class A: pass\nA.__call__ = print", True),
        ("def own(f):\n  def g(): f()\n  g.__name__ = f.__name__\n  return g", False),
        ("import statistics\nstatistics.random._os", True),
        ("from statistics import random as chance", True),
        ("import datetime as d, time\nd.datetime.now(); d.time(1); time.time()", False),
        ("from random import random\nfrom copy import copy\nfrom collections.abc import Mapping", False),
        ("import collections.abc\ncollections.abc.Mapping", False),
        ("from collections import namedtuple\nnamedtuple('P', 'x')(1)._replace(x=2)", False),
        ("class A:\n  def __init__(self): self._x = 1\nA()._x", False),
        ("from enum import Enum\nclass A(Enum):\n  X = 1\nA._missing_", True),
        ("from enum import Enum, auto\nclass A(Enum):\n  X = auto()\nA(1).name", False),
        ("from enum import Enum\nA = Enum('A', {'__reduce_ex__': print})", True),
        ("from enum import Enum as E\nA = E('A', {'__reduce_ex__': print})", True),
        ("from enum import Enum\nclass A(Enum): pass\nA('B', {'__reduce_ex__': print})", True),
        ("from enum import Enum\nclass A(Enum):\n  x: int\nA('B', {'__reduce_ex__': print})", True),
        ("from enum import Enum\nclass A(Enum):\n  def f(self): pass\n  g = f\nA('B', {'a': 1})", True),
        ("from enum import Enum\nclass A(Enum):\n  _ignore_ = 'X'\n  X = 1\nA('B', {'a': 1})", True),
        ("from enum import Enum\nclass A(Enum):\n  __x = 1\nA('B', {'a': 1})", True),
        ("from enum import Enum, auto\ndef auto(): return auto\nclass A(Enum):\n  X = auto()\nA('B', {'a': 1})", True),
        ("import enum\nclass A(enum.Enum):\n  X = enum.auto()\n  Y = -1\nA(1).name", False),
        ("from enum import Enum\nclass A(Enum):\n  'Words.'\n  X = 'x', 1\n  def f(self): return self.name", False),
        ("from enum import Flag\nclass A(Flag):\n  R = 1\n  W = 2\n  B = R | W\nA(1) | A.W", False),
        ("from typing import TypedDict\nclass A(TypedDict):\n  x: int", False),
        ("from typing import TypedDict\nA = TypedDict('A', {'__globals__': int})", True),
        ("import dataclasses as d\n@d.dataclass\nclass A:\n  name: str = d.field(default='')\nA().name", False),
        ("import dataclasses as d\nfor one in d.fields(print): one.name = 'x'", True),
        ("class A:\n  def __init__(self): self.name = ''", False),
        ("class A:\n  def __eq__(self, other): return type(self) == type(other)", False),
        ("class A:\n  def __add__(self, other): return self.__class__(1)", True),
        ("class Grab:\n  def __eq__(self, other): return other\ntype(int) == Grab()", True),
        ("type(3) in (int, float), isinstance(3, type(4)), f'{type(3)}'", False),
        ("def print(x): return x\nprint(type(int))", True),
        ("class A:\n  def __annotations__(self): pass", True),
        ("class A:\n  import math as __annotations__", True),
        ("match input():\n  case A(x): pass", True),
        ("try: 1/0\nexcept Exception as e: e.__traceback__.tb_frame", True),
    ],
)
def test_a_program_is_watched_if_it_has_means(text: str, may: bool, tmp_path: Path) -> None:
    path = tmp_path / "work.py"
    path.write_text(text, encoding="utf-8")
    assert reach.reaches(str(path)) is may


def test_what_lacks_is_said() -> None:
    assert list(defended.lacking(defences.ALL, root=True)) == []
    assert any("reach the network" in line for line in defended.lacking((), root=False))
    assert not any("flood" in line for line in defended.lacking((), root=False))
    assert any("flood" in line for line in defended.lacking((), root=True))
    assert not any("flood" in line for line in defended.lacking(["own user"], root=True))
    assert "Landlock" in defended.named(["landlock"])


def test_hidden_files_of_the_home_are_no_part_of_an_assignment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in (".ssh", ".netrc", "week1"):
        (tmp_path / name).mkdir()
    assert sorted(view.secrets(str(tmp_path))) == [str(tmp_path / ".netrc"), str(tmp_path / ".ssh")]
    assert view.secrets(str(tmp_path / "week1")) == ()


def test_where_there_is_no_room_for_a_run_the_next_one_may_find_some(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full)
    reading, writing = os.pipe()
    nobody: Any = None
    assert worker.start(nobody, -1, writing, nobody) == 0
    assert os.read(reading, 1) == b""  # who asked is told by the end of the line
    os.close(reading)
