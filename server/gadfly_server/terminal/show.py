"""How a dialogue looks in a terminal: colours, the lines in question, the prompt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.syntax import Syntax
from rich.text import Text

from gadfly_server.tutor.question import Entry

if TYPE_CHECKING:
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.dialogue import Turn
    from gadfly_server.tutor.question import Place, Question

AROUND = 2  # lines shown before and after the place
MOST_LINES = 16
_SIGNS = {"right": ("✓", "green"), "wrong": ("≠", "yellow"), "unclear": ("·", "cyan")}


def marked_up(text: str) -> Text:
    """Text with what stands in backticks set off."""
    shown = Text()
    for index, piece in enumerate(re.split(r"`+", text)):
        shown.append(piece, style="bold cyan" if index % 2 else "")
    return shown


def turn(console: Console, said: Turn, program: str) -> None:
    """Show one thing that was said, with its place in the program if it has one."""
    if said.speaker == "student":
        console.print(Padding(Text(f"› {said.text}", style="bold"), (0, 0, 0, 2)))
        return
    if said.points_at:
        console.print(Padding(excerpt(program, said.points_at), (1, 0, 0, 2)))
    sign, style = _sign(said)
    line = Text.assemble((f"{sign} ", f"bold {style}"), marked_up(said.text))
    parts = [line, *(Text(f"   {letter}) {choice}") for letter, choice in zip("abcd", said.choices, strict=False))]
    console.print(Padding(Group(*parts), (1 if said.question and not said.marked else 0, 0, 0, 2)))


def excerpt(program: str, place: Place) -> Syntax:
    """The lines of a place and a few around it."""
    count = program.count("\n") + 1
    first, last = max(1, place.line - AROUND), min(count, place.end_line + AROUND)
    if last - first >= MOST_LINES:
        first, last = place.line, min(count, place.line + MOST_LINES - 1)
    lines = set(range(place.line, place.end_line + 1)) if place.end_line - place.line < MOST_LINES else {place.line}
    return Syntax(
        program,
        "python",
        theme="ansi_dark",
        line_numbers=True,
        line_range=(first, last),
        highlight_lines=lines if len(lines) < last - first + 1 else set(),
        background_color="default",
    )


def prompt(question: Question | None) -> str:
    """What stands before the student's words."""
    if question is None:
        return "  (save your program, or Ctrl-D to leave) › "
    kind = {Entry.NUMBER: "a number", Entry.LINE: "a line number", Entry.CHOICE: "your pick", Entry.VALUE: "a value"}
    return f"  ({kind.get(question.entry, 'your answer')}, or ? ) › "


def _sign(said: Turn) -> tuple[str, str]:
    if said.marked:
        return _SIGNS[said.marked]
    if said.kind == "passed":
        return "✓", "green"
    return ("?", "magenta") if said.question else ("●", "blue")


def opening(console: Console, session: Session) -> None:
    """Show level 0, and what to do where nothing could run."""
    console.print(Text.assemble("\n  ", ("Gadfly", "bold magenta"), "  ", marked_up(session.headline)))
    if session.template:
        console.print("  A first test could look like this:\n")
        console.print(
            Padding(Syntax(session.template, "python", theme="ansi_dark", background_color="default"), (0, 4))
        )
