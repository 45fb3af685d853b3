"""The user pages of all patterns, and the programs on them."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import cast

from gadfly_analyzers.findings import Finding, Severity, Span
from gadfly_analyzers.patterns import ALL, WHOLE

MODULES = [cast("ModuleType", pattern) for pattern in (*ALL, *WHOLE)]
CORRECTED = Path(__file__).resolve().parents[1] / "analyzers" / "patterns" / "corrected"


def finding_of(rule: str, belief: str | None = None) -> Finding:
    """Give a finding of a pattern, anywhere."""
    return Finding(rule, Severity.INFORMATION, Span(0, 0), "", misconception=belief)


def page(module: ModuleType) -> str:
    """Give the page of a pattern."""
    return inspect.getdoc(module) or ""


def example(module: ModuleType) -> str:
    """Give the program on a pattern's page."""
    found = re.search(r"```python\n(.*?)```", page(module), re.DOTALL)
    assert found is not None
    return found[1]


def corrected(module: ModuleType) -> str:
    """Give the same program without its bug, which the page does not show."""
    return (CORRECTED / f"{module.RULE.replace('-', '_')}.py").read_text(encoding="utf-8")
