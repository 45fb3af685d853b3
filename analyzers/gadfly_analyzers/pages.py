"""The user pages of patterns, which are their docstrings: one for a reader, all of them for the documentation."""

from __future__ import annotations

import inspect
import re
import sys
from functools import cache
from pathlib import Path

from gadfly_analyzers.findings import Finding
from gadfly_analyzers.patterns import ALL, WHOLE
from gadfly_analyzers.patterns.pattern import Pattern, WholePattern

_ALL: tuple[Pattern | WholePattern, ...] = (*ALL, *WHOLE)
_PATTERNS = {pattern.RULE: pattern for pattern in _ALL}
NAMES = tuple(sorted(_PATTERNS))

_START = """\
# What Gadfly asks about

Each part is a pattern that often comes with a wrong idea of what Python does.
Gadfly asks about it where a failing test runs it; where nobody can have meant it, always.
A name in `patterns.disabled` turns a pattern off, in [the classroom file](classroom.md) and in the editor's settings.

This page is made by `make docs` from the docstrings in `analyzers/gadfly_analyzers/patterns/`.
"""


def misconception(finding: Finding) -> str:
    """Give the id of the belief behind a finding, empty if there is none: its own, or else its pattern's."""
    return _PATTERNS[finding.rule].MISCONCEPTION if finding.misconception is None else finding.misconception


def page(finding: Finding) -> str:
    """Give what there is to read about a finding: its pattern's page, and the belief behind it in another context."""
    title, rest = _title_and_rest(finding.rule)
    told = concept(finding)
    return f"# {title}\n\n{rest}\n" + (f"\n## The idea behind it\n{told}\n" if told else "")


def concept(finding: Finding) -> str:
    """Give the belief behind a finding, in another context than the student's own; never the cure."""
    belief = misconception(finding)
    return _concept(belief) if belief else ""


@cache
def _concept(belief: str) -> str:
    from gadfly_analyzers import misconceptions  # noqa: PLC0415 - not needed before somebody reads
    from gadfly_analyzers.misconceptions.pages import page as page_of  # noqa: PLC0415 - the same

    return page_of(misconceptions.by_id(belief)).strip()


def all_pages() -> str:
    """Give the page that lists all patterns."""
    contents = "".join(f"- [{_title_and_rest(rule)[0]}](#{rule})\n" for rule in NAMES)
    return "\n".join([_START, contents, *map(_part, NAMES)])


def _part(rule: str) -> str:
    title, rest = _title_and_rest(rule)
    deeper = re.sub(r"^(?=## )", "#", rest, flags=re.MULTILINE)
    return f'<a id="{rule}"></a>\n\n## {title}\n\nIts name is `{rule}`.\n\n{deeper}\n'


def _title_and_rest(rule: str) -> tuple[str, str]:
    title, _, rest = _docstring(rule).partition("\n")
    return title.rstrip("."), rest.strip()


@cache
def _docstring(rule: str) -> str:
    """Give a pattern's own page, without anything that sounds like a cure."""
    return _without(inspect.getdoc(_PATTERNS[rule]) or "", "Try instead")


def _without(page: str, *headings: str) -> str:
    """Leave out the parts under some headings."""
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    return "".join(part for part in parts if part.partition("\n")[0].removeprefix("## ") not in headings).strip()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m gadfly_analyzers.pages FILE")
    Path(sys.argv[1]).write_text(all_pages(), encoding="utf-8", newline="\n")
