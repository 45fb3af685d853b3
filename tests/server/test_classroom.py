"""The classroom file: where it is looked for, what it lays down, and a clear word for what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_server.classroom import Classroom, classroom_of

OFF = '[patterns]\ndisabled = ["mutable-default", "lone-name"]\n'


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def of(folder: Path, *tops: Path) -> Classroom:
    return classroom_of(folder / "student.py", tops)


def test_beside_the_program(tmp_path: Path) -> None:
    file = write(tmp_path / "gadfly.toml", OFF)
    assert of(tmp_path) == Classroom(file, frozenset({"mutable-default", "lone-name"}))


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
    assert of(tmp_path) == Classroom(project, frozenset({"lone-name"}))
    own = write(tmp_path / "gadfly.toml", "")
    assert of(tmp_path) == Classroom(own)


@pytest.mark.parametrize("text", ['[project]\nname = "gadfly"\n', "[tool.ruff]\n", "not toml", "# gadfly\n[", b"\xff"])
def test_a_project_file_that_says_nothing_to_us_is_passed_over(tmp_path: Path, text: str | bytes) -> None:
    write(tmp_path / "week" / "pyproject.toml", text)
    write(tmp_path / "gadfly.toml", OFF)
    assert of(tmp_path / "week", tmp_path) == Classroom(
        tmp_path / "gadfly.toml", frozenset({"mutable-default", "lone-name"})
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[patterns]\ndisabled = [", "the end: this is not TOML"),
        ("[patterns]\ndisabled\n", "line 2: this is not TOML"),
        ("[" * 100_000, "not TOML"),
        (b"[patterns]\n# caf\xe9\n", "not UTF-8 text: see line 2"),
        ("#" * 1_100_000, "larger than 1 MB"),
    ],
    ids=["cut", "half a line", "deep", "encoding", "large"],
)
def test_a_broken_file_is_told_of_and_lays_down_nothing(tmp_path: Path, text: str | bytes, told: str) -> None:
    file = write(tmp_path / "gadfly.toml", text)
    found = of(tmp_path)
    assert found.disabled == set()
    [problem] = found.problems
    assert problem.startswith(str(file))
    assert told in problem
    assert problem.endswith("everything else goes on.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '\ndisabled = [\n  "mutable-defualt"\n]',
            ", line 4: there is no pattern `mutable-defualt`. Is it `mutable-default`?",
        ),
        ('\ndisabled = ["LONE_NAME"]', ", line 3: there is no pattern `LONE_NAME`. Is it `lone-name`?"),
        ('\ndisabled = ["x"]', ", line 3: there is no pattern `x`. The name of a pattern stands beside its question."),
        ("\ndisabled = [3]", ", line 3: there is no pattern `3`."),
        ("\ndisabled = [[]]", ", line 3: there is no pattern `[]`."),
        ('\ndisabled = "lone-name"', ', line 3: write a list of names, such as disabled = ["lone-name"].'),
        ('\ndisable = ["lone-name"]', ", line 3: `patterns.disable` means nothing to Gadfly. Is it `disabled`?"),
        ("\n[colours]\n", ", line 3: `colours` means nothing to Gadfly. Known here: language, patterns, memory."),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    file = write(tmp_path / "gadfly.toml", f"[patterns]\n{text}\n")
    [problem] = of(tmp_path).problems
    assert problem.startswith(f"{file}{told}")


def test_the_rest_of_the_list_still_holds(tmp_path: Path) -> None:
    write(tmp_path / "gadfly.toml", '[patterns]\ndisabled = ["lone-name", "lone-nam", "always-true"]\n')
    assert of(tmp_path).disabled == {"lone-name", "always-true"}


@pytest.mark.parametrize(("name", "table"), [("gadfly.toml", ""), ("pyproject.toml", "tool.gadfly.")])
def test_a_table_that_is_none(tmp_path: Path, name: str, table: str) -> None:
    head = "[tool.gadfly]\n" if table else ""
    file = write(tmp_path / name, f"{head}patterns = 3\n")
    line = 2 if table else 1
    told = f"{file}, line {line}: `{table}patterns` is a table. Begin it with [{table}patterns] on a line of its own."
    assert of(tmp_path) == Classroom(file, problems=(told,))


def test_a_language_is_one_that_gadfly_speaks(tmp_path: Path) -> None:
    file = tmp_path / "gadfly.toml"
    file.write_text('language = "de"\n', encoding="utf-8")
    assert of(tmp_path).language == "de"
    file.write_text('language = "klingon"\n', encoding="utf-8")
    assert of(tmp_path) == Classroom(file, problems=(f"{file}, line 1: Gadfly speaks en, de. Write one of them.",))


def test_the_memory_can_be_turned_off(tmp_path: Path) -> None:
    write(tmp_path / "gadfly.toml", "[memory]\nenabled = false\n")
    assert (of(tmp_path).memory, of(tmp_path).problems) == (False, ())
    file = write(tmp_path / "gadfly.toml", '[memory]\nenabled = "no"\n')
    [problem] = of(tmp_path).problems
    assert of(tmp_path).memory
    assert problem == f"{file}, line 2: write enabled = true or enabled = false."
