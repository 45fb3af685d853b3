"""Each kind of question on a small program: its words, its right answer, its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gadfly_analyzers.execution.results import Problem, ProblemKind
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.values import Value
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.question import Entry, Place, Question
from helpers.recorded import facts_from


def question(facts: Facts, start: str) -> Question:
    """The one planned question whose text starts so."""
    found = [q for q in plan(facts) if q.text.startswith(start)]
    assert len(found) == 1, [q.text for q in plan(facts)]
    return found[0]


AVERAGE = """\
def average(numbers):
    total = 0
    for i in range(1, len(numbers)):
        total += numbers[i]
    return total / len(numbers)
"""
AVERAGE_FACTS = facts_from(AVERAGE, "def test_two():\n    assert average([2, 4]) == 3\n")


def test_expected_value_comes_first_and_names_no_place() -> None:
    first = plan(AVERAGE_FACTS)[0]
    assert first.text == "What should `average([2, 4])` give?"
    assert (first.kind, first.level, first.points_at, first.entry) == ("expected-value", 1, None, Entry.VALUE)
    assert (first.oracle.answer, first.oracle.source) == ("3", "test")
    assert first.choices == ("2", "2.0", "3", "4") or "2.0" in first.choices


def test_count_follows() -> None:
    second = plan(AVERAGE_FACTS)[1]
    assert second.text == "How many times does the body of the loop on line 3 run for `[2, 4]`?"
    assert (second.oracle.answer, second.oracle.source, second.oracle.evidence) == (
        "1",
        "trace",
        "In the run it was 1.",
    )
    assert second.points_at == Place(3, 4)
    assert second.choices == ("0", "1", "2", "3")


def test_values_in_the_loop() -> None:
    assert question(AVERAGE_FACTS, "What is `i` in the first pass of the loop on line 3").oracle.answer == "1"
    assert question(AVERAGE_FACTS, "What is `total` after the first pass of the loop on line 3").oracle.answer == "4"


def test_what_a_suspect_line_in_a_loop_began_with_is_asked_for() -> None:
    program = """\
def kept(marks):
    place = 1
    for mark in marks:
        if mark > 0:
            marks[place] = mark
            place += 1
    return place
"""
    tests = "def test_kept():\n    assert kept([3, 0, 5]) == 2\n"
    facts = facts_from(program, tests, suspects=(Suspect(5, 5, 0.9, ("it decides",)),))
    asked = question(facts, "Which line gives `place` its value before the loop on line 3 begins?")
    assert (asked.oracle.answer, asked.points_at, asked.entry) == ("2", Place(1, 7), Entry.LINE)
    assert not any("`mark` its value" in each.text or "`marks` its value" in each.text for each in plan(facts))


def test_of_loops_in_each_other_the_one_that_always_begins_with_what_that_line_gave_is_named() -> None:
    program = """\
def totals(rows):
    total, found = 0, []
    for row in rows:
        size = 0
        for number in row:
            total, size = total + number, size + 1
        found.append(total)
    return found
"""
    tests = "def test_totals():\n    assert totals([[1, 2], [3]]) == [3, 3]\n"
    facts = facts_from(program, tests, suspects=(Suspect(6, 6, 0.9, ("it decides",)),))
    for name, answer, loop in (("total", "2", 3), ("size", "4", 5)):
        asked = f"Which line gives `{name}` its value before the loop on line {loop} begins?"
        assert question(facts, asked).oracle.answer == answer
    assert not any("`total` its value before the loop on line 5" in each.text for each in plan(facts))


def test_a_first_value_that_some_passes_leave_out_is_not_asked_for() -> None:
    program = """\
def sums(rows):
    found = []
    for row in rows:
        if row[0] > 0:
            total = 0
        for number in row:
            total = total + number
        found.append(total)
    return found
