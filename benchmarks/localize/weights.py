"""The learned weights under which a set is measured: such as never saw it."""

from __future__ import annotations

from pathlib import Path

from gadfly_analyzers.localize.learned import Learned

PLACE = Path(__file__).resolve().parents[1] / "learned"


def weights_without(name: str) -> Learned | None:
    """Give the weights learned without this set; ``None`` (those that ship) if it took no part in learning."""
    file = PLACE / f"without-{name}.json"
    return Learned.from_json(file.read_text("utf-8")) if file.is_file() else None
