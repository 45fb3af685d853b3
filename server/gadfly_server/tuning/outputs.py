"""All that a model was asked and replied, with the reason where a reply was refused: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.database import Unusable
from gadfly_server.home import state_folder
from gadfly_server.locks import alone
from gadfly_server.record import OUTPUTS
from gadfly_server.tuning import consent

if TYPE_CHECKING:
    from gadfly_server.models.answering import Prompt
    from gadfly_server.models.checked import Keep
    from gadfly_server.settings import Models

LONGEST = 4000  # characters of a reply that are kept


@dataclass(frozen=True, slots=True)
class Output:
    """One reply: the rules and the data that a model was given, what it said, and why that was refused, if it was."""

    rules: str
    data: str
    output: str
    reason: str


class Outputs:
    """Keeps replies in the user's state folder; one that cannot be kept is lost, and nothing else."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or state_folder()
        self.path = self._folder / OUTPUTS

    def keep(self, prompt: Prompt, output: str, reason: str) -> None:
        """Write one down."""
        line = json.dumps(asdict(Output(prompt.rules, prompt.data, output[:LONGEST], reason)), ensure_ascii=True)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with alone(self._folder / "lock"), self.path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
            self.path.chmod(0o600)
        except OSError:
            return

    def read(self) -> Iterator[Output]:
        """All that were kept; a line that cannot be read, such as one cut off, is left out."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except OSError:
            return
        yield from (output for line in lines if (output := _read(line)) is not None)


def keeping(models: Models, tell: Callable[[str], None], allowed: Callable[[Models], bool] = consent.given) -> Keep:
    """What keeps replies, if the student allows it; else nothing is kept. ``tell`` hears why nobody can know."""
    try:
        return Outputs().keep if allowed(models) else _nothing
    except (Unusable, OSError) as problem:
        tell(f"{problem} Nothing is kept for tuning models.")
        return _nothing


def _nothing(*_: object) -> None:
    """Keep nothing."""


def _read(line: str) -> Output | None:
    try:
        kept = json.loads(line)
        return Output(*(str(kept[name]) for name in ("rules", "data", "output", "reason")))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
