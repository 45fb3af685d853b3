"""How the benchmark of dialogues checks what is said, and how it counts."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent

import pytest

from dialogue import form, humans, recorder
from dialogue.about import Asked
from dialogue.claims import answers
from dialogue.editing import brings
from dialogue.leakage import leaks_in, new_tokens
from dialogue.measuring import Finding, Told
from dialogue.replies import claims_in, claims_of_list
from dialogue.reruns import claims_of_run
from dialogue.runs import Bench
from dialogue.section import section
from gadfly_server.grading.pointing import points
from gadfly_server.grading.students import policies
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.turns import Turn

PROGRAM = dedent(
    """\
    def tally(marks):
        best = 0
        for mark in marks:
            if mark > best:
                best = mark
        copy = marks
        copy.append(best)
        return best

    def down(n):
        if n == 0:
            return 0
        return down(n - 1)

    def crash(items):
        return items[3]

    def spin(n):
        while n > 0:
            n = n + 1
        return n
    """
)
TESTS = dedent(
    """\
    from program import *

    def test_tally():
        assert tally([4, 9, 2]) == 8

    def test_down():
        assert down(2) == 0

    def test_crash():
        assert crash([1]) == 1

    def test_spin():
        assert spin(1) == 0
    """
)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The program beside its tests."""
    return bench_of(tmp_path_factory.mktemp("bench"), PROGRAM)


def bench_of(folder: Path, program: str) -> Bench:
    (folder / "test_program.py").write_text(TESTS, "utf-8")
    return Bench(folder, program)


def test_what_checks_the_tutor_shares_no_code_with_it() -> None:
    for name in ("recorder", "runs", "about", "claims", "relations", "reruns", "supposed", "leakage"):
        tree = ast.parse((Path(recorder.__file__).parent / f"{name}.py").read_text("utf-8"))
        imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not [module for module in imported if module.startswith("gadfly")], name


# -- what is true ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "focus", "right"),
    [
        ("How many times does the body of the loop on line 3 run for `[4, 9, 2]`?", "test_tally", "3"),
        ("How many times is the `if` on line 4 taken for `[4, 9, 2]`?", "test_tally", "2"),
        ("What is `mark` in the first pass of the loop on line 3 for `[4, 9, 2]`?", "test_tally", "4"),
        ("What is `best` after the first pass of the loop on line 3 for `[4, 9, 2]`?", "test_tally", "4"),
        ("What is `best` after the last pass of the loop on line 3 for `[4, 9, 2]`?", "test_tally", "9"),
        ("What is `marks` right after line 7 for `[4, 9, 2]`?", "test_tally", "[4, 9, 2, 9]"),
        ("What is `copy` just before line 7 runs for `[4, 9, 2]`?", "test_tally", "[4, 9, 2]"),
        ("How many different lists are `copy` and `marks` right after line 6 for `[4, 9, 2]`?", "test_tally", "1"),
        ("What is `n` in the second call of `down` for `2`?", "test_down", "1"),
        ("Line 13 calls `down` again. What is `n` in the second call of `down` for `2`?", "test_down", "1"),
        ("How many lines of `down` give back a value that needs no other call of `down`?", "test_down", "1"),
        (
            "Line 11 calls `down` again. What is `n` in the second call of `down` for `2`?",
            "test_down",
            "not called from line 11",
        ),
        ("Which line of `down` gives back the result for `2`?", "test_down", "13"),
        ("For `2`, your program calls `down(1)`. What does that give back?", "test_down", "0"),
        ("On which line does the `IndexError` come up for `[1]`?", "test_crash", "16"),
        ("What is `items` when the `IndexError` comes up for `[1]`?", "test_crash", "[1]"),
        ("Does `spin(1)` come to an end by itself?", "test_spin", "No"),
        ("What is `n` after the second pass of the loop on line 19 for `1`?", "test_spin", "3"),
        ("Which line runs for `down(0)`, but not for `down(2)`?", "test_down", None),
        ("Does line 5 run for `[4, 9, 2]`?", "test_tally", "Yes"),
        ("Which line decides how often line 20 runs?", "test_spin", "19"),
        ("Which line gives `best` its value before the loop on line 3 begins?", "test_tally", "2"),
        ("What should `tally([4, 9, 2])` give?", "test_tally", "8"),
        ("In your own words: what happens to `best` while the loop on line 3 runs for `[4, 9, 2]`?", "test_tally", "*"),
        ("What colour is the loop on line 3?", "test_tally", None),
    ],
)
def test_a_question_is_answered_again_by_a_fresh_run(bench: Bench, text: str, focus: str, right: str | None) -> None:
    place = (15, 16) if "items" in text else (1, 20)
    found = answers(Asked(text, "any", focus, place, ""), bench)
    wanted = "It goes from 0 to 9" if right == "*" else right
    assert found == (None if wanted is None else frozenset({wanted}))


