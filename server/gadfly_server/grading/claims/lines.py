"""Claims about lines: what stands on one, how often a loop runs, whether a line runs, what a name is there.

What a line does is checked with recordings of failing tests: a claim holds if it does in one of them, for texts
seldom say of which run they speak.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gadfly_analyzers.lines import lines_in
from gadfly_server.grading.claims.claim import CODE, VALUE, Checked, alike, bare, said, sentences

if TYPE_CHECKING:
    from gadfly_server.grading.case import Case

LINE = r"line (?P<line>\d{1,5})\b"
_HEADS = {
    "for loop": r"\bfor\b",
    "while loop": r"\bwhile\b",
    "loop": r"\b(?:for|while)\b",
    "if statement": r"\bif\b",
    "elif statement": r"\belif\b",
    "return statement": r"\breturn\b",
    "function definition": r"\bdef\b",
    "print statement": r"\bprint\b",
    "import": r"\bimport\b",
}
_KEYWORD = re.compile(r"(?:return|for|while|if|elif|else|def|break|continue|pass|import|print|and|or|not|in|is)\Z")
_EDIT = re.compile(
    r"\b(?:replac|chang|add|insert|writ|put|mov|remov|delet|renam|swap|turn)(?:e|es|ing)?\b|\bus(?:e|es|ing)\b",
    re.IGNORECASE,
)
_TIMES = {"once": 1, "twice": 2}
Check = Callable[[re.Match[str], "Case"], Checked]


def claims_of_lines(text: str) -> Iterator[tuple[re.Match[str], Check]]:
    """Find the claims of a text about what lines do; each with its check."""
    for sentence in said(text):
        for pattern, check in _DONE:
            yield from ((found, check) for found in pattern.finditer(sentence))


def claims_of_text(text: str) -> Iterator[tuple[re.Match[str], Check]]:
    """Find the claims about what stands on lines; also a question makes such a claim, but no call for an edit."""
    for sentence in sentences(text):
        if _EDIT.search(sentence):
            continue
        for pattern, check in _STANDS:
            yield from ((found, check) for found in pattern.finditer(sentence))


def checked_lines(text: str, case: Case) -> Iterator[Checked]:
    """Check all claims of a text about lines."""
    for found, check in (*claims_of_text(text), *claims_of_lines(text)):
        yield check(found, case)


def _line(found: re.Match[str], case: Case) -> str | None:
    lines, number = lines_in(case.source.text), int(found["line"])
    return lines[number - 1] if 0 < number <= len(lines) else None


def _head(found: re.Match[str], case: Case) -> Checked:
    line = _line(found, case)
    if line is None:
        return Checked(found[0], False, f"there is no line {found['line']}")
    return Checked(found[0], re.search(_HEADS[found["head"].lower()], line) is not None, f"it is {line.strip()!r}")


def _piece(found: re.Match[str], case: Case) -> Checked:
    piece, line = bare(found["code"]), _line(found, case)
    if line is None:
        return Checked(found[0], False, f"there is no line {found['line']}")
    if re.fullmatch(r"[\w.]+|\W", piece) and not _KEYWORD.match(piece):
        return Checked(found[0], None, "a name or a sign alone says nothing of what stands there")
    squeezed = re.sub(r"\s|['\"]|:$", "", piece)
    is_there = squeezed in re.sub(r"\s|['\"]", "", line)
    is_code = squeezed in re.sub(r"\s|['\"]", "", case.source.text)
    return Checked(found[0], True if is_there else False if is_code else None, f"it is {line.strip()!r}")


def _times(found: re.Match[str], case: Case) -> Checked:
    wanted = _TIMES.get(found["times"].lower()) or int(re.sub(r"\D", "", found["times"]) or 0)
    counts = {
        len(passes)
        for readings in case.readings
        for each in readings.activations
        if any(step.statement.line == int(found["line"]) for step in each.steps)
        and each.ended  # else nobody knows how often it would
        and (passes := each.passes(int(found["line"]))) is not None
    }
    return Checked(found[0], wanted in counts if counts else None, f"in the runs: {_listed(map(str, counts))}")


def _reached(found: re.Match[str], case: Case) -> Checked:
    known = [readings.reached(int(found["line"])) for readings in case.readings]
    seen = {each.value for each in known if each is not None}
    wanted = not found["never"]
    return Checked(found[0], wanted in seen if seen else None, f"it ran in {sum(map(bool, seen))} of {len(known)} runs")


def _value(found: re.Match[str], case: Case) -> Checked:
    name, wanted, line = bare(found["name"]), bare(found["value"]), int(found["line"])
    values = {
        value.text
        for readings in case.readings
        for each in readings.activations
        for step in each.runs_of(line) or ()
        for value in (
            each.value_before(name, step.start),
            each.value_before(name, step.end) if step.end is not None else None,
        )
        if value is not None
    }
    held = any(alike(value, wanted) for value in values)
    return Checked(found[0], held if values else None, f"in the runs {name} is {_listed(values)} there")


def _listed(values: Iterator[str] | set[str]) -> str:
    known = sorted(values)
    return ", ".join(known[:5]) + (" …" if len(known) > 5 else "") if known else "not seen"


_NAME = r"(?:`(?P<name>[A-Za-z_]\w*)`)"
_STANDS: tuple[tuple[re.Pattern[str], Check], ...] = (
    (re.compile(rf"\b(?P<head>{'|'.join(_HEADS)}) (?:on|in|at) {LINE}", re.IGNORECASE), _head),
    (re.compile(rf"(?P<code>{CODE}) (?:statement |condition |loop )?(?:on|in|at) {LINE}(?!\s*(?:is|be)\b)"), _piece),
    (re.compile(rf"\b[Oo]n {LINE},? (?:you have|there is|it says|it reads|you wrote) (?P<code>{CODE})"), _piece),
)
_DONE: tuple[tuple[re.Pattern[str], Check], ...] = (
    (
        re.compile(
            rf"\bloop (?:on|in|at) {LINE} (?:runs|iterates|repeats|executes|goes) (?P<times>once|twice|\d+ times)"
        ),
        _times,
    ),
    (
        re.compile(
            rf"\b[Ll]{LINE[1:]} (?:(?P<never>is never|never|is not|isn't|does not|doesn't|was never)|is|was|gets)? ?"
            r"(?:runs?|executed?|executes|reached)\b(?! (?:the|a|your|each|for|when|only|again|more|once|twice|\d))"
        ),
        _reached,
    ),
    (
        re.compile(
            rf"{_NAME} (?:is|has the value|equals|becomes|holds) (?P<value>{VALUE}),? (?:on|at|after|before|in) {LINE}"
        ),
        _value,
    ),
)
