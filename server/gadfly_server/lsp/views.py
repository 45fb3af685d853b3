"""What a client sees of a program: the dialogue as plain JSON, the headline, the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_server.classroom.room import standing
from gadfly_server.lsp import convert, places
from gadfly_server.lsp.handlers import diagnostic
from gadfly_server.markdown import as_markdown
from gadfly_server.tutor import climb, notes
from gadfly_server.tutor.question import Place
from gadfly_server.tutor.understanding import Understanding, words
from gadfly_server.wording import language_of, later, say, speaking

if TYPE_CHECKING:
    from gadfly_analyzers.findings import Span
    from gadfly_analyzers.source import Source
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.program import Program
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.notebook import Hypothesis
    from gadfly_server.tutor.turns import Dialogue, Turn

_SNIPPET_LINES = 12


def dialogue(ls: GadflyServer, program: Program) -> dict[str, Any]:
    """A ``DialogueView``; docs/protocol.md says what its fields mean."""
    session = program.session
    source = program.places.source
    encoding = ls.documents.encoding
    view: dict[str, Any] = {
        "uri": program.uri,
        "program": program.path.name,
        "language": language_of(session.settings.language or ""),
        "status": session.status,
        "headline": session.headline,
        "message": session.message or session.unseen_problem or None,
        "rules": _rules(ls, program),
        "template": session.template,
        "turns": [_turn(turn, source, encoding) for turn in session.dialogue.turns],
        "question": _question(session.dialogue, source, encoding),
        "notebook": [_note(each, session, source, encoding) for each in session.dialogue.hypotheses],
        "understandings": _understandings(session.dialogue),
        "offer": _offer(session.dialogue),
        "model": _model(session),
    }
    return {key: value for key, value in view.items() if value is not None}


def _rules(ls: GadflyServer, program: Program) -> str | None:
    """What is in force for a program and since when, in one line."""
    with speaking(program.session.settings.language):
        return standing(ls.programs.configuration.classrooms.room(program.path)) or None


def refresh(ls: GadflyServer, uri: str) -> None:
    """Have diagnostics and lenses shown anew."""
    diagnostic.refresh(ls, uri)
    if ls.client.refreshes_lenses:
        ls.start(ls.protocol.ask(types.WORKSPACE_CODE_LENS_REFRESH, None))


def headline_range(program: Program, source: Source, encoding: str) -> dict[str, Any] | None:
    """Where the headline stands in this version of the text: at the function in question, else at the top.

    Nowhere if no test disagrees, or if that function is no longer there.
    """
    facts = program.session.facts
    if facts is None or not facts.failing:
        return None
    top = None if program.places.function else source.span_of_lines(1, 1)
    span = function_in_question(program, source) or top
    return convert.to_range(source, span, encoding) if span else None


def function_in_question(program: Program, source: Source) -> Span | None:
    """The name of the function that the failing tests are about, where it is in this version of the text."""
    name = program.places.function
    return places.name_span(source, name) if name else None


_MARKS = {"right": later("right"), "wrong": later("not so"), "unclear": later("unclear")}


def transcript(program: Program) -> str:
    """The dialogue so far as Markdown, oldest turn first."""
    session = program.session
    lines = [f"# {as_markdown(program.path.name)}", "", as_markdown(session.headline), ""]
    with speaking(session.settings.language):
        for turn in session.dialogue.turns:
            who = "Gadfly" if turn.speaker == "tutor" else say("You")
            mark = f" *({say(_MARKS[turn.marked])})*" if turn.marked else ""
            credit = f" *({as_markdown(turn.credit)})*" if turn.credit else ""
            lines += [f"**{who}:** {as_markdown(turn.shown)}{mark}{credit}", ""]
    return "\n".join(lines)


def _understandings(dialogue: Dialogue) -> list[dict[str, Any]] | None:
    """What there is to understand of the bug, and what of it is understood; nothing before there is a bug."""
    if not dialogue.bug or dialogue.seen.state not in ("failing", "passing"):
        return None
    return [{"text": words(each), "reached": each.value in dialogue.understood} for each in Understanding]


def _offer(dialogue: Dialogue) -> dict[str, Any] | None:
    return {"level": dialogue.offer, "text": climb.offer_of(dialogue.offer)} if dialogue.offer else None


def _turn(turn: Turn, source: Source | None, encoding: str) -> dict[str, Any]:
    view: dict[str, Any] = {
        "number": turn.number,
        "speaker": turn.speaker,
        "level": turn.level,
        "kind": turn.kind,
        "text": turn.shown,
        "worded": _worded(turn),
        "range": _range(turn.points_at, source, encoding),
        "marked": turn.marked,
    }
    return {key: value for key, value in view.items() if value is not None}


def _worded(turn: Turn | None) -> dict[str, Any] | None:
    """Whose words a question is in where they are a model's, and what ours are."""
    return {"by": turn.by, "plain": turn.text} if turn and turn.worded else None


def _model(session: Session) -> dict[str, Any] | None:
    """The model that may word questions: whether it is asked just now, and why it was of no use."""
    state = session.model
    return {"name": state.name, "asked": state.asked, "note": state.note} if state else None


def _question(dialogue: Dialogue, source: Source | None, encoding: str) -> dict[str, Any] | None:
    question = dialogue.question
    if question is None:
        return None
    view: dict[str, Any] = {
        "id": question.id,
        "kind": question.kind,
        "level": question.level,
        "text": dialogue.question_shown,
        "worded": _worded(dialogue.asking),
        "entry": question.entry.value,
        "choices": list(question.choices),
        "range": _range(question.points_at, source, encoding),
        "snippet": snippet(question.points_at, source),
    }
    return {key: value for key, value in view.items() if value is not None}


def _note(hypothesis: Hypothesis, session: Session, source: Source | None, encoding: str) -> dict[str, Any]:
    """A ``NoteView``: what is supposed, what the newest run says of it, and what the runs before said."""
    with speaking(session.settings.language):
        return _note_in_words(hypothesis, session, source, encoding)


def _note_in_words(hypothesis: Hypothesis, session: Session, source: Source | None, encoding: str) -> dict[str, Any]:
    *earlier, newest = hypothesis.outcomes
    line = hypothesis.supposed.line
    verdict, outcome = notes.told(hypothesis, session.dialogue.question, session.facts)
    view: dict[str, Any] = {
        "number": hypothesis.number,
        "text": notes.described(hypothesis),
        "verdict": verdict,
        "outcome": outcome,
        "line": line or None,
        "range": _range(Place(line, line), source, encoding) if line else None,
        "run": newest.run,
        "earlier": [
            {"run": each.run, "verdict": each.finding.verdict, "outcome": notes.spoken(hypothesis, each)}
            for each in earlier
        ],
    }
    return {key: value for key, value in view.items() if value is not None}


def snippet(place: Place | None, source: Source | None) -> dict[str, Any] | None:
    """The lines that a question points at."""
    if place is None or source is None or not 1 <= place.line <= len(source.lines):
        return None
    last = min(place.end_line, place.line + _SNIPPET_LINES - 1, len(source.lines))
    lines = [line.rstrip("\r\n") for line in source.lines[place.line - 1 : last]]
    return {"text": "\n".join(lines), "firstLine": place.line}


def _range(place: Place | None, source: Source | None, encoding: str) -> dict[str, Any] | None:
    return convert.lines_to_range(source, place.line, place.end_line, encoding) if place and source else None
