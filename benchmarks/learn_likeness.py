"""Learn what each sign of how a question is worded weighs, and write it down for the guard.

    python benchmarks/learn_likeness.py [--write]

Learned from: questions of the texts in `wordings/*.txt` that hold what may never be missing, good ones and bad ones.
A bad text is one to learn from if what is bad about it is in its question; the guard judges by other means what is told
before that. Printed is how the weights do on texts of each writer after they were learned from those of all others: of
the good questions that are weighed how many are stopped, and of all bad texts how many are let through.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from random import Random

import gadfly_server.models
from gadfly_server.models.asking import as_question
from gadfly_server.models.likeness import AT_MOST, OUTSET, known, signs_of
from gadfly_server.models.reading import sentences
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.salvage import all_forms, asks_all_of
from gadfly_server.models.tidy import tidied
from gadfly_server.models.vouching import may_be_weighed
from wordings.texts import SETS, UNSEEN, Wording, plain, wordings

WEIGHTS = Path(gadfly_server.models.__file__).parent / "likeness.json"
WRITERS = {"held_out": "tuned", "locked": "varied"}  # who wrote a set, where its name does not say so
KNOWN = 3  # texts of other writers that have a sign which counts as known
ROUNDS, PACE, STIFFNESS = 12, 0.3, 0.01


@dataclass(frozen=True)
class Example:
    """A question as it might be shown, who wrote it, and whether it is bad."""

    writer: str
    text: int
    signs: frozenset[str]
    bad: bool


def main() -> None:
    """Learn, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    texts = [(writer_of(name), each) for name in SETS if name not in UNSEEN for each in wordings(name)]
    examples = [example for number, (writer, each) in enumerate(texts) for example in _of(number, writer, each)]
    bad = Counter(writer for writer, each in texts if each.label != "good")
    print("\n".join(_crossed(examples, bad)))
    if options.write:
        learned = {name: round(weight, 2) for name, weight in sorted(_learned(examples).items())}
        WEIGHTS.write_text(json.dumps(learned, indent=0, ensure_ascii=False) + "\n", "utf-8")


def writer_of(name: str) -> str:
    """Who wrote a set: the sets of one writer are learned from together, or not at all."""
    return WRITERS.get(name, name.removesuffix("_locked"))


def _of(number: int, writer: str, wording: Wording) -> Iterator[Example]:
    """Give the forms in which the question of a text may be weighed."""
    request = WordingRequest(2, "any", wording.question)
    for text in all_forms(wording.text, request):
        bad = _is_bad(text, wording)
        alone = len(sentences(text)) == 1 and text != wording.question and asks_all_of(wording.text, text)
        if bad is not None and alone and may_be_weighed(text, request):
            yield Example(writer, number, signs_of(as_question(text), wording.question), bad)


def _is_bad(shown: str, wording: Wording) -> bool | None:
    """Tell whether something bad is shown of a text; ``None`` where nobody has said so."""
    if wording.label == "good":
        return False
    if wording.fault:
        return True if plain(wording.fault) in plain(shown) else None
    whole = tidied(wording.text)
    return True if plain(shown) == plain(whole) or len(sentences(whole)) == 1 else None


def _learned(examples: Sequence[Example]) -> dict[str, float]:
    """Weigh the signs that are known; what is known to a text is what others than its writer use."""
    used, by_writer = Counter(_all(examples)), defaultdict[str, Counter[str]](Counter)
    for each in examples:
        by_writer[each.writer].update(each.signs)
    rows = []
    for each in examples:
        own = by_writer[each.writer]
        rows.append((known(each.signs, {sign: 0 for sign in each.signs if used[sign] - own[sign] >= KNOWN}), each.bad))
    weights = _fitted(rows)
    return {sign: weights.get(sign, 0.0) for sign in {OUTSET, *weights, *(it for it in used if used[it] >= KNOWN)}}


def _all(examples: Sequence[Example]) -> Iterator[str]:
    return (sign for each in examples for sign in each.signs)


def _fitted(rows: Sequence[tuple[frozenset[str], bool]]) -> dict[str, float]:
    """Weights by logistic regression, text by text, with smaller steps for a sign the more it has moved."""
    weights, moved = defaultdict[str, float](float), defaultdict[str, float](lambda: 0.01)
    ordered = [((OUTSET, *sorted(found)), bad) for found, bad in rows]
    chance = Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(ordered)
        for found, bad in ordered:
            total = sum(weights[sign] for sign in found)
            missed = 1 / (1 + exp(-max(min(total, 30), -30))) - bad
            for sign in found:
                slope = missed + (0 if sign == OUTSET else STIFFNESS * weights[sign])
                moved[sign] += slope * slope
                weights[sign] -= PACE * slope / sqrt(moved[sign])
    return dict(weights)


def _crossed(examples: Sequence[Example], bad: Mapping[str, int]) -> Iterator[str]:
    """Tell of each writer how the weights do that were learned from all others."""
    yield "| writer | good questions weighed | stopped | bad texts | let through |"
    yield "|---|---|---|---|---|"
    for writer in bad:
        weights = _learned([each for each in examples if each.writer != writer])
        least: dict[tuple[bool, int], float] = {}
        for each in examples:
            if each.writer == writer:
                told = weights[OUTSET] + sum(weights.get(sign, 0.0) for sign in known(each.signs, weights))
                least[each.bad, each.text] = min(told, least.get((each.bad, each.text), told))
        good = [weight for (is_bad, _), weight in least.items() if not is_bad]
        stopped = sum(weight > AT_MOST for weight in good)
        through = sum(weight <= AT_MOST for (is_bad, _), weight in least.items() if is_bad)
        yield (
            f"| {writer} | {len(good)} | {stopped} ({stopped / len(good):.1%}) "
            f"| {bad[writer]} | {through} ({through / bad[writer]:.1%}) |"
        )


if __name__ == "__main__":
    main()
