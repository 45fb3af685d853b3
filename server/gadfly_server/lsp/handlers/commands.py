"""``workspace/executeCommand``: what a student can ask for, in any client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from gadfly_server.lsp import convert, messages, views

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.program import Program

THINK = "gadfly.think"
ANSWER = "gadfly.answer"
RUN = "gadfly.run"
TRANSCRIPT = "gadfly.transcript"

_TITLES = {
    THINK: "Think it through",
    ANSWER: "Answer the question",
    RUN: "Run the tests",
    TRANSCRIPT: "Show the dialogue so far",
}


def call(name: str, uri: str) -> types.Command:
    """A command as a lens or an action carries it."""
    return types.Command(title=_TITLES[name], command=name, arguments=[uri])


async def think(ls: GadflyServer, uri: object = None, *_: object) -> None:
    """Open the dialogue, running the tests first if they never ran."""
    program = _program(ls, uri)
    if ls.client.panel:
        ls.protocol.send(messages.REVEAL, {"uri": program.uri})
    if program.session.facts is None:
        await program.run()
    if not ls.client.panel:
        program.talk()


async def answer(ls: GadflyServer, uri: object = None, question: object = None, text: object = None) -> dict[str, Any]:
    """Mark an answer to the open question and return the dialogue after it."""
    program = _program(ls, uri)
    if not isinstance(question, str) or not isinstance(text, str):
        raise JsonRpcInvalidParams.of(ValueError(f"{ANSWER} takes a uri, a question's id and an answer"))
    await program.answer(text, question)
    return views.dialogue(ls, program)


async def run(ls: GadflyServer, uri: object = None, *_: object) -> None:
    """Run the tests now, changed or not."""
    await _program(ls, uri).run()


async def transcript(ls: GadflyServer, uri: object = None, *_: object) -> str:
    """Show the dialogue as a Markdown document, and return its text for clients that cannot show one."""
    program = _program(ls, uri)
    text = views.transcript(program)
    if ls.client.shows_documents:
        path = ls.transcripts.write(program.path, text)
        params = types.ShowDocumentParams(uri=convert.to_uri(path), take_focus=True)
        await ls.protocol.ask(types.WINDOW_SHOW_DOCUMENT, params)
    return text


def _program(ls: GadflyServer, uri: object) -> Program:
    program = ls.programs.get(uri) if isinstance(uri, str) else None
    if program is None:
        raise JsonRpcInvalidParams.of(ValueError(f"{uri} is not an open program"))
    return program


ALL: dict[str, Callable[..., Awaitable[Any]]] = {THINK: think, ANSWER: answer, RUN: run, TRANSCRIPT: transcript}
