"""The examples fail as they are meant to, and every dialogue about them begins with a question that can be answered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.questions import line_by_line
from helpers import examples
from helpers.dialogues import right

FAILING = {
    "average": 2,
    "countdown": 1,
    "grades": 3,
    "phone_book": 2,
    "power": 1,
    "row_totals": 2,
    "second_largest": 2,
    "shopping": 2,
    "ticket_price": 1,
}


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


def test_every_example_is_known_here() -> None:
    found = sorted(path.name for path in examples.FOLDER.iterdir() if path.is_dir())
    assert found == sorted({*FAILING, "initials"}) == list(examples.NAMES)
    for name in found:
        names = {path.name for path in (examples.FOLDER / name).iterdir() if not path.name.startswith((".", "__"))}
        assert names == {f"{name}.py", f"test_{name}.py", "answers.txt"}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", examples.NAMES)
async def test_an_example_from_the_first_question_to_its_repair(name: str, runner: Runner, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / name, tmp_path / name))
    session = Session(folder / f"{name}.py", runner)
    await session.refresh(Source.parse(examples.program(name)))
    assert session.facts is not None
    assert len(session.facts.failing) == FAILING.get(name, 0)
    assert name == "initials" or session.facts.passing
    question = session.dialogue.question
    assert question is not None
    assert question.kind == ("syntax" if name == "initials" else "expected-value")
    for line in (folder / "answers.txt").read_text(encoding="utf-8").splitlines():
        assert session.dialogue.question is not None
        await session.answer(line)
    while (more := session.dialogue.question) is not None:  # how long repairs are looked for decides which lines come
        assert more.topic == line_by_line.TOPIC, "the scripted answers play the whole dialogue"
        await session.answer(more.oracle.answer)
    assert session.dialogue.turns[-1].kind in ("closing", "offer")
    before = session.dialogue.last
    session.program.write_text(examples.repaired(name), encoding="utf-8")
    await session.refresh(Source.parse(examples.repaired(name)))
    assert session.status == "passing"
    assert session.dialogue.turns[before].kind == "passed"


@pytest.mark.asyncio(loop_scope="module")
async def test_the_first_two_questions_about_average(runner: Runner, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average"))
    session = Session(folder / "average.py", runner)
    await session.refresh(Source.parse(examples.program("average")))
    first = session.dialogue.question
    assert first is not None
    await session.answer(right(first))
    second = session.dialogue.question
    assert second is not None
    assert (first.text, second.text, second.oracle.answer) == (
        "What should `average([2, 4])` give?",
        "How many times does the body of the loop on line 4 run for `[2, 4]`?",
        "1",
    )


@pytest.mark.parametrize("name", ["row_totals", "ticket_price"])
def test_the_same_dialogue_in_every_process(name: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / name, tmp_path / name))
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "gadfly_server",
        "ask",
        folder / f"{name}.py",
        "--format",
        "json",
    ]
    command += ["--answers", folder / "answers.txt"]
    said = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": str(seed)}, capture_output=True, text=True, check=False
        ).stdout
        for seed in range(4)
    }
    assert len(said) == 1
    assert said.pop().count("\n") > 4
