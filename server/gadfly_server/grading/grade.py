"""Grades the dialogues about one program: each version of it is prepared once, then every turn about it is scored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gadfly_analyzers.leaks.verdict import Verdict
from gadfly_server.grading.case import Case, Cases, speak_of_runs
from gadfly_server.grading.graded import Graded, GradedTurn
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.scores.answerability import answerability
from gadfly_server.grading.scores.concealment import concealment, discretion, patience, verdict
from gadfly_server.grading.scores.form import form
from gadfly_server.grading.scores.level_fit import level_fit
from gadfly_server.grading.scores.location import location
from gadfly_server.grading.scores.relevance import relevance
from gadfly_server.grading.scores.repetition import repetition
from gadfly_server.grading.scores.truth import truth
from gadfly_server.grading.scores.usefulness import gained, hint_of, question_usefulness, usefulness
from gadfly_server.grading.students.attention import Hint
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.versions import right_ones

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
    "question_usefulness",
)
Place = tuple[int, int]  # which transcript, and which of its turns; the end of a dialogue counts as one


async def grade(transcripts: Sequence[Transcript], cases: Cases) -> list[Graded]:
    """Grade dialogues about the same program."""
    turns: list[dict[int, GradedTurn]] = [{} for _ in transcripts]
    last: dict[int, Case] = {}
    known: dict[str, Case] = {}
    right: frozenset[str] = frozenset()
    versions = _by_version(transcripts)
    with TemporaryDirectory(prefix="gadfly-grading-") as around:
        for program, places in versions.items():
            said, later = _said(transcripts, places), _to_come(transcripts, versions, known)
            if program in right:
                about: Any = nullcontext(Cases.right(transcripts[0], program))
            else:
                about = cases.of(transcripts[0], program, _texts(transcripts, places), Path(around))
            async with about as case:
                known[program] = case
                moments = [Moment(transcripts[which], number, case) for which, number in said]
                told, found = await _judged(moments, case, [each for each in later if each != program])
            right |= found
            for (which, number), turn in zip(said, told, strict=True):
                turns[which][number] = turn
            last |= {which: case for which, number in places if number == len(transcripts[which].turns)}
    return [_graded(each, turns[which], last[which], _taught(each, known)) for which, each in enumerate(transcripts)]


def _to_come(
    transcripts: Sequence[Transcript], versions: Mapping[str, Sequence[Place]], known: Mapping[str, Case]
) -> list[str]:
    """Give the versions that are not known yet and of whose runs no text speaks; once a bench had them, none."""
    if any(case.bench for case in known.values()):
        return []
    left = (program for program in versions if program not in known)
    return [program for program in left if not speak_of_runs(_texts(transcripts, versions[program]))]


async def _judged(
    moments: Sequence[Moment], case: Case, later: Sequence[str]
) -> tuple[list[GradedTurn], frozenset[str]]:
    """Score turns about one version, and find out which later ones are right where that takes no run of their own."""
    if case.bench is None:
        return [await graded_turn(each) for each in moments], frozenset()
    works: list[Awaitable[Any]] = [*map(graded_turn, moments), right_ones(later, case.bench)]
    *told, right = await case.bench.at_once(works)
    return told, right


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


def _said(transcripts: Sequence[Transcript], places: Sequence[Place]) -> list[Place]:
    """Give the places of turns, without the ends."""
    return [(which, number) for which, number in places if number < len(transcripts[which].turns)]


def _texts(transcripts: Sequence[Transcript], places: Sequence[Place]) -> list[str]:
    return [transcripts[which].turns[number].text for which, number in _said(transcripts, places)]


async def graded_turn(moment: Moment) -> GradedTurn:
    """Score one turn; of one that says nothing there is nothing to judge."""
    if not "".join((moment.turn.text, *moment.turn.choices)).strip():
        return GradedTurn(moment.number, moment.turn.text, moment.turn.level, dict.fromkeys(NAMES, NOTHING))
    judged = await verdict(moment)
    known = {"location": await location(moment)} | {name: score(moment) for name, score in READ.items()}
    known |= {name: score(moment, judged) for name, score in JUDGED.items()}
    known["question_usefulness"] = question_usefulness(moment, known["usefulness"])
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
