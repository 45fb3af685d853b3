"""What a model's wording must be like before a student sees it; each check is a function that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from gadfly_server.models import reading, signs
from gadfly_server.models.asking import as_question, asked_for, is_request
from gadfly_server.models.closed import in_its_words
from gadfly_server.models.heads import in_our_words
from gadfly_server.models.kept import KEPT, MOSTLY_KEPT
from gadfly_server.models.otherwise import claims_a_number, otherwise
from gadfly_server.models.paraphrases import canonical
from gadfly_server.models.printed import without_print
from gadfly_server.models.reading import SPAN, number_of, read, sentences
from gadfly_server.models.sizes import has_size, without_sizes
from gadfly_server.wording import ENGLISH

if TYPE_CHECKING:
    from gadfly_server.models.request import WordingRequest

Check = Callable[[str, "WordingRequest"], str]

_CODE = re.compile(r"[\[\]{}=<>\\|]")  # signs that no sentence has outside of code
_ARROWS = frozenset(map(chr, (*range(0x2190, 0x2200), *range(0x27A1, 0x27BF), *range(0x2B00, 0x2B12))))
_UNENDED = re.compile(r"[^\W\d_]\s+(?:Is|Are|Does|Did|What|How|Which|Where|When|Why)\b")  # as in "Or equal Is the …?"
_POINTING_BACK = re.compile(r"\b(?:it|its|that|this|those|there|then|so)\b", re.IGNORECASE)
_STEM = 5  # letters by which forms of one word are known
_SUPPOSING = signs.word_list("there is a an one some something somewhere that in this your program call python")
_ROOT = 4  # letters by which "take" is known in "taken"


def objection(text: str, request: WordingRequest) -> str:
    """Why a wording is refused, as words that follow "it"; empty if nothing speaks against it."""
    if request.language != ENGLISH:
        return next((reason for check in _IN_ANY_LANGUAGE if (reason := check(text, request))), "")
    said = cleared(text, request)
    as_it_stands = has_form(text, request) or is_new(text, request)
    return as_it_stands or next((reason for check in ALL if (reason := check(said, request))), "")


def has_form(text: str, request: WordingRequest) -> str:
    """One paragraph of plain text with one question, at its end, and not too long."""
    if not text.isprintable() or text.count("`") % 2 or re.search(r"```|https?:|www\.|<\w+|\*\*|^#|\[.*\]\(", text):
        return "is not one paragraph of plain text"
    outside = SPAN.sub("", text)
    if {sign for sign in outside if sign in "()" or _talks(sign)} - set(request.question):
        return "is not one paragraph of plain text"
    if _UNENDED.search(outside):
        return "has words before its question that are no sentence"
    asks = outside.count("?") == 1 and outside.rstrip().endswith("?")
    last = (sentences(text) or [""])[-1]
    bids = "?" not in outside and (
        signs.BIDDING.search(SPAN.sub("", last)) or (request.language == ENGLISH and is_request(last))
    )
    if not asks and not bids:
        return "is not exactly one question"
    words = len(SPAN.sub("§", text).split())
    return "" if words <= request.words else f"has more than {request.words} words"


def _talks(sign: str) -> bool:
    """Tell whether a sign says something without a word: + or ≥, an arrow, a letter or a digit in a circle."""
    if sign.isascii() or sign.isalpha():
        return sign in "+*/%~@^&"
    in_disguise = sign != "…" and normalize("NFKC", sign) != sign
    return in_disguise or category(sign) in ("Sm", "Nl", "Nd", "No") or sign in _ARROWS


def is_english(text: str, _: WordingRequest) -> str:
    """In the language that is spoken."""
    return "is not in English" if is_foreign(text) else ""


def is_foreign(text: str) -> bool:
    """Tell whether a text is in another language than English, as its small words tell."""
    prose = read(text).prose
    words = re.findall(r"[^\W\d_]+", prose.lower())
    small, foreign = (len(some.findall(prose)) for some in (signs.ENGLISH, signs.FOREIGN))
    odd = any(not letter.isascii() and letter.isalpha() for letter in prose)
    return odd or foreign > 1 or small * 4 < len(words)


def keeps_pieces(text: str, request: WordingRequest) -> str:
    """All pieces of code, numbers and names of the question are in it; with fewer, the answer might be another."""
    ours, said = read(_needed(request.question)), read(text)
    here = _Counted(said.anchors)
    missing = [each for each in dict.fromkeys(ours.anchors) if not here.take(each) and not here.take(each.strip("'"))]
    return "leaves out a piece of code, a number or a name" if missing else ""


def _needed(question: str) -> str:
    """Give what has to be said of a question: without what is told before it, unless it points back at that."""
    asked = sentences(question)[-1]
    return question if _POINTING_BACK.search(asked) else asked


def brings_nothing_in(text: str, request: WordingRequest) -> str:
    """No value, line, name or count in it that is not in evidence."""
    ours, said = read(request.question), read(text)
    known = [" ".join(span) for span in ours.spans] + (
        ["return"] if "gives back the result" in request.question else []
    )
    for span in said.spans:
        piece = " ".join(span)
        if piece not in known and not _within(piece, known, span):
            return "brings in a piece of code or a value"
    if not set(said.numbers) <= set(ours.numbers) | _bare(ours):
        return "brings in a number"
    if set(_CODE.findall(said.prose)) - set(_CODE.findall(ours.prose)):
        return "brings in a piece of code or a value"
    if has_size(text) and not has_size(request.question):
        return "says of a value what is not so"
    if not set(said.quoted) <= {*ours.quoted, *(token.strip("'") for span in ours.spans for token in span)}:
        return "brings in a text in quotes"
    names = {*ours.names, *(token for span in ours.spans for token in span)}
    return "" if set(said.names) <= names else "brings in a name"


def counts_the_same(text: str, request: WordingRequest) -> str:
    """A line stays a line, and a pass a pass; what has a value keeps it."""
    ours, said = read(request.question), read(text)
    passes = {label for label in ours.labels if label[0] == "pass" and label[1].isdecimal()}
    known = ours.labels | ({("pass", "1")} if "1" in ours.numbers else set())
    if not said.labels <= known or (said.labels and not passes <= said.labels):
        return "says of a number that it is of something else"
    claims = claims_a_number(said.prose, ours.prose)
    if claims or not _bindings(text) <= _bindings(request.question):
        return "says that something has a value"
    return ""


def asks_the_same(text: str, request: WordingRequest) -> str:
    """It asks for a thing of the same kind, at the same moment."""
    if asked_for(text) != asked_for(request.question):
        return "asks for something else"
    text = signs.AGREEING.sub("Another test agrees", text)
    whole, core, there = read(text).prose, _core(text, request.question), read(request.question).prose
    if signs.IDEAL.search(whole) and not signs.WISHED.search(there):
        return "asks what should be, and not what is"
    if any(ours.search(there) and not said.search(whole) for ours, said in (*KEPT, *MOSTLY_KEPT)):
        return "leaves out or brings in a word that settles what is meant"
    counted = {label for label in read(text).labels if label in read(request.question).labels}
    for words in signs.PIVOTS:
        if words is signs.FIRST and any(number == "1" for _, number in counted):
            continue
        brought, ours = signs.BROUGHT_IN.get(words, words).search(core), words.search(there)
        if (ours and not words.search(whole)) or (brought and not ours):
            return "leaves out or brings in a word that settles what is meant"
    of_its_kind = next((reason for check in _OF_KINDS if (reason := check(core, whole, there))), "")
    return of_its_kind or otherwise(whole, there) or denies_the_same(text, request)


def asks_about_the_same(text: str, request: WordingRequest) -> str:
    """What our question is asked for is not what it is asked about: no "What is `[2, 4]` for `total`?"."""
    given = {*signs.GIVEN.findall(request.question)} - {*signs.ABOUT.findall(request.question)}
    return "asks for something else" if given & {*signs.ABOUT.findall(text)} else ""


def means_no_other(text: str, request: WordingRequest) -> str:
    """It has no word that is hardly said but to mean something else, and lacks none that is hardly left out."""
    said, there = (signs.IDIOMS.sub(" ", read(each).prose) for each in (text, request.question))
    if any(words.search(said) and not words.search(there) for words in signs.SETTLING):
        return "brings in a word that settles what is meant"
    if any(ours.search(there) and not kept.search(said) for ours, kept in KEPT):
        return "leaves out a word that settles what is meant"
    if signs.WHICH_LINE.search(said) and not signs.WHICH_LINE.search(there):
        return "asks for a line"
    return otherwise(read(text).prose, read(request.question).prose)


def denies_the_same(text: str, request: WordingRequest) -> str:
    """What our question says is not so is what the wording says is not so."""
    ours, said = (signs.NEGATED.findall(each) for each in (request.question, text))
    return "says of something else that it is not so" if ours and said and ours[-1] != said[-1] else ""


def wishes_the_same(text: str, request: WordingRequest) -> str:
    """It asks for what should be where our question does, and only there."""
    whole, there = read(text).prose, read(request.question).prose
    wished = signs.IDEAL.search(whole)
    if signs.INTENDED.search(there) and not (wished or signs.INTENDED.search(whole)):
        return "asks what is, and not what should be"
    return "asks what should be, and not what is" if wished and not signs.WISHED.search(there) else ""


def _counts(_: str, whole: str, there: str) -> str:
    other = any(f"how many {kind}" in there.lower() and not words.search(whole) for kind, words in signs.COUNTS.items())
    return "counts something else" if other else ""


def _names(_: str, whole: str, there: str) -> str:
    """Tell whether a line or a character is asked for, where ours asks for one."""
    if "a new value" in there and "new value" not in whole:
        return "asks for something else"
    if signs.WHICH_LINE.search(whole) and not signs.WHICH_LINE.search(there):
        return "asks for a line"
    if signs.WHERE.search(whole) and not signs.WHICH_LINE.search(there):
        return "asks for a place"
    if signs.BROUGHT.search(whole) and not signs.BROUGHT.search(there):
        return "asks for another thing"
    asked = re.search(r"\b(?:which|what)(?: is the first)? (line|character)\b", there, re.IGNORECASE)
    if asked and not re.search(
        rf"\b(?:which|what|the|a|one|some)\s+(?:of\s+the\s+|\w+\s+)?{asked[1]}s?\b", whole, re.IGNORECASE
    ):
        return f"does not ask for a {asked[1]}"
    return ""


def _gives(core: str, _: str, there: str) -> str:
    if re.search(r"\bgive\?$", there.strip()) or " give for " in there:
        return "" if signs.GIVES.search(core) else "does not ask what is given"
    return "asks for what is given back" if "print" in there and signs.BACK.search(core) else ""


_OF_KINDS = (_counts, _names, _gives)


def claims_nothing(text: str, request: WordingRequest) -> str:
    """Each sentence before the question invites to look, or is one of the question's own; none judges."""
    text = signs.AGREEING.sub("Another test agrees", text)
    if not all(_is_harmless(sentence, request.question) for sentence in sentences(text)[:-1]):
        return "states something"
    there = signs.IDIOMS.sub(" ", read(request.question).prose)
    *before, asked = (signs.RIGHT.sub(" ", each) for each in _core_sentences(text, request.question))
    found = signs.ASKED.search(asked)
    lead, rest = (asked[: found.start()], asked[found.start() :]) if found else ("", asked)
    judged = any(
        words.search(each)
        for words in signs.JUDGEMENTS
        if not words.search(there)
        for each in (*before, rest, *([] if words in signs.MILD else [lead, asked]))
    )
    return "judges, explains or tells what to do" if judged else ""


