"""Which tests and which interpreter belong to a program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gadfly_analyzers.execution import assignment
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.interpreter import broken_environment, find_interpreter
from gadfly_analyzers.execution.results import Problem, ProblemKind


def _files(folder: Path, **texts: str) -> None:
    """Write Python files; two underscores stand for a folder."""
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_tests_beside_that_import_the_program(tmp_path: Path) -> None:
    _files(tmp_path, work="", test_work="from work import f", test_other="import other", work_test="import work as w")
    found = find_assignment(tmp_path / "work.py")
    assert [path.name for path in found.tests] == ["test_work.py", "work_test.py"]
    assert found.root == tmp_path


def test_tests_in_folders(tmp_path: Path) -> None:
    _files(tmp_path, src__work="", tests__test_a="import work", src__tests__test_b="from src.work import f")
    found = find_assignment(tmp_path / "src" / "work.py")
    assert [path.name for path in found.tests] == ["test_b.py", "test_a.py"]
    assert found.root == tmp_path


def test_links_that_lead_round_in_circles_find_no_test_twice(tmp_path: Path) -> None:
    _files(tmp_path, work="", tests__test_work="import work")
    (tmp_path / "tests" / "again").symlink_to("..")
    (tmp_path / "test").symlink_to("tests")
    assert [path.name for path in find_assignment(tmp_path / "work.py").tests] == ["test_work.py"]


def test_test_that_does_not_parse_counts_if_it_names_the_program(tmp_path: Path) -> None:
    _files(tmp_path, work="", test_a="from work import (", test_b="import (")
    assert [path.name for path in find_assignment(tmp_path / "work.py").tests] == ["test_a.py"]


def test_test_that_starts_the_program_by_its_name(tmp_path: Path) -> None:
    _files(tmp_path, work="", test_a="import runpy\nrunpy.run_path('work.py')")
    assert [path.name for path in find_assignment(tmp_path / "work.py").tests] == ["test_a.py"]


def test_glob(tmp_path: Path) -> None:
    _files(tmp_path, work="", checks__one="", checks__two="")
    found = find_assignment(tmp_path / "work.py", "checks/*.py")
    assert [path.name for path in found.tests] == ["one.py", "two.py"]


def test_a_glob_for_every_depth_finds_the_nearest_and_searches_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _files(tmp_path, work="", test_a="", far__b__test_b="", far__b__c__d__test_c="", **{".hidden__test_d": ""})
    (tmp_path / "far" / "round").symlink_to(tmp_path)
    every = find_assignment(tmp_path / "work.py", "**/test_*.py").tests
    assert [path.name for path in every] == ["test_c.py", "test_b.py", "test_a.py"]
    monkeypatch.setattr(assignment, "_MOST_FOLDERS", 3)
    near = find_assignment(tmp_path / "work.py", "**/test_*.py").tests
    assert [path.name for path in near] == ["test_b.py", "test_a.py"]
    assert find_assignment(tmp_path / "work.py", "/**/**/test_nowhere.py").tests == ()


def test_every_file_below_a_folder_is_found(tmp_path: Path) -> None:
    _files(tmp_path, work="", checks__one="", checks__two__three="")
    assert [path.name for path in find_assignment(tmp_path / "work.py", "checks/**").tests] == ["one.py", "three.py"]


def test_source_layout(tmp_path: Path) -> None:
    _files(
        tmp_path,
        src__shapes__area="",
        src__shapes____init__="",
        tests__test_area="from shapes.area import f",
        tests__unit__test_more="from shapes import area",
        tests__test_other="from forms.area import f; open('area.py')",
    )
    (tmp_path / "pyproject.toml").write_text("")
    found = find_assignment(tmp_path / "src" / "shapes" / "area.py")
    assert [path.name for path in found.tests] == ["test_area.py", "test_more.py"]
    assert found.root == tmp_path


def test_tests_of_a_namesake_are_its_own(tmp_path: Path) -> None:
    _files(tmp_path, work="", test_work="import work", tests__test_b="import work", week2__work="")
    assert [path.name for path in find_assignment(tmp_path / "work.py").tests] == ["test_work.py", "test_b.py"]
    assert find_assignment(tmp_path / "week2" / "work.py").tests == ()


def test_folders_outside_of_the_project_are_not_searched(tmp_path: Path) -> None:
    _files(tmp_path, tests__test_work="import work", a__b__work="")
    assert find_assignment(tmp_path / "a" / "b" / "work.py").tests == ()
    _files(tmp_path, a__b__test_b="import work")
    (tmp_path / ".git").mkdir()
    assert [path.name for path in find_assignment(tmp_path / "a" / "b" / "work.py").tests] == ["test_b.py"]


def test_glob_of_any_kind(tmp_path: Path) -> None:
    _files(tmp_path, week1__work="", checks__one="", checks__two="")
    (tmp_path / "checks" / "notes.txt").write_text("")
    program = tmp_path / "week1" / "work.py"
    for glob in (str(tmp_path / "checks" / "*.py"), "checks/*", "../checks/*.py"):
        assert [path.name for path in find_assignment(program, glob).tests] == ["one.py", "two.py"], glob
    for glob in ("**x", "nothing/*.py", "[", "\0", "~nobody/x", "/"):
        assert find_assignment(program, glob).tests == (), glob


def test_program_alone(tmp_path: Path) -> None:
    _files(tmp_path, test_work="")
    found = find_assignment(tmp_path / "test_work.py")
    assert (found.tests, found.root) == ((), tmp_path)


def _python(environment: Path) -> Path:
    """Make a virtual environment as far as its interpreter's place goes."""
    path = environment / "bin" / "python"
    path.parent.mkdir(parents=True)
    path.symlink_to(sys.executable)
    return path


