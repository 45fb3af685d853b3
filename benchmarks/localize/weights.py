"""The learned weights under which a program is measured: such as never saw its set, or never saw its problem."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gadfly_analyzers.localize.learned import Learned
from localize.folds import fold_of

UNSEEN = ("lab",)  # sets that those that ship never saw either
PLACE = Path(__file__).resolve().parents[1] / "learned"


def weights_without(set_: str) -> Learned | None:
    """Give the weights learned without this set; ``None`` (those that ship) if it took no part in learning."""
    return _kept(f"without-{set_}")


def weights_for(set_: str, name: str) -> Learned | None:
    """Give the weights learned without the problem of this program; ``None`` if its set took no part in learning."""
    return _kept(f"fold-{fold_of(set_, name)}") if weights_without(set_) else None


@cache
def _kept(name: str) -> Learned | None:
    file = PLACE / f"{name}.json"
    return Learned.from_json(file.read_text("utf-8")) if file.is_file() else None
