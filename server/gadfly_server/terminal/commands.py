"""What a student can type besides an answer, and how the two are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.tutor import supposing
from gadfly_server.tutor.question import Entry
from gadfly_server.wording import later

if TYPE_CHECKING:
    from gadfly_server.tutor.question import Question

ANSWER = "answer"
HELP = (
    ("trace", later("the recorded run, step by step, up to the question; trace 20 begins at step 20")),
    ("suppose total on line 4 is 3", later("write a guess down; the recorded run checks it")),
    ("notebook", later("your guesses, and what the runs said; forget 2 strikes number 2 out")),
    ("where", later("the lines that the question is about")),
    ("why", later("why I ask this")),
    ("skip", later("leave this question")),
    ("more", later("the next step of help, where there is one")),
    ("run", later("run the tests now; they also run by themselves when you save")),
    ("quit", later("leave; Ctrl-D does the same")),
)
KEYS = later("Keys: F1 help, Ctrl-T trace, Ctrl-N notebook, Ctrl-R run, Tab completes, arrow up repeats.")
QUOTES = later("To answer with one of these words, put it in quotes, such as 'trace'.")
WORDS = ("trace", "suppose ", "notebook", "where", "why", "skip", "more", "run", "help", "quit", "forget ")
_SAME = {"h": "help", "exit": "quit", "bye": "quit", ":q": "quit"}
_FORMS = re.compile(
    r"(?P<bare>help|h|notebook|where|run|quit|exit|bye|:q)|(?P<trace>trace)(?:\s+(?P<step>\d{1,6}))?"
    r"|(?P<forget>forget)\s+(?P<number>\d{1,6})|(?P<suppose>suppose)\b[,:]?\s*(?P<idea>.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A command with what stands behind it, or an answer."""

    command: str
    text: str = ""


def typed(line: str, question: Question | None) -> Typed:
    """Tell a command from an answer: what is one of the choices is an answer, and so is anything longer."""
    plain = line.strip()
    found = _FORMS.fullmatch(plain)
    if found is None or _is_choice(plain, question):
        return Typed(ANSWER, line)
    if found["bare"]:
        word = found["bare"].lower()
        return Typed(_SAME.get(word, word))
    if found["suppose"]:
        own_words = question is not None and question.entry is Entry.TEXT and supposing.read(found["idea"]) is None
        return Typed(ANSWER, line) if own_words and found["idea"] else Typed("suppose", found["idea"])
    return Typed("forget", found["number"]) if found["forget"] else Typed("trace", found["step"] or "1")


def _is_choice(plain: str, question: Question | None) -> bool:
    choices = question.choices if question else ()
    return any(plain == choice or plain == choice.strip("'\"") for choice in choices)
