"""The dialogue without tables, boxes and signs: one line for each thing, as a screen reader likes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.lines import lines_in
from gadfly_server.terminal import commands, tables
from gadfly_server.terminal.markup import unmarked
from gadfly_server.terminal.show import MOST_LINES, MOST_STEPS, Screen, rest
from gadfly_server.tutor import notes, stepwise
from gadfly_server.tutor.steps import steps
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.question import Place
    from gadfly_server.tutor.turns import Turn


class PlainScreen(Screen):
    """Says the same as other screens, in lines."""

    def turn(self, said: Turn, program: str) -> None:
        """Say one thing, after the lines that it is about."""
        if said.points_at and self._comes_into_sight(program, said.points_at):
            self._lines(program, said.points_at)
        who = say("Gadfly") if said.speaker == "tutor" else say("You")
        self.note(f"{who}: {said.shown}")
        for letter, choice in zip("abcdef", said.choices, strict=False):
            self.note(f"{letter}) {choice}")
        self.credit(said)

    def credit(self, said: Turn) -> None:
        """Say what a model has to do with a turn, if anything."""
        if said.credit:
            self.note(f"({said.credit})")

    def opening(self, session: Session) -> None:
        """Say level 0, the test in focus, and what to do where nothing could run."""
        self.note(f"{say('Gadfly')}: {session.headline}")
        if session.unseen_problem:
            self.note(session.unseen_problem)
        focus = session.facts.focus if session.facts else None
        if focus and 0 < focus.source.count("\n") + 1 <= MOST_LINES:
            self.note(say("The test is in {file}, line {line}:", file=focus.path.name, line=focus.line))
            self._say(focus.source.strip("\n"))
        if session.template:
            self.note(say("A first test could look like this:"))
            self._say(session.template)

    def trace(self, session: Session, first: int) -> None:
        """Say steps of the recorded run, one line each."""
        shown = steps(session.facts, session.dialogue.question, first - 1, MOST_STEPS)
        for step in shown.steps:
            self.note(stepwise.sentence(step))
        self.note(rest(shown))

    def notebook(self, session: Session) -> None:
        """Say the hypotheses, one line each, and one for what each earlier run said."""
        for hypothesis in session.dialogue.hypotheses:
            _, outcome = notes.told(hypothesis, session.dialogue.question, session.facts)
            self.note(f"{hypothesis.number}. {notes.described(hypothesis)} {outcome}")
            for line in tables.earlier(hypothesis):
                self.note(line)
        if not session.dialogue.hypotheses:
            super().notebook(session)

    def where(self, session: Session) -> None:
        """Say the lines of the open question again."""
        question = session.dialogue.question
        if question is None or question.points_at is None:
            super().where(session)
        else:
            self._lines(session.source.text if session.source else "", question.points_at)

    def help(self) -> None:
        """Say what can be typed besides an answer."""
        for word, what in commands.HELP:
            self.note(f"{word}: {say(what)}")
        self.note(say(commands.QUOTES))

    def note(self, text: str) -> None:
        """Say one line."""
        self._say(unmarked(text))

    def _lines(self, program: str, place: Place) -> None:
        lines = lines_in(program)
        for number in range(place.line, min(place.end_line, place.line + MOST_LINES - 1, len(lines)) + 1):
            self._say(say("Line {number}: {code}", number=number, code=lines[number - 1].rstrip()))

    def _say(self, text: str) -> None:
        self.console.print(text, markup=False, highlight=False, soft_wrap=True)
