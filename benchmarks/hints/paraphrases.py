"""Pairs of questions about small programs that ask for the same fact in free words, and pairs that only look alike.

Those to report were written before questions were compared by what they ask for, and only their totals were
looked at; the others were looked at one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gadfly_analyzers.source import Source
from gadfly_server.grading.questions import questions_in
from gadfly_server.grading.scores.repetition import similar

_GROUPS: list[dict[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
_HALVES = {"look": "looked at", "report": "not looked at"}


def paraphrases() -> Iterator[str]:
    """Give a table of how many pairs are taken for the same question."""
    yield "| pairs of questions in free words | asking the same, found | asking for other things, taken for the same |"
    yield "|---|---|---|"
    for half, name in _HALVES.items():
        groups = [each for each in _GROUPS if each["half"] == half]
        yield f"| {name} | {_taken(groups, 'same')} | {_taken(groups, 'other')} |"


def _taken(groups: list[dict[str, Any]], kind: str) -> str:
    taken = [_is_again(*pair, Source.parse(group["program"])) for group in groups for pair in group[kind]]
    return f"{sum(taken)} of {len(taken)}"


def _is_again(first: str, second: str, program: Source) -> bool:
    earlier = [*questions_in(first, program)]
    return any(similar(one, before) for one in questions_in(second, program) for before in earlier)
