"""What is a command in the terminal, and what is an answer."""

from __future__ import annotations

import pytest

from gadfly_server.terminal.commands import ANSWER, Typed, typed
from gadfly_server.tutor.question import Entry, Oracle, Question


def question(entry: Entry, *choices: str) -> Question:
    return Question("q", "value-at", 2, "?", entry, Oracle(choices[0] if choices else "", "trace", ""), None, choices)


VALUE = question(Entry.VALUE, "'run'", "'walk'")
TEXT = question(Entry.TEXT)


@pytest.mark.parametrize(
    ("line", "open_", "meant"),
    [
        ("trace", None, Typed("trace", "1")),
        ("trace 20", TEXT, Typed("trace", "20")),
        ("Trace", TEXT, Typed("trace", "1")),
        ("trace the loop", TEXT, Typed(ANSWER, "trace the loop")),
        ("h", TEXT, Typed("help")),
        ("help me", TEXT, Typed(ANSWER, "help me")),
        ("where", TEXT, Typed("where")),
        ("where is it", TEXT, Typed(ANSWER, "where is it")),
        ("run", TEXT, Typed("run")),
        ("run", VALUE, Typed(ANSWER, "run")),  # it is one of the choices
        ("'run'", VALUE, Typed(ANSWER, "'run'")),
        ("'trace'", VALUE, Typed(ANSWER, "'trace'")),
        ("walk", VALUE, Typed(ANSWER, "walk")),
        ("notebook", VALUE, Typed("notebook")),
        ("forget 2", TEXT, Typed("forget", "2")),
        ("forget it", TEXT, Typed(ANSWER, "forget it")),
        ("suppose total on line 4 is 3", TEXT, Typed("suppose", "total on line 4 is 3")),
        ("suppose n is 3, then it stops", TEXT, Typed(ANSWER, "suppose n is 3, then it stops")),
        ("suppose n is 3", VALUE, Typed("suppose", "n is 3")),
        ("suppose", TEXT, Typed("suppose", "")),
        ("exit", None, Typed("quit")),
        ("why", TEXT, Typed(ANSWER, "why")),  # the tutor replies to these
        ("more", None, Typed(ANSWER, "more")),
        ("total on line 4 is 3", TEXT, Typed(ANSWER, "total on line 4 is 3")),
        ("", TEXT, Typed(ANSWER, "")),
    ],
)
def test_a_line_is_a_command_or_an_answer(line: str, open_: Question | None, meant: Typed) -> None:
    assert typed(line, open_) == meant
