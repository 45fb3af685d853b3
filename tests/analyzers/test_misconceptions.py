"""The catalogue of misconceptions is true, complete, and said in plain words."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gadfly_analyzers import misconceptions
from gadfly_analyzers.misconceptions import by_id, everything
from gadfly_analyzers.misconceptions.misconception import Misconception
from gadfly_analyzers.misconceptions.pages import page
from gadfly_analyzers.misconceptions.reading import read
from gadfly_analyzers.misconceptions.themes import THEMES
from gadfly_analyzers.worked_example import CatalogueError
from helpers.plain import HARSH, JARGON, TELLING, prose, sentences

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

EXAMPLE: Mapping[str, object] = {
    **dict.fromkeys(("goal", "program", "prints", "question", "right"), "text"),
    "wrong": ["text"],
}
ROOT = Path(__file__).parent.parent.parent
ROOM = resources.files(misconceptions)
FILES = sorted(Path(str(ROOM.joinpath("catalogue"))).glob("*.toml"))
EACH = pytest.mark.parametrize("one", everything(), ids=lambda one: one.id)


def printed(one: Misconception) -> str:
    """Run the program as a student would, and write down what it prints and the error that ends it."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", one.program],
        input=one.typed,
        capture_output=True,
        encoding="utf-8",
        timeout=10,
        check=False,
    )
    if done.returncode == 0:
        return done.stdout
    error = done.stderr.splitlines()[-1].partition(":")[0]
    return f"{done.stdout}{error}\n"


@EACH
def test_a_program_prints_what_is_said_and_not_what_is_believed(one: Misconception) -> None:
    assert one.believed != one.printed
    assert printed(one) == one.printed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_as_the_schema_says(file: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    told = tomllib.loads(file.read_text("utf-8"))
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(told)] == []


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_schema_and_the_reader_know_the_same_fields() -> None:
    told = schema()
    example = told["properties"]["analogue"]
    whole: dict[str, object] = dict.fromkeys(told["properties"], "text") | {"related": ["progmiscon:Some"]}
    inner: dict[str, object] = dict.fromkeys(example["properties"], "text") | {"wrong": ["text"], "orders": ["AB"]}
    assert read("some", "Theme", toml(whole, inner)).analogue.orders == ("AB",)
    for field in told["required"]:
        with pytest.raises(CatalogueError):
            read("some", "Theme", toml(without(whole, field), inner if field != "analogue" else None))
    for field in example["required"]:
        with pytest.raises(CatalogueError):
            read("some", "Theme", toml(whole, without(inner, field)))
    least = dict.fromkeys(example["required"], "text") | {"wrong": ["text"]}
    assert read("some", "Theme", toml(dict.fromkeys(told["required"], "text"), least)).related == ()


def test_every_file_is_listed_once_under_a_theme() -> None:
    listed = [identity for identities in THEMES.values() for identity in identities]
    assert len(listed) == len(set(listed)) >= 45
    assert {file.stem for file in FILES} == set(listed)
    assert [one.id for one in everything()] == listed


def test_one_is_found_by_its_id_and_knows_its_theme() -> None:
    one = by_id("range-includes-end")
    assert (one.id, one.theme, one.printed) == ("range-includes-end", "Loops", "Floor 1\nFloor 2\nFloor 3\n")
    assert one in everything()
    with pytest.raises(KeyError, match="no misconception is called 'range-ends'"):
        by_id("range-ends")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": 3}, "some.toml: 'title' must be there, and be a text"),
        ({"printed": ""}, "some.toml: 'printed' must be there, and be a text"),
        ({"typed": ["7"]}, "some.toml: 'typed' must be there, and be a text"),
        ({"colour": "red"}, "some.toml: no field is called 'colour'"),
        ({"related": "progmiscon:AssignCompares"}, "some.toml: 'related' must be a list of texts"),
        ({"related": [3]}, "some.toml: 'related' must be a list of texts"),
        ({"related": ["AssignCompares"]}, "some.toml: 'related' holds 'AssignCompares'"),
    ],
)
def test_a_fault_in_a_file_names_the_file_and_the_field(change: dict[str, object], message: str) -> None:
    told = dict.fromkeys(schema()["required"], "text") | change
    with pytest.raises(CatalogueError, match=f"^{re.escape(message)}"):
        read("some", "Theme", toml(told, EXAMPLE))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"goal": 3}, "some.toml: 'goal' must be there, and be a text"),
        ({"wrong": []}, "some.toml: 'wrong' must hold a text"),
        ({"wrong": "text"}, "some.toml: 'wrong' must be a list of texts"),
        ({"colour": "red"}, "some.toml: no field is called 'colour'"),
    ],
)
def test_a_fault_in_an_analogue_names_the_file_and_the_field(change: dict[str, object], message: str) -> None:
    told = dict.fromkeys(schema()["required"], "text")
    with pytest.raises(CatalogueError, match=f"^{re.escape(message)}"):
        read("some", "Theme", toml(told, {**EXAMPLE, **change}))
    with pytest.raises(CatalogueError, match="'analogue' must be there, and be a table"):
        read("some", "Theme", toml(told, None) + 'analogue = "text"\n')


