"""Several texts and versions of a program are tried in one process, and get what they would get alone."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_server.grading.case import Cases
from gadfly_server.grading.grade import grade
from gadfly_server.grading.graded import Graded
from gadfly_server.grading.transcript import Transcript, Turn

PROGRAM = dedent("""\
    def longest(words):
        best = ""
        for word in words:
            if len(word) < len(best):
                best = word
        return best
    """)
RIGHT = PROGRAM.replace("<", ">")
TESTS = dedent("""\
    from program import longest

    def test_two():
        assert longest(["a", "bcd"]) == "bcd"

    def test_none():
        assert longest([]) == ""
    """)
TRIED = "What would `len(words) + 1` do?"  # holds a piece of code that has to be tried


class Counting(Runner):
    """Counts what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.runs = self.searches = 0

    async def run(self, *args: Any, **named: Any) -> Any:
        self.runs += 1
        return await super().run(*args, **named)

    async def search(self, *args: Any, **named: Any) -> Any:
        self.searches += 1
        return await super().search(*args, **named)


def dialogue(name: str, *turns: Turn) -> Transcript:
    return Transcript(
        id=name, tutor="Ann", problem="longest", program=PROGRAM, tests=TESTS, repairs=(RIGHT,), turns=turns
    )


def tutor(*texts: str) -> tuple[Turn, ...]:
    return tuple(Turn(role="tutor", text=text) for text in texts)


def student(program: str) -> Turn:
    return Turn(role="student", text="Like so?", program=program)


def graded(*transcripts: Transcript) -> tuple[list[Graded], int, int]:
    """Give the results with the number of runs and of searches."""

    async def work() -> tuple[list[Graded], int, int]:
        runner = Counting()
        async with runner:
            told = await grade(transcripts, Cases(runner, Path(sys.executable)))
            return told, runner.runs, runner.searches

    return asyncio.run(work())


def test_pieces_of_code_of_several_turns_are_tried_in_one_process() -> None:
    said = (
        "What would `len(word) > len(best)` do?",
        "And `len(words) + 1`?",
        "Is `best = words` it?",
        "What is `best`?",
    )
    told, _, searches = graded(dialogue("one", *tutor(*said)))
    assert searches == 1
    alone = [graded(dialogue("one", *tutor(text)))[0][0].turns[0] for text in said]
    assert [turn.scores["concealment"] for turn in told[0].turns] == [turn.scores["concealment"] for turn in alone]
    assert {turn.scores["concealment"].value for turn in told[0].turns} == {0, 1}


def test_later_versions_are_told_right_in_one_process_and_the_others_are_run() -> None:
    wrong = PROGRAM.replace("<", "==")
    other = RIGHT.replace("best = word", "best = word  # longer")
    ends = (RIGHT, other, wrong)
    dialogues = [
        dialogue(str(number), *tutor("What is `best`?"), student(end), *tutor("Good!"))
        for number, end in enumerate(ends)
    ]
    told, runs, searches = graded(*dialogues)
    assert [each.solved for each in told] == [True, True, False]
    assert (runs, searches) == (2, 1)
    assert [each.turns[1].scores["concealment"].value for each in told] == [None, None, 1]


def test_a_single_later_version_is_tried_only_along_with_other_things() -> None:
    for said, times in (("What is `best`?", (2, 0)), (TRIED, (1, 1))):
        told, *counted = graded(dialogue("one", *tutor(said), student(RIGHT), *tutor("Good!")))
        assert told[0].solved is True
        assert tuple(counted) == times


@pytest.mark.parametrize(
    "end",
    [
        RIGHT + "\nassert longest([]) is None\n",  # a test of its own
        RIGHT.replace("return best", 'raise SystemExit(eval("0"))'),  # could reach for what runs it
        RIGHT + "\nwhile True:\n    pass\n",
    ],
)
def test_a_version_that_may_do_otherwise_in_a_run_is_run(end: str) -> None:
    told, runs, _ = graded(dialogue("one", *tutor(TRIED), student(end), *tutor("Good!")))
    assert told[0].solved is False
    assert runs == 2


def test_a_version_of_whose_run_is_spoken_is_run() -> None:
    said = "`longest(['a'])` returns `'b'`. How often does the loop on line 3 run?"
    told, runs, _ = graded(dialogue("one", *tutor(TRIED), student(RIGHT), *tutor(said)))
    assert told[0].solved is True
    assert told[0].turns[1].scores["truth"].value == 0
    assert runs == 3  # that of the call that it makes a claim about, too


async def test_if_one_of_several_works_fails_none_goes_on() -> None:
    ended = []

    async def waits() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    async def fails() -> None:
        await asyncio.sleep(0)
        raise LookupError

    async with Runner() as runner:
        cases = Cases(runner, Path(sys.executable))
        async with cases.of(dialogue("one"), PROGRAM, ["What is `best`?"]) as case:
            assert case.bench
            with pytest.raises(LookupError):
                await case.bench.at_once([waits(), fails()])
    assert ended == [True]
