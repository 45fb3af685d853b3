"""Name in a question what it only points at, as in "What is it after that line?", where another sentence was left out.

What is meant can be nothing but what our question names. Whether it is, is judged after that, with the name in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gadfly_server.models import signs
from gadfly_server.models.guard import brings_a_pivot, brings_nothing_in, keeps_pieces
from gadfly_server.models.reading import SPAN, number_of, read, sentences

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest

_ASKING = r"what|which|how|who|where|when|why|whose|(?:on|after|at|in) which|is|are|does|do|did|will"
_LEAD = re.compile(
    rf"^(?:(?!\b(?:what|which|how|where|when|why)\b)[^?])*?(?:,|:|\s[–—-])\s+(?=(?:{_ASKING})\b)", re.IGNORECASE
)
_IN_OTHER_WORDS = re.compile(
    r"^.*(?:,|:|\s[–—-])\s+(?:(?:so|that is|or rather|in other words|meaning|i mean|or)(?: then)?,?:?\s+)?"
    r"(?=(?:what|how|(?:on|after|at|in)? ?which)\b)",
    re.IGNORECASE,
)
_POINTING = signs.word_list("it its they them their this that these those such there former latter same")
_SUPPOSING = signs.word_list("if suppose imagine assume assuming pretend when had were")
_SUPPOSED = signs.word_list("would could might")  # without what is supposed
_GIVEN = re.compile(r"\b(?:for (?P<value>`[^`]+`)|(?:in|In) (?P<call>this call|`test_\w+`))(?! itself)")
# When our question is asked about.
_MOMENT = re.compile(
    r"\b(?:right after line \d+(?: has run once)?|just before line \d+ runs|when the `[^`]+` comes up"
    r"|(?:after|in) the \w+ (?:pass|call) of (?:the loop on line \d+|`[^`]+`))"
)
_THEN = re.compile(
    r"(?:,? (?:then|there|now|here|in it|(?:right |just )?(?:at|in|after|before) (?:it|that|this|that (?:very )?\w+"
    r"|this \w+|(?:its|the|that) \w+ (?:pass|call))))*(?=\?$)",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\b(?:when|while|before|after|during|pass|call) (?!that\b|this\b|it\b)|\bwhen\b", re.IGNORECASE)
_PLAIN = signs.word_list(
    "so and what which value values number does do have has hold holds contain contains you see get in it"
)
# A question that has no words of its own for what is asked.
_WHICH_IT_IS = re.compile(
    r"^(?:so |and |but )?(?:which|what) (?:(?:one|line|pass) )?(?:is|was) (?:it|that|this)(?: one| line| pass)?\?$"
    r"|^(?:which one|(?:on|at|in|after) which (?:line|pass)(?: of the loop on line \d+)?"
    r"|(?:what|which) do you (?:get|see|find)"
    r"|what do you tell (?:them|him|her)"
    r"|which (?:one|of (?:its|the|these|those|them)(?: lines| ones)?)"
    r" (?:does (?:it|that|so)|is responsible(?: for (?:it|that))?)"
    r"|how (?:many|often)(?: times)?(?: (?:is|was) (?:it|that)| does that happen| do you (?:get|count))?)\?$",
    re.IGNORECASE,
)


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
        at_its_moment = _with_its_moment(named, text, request.question)
        given = (_with_what_is_given(each, request.question) for each in (named, at_its_moment))
        yield from ((each, lost) for each in (start, named, *given))
    if _WHICH_IT_IS.match(_LEAD.sub("", asked)):
        yield request.question, ""


def _brings_another_in(text: str, request: WordingRequest) -> bool:
    """Tell whether a text names a value, a line or a pass that ours does not; "two ways" is none of these."""
    bare = re.sub(r"\w+", lambda word: word[0] if number_of(word[0]) is None else "some", SPAN.sub("§", text))
    pieces = iter(SPAN.finditer(text))
    bare = re.sub("§", lambda _: next(pieces)[0], bare)
    return bool(brings_nothing_in(bare, request)) or not read(text).labels <= read(request.question).labels


def words_of(text: str) -> list[str]:
    """The words of a text, without code."""
    return re.findall(r"[^\W\d_]+", SPAN.sub(" ", text))


def _named(asked: str, question: str) -> str:
    """A question with "it", "that line" or "the loop" named as ours does."""
    ours = sentences(question)[-1]
    for name in _NAMES:
        asked = name(asked, ours)
    return asked


def _names(ours_has: str, pointing: str, name: Callable[[re.Match[str]], str]) -> Callable[[str, str], str]:
    """Make what puts the name of a thing that our question has in the place of words that only point at it.

    ``name`` gives the name with what our question calls it; ``\\g<…>`` in it are parts of the words that point.
    """
    has, points = re.compile(ours_has, re.IGNORECASE), re.compile(pointing, re.IGNORECASE)

    def named(asked: str, ours: str) -> str:
        thing = has.search(ours)
        return asked if thing is None else points.sub(lambda found: found.expand(name(thing)), asked, count=1)

    return named


_THE = r"\b(?:the|that|this|your|its)"
_LINE = r"(?!.*\bline (?!(?P=line)\b)\d)"  # the only one
_what_it_comes_after = _names(
    r"\b(?:after|before) (line \d+|the \w+ pass of the loop on line \d+)",
    r"\b(?<=after |efore )(?:it|that|this)\b(?! \w*(?:line|pass|call))",
    lambda thing: thing[1],
)
_that_line = _names(
    rf"line (?P<line>\d+)\b{_LINE}",
    r"\b(?:that|this|the same)(?: very)? line\b(?! (?:that|which|\d))",
    lambda thing: f"line {thing['line']}",
)
_the_loop = _names(r"\bthe loop on line \d+", rf"{_THE} loop\b(?! on)", lambda thing: thing[0])
_its_passes = _names(
    r"\bthe loop on line \d+",
    r"\b(?:the|that|this|its) (?P<which>\w+) pass\b(?! (?:of|through|over))",
    lambda thing: rf"the \g<which> pass of {thing[0]}",
)
_its_body = _names(
    r"\bthe loop on line \d+", r"\b(?:its|the) body\b(?! o[fn])", lambda thing: f"the body of {thing[0]}"
)
_the_branch = _names(
    r"\bthe (?P<branch>`(?:el)?if`) on line \d+",
    rf"{_THE} `(?:el)?if`(?! on)",
    lambda thing: thing[0],
)
_that_happens = _names(
    r"\bdoes (?P<named>[^?]*?`[^`]+`) (?P<happens>go wrong|come up)",
    r"\bdoes (?:that|this|it) (?:happen|occur|take place)\b",
    lambda thing: f"does {thing['named']} {thing['happens']}",
)
_one_of_them = _names(r"\bwhich line of `[^`]+`", r"\bwhich (?:one )?of (?:them|these|those)\b", lambda thing: thing[0])
_of_which_function = _names(r"\bwhich line of `[^`]+`", r"\bwhich line\b(?! of)", lambda thing: thing[0])
_SUBJECT = (
    r"\b(?:is|does|should|happens to) (?P<named>(?:the (?:body of the )?)?(?:loop|`[^`]+`|line \d+)(?: on line \d+)?)"
)
_it = _names(
    _SUBJECT,
    r"(?!(?<=times )is it\?)\b(?P<verb>is|was|does|do|did|will|should|to|['’]s)(?P<room> )it\b",
    lambda thing: rf"\g<verb>\g<room>{thing['named']}",
)
_it_first = _names(
    _SUBJECT, r"(?<![\w'’] )\bit (?=runs\b|is\b)|(?<=call )it (?=runs\b)", lambda thing: f"{thing['named']} "
)
_NAMES = (
    _what_it_comes_after,
    _that_line,
    _the_loop,
    _its_passes,
    _its_body,
    _the_branch,
    _that_happens,
    _one_of_them,
    _of_which_function,
    _it,
    _it_first,
)


def _with_its_moment(asked: str, text: str, question: str) -> str:
    """A question with the moment for which ours is asked, if neither it nor the whole text says another."""
    moment = _MOMENT.search(sentences(question)[-1])
    if moment is None or brings_a_pivot(read(text).prose, question) or _TIMED.search(asked):
        return asked
    bare = _THEN.sub("", asked, count=1)
    own = {word.lower() for word in words_of(question)}
    plain = all(word.lower() in own or _PLAIN.fullmatch(word) for word in words_of(bare))
    return f"{bare[:-1]} {moment[0]}?" if bare.endswith("?") and plain else asked


def _with_what_is_given(asked: str, question: str) -> str:
    """A question with the value or call for which ours is asked, if it does not say for which it is."""
    given = _GIVEN.search(sentences(question)[-1])
    if given is None or (given["value"] or given["call"]) in asked:
        return asked
    bare = signs.OPENING.sub("", asked)
    said = f"For {given['value']}" if given["value"] else f"In {given['call']}"
    return f"{said}, {bare[:1].lower()}{bare[1:]}"


def _found(words: re.Pattern[str], text: str) -> list[str]:
    return [found.lower() for found in words.findall(text)]
