"""Our documents hold exactly what the client sees."""

from __future__ import annotations

import random

import pytest
from lsprotocol import types

from gadfly_analyzers.source import Source
from gadfly_server.lsp import convert
from gadfly_server.lsp.documents import Documents

URI = "file:///student.py"
PIECES = ["x", "\n", "\r\n", "\r", "\x0c", "\x0b", "\x85", "\u2028", "é", "😀", "    ", '"""', "def f(:", "\t"]


def opened(text: str, encoding: str = convert.UTF16) -> Documents:
    documents = Documents()
    documents.encoding = encoding
    documents.open(types.TextDocumentItem(URI, "python", 1, text))
    return documents


def type_over(documents: Documents, start: tuple[int, int], end: tuple[int, int], text: str) -> str:
    place = types.Range(types.Position(*start), types.Position(*end))
    change = types.TextDocumentContentChangePartial(place, text)
    document = documents.change(types.VersionedTextDocumentIdentifier(2, URI), [change])
    assert document is not None
    return document.source.text


@pytest.mark.parametrize("odd", ["\x0c", "\x0b", "\x1c", "\x85", "\u2028", "\u2029"])
def test_an_edit_after_an_odd_break_lands_on_its_line(odd: str) -> None:
    documents = opened(f"a = 1{odd}\nb = 2\nc = 3\n")
    assert type_over(documents, (2, 4), (2, 5), "4") == f"a = 1{odd}\nb = 2\nc = 4\n"


def test_a_column_past_the_end_of_the_last_line_is_its_end() -> None:
    assert type_over(opened("ab"), (0, 99), (0, 99), "c") == "abc"


def test_a_column_past_the_end_of_a_line_stays_before_its_break() -> None:
    assert type_over(opened("a\r\nb"), (0, 99), (0, 99), "!") == "a!\r\nb"


@pytest.mark.parametrize("encoding", [convert.UTF8, convert.UTF16, convert.UTF32])
def test_an_edit_after_an_emoji(encoding: str) -> None:
    column = {convert.UTF8: 11, convert.UTF16: 9, convert.UTF32: 8}[encoding]
    documents = opened("s = '😀' + x\n", encoding)
    before = "s = '😀' "
    assert (
        column
        == {
            convert.UTF8: len(before.encode()),
            convert.UTF16: len(before.encode("utf-16-le")) // 2,
            convert.UTF32: len(before),
        }[encoding]
    )
    assert type_over(documents, (0, column), (0, column + 1), "*") == "s = '😀' * x\n"


def test_changes_of_one_message_build_on_each_other() -> None:
    documents = opened("ab\n")
    change = types.TextDocumentContentChangePartial
    at = types.Position
    changes: list[types.TextDocumentContentChangeEvent] = [
        change(types.Range(at(0, 0), at(0, 0)), "x\n"),
        change(types.Range(at(1, 1), at(1, 2)), "y"),
        types.TextDocumentContentChangeWholeDocument("z = 1\n"),
        change(types.Range(at(0, 4), at(0, 5)), "2"),
    ]
    document = documents.change(types.VersionedTextDocumentIdentifier(7, URI), changes)
    assert document is not None
    assert (document.source.text, document.version) == ("z = 2\n", 7)


def test_random_edits_in_client_units_keep_the_text_exact() -> None:
    chance = random.Random(2)
    text = "def f():\n    return '😀'\n"
    documents = opened(text)
    for _ in range(400):
        offsets = sorted(chance.randint(0, len(text)) for _ in range(2))
        offsets = [at + 1 if text[at - 1 : at + 1] == "\r\n" else at for at in offsets]
        new = chance.choice(PIECES)
        start, end = (place_of(text, at) for at in offsets)
        text = text[: offsets[0]] + new + text[offsets[1] :]
        assert type_over(documents, start, end, new) == text
        if len(text) > 200:
            text = type_over(documents, (0, 0), (len(text), 0), "")


def place_of(text: str, offset: int) -> tuple[int, int]:
    """A straightforward second opinion on where an offset is for a UTF-16 client."""
    before = text[:offset]
    line, start, at = 0, 0, 0
    while at < len(before):
        step = 2 if before.startswith("\r\n", at) else 1
        if before[at] in "\r\n":
            line, start = line + 1, at + step
        at += step
    return line, len(before[start:].encode("utf-16-le")) // 2


def test_changes_of_one_message_come_to_the_same_as_each_in_its_own() -> None:
    chance = random.Random(7)
    together, apart = opened("s = '😀'\n" * 9), opened("s = '😀'\n" * 9)
    changes: list[types.TextDocumentContentChangeEvent] = [
        types.TextDocumentContentChangeWholeDocument("".join(chance.choices(PIECES, k=9)))
        if number in (3, 90)
        else types.TextDocumentContentChangePartial(
            types.Range(*(types.Position(chance.randrange(12), chance.randrange(8)) for _ in range(2))),
            chance.choice(PIECES),
        )
        for number in range(300)
    ]
    identifier = types.VersionedTextDocumentIdentifier(2, URI)
    whole = together.change(identifier, changes)
    assert whole is not None
    assert str(whole.source.tree.root_node) == str(Source.parse(whole.source.text).tree.root_node)  # it was read afresh
    for change in changes:
        piecewise = apart.change(identifier, [change])
    assert piecewise is not None
    assert whole.source.data == piecewise.source.data
