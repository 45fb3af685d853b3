"""The dialogue for clients without our panel: one ``window/showMessageRequest`` per question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.lsp import views

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.program import Program
    from gadfly_server.tutor.question import Question


async def hold(ls: GadflyServer, program: Program) -> None:
    """Ask, mark, say what came of it and ask on, until the student dismisses a question or none is left."""
    session = program.session
    said = ""
    while (question := session.dialogue.question) is not None:
        await session.worded()
        answer = await _ask(ls, program, said, question)
        if answer is None:
            return
        before = len(session.dialogue.turns)
        await program.answer(answer, question.id)
        said = _reply(program, before)
    _say(ls, said or session.message or session.headline)


def close(ls: GadflyServer, program: Program) -> None:
    """Say what settled it, once the tests pass."""
    last = [turn.shown for turn in program.session.dialogue.turns if turn.speaker == "tutor"][-1:]
    _say(ls, "\n".join([program.session.headline, *last]))


def _say(ls: GadflyServer, text: str) -> None:
    ls.protocol.send(types.WINDOW_SHOW_MESSAGE, {"type": 3, "message": text})


async def _ask(ls: GadflyServer, program: Program, said: str, question: Question) -> str | None:
    code = views.snippet(question.points_at, program.places.source)
    parts = [
        said,
        f"{code['firstLine']}: {code['text'].strip()}" if code else "",
        program.session.dialogue.question_shown,
        f"({asking.credit})" if (asking := program.session.dialogue.asking) and asking.credit else "",
    ]
    choice = await ls.protocol.ask(
        types.WINDOW_SHOW_MESSAGE_REQUEST,
        types.ShowMessageRequestParams(
            type=types.MessageType.Info,
            message="\n".join(part for part in parts if part),
            actions=[types.MessageActionItem(title=choice) for choice in question.choices],
        ),
    )
    return choice.title if choice else None


def _reply(program: Program, before: int) -> str:
    """What the tutor said to the answer, without the question that follows."""
    dialogue = program.session.dialogue
    asked = dialogue.question.id if dialogue.question else None
    turns = dialogue.turns[before:]
    return "\n".join(
        turn.shown
        for turn in turns
        if turn.speaker == "tutor" and not (turn is turns[-1] and turn.question == asked is not None)
    )
