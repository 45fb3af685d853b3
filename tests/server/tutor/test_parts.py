"""Of a function that is one line, it is asked what the parts of that line gave."""

from __future__ import annotations

from dataclasses import replace

from gadfly_analyzers.trace.parts import Part
from gadfly_analyzers.values import Value
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.question import Place
from helpers.recorded import facts_from


def test_of_a_line_that_is_all_there_is_its_parts_are_asked_for() -> None:
    program = "def short(words):\n    return sum(len(word) + 1 for word in words) // 2\n"
    facts = facts_from(program, "def test_two():\n    assert short(['a', 'bcd']) == 4\n")
    assert [each.text for each in plan(facts) if each.level == 2] == [
        "What is `words` just before line 2 runs for `['a', 'bcd']`?"
    ]
    whole = Part("sum(len(word) + 1 for word in words)", 2, Value("6", "int", True))
    again = Part("len(word) + 1", 2, Value("4", "int", True), again=True)
    gone = Part("words", 2, Value("<list_iterator>", "list_iterator", False))
    first, second = (each for each in plan(replace(facts, parts=(whole, gone, again))) if each.level == 2)
    assert first.text == "What does `sum(len(word) + 1 for word in words)` on line 2 give for `['a', 'bcd']`?"
    assert second.text == "What does `len(word) + 1` on line 2 give the last time for `['a', 'bcd']`?"
    assert (first.oracle.answer, first.oracle.evidence, first.points_at) == (
        "6",
        "In the run it gave `6`.",
        Place(2, 2),
    )
    assert {"4", "6"} <= {*first.choices}
    assert mark(second, "4").verdict == "right"
