"""Chat logs in OpenAI's form, JSON objects with ``messages``, one a line or in a list: the assistant is the tutor.

The program is the one named with --program, else the first block of Python in what the user wrote, else in what the
assistant was told (``system``, ``developer``); a message that is nothing but Python is a block, too.  Logs without any
are left out, which is told.  Later blocks of the user's that define what the program defines are taken for changed
versions of it; of those that define other things it is told that they are not.  What came back (``choices``), if it is
kept beside what was asked, ends the dialogue.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from gadfly_server.grading.adapters.program import Problems, about
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.files import Unreadable, explained, text_of
from gadfly_server.grading.transcript import Transcript, Turn
from gadfly_server.grading.workplace import parsed

TUTOR = "assistant"
_BLOCK = re.compile(  # up to its end, or that of the message
    r"(?<![^\s:])(?P<fence>`{3,}|~{3,})[ \t{.]*(?P<tag>\w*)[^`\n]*\n(?P<code>.*?)(?:(?P=fence)|\Z)", re.DOTALL
)
_PYTHON = re.compile(r"py(?:thon)?\d*", re.IGNORECASE)
_ROLES = ("user", "assistant")
_INSTRUCTIONS = ("system", "developer")
MOST_NAMED = 5  # lines that are told
Said = tuple[str, str]  # by whom, and what


class _Block(NamedTuple):
    """A piece of code in a message; ``is_python`` if that is said of it."""

    code: str
    is_python: bool


class _Message(BaseModel):
    role: str
    content: str | list[Any] | None = None

    @property
    def text(self) -> str:
        """What it says, also in parts."""
        if isinstance(self.content, list):
            parts = (part.get("text") for part in self.content if isinstance(part, dict))
            return "\n".join(part for part in parts if isinstance(part, str)).replace("\r\n", "\n")
        return (self.content or "").replace("\r\n", "\n")


class _Choice(BaseModel):
    message: _Message


class _Response(BaseModel):
    choices: list[_Choice] = []


class _Log(_Response):
    messages: list[_Message]
    response: _Response | None = None
    id: str | int | None = None
    model: str | None = None

    @property
    def said(self) -> list[Said]:
        """All that was said; of several answers that came back the first."""
        came = (*self.choices, *(self.response.choices if self.response else ()))[:1]
        return [(each.role, each.text) for each in (*self.messages, *(one.message for one in came))]


def read(
    path: Path, *, tutor: str | None = None, program: Path | None = None, tell: Tell = silent
) -> Iterator[Transcript]:
    """Give a transcript for each log that has a program. Raises ``Unreadable``, also if none has."""
    bare, others, count = list[str](), list[str](), 0
    problems = Problems()
    for number, place, told in _objects(path):
        try:
            log = _Log.model_validate(told)
        except ValidationError as error:
            raise Unreadable(f"{path}, {place}: this is no chat log. {explained(error)}") from error
        name, taught = str(log.id or f"chat {number}"), tutor or log.model or TUTOR
        base = about(program, taught) if program else _of_blocks(name, log.said, taught, problems)
        if base is None:
            bare.append(place)
            continue
        count += 1
        others += [place] if _has_others(log.said, base) else []
        yield base.model_copy(update={"id": name, "turns": _turns(log.said, base)})
    if bare and not count:
        raise Unreadable(f"{path}, {bare[0]}: no message of the user holds a program; name it with --program FILE.")
    if bare:
        tell(f"{path}: left out, for no message of the user holds a program: {_named(bare)}.")
    if others:
        tell(f"{path}: of two programs in a dialogue only the first is graded, and its versions: {_named(others)}.")


def _named(places: Sequence[str]) -> str:
    more = f" and {len(places) - MOST_NAMED} more" if len(places) > MOST_NAMED else ""
    return ", ".join(places[:MOST_NAMED]) + more


def _objects(path: Path) -> Iterator[tuple[int, str, Any]]:
    """Give what a file holds, with a number and where it stands: a list or an object, or an object a line."""
    text = text_of(path)
    try:
        whole = json.loads(text)
    except ValueError:
        yield from _lines(path, text)
        return
    is_one_line = "\n" not in text.strip()
    for number, each in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield number, "line 1" if is_one_line else f"dialogue {number}", each


def _lines(path: Path, text: str) -> Iterator[tuple[int, str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, f"line {number}", json.loads(line)
            except ValueError as error:
                raise Unreadable(f"{path}, line {number}: this is no JSON ({error}).") from error


def _of_blocks(name: str, said: Sequence[Said], tutor: str, problems: Problems) -> Transcript | None:
    by_whom = [text for roles in (("user",), _INSTRUCTIONS) for role, text in said if role in roles]
    code = next((found for text in by_whom if (found := _program_in(text))), None)
    if code is None:
        return None
    return Transcript(id=name, tutor=tutor, problem=problems.of(code, name), program=code, turns=())


def _program_in(text: str) -> str | None:
    """Give the block that is said to be Python, else one that is: what a run printed often stands in a block, too."""
    blocks = _blocks(text)
    tagged = [each.code for each in blocks if each.is_python]
    python = [each.code for each in blocks if _defined(each.code)]
    return next(iter([*tagged, *python, *(each.code for each in blocks)]), None)


def _blocks(text: str) -> list[_Block]:
    """Give the pieces of code in a message that are not said to be in another language."""
    found = list(_BLOCK.finditer(text))
    if not found and _defined(text):
        return [_Block(text, is_python=False)]
    fitting = (each for each in found if not each["tag"] or _PYTHON.fullmatch(each["tag"]))
    return [_Block(dedent(each["code"]).rstrip(" \t"), bool(each["tag"])) for each in fitting]


def _turns(said: Sequence[Said], base: Transcript) -> tuple[Turn, ...]:
    defined, program = _defined(base.program), base.program
    turns = []
    for role, text in said:
        if role not in _ROLES or not text.strip():
            continue
        changed = None
        for block in _blocks(text) if role == "user" else ():
            if block.code.strip() != program.strip() and defined and _defined(block.code) >= defined:
                changed = program = block.code
        turns.append(Turn(role="tutor" if role == "assistant" else "student", text=text, program=changed))
    return tuple(turns)


def _has_others(said: Sequence[Said], base: Transcript) -> bool:
    """Tell whether the user shows a program that has nothing of the one that is graded, and is no test of it."""
    first = _defined(base.program)
    blocks = (_defined(block.code) for role, text in said if role == "user" for block in _blocks(text))
    return any(
        defined and not defined & first and not all(name.lower().startswith("test") for name in defined)
        for defined in blocks
    )


def _defined(text: str) -> frozenset[str]:
    tree = parsed(text)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(node.name for node in tree.body if isinstance(node, kinds)) if tree else frozenset()
