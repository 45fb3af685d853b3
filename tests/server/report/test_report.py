"""What a teacher gets to see: true figures, and neither a name nor a word nor a small cell."""

from __future__ import annotations

import csv
import json
import os
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from gadfly_server.events.event import Event, Kind
from gadfly_server.exports.shared import Shared
from gadfly_server.exports.statements import EVENT, statement
from gadfly_server.report.counting import K
from gadfly_server.report.page import page
from gadfly_server.report.reading import Unreadable, from_folder
from gadfly_server.report.report import Report, as_json, report_of, write_csv
from gadfly_server.report.tables import QUESTIONS
from gadfly_server.tutor import questions
from helpers.classes import make

EVIL = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
BELIEF = "range-includes-end"


def by(student: int, *events: Event, assignment: str = "week 1", contact: str = "") -> list[Shared]:
    """What one student did, a minute apart."""
    return [
        Shared(
            n,
            f"{student}-{assignment}-{n}",
            f"2026-03-02T09:{n:02}:00.000Z",
            "cs1",
            assignment,
            f"s{student}",
            "p",
            "d",
            contact,
            event,
        )
        for n, event in enumerate(events)
    ]


def wrong(belief: str = BELIEF, level: int = 2) -> Event:
    return Event(Kind.ANSWER, 2, level, question="count", mark="wrong", misconception=belief)


RUN = Event(Kind.RUN, name="failing", tests=(("t", "failed"),))
SOLVED = Event(Kind.SUCCESS, 9)


def class_of(*works: list[Shared]) -> Report:
    return report_of(each for work in works for each in work)


def test_a_cell_counts_students_and_tells_how_much_help_they_took() -> None:
    held = [by(n, RUN, wrong(level=4), wrong(level=4)) for n in range(6)]
    others = [by(n, RUN, SOLVED) for n in range(6, 14)]
    report = class_of(*held, *others)
    [row] = report.stuck
    assert (row.misconception, row.cells[0].students.students, row.cells[0].level) == (BELIEF, 6, 4)


def test_a_misconception_of_the_course_is_on_the_map() -> None:
    held = [by(n, RUN, wrong("course:rounding"), wrong("course:<b>")) for n in range(6)]
    few = [by(n, RUN, wrong("course:mine")) for n in range(6, 9)]
    report = class_of(*held, *few, *(by(n, RUN) for n in range(9, 20)))
    assert [row.title for row in report.stuck] == ["<b> (of your course)", "rounding (of your course)"]
    assert "<b> (of" not in page(report)


def test_four_students_are_hidden_everywhere() -> None:
    held = [by(n, RUN, wrong()) for n in range(K - 1)]
    report = class_of(*held, *(by(n, RUN, SOLVED) for n in range(10, 20)))
    assert report.stuck == ()
    assert report.confusing == ()
    assert BELIEF not in page(report)
    assert BELIEF not in as_json(report)


def test_a_class_of_four_sees_nothing_but_who_asked_for_it() -> None:
    works = [by(n, RUN, RUN, RUN, RUN, wrong(), contact="Anna" if n == 0 else "") for n in range(K - 1)]
    report = class_of(*works)
    assert report.students == 0
    assert [row.contact for row in report.helps] == ["Anna"]
    assert "Too few to show" in page(report)


def test_minutes_are_of_work_from_the_first_failing_run() -> None:
    insight = Event(Kind.INSIGHT, name="cause")
    works = [by(n, Event(Kind.FINDING), RUN, wrong(), insight, SOLVED) for n in range(5)]
    [row] = class_of(*works, *(by(n, RUN) for n in range(5, 15))).insights
    assert row.minutes == (2, 2, 2)
    late = [[replace(each, at="2026-03-05T09:00:00.000Z") if each.number >= 3 else each for each in w] for w in works]
    [row] = class_of(*late, *(by(n, RUN) for n in range(5, 15))).insights
    assert row.minutes == (6, 6, 6)  # two days are a pause of five minutes


def test_questions_that_confuse() -> None:
    skip = Event(Kind.REQUEST, question="branch", name="skip")
    right = Event(Kind.ANSWER, question="branch", mark="right")
    works = [by(n, wrong(), *([skip] if n < 6 else []), right, right, right) for n in range(12)]
    rows = class_of(*works, *(by(n, RUN) for n in range(12, 40))).confusing
    assert [(row.question, row.students.text, row.wrong.text, row.skipped.text) for row in rows] == [
        ("count", "12", "8+", "under 5"),
        ("branch", "12", "under 5", "6"),
    ]


