"""Whoever chooses the questions: each is one that a run can mark, wordings are checked, and nobody sees a repair."""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.models.strategies import ALL, GADFLY, of_name
from gadfly_server.models.worder import Worder
from gadfly_server.sessions import Session
from gadfly_server.settings import Models, models_from
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.turns import Dialogue
from helpers import examples
from helpers.dialogues import right, wrong
from helpers.servers import Answer, Asked, Script, serving, spoken

pytestmark = pytest.mark.asyncio(loop_scope="module")

GIVEN = {
    "wording": {"level", "kind", "question", "code", "said"},
    "verifier": {"code", "said", "states", "asked", "answer", "verdict"},
    "questioner": {"code", "said", "target", "questions"},
    "splitter": {"code", "said", "question", "questions"},
    "critic": {"question", "draft", "level", "rubric"},
}


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


def role_of(asked: Asked) -> str:
    """Which role was asked, by what it is given; nothing else may be among that."""
    return next(role for role, keys in GIVEN.items() if set(asked.data) == keys)


def script(asked: Asked, **told: dict[str, Any]) -> Answer:
    """A model that plays all roles: it takes the last of the questions, and words each as we would."""
    role, data = role_of(asked), asked.data
    plays: dict[str, dict[str, Any]] = {
        "wording": {"question": f"Picture the run. {data.get('question')}"},
        "verifier": {"understood": ["region"]},
        "questioner": {"number": len(data.get("questions", ()))},
        "splitter": {"answerable": False, "number": len(data.get("questions", ()))},
        "critic": {"criticism": "It could be kinder."},
    }
    return Answer(spoken(asked, json.dumps({**plays, **told}[role])))


async def played(runner: Runner, folder: Path, server: Script, strategy: str, most: int = 5) -> Dialogue:
    worder = Worder(Models("mock", server.url, seconds=30, strategy=strategy))
    session = Session(folder / "work.py", runner, worder=worder)
    try:
        return await play(session, folder, most)
    finally:
        session.close()
        await worder.close()


async def play(session: Session, folder: Path, most: int) -> Dialogue:
    await session.refresh(Source.parse((folder / "work.py").read_text("utf-8")))
    for number in range(most):
        await session.worded()
        if (question := session.dialogue.question) is not None:
            said = wrong(question) if number % 3 == 2 and question.choices else right(question)
            await session.answer(said, question.id)
    await session.worded()
    return session.dialogue


def work(folder: Path, name: str) -> Path:
    (folder / "work.py").write_text(examples.program(name), "utf-8")
    (folder / "test_work.py").write_text(f"import pytest\nfrom work import *\n\n\n{examples.tests(name)}", "utf-8")
    return folder


def asked_in(dialogue: Dialogue) -> list[str]:
    ids = [turn.question for turn in dialogue.turns if turn.speaker == "tutor" and turn.question and not turn.marked]
    return [*dict.fromkeys(each for each in ids if each)]


async def test_each_has_a_name_by_which_it_is_chosen() -> None:
    assert [each.name for each in ALL] == ["gadfly", "treeinstruct", "recursive", "critic"]
    assert all(of_name(each.name) is each for each in ALL)
    assert of_name("unheard-of") is GADFLY
    assert models_from({"name": "m", "strategy": "critic"}).strategy == "critic"
    assert Models().strategy == "gadfly"


@pytest.mark.parametrize("strategy", [each.name for each in ALL])
async def test_a_whole_dialogue(runner: Runner, tmp_path: Path, strategy: str) -> None:
    folder = work(tmp_path, "average")
    with serving(script) as server:
        dialogue = await played(runner, folder, server, strategy)
    session = Session(folder / "work.py", runner)
    ours = await play(session, folder, 5)
    assert session.facts is not None
    known = {question.id for question in plan(session.facts)}
    assert set(asked_in(dialogue)) <= known, "no question of a model's own"
    assert all(turn.marked for turn in dialogue.turns if turn.speaker == "student")
    steers = of_name(strategy).chooses
    # Later ones go by how long there was to look for repairs, which differs on a busy machine.
    assert (asked_in(dialogue)[:4] != asked_in(ours)[:4]) == steers
    assert any(turn.worded for turn in dialogue.turns)
    roles = {role_of(asked) for asked in server.asked}
    assert (
        roles
        == {
            "gadfly": {"wording"},
            "treeinstruct": {"wording", "verifier", "questioner"},
            "recursive": {"wording", "splitter"},
            "critic": {"wording", "critic"},
        }[strategy]
    )


@pytest.mark.parametrize("name", ["average", "phone_book"])
async def test_no_role_is_given_a_repair_a_test_or_an_answer(runner: Runner, tmp_path: Path, name: str) -> None:
    folder = work(tmp_path, name)
    new = _lines(examples.repaired(name)) - _lines(examples.program(name))
    assert new
    with serving(script) as server:
        for strategy in ("treeinstruct", "recursive", "critic"):
            await played(runner, folder, server, strategy, 3)
    assert len({role_of(asked) for asked in server.asked}) == len(GIVEN)
    for asked in server.asked:
        sent = json.dumps(asked.data, ensure_ascii=False)
        assert not any(line in sent for line in new)
        assert "def test_" not in sent
        assert "assert" not in sent
        assert not {"oracle", "choices", "suspects", "evidence"} & set(str(asked.data).replace("'", " ").split())


FAULTS: dict[str, dict[str, dict[str, Any]]] = {
    "names no question": {"questioner": {"number": 99}, "splitter": {"answerable": False, "number": -1}},
    "names what is no number": {"questioner": {"number": "1"}, "splitter": {"answerable": False, "number": True}},
    "names what is no state": {"verifier": {"understood": ["the repair"]}, "questioner": {}, "splitter": {}},
    "says nothing": {"questioner": {}, "splitter": {}, "critic": {}, "verifier": {}},
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_whatever_goes_wrong_the_plan_goes_on(runner: Runner, tmp_path: Path, fault: str) -> None:
    folder = work(tmp_path, "average")
    ours = await play(Session(folder / "work.py", runner), folder, 3)
    for strategy in ("treeinstruct", "recursive"):
        with serving(lambda asked: script(asked, **FAULTS[fault])) as server:
            assert asked_in(await played(runner, folder, server, strategy, 3)) == asked_in(ours)


async def test_what_leaks_is_refused_after_any_criticism(runner: Runner, tmp_path: Path) -> None:
    folder = work(tmp_path, "average")
    leak = {"question": "Change `range(1, len(numbers))`. What should `average([2, 4])` give?"}
    with serving(lambda asked: script(asked, wording=leak, critic={"criticism": "fine"})) as server:
        dialogue = await played(runner, folder, server, "critic", 2)
    assert not any(turn.worded for turn in dialogue.turns)


async def test_a_silent_model_costs_no_turn(runner: Runner, tmp_path: Path) -> None:
    folder, never = work(tmp_path, "average"), threading.Event()
    with serving(lambda asked: Answer(spoken(asked, "{}"), after=never)) as server:
        worder = Worder(Models("mock", server.url, seconds=0.5, strategy="treeinstruct"))
        session = Session(folder / "work.py", runner, worder=worder)
        dialogue = await play(session, folder, 2)
        never.set()
        session.close()
        await worder.close()
    assert len(asked_in(dialogue)) == 3


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.strip()}