def test_a_file_that_is_no_toml_is_named_with_the_line() -> None:
    with pytest.raises(CatalogueError, match=r"^some\.toml: .*line 1"):
        read("some", "Theme", "title = \nbelieves = 'so'\n")


def test_importing_reads_no_file_of_the_catalogue() -> None:
    program = """
import sys
sys.addaudithook(lambda event, told: event == "open" and str(told[0]).endswith(".toml") and print(told[0]))
import gadfly_analyzers.misconceptions as room
print("imported")
room.by_id("range-includes-end")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    first, *opened = done.stdout.splitlines()
    assert first == "imported"
    assert [Path(name).stem for name in opened] == ["range-includes-end"]


@EACH
def test_an_analogue_is_about_something_else(one: Misconception) -> None:
    assert not names(one.program) & names(one.analogue.program)


@EACH
def test_the_words_are_plain_and_kind(one: Misconception) -> None:
    for sentence in sentences(one.believes) + sentences(one.python):
        assert len(sentence.split()) <= 20, sentence
        assert [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 11] == []
    said = " ".join((prose(one.title), prose(one.believes), prose(one.python)))
    assert JARGON.findall(said) == []
    assert TELLING.findall(said) == []
    assert HARSH.findall(prose(one.python)) == []
    assert len(sentences(one.believes)) == 1
    assert len(sentences(one.python)) <= 2


def test_titles_and_beliefs_are_told_apart() -> None:
    assert len({one.title for one in everything()}) == len(everything())
    assert len({one.believes for one in everything()}) == len(everything())
    assert len({one.program for one in everything()}) == len(everything())


@EACH
def test_the_hover_is_short_asks_and_leaves_the_answer_open(one: Misconception) -> None:
    lines = page(one).splitlines()
    assert len(lines) <= 15
    assert lines[0] == f"### “{one.title}”"
    assert lines[-1] == "What does it print?"
    assert page(one).count("?") == 1 + (one.title + one.believes + one.python + one.program).count("?")
    assert one.printed.strip() not in page(one).partition("```")[2].replace(one.program, "")


def test_the_hover_in_full() -> None:
    assert (
        page(by_id("input-is-number"))
        == """\
### “`input` turns digits into a number”
It is easy to think: When somebody types 7, `input()` gives the number 7.

What Python does: `input()` always gives a text, even when all of it is digits. With a text, `* 2` repeats it.
```python
tickets = input()
print(tickets * 2)
```
Somebody types `7`.
What does it print?
"""
    )


def test_the_page_in_the_documents_is_what_the_command_writes(tmp_path: Path) -> None:
    written = tmp_path / "misconceptions.md"
    subprocess.run([sys.executable, "-m", "gadfly_analyzers.misconceptions", str(written)], check=True)
    assert written.read_bytes() == (ROOT / "docs" / "misconceptions.md").read_bytes(), "run `make docs`"


def test_the_page_in_the_documents_shows_each_with_both_outputs() -> None:
    text = (ROOT / "docs" / "misconceptions.md").read_text("utf-8")
    for one in everything():
        part = text.partition(f'<a id="{one.id}"></a>')[2].partition("<a id=")[0]
        assert f"```text\n{one.believed}```\nPython prints:\n```text\n{one.printed}```" in part
        assert f"](#{one.id})" in text


def names(program: str) -> set[str]:
    """The names that a program gives a value, functions, classes and parameters among them."""
    found = set()
    for node in ast.walk(ast.parse(program)) if is_read(program) else ():
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
    return found - {"self", "__init__"}


def is_read(program: str) -> bool:
    try:
        ast.parse(program)
    except SyntaxError:
        return False
    return True


def schema() -> Any:
    return json.loads(ROOM.joinpath("schema.json").read_text("utf-8"))


def toml(told: Mapping[str, object], analogue: Mapping[str, object] | None = None) -> str:
    """Write a file: the fields of the analogue come last, in a table of their own."""
    lines = [f"{field} = {json.dumps(value)}\n" for field, value in told.items() if field != "analogue"]
    inner = [f"{field} = {json.dumps(value)}\n" for field, value in (analogue or {}).items()]
    return "".join([*lines, *(["[analogue]\n"] if analogue else []), *inner])


def without(told: Mapping[str, object], field: str) -> dict[str, object]:
    return {name: value for name, value in told.items() if name != field}
