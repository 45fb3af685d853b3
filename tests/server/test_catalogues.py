"""The catalogues hold all that a student reads, whole and fresh, and say it with the same values."""

from __future__ import annotations

import shutil
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from gadfly_server.wording import CATALOGUES, ENGLISH, LANGUAGES

ROOT = Path(__file__).parents[2]
OTHERS = [language for language in LANGUAGES if language != ENGLISH]


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / language / "LC_MESSAGES" / "gadfly.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(text: Any) -> tuple[str, ...]:
    """All forms of a message; most have one, those with a number two."""
    return tuple(text) if isinstance(text, (tuple, list)) else (text,)


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
    assert [message.id for message in messages(language) if not all(forms(message.string))] == []
    assert [message.id for message in messages(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_translation_has_the_values_of_its_message(language: str) -> None:
    for message in messages(language):
        own, said = forms(message.id), forms(message.string)
        wanted = {frozenset(places(text) - ({"number"} if len(own) > 1 else set())) for text in own}
        found = {frozenset(places(text) - ({"number"} if len(own) > 1 else set())) for text in said}
        assert found == wanted, message.id
        assert [text.count("`") % 2 for text in said] == [0] * len(said), message.id
