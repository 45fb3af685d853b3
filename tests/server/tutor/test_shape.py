"""The outline says which names of a line stand for values, and which belong to something else."""

from __future__ import annotations

from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source
from gadfly_server.tutor.directing import experiment
from gadfly_server.tutor.planner import candidates
from gadfly_server.tutor.shape import shape_of
from helpers.recorded import facts_from

BOX = """
class Box:
    def __init__(self, width, depth):
        self.width = width
        self.depth = width

    def floor(self):
        return self.width * self.depth


def floor(width, depth):
    return Box(width, depth).floor()
"""
TEST = "def test_floor():\n    assert floor(2, 5) == 10\n"


def test_an_attribute_and_a_keyword_are_no_variables() -> None:
    shape = shape_of(Source.parse("self.size = width + show(file=log.name)\nwhile self.size < most:\n    pass\n"))
    first, head, _ = shape.steps
    assert first.reads == ("self", "width", "show", "log")
    assert first.words == ("self", "size", "width", "show", "file", "log", "name")
    assert head.reads == shape.blocks[0].names == ("self", "most")


def test_a_variable_that_is_not_on_the_line_is_not_named_with_it() -> None:
    facts = facts_from(BOX, TEST, suspects=(Suspect(5, 5, 0.9, ()),))
    assert experiment(facts).startswith("By hand, note `width` before and after line 5 runs.")
    at_the_line = [each.text for each in candidates(facts) if each.points_at and each.points_at.line == 5]
    assert not [text for text in at_the_line if "`depth`" in text]
