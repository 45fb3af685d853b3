"""Nothing is said before the leak check has passed it: what leaks is barred, and the tutor is asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from gadfly_analyzers.leaks.verdict import Kind
from gadfly_server.tutor import glossary, planner
from gadfly_server.tutor.barred import barring, discreet, fresh, sayable, texts_of
from gadfly_server.tutor.vocabulary import understanding
from gadfly_server.wording import ENGLISH, speaking, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gadfly_analyzers.leaks.checker import Checker
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.glossary.term import Term
    from gadfly_server.tutor.ladder import Hint
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue

T = TypeVar("T")
HIGHEST = 6  # level of all
MOST_OF_ASIDES = 3  # the highest level at which words that nobody asked for by name are explained
WITHOUT_REPAIRS = 1  # the highest level at which something is said before repairs are known
_OF_TESTS = ("run", "offer", "closing")  # kinds of turns that say no more than tests do, whatever level was reached
_NONE: Mapping[str, int] = MappingProxyType({})


class Said(NamedTuple):
    """A text, the level at which it is said, and what it is about, which is the same in every language.

    ``own`` is the level that it would be said at if no higher one had been reached; 0 of what is shown already.
    """

    text: str
    level: int
    about: str = ""
    own: int = 0


async def vetted(  # noqa: PLR0913 - two of them are seldom needed
    facts: Facts,
    checker: Checker,
    make: Callable[[Facts], T],
    said_in: Callable[[T], Iterable[Said]],
    heard_in: Callable[[T], tuple[str, ...]] = lambda _: (),
    *,
    highest: int = HIGHEST,
) -> tuple[T, Facts]:
    """What the tutor makes of the facts, made again with what leaks barred until nothing new does; and these facts.

    There are only so many texts, and each round bars one more of them.
    The check reads English: what is said in another language leaks if the same in English does, or for code in
    it alone; and what has no counterpart there cannot be vouched for.
    """
    while True:
        made = make(facts)
        heard = heard_in(made)
        leaking: set[str] = set()
        in_english = made if spoken() == ENGLISH else _in_english(make, facts)
        for said, english in zip_longest(said_in(made), said_in(in_english)):
            if said and english and said.about == english.about and said.own <= highest:
                if await _leaks(said, english, checker, heard):
                    leaking |= {said.text, english.text}
            elif said:
                leaking.add(said.text)
        if leaking <= facts.barred:
            return made, facts
        facts = barring(facts, leaking)


async def _leaks(said: Said, english: Said, checker: Checker, heard: tuple[str, ...]) -> bool:
    """Tell whether what is said, which is ``english`` in English, gives too much away."""
    if (await checker.verdict(english.text, english.level, heard)).leaks:
        return True
    own = await checker.verdict(said.text, said.level, heard) if said != english else None
    return own is not None and own.but(Kind.WORD).but(Kind.EDIT).leaks


def _in_english(make: Callable[[Facts], T], facts: Facts) -> T:
    """The same in English, of answers in the student's language."""
    with understanding(spoken()), speaking(ENGLISH):
        return make(facts)


async def step(
    before: Dialogue,
    facts: Facts,
    checker: Checker | None,
    go: Callable[[Dialogue, Facts], Dialogue],
    highest: int = HIGHEST,
) -> tuple[Dialogue, Facts]:
    """A step of the dialogue in which nothing leaks, with the facts that are spoken of from then on.

    Nothing is said that belongs above the ``highest`` level, whatever level was reached.
    """
    if checker is None:
        return go(before, facts), facts
    language, own = spoken(), dict[str, int]()
    if highest < HIGHEST:
        own = {each.id: 0 if _is_shown(each, before) else each.level for each in planner.candidates(facts)}
        for each in dict.fromkeys((language, ENGLISH)):
            with speaking(each):
                facts = barring(facts, {q.text for q in planner.candidates(facts) if own.get(q.id, q.level) > highest})

    def make(left: Facts) -> Dialogue:
        now = before if spoken() == language else _translated(before, left)
        return discreet(before, go(now, left), left)

    return await vetted(facts, checker, make, lambda after: _said(before, after, own), heard_in, highest=highest)


