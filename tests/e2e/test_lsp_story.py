"""A student's way from a failing test to a passing one, through a real client and a real run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from helpers.editor import Editor, editing, plain

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "average", tmp_path / "average"))


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


async def failing(editor: Editor, path: Path) -> dict[str, Any]:
    editor.open(path)
    editor.save(path)
    await editor.until(lambda: editor.view(path.as_uri()).get("question"))
    return await editor.ended(path.as_uri())


async def test_the_whole_story(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    uri = path.as_uri()
    async with editing(state, folder) as editor:
        view = await failing(editor, path)
        assert view["status"] == "failing"
        assert view["headline"] == "2 tests disagree with `average`"

        await editor.until(lambda: editor.codes(uri) == ["tests"])
        [headline] = editor.client.diagnostics[uri]
        assert (headline.message, headline.source) == (view["headline"], "gadfly")
        assert (headline.range.start.line, headline.range.start.character) == (0, 4)
        [lens] = await editor.lenses(uri)
        assert lens.command is not None
        assert (lens.command.title, lens.range.start.line) == ("Think it through", 0)
        assert lens.command.title in [action.title for action in await editor.actions(uri, 0)]

        await editor.command(lens.command.command, *(lens.command.arguments or ()))
        await editor.until(lambda: editor.revealed == [uri])

        assert view["question"]["text"] == "What should `average([2, 4])` give?"
        view = await editor.answer(uri, "3")
        assert view["turns"][-2]["marked"] == "right"
        assert view["question"]["text"] == "How many times does the body of the loop on line 4 run for `[2, 4]`?"
        assert view["question"]["snippet"]["firstLine"] == 4
        assert view["question"]["range"]["start"] == {"line": 3, "character": 4}
        view = await editor.answer(uri, "2")
        contradiction = view["turns"][-2]
        assert (contradiction["marked"], contradiction["level"]) == ("wrong", 3)
        assert "You said 2. In the run it was 1." in contradiction["text"]
        assert view == editor.view(uri)
        said = view["turns"]

        editor.write(path, path.read_text("utf-8").replace("range(1, ", "range("))
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        await editor.until(lambda: editor.codes(uri) == [])
        assert await editor.lenses(uri) == []
        assert editor.view(uri)["turns"][: len(said)] == said
        assert len(editor.view(uri)["turns"]) > len(said)
        assert "question" not in editor.view(uri)
        assert editor.client.messages == []


async def test_a_restart_restores_the_dialogue_and_goes_on(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    uri = path.as_uri()
    async with editing(state, folder) as editor:
        await failing(editor, path)
        before = await editor.answer(uri, "3")
    async with editing(state, folder) as editor:
        editor.open(path)
        restored = plain(await editor.request("gadfly/dialogue", {"uri": uri}))
        assert (restored["turns"], restored["question"]) == (before["turns"], before["question"])
        await editor.until(lambda: editor.view(uri)["status"] != "none")
        view = await editor.answer(uri, "1")
        assert view["turns"][: len(before["turns"])] == before["turns"]
        assert view["turns"][len(before["turns"]) + 1]["marked"] == "right"


async def test_a_kill_loses_nothing_that_was_shown(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    async with editing(state, folder) as editor:
        shown = await failing(editor, path)
        await editor.kill()
    async with editing(state, folder) as editor:
        editor.open(path)
        assert plain(await editor.request("gadfly/dialogue", {"uri": path.as_uri()}))["turns"] == shown["turns"]


async def test_without_a_panel_questions_come_as_messages(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    uri = path.as_uri()
    async with editing(state, folder, panel=False) as editor:
        editor.picks = ["3", "2", None]
        editor.open(path)
        await editor.command("gadfly.think", uri)  # runs first: there was no save yet
        await editor.until(lambda: len(editor.asked) == 3)
        first, second, third = editor.asked
        assert first.message == "What should `average([2, 4])` give?"
        assert "3" in [action.title for action in first.actions or ()]
        assert second.message.startswith("Right, that is what the ")
        assert second.message.endswith("How many times does the body of the loop on line 4 run for `[2, 4]`?")
        assert "You said 2. In the run it was 1." in third.message
        assert (editor.views, editor.revealed) == ([], [])

        text = await editor.command("gadfly.transcript", uri)
        assert "You said 2. In the run it was 1." in text
        [shown] = editor.client.shown_documents
        assert shown.uri.endswith(".md")

        editor.write(path, path.read_text("utf-8").replace("range(1, ", "range("))
        passing = await editor.until(lambda: editor.client.messages)
        assert passing[-1].message
        await editor.until(lambda: editor.codes(uri) == [])


async def test_transcripts_leave_nothing_behind(folder: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = state.parent / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    async with editing(state, folder) as editor:
        await failing(editor, folder / "average.py")
        for _ in range(3):
            await editor.command("gadfly.transcript", (folder / "average.py").as_uri())
        [place] = {shown.uri for shown in editor.client.shown_documents}
        [shown] = temporary.rglob("*.md")
        assert shown.as_uri() == place
        assert "What should `average([2, 4])` give?" in shown.read_text("utf-8")
    assert list(temporary.iterdir()) == []


async def test_what_was_learned_is_shown_and_forgotten(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    uri = path.as_uri()
    async with editing(state, folder) as editor:
        first = await failing(editor, path)
        assert "nothing about you yet" in await editor.command("gadfly.memory")
        await editor.answer(uri, "3")
        view = await editor.answer(uri, "1")
        assert view["turns"][-2]["marked"] == "right"
        await editor.kill()  # what was shown is kept
    async with editing(state, folder) as editor:
        await failing(editor, path)
        text = await editor.command("gadfly.memory", uri)
        rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line[:1] == "|"]
        assert ["range-includes-end", "0", "1"] in [[row[5], row[1], row[2]] for row in rows]
        assert editor.client.shown_documents[-1].uri.endswith(".md")
        said = await editor.command("gadfly.forget", uri)
        assert "1 dialogue is gone, too." in said
        assert [message.message for message in editor.client.messages] == [said]
        assert [turn["text"] for turn in editor.view(uri)["turns"]] == [turn["text"] for turn in first["turns"]]
        assert "nothing about you yet" in await editor.command("gadfly.memory", uri)
        assert [each.name for each in state.rglob("*") if each.is_file()] == ["lock"]


async def test_a_classroom_file_can_turn_the_memory_off(folder: Path, state: Path) -> None:
    (folder / "gadfly.toml").write_text("[memory]\nenabled = false\n", "utf-8")
    async with editing(state, folder) as editor:
        await failing(editor, folder / "average.py")
        await editor.answer((folder / "average.py").as_uri(), "3")
        assert [each.name for each in state.glob("memory*")] == []


async def test_behind_an_emoji_places_are_right(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    uri = path.as_uri()
    text = "def smile(face='😀'): return face\n\n" + path.read_text("utf-8")
    path.write_text(text.replace("total + numbers[i]", "total + ('😀' and numbers[i])"), "utf-8")
    async with editing(state, folder) as editor:
        await failing(editor, path)
        view = await editor.answer(uri, "3")
        line = path.read_text("utf-8").split("\n")[view["question"]["range"]["end"]["line"]]
        assert "😀" in line
        assert view["question"]["range"]["end"]["character"] == len(line.encode("utf-16-le")) // 2
        await editor.until(lambda: "tests" in editor.codes(uri))
        [place] = [each.range.start for each in editor.client.diagnostics[uri] if each.code == "tests"]
        assert (place.line, place.character) == (2, 4)


async def test_a_client_that_pulls_is_told_to_pull_again(folder: Path, state: Path) -> None:
    path = folder / "average.py"
    pulls = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
    async with editing(state, folder, capabilities=pulls) as editor:
        await failing(editor, path)
        await editor.until(lambda: editor.client.diagnostic_refresh_count)
        document = types.TextDocumentIdentifier(path.as_uri())
        report = await editor.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert [item.code for item in report.items] == ["tests"]
        assert editor.client.diagnostics == {}


async def test_two_roots_keep_to_themselves(folder: Path, state: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(EXAMPLES / "average", tmp_path / "other"))
    slow = {"gadfly": {"run": {"onSave": False}}}
    async with editing(state, folder, other, settings={"": {}, other.as_uri(): slow}) as editor:
        await failing(editor, folder / "average.py")
        editor.open(other / "average.py")
        editor.save(other / "average.py")
        await editor.answer((folder / "average.py").as_uri(), "3")
        await editor.until(lambda: editor.view((other / "average.py").as_uri())["status"] == "waiting")
        await editor.command("gadfly.run", (other / "average.py").as_uri())
        assert editor.view((other / "average.py").as_uri())["status"] == "failing"
        assert len(editor.view((folder / "average.py").as_uri())["turns"]) == 4
        assert len(editor.view((other / "average.py").as_uri())["turns"]) == 1
