"""What plain words are: short sentences, without words of the trade, and without telling what to do."""

from __future__ import annotations

import re

# Words of the trade that nothing here explains, and words that tell what to do.
JARGON = re.compile(
    r"\b(iterab|mutab|immutab|instan|scope|namespace|referenc|pointer|alias|shallow|bitwise|operator|operand|expression"
    r"|evaluat|iterat|concatenat|boolean|integer|float|string|identifier|initiali|assign|element)",
    re.IGNORECASE,
)
TELLING = re.compile(r"\b(should|must|instead|fix|use|replace|insert|delete|try|need to|have to)\b", re.IGNORECASE)
HARSH = re.compile(r"\b(wrong|mistake|error-prone|obviously|simply|just write|of course|stupid|confus)", re.IGNORECASE)


def prose(text: str) -> str:
    """Leave out what is code; each word of it counts as one."""
    return re.sub(r"`[^`]*`", lambda code: " ".join("x" for _ in code[0].split()), text)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+(?=\S)", prose(text))
