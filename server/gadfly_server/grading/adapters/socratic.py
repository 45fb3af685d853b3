"""The Socratic Debugging Benchmark (Al-Hossami and others, BEA 2023 and SIGCSE 2024).

It is read as its authors give it out, a folder of texts or one of these, and as JSON Lines with an object for each bug:
`buggy_code`, `tests`, `dialogues` with `turns` and `alternatives`.
The tutor of all dialogues is ``human``; the alternatives of a turn become its references, its `code` the program from
then on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from gadfly_server.grading.adapters.asserts import Statement, pytest_module
from gadfly_server.grading.adapters.dialogue_texts import item_of, texts_in
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Transcript, Turn

TUTOR = "human"
MOST_REPAIRS = 5


def read(
    path: Path,
    *,
    tutor: str | None = None,
    program: Path | None = None,  # noqa: ARG001 - as all formats
    tell: Tell = silent,  # noqa: ARG001 - as all formats
) -> Iterator[Transcript]:
    """Give a transcript for each dialogue; an item without one gives none. Raises ``Unreadable``."""
    for item in items(path):
        base = about(item, tutor or TUTOR)
        for number, dialogue in enumerate(item.get("dialogues") or (), 1):
            turns = tuple(_turns(dialogue["turns"], _head(item)))
            yield base.model_copy(update={"id": f"{item['id']}/{number}", "turns": turns})


def items(path: Path) -> Iterator[dict[str, Any]]:
    """Give what is known of each bug, or of each text. Raises ``Unreadable``."""
    if path.is_dir():
        yield from texts_in(path)
    elif path.suffix == ".txt":
        yield item_of(path)
    else:
        yield from objects(path)


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """Give the objects of a JSON Lines file that each hold a program. Raises ``Unreadable``."""
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except ValueError as error:
            raise Unreadable(f"{path}, line {number}: this is no JSON ({error}).") from error
        missing = [name for name in ("id", "buggy_code", "tests") if not isinstance(item, dict) or name not in item]
        if missing:
            raise Unreadable(f"{path}, line {number}: {missing[0]!r} is missing; is this another format?")
        yield item


def about(item: Mapping[str, Any], tutor: str = TUTOR) -> Transcript:
    """Give a transcript of no turns about the program of an item."""
    support, head = item.get("support_code") or "", _head(item)
    correct = [item.get("correct_code"), *(item.get("correct_code_alternatives") or ())]
    lines = item.get("bug_stmt_lines") or item.get("bug_lines") or ()
    kinds = [_statement(each) for each in item["tests"]]
    return Transcript(
        id=str(item["id"]),
        tutor=tutor,
        problem=str(item.get("problem_id") or item["id"]),
        program=head + item["buggy_code"],
        tests=pytest_module(kinds, ("program", "support") if support else ("program",)) if kinds else "",
        files={"support.py": support} if support else {},
        task=item.get("problem_statement") or item.get("description") or "",
        repairs=tuple(head + text for text in correct if text)[:MOST_REPAIRS],
        faulty=tuple(sorted({line + head.count("\n") for line in lines})),
        turns=(),
    )


def _statement(test: Mapping[str, Any]) -> Statement:
    return "setup" if test.get("kind") == "setup" else "test", test.get("src") or test.get("code") or ""


def _head(item: Mapping[str, Any]) -> str:
    """Give what stands before the program so that its tests run."""
    prelude = f"{item['tests_prelude']}\n" if item.get("tests_prelude") else ""
    return prelude + ("from support import *\n" if item.get("support_code") else "")


def _turns(turns: Iterable[Mapping[str, Any]], head: str) -> Iterator[Turn]:
    """Give the turns; what a student changed is the program from that turn on, also where it stands with a tutor's."""
    changed = None
    for turn in turns:
        role: Literal["student", "tutor"] = "student" if turn["role"] == "student" else "tutor"
        code = turn.get("code") or None
        if role == "tutor":
            program, changed = None, code or changed
        else:
            program, changed = code or changed, None
        other = tuple(text for text in turn.get("alternatives") or () if text.strip()) if role == "tutor" else ()
        if turn["text"].strip() or program:
            yield Turn(role=role, text=turn["text"], references=other, program=head + program if program else None)
