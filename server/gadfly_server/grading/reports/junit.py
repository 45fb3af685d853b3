"""The results as JUnit's XML: a test suite for each tutor, a test for each turn, which fails if one of its scores is 0.

A test has one failure at most, with all that is wrong: readers count on it when they subtract failures from tests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Tree

from gadfly_server.grading.graded import Graded, GradedTurn

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(graded: Sequence[Graded], missed: Sequence[str]) -> str:
    """Write it; ``missed`` are thresholds that were not reached, each a failure of its own."""
    root = Tree.Element("testsuites", name="gadfly grade")
    for tutor in dict.fromkeys(each.tutor for each in graded):
        suite = Tree.SubElement(root, "testsuite", name=_text(tutor))
        for each in (each for each in graded if each.tutor == tutor):
            for turn in each.turns:
                _case(suite, each, turn)
    limits = Tree.SubElement(root, "testsuite", name="thresholds")
    for text in missed:
        made = Tree.SubElement(limits, "testcase", classname="thresholds", name=_text(text), time="0")
        Tree.SubElement(made, "failure", type="threshold", message=_text(text))
    for suite in root:
        _counted(suite, len(suite), len(suite.findall("testcase/failure")))
    _counted(root, len(root.findall("*/testcase")), len(root.findall("*/testcase/failure")))
    Tree.indent(root)
    return Tree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _counted(element: Tree.Element, tests: int, failures: int) -> None:
    for name, value in {"tests": tests, "failures": failures, "errors": 0, "skipped": 0, "time": 0}.items():
        element.set(name, str(value))


def _case(suite: Tree.Element, graded: Graded, turn: GradedTurn) -> None:
    made = Tree.SubElement(suite, "testcase", classname=_text(graded.id), name=f"turn {turn.number + 1}", time="0")
    found = turn.faults()
    if found:
        told = "; ".join(f"{name}: {score.evidence}" if score.evidence else name for name, score in found.items())
        failure = Tree.SubElement(made, "failure", type=", ".join(found), message=_text(told))
        failure.text = _text(turn.text)


def _text(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
