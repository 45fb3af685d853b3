"""Pages of Markdown that the server has an editor show: whatever programs and students write is text in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gadfly_server.markdown import as_markdown, fenced
from gadfly_server.tutor.words import code
from helpers.editor import editing

HOSTILE = "`` ![x](https://example.org/x.png) <img src=https://example.org/y.png> [go](command:workbench.quit) ` <b>"
ODD = (
    "`",
    "``",
    "![x](//x)",
    "[x](x:y)",
    "<img src=x>",
    "<b",
    ">",
    "&lt;",
    "\\",
    "*a*",
    "_",
    "~~~",
    "\n",
    "\n\n",
    "# ",
    "a",
)
TEXTS = st.lists(st.sampled_from(ODD), max_size=12).map("".join)

PROGRAM = f"""\
class Odd:
    def __repr__(self):
        return {HOSTILE!r} + "\\n\\n" + {HOSTILE!r}


def greeting(name):
    text = {HOSTILE!r} + name
    odd = Odd()
    return text
"""
TEST = """\
from greet import greeting


def test_greeting():
    assert greeting("a") == "hello a"
"""


def elements(markdown: str) -> set[str]:
    """What a preview would make of a page that a text could have put there, or that loads and leads somewhere."""
    return set(re.findall(r"<(img|a|b|em|strong|h\d|s)\b", MarkdownIt("commonmark", {"html": True}).render(markdown)))


@given(TEXTS)
def test_a_text_is_text_in_a_page(text: str) -> None:
    assert not elements(f"Said: {as_markdown(text)}") - {"h1"}  # who begins a line with # writes large
    assert not elements(fenced(text))


@given(TEXTS)
def test_no_piece_of_a_program_ends_its_own_backticks(text: str) -> None:
    line = " ".join(text.split("\n"))
    assert not elements(f"In {as_markdown(code(line))} it is.")
    assert not elements(f"In {code(line)} it is.") or not line.strip()


@pytest.mark.parametrize("command", ["gadfly.transcript", "gadfly.trace", "gadfly.showRequest"])
async def test_what_a_program_and_a_student_write_is_text_in_each_page(tmp_path: Path, command: str) -> None:
    path = tmp_path / "work" / "greet.py"
    path.parent.mkdir()
    path.write_text(PROGRAM, "utf-8")
    (path.parent / "test_greet.py").write_text(TEST, "utf-8")
    async with editing(tmp_path / "state", path.parent) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri).get("question"))
        await editor.ended(uri)
        await editor.answer(uri, f"it is {HOSTILE}")
        page = await editor.command(command, uri)
        assert "example" in page
        assert not elements(page) & {"img", "a", "b"}
