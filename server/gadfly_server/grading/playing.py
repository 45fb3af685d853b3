"""Lets a tutor teach a simulated student about one program, and writes down what was said and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from gadfly_analyzers.attempts.attempt import Attempts
from gadfly_analyzers.attempts.trying import attempts_at
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.interpreter import find_interpreter
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.workers import warmly
from gadfly_analyzers.predictions.explained import explained_by, lines_misread
from gadfly_analyzers.predictions.predict import predict
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.readings import Readings
from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.students.answering import Person, answer
from gadfly_server.grading.students.attention import Hint
from gadfly_server.grading.students.learner import Learner
from gadfly_server.grading.students.student import ALL, Student
from gadfly_server.grading.students.usefulness import hint_only
from gadfly_server.grading.transcript import Label, Transcript, Turn
from gadfly_server.grading.tutors.choosing import named, tutor_for
from gadfly_server.grading.tutors.ours import Gadfly
from gadfly_server.grading.tutors.protocol import Heard, Request, Said, Tutor
from gadfly_server.grading.workplace import workplace
from gadfly_server.tutor.weights import USUAL, Weights

MOST_TURNS = 12  # of the tutor
GIVEN_AWAY = 0.5  # the chance to repair the program with nothing but the hint, from which it is a leak
MORE = "I need more help."
BY_NAME = {student.name: student for student in ALL}


@dataclass(frozen=True, slots=True)
class Game:
    """All dialogues about one program: each tutor with each student and seed; ours with each of the ``weights``."""

    lesson: Transcript
    tutors: tuple[str, ...]
    students: tuple[str, ...] = tuple(BY_NAME)
    seeds: tuple[int, ...] = (0, 1)
    turns: int = MOST_TURNS
    weights: tuple[Weights, ...] = (USUAL,)


@dataclass(frozen=True, slots=True)
class Played:
    """One dialogue: whether all tests pass in the end, the tutor's turns until then, how many gave the repair away."""

    tutor: str
    student: str
    seed: int
    problem: str
    repaired: bool
    turns: int
    leaks: int
    transcript: Transcript


def play(game: Game) -> tuple[Played, ...]:
    """Play all dialogues of a game, one after another; none where no test can be run, for nobody could tell who won."""

    async def all_of(runner: Runner) -> tuple[Played, ...]:
        with workplace(game.lesson, game.lesson.program) as assignment:
            if not await _can_be_told(assignment, runner):
                return ()
            ours = Gadfly(assignment.program, runner)
            table = _Table(game.lesson, runner, assignment, _interpreter(assignment), ours, {})
            persons = [(BY_NAME[student], seed) for student in game.students for seed in game.seeds]
            tutors = [(choice, each) for choice in game.tutors for each in game.weights]
            return tuple([await table.dialogue(*tutor, *who, game.turns) for tutor in tutors for who in persons])

    return warmly(all_of)


@dataclass(frozen=True)
class _View:
    """What is known of one version: what can be tried on it, and its run as a person sees it."""

    known: Attempts
    run: Readings | None
    misread: frozenset[int]


