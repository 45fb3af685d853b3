"""What an editor's own model may answer, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from gadfly_server.lsp.editor_model import EditorModel
from gadfly_server.models.answering import Prompt, Unanswered
from gadfly_server.settings import Models
from helpers.wire import wired

PROMPT = Prompt("rules", '{"question": "What?"}', {"type": "object"})


async def ask(answer: Any) -> tuple[EditorModel, Any, list[dict[str, Any]]]:
    async with wired() as wire:
        await wire.initialize({"experimental": {"gadfly": {"models": 1}}})
        wire.answers["gadfly/model"] = lambda _: answer
        model = EditorModel(wire.server, Models("house", editor=True))
        try:
            came: Any = await model.ask(PROMPT)
        except Unanswered as problem:
            came = problem
        return model, came, [each["params"] for each in wire.requests if each["method"] == "gadfly/model"]


async def test_it_is_given_the_prompt_and_names_itself() -> None:
    model, came, asked = await ask({"text": '{"question": "Well?"}', "name": "House Model"})
    assert came.text == '{"question": "Well?"}'
    assert came.tokens > 5
    assert model.name == "House Model"
    assert asked == [{"model": "house", "rules": "rules", "data": PROMPT.data, "schema": {"type": "object"}}]


@pytest.mark.parametrize(
    ("answer", "reason", "lasting"),
    [
        ({"refused": "consent"}, "The editor was not allowed to ask a model.", True),
        ({"refused": "none"}, "The editor has no such model.", False),
        ({"refused": "budget"}, "The budget of the editor's model is used up.", False),
        ({"refused": "a new word"}, "The editor could not ask the model.", False),
        ({"text": "x" * 100_000}, "The model's reply is far too long.", False),
        ({"text": 3}, "The editor could not ask the model.", False),
        ({}, "The editor could not ask the model.", False),
        ([1], "The editor could not ask the model.", False),
        (None, "The editor could not ask the model.", False),
    ],
)
async def test_whatever_it_says_a_reason_is_there(answer: Any, reason: str, lasting: bool) -> None:
    _, came, _ = await ask(answer)
    assert isinstance(came, Unanswered)
    assert (str(came), came.lasting) == (reason, lasting)
