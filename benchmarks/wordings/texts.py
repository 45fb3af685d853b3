"""Read the texts: who reads them knows what each of them is, the guard does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LABELS = {"+": "good", "-": "false", "!": "leaking", "~": "unfit"}
SETS = ("tuned", "held_out")


@dataclass(frozen=True)
class Wording:
    """A text for a question about an example program; ``label`` is one of ``LABELS``."""

    program: str
    question: str
    label: str
    text: str


def wordings(name: str) -> tuple[Wording, ...]:
    """All texts of a set."""
    return tuple(_read((HERE / f"{name}.txt").read_text("utf-8")))


def _read(text: str) -> Iterator[Wording]:
    program = question = ""
    for line in text.splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "=":
            program, _, question = rest.partition(": ")
        elif sign in LABELS:
            yield Wording(program, question, LABELS[sign], rest)
        elif line and sign != "#":
            raise ValueError(f"no sign before: {line}")
