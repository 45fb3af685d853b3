"""MULTI_DEBUG (TreeInstruct, Kargupta and others, EMNLP 2024).

It is read as its authors give it out, a folder of programs or one of these, each below a head with tags, and as JSON
Lines with an object for each program.
The data set has no dialogues: a program without a ``conversation`` gives a transcript without turns, which a tutor can
be asked about.  A conversation is a list of ``{"role": …, "content": …}`` with the roles of the paper's code,
``Instructor`` and ``Student``, or those of chat logs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gadfly_server.grading.adapters.socratic import about, objects
from gadfly_server.grading.adapters.tagged import part, places, plain, repaired
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Transcript, Turn

TUTOR = "TreeInstruct"
_STUDENT = ("student", "user")
_PROGRAM = re.compile(
    r".*</(?:problem|bug_desc|bug_fixes)>\s*(?:\"{3}|'{3})[^\S\n]*\n(.*)", re.DOTALL
)  # below the head


def read(
    path: Path,
    *,
    tutor: str | None = None,
    program: Path | None = None,  # noqa: ARG001 - as all formats
    tell: Tell = silent,  # noqa: ARG001 - as all formats
) -> Iterator[Transcript]:
    """Give a transcript for each program. Raises ``Unreadable``."""
    for item in _items(path):
        turns = tuple(
            Turn(role="student" if str(each["role"]).lower() in _STUDENT else "tutor", text=each["content"])
            for each in item.get("conversation") or ()
            if str(each["content"]).strip()
        )
        yield about(item, tutor or TUTOR).model_copy(update={"turns": turns})


def _items(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_dir():
        found = sorted(path.glob("*.py"))
        if not found:
            raise Unreadable(f"{path} holds no .py file: name the folder in which the programs of MULTI_DEBUG are.")
        yield from map(_item, found)
    elif path.suffix == ".py":
        yield _item(path)
    else:
        yield from objects(path)


def _item(path: Path) -> dict[str, Any]:
    """Give what a program and its head hold. All of the fixes together make it right."""
    text = plain(text_of(path))
    found = _PROGRAM.match(text)
    if not found:
        raise Unreadable(f"{path} is no program of MULTI_DEBUG: no head with <problem> and <bug_fixes> is above it.")
    program = found[1].rstrip() + "\n"
    fixes = [line for line in part(text, "bug_fixes").splitlines() if line.strip()]
    right: str | None = program
    for fix in fixes:
        right = repaired(right, fix) if right else None
    return {
        "id": path.stem,
        "problem_id": path.stem,
        "problem_statement": part(text, "problem"),
        "buggy_code": program,
        "correct_code": right if fixes else None,
        "bug_lines": sorted({line for fix in fixes for line in places(program, fix)}),
        "tests": [],
    }
