"""Where Python cannot read a line, its signs are counted: true numbers, in plain words."""

from __future__ import annotations

from gadfly_server.tutor.planner import plan
from helpers.recorded import facts_from


def test_one_sign_on_a_line_is_counted_as_one() -> None:
    facts = facts_from("def f(x:\n    return x\n")
    counted = next(q for q in plan(facts) if q.text == "How many `(` are on line 1?")
    assert counted.oracle.evidence == "There is 1 on line 1."


def test_where_an_equals_sign_stops_python_that_sign_is_counted() -> None:
    asked = plan(facts_from("def f(n):\n    if n = 10:\n        return True\n"))
    assert [q.text for q in asked[1:]] == ["How many `=` are on line 2?"]
    assert asked[1].insight == "which signs stand on the line"
