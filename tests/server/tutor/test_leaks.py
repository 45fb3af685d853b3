"""Nothing that the tutor can say about an example gives its repair away: whatever is asked, answered, or hinted at."""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.prepare import prepare
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor import climb, replies, requests
from gadfly_server.tutor.analogues import analogues
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.ladder import ladder
from gadfly_server.tutor.marking import Mark
from gadfly_server.tutor.notice import headline, message, template
from gadfly_server.tutor.planner import ease, plan
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.words import code
from helpers import examples
from helpers.dialogues import play, right, tutor_turns, wrong

Said = tuple[int, str]


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", examples.NAMES)
async def test_nothing_that_can_be_said_gives_the_repair_away(name: str, runner: Runner, tmp_path: Path) -> None:
    facts, checker = await examined(name, runner, tmp_path)
    said = list(dict.fromkeys([*hinted(facts), *asked_and_replied(facts), *played(facts)]))
    assert len(said) > 5
    verdicts = [(level, text, await checker.verdict(text, level)) for level, text in said]
    assert [(level, text, verdict.reasons) for level, text, verdict in verdicts if verdict.leaks] == []


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


async def examined(name: str, runner: Runner, folder: Path) -> tuple[Facts, Checker]:
    """What the tutor knows of an example, and the check of what is said about it, which knows how it would be right."""
    program = Path(shutil.copytree(examples.FOLDER / name, folder / name)) / f"{name}.py"
    session = Session(program, runner)
    await session.refresh(Source.parse(examples.program(name)))
    assert session.facts is not None
    references = [examples.repaired(name)]
    return session.facts, await prepare(program, runner, interpreter=Path(sys.executable), references=references)


def hinted(facts: Facts) -> Iterator[Said]:
    """What stands at each level of the ladder, and what is shown without a question."""
    yield 0, headline(facts)
    yield from ((0, text) for text in (message(facts), template(facts)) if text)
    for hint in ladder(facts):
        yield from ((hint.level, text) for text in (hint.text, *hint.choices))
    for example in analogues(facts):
        yield from ((5, text) for text in (example.text, example.ask.text, *example.ask.choices))
        if example.parsons:  # its choices are lines of a program, and are shown as such
            yield from ((5, text) for text in (example.parsons.text, *map(code, example.parsons.choices)))


def asked_and_replied(facts: Facts) -> Iterator[Said]:
    """Each question that can be asked, with each reply to each of its choices."""
    for question in plan(facts):
        yield question.level, question.text
        yield from ((question.level, choice) for choice in question.choices)
        yield from _replies(question, facts)
        yield 0, replies.settled(facts, question.insight)
    yield from ((1, replies.closing(facts, 0, asked=asked)) for asked in (True, False))
    yield 1, replies.NOTHING_OPEN
    yield from ((3, climb.offer_of(level)) for level in (4, 5, 6))


def _replies(question: Question, facts: Facts) -> Iterator[Said]:
    after_wrong = 1 if question.kind == "expected-value" else 3
    for choice in question.choices:
        yield after_wrong, replies.contradiction(question, facts, Mark("wrong", choice))
    for number in range(3):
        yield question.level, replies.confirmation(question, facts, number)
    yield question.level, replies.told(question, facts)
    yield from ((question.level, requests.reply(wish, question)) for wish in requests.KEEP_THE_QUESTION)
    yield from ((question.level, requests.easier(wish, question)) for wish in ("unknown", "stuck", "solution"))
    yield from ((question.level, requests.leave(wish, question, facts, 0)) for wish in ("skip", "solution"))
    yield 3, replies.concept(question, facts)
    yield from ((question.level, replies.unclear(each)) for each in (question, ease(question)))


def played(facts: Facts) -> Iterator[Said]:
    """Whole dialogues: all answered right, all wrong, and with words."""
    for answering in (right, wrong, lambda _: "?", lambda _: "so so"):
        for turn in tutor_turns(play(facts, answering)):
            yield turn.level, turn.text