def test_every_kind_of_question_that_is_marked_is_in_the_report() -> None:
    files = Path(questions.__file__).parent.glob("*.py")
    modules = (import_module(f"{questions.__name__}.{file.stem}") for file in files if file.stem != "__init__")
    kinds = {module.KIND for module in modules if hasattr(module, "KIND")}
    assert kinds - {"hypothesis"} <= set(QUESTIONS)  # that one asks for a guess, which is not marked


def test_one_wrong_answer_among_many_is_nobodys_to_know() -> None:
    right = Event(Kind.ANSWER, question="count", mark="right")
    nobody = [by(n, RUN, right) for n in range(12)]
    assert class_of(by(0, RUN, wrong()), *nobody[1:]) == class_of(*nobody)


def test_luck_and_models() -> None:
    luck, model = Event(Kind.LUCK), Event(Kind.MODEL, name="m", tokens=10)
    works = [by(n, RUN, model, SOLVED, *([luck] if n < 6 else [])) for n in range(12)]
    report = class_of(*works, *(by(n, RUN) for n in range(12, 22)))
    assert (report.lucky[0].solved.text, report.lucky[0].lucky.text) == ("12", "6")
    assert (report.spends[0].requests, report.spends[0].tokens) == (12, 120)
    few = class_of(*works[:3], *(by(n, RUN) for n in range(12, 22)))
    assert few.spends == ()  # not even that there is such a model


def test_what_a_few_work_on_and_when_is_not_told() -> None:
    many = [by(n, RUN, SOLVED) for n in range(12)]
    few = [by(n, RUN, Event(Kind.MODEL, name="mine"), assignment="another") for n in range(K - 1)]
    late = [replace(each, at="2026-05-01T09:00:00.000Z") for work in few for each in work]
    assert class_of(*many, late) == class_of(*many)


def test_without_an_assignment_of_enough_students_there_is_nothing_to_show() -> None:
    report = class_of(*(by(n, RUN, SOLVED, assignment=str(n)) for n in range(12)))
    assert (report.students, report.assignments) == (12, ())
    assert "No assignment was worked on by 5 students or more" in page(report)


def test_who_understood_and_did_not_get_done_does_not_come_out_by_subtracting() -> None:
    insight = Event(Kind.INSIGHT, name="cause")
    works = [by(n, RUN, insight, *([SOLVED] if n < 10 else [])) for n in range(12)]
    report = class_of(*works, *(by(n, RUN) for n in range(12, 40)))
    assert (report.insights[0].arrived.text, report.lucky[0].solved.text) == ("6+", "10")


def test_only_who_wants_it_is_named_and_only_while_stuck() -> None:
    over = Event(Kind.HAND_OVER, level=6)
    works = [by(n, RUN, over, contact="Seat 3" if n == 3 else "") for n in range(8)]
    works += [by(20, RUN, over, SOLVED, contact="Seat 20")]
    assert [row.contact for row in class_of(*works).helps] == ["Seat 3"]


def test_the_same_event_from_two_files_counts_once() -> None:
    works = [by(n, RUN, wrong()) for n in range(6)]
    assert class_of(*works, *works, *(by(n, RUN) for n in range(6, 20))) == class_of(
        *works, *(by(n, RUN) for n in range(6, 20))
    )


def evil() -> Report:
    works = [
        by(
            n,
            RUN,
            RUN,
            RUN,
            RUN,
            replace(wrong(), text=EVIL),
            Event(Kind.MODEL, name=EVIL),
            assignment=EVIL,
            contact=EVIL,
        )
        for n in range(12)
    ]
    return class_of(*([replace(each, course=EVIL) for each in work] for work in works))


def test_what_students_wrote_is_text_on_the_page() -> None:
    html = page(evil())
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_the_page_asks_nobody_for_anything() -> None:
    html = page(class_of(*(by(n, RUN, wrong(), SOLVED) for n in range(20))))
    assert re.search(r"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", html)
    assert re.findall(r"\b(?:src|href|url|style)\s*[=(]", html) == []


