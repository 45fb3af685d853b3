"""The kinds of questions: one file each, a generator of candidates from facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.questions import (
    branch,
    count,
    expected_value,
    point_at,
    predict_return,
    reached,
    syntax,
    value_at,
)

ALL: tuple[Callable[[Facts], Iterator[Question]], ...] = (
    syntax.candidates,
    expected_value.candidates,
    reached.candidates,
    predict_return.candidates,
    count.candidates,
    branch.candidates,
    value_at.candidates,
    point_at.candidates,
)
