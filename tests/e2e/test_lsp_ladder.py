"""The upper steps of the ladder as a client with a panel sees them, and what is understood so far."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from helpers.editor import editing, plain

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def reached(view: dict[str, Any]) -> list[str]:
    return [each["text"] for each in view["understandings"] if each["reached"]]


async def test_from_the_goal_to_a_direction_and_on_to_the_repair(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLES / "average", tmp_path / "average"))
    path = folder / "average.py"
    uri = path.as_uri()
    async with editing(tmp_path / "state", folder) as editor:
        editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri).get("question"))
        view = await editor.ended(uri)
        assert len(view["understandings"]) == 6
        assert reached(view) == []

        view = await editor.answer(uri, "3")
        assert reached(view) == ["what the test wants", "how the result differs"]
        view = await editor.answer(uri, "more")
        assert view["turns"][-1]["kind"] == "wait"
        assert view["question"]["kind"] == "count"
        view = await editor.answer(uri, "2")
        view = await editor.answer(uri, "more")
        assert (view["turns"][-1]["kind"], view["turns"][-1]["level"]) == ("direct", 4)
        assert "question" not in view

        for number in range(3):
            before = len(editor.view(uri)["turns"])
            editor.write(path, path.read_text("utf-8") + f"\n\ndef unused_{number}():\n    return {number}\n")
            await editor.until(lambda: len(editor.view(uri)["turns"]) > before)  # noqa: B023 # called in this pass
            await editor.ended(uri)
        assert editor.view(uri)["offer"]["level"] == 5
        view = plain(await editor.request("gadfly/answer", {"uri": uri, "question": "", "answer": "more"}))
        assert (view["turns"][-1]["level"], view["question"]["level"]) == (5, 5)
        assert "offer" not in view

        editor.write(path, path.read_text("utf-8").replace("range(1, ", "range("))
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        assert reached(editor.view(uri))[-1] == "that it works now"