def test_of_a_run_that_left_nothing_behind_nothing_is_told(tmp_path: Path) -> None:
    bench = bench_of(tmp_path, PROGRAM.replace("while n > 0:", "while __import__('os')._exit(1):"))
    assert bench.test("test_spin").broken
    for text in ("Does `spin(1)` come to an end by itself?", "Does line 20 run for `1`?"):
        assert answers(Asked(text, "any", "test_spin", (1, 20), ""), bench) is None
    said = "The run was stopped: it does not end. The run ended with a `ValueError`."
    assert [claim.true for claim in claims_in(said, None, "", "test_spin", bench)] == [None, None, None]


def test_a_run_counts_as_endless_by_its_lines_and_not_by_the_clock(bench: Bench) -> None:
    assert bench.test("test_spin").endless is True
    assert bench.test("test_down").endless is False


def test_words_that_fit_two_calls_have_two_answers(tmp_path: Path) -> None:
    twice = bench_of(tmp_path, "def f(n):\n    for x in range(n):\n        pass\n    return n\n")
    twice.folder.joinpath("test_program.py").write_text(
        "from program import *\ndef test_f():\n    assert f(1) + f(2) == 0\n", "utf-8"
    )
    asked = Asked("How many times does the body of the loop on line 2 run in `test_f`?", "count", "test_f", (2, 3), "1")
    assert answers(asked, twice) == frozenset({"1", "2"})


def test_a_tiny_program_is_run(bench: Bench) -> None:
    text = "Here is another small program. Somebody types `4`. What does it print?\n`n = input()\nprint(n * 2)\nn()`"
    assert answers(Asked(text, "concept", "", None, ""), bench) == frozenset({"44, then an error: TypeError"})


def test_what_stands_in_an_unreadable_text_is_seen(tmp_path: Path) -> None:
    broken = bench_of(tmp_path, "def f(:\n  return ((1)\n")
    place = Asked("Python cannot read `program.py`. At which line does it stop?", "syntax", "", None, "")
    assert answers(place, broken) == frozenset({"1"})
    assert answers(Asked("How many `(` are on line 2?", "syntax", "", None, ""), broken) == frozenset({"2"})
    assert answers(Asked("How many spaces stand at the start of line 2?", "syntax", "", None, ""), broken) == frozenset(
        {"2"}
    )
    assert answers(Asked("Which character does line 1 end with?", "syntax", "", None, ""), broken) == frozenset({"':'"})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You said 2. In the run it was 3.", [("In the run it was 3.", True), ("You said 2.", True)]),
        ("You said 7. In the run it was 4.", [("In the run it was 4.", False), ("You said 7.", False)]),
        (
            "Right. Your program gives `9`: it is off by one.",
            [("Your program gives `9`", True), ("it is off by one", True)],
        ),
        (
            "Right. Your program gives `9`: it is too small.",
            [("Your program gives `9`", True), ("it is too small", False)],
        ),
        ("Right. The moon is full.", [("The moon is full.", None)]),
        ("That is fine.", []),
    ],
)
def test_every_claim_of_a_reply_is_found(bench: Bench, text: str, wanted: Sequence[tuple[str, bool | None]]) -> None:
    found = claims_in(text, frozenset({"3"}), "2", "test_tally", bench)
    assert [(claim.words, claim.true) for claim in found] == list(wanted)


def test_what_a_check_wants_to_be_true_or_not_is_told_without_its_not(tmp_path: Path) -> None:
    bench = bench_of(tmp_path, "def low(n):\n    return n > 3\n")
    tests = "from program import *\n\ndef test_low():\n    assert not low(9)\n\ndef test_both():\n    assert low(9)\n"
    (tmp_path / "test_program.py").write_text(f"{tests}    assert low(1)\n", "utf-8")
    said = "Right. Your program gives `True`: every yes is a no, and every no a yes."
    assert [claim.true for claim in claims_in(said, None, "", "test_low", bench)] == [True, True]
    assert [claim.true for claim in claims_in(said, None, "", "test_both", bench)] == [False, True]


