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
from functools import cache
from itertools import permutations

from rouge_score.rouge_scorer import RougeScorer
from sacrebleu import sentence_bleu

ROUGE = RougeScorer(["rougeL"], use_stemmer=False)
TRIED = 5  # every so manyth sentence is tried as a constant
ON = 3  # and on every so manyth unit


@cache
def rouge(said, reference):
    return ROUGE.score(reference, said)["rougeL"].fmeasure


@cache
def bleu(said, reference):
    return sentence_bleu(said, [reference], smooth_method="none", use_effective_order=False).score / 100


def matched(said, references, similarity):
    """The sum of similarities in the matching that makes it greatest."""
    short, long = sorted((said, references), key=len)
    table = [[similarity(*((a, b) if short is said else (b, a))) for b in long] for a in short]
    ways = permutations(range(len(long)), len(short))
    return max(sum(table[row][column] for row, column in enumerate(way)) for way in ways)


def thoroughness(said, references, similarity):
    """Precision, recall and F1 of one unit."""
    found = matched(said, references, similarity)
    precision, recall = found / len(said), found / len(references)
    return precision, recall, 2 * precision * recall / (precision + recall) if found else 0.0


def mean_of(units, name):
    """All six figures of one system."""
    figures = [
        [
            score
            for similarity in (rouge, bleu)
            for score in thoroughness(u["systems"][name], u["references"], similarity)
        ]
        for u in units
        if u["systems"].get(name)
    ]
    return [sum(column) / len(column) for column in zip(*figures)]


def add_constants(units):
    """Choose, one after another, the sentences that do best on one half of the problems, for the other half."""
    for fold in (0, 1):
        known = [u for u in units if u["fold"] != fold]
        sentences = sorted({text for u in known for text in u["references"] if len(text.split()) <= 15})[::TRIED]
        chosen = []
        for _ in range(3):
            scores = {
                one: sum(thoroughness([*chosen, one], u["references"], rouge)[2] for u in known[::ON])
                for one in sentences
                if one not in chosen
            }
            chosen.append(max(scores, key=lambda one: (scores[one], one)))
        for unit in units:
            if unit["fold"] == fold:
                unit["systems"] |= {"constant sentences, 1": chosen[:1], "constant sentences, 3": chosen}


def add_retrieval(units):
    """What tutors said in other problems to the student whose words are most like these."""
    bags = [Counter(re.findall(r"\w+", u["heard"].lower())) for u in units]
    spread = Counter(word for bag in bags for word in bag)
    weighted = [{w: n * math.log(len(units) / spread[w]) for w, n in bag.items()} for bag in bags]
    norms = [math.sqrt(sum(v * v for v in bag.values())) or 1.0 for bag in weighted]
    for unit, bag, norm in zip(units, weighted, norms):
        others = [n for n, other in enumerate(units) if other["problem"] != unit["problem"]]

        def nearness(n):
            return sum(v * weighted[n].get(w, 0.0) for w, v in bag.items()) / (norm * norms[n])

        nearest = sorted(others, key=lambda n: (-nearness(n), n))[:3]
        said = [units[n]["references"][0] for n in nearest]
        unit["systems"] |= {"retrieved, 1": said[:1], "retrieved, 3": said}


def main():
    """Read, score, print."""
    units = [u for u in json.load(sys.stdin) if u["references"]]
    add_constants(units)
    add_retrieval(units)
    json.dump({name: mean_of(units, name) for name in units[0]["systems"]}, sys.stdout)


if __name__ == "__main__":
    main()
