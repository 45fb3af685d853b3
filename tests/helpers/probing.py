"""Runs small programs under the probe's parts, in every Python that is on the path."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import gadfly_analyzers
from gadfly_analyzers.execution.decode import value
from gadfly_analyzers.trace.recording import Event, EventKind, Trace
from helpers.assignments import interpreters

PACKAGES = Path(gadfly_analyzers.__file__).parents[1]
_BEFORE = """
import json, os, sys
sys.path[:0] = [{packages!r}, {folder!r}]
result = []
def tell(told):
    result.append(told)
"""
_AFTER = """
sys.settrace(None)
print("\\n" + json.dumps(result))
"""
_COVER = """
from gadfly_analyzers.execution.probe.coverage import Coverage
coverage = Coverage({program!r})
coverage.start()
import program
tell(coverage.take())
for action in {actions!r}:
    try:
        exec(action, {{"program": program, "coverage": coverage}})
    except BaseException as error:
        pass
    tell(coverage.take())
coverage.stop()
"""
_RECORD = """
import program
from gadfly_analyzers.execution.probe.recorder import Recorder
class Brief(Recorder):
    def _give_up(self):
        super()._give_up()
        raise KeyboardInterrupt
sent = []
recorder = {recorder}({program!r}, {most}, sent.extend)
action = compile({action!r}, "<test>", "exec")
with recorder:
    try:
        exec(action, {{"program": program}})
    except BaseException:
        pass
assert sent == recorder.events
tell([recorder.events, recorder.complete, recorder.stopped])
"""


@pytest.fixture(params=list(interpreters()))
def python(request: pytest.FixtureRequest) -> str:
    """Give each Python that is here in turn."""
    return str(interpreters()[request.param])


def run_script(python: str, text: str, folder: Path) -> list[Any]:
    """Run a script that tells its results; each call of ``tell`` gives one."""
    script = folder / "script.py"
    script.write_text(_BEFORE.format(packages=str(PACKAGES), folder=str(folder)) + text + _AFTER, "utf-8")
    command = [python, "-I", "-B", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=folder)
    assert done.returncode == 0, done.stderr
    told: list[Any] = json.loads(done.stdout.strip().rsplit("\n", 1)[-1])
    return told


def cover(python: str, folder: Path, program: str, *actions: str) -> list[tuple[list[int], list[dict[str, Any]]]]:
    """Watch a program being imported and then each action; lines and calls of each, the import first."""
    path = write(folder, program)
    return [(lines, calls) for lines, calls in run_script(python, _COVER.format(program=path, actions=actions), folder)]


def record(python: str, folder: Path, program: str, action: str, most: int = 20_000) -> Trace:
    """Record one action on a program."""
    return _recorded(python, folder, program, action, most, "Recorder")


def record_start(python: str, folder: Path, program: str, action: str, most: int) -> Trace:
    """Record the first steps of an action, which ends there."""
    return _recorded(python, folder, program, action, most, "Brief")


def _recorded(python: str, folder: Path, program: str, action: str, most: int, recorder: str) -> Trace:
    path = write(folder, program)
    script = _RECORD.format(program=path, action=action, most=most, recorder=recorder)
    [told] = run_script(python, script, folder)
    events, complete, stopped = told
    return Trace(action, tuple(event(each) for each in events), complete, stopped)


def write(folder: Path, program: str) -> str:
    """Write the program's file."""
    path = folder / "program.py"
    path.write_text(dedent(program).removeprefix("\n"), "utf-8")
    return str(path)


def event(told: dict[str, Any]) -> Event:
    """Read one step of a recording."""
    changes = tuple((name, read) for name, picture in told["changes"] if (read := value(picture)))
    kind = EventKind(told["kind"])
    objects = tuple((name, number) for name, number in told.get("objects", ()))
    return Event(kind, told["frame"], told["function"], told["line"], changes, value(told["value"]), objects)
