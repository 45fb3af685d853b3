"""From a save to a question on a class server where many wait."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.turns import CROWDED, Turns
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.settings import Settings
from gadfly_server.tutor.turns import Dialogue
from helpers import examples

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average")) / "average.py"


def source(program: Path, text: str | None = None) -> Source:
    """The program on disk, or a new text that is saved first."""
    if text is not None:
        program.write_text(text, encoding="utf-8")
    return Source.parse(program.read_text(encoding="utf-8"))


@pytest.mark.parametrize("is_crowded", [True, False])
async def test_in_a_crowd_nobody_who_has_a_question_waits_for_the_recording(
    program: Path, monkeypatch: pytest.MonkeyPatch, is_crowded: bool
) -> None:
    monkeypatch.setattr(Turns, "crowd", CROWDED if is_crowded else 0.0)
    urgent: list[bool] = []
    async with Runner(turns=Turns(2, lambda _, haste: urgent.append(haste)), who="Ada") as runner:
        session = Session(program, runner)
        statuses: list[tuple[str, bool]] = []
        session.listen(lambda now: statuses.append((now.status, now.facts is not None and now.facts.trace is not None)))
        await session.refresh(source(program))
        assert urgent[:2] == [True, False]  # the tests, then the recording
        assert (("failing", False) in statuses) is is_crowded
        assert session.status == "failing"


@pytest.mark.parametrize(
    ("language", "question", "contradiction"),
    [
        (
            "en",
            "What should `average([10, 20, 60])` give?",
            "You said 31. The test wants `30`. Your program gives `26.",
        ),
        ("de", "Was soll `average([10, 20, 60])` liefern?", "Du sagst: 31. Der Test will `30`."),
    ],
)
async def test_in_a_crowd_a_question_comes_before_the_search_whatever_level_was_reached(
    program: Path, monkeypatch: pytest.MonkeyPatch, language: str, question: str, contradiction: str
) -> None:
    monkeypatch.setattr(Turns, "crowd", CROWDED)
    async with Runner(turns=Turns(2), who="Ada") as runner:
        session = Session(program, runner, Settings(language=language))
        await session.refresh(source(program))
        for _ in range(3):
            await session.answer("?")
        assert session.dialogue.level > 1
        open_question = session.dialogue.question
        known: list[tuple[Dialogue, tuple[bool, bool]]] = []

        def note(now: Session) -> None:
            if now.unfinished and (asked := now.dialogue.question):
                before, can_reply = now.dialogue, now.can_reply(asked.id)
                now.dialogue = replace(before, level=4)
                known.append((before, (can_reply, now.can_reply(asked.id))))
                now.dialogue = before

        session.listen(note)
        await session.refresh(source(program, examples.program("average") + "\ntried = 1\n"))
        early, can_reply = known[0]
        assert session.dialogue is early
        assert can_reply == (True, False)  # from level 4 on, a dialogue that is closed stays so
        assert [turn.kind for turn in early.turns[-2:]] == ["run", "expected-value"]
        assert early.turns[-1].text == question
        await session.answer("31")
        contradicted, asked = session.dialogue.turns[-2:]
        assert contradicted.text.startswith(contradiction)
        assert open_question is not None
        assert asked.text.endswith(open_question.text)


async def test_in_a_crowd_what_is_open_is_asked_again_before_the_search_if_it_stays_the_same(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Turns, "crowd", CROWDED)
    tests = program.with_name("test_average.py")
    tests.write_text("from average import average\n\ndef test_two():\n    assert average([2, 4]) == 3\n", "utf-8")
    async with Runner(turns=Turns(2), who="Ada") as runner:
        session = Session(program, runner)
        await session.refresh(source(program))
        await session.answer("?")
        open_question = session.dialogue.question
        assert open_question is not None
        assert open_question.level > 1
        known: list[tuple[Dialogue, bool, bool]] = []
        session.listen(lambda now: known.append((now.dialogue, now.unfinished, now.can_reply(open_question.id))))
        await session.refresh(source(program, examples.program("average") + "\ntried = 1\n"))
        early, can_reply = next(
            (dialogue, can) for dialogue, unfinished, can in known if unfinished and dialogue.question
        )
        assert session.dialogue is early
        assert early.turns[-1].text.removeprefix("Still open: ") == open_question.text
        assert not can_reply  # what a reply would say has to be judged first
        assert session.can_reply(open_question.id)
        shown = len(known)
        await session.refresh(source(program, "def average(numbers):\n    return sum(numbers[1:]) / len(numbers)\n"))
        assert not [unfinished for dialogue, unfinished, _ in known[shown:] if unfinished and dialogue.question]
