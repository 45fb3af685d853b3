"""What the walls are made of, where that can be looked at without their system."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pytest

from gadfly_analyzers.execution import defended, job_object
from gadfly_analyzers.execution.environment import environment
from gadfly_analyzers.execution.probe import defences, reach, seal, seatbelt, skeleton, syscalls, view


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


def test_the_job_of_windows_is_laid_out_as_documented() -> None:
    told = job_object.limits(processes=7, memory_bytes=5)
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(told) == 144
        assert type(told).process_memory.offset == 112
    assert (told.basic.active_processes, told.process_memory) == (7, 5)


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_of_calls_jumps_only_inside_itself(machine: str) -> None:
    lines = syscalls.program(machine, network=False)
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
        ("exec('1')", True),
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
