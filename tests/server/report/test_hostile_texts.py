"""Whatever stands in a record or a transcript is text in the pages that are made of it, and no part of the page."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as Tree

from hypothesis import example, given, settings
from hypothesis import strategies as st

from gadfly_server.events.event import Event, Kind
from gadfly_server.exports.shared import Shared
from gadfly_server.grading.grade import NAMES
from gadfly_server.grading.graded import Graded, GradedTurn
from gadfly_server.grading.reports import page as grades
from gadfly_server.grading.reports.github import commands
from gadfly_server.grading.reports.junit import junit
from gadfly_server.grading.score import Score
from gadfly_server.grading.summary import TutorSummary, summaries
from gadfly_server.grading.transcript import Transcript, Turn
from gadfly_server.report.page import page
from gadfly_server.report.report import as_json, report_of
from helpers.elements import Elements

MARKUP = """
<script>alert(1)</script> </script> </style> </title> </pre> </svg> </td></tr></table> </details> <!-- --> ]]>
<![CDATA[ <?php ?> <!DOCTYPE <img/src=x/onerror=alert(1)> <svg/onload=alert(1)> <base/href=//x> <plaintext> </ <a < >
&lt;b&gt; &#60; &notit; & " ' ` `code` {{7*7}} {%raw%} {#x {{self}} %s {0} javascript:alert(1) ＜script＞
"""
ODD = (*MARKUP.split(), " ", "\\", "\0", "\r\n", "\x0c", "\x1b[31m", "\u2028", "\u202e", "\ufffe", "\ud800", "🐝")
TEXTS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=6)), max_size=8).map("".join)
MANY = st.lists(TEXTS, min_size=9, max_size=9)
PLAIN = ["plain"] * 9
ALL = ["".join(ODD)] * 9
TRIES = settings(max_examples=30)


def graded(texts: list[str]) -> tuple[list[Graded], list[Transcript]]:
    """Two tutors' dialogues, in which nothing but numbers is ours."""
    results, talks = [], []
    for number in range(2):
        tutor, id_, problem, said, answer, program, version, evidence, trouble = (f"{number}{each}" for each in texts)
        scores = {name: Score(0.0, evidence) for name in NAMES}
        turns = (Turn(role="student", text=answer), Turn(role="tutor", text=said, program=version))
        known = Transcript.model_construct(id=id_, tutor=tutor, problem=problem, program=program, turns=turns)
        talks.append(known)
        results.append(Graded(id_, tutor, problem, (GradedTurn(1, said, 2, scores),), True, 0.5, (trouble,)))
    return results, talks


@cache
def usual() -> list[TutorSummary]:
    """Intervals take long, and are of numbers alone."""
    return summaries(graded(PLAIN)[0])


def page_of_grades(texts: list[str]) -> Elements:
    results, talks = graded(texts)
    sums = [replace(known, tutor=each.tutor) for known, each in zip(usual(), results, strict=True)]
    told = grades.page(results, sums, texts[:2], texts[2:4], texts[4:6], talks)
    return Elements(told.encode("utf-8", "replace").decode())


@TRIES
@given(MANY)
@example(ALL)
@example(["`code`"] * 9)
@example(["\t"] * 9)
def test_a_page_of_grades_has_the_same_elements_whatever_is_said(texts: list[str]) -> None:
    found = page_of_grades(texts)
    assert found.elements == page_of_grades(PLAIN).elements
    for number in range(2):
        for text in (*texts[:2], *texts[3:]):  # all but the problem's name is shown, with all that can be seen of it
            assert f"{number}{text}".encode("utf-8", "replace").decode().splitlines()[0].rstrip() in found.text


def tags(told: str) -> list[str]:
    return [each.tag for each in Tree.fromstring(told.encode("utf-8", "replace").decode()).iter()]


@TRIES
@given(MANY)
@example(ALL)
@example(["`code`"] * 9)
def test_other_reports_of_grades_hold_whatever_is_said(texts: list[str]) -> None:
    results, _ = graded(texts)
    plain, _ = graded(PLAIN)
    assert tags(junit(results, texts)) == tags(junit(plain, PLAIN))
    lines = {(each.tutor, each.id): (Path("hints.jsonl"), 1) for each in results}
    assert all("\n" not in line and "\r" not in line for line in commands(results, texts, lines))


def page_of_class(texts: list[str]) -> Elements:
    course, first, second, contact, belief, model, session, test, state = texts
    did = (
        Event(Kind.RUN, name="failing", tests=((test, "failed"),), state=state),
        Event(Kind.ANSWER, 2, 3, question="count", mark="wrong", misconception=f"course:{belief}"),
        Event(Kind.MODEL, name=model, tokens=10),
        Event(Kind.REQUEST, question="branch", name="skip"),
    )
    at = "2026-03-02T09:00:00.000Z"
    every = [
        Shared(number, f"{who}{number}", at, course, assignment, f"s{who}", session, "d", f"{who}{contact}", event)
        for who in range(12)
        for assignment in (f"1{first}", f"2{second}")
        for number, event in enumerate(did if who < 6 else did[:1])
    ]
    report = report_of(every)
    as_json(report).encode()
    return Elements(page(report).encode().decode())


@TRIES
@given(MANY)
@example(ALL)
@example(["`code`"] * 9)
def test_a_page_of_a_class_has_the_same_elements_whatever_is_in_its_record(texts: list[str]) -> None:
    course, *rest = texts
    found = page_of_class([f"c{course}", *rest])
    assert found.elements == page_of_class(PLAIN).elements
    assert "(of your course)" in found.text