def test_configured_interpreter_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "active"))
    _python(tmp_path / "active")
    mine = _python(tmp_path / "mine")
    assert find_interpreter(tmp_path, str(mine)) == mine
    assert find_interpreter(tmp_path, "mine") == mine


def test_missing_configured_interpreter_is_a_problem(tmp_path: Path) -> None:
    found = find_interpreter(tmp_path, "no/such/python")
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.NO_INTERPRETER
    assert "no/such/python" in found.message


def test_an_interpreter_that_is_laid_down_is_looked_for_nowhere_else(tmp_path: Path) -> None:
    whole = _python(tmp_path / "whole")
    assert find_interpreter(tmp_path, whole) == whole
    for laid_down in (Path("whole/bin/python"), Path("python3"), tmp_path / "whole", tmp_path / "gone"):
        found = find_interpreter(tmp_path, laid_down)
        assert isinstance(found, Problem)
        assert "ask your teacher" in found.message
        assert "settings" not in found.message


def test_environments_around_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    above = _python(tmp_path / ".venv")
    (tmp_path / "week1").mkdir()
    assert find_interpreter(tmp_path / "week1", None) == above
    nearer = _python(tmp_path / "week1" / "venv")
    assert find_interpreter(tmp_path / "week1", None) == nearer


def test_environment_whose_python_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    whole = _python(tmp_path / ".venv")
    broken = tmp_path / "week1" / ".venv"
    (broken / "bin").mkdir(parents=True)
    assert broken_environment(tmp_path / "week1") is None
    (broken / "bin" / "python").symlink_to(tmp_path / "gone")
    assert broken_environment(tmp_path / "week1") == broken
    assert find_interpreter(tmp_path / "week1") == whole
    assert broken_environment(tmp_path) is None


def test_active_environment_comes_before_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _python(tmp_path / ".venv")
    active = _python(tmp_path / "active")
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "active"))
    assert find_interpreter(tmp_path, None) == active


def test_this_interpreter_if_there_is_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_interpreter(tmp_path, None) == Path(sys.executable)


def test_a_test_in_a_hidden_folder_shows_a_run_no_more_than_itself(tmp_path: Path) -> None:
    cached = tmp_path / ".cache" / "tests" / "test_program.py"
    cached.parent.mkdir(parents=True)
    cached.write_text("import program", "utf-8")
    (tmp_path / "week1").mkdir()
    found = find_assignment(tmp_path / "week1" / "program.py", str(cached))
    assert (found.tests, found.root) == ((cached,), tmp_path / "week1")


def test_nothing_outside_of_a_folder_counts_not_by_a_link_either(tmp_path: Path) -> None:
    own, others = tmp_path / "own", tmp_path / "others"
    for folder in (own, others):
        folder.mkdir()
        (folder / "test_program.py").write_text("import program", "utf-8")
    (own / "test_linked.py").symlink_to(others / "test_program.py")
    for named in (None, str(others / "*.py"), "../others/*.py", "test_*.py"):
        found = find_assignment(own / "program.py", named, within=own)
        assert set(found.tests) <= {own / "test_program.py"}, named
        assert found.root == own


@pytest.mark.parametrize("name", ["x" * 100_000, "~nobody-here/python", "a\0b", "\ud83d"])
def test_a_name_that_no_python_can_have_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    told = find_interpreter(tmp_path, name)
    assert isinstance(told, Problem)
    assert told.message.startswith("There is no Python at `")
    assert len(told.message) < 300
