"""What the tutor holds true is what the program does when somebody else runs it, with counters written into it."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.question import Question
from helpers import examples

ORDINALS = {"first": 0, "second": 1, "third": 2}
MOST_PASSES = 50


class EndlessError(Exception):
    """The program would go on and on."""


class Counting(ast.NodeTransformer):
    """Write into a program what tells how often its blocks run, and what its names are at their ends."""

    def marked(self, line: int, end: str) -> ast.stmt:
        return ast.parse(f"__note({line}, {end!r}, dict(locals()))").body[0]

    def visit(self, node: ast.AST) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node, (ast.For, ast.While, ast.If)):
            node.body = [self.marked(node.lineno, "start"), *node.body, self.marked(node.lineno, "end")]
        return node


class Watched:
    """One call of a program, watched; ``seen`` are (line, "start" | "end", names then)."""

    def __init__(self, program: str, call: str) -> None:
        self.seen: list[tuple[int, str, dict[str, str]]] = []
        scope: dict[str, Any] = {"__note": self._note}
        tree = ast.fix_missing_locations(Counting().visit(ast.parse(program)))
        exec(compile(ast.unparse(tree), "program", "exec"), scope)
        self.result: object = None
        try:
            self.result = eval(call, scope)
        except (EndlessError, RecursionError, UnboundLocalError, TypeError) as error:
            self.result = error

    def _note(self, line: int, end: str, names: dict[str, Any]) -> None:
        if len(self.seen) >= 2 * MOST_PASSES:
            raise EndlessError
        self.seen.append((line, end, {name: repr(value) for name, value in names.items()}))

    def blocks(self, line: int, end: str) -> list[dict[str, str]]:
        return [names for at, which, names in self.seen if (at, which) == (line, end)]


def truth(facts: Facts, question: Question) -> str | None:
    """The answer as an independent run gives it; ``None`` for questions that need another oracle."""
    assert facts.focus is not None
    focus = Watched(facts.text, facts.focus.calls[-1].text) if facts.focus.calls else None
    if found := re.match(r"Another test agrees. What does your program give for `(.*)`\?", question.text):
        return repr(Watched(facts.text, found[1]).result)
    if focus is None:
        return None
    if found := re.match(r"How many times (?:in all )?does the body of the loop on line (\d+) run", question.text):
        return str(len(focus.blocks(int(found[1]), "start")))
    if found := re.match(r"Is the `(?:if|elif)` on line (\d+) taken", question.text):
        return "Yes" if focus.blocks(int(found[1]), "start") else "No"
    if found := re.match(r"What is `(\w+)` after the (?:very )?(\w+) pass of the loop on line (\d+)", question.text):
        return focus.blocks(int(found[3]), "end")[ORDINALS[found[2]]][found[1]]
    if found := re.match(r"What is `(\w+)` in the (?:very )?first pass of the loop on line (\d+)", question.text):
        return focus.blocks(int(found[2]), "start")[0][found[1]]
    if re.search("come to an end by itself", question.text):
        return "No" if isinstance(focus.result, (EndlessError, RecursionError)) else "Yes"
    return None


def tells(question: Question) -> bool:
    """Whether the evidence that a contradiction shows says what the answer held right says."""
    evidence, answer = question.oracle.evidence, question.oracle.answer
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
