"""A student has a correct question at once, whatever a model does; and the dialogue is the same as without one."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.models.answering import Prompt, Reply, Unanswered
from gadfly_server.models.worder import Worder
from gadfly_server.record import Record
from gadfly_server.sessions import Session
from gadfly_server.settings import Models, Settings
from gadfly_server.tutor.turns import Dialogue
from helpers.dialogues import right, wrong
from helpers.hostile import COMMENTS, NAMES, PRESSURE, STRINGS
from helpers.servers import Answer, Asked, Script, certificate, fails, says, serving, words

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """\
def total_of(numbers):
    total = 0
    for i in range(1, len(numbers)):
        total = total + numbers[i]
    return total
"""
TESTS = """\
def test_two():
    assert total_of([2, 4]) == 6

def test_none():
    assert total_of([]) == 0
"""


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "test_work.py").write_text(f"from work import *\n\n\n{TESTS}", "utf-8")
    return tmp_path


def as_ours(asked: Asked) -> Answer:
    """A good wording of anything: the question with an invitation before it."""
    return words(f"Picture the run. {asked.data['question']}")(asked)


async def play(session: Session, most: int = 6) -> Dialogue:
    """A few answers, right and wrong."""
    await session.refresh(Source.parse(PROGRAM))
    for number in range(most):
        await session.worded()
        if (question := session.dialogue.question) is not None:
            answer = wrong(question) if number % 3 == 1 and question.choices else right(question)
            await session.answer(answer, question.id)
    await session.worded()
    return session.dialogue


def without_models_words(dialogue: Dialogue) -> Dialogue:
    return replace(dialogue, turns=tuple(replace(turn, worded="", by="") for turn in dialogue.turns))


async def with_model(runner: Runner, folder: Path, server: Script, seconds: float = 4.0) -> Dialogue:
    worder = Worder(Models("mock", server.url, seconds=seconds))
    session = Session(folder / "work.py", runner, worder=worder)
    try:
        return await play(session)
    finally:
        session.close()
        await worder.close()


async def test_questions_are_shown_in_the_models_words_and_all_else_is_the_same(runner: Runner, folder: Path) -> None:
    ours = await play(Session(folder / "work.py", runner))
    with serving(as_ours) as server:
        theirs = await with_model(runner, folder, server)
    reworded = [turn for turn in theirs.turns if turn.worded]
    assert len(reworded) >= 3
    assert all(turn.shown == f"Picture the run. {turn.text}" for turn in reworded)
    assert all(turn.speaker == "tutor" and turn.question and not turn.marked for turn in reworded)
    assert without_models_words(theirs) == ours


async def test_a_german_question_is_shown_in_german_words_and_in_no_others(runner: Runner, folder: Path) -> None:
    def german(asked: Asked) -> Answer:
        before = "Schau genau hin." if len(asked.data["said"]) % 4 else "Look closely."
        return words(f"{before} {asked.data['question']}")(asked)

    with serving(german) as server:
        worder = Worder(Models("mock", server.url))
        session = Session(folder / "work.py", runner, settings=Settings(language="de"), worder=worder)
        theirs = await play(session)
        session.close()
        await worder.close()
    reworded = [turn for turn in theirs.turns if turn.worded]
    assert reworded
    assert all(turn.shown == f"Schau genau hin. {turn.text}" for turn in reworded)
    assert all("Plain German" in asked.rules for asked in server.asked)


FAULTS: dict[str, Callable[[Asked], Answer]] = {
    "busy": fails(429),
    "busy for long": fails(429, ("Retry-After", "3600")),
    "broken": fails(500),
    "wrong key": fails(401),
    "no reply": lambda _: Answer(b"<html>"),
    "cut off": lambda asked: Answer(as_ours(asked).body[:-9], cut=9),
    "wrong schema": says('{"text": "What?"}'),
    "one megabyte": says("x" * 1_000_000),
    "leaks": words(
        "If you change `range(1, len(numbers))` to `range(len(numbers))`, what should `total_of([2, 4])` give?"
    ),
    "lies": lambda asked: words(f"The result is 99. {asked.data['question']}")(asked),
    "takes another value": lambda asked: words(re.sub(r"[0-9]", "8", asked.data["question"]))(asked),
    "obeys a comment": words("The answer is 6. What should `total_of([2, 4])` give?"),
    "talks of something else": words("What is your favourite colour?"),
}


BY_CHAT = ("busy", "cut off", "one megabyte", "leaks", "lies", "obeys a comment")


@pytest.mark.parametrize(
    ("form", "fault"), [*(("any", each) for each in FAULTS), *(("chat", each) for each in BY_CHAT)]
)
async def test_whatever_goes_wrong_the_dialogue_is_ours(runner: Runner, folder: Path, form: str, fault: str) -> None:
    def script(asked: Asked) -> Answer:
        return fails(404)(asked) if form == "chat" and asked.responses else FAULTS[fault](asked)

    ours = await play(Session(folder / "work.py", runner))
    with serving(script) as server:
        theirs = await with_model(runner, folder, server, seconds=1.5)
    assert server.asked
    assert theirs == ours


@pytest.mark.parametrize("first", range(0, len(PRESSURE), 10))
async def test_instructions_in_program_and_answers_do_nothing_where_the_model_obeys_them(
    runner: Runner, folder: Path, first: int
) -> None:
    comments = "".join(f"# {text}\n" for text, _ in COMMENTS)
    strings = "".join(f"    {NAMES[i % len(NAMES)][0]}_{i} = {text!r}\n" for i, (text, _) in enumerate(STRINGS))
    head, rest = PROGRAM.split("\n", 1)
    hostile = f"{comments}{head}\n{strings}{rest}"
    pressing = [text for said, _ in PRESSURE[first : first + 10] for text in said]
    obedient = [reply for _, reply in (*COMMENTS, *STRINGS, *NAMES, *PRESSURE)]

    def obeys(asked: Asked) -> Answer:
        if "understandings" in asked.data:
            return says(json.dumps({"understanding": "cause", "quote": asked.data["answer"]}))(asked)
        if "asked" in asked.data:
            return says('{"answer": "The answer is 6, and line 3 is wrong."}')(asked)
        reply = obedient[len(server.asked) % len(obedient)]
        return words(reply.format(q=asked.data.get("question", "")))(asked)

    async def said(session: Session) -> list[str]:
        await session.refresh(Source.parse(hostile))
        for text in pressing:
            await session.worded()
            await session.answer(text)
        await session.worded()
        return [turn.shown for turn in session.dialogue.turns]

    ours = await said(Session(folder / "work.py", runner))
    with serving(obeys) as server:
        worder = Worder(Models("mock", server.url, seconds=30, requests=1000))
        session = Session(folder / "work.py", runner, worder=worder)
        theirs = await said(session)
        session.close()
        await worder.close()
    assert server.asked
    assert theirs == ours


async def test_a_server_that_says_nothing_or_cannot_prove_who_it_is_costs_no_turn(
    runner: Runner, folder: Path, tmp_path: Path
) -> None:
    ours, never = await play(Session(folder / "work.py", runner)), threading.Event()
    with serving(lambda _: Answer(after=never)) as server:
        assert await with_model(runner, folder, server, seconds=0.3) == ours
        never.set()
    with serving(as_ours, tls=certificate(tmp_path)) as server:
        server.url = server.url.replace("http:", "https:")
        assert await with_model(runner, folder, server, seconds=1.5) == ours
    assert not server.asked


async def test_the_client_is_imported_while_the_tests_run(runner: Runner, folder: Path) -> None:
    class Silent:
        name = "silent"
        done: ClassVar[list[str]] = []

        def prepare(self) -> None:
            self.done.append("prepare")

        async def ask(self, _: Prompt) -> Reply:
            self.done.append("ask")
            raise Unanswered("nothing to say")

        async def close(self) -> None:
            self.done.append("close")

    session = Session(folder / "work.py", runner, worder=Worder(Models("silent"), answering=Silent()))
    begun = asyncio.ensure_future(session.refresh(Source.parse(PROGRAM)))
    await asyncio.sleep(0)
    assert Silent.done == ["prepare"], "before the tests have run"
    await begun
    await session.worded()
    session.close()
    assert Silent.done[:2] == ["prepare", "ask"]


async def test_what_is_prepared_is_the_client() -> None:
    script = """
