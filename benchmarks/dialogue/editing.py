"""A simulated student who can edit: how many questions until it stands at the place of the repair.

The student knows the program as it should be, and does not know where its own differs.  It states one misconception
from the start and keeps it: of those that make a difference to the recorded run, the one whose hash with the program's
name is least; where there is none, it states none.  To each question it gives the answer that its misconception
predicts, where the question has one, and else the right one.

A turn brings it to the place of a repair (the lines of the data, or those that differ from the correct program)
when one of these holds; it looks at nothing else that is shown:

- pointed: the question is put beside at most three lines, and one of them is such a line;
- named: such a line is the right answer, or stands in the question by its number;
- told: where no question is left, it asks for more, and what is said then (level 4) names such a line;
- contradicted: the question is put beside lines that hold such a line, and the student's misconception
  predicts another answer than the run's; a skipped question contradicts nothing.

Each question, and each wish for more, counts.  At the place it puts the repair of that one place in and saves; the
dialogue goes on about what is still wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogue.form import asks
from dialogue.playing import opened, workplace
from gadfly_analyzers.attempts.hunks import Hunk, hunks_of
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.grading.students.policies import holding
from gadfly_server.sessions import Session
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.turns import Turn
from localize.programs import Program

FEW = 3  # lines
MOST_QUESTIONS = 40


@dataclass(frozen=True)
class Reached:
    """How the way to one place ended: after so many questions, and by what; ``by`` is empty if it was not reached."""

    questions: int
    by: str


@dataclass(frozen=True)
class Saved:
    """The program before and after a repair, and what was said of the new run at once."""

    before: str
    after: str
    said: str


@dataclass(frozen=True)
class Edited:
    """One student's way: what it believes, the places it came to, whether all tests pass now, and all that was said.

    ``repairable`` tells that the set has a program without the bugs.
    """

    misconception: str
    places: tuple[Reached, ...]
    repaired: bool
    repairable: bool
    turns: tuple[Turn, ...]
    saved: tuple[Saved, ...]


async def edited(program: Program, runner: Runner) -> Edited:
    """Let the student go the whole way."""
    lines = program.text.splitlines()
    wanted = program.fixed.splitlines() if program.fixed else None
    known = program.item.get("bug_stmt_lines") or program.item.get("bug_lines") or ()
    places: list[Reached] = []
    saved: list[Saved] = []
    with workplace(program) as folder:
        session = await opened(folder, runner)
        belief = stated(session, program.name)
        while session.status in ("failing", "syntax"):
            hunks = list(hunks_of(lines, wanted)) if wanted and (program.bugs or not known) else []
            sites = {line for hunk in hunks for line in hunk.lines} or set(known)
            found = await _asked_until(session, sites, belief)
            places.append(found[0])
            if not found[0].by or not hunks:
                break
            hunk = hunk_at(hunks, found[1])
            lines[hunk.first : hunk.stop] = hunk.instead
            text = "\n".join(lines) + "\n"
            session.program.write_text(text, "utf-8")
            before, heard = session.source.text if session.source else "", len(session.dialogue.turns)
            await session.refresh(Source.parse(text))
            new = session.dialogue.turns[heard:]
            saved.append(Saved(before, text, " ".join(turn.text for turn in new if not asks(turn))))
        repaired = session.status == "passing"
        return Edited(belief or "", tuple(places), repaired, bool(wanted), session.dialogue.turns, tuple(saved))


def stated(session: Session, name: str) -> str | None:
    """The misconception that the student of this program has."""
    found = {each.misconception for each in session.facts.predictions} if session.facts else set()
    return min(found, key=lambda each: hashlib.sha256(f"{name} {each}".encode()).digest(), default=None)


async def _asked_until(session: Session, sites: set[int], belief: str | None) -> tuple[Reached, set[int]]:
    """Answer until a question brings the student to one of the sites; give also the sites that it is brought to."""
    answering = holding(belief)
    number = 0
    while number < MOST_QUESTIONS and session.status in ("failing", "syntax"):
        number += 1
        question, heard = session.dialogue.question, session.dialogue.last
        if question is not None:
            by, there = brings(question, sites, answering(question, number))
            if by:
                return Reached(number, by), there
        await session.answer("more" if question is None else answering(question, number))
        new = [turn for turn in session.dialogue.turns if turn.number > heard and turn.speaker == "tutor"]
        told = {line for turn in new if turn.kind == "direct" for line in numbers_in(turn.text)}
        if told & sites:
            return Reached(number, "told"), told & sites
        if question is None and session.dialogue.question is None and not any(turn.kind == "direct" for turn in new):
            break
    return Reached(number, ""), set()


def brings(question: Question, sites: Iterable[int], answer: str) -> tuple[str, set[int]]:
    """Tell how a question brings a student with this answer to one of the sites, and to which; empty if it does not."""
    place = question.points_at
    beside = set(range(place.line, place.end_line + 1)) if place else set()
    wanted = set(sites)
    if len(beside) <= FEW and beside & wanted:
        return "pointed", beside & wanted
    if named := lines_named(question) & wanted:
        return "named", named
    if beside & wanted and answer in {predicted for predicted, _ in question.beliefs}:
        return "contradicted", beside & wanted
    return "", set()


def lines_named(question: Question) -> set[int]:
    """The lines that a question has in its words, or as its right answer."""
    named = numbers_in(question.text)
    answer = re.fullmatch(r"(\d+)(?:-(\d+))?", question.oracle.answer) if question.entry.value == "line" else None
    if answer is None and question.kind in ("point-at", "compare-runs", "syntax") and question.oracle.answer.isdigit():
        named.add(int(question.oracle.answer))
    return named | (set(range(int(answer[1]), int(answer[2] or answer[1]) + 1)) if answer else set())


def numbers_in(text: str) -> set[int]:
    """The lines that a text names by their numbers."""
    return {int(number) for number in re.findall(r"\blines? (\d+)", text, re.IGNORECASE)}


def hunk_at(hunks: Sequence[Hunk], lines: set[int]) -> Hunk:
    """The change that belongs to the lines that the student stands at."""
    return min(hunks, key=lambda each: not set(each.lines) & lines)
