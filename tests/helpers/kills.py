"""A scripted dialogue through a real client, while the server and its workers are killed again and again."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Kind
from gadfly_server.events.journal import Journal
from gadfly_server.record import Record
from helpers.editor import Editor, editing

TESTS = """
from total import total

def test_two():
    assert total([2, 4]) == 6

def test_three():
    assert total([1, 2, 3]) == 6
"""
PROGRAM = """
VERSION = {version}

def total(numbers):
    result = {start}
    for number in numbers[{first}:]:
        result = result + number
    return result
"""
ANSWERS = ("6", "1", "2", "?", "skip", "why", "more", "4", "yes")
_OF_TURNS = frozenset({Kind.QUESTION, Kind.ANSWER, Kind.REQUEST, Kind.REPLY, Kind.SUCCESS, Kind.LUCK, Kind.HAND_OVER})


@dataclass
class Outcome:
    """What became of the kills: how many there were, of whom, and which turns were shown and are missing."""

    servers: int = 0
    workers: int = 0
    shown: dict[int, tuple[str, str]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


async def survive(folder: Path, kills: int, seed: int) -> Outcome:
    """Talk, and kill after a random time; after each restart look for every turn that was ever shown."""
    chance, outcome = random.Random(seed), Outcome()
    path, state = folder / "work" / "total.py", folder / "state"
    path.parent.mkdir(parents=True)
    (path.parent / "test_total.py").write_text(TESTS)
    _write(path, 0)
    Journal(state).allow("", Consent(events=True, texts=True))
    while outcome.servers + outcome.workers < kills:
        async with editing(state, path.parent) as editor:
            await _restored(editor, path, state, outcome)
            while not editor.killed:
                await _step(editor, path, chance, outcome, kills)
    async with editing(state, path.parent) as editor:
        await _restored(editor, path, state, outcome)
    return outcome


async def _restored(editor: Editor, path: Path, state: Path, outcome: Outcome) -> None:
    """Open the program again, and compare what is shown, kept and recorded with what was shown before."""
    uri = editor.open(path)
    if outcome.shown:
        await editor.until(lambda: editor.view(uri).get("turns"))
        there = {turn["number"]: (turn["speaker"], turn["text"]) for turn in editor.view(uri)["turns"]}
        _compare("panel", there, outcome)
        dialogue = Record(state).load(path)
        turns = dialogue.turns if dialogue else ()
        _compare("transcript", {turn.number: (turn.speaker, turn.shown) for turn in turns}, outcome)
        journal = Journal(state)
        events = [kept.event for kept in journal.read() if kept.event.kind in _OF_TURNS]
        journal.close()
        said = {"answer": "student", "request": "student"}
        texts = {(event.turn, said.get(event.kind.value, "tutor"), event.text) for event in events}
        recorded = {number: pair for number, pair in outcome.shown.items() if (number, *pair) in texts}
        _compare("record", recorded, outcome)


def _compare(where: str, there: dict[int, tuple[str, str]], outcome: Outcome) -> None:
    oldest = min(there, default=0)  # the panel shows the newest turns of a very long dialogue
    outcome.lost += [
        f"{where}: turn {number}"
        for number, said in outcome.shown.items()
        if there.get(number) != said and not (where == "panel" and number < oldest)
    ]


async def _step(editor: Editor, path: Path, chance: random.Random, outcome: Outcome, kills: int) -> None:
    """Say or save something, and perhaps kill somebody meanwhile."""
    uri = path.as_uri()
    view = editor.view(uri)
    del editor.views[:-1]
    talking = asyncio.ensure_future(_talk(editor, path, view, chance, outcome))
    victim = chance.choice(("server", "server", "worker", "nobody"))
    if outcome.servers + outcome.workers >= kills:
        victim = "server"
    _done, _ = await asyncio.wait([talking], timeout=chance.choice((0.0, 0.002, 0.01, 0.05, 0.3)))
    _note(editor, uri, outcome)
    if victim == "worker":
        outcome.workers += _kill_workers(editor)
    if victim == "server":
        outcome.servers += 1
        await editor.kill()
        while not talking.done():  # before Python 3.12, ``wait_for`` may lose a cancellation
            talking.cancel()
            await asyncio.wait([talking], timeout=0.1)
        _note(editor, uri, outcome)
        return
    await asyncio.wait([talking])
    talking.result()
    _note(editor, uri, outcome)


async def _talk(editor: Editor, path: Path, view: dict[str, Any], chance: random.Random, outcome: Outcome) -> None:
    """Answer the open question, or change the program where there is none."""
    uri = path.as_uri()
    if question := view.get("question"):
        answer = chance.choice([*ANSWERS, *question.get("choices", ())])
        await editor.request("gadfly/answer", {"uri": uri, "question": question["id"], "answer": answer})
        return
    before = len(editor.views)
    _write(path, chance.randrange(1_000_000))
    editor.write(path, path.read_text())
    await editor.until(lambda: any(each["status"] == "running" for each in editor.views[before:]))
    await editor.ended(uri)


def _note(editor: Editor, uri: str, outcome: Outcome) -> None:
    """Every turn that any view has shown is acknowledged."""
    for view in editor.views:
        for turn in view["turns"]:
            outcome.shown[turn["number"]] = (turn["speaker"], turn["text"])


def _write(path: Path, number: int) -> None:
    start, first = ((0, 1), (1, 0), (2, 0), (1, 1))[number % 4]
    path.write_text(PROGRAM.format(start=start, first=first, version=number))


def _kill_workers(editor: Editor) -> int:
    """Kill all processes that the server started; tells whether there was one."""
    server = editor.client._server
    assert server is not None
    listed = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    for pid in listed:
        os.kill(int(pid), signal.SIGKILL)
    return bool(listed)
