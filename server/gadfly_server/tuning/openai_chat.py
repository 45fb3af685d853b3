"""Fine-tuning files in OpenAI's formats: chat examples for decomposer and questioner, and pairs for preferences.

A decomposer is given a program and how it fails, and says which steps there are to understand it; a questioner is given
one step and asks (after Shridhar et al., 2022). What was refused makes pairs with what was shown instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gadfly_analyzers.source import Source
from gadfly_server.models.checked import json_in, text_of
from gadfly_server.models.privacy import without_personal_data
from gadfly_server.models.request import MOST_WORDS, WordingRequest, code_at
from gadfly_server.models.vouching import refusal

if TYPE_CHECKING:
    from gadfly_server.tuning.outputs import Output
    from gadfly_server.tutor.turns import Dialogue, Turn

Row = dict[str, Any]
DECOMPOSER = (
    "A student's Python program fails a test. Name the steps that lead a student to understand why, in order: for each"
    " the kind of question and the lines it is about. Never name the fault or a repair. Reply with JSON:"
    ' {"steps": [{"kind": "…", "lines": [first, last]}, …]}; lines may be null.'
)
QUESTIONER = (
    "You are a Socratic debugging tutor. Ask one short, kind question about the given step. State nothing, and never"
    ' name the fault or a repair. Reply with JSON: {"question": "…"}'
)
MOST_SAID = 4  # turns before a question


@dataclass(frozen=True, slots=True)
class Tuning:
    """The rows of each file; ``reasons`` are those of the pairs, in the same order."""

    decomposer: tuple[Row, ...]
    questioner: tuple[Row, ...]
    preferences: tuple[Row, ...]
    reasons: tuple[Row, ...]


def tuning(dialogues: Iterable[Dialogue], outputs: Iterable[Output], names: tuple[str, ...]) -> Tuning:
    """All rows; ``names`` are the student's own, which are taken out like all else that tells who somebody is."""
    known = [*dialogues]
    pairs = [*_pairs(outputs)]
    return Tuning(
        tuple(row for dialogue in known for row in _decomposed(dialogue, names)),
        tuple(row for dialogue in known for row in _questions(dialogue, names)),
        tuple(pair for pair, _ in pairs),
        tuple({"reason": reason} for _, reason in pairs),
    )


def chat(rules: str, data: object, reply: object) -> Row:
    """One example of a chat."""
    told = [_message("system", rules), _message("user", _json(data)), _message("assistant", _json(reply))]
    return {"messages": told}


def _decomposed(dialogue: Dialogue, names: tuple[str, ...]) -> Iterator[Row]:
    """The steps in which a bug was talked about, if there were several."""
    asked = _asked(dialogue)
    program = without_personal_data(_program(dialogue), names)
    if len(asked) > 1 and program:
        opened = next((turn.text for turn in dialogue.turns if turn.level == 1 and turn.speaker == "tutor"), "")
        steps = [_step(turn) for turn in asked]
        yield chat(DECOMPOSER, {"program": program, "goal": without_personal_data(opened, names)}, {"steps": steps})


def _questions(dialogue: Dialogue, names: tuple[str, ...]) -> Iterator[Row]:
    source = Source.parse(_program(dialogue))
    for turn in _asked(dialogue):
        before = [each for each in dialogue.turns if each.number < turn.number][-MOST_SAID:]
        lines = code_at(source, turn.points_at) if _stands(turn, source) else []
        data = {
            "step": _step(turn),
            "code": [f"{line}: {without_personal_data(text, names)}" for line, text in lines],
            "said": [{"by": each.speaker, "text": without_personal_data(each.shown, names)} for each in before],
        }
        yield chat(QUESTIONER, data, {"question": without_personal_data(turn.shown, names)})


def _asked(dialogue: Dialogue) -> list[Turn]:
    """The turns that asked about the present bug, each question once."""
    asking = [t for t in dialogue.of_bug if t.speaker == "tutor" and t.question and not t.marked and "\n" not in t.text]
    return [*{turn.question: turn for turn in reversed(asking)}.values()][::-1]


def _step(turn: Turn) -> Row:
    place = turn.points_at
    return {"kind": turn.kind, "lines": [place.line, place.end_line] if place else None}


def _program(dialogue: Dialogue) -> str:
    return dialogue.seen.text if dialogue.seen.state == "failing" else dialogue.failed or dialogue.seen.text


def _stands(turn: Turn, source: Source) -> bool:
    return turn.points_at is not None and turn.points_at.end_line <= len(source.lines)


def _pairs(outputs: Iterable[Output]) -> Iterator[tuple[Row, str]]:
    """Each refused wording with the one that passed in its place, or with the tutor's own where none did."""
    asked: dict[tuple[str, str], list[Output]] = {}
    for each in outputs:
        asked.setdefault((each.rules, each.data), []).append(each)
    for (rules, data), replies in asked.items():
        request = _request(data)
        if request is None:
            continue
        taken = next(
            (text for each in replies if not each.reason and (text := _passing(each, request))), request.question
        )
        for each in replies:
            refused = text_of(json_in(each.output) or {}, "question") or each.output.strip()
            if each.reason and refused and refused != taken:
                yield _pair(rules, data, _json({"question": taken}), each.output), each.reason


def _request(data: str) -> WordingRequest | None:
    """The question that was to be worded; ``None`` for what asked for something else."""
    told = json_in(data) or {}
    level, question = told.get("level"), text_of(told, "question")
    return WordingRequest(level, "any", question) if question and level in MOST_WORDS and "said" in told else None


def _passing(output: Output, request: WordingRequest) -> str:
    text = text_of(json_in(output.output) or {}, "question")
    return text if text and not refusal(text, request) else ""


def _pair(rules: str, data: str, preferred: str, other: str) -> Row:
    return {
        "input": {
            "messages": [_message("system", rules), _message("user", data)],
            "tools": [],
            "parallel_tool_calls": True,
        },
        "preferred_output": [_message("assistant", preferred)],
        "non_preferred_output": [_message("assistant", other)],
    }


def _message(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
