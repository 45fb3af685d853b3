"""A student who edits, saves, thinks and answers, by chance that is the same every time."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from classload.client import Client, Refused
from gadfly_server.home import token_of

KEY_SECONDS = 0.3  # between two letters of an edit; each is a change of its own
READ_SECONDS = (20.0, 60.0)  # before an edit
THINK_SECONDS = (6.0, 24.0)  # before an answer
ANSWERS = 3  # between two saves
PATIENCE = 60.0  # until a question counts as never come


@dataclass
class Seen:
    """What one student went through, in seconds; ``turns`` are the texts that the server acknowledged."""

    to_question: list[float] = field(default_factory=list)
    to_next: list[float] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)
    lost: int = 0
    without_reply: int = 0
    keys: int = 0
    trouble: str = ""


def name_of(number: int) -> str:
    """What a student is called, which is also the name of the folder with the program."""
    return f"student {number}"


class Student:
    """Works on one program until time is over."""

    def __init__(self, number: int, folder: Path, secret: bytes, key_seconds: float = KEY_SECONDS) -> None:
        self.name = name_of(number)
        self.program = next(path for path in folder.glob("*.py") if not path.name.startswith("test_"))
        self.seen = Seen()
        self._key_seconds = key_seconds
        self._chance = random.Random(number)
        self._who = {"name": self.name, "token": token_of(self.name, secret)}
        self._uri = self.program.as_uri()
        self._version = 1
        self._written = ""
        self._tries = 0

    async def arrive(self, port: int) -> Client:
        """Open the program in an editor."""
        client = await Client.connected(port)
        await client.greet(self._who)
        text = self.program.read_text("utf-8")
        item = {"uri": self._uri, "languageId": "python", "version": self._version, "text": text}
        client.tell("textDocument/didOpen", {"textDocument": item})
        return client

    async def work(self, client: Client, until: float) -> None:
        """Edit, save and answer; what goes wrong for one student is told of at the end, and stops no other."""
        try:
            await self._work(client, until)
        except (OSError, Refused, asyncio.TimeoutError) as error:
            self.seen.trouble = f"{type(error).__name__} {error}".strip()

    async def _work(self, client: Client, until: float) -> None:
        clock = asyncio.get_running_loop().time
        while clock() < until:
            await asyncio.sleep(self._chance.uniform(*READ_SECONDS))
            await self.save(client)
            for _ in range(ANSWERS):
                question = client.view.get("question")
                if question is None or clock() >= until:
                    break
                await asyncio.sleep(self._chance.uniform(*THINK_SECONDS))
                await self._answer(client, question)

    async def save(self, client: Client) -> None:
        """Edit, save, and wait for the question."""
        await self._type(client)
        await self._save(client)

    async def check(self, port: int) -> None:
        """Come back later: every turn that was acknowledged must still be there."""
        client = await self.arrive(port)
        view = await client.ask("gadfly/dialogue", {"uri": self._uri}) or {}
        await client.close()
        kept = [turn["text"] for turn in view.get("turns", ())]
        self.seen.lost = sum(text not in kept for text in self.seen.turns[-len(kept) :] or self.seen.turns)

    async def _type(self, client: Client) -> None:
        """Try something harmless below the last line, a letter at a time, instead of what was tried there before."""
        text = self.program.read_text("utf-8").removesuffix(self._written)
        first = text.count("\n")
        self._change(client, (first, 0), (first + self._written.count("\n"), 0), "")
        self._tries += 1
        self._written = f"tried_{self._tries} = {self._chance.randrange(1000)}\n"
        for column, letter in enumerate(self._written):
            self._change(client, (first, column), (first, column), letter)
            await asyncio.sleep(self._key_seconds)
        self.program.write_text(text + self._written, "utf-8")

    def _change(self, client: Client, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        """Put a text in the place of another, given by lines and columns from 0."""
        self._version += 1
        self.seen.keys += 1
        places = {
            name: dict(zip(("line", "character"), at, strict=True)) for name, at in (("start", start), ("end", end))
        }
        document = {"uri": self._uri, "version": self._version}
        client.tell(
            "textDocument/didChange", {"textDocument": document, "contentChanges": [{"range": places, "text": text}]}
        )

    async def _save(self, client: Client) -> None:
        """Save, and wait until there is a question about the new run."""
        clock = asyncio.get_running_loop().time
        began, before = clock(), len(client.view.get("turns", ()))
        client.tell("textDocument/didSave", {"textDocument": {"uri": self._uri}})
        try:
            view = await asyncio.wait_for(self._told(client, before), PATIENCE)
        except asyncio.TimeoutError:
            self.seen.without_reply += 1
            return
        if view.get("question"):
            self.seen.to_question.append(clock() - began)
        self._heard(view)

    @staticmethod
    async def _told(client: Client, before: int) -> dict[str, Any]:
        """The first view that asks about the new run, or that says that it is over."""
        has_run = False
        while True:
            view = await client.next_view()
            has_run = has_run or view["status"] == "running"
            is_new = len(view["turns"]) > before and view.get("question")
            if has_run and (is_new or view["status"] != "running"):
                return view

    async def _answer(self, client: Client, question: dict[str, Any]) -> None:
        clock = asyncio.get_running_loop().time
        began = clock()
        words = self._chance.choice(question["choices"] or ["1"])
        view = await client.ask("gadfly/answer", {"uri": self._uri, "question": question["id"], "answer": words})
        self.seen.to_next.append(clock() - began)
        self._heard(view)

    def _heard(self, view: dict[str, Any]) -> None:
        self.seen.turns = [turn["text"] for turn in view["turns"]]
