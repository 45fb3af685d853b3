"""All that is measured about one program, as plain values."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from dialogue import form
from dialogue.about import Asked
from dialogue.claims import Answers, answers
from dialogue.editing import Edited, edited, numbers_in, stated
from dialogue.leakage import leaks_in, new_tokens
from dialogue.playing import Played, climbed, opened, played, workplace
from dialogue.replies import alike, claims_in, claims_of_example, claims_of_list
from dialogue.reruns import claims_of_run
from dialogue.runs import Bench
from gadfly_analyzers.execution.runner import Runner
from gadfly_server.grading.students.policies import holding, policies_for
from gadfly_server.grading.words import questions as questions_asked
from gadfly_server.grading.words import words
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.turns import Turn
from localize.programs import Program

AT_ONCE = 2
OF_A_CHUNK = 8


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be, or that nobody could check: what, the words it is about, and why."""

    sort: str
    kind: str
    text: str
    why: str = ""


@dataclass
class Told:
    """What was found out about one program."""

    program: str
    set: str
    bugs: int
    status: str
    exists: bool = False
    claims: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    turns: int = 0
    questions: int = 0
    ended: bool = True
    words: dict[int, list[int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    edited: Edited | None = None
    asked: tuple[Turn, ...] = ()  # of a student with a stated misconception
    directions: list[tuple[str, bool]] = field(default_factory=list)  # of level 4, with whether it names a bug line
    sample: tuple[Turn, ...] = ()  # of the mixed student


def measure(programs: Sequence[Program]) -> list[Told]:
    """Measure all programs, a few at once."""
    chunks = [programs[start : start + OF_A_CHUNK] for start in range(0, len(programs), OF_A_CHUNK)]
    found: list[Told] = []
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as pool:
        for some in pool.map(_chunk, chunks):
            found += some
            print(f"{len(found)} of {len(programs)}", file=sys.stderr, flush=True)
    return found


def _chunk(programs: Sequence[Program]) -> list[Told]:
    return asyncio.run(_measured(programs))


async def _measured(programs: Sequence[Program]) -> list[Told]:
    async with Runner() as runner:
        return [await tell(program, runner) for program in programs]


async def tell(program: Program, runner: Runner) -> Told:
    """Play all dialogues about one program and look at them."""
    with workplace(program) as folder:
        session = await opened(folder, runner)
        told = Told(program.name, program.set, program.bugs, session.status)
        bench = Bench(folder, program.text)
        tests = (folder / "test_program.py").read_text("utf-8")
        new = new_tokens(program.text, program.fixed, tests) if program.fixed else frozenset[str]()
        for name, policy in policies_for(program.name).items():
            dialogue = await played(session, program.name, name, policy)
            _look(told, dialogue, bench, new)
            if name == "right":
                told.exists = any(put.question.level >= 2 for put in dialogue.put)
            elif name == "mixed":
                told.sample = dialogue.turns
        if told.exists:
            student = await played(session, program.name, "stated", holding(stated(session, program.name)))
            told.asked = tuple(form.questions(student.turns))
            ladder = await climbed(session, program.name)
            _look(told, ladder, bench, new)
            told.directions = [*_directions(ladder, program)]
            told.edited = await edited(program, runner)
            told.findings += _of_runs(told, told.edited, folder)
    told.findings = list(dict.fromkeys(told.findings))
    return told


def _of_runs(told: Told, way: Edited, folder: Path) -> Iterator[Finding]:
    """Check what was said of new runs."""
    for saved in way.saved:
        for claim in claims_of_run(saved.said, *(Bench(folder, text) for text in (saved.before, saved.after))):
            _count(told, "new run", claim.true)
            if claim.true is not True:
                yield Finding("not checked" if claim.true is None else "untrue", "run", saved.said, claim.words)


def _directions(dialogue: Played, program: Program) -> Iterator[tuple[str, bool]]:
    """What level 4 says, with whether it names a line that is at fault."""
    known = set(program.item.get("bug_stmt_lines") or program.item.get("bug_lines") or ())
    for turn in dialogue.turns:
        if turn.kind == "direct":
            yield turn.text, bool(numbers_in(turn.text) & known)


def _look(told: Told, dialogue: Played, bench: Bench, new: frozenset[str]) -> None:
    told.turns += sum(turn.speaker == "tutor" for turn in dialogue.turns)
    told.questions += len(dialogue.put)
    told.seconds += dialogue.seconds
    told.ended = told.ended and dialogue.ended
    right: dict[str, Answers] = {}
    for put in dialogue.put:
        if put.question.id not in right:
            right[put.question.id] = _checked(put.question, put.focus, bench)
            told.findings += _of_question(told, put.question, right[put.question.id])
    told.findings += _of_replies(told, dialogue, bench, right)
    told.findings += _of_form(told, dialogue, new)


def _checked(question: Question, focus: str, bench: Bench) -> Answers:
    """The right answers; of a test that draws by chance, what another run shows proves nothing."""
    found = answers(_asked(question, focus), bench)
    wrong = found is not None and not any(alike(each, question.oracle.answer) for each in found)
    return None if wrong and focus and not bench.steady(focus) else found


def _asked(question: Question, focus: str) -> Asked:
    place = question.points_at
    lines = (place.line, place.end_line) if place else None
    return Asked(question.text, question.kind, focus, lines, question.oracle.answer)


def _of_question(told: Told, question: Question, right: Answers) -> Iterator[Finding]:
    given = question.oracle.answer
    if question.kind == "hypothesis":
        return  # it states nothing; what is said of the student's own hypothesis does
    if right is None:
        _count(told, question.kind, None)
        yield Finding("not checked", question.kind, question.text)
        return
    same = [each for each in right if alike(each, given)]
    _count(told, question.kind, bool(same))
    if not same:
        yield Finding("untrue", question.kind, question.text, f"held right: {given}; found: {sorted(right)}")
    elif len(right) > 1:
        yield Finding("ambiguous", question.kind, question.text, f"may be answered by {sorted(right)}")
    if question.choices and sum(alike(each, given) for each in question.choices) != 1:
        yield Finding("choices", question.kind, question.text, f"{question.choices} for {given}")


def _of_replies(told: Told, dialogue: Played, bench: Bench, right: dict[str, Answers]) -> Iterator[Finding]:
    said, focuses = "", {put.question.id: put.focus for put in dialogue.put}
    for turn in dialogue.turns:
        if turn.speaker == "student":
            said = turn.text
            continue
        if form.asks(turn):
            continue
        focus = focuses.get(turn.question or "", dialogue.focus)
        if turn.kind in form.RUNS:
            claims = claims_of_run(turn.text, bench, bench)  # what was saved does the same
        elif turn.kind == "hand-over":
            claims = claims_of_list(turn.text, dialogue.turns[: dialogue.turns.index(turn)], focus, bench)
        elif turn.kind == "analogue":
            claims = claims_of_example(turn.text, bench)
        elif turn.kind == "direct":
            claims = iter(())  # compared with the data, not with a run
        else:
            claims = claims_in(turn.text, right.get(turn.question or ""), said, focus, bench)
        for claim in claims:
            _count(told, "reply", claim.true)
            if claim.true is not True:
                sort = "not checked" if claim.true is None else "untrue"
                yield Finding(sort, turn.kind, turn.text, claim.words)


def _of_form(told: Told, dialogue: Played, new: frozenset[str]) -> Iterator[Finding]:
    turns = dialogue.turns
    for turn in turns:
        if turn.speaker != "tutor":
            continue
        told.words.setdefault(turn.level, []).append(words(turn.text))
        for why in leaks_in(turn.text, turn.choices, turn.level, new):
            yield Finding("leak", turn.kind, turn.text, f"level {turn.level}: {why}")
        if form.too_long(turn):
            yield Finding("long", turn.kind, turn.text, f"level {turn.level}: {words(turn.text)} words")
        if form.asks(turn) and questions_asked(turn.text) != 1:
            yield Finding("question marks", turn.kind, turn.text, str(questions_asked(turn.text)))
    yield from (Finding("repeated", turn.kind, turn.text, dialogue.policy) for turn in form.repeated(turns))
    for before, after in form.falls(turns):
        yield Finding("level falls", after.kind, after.text, f"{before.level} ({before.kind}) to {after.level}")
    if not dialogue.ended:
        yield Finding("endless", dialogue.policy, "", "")


def _count(told: Told, kind: str, true: bool | None) -> None:
    key = f"{kind}: {'not checked' if true is None else 'true' if true else 'untrue'}"
    told.claims[key] = told.claims.get(key, 0) + 1


def all_of(told: Iterable[Told], sort: str) -> list[tuple[str, Finding]]:
    """The findings of one sort, each with its program."""
    return [(each.program, finding) for each in told for finding in each.findings if finding.sort == sort]
