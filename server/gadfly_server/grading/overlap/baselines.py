"""What any tutor has to be compared with: constant sentences, and what was said elsewhere to a similar student."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gadfly_server.grading.overlap.said import Said
from gadfly_server.grading.overlap.similarity import Similarity
from gadfly_server.grading.overlap.thoroughness import thoroughness

TRIED = 5  # every so manyth sentence is tried as a constant
ON = 3  # and on every so manyth turn
LONGEST = 15  # words of a constant sentence
Weights = dict[str, float]


def with_constants(turns: Sequence[Said], similarity: Similarity, count: int = 3) -> list[Said]:
    """Add constant sentences: those that do best on one half of the problems, for the turns of the other half."""
    chosen = {fold: _chosen([each for each in turns if each.fold != fold], similarity, count) for fold in (0, 1)}
    return [
        replace(each, systems={**each.systems, **_named("constant sentences", chosen[each.fold], count)})
        for each in turns
    ]


def with_retrieval(turns: Sequence[Said], count: int = 3) -> list[Said]:
    """Add what is said in other problems to the students whose words are most like these (tf-idf, cosine)."""
    bags = [Counter(re.findall(r"\w+", each.heard.lower())) for each in turns]
    spread = Counter(word for bag in bags for word in bag)
    weighted = [{word: n * math.log(len(turns) / spread[word]) for word, n in bag.items()} for bag in bags]
    lengths = [math.hypot(*weights.values()) for weights in weighted]
    found = []
    for number, each in enumerate(turns):
        near = {
            other: _product(weighted[number], weighted[other]) / (lengths[number] * lengths[other] or 1.0)
            for other, there in enumerate(turns)
            if there.problem != each.problem
        }
        nearest = sorted(near, key=lambda other: (-near[other], other))[:count]
        said = [turns[other].references[0] for other in nearest]
        found.append(replace(each, systems={**each.systems, **_named("retrieved", said, count)}))
    return found


def _chosen(turns: Sequence[Said], similarity: Similarity, count: int) -> list[str]:
    every = sorted({text for each in turns for text in each.references if len(text.split()) <= LONGEST})[::TRIED]
    chosen: list[str] = []
    for _ in range(min(count, len(every))):
        scores = {
            one: sum(thoroughness([*chosen, one], each.references, similarity).f1 for each in turns[::ON])
            for one in every
            if one not in chosen
        }
        chosen.append(max(sorted(scores), key=scores.__getitem__))
    return chosen


def _named(name: str, said: Sequence[str], count: int) -> dict[str, tuple[str, ...]]:
    return {f"{name}, {few}": tuple(said[:few]) for few in (1, count) if said}


def _product(one: Weights, other: Weights) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())
