"""Name in a question what it only points at, as in "What is it after that line?", where another sentence was left out.

What is meant can be nothing but what our question names. Whether it is, is judged after that, with the name in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gadfly_server.models import signs
from gadfly_server.models.guard import brings_nothing_in, keeps_pieces
from gadfly_server.models.reading import SPAN, number_of, read, sentences

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest

_ASKING = r"what|which|how|who|where|when|why|whose|(?:on|after|at|in) which|is|are|does|do|did|will"
_LEAD = re.compile(
    rf"^(?:(?!\b(?:what|which|how|where|when|why)\b)[^?])*?(?:,|\s[–—-])\s+(?=(?:{_ASKING})\b)", re.IGNORECASE
)
_IN_OTHER_WORDS = re.compile(
    r"^.*,\s+(?:so|that is|or rather|in other words|meaning|i mean|or)(?: then)?,?\s+"
    r"(?=(?:what|how|(?:on|after|at|in)? ?which)\b)",
    re.IGNORECASE,
)
_POINTING = signs.word_list("it its they them their this that these those such there former latter same")
_SUPPOSING = signs.word_list("if suppose imagine assume assuming pretend when had were")
_SUPPOSED = signs.word_list("would could might")  # without what is supposed
_SUBJECT = re.compile(
    r"\b(?:is|does|should|happens to) (?P<named>(?:the (?:body of the )?)?(?:loop|`[^`]+`|line \d+)(?: on line \d+)?)",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:after|before) (line \d+)")
_LOOP = re.compile(r"\bthe loop on line \d+")
_BRANCH = re.compile(r"\bthe (`(?:el)?if`) on line \d+")
_FOR = re.compile(r"\bfor (?P<value>`[^`]+`)|\bin (?P<call>this call)\b")


def leans(asked: str, question: str, lost: str) -> bool:
    """Tell whether a question needs what was left out: it points at a thing before it names any, or supposes."""
    if not lost:
        return False
    lead = re.split(r"§|\d", SPAN.sub("§", asked))[0]
    pointing = {*_found(_POINTING, lead)} - {*_found(_POINTING, question)}
    supposing = _SUPPOSING.search(lost) and {*_found(_SUPPOSED, asked)} - {*_found(_SUPPOSED, question)}
    return bool(pointing or supposing or ("this call" in question and "this call" not in asked))


def ways_to_ask(asked: str, text: str, request: WordingRequest) -> Iterator[tuple[str, str]]:
    """Ways to put a question that stand by themselves: with names, without what stands before what is asked.

    With each comes the clause that was left out. Nothing is named but what the whole text names, and only where it
    names nothing else.
    """
    yield asked, ""
    if keeps_pieces(text, request) or _brings_another_in(text, request):
        return
    for start in (asked, _LEAD.sub("", asked), _IN_OTHER_WORDS.sub("", asked)):
        lost = asked.removesuffix(start)
        named = _named(start, request.question)
        yield from ((each, lost) for each in (start, named, _with_what_is_given(named, request.question)))


def _brings_another_in(text: str, request: WordingRequest) -> bool:
    """Tell whether a text names a value, a line or a pass that ours does not; "two ways" is none of these."""
    bare = re.sub(r"[A-Za-z]+", lambda word: word[0] if number_of(word[0]) is None else "some", SPAN.sub("§", text))
    pieces = iter(SPAN.finditer(text))
    bare = re.sub("§", lambda _: next(pieces)[0], bare)
    return bool(brings_nothing_in(bare, request)) or not read(text).labels <= read(request.question).labels


def words_of(text: str) -> list[str]:
    """The words of a text, without code."""
    return re.findall(r"[^\W\d_]+", SPAN.sub(" ", text))


def _named(asked: str, question: str) -> str:
    """A question with "it", "that line" or "the loop" named as ours does."""
    ours = sentences(question)[-1]
    if at := _AT.search(ours):
        asked = re.sub(r"\b(?<=after |efore )(?:it|that|this)\b(?! \w*(?:line|pass|call))", at[1], asked)
    lines = {number for label, number in read(ours).labels if label == "line"}
    if len(lines) == 1:
        asked = re.sub(r"\b(?:that|this|the same)(?: very)? line\b(?! (?:that|which|\d))", f"line {min(lines)}", asked)
    if loop := _LOOP.search(ours):
        asked = re.sub(r"\b(?:the|that|this|your|its) loop\b(?! on)", loop[0], asked)
        asked = re.sub(
            r"\b(?:the|that|this|its) (\w+) pass\b(?! (?:of|through|over))", rf"the \1 pass of {loop[0]}", asked
        )
        asked = re.sub(r"\b(?:its|the) body\b(?! o[fn])", f"the body of {loop[0]}", asked)
    if branch := _BRANCH.search(ours):
        asked = re.sub(rf"\b(?:the|that|this|its) {branch[1]}(?! on)", branch[0], asked)
    if subject := _SUBJECT.search(ours):
        asked = re.sub(
            r"\b(?P<verb>is|was|does|do|did|will|should|to|['’]s)(?P<room> )it\b",
            lambda found: f"{found['verb']} {subject['named']}",
            asked,
            count=1,
            flags=re.IGNORECASE,
        )
    return asked


def _with_what_is_given(asked: str, question: str) -> str:
    """A question with the value or call for which ours is asked, if it does not say for which it is."""
    given = _FOR.search(sentences(question)[-1])
    if given is None or (given["value"] or given["call"]) in asked:
        return asked
    bare = signs.OPENING.sub("", asked)
    said = f"For {given['value']}" if given["value"] else f"In {given['call']}"
    return f"{said}, {bare[:1].lower()}{bare[1:]}"


def _found(words: re.Pattern[str], text: str) -> list[str]:
    return [found.lower() for found in words.findall(text)]