"""
    tests = "def test_sums():\n    assert sums([[1, 2], [-1, 3]]) == [3, 2]\n"
    facts = facts_from(program, tests, suspects=(Suspect(7, 7, 0.9, ("it decides",)),))
    assert not any("`total` its value before" in each.text for each in plan(facts))
    before = program.replace("        if row[0] > 0:\n            total = 0\n", "        total = 0\n")
    again = facts_from(before, tests.replace("2]\n", "3]\n"), suspects=(Suspect(6, 6, 0.9, ("it",)),))
    assert any("`total` its value before the loop on line 5" in each.text for each in plan(again))


def test_the_last_character_of_a_line_stands_in_quotes() -> None:
    facts = facts_from("def f(n).\n    return n\n", "def test_it():\n    assert f(1) == 1\n")
    asked = question(facts, "Which character does line 1 end with?")
    assert asked.oracle.evidence == "Line 1 ends with `'.'`."


@pytest.mark.parametrize(("suspect", "early"), [(2, False), (5, True)])
def test_which_line_gives_the_result_comes_first_only_where_that_line_is_suspect(suspect: int, early: bool) -> None:
    program = """\
def cold(degrees):
    if degrees < 0:
        return "yes"
    else:
        return "no"
"""
    tests = "def test_cold():\n    assert cold(0) == 'yes'\n"
    facts = facts_from(program, tests, suspects=(Suspect(suspect, suspect, 0.9, ("it decides",)),))
    order = [each.text for each in plan(facts)]
    which, taken = "Which line of `cold` gives back the result for `0`?", "Is the `if` on line 2 taken for `0`?"
    assert (order.index(which) < order.index(taken)) is early


def test_of_a_call_that_calls_itself_with_the_same_one_is_asked_about() -> None:
    facts = facts_from("def steps(n):\n    return 1 + steps(n)\n", "def test_it():\n    assert steps(4) == 4\n")
    asked = [each.text for each in plan(facts) if "What is `n`" in each.text]
    assert asked == ["Line 2 calls `steps` again. What is `n` in the second call of `steps` for `4`?"]


def test_a_function_is_named_without_what_it_stands_in() -> None:
    program = """\
class Tree:
    def __init__(self, left):
        self.left = left
    def depth(self, n):
        return n if n > 3 else self.depth(n + self.left)
