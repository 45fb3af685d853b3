"""Nothing that the tutor can say about an example gives its repair away: whatever is asked, answered, or hinted at."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import gadfly_server.tutor
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.prepare import prepare
from gadfly_analyzers.leaks.verdict import Reason
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.barred import barring
from gadfly_server.tutor.facts import facts_of
from helpers import examples
from leaking.sayings import Saying, sayings

EXAMPLES = 5  # the level at which some of the examples may fit a program, and are left out then


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", examples.NAMES)
async def test_nothing_that_can_be_said_gives_the_repair_away(name: str, runner: Runner, tmp_path: Path) -> None:
    session, checker = await examined(name, runner, tmp_path)
    assert session.examination is not None
    said = sayings(session.examination, facts_of(session.examination))
    assert {level for level, _, _ in said} >= {0, 1, 2, 3, 4, 6}
    leaking = await leaks(said, checker)
    assert [each for each in leaking if each[0] < EXAMPLES] == []
    left = barring(facts_of(session.examination), [text for _, _, text, _ in leaking])
    assert await leaks(sayings(session.examination, left), checker) == []  # other examples are shown instead


PLAIN = {
    "question": "How many times does line 4 run in this call?",
    "how": "Please answer with a number.",
    "where": "in this call",
    "line": "4",
    "number": "2",
    "name": "`count`",
    "things": "`count`",
    "goal": "A bell rings.",
    "program": "`print(1)`",
    "told": "The loop ends one pass early.",
    "insight": "how often the loop runs",
    "list": "what the test wants",
    "next": "which lines take part",
    "first": "`a`",
    "second": "`b`",
}
OF_NO_RUN = "outcomes.py"  # what is said where there is nothing to give away
OF_LEVEL_4 = ("deviations.py", "directing.py", "experiments.py")


def messages() -> list[tuple[int, str]]:
    """Every sentence of the tutor, with its level at the most and something plain in each of its places."""
    tutor = Path(gadfly_server.tutor.__file__).parent
    keywords = {"say": None, "later": None, "phrase": None, "say_count": (1, 2)}
    found = []
    for file, _, said, _, _ in extract_from_dir(tutor, method_map=[("**.py", "python")], keywords=keywords):
        for text in () if file == OF_NO_RUN else (said,) if isinstance(said, str) else said:
            plain = re.sub(r"\{(\w+)\}", lambda place: PLAIN.get(place[1], "`1`"), text)
            if plain[-1:] in ".?!":
                found.append((4 if file in OF_LEVEL_4 else 2, plain))
    return found


@pytest.mark.asyncio(loop_scope="module")
async def test_no_sentence_is_one_that_can_never_be_said(runner: Runner, tmp_path: Path) -> None:
    """What the check bars about every program is a fault of the sentence: the student would never read it whole."""
    left = messages()
    assert len(left) > 300
    for name in ("average", "power", "shopping"):
        _, checker = await examined(name, runner, tmp_path)
        left = [(level, text) for level, text in left if (await checker.verdict(text, level)).leaks]
    assert left == []


async def leaks(said: list[Saying], checker: Checker) -> list[tuple[int, str, str, tuple[Reason, ...]]]:
    verdicts = [(saying, await checker.verdict(saying[2], saying[0])) for saying in said]
    return [(*saying, verdict.reasons) for saying, verdict in verdicts if verdict.leaks]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", examples.NAMES)
async def test_saying_the_repair_is_caught(name: str, runner: Runner, tmp_path: Path) -> None:
    """The same check, with the repair in what is said, so that it cannot pass by saying yes to everything."""
    _, checker = await examined(name, runner, tmp_path)
    for old, new in examples.REPAIRS[name]:
        first = next(
            (line.strip() for line in new.splitlines() if line.strip() not in old), new.splitlines()[-1].strip()
        )
        for text in (f"Replace `{old.strip()}` with `{first}`.", f"Should it be `{first}`?"):
            assert (await checker.verdict(text, 2)).leaks, text


async def examined(name: str, runner: Runner, folder: Path) -> tuple[Session, Checker]:
    """What is known of an example, and the check of what is said about it, which knows how it would be right."""
    program = Path(shutil.copytree(examples.FOLDER / name, folder / name)) / f"{name}.py"
    session = Session(program, runner)
    await session.refresh(Source.parse(examples.program(name)))
    references = [examples.repaired(name)]
    return session, await prepare(program, runner, interpreter=Path(sys.executable), references=references)
