"""For each way of giving a repair away: a text that does, and the nearest one that does not."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Trials
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.verdict import Fault, Kind
from helpers.leaks import PROGRAMS, checker_of

Checkers = dict[str, Checker]
with_one_runner = pytest.mark.asyncio(loop_scope="module")

# program, level, kind of reason, what leaks, what does not
PAIRS: tuple[tuple[str, int, Kind, str, str], ...] = (
    ("add_all", 2, Kind.EDIT, "Remove the `- 1` in the head of the loop.", "What does `remove` change in a list?"),
    ("add_all", 2, Kind.EDIT, "Can you change the loop on line 4?", "Does line 5 change `total`?"),
    ("add_all", 3, Kind.EDIT, "You should fix the range.", "You said 2, and the run made 1 pass."),
    ("add_all", 2, Kind.EDIT, "Have you tried adjusting how far the loop goes?", "How far does the loop go?"),
    ("add_all", 2, Kind.EDIT, "What modification of the loop do you need?", "What changes from pass to pass?"),
    ("add_all", 1, Kind.EDIT, "First, rewrite the loop.", "First, what should `add_all([3, 4])` give?"),
    ("add_all", 2, Kind.EDIT, "Push the end of the loop further.", "Trace the loop for two numbers."),
    ("add_all", 2, Kind.EDIT, "Could you stretch the loop a bit?", "Could you describe the loop?"),
    ("add_all", 2, Kind.EDIT, "Give the loop another end.", "Give me an example of a list."),
    ("grown_up", 2, Kind.TOKEN, "What does `>=` mean?", "What does `>` mean?"),
    ("grown_up", 2, Kind.TOKEN, "When is `age>=18` true?", "When is `age  >  18` true?"),
    ("grown_up", 2, Kind.TOKEN, "What would `if (age >= 18):` do?", "What does `if (age > 18):` do?"),
    ("same", 2, Kind.TOKEN, "Should it be `True` here?", "In the run it was `True`."),
    ("tidy", 2, Kind.TOKEN, "What does `.lower()` do?", "What does `tidy('ADA')` give?"),
    ("longest", 2, Kind.TOKEN, "Did you want to use `best`?", "What is `best` after the second pass?"),
    ("grown_up", 2, Kind.WORD, "Is 18 greater than or equal to 18?", "Is 18 greater than 18?"),
    ("grown_up", 2, Kind.WORD, "Is the limit inclusive?", "Is the `if` on line 3 taken for `18`?"),
    ("add_all", 2, Kind.WORD, "Does the loop make one pass too few?", "How many passes does the loop make?"),
    ("add_all", 2, Kind.WORD, "This looks off by one.", "Your program gives `3`: the last item is left out."),
    ("shout", 2, Kind.WORD, "Is line 6 inside or outside of the loop?", "How often does line 6 run?"),
    ("shout", 2, Kind.WORD, "Look at the indentation of line 6.", "Look at line 6: when does it run?"),
    ("tidy", 2, Kind.WORD, "Which method makes all letters lowercase?", "Which letters does `name` have?"),
    ("grown_up", 2, Kind.WORD, "Does the check leave out exactly 18?", "Which way does the check go for 18?"),
    ("shout", 2, Kind.WORD, "Is the function over already after the first word?", "When is the function over?"),
    ("unread", 3, Kind.WORD, "Is there a colon?", "Which character does line 2 end with?"),
    ("add_all", 2, Kind.WORD, "Shouldn't it go on to the end?", "Where does it end?"),
    ("add_all", 2, Kind.WORD, "Does the subtraction belong there?", "What is subtracted from the length?"),
    (
        "add_all",
        2,
        Kind.SPLICE,
        "What about `sum(numbers)`?",
        "What about `total`?",
    ),
    (
        "add_all",
        5,
        Kind.SPLICE,
        "`for i in range(len(numbers)):`",
        "`for day in range(2, len(days)):`",
    ),
    ("add_all", 5, Kind.SPLICE, "`for day in range(len(days)):`", "`for day in days:`"),
    ("grown_up", 5, Kind.SPLICE, "`if height >= 18:`", "`if height >= 120 and fee > 3:`"),
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def checkers(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Checkers]:
    folder: Path = tmp_path_factory.mktemp("leaks")
    async with Runner() as runner:
        yield {name: await checker_of(name, runner, folder) for name in PROGRAMS}


@with_one_runner
@pytest.mark.parametrize(("name", "level", "kind", "leaking", "innocent"), PAIRS)
async def test_a_leak_and_its_nearest_innocent(
    checkers: Checkers, name: str, level: int, kind: Kind, leaking: str, innocent: str
) -> None:
    verdict = await checkers[name].verdict(leaking, level)
    assert verdict.leaks
    assert kind in {reason.kind for reason in verdict.reasons}
    assert not (await checkers[name].verdict(innocent, level)).leaks


@with_one_runner
@pytest.mark.parametrize(
    ("sign", "asked", "innocent"),
    [
        ("looks at a special case", "What if the list is empty?", "You said 0."),
        ("looks at a special case", "Is there a zero in it?", "What does `longest([])` return for an empty list?"),
        ("looks at what is left", "What about the rest of the list?", "The rest of the list is not read."),
        ("says what is kept", "Where do you keep the longest one?", "It keeps the longest one."),
        ("says how much of it", "Does it cover the whole list?", "The whole list is read."),
        ("says itself", "Is the first word itself looked at?", "Does `longest([])` come to an end by itself?"),
        ("asks a second thing", "What is `best`, and is it kept?", "What are `best` and `word`?"),
    ],
)
async def test_what_a_question_looks_at_is_a_sign(checkers: Checkers, sign: str, asked: str, innocent: str) -> None:
    assert sign in checkers["longest"].signs(asked)
    assert sign not in checkers["longest"].signs(innocent)


@with_one_runner
async def test_the_direction_may_be_told_at_level_4_but_no_new_token_and_no_edit(checkers: Checkers) -> None:
    told = "The loop ends one pass early."
    leaks = [(await checkers["add_all"].verdict(told, level)).leaks for level in range(7)]
    assert leaks == [True, True, True, True, False, False, False]
    assert (await checkers["grown_up"].verdict("Try it with `>=`.", 4)).leaks
    assert all([(await checkers["add_all"].verdict("Remove the `- 1`.", level)).leaks for level in range(7)])


@with_one_runner
async def test_a_text_may_point_too_precisely_without_being_a_leak(checkers: Checkers) -> None:
    check = checkers["add_all"]
    line = "How often does line 5 run?"
    part = "What is `range(len(numbers) - 1)`?"
    assert [(await check.verdict(line, level)).too_precise for level in (1, 2)] == [True, False]
    assert [(await check.verdict(part, level)).too_precise for level in (1, 2, 3)] == [True, True, False]
    assert not any([(await check.verdict(text, 1)).leaks for text in (line, part)])


@with_one_runner
async def test_what_students_say_themselves_is_not_given_away(checkers: Checkers) -> None:
    check = checkers["grown_up"]
    assert (await check.verdict("What does `>=` mean?", 2)).leaks
    assert not (await check.verdict("What does `>=` mean?", 2, heard=["Is it `>=`?"])).leaks
    assert not (await check.verdict("Can you change it?", 2, heard=["It is not true if they are equal!"])).leaks
    assert (await check.verdict("Can you change it?", 2, heard=["It does not work."])).leaks


@with_one_runner
async def test_whether_what_the_student_just_said_is_so_may_be_asked(checkers: Checkers) -> None:
    check, question = checkers["add_all"], "Is the last number left out of the loop?"
    assert (await check.verdict(question, 2)).leaks
    assert (await check.verdict(question, 2, heard=["I want the sum."])).leaks
    assert not (await check.verdict(question, 2, heard=["The last number is left out of the loop."])).leaks


@with_one_runner
async def test_what_is_tried_elsewhere_is_not_tried_in_the_program(checkers: Checkers) -> None:
    check = checkers["add_all"]
    assert (await check.verdict("What about `sum(numbers)`?", 2)).leaks
    assert not (await check.verdict("Open the Python shell and type `sum(numbers)`.", 2)).leaks


@with_one_runner
async def test_a_request_for_an_edit_waits_until_it_takes_up_what_the_student_said(checkers: Checkers) -> None:
    check = checkers["grown_up"]
    request, told = "Can you change the `if`?", ["It is not true if they are equal!"]
    assert (await check.verdict(request, 2, heard=told)).leaks
    assert not (await check.verdict(f"That's right. {request}", 2, heard=told)).leaks
    assert (await check.verdict(f"That's right. {request}", 2, heard=["It does not work."])).leaks


@with_one_runner
async def test_what_is_wrong_with_a_text_is_told_as_raters_call_it(checkers: Checkers) -> None:
    texts = {
        "Can you change the loop on line 4?": {Fault.PREMATURE},
        "What if you moved the end of the loop?": {Fault.PREMATURE},
        "Does the loop make one pass too few?": {Fault.DIRECT},
        "Are you sure you should stop before the end rather than after it?": {Fault.DIRECT},
        "How often does line 5 run?": set(),
    }
    verdicts = {text: await checkers["add_all"].verdict(text, 2) for text in texts}
    assert {text: set(verdict.faults) for text, verdict in verdicts.items()} == texts


@with_one_runner
async def test_good_questions_pass(checkers: Checkers) -> None:
    questions = {
        "grown_up": (
            "What should `grown_up(18)` give?",
            "For which ages is the `if` taken?",
            "Which lines run for 18?",
        ),
        "add_all": (
            "What should `add_all([3, 4])` give?",
            "What is `i` in the last pass?",
            "What does `range(3)` give?",
            "Which numbers were added to `total`?",
            "Try the call with an empty list. What do you see?",
        ),
        "shout": (
            "Which line runs last?",
            "What is in `loud` then?",
            "How many passes does the loop make for 2 words?",
        ),
        "longest": ("What is `last` after the loop?", "What is `best` for?", "Which line gives the result back?"),
        "tidy": ("What is `name` there?", "What does the test want for 'ADA'?", "How do the two texts differ?"),
    }
    verdicts = [(text, await checkers[name].verdict(text, 2)) for name, texts in questions.items() for text in texts]
    assert [(text, verdict.reasons) for text, verdict in verdicts if verdict.leaks] == []


@with_one_runner
async def test_the_same_text_gets_the_same_verdict(checkers: Checkers, tmp_path: Path) -> None:
    texts = [text for name, _, _, *both in PAIRS for text in both if name == "add_all"]
    before = [await checkers["add_all"].verdict(text, 2) for text in texts]
    async with Runner() as runner:
        again = await checker_of("add_all", runner, tmp_path)
        assert [await again.verdict(text, 2) for text in reversed(texts)][::-1] == before


class Busy(Runner):
    """Has no time to try anything as long as it is told so."""

    busy = False

    async def search(self, *given: Any, **more: Any) -> Trials:
        if self.busy:
            more["budget"] = replace(more["budget"], seconds=0.001)
        return await super().search(*given, **more)


async def test_what_there_was_no_time_to_try_is_tried_anew(tmp_path: Path) -> None:
    runner = Busy()
    async with runner:
        checker = await checker_of("add_all", runner, tmp_path)
        runner.busy = True
        assert not (await checker.verdict("What about `sum(numbers)`?", 2)).leaks
        runner.busy = False
        assert (await checker.verdict("What about `sum(numbers)`?", 2)).leaks


@with_one_runner
async def test_however_long_one_talks_about_a_program_no_more_is_remembered(checkers: Checkers) -> None:
    def talk(first: int) -> int:
        heard = tuple(f"it is {number}" for number in range(100))
        for number in range(first, first + 1_000):
            checkers["add_all"].glance(f"So, what is `total` after pass {number}?", 2, (*heard, str(number)))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        before = talk(0)
        assert talk(1_000) <= 1.1 * before
    finally:
        tracemalloc.stop()


@with_one_runner
async def test_a_text_that_is_no_hint_at_all_is_judged_in_time(checkers: Checkers) -> None:
    odd = ("", " ", "`", "```", "so, " * 3000, "a" * 9000, "(" * 3000, "`" * 3001, "a + " * 3000, "\0", "`\ud800`")
    assert [text[:9] for text in odd if (await checkers["add_all"].verdict(text, 2)).leaks] == []