"""
    asked = [q.text for q in plan(facts_from(program, "def test_it():\n    assert Tree(1).depth(1) == 5\n"))]
    assert any("in the second call of `depth`" in text for text in asked)
    assert not any("Tree.depth" in text for text in asked)


def test_a_call_in_a_statement_over_several_lines_is_on_the_line_that_makes_it() -> None:
    program = (
        "def steps(n):\n    return 0 if n < 1 else sum(\n        [\n            1,\n            steps(n - 1)]\n    )\n"
    )
    asked = [q.text for q in plan(facts_from(program, "def test_steps():\n    assert steps(3) == 4\n"))]
    assert "Line 5 calls `steps` again. What is `n` in the second call of `steps` for `3`?" in asked


def test_the_line_that_decides() -> None:
    pointed = question(AVERAGE_FACTS, "Which line decides how often line 4 runs?")
    assert (pointed.entry, pointed.oracle.answer, pointed.oracle.source) == (Entry.LINE, "3", "tree")


def test_branches() -> None:
    facts = facts_from(
        "def sign(n):\n    if n > 0:\n        return 1\n    elif n < 0:\n        return -1\n    return 1\n",
        "def test_zero():\n    assert sign(0) == 0\n",
    )
    assert question(facts, "Is the `if` on line 2 taken for `0`?").oracle.answer == "No"
    assert question(facts, "Is the `elif` on line 4 taken for `0`?").oracle.answer == "No"
    assert question(facts, "Which line of `sign` gives back the result for `0`?").oracle.answer == "6"


def test_a_branch_in_a_loop_is_counted() -> None:
    facts = facts_from(
        "def big(ns):\n    c = 0\n    for n in ns:\n        if n > 3:\n            c += 1\n    return c\n",
        "def test_big():\n    assert big([3, 4, 5]) == 3\n",
    )
    asked = question(facts, "How many times is the `if` on line 4 taken for `[3, 4, 5]`?")
    assert (asked.oracle.answer, asked.kind, asked.entry) == ("2", "branch", Entry.NUMBER)


def test_a_line_after_an_early_return_is_not_reached() -> None:
    facts = facts_from(
        "def last(ns):\n    for n in ns:\n        return n\n    return None\n",
        "def test_last():\n    assert last([1, 2]) == 2\n",
    )
    asked = question(facts, "Does line 4 run for `[1, 2]`?")
    assert (asked.kind, asked.oracle.answer, asked.oracle.source) == ("reached", "No", "coverage")
    assert question(facts, "How many times does the body of the loop on line 2 run").oracle.answer == "1"


def test_functions_on_the_way_come_with_what_they_gave_back() -> None:
    facts = facts_from(
        "def half(n):\n    return n // 2\n\ndef quarter(n):\n    return half(half(n))\n",
        "def test_quarter():\n    assert quarter(6) == 1.5\n",
    )
    asked = question(facts, "For `6`, your program calls `half(6)`.")
    assert (asked.kind, asked.oracle.answer, asked.points_at) == ("predict-return", "3", Place(1, 2))


def test_questions_go_into_the_functions_on_the_way() -> None:
    facts = facts_from(
        "def total(ns):\n    t = 0\n    for i in range(len(ns) - 1):\n        t += ns[i]\n    return t\n\n"
        "def mean(ns):\n    return total(ns) / len(ns)\n",
        "def test_mean():\n    assert mean([2, 4]) == 3\n",
    )
    asked = question(facts, "How many times does the body of the loop on line 3 run in `total([2, 4])`?")
    assert asked.oracle.answer == "1"


def test_a_changed_argument_is_asked_for() -> None:
    facts = facts_from(
        "def top(ns):\n    big = max(ns)\n    ns.remove(big)\n    return ns\n",
        "def test_top():\n    assert top([1, 5]) == [1, 5]\n",
    )
    asked = question(facts, "What is `ns` right after line 3")
    assert (asked.oracle.answer, asked.surprise) == ("[1]", 3)


def test_nothing_given_back() -> None:
    facts = facts_from("def double(n):\n    print(n * 2)\n", "def test_double():\n    assert double(2) == 4\n")
    assert question(facts, "What does your program print for `2`?").oracle.answer == "4"
    assert not [q.text for q in plan(facts) if "return" in q.text]  # the word alone would tell


def test_return_lines_that_do_not_run() -> None:
    program = "def double(n):\n    if n > 5:\n        return n * 2\n"
    asked = question(facts_from(program, "def test_double():\n    assert double(2) == 4\n"), "How many `return` lines")
    assert asked.oracle.answer == "0"


def test_an_endless_loop_is_asked_about_from_what_was_seen() -> None:
    facts = facts_from(
        "def down(n):\n    m = n\n    while m > 0:\n        n = m - 1\n    return n\n",
        "def test_down():\n    assert down(3) == 0\n",
    )
    kinds = [q.kind for q in plan(facts)]
    assert kinds[:2] == ["expected-value", "reached"]
    assert question(facts, "Does `down(3)` come to an end by itself?").oracle.answer == "No"
    assert question(facts, "How many lines inside the loop on line 3 give `m` a new value?").oracle.answer == "0"
    assert question(facts, "What is `m` after the second pass of the loop on line 3").oracle.answer == "3"


def test_a_recursion_is_asked_about_call_by_call() -> None:
    facts = facts_from("def fact(n):\n    return n * fact(n - 1)\n", "def test_fact():\n    assert fact(3) == 6\n")
    asked = question(facts, "Line 2 calls `fact` again. What is `n` in the second call of `fact` for `3`?")
    assert (asked.kind, asked.oracle.answer, asked.points_at) == ("value-at", "2", Place(2, 2))


ENDS = "How many lines of `fact` give back a value that needs no other call of `fact`?"


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("return n * fact(n - 1)", "0"),
        ("if n == -1:\n        return 1\n    return n * fact(n - 2)", "1"),
        ("return n * fact(n - 1) if n > -10_000 else 1", None),
        ("if n == -1:\n        return\n    return n * fact(n - 2)", None),
        ("if n == 0:\n        return 2\n    return n * fact(n - 1)", None),
        ("if n > 0:\n        rest = fact(n - 2)\n        return n * rest\n    return fact(n - 1)", None),
        (
            "def begin():\n        return fact(0)\n\n    if n < -9:\n        return begin()\n    return fact(n - 1)",
            None,
        ),
    ],
)
def test_of_a_recursion_without_end_it_is_asked_how_many_lines_could_end_it(body: str, answer: str | None) -> None:
    facts = facts_from(f"def fact(n):\n    {body}\n", "def test_fact():\n    assert fact(4) == 24\n")
    asked = [each for each in plan(facts) if each.text == ENDS]
    assert [(each.oracle.answer, each.oracle.source) for each in asked] == [(answer, "tree")] * (answer is not None)


def test_of_a_call_that_another_function_made_no_line_is_named() -> None:
    program = "def even(n):\n    return True if n == 0 else odd(n - 1)\n\n\ndef odd(n):\n    return even(n - 1)\n"
    facts = facts_from(program, "def test_it():\n    assert even(3) is False\n")
    asked = question(facts, "What is `n` in the second call of `even` for `3`?")
    assert (asked.oracle.answer, asked.points_at) == ("1", Place(1, 2))


def test_an_error_is_asked_for_after_the_goal() -> None:
    facts = facts_from(
        "def first(ns):\n    n = len(ns)\n    return ns[n]\n", "def test_first():\n    assert first([7]) == 7\n"
    )
    first, second = plan(facts)[:2]
    assert (first.kind, first.oracle.answer) == ("expected-value", "7")
    assert second.text == "On which line does the `IndexError` come up for `[7]`?"
    assert second.oracle.answer == "3"


def test_a_broken_program_is_asked_about_where_it_breaks() -> None:
    facts = facts_from("def f(n)\n    return n\n")
    first = plan(facts)[0]
    assert (first.kind, first.level, first.oracle.answer) == ("syntax", 3, "1")


def test_a_test_without_literal_values_is_asked_about_in_its_own_words() -> None:
    facts = facts_from(
        "class Box:\n    def __init__(self, n):\n        self.n = n + 1\n",
        "def test_box():\n    b = Box(3)\n    assert b.n == 3\n",
    )
    first = plan(facts)[0]
    assert (first.text, first.oracle.answer) == ("In `test_box`, what should `b.n` be?", "3")


def test_a_variable_of_the_test_is_named_by_its_call() -> None:
    facts = facts_from(
        "def double(n):\n    return n + 1\n", "def test_double():\n    result = double(3)\n    assert result == 6\n"
    )
    assert plan(facts)[0].text == "What should `double(3)` give?"


@pytest.mark.parametrize(
    "check",
    [
        "def test_longer():\n    shelf = [1]\n    longer(shelf, 2)\n    assert shelf == [1]\n",
        (
            "def test_longer():\n    shelf = [1]\n    both = {'kept': shelf, 'new': longer(shelf, 2)}\n"
            "    assert both['kept'] == [1]\n"
        ),
    ],
)
def test_what_a_call_left_behind_is_not_what_it_gives(check: str) -> None:
    facts = facts_from("def longer(items, item):\n    items.append(item)\n    return items\n", check)
    actual = check.partition("assert ")[2].partition(" ==")[0].replace("'", '"')
    first = plan(facts)[0]
    assert first.text.replace("'", '"') == f"In `test_longer`, what should `{actual}` be?"
    assert first.oracle.answer == "[1]"


def test_nothing_is_asked_when_all_agree() -> None:
    assert plan(facts_from("def one():\n    return 1\n", "def test_one():\n    assert one() == 1\n")) == ()


def test_a_generator_is_not_asked_for_its_returns() -> None:
    facts = facts_from(
        "def evens(n):\n    for i in range(n):\n        yield i\n",
        "def test_evens():\n    assert list(evens(3)) == [0, 2]\n",
    )
    assert not [q for q in plan(facts) if "return" in q.text]


def test_a_parameter_of_a_test_is_explained_by_the_call() -> None:
    facts = facts_from(
        "def double(n):\n    return n + 1\n",
        "def test_double():\n    n = 3\n    assert [double(n)] == [6]\n",
    )
    assert plan(facts)[0].text == "In `test_double`, what should `[double(n)]` be for `double(3)`?"


def test_where_only_truth_counts_the_question_says_so() -> None:
    facts = facts_from("def even(n):\n    return n % 2\n", "def test_even():\n    assert even(3) is False\n")
    assert facts.focus is not None
    assert facts.focus.comparison is not None
    truth = replace(facts.focus.comparison, operator="==", expected=Value("False", "bool", True))
    focus = replace(facts.focus, source="def test_even():\n    assert not even(3)\n", comparison=truth)
    first = plan(replace(facts, focus=focus))[0]
    assert first.text == "What does the test want from `even(3)`: true or false?"
    assert [mark(first, said).verdict for said in ("None", "0", "1", "yes")] == ["right", "right", "wrong", "wrong"]


def test_the_head_of_a_loop_in_a_loop_is_not_asked_for() -> None:
    facts = facts_from(
        "def pairs(n):\n    out = 0\n    for i in range(n):\n        for j in range(i):\n            out += j\n"
        "    return out\n",
        "def test_pairs():\n    assert pairs(3) == 4\n",
    )
    assert not [q.text for q in plan(facts) if "decides" in q.text]


def test_a_pass_that_an_error_ended_has_no_values_after_it() -> None:
    facts = facts_from(
        "def scaled(ns):\n    total = 0\n    for n in ns:\n        part = 10 // n\n        total += part\n"
        "    return total\n",
        "def test_scaled():\n    assert scaled([5, 0]) == 2\n",
    )
    assert question(facts, "What is `total` after the first pass").oracle.answer == "2"
    assert not [q.text for q in plan(facts) if "after the second pass" in q.text]


def test_a_program_that_was_cut_while_it_loads_did_not_stop_on_a_line() -> None:
    message = "`program.py` does not load (line 1): it did not end within 5 s"
    problem = Problem(ProblemKind.PROGRAM_DOES_NOT_LOAD, message, None, 1)
    assert plan(facts_from("while True:\n    x = 1\n", problems=(problem,))) == ()


PLAIN = {
    "def add(x):\n    return x + 2\n": "What is `x` just before line 2 runs for `1`?",
    "def add(x):\n    return 2\n": "What is `x` when `add` begins for `1`?",
    "def add(x):\n    out = {}\n    for k in [x]:\n        out[k] = x\n    return out\n": "What is `out` after",
}


@pytest.mark.parametrize("program", PLAIN)
def test_every_run_of_a_function_can_be_asked_about(program: str) -> None:
    facts = facts_from(program, "def test_add():\n    assert add(1) == 7\n")
    assert next(q.text for q in plan(facts) if q.level == 2).startswith(PLAIN[program])


def test_a_function_that_prints_is_not_asked_for_what_it_gives_back() -> None:
    facts = facts_from("def show(ns):\n    ns.append(2)\n", "def test_show():\n    assert [show([])] == [3]\n")
    assert not [q.text for q in plan(facts) if "`return` lines" in q.text]


def test_a_sign_that_cannot_be_typed_is_not_asked_for() -> None:
    assert not [q.text for q in plan(facts_from("def f(x:\n    return x \0\n")) if "end with" in q.text]


def test_functions_whose_calls_stand_beside_each_other_in_a_check_are_all_asked_about() -> None:
    facts = facts_from(
        "def cut(ns):\n    out = []\n    for i in range(len(ns) - 2):\n        out.append(ns[i])\n    return out\n\n"
        "def show(ns):\n    return str(ns)\n",
        "def test_cut():\n    assert show(cut([1, 2, 3])) == '[1, 2]'\n",
    )
    asked = question(facts, "How many times does the body of the loop on line 3 run in `cut([1, 2, 3])`?")
    assert asked.oracle.answer == "1"


def test_where_python_stops_is_asked_beside_the_three_lines_around() -> None:
    broken = "def f(x):\n    y = x\n    for n in range(3)\n        y += n\n    return y\n"
    place, *_ = plan(facts_from(broken, ""))
    assert (place.oracle.answer, place.points_at, place.level) == ("3", Place(2, 4), 3)
    [at_the_end, *_] = plan(facts_from("print(2", ""))
    assert at_the_end.points_at == Place(1, 1)


PAIRS = """\
def pairs(items):
    found = []
    for first in range(0, len(items)):
        for second in range(first, len(items)):
            found.append(items[first] + items[second])
        size = len(found)
    return found
