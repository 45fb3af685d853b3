"""A model in the editor: one behind a server or one of the editor's own, on the same leash, and never by a folder."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.editor import Editor, editing
from helpers.servers import Answer, Asked, fails, serving, words

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
KEY = "sk-very-secret-0815"
ANNOUNCED = {"experimental": {"gadfly": {"panel": 1, "models": 1}}}
EDITORS = {"models": {"from": "editor", "seconds": 25}}
FIRST = "What should `average([2, 4])` give?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "average", tmp_path / "average"))


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def invited(question: str) -> str:
    """A good wording of anything."""
    return f"Picture the run. {question}"


def as_ours(asked: Asked) -> Answer:
    return words(invited(asked.data["question"]))(asked)


async def begin(editor: Editor, folder: Path) -> str:
    """Open the program and run its tests to the end."""
    path = folder / "average.py"
    editor.open(path)
    editor.save(path)
    await editor.until(lambda: editor.view(path.as_uri()).get("question"))
    await editor.ended(path.as_uri())
    return path.as_uri()


async def settled(editor: Editor, uri: str, since: int = 0) -> dict[str, Any]:
    """What the panel shows once the model was asked, ``since`` so many views, and has had its say."""

    def is_over() -> bool:
        states = [view.get("model", {}).get("asked") for view in editor.views[since:]]
        return True in states and not states[-1]

    await editor.until(is_over)
    return editor.view(uri)


def by_server(url: str, **more: object) -> dict[str, Any]:
    return {"models": {"from": "server", "name": "mock", "url": url, "seconds": 25, **more}}


async def test_a_turn_tells_whose_words_it_is_in_and_what_ours_are(folder: Path, state: Path) -> None:
    with serving(as_ours) as server:
        async with editing(state, folder, options=by_server(server.url)) as editor:
            uri = await begin(editor, folder)
            await editor.until(lambda: editor.view(uri)["question"].get("worded"))
            view = await settled(editor, uri)
    question, turn = view["question"], view["turns"][-1]
    assert question["text"] == turn["text"] == invited(FIRST)
    assert question["worded"] == turn["worded"] == {"by": "mock", "plain": FIRST}
    assert view["model"] == {"name": "mock", "asked": False, "note": ""}
    shown = [each for each in editor.views if each.get("question")]
    assert shown[0]["question"]["text"] == FIRST, "ours is there at once"
    assert any(each["model"]["asked"] and each["question"]["text"] == FIRST for each in shown)
    assert {each["question"]["text"] for each in shown} == {FIRST, invited(FIRST)}, "nothing half worded was ever shown"


@pytest.mark.parametrize("script", [fails(401), words(f"It is {KEY}?")])
async def test_the_key_is_in_no_log_no_view_and_no_file(
    folder: Path, state: Path, script: Callable[[Asked], Answer]
) -> None:
    environment = {"GADFLY_MODEL_KEY": KEY, "OPENAI_LOG": "debug"}
    with serving(script) as server:
        async with editing(state, folder, options=by_server(server.url), environment=environment) as editor:
            uri = await begin(editor, folder)
            await settled(editor, uri)
            shown = await editor.command("gadfly.showRequest", uri)
            logged = [message.message for message in editor.client.log_messages]
    assert server.asked[0].key == KEY
    assert logged, "what went wrong is told"
    assert KEY not in json.dumps([logged, editor.views, shown])
    kept = [path for path in state.rglob("*") if path.is_file()]
    assert kept
    assert not any(KEY.encode() in path.read_bytes() for path in kept)


async def test_the_students_program_finds_no_key(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    spy = "import os\n\n\ndef test_spy():\n    assert not [name for name in os.environ if 'KEY' in name]\n"
    (folder / "test_average.py").write_text(spy, "utf-8")
    environment = {"GADFLY_MODEL_KEY": KEY, "OPENAI_API_KEY": KEY}
    async with editing(state, folder, environment=environment) as editor:
        editor.open(path)
        editor.save(path)
        assert (await editor.ended(path.as_uri()))["status"] == "passing"


async def test_a_folder_can_choose_no_model(folder: Path, state: Path) -> None:
    with serving(as_ours) as server:
        of_folder = by_server(server.url) | {"models.url": server.url, "models.name": "mock", "models.from": "server"}
        options = {"settings": of_folder}
        settings = {"": of_folder, folder.as_uri(): of_folder}
        (folder / "config.toml").write_text(f'[models]\nname = "mock"\nurl = "{server.url}"\n', "utf-8")
        async with editing(state, folder, options=options, settings=settings) as editor:
            uri = await begin(editor, folder)
            await editor.answer(uri, "3")
            assert "model" not in editor.view(uri)
    assert not server.asked


async def test_an_editors_own_model_words_on_the_same_leash(folder: Path, state: Path) -> None:
    asked: list[dict[str, Any]] = []

    async def model(params: dict[str, Any]) -> dict[str, Any]:
        asked.append(params)
        question = json.loads(params["data"])["question"]
        wording = "Why not use `range(len(numbers))` instead?" if len(asked) == 1 else invited(question)
        return {"text": json.dumps({"question": wording}), "name": "House Model"}

    async with editing(state, folder, capabilities=ANNOUNCED, options=EDITORS, panel=False) as editor:
        editor.model = model
        uri = await begin(editor, folder)
        await editor.until(lambda: editor.view(uri)["question"].get("worded"))
        question = editor.view(uri)["question"]
    assert question["text"] == invited(FIRST)
    assert question["worded"] == {"by": "House Model", "plain": FIRST}
    assert "Your last wording was refused" in asked[1]["rules"]
    assert set(asked[0]) == {"model", "rules", "data", "schema"}
    assert str(folder.parent) not in json.dumps(asked)


async def test_the_same_budget_holds_for_an_editors_model(folder: Path, state: Path) -> None:
    asked: list[object] = []

    async def model(params: dict[str, Any]) -> dict[str, Any]:
        asked.append(params)
        return {"text": json.dumps({"question": invited(json.loads(params["data"])["question"])}), "name": "M"}

    options = {"models": {"from": "editor", "seconds": 25, "requestsPerDay": 1}}
    async with editing(state, folder, capabilities=ANNOUNCED, options=options, panel=False) as editor:
        editor.model = model
        uri = await begin(editor, folder)
        await editor.until(lambda: editor.view(uri)["question"].get("worded"))
        await settled(editor, uri)
        before = len(editor.views)
        await editor.answer(uri, "3")
        view = await settled(editor, uri, before)
    assert len(asked) == 1
    assert not view["question"].get("worded")
    assert view["model"]["note"] == "Today's requests or tokens for the model are used up."


async def test_without_the_editors_consent_the_questions_are_ours(folder: Path, state: Path) -> None:
    async def model(_: dict[str, Any]) -> dict[str, Any]:
        return {"refused": "consent"}

    async with editing(state, folder, capabilities=ANNOUNCED, options=EDITORS, panel=False) as editor:
        editor.model = model
        uri = await begin(editor, folder)
        view = await settled(editor, uri)
        assert view["question"]["text"] == FIRST
        assert view["model"]["note"] == "The editor was not allowed to ask a model."
        view = await editor.answer(uri, "3")
        assert view["turns"][-2]["marked"] == "right"


async def test_a_request_that_nobody_waits_for_is_cancelled(folder: Path, state: Path) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def model(_: dict[str, Any]) -> dict[str, Any]:
        if begun.is_set():
            return {"refused": "none"}
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return {}

    options = {"models": {"from": "editor", "seconds": 60}}
    async with editing(state, folder, capabilities=ANNOUNCED, options=options, panel=False) as editor:
        editor.model = model
        uri = await begin(editor, folder)
        await asyncio.wait_for(begun.wait(), 10)
        assert editor.view(uri)["question"]["text"] == FIRST
        assert not ended.is_set()
        view = await editor.answer(uri, "3")
        assert view["turns"][-2]["marked"] == "right", "nothing waits for the model"
        await asyncio.wait_for(ended.wait(), 10)


async def test_an_editor_that_announces_no_models_is_not_asked(folder: Path, state: Path) -> None:
    async with editing(state, folder, options=EDITORS) as editor:
        uri = await begin(editor, folder)
        assert "model" not in editor.view(uri)
        assert any("offers no models" in message.message for message in editor.client.log_messages)


def sent(pid: int) -> dict[str, int]:
    """What the processes of a network namespace tried to send, as its kernel counts it."""
    counts: dict[str, int] = {}
    lines = Path(f"/proc/{pid}/net/snmp").read_text("ascii").splitlines()
    for names, numbers in zip(lines[::2], lines[1::2], strict=True):
        title = names.partition(":")[0]
        counts |= {
            title + name: int(number) for name, number in zip(names.split()[1:], numbers.split()[1:], strict=True)
        }
    for line in Path(f"/proc/{pid}/net/snmp6").read_text("ascii").splitlines():
        counts[line.split()[0]] = int(line.split()[1])
    return {name: counts[name] for name in ("TcpActiveOpens", "UdpOutDatagrams", "IpOutNoRoutes", "Ip6OutNoRoutes")}


@pytest.mark.parametrize("configured", [False, True])
async def test_no_packet_is_tried_to_be_sent_without_a_model(folder: Path, state: Path, configured: bool) -> None:
    alone = ["unshare", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system gives no process a network of its own (unshare --net)")
    options = by_server("http://192.0.2.1/v1") if configured else None
    async with editing(state, folder, options=options, before=alone) as editor:
        uri = await begin(editor, folder)
        await editor.answer(uri, "3")
        if configured:
            await settled(editor, uri)
        assert editor.client._server is not None
        counts = sent(editor.client._server.pid)
    assert any(counts.values()) == configured, counts
