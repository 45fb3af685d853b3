"""What the tutor holds true is what the program does when somebody else runs it, with counters written into it."""

from __future__ import annotations

import ast
import builtins
import io
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.planner import ease, plan
from gadfly_server.tutor.question import Question
from helpers import examples
from helpers.seen import facts_about
from helpers.watched import EndlessError, Watched

ORDINALS = {"first": 0, "second": 1, "third": 2, "last": -1}


Oracle = Callable[[Facts, Watched, Question, re.Match[str]], str]


def passes(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return str(len(focus.blocks(int(found[1]), "start")))


def line_runs(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return str(focus.runs_of(int(found[1])))


def is_taken(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return "Yes" if focus.blocks(int(found[1]), "start") else "No"


def after_pass(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return focus.blocks(int(found[3]), "end")[ORDINALS[found[2]]][found[1]]


def in_first_pass(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return focus.blocks(int(found[2]), "start")[0][found[1]]


def elsewhere(facts: Facts, _: Watched, question: Question, found: re.Match[str]) -> str:
    return repr(Watched(facts.text, found[1]).result)


def ends(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return "No" if isinstance(focus.result, (EndlessError, RecursionError)) else "Yes"


def last_printed(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return focus.printed.getvalue().rstrip("\n").split("\n")[-1]


def only_in_one(facts: Facts, _: Watched, question: Question, found: re.Match[str]) -> str:
    one, other = (Watched(facts.text, call).lines for call in found.groups())
    return str(min(one - other))


def objects(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    return "1" if focus.same(int(found[3]), found[1], found[2]) else "2"


def goes(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    before = next(names for line, end, names in focus.seen if (line, end) == (int(found[2]), "line"))[found[1]]
    after = focus.blocks(int(found[2]), "end")[-1][found[1]]
    return f"It stays {after}" if before == after else f"It goes from {before} to {after}"


def way(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    [ran] = [choice for choice in question.choices if int(re.findall(r"\d+", choice)[0]) in focus.lines]
    return ran


def supposed(_: Facts, focus: Watched, question: Question, found: re.Match[str]) -> str:
    name, line = re.match(r"(\w+) is .* after line (\d+)", question.oracle.answer, re.DOTALL).groups()  # type: ignore[union-attr] # it is one
    then = [names for at, end, names in focus.seen if (at, end) == (int(line), "after")][-1]
    return f"{name} is {then[name]} after line {line} runs the last time"


ORACLES: dict[str, Oracle] = {
    r"Another test agrees. What does your program give for `(.*)`\?": elsewhere,
    r"How many times (?:in all )?does the body of the loop on line (\d+) run": passes,
    r"How many times does line (\d+) run": line_runs,
    r"Is the `(?:if|elif)` on line (\d+) taken": is_taken,
    r"What is `(\w+)` after the (?:very )?(\w+) pass of the loop on line (\d+)": after_pass,
    r"What is `(\w+)` in the (?:very )?first pass of the loop on line (\d+)": in_first_pass,
    r"Does .* come to an end by itself": ends,
    r"What (?:is the last line that|does) your program prints? for": last_printed,
    r"Which (?:line|is the first line that) runs for `(.*)`, but not for `(.*)`\?": only_in_one,
    r"How many different \w+ are `(.*)` and `(.*)` right after line (\d+)": objects,
    r"(?:In your own words: w|W)hat happens to `(\w+)` while the loop on line (\d+) runs": goes,
    r"What do you think: which name has which value on which line": supposed,
    r"(?:In your own words: w|W)hy does `(.*)` give `(.*)`": way,
}


def truth(facts: Facts, question: Question) -> str | None:
    """The answer as an independent run gives it; ``None`` for questions that need another oracle."""
    if question.kind == "concept":
        return printed_by(question)
    assert facts.focus is not None
    if not facts.focus.calls:
        return None
    focus = Watched(facts.text, facts.focus.calls[-1].text)
    for pattern, oracle in ORACLES.items():
        if found := re.match(pattern, question.text):
            return oracle(facts, focus, question, found)
    return None


def printed_by(question: Question) -> str:
    """What the tiny program in a question prints, line by line, and the error that ends it."""
    [*typed, program] = re.findall(r"`([^`]+)`", question.text)
    printed = io.StringIO()
    scope = {"__builtins__": {**vars(builtins), "input": lambda: typed[0]}}
    with redirect_stdout(printed):
        try:
            exec(program, scope)
        except (Exception, SyntaxError) as error:
            printed.write(f"an error: {type(error).__name__}")
    return ", then ".join(printed.getvalue().strip("\n").split("\n"))


def tells(question: Question) -> bool:
    """Whether the evidence that a contradiction shows says what the answer held right says."""
    evidence, answer = question.oracle.evidence.replace("`", ""), question.oracle.answer
    if question.kind == "explain":
        values = re.findall(r"(?:stays|from|to|line) (.*?)(?= to |$| runs)", answer)
        return all(value in evidence for value in values)
    if answer in ("Yes", "No"):
        return bool(re.search(r"\b(not|never)\b", evidence)) == (answer == "No")
    if answer in ("0", "1", "2") and not re.search(r"\d", evidence):
        return {"0": "never", "1": "once", "2": "twice"}[answer] in evidence
    return answer.partition("-")[0] in evidence


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", [name for name in examples.NAMES if name != "initials"])
async def test_every_answer_held_right_is_what_another_run_shows(name: str, runner: Runner, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / name, tmp_path / name))
    session = Session(folder / f"{name}.py", runner)
    await session.refresh(Source.parse(examples.program(name)))
    assert session.facts is not None
    answers = [(question, truth(session.facts, question)) for question in plan(session.facts)]
    checked = [(question, true) for question, true in answers if true is not None]
    assert checked
    assert [q.oracle.evidence for q, _ in answers if not tells(q)] == []
    verdicts = {q.text: [mark(ease(q), choice).verdict for choice in q.choices] for q, _ in answers}
    assert [text for text, each in verdicts.items() if each.count("right") != 1 or "unclear" in each] == []
    assert [question.text for question, true in checked if question.oracle.answer != true] == []


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", [name for name in examples.NAMES if name != "initials"])
async def test_what_is_expected_is_what_the_repaired_program_gives(name: str, runner: Runner, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / name, tmp_path / name))
    session = Session(folder / f"{name}.py", runner)
    await session.refresh(Source.parse(examples.program(name)))
    question = session.dialogue.question
    assert question is not None
    asked = re.match(r"What should `(.*\))` give\?", question.text)
    if asked is None:
        assert name == "second_largest"
        return
    expected = Watched(examples.repaired(name), asked[1]).result
    assert expected == pytest.approx(ast.literal_eval(question.oracle.answer))


MORE = {
    "result = ns": (
        "def with_zero(ns):\n    result = ns\n    result.append(0)\n    return [ns, result]\n",
        "def test_a():\n    assert with_zero([1]) == [[1], [1, 0]]\n",
        "result = list(ns)",
    ),
    "ns[:]": (
        "def both(ns):\n    ms = ns[:]\n    ms.append(0)\n    return [ms, ms]\n",
        "def test_a():\n    assert both([1]) == [[1], [1, 0]]\n",
        "",
    ),
    "[[0] * n] * n": (
        "def board(n):\n    grid = [[0] * n] * n\n    grid[0][0] = 1\n    return grid\n",
        "def test_a():\n    assert board(2) == [[1, 0], [0, 0]]\n",
        "[[0] * n for _ in range(n)]",
    ),
    "result = n\n": (
        "def total(ns):\n    result = 0\n    for n in ns:\n        result = n\n    return result\n",
        "def test_a():\n    assert total([3, 4, 5]) == 12\n",
        "result += n\n",
    ),
    "print(name + '!')": (
        "def greet(name):\n    print('Hi')\n    print(name + '!')\n",
        "def test_a():\n    assert greet('Bo') == 'Bo!'\n",
        "return name + '!'",
    ),
}
INNER = """def subsets(items):
    found = []

    def go(at, chosen):
        found.append(chosen)
        for place in range(at, len(items) - 1):
            go(place + 1, chosen + [items[place]])

    go(0, [])
    return found
"""
INNER_TESTS = "def test_a():\n    assert subsets([7]) == [[], [7]]\n"


@pytest.mark.asyncio(loop_scope="module")
async def test_what_happens_in_an_inner_function_is_asked(runner: Runner, tmp_path: Path) -> None:
    facts = await facts_about(runner, tmp_path, INNER, INNER_TESTS)
    asked = {question.text: question for question in plan(facts)}
    count = asked["How many times does the body of the loop on line 6 run in `go(0, [])`?"]
    assert count.oracle.answer == "0"
    assert count.points_at is not None
    assert count.points_at.line == 6


DECORATED = """@mock.patch("builtins.input", return_value="2")
def test_f(read, n=1):
    assert f(n) == 1
    assert read.call_count == n
    assert "3" in str(f(n + 1))
"""


@pytest.mark.asyncio(loop_scope="module")
async def test_a_question_is_about_the_check_that_failed_below_decorators(runner: Runner, tmp_path: Path) -> None:
    tests = f"from unittest import mock\n\n{DECORATED}"
    facts = await facts_about(runner, tmp_path, "def f(n):\n    return int(input()) - 2 + n\n", tests)
    asked = [question.text for question in plan(facts)]
    assert asked
    assert not [text for text in asked if "call_count" in text]


KINDS = {"same-object", "first-wrong", "predict-output", "concept", "explain"}


@pytest.mark.asyncio(loop_scope="module")
async def test_what_is_asked_of_objects_output_and_ideas_is_true(runner: Runner, tmp_path: Path) -> None:
    asked: set[str] = set()
    for number, (old, (program, tests, new)) in enumerate(MORE.items()):
        (tmp_path / str(number)).mkdir()
        facts = await facts_about(runner, tmp_path / str(number), program, tests)
        for question in plan(facts):
            true = first_wrong(facts, program.replace(old, new), question) or truth(facts, question)
            assert question.oracle.answer == true or true is None, question
            assert tells(question), question
            asked |= {question.kind} if true else set()
    assert asked >= KINDS


def first_wrong(facts: Facts, repaired: str, question: Question) -> str | None:
    """The first pass after which a name is not what it is in the repaired program."""
    found = re.match(r"After which pass of the loop on line (\d+) does `(\w+)` go wrong", question.text)
    if found is None or facts.focus is None:
        return None
    call = facts.focus.calls[-1].text
    runs = [Watched(program, call).blocks(int(found[1]), "end") for program in (facts.text, repaired)]
    differs = [ours[found[2]] != theirs[found[2]] for ours, theirs in zip(*runs, strict=True)]
    return str(differs.index(True) + 1)
