"""How alike two utterances are, by the packages that papers use; they come with ``gadfly[overlap]``."""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

Similarity = Callable[[str, str], float]
KEPT = 200_000  # pairs


class Missing(Exception):  # noqa: N818 - a package that is not there is no error of ours
    """A package is not installed; the message says which and how to get it."""


def published() -> Mapping[str, Similarity]:
    """ROUGE-L without stemming and BLEU-4 of 13a tokens without smoothing (Al-Hossami and others, 2024)."""
    return {"ROUGE-L": _rouge(stemmed=False), "BLEU-4": _bleu()}


def as_committed() -> Mapping[str, Similarity]:
    """ROUGE-L with stemming and BLEU of single words: what the code of Kumar and Lan (2024) computes."""
    return {"ROUGE-L stemmed": _rouge(stemmed=True), "BLEU-1": bleu_of_words}


BY_CONVENTION: Mapping[str, Callable[[], Mapping[str, Similarity]]] = {
    "benchmark": lambda: {**published(), **by_model()},
    "quest-gen": as_committed,
}


def by_model(name: str = "microsoft/deberta-xlarge-mnli") -> Mapping[str, Similarity]:
    """BERTScore F1, where its package and the model are on this machine; nothing is fetched. Else nothing."""
    try:
        import bert_score  # noqa: PLC0415 - optional, and large
        from huggingface_hub import try_to_load_from_cache  # noqa: PLC0415 - the same
    except ImportError:
        return {}
    if not isinstance(try_to_load_from_cache(name, "config.json"), str):
        return {}
    scorer: Any = bert_score.BERTScorer(model_type=name)
    return {"BERTScore": lru_cache(KEPT)(lambda said, reference: float(scorer.score([said], [reference])[2][0]))}


def bleu_of_words(said: str, reference: str) -> float:
    """NLTK's ``sentence_bleu`` with the weights (1, 0, 0, 0): the share of words that match, less for what is short.

    Words are what white space separates, so that a word before a comma is another one than before a space.  Whatever
    the smoothing, it leaves the matches of single words as they are.
    """
    words, wanted = said.split(), reference.split()
    matched = (Counter(words) & Counter(wanted)).total()
    if not matched:
        return 0.0
    brevity = 1.0 if len(words) > len(wanted) else math.exp(1 - len(wanted) / len(words))
    return brevity * matched / len(words)


@cache
def _rouge(*, stemmed: bool) -> Similarity:
    try:
        from rouge_score.rouge_scorer import RougeScorer  # noqa: PLC0415 - optional
    except ImportError as error:
        raise Missing("The overlap with references needs packages: pip install 'gadfly[overlap]'") from error
    scorer = RougeScorer(["rougeL"], use_stemmer=stemmed)
    return lru_cache(KEPT)(lambda said, reference: float(scorer.score(reference, said)["rougeL"].fmeasure))


@cache
def _bleu() -> Similarity:
    try:
        from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - optional
    except ImportError as error:
        raise Missing("The overlap with references needs packages: pip install 'gadfly[overlap]'") from error
    logging.getLogger("sacrebleu").setLevel(logging.ERROR)  # it warns of what is as published
    scorer = BLEU(tokenize="13a", smooth_method="none", effective_order=False)
    return lru_cache(KEPT)(lambda said, reference: float(scorer.sentence_score(said, [reference]).score) / 100)
