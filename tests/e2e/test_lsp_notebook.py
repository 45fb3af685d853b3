"""The hypothesis notebook and the recorded run, through a real client and real runs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from pygls.exceptions import JsonRpcException

from helpers.editor import Editor, editing, plain

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "average", tmp_path / "average")) / "average.py"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


async def asked(editor: Editor, path: Path, answer: str | None = None) -> dict[str, Any]:
    """The dialogue with its first question, or the one after an answer."""
    editor.open(path)
    editor.save(path)
    await editor.until(lambda: editor.view(path.as_uri()).get("question"))
    await editor.ended(path.as_uri())
    return await editor.answer(path.as_uri(), answer) if answer else editor.view(path.as_uri())


def notes(view: dict[str, Any]) -> list[tuple[int, str, str]]:
    return [(note["number"], note["verdict"], note["outcome"]) for note in view["notebook"]]


async def test_a_hypothesis_is_checked_in_this_run_and_in_the_next(path: Path, state: Path) -> None:
    uri = path.as_uri()
    async with editing(state, path.parent) as editor:
        assert (await asked(editor, path))["notebook"] == []
        fields = {"uri": uri, "name": "total", "line": 5, "time": "last", "value": "6"}
        [note] = plain(await editor.request("gadfly/suppose", fields))["notebook"]
        assert note["text"] == "Right after line 5 runs the last time, `total` is `6`."
        assert (note["verdict"], note["outcome"]) == ("refuted", "Not so. In the run it was `4`.")
        assert (note["line"], note["range"]["start"]["line"], note["run"], note["earlier"]) == (5, 4, 1, [])
        view = await editor.command("gadfly.suppose", uri, "in the first pass of line 4, i is 1")
        assert notes(plain(view))[1] == (2, "confirmed", "Yes. In the run it was `1`.")
        assert notes(editor.view(uri)) == notes(plain(view))

        half = path.read_text("utf-8").replace("range(1, ", "range(0, ").replace("len(numbers)\n", "3\n")
        editor.write(path, f"# a note\n{half}")
        view = await editor.until(lambda: (view := editor.view(uri))["notebook"][0]["verdict"] == "confirmed" and view)
        first = view["notebook"][0]
        assert (first["line"], first["run"]) == (6, 2)
        assert first["earlier"] == [{"run": 1, "verdict": "refuted", "outcome": "Not so. In the run it was `4`."}]

        view = plain(await editor.request("gadfly/forgetHypothesis", {"uri": uri, "number": 1}))
        assert [note["number"] for note in view["notebook"]] == [2]
    async with editing(state, path.parent) as editor:
        editor.open(path)
        restored = plain(await editor.request("gadfly/dialogue", {"uri": uri}))
        assert [note["number"] for note in restored["notebook"]] == [2]


async def test_what_cannot_be_a_hypothesis_is_refused_in_words(path: Path, state: Path) -> None:
    uri = path.as_uri()
    async with editing(state, path.parent) as editor:
        await asked(editor, path)
        with pytest.raises(
            JsonRpcException, match="Say it with a name, a line and a value, such as: total on line 4 is 3"
        ):
            await editor.command("gadfly.suppose", uri, "something is wrong")
        with pytest.raises(JsonRpcException, match="The program has no line 99"):
            await editor.request("gadfly/suppose", {"uri": uri, "name": "total", "line": 99, "value": "1"})
        bad = {"uri": uri, "name": "total", "line": 5, "value": "1", "time": "often"}
        with pytest.raises(JsonRpcException, match="Which time do you mean"):
            await editor.request("gadfly/suppose", bad)
        assert editor.view(uri)["notebook"] == []
        assert editor.client.messages == []


async def test_the_run_is_shown_up_to_the_question(path: Path, state: Path) -> None:
    uri = path.as_uri()
    async with editing(state, path.parent) as editor:
        await asked(editor, path, "3")
        run = plain(await editor.request("gadfly/trace", {"uri": uri}))
        assert (run["test"], run["call"]) == ("test_two_numbers", "average([2, 4])")
        assert (run["total"], run["stoppedAt"]) == (2, "question")
        assert [step["line"] for step in run["steps"]] == [1, 3]
        assert "value" not in run["steps"][0]
        [note] = plain(await editor.command("gadfly.suppose", uri, "total on line 5 is 9"))["notebook"]
        assert note["verdict"] == "waiting"  # the question is how often the loop around line 5 runs

        await editor.answer(uri, "1")
        assert editor.view(uri)["notebook"][0]["verdict"] == "refuted"
        [second] = plain(await editor.request("gadfly/trace", {"uri": uri, "offset": 1, "limit": 1}))["steps"]
        assert second == {
            "number": 2,
            "kind": "line",
            "line": 3,
            "code": "total = 0",
            "function": "average",
            "depth": 0,
            "names": [{"name": "numbers", "value": "[2, 4]", "changed": False}],
            "passes": [],
        }
        assert await editor.request("gadfly/trace", {"uri": "untitled:none"}) is None


async def test_without_a_panel_the_run_is_a_document(path: Path, state: Path) -> None:
    uri = path.as_uri()
    async with editing(state, path.parent, panel=False) as editor:
        editor.open(path)
        text = await editor.command("gadfly.trace", uri)  # runs first: there was no save yet
        assert text.splitlines() == [
            "# The run of `average([2, 4])` in `test_two_numbers`",
            "",
            "| Step | Line | What happens | Pass | Names before it |",
            "|--:|--:|---|---|---|",
            "| 1 | 1 | `average` begins |  | **`numbers = [2, 4]`** |",
            "| 2 | 3 | `total = 0` |  | `numbers = [2, 4]` |",
            "| 3 | 4 | `for i in range(1, len(numbers)):` |  | `numbers = [2, 4]`, **`total = 0`** |",
            "| 4 | 5 | `total = total + numbers[i]` | 1 | `numbers = [2, 4]`, `total = 0`, **`i = 1`** |",
            "| 5 | 4 | `for i in range(1, len(numbers)):` |  | `numbers = [2, 4]`, **`total = 4`**, `i = 1` |",
            "| 6 | 6 | `return total / len(numbers)` |  | `numbers = [2, 4]`, `total = 4`, `i = 1` |",
            "",
            "The steps end where the open question begins. Answer it to see more.",
        ]
        [shown] = editor.client.shown_documents
        assert shown.uri.endswith("average%20step%20by%20step.md")


async def test_without_a_panel_what_was_supposed_before_is_shown_again(path: Path, state: Path) -> None:
    uri = path.as_uri()
    async with editing(state, path.parent, panel=False) as editor:
        editor.open(path)
        first, second = "total on line 3 is 9", "total on line 3 is 8"
        for text in (first, second, first):
            await editor.command("gadfly.suppose", uri, text)
        shown = [message.splitlines() for message in await messages(editor, 3)]
        assert [len(lines) for lines in shown] == [1, 1, 2]
        assert shown[2] == [*shown[0], *shown[1]]


async def messages(editor: Editor, number: int) -> list[str]:
    await editor.until(lambda: len(editor.client.messages) >= number)
    return [message.message for message in editor.client.messages]
