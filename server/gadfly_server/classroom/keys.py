"""Every key of a classroom file, with its default and what it means: the one place where both are written.

The schema for editors and the table in the docs are made from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

STRICT: dict[str, Any] = {"extra": "forbid", "strict": True}
Language = Literal["en", "de"]
Level = Literal[1, 2, 3, 4, 5, 6]
Event = Literal["run", "finding", "question", "answer", "level", "edit", "model"]
Shared = Literal["events", "texts", "contact"]
# The address of a server: with its scheme and a host, without a name or a password in it.
ADDRESS = r"^(https?://(\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\[\]]+)(:[0-9]{1,5})?([/?#]\S*)?)?$"
EVERY_LEVEL: tuple[Level, ...] = (1, 2, 3, 4, 5, 6)
EVERY_EVENT: tuple[Event, ...] = ("run", "finding", "question", "answer", "level", "edit", "model")


def key(default: Any, description: str, must: str, example: str, **more: Any) -> Any:
    """A key: its default, what it means, what it must be, and an example as one would write it."""
    told = {"description": description, "title": must, "examples": [example], **more}
    if isinstance(default, type):
        return field(default_factory=default, metadata=told)
    return field(default=default, metadata=told)


@dataclass(frozen=True, slots=True)
class Tests:
    """The tests of an assignment."""

    __test__: ClassVar[bool] = False
    __pydantic_config__: ClassVar[Any] = STRICT

    visible: tuple[str, ...] = key(
        (),
        "Which files hold the tests that students see, counted from this file; {program} stands for the name of the "
        "program without .py. Without it, tests are found as usual.",
        "a list of paths with * in them",
        'visible = ["tests/test_{program}.py"]',
    )
    hidden: str = key(
        "",
        "The encrypted bundle with hidden tests and the reference solution, which `gadfly classroom lock` makes.",
        "the path of a file beside or below this one",
        'hidden = "hidden.gadfly"',
    )


@dataclass(frozen=True, slots=True)
class When:
    """Other levels of help for some programs, or for some days."""

    __pydantic_config__: ClassVar[Any] = STRICT

    levels: tuple[Level, ...] = key(
        EVERY_LEVEL, "The levels of help that are allowed then.", "a list of levels from 1 to 6", "levels = [1, 2]"
    )
    programs: tuple[str, ...] = key(
        (),
        "For which programs: names of files with * in them; all without it.",
        "a list of names of files",
        'programs = ["exam*.py"]',
    )
    first: date | None = key(None, "From which day on.", "a date", "first = 2026-10-01")
    last: date | None = key(None, "Until which day, that day too.", "a date", "last = 2026-10-14")


@dataclass(frozen=True, slots=True)
class Help:
    """How much help there is, and how soon."""

    __pydantic_config__: ClassVar[Any] = STRICT

    levels: tuple[Level, ...] = key(
        EVERY_LEVEL,
        "The levels of help that are allowed: 1 asks what the result should be, 2 asks about the run, 3 contradicts "
        "and explains an idea, 4 says in which direction to look, 5 shows an example, 6 sums up for the teacher. "
        "That tests disagree is always said.",
        "a list of levels from 1 to 6",
        "levels = [1, 2, 3]",
    )
    start: Literal[2, 3] = key(
        2,
        "Where a dialogue starts: 2 with open questions, 3 with questions that come with choices.",
        "2 or 3",
        "start = 3",
    )
    first_steps: int = key(
        2,
        "How many steps of their own students take before level 4: answers, or runs of a changed program.",
        "a whole number from 0 to 20",
        "first_steps = 4",
        ge=0,
        le=20,
    )
    cooldown: int = key(
        2,
        "How many such steps lie between the levels 4, 5 and 6.",
        "a whole number from 0 to 20",
        "cooldown = 3",
        ge=0,
        le=20,
    )
    when: tuple[When, ...] = key(
        (), "Other levels for some programs or days; the first that fits holds.", "a list of tables", "[[help.when]]"
    )


@dataclass(frozen=True, slots=True)
class Patterns:
    """Which patterns Gadfly asks about."""

    __pydantic_config__: ClassVar[Any] = STRICT

    disabled: tuple[str, ...] = key(
        (), "Patterns that are not asked about.", "a list of names of patterns", 'disabled = ["lone-name"]'
    )
    enabled: tuple[str, ...] = key(
        (),
        "If there are any, the only patterns that are asked about.",
        "a list of names of patterns",
        'enabled = ["mutable-default"]',
    )


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question of the course, with the program that shows its answer."""

    __pydantic_config__: ClassVar[Any] = STRICT

    text: str = key("", "What is asked.", "a text", 'text = "What does `range(3)` begin with?"', max_length=400)
    right: str = key("", "The right answer.", "a text", 'right = "0"', max_length=200)
    wrong: tuple[str, ...] = key((), "One to three other answers.", "a list of texts", 'wrong = ["1", "3"]')
    why: str = key("", "What shows that it is right, in a sentence.", "a text", 'why = "Counting begins with 0."')
    level: Literal[2, 3] = key(3, "The level of help at which it is asked.", "2 or 3", "level = 3")
    symptoms: tuple[str, ...] = key(
        (),
        "Asked if the failing test shows one of these symptoms; `gadfly check --format json` names them.",
        "a list of names of symptoms",
        'symptoms = ["off-by-one"]',
    )
    functions: tuple[str, ...] = key(
        (), "Asked if the failing test calls one of these functions.", "a list of names", 'functions = ["average"]'
    )
    program: str = key(
        "", "Its test: a program that prints the right answer.", "a text", 'program = "print(range(3)[0])"'
    )


