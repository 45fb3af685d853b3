"""How a dialogue looks in a terminal: colours, the lines in question, the prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.syntax import Syntax
from rich.text import Text

from gadfly_analyzers.lines import lines_in
from gadfly_server.terminal import commands, tables
from gadfly_server.terminal.letters import harmless
from gadfly_server.terminal.markup import marked_up
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.steps import steps
from gadfly_server.wording import later, say, say_count

if TYPE_CHECKING:
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.question import Place, Question
    from gadfly_server.tutor.steps import Shown
    from gadfly_server.tutor.turns import Turn

AROUND = 2  # lines shown before and after the place
MOST_LINES = 16
MOST_MARKED = 4
MOST_STEPS = 25  # of a run at once
_SIGNS = {"right": ("✓", "green"), "wrong": ("≠", "yellow"), "unclear": ("·", "cyan")}


class Screen:
    """Where a dialogue is shown; a place that is in sight is not shown again."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._in_sight: tuple[str, Place] | None = None

    def turn(self, said: Turn, program: str) -> None:
        """Show one thing that was said, with its place in the program if it has one."""
        if said.speaker == "student":
            self._print(Text(f"› {said.text}", style="bold"))
            self.credit(said)
            return
        if said.points_at and self._comes_into_sight(program, said.points_at):
            self._print(excerpt(program, said.points_at), above=1)
        sign, style = _sign(said)
        line = Text.assemble((f"{sign} ", f"bold {style}"), marked_up(said.shown))
        picks = (Text(f"   {letter}) {choice}") for letter, choice in zip("abcdefg", said.choices, strict=False))
        self._print(Group(line, *picks), above=1 if said.question and not said.marked else 0)
        self.credit(said)

    def credit(self, said: Turn) -> None:
        """Show what a model has to do with a turn, if anything."""
        if said.credit:
            self._print(Text(f"  ✨ {said.credit}", style="dim"))

    def opening(self, session: Session) -> None:
        """Show level 0, the test in focus, and what to do where nothing could run."""
        self.console.print(Text.assemble("\n  ", ("Gadfly", "bold magenta"), "  ", marked_up(session.headline)))
        if session.unseen_problem:
            self.note(session.unseen_problem)
        focus = session.facts.focus if session.facts else None
        if focus and 0 < focus.source.count("\n") + 1 <= MOST_LINES:
            self._print(Text(say("{file}, line {line}:", file=focus.path.name, line=focus.line), style="dim"), above=1)
            self._print(_code(focus.source.strip("\n")), above=0)
        if session.template:
            self._print(Text(say("A first test could look like this:")), above=1)
            self._print(_code(session.template), above=1)

    def trace(self, session: Session, first: int) -> None:
        """Show steps of the recorded run, from one of them on."""
        shown = steps(session.facts, session.dialogue.question, first - 1, MOST_STEPS)
        if shown.steps:
            self._print(tables.run(shown))
        self.note(rest(shown))

    def notebook(self, session: Session) -> None:
        """Show the hypotheses, and what the runs said of them."""
        if session.dialogue.hypotheses:
            self._print(tables.notebook(session))
        else:
            self.note(say("Your notebook is empty. Write a guess down like this: suppose total on line 4 is 3"))

    def where(self, session: Session) -> None:
        """Show the place of the open question again."""
        question = session.dialogue.question
        if question is None or question.points_at is None:
            self.note(say("The question is about no line of its own."))
        else:
            self._print(excerpt(session.source.text if session.source else "", question.points_at), above=1)

    def help(self) -> None:
        """Show what can be typed besides an answer."""
        self._print(tables.help_())
        for text in (commands.QUOTES, commands.KEYS):
            self.note(say(text))

    def note(self, text: str) -> None:
        """Say something that is no part of the dialogue."""
        self._print(marked_up(text))

    def _comes_into_sight(self, program: str, place: Place) -> bool:
        """Whether a place has to be shown, since it is not what was shown last."""
        before, self._in_sight = self._in_sight, (program, place)
        return before != self._in_sight

    def _print(self, shown: RenderableType, *, above: int = 0) -> None:
        self.console.print(Padding(shown, (above, 0, 0, 2), expand=False))


def rest(shown: Shown) -> str:
    """How to see more steps, or why there are no more."""
    last = shown.offset + len(shown.steps)
    left = shown.total - last
    if left <= 0:
        return shown.message
    return say_count("One more step: type trace {next}", "{number} more steps: type trace {next}", left, next=last + 1)


def excerpt(program: str, place: Place) -> Syntax:
    """The lines of a place and a few around it; a place of few lines is marked."""
    count = len(lines_in(program))
    first, last = max(1, place.line - AROUND), min(count, place.end_line + AROUND)
    if last - first >= MOST_LINES:
        first, last = place.line, min(count, place.line + MOST_LINES - 1)
    few = place.end_line - place.line < MOST_MARKED
    lines = set(range(place.line, place.end_line + 1)) if few else set()
    return _code(program, (first, last), lines)


def _code(text: str, lines: tuple[int, int] | None = None, marked: set[int] | None = None) -> Syntax:
    return Syntax(
        harmless("\n".join(lines_in(text))),  # before it is cut into lines, which ends them at other signs, too
        "python",
        theme="ansi_dark",
        line_numbers=lines is not None,
        line_range=lines,
        highlight_lines=marked,
        background_color="default",
    )


_SAVE = later("(save your program, or Ctrl-D to leave)")
_PROMPT = later("(your answer, or ? )")
_PROMPTS = {
    Entry.NUMBER: later("(a number, or ? )"),
    Entry.LINE: later("(a line number, or ? )"),
    Entry.CHOICE: later("(your pick, or ? )"),
    Entry.VALUE: later("(a value, or ? )"),
}


def prompt(question: Question | None) -> str:
    """What stands before the student's words."""
    words = _SAVE if question is None else _PROMPTS.get(question.entry, _PROMPT)
    return f"  {say(words)} › "


def _sign(said: Turn) -> tuple[str, str]:
    if said.marked:
        return _SIGNS[said.marked]
    if said.kind == "passed":
        return "✓", "green"
    return ("?", "magenta") if said.question else ("●", "blue")