def adds_no_clause(text: str, request: WordingRequest) -> str:
    """Nothing hangs on the question that does not hang on ours: no "with …", and nothing after a comma."""
    asked, there = (signs.IDIOMS.sub(" ", read(sentences(each)[-1]).prose) for each in (text, request.question))
    parts = re.split(r",\s*", asked)
    core = next(
        (i for i, part in enumerate(parts) if signs.ASKED.search(part) or signs.YES_OR_NO.match(part)), len(parts) - 1
    )
    ours = {*re.findall(r"\w+", there.lower()), *signs.JOINING}
    more = [part for part in parts[core + 1 :] if not {*re.findall(r"\w+", part.lower())} <= ours]
    if len(more) > len(re.split(r",\s*", there)) - 1:
        return "says more than the question does"
    return "says more than the question does" if signs.WITH.search(parts[core]) and not signs.WITH.search(there) else ""


def says_no_more(text: str, request: WordingRequest) -> str:
    """No word in what is asked that is neither in ours nor one with which anybody asks, nor before that."""
    asked = sentences(text)[-1]
    found = signs.ASKED.search(asked)
    at = found.start() if found else 0
    before, rest = (unknown(part, request.question) for part in (asked[:at], asked[at:]))
    more = rest or before or says_of_what_kind(asked, request)
    return "says more than the question does" if more else ""