@dataclass(frozen=True)
class _Table:
    """One lesson; versions of its program that were looked at stay known."""

    lesson: Transcript
    runner: Runner
    assignment: Assignment
    interpreter: Path
    ours: Gadfly
    seen: dict[tuple[str, str | None], _View]

    async def dialogue(self, choice: str, weights: Weights, student: Student, seed: int, most: int) -> Played:
        self.write(self.lesson.program)
        belief = await self._belief() if student.answers == "believes" else None
        person = Person(student, seed, self.lesson.id, belief)
        name = f"{self.lesson.id}/{named(choice)}/{student.name}-{seed}"
        async with tutor_for(choice, self.ours, weights) as tutor:
            turns, repaired, leaks = await _Seat(self, person, tutor, name).taught(most)
        if turns:
            label = Label(rater="tests", criterion="repaired", value=repaired)
            turns[-1] = turns[-1].model_copy(update={"labels": (label,)})
        transcript = self.lesson.model_copy(update={"id": name, "tutor": named(choice), "turns": tuple(turns)})
        said = sum(turn.role == "tutor" for turn in turns)
        return Played(named(choice), student.name, seed, self.lesson.problem, repaired, said, leaks, transcript)

    def write(self, text: str) -> None:
        self.assignment.program.write_text(text, "utf-8", errors="surrogatepass")

    async def view(self, text: str, belief: str | None) -> _View:
        """Look at the version that stands in the file."""
        if (text, belief) not in self.seen:
            source = Source.parse(text)
            known = self.seen[text, None].known if (text, None) in self.seen else await self._known()
            run = await self._run(source, known.failing[0], belief) if known.failing and not source.broken else None
            self.seen[text, belief] = _View(known, run, lines_misread(source, [belief] if belief else []))
        return self.seen[text, belief]

    async def _known(self) -> Attempts:
        return await attempts_at(self.assignment, self.runner, interpreter=self.interpreter, right=self.lesson.repairs)

    async def _run(self, source: Source, test: str, belief: str | None) -> Readings:
        """The run of a test, as it is or as somebody with a misconception sees it."""
        limits = hasty(Limits())
        run = await self.runner.trace(self.assignment, test, interpreter=self.interpreter, limits=limits)
        if belief:
            asked = (source, self.assignment, test, self.runner, self.interpreter, Limits(), (belief,))
            run = next((each.trace for each in await predict(*asked, real=run)), run)
        return Readings(run, source)

    async def _belief(self) -> str | None:
        """A misconception under which the program would be right; of several, one that depends on the lesson."""
        run = await self.runner.run(self.assignment, interpreter=self.interpreter, limits=hasty(Limits()))
        source = Source.parse(self.lesson.program)
        found = await explained_by(source, self.assignment, run, self.runner, interpreter=self.interpreter)
        return min(found, key=lambda each: sha256(f"{self.lesson.id} {each}".encode()).digest(), default=None)


@dataclass(frozen=True)
class _Seat:
    """One student before one tutor."""

    table: _Table
    person: Person
    tutor: Tutor
    name: str

    async def taught(self, most: int) -> tuple[list[Turn], bool, int]:
        """Go on until the tests pass or so many turns of the tutor are over."""
        view = await self._view(self.table.lesson.program)
        learner = Learner(self.person, view.known, view.misread)
        turns: list[Turn] = []
        leaks = 0
        while view.known.failing and sum(turn.role == "tutor" for turn in turns) < most:
            heard = await self.tutor.say(self._request(view, turns))
            turns.append(turn_of(heard))
            leaks += _gives_away(heard, view.known)
            learner, kept = learner.hears(heard.reply).tries(len(turns))
            if kept is None:
                turns.append(Turn(role="student", text=self._answer(heard, view, len(turns))))
                continue
            text = view.known.after(kept)
            self.table.write(text)
            view = await self._view(text)
            turns.append(Turn(role="student", text="I changed my program.", program=text))
            learner = replace(learner, known=view.known, misread=learner.misread & view.misread, tried=frozenset())
        return turns, not view.known.failing, leaks

    def _answer(self, heard: Heard, view: _View, number: int) -> str:
        if heard.reply.done and heard.question is None:
            return MORE
        return answer(self.person, heard, view.known.text, view.run, number)

    async def _view(self, text: str) -> _View:
        return await self.table.view(text, self.person.belief)

    def _request(self, view: _View, turns: Sequence[Turn]) -> Request:
        lesson = self.table.lesson
        return Request(
            lesson=self.name,
            task=lesson.task,
            module=lesson.module,
            program=view.known.text,
            tests=lesson.tests,
            files=lesson.files,
            failing=tuple(test.partition("::")[2] or test for test in view.known.failing),
            turns=tuple(Said(role=turn.role, text=turn.text) for turn in turns),
        )


async def _can_be_told(assignment: Assignment, runner: Runner) -> bool:
    """Tell whether tests say if the program is right; of one that Python cannot read, they may later."""
    if Source.parse(assignment.program.read_text("utf-8")).broken:
        return True
    run = await runner.run(assignment, interpreter=_interpreter(assignment), limits=hasty(Limits()))
    return bool(run.failing) or (bool(run.tests) and not run.problems)


def turn_of(heard: Heard) -> Turn:
    """Write down what was heard."""
    reply = heard.reply
    held = heard.question.oracle.answer if heard.question else None
    told = {"level": reply.level, "points_at": reply.place, "choices": reply.choices, "answer": held}
    return Turn(role="tutor", text=reply.text).model_copy(update=told)


def _gives_away(heard: Heard, known: Attempts) -> bool:
    return hint_only(known, Hint(" ".join([heard.reply.text, *heard.reply.choices]))) >= GIVEN_AWAY


def _interpreter(assignment: Assignment) -> Path:
    found = find_interpreter(assignment.root)
    if isinstance(found, Path):
        return found
    raise Unreadable(found.message)
