"""The catalogues hold all that a student reads, whole and fresh, and say it with the same values."""

from __future__ import annotations

import shutil
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from gadfly_server.wording import CATALOGUES, ENGLISH, LANGUAGES, say, say_count, speaking

ROOT = Path(__file__).parents[2]
OTHERS = [language for language in LANGUAGES if language != ENGLISH]


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / language / "LC_MESSAGES" / "gadfly.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_catalogues_are_those_of_the_languages() -> None:
    assert sorted(folder.name for folder in CATALOGUES.iterdir() if folder.is_dir()) == OTHERS


def test_collecting_and_compiling_again_changes_nothing(tmp_path: Path) -> None:
    again = Path(shutil.copytree(CATALOGUES, tmp_path / "locale"))
    binaries, ready = Path(sys.executable).parent, Path(sys.executable).parent / ".ready"
    if shutil.which("make") is None or not ready.exists():
        pytest.skip("needs make, and the environment that it sets up")
    command = ["make", "--silent", f"--assume-old={ready}", "words", f"BIN={binaries}", f"WORDS={again}"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    for file in sorted(path for path in CATALOGUES.rglob("*") if path.is_file()):
        assert (again / file.relative_to(CATALOGUES)).read_bytes() == file.read_bytes(), f"{file.name}: `make words`"


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_for_good(language: str) -> None:
    forms = {message.id: message.string for message in messages(language)}
    missing = [id_ for id_, said in forms.items() if not (all(said) if isinstance(said, tuple) else said)]
    assert missing == []
    assert [message.id for message in messages(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_translation_has_the_values_of_its_message(language: str) -> None:
    for message in messages(language):
        own = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        assert {frozenset(places(text) - {"number"}) for text in said} == {
            frozenset(places(text) - {"number"}) for text in own
        }, message.id
        if not isinstance(message.id, tuple):
            assert places(said[0]) == places(own[0]), message.id
        assert [text.count("`") % 2 for text in said] == [0] * len(said)


def test_a_message_is_said_in_the_language_that_is_spoken() -> None:
    assert say("The test wants {value}.", value="`3`") == "The test wants `3`."
    with speaking("de"):
        assert say("The test wants {value}.", value="`3`") == "Der Test will `3`."
        assert [say_count("In the run it was {number}.", "In the run it was {number}.", n) for n in (0, 1, 2)] == [
            "Im Programmlauf waren es 0.", "Im Programmlauf war es 1.", "Im Programmlauf waren es 2.",
        ]  # fmt: skip
        assert say("Nobody has translated {this}.", this="this") == "Nobody has translated this."
    with speaking("tlh"):
        assert say("The test wants {value}.", value="`3`") == "The test wants `3`."
