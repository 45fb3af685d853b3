"""A source is exact after any sequence of edits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tree_sitter import Node

from gadfly_analyzers import pieces
from gadfly_analyzers.check import Checker, check
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns import WHOLE
from gadfly_analyzers.pieces import shifted
from gadfly_analyzers.source import Edit, Position, Source
from helpers.edits import applied, batches, bugs, edits, programs, small_edits, texts


def shape(node: Node) -> tuple[object, ...]:
    """Give all that tells one tree from another."""
    around = (node.type, node.byte_range, node.start_point, node.end_point, node.is_missing)
    return (*around, tuple(shape(child) for child in node.children))


def insertion(line: int, column: int, text: str) -> Edit:
    return Edit(Position(line, column), Position(line, column), text)


def without_whole(findings: list[Finding]) -> list[Finding]:
    """Leave out what is asked only of a settled text, and stays while somebody types."""
    return [finding for finding in findings if finding.rule not in {pattern.RULE for pattern in WHOLE}]


def checked_anew(source: Source) -> list[Finding]:
    """Check as if nothing had been found in any program before."""
    known = dict(pieces._memory)
    pieces._memory.clear()
    found = check(source)
    pieces._memory.update(known)
    return found


@given(texts, st.lists(batches, max_size=6))
@settings(max_examples=300)
def test_text_and_settled_tree_are_those_of_a_fresh_reading(text: str, versions: list[list[Edit]]) -> None:
    source = Source.parse(text)
    for batch in versions:
        source = source.edited(batch)
        for edit in batch:
            text = applied(text, edit)
    assert source.text == text
    fresh, settled = Source.parse(text), source.settled()
    assert "".join(source.lines) == text
    assert list(source.lines) == list(fresh.lines)
    assert [source.position(byte) for byte in range(len(source.data))] == [
        fresh.position(byte) for byte in range(len(fresh.data))
    ]
    assert shape(settled.tree.root_node) == shape(fresh.tree.root_node)
    assert check(settled) == check(fresh)
    assert settled.statements() == fresh.statements()


@given(texts, st.lists(batches, max_size=8), st.sets(st.integers(0, 7)))
@settings(max_examples=400)
def test_checking_while_typing_finds_what_a_whole_check_finds(
    text: str, versions: list[list[Edit]], unseen: set[int]
) -> None:
    source, checker = Source.parse(text), Checker()
    checker.check(source)
    for number, batch in enumerate(versions):
        source = source.edited(batch)
        if number in unseen:
            continue
        assert without_whole(checker.check(source)) == without_whole(check(source))
    assert checker.check(source.settled()) == check(Source.parse(source.text))


@given(programs, st.lists(small_edits, max_size=6))
@settings(max_examples=150)
def test_typing_in_programs_full_of_bugs_finds_what_a_whole_check_finds(text: str, typed: list[Edit]) -> None:
    source, checker = Source.parse(text), Checker()
    checker.check(source)
    for edit in typed:
        source = source.edited([edit])
        assert without_whole(checker.check(source)) == without_whole(checked_anew(source))
    assert checker.check(source.settled()) == checked_anew(Source.parse(source.text))


@given(st.lists(bugs, max_size=3), bugs, st.lists(bugs, max_size=3))
@settings(max_examples=100)
def test_what_is_found_in_a_statement_hangs_on_its_text_alone(before: list[str], text: str, after: list[str]) -> None:
    alone = without_whole(checked_anew(Source.parse(text)))
    start = len("".join(before).encode())
    among = without_whole(checked_anew(Source.parse("".join([*before, text, *after]))))
    end = start + len(text.encode())
    assert [shifted(each, -start) for each in among if start <= each.span.start < end] == alone


def test_what_is_found_in_a_member_of_a_class_hangs_on_its_text_alone() -> None:
    test = "    if points >= {}:\n        raise ValueError\n"
    check(Source.parse(f"class A:\n{test.format(50)}{test.format(90)}"))
    assert "hidden-branch" not in [each.rule for each in check(Source.parse(f"class A:\n{test.format(90)}"))]


def test_what_is_found_in_a_statement_hangs_on_no_broken_text() -> None:
    check(Source.parse("if unseen:\n    ("))
    assert [each.rule for each in check(Source.parse("unseen\n"))] == ["lone-name", "unknown-name"]


def test_what_an_error_hid_in_a_class_is_found_once_the_error_is_gone() -> None:
    methods = [f"    def {name}(x):\n        return x + 1\n" for name in ("first", "second", "third", "last")]
    text = "class A:\n" + "".join(methods)
    source, checker = Source.parse(text), Checker()
    for edit in (insertion(6, 16, "]"), Edit(Position(6, 8), Position(6, 30), "")):
        checker.check(source)
        source = source.edited([edit])
    assert [each.rule for each in checker.check(source)] == ["method-without-object"] * 3


@given(texts, edits)
@settings(max_examples=100)
def test_an_edit_leaves_the_version_before_as_it_was(text: str, edit: Edit) -> None:
    before = Source.parse(text)
    tree = shape(before.tree.root_node)
    before.edited([edit])
    assert before.text == text
    assert shape(before.tree.root_node) == tree


def test_a_column_past_the_end_means_the_end_of_the_line() -> None:
    assert Source.parse("ab").edited([insertion(0, 99, "c")]).text == "abc"
    assert Source.parse("ab\r\nd").edited([insertion(0, 99, "c")]).text == "abc\r\nd"


def test_a_line_past_the_end_means_the_end_of_the_text() -> None:
    assert Source.parse("a\n").edited([insertion(7, 3, "b")]).text == "a\nb"


@pytest.mark.parametrize("character", ["\f", "\v", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_line_feeds_and_carriage_returns_end_a_line(character: str) -> None:
    source = Source.parse(f"a = 1{character}\nb = 2\n")
    assert len(source.lines) == 3
    assert source.edited([insertion(1, 0, "c = 3\n")]).text == f"a = 1{character}\nc = 3\nb = 2\n"


def test_a_lone_carriage_return_ends_a_line_for_the_tree_too() -> None:
    source = Source.parse("def f():\r    return 1\rx = f()\r")
    assert [(statement.line, statement.kind) for statement in source.statements()] == [
        (1, "function_definition"),
        (2, "return_statement"),
        (3, "expression_statement"),
    ]


def test_a_line_feed_joins_the_carriage_return_before_it() -> None:
    source = Source.parse("a = 1\rb = 2").edited([insertion(1, 0, "\n")])
    assert list(source.lines) == ["a = 1\r\n", "b = 2"]
    assert not source.broken


def test_a_column_within_a_character_means_its_start() -> None:
    assert Source.parse("é").edited([insertion(0, 1, "x")]).text == "xé"


def test_an_edit_that_changes_nothing_gives_the_same_version() -> None:
    source = Source.parse("a = 1\n")
    assert source.edited([Edit(Position(0, 0), Position(0, 1), "a")]) is source
    assert source.settled() is source


def test_edits_of_one_change_each_see_what_the_one_before_left() -> None:
    source = Source.parse("b\n").edited([insertion(0, 0, "a\n"), insertion(1, 1, "c")])
    assert source.text == "a\nbc\n"


def test_more_edits_than_are_remembered_are_checked_as_a_whole() -> None:
    source, checker = Source.parse("x == 3\n"), Checker()
    checker.check(source)
    for _ in range(300):
        source = source.edited([insertion(0, 0, "y == 4\n")])
    assert checker.check(source) == check(source)
    assert len(checker.check(source)) == 301


def test_a_checker_can_go_back_to_an_earlier_version() -> None:
    before, checker = Source.parse("x == 3\n"), Checker()
    after = before.edited([insertion(0, 0, "y == 4\n")])
    assert checker.check(after) == check(after)
    assert checker.check(before) == check(before)


def test_a_name_that_is_replaced_everywhere_is_typed_like_any_other() -> None:
    source = Source.parse("first = 1\n" * 200)
    edits = [Edit(Position(line, 0), Position(line, 5), "(") for line in range(200)]
    assert not source.edited(edits).is_settled
    assert source.edited(edits).text == "( = 1\n" * 200
    assert shape(source.edited(edits).tree.root_node) == shape(Source.parse("( = 1\n" * 200).tree.root_node)
