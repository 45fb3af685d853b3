"""What is known of one plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gadfly_analyzers.worked_example import WorkedExample


@dataclass(frozen=True, slots=True)
class Plan:
    """A way of doing things that many programs have in common, and an example of it that is right.

    ``says`` tells in one sentence how it works; ``sign`` is what a line looks like that belongs to it, and matches
    nothing where only the kind of what is wrong leads to it.
    """

    id: str
    title: str
    says: str
    sign: re.Pattern[str]
    analogue: WorkedExample
