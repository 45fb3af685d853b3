"""Learn what each sign of how a question is worded weighs, and write it down for the guard.

    python benchmarks/learn_likeness.py [--write]

Learned from: questions of the texts in `wordings/*.txt` that hold what may never be missing, good ones and bad ones.
A bad text is one to learn from if what is bad about it is in its question; the guard judges by other means what is told
before that. Printed is how the guard, without the leak check, does on texts of each writer with weights that were
learned from those of all others: how many good ones it stops, and how many false and leaking ones it lets through.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import gadfly_server.models
from gadfly_server.models.asking import as_question
from gadfly_server.models.completing import was_placed
from gadfly_server.models.guard import objection
from gadfly_server.models.likeness import AT_MOST, OF_LISTS, OUTSET, known, signs_of, weight_of
from gadfly_server.models.reading import sentences
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.salvage import all_forms, asks_all_of
from gadfly_server.models.tidy import tidied
from gadfly_server.models.vouching import may_be_vouched
from guard import SHOWN, is_harmless, kind_of
from wordings.texts import SETS, UNSEEN, Wording, plain, wordings

WEIGHTS = Path(gadfly_server.models.__file__).parent / "likeness.json"
WRITERS = {"held_out": "tuned", "locked": "varied"}  # who wrote a set, where its name does not say so
KNOWN = 3  # texts of other writers that have a sign which counts as known
COUNTED = ("good", "false", "leaking")
ROUNDS, LOUDER = 40, 4.0
Row = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True)
class Form:
    """What might be shown of a text: for its words, as ``listed``, or for its ``signs``, if it may be weighed."""

    listed: bool
    signs: frozenset[str] | None
    as_it_should: bool  # that a good text is shown so, or a bad one without what is bad about it
    bad: bool | None  # to learn from; ``None`` if it is not


@dataclass(frozen=True)
class Text:
    """A text, who wrote it, and what might be shown of it, the most of it first."""

    writer: str
    label: str
    forms: tuple[Form, ...]


def main() -> None:
    """Learn, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    texts = [_read(writer_of(name), each) for name in SETS if name not in UNSEEN for each in wordings(name)]
    print("\n".join(crossed(texts)))
    if options.write:
        learned = {name: round(weight, 2) for name, weight in sorted(learned_from(texts).items())}
        WEIGHTS.write_text(json.dumps(learned, indent=0, ensure_ascii=False) + "\n", "utf-8")


def writer_of(name: str) -> str:
    """Who wrote a set: the sets of one writer are learned from together, or not at all."""
    return WRITERS.get(name, name.removesuffix("_locked"))


def _read(writer: str, wording: Wording) -> Text:
    request = WordingRequest(2, "any", wording.question)
    return Text(
        writer, wording.label, tuple(_form(each, wording, request) for each in all_forms(wording.text, request))
    )


def _form(text: str, wording: Wording, request: WordingRequest) -> Form:
    *before, asked = sentences(text)
    weighed = asks_all_of(wording.text, text) and may_be_vouched(text, request)
    good = wording.label == "good"
    return Form(
        not objection(text, request) and not was_placed(text, wording.text),
        signs_of(as_question(asked), wording.question) if weighed else None,
        kind_of(text, wording) not in SHOWN[3:] if good else is_harmless(text, wording),
        None if before or text == wording.question else _is_bad(text, wording),
    )


def _is_bad(shown: str, wording: Wording) -> bool | None:
    """Tell whether something bad is shown of a text; ``None`` where nobody has said so."""
    if wording.label == "good":
        return False
    if wording.fault:
        return True if plain(wording.fault) in plain(shown) else None
    whole = tidied(wording.text)
    return True if plain(shown) == plain(whole) or len(sentences(whole)) == 1 else None


def learned_from(texts: Iterable[Text]) -> dict[str, float]:
    """Weigh the signs that are known; what is known to a text is what others than its writer use."""
    told = [
        (text.writer, form.signs, form.bad)
        for text in texts
        for form in text.forms
        if form.signs is not None and form.bad is not None
    ]
    used, by_writer = Counter(sign for _, found, _ in told for sign in found), defaultdict[str, Counter[str]](Counter)
    for writer, found, _ in told:
        by_writer[writer].update(found)
    rows = []
    for writer, found, bad in told:
        own = by_writer[writer]
        rows.append((known(found, {sign: 0 for sign in found if used[sign] - own[sign] >= KNOWN}), bad))
    weights = _fitted(rows)
    return {sign: weights.get(sign, 0.0) for sign in {OUTSET, *weights, *(it for it in used if used[it] >= KNOWN)}}


def _fitted(rows: Sequence[tuple[frozenset[str], bool]]) -> dict[str, float]:
    """Weights by logistic regression; those of a few signs that lists tell are pulled less towards nothing."""
    names = sorted({sign for found, _ in rows for sign in found})
    places = {name: place for place, name in enumerate(names)}
    bad = np.array([is_bad for _, is_bad in rows], float)
    sizes = np.array([LOUDER if name.startswith(OF_LISTS) else 1.0 for name in names])
    columns = np.array([places[sign] for found, _ in rows for sign in sorted(found)])
    starts = np.cumsum([0, *(len(found) for found, _ in rows)])
    told = csr_matrix((sizes[columns], columns, starts), (len(rows), len(names)))

    def missed(values: Row) -> tuple[float, Row]:
        sums = told @ values[:-1] + values[-1]
        off = 1 / (1 + np.exp(-np.clip(sums, -30, 30))) - bad
        loss = np.sum(np.logaddexp(0, sums) - bad * sums) + np.sum(values[:-1] ** 2) / 2
        return loss, np.append(told.T @ off + values[:-1], off.sum())

    found = minimize(missed, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    weights = dict(zip(names, (float(each) for each in found.x[:-1] * sizes), strict=True))
    return {**weights, OUTSET: float(found.x[-1])}


def crossed(texts: Sequence[Text]) -> Iterator[str]:
    """Tell of each writer, and of all, how the guard does with weights that were learned from all others."""
    yield "| writer | good stopped | false let through | leaking let through |"
    yield "|---|---|---|---|"
    everywhere, wrong = Counter[str](), Counter[str]()
    for writer in dict.fromkeys(text.writer for text in texts):
        weights = learned_from(text for text in texts if text.writer != writer)
        own = [text for text in texts if text.writer == writer]
        there = Counter(text.label for text in own)
        missed = Counter(text.label for text in own if not _as_it_should(text, weights))
        everywhere, wrong = everywhere + there, wrong + missed
        yield _line(writer, there, missed)
    yield _line("all", everywhere, wrong)


def _line(name: str, there: Counter[str], missed: Counter[str]) -> str:
    shares = (f"{missed[each]} of {there[each]} ({missed[each] / max(there[each], 1):.1%})" for each in COUNTED)
    return f"| {name} | {' | '.join(shares)} |"


def _as_it_should(text: Text, weights: Mapping[str, float]) -> bool:
    """Tell whether a good text is shown, or nothing bad of a bad one."""
    listed = (form for form in text.forms if form.listed)
    alike = (form for form in text.forms if form.signs is not None and weight_of(form.signs, weights) <= AT_MOST)
    shown = next(chain(listed, alike), None)
    return text.label != "good" if shown is None else shown.as_it_should


if __name__ == "__main__":
    main()
