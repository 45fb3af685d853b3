"""How often and when a statement runs, and where the run goes on after it."""

from __future__ import annotations

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.localize.directions.compared import Compared, Pair, Version
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.trace.layout import LOOPS

_LEAVING = ("return_statement", "break_statement", "continue_statement", "raise_statement")
_HEADERS = ("if_statement", "elif_clause", *LOOPS)


def leaving(compared: Compared) -> Deviation | None:
    """Tell whether the statement leaves a loop or the function where the other version goes on."""
    if compared.statement.kind not in _LEAVING:
        return None
    for pair in compared.pairs:
        ours, theirs = _lines(compared, pair)
        at = _parting(ours, theirs)
        if at < len(ours) and ours[at] == compared.line and at < len(theirs) and pair.ours.ended:
            return Deviation.LEAVES_EARLY
    return None


def leaving_near(compared: Compared) -> Deviation | None:
    """Tell whether right behind the statement the other version leaves a loop or the function, and ours goes on."""
    if compared.statement.kind in (*_HEADERS, *_LEAVING):
        return None
    loop = compared.loop
    for pair in compared.pairs:
        ours, theirs = _lines(compared, pair)
        at = _parting(ours, theirs)
        if not 0 < at < len(ours) or ours[at - 1] != compared.line:
            continue
        if at == len(theirs) and pair.theirs.ended:
            return Deviation.GOES_ON
        stays = loop is not None and ours[at] in _reach(compared.ours, loop)
        if loop and stays and at < len(theirs) and _leaves(compared, loop, theirs[at]):
            return Deviation.GOES_ON
    return None


def often(compared: Compared) -> Deviation | None:
    """Compare how often the statement runs in a call, and if as often, before or after which others."""
    for pair in compared.pairs:
        if not pair.ours.ended or not pair.theirs.ended or pair.ours.raised:
            continue
        ours, theirs = _own_lines(pair), _moved(compared, pair)
        line = compared.line
        one, other = ours.count(line), theirs.count(line)
        if one != other:
            return _counted(one, other)
        if one and compared.lines.there(line) is None:
            return _timed(ours.index(line), theirs.index(line))
    return None


def _counted(ours: int, theirs: int) -> Deviation:
    if not ours:
        return Deviation.RUNS_NEVER
    if not theirs:
        return Deviation.RUNS_NEEDLESSLY
    return Deviation.RUNS_TOO_OFTEN if ours > theirs else Deviation.RUNS_TOO_SELDOM


def _timed(ours: int, theirs: int) -> Deviation | None:
    if ours == theirs:
        return None
    return Deviation.RUNS_TOO_EARLY if ours < theirs else Deviation.RUNS_TOO_LATE


def _own_lines(pair: Pair) -> list[int]:
    return [step.statement.line for step in pair.ours.steps]


def _lines(compared: Compared, pair: Pair) -> tuple[list[int], list[int]]:
    """The lines that both calls ran, counted as in our version; those of the other version alone are left out."""
    back = compared.lines.reversed().there
    theirs = (back(step.statement.line) for step in pair.theirs.steps)
    return _own_lines(pair), [line for line in theirs if line is not None]


def _moved(compared: Compared, pair: Pair) -> list[int]:
    """The other version's lines as in ours, where one that stands elsewhere there is known by its text."""
    back, texts = compared.lines.reversed().there, compared.theirs.source.lines
    own = compared.ours.source.lines[compared.line - 1].strip()
    found = []
    for step in pair.theirs.steps:
        line = back(step.statement.line)
        if line is None and texts[step.statement.line - 1].strip() == own:
            line = compared.line
        if line is not None:
            found.append(line)
    return found


def _parting(ours: list[int], theirs: list[int]) -> int:
    """How many lines both ran alike."""
    pairs = zip(ours, theirs, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(ours), len(theirs)))


def _reach(version: Version, loop: Statement) -> range:
    return range(loop.line, version.layout.block(loop).stop)


def _leaves(compared: Compared, loop: Statement, line: int) -> bool:
    """Whether a line of ours lies behind the loop in the other version, too, which may have taken it in."""
    there = compared.lines.there
    header = there(loop.line)
    theirs = None if header is None else compared.theirs.layout.alone(header)
    if theirs is None or line in _reach(compared.ours, loop):
        return False
    return there(line) not in _reach(compared.theirs, theirs)
