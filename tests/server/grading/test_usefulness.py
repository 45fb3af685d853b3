"""How useful hints are to simulated students."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from gadfly_analyzers.attempts.attempt import Attempts
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.grading.students.attention import Hint
from gadfly_server.grading.students.mentions import mentions
from gadfly_server.grading.students.student import MEDIUM, WEAK
from gadfly_server.grading.students.usefulness import SEEDS, Usefulness, chance_to_fix, prepare, usefulness
from gadfly_server.grading.students.vocabulary import spoken_of

PROGRAM = """\
def discount(amount):
    rate = 0
    if amount > 100:
        rate = 10
    return amount * rate // 100
"""
TESTS = """\
from shop import discount

def test_small():
    assert discount(50) == 0

def test_border():
    assert discount(100) == 10

def test_large():
    assert discount(200) == 20
"""


@pytest.fixture(name="program")
def _program(tmp_path: Path) -> Path:
    (tmp_path / "test_shop.py").write_text(TESTS, "utf-8")
    (tmp_path / "shop.py").write_text(PROGRAM, "utf-8")
    return tmp_path / "shop.py"


async def tried(program: Path, *right: str) -> Attempts:
    async with Runner() as runner:
        return await prepare(program, runner, interpreter=Path(sys.executable), right=right)


def of(known: Attempts, hint: Hint) -> Usefulness:
    found = usefulness(known, hint)
    assert found
    return found


async def test_a_hint_is_useful_as_far_as_it_leads_to_the_place(program: Path) -> None:
    known = await tried(program)
    at = of(known, Hint("What does line 3 decide for 100?"))
    beside = of(known, Hint("What happens here?", (3, 3)))
    away = of(known, Hint("And line 2?"))
    assert at.medium > 0.1
    assert beside.medium > 0.1
    assert at.medium > at.weak > 0
    assert away.medium < 0
    assert at.hint_only == 0


async def test_who_has_only_the_hint_repairs_only_what_was_given_away(program: Path) -> None:
    known = await tried(program)
    given = of(known, Hint("Write `amount >= 100` on line 3."))
    quoted = of(known, Hint("Why is `amount > 100` on line 3?"))
    assert given.hint_only > 0.9
    assert quoted.hint_only == 0
    assert given.medium > quoted.medium


async def test_who_writes_the_repaired_program_down_gives_the_repair_away(program: Path) -> None:
    known = await tried(program)
    told = of(known, Hint(f"Like so:\n```python\n{PROGRAM.replace('>', '>=')}```"))
    assert told.hint_only > 0.9
    assert of(known, Hint(f"This is it:\n```python\n{PROGRAM}```")).hint_only == 0


async def test_what_is_quoted_of_another_program_is_not_to_be_written(program: Path) -> None:
    known = await tried(program)
    other = "total = 100\nfor day in range(2, total + 1):\n    print(day)"  # 100 is in both
    asked = Hint(f"Another program: `{other}` Why is `+ 1` there?")
    assert not mentions(asked.text, PROGRAM).foreign
    assert of(known, asked).hint_only == 0
    assert mentions("Why not `+ 1`?", PROGRAM).foreign == {" + 1 "}


async def test_a_hint_that_mentions_nothing_changes_nothing(program: Path) -> None:
    known = await tried(program)
    found = of(known, Hint("Think again, you can do it!"))
    assert (found.weak, found.medium, found.hint_only) == (0, 0, 0)


@pytest.mark.parametrize(
    "asked",
    [
        "What does `discount(100)` give back?",
        "Say that amount is 100. What comes next?",
        "When is the amount greater than that?",
        "How would you say the condition in words?",
        "What does the > ask for?",
        "What is `amount` when line 2 runs?",  # it is used where the run goes wrong
        "The rate is 0 then. What comes next?",
        "What happens at exactly 100?",
    ],
)
async def test_a_question_in_words_leads_to_what_it_speaks_of(program: Path, asked: str) -> None:
    known = await tried(program, PROGRAM.replace(">", ">="))
    found = of(known, Hint(asked))
    assert found.medium > found.weak > 0
    assert found.hint_only == 0
    assert found.medium < of(known, Hint("What does line 3 decide?")).medium + 0.05


@pytest.mark.parametrize(
    "asked",
    [
        "What does `discount(200)` give back?",  # a test that passes: there is nothing to see
        "What does `total([1, 2])` give back?",  # another program
        "What did you expect?",
        "Please go through the first test line by line.",  # that can be said of any program
    ],
)
async def test_a_run_that_is_right_shows_nothing(program: Path, asked: str) -> None:
    found = of(await tried(program, PROGRAM.replace(">", ">=")), Hint(asked))
    assert found.medium <= 0.02
    assert found.weak <= 0.02


async def test_code_that_the_student_said_first_is_not_given_away_by_who_says_it_again(program: Path) -> None:
    known = await tried(program, PROGRAM.replace(">", ">="))
    text = "What would `amount >= 100` do on line 3?"
    assert of(known, Hint(text)).hint_only > 0.9
    assert of(known, Hint(text, heard="Perhaps I need `amount >= 100`?")).hint_only == 0


async def test_who_hears_of_an_error_looks_where_it_came_up(program: Path) -> None:
    program.write_text(PROGRAM.replace("    rate = 0\n", ""), "utf-8")
    known = await tried(program, PROGRAM)
    assert known.raised == 4
    assert of(known, Hint("Which error do you get?")).medium != of(known, Hint("Which result do you get?")).medium


async def test_who_sees_that_a_line_does_what_was_meant_looks_on(program: Path) -> None:
    known = await tried(program, PROGRAM.replace(">", ">="))
    away = Hint("And line 2?")
    blind = replace(MEDIUM, follows=0.0)
    seeing, unseeing = (sum(chance_to_fix(known, (away,), one, seed) for seed in SEEDS) for one in (MEDIUM, blind))
    assert seeing > unseeing


async def test_what_is_pointed_to_again_and_again_draws_more(program: Path) -> None:
    known = await tried(program, PROGRAM.replace(">", ">="))
    once, thrice = (usefulness(known, *[Hint("When is that condition met?")] * times) for times in (1, 3))
    assert once
    assert thrice
    assert thrice.medium > once.medium > 0


SUMS = """\
def mean(values):
    total = 0
    for value in values:
        share = value
        total = total + share
    half = len(values)
    return total // half + 1
