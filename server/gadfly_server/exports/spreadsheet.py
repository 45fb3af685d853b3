"""Cells of CSV files that a spreadsheet shows as they are: nothing that somebody wrote is a formula there."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")  # also in their wide forms
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def cell(text: str) -> str:
    """A text with an apostrophe before it if a spreadsheet would take it for a formula; numbers stay as they are."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