def test_an_error_is_put_in_the_right_words(bench: Bench) -> None:
    said = "Right. The run ended with an `IndexError`: it asks for a place that is not there."
    assert [claim.true for claim in claims_in(said, None, "", "test_crash", bench)] == [True, True]
    other = "Right. The run ended with an `IndexError`: it asks for a key that is not there."
    assert [claim.true for claim in claims_in(other, None, "", "test_crash", bench)] == [True, False]


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("The run shows this: `best is 9 after line 5 runs the last time`.", True),
        ("The run shows this: `best is 4 after line 5 runs the last time`.", False),
        ("The run shows this: `mark is 2 after line 4 runs the last time`.", True),
        ("You said `best is 1 after line 2 runs the last time`. Not so. In the run it was `0`.", True),
        ("You said `best is 0 after line 2 runs the last time`. Not so. In the run it was `0`.", False),
        ("The run shows this: `n is 0 after line 13 runs the last time`.", None),
    ],
)
def test_what_is_said_of_a_hypothesis_is_looked_up(bench: Bench, text: str, true: bool | None) -> None:
    assert [claim.true for claim in claims_in(text, None, "", "test_tally", bench)] == [true]


def test_what_is_said_of_a_new_run_is_compared_with_both_programs(bench: Bench, tmp_path: Path) -> None:
    after = bench_of(tmp_path, PROGRAM.replace("items[3]", "items[0]"))
    said = "That made a difference: of 3 tests that disagreed, 2 still do."
    assert [claim.true for claim in claims_of_run(said, bench, after)] == [True]
    assert [claim.true for claim in claims_of_run(said, bench, bench)] == [False]
    assert [claim.true for claim in claims_of_run("Nothing changed in the tests.", bench, after)] == [False]
    assert [claim.true for claim in claims_of_run("It rains.", bench, after)] == [None]
    least = ("Now at least 1 test disagrees.", "Now at least 2 tests disagree.", "Now at least 3 tests disagree.")
    assert [claim.true for text in least for claim in claims_of_run(text, bench, after)] == [True, True, False]


def test_the_list_for_the_teacher_is_counted_again(bench: Bench) -> None:
    text = "Show it:\n- The test `test_down` disagrees with `program.py`.\n- Right answers: 1 of 2."
    before = [turn("tutor", marked="right"), turn("tutor", marked="wrong"), turn("student", marked="wrong")]
    assert [claim.true for claim in claims_of_list(text, before, "test_tally", bench)] == [False, True]


# -- what leaks, and the form ------------------------------------------------------------------------------------------


def test_only_what_the_repair_alone_has_is_a_leak() -> None:
    new = new_tokens("x = n / 2\n", "x = n // 2\n", "assert half(3) == 1")
    assert new == frozenset({"//"})
    assert [*leaks_in("Would `n // 2` do?", (), 2, new)] == ["shows `//`, which only the repair has"]
    assert [*leaks_in("What is `n / 2`?", ("1", "-1"), 2, new)] == []
    assert [*leaks_in("Would `n // 2` do?", (), 5, new)] == []
    supposed = ("on is True after line 2 runs the last time", "on is n // 2 after line 2 runs the last time")
    assert [*leaks_in("Pick one.", supposed, 2, frozenset({"True", "//"}))] == ["shows `//`, which only the repair has"]
    assert new_tokens("x = 1\n", "x = 1\n        return 'No'  # or Yes\n    y = 2\n", "") == frozenset({"return", "y"})


@pytest.mark.parametrize(
    ("text", "held"),
    [("Replace the sign.", True), ("Nothing changed in the tests.", False), ("What is `change` here?", False)],
)
def test_a_call_for_an_edit_is_a_leak(text: str, held: bool) -> None:
    assert bool([*leaks_in(text, (), 2, frozenset())]) == held


def turn(speaker: str = "tutor", kind: str = "count", level: int = 2, **more: object) -> Turn:
    return Turn(1, speaker, level, kind, **{"text": "How many?", **more})  # type: ignore[arg-type]