"""
RIGHT = SUMS.replace("total // half + 1", "total // half")
SUM_TESTS = """\
from shop import mean

def test_two():
    assert mean([4, 8]) == 6
"""


async def test_who_watches_a_variable_follows_it_to_what_hangs_on_it(program: Path) -> None:
    (program.parent / "test_shop.py").write_text(SUM_TESTS, "utf-8")
    program.write_text(SUMS, "utf-8")
    known = await tried(program, RIGHT)
    watched = of(known, Hint("Please print `share` each time. What do you see?"))
    named = of(known, Hint("What is the role of `share`?"))
    assert watched.medium > 0 > named.medium


async def test_that_line_is_the_one_that_the_tutor_pointed_to(program: Path) -> None:
    known = await tried(program, PROGRAM.replace(">", ">="))
    alone = of(known, Hint("Look at that line again."))
    after = of(known, Hint("Look at that line again.", earlier=("Hello!", "What does line 3 do?", "Why?")))
    other = of(known, Hint("Look at that again, is there more?", earlier=("What does line 3 do?",)))
    assert (alone.medium, other.medium) == (0, 0)
    assert after.medium == of(known, Hint("What does line 3 do?")).medium > 0


async def test_none_is_code_of_no_other_program(program: Path) -> None:
    (program.parent / "test_shop.py").write_text(TESTS.replace("== 0", "== 10"), "utf-8")
    program.write_text(PROGRAM.replace("    return", "    amount"), "utf-8")
    known = await tried(program, PROGRAM)
    assert of(known, Hint("When do you get `None`?")).medium > 0.05


async def test_a_failing_run_is_seen_to_part_from_what_was_meant(program: Path) -> None:
    (run,) = (await tried(program, PROGRAM.replace(">", ">="))).runs
    assert run.calls == {"discount(100)"}
    assert run.given == {("amount", "100"), ("rate", "0")}
    assert run.parts == 3
    assert run.lines == {2, 3, 5}


async def test_a_word_without_an_end_is_read_at_once(program: Path) -> None:
    endless = "a" * 400_000  # what looks at all the rest from each letter on would take half an hour
    known = await tried(program, PROGRAM.replace(">", ">="))
    assert of(known, Hint(f"What does `discount(100)` give back? {endless}")).medium > 0


async def test_the_same_is_tried_every_time(program: Path) -> None:
    first, again = await tried(program), await tried(program)
    assert first == again
    hints = (Hint("Look at line 3."),)
    for student in (WEAK, MEDIUM):
        assert len({chance_to_fix(first, hints, student, seed) for seed in SEEDS}) > 1
        assert [chance_to_fix(first, hints, student, 5)] == [chance_to_fix(again, hints, student, 5)]


async def test_what_no_small_edit_repairs_needs_a_program_that_is_right(program: Path) -> None:
    program.write_text(PROGRAM.replace("    if amount > 100:\n        rate = 10\n", "    print(amount)\n"), "utf-8")
    unknown = await tried(program)
    assert usefulness(unknown, Hint("Look at line 3.")) is None
    known = await tried(program, PROGRAM.replace(">", ">="))
    found = of(known, Hint("Look at line 3."))
    assert found.medium > 0


@pytest.mark.parametrize(
    ("broken", "asked"),
    [
        (PROGRAM.replace("100:", "100"), "What ends line 3?"),
        (PROGRAM.replace("// 100", "// (100"), "Which brackets are on line 5?"),
        (PROGRAM.replace("// 100", "// (100"), "What does the caret point to?"),
    ],
)
async def test_in_a_program_that_cannot_be_read_a_hint_leads_to_the_place(
    program: Path, broken: str, asked: str
) -> None:
    program.write_text(broken, "utf-8")
    known = await tried(program, PROGRAM)
    assert known.failing == ("syntax",)
    assert of(known, Hint(asked)).medium > 0.05
    assert of(known, Hint("What happens on line 2?")).medium < 0


async def test_what_leaves_a_program_unreadable_does_not_help(program: Path) -> None:
    program.write_text(PROGRAM.replace("// 100", "// (100"), "utf-8")
    known = await tried(program)
    assert {each.whole for each in known.every} == {True, False}
    for each in known.every:
        is_read = not Source.parse(known.after(each)).broken
        assert (each.whole, each.helps) == (is_read, is_read)


@pytest.mark.parametrize(
    ("text", "lines", "names", "foreign"),
    [
        ("Lines 2-4, please.", {2, 3, 4}, set(), set()),
        ("See line 2 and line 5", {2, 5}, set(), set()),
        ("What is `rate` then?", set(), {"rate"}, set()),
        ("What if the rate is for all?", set(), {"rate"}, set()),
        ("What is the Rate, please?", set(), {"rate"}, set()),
        ("Use `amount >= 100`.", set(), {"amount"}, {" amount >= 100 "}),
        ("Use amount>=100", set(), {"amount"}, {" >= "}),
        ("```python\nif amount > 100:\n```", set(), {"if", "amount"}, set()),
    ],
)
def test_what_a_text_mentions(text: str, lines: set[int], names: set[str], foreign: set[str]) -> None:
    found = mentions(text, PROGRAM)
    assert ({*found.lines}, {*found.names}, {*found.foreign}) == (lines, names, foreign)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Is the final score right?", {"finalScore"}),
        ("Is the score final?", set()),
        ("How many are in the word list?", {"word_list"}),
        ("Which word is listed?", set()),
    ],
)
def test_names_are_known_by_their_words(text: str, names: set[str]) -> None:
    assert mentions(text, "finalScore = len(word_list)\n").names == names


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("When does it stop so early?", {6}),
        ("At which indentation is it?", {5, 6}),
        ("Why is it None?", {6, 9}),
        ("Which test cases are there?", set()),
    ],
)
def test_words_of_programming_lead_to_lines(text: str, lines: set[int]) -> None:
    program = """\
def odd(nums):
    new = []
    for one in nums:
        if one % 2:
            new.append(one)
        return new

def show(nums):
    odd(nums)
"""
    assert frozenset().union(*spoken_of(text, program)) == lines


async def test_who_dictates_what_is_left_of_a_line_gives_the_repair_away_too(tmp_path: Path) -> None:
    text = "def twice(n):\n    return n + n + 1\n"
    (tmp_path / "test_twice.py").write_text(
        "from twice import twice\n\ndef test():\n    assert twice(2) == 4\n", "utf-8"
    )
    (tmp_path / "twice.py").write_text(text, "utf-8")
    known = await tried(tmp_path / "twice.py")
    for said in ("Replace `return n + n + 1` with `return n + n` on line 2.", "It is\n    return n + n\nthere."):
        assert of(known, Hint(said)).hint_only == 1, said
    for said in ("What does `return n + n + 1` give?", "What is `n + n`?", "Why `return`?"):
        assert of(known, Hint(said)).hint_only == 0, said
    assert of(known, Hint("Yes, `return n + n`.", heard="I want\n    return n + n\n")).hint_only == 0
