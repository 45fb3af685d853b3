"""The hypothesis notebook: what is supposed is checked against the recorded run, again after each new run."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from gadfly_server.tutor import dialogue as talk
from gadfly_server.tutor import notebook, notes, planner
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.kept import from_json, to_json
from gadfly_server.tutor.supposing import AFTER, BEFORE, EVERY, LAST, Supposed, read
from gadfly_server.tutor.turns import Dialogue
from gadfly_server.wording import LANGUAGES, speaking
from helpers.recorded import facts_from

SUM = """\
def total_of(numbers):
    total = 0
    for n in numbers:
        total += n
        if total > 100:
            total = 100
    return total + 1
"""
TESTS = "def test_sum():\n    assert total_of([1, 2, 3]) == 6\n"
SHELF = """\
class Shelf:
    books = []
    def __init__(self):
        self.books = []
    def __repr__(self):
        return f"<Shelf books={self.books!r}>"

def filled(rows):
    shelf = Shelf()
    i = 0
    while i < len(rows):
        shelf.books.append(rows[i][0])
        i += 1
    return shelf.books
"""
SHELVED = "def test_filled():\n    assert filled([['b', 1], ['a', 2]]) == ['a', 'b']\n"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return facts_from(SUM, TESTS)


def verdict(facts: Facts, text: str) -> tuple[str, str]:
    """What the run says of one hypothesis."""
    noted = notebook.suppose(Dialogue(), facts, text)
    return notes.told(noted.hypotheses[-1], None, facts)


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("total on line 4 is 3", Supposed("total", 4, "3")),
        ("total@4=3", Supposed("total", 4, "3")),
        ("`total` at L4 = 3.", Supposed("total", 4, "3")),
        ("I think total is 3 on line 4", Supposed("total", 4, "3")),
        ("total on line 4 is 3 i think", Supposed("total", 4, "3")),
        ("total on line 4 is 3!", Supposed("total", 4, "3")),
        ("total is 3 on line 4, I guess?", Supposed("total", 4, "3")),
        ("total in Zeile 4 ist 3, glaube ich", Supposed("total", 4, "3")),
        ("total on line 4 is 'hi!'", Supposed("total", 4, "'hi!'")),
        ("total on line 4 is hi!", Supposed("total", 4, "hi!")),
        ("on line 4: total = [1, 2]", Supposed("total", 4, "[1, 2]")),
        ("after the second pass of line 3, total is 5", Supposed("total", 3, "5", 2, AFTER)),
        ("before line 4, total is 0", Supposed("total", 4, "0", EVERY, BEFORE)),
        ("total after line 4 is three", Supposed("total", 4, "three", EVERY, AFTER)),
        ("the 2nd time line 4 runs, total is 3", Supposed("total", 4, "3", 2)),
        ("in pass 2 of line 3, n is 2", Supposed("n", 3, "2", 2)),
        ("total = 3 on line 4 the last time", Supposed("total", 4, "3", LAST)),
        ("last on line 4 is 'line 5'", Supposed("last", 4, "'line 5'")),
        ("self.items on line 6 is an empty list", Supposed("self.items", 6, "an empty list")),
        ("rows[0][1] on line 6 is 1", Supposed("rows[0][1]", 6, "1")),
        ("total in Zeile 4 ist 3", Supposed("total", 4, "3")),
        ("nach dem zweiten Durchlauf von Zeile 3 ist total 5", Supposed("total", 3, "5", 2, AFTER)),
        ("total is 3", None),
        ("total on line 4", None),
        ("line 4 is wrong", None),
        ("3", None),
        ("on " * 120, None),
    ],
)
def test_words_are_read(text: str, supposed: Supposed | None) -> None:
    assert read(text) == supposed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("after the second pass of line 3, total is 3", ("confirmed", "Yes. In the run it was `3`.")),
        ("after the second pass of line 3, total is 5", ("refuted", "Not so. In the run it was `3`.")),
        ("after the last pass of line 3, total is six", ("confirmed", "Yes. In the run it was `6`.")),
        ("in the second pass of line 3, n is 2", ("confirmed", "Yes. In the run it was `2`.")),
        ("total on line 4 is 1", ("refuted", "Not so. At time 2 it was `3`.")),
        ("before line 4 runs the first time, total is 0", ("confirmed", "Yes. In the run it was `0`.")),
        ("numbers on line 4 is [1, 2, 3]", ("confirmed", "Yes. In the run it was `[1, 2, 3]` all 3 times.")),
        ("numbers on line 4 is 1, 2, 3", ("confirmed", "Yes. In the run it was `[1, 2, 3]` all 3 times.")),
        ("numbers[-1] on line 7 is 3", ("confirmed", "Yes. In the run it was `3`.")),
        ("numbers[n] on line 5 the first time is 2", ("confirmed", "Yes. In the run it was `2`.")),
        ("numbers[7] on line 7 is 3", ("unknown-name", "The function had no `numbers[7]` of its own there.")),
        ("n on line 2 is 1", ("unknown-name", "The function had no `n` of its own there.")),
        ("total on line 6 is 100", ("never-reached", "The run did not come to line 6.")),
        ("total on line 4 the ninth time is 1", ("never-reached", "Line 4 ran only 3 times.")),
        ("after the fourth pass of line 3, total is 6", ("never-reached", "That loop made only 3 passes.")),
        ("total on line 7 is banana", ("not-recorded", "I cannot compare `banana` with what the run had.")),
    ],
)
def test_the_recorded_run_is_the_experiment(facts: Facts, text: str, said: tuple[str, str]) -> None:
    assert verdict(facts, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shelf.books on line 14 is ['b', 'a']", "Yes. In the run it was `['b', 'a']`."),
        ("rows[i][1] on line 12 the last time is 2", "Yes. In the run it was `2`."),
        ("after the first pass of line 11, shelf.books is ['a']", "Not so. In the run it was `['b']`."),
        ("shelf.pages on line 14 is 1", "The function had no `shelf.pages` of its own there."),
    ],
)
def test_parts_of_what_was_recorded_count(text: str, said: str) -> None:
    assert verdict(facts_from(SHELF, SHELVED), text)[1] == said


def test_a_sentence_says_what_is_supposed(facts: Facts) -> None:
    noted = Dialogue()
    for text in (
        "total on line 4 is 1",
        "total before line 7 the last time is 3",
        "after pass 2 of line 3, total is 5",
    ):
        noted = notebook.suppose(noted, facts, text)
    assert [notes.described(each) for each in noted.hypotheses] == [
        "Each time right after line 4 runs, `total` is `1`.",
        "Before line 7 runs the last time, `total` is `3`.",
        "After pass 2 of the loop on line 3, `total` is `5`.",
    ]


@pytest.mark.parametrize(
    ("idea", "message"),
    [
        ("what is wrong?", "Say it with a name, a line and a value, such as: total on line 4 is 3"),
        ("total on line 99 is 3", "The program has no line 99."),
        (Supposed("total +", 4, "3"), "Which name do you mean? It can be such as total, self.items or rows[0]."),
        (Supposed("f(x)", 4, "3"), "Which name do you mean? It can be such as total, self.items or rows[0]."),
        (Supposed("total", 4, " "), "Which value do you expect? A short one is best, such as 3, 'abc' or [1, 2]."),
        (Supposed("total", 4, "3", -7), "Which time do you mean? Say first, second, last, or every time."),
        (Supposed("total", 4, "3", 1, "during"), "Which time do you mean? Say first, second, last, or every time."),
    ],
)
def test_what_cannot_be_a_hypothesis_is_refused_kindly(facts: Facts, idea: Supposed | str, message: str) -> None:
    with pytest.raises(notebook.Unclear) as refused:
        notebook.suppose(Dialogue(), facts, idea)
    assert str(refused.value) == message


def test_the_same_twice_is_one_and_the_newest_thirty_stay(facts: Facts) -> None:
    once = notebook.suppose(Dialogue(), facts, "total on line 7 is 6")
    assert notebook.suppose(once, facts, "`total` @ 7 = 6") is once
    many = once
    for value in range(40):
        many = notebook.suppose(many, facts, f"total on line 7 is {100 + value}")
    assert [each.number for each in many.hypotheses] == [*range(12, 42)]
    assert len(notebook.forget(many, 12).hypotheses) == 29
    assert notebook.forget(many, 1) is many


def test_each_run_says_something_of_its_own() -> None:
    first = facts_from(SUM, TESTS)
    noted = notebook.suppose(talk.begin(first), first, "total on line 7 is 7")
    assert talk.observe(noted, first) is noted
    longer = facts_from("# added\n\n" + SUM.replace("total = 0", "total = 1"), TESTS)
    [again] = talk.observe(noted, longer).hypotheses
    assert again.supposed.line == 9
    assert [(each.run, each.line, notes.spoken(again, each)) for each in again.outcomes] == [
        (1, 7, "Not so. In the run it was `6`."),
        (2, 9, "Yes. In the run it was `7`."),
    ]


def test_a_line_that_goes_is_gone_and_a_run_without_a_record_says_so() -> None:
    first = facts_from(SUM, TESTS)
    noted = talk.begin(first)
    for text in ("total on line 6 is 100", "total on line 4 the first time is 1"):
        noted = notebook.suppose(noted, first, text)
    short = SUM.replace("        if total > 100:\n            total = 100\n", "")
    after = talk.observe(noted, facts_from(short, TESTS))
    found = [notes.told(each, None, None) for each in after.hypotheses]
    assert found == [("gone", "That line is no longer in the program."), ("confirmed", "Yes. In the run it was `1`.")]
    broken = talk.observe(after, facts_from(short.replace("0\n", "0)\n"), TESTS))
    passing = talk.observe(broken, facts_from(short.replace("total + 1", "total"), TESTS))
    assert [outcome.finding.verdict for outcome in passing.hypotheses[1].outcomes] == [
        "confirmed",
        "confirmed",
        "not-recorded",
    ]
    back = talk.observe(passing, facts_from(SUM, TESTS))
    assert notes.told(back.hypotheses[1], None, None)[0] == "confirmed"


def test_the_notebook_outlasts_a_restart_and_old_records_have_none(facts: Facts) -> None:
    noted = notebook.suppose(talk.begin(facts), facts, "total on line 7 is 6")
    assert from_json(json.loads(json.dumps(to_json(noted)))) == noted
    old = to_json(noted)
    del old["hypotheses"]
    assert from_json(old) == replace(noted, hypotheses=())


def test_what_would_answer_the_open_question_waits(facts: Facts) -> None:
    asked = {question.kind: question for question in planner.candidates(facts)}
    value = next(q for q in planner.candidates(facts) if q.id.startswith("value-at:total:after the second pass"))
    noted = notebook.suppose(Dialogue(), facts, "total after the second pass of line 3 is 9")
    [hypothesis] = notebook.suppose(Dialogue(), facts, "total on line 2 is 0").hypotheses
    waits = "The open question is about just that. Answer it first, then look here."
    assert notes.told(noted.hypotheses[0], value, facts) == ("waiting", waits)
    assert notes.told(noted.hypotheses[0], asked["expected-value"], facts)[0] == "refuted"
    assert notes.told(hypothesis, value, facts)[0] == "confirmed"
    [inside] = notebook.suppose(Dialogue(), facts, "total on line 6 is 100").hypotheses
    assert notes.told(inside, asked["branch"], facts) == ("waiting", waits)


def test_a_noted_place_is_asked_about_sooner() -> None:
    program = """\