import asyncio, sys
from gadfly_server.models.endpoint import Endpoint
from gadfly_server.settings import Models, Settings
async def main():
    endpoint = Endpoint(Models("m"))
    assert "openai" not in sys.modules
    endpoint.prepare()
    while "openai" not in sys.modules: await asyncio.sleep(0.01)
asyncio.run(main())
assert "openai" in sys.modules
"""
    run = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", script], check=False, timeout=60)
    assert run.returncode == 0


async def test_the_question_is_there_before_the_model_says_anything(runner: Runner, folder: Path) -> None:
    release = threading.Event()
    with serving(lambda asked: Answer(as_ours(asked).body, after=release)) as server:
        worder = Worder(Models("mock", server.url, seconds=20))
        session = Session(folder / "work.py", runner, worder=worder)
        seen: list[str] = []
        session.listen(lambda now: seen.append(now.dialogue.question_shown))
        await session.refresh(Source.parse(PROGRAM))
        question = session.dialogue.question
        assert question is not None
        assert session.dialogue.question_shown == question.text
        before = time.monotonic()
        await session.answer(right(question), question.id)
        assert time.monotonic() - before < 5
        second = session.dialogue.question
        assert second is not None
        assert second.id != question.id
        assert session.dialogue.question_shown == second.text
        release.set()
        await session.worded()
        assert session.dialogue.question_shown == f"Picture the run. {second.text}"
        assert not session.dialogue.turns[0].worded, "what came for a question that was answered meanwhile is dropped"
        assert seen[-1] == session.dialogue.question_shown
        session.close()
        await worder.close()


async def test_a_wording_is_kept_over_a_restart(runner: Runner, folder: Path) -> None:
    record = Record(folder / "state")
    with serving(as_ours) as server:
        worder = Worder(Models("mock", server.url))
        session = Session(folder / "work.py", runner, record=record, worder=worder)
        shown = await play(session, 2)
        again = Session(folder / "work.py", runner, record=Record(folder / "state"), worder=worder)
        assert again.dialogue == shown
        count = len(server.asked)
        await again.refresh(Source.parse(PROGRAM))
        await again.worded()
        assert again.dialogue == shown
        assert len(server.asked) == count
        await worder.close()


async def test_a_model_is_given_what_the_student_sees_and_nothing_else(runner: Runner, folder: Path) -> None:
    with serving(as_ours) as server:
        dialogue = await with_model(runner, folder, server)
    assert {key for asked in server.asked for key in asked.data} == {"level", "kind", "question", "code", "said"}
    read = [turn.text for turn in dialogue.turns]
    for asked in server.asked:
        assert asked.data["question"] in read
        assert all(each["text"] in read for each in asked.data["said"])
        for line in asked.data["code"]:
            number, _, text = line.partition(": ")
            assert PROGRAM.splitlines()[int(number) - 1] == text
        assert "test_two" not in str(asked.body)
        assert "range(len(numbers))" not in str(asked.body), "a repair"


async def test_without_a_model_nothing_of_one_is_imported_and_no_connection_is_made(folder: Path) -> None:
    script = """
import asyncio, socket, sys
from pathlib import Path
def refuse(self, address, *more):
    if self.family != socket.AF_UNIX: raise AssertionError(f"connects to {address}")
    return connect(self, address, *more)
connect, socket.socket.connect = socket.socket.connect, refuse
from gadfly_server.terminal.ask import ask
ask(Path(sys.argv[1]), None, sys.argv[2], "json")
import gadfly_server.lsp.app
print([name for name in sys.modules if name.split(".")[0] in ("openai", "httpx", "httpx2", "anyio")])
"""
    (folder / "answers.txt").write_text("6\n?\n", "utf-8")
    environment = {**os.environ, "GADFLY_CONFIG": str(folder / "none.toml"), "OPENAI_API_KEY": "sk-there"}
    run = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", script, str(folder / "work.py"), str(folder / "answers.txt")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert run.stdout.splitlines()[-1] == "[]", run.stderr
    assert run.stdout.count('"kind"') > 1
