"""Level 5: the same idea in another program, which is right, with a question of why it is."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from gadfly_analyzers.misconceptions import everything
from gadfly_analyzers.python_text import module_of
from gadfly_server.tutor import beliefs, ideas, ordering
from gadfly_server.tutor.barred import may_ask
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.words import THEN, code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_analyzers.worked_example import WorkedExample
    from gadfly_server.tutor.facts import Facts

TOPIC = "analogue"
_FITS = 2  # what it counts that an idea is about the kind of thing that is off
# For names that the student's program has, too.
_NAMES = (
    "amber birch cedar coral ember fern hazel indigo jade lilac maple olive pearl quartz river saffron topaz willow"
)
_FIXED = ("self", "__init__")
_TRIVIAL = re.compile(
    r"(?:else:|try:|pass|break|continue|return|return (?:None|True|False|\d+)|(?:import|from|except) .*)$"
)


@dataclass(frozen=True, slots=True)
class Analogue:
    """A worked example of an idea, a question about it, and its lines to put in order.

    ``idea`` is the id of a misconception that misses it, or of a plan.
    """

    idea: str
    text: str
    ask: Question
    parsons: Question | None = None


def analogues(facts: Facts, held: Collection[str] = ()) -> tuple[Analogue, ...]:
    """All examples that may help, the nearest to what is missed first; ``held`` are beliefs that answers showed.

    None has a name or a telling line in common with the student's program.
    """
    taken = set(re.findall(r"\w+", facts.text))
    lines = {line.strip() for line in facts.text.splitlines()}
    found = ((each, _renamed(_said(ideas.example(each)), taken)) for each in _likely(facts, held))
    fitting = (_analogue(each, example) for each, example in found if not _fits(example, lines))
    barred = "\n".join(facts.barred)  # a step of the ladder says the example together with its question
    return tuple(_spared(each, facts) for each in fitting if each.text not in barred and may_ask(each.ask, facts))


def _spared(example: Analogue, facts: Facts) -> Analogue:
    """The example without its lines to put in order, where these would give too much away."""
    parsons = example.parsons
    return replace(example, parsons=None) if parsons and not may_ask(parsons, facts) else example


def _likely(facts: Facts, held: Collection[str]) -> list[str]:
    """Ideas by how much speaks for them; what is about the thing that is off counts besides.

    Where a run was seen not to end, that counts more than the text, and less than an answer.
    """
    endless, near = ideas.of_endlessness(facts), ideas.of_direction(facts)
    predicted = [each.misconception for each in facts.predictions]
    known = [*held, *beliefs.seen(facts), *beliefs.shown(facts), *predicted]
    order = [*endless, *near, *(each.id for each in everything()), *ideas.of_lines(facts)]
    least = dict.fromkeys(endless, (facts.weights.seen + facts.weights.answered) / 2)

    def worth(each: str) -> float:
        return max(_worth(facts, each, held, known, near), least.get(each, 0.0))

    ranked = sorted({*known, *near, *endless}, key=lambda each: (-worth(each), order.index(each)))
    return [*dict.fromkeys((*ranked, *ideas.of_lines(facts)))]


def _worth(facts: Facts, each: str, held: Collection[str], known: Collection[str], near: Collection[str]) -> float:
    return (beliefs.weight(facts, each, held) if each in known else 0) + _FITS * (each in near)


def _said(example: WorkedExample) -> WorkedExample:
    """The example with its words in the language that is spoken."""
    goal, question, right = say(example.goal), say(example.question), say(example.right)
    return replace(example, goal=goal, question=question, right=right, wrong=tuple(map(say, example.wrong)))


def _fits(example: WorkedExample, lines: Collection[str]) -> bool:
    """Whether a line of the example that tells something stands in the student's program."""
    return any(piece.strip() in lines and not _TRIVIAL.match(piece.strip()) for piece in example.pieces)


def _renamed(example: WorkedExample, taken: Collection[str]) -> WorkedExample:
    """The example with other names for those that are taken."""
    own = names(example.program)
    free = (name for name in _NAMES.split() if name not in taken and not re.search(rf"\b{name}\b", example.program))
    others = dict(zip((name for name in own if name in taken), free, strict=False))
    return rename(example, others) if others else example


def names(program: str) -> tuple[str, ...]:
    """The names that a program gives a meaning: variables, functions, classes and parameters."""
    found = (_named(node) for node in ast.walk(module_of(program)))
    return tuple(dict.fromkeys(name for name in found if name and name not in _FIXED))


def _named(node: ast.AST) -> str:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return node.id
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return node.name
    return node.arg if isinstance(node, ast.arg) else ""


def rename(example: WorkedExample, others: dict[str, str]) -> WorkedExample:
    """The same example with other names, also where its words speak of them."""

    def renamed(text: str) -> str:
        return re.sub(r"\b[^\W\d]\w*\b", lambda word: others.get(word[0], word[0]), text)

    def spoken(text: str) -> str:
        return re.sub(r"`[^`]*`", lambda quoted: renamed(quoted[0]), text)

    return replace(
        example,
        goal=spoken(example.goal),
        program=renamed(example.program),
        question=spoken(example.question),
        right=spoken(example.right),
        wrong=tuple(map(spoken, example.wrong)),
    )


def _analogue(idea: str, example: WorkedExample) -> Analogue:
    text = say(
        "Here is another small program. {goal}\n{program}\nIt prints {printed}.",
        goal=example.goal,
        program=code(example.program.strip()),
        printed=_shown(example),
    )
    return Analogue(idea, text, _ask(idea, example), _parsons(idea, example))


def _shown(example: WorkedExample) -> str:
    return say(THEN).join(map(code, example.prints.splitlines()))


def _ask(idea: str, example: WorkedExample) -> Question:
    identity = f"self-explain:{idea}"
    answers = (example.right, *example.wrong)
    return Question(
        id=identity,
        kind="self-explain",
        level=5,
        text=example.question,
        entry=Entry.CHOICE,
        oracle=Oracle(example.right, "catalogue", example.right),
        points_at=None,
        choices=tuple(sorted(answers, key=lambda answer: crc32(f"{identity} {answer}".encode()))),
        topic=TOPIC,
        insight=say("the small program"),
    )


def _parsons(idea: str, example: WorkedExample) -> Question | None:
    """The lines of the example, shuffled; ``None`` where there is nothing to shuffle."""
    if not example.orders:
        return None
    identity, pieces = f"parsons:{idea}", example.pieces
    right = [tuple(ord(letter) - ord("A") for letter in order) for order in example.orders]
    given = ordering.shuffled(identity, len(pieces), right)
    answers = [ordering.letters([given.index(number) for number in order]) for order in right]
    return Question(
        id=identity,
        kind="parsons",
        level=5,
        text=say(
            "Here is another small program. {goal} In which order do its lines print {printed}?",
            goal=example.goal,
            printed=_shown(example),
        ),
        entry=Entry.ORDER,
        oracle=Oracle(
            answers[0],
            "catalogue",
            say("It is right in this order:\n{program}", program=code(example.program.strip())),
            also=tuple(answers[1:]),
        ),
        points_at=None,
        choices=tuple(pieces[number] for number in given),
        topic=TOPIC,
        insight=say("the order of the lines"),
    )
