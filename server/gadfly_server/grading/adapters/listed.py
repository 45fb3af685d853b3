"""All formats that can be converted, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from gadfly_server.grading import files
from gadfly_server.grading.adapters import chats, gadfly, mcminer, quest_gen, socratic, table, treeinstruct
from gadfly_server.grading.adapters.telling import Tell, silent
from gadfly_server.grading.transcript import Transcript


class Adapter(Protocol):
    """Reads one format; ``tutor`` renames who taught, ``program`` is what a dialogue without one is about.

    ``tell`` hears of what is left out.
    """

    def read(
        self, path: Path, *, tutor: str | None = None, program: Path | None = None, tell: Tell = silent
    ) -> Iterator[Transcript]:
        """Give the transcripts of a file. Raises ``Unreadable``."""


ADAPTERS: Mapping[str, Adapter] = {
    "gadfly": gadfly,
    "socratic": socratic,
    "treeinstruct": treeinstruct,
    "mcminer": mcminer,
    "csv": table,
    "chats": chats,
    "quest-gen": quest_gen,
}


def read(
    form: str, path: Path, *, tutor: str | None = None, program: Path | None = None, tell: Tell = silent
) -> Iterator[Transcript]:
    """Give the transcripts of a file of a format, each with an id of its own.

    Raises ``Unreadable``, also for a file that is otherwise than the format has it.
    """
    if form not in ADAPTERS:
        raise files.Unreadable(f"There is no format {form!r}. The formats are {', '.join(ADAPTERS)}.")
    known: set[str] = set()
    try:
        for each in ADAPTERS[form].read(path, tutor=tutor, program=program, tell=tell):
            name = files.own_name(each.id, known)
            known.add(name)
            yield each.model_copy(update={"id": name})
    except ValidationError as error:
        raise files.Unreadable(f"{path}, dialogue {len(known) + 1}: {files.explained(error)}") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        told = f"this is not as the format {form} has it ({reason})"
        raise files.Unreadable(f"{path}, dialogue {len(known) + 1}: {told}.") from error
