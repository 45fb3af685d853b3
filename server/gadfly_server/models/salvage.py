"""What may be shown of a model's wording where not all of it can be vouched for: sentences that pass, in their order.

A wording is mostly one question with a sentence or two before it. Those before it are left out if they state what no
run has shown; the question must ask by itself what ours asks, or ours stands in its place. Every form that is offered
here is judged by the guard and the leak check like a wording of its own, so that nothing is shown for where it came
from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from gadfly_server.models import signs
from gadfly_server.models.asking import is_request
from gadfly_server.models.completing import was_placed
from gadfly_server.models.guard import is_own, is_plain, objection
from gadfly_server.models.naming import leans, ways_to_ask, words_of
from gadfly_server.models.reading import SPAN, read, sentences
from gadfly_server.models.tidy import tidied
from gadfly_server.models.vouching import is_vouched
from gadfly_server.wording import ENGLISH

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest

_LEANING = signs.word_list(
    r"it its they them their this that these those he she his her then so also too again there such same another"
    r" other others else both former latter but and instead therefore"
)
# From the last word that asks on.
_ASKED = re.compile(r"(?:.*\b(?=(?:what|which|how|who|where|why|when)\b))?.*$", re.IGNORECASE)
_LINKING = re.compile(r"^(?:so|then|and|but|also),?\s+", re.IGNORECASE)


def forms(text: str, request: WordingRequest) -> tuple[str, ...]:
    """What may be shown of a wording, the most of it first, to be judged one after the other.

    Where our own question is among them, nothing but that may be left of the wording. What is let through for its
    likeness alone comes after all that is made of listed words, and nothing that is asked may be cut from it. So does
    what we have put behind a name: no list tells whether that is what it points at.
    """
    told = all_forms(text, request)
    weighed = [
        each for each in told if was_placed(each, text) or (objection(each, request) and is_vouched(each, request))
    ]
    alike = (each for each in weighed if is_vouched(each, request) and asks_all_of(text, each))
    return (*(each for each in told if each not in weighed), *alike)


def all_forms(text: str, request: WordingRequest) -> tuple[str, ...]:
    """Every form of a wording, whatever speaks for it."""
    whole = tidied(text)
    if request.language != ENGLISH:
        return (whole,)
    kept = (_capital(each) for each in _in_part(sentences(whole) or [""], request))
    return tuple(dict.fromkeys([_capital(whole), *kept]))


def asks_all_of(text: str, shown: str) -> bool:
    """Tell whether nothing that a text asks is lost of it but words that point at something."""
    whole = tidied(text)
    asked = _ASKED.search(SPAN.sub("§", _asking(sentences(whole) or [""])))
    words = {*words_of(asked[0].lower())} - {*_LEANING.findall(asked[0].lower())} if asked else set()
    return SPAN.sub("", whole).count("?") < 2 and words <= {*words_of(shown.lower())}


def _asking(told: Sequence[str]) -> str:
    """The sentence that asks: the last one, or the request that the last one only ends, as in "… Your answer?"."""
    requests = () if read(told[-1]).anchors else [each for each in told[:-1] if is_request(each)]
    return requests[-1] if requests else told[-1]


def _in_part(told: Sequence[str], request: WordingRequest) -> Iterator[str]:
    """The question with what may stand before it, or alone; then ours behind what is only talk."""
    end = next((at for at in reversed(range(len(told))) if _asks(told[at])), len(told) - 1)
    before = _standing(told[:end], request)
    lost = " ".join(each for each in told[:end] if each not in before)
    for asked, clause in ways_to_ask(told[end], " ".join(told), request):
        if not leans(asked, request.question, lost + clause):
            alone = _LINKING.sub("", asked) if lost else asked
            first = [each for each in before if each.removesuffix(":").lower() not in alone.lower()]
            yield from (_joined([*first, alone]), alone)
    if not read(told[end]).anchors:  # "Count how many times `f` runs. What is your number?" asks twice for the same
        yield from (each for each in told[:end] if signs.BIDDING.search(each) or is_request(each))
    own = sentences(request.question)
    talk = [*takewhile(lambda each: each in told[: len(before)] and _is_talk(each, request), before)]
    if talk and not set(talk) & set(own):
        yield _joined([*talk, request.question])


def _asks(sentence: str) -> bool:
    return sentence.endswith("?") or signs.BIDDING.search(sentence) is not None or is_request(sentence)


def _standing(told: Sequence[str], request: WordingRequest) -> list[str]:
    """Those of the sentences before the question that may stand there, without those that lean on one that may not."""
    standing: list[str] = []
    lost = ""
    for each in told:
        leaning = (
            lost and (lost.endswith(":") or _LEANING.search(read(each).prose)) and not is_own(each, request.question)
        )
        stands = is_plain(each, request) and not leaning
        if not stands:
            while standing and standing[-1].endswith(":"):
                standing.pop()
        else:
            standing.append(each)
        lost = "" if stands else each
    return standing


def _is_talk(sentence: str, request: WordingRequest) -> bool:
    """Tell whether a sentence may stand before the question, and names nothing at all of the program."""
    named = read(sentence).anchors or any(words.search(sentence) for words in (*signs.PIVOTS, signs.THINGS))
    return not named and len(words_of(sentence)) > 1 and is_plain(sentence, request)


def _joined(told: Sequence[str]) -> str:
    """Sentences one after the other, each with a capital but those behind a colon."""
    return " ".join(
        (each[:1].lower() + each[1:] if at and told[at - 1].endswith(":") else _capital(each))
        for at, each in enumerate(told)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
