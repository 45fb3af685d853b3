"""Scores suggestions by their overlap with references; needs rouge-score and sacrebleu, and nothing of Gadfly.

Reads units as JSON, adds constant sentences (chosen on the other half of the problems) and retrieval (from other
problems), and prints precision, recall and F1 of the best matching of suggestions and references, mean over units.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import permutations
from typing import Any

from rouge_score.rouge_scorer import RougeScorer  # type: ignore[import-not-found]
from sacrebleu import sentence_bleu  # type: ignore[import-not-found]

Similarity = Callable[[str, str], float]
Unit = dict[str, Any]

ROUGE = RougeScorer(["rougeL"], use_stemmer=False)
TRIED = 5  # every so manyth sentence is tried as a constant
ON = 3  # and on every so manyth unit


@cache
def rouge(said: str, reference: str) -> float:
    """ROUGE-L, unstemmed."""
    return float(ROUGE.score(reference, said)["rougeL"].fmeasure)


@cache
def bleu(said: str, reference: str) -> float:
    """BLEU-4 of tokens as 13a makes them, without smoothing."""
    return float(sentence_bleu(said, [reference], smooth_method="none", use_effective_order=False).score) / 100


def matched(said: Sequence[str], references: Sequence[str], similarity: Similarity) -> float:
    """The sum of similarities in the matching that makes it greatest."""
    table = [[similarity(one, other) for other in references] for one in said]
    if len(said) > len(references):
        table = [list(column) for column in zip(*table, strict=True)]
    ways = permutations(range(len(table[0])), len(table))
    return max(sum(table[row][column] for row, column in enumerate(way)) for way in ways)


def thoroughness(said: Sequence[str], references: Sequence[str], similarity: Similarity) -> tuple[float, float, float]:
    """Precision, recall and F1 of one unit."""
    found = matched(said, references, similarity)
    precision, recall = found / len(said), found / len(references)
    return precision, recall, 2 * precision * recall / (precision + recall) if found else 0.0


def mean_of(units: Sequence[Unit], name: str) -> list[float]:
    """All six figures of one system."""
    figures = [
        [score for way in (rouge, bleu) for score in thoroughness(u["systems"][name], u["references"], way)]
        for u in units
        if u["systems"].get(name)
    ]
    return [sum(column) / len(column) for column in zip(*figures, strict=True)]


def add_constants(units: Sequence[Unit]) -> None:
    """Choose, one after another, the sentences that do best on one half of the problems, for the other half."""
    for fold in (0, 1):
        known = [u for u in units if u["fold"] != fold]
        sentences = sorted({text for u in known for text in u["references"] if len(text.split()) <= 15})[::TRIED]
        chosen: list[str] = []
        for _ in range(3):
            scores = {
                one: sum(thoroughness([*chosen, one], u["references"], rouge)[2] for u in known[::ON])
                for one in sentences
                if one not in chosen
            }
            chosen.append(max(sorted(scores), key=scores.__getitem__))
        for unit in units:
            if unit["fold"] == fold:
                unit["systems"] |= {"constant sentences, 1": chosen[:1], "constant sentences, 3": chosen}


def add_retrieval(units: Sequence[Unit]) -> None:
    """What tutors said in other problems to the student whose words are most like these."""
    bags = [Counter(re.findall(r"\w+", u["heard"].lower())) for u in units]
    spread = Counter(word for bag in bags for word in bag)
    weighted = [{w: n * math.log(len(units) / spread[w]) for w, n in bag.items()} for bag in bags]
    for unit, bag in zip(units, weighted, strict=True):
        others = [n for n, other in enumerate(units) if other["problem"] != unit["problem"]]
        near = {n: nearness(bag, weighted[n]) for n in others}
        nearest = sorted(near, key=near.__getitem__, reverse=True)[:3]
        said = [units[n]["references"][0] for n in nearest]
        unit["systems"] |= {"retrieved, 1": said[:1], "retrieved, 3": said}


def nearness(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two bags of words."""
    norms = math.hypot(*one.values()) * math.hypot(*other.values())
    return sum(weight * other.get(word, 0.0) for word, weight in one.items()) / norms if norms else 0.0


def main() -> None:
    """Read, score, print."""
    units = [u for u in json.load(sys.stdin) if u["references"]]
    add_constants(units)
    add_retrieval(units)
    json.dump({name: mean_of(units, name) for name in units[0]["systems"]}, sys.stdout)


if __name__ == "__main__":
    main()
