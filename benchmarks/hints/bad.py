"""Bad questions in the place of human ones: irrelevant, repeated, direct, premature.

The fresh irrelevant ones about the problems of the second half were written before the grader was changed, and nothing
was learned from them.

Irrelevant, direct and premature ones are our own words about programs of the development data; repeated ones say an
earlier question of the same tutor again, in the same words or reworded by rules.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gadfly_server.grading.claims.claim import sentences
from gadfly_server.grading.transcript import Label, Transcript, Turn

HERE = Path(__file__).parent
IRRELEVANT: Mapping[str, list[str]] = json.loads((HERE / "irrelevant.json").read_text("utf-8"))
FRESH: Mapping[str, list[str]] = json.loads((HERE / "irrelevant_fresh.json").read_text("utf-8"))
ANYWHERE: list[str] = json.loads((HERE / "irrelevant_anywhere.json").read_text("utf-8"))
GIVING: Mapping[str, list[list[str]]] = json.loads((HERE.parent / "leaking" / "probes.json").read_text("utf-8"))
KINDS = {
    "irrelevant": "relevance",
    "irrelevant, fresh": "relevance",
    "repeated": "repetition",
    "direct": "discretion",
    "premature": "patience",
}
_SWAPS = (
    (r"\bCan you\b", "Could you"),
    (r"\bWhat happens\b", "What will happen"),
    (r"\bdescribe\b", "explain"),
    (r"\bexplain\b", "tell me"),
    (r"\bWhat is the value of\b", "What value does"),
    (r"\bLet's\b", "Let us"),
    (r"\bdo you think\b", "would you say"),
)
_FRAMES = ("{}", "I will ask again. {}", "Let me repeat my question: {}", "Once more, {}", "Hmm. {}")


def bad(human: Transcript) -> Iterator[Transcript]:
    """Give the dialogue up to each human turn that answers a student, with each kind of bad question in its place."""
    name = human.id.partition("/")[0]
    for number, turn in enumerate(human.turns):
        if turn.program is not None:
            return  # from here on it is about another program, of which the questions do not speak
        if turn.role != "tutor" or not number or human.turns[number - 1].role != "student":
            continue
        drawn = hashlib.sha256(f"{human.id} {number}".encode()).digest()
        said = {
            "irrelevant": _one(IRRELEVANT.get(name, ()), drawn[0]),
            "irrelevant, fresh": _one(FRESH.get(name, ()), drawn[6]),
            "direct": _one(GIVING.get(name, ((), ()))[0], drawn[1]),
            "premature": _one(GIVING.get(name, ((), ()))[1], drawn[2]),
            "repeated": _again(human.turns[:number], drawn),
        }
        for kind, text in said.items():
            if text:
                last = Turn(role="tutor", text=text, labels=(Label(rater="author", criterion=kind, value=True),))
                turns = (*human.turns[:number], last)
                yield human.model_copy(update={"id": f"{human.id}/{number}/{kind}", "tutor": kind, "turns": turns})


def _one(texts: Sequence[str], drawn: int) -> str:
    return texts[drawn % len(texts)] if texts else ""


def _again(before: Sequence[Turn], drawn: bytes) -> str:
    asked = [each for turn in before if turn.role == "tutor" for each in sentences(turn.text) if _is_question(each)]
    if not asked:
        return ""
    text = asked[drawn[3] % len(asked)]
    if drawn[4] % 2:
        for old, new in _SWAPS:
            changed = re.sub(old, new, text)
            if changed != text:
                text = changed
                break
    return _FRAMES[drawn[5] % len(_FRAMES)].format(text)


def _is_question(text: str) -> bool:
    """Whether a sentence asks something of substance: closing words are said again and again."""
    return text.endswith("?") and len(text.split()) >= 5 and "else" not in text