def says_of_what_kind(asked: str, request: WordingRequest) -> bool:
    """Tell whether a word says of a place of the program of what kind it is, and with that what may be off there."""
    said = {word.lower() for word in signs.OF_A_PLACE.findall(asked)} - {
        *re.findall(r"[\w'-]+", request.question.lower())
    }
    said = {word for word in said if not word.startswith(("for-", "if-", "while-"))}
    return any("-" in word or signs.SIZED.fullmatch(word) or unknown(word, request.question) for word in said)


def adds_no_word(text: str, request: WordingRequest) -> bool:
    """Tell whether what is asked has no words but the question's own and those with which anybody asks."""
    if request.language != ENGLISH:
        return True  # or it would have been refused
    return not unknown(canonical(core(text, request.question), request.question), request.question)


def is_kind(text: str, _: WordingRequest) -> str:
    """No word that blames or belittles, or praises what nobody knows to be good."""
    return "does not sound kind" if signs.UNKIND.search(read(text).prose) else ""


def is_new(text: str, request: WordingRequest) -> str:
    """No turn that the student has read already."""
    return "was said before" if _plain(text) in {_plain(said) for _, said in request.said} else ""


ALL: tuple[Check, ...] = (
    is_english,
    keeps_pieces,
    brings_nothing_in,
    counts_the_same,
    asks_the_same,
    asks_about_the_same,
    claims_nothing,
    adds_no_clause,
    says_no_more,
    is_kind,
)
_IN_ANY_LANGUAGE: tuple[Check, ...] = (
    has_form,
    keeps_pieces,
    brings_nothing_in,
    asks_about_the_same,
    in_its_words,
    is_new,
)


