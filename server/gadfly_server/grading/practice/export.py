"""Writes exercises down: a folder for each, with a key for the teacher, or as transcripts without turns for grading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gadfly_analyzers.misconceptions import by_id
from gadfly_server.grading.files import Unreadable, write
from gadfly_server.grading.practice.exercise import Exercise
from gadfly_server.grading.transcript import Transcript
from gadfly_server.wording import say, spoken

KEY = "teachers-key.md"


def as_data(found: Sequence[Exercise], path: Path) -> None:
    """Write transcripts without turns, which `gadfly grade play` and other tutors can teach about."""
    write(path, (each.lesson for each in found))


def as_folders(found: Sequence[Exercise], place: Path) -> None:
    """Write a folder for each exercise, which tells nothing of the bug, and the key beside them."""
    check_new(place)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unreadable(f"{place} cannot be made: {error.strerror or error}.") from error
    (place / "gadfly.toml").write_text(f'language = "{spoken()}"\n', "utf-8")
    for number, each in enumerate(found, 1):
        folder = place / _name(number, each.lesson)
        folder.mkdir()
        _write(folder, each.lesson)
    (place / KEY).write_text("\n".join(_key(found)) + "\n", "utf-8")


def check_new(place: Path) -> None:
    """Raise ``Unreadable`` if a folder is there already with something in it, or a file in its place."""
    if place.exists() and not (place.is_dir() and not any(place.iterdir())):
        raise Unreadable(
            f"{place} {'is not empty' if place.is_dir() else 'is a file'}. Name a folder that is not there yet."
        )


def _name(number: int, lesson: Transcript) -> str:
    return f"{number:02d}_{lesson.module}"


def _write(folder: Path, lesson: Transcript) -> None:
    for name, text in {
        f"{lesson.module}.py": lesson.program,
        f"test_{lesson.module}.py": lesson.tests,
        **lesson.files,
        "README.md": _readme(lesson),
    }.items():
        (folder / name).write_text(text, "utf-8")


def _readme(lesson: Transcript) -> str:
    steps = (
        say("The tests show what the program should do. At least one of them disagrees with it."),
        say("Find out why, and mend the program. Leave the tests as they are."),
        say("If you are stuck, ask: {command}", command=f"`gadfly ask {lesson.module}.py`"),
    )
    return "\n".join([f"# {lesson.module}", "", *([lesson.task, ""] if lesson.task else []), *steps, ""])


def _key(found: Sequence[Exercise]) -> list[str]:
    rows = [
        f"| {_name(number, each.lesson)} | {each.line} | {_titles(each)} | {100 * each.alone:.0f} % | "
        f"{100 * each.taught:.0f} % | {each.turns:.1f} |"
        for number, each in enumerate(found, 1)
    ]
    return [
        "# For teachers: what is wrong in these exercises",
        "",
        "The last columns are of simulated students: how many weak ones repair it alone, how many medium ones with",
        "Gadfly's questions, and after how many of these. They order the exercises; they promise nothing of real ones.",
        "",
        "| exercise | line | what somebody would believe who wrote it | weak, alone | medium, taught | questions |",
        "|---|---|---|---|---|---|",
        *rows,
    ]


def _titles(exercise: Exercise) -> str:
    return "; ".join(f"{by_id(each).title} (`{each}`)" for each in exercise.misconceptions)