def test_a_question_may_come_again_only_with_choices_or_after_a_run() -> None:
    first, same = turn(question="a"), turn(question="a")
    eased = turn(question="a", choices=("1", "2"), text="Which is it?")
    assert [*form.repeated([first, same])] == [same]
    assert [*form.repeated([first, eased])] == []
    assert [*form.repeated([first, eased, eased])] == [eased]
    assert [*form.repeated([first, turn(kind="run"), same])] == []
    assert [*form.repeated([first, turn(question="b")])] == [turn(question="b")]


def test_a_level_falls_only_with_a_run() -> None:
    high, low = turn(level=3), turn(level=2)
    assert [*form.falls([low, high, low])] == [(high, low)]
    assert [*form.falls([low, high, turn(level=1, kind="run"), low])] == []


# -- students ----------------------------------------------------------------------------------------------------------


def question(text: str = "What is `n`?", place: tuple[int, int] | None = (1, 9), **more: object) -> Question:
    given: dict[str, object] = {"entry": Entry.VALUE, "oracle": Oracle("3", "trace", ""), "choices": ("2", "3")}
    shown = Place(*place) if place else None
    return Question(id="q", kind="value-at", level=2, text=text, points_at=shown, **{**given, **more})  # type: ignore[arg-type]


def test_a_student_holds_one_misconception_and_no_other() -> None:
    asked = question(beliefs=(("2", "range-includes-end"),))
    assert policies.holding("range-includes-end")(asked, 1) == "2"
    assert policies.holding("copy-is-deep")(asked, 1) == "3"
    assert policies.holding(None)(asked, 1) == "3"


def test_the_mixed_student_answers_the_same_every_time() -> None:
    answering, again = policies.mixed("average"), policies.mixed("average")
    given = [answering(question(), number) for number in range(20)]
    assert given == [again(question(), number) for number in range(20)]
    assert len(set(given)) > 2


@pytest.mark.parametrize(
    ("asked", "answer", "by"),
    [
        (question(place=(4, 6)), "3", "pointed"),
        (question(place=(4, 7)), "3", ""),
        (question(place=(4, 7), beliefs=(("2", "range-includes-end"),)), "2", "contradicted"),
        (question(place=(4, 7), beliefs=(("2", "range-includes-end"),)), "3", ""),
        (question(place=(4, 7)), "skip", ""),
        (question("What is `n` after line 5?", place=None), "3", "named"),
        (question("What is `n` after line 55?", place=None), "3", ""),
        (question(entry=Entry.LINE, oracle=Oracle("4-6", "tree", "")), "4", "named"),
        (question(place=(6, 9), beliefs=(("2", "range-includes-end"),)), "2", ""),
    ],
)
def test_what_brings_a_student_to_the_place(asked: Question, answer: str, by: str) -> None:
    assert brings(asked, {5}, answer)[0] == by


# -- beside human tutors -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Look at line 2.", True),
        ("What of lines 1 and 2?", True),
        ("Look at line 12.", False),
        ("What does `best = 0` do?", True),
        ("What is `best`?", False),
        ('What does "x = 9" do?', False),
        ("Why best = 0 at all?", False),
    ],
)
def test_a_text_points_by_number_or_by_what_stands_only_there(text: str, held: bool) -> None:
    assert points(text, PROGRAM, [2]) == held


def test_both_sides_are_counted_by_turn() -> None:
    item = {"dialogues": [{"turns": [{"role": "tutor", "text": "Hm?"}, {"role": "tutor", "text": "Line 2?"}]}]}
    ours = [turn(text="What?", points_at=Place(1, 3)), turn(text="And line 2?")]
    assert [*humans.pairs(item, PROGRAM, [2], ours)] == [humans.Pair(human=2, ours=2, shown=1)]
    rows = [*humans.table([humans.Pair(2, 2, 1), humans.Pair(0, 3, 3)])]
    assert rows[2:5] == ["| 1 | 0.0 | 0.0 | 50.0 |", "| 2 | 50.0 | 50.0 | 50.0 |", "| 3 | 50.0 | 100.0 | 100.0 |"]


def test_the_section_counts_what_was_found() -> None:
    told = Told("one", "ours", 0, "failing", exists=True, claims={"count: true": 2, "count: untrue": 1}, questions=3)
    told.findings.append(Finding("untrue", "count", "How many?"))
    text = "\n".join(section([told], 0))
    assert "| ours | 1 | 100.0 | 3 | 1 | 0 |" in text
    assert "| count | 2 | 1 | 0 |" in text
