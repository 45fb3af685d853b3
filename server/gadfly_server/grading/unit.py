"""The unit of work: all dialogues about one program, with the key under which its result is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gadfly_server.grading.edition import edition
from gadfly_server.grading.files import line_of
from gadfly_server.grading.transcript import Transcript


@dataclass(frozen=True)
class Unit:
    """Dialogues about one program as text, so that they can be sent anywhere; ``name`` is for people."""

    name: str
    lines: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """Name the result by all that it depends on."""
        whole = json.dumps([edition(), self.lines, self.options], ensure_ascii=False)
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def transcripts(self) -> list[Transcript]:
        """Read the dialogues again."""
        return [Transcript.model_validate_json(line) for line in self.lines]


def units(transcripts: Iterable[Transcript], options: Sequence[tuple[str, str]] = ()) -> Iterator[Unit]:
    """Bring dialogues about the same program together, in the order in which the programs come first."""
    groups: dict[str, list[Transcript]] = {}
    for transcript in transcripts:
        groups.setdefault(_program(transcript), []).append(transcript)
    for group in groups.values():
        yield Unit(group[0].id, tuple(line_of(each) for each in group), tuple(options))


def _program(transcript: Transcript) -> str:
    """Give all of a transcript that does not depend on who taught."""
    return transcript.model_dump_json(exclude={"id", "tutor", "turns"})