def is_plain(sentence: str, request: WordingRequest) -> bool:
    """Tell whether a sentence may stand before the question."""
    if sentence.endswith("?") or brings_nothing_in(without_sizes(sentence), request):
        return False
    return _is_harmless(cleared(sentence, request), request.question)


class _Counted:
    """Pieces that can be taken out one by one."""

    def __init__(self, pieces: tuple[str, ...]) -> None:
        self._left = list(pieces)

    def take(self, piece: str) -> bool:
        """Take a piece out, if it is there."""
        if piece in self._left:
            self._left.remove(piece)
            return True
        return False


def _bare(ours: reading.Reading) -> set[str]:
    """Numbers that are whole pieces of code in the question: outside of backticks they are the same."""
    return {" ".join(span).replace("- ", "-") for span in ours.spans if re.fullmatch(r"(- )?\d\S*", " ".join(span))}


def _within(piece: str, known: list[str], span: tuple[str, ...]) -> bool:
    """Tell whether a piece of code is part of another: a name, or a value in brackets; no bare value."""
    if span[0] in ("True", "False", "None"):
        return False
    named = any(token.isidentifier() for token in span)
    return (named or span[0] in "[{(") and any(f" {piece} " in f" {each} " for each in known)


def core(text: str, question: str) -> str:
    """The text without the sentences that only invite to look and to think."""
    *before, last = sentences(text) or [""]
    return " ".join([*(each for each in before if not _invites(each, question)), last])


def _core(text: str, question: str) -> str:
    """The prose of all that says something, without what only invites."""
    return " ".join(_core_sentences(text, question))


def _core_sentences(text: str, question: str) -> list[str]:
    *before, last = sentences(_opened(text)) or [""]
    said = [*(each for each in before if not _invites(each, question)), last]
    return [signs.IDIOMS.sub(" ", read(each).prose) for each in said]


def _is_harmless(sentence: str, question: str) -> bool:
    """Tell whether a sentence before the question states nothing that the question does not."""
    if signs.PREDICATED.search(sentence) and not signs.PREDICATED.search(question):
        return False
    if signs.POINTING.search(sentence) and read(sentence).anchors and not is_own(sentence, question):
        return False
    if signs.SIZED.search(sentence) or (signs.STILL.search(sentence) and _names_a_variable(sentence)):
        return False
    has_words = any(map(str.isalpha, read(sentence).prose))
    return has_words and any(check(sentence, question) for check in (is_own, _invites, _sets, _supposes))


def _names_a_variable(sentence: str) -> bool:
    return any(len(span) == 1 and span[0].isidentifier() for span in read(sentence).spans)


def is_own(sentence: str, question: str) -> bool:
    """Tell whether a sentence is one of those that the question has."""
    told = _plain(_opened(signs.AGREEING.sub("Another test agrees", sentence))).removesuffix(" yet")
    return told in {_plain(each) for each in sentences(question)}


def cleared(text: str, request: WordingRequest) -> str:
    """The text in the words of the question, without what it says truly of the size of a value."""
    asked = without_print(without_sizes(as_question(text)), request.question)
    text = canonical(in_our_words(asked, request.question), request.question)
    if "gives back the result" in request.question:
        text = signs.RETURN_LINES.sub("", text)
    text = signs.ANSWERED.sub("what ", text)
    if "what should" not in request.question.lower():
        return text
    text = signs.NAMED.sub(lambda told: "what " if _own({told["named"].lower()}, request.question) else told[0], text)
    return signs.CALLED.sub("what ", text)


