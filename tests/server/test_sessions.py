"""From a save to a question, with the real runner."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.turns import Turns
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.verdict import Verdict
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source
from gadfly_server.memory import Memory
from gadfly_server.record import Record
from gadfly_server.sessions import Session
from gadfly_server.settings import Settings
from gadfly_server.tutor.question import Entry
from gadfly_server.tutor.turns import Dialogue
from helpers import examples

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average")) / "average.py"


def source(program: Path, text: str | None = None) -> Source:
    """The program on disk, or a new text that is saved first."""
    if text is not None:
        program.write_text(text, encoding="utf-8")
    return Source.parse(program.read_text(encoding="utf-8"))


async def test_from_a_failing_test_to_all_pass(program: Path, runner: Runner, tmp_path: Path) -> None:
    session = Session(program, runner, record=Record(tmp_path / "state"))
    seen: list[tuple[str, int]] = []
    session.listen(lambda changed: seen.append((changed.status, len(changed.dialogue.turns))))
    assert session.status == "waiting"
    await session.refresh(source(program))
    assert session.status == "failing"
    assert session.headline == "2 tests disagree with `average`"
    assert seen[0] == ("running", 0)
    assert seen[-1] == ("failing", 1)
    assert session.dialogue.question is not None
    await session.answer("3", session.dialogue.question.id)
    await session.answer("2")
    assert session.dialogue.turns[-2].text == "You said 2. In the run it was 1."
    await session.refresh(source(program, examples.repaired("average")))
    assert session.status == "passing"
    assert session.dialogue.turns[-1].text.startswith("All 3 tests agree now. The key question was how often")


@pytest.mark.parametrize(("language", "said"), [("en", ("huh?", "what?")), ("de", ("hä?", "was meinst du?"))])
async def test_who_does_not_understand_a_question_twice_is_helped_on(
    program: Path, runner: Runner, language: str, said: tuple[str, str]
) -> None:
    session = Session(program, runner, Settings(language=language))
    await session.refresh(source(program))
    for each in ("3", *said):
        await session.answer(each)
    assert session.dialogue.question is not None
    assert (session.dialogue.question.kind, session.dialogue.question.entry) == ("count", Entry.CHOICE)


async def test_sharper_suspects_change_nothing_that_is_asked(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    shown: list[tuple[str, Dialogue, tuple[Suspect, ...]]] = []
    session.listen(lambda now: shown.append((now.status, now.dialogue, now.facts.suspects if now.facts else ())))
    await session.refresh(source(program))
    asked = [(dialogue, suspects) for status, dialogue, suspects in shown if status == "failing"]
    (early, first), (_, sharpened) = asked[0], asked[-1]
    assert all(dialogue is early for dialogue, _ in asked)
    assert first[0].score < sharpened[0].score
    assert len({suspects for _, suspects in asked}) > 2  # some were shown before the search was over


async def test_a_search_for_which_the_student_has_to_wait_is_urgent(program: Path) -> None:
    turns: list[bool] = []
    async with Runner(turns=Turns(2, lambda _, urgent: turns.append(urgent)), who="Ada") as runner:
        session = Session(program, runner)
        await session.refresh(source(program))
        assert False in turns  # the goal is asked for early, so the search can wait
        await session.answer("3")
        turns.clear()
        session.asks = False
        await session.refresh(source(program, examples.program("average") + "\ntried = 1\n"))
        assert set(turns) == {True}  # what comes after the goal is asked once repairs are known
        assert session.dialogue.question is not None
        assert session.dialogue.question.level > 1


SLOW = """
import time