"""
BIG = """\
def big(numbers):
    found = []
    for number in numbers:
        if number > 2:
            found.append(number)
    return found
"""
BALANCE = """\
def years(goal):
    count = 0
    money = 100
    while money < goal:
        money = 100 + 10 * count
        count += 1
    return count
"""


def at_fault(line: int) -> tuple[Suspect, ...]:
    return (Suspect(line, line, 0.9, ("it decides",)),)


def about_the_run(program: str, test: str, line: int) -> list[str]:
    """What is planned of the run where one line is at fault, by kind."""
    facts = facts_from(program, f"def test_it():\n    assert {test}\n", suspects=at_fault(line))
    return [f"{each.kind} {each.points_at.line}" for each in plan(facts) if each.level == 2 and each.points_at]


def test_after_one_question_about_a_block_what_is_inside_is_asked_about() -> None:
    asked = about_the_run(PAIRS, "pairs(['a', 'b']) == ['ab']", 4)
    assert asked[:2] == ["count 3", "count 4"]
    assert asked.index("value-at 3") > asked.index("value-at 4")


def test_a_block_that_is_seen_at_a_glance_waits_for_what_is_inside() -> None:
    asked = about_the_run(BIG, "big([5, 2]) == [5, 2]", 4)
    assert asked[0] == "branch 4"
    assert "value-at 3" in asked


def test_a_block_whose_head_is_at_fault_comes_first() -> None:
    assert about_the_run(BIG, "big([5, 2]) == [5, 2]", 3)[0] == "value-at 3"


def test_a_likely_line_comes_second_also_if_it_changes_nothing_at_first() -> None:
    facts = facts_from(BALANCE, "def test_it():\n    assert years(115) == 2\n", suspects=at_fault(5))
    asked = [each for each in plan(facts) if each.level == 2 and each.topic == "block:4"]
    assert asked[1].text == "What is `money` right after line 5 has run once for `115`?"
    assert asked[1].oracle.answer == "100"


def test_where_python_stops_is_asked_with_the_lines_to_look_at() -> None:
    facts = facts_from("def f(n)\n    return n\n\n", "def test_it():\n    assert f(1) == 1\n")
    asked = plan(facts)[0]
    assert asked.text == "Python cannot read `program.py`. Look at lines 1 to 2. At which line does it stop?"
    assert asked.points_at == Place(1, 2)
