"""What a model does for a dialogue besides wording: it reads, looks up, writes examples, and steers where one wants it.

Whatever comes of it is checked and goes into the dialogue as part of its input, so that it can be played again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server import vetting
from gadfly_server.models import answers, asides, example
from gadfly_server.models.privacy import own_names, without_personal_data
from gadfly_server.models.sending import sending
from gadfly_server.tutor import analogues, examples, gates, ideas
from gadfly_server.viewing import view_of

if TYPE_CHECKING:
    from pathlib import Path

    from gadfly_analyzers.execution.limits import Limits
    from gadfly_analyzers.execution.runner import Runner
    from gadfly_analyzers.leaks.checker import Checker
    from gadfly_analyzers.source import Source
    from gadfly_server.models.answering import Prompt
    from gadfly_server.models.checked import Objecting, Told
    from gadfly_server.models.strategies.strategy import Prompting
    from gadfly_server.models.worder import Worder
    from gadfly_server.settings import ClassModels
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.hearing import Heard
    from gadfly_server.tutor.turns import Dialogue, Turn

Show = Callable[["Turn", str, str], Awaitable[None]]
GIVES_AWAY = "gives too much away"
STEERING = "steering"


@dataclass(frozen=True, slots=True)
class Room:
    """Where a model is asked about a program: what was seen of it, where examples run, and what the class allows."""

    source: Source | None
    checker: Checker | None
    models: ClassModels
    runner: Runner
    interpreter: Path | None
    limits: Limits


class Assisting:
    """Asks a model in the background, but for what an answer means: that is waited for, no longer than allowed."""

    def __init__(self, worder: Worder, show: Show) -> None:
        self._worder = worder
        self._show = show
        self._names = own_names()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._answered: Turn | None = None
        self._bug = ""
        self.sent: dict[str, list[Prompt]] = {}  # all that the last request of each kind took
        self._until = 0.0  # when the student has waited long enough for a reply to an answer
        self.example: examples.WrittenExample | None = None

    async def heard(self, dialogue: Dialogue, text: str, room: Room) -> Heard | None:
        """What a model reads in an answer; ``None`` where nobody has to ask one, or nothing came of it in time."""
        self._until = time.monotonic() + self._worder.models.seconds
        request = answers.reading_request(dialogue, room.source, text, self._names)
        if request is None:
            return None

        async def objecting(told: Told) -> str:
            return answers.objection(told, request)

        return answers.heard(
            await self._ask(answers.KIND, lambda reason: answers.prompt_of(request, reason), objecting, room)
        )

    async def preferred(self, before: Dialogue, after: Dialogue, facts: Facts, room: Room) -> str:
        """The id of the question that the strategy wants asked in the place of the planned one; empty if none."""
        strategy = self._worder.strategy
        if not strategy.chooses or after.question is None or after.question == before.question or facts.preferred:
            return ""
        view = view_of(before, after, facts, self._names)

        async def one(prompt: Prompting, objecting: Objecting) -> Told | None:
            return await self._worder.ask(prompt, objecting, room.models) or None

        self.sent[STEERING] = []
        try:
            with sending(self.sent[STEERING]):
                chosen = await asyncio.wait_for(strategy.choose(view, one), max(self._until - time.monotonic(), 0))
        except (TimeoutError, asyncio.TimeoutError):
            return ""
        return chosen if view.candidate(chosen) and chosen != view.planned else ""

    def begin(self, dialogue: Dialogue, room: Room) -> None:
        """Have what was asked besides looked up, if that is new and it is known what gives a repair away."""
        turn, checker = asides.aside_of(dialogue), room.checker
        if turn is None or turn == self._answered or turn.worded or checker is None or not checker.knows_repairs:
            return
        self._answered = turn
        request = asides.aside_request(dialogue, self._names)
        if request is None:
            return
        heard, said = vetting.heard_in(dialogue), ""

        async def objecting(told: Told) -> str:
            nonlocal said
            if reason := asides.objection(told):
                return reason
            terms = asides.chosen(told)
            said = await vetting.explanation(terms, checker, turn.level, heard) if terms else ""
            return GIVES_AWAY if terms and not said else ""

        async def work() -> None:
            told = await self._ask(asides.KIND, lambda reason: asides.prompt_of(request, reason), objecting, room)
            if told and said:
                await self._show(turn, said, self._worder.access.name)

        self._start("aside", work())

    def prepare(self, dialogue: Dialogue, facts: Facts, room: Room) -> None:
        """Have an example written once it may be wanted; one for each bug, and never before repairs are known."""
        if dialogue.bug != self._bug:
            self._bug, self.example = dialogue.bug, None
            self._end("example")
        request = example_request(dialogue, facts, self._names)
        checker, interpreter = room.checker, room.interpreter
        if (
            request is None
            or "example" in self._tasks
            or interpreter is None
            or checker is None
            or not checker.knows_repairs
        ):
            return

        async def objecting(told: Told) -> str:
            from gadfly_analyzers.execution.alone import prints  # noqa: PLC0415 - seldom needed

            written = example.example_in(told, request)
            if reason := example.objection(written, request, facts.text):
                return reason
            if not await prints(written.program, written.prints, room.runner, interpreter, room.limits):
                return "does not print what it is said to print"
            verdict = await checker.verdict(examples.text_of(written), gates.ANALOGUE)
            return GIVES_AWAY if verdict.leaks else ""

        async def work() -> None:
            told = await self._ask(example.KIND, lambda reason: example.prompt_of(request, reason), objecting, room)
            if told and self._bug == dialogue.bug:
                self.example = example.example_in(told, request)

        self._start("example", work())

    async def settled(self) -> None:
        """Wait until nothing more is to come."""
        if self._tasks:
            await asyncio.wait([*self._tasks.values()])

    def stop(self) -> None:
        """Ask no more."""
        for name in [*self._tasks]:
            self._end(name)

    async def _ask(self, kind: str, prompt: Prompting, objecting: Objecting, room: Room) -> Told:
        self.sent[kind] = []
        with sending(self.sent[kind]):
            return await self._worder.ask(prompt, objecting, room.models)

    def _start(self, name: str, work: Awaitable[None]) -> None:
        self._end(name)
        self._tasks[name] = asyncio.ensure_future(work)

    def _end(self, name: str) -> None:
        if (task := self._tasks.pop(name, None)) is not None:
            task.cancel()


def example_request(dialogue: Dialogue, facts: Facts, names: tuple[str, ...]) -> example.ExampleRequest | None:
    """The catalogue's idea and its own example, with the names that are taken; ``None`` before one may be wanted."""
    near = dialogue.level >= gates.DIRECT or dialogue.offer == gates.ANALOGUE
    idea = next((each.idea for each in analogues.analogues(facts, dialogue.held)), "")
    if not near or not idea:
        return None
    taken = tuple(without_personal_data(each, names) for each in analogues.names(facts.text))
    return example.ExampleRequest(idea, ideas.says(idea), ideas.example(idea).program, taken)
