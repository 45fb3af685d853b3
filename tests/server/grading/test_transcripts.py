"""Transcripts are read strictly, and what is wrong with one is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from gadfly_server.grading import files
from gadfly_server.grading.schema import schema
from gadfly_server.grading.transcript import Label, Transcript, Turn
from gadfly_server.grading.workplace import workplace

PUBLISHED = Path(__file__).parents[3] / "docs" / "transcript.schema.json"
ONE = Transcript(
    id="a",
    tutor="Ann",
    problem="sum",
    program="def total(xs):\n    return xs\n",
    turns=(
        Turn(role="student", text="It is wrong."),
        Turn(role="tutor", text="What is `xs`?", labels=(Label(rater="Bo", criterion="direct", value=False),)),
    ),
)


def test_the_published_schema_is_the_one_that_is_read() -> None:
    assert PUBLISHED.read_text("utf-8") == schema(), "make docs"


def test_what_is_written_is_read_again_and_fits_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    assert files.write(path, [ONE]) == 1
    assert list(files.read(path)) == [ONE]
    jsonschema.validate(json.loads(path.read_text("utf-8")), json.loads(schema()))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: Invalid JSON"),
        ('{"id": "b"}', "line 2: tutor: Field required"),
        (files.line_of(ONE), "line 2: the id 'a' stands in line 1 already"),
        (files.line_of(ONE).replace('"role"', '"rôle"'), "line 2: turns.0.rôle: there is no such field"),
        (files.line_of(ONE).replace('"problem"', '"level":9,"problem"'), "line 2: level: there is no such field"),
    ],
)
def test_a_bad_line_is_named(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{files.line_of(ONE)}\n{line}\n", "utf-8")
    with pytest.raises(files.Unreadable, match=r"bad\.jsonl") as told:
        list(files.read(path))
    assert said in str(told.value)


@pytest.mark.parametrize("name", ["", ".", "..", "../up", "/up", "a/../up", "C:up", "a\\up", "a\0", "x" * 300, "a//b"])
def test_a_file_that_cannot_stand_beside_the_program_is_told(name: str) -> None:
    with pytest.raises(ValidationError, match="files"):
        Transcript(**{**dict(ONE), "files": {name: ""}})


def test_files_may_stand_in_folders() -> None:
    told = ONE.model_copy(update={"files": {"data/.more/numbers.txt": "1", "..b": ""}})
    assert Transcript.model_validate_json(files.line_of(told)) == told
    with workplace(told, told.program) as assignment:
        assert (assignment.root / "data" / ".more" / "numbers.txt").read_text("utf-8") == "1"
    jsonschema.validate(json.loads(files.line_of(told)), json.loads(schema()))


def test_a_file_that_is_no_text_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes(b"\n\xe4")
    with pytest.raises(files.Unreadable, match="not UTF-8 text: see line 2"):
        list(files.read(path))
    with pytest.raises(files.Unreadable, match="cannot be read"):
        list(files.read(tmp_path / "none.jsonl"))
