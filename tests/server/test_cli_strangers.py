"""Programs of strangers: what they hold, how they are called and what came with them commands nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from gadfly_server.cli import app
from helpers import examples


def gadfly(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=typed)


@pytest.fixture
def average(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average")) / "average.py"


NAMED_LIKE_NONE = """
import sys
def f(n):
    if n:
        raise type("\\x1b[31mRed\\x07\\x9b2J", (Exception,), {})
def test_f(): f(1)  # \x1b[2J
"""


@pytest.mark.parametrize("words", [["check"], ["hints"], ["ask", "--plain"], ["ask"]])
def test_nothing_in_a_program_commands_the_terminal(words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "wo\x1b[2Jrk.py"
    path.write_text(NAMED_LIKE_NONE, "utf-8")
    told = gadfly(*words, path, "--tests", "no\x1bwhere").output + gadfly(*words, path).output
    assert "disagrees" in told or "Red" in told
    assert not {"\x1b", "\x07", "\x9b"} & {*told}


def test_nothing_that_a_student_hands_in_commands_the_teachers_terminal(tmp_path: Path) -> None:
    handed = tmp_path / "class" / "Red\x1b[31m\x1b]0;mine\x07\x9b2J"
    handed.mkdir(parents=True)
    (handed / "statements.jsonl").write_text("{'no JSON'", "utf-8")
    told = gadfly("report", tmp_path / "class", "--to", tmp_path / "report.html").output
    assert "Red" in told
    assert not {"\x1b", "\x07", "\x9b"} & {*told}


LIKE_COMMANDS = """raise ValueError('''bad
::error::mine
  ::add-mask::passed
##[add-mask]failed''')
"""


@pytest.mark.parametrize("words", [["check"], ["check", "--format", "json"], ["hints"], ["ask", "--plain"], ["ask"]])
def test_nothing_in_a_program_commands_the_workflow_that_checks_it(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (tmp_path / "work.py").write_text(LIKE_COMMANDS, "utf-8")
    (tmp_path / "test_work.py").write_text("from work import *\ndef test_it(): assert 1 == 1\n", "utf-8")
    told = gadfly(*words, tmp_path / "work.py").output
    assert "does not load" in told
    assert not [line for line in told.splitlines() if line.strip().startswith("::") or "##[" in line]


@pytest.mark.parametrize("words", [["check"], ["hints"], ["ask", "--plain"]])
def test_brackets_in_names_are_letters_like_others(words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "[red]" / "[" / "bold]" / "w[dim]x.py"
    path.parent.mkdir(parents=True)
    path.write_text("def f(n):\n    return 3\n\ndef test_f():\n    assert f(1) == '[/x]'\n")
    told = gadfly(*words, path)
    assert told.exit_code == 1
    assert words != ["check"] or str(path) in told.output
    assert "test_f" in told.output or "What should f(1) give?" in told.output


PAGES = """\
NAME = "a\u2028b\x85c"
\x0c
def one(xs):
    return sum(xs)
\x0c
def two(a, basket):
    basket.append(a)  # a page \x1c ends \u2028 here
    if a == 0:
        return 0
    return len(basket) + 1
"""
PAGES_OF_TESTS = """\
from work import one, two
\x0c
def test_one():
    assert one([1, 2]) == 3  # \u2028

def test_two():
    assert two(4, []) == 1
"""


@pytest.mark.parametrize("way", [[], ["--plain"]], ids=["shown", "plain"])
def test_lines_are_counted_as_python_counts_them(way: list[str], tmp_path: Path) -> None:
    """Others end a line at a form feed, too, with which old programs set their functions apart."""
    (tmp_path / "work.py").write_text(PAGES, "utf-8")
    (tmp_path / "test_work.py").write_text(PAGES_OF_TESTS, "utf-8")
    told = gadfly("ask", *way, tmp_path / "work.py", typed="1\nreturn len(basket) + 1\n").output
    assert "def test_two" in told
    assert "def test_one" not in told
    assert re.search(r"\b7:? +basket.append\(a\)  # a page \u241c ends \ufffd here", told), told
    assert "That is it: the run did just that." in told


@pytest.mark.skipif(sys.platform != "linux", reason="no such names")
@pytest.mark.parametrize("form", ["json", "text"])
def test_a_name_that_is_not_utf_8_is_told(form: str, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"w\xff") / "work.py"
    path.parent.mkdir()
    path.write_text("def f(n):\n    return 3\n\ndef test_f():\n    assert f(1) == 2\n")
    command = [sys.executable, "-c", "from gadfly_server.cli import main; main()", "check", "--format", form, str(path)]
    strict = {**os.environ, "PYTHONIOENCODING": "utf-8:strict", "LC_ALL": "C.UTF-8"}
    told = subprocess.run(command, capture_output=True, check=False, env=strict)
    assert (told.returncode, told.stderr) == (1, b"")
    assert b"w\\udcff/work.py" in told.stdout
    if form == "json":
        assert json.loads(told.stdout)["files"][0]["path"] == str(path)


def test_an_environment_that_came_with_a_program_is_started_only_by_who_stands_there(
    average: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = average.parent / "started"
    python = average.parent / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\n: > {started}\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    for here, is_started in ((average.parent.parent, False), (average.parent, True)):
        monkeypatch.chdir(here)
        told = gadfly("check", average)
        assert "disagree" in told.stdout or "✗" in told.stdout
        assert ("came with the program" in told.stderr, started.exists()) == (not is_started, is_started)
