"""The Socratic Debugging Benchmark as its authors give it out: a text for each dialogue, with tags.

A dialogue is read as their own reader does: an indented ``<alt>`` is what the one who spoke last might have said
instead, and code that stands behind one belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gadfly_server.grading.adapters.asserts import Statement, statements_of
from gadfly_server.grading.adapters.tagged import listing, part, places, plain, repaired
from gadfly_server.grading.files import Unreadable, text_of

_SAID = re.compile(r"\s*(User|Assistant):\s?(.*)")
_OTHER = re.compile(r"\s*<alt>\s?(.*)")
_ROLES = {"User": "student", "Assistant": "tutor"}


def texts_in(folder: Path) -> Iterator[dict[str, Any]]:
    """Give an item for each text of a folder, in the order of their names. Raises ``Unreadable``."""
    found = sorted(folder.glob("*.txt"))
    if not found:
        raise Unreadable(
            f"{folder} holds no .txt file: name the folder in which the dialogues are, such as v2_sigcse/final_dataset."
        )
    for path in found:
        yield item_of(path)


def item_of(path: Path) -> dict[str, Any]:
    """Give what a text holds, by the names of the data set as JSON Lines. Raises ``Unreadable``."""
    text = plain(text_of(path))
    if "<dialogue>" not in text:
        raise Unreadable(f"{path} is no text of the benchmark: there is no <dialogue> in it.")
    program = listing(part(text, "bug_code"))
    fixes = [line for line in part(text, "bug_fixes").splitlines() if line.strip()]
    right = [made for fix in fixes if (made := repaired(program, fix))]
    return {
        "id": path.stem,
        "problem_id": path.stem.partition("_")[0],
        "problem_statement": part(text, "problem"),
        "buggy_code": program,
        "correct_code_alternatives": right,
        "bug_lines": sorted({line for fix in fixes for line in places(program, fix)} if right else ()),
        "tests": [{"kind": kind, "src": one} for kind, one in _tests(path, part(text, "unit_tests"))],
        "dialogues": [{"turns": list(_turns(part(text, "dialogue").splitlines()))}],
    }


def _tests(path: Path, text: str) -> Sequence[Statement]:
    try:
        return statements_of(text)
    except SyntaxError as error:
        raise Unreadable(f"{path}: what is in <unit_tests> is no Python ({error.msg}).") from error


def _turns(lines: Sequence[str]) -> Iterator[dict[str, Any]]:
    turn: dict[str, Any] = {}
    aside = False  # whether an alternative was what came last
    for kind, text in _parts(lines):
        if kind in _ROLES:
            if turn:
                yield turn
            turn, aside = {"role": _ROLES[kind], "text": text, "alternatives": []}, False
        elif turn and kind == "alt":
            turn["alternatives"].append(text)
            aside = True
        elif turn and not aside:
            turn |= {"code": listing(text)} if kind == "code" else {"text": f"{turn['text']}\n{text}".strip()}
    if turn:
        yield turn


def _parts(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give what follows each other in a dialogue: a line and of what kind it is, or the lines of a block of code."""
    left = list(reversed(lines))
    while left:
        line = left.pop()
        if found := _SAID.match(line):
            yield found[1], found[2].strip()
        elif found := _OTHER.match(line):
            yield "alt", found[1].strip()
        elif line.strip() == "<code>":
            code = []
            while left and left[-1].strip() != "</code>" and not _SAID.match(left[-1]):  # a speaker ends it, too
                code.append(left.pop())
            yield "code", "\n".join(code)
        elif line.strip() not in ("", "</code>"):
            yield "more", line
