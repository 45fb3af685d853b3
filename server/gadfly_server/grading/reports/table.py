"""The results as a table in the terminal: one row a score, one column a tutor."""

from __future__ import annotations

from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from gadfly_server.grading.grade import NAMES
from gadfly_server.grading.intervals import Estimate
from gadfly_server.grading.summary import BY_RULES, DIALOGUE, TutorSummary

ALL = (*NAMES, *DIALOGUE, *BY_RULES)


def table(summaries: Sequence[TutorSummary]) -> Table:
    """Set the tutors side by side; each cell is a mean, its 95 % interval over problems, and the count of values."""
    made = Table("score")
    for each in summaries:
        made.add_column(
            f"{escape(each.tutor)}\n{_many(each.dialogues, 'dialogue')}, {_many(each.turns, 'turn')}", justify="right"
        )
    for name in ALL:
        if any(each.scores[name] for each in summaries):
            made.add_row(label(name), *(cell(each.scores[name]) for each in summaries))
    return made


def label(name: str) -> str:
    """Name a score for people."""
    return name.replace("_", " ") + (" (by rules)" if name in BY_RULES else "")


def _many(number: int, of: str) -> str:
    return f"{number} {of}" if number == 1 else f"{number} {of}s"


def cell(found: Estimate | None) -> str:
    """Write an estimate."""
    return "" if found is None else f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}] n={found.count}"