def first(a):
    b = 0
    for x in a:
        b += x * 2
    for y in range(b):
        a.append(y + b)
    return a
"""
    facts = facts_from(program, "def test_first():\n    assert first([1]) == [1]\n")
    noted = notebook.suppose(Dialogue(), facts, "b on line 4 is 5").hypotheses
    topics = [list(dict.fromkeys(q.topic for q in planner.plan(facts, noted=n))) for n in ((), noted)]
    assert topics[0].index("block:5") < topics[0].index("block:3")
    assert topics[1].index("block:3") < topics[1].index("block:5")


def asked_for_one(facts: Facts) -> Dialogue:
    """A dialogue whose open question asks for a hypothesis."""
    [question] = [question for question in planner.candidates(facts) if question.kind == "hypothesis"]
    return replace(talk.begin(facts), question=question)


def test_a_hypothesis_is_an_answer_and_the_run_marks_it(facts: Facts) -> None:
    right = talk.answer(asked_for_one(facts), facts, "total on line 7 is 6")
    wrong = talk.answer(asked_for_one(facts), facts, "total on line 7 is 7")
    never = talk.answer(asked_for_one(facts), facts, "total on line 6 is 100")
    assert [(d.turns[2].marked, len(d.hypotheses)) for d in (right, wrong, never)] == [
        ("right", 1),
        ("wrong", 1),
        ("wrong", 1),
    ]
    assert wrong.turns[2].text == "You said `total on line 7 is 7`. Not so. In the run it was `6`."
    assert never.turns[2].text == "You said `total on line 6 is 100`. The run did not come to line 6."


def test_who_has_no_hypothesis_is_helped(facts: Facts) -> None:
    open_ = asked_for_one(facts)
    unclear = talk.answer(open_, facts, "something with total")
    assert "Say it with a name, a line and a value, such as: total on line 4 is 3." in unclear.turns[2].text
    assert unclear.hypotheses == ()
    eased = talk.answer(open_, facts, "?")
    assert eased.question is not None
    assert "total is 6 after line 4 runs the last time" in eased.question.choices
    assert talk.answer(eased, facts, "total is 6 after line 4 runs the last time").turns[4].marked == "right"


def test_a_line_that_calls_its_own_function_runs_the_last_time_when_the_first_call_is_over() -> None:
    program = "def rest(xs):\n    if not xs:\n        return []\n    more = rest(xs[1:])\n    return more + [xs[0]]\n"
    facts = facts_from(program, "def test_rest():\n    assert rest([1, 2, 3]) == [1, 2, 3]\n")
    eased = talk.answer(asked_for_one(facts), facts, "?")
    assert eased.question is not None
    [right] = [each for each in eased.question.choices if each.startswith("more is [3, 2] ")]
    assert talk.answer(eased, facts, right).turns[4].marked == "right"
    assert verdict(facts, right) == ("confirmed", "Yes. In the run it was `[3, 2]`.")
    assert verdict(facts, "more is [] the first time after line 4 runs") == (
        "confirmed",
        "Yes. In the run it was `[]`.",
    )
    assert verdict(facts, "xs is [1, 2, 3] before line 4 runs the first time")[0] == "confirmed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_to_suppose_is_read_as_it_stands_in_every_language(facts: Facts, language: str) -> None:
    with speaking(language):
        offered = talk.answer(asked_for_one(facts), facts, "?").question
        assert offered is not None
        read_again = [read(choice) for choice in offered.choices]
    assert Supposed("total", 4, "6", LAST, "after") in read_again
    assert len({each.value for each in read_again if each}) == len(offered.choices)