def _sets(sentence: str, question: str) -> bool:
    """Tell whether a sentence only says where one is in the run: with the question's own words and such for that.

    Where it is asked whether or how often something happens, it must not even say when it does: to count things is
    another matter.
    """
    told = read(signs.IDIOMS.sub(" ", _opened(sentence))).prose
    asked, prose = asked_for(question), signs.REACHED.sub(" ", told)
    asks = asked == "count" == asked_for(sentence)
    things = signs.DIFFERENT.search(question) is not None
    stated = told if asked in ("count", "yes or no") and not things else prose
    if (signs.HAPPENING.search(stated) and not asks) or brings_a_pivot(told, question):
        return False
    setting = (signs.SETTING, signs.INVITING)
    unknown = {w for w in _words(prose) if number_of(w) is None and not any(each.fullmatch(w) for each in setting)}
    return unknown <= _own(unknown, question) and bool(read(sentence).anchors)


def _supposes(sentence: str, question: str) -> bool:
    """Tell whether a sentence says no more than that there is what is asked for, where nobody asks whether."""
    words = {*_words(_SUPPOSING.sub(" ", read(sentence).prose))}
    whether = asked_for(question) in ("count", "yes or no")
    return not whether and bool(signs.SUPPOSED.match(SPAN.sub("§", sentence))) and words <= _own(words, question)


def brings_a_pivot(prose: str, question: str) -> bool:
    """Tell whether a text has a word that settles what is meant, and the question has none of its kind."""
    there = read(question).prose
    return any(words.search(prose) and not words.search(there) for words in signs.PIVOTS)


def _own(words: set[str], question: str) -> set[str]:
    """Those of some words that are the question's, in another form perhaps, or parts of names in it."""
    names = (token for span in read(question).spans for token in span if token.isidentifier())
    ours = {*_words(question), *(part for name in names for part in re.findall(r"[a-z]+", name.lower()))}
    stems = {word[:_STEM] for word in ours}
    return {word for word in words if word[:_STEM] in stems or word.removesuffix("s") in ours}


def _invites(sentence: str, question: str) -> bool:
    """Tell whether a sentence only invites to look and to think.

    It has no words but those of a closed list, and such of the question that do not say what happens.
    """
    prose, there = read(signs.TALK.sub(" ", signs.IDIOMS.sub(" ", sentence))).prose, read(question).prose
    for scene in (signs.SCENE, signs.ROLE):
        prose = scene.sub(lambda found: " " if _is_scene(found["scene"]) else found[0], prose.strip())
    if brings_a_pivot(prose, question):
        return False
    happening = [word for word in _words(there) if signs.HAPPENING.fullmatch(word)]
    roots = tuple(word[:_ROOT] for word in happening if len(word) >= _ROOT)
    ours, said = {*_words(there)} - {*happening}, _words(prose)
    return all(not word.startswith(roots) and (word in ours or signs.INVITING.fullmatch(word)) for word in said)


def _is_scene(told: str) -> bool:
    """Tell whether words only say who or where somebody is: nothing that compares, counts or decides."""
    words = _words(told)
    acting = [word for word in words if word.endswith("ing") and not (word == words[0] and signs.BEING.fullmatch(word))]
    of_programs = (*signs.PIVOTS, *signs.JUDGEMENTS, signs.THINGS, signs.UNKIND, signs.NO_SCENE)
    numbered = any(number_of(word) is not None for word in words)
    if re.search("[A-Z]", told):
        return False  # a name
    return not acting and not numbered and not any(each.search(told) for each in of_programs)


def _opened(text: str) -> str:
    return signs.OPENING.sub("", text.strip())


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z][a-z'’]*", read(text).prose.lower())


def _bindings(text: str) -> set[tuple[str, str]]:
    return {(found[1], found[2].strip("`")) for found in signs.BINDING.finditer(text)}


def unknown(text: str, question: str) -> set[str]:
    """Give the words that are neither the question's nor such with which anybody asks."""
    said = _words(signs.IDIOMS.sub(" ", read(text).prose))
    known = (signs.ENGLISH, signs.NEUTRAL)
    own = {word for word in said if number_of(word) is None and not any(each.fullmatch(word) for each in known)}
    return own - _own(own, question)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
