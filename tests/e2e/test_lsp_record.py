"""What is recorded of a student in the editor: nothing before consent, then everything, and it reaches the course."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Kind
from gadfly_server.events.journal import Journal
from helpers.editor import Editor, editing
from helpers.stores import answering, sent

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
COURSE = 'course = "cs1"\nassignment = "week 3"\n[record]\nask = ["events", "texts", "contact"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = Path(shutil.copytree(EXAMPLES / "average", tmp_path / "average"))
    (copied / "gadfly.toml").write_text(COURSE)
    return copied


async def one_answer(editor: Editor, path: Path) -> None:
    uri = editor.open(path)
    editor.save(path)
    await editor.until(lambda: editor.view(uri).get("question"))
    await editor.ended(uri)
    await editor.answer(uri, "3")


async def test_without_an_answer_nothing_is_recorded(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    async with editing(state, folder) as editor:
        await one_answer(editor, folder / "average.py")
        [asked] = editor.asked
        assert "Your course cs1 asks" in asked.message
        assert "gadfly data allow --contact" in asked.message
        assert [action.title for action in asked.actions or ()] == ["Yes", "Yes, and my programs and words", "No"]
    assert not (state / "events.sqlite3").exists()


async def test_who_says_no_is_not_asked_again(folder: Path, tmp_path: Path) -> None:
    for times in (1, 0):
        async with editing(tmp_path / "state", folder) as editor:
            editor.picks = ["No"]
            await one_answer(editor, folder / "average.py")
            assert len(editor.asked) == times
    assert Journal(tmp_path / "state").read() == ()


async def test_with_consent_all_is_recorded_without_words(folder: Path, tmp_path: Path) -> None:
    async with editing(tmp_path / "state", folder) as editor:
        editor.picks = ["Yes"]
        await one_answer(editor, folder / "average.py")
        turns = [turn["number"] for turn in editor.view((folder / "average.py").as_uri())["turns"]]
    kept = Journal(tmp_path / "state").read("cs1")
    kinds = {each.event.kind for each in kept}
    assert {Kind.SNAPSHOT, Kind.RUN, Kind.QUESTION, Kind.ANSWER, Kind.LEVEL} <= kinds
    assert {each.event.text for each in kept} == {""}
    assert {each.place.assignment for each in kept} == {"week 3"}
    assert {each.event.turn for each in kept if each.event.kind in (Kind.QUESTION, Kind.ANSWER, Kind.REPLY)} == {*turns}


@pytest.mark.parametrize(
    ("laid_down", "recorded"),
    [
        ('events = ["run", "answer"]', {Kind.RUN, Kind.ANSWER}),
        ('events = ["edit", "level"]', {Kind.SNAPSHOT, Kind.LEVEL, Kind.INSIGHT}),
        ('events = ["question"]', {Kind.QUESTION, Kind.REPLY}),
        ("enabled = false", set()),
    ],
)
async def test_what_is_recorded_is_what_the_course_laid_down(
    folder: Path, tmp_path: Path, laid_down: str, recorded: set[Kind]
) -> None:
    Journal(tmp_path / "state").allow("cs1", Consent(events=True))
    (folder / "gadfly.toml").write_text(f"{COURSE}{laid_down}\n")
    async with editing(tmp_path / "state", folder) as editor:
        await one_answer(editor, folder / "average.py")
    kinds = {each.event.kind for each in Journal(tmp_path / "state").read("cs1")}
    assert kinds <= recorded
    assert bool(kinds) == bool(recorded)
    if Kind.ANSWER in recorded:
        assert kinds == recorded


async def test_who_lays_down_later_that_nothing_is_recorded_need_not_wait(folder: Path, tmp_path: Path) -> None:
    Journal(tmp_path / "state").allow("cs1", Consent(events=True))
    async with editing(tmp_path / "state", folder) as editor:
        await one_answer(editor, folder / "average.py")
        before = Journal(tmp_path / "state").read("cs1")
        (folder / "gadfly.toml").write_text(f"{COURSE}enabled = false\n")
        editor.save(folder / "average.py")
        await editor.ended((folder / "average.py").as_uri())
        await editor.answer((folder / "average.py").as_uri(), "?")
    assert Journal(tmp_path / "state").read("cs1") == before


async def test_where_nothing_is_recorded_nobody_is_asked(folder: Path, tmp_path: Path) -> None:
    (folder / "gadfly.toml").write_text(f"{COURSE}enabled = false\n")
    async with editing(tmp_path / "state", folder) as editor:
        await one_answer(editor, folder / "average.py")
        assert editor.asked == []


async def test_where_no_course_asks_nobody_is_asked(folder: Path, tmp_path: Path) -> None:
    (folder / "gadfly.toml").unlink()
    async with editing(tmp_path / "state", folder) as editor:
        await one_answer(editor, folder / "average.py")
        assert editor.asked == []
    assert not (tmp_path / "state" / "events.sqlite3").exists()


async def test_what_is_left_from_the_last_time_reaches_the_store(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    with answering(200) as (url, bodies):
        Journal(state).allow("cs1", Consent(events=True, store=url))
        async with editing(state, folder) as editor:
            await one_answer(editor, folder / "average.py")
        kept = Journal(state).read("cs1")
        (folder / "gadfly.toml").write_text(f'{COURSE}store = "{url}"\n')
        async with editing(state, folder) as editor:
            editor.open(folder / "average.py")
            await editor.until(lambda: len(sent(bodies)) >= len(kept))
            assert editor.asked == []
    assert len(set(sent(bodies))) == len(sent(bodies))


@pytest.mark.parametrize("pick", ["Yes", "No"])
async def test_whoever_names_another_store_in_the_file_gets_nothing_unasked(
    folder: Path, tmp_path: Path, pick: str
) -> None:
    state = tmp_path / "state"
    Journal(state).allow("cs1", Consent(events=True, store="https://lrs.example.edu/xAPI"))
    async with editing(state, folder) as editor:
        await one_answer(editor, folder / "average.py")
    kept = Journal(state).read("cs1")
    with answering(200) as (url, bodies):
        (folder / "gadfly.toml").write_text(f'{COURSE}store = "{url}"\n')
        async with editing(state, folder) as editor:
            editor.picks = [pick]
            editor.open(folder / "average.py")
            await editor.until(lambda: Journal(state).consent("cs1").store != "https://lrs.example.edu/xAPI")
            [asked] = editor.asked
            assert f"It is sent to {url}." in asked.message
            if pick == "Yes":
                await editor.until(lambda: len(sent(bodies)) >= len(kept))
    if pick == "No":
        assert bodies == []
