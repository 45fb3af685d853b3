"""To what a text draws the eye: a group of lines for each thing that it points to, by the most exact of its ways.

Lines that it numbers, and all of the function where a walk begins at them; else code that it quotes; else what runs in
a case of which it speaks (``cases``); else parts of loops (``parts``) and the variables that it quotes; else functions,
loops, conditions and the like.
Attention is shared among the groups, and then among the lines of each: who hears of a ``return`` and of a long loop
looks at the ``return`` as much as at all of the loop.
"""

from __future__ import annotations

from gadfly_analyzers.source import Source
from gadfly_server.grading import pointing
from gadfly_server.grading.students.cases import cases
from gadfly_server.grading.students.parts import inside, parts

Lines = frozenset[int]


def focus(text: str, source: Source) -> list[Lines]:
    """Give the groups of lines (1-based), none of them empty."""
    lines = pointing.numbered(text, source)
    if lines and pointing.walks(text):
        return [pointing.walked(lines, source)]
    return (
        _group(lines)
        or _group(pointing.pieces(text, source))
        or cases(text, source)
        or [*parts(text, source), *_group(_variables(text, source))]
        or [lines for lines in (pointing.functions(text, source), *pointing.constructs(text, source)) if lines]
    )


def _variables(text: str, source: Source) -> Lines:
    """Give the lines with the variables that a text quotes, in loops alone where it says so."""
    lines = pointing.variables(text, source)
    return lines & inside(text, source) or lines


def _group(lines: Lines) -> list[Lines]:
    return [lines] if lines else []
