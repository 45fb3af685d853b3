"""An example of an idea that a model wrote: a run has shown what it prints, and that is what it is asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.questions.concept import said
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

TOPIC = "analogue"
MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class WrittenExample:
    """A program and what it printed when it was run; ``misconception`` is the idea that it is an example of."""

    misconception: str
    program: str
    prints: str


def text_of(example: WrittenExample) -> str:
    """How the example is shown."""
    return say("Here is another small program.\n{program}", program=code(example.program.strip()))


def question_of(example: WrittenExample) -> Question | None:
    """What it prints, with other outputs to choose from; ``None`` where there are none that one could think of."""
    right = said(example.prints)
    wrong = [each for each in dict.fromkeys(_others(example.prints)) if each and said(each) != right]
    if not wrong:
        return None
    identity = f"written:{crc32(example.program.encode()):08x}"
    choices = (right, *map(said, wrong[: MOST_CHOICES - 1]))
    return Question(
        id=identity,
        kind="self-explain",
        level=5,
        text=say("What does this program print, and why?"),
        entry=Entry.CHOICE,
        oracle=Oracle(right, "run", say("It prints {printed}.", printed=code(right))),
        points_at=None,
        choices=tuple(sorted(dict.fromkeys(choices), key=lambda each: crc32(f"{identity} {each}".encode()))),
        topic=TOPIC,
        insight=say("the small program"),
    )


def fits(example: WrittenExample, program: str) -> bool:
    """Whether a line of the example that tells something stands in another program, or a name of its own does."""
    lines = {line.strip() for line in program.splitlines() if len(line.strip()) > len("else:")}
    own = {line.strip() for line in example.program.splitlines()}
    assigned = set(re.findall(r"^\s*(?:def\s+|for\s+)?(\w+)\s*(?:=[^=]|\(|in\b)", example.program, re.MULTILINE))
    return bool(lines & own) or any(re.search(rf"\b{name}\s*=[^=]|\bdef {name}\b", program) for name in assigned)


def _others(prints: str) -> list[str]:
    """Outputs that somebody might expect instead: one line less at either end, one more, another order."""
    lines = prints.strip("\n").split("\n")
    if len(lines) > 1:
        return ["\n".join(some) for some in (lines[:-1], lines[1:], lines[::-1], [*lines, lines[-1]])]
    numbers = re.findall(r"-?\d+", prints)
    return (
        [re.sub(r"-?\d+", str(int(numbers[-1]) + step), prints.strip(), count=1) for step in (1, -1)] if numbers else []
    )