def _translated(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """A dialogue whose open question is in the language spoken now, but for what answers are marked against."""
    question = dialogue.question
    if question is None:
        return dialogue
    candidates = planner.candidates(planner.facts_about(question, facts))
    same = next((each for each in candidates if each.id == question.id), None)
    if same is None:
        return dialogue
    oracle = replace(question.oracle, evidence=same.oracle.evidence)
    return replace(dialogue, question=replace(question, text=same.text, oracle=oracle))


def passes(before: Dialogue, after: Dialogue, checker: Checker | None) -> bool:
    """Whether all that came to a dialogue is seen at a glance to give nothing away.

    Before repairs are known, and of what is said in another language than English, only what says no more than the
    tests do can be vouched for.
    """
    if checker is None:
        return False
    highest = HIGHEST if checker.knows_repairs and spoken() == ENGLISH else WITHOUT_REPAIRS
    seen = ((each.level, checker.glance(each.text, each.level, heard_in(after))) for each in _said(before, after))
    return all(level <= highest and verdict is not None and not verdict.leaks for level, verdict in seen)


async def hints(facts: Facts, checker: Checker | None, ladder: Callable[[Facts], tuple[Hint, ...]]) -> tuple[Hint, ...]:
    """The hints of a ladder in which nothing leaks."""
    if checker is None:
        return ladder(facts)
    shown, _ = await vetted(facts, checker, lambda left: _spared(ladder(left), left), _hinted)
    return shown


async def explanation(terms: Sequence[Term], checker: Checker, level: int, heard: tuple[str, ...]) -> str:
    """What some words mean, for somebody who did not ask by these words; empty if it would give too much away.

    Which words are explained may tell as much as what is said of them, so they may not be words of a repair either,
    unless the student has said them. What levels above allow is not for an answer to something else.
    """
    level = min(level, MOST_OF_ASIDES)
    if (await checker.verdict("\n".join(map(_pointing_at, terms)), level, heard)).leaks:
        return ""
    for explained in (glossary.explained, glossary.in_words):
        said = Said(glossary.ended(explained(terms)), level)
        with speaking(ENGLISH):
            english = Said(glossary.ended(explained(terms)), level)
        if not await _leaks(said, english, checker, heard):
            return said.text
    return ""


def _pointing_at(term: Term) -> str:
    """The words of a term as somebody would say them who points at what is wrong, and as code."""
    words = term.english.split(", ")
    return "\n".join(f"Look at the {word}. `{word}`" for word in words)


def look_ahead(facts: Facts, checker: Checker | None) -> None:
    """Judge what may be asked before it is, so that an answer is replied to at once."""
    if checker is None:
        return
    for language in dict.fromkeys((spoken(), ENGLISH)):
        with speaking(language):
            for said in (said for question in _plans(facts) for said in _of(question)):
                checker.glance(said.text, said.level)


def _plans(facts: Facts) -> Iterator[Question]:
    yield from planner.plan(facts)
    yield from planner.plan(facts.aside) if facts.aside else ()


def heard_in(dialogue: Dialogue) -> tuple[str, ...]:
    """All that the student has said."""
    return tuple(_said_by(turn.text) for turn in dialogue.turns if turn.speaker == "student")


def _said_by(text: str) -> str:
    """What a student said, with the words whose meaning was asked for as code: they were brought in by that."""
    return " ".join([text, *(f"`{word}`" for word in glossary.words_asked_for(text))])


def _said(before: Dialogue, after: Dialogue, own: Mapping[str, int] = _NONE) -> Iterator[Said]:
    """All that came to a dialogue, and what will be said of the question that it asks now.

    ``own`` are the levels of questions as such; what tests say stays at theirs.
    """
    new = fresh(before, after)
    for turn in new:
        level = min(turn.level, WITHOUT_REPAIRS) if turn.kind in _OF_TESTS else own.get(turn.question or "", turn.level)
        shown = level == 0 and turn.marked  # but what a reply to that question says is new
        yield Said(turn.text, turn.level, f"{turn.kind} {turn.question}", turn.level if shown else level)
    if after.question is not None and any(turn.question == after.question.id for turn in new):
        yield from (each._replace(own=own.get(after.question.id, each.own)) for each in _of(after.question))


def _of(question: Question) -> Iterator[Said]:
    return (Said(text, question.level, question.id, question.level) for text in texts_of(question))


def _is_shown(question: Question, dialogue: Dialogue) -> bool:
    """Whether all that is shown of a question is on the student's screen, as that of the open question."""
    shown = dialogue.question
    return shown is not None and (question.id, question.text, question.choices) == (shown.id, shown.text, shown.choices)


def _spared(shown: Iterable[Hint], facts: Facts) -> tuple[Hint, ...]:
    return tuple(replace(hint, text=sayable(facts, hint.text)) for hint in shown)


def _hinted(shown: Iterable[Hint]) -> Iterator[Said]:
    return (Said(text, hint.level) for hint in shown for text in (hint.text, *hint.choices))
