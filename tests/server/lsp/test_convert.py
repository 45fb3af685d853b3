"""Positions mean the same place on both sides, whatever units the client counts in."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from gadfly_analyzers.findings import Span
from gadfly_analyzers.source import Position, Source
from gadfly_server.lsp import convert

# Columns of the ``x`` behind an emoji, an accent and a combining mark.
LINE = "s = '😀é\u0301'; x = 1\n"
COLUMNS = {convert.UTF8: 16, convert.UTF16: 12, convert.UTF32: 11}


@pytest.mark.parametrize("encoding", COLUMNS)
def test_a_position_after_an_emoji(encoding: str) -> None:
    source = Source.parse("\n" + LINE)
    start = source.data.index(b"x")
    place = types.Position(1, COLUMNS[encoding])
    assert convert.to_byte(source, place, encoding) == start
    assert convert.to_range(source, Span(start, start + 1), encoding) == {
        "start": {"line": 1, "character": COLUMNS[encoding]},
        "end": {"line": 1, "character": COLUMNS[encoding] + 1},
    }


@pytest.mark.parametrize("encoding", COLUMNS)
def test_every_character_goes_there_and_back(encoding: str) -> None:
    text = "α = '𝒙'\r\nb\t= '👩🏽‍🚀'\rc\x0c= '\u2028'\n"
    source = Source.parse(text)
    for index in range(len(text)):
        byte = len(text[:index].encode())
        place = convert.to_range(source, Span(byte, byte), encoding)["start"]
        if text[index - 1 : index + 1] != "\r\n":  # between the two is no place of its own
            assert convert.to_byte(source, types.Position(**place), encoding) == byte


@pytest.mark.parametrize("encoding", COLUMNS)
def test_what_lies_outside_is_cut_to_the_text(encoding: str) -> None:
    source = Source.parse("é\nab")
    assert convert.to_byte(source, types.Position(0, 99), encoding) == 2
    assert convert.to_byte(source, types.Position(1, 99), encoding) == 5
    assert convert.to_byte(source, types.Position(99, 0), encoding) == 5


def test_the_middle_of_a_character_is_its_start() -> None:
    lines = ["'😀'"]
    assert convert.to_position(lines, types.Position(0, 2), convert.UTF16) == Position(0, 1)
    assert convert.to_position(lines, types.Position(0, 3), convert.UTF8) == Position(0, 1)


def test_half_a_surrogate_pair_is_one_unit() -> None:
    source = Source.parse("'\ud83d'; x")
    byte = source.data.index(b"x")
    assert convert.to_byte(source, types.Position(0, 5), convert.UTF16) == byte
    assert convert.to_range(source, Span(byte, byte), convert.UTF16)["start"] == {"line": 0, "character": 5}


def test_a_place_right_behind_half_a_surrogate_pair_is_behind_it() -> None:
    lines = ["x\ud83d y", "\ud83d"]
    assert convert.to_position(lines, types.Position(0, 2), convert.UTF16) == Position(0, 4)
    assert convert.to_position(lines, types.Position(1, 1), convert.UTF16) == Position(1, 3)
    assert convert.to_position(lines, types.Position(1, 9), convert.UTF16) == Position(1, 11)


def test_lines_become_a_range_without_outer_space() -> None:
    source = Source.parse("def f():\n    s = '😀'  \n\n")
    assert convert.lines_to_range(source, 2, 2, convert.UTF16) == {
        "start": {"line": 1, "character": 4},
        "end": {"line": 1, "character": 12},
    }
    assert convert.lines_to_range(source, 3, 9, convert.UTF16) == {
        "start": {"line": 2, "character": 0},
        "end": {"line": 3, "character": 0},
    }
    assert convert.lines_to_range(source, 9, 9, convert.UTF16) is None


def test_paths_with_spaces_and_accents_go_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "mon été" / "50% #1.py"
    assert convert.to_path(convert.to_uri(path)) == path
    assert convert.to_path("untitled:Untitled-1") is None