@dataclass(frozen=True, slots=True)
class OwnMisconception:
    """A misconception of the course: a file like those of Gadfly's catalogue."""

    __pydantic_config__: ClassVar[Any] = STRICT

    file: str = key(
        "",
        "The file, as misconceptions/schema.json says.",
        "the path of a file beside or below this one",
        'file = "misconceptions/rounding.toml"',
    )
    symptoms: tuple[str, ...] = key(
        (),
        "Asked about if the failing test shows one of these symptoms.",
        "a list of names of symptoms",
        'symptoms = ["off-by-one"]',
    )
    functions: tuple[str, ...] = key(
        (),
        "Asked about if the failing test calls one of these functions.",
        "a list of names",
        'functions = ["average"]',
    )


@dataclass(frozen=True, slots=True)
class Models:
    """Language models; without one Gadfly says the same, only in its own words."""

    __pydantic_config__: ClassVar[Any] = STRICT

    allowed: bool = key(
        True, "Whether a model that the student set up may be asked.", "true or false", "allowed = false"
    )
    names: tuple[str, ...] = key(
        (), "If there are any, the only models that may be asked.", "a list of names", 'names = ["llama-3.1-8b"]'
    )
    url: str = key(
        "",
        "If there is one, the address of the only server that may be asked, such as the gateway of the class.",
        "an address that begins with https:// or http://",
        'url = "https://models.example.edu/v1"',
        pattern=ADDRESS,
    )
    requests_per_day: int | None = key(
        None, "The most requests of a student in a day.", "a whole number", "requests_per_day = 100", ge=0
    )
    tokens_per_day: int | None = key(
        None, "The most tokens of a student in a day.", "a whole number", "tokens_per_day = 100000", ge=0
    )


@dataclass(frozen=True, slots=True)
class Memory:
    """What Gadfly remembers of a student from program to program, on the student's own computer."""

    __pydantic_config__: ClassVar[Any] = STRICT

    enabled: bool = key(
        True, "Whether it may remember which ideas answers spoke for.", "true or false", "enabled = false"
    )


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of the work on these programs; nothing leaves the computer before the student agrees."""

    __pydantic_config__: ClassVar[Any] = STRICT

    enabled: bool = key(True, "Whether anything is recorded at all.", "true or false", "enabled = false")
    events: tuple[Event, ...] = key(
        EVERY_EVENT,
        "What is recorded, once the student agreed: runs with what came of them, what patterns ask, questions with "
        "what Gadfly says, answers with wishes and guesses, levels of help with what was understood, edits as hashes "
        "or, if allowed, as programs, and the use of models.",
        "a list of kinds of events",
        'events = ["run", "level"]',
    )
    ask: tuple[Shared, ...] = key(
        (),
        "What students are asked to share with the course; nothing is shared before they agree.",
        'a list of "events", "texts" and "contact"',
        'ask = ["events"]',
    )
    store: str = key(
        "",
        "The address of the learning record store for xAPI statements.",
        "an address that begins with https:// or http://",
        'store = "https://lrs.example.org/xapi"',
        pattern=ADDRESS,
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom a student turns to when a human can help more."""

    __pydantic_config__: ClassVar[Any] = STRICT

    name: str = key("", "Who that is.", "a text", 'name = "Ms Rivera"', max_length=80)
    how: str = key("", "How to reach them.", "a text", 'how = "room 204, or rivera@school.example"', max_length=200)


@dataclass(frozen=True, slots=True)
class Keys:
    """All that a classroom file can say."""

    __pydantic_config__: ClassVar[Any] = STRICT

    course: str = key("", "The name of the course.", "a text", 'course = "Programming 1"', max_length=200)
    assignment: str = key("", "The name of the assignment.", "a text", 'assignment = "Week 3"', max_length=200)
    language: Language | None = key(
        None,
        "The language in which Gadfly speaks; without it the one of the editor or of the terminal.",
        'one of "en" and "de"',
        'language = "de"',
    )
    languages: tuple[Language, ...] = key(
        (),
        "If there are any, the only languages in which it may speak.",
        'a list of "en" and "de"',
        'languages = ["de"]',
    )
    tests: Tests = key(Tests, "The tests.", "a table", "[tests]")
    help: Help = key(Help, "How much help there is, and how soon.", "a table", "[help]")
    patterns: Patterns = key(Patterns, "Which patterns are asked about.", "a table", "[patterns]")
    questions: tuple[OwnQuestion, ...] = key((), "Questions of the course.", "a list of tables", "[[questions]]")
    misconceptions: tuple[OwnMisconception, ...] = key(
        (), "Misconceptions of the course.", "a list of tables", "[[misconceptions]]"
    )
    models: Models = key(Models, "Language models.", "a table", "[models]")
    memory: Memory = key(Memory, "What is remembered.", "a table", "[memory]")
    record: Record = key(Record, "What is recorded, and for whom.", "a table", "[record]")
    contact: Contact = key(Contact, "Whom to turn to.", "a table", "[contact]")
