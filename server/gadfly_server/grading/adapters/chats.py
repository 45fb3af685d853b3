"""Chat logs in OpenAI's form, one JSON object with ``messages`` a line: the assistant is the tutor.

The program is the one named with --program, else the first block of Python in what the user wrote.  Later blocks that
define what the program defines are taken for changed versions of it.
"""

from __future__ import annotations

import ast
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
_BLOCK = re.compile(r"```(?:python|py)?[ \t]*\n(.*?)```", re.DOTALL)
_ROLES = ("user", "assistant")


class _Message(BaseModel):
    role: str
    content: str | list[Any] | None = None

    @property
    def text(self) -> str:
        """What it says, also in parts."""
        if isinstance(self.content, list):
            return "\n".join(str(part.get("text", "")) for part in self.content if isinstance(part, dict))
        return self.content or ""


class _Log(BaseModel):
    messages: list[_Message]
    id: str | int | None = None
    model: str | None = None


def read(path: Path, *, tutor: str | None = None, program: Path | None = None) -> Iterator[Transcript]:
    """Give a transcript for each log. Raises ``Unreadable``."""
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            log = _Log.model_validate_json(line)
        except ValidationError as error:
            raise Unreadable(f"{path}, line {number}: this is no chat log. {explained(error)}") from error
        messages = [(each.role, each.text) for each in log.messages]
        taught = tutor or log.model or TUTOR
        base = about(program, taught) if program else _of_blocks(path, number, messages, taught)
        yield base.model_copy(update={"id": str(log.id or f"chat {number}"), "turns": _turns(messages, base)})


def _of_blocks(path: Path, number: int, messages: Sequence[tuple[str, str]], tutor: str) -> Transcript:
    code = next((found[1] for role, text in messages if role == "user" and (found := _BLOCK.search(text))), None)
    if code is None:
        raise Unreadable(f"{path}, line {number}: no message of the user holds a program; name it with --program FILE.")
    return Transcript(id=f"chat {number}", tutor=tutor, problem=f"chat {number}", program=code, turns=())


def _turns(messages: Sequence[tuple[str, str]], base: Transcript) -> tuple[Turn, ...]:
    defined, program = _defined(base.program), base.program
    turns = []
    for role, text in messages:
        if role not in _ROLES or not text.strip():
            continue
        changed = None
        for block in _BLOCK.findall(text) if role == "user" else ():
            if block.strip() != program.strip() and defined and _defined(block) >= defined:
                changed = program = block
        turns.append(Turn(role="tutor" if role == "assistant" else "student", text=text, program=changed))
    return tuple(turns)


def _defined(text: str) -> frozenset[str]:
    tree = parsed(text)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(node.name for node in tree.body if isinstance(node, kinds)) if tree else frozenset()
