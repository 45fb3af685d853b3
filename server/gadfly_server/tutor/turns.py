"""What a dialogue is made of: turns, the questions that were answered, the run it speaks of, and its whole state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.question import Entry
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.tutor.notebook import Hypothesis
    from gadfly_server.tutor.question import Place, Question

MOST_TURNS = 400  # kept


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said; ``question`` is the id of the question it asks or answers.

    ``misconception`` is the belief that a wrong answer of the student shows.
    ``worded`` is the question in the words of a model, named in ``by``, where one was asked and every check passed it;
    the dialogue goes on from ``text`` all the same.
    ``heard`` is what a model read in an answer that nobody else could read, and the words that show it.
    """

    number: int
    speaker: str
    level: int
    kind: str
    text: str
    points_at: Place | None = None
    choices: tuple[str, ...] = ()
    question: str | None = None
    marked: str | None = None
    misconception: str | None = None
    worded: str = ""
    by: str = ""
    heard: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What the student reads."""
        return self.worded or self.text

    @property
    def credit(self) -> str:
        """What a model has to do with it, for the student; empty where it is ours alone."""
        if self.worded:
            return say("In the words of {model}", model=self.by)
        return say("A model read in this: {words}", words=self.heard[1]) if self.heard else ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered: what it was about, for people, and where."""

    id: str
    insight: str
    level: int
    line: int
    end_line: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The run that the dialogue last spoke of: program text, state, failing tests and what each of them showed."""

    text: str = ""
    state: str = ""
    failing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """All that was said, the open question, and the state from which the next turn is chosen.

    Of the present run: ``asked`` are the ids of its questions, ``wrong`` counts wrong answers in a row about it,
    ``tries`` unreadable answers to the open question.
    Of the present bug: ``bug`` is the id of the test that shows it, ``began`` the number of the turn before its first,
    ``level`` the step of the ladder that was reached, ``acts`` what the student did (see ``gates``), ``offer`` the
    level that is offered (0 for none), ``understood`` what is understood of it, ``idea`` the misconception for which
    most speaks.
    Of the whole: ``known`` are all questions that were asked, each with its right answer then; ``failed`` is the
    program's text before its tests agreed, ``hypotheses`` are the student's notebook.
    """

    turns: tuple[Turn, ...] = ()
    question: Question | None = None
    seen: Seen = Seen()
    asked: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
    answered: tuple[Answered, ...] = ()
    topic: str = ""
    wrong: int = 0
    tries: int = 0
    closed: bool = False
    bug: str = ""
    began: int = 0
    level: int = 0
    acts: tuple[str, ...] = ()
    offer: int = 0
    understood: tuple[str, ...] = ()
    idea: str = ""
    failed: str = ""
    hypotheses: tuple[Hypothesis, ...] = ()

    @property
    def last(self) -> int:
        """The number of the last turn; 0 before the first."""
        return self.turns[-1].number if self.turns else 0

    @property
    def asking(self) -> Turn | None:
        """The turn that asked the open question last."""
        if self.question is None:
            return None
        asked = (turn for turn in reversed(self.turns) if turn.question == self.question.id and not turn.marked)
        return next((turn for turn in asked if turn.speaker == "tutor"), None)

    @property
    def question_shown(self) -> str:
        """The open question in the words in which it stands; empty if none is open."""
        asking = self.asking
        return (asking.worded if asking else "") or (self.question.text if self.question else "")

    @property
    def of_bug(self) -> tuple[Turn, ...]:
        """The turns about the present bug."""
        return tuple(turn for turn in self.turns if turn.number > self.began)

    @property
    def held(self) -> frozenset[str]:
        """The misconceptions that the student's answers showed."""
        return frozenset(turn.misconception for turn in self.turns if turn.misconception)

    def count(self, kind: str) -> int:
        """How many turns of a kind the tutor has said."""
        return sum(turn.kind == kind and turn.speaker == "tutor" for turn in self.turns)


def add(dialogue: Dialogue, turn: Turn) -> Dialogue:
    """Say something; the turn gets its number."""
    return replace(dialogue, turns=(*dialogue.turns, replace(turn, number=dialogue.last + 1))[-MOST_TURNS:])


def reword(dialogue: Dialogue, number: int, words: str, by: str = "") -> Dialogue:
    """Show the question of a turn in other words, those of a model."""
    turns = tuple(replace(turn, worded=words, by=by) if turn.number == number else turn for turn in dialogue.turns)
    return replace(dialogue, turns=turns)


def tell(dialogue: Dialogue, level: int, kind: str, text: str, *reply: str) -> Dialogue:
    """Say something that is no question, on the step that was reached or on a higher one.

    ``reply`` is the id of the question that it replies to, and its mark.
    """
    question, marked = reply or (None, None)
    level = max(level, dialogue.level)
    return replace(add(dialogue, Turn(0, "tutor", level, kind, text, None, (), question, marked)), level=level)


def ask(dialogue: Dialogue, question: Question, words: str = "") -> Dialogue:
    """Ask a question, on the step that was reached; ``words`` stand for its text where that was just said."""
    asked = replace(question, level=max(question.level, dialogue.level))
    if not words and any(each == question.id for each, _ in dialogue.known):
        words = say("After your change: {question}", question=question.text)
    elif not words and any((turn.question, turn.text) == (question.id, question.text) for turn in dialogue.turns):
        words = say("Still open: {question}", question=question.text)
    choices = asked.choices if asked.entry in (Entry.CHOICE, Entry.ORDER) else ()
    turn = Turn(0, "tutor", asked.level, asked.kind, words or asked.text, asked.points_at, choices, asked.id)
    ids = tuple(dict.fromkeys((*dialogue.asked, asked.id)))
    known = tuple(dict.fromkeys((*dialogue.known, (asked.id, asked.oracle.answer))))
    return replace(add(dialogue, turn), question=asked, asked=ids, known=known, tries=0, level=asked.level)
