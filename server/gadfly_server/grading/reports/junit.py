"""The results as JUnit's XML: a test suite for each tutor, a test for each turn, a failure for each score of 0."""

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
        Tree.SubElement(Tree.SubElement(limits, "testcase", name=_text(text)), "failure", message=_text(text))
    for suite in root:
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(len(suite.findall("testcase/failure"))))
    Tree.indent(root)
    return Tree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _case(suite: Tree.Element, graded: Graded, turn: GradedTurn) -> None:
    made = Tree.SubElement(suite, "testcase", classname=_text(graded.id), name=f"turn {turn.number + 1}")
    for name, score in turn.scores.items():
        if score.value == 0:
            failure = Tree.SubElement(made, "failure", type=name, message=_text(f"{name}: {score.evidence}"))
            failure.text = _text(turn.text)


def _text(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
