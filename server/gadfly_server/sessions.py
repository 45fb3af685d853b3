"""One program under discussion: its source, its last run, its dialogue, and who listens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.turns import CROWDED, Haste
from gadfly_server import vetting
from gadfly_server.assisting import Assisting, Room
from gadfly_server.models import request
from gadfly_server.models.spending import spending
from gadfly_server.rewording import ModelState, Rewording
from gadfly_server.settings import Settings
from gadfly_server.tutor import dialogue as talk
from gadfly_server.tutor import gates, learning, notebook, notice, planner, runs
from gadfly_server.tutor.facts import Facts, facts_of
from gadfly_server.tutor.ladder import Hint, ladder
from gadfly_server.tutor.marking import LONGEST_READ
from gadfly_server.tutor.remembered import NOTHING, Recalled
from gadfly_server.tutor.turns import Dialogue, Turn, reword
from gadfly_server.wording import speaking

if TYPE_CHECKING:
    from gadfly_analyzers.examine import Examination
    from gadfly_analyzers.execution.runner import Runner
    from gadfly_analyzers.findings import Finding
    from gadfly_analyzers.leaks.checker import Checker
    from gadfly_analyzers.source import Source
    from gadfly_server.events.recorder import Recorder
    from gadfly_server.memory import Memory
    from gadfly_server.models.answering import Prompt
    from gadfly_server.models.worder import Worder
    from gadfly_server.record import Record
    from gadfly_server.tutor.facts import Hidden
    from gadfly_server.tutor.hearing import Heard
    from gadfly_server.tutor.supposing import Supposed


class Session:
    """The way of one program from a save to a question; the language server and the terminal share it.

    ``status`` is ``waiting``, ``running``, ``failing``, ``passing``, ``unseen`` where only hidden tests disagree,
    ``syntax``, ``problem`` or ``untrusted``.
    ``asks`` tells that there will be a dialogue; without one nobody needs to know what misconceptions predict.
    """

    def __init__(  # noqa: PLR0913 - who keeps what, each of them optional
        self,
        program: Path,
        runner: Runner,
        settings: Settings | None = None,
        record: Record | None = None,
        memory: Memory | None = None,
        *,
        worder: Worder | None = None,
        recorder: Recorder | None = None,
    ) -> None:
        self.asks = True
        self.program = program
        self.runner = runner
        self.settings = settings or Settings()
        self.record = record
        self.memory = memory
        self.recorder = recorder
        self.source: Source | None = None
        self.examination: Examination | None = None
        self.facts: Facts | None = None
        self.dialogue = (record.load(program) if record else None) or Dialogue()
        self.running = False
        self.unseen_problem = ""
        self._recalled = NOTHING
        self._unseen: tuple[Hidden, ...] = ()
        self._rewording = Rewording(worder, self._show, self._tell) if worder else None
        self._assisting = Assisting(worder, self._show_aside) if worder else None
        self._interpreter: Path | None = None
        self._listeners: list[Callable[[Session], None]] = []
        self._speaking = asyncio.Lock()
        self._run: asyncio.Task[None] | None = None
        self._early: asyncio.Task[None] | None = None  # what is asked before a run is over
        self._until_learned = ExitStack()

    @property
    def status(self) -> str:
        """How things stand, in one word."""
        if self.running:
            return "running"
        if not self.settings.trusted and not (self.facts and self.facts.syntax):
            return "untrusted"
        return notice.status(self.facts) if self.facts else "waiting"

    @property
    def unfinished(self) -> bool:
        """Whether the run is, or was stopped, before repairs were looked for, so that little can be vouched for."""
        seen = self.examination
        return seen is not None and bool(seen.run and seen.run.failing) and not seen.sharpened

    def can_reply(self, question: str) -> bool:
        """Whether this question is open, and enough is known to mark an answer to it, and to say what a reply says."""
        asked = self.dialogue.question
        if self.facts is None or asked is None or asked.id != question:
            return False
        if not self.unfinished:
            return True
        low = {each.id for each in planner.candidates(self.facts) if each.level <= vetting.WITHOUT_REPAIRS}
        return question in low and self.dialogue.level < gates.DIRECT  # from there on, what is closed stays so

    @property
    def headline(self) -> str:
        """How things stand, in at most twelve words."""
        with speaking(self.settings.language):
            return notice.headline(self.facts) if self.facts else ""

    @property
    def message(self) -> str | None:
        """What kept the tests from running, for people."""
        with speaking(self.settings.language):
            return notice.message(self.facts) if self.facts else None

    @property
    def template(self) -> str | None:
        """A first test to copy, where there is none."""
        return notice.template(self.facts) if self.facts else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What patterns ask about the version that was looked at, where that is worth a question and not turned off."""
        disabled = self.settings.disabled_patterns
        asked = self.examination.asked if self.examination else ()
        return tuple(finding for finding in asked if finding.rule not in disabled)

    def listen(self, listener: Callable[[Session], None]) -> Callable[[], None]:
        """Call back after every change; returns what ends the listening."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    async def refresh(self, source: Source, is_current: Callable[[], bool] = lambda: True) -> None:
        """Run the tests of this version; a newer refresh stops an older one.

        What came of a run that ``is_current`` no longer vouches for is not taken up.
        """
        with speaking(self.settings.language):
            await self._refresh(source, is_current)

    async def _refresh(self, source: Source, is_current: Callable[[], bool]) -> None:
        while (before := self._run) and not before.done():
            before.cancel()
            await asyncio.wait([before])
        self.source, self.running = source, True
        if self._rewording:
            self._rewording.prepare(self.settings.class_models)
        run = self._run = asyncio.ensure_future(self._learn(source, is_current))
        self._tell()
        try:
            await asyncio.wait([run])
            if not run.cancelled():
                run.result()
        finally:
            if not run.done():
                run.cancel()
                await asyncio.wait([run])
            if self._run is run:
                self._run, self.running = None, False
                self._tell()

    async def answer(self, text: str, question: str | None = None) -> Dialogue:
        """Mark an answer to the open question; an answer to any other question changes nothing.

        Of one that is too long to be read only the beginning is kept: each view has it, and whoever shares the server
        would wait for it.
        """
        text = text[: LONGEST_READ + 1]
        with speaking(self.settings.language):
            asked = self.dialogue.question
            heard = await self._heard(text) if not question or (asked and asked.id == question) else None
            async with self._speaking:
                before, open_question = self.dialogue, self.dialogue.question
                if self.facts is None or (question and (open_question is None or open_question.id != question)):
                    return before
                read = heard if open_question == asked else None
                dialogue, facts = await self._steered(before, lambda now, known: talk.answer(now, known, text, read))
                await self._remember(dialogue, facts)
                await self._record(dialogue)
                self.facts = facts
                self._keep(dialogue)
            self._put_in_words()
            self._tell()
        return self.dialogue

    async def worded(self) -> None:
        """Wait until the open question is in the words in which it stays; without a model it is so at once."""
        if self._rewording:
            await self._rewording.settled()
        if self._assisting:
            await self._assisting.settled()

    @property
    def model(self) -> ModelState | None:
        """The model that may word questions, and what it is at; ``None`` where there is none."""
        return self._rewording.state(self.settings.class_models) if self._rewording else None

    @property
    def sent(self) -> dict[str, list[Prompt]]:
        """What a model was given last, for each kind of request that was sent."""
        wording = {request.KIND: self._rewording.sent} if self._rewording else {}
        kept = {**(self._assisting.sent if self._assisting else {}), **wording}
        return {kind: prompts for kind, prompts in kept.items() if prompts}

    def close(self) -> None:
        """Ask no model for anything any more."""
        if self._rewording:
            self._rewording.stop()
        if self._assisting:
            self._assisting.stop()

    async def forget(self) -> None:
        """Begin the dialogue anew, as with somebody unknown; nothing of the old one stays on disk.

        An answer that is being marked is waited for, so that it does not bring the old dialogue back.
        """
        with speaking(self.settings.language):
            async with self._speaking:
                self.dialogue, self._recalled = Dialogue(), NOTHING
                if self.record:
                    self.record.forget(self.program)
                if self.recorder:
                    await self.recorder.begin_anew()
                if self.facts and self.examination:
                    facts = facts_of(
                        self.examination, NOTHING, self.settings.weights, self.settings.rules, self._unseen
                    )
                    dialogue, facts = await self._vetted(self.dialogue, facts, talk.observe)
                    await self._record(dialogue)
                    self.dialogue, self.facts = dialogue, facts
            self._tell()

    async def suppose(self, idea: Supposed | str) -> Dialogue:
        """Write a hypothesis into the notebook and check it; raises ``notebook.Unclear`` for what cannot be one."""
        with speaking(self.settings.language):
            async with self._speaking:
                if self.facts is not None:
                    supposed = notebook.suppose(self.dialogue, self.facts, idea)
                    await self._record(supposed)
                    self._keep(supposed)
            self._tell()
        return self.dialogue

    async def strike_out(self, hypothesis: int) -> Dialogue:
        """Strike a hypothesis out of the notebook."""
        async with self._speaking:
            self._keep(notebook.forget(self.dialogue, hypothesis))
        self._tell()
        return self.dialogue

    async def hints(self) -> tuple[Hint, ...]:
        """What each level of the ladder would say first."""
        return await vetting.hints(self.facts, self._checker, ladder) if self.facts else ()

    async def _learn(self, source: Source, is_current: Callable[[], bool]) -> None:
        """Examine a version, put what that showed into facts beside the loop, for that takes a moment, and go on."""
        self._recalled = await asyncio.to_thread(self._recall)
        with self._until_learned as urgent:
            urgent.enter_context(self.runner.hurry(Haste.SAVED))
            examination = await self._examine(source, is_current)
        self._unseen = await self._hidden(examination)
        facts = await asyncio.to_thread(self._prepared, examination)
        async with self._speaking:
            said = await vetting.step(self.dialogue, facts, examination.checker, talk.observe)
            if is_current():
                self.running = False
                await self._take(examination, *said)
                self._put_in_words()

    def _prepared(self, examination: Examination) -> Facts:
        """Facts from which all questions are worked out and judged already, so that an answer is replied to at once.

        In a crowd a question is judged when it is to be asked: most of them never are.
        """
        settings = self.settings
        facts = facts_of(examination, self._recalled, settings.weights, settings.rules, self._unseen)
        if self.runner.crowd < CROWDED:
            vetting.look_ahead(facts, examination.checker)
        return facts

    async def _heard(self, text: str) -> Heard | None:
        """What a model reads in an answer, before anything waits for it; a run may go on meanwhile."""
        if self._assisting is None:
            return None
        with spending(self._spent):
            return await self._assisting.heard(self.dialogue, text, self._room)

    async def _steered(self, before: Dialogue, go: Callable[[Dialogue, Facts], Dialogue]) -> tuple[Dialogue, Facts]:
        """A step of the dialogue, with the example that was written and the question that a strategy prefers."""
        assert self.facts is not None
        facts = self.facts.with_(preferred="")
        if self._assisting is None:
            return await self._vetted(before, facts, go)
        facts = facts.with_(example=self._assisting.example)
        dialogue, known = await self._vetted(before, facts, go)
        with spending(self._spent):
            preferred = await self._assisting.preferred(before, dialogue, known, self._room)
        return await self._vetted(before, known.with_(preferred=preferred), go) if preferred else (dialogue, known)

    async def _vetted(
        self, before: Dialogue, facts: Facts, go: Callable[[Dialogue, Facts], Dialogue]
    ) -> tuple[Dialogue, Facts]:
        highest = vetting.WITHOUT_REPAIRS if self.unfinished else vetting.HIGHEST
        return await vetting.step(before, facts, self._checker, go, highest)

    async def _examine(self, source: Source, is_current: Callable[[], bool]) -> Examination:
        from gadfly_analyzers.examine import examine, read  # noqa: PLC0415 - not needed before a run
        from gadfly_analyzers.execution.interpreter import find_interpreter  # noqa: PLC0415 - the same
        from gadfly_analyzers.predictions import predict  # noqa: PLC0415 - the same

        if not self.settings.trusted:
            return await asyncio.to_thread(read, self.program, source)
        assignment = await asyncio.to_thread(self.settings.assignment, self.program)
        interpreter = await asyncio.to_thread(
            find_interpreter, assignment.root, self.settings.interpreter, here=self.settings.here
        )
        if not isinstance(interpreter, Path):
            return replace(await asyncio.to_thread(read, self.program, source), problems=(interpreter,))
        self._interpreter = interpreter
        return await examine(
            source,
            assignment,
            self.runner,
            interpreter=interpreter,
            limits=self.settings.limits,
            on_stage=lambda stage: self._stage(source, stage, is_current),
            beliefs=predict.ALL if self.asks else (),
            doubted=self._mended(source) if self.asks else (),
        )

    async def _hidden(self, seen: Examination) -> tuple[Hidden, ...]:
        """How hidden tests go, where all others agree, or where nobody is to be asked anything."""
        self.unseen_problem = ""
        failing = seen.run is not None and bool(seen.run.failing)
        if self.settings.hidden is None or seen.run is None or (failing and self.asks):
            return ()
        from gadfly_analyzers.execution.interpreter import find_interpreter  # noqa: PLC0415 - not needed before a run
        from gadfly_server.classroom.hidden import opened, verdicts  # noqa: PLC0415 - few have hidden tests
        from gadfly_server.classroom.safekeeping import opening  # noqa: PLC0415 - the same

        place = self.settings.hidden
        bundle, problem = await asyncio.to_thread(opened, place.parent, place.name, opening(self.settings.hidden_keys))
        interpreter = await asyncio.to_thread(
            find_interpreter, self.program.parent, self.settings.interpreter, here=self.settings.here
        )
        if bundle is None or not isinstance(interpreter, Path):
            self.unseen_problem = problem
            return ()
        told = await verdicts(bundle, self.program, self.runner, interpreter, self.settings.limits)
        self.unseen_problem = told.problem
        return told.tests

    def _mended(self, source: Source) -> Collection[int]:
        """The lines by which a version differs from the last one that tests disagreed with."""
        seen = self.dialogue.seen
        failed = seen.text if seen.state == "failing" else self.dialogue.failed
        return runs.changed_lines(source.text, failed) if failed else ()

    def _stage(self, source: Source, stage: Examination, is_current: Callable[[], bool]) -> None:
        """Ask as soon as there is something to ask; about the run only once it is recorded, which may bring more.

        What has to be looked at more closely, because it may say too much, waits for the end, and so does the student.
        Where tests were stopped in haste, it is not known yet how many disagree: given their time, some may agree.
        """
        if self.settings.hidden and not (stage.run and stage.run.failing):
            return  # hidden tests have their say first
        if self.source is not source or self._speaking.locked() or not is_current():
            return
        early = self.runner.crowd >= CROWDED and not stage.sharpened
        facts = replace(facts_of(stage, self._recalled, self.settings.weights, self.settings.rules), early=early)
        dialogue = talk.observe(self.dialogue, facts)
        unrecorded = stage.trace is None and stage.focus is not None
        may_yet_pass = unrecorded and stage.run is not None and bool(stage.run.stopped)
        nothing_to_ask = unrecorded and dialogue.question is None
        waits = may_yet_pass or nothing_to_ask or not vetting.passes(self.dialogue, dialogue, stage.checker)
        if waits:
            self._until_learned.enter_context(self.runner.hurry(Haste.BEGUN))
            if may_yet_pass or not facts.early:
                return
        before, run = self.dialogue, self._run

        async def show() -> None:
            async with self._speaking:
                if not run or self._run is not run or self.dialogue is not before:
                    return
                now = await self._sooner(facts, stage.checker) if waits else dialogue
                if now.question is not None or not waits:
                    self._until_learned.close()
                    self.running = unrecorded and not self._may_go_on(stage)
                    await self._take(stage, now, facts)
                    self._tell()

        if not waits:
            self._until_learned.close()
        self._early = asyncio.ensure_future(show())

    async def _sooner(self, facts: Facts, checker: Checker | None) -> Dialogue:
        """What can be said and asked before repairs are known, instead of what would be asked then."""
        dialogue, _ = await vetting.step(self.dialogue, facts, checker, talk.observe, vetting.WITHOUT_REPAIRS)
        return dialogue

    def _may_go_on(self, stage: Examination) -> bool:
        """Whether a student is kept waiting no longer: in a crowd, once all tests ran to their ends."""
        return self.runner.crowd >= CROWDED and stage.run is not None and not stage.run.stopped

    async def _take(self, examination: Examination, dialogue: Dialogue, facts: Facts) -> None:
        await self._remember(dialogue, facts, self.facts)
        if self.recorder:
            disabled = self.settings.disabled_patterns
            await self.recorder.examined(self.examination, examination, facts, self.dialogue.last, disabled)
        await self._record(dialogue)
        self.examination, self.facts = examination, facts
        self._keep(dialogue)

    def _put_in_words(self) -> None:
        if self._rewording:
            with spending(self._spent):
                self._rewording.begin(self.dialogue, self.source, self._checker, self.settings.class_models)
        if self._assisting and self.facts:
            with spending(self._spent):
                self._assisting.begin(self.dialogue, self._room)
                self._assisting.prepare(self.dialogue, self.facts, self._room)

    async def _spent(self, model: str, tokens: int) -> None:
        """Write down that a model was used."""
        if self.recorder:
            await self.recorder.used(model, tokens, self.dialogue)

    async def _show(self, turn: Turn, words: str, by: str) -> None:
        """Show a question in a model's words, if it is still open; the dialogue goes on from ours all the same."""
        async with self._speaking:
            if self.facts and self.dialogue.asking == turn:
                self._keep(reword(self.dialogue, turn.number, words, by))
                self._tell()

    async def _show_aside(self, turn: Turn, words: str, by: str) -> None:
        """Show what a model says to something asked besides, if nothing was said since."""
        async with self._speaking:
            if self.dialogue.turns and self.dialogue.turns[-1] == turn:
                self._keep(reword(self.dialogue, turn.number, words, by))
                self._tell()

    @property
    def _room(self) -> Room:
        allowed, limits = self.settings.class_models, self.settings.limits
        return Room(self.source, self._checker, allowed, self.runner, self._interpreter, limits)

    @property
    def _checker(self) -> Checker | None:
        return self.examination.checker if self.examination else None

    def _recall(self) -> Recalled:
        return self.memory.recall(self.program) if self.memory and self.settings.memory else NOTHING

    async def _remember(self, dialogue: Dialogue, facts: Facts, earlier: Facts | None = None) -> None:
        """Write down what a dialogue tells of the student, before anybody sees it; another process may be at it."""
        if self.memory and self.settings.memory:
            evidence = learning.evidence(self.dialogue, dialogue, facts, earlier)
            if evidence:
                await asyncio.to_thread(self.memory.learn, self.program, evidence)

    async def _record(self, dialogue: Dialogue) -> None:
        """Write down what happened in a dialogue, before anybody sees it."""
        if self.recorder and dialogue is not self.dialogue:
            await self.recorder.told(self.dialogue, dialogue)

    def _keep(self, dialogue: Dialogue) -> None:
        """Write the dialogue down, before anybody sees it."""
        if dialogue is self.dialogue:
            return
        self.dialogue = dialogue
        if self.record and self.settings.record:
            self.record.keep(self.program, dialogue)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self)
