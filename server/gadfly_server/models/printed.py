"""That one would see a value by printing it, as in "What would `print(x)` show?", says no more than "What is `x`?"."""

from __future__ import annotations

import re

_SHOWING = r"(?:show|display|print|output|give|reveal|say)(?:\s+(?:you|us))?\b"
_OF_A_NAME = re.compile(rf"`print\((?P<named>\w+)\)`(?P<shows>\s+{_SHOWING})?")
_BY_ITSELF = re.compile(rf"`print`\s+{_SHOWING}")


def without_print(text: str, question: str) -> str:
    """The text with the value itself in the place of a `print` of it, unless our question asks what is printed."""
    if "print" in question:
        return text
    named = _OF_A_NAME.sub(lambda told: f"`{told['named']}` be" if told["shows"] else f"`{told['named']}`", text)
    return _BY_ITSELF.sub("you see", named)
