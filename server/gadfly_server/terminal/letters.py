"""What a program says and is called, as letters alone: on a terminal some signs would command it."""

from __future__ import annotations

import json
import os
import re
import sys

_PICTURES = {number: chr(0x2400 + number) for number in range(0x20) if chr(number) not in "\t\n"}
# More of them, and what ends lines for some and turns them round.
_ODD = (*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_COMMANDS = re.compile(r"^[^\S\n]*::|##\[", re.MULTILINE)  # in the two ways in which GitHub reads them
_SHOWN = {**_PICTURES, **dict.fromkeys(_ODD, "\N{REPLACEMENT CHARACTER}")}


def harmless(text: str) -> str:
    """A text that a terminal shows as it is: what would move, colour or turn something is a picture of itself."""
    return text.translate(_SHOWN)


def for_log(text: str) -> str:
    """A text without commands: GitHub takes some lines of its logs for those of the workflow, whoever wrote them."""
    if not os.environ.get("GITHUB_ACTIONS"):
        return text
    return _COMMANDS.sub(lambda found: f"{found[0][:-1]} {found[0][-1]}", text)


def warn(problem: object) -> None:
    """Tell of a problem on the error output, since results go to stdout."""
    print(f"gadfly: {for_log(harmless(str(problem)))}", file=sys.stderr)  # noqa: T201 - who typed the command reads it


def in_json(shown: object) -> str:
    """JSON in a line that no log takes for a command."""
    return json.dumps(shown, ensure_ascii=False).replace("##[", "#\\u0023[")


def print_any_name() -> None:
    """Print names that are not UTF-8 with what they hold in place of those bytes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
