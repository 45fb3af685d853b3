"""How a dialogue looks in a terminal: colours, the lines in question, the prompt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.syntax import Syntax
from rich.text import Text

from gadfly_server.tutor.question import Entry

if TYPE_CHECKING:
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.question import Place, Question
    from gadfly_server.tutor.turns import Turn

AROUND = 2  # lines shown before and after the place
MOST_LINES = 16
MOST_MARKED = 4
_SIGNS = {"right": ("✓", "green"), "wrong": ("≠", "yellow"), "unclear": ("·", "cyan")}


def marked_up(text: str) -> Text:
    """Text with what stands in backticks set off."""
    shown = Text()
    for index, piece in enumerate(re.split(r"`+", text)):
        shown.append(piece, style="bold cyan" if index % 2 else "")
    return shown


class Screen:
    """Where a dialogue is shown; a place that is in sight is not shown again."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._in_sight: tuple[str, Place] | None = None

    def turn(self, said: Turn, program: str) -> None:
        """Show one thing that was said, with its place in the program if it has one."""
        if said.speaker == "student":
            self._print(Text(f"› {said.text}", style="bold"))
            return
        if said.points_at and self._in_sight != (program, said.points_at):
            self._in_sight = program, said.points_at
            self._print(excerpt(program, said.points_at), above=1)
        sign, style = _sign(said)
        line = Text.assemble((f"{sign} ", f"bold {style}"), marked_up(said.text))
        picks = (Text(f"   {letter}) {choice}") for letter, choice in zip("abcdefg", said.choices, strict=False))
        self._print(Group(line, *picks), above=1 if said.question and not said.marked else 0)

    def opening(self, session: Session) -> None:
        """Show level 0, the test in focus, and what to do where nothing could run."""
        self.console.print(Text.assemble("\n  ", ("Gadfly", "bold magenta"), "  ", marked_up(session.headline)))
        focus = session.facts.focus if session.facts else None
        if focus and 0 < focus.source.count("\n") + 1 <= MOST_LINES:
            self._print(Text(f"{focus.path.name}, line {focus.line}:", style="dim"), above=1)
            self._print(_code(focus.source.strip("\n")), above=0)
        if session.template:
            self._print(Text("A first test could look like this:"), above=1)
            self._print(_code(session.template), above=1)

    def _print(self, shown: RenderableType, *, above: int = 0) -> None:
        self.console.print(Padding(shown, (above, 0, 0, 2), expand=False))


def excerpt(program: str, place: Place) -> Syntax:
    """The lines of a place and a few around it; a place of few lines is marked."""
    count = program.count("\n") + (not program.endswith("\n"))
    first, last = max(1, place.line - AROUND), min(count, place.end_line + AROUND)
    if last - first >= MOST_LINES:
        first, last = place.line, min(count, place.line + MOST_LINES - 1)
    few = place.end_line - place.line < MOST_MARKED
    lines = set(range(place.line, place.end_line + 1)) if few else set()
    return _code(program, (first, last), lines)


def _code(text: str, lines: tuple[int, int] | None = None, marked: set[int] | None = None) -> Syntax:
    return Syntax(
        text,
        "python",
        theme="ansi_dark",
        line_numbers=lines is not None,
        line_range=lines,
        highlight_lines=marked,
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
