"""Where questions about a bug lead away to: themes, each with the words that show it, listed in ``digressions.txt``.

A theme is none where the program, its tests, the task or the student have the matter themselves.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

SMALL_TALK = "small talk"  # is never the matter


def digression(text: str, known: str) -> str:
    """Name what a text leads away to, with the words that show it; empty if it stays with the matter."""
    for theme, pattern in _themes():
        for found in pattern.finditer(text):
            if theme == SMALL_TALK or not _is_known(found[0], known):
                return f"{theme} (“{found[0]}”)"
    return ""


def _is_known(words: str, known: str) -> bool:
    """Tell whether the matter itself stands in what is known: the longest of the words decides."""
    longest = max(re.findall(r"\w+", words), key=len)
    return re.search(rf"(?<![A-Za-z]){re.escape(longest[:6])}", known, re.IGNORECASE) is not None


@cache
def _themes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed: dict[str, list[str]] = {}
    theme = ""
    for line in files("gadfly_server.grading").joinpath("digressions.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            theme = line.strip("[]")
        elif line and not line.startswith("#"):
            listed.setdefault(theme, []).append(line)
    return tuple(
        (theme, re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE))
        for theme, words in listed.items()
    )
