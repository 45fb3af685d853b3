"""``gadfly export``: what was said, and what a model was refused, as files for who tunes models."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.database import Unusable as Locked
from gadfly_server.grading.files import Unreadable, read
from gadfly_server.grading.talks import dialogues_of
from gadfly_server.models.choice import config_file, of_user
from gadfly_server.models.privacy import own_names
from gadfly_server.record import Record
from gadfly_server.terminal.letters import warn
from gadfly_server.terminal.programs import Unusable
from gadfly_server.tuning import consent
from gadfly_server.tuning.openai_chat import Row, tuning
from gadfly_server.tuning.outputs import Outputs

if TYPE_CHECKING:
    from gadfly_server.tutor.turns import Dialogue

FEWEST = 10  # examples that OpenAI wants at least


def export(folder: Path, transcripts: Sequence[Path] = ()) -> int:
    """Write the files into a folder that is not there yet or empty; returns the exit code.

    They are made of the student's own dialogues, or of ``transcripts`` that somebody has, and who was asked for them.
    """
    if not transcripts:
        _ask_for_consent()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Unusable(f"{folder} is there already: name a new folder with --out.")
    rows = (
        tuning(_told(transcripts), (), own_names())
        if transcripts
        else tuning(Record().all(), Outputs().read(), own_names())
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("decomposer", "questioner", "preferences", "reasons"):
            _write(folder / f"{name}.jsonl", getattr(rows, name))
    except OSError as problem:
        raise Unusable(f"{folder} cannot be written: {problem.strerror}.") from None
    for name in ("decomposer", "questioner", "preferences"):
        number = len(getattr(rows, name))
        few = f" (OpenAI wants {FEWEST} at least)" if number < FEWEST else ""
        print(f"{folder / name}.jsonl: {number} examples{few}")  # noqa: T201 - this is what was asked for
    print("Read the files before you give them to anybody: programs and answers are in them.")  # noqa: T201 - the same
    return 0


def _ask_for_consent() -> None:
    """Raise ``Unusable`` with the way out that helps, unless the student allows it."""
    models = of_user(warn)
    try:
        if consent.given(models):
            return
    except Locked as problem:
        raise Unusable(str(problem)) from problem
    if models.keep:
        raise Unusable("You did not allow this: you took it back. `gadfly data allow --tuning` allows it again.")
    raise Unusable(
        f"You did not allow this. Write `keepForTuning = true` below `[models]` in {config_file()} to allow it;"
        " what models are refused is kept from then on. `gadfly data show` shows it,"
        " `gadfly data refuse --tuning` takes it back."
    )


def _told(transcripts: Sequence[Path]) -> Iterator[Dialogue]:
    try:
        yield from (dialogue for path in transcripts for told in read(path) for dialogue in dialogues_of(told))
    except (Unreadable, OSError, UnicodeDecodeError) as problem:
        raise Unusable(str(problem)) from problem


def _write(path: Path, rows: tuple[Row, ...]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