def work(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return seconds

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
"""


@pytest.mark.parametrize(
    "slow",
    [["work(0.4) == 0.4"], ["work(0.4) == 0.4", "work(0.2) == 0.2"], ["fib(25) == 75025"], ["time.sleep(1.4) is None"]],
    ids=["works", "several", "recurses", "sleeps"],
)
async def test_a_slow_test_that_agrees_in_the_end_is_never_said_to_disagree(
    program: Path, runner: Runner, slow: list[str]
) -> None:
    names = "    from average import fib, time, work\n"
    checks = [f"\ndef test_slow_{n}():\n{names}\n    assert {each}\n" for n, each in enumerate(slow)]
    tests = program.with_name("test_average.py")
    tests.write_text("\n".join([tests.read_text("utf-8"), *checks]), "utf-8")
    session = Session(program, runner, Settings(seconds=60, test_seconds=20))
    headlines: list[str] = []
    session.listen(lambda now: headlines.append(now.headline))
    await session.refresh(source(program, examples.program("average") + SLOW))
    assert set(headlines) == {"", "2 tests disagree with `average`"}
    assert not [turn for turn in session.dialogue.turns if turn.kind == "run"]


@pytest.mark.parametrize("kept", ["trusted", "interpreter"])
async def test_what_is_certain_is_asked_about_also_where_nothing_can_run(
    program: Path, runner: Runner, kept: str, tmp_path: Path
) -> None:
    nowhere = Settings(interpreter=str(tmp_path / "no-python"))
    session = Session(program, runner, Settings(trusted=False) if kept == "trusted" else nowhere)
    await session.refresh(source(program, "def same(x, all=[]):\n    return x is 3\n"))
    assert session.status in ("untrusted", "problem")
    assert [finding.rule for finding in session.findings] == ["identity-of-literal"]
    session.settings = Settings(disabled_patterns=frozenset({"identity-of-literal"}))
    assert session.findings == ()


async def test_after_a_harmless_edit_the_question_about_the_run_is_the_same(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    await session.refresh(source(program))
    await session.answer("3")
    asked = session.dialogue.question
    assert asked is not None
    assert asked.kind == "count"
    await session.refresh(source(program, examples.program("average").replace("total = 0", "total = 0.0")))
    again = session.dialogue.question
    assert again is not None
    assert again.text == asked.text


STACK = """class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop(0)
"""


async def test_a_short_method_is_asked_about_by_what_its_object_holds(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "stack.py").write_text(STACK, encoding="utf-8")
    calls = "    s = Stack()\n    s.push(1)\n    s.push(2)\n    assert s.pop() == 2\n"
    (tmp_path / "test_stack.py").write_text(f"from stack import Stack\n\ndef test_pop():\n{calls}", encoding="utf-8")
    session = Session(tmp_path / "stack.py", runner)
    await session.refresh(Source.parse(STACK))
    await session.answer("2")
    asked = session.dialogue.question
    assert asked is not None
    assert asked.text == "What is `self.items` when `pop` begins in `test_pop`?"
    assert asked.oracle.answer == "[1, 2]"


async def test_an_answer_to_an_old_question_changes_nothing(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    await session.refresh(source(program))
    before = session.dialogue
    assert await session.answer("3", "another question") is before


async def test_a_restarted_session_has_every_turn(program: Path, runner: Runner, tmp_path: Path) -> None:
    first = Session(program, runner, record=Record(tmp_path / "state"))
    await first.refresh(source(program))
    await first.answer("3")
    second = Session(program, runner, record=Record(tmp_path / "state"))
    assert second.dialogue == first.dialogue
    await second.refresh(source(program))
    assert second.dialogue == first.dialogue
    await second.answer("1")
    assert second.dialogue.turns[-2].marked == "right"


async def test_a_turn_is_written_down_before_it_is_shown(program: Path, runner: Runner, tmp_path: Path) -> None:
    record = Record(tmp_path / "state")
    session = Session(program, runner, record=record)
    kept = []
    session.listen(lambda changed: kept.append(record.load(program) == changed.dialogue or not changed.dialogue.turns))
    await session.refresh(source(program))
    await session.answer("3")
    assert all(kept)


async def test_a_newer_save_ends_the_older_run(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    endless = source(program, "def average(numbers):\n    while True:\n        pass\n")
    older = asyncio.ensure_future(session.refresh(endless))
    while not session.running:
        await asyncio.sleep(0)
    await asyncio.wait_for(session.refresh(source(program, examples.program("average"))), 8)
    await older
    assert session.status == "failing"
    assert session.dialogue.turns[0].text == "What should `average([2, 4])` give?"


async def test_cancelling_a_refresh_ends_the_run(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    task = asyncio.ensure_future(
        session.refresh(source(program, "def average(numbers):\n    while True:\n        pass\n"))
    )
    while not session.running:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not session.running


async def test_an_untrusted_program_never_runs(program: Path, runner: Runner, tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    text = f"open({str(trace)!r}, 'w').close()\n" + examples.program("average")
    session = Session(program, runner, Settings(trusted=False))
    await session.refresh(source(program, text))
    assert session.status == "untrusted"
    assert session.dialogue.turns == ()
    assert not trace.exists()


async def test_a_broken_program_is_asked_about_even_untrusted(program: Path, runner: Runner) -> None:
    session = Session(program, runner, Settings(trusted=False))
    await session.refresh(source(program, "def average(numbers)\n    return 0\n"))
    assert session.status == "syntax"
    assert session.dialogue.question is not None


async def test_without_tests_there_is_a_template(program: Path, runner: Runner) -> None:
    program.with_name("test_average.py").unlink()
    session = Session(program, runner)
    await session.refresh(source(program))
    assert session.status == "problem"
    assert session.message
    assert session.template == (
        "# test_average.py\nfrom average import average\n\n\ndef test_average():\n    assert average(...) == ...\n"
    )


async def test_a_program_that_fails_while_it_loads_is_asked_about(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    await session.refresh(source(program, "limit = ten\n\n" + examples.program("average")))
    assert session.status == "problem"
    assert session.message
    question = session.dialogue.question
    assert question is not None
    assert question.oracle.answer == "1"


async def test_every_earlier_turn_stays_when_something_goes_wrong(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    await session.refresh(source(program))
    await session.answer("3")
    before = session.dialogue.turns
    await session.refresh(source(program, "import os\nos._exit(3)\n"))
    assert session.dialogue.turns[: len(before)] == before
    assert len(session.dialogue.turns) > len(before)


async def test_tests_that_agree_by_luck_are_doubted_until_they_would_notice(tmp_path: Path, runner: Runner) -> None:
    program, tests = tmp_path / "price.py", tmp_path / "test_price.py"
    wrong = "def price(age):\n    cost = 10\n    if age > 80:\n        cost = 5\n    return cost\n"
    tests.write_text(
        "from price import price\n\ndef test_old():\n    assert price(70) == 5\n\n"
        "def test_young():\n    assert price(60) == 10\n"
    )
    session = Session(program, runner)
    await session.refresh(source(program, wrong))
    assert session.status == "failing"
    await session.refresh(source(program, wrong.replace("80", "65")))
    assert [turn.kind for turn in session.dialogue.turns if turn.kind in ("passed", "luck")] == ["passed", "luck"]
    assert next(turn.text for turn in session.dialogue.turns if turn.kind == "luck") == (
        "One doubt: line 3 could be a little different, and all tests would still agree. "
        "A call that shows it would make a good new test."
    )
    border = "".join(f"\ndef test_{age}():\n    assert price({age}) == {cost}\n" for age, cost in ((65, 10), (66, 5)))
    tests.write_text(tests.read_text() + border)
    await session.refresh(source(program))
    assert session.dialogue.turns[-1].text == "Now the tests would notice. That is a good test!"
    before = session.dialogue
    await session.refresh(source(program))
    assert session.dialogue is before


async def test_tests_that_would_notice_bring_no_doubt(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    await session.refresh(source(program))
    await session.refresh(source(program, examples.repaired("average")))
    kinds = [turn.kind for turn in session.dialogue.turns]
    assert "passed" in kinds
    assert "luck" not in kinds


SUM_TO = "def sum_to(n):\n    total = 0\n    for i in range(1, n):\n        total += i\n    return total\n"


async def summing(folder: Path, runner: Runner, memory: Memory, *answers: str, allowed: bool = True) -> Session:
    """A program whose loop ends a pass early, and answers about it."""
    folder.mkdir()
    (folder / "sums.py").write_text(SUM_TO, "utf-8")
    (folder / "test_sums.py").write_text("from sums import *\n\n\ndef test_4():\n    assert sum_to(4) == 10\n", "utf-8")
    session = Session(folder / "sums.py", runner, Settings(memory=allowed), memory=memory)
    await session.refresh(Source.parse(SUM_TO))
    for answer in answers:
        await session.answer(answer)
    return session


async def test_what_answers_show_is_remembered_for_other_programs(runner: Runner, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    await summing(tmp_path / "a", runner, memory, "10", "4")
    second = await summing(tmp_path / "b", runner, memory, "10", "4")
    assert second.dialogue.turns[2].kind != "concept"
    third = await summing(tmp_path / "c", runner, memory, "10")
    assert third.facts is not None
    [known] = third.facts.remembered
    assert (known.misconception, known.lean, known.programs) == ("range-includes-end", 1, 2)
    assert third.dialogue.question is not None
    assert third.dialogue.question.id == "concept:range-includes-end"
    await third.answer(third.dialogue.question.oracle.answer)
    await third.refresh(source(third.program, SUM_TO.replace("range(1, n)", "range(1, n + 1)")))
    assert third.status == "passing"
    [after] = memory.everything()
    assert (after.held, after.refuted) == (known.held + 1, 2), "its clue; the tiny program, and the repair"


async def test_nothing_is_remembered_where_that_is_turned_off(runner: Runner, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    await summing(tmp_path / "a", runner, memory, "10", "4", allowed=False)
    assert not memory.database.path.exists()
    await summing(tmp_path / "b", runner, memory, "10", "4")
    unknown = await summing(tmp_path / "c", runner, memory, "10", allowed=False)
    assert unknown.facts is not None
    assert unknown.facts.remembered == ()


async def test_a_memory_that_cannot_be_kept_costs_no_turn(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with_none = await summing(tmp_path / "a", runner, Memory(tmp_path / "file"), "10", "4")
    with_one = await summing(tmp_path / "b", runner, Memory(tmp_path / "state"), "10", "4")
    assert with_none.dialogue == with_one.dialogue


async def test_a_dialogue_that_is_forgotten_begins_anew(runner: Runner, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    session = await summing(tmp_path / "a", runner, memory, "10", "4")
    first = session.dialogue.turns[0]
    memory.forget_everything()
    await session.forget()
    assert session.dialogue.turns == (first,)
    await session.answer("10")
    assert memory.everything() == ()


async def test_a_run_that_an_earlier_test_shaped_is_not_asked_about_as_if_it_stood_alone(
    tmp_path: Path, runner: Runner
) -> None:
    program = tmp_path / "log.py"
    (tmp_path / "test_log.py").write_text(
        "from log import note\n\ndef test_first():\n    assert note('a') == ['a']\n\n"
        "def test_second():\n    assert note('b') == ['b']\n"
    )
    session = Session(program, runner)
    await session.refresh(source(program, "def note(word, book=[]):\n    book.append(word)\n    return book\n"))
    assert session.facts is not None
    assert session.facts.focus is not None
    assert session.facts.trace is None  # alone, that test passes
    assert session.dialogue.question is not None
    assert session.dialogue.question.text == "What should `note('b')` give?"
    dialogue = await session.answer("['b']")
    assert "`['a', 'b']`" in dialogue.turns[2].text
    assert not [turn for turn in dialogue.turns if turn.kind in ("value-at", "count")]


async def test_an_answer_on_its_way_does_not_bring_back_what_was_forgotten(runner: Runner, tmp_path: Path) -> None:
    session = await summing(tmp_path / "a", runner, Memory(tmp_path / "state"), "10")
    first = session.dialogue.turns[0]
    session.record = record = Record(tmp_path / "state")
    hesitate(session)
    await asyncio.gather(session.answer("4"), session.forget())
    assert session.dialogue.turns == (first,)
    assert record.load(session.program) is None


async def test_a_first_question_that_needs_a_closer_look_is_asked_anew_too(runner: Runner, tmp_path: Path) -> None:
    session = await summing(tmp_path / "a", runner, Memory(tmp_path / "state"), "10")
    first = session.dialogue.turns[0]
    hesitate(session)
    await session.forget()
    assert [turn.question for turn in session.dialogue.turns] == [first.question]


def hesitate(session: Session) -> None:
    """Have the leak check take its time."""
    assert session.examination is not None
    session.examination = replace(session.examination, checker=Hesitant(session.examination.source, None))


class Hesitant(Checker):
    """Sees nothing at a glance, and lets others go first."""

    def glance(self, text: str, level: int, heard: Sequence[str] = ()) -> Verdict | None:
        return None

    async def verdict(self, text: str, level: int, heard: Sequence[str] = ()) -> Verdict:
        await asyncio.sleep(0)
        return Verdict(level)


async def test_a_hypothesis_outlives_an_answer_on_its_way(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    await session.refresh(source(program))
    hesitate(session)
    await asyncio.gather(session.answer("3"), session.suppose("total on line 5 is 9"))
    assert len(session.dialogue.hypotheses) == 1
    assert "3" in [turn.text for turn in session.dialogue.turns]


async def test_who_stops_a_run_hears_no_more_than_the_tests_tell(program: Path, runner: Runner) -> None:
    session = Session(program, runner)
    run = asyncio.ensure_future(session.refresh(source(program)))

    def stop(now: Session) -> None:
        if now.dialogue.question:
            run.cancel()

    session.listen(stop)
    with pytest.raises(asyncio.CancelledError):
        await run
    assert session.unfinished
    for text in ("3", "2", "more"):
        await session.answer(text)
    said = [turn for turn in session.dialogue.turns if turn.speaker == "tutor"]
    assert all(turn.level <= 1 or turn.text == "Let us look at what happens." for turn in said)
    await session.refresh(source(program))
    assert not session.unfinished
    assert session.dialogue.question is not None


async def test_while_another_process_holds_the_memory_all_else_goes_on(runner: Runner, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    session = await summing(tmp_path / "a", runner, memory, "10")
    before, shown = memory.everything(), []
    session.listen(lambda _: shown.append(memory.everything()))
    with closing(sqlite3.connect(memory.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answered = asyncio.ensure_future(session.answer("4"))
        asyncio.get_running_loop().call_later(0.2, other.execute, "ROLLBACK")
        await answered
    assert shown[0] != before, "a loop that stood still would never have let go of the lock"
