"""What Gadfly remembers of a student, in words for that student."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.misconceptions import by_id
from gadfly_server.wording import later, say, say_count

if TYPE_CHECKING:
    from pathlib import Path

    from gadfly_server.memory import Forgotten
    from gadfly_server.tutor.remembered import Remembered

HEADS = (later("Idea"), later("It held"), later("It did not"), later("Last seen"), later("Now"), later("Name"))
_NOW = {1: later("watch for it"), 0: "", -1: later("behind you")}


@dataclass(frozen=True, slots=True)
class Line:
    """One idea: in words, how often it held and how often it did not, when last, and what that means now."""

    idea: str
    held: int
    refuted: int
    last: str
    now: str
    name: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands below ``HEADS``."""
        return self.idea, str(self.held), str(self.refuted), self.last, self.now, self.name


def lines(remembered: Sequence[Remembered]) -> Iterator[Line]:
    """One for each idea that the catalogue still has."""
    for each in remembered:
        try:
            title = by_id(each.misconception).title
        except KeyError:
            continue
        now = _NOW[each.lean]
        yield Line(title, each.held, each.refuted, each.last.isoformat(), now and say(now), each.misconception)


def heading() -> str:
    """What it is."""
    return say("What Gadfly remembers about you")


def promise(file: Path) -> str:
    """Where it is kept, and what is not in it."""
    return say(
        "It is kept on this computer only, in {file}. None of your programs and answers are in it.", file=f"`{file}`"
    )


def nothing() -> str:
    """There is nothing to show."""
    return say("Gadfly remembers nothing about you yet.")


def page(remembered: Sequence[Remembered], file: Path) -> str:
    """All of it as Markdown."""
    shown = [*lines(remembered)]
    if not shown:
        return f"# {heading()}\n\n{nothing()}\n"
    rows = [[say(head) for head in HEADS], ["---"] * len(HEADS), *(line.cells for line in shown)]
    table = "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    return f"# {heading()}\n\n{table}\n\n{promise(file)}\n"


def forgotten(gone: Forgotten, dialogues: int = 0) -> str:
    """What was deleted."""
    if not (gone.signs or gone.files or dialogues):
        return say("There was nothing to forget.")
    said = [say_count("Forgotten: {number} thing about you.", "Forgotten: {number} things about you.", gone.signs)]
    if dialogues:
        said.append(say_count("{number} dialogue is gone, too.", "{number} dialogues are gone, too.", dialogues))
    if gone.files:
        said.append(say("Deleted: {files}.", files=", ".join(str(file) for file in gone.files)))
    return " ".join(said)
