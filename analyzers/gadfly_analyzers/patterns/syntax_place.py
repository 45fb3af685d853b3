"""A place where Python stops understanding the file.

## What you see
A question at the first place that keeps the file from being a program.
## Why it matters
Python reads a whole file before it runs any of it.
One missing sign anywhere means that nothing runs, also not the parts that are fine.
## Example
```python
def area(width, height)
    return width * height
```
Nothing in this file can run yet.
## Think about
Read the line aloud, sign by sign: what would you expect after each?
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.findings import Finding, Severity, Span
from gadfly_analyzers.source import Position, Source
from gadfly_analyzers.syntax_signs import MISCONCEPTIONS

RULE = "syntax-place"
MISCONCEPTION = "equals-sign-compares"
_ONE_SIGN = ("bracket-open", "bracket-pair", "character", "quote-mark", "unreadable")
_TO_THE_END = ("quote-open",)


def find(source: Source) -> Iterator[Finding]:
    """Ask about the first place only; what follows from it would be a flood."""
    problem = source.syntax_error()
    if problem is None:
        return
    place = source.span_of_lines(problem.line, problem.line)
    if problem.kind in _ONE_SIGN:
        place = Span(_byte(source, problem.line, problem.column), _byte(source, problem.line, problem.column + 1))
    elif problem.kind in _TO_THE_END:
        place = Span(_byte(source, problem.line, problem.column), place.end)
    # Most errors of syntax are slips of the hand; a few kinds show a belief.
    belief = MISCONCEPTIONS.get(problem.kind, "")
    yield Finding(RULE, Severity.ERROR, place, problem.message, certain=True, misconception=belief)


def _byte(source: Source, line: int, column: int) -> int:
    before = source.lines[line - 1][:column]
    return source.byte(Position(line - 1, len(before.encode("utf-8", "surrogatepass"))))
