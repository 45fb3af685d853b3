"""What an editor's own model may answer, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.events.journal import Journal
from gadfly_server.lsp.client import Client
from gadfly_server.lsp.editor_model import EditorModel, worder
from gadfly_server.lsp.shared import Shared
from gadfly_server.models.answering import Prompt, Unanswered
from gadfly_server.settings import Models
from gadfly_server.tuning.consent import TUNING
from gadfly_server.tuning.outputs import Outputs
from helpers.servers import says, serving
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


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The file of whoever runs the server, and the model that it names."""
    monkeypatch.setenv("GADFLY_CONFIG", str(tmp_path / "config.toml"))
    with serving(says("{}")) as server:
        setting = f'[models]\nname = "m"\nurl = "{server.url}"\nseconds = 30\nkeepForTuning = true\n'
        (tmp_path / "config.toml").write_text(setting, "utf-8")
        yield


async def keeps(shared: Shared | None, models: object = None) -> bool:
    """Whether a reply is kept for tuning models."""

    async def objecting(_: object) -> str:
        return ""

    async with wired() as wire:
        wire.answers["gadfly/model"] = lambda _: {"text": "{}", "name": "m"}
        wire.server.shared = shared
        wire.server.client = Client(models=True)
        wire.server.programs.configuration.models = models
        chosen = worder(wire.server, lambda _: None)
        assert chosen is not None
        await chosen.ask(lambda _: PROMPT, objecting)
        await chosen.close()
    return Outputs().path.exists()


@pytest.mark.usefixtures("operator")
async def test_the_file_of_who_runs_a_class_server_is_no_students_consent() -> None:
    assert not await keeps(Shared(1))
    assert not Journal().consents()
    Journal().allow(TUNING, Consent())
    assert not await keeps(Shared(1))
    Journal().allow(TUNING, Consent(texts=True))
    assert await keeps(Shared(1))


@pytest.mark.usefixtures("operator")
async def test_on_ones_own_computer_ones_own_file_is() -> None:
    assert await keeps(None)


async def test_what_a_students_editor_says_is_the_students_word() -> None:
    assert await keeps(Shared(1), {"from": "editor", "keepForTuning": True})
