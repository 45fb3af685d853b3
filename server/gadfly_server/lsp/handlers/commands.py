"""``workspace/executeCommand``: what a student can ask for, in any client."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from gadfly_server.lsp import convert, messages, runs, views
from gadfly_server.lsp.programs import is_test
from gadfly_server.wording import later, say, speaking

if TYPE_CHECKING:
    from pathlib import Path

    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.program import Program
    from gadfly_server.tutor.supposing import Supposed

THINK = "gadfly.think"
ANSWER = "gadfly.answer"
RUN = "gadfly.run"
TRANSCRIPT = "gadfly.transcript"
MEMORY = "gadfly.memory"
FORGET = "gadfly.forget"
SUPPOSE = "gadfly.suppose"
TRACE = "gadfly.trace"
SHOW_REQUEST = "gadfly.showRequest"

_TITLES = {
    THINK: later("Think it through"),
    ANSWER: later("Answer the question"),
    RUN: later("Run the tests"),
    TRANSCRIPT: later("Show the dialogue so far"),
}

_NO_PROGRAM = later("Gadfly looks at Python programs that are saved and open. Please save this one first.")
_TESTS = later("This file holds tests. Please open the program that they test.")


def call(ls: GadflyServer, name: str, uri: str) -> types.Command:
    """A command as a lens or an action carries it, in the language of the dialogue."""
    program = ls.programs.known(uri)
    with speaking(program.session.settings.language if program else ls.programs.configuration.language):
        return types.Command(title=say(_TITLES[name]), command=name, arguments=[uri])


async def think(ls: GadflyServer, uri: object = None, *_: object) -> None:
    """Open the dialogue, running the tests first if they never ran."""
    program = program_of(ls, uri)
    if ls.client.panel:
        ls.protocol.send(messages.REVEAL, {"uri": program.uri})
    if program.session.facts is None:
        await program.run()
    if not ls.client.panel:
        program.talk()


async def answer(
    ls: GadflyServer, uri: object = None, question: object = None, text: object = None, *_: object
) -> dict[str, Any]:
    """Mark an answer to the open question and return the dialogue after it."""
    program = program_of(ls, uri)
    if not isinstance(question, str) or not isinstance(text, str):
        raise JsonRpcInvalidParams.of(ValueError(f"{ANSWER} takes a uri, a question's id and an answer"))
    began = time.monotonic()
    with program.session.runner.hurry(only_new=True):
        await program.answer(text, question)
    if ls.shared:
        ls.shared.metrics.answered(time.monotonic() - began)
    return views.dialogue(ls, program)


async def run(ls: GadflyServer, uri: object = None, *_: object) -> None:
    """Run the tests now, changed or not."""
    await program_of(ls, uri).run()


async def transcript(ls: GadflyServer, uri: object = None, *_: object) -> str:
    """Show the dialogue as a Markdown document, and return its text for clients that cannot show one."""
    program = program_of(ls, uri)
    return await _shown(ls, program, views.transcript(program), later("{program} with Gadfly"))


async def suppose(ls: GadflyServer, uri: object = None, text: object = None, *_: object) -> dict[str, Any]:
    """Write a hypothesis into the notebook, check it, and return the dialogue with what came of it."""
    if not isinstance(text, str):
        raise JsonRpcInvalidParams.of(ValueError(f"{SUPPOSE} takes a uri and a text"))
    return await supposed(ls, uri, text)


async def supposed(ls: GadflyServer, uri: object, idea: Supposed | str) -> dict[str, Any]:
    """The same for what was read already; what cannot be a hypothesis is refused in words for the student."""
    from gadfly_server.tutor.notebook import Unclear  # noqa: PLC0415 - not needed to start

    program = program_of(ls, uri)
    before = {each.number for each in program.session.dialogue.hypotheses}
    try:
        await program.suppose(idea)
    except Unclear as unclear:
        raise JsonRpcInvalidParams(str(unclear)) from unclear
    view = views.dialogue(ls, program)
    # One that was there already brings nothing new: then all are shown, as in the terminal.
    new = [note for note in view["notebook"] if note["number"] not in before] or view["notebook"]
    if new and not ls.client.panel:
        _say(ls, "\n".join(f"{note['text']} {note['outcome']}" for note in new))
    return view


async def trace(ls: GadflyServer, uri: object = None, *_: object) -> str:
    """Show the recorded run, up to the open question, as a Markdown document, and return its text."""
    program = program_of(ls, uri)
    await program.known()
    return await _shown(ls, program, runs.as_markdown(program.session), later("{program} step by step"))


async def _shown(ls: GadflyServer, program: Program, text: str, name: str) -> str:
    """Show a text as a document where the client can, and give it back for clients that cannot."""
    if ls.client.shows_documents:
        with speaking(program.session.settings.language):
            title = say(name, program=program.path.stem)
        await _show(ls, ls.transcripts.page(program.path, title, text))
    return text


async def show_request(ls: GadflyServer, uri: object = None, *_: object) -> str:
    """Show, word for word, what a model was or would be given, one request of each kind, and return it."""
    from gadfly_server import sent  # noqa: PLC0415 - not needed to start

    program = program_of(ls, uri)
    await program.known()
    return await _shown(ls, program, sent.page(program.session), later("{program} what a model is given"))


async def memory(ls: GadflyServer, *_: object) -> str:
    """Show what is remembered of the student as a Markdown document, and return its text."""
    from gadfly_server.database import Unusable  # noqa: PLC0415 - not needed to start
    from gadfly_server.lsp import remembering  # noqa: PLC0415 - the same

    try:
        title, text = await remembering.remembered(ls)
    except Unusable as problem:
        return _say(ls, str(problem))
    if ls.client.shows_documents:
        await _show(ls, ls.transcripts.page(ls.programs.memory.database.path, title, text))
    return text


async def forget(ls: GadflyServer, _uri: object = None, misconception: object = None, *_: object) -> str:
    """Delete what is remembered of the student, one idea or all with the dialogues, and tell what was deleted."""
    from gadfly_server.lsp import remembering  # noqa: PLC0415 - not needed to start

    return _say(ls, await remembering.forgotten(ls, misconception if isinstance(misconception, str) else None))


def _say(ls: GadflyServer, text: str) -> str:
    ls.protocol.send(types.WINDOW_SHOW_MESSAGE, {"type": int(types.MessageType.Info), "message": text})
    return text


async def _show(ls: GadflyServer, path: Path) -> None:
    params = types.ShowDocumentParams(uri=convert.to_uri(path), take_focus=True)
    await ls.protocol.ask(types.WINDOW_SHOW_DOCUMENT, params)


def program_of(ls: GadflyServer, uri: object) -> Program:
    """The open program; of what is none it is said what to do instead."""
    program = ls.programs.get(uri) if isinstance(uri, str) else None
    if program is None:
        path = convert.to_path(uri) if isinstance(uri, str) else None
        with speaking(ls.programs.configuration.language):
            raise JsonRpcInvalidParams(say(_TESTS if path and is_test(path) else _NO_PROGRAM))
    return program


ALL: dict[str, Callable[..., Awaitable[Any]]] = {
    THINK: think,
    ANSWER: answer,
    RUN: run,
    TRANSCRIPT: transcript,
    MEMORY: memory,
    FORGET: forget,
    SUPPOSE: suppose,
    TRACE: trace,
    SHOW_REQUEST: show_request,
}
