"""A program's text as somebody who holds a misconception reads it; whoever asks keeps it a secret."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from gadfly_analyzers.predictions.rewrites.belief import Belief
from gadfly_analyzers.predictions.rewrites.edit import Edit, without_quotes
from gadfly_analyzers.source import Source, span


def rewritten(source: Source, belief: Belief, ran: Collection[str] | None = None) -> bytes | None:
    """Make the edits of a belief; ``None`` where it makes no difference, or where they do not go together.

    With ``ran``, the functions that run, a belief that changes only what stands in others makes no difference.
    Lines stay where they are.
    """
    if source.broken:
        return None
    edits = sorted(_fitting(source, belief), key=lambda edit: (edit.start, edit.end))
    if not edits or not _are_apart(edits) or (ran is not None and not _matters(source, edits, ran)):
        return None
    data = _made(source.data, edits)
    text = data.decode("utf-8", "surrogatepass")
    return None if data.count(b"\n") != source.data.count(b"\n") or Source.parse(text).broken else data


def _fitting(source: Source, belief: Belief) -> Iterator[Edit]:
    """Give a belief's edits as they can be made: some places are inside of a text."""
    inside = [span(node) for node in source.nodes("interpolation")]
    for edit in belief.rewrite(source):
        yield without_quotes(edit) if any(each.start < edit.start < each.end for each in inside) else edit


def _made(data: bytes, edits: Sequence[Edit]) -> bytes:
    parts, place = [], 0
    for start, end, text in edits:
        parts += [data[place:start], text]
        place = end
    return b"".join([*parts, data[place:]])


def _are_apart(edits: Sequence[Edit]) -> bool:
    return all(before.end <= after.start for before, after in pairwise(edits))


def _matters(source: Source, edits: Sequence[Edit], ran: Collection[str]) -> bool:
    """Tell whether an edit stands in a function that runs, or in none."""
    idle = [each.body_span for each in source.functions() if each.name not in ran]
    return not all(any(span.start <= edit.start <= span.end for span in idle) for edit in edits)
