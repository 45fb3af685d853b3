"""The user pages of patterns, which are their docstrings."""

from __future__ import annotations

import importlib
import inspect
import re
from functools import lru_cache

_RULE = re.compile(r"[a-z0-9-]+")


@lru_cache(maxsize=256)
def excerpt(rule: str) -> str:
    """The part of a pattern's page that says what one sees and why it matters; nothing that sounds like a cure."""
    if not _RULE.fullmatch(rule):
        return ""
    try:
        module = importlib.import_module(f"gadfly_analyzers.patterns.{rule.replace('-', '_')}")
    except ImportError:
        return ""
    page = inspect.getdoc(module) or ""
    return re.split(r"^## (?:Example|Try instead)", page, maxsplit=1, flags=re.MULTILINE)[0].strip()
