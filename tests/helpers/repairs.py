"""Say in a program's own text what a family of edits must propose at a statement, and what not."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

from gadfly_analyzers.localize.repairs.candidates import parses, repaired, sites
from gadfly_analyzers.localize.repairs.families.family import Family
from gadfly_analyzers.localize.repairs.repair import Repair, edits_of
from gadfly_analyzers.localize.repairs.site import Site
from gadfly_analyzers.source import Source

_MARK = "  # <-- here"
_BREAKS = ("(", " = = ", "'", ")", "\n  (\n", "\n\tdef (x:")


def check_repairs(
    family: Family, text: str, *, expects: Sequence[str], never: Sequence[str] = (), hints: Sequence[str] = ()
) -> None:
    """Demand that a family proposes edits at the statement on the line marked ``# <-- here``.

    Each text in ``expects`` and ``never`` is what comes in place of the lines that an edit changes, or the whole
    program after it, both without common indentation; where lines are only taken away, it is empty.
    What is proposed has to be of the family's kinds, and the family has to get along with
    the same program broken at the mark.
    """
    program, line = _read(text)
    source = Source.parse(program)
    found = proposed(family, source, line, hints)
    assert found, "nothing is proposed"
    seen: set[str] = set()
    for repair in found:
        after = repaired(source, repair).decode()
        assert repair.kind.startswith(family_name(family) + "/")
        seen |= {after}
    told = {each for after in seen for each in (_changed(program, after), after.strip("\n"))}
    for each in expects:
        wanted = dedent(each).strip("\n")
        assert wanted in told
        assert any(parses(after.encode()) for after in seen if wanted in (_changed(program, after), after.strip("\n")))
    assert not {dedent(each).strip("\n") for each in never} & told
    _check_broken(family, program, line, hints)


def check_no_repairs(family: Family, text: str, *, hints: Sequence[str] = ()) -> None:
    """Demand that a family proposes nothing at the statement on the line marked ``# <-- here``."""
    program, line = _read(text)
    source = Source.parse(program)
    assert [_changed(program, repaired(source, each).decode()) for each in proposed(family, source, line, hints)] == []


def proposed(family: Family, source: Source, line: int, hints: Sequence[str] = ()) -> list[Repair]:
    """Give what a family proposes at the statements that begin on a line and would change something."""
    found = [repair for site in _sites(source, line, hints) for repair in family.repairs(site)]
    return [repair for repair in found if repaired(source, repair) != source.data]


def family_name(family: Family) -> str:
    """Give the name of a family's file."""
    return getattr(family, "__name__", "").rpartition(".")[2]


def _sites(source: Source, line: int, hints: Sequence[str]) -> list[Site]:
    return list(sites(source, [each for each in source.statements() if each.line == line], hints))


def _check_broken(family: Family, program: str, line: int, hints: Sequence[str]) -> None:
    lines = program.split("\n")
    for wrong in _BREAKS:
        source = Source.parse("\n".join([*lines[: line - 1], lines[line - 1] + wrong, *lines[line:]]))
        for each in range(1, len(source.lines) + 1):
            for repair in proposed(family, source, each, hints):
                edits = edits_of(repair)
                assert all(0 <= edit.start <= edit.end <= len(source.data) for edit in edits)


def _read(text: str) -> tuple[str, int]:
    lines = dedent(text).strip("\n").split("\n")
    line = next(number for number, each in enumerate(lines, 1) if each.endswith(_MARK))
    return "\n".join(each.removesuffix(_MARK) for each in lines) + "\n", line


def _changed(before: str, after: str) -> str:
    """Give the lines that stand in place of others after an edit, without common indentation."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return dedent("\n".join(new)).strip("\n")