def test_words_and_programs_are_nowhere(tmp_path: Path) -> None:
    said = [replace(wrong(), text="SAID"), Event(Kind.SNAPSHOT, state="abc", text="CODE")]
    report = class_of(*(by(n, RUN, *said) for n in range(20)))
    written = "".join(path.read_text("utf-8") for path in write_csv(report, tmp_path))
    for shown in (page(report), as_json(report), written):
        assert not re.search(r"SAID|CODE|\bs1\b", shown)


def test_a_class_as_students_export_it(tmp_path: Path) -> None:
    make(tmp_path, 30)
    problems: list[str] = []
    report = report_of(from_folder(tmp_path, problems))
    assert problems == []
    assert report.students == 30
    assert len(report.assignments) == 5
    assert report.stuck
    assert all(row.minutes for row in report.insights)
    read = json.loads(as_json(report))
    assert read["stuck"][0]["misconception"] == report.stuck[0].misconception


def test_a_spreadsheet_runs_nothing(tmp_path: Path) -> None:
    works = [by(n, RUN, RUN, RUN, RUN, wrong(), contact="=cmd()", assignment="+1") for n in range(12)]
    write_csv(class_of(*works), tmp_path)
    with (tmp_path / "help.csv").open(newline="") as file:
        assert {row["contact"] for row in csv.DictReader(file)} == {"'=cmd()"}


def test_broken_files_are_told_and_left_out(tmp_path: Path) -> None:
    [one, *_] = make(tmp_path, 6)
    whole = (one / "statements.jsonl").read_text("utf-8").splitlines()
    (one / "statements.jsonl").write_text("\n".join([whole[0][:50], "[1]", "{}", *whole[1:]]), "utf-8")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "statements.jsonl").write_bytes(b"\xff\xfe")
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "statements.jsonl").symlink_to("/etc/passwd")
    problems: list[str] = []
    assert len({each.student for each in from_folder(tmp_path, problems)}) == 6
    assert len(problems) == 3
    assert "line 1: this is not JSON" in problems[0]


FORGED: dict[str, tuple[tuple[str, ...], object]] = {
    "a level that is none": (("level",), 99),
    "a level below all": (("level",), -3),
    "endless tokens": (("tokens",), 10**4000),
    "a number without end": (("number",), float("inf")),
    "a half of a letter": (("assignment",), "\ud800"),
    "a turn of the way of writing": (("course",), "\u202eevil"),
    "extensions that are none": ((), []),
    "extensions that are a word": ((), "x"),
    "a time that is none": (("timestamp",), "yesterday"),
    "no time": (("timestamp",), ""),
    "a time before all": (("timestamp",), "0001-01-01T00:00:00+14:00"),
    "a time without a place": (("timestamp",), "2026-03-02T09:00:00"),
}


@pytest.mark.parametrize(("where", "told"), FORGED.values(), ids=FORGED)
def test_no_forged_record_keeps_the_teacher_from_the_report(
    tmp_path: Path, where: tuple[str, ...], told: object
) -> None:
    """One student hands in the record of six others, each event of them forged in the same way."""
    make(tmp_path / "class", 6)
    forged = []
    for each in (each for n in range(6) for each in by(n, RUN, wrong(), SOLVED)):
        one = statement(each)
        if where == ("timestamp",):
            one["timestamp"] = told
        elif where:
            one["context"]["extensions"][EVENT] |= {where[0]: told}
        else:
            one["context"]["extensions"] = told
        forged.append(json.dumps(one))
    (tmp_path / "class" / "forged").mkdir()
    (tmp_path / "class" / "forged" / "statements.jsonl").write_text("\n".join(forged), "utf-8")
    report = report_of(from_folder(tmp_path / "class", []))
    assert report.students in (6, 12)
    written = page(report) + as_json(report)
    assert "\u202e" not in written
    assert written.encode()
    assert write_csv(report, tmp_path / "tables")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    make(tmp_path, 6)
    (tmp_path / "x").mkdir()
    os.mkfifo(tmp_path / "x" / "statements.jsonl")
    problems: list[str] = []
    assert len({each.student for each in from_folder(tmp_path, problems)}) == 6
    assert "is a link, no file" in problems[0]


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_nothing_to_read_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Unreadable, match=r"gadfly data export|no folder"):
        list(from_folder(tmp_path / name, []))
