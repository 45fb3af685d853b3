"""What reads bytes that somebody else wrote: each takes any bytes, and raises nothing that it does not promise.

A decoder tells whether it could make something of them.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.probe.seal import Relay, fresh
from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.story import Story
from gadfly_server.classroom.room import classroom_of
from gadfly_server.grading import files
from gadfly_server.lsp.frames import Frames
from gadfly_server.record import Record

PROGRAM = Path("program.py").absolute()


def kept(data: bytes, folder: Path) -> bool:
    """A kept dialogue: read as one that can be kept again, or not at all."""
    record = Record(folder)
    path = record.path(PROGRAM)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    dialogue = record.load(PROGRAM)
    if dialogue is not None:
        assert record.keep(PROGRAM, dialogue)
        assert record.load(PROGRAM) == dialogue
    return dialogue is not None


def classroom(data: bytes, folder: Path) -> bool:
    """A classroom file: what is wrong with it is told, with its name."""
    (folder / "gadfly.toml").write_bytes(data)
    room = classroom_of(folder / "program.py", [folder])
    assert all("gadfly.toml" in problem for problem in room.problems)
    return not room.problems


def transcripts(data: bytes, folder: Path) -> bool:
    """Transcripts to grade: read, or refused with the file's name."""
    path = folder / "some.jsonl"
    path.write_bytes(data)
    try:
        read = [*files.read(path)]
    except files.Unreadable as error:
        told = str(error)
    else:
        told = ""
    if told:
        assert "some.jsonl" in told
        return False
    files.write(path, read)
    assert [*files.read(path)] == read
    return True


def probe(data: bytes, _folder: Path) -> bool:
    """Signed messages of a run, one a line: whatever they say, each test has an outcome, and the run an end."""
    story = Story(Assignment(PROGRAM, (), PROGRAM.parent), Limits())
    story.hear(json.loads(TOLD[0]))
    for line in data.split(b"\n"):
        with contextlib.suppress(ValueError, RecursionError):
            message = json.loads(line)
            if isinstance(message, dict) and "kind" in message:  # as the worker does
                story.hear(message)
    story.lost()
    story.over()
    outcomes = [test.outcome for test in story.told(0.0).tests]
    assert all(isinstance(outcome, Outcome) for outcome in outcomes)
    return Outcome.FAILED in outcomes


def relay(data: bytes, _folder: Path) -> bool:
    """What a run writes on its pipe without the key: none of it counts."""
    told = Relay(fresh()).take(data + b"\n")
    assert set(told) <= {b'{"kind": "tampered"}'}
    return bool(told)


def frames(data: bytes, _folder: Path) -> bool:
    """A stream of messages: the same ones however it is cut."""
    whole, cut = Frames().feed(data), Frames()
    assert [body for at in range(len(data)) for body in cut.feed(data[at : at + 1])] == whole
    return bool(whole)


_TEST = {"id": "t::a", "name": "a", "path": str(PROGRAM), "line": 1, "source": "assert f() == 2"}
_VALUE = {"text": "1", "type": "int", "literal": True}
TOLD = tuple(
    json.dumps(message)
    for message in (
        {"kind": "found", "tests": [_TEST]},
        {"kind": "collected", "lines": [1, 2]},
        {"kind": "start", "id": "t::a"},
        {"kind": "partial", "line": 2, "lines": [1, 2]},
        {
            "kind": "result",
            "id": "t::a",
            "outcome": "failed",
            "lines": [1, 2],
            "calls": [{"function": "f", "line": 2, "text": "f()", "literal": True, "returned": _VALUE}],
            "comparison": {"operator": "==", "expected": _VALUE, "actual": _VALUE, "actual_source": "f()"},
            "raised": {"type": "ValueError", "message": "no", "line": 2},
        },
        {"kind": "problem", "path": str(PROGRAM), "line": 3, "what": "it ended"},
        {"kind": "done"},
        {"kind": "ended", "status": 9, "restored": ["x.py"]},
    )
)

_KEPT: dict[str, Any] = {
    "turns": [],
    "question": None,
    "seen": {"text": "x", "state": "failing", "failing": [["a", "b"]]},
    "asked": ["q"],
    "answered": [],
    "topic": "t",
    "wrong": 0,
    "tries": 1,
    "closed": False,
    "level": 2,
}
_TRANSCRIPT = {
    "format": "gadfly-transcript/1",
    "id": "1",
    "tutor": "t",
    "problem": "p",
    "program": "x = 1\n",
    "turns": [{"role": "tutor", "text": "Why?", "level": 2, "points_at": {"line": 1, "end_line": 1}}],
}
_CLASSROOM = """\
language = "de"
[patterns]
disabled = ["mutable-default", "lone-name"]
[help]
[memory]
enabled = false
[models]
"""

# Each with something that it reads as it should be.
DECODERS: dict[str, tuple[Callable[[bytes, Path], bool], bytes]] = {
    "kept dialogues": (kept, json.dumps({"format": 1, "program": "x", "dialogue": _KEPT}).encode()),
    "classroom files": (classroom, _CLASSROOM.encode()),
    "transcripts": (transcripts, json.dumps(_TRANSCRIPT).encode()),
    "messages of a run": (probe, "\n".join(TOLD).encode()),
    "bytes of a run": (relay, b"0123456789abcdef" + TOLD[1].encode()),
    "frames": (frames, b"Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\nnull"),
}
