"""Chat logs in OpenAI's form, JSON objects with ``messages``, one a line or in a list: the assistant is the tutor.

The program is the one named with --program, else the first block of Python in what the user wrote, else in what the
assistant was told (``system``, ``developer``).  Later blocks of the user's that define what the program defines are
taken for changed versions of it.  What came back (``choices``), if it is kept beside what was asked, ends the dialogue.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from gadfly_server.grading.adapters.program import about
from gadfly_server.grading.files import Unreadable, explained, text_of
from gadfly_server.grading.transcript import Transcript, Turn
from gadfly_server.grading.workplace import parsed

TUTOR = "assistant"
_BLOCK = re.compile(r"```(?P<tag>py(?:thon)?3?)?[ \t]*\n(?P<code>.*?)```", re.DOTALL | re.IGNORECASE)
_ROLES = ("user", "assistant")
_INSTRUCTIONS = ("system", "developer")
Said = tuple[str, str]  # by whom, and what


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


def read(path: Path, *, tutor: str | None = None, program: Path | None = None) -> Iterator[Transcript]:
    """Give a transcript for each log. Raises ``Unreadable``."""
    for number, place, told in _objects(path):
        try:
            log = _Log.model_validate(told)
        except ValidationError as error:
            raise Unreadable(f"{path}, {place}: this is no chat log. {explained(error)}") from error
        taught = tutor or log.model or TUTOR
        base = about(program, taught) if program else _of_blocks(f"{path}, {place}", number, log.said, taught)
        yield base.model_copy(update={"id": str(log.id or f"chat {number}"), "turns": _turns(log.said, base)})


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


def _of_blocks(place: str, number: int, said: Sequence[Said], tutor: str) -> Transcript:
    by_whom = [text for roles in (("user",), _INSTRUCTIONS) for role, text in said if role in roles]
    code = next((found for text in by_whom if (found := _program_in(text))), None)
    if code is None:
        raise Unreadable(f"{place}: no message of the user holds a program; name it with --program FILE.")
    return Transcript(id=f"chat {number}", tutor=tutor, problem=f"chat {number}", program=code, turns=())


def _program_in(text: str) -> str | None:
    """Give the block that is said to be Python, else one that is: what a run printed often stands in a block, too."""
    blocks = list(_BLOCK.finditer(text))
    tagged = [each["code"] for each in blocks if each["tag"]]
    python = [each["code"] for each in blocks if _defined(each["code"])]
    return next(iter([*tagged, *python, *(each["code"] for each in blocks)]), None)


def _turns(said: Sequence[Said], base: Transcript) -> tuple[Turn, ...]:
    defined, program = _defined(base.program), base.program
    turns = []
    for role, text in said:
        if role not in _ROLES or not text.strip():
            continue
        changed = None
        for block in (each["code"] for each in _BLOCK.finditer(text)) if role == "user" else ():
            if block.strip() != program.strip() and defined and _defined(block) >= defined:
                changed = program = block
        turns.append(Turn(role="tutor" if role == "assistant" else "student", text=text, program=changed))
    return tuple(turns)


def _defined(text: str) -> frozenset[str]:
    tree = parsed(text)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(node.name for node in tree.body if isinstance(node, kinds)) if tree else frozenset()
