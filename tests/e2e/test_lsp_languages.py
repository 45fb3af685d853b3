"""A student whose editor speaks German, and who changes the language in the midst of a dialogue."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.editor import editing

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "ticket_price", tmp_path / "ticket_price"))


async def test_the_story_in_german_and_on_in_english(folder: Path, tmp_path: Path) -> None:
    path, state = folder / "ticket_price.py", tmp_path / "state"
    uri = path.as_uri()
    async with editing(state, folder, locale="de-AT") as editor:
        editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri).get("question"))
        view = await editor.ended(uri)
        assert view["headline"] == "1 Test passt nicht zu `ticket_price`"
        await editor.until(lambda: editor.codes(uri) == ["tests"])
        assert editor.client.diagnostics[uri][0].message == view["headline"]
        assert view["question"]["text"] == "Was soll `ticket_price(65)` liefern?"
        view = await editor.answer(uri, "Es sollte 7 sein")
        assert (
            view["turns"][-2]["text"] == "Richtig, genau das will der Test. Dein Programm liefert `10`: Es ist zu groß."
        )
        assert view["question"]["text"] == "Läuft der Block unter dem `elif` in Zeile 5 für `65`?"
        assert view["question"]["choices"] == ["Ja", "Nein"]
        answered = len(view["turns"])
        assert view["language"] == "de"
        assert [lens.command.title for lens in await editor.lenses(uri) if lens.command] == ["Denk es durch"]
        titles = [action.title for action in await editor.actions(uri, 0)]
        assert titles == ["Denk es durch", "Tests ausführen", "Das Gespräch bisher zeigen"]
        assert "**Du:** Es sollte 7 sein *(richtig)*" in await editor.command("gadfly.transcript", uri)

    english = {"": {"gadfly": {"language": "en"}}}
    async with editing(state, folder, locale="de-AT", settings=english) as editor:
        editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri).get("question"))
        view = await editor.ended(uri)
        assert view["headline"] == "1 test disagrees with `ticket_price`"
        assert len(view["turns"]) == answered
        view = await editor.answer(uri, "yes")
        assert view["turns"][answered + 1]["marked"] == "wrong"
        assert view["turns"][answered + 1]["text"].startswith("You said ")
        assert view["question"]["text"].startswith("Which line runs for")
