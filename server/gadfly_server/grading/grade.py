"""Grades the dialogues about one program: each version of it is prepared once, then every turn about it is scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from gadfly_analyzers.leaks.verdict import Verdict
from gadfly_server.grading.case import Case, Cases
from gadfly_server.grading.graded import Graded, GradedTurn
from gadfly_server.grading.score import Moment, Score
from gadfly_server.grading.scores.answerability import answerability
from gadfly_server.grading.scores.concealment import concealment, discretion, patience, verdict
from gadfly_server.grading.scores.form import form
from gadfly_server.grading.scores.level_fit import level_fit
from gadfly_server.grading.scores.location import location
from gadfly_server.grading.scores.relevance import relevance
from gadfly_server.grading.scores.repetition import repetition
from gadfly_server.grading.scores.truth import truth
from gadfly_server.grading.scores.usefulness import gained, hint_of, usefulness
from gadfly_server.grading.students.attention import Hint
from gadfly_server.grading.transcript import Transcript

READ: Mapping[str, Callable[[Moment], Score]] = {
    "truth": truth,
    "answerability": answerability,
    "form": form,
    "repetition": repetition,
    "relevance": relevance,
    "usefulness": usefulness,
}
JUDGED: Mapping[str, Callable[[Moment, Verdict], Score]] = {
    "concealment": concealment,
    "discretion": discretion,
    "patience": patience,
    "level_fit": level_fit,
}
NAMES = (
    "truth",
    "concealment",
    "discretion",
    "patience",
    "location",
    "level_fit",
    "answerability",
    "relevance",
    "repetition",
    "form",
    "usefulness",
)
Place = tuple[int, int]  # which transcript, and which of its turns; the end of a dialogue counts as one


async def grade(transcripts: Sequence[Transcript], cases: Cases) -> list[Graded]:
    """Grade dialogues about the same program."""
    turns: list[dict[int, GradedTurn]] = [{} for _ in transcripts]
    last: dict[int, Case] = {}
    known: dict[str, Case] = {}
    for program, places in _by_version(transcripts).items():
        texts = [transcripts[which].turns[n].text for which, n in places if n < len(transcripts[which].turns)]
        async with cases.of(transcripts[0], program, texts) as case:
            known[program] = case
            for which, number in places:
                if number == len(transcripts[which].turns):
                    last[which] = case
                else:
                    turns[which][number] = await graded_turn(Moment(transcripts[which], number, case))
    return [_graded(each, turns[which], last[which], _taught(each, known)) for which, each in enumerate(transcripts)]


def _by_version(transcripts: Sequence[Transcript]) -> dict[str, list[Place]]:
    """Give for each version of the program the turns of tutors about it, and the ends of the dialogues with it."""
    found: dict[str, list[Place]] = {}
    for which, transcript in enumerate(transcripts):
        program = transcript.program
        for number, turn in enumerate(transcript.turns):
            program = turn.program if turn.program is not None else program
            if turn.role == "tutor":
                found.setdefault(program, []).append((which, number))
        found.setdefault(program, []).append((which, len(transcript.turns)))
    return found


async def graded_turn(moment: Moment) -> GradedTurn:
    """Score one turn."""
    judged = await verdict(moment)
    known = {"location": await location(moment)} | {name: score(moment) for name, score in READ.items()}
    known |= {name: score(moment, judged) for name, score in JUDGED.items()}
    return GradedTurn(moment.number, moment.turn.text, moment.turn.level, {name: known[name] for name in NAMES})


def _taught(transcript: Transcript, known: Mapping[str, Case]) -> float | None:
    """Give what simulated students gain from what the tutor says until the program is right."""
    hints: list[Hint] = []
    heard: list[str] = []
    for turn in transcript.turns:
        later = None if turn.program is None else known.get(turn.program)
        if later and later.is_right:
            break
        if turn.role == "tutor":
            hints.append(hint_of(turn, heard, [hint.text for hint in hints]))
        else:
            heard.append(turn.text)
    opening = known.get(transcript.program)
    return gained(opening, hints).value if opening else None


def _graded(transcript: Transcript, turns: Mapping[int, GradedTurn], last: Case, taught: float | None) -> Graded:
    changed = any(turn.program is not None for turn in transcript.turns)
    solved = last.is_right if changed and transcript.tests else None
    told = tuple(turns[number] for number in sorted(turns))
    return Graded(transcript.id, transcript.tutor, transcript.problem, told, solved, taught, tuple(_problems(last)))


def _problems(case: Case) -> Iterator[str]:
    yield from dict.fromkeys(problem.message for problem in (case.run.problems if case.run else ()))
