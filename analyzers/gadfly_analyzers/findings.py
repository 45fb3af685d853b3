"""What a pattern reports: a rule's name, a place in the text, a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How loudly a finding is shown."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of UTF-8 byte offsets, as tree-sitter counts them."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that a pattern asks about; ``message`` is a question, never the repair.

    ``certain`` tells that this is wrong whatever the tests say; what is not is worth a question only where a failing
    run came by (see ``relevance``). ``misconception`` is the id of the belief behind this very finding, empty if there
    is none; where it is nothing, that of the pattern counts.
    """

    rule: str
    severity: Severity
    span: Span
    message: str
    certain: bool = False
    misconception: str | None = None
