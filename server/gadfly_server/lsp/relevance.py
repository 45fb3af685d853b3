"""What the newest run says of findings, known again while the text moves on: which of them a failing test came by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gadfly_analyzers.examine import Examination
    from gadfly_analyzers.findings import Finding
    from gadfly_analyzers.source import Source

Mark = tuple[str, str]


class Relevance:
    """The findings of one program that are worth a question now.

    What is certain always is; the rest until its line is touched, if the newest run that came to its end says so.
    A finding is known by its rule and its line, without comment and white space; of equal ones by their order.
    """

    def __init__(self) -> None:
        self._taken: Examination | None = None
        self.marks: Mapping[Mark, tuple[bool, ...]] = {}

    def take(self, examination: Examination | None) -> None:
        """Take over what a run showed. Where none was possible, nothing is known better than before."""
        if examination is None or examination.run is None or not examination.run_is_over or examination is self._taken:
            return
        self._taken = examination
        marks: dict[Mark, tuple[bool, ...]] = {}
        for finding in examination.findings:
            mark = _mark(examination.source, finding)
            marks[mark] = (*marks.get(mark, ()), finding in examination.asked)
        self.marks = {mark: came_by for mark, came_by in marks.items() if any(came_by)}

    def among(self, findings: Iterable[Finding], source: Source) -> list[Finding]:
        """Give those findings in a version of the text that are worth a question."""
        rules, seen = {rule for rule, _ in self.marks}, Counter[Mark]()
        kept = []
        for finding in findings:
            if finding.certain:
                kept.append(finding)
            elif finding.rule in rules:
                mark = _mark(source, finding)
                if _holds(self.marks.get(mark, ()), seen[mark]):
                    kept.append(finding)
                seen[mark] += 1
        return kept


def _mark(source: Source, finding: Finding) -> Mark:
    line = source.lines[source.line_of(finding.span.start)]
    return finding.rule, " ".join(line.partition("#")[0].split())


def _holds(came_by: tuple[bool, ...], place: int) -> bool:
    """Whether the finding at a place among equal ones is one that the run came by; a copy is if all of them are."""
    return bool(came_by) and (all(came_by) or (place < len(came_by) and came_by[place]))
