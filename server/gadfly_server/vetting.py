"""Nothing is said before the leak check has passed it: what leaks is barred, and the tutor is asked again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from gadfly_server.tutor import planner
from gadfly_server.tutor.barred import barring, discreet, fresh, sayable, texts_of
from gadfly_server.wording import ENGLISH, speaking, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gadfly_analyzers.leaks.checker import Checker
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.ladder import Hint
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue

T = TypeVar("T")
Said = tuple[str, int]  # a text, and the level at which it is said
WITHOUT_REPAIRS = 1  # the highest level at which something is said before repairs are known


async def vetted(
    facts: Facts,
    checker: Checker,
    make: Callable[[Facts], T],
    said_in: Callable[[T], Iterable[Said]],
    heard_in: Callable[[T], tuple[str, ...]] = lambda _: (),
) -> tuple[T, Facts]:
    """What the tutor makes of the facts, made again with what leaks barred until nothing new does; and these facts.

    There are only so many texts, and each round bars one more of them.
    The check reads English: what is said in another language leaks, too, if the same in English does.
    """
    while True:
        made = make(facts)
        heard = heard_in(made)
        pairs = zip(said_in(made), said_in(_in_english(make, facts, made)), strict=False)
        leaking = {
            text
            for both in [{said, in_english} for said, in_english in pairs]
            if any([(await checker.verdict(text, level, heard)).leaks for text, level in both])
            for text, _ in both
        }
        if leaking <= facts.barred:
            return made, facts
        facts = barring(facts, leaking)


def _in_english(make: Callable[[Facts], T], facts: Facts, made: T) -> T:
    if spoken() == ENGLISH:
        return made
    with speaking(ENGLISH):
        return make(facts)


async def step(
    before: Dialogue, facts: Facts, checker: Checker | None, go: Callable[[Facts], Dialogue]
) -> tuple[Dialogue, Facts]:
    """A step of the dialogue in which nothing leaks, with the facts that are spoken of from then on."""
    if checker is None:
        return go(facts), facts
    return await vetted(
        facts, checker, lambda left: discreet(before, go(left), left), lambda after: _said(before, after), _heard
    )


def passes(before: Dialogue, after: Dialogue, checker: Checker | None) -> bool:
    """Whether all that came to a dialogue is seen at a glance to give nothing away.

    Before repairs are known, and of what is said in another language than English, only what says no more than the
    tests do can be vouched for.
    """
    if checker is None:
        return False
    highest = 6 if checker.knows_repairs and spoken() == ENGLISH else WITHOUT_REPAIRS
    seen = ((level, checker.glance(text, level, _heard(after))) for text, level in _said(before, after))
    return all(level <= highest and verdict is not None and not verdict.leaks for level, verdict in seen)


async def hints(facts: Facts, checker: Checker | None, ladder: Callable[[Facts], tuple[Hint, ...]]) -> tuple[Hint, ...]:
    """The hints of a ladder in which nothing leaks."""
    if checker is None:
        return ladder(facts)
    shown, _ = await vetted(facts, checker, lambda left: _spared(ladder(left), left), _hinted)
    return shown


def look_ahead(facts: Facts, checker: Checker | None) -> None:
    """Judge what may be asked before it is, so that an answer is replied to at once."""
    if checker is None:
        return
    for language in dict.fromkeys((spoken(), ENGLISH)):
        with speaking(language):
            for text, level in (said for question in _plans(facts) for said in _of(question)):
                checker.glance(text, level)


def _plans(facts: Facts) -> Iterator[Question]:
    yield from planner.plan(facts)
    yield from planner.plan(facts.aside) if facts.aside else ()


def _heard(dialogue: Dialogue) -> tuple[str, ...]:
    return tuple(turn.text for turn in dialogue.turns if turn.speaker == "student")


def _said(before: Dialogue, after: Dialogue) -> Iterator[Said]:
    """All that came to a dialogue, and what will be said of the question that it asks now."""
    new = fresh(before, after)
    yield from ((turn.text, turn.level) for turn in new)
    if after.question is not None and any(turn.question == after.question.id for turn in new):
        yield from _of(after.question)


def _of(question: Question) -> Iterator[Said]:
    return ((text, question.level) for text in texts_of(question))


def _spared(shown: Iterable[Hint], facts: Facts) -> tuple[Hint, ...]:
    return tuple(replace(hint, text=sayable(facts, hint.text)) for hint in shown)


def _hinted(shown: Iterable[Hint]) -> Iterator[Said]:
    return ((text, hint.level) for hint in shown for text in (hint.text, *hint.choices))
