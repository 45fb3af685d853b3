"""Tutors whose quality is known, as transcripts.

Human ones, a verbatim fix, an exact pointer, random and constant questions, turns about other programs, Gadfly.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.grading.adapters import socratic
from gadfly_server.grading.transcript import Place, Transcript, Turn
from gadfly_server.grading.workplace import workplace
from gadfly_server.sessions import Session

RANDOM = (
    "What does line {line} do?",
    "What is `{name}` right after line {line} has run?",
    "Why did you write `{name}` on line {line}?",
    "Can you explain the role of `{name}`?",
)
CONSTANT = ("What do you think is going wrong here?", "Can you walk me through your code?", "What did you expect?")


def fixes(items: Sequence[Mapping[str, Any]]) -> Iterator[Transcript]:
    """Say each documented fix as it stands."""
    for item in items:
        said = [text for text in item.get("bug_fixes") or () if text.strip()]
        if said and item.get("dialogues"):
            turns = tuple(Turn(role="tutor", text=text) for text in said[:1])
            yield socratic.about(item, "verbatim fix").model_copy(update={"id": f"{item['id']}/fix", "turns": turns})


def pointers(items: Sequence[Mapping[str, Any]]) -> Iterator[Transcript]:
    """Ask what happens on a line that is to be repaired, and say nothing else: more than that no pointing can do."""
    for item in items:
        base = socratic.about(item, "exact pointer")
        if base.faulty and item.get("dialogues"):
            turn = Turn(role="tutor", text=f"What happens on line {base.faulty[0]}?")
            yield base.model_copy(update={"id": f"{item['id']}/pointer", "turns": (turn,)})


def instead(human: Transcript, tutor: str) -> Transcript:
    """Put random or constant questions in the place of what a human tutor says after a student's turn."""
    turns = []
    for number, turn in enumerate(human.turns):
        if turn.role == "student":
            turns.append(turn)
        elif number and human.turns[number - 1].role == "student":
            drawn = hashlib.sha256(f"{human.id} {number} {tutor}".encode()).digest()
            text = _random(human.program, drawn) if tutor == "random question" else CONSTANT[drawn[0] % len(CONSTANT)]
            turns.append(Turn(role="tutor", text=text, references=(turn.text, *turn.references)))
    return human.model_copy(update={"tutor": tutor, "turns": tuple(turns)})


def elsewhere(human: Sequence[Transcript]) -> Iterator[Transcript]:
    """Say in each dialogue what a human tutor said in one about another problem."""
    for each in human:
        others = [other for other in human if other.problem != each.problem]
        if others:
            drawn = hashlib.sha256(each.id.encode()).digest()
            said = others[int.from_bytes(drawn[:4]) % len(others)].turns
            turns = tuple(Turn(role=turn.role, text=turn.text) for turn in said)
            yield each.model_copy(update={"tutor": "about another program", "turns": turns})


def _random(program: str, drawn: bytes) -> str:
    lines = [number for number, line in enumerate(program.splitlines(), 1) if line.strip()]
    names = sorted(set(re.findall(r"[A-Za-z_]\w*", program)))
    return RANDOM[drawn[0] % len(RANDOM)].format(
        line=lines[drawn[1] % len(lines)], name=names[int.from_bytes(drawn[2:4]) % len(names)]
    )


async def ladder(items: Sequence[Mapping[str, Any]], runner: Runner) -> list[Transcript]:
    """Let Gadfly say its ladder for the first bug of each program."""
    found = []
    for item in items:
        base = socratic.about(item, "Gadfly")
        with workplace(base, base.program) as assignment:
            session = Session(Path(assignment.program), runner)
            await session.refresh(Source.parse(base.program))
            hints = await session.hints()
            session.close()
        turns = tuple(
            Turn(
                role="tutor",
                text=hint.text,
                level=hint.level,
                points_at=Place(line=hint.points_at.line, end_line=hint.points_at.end_line) if hint.points_at else None,
                choices=tuple(hint.choices),
            )
            for hint in hints
        )
        found.append(base.model_copy(update={"id": f"{item['id']}/gadfly", "turns": turns}))
    return found
