"""Read the texts: who reads them knows what each of them is, the guard does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLES, PROGRAMS = HERE.parents[1] / "examples", HERE / "programs"
LABELS = {"+": "good", "-": "false", "!": "leaking", "~": "unfit"}
SETS = (
    "tuned",
    "held_out",
    "varied",
    "locked",
    "voices",
    "voices_locked",
    "fresh",
    "fresh_locked",
    "others",
    "others_locked",
    "blind",
    "blind_locked",
    "later",
    "latest",
    "strangers",
    "strangers_b",
    "strangers_c",
)
UNSEEN: tuple[str, ...] = (
    "strangers",
    "strangers_b",
    "strangers_c",
)  # those that the guard was neither tuned with nor learned from


@dataclass(frozen=True)
class Wording:
    """A text for a question about one of our small programs; ``label`` is one of ``LABELS``.

    ``fault`` is what of a bad text is bad, so that the rest of it may be shown; empty if that is not marked.
    """

    program: str
    question: str
    label: str
    text: str
    fault: str = ""


def wordings(name: str) -> tuple[Wording, ...]:
    """All texts of a set."""
    return tuple(_read((HERE / f"{name}.txt").read_text("utf-8")))


def files_of(program: str) -> tuple[Path, ...]:
    """A program and its tests: a folder of examples/, or a file with its tests in it."""
    alone = PROGRAMS / f"{program}.py"
    return (alone,) if alone.exists() else tuple(sorted((EXAMPLES / program).glob("*.py")))


def plain(text: str) -> str:
    """A text as nothing but its words, in small letters."""
    return re.sub(r"\W+", " ", text).strip().lower()


def _read(text: str) -> Iterator[Wording]:
    program = question = ""
    for line in text.splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "=":
            program, _, question = rest.partition(": ")
        elif sign in LABELS:
            yield _marked(program, question, LABELS[sign], rest.replace("\\n", "\n"))
        elif line and sign != "#":
            raise ValueError(f"no sign before: {line}")


def _marked(program: str, question: str, label: str, text: str) -> Wording:
    """A text without the marks around what is bad of it."""
    fault = re.search("«(.*?)»", text)
    return Wording(program, question, label, re.sub("[«»]", "", text), fault[1] if fault else "")
