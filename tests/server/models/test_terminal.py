"""With a model set up, the terminal says whose words a question is in, and why a model was of no use."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gadfly_server.terminal.ask import ask
from gadfly_server.terminal.doctor import doctor
from gadfly_server.terminal.models import models
from helpers import examples
from helpers.servers import Answer, Asked, fails, says, serving, words

FIRST = "What should `average([2, 4])` give?"
KEY = "sk-very-secret-0815"


def invites(asked: Asked) -> Answer:
    """Word each question with an invitation before it; say nothing else."""
    return words(f"Take your time. {asked.data['question']}")(asked) if "said" in asked.data else says("{}")(asked)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("GADFLY_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("GADFLY_MODEL_KEY", KEY)
    shutil.copytree(examples.FOLDER / "average", tmp_path / "work")
    (tmp_path / "answers.txt").write_text("3\n", "utf-8")
    return tmp_path / "work" / "average.py"


def set_up(program: Path, url: str) -> None:
    (program.parents[1] / "config.toml").write_text(f'[models]\nname = "mock"\nurl = "{url}"\nseconds = 30\n', "utf-8")


def asked(program: Path, form: str = "text", *, plain: bool = False) -> None:
    assert ask(program, None, str(program.parents[1] / "answers.txt"), form, "en", plain=plain) == 1


@pytest.mark.parametrize(("plain", "sign"), [(False, "✨ In the words of mock"), (True, "(In the words of mock)")])
def test_a_question_carries_the_models_name(
    program: Path, capsys: pytest.CaptureFixture[str], plain: bool, sign: str
) -> None:
    with serving(invites) as server:
        set_up(program, server.url)
        asked(program, plain=plain)
    shown = capsys.readouterr()
    assert shown.out.count(sign) == 2
    assert "Right, that is what the " in shown.out
    assert not shown.err


def test_the_same_for_programs_with_our_own_words_beside_it(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(invites) as server:
        set_up(program, server.url)
        asked(program, "json")
    turns = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert turns[0]["text"] == f"Take your time. {FIRST}"
    assert (turns[0]["by"], turns[0]["plain"]) == ("mock", FIRST)
    assert all("by" not in turn for turn in turns if turn["kind"] == "confirm")


@pytest.mark.parametrize(
    ("script", "note"),
    [(fails(401), "does not take the key (HTTP 401)"), (fails(404), "does not know what it is asked (HTTP 404)")],
)
def test_why_a_model_was_of_no_use_is_told(
    program: Path, capsys: pytest.CaptureFixture[str], script: Callable[[Asked], Answer], note: str
) -> None:
    with serving(script) as server:
        set_up(program, server.url)
        asked(program, plain=True)
        shown = capsys.readouterr()
        assert doctor(program.parent) == 2
        told = capsys.readouterr().out
    assert FIRST.replace("`", "") in shown.out
    assert "In the words of" not in shown.out
    assert note in shown.err
    assert note in told
    assert KEY not in shown.out + shown.err + told


def test_doctor_asks_the_model_for_something_of_ours(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(invites) as server:
        set_up(program, server.url)
        doctor(program.parent)
    assert f"mock at {server.url} answers" in capsys.readouterr().out
    assert [each.data["question"] for each in server.asked] == ["What should `one()` give?"]


def test_without_a_model_doctor_says_so(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doctor(program.parent)
    assert "none is set up, so nothing leaves this computer" in capsys.readouterr().out


@pytest.mark.parametrize("setting", ['url = "http://[bad"', 'url = "http://localhost:99999/v1"', "nam = 3"])
def test_a_file_that_is_not_right_is_no_good_news(
    program: Path, capsys: pytest.CaptureFixture[str], setting: str
) -> None:
    (program.parents[1] / "config.toml").write_text(f'[models]\nname = "mock"\n{setting}\n', "utf-8")
    assert doctor(program.parent) == 2
    told = [line for line in capsys.readouterr().out.splitlines() if " Model " in line]
    assert told
    assert all(line.startswith("FAIL") for line in told)


def test_a_state_folder_that_is_none_is_told_and_nothing_else_happens(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (program.parents[1] / "state").write_text("no folder", "utf-8")
    with serving(invites) as server:
        set_up(program, server.url)
        with (program.parents[1] / "config.toml").open("a", encoding="utf-8") as file:
            file.write("keepForTuning = true\n")
        asked(program, plain=True)
    shown = capsys.readouterr()
    assert FIRST.replace("`", "") in shown.out
    assert "Nothing is kept for tuning models." in shown.err


def test_what_would_be_sent_is_shown_for_each_kind(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(invites) as server:
        set_up(program, server.url)
        models(program, None)
    shown = capsys.readouterr().out
    for heading in ("put the open question", "read an answer", "answer what you ask besides", "write an example"):
        assert f"# To {heading}" in shown
    assert not server.asked
