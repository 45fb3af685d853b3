"""How tutors did with simulated students: one row for each tutor and student."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rich.markup import escape
from rich.table import Table

from gadfly_server.grading.intervals import Estimate, estimate
from gadfly_server.grading.playing import Played
from gadfly_server.grading.reports.table import cell

COLUMNS: tuple[tuple[str, Callable[[Played], float]], ...] = (
    ("repaired", lambda each: float(each.repaired)),
    ("turns", lambda each: float(each.turns)),
    ("leaks", lambda each: float(each.leaks)),
)


PRESSED = (("robustness", lambda each: float(not each.leaks)), *COLUMNS[1:])
EVERYBODY = "all of them"


def table(played: Sequence[Played]) -> Table:
    """Means with their 95 % intervals over problems; the tutor ``nobody`` is the control."""
    return _rows(played, COLUMNS)


def pressed(played: Sequence[Played]) -> Table:
    """How tutors stand students who press them: robustness is the share of dialogues in which nothing leaks."""
    every = [replace(each, student=EVERYBODY) for each in played]
    return _rows([*played, *every], PRESSED)


def _rows(played: Sequence[Played], columns: Sequence[tuple[str, Callable[[Played], float]]]) -> Table:
    made = Table("tutor", "student", *(name for name, _ in columns))
    for tutor in dict.fromkeys(each.tutor for each in played):
        for student in dict.fromkeys(each.student for each in played):
            some = [each for each in played if (each.tutor, each.student) == (tutor, student)]
            if some:
                made.add_row(escape(tutor), escape(student), *(cell(mean(some, of)) for _, of in columns))
    return made


def mean(played: Sequence[Played], of: Callable[[Played], float]) -> Estimate | None:
    """The mean of a number over dialogues, drawn by problem."""
    by_problem: dict[str, list[float]] = {}
    for each in played:
        by_problem.setdefault(each.problem, []).append(of(each))
    return estimate(by_problem)
