"""The classroom file: where it is looked for, what it lays down, and a clear word for what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from gadfly_server.classroom import schema
from gadfly_server.classroom.keys import Keys
from gadfly_server.classroom.room import Classroom, classroom_of
from helpers.classrooms import Lab

ROOT = Path(__file__).parents[3]
OFF = '[patterns]\ndisabled = ["mutable-default", "lone-name"]\n'

pytestmark = pytest.mark.usefixtures("lab")


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def of(folder: Path, *tops: Path) -> Classroom:
    return classroom_of(folder / "student.py", tops)


def test_beside_the_program(tmp_path: Path) -> None:
    file = write(tmp_path / "gadfly.toml", OFF)
    assert (of(tmp_path).file, of(tmp_path).disabled) == (file, frozenset({"mutable-default", "lone-name"}))


def test_there_need_be_none(tmp_path: Path) -> None:
    assert of(tmp_path / "nowhere") == Classroom()


def test_above_it_up_to_the_top(tmp_path: Path) -> None:
    write(tmp_path / "gadfly.toml", OFF)
    inner = tmp_path / "course" / "week"
    assert of(inner).file is None
    assert of(inner, tmp_path / "course").file is None
    assert of(inner, tmp_path).file == tmp_path / "gadfly.toml"


def test_above_it_up_to_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "gadfly.toml", OFF)
    inner = tmp_path / "course" / "week"
    (tmp_path / "course" / ".git").mkdir(parents=True)
    assert of(inner).file is None
    (tmp_path / ".git").mkdir()
    assert of(inner, inner).file == tmp_path / "gadfly.toml"


def test_the_nearest_holds(tmp_path: Path) -> None:
    write(tmp_path / "gadfly.toml", OFF)
    write(tmp_path / "week" / "gadfly.toml", '[patterns]\ndisabled = ["always-true"]\n')
    assert of(tmp_path / "week", tmp_path).disabled == {"always-true"}


def test_a_project_file_will_do(tmp_path: Path) -> None:
    project = write(tmp_path / "pyproject.toml", '[tool.gadfly.patterns]\ndisabled = ["lone-name"]\n')
    assert (of(tmp_path).file, of(tmp_path).disabled) == (project, frozenset({"lone-name"}))
    own = write(tmp_path / "gadfly.toml", "")
    assert (of(tmp_path).file, of(tmp_path).disabled) == (own, frozenset())


@pytest.mark.parametrize("text", ['[project]\nname = "gadfly"\n', "[tool.ruff]\n", "not toml", "# gadfly\n[", b"\xff"])
def test_a_project_file_that_says_nothing_to_us_is_passed_over(tmp_path: Path, text: str | bytes) -> None:
    write(tmp_path / "week" / "pyproject.toml", text)
    write(tmp_path / "gadfly.toml", OFF)
    assert of(tmp_path / "week", tmp_path).file == tmp_path / "gadfly.toml"


def test_only_some_patterns(tmp_path: Path) -> None:
    write(tmp_path / "gadfly.toml", '[patterns]\nenabled = ["lone-name", "always-true"]\ndisabled = ["always-true"]\n')
    off = of(tmp_path).disabled
    assert "lone-name" not in off
    assert {"always-true", "mutable-default"} <= off


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'disabled = [\n  "mutable-defualt"\n]',
            ", line 3: `patterns.disabled` names no pattern `mutable-defualt`. Is it `mutable-default`?",
        ),
        (
            'disabled = ["x"]',
            ", line 2: `patterns.disabled` names no pattern `x`. The name of a pattern stands beside its question.",
        ),
        (
            "disabled = [3]",
            ", line 2: `patterns.disabled` has to be a list of names of patterns. Write, for example: disabled",
        ),
        ('disabled = "lone-name"', ", line 2: `patterns.disabled` has to be a list of names of patterns."),
        ('disable = ["lone-name"]', ", line 2: `patterns.disable` means nothing to Gadfly. Is it `disabled`?"),
        ("[sounds]\n", ", line 2: `sounds` means nothing to Gadfly. Known here: course, assignment,"),
        ("[help]\nlevels = [\n 1,\n 9,\n]", ", line 5: `help.levels` has to be a list of levels from 1 to 6."),
        ('[record]\nstore = "lrs.example.org"', ", line 3: `record.store` has to be an address that begins with https"),
        ('[record]\nstore = "https://"', ", line 3: `record.store` has to be an address that begins with https"),
        ('[models]\nurl = "ftp://models"', ", line 3: `models.url` has to be an address that begins with https"),
        ('[models]\nurl = "https://me:secret@models"', ", line 3: `models.url` has to be an address that begins"),
        ('[contact]\nhow = "see https://."', ", line 3: `contact.how` has an address that leads nowhere: https://."),
        ("[help]\ncooldown = 99", ", line 3: `help.cooldown` has to be a whole number from 0 to 20."),
        (
            "[[help.when]]\nlevels = [1]\n[[help.when]]\nfirst = 3",
            ", line 5: `help.when.first` has to be a date. Write, for example: first = 2026-10-01",
        ),
        (
            '[memory]\nenabled = "no"',
            ", line 3: `memory.enabled` has to be true or false. Write, for example: enabled = false",
        ),
        ("[tests]\nvisible = ['../x.py']", ", line 3: `tests.visible` leads out of the folder."),
        ("[[questions]]\ntext = 'What?'", ", line 2: `questions` needs a text, a right answer"),
        (
            "[[misconceptions]]\nfile = 'm.toml'\nsymptoms = ['off']",
            ", line 4: `misconceptions.symptoms` names no symptom `off`.",
        ),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    file = write(tmp_path / "gadfly.toml", f"[patterns]\n{text}\n")
    [problem] = of(tmp_path).problems
    assert problem.startswith(f"{file}{told}")


def test_the_rest_still_holds(tmp_path: Path) -> None:
    text = (
        '[help]\ncooldown = "x"\nlevels = [1, 7, 2]\n[patterns]\ndisabled = ["lone-name", "lone-nam", "always-true"]\n'
    )
    write(tmp_path / "gadfly.toml", text)
    found = of(tmp_path)
    assert len(found.problems) == 3
    assert found.disabled == {"lone-name", "always-true"}
    assert (found.keys.help.levels, found.keys.help.cooldown) == ((1, 2), 2)


@pytest.mark.parametrize(("name", "table"), [("gadfly.toml", ""), ("pyproject.toml", "tool.gadfly.")])
def test_a_table_that_is_none(tmp_path: Path, name: str, table: str) -> None:
    head = "[tool.gadfly]\n" if table else ""
    file = write(tmp_path / name, f"{head}patterns = 3\n")
    told = f"{file}, line {2 if table else 1}: `{table}patterns` has to be a table. Write, for example: [patterns]"
    assert of(tmp_path).problems == (told,)


def test_languages(tmp_path: Path) -> None:
    file = write(tmp_path / "gadfly.toml", 'language = "de"\n')
    assert of(tmp_path).language("en-GB") == "de"
    write(file, 'languages = ["de"]\n')
    assert (of(tmp_path).language("en"), of(tmp_path).language(None), of(tmp_path).language("de-CH")) == (
        "de",
        "de",
        "de-CH",
    )
    write(file, 'language = "klingon"\n')
    [problem] = of(tmp_path).problems
    assert problem == f'{file}, line 1: `language` has to be one of "en" and "de". Write, for example: language = "de"'


def test_the_schema_and_the_page_are_as_the_keys_are() -> None:
    assert (ROOT / "docs" / "gadfly.schema.json").read_text("utf-8") == schema.schema_text()
    assert (ROOT / "docs" / "classroom-keys.md").read_text("utf-8") == schema.page()


def test_the_schema_takes_what_gadfly_takes_and_refuses_what_it_refuses() -> None:
    made = json.loads(schema.schema_text())
    Draft202012Validator.check_schema(made)
    validator = Draft202012Validator(made)
    assert validator.is_valid({"help": {"levels": [1, 2]}, "patterns": {"disabled": ["lone-name"]}})
    assert not validator.is_valid({"help": {"levels": [7]}})
    assert not validator.is_valid({"patterns": {"disabled": ["lone-nam"]}})
    assert not validator.is_valid({"colours": 1})


def test_a_project_can_say_all_of_it(lab: Lab) -> None:
    lab.file('[tool.gadfly]\ncourse = "P1"\n[[tool.gadfly.help.when]]\nlevels = [1]\n', "pyproject.toml")
    keys = of(lab.work).keys
    assert (keys.course, keys.help.when[0].levels) == ("P1", (1,))


def test_no_file_is_no_reason_to_load_what_validates(tmp_path: Path) -> None:
    assert of(tmp_path / "nowhere").keys == Keys()
