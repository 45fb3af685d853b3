"""The texts whose verdict is known: what people and fixes say of the programs of the data sets."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

PROBES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = json.loads(
    (Path(__file__).parent / "probes.json").read_text("utf-8")
)
SMALL: Sequence[Mapping[str, Any]] = json.loads((Path(__file__).parent / "small.json").read_text("utf-8"))
FLUENT: Mapping[str, Mapping[str, Sequence[str]]] = json.loads(
    (Path(__file__).parent / "fluent.json").read_text("utf-8")
)
PLAIN: Mapping[str, Mapping[str, Sequence[str]]] = json.loads((Path(__file__).parent / "plain.json").read_text("utf-8"))
COLD: Mapping[str, Mapping[str, Sequence[str]]] = json.loads((Path(__file__).parent / "cold.json").read_text("utf-8"))
EARLY = 0.6  # of a dialogue's turns
TALKS = 2  # moments of human dialogues at which a question is put
IN_TALK = ", in talk"
_NUMBERED = re.compile(r"(?<=/wrong_\d)_\d+$")
FEW = 3  # lines that a fix changes


@dataclass(frozen=True)
class Said:
    """A text of a sort, what the student had said before it, and whether it leaks."""

    sort: str
    text: str
    leaks: bool
    heard: tuple[str, ...] = ()

    @property
    def cold(self) -> bool:
        """Whether another hand wrote it than that which wrote the check."""
        return "cold questions" in self.sort

    @property
    def teaches(self) -> bool:
        """Whether weights are learned from texts of its sort."""
        return not self.cold and not self.sort.startswith(("a ", "fixes"))


def texts_of(item: Mapping[str, Any]) -> Iterator[Said]:
    """Give all texts about one program."""
    yield from _dialogues(item)
    questions = tuple(_questions(item))
    yield from questions
    yield from _in_talk(questions, item)
    yield from (Said("fixes as documented", text, True) for text in item.get("bug_fixes") or ())
    described = item.get("bug_description") or ()
    yield from (
        Said("bugs as described", text, True) for text in ([described] if isinstance(described, str) else described)
    )
    old, new = item["buggy_code"].splitlines(), (item.get("correct_code") or item["buggy_code"]).splitlines()
    repaired = list(_put_in(old, new))
    if len(repaired) <= FEW:  # of another program altogether, a single line repairs nothing
        yield from (Said("a repaired line, quoted", f"What would `{line}` do?", True) for line in repaired)
    yield from (
        Said("a line of the program, quoted", f"What does `{line.strip()}` do?", False) for line in old if _tells(line)
    )


def _questions(item: Mapping[str, Any]) -> Iterator[Said]:
    """Give the questions and requests that were written about a program."""
    direct, premature = PROBES.get(item["id"], ((), ()))
    yield from (Said("direct: our own questions", text, True) for text in direct)
    yield from (Said("premature: our own requests", text, True) for text in premature)
    yield from (Said("direct: fresh questions", text, True) for text in item.get("direct") or ())
    yield from (Said("premature: fresh requests", text, True) for text in item.get("premature") or ())
    yield from (Said("good: fresh questions", text, False) for text in item.get("good") or ())
    for hand, hands in (("fluent", FLUENT), ("plain", PLAIN), ("cold", COLD)):
        asked = hands.get(item["id"], {})
        for name, leaks in (("direct", True), ("premature", True), ("good", False)):
            yield from (Said(f"{name}: {hand} questions", text, leaks) for text in asked.get(name, ()))


def _in_talk(questions: Sequence[Said], item: Mapping[str, Any]) -> Iterator[Said]:
    """Put questions in the place of human tutors' turns, before students have found much out."""
    heard = sorted({turn.heard for turn in _dialogues(item) if turn.heard}, key=lambda each: (len(each), each))
    early = [each for each in heard if len(each) <= EARLY * len(heard[-1])]
    for said in questions:
        places = random.Random(f"{item['id']} {said.text}").sample(early, min(TALKS, len(early)))
        yield from (replace(said, sort=said.sort + IN_TALK, heard=each) for each in places)


def half(item: Mapping[str, Any]) -> str:
    """Tell on which side of the split by problem an item is: the check was tuned on the first."""
    if "half" in item:
        return str(item["half"])
    digest = hashlib.sha256(f"half{problem_of(item)}".encode()).hexdigest()
    return "held out" if int(digest, 16) % 2 else "tuned"


def problem_of(item: Mapping[str, Any]) -> str:
    """Name the task that a program was written for; many students' programs for one are numbered at the end."""
    return str(item.get("problem_id") or _NUMBERED.sub("", item["id"]))


def _put_in(old: list[str], new: list[str]) -> Iterator[str]:
    """Give the lines that a correct program has otherwise."""
    for kind, _, _, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            yield from (line.strip() for line in new[first:last] if _tells(line))


def _dialogues(item: Mapping[str, Any]) -> Iterator[Said]:
    for dialogue in item.get("dialogues") or ():
        heard: list[str] = []
        turns = dialogue["turns"]
        tutored = [number for number, turn in enumerate(turns) if turn["role"] == "tutor"]
        for number, turn in enumerate(turns):
            if turn["role"] == "student":
                heard += [turn["text"], *([f"```\n{turn['code']}\n```"] if turn.get("code") else [])]
                continue
            early = tutored.index(number) < EARLY * len(tutored)
            yield Said(f"human tutors, {'early' if early else 'late'}", turn["text"], False, tuple(heard))
            yield from (Said("human tutors, alternatives", text, False, tuple(heard)) for text in turn["alternatives"])


def _tells(line: str) -> bool:
    return bool(line.strip()) and "`" not in line and not line.lstrip().startswith(("#", '"', "'"))
