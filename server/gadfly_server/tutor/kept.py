"""Dialogues as plain values that JSON can hold, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from gadfly_server.tutor import notebook
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.turns import Answered, Dialogue, Seen, Turn


def to_json(dialogue: Dialogue) -> dict[str, Any]:
    """The dialogue as plain values that JSON can hold."""
    return asdict(dialogue)


def from_json(kept: dict[str, Any]) -> Dialogue:
    """The dialogue that ``to_json`` gave, now or in an earlier version.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else.
    """
    return Dialogue(
        turns=tuple(_turn(turn) for turn in kept["turns"]),
        question=_question(kept["question"]) if kept["question"] else None,
        seen=Seen(kept["seen"]["text"], kept["seen"]["state"], _pairs(kept["seen"]["failing"])),
        asked=tuple(kept["asked"]),
        known=_pairs(kept.get("known", ())),
        answered=tuple(Answered(**answered) for answered in kept["answered"]),
        topic=kept["topic"],
        wrong=kept["wrong"],
        tries=kept["tries"],
        closed=kept["closed"],
        bug=kept.get("bug", ""),
        began=kept.get("began", 0),
        level=kept.get("level", 0),
        acts=tuple(kept.get("acts", ())),
        offer=kept.get("offer", 0),
        understood=tuple(kept.get("understood", ())),
        idea=kept.get("idea", ""),
        failed=kept.get("failed", ""),
        hypotheses=notebook.from_json(kept.get("hypotheses", ())),
    )


def _pairs(kept: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in kept)


def _turn(kept: dict[str, Any]) -> Turn:
    texts = {"choices": tuple(kept["choices"]), "heard": tuple(kept.get("heard", ()))}
    return Turn(**{**kept, **texts, "points_at": _place(kept["points_at"])})


def _question(kept: dict[str, Any]) -> Question:
    parts = {
        "entry": Entry(kept["entry"]),
        "oracle": _oracle(kept["oracle"]),
        "beliefs": _pairs(kept.get("beliefs", [])),
        "points_at": _place(kept["points_at"]),
        "choices": tuple(kept["choices"]),
        "tells": tuple(kept.get("tells", ())),
    }
    return Question(**{**kept, **parts})


def _oracle(kept: dict[str, Any]) -> Oracle:
    return Oracle(**{**kept, "mentions": tuple(kept.get("mentions", ())), "also": tuple(kept.get("also", ()))})


def _place(kept: dict[str, int] | None) -> Place | None:
    return Place(**kept) if kept else None
