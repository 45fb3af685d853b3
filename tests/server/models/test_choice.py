"""What a user's file says of models is taken at its word, or it is told what is wrong with it; nobody else is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_server.models.choice import of_user
from gadfly_server.settings import Models

URL = 'url = "https://gateway.school.example/v1"'


def read(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[Models, str]:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    monkeypatch.setenv("GADFLY_CONFIG", str(file))
    told: list[str] = []
    return of_user(told.append), "\n".join(told)


def test_what_is_right_needs_no_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f'[models]\nname = "m"\n{URL}\nseconds = 5\nkeyCommand = ["pass", "key"]\nkeepForTuning = true\n'
    models, told = read(tmp_path, monkeypatch, text)
    assert models == Models("m", "https://gateway.school.example/v1", key_command=("pass", "key"), seconds=5, keep=True)
    assert not told
    assert read(tmp_path, monkeypatch, "") == (Models(), "")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('seconds = "fast"', "`seconds` must be a number above 0"),
        ("requestsPerDay = 0", "`requestsPerDay` must be a whole number above 0"),
        ('keyCommand = "pass key"', "`keyCommand` must be a list of texts"),
        ("keepForTuning = 1", "`keepForTuning` must be true or false"),
        ('strategy = "socrates"', "`strategy` must be one of gadfly, treeinstruct, recursive, critic"),
    ],
)
def test_what_is_of_a_wrong_kind_does_not_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, words: str
) -> None:
    models, told = read(tmp_path, monkeypatch, f'[models]\nname = "m"\n{URL}\n{line}\n')
    assert words in told
    assert models.name == "m"
    assert models.seconds == Models().seconds
    assert not models.keep


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[models]\nname = "m"\nurl = "localhost:11434"\n', "must begin with https:// or http://"),
        ('[models]\nname = "m"\nurl = "http://[bad"\n', "and name a server"),
        ('[models]\nname = "m"\nurl = "http://localhost:99999/v1"\n', "and name a server"),
        ('[models]\nname = "m"\nurl = "https:///v1"\n', "and name a server"),
        ('[models]\nname = "m"\nurl = "https://me:secret@school.example/v1"\n', "with no password in it"),
        ('[models]\nname = "m"\nurl = 11434\n', "`url` must be a text"),
        ('[models]\nname = "m"\nurI = "https://gateway.school.example/v1"\n', "is it `url`?"),
        ('[models]\nname = "m"\nbaseUrl = "https://gateway.school.example/v1"\n', "There is no setting `baseUrl`"),
        ('[models]\nnam = "m"\n', "is it `name`?"),
        ('models = "m"\n', "is no table"),
        ('[models\nname = "m"\n', "cannot be read"),
    ],
)
def test_where_another_server_might_be_asked_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str
) -> None:
    models, told = read(tmp_path, monkeypatch, text)
    assert words in told
    assert "No model is asked" in told
    assert not models.chosen


def test_a_model_needs_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models, told = read(tmp_path, monkeypatch, f"[models]\n{URL}\n")
    assert "`name` is missing" in told
    assert not models.chosen
