"""The kinds of questions: one file each, a generator of candidates from facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.questions import (
    branch,
    compare_runs,
    concept,
    count,
    course,
    elsewhere,
    expected_value,
    explain,
    first_wrong,
    hypothesis,
    line_by_line,
    no_value,
    point_at,
    predict_output,
    predict_return,
    reached,
    same_object,
    syntax,
    value_at,
)

ALL: tuple[Callable[[Facts], Iterator[Question]], ...] = (
    syntax.candidates,
    expected_value.candidates,
    reached.candidates,
    predict_output.candidates,
    predict_return.candidates,
    count.candidates,
    branch.candidates,
    compare_runs.candidates,
    same_object.candidates,
    no_value.candidates,
    value_at.candidates,
    first_wrong.candidates,
    point_at.candidates,
    concept.candidates,
    course.candidates,
    explain.candidates,
    hypothesis.candidates,
    line_by_line.candidates,
    elsewhere.candidates,
)
