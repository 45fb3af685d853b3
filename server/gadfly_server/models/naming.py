"""Name in a question what it only points at, as in "What is it after that line?", where another sentence was left out.

What is meant can be nothing but what our question names. Whether it is, is judged after that, with the name in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gadfly_server.models import signs
from gadfly_server.models.asking import is_request
from gadfly_server.models.completing import completed, placed
from gadfly_server.models.guard import brings_a_pivot, brings_nothing_in, keeps_pieces
from gadfly_server.models.heads import in_our_words
from gadfly_server.models.parts import clauses_of
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
_SUPPOSING = signs.word_list("if suppose imagine assume assuming pretend had were")
# That one could look is supposed, and nothing of what there is to see.
_OBSERVED = re.compile(
    r"\b(?:if|suppose|imagine|assume|assuming|pretend)(?: that)? (?:you|we|one|someone|somebody)"
    r" (?:(?:can|could|were|had)(?: to)? )?(?:halt|halted|pause|paused|stop|stopped|freeze|froze|peek|peeked|look"
    r"|looked|print|printed|inspect|inspected|check|checked|ask|asked|take|took)\b",
    re.IGNORECASE,
)
_SUPPOSED = signs.word_list("would could might")  # without what is supposed
_COMPARED = re.compile(r"for (`[^`]+`), but not for (`[^`]+`)\?$")
_ONE = r"\b(?: (?:one|call|run|of (?:them|the two)))?(?![^?]*`)(?! (?:line|pass))"
_CALL = re.compile(rf"\bthe (?:(?P<first>first|former)|second|latter|other){_ONE}", re.IGNORECASE)
# A question that has no words of its own for what is asked.
_WHICH_IT_IS = re.compile(
    r"^(?:so |and |but )?(?:which|what) (?:(?:one|line|pass) )?(?:is|was) (?:it|that|this)(?: one| line| pass)?\?$"
    r"|^(?:(?:can you (?:tell|say|see) )?"
    r"(?:which one|(?:on|at|in|after) which (?:line|pass)(?: of the loop on line \d+)?)"
    r"|(?:which|what) line (?:decides|controls|determines|governs|is in charge of) (?:it|that|this)"
    r"|(?:what|which) do you (?:get|see|find)(?: there| in it| inside)?"
    r"|(?:can you (?:tell|say|see|spot|find|name) )?(?:which|what) (?:line|one|pass) (?:it|that|this) is"
    r"|(?:(?:how|can) (?:would |do |will )?you explain|(?:can|could) you (?:say|tell me)|explain)?,?"
    r"(?: (?:in|with|using) your own words,?)? ?(?:why|how come|how)"
    r" (?:that|this|it) (?:happens|is|is so|gives (?:that|this|it)|does (?:that|this|so))"
    r"(?:,? (?:in|with|using) your own words)?"
    r"|what do you tell (?:them|him|her)|can you (?:find|name|spot) (?:it|that line|that one)"
    r"|which (?:one|of (?:its|the|these|those|them)(?: lines| ones)?)"
    r" (?:does (?:it|that|so)|does|is responsible(?: for (?:it|that))?)(?: for `[^`]+`| in this call)?"
    r"|how (?:many|often)(?: times)?"
    r"(?: (?:is|was) (?:it|that)| does (?:that happen|it)| do you (?:get|count|see|find|end up with)| exactly)?)\?$",
    re.IGNORECASE,
)


def leans(asked: str, question: str, lost: str) -> bool:
    """Tell whether a question needs what was left out: it points at a thing before it names any, or supposes."""
    if not lost:
        return False
    lead = re.split(r"§|\d", SPAN.sub("§", asked))[0]
    pointing = {*_found(_POINTING, lead)} - {*_found(_POINTING, question)}
    supposing = (
        "should" not in question
        and _SUPPOSING.search(_OBSERVED.sub("", lost))
        and {*_found(_SUPPOSED, asked)} - {*_found(_SUPPOSED, question)}
    )
    return bool(pointing or supposing or ("this call" in question and "this call" not in asked))


def ways_to_ask(asked: str, text: str, request: WordingRequest) -> Iterator[tuple[str, str]]:
    """Ways to put a question that stand by themselves: with names, without what stands before what is asked.

    With each comes the clause that was left out. Nothing is named where the question names another thing or the whole
    text lacks one of ours. What a question is asked for, and when, is said as in ours where it is not said by itself.
    """
    yield asked, ""
    question = request.question
    if keeps_pieces(in_our_words(text, question), request):
        return
    elsewhen = any(read(each).anchors and _brings_a_moment(each, request) for each in clauses_of(asked))
    asked = _told_apart(asked, text, question)
    for start in (asked, _LEAD.sub("", asked), _IN_OTHER_WORDS.sub("", asked)):
        lost = asked.removesuffix(start)
        if _brings_another_in(start, request) or (
            _brings_another_in(lost, request) and _brings_a_moment(lost, request)
        ):
            continue
        named = _named(start, question)
        yield start, lost
        yield named, lost
        for each in dict.fromkeys((start, named)):
            heads = completed(each, question) if each.endswith("?") and not elsewhen else ()
            yield from ((put, "") for head, put in heads if not leans(head, question, text))
    if _WHICH_IT_IS.match(_LEAD.sub("", asked)) and not _brings_another_in(asked, request):
        yield question, ""
    if _is_asked_once(asked, text) and not _brings_another_in(text, request):
        yield from (
            (put, "") for each in dict.fromkeys((_named(asked, question), asked)) if (put := placed(each, question))
        )


def _is_asked_once(asked: str, text: str) -> bool:
    marks = SPAN.sub("", text).count("?")
    return marks == 1 if asked.endswith("?") else marks < 2 and is_request(asked)


def _told_apart(asked: str, text: str, question: str) -> str:
    """A question with the calls that ours compares in the place of "the first" and "the second", if they stand so."""
    calls = _COMPARED.search(question)
    if calls is None or not 0 <= text.find(calls[1]) < text.find(calls[2]):
        return asked
    return _CALL.sub(lambda said: calls[1] if said["first"] else calls[2], asked)


def _brings_another_in(text: str, request: WordingRequest) -> bool:
    """Tell whether a text names a value, a line or a pass that ours does not; "two ways" is none of these."""
    bare = re.sub(r"\w+", lambda word: word[0] if number_of(word[0]) is None else "some", SPAN.sub("§", text))
    pieces = iter(SPAN.finditer(text))
    bare = re.sub("§", lambda _: next(pieces)[0], bare)
    return bool(brings_nothing_in(bare, request)) or not read(text).labels <= read(request.question).labels


def _brings_a_moment(told: str, request: WordingRequest) -> bool:
    """Tell whether a text says when, or of which pass, it is asked, and our question does not say the like."""
    prose = read(in_our_words(told, request.question)).prose
    return brings_a_pivot(signs.IDIOMS.sub(" ", prose), request.question)


def words_of(text: str) -> list[str]:
    """The words of a text, without code."""
    return re.findall(r"[^\W\d_]+", SPAN.sub(" ", text))


def _named(asked: str, question: str) -> str:
    """A question with "it", "that line" or "the loop" named as ours does."""
    ours = sentences(question)[-1]
    for name in _NAMES:
        asked = name(asked, ours)
    return asked


def _names(ours_has: str, pointing: str, name: Callable[[re.Match[str], str], str]) -> Callable[[str, str], str]:
    """Make what puts the name of a thing that our question has in the place of words that only point at it.

    ``name`` gives the name with what our question calls it; ``\\g<…>`` in it are parts of the words that point.
    """
    has, points = re.compile(ours_has, re.IGNORECASE), re.compile(pointing, re.IGNORECASE)

    def named(asked: str, ours: str) -> str:
        thing = has.search(ours)
        return (
            asked
            if thing is None
            else points.sub(lambda found: found.expand(name(thing, found.string[found.end() :])), asked, count=1)
        )

    return named


def _who(thing: re.Match[str], rest: str) -> str:
    """Give what "it" is: what our question is about, or who runs that, if it is named behind it."""
    return "Python" if thing["named"] in rest or re.search(r"\bit\b", rest) else thing["named"]


_THE = r"\b(?:the|that|this|your|its)"
_LINE = r"(?!.*\bline (?!(?P=line)\b)\d)"  # the only one
_what_it_comes_after = _names(
    r"\b(?:after|before) (line \d+|the \w+ pass of the loop on line \d+)",
    r"\b(?<=after |efore )(?:it|that|this)\b(?! \w*(?:line|pass|call))",
    lambda thing, _: thing[1],
)
_that_line = _names(
    rf"line (?P<line>\d+)\b{_LINE}",
    r"\b(?:that|this|the same)(?: very)? line\b(?! (?:that|which|\d))",
    lambda thing, _: f"line {thing['line']}",
)
_the_loop = _names(r"\bthe loop on line \d+", rf"{_THE} loop\b(?! on)", lambda thing, _: thing[0])
_its_passes = _names(
    r"\bthe loop on line \d+",
    r"\b(?:the|that|this|its) (?P<which>\w+) pass\b(?! (?:of|through|over))",
    lambda thing, _: rf"the \g<which> pass of {thing[0]}",
)
_its_body = _names(
    r"\bthe loop on line \d+", r"\b(?:its|the) body\b(?! o[fn])", lambda thing, _: f"the body of {thing[0]}"
)
_the_branch = _names(
    r"\bthe (?P<branch>`(?:el)?if`) on line \d+",
    rf"{_THE} `(?:el)?if`(?! on)",
    lambda thing, _: thing[0],
)
_its_block = _names(
    r"\bthe `(?:el)?if` on line \d+",
    r"\b(?:its|the) (?:block|body)\b(?! (?:of|on|under|in))",
    lambda thing, _: f"the block under {thing[0]}",
)
_after_which_pass = _names(
    r"\bafter which pass of (?P<loop>the loop on line \d+)",
    r"\b(?P<which>after which (?:pass|round|iteration))\b(?! (?:of|through|in|over))",
    lambda thing, _: rf"\g<which> of {thing['loop']}",
)
_lines_of_them = _names(
    r"\bhow many (?P<lines>lines inside the loop on line \d+)",
    r"\b(?P<many>how many) of (?:them|these|those)\b",
    lambda thing, _: rf"\g<many> {thing['lines']}",
)
_that_happens = _names(
    r"\bdoes (?P<named>[^?]*?`[^`]+`) (?P<happens>go wrong|come up)",
    r"\bdoes (?:that|this|it) (?:happen|occur|take place)\b",
    lambda thing, _: f"does {thing['named']} {thing['happens']}",
)
_one_of_them = _names(
    r"\bwhich line of `[^`]+`",
    r"\bwhich (?:one )?of (?:them|these|those|its lines|the lines)\b",
    lambda thing, _: thing[0],
)
_of_which_function = _names(
    r"\bwhich (?P<line>line of `[^`]+`)",
    r"\b(?P<which>which) (?:line|one)\b(?! of)",
    lambda thing, _: rf"\g<which> {thing['line']}",
)
_SUBJECT = (
    r"\b(?:is|does|should|happens to) "
    r"(?P<named>(?:the (?:body of the )?)?(?:loop|`[^`]+`|line \d+)(?: on line \d+)?|your program)"
)
_how_often_it_runs = _names(
    r"\bhow often (line \d+ runs)",
    r"(?:(?<=how often)|(?<=how many times))(?: (?:it|that line) (?:runs|gets run|is (?:run|executed))\b|(?=\?$))",
    lambda thing, _: f" {thing[1]}",
)
_it = _names(
    _SUBJECT,
    r"(?!(?<=times )is it\?)\b(?P<verb>is|was|does|do|did|will|should|to|['’]s)(?P<room> )(?:it\b|that(?=[,?]))",
    lambda thing, rest: rf"\g<verb>\g<room>{_who(thing, rest)}",
)
_it_first = _names(
    _SUBJECT,
    r"(?<![\w'’] )\bit (?=runs\b|is\b|comes up\b)|(?<=call )it (?=runs\b)",
    lambda thing, rest: f"{_who(thing, rest)} ",
)
_those_two = _names(
    r"\b(?P<named>`[^`]+` and `[^`]+`)",
    r"\b(?P<verb>are|do) (?:they|these|those|both|the two)\b(?: names)?",
    lambda thing, _: rf"\g<verb> {thing['named']}",
)
_what_is_given_a_value = _names(
    r"\bgives (?P<named>`[^`]+`) its value",
    r"\b(?P<sets>sets|gives|fills|assigns|defines|creates) (?:it|that)\b",
    lambda thing, _: rf"\g<sets> {thing['named']}",
)
_NAMES = (
    _those_two,
    _what_is_given_a_value,
    _how_often_it_runs,
    _what_it_comes_after,
    _that_line,
    _the_loop,
    _its_passes,
    _its_body,
    _the_branch,
    _its_block,
    _after_which_pass,
    _that_happens,
    _one_of_them,
    _lines_of_them,
    _of_which_function,
    _it,
    _it_first,
)


def _found(words: re.Pattern[str], text: str) -> list[str]:
    return [found.lower() for found in words.findall(text)]
