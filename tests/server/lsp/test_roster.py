"""In which folder a student of a class server is kept, whatever links the student makes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gadfly_analyzers.execution.interpreter import find_interpreter
from gadfly_analyzers.execution.results import Problem
from gadfly_server.classroom.reading import UnreadableError
from gadfly_server.lsp.bounds import Bounds
from gadfly_server.lsp.roster import Roster, read_roster
from gadfly_server.tutor.outcomes import outcome
from gadfly_server.wording import speaking

KEY = "sixteen characters"


def read(folder: Path, *lines: str) -> Roster:
    file = folder / "students.toml"
    file.write_text("\n".join((f'secret = "{KEY}"', *lines)), "utf-8")
    return read_roster(file)


@pytest.fixture
def homes(tmp_path: Path) -> Path:
    for name in ("ada", "bob"):
        (tmp_path / "homes" / name / "work").mkdir(parents=True)
    return tmp_path / "homes"


def test_a_folder_of_ones_own_is_the_bound(homes: Path) -> None:
    roster = read(homes, f'folder = "{homes}/{{name}}/work"', "[folders]", f'eve = "{homes}/bob"')
    assert roster.bound_of("ada") == homes.resolve() / "ada" / "work"
    assert roster.bound_of("eve") == homes.resolve() / "bob"
    assert roster.bound_of("nobody") is None


def test_links_above_the_students_name_are_followed(homes: Path) -> None:
    (homes.parent / "elsewhere").symlink_to(homes)
    roster = read(homes, f'folder = "{homes.parent}/elsewhere/{{name}}"')
    assert roster.bound_of("ada") == homes.resolve() / "ada"


@pytest.mark.parametrize("link", ["ada", "ada/work"])
def test_a_link_from_the_students_name_on_is_no_folder(homes: Path, link: str) -> None:
    (homes / "ada" / "work").rmdir()
    if link == "ada":
        (homes / "ada").rmdir()
    (homes / link).symlink_to(homes / "bob" / "work" if link == "ada/work" else homes / "bob")
    roster = read(homes, f'folder = "{homes}/{{name}}/work"', "[folders]", f'eve = "{homes / link}"')
    assert roster.bound_of("ada") is None
    assert roster.bound_of("eve") is None


def test_a_folder_that_becomes_a_link_holds_nothing(homes: Path) -> None:
    bounds = Bounds(read(homes, f'folder = "{homes}/{{name}}/work"').bound_of("ada"))
    work = homes / "ada" / "work"
    assert bounds.hold(work / "average.py")
    work.rmdir()
    work.symlink_to(homes / "bob" / "work")
    assert not bounds.hold(work / "average.py")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["[folders]", 'ada = ""'], "a whole path"),
        (["[folders]", 'ada = "work"'], "a whole path"),
        (["[folders]", 'ada = "/srv/../home"'], 'without ".."'),
        (['folder = ""'], "a whole path"),
        (['python = ""'], "the whole path of a program"),
        (['python = "python3"'], "the whole path of a program"),
        (['python = ".venv/bin/python"'], "the whole path of a program"),
        (['python = "/no/such/python"'], "the whole path of a program"),
        (['python = "/"'], "the whole path of a program"),
    ],
)
def test_every_value_is_looked_at(tmp_path: Path, lines: list[str], problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem):
        read(tmp_path, *lines)


def test_a_python_that_is_there_may_be_named(tmp_path: Path) -> None:
    assert read(tmp_path, f"python = '{sys.executable}'").python == sys.executable


def test_a_python_that_a_student_could_change_is_not_started(homes: Path) -> None:
    python = homes / "ada" / "work" / "python"
    python.symlink_to(sys.executable)
    roster = read(homes, f'folder = "{homes}/{{name}}"', f'python = "{python}"')
    assert roster.bound_of("ada") is None
    assert roster.bound_of("bob") is not None


def test_a_python_that_is_gone_is_for_the_teacher_to_mend(tmp_path: Path) -> None:
    problem = find_interpreter(tmp_path, tmp_path / "gone")
    assert isinstance(problem, Problem)
    assert "Please ask your teacher" in outcome(problem.message)
    with speaking("de"):
        assert "Bitte frag deine Lehrkraft" in outcome(problem.message)
