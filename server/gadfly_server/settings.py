"""What a user may set, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gadfly_analyzers.execution.limits import MEBIBYTE, Limits
from gadfly_server.home import translated_tests
from gadfly_server.tutor.rules import Rules
from gadfly_server.tutor.weights import USUAL, Weights

if TYPE_CHECKING:
    from gadfly_analyzers.execution.assignment import Assignment

Globs = Callable[[], tuple[str, ...]]

_RUN, _TEST = (0.5, 300.0), (0.1, 60.0)  # seconds at least and at most, as package.json has them
_MEMORY = (64, 65_536)  # megabytes
_LONGEST = 86_400  # seconds that anything may be set to


@dataclass(frozen=True, slots=True)
class Models:
    """The language model that may put questions into words; unless one is ``chosen`` nothing is sent.

    ``editor`` tells that it is one of the editor's own, of which ``name`` is the name or the family, if it matters.
    Otherwise ``url`` is a server that speaks OpenAI's protocol, without one it is OpenAI's own, and ``key_command``
    prints the key.
    ``seconds`` is how long a wording may take; ``requests`` and ``tokens`` are what one student may use in a day.
    ``strategy`` is who chooses questions, for research; ``keep`` tells that what is asked and replied may be kept on
    this computer, to tune models with (see ``tuning``).
    """

    name: str = ""
    url: str = ""
    editor: bool = False
    key_command: tuple[str, ...] = ()
    seconds: float = 8.0
    requests: int = 300
    tokens: int = 300_000
    strategy: str = "gadfly"
    keep: bool = False

    @property
    def chosen(self) -> bool:
        """Whether there is a model."""
        return bool(self.name) or self.editor


@dataclass(frozen=True, slots=True)
class ClassModels:
    """What a class allows of models: ``off`` is none, ``only`` the address of the one server that may be asked.

    Where there are ``names``, no other model may be.
    ``requests`` and ``tokens`` are what one student may use in a day, at most.
    """

    off: bool = False
    only: str = ""
    names: tuple[str, ...] = ()
    requests: int | None = None
    tokens: int | None = None

    def allows(self, models: Models) -> bool:
        """Whether a model is at the address that alone is allowed, if one is."""
        there = "" if models.editor else _address(models.url)
        known = not self.names or models.name in self.names
        return not self.off and known and (not self.only or there == _address(self.only))

    def share(self, models: Models) -> tuple[int, int]:
        """The requests and tokens of a day, by the student's own choice and the class's: the smaller of them."""
        requests = models.requests if self.requests is None else min(self.requests, models.requests)
        return requests, models.tokens if self.tokens is None else min(self.tokens, models.tokens)


def _address(url: str) -> str:
    return url.strip().rstrip("/")


@dataclass(frozen=True, slots=True)
class Settings:
    """How Gadfly behaves for one workspace; ``trusted`` is false until the client says otherwise.

    ``rules`` and ``hidden``, the bundle with hidden tests, are what the classroom lays down.

    ``tests`` is a glob of the user's, or finds the globs of a classroom file; that reads files.
    ``within`` is the folder beyond which no test is looked for, where a class shares a server.
    ``here`` is the folder that is trusted by who stands in it: no environment of a folder below it is started.
    ``language`` is a locale, such as ``de`` or ``en-GB``; without one Gadfly speaks English.
    """

    trusted: bool = True
    interpreter: str | Path | None = None
    tests: str | Globs | None = None
    language: str | None = None
    run_on_save: bool = True
    seconds: float = 10.0
    test_seconds: float = 2.0
    memory_megabytes: int = 192
    record: bool = True
    memory: bool = True
    disabled_patterns: frozenset[str] = frozenset()
    weights: Weights = USUAL
    rules: Rules = field(default_factory=Rules)
    hidden: Path | None = None
    hidden_keys: tuple[str, ...] = field(default=(), repr=False)
    class_models: ClassModels = ClassModels()
    within: Path | None = None
    here: Path | None = None

    def assignment(self, program: Path) -> Assignment:
        """A program with its tests; not for the loop of a server, since it looks for files, and may read many."""
        from gadfly_analyzers.execution.assignment import find_assignment  # noqa: PLC0415 - not needed before a run

        if self.tests is None or isinstance(self.tests, str):
            return find_assignment(program, self.tests, within=self.within)
        return find_assignment(program, self.tests(), within=self.within, ours=translated_tests())

    @property
    def limits(self) -> Limits:
        """The limits for each run of the student's code, none of them so small or large that nothing could run."""
        wall, megabytes = _within(_RUN, self.seconds), int(_within(_MEMORY, self.memory_megabytes))
        return Limits(
            wall_seconds=wall,
            test_seconds=_within(_TEST, self.test_seconds),
            cpu_seconds=max(Limits().cpu_seconds, ceil(wall)),
            memory_bytes=megabytes * MEBIBYTE,
        )


_NOT_A_KEY = (
    "trusted",
    "disabled_patterns",
    "class_models",
    "weights",
    "rules",
    "hidden",
    "hidden_keys",
    "within",
    "here",
)  # who calls settles these
_NAMES = {"runOnSave": "run_on_save", "testSeconds": "test_seconds", "memoryMegabytes": "memory_megabytes"}


def settings_from(section: Mapping[str, Any] | None, base: Settings | None = None) -> Settings:
    """Read the section ``gadfly`` of a client's configuration; what is unknown or of a wrong type is left out."""
    settings = base or Settings()
    known = {each.name: type(getattr(settings, each.name)) for each in fields(settings)}
    chosen: dict[str, Any] = {}
    for key, value in (section or {}).items():
        name = _NAMES.get(key, key)
        if name in known and name not in _NOT_A_KEY and _fits(value, known[name]):
            chosen[name] = value if value != "" else None
    return replace(settings, **chosen)


_OF_MODELS = {
    "name": "name",
    "url": "url",
    "seconds": "seconds",
    "requestsPerDay": "requests",
    "tokensPerDay": "tokens",
    "strategy": "strategy",
    "keepForTuning": "keep",
}


KINDS_OF_MODELS = {
    "name": "a text",
    "url": "a text",
    "keyCommand": "a list of texts",
    "seconds": f"a number above 0, up to {_LONGEST}",
    "requestsPerDay": "a whole number above 0",
    "tokensPerDay": "a whole number above 0",
    "strategy": "a text",
    "keepForTuning": "true or false",
}  # what a user may set, and of which kind it must be


def fits_models(key: str, value: object) -> bool:
    """Tell whether a setting of ``models`` is of the right kind."""
    if key == "keyCommand":
        return isinstance(value, list) and all(isinstance(word, str) for word in value)
    return key in _OF_MODELS and _fits(value, type(getattr(Models(), _OF_MODELS[key])))


def models_from(table: Mapping[str, Any] | None, base: Models | None = None) -> Models:
    """Read the table ``models`` of a user's configuration; what is unknown or of a wrong type is left out."""
    models = base or Models()
    chosen: dict[str, Any] = {}
    for key, value in (table or {}).items():
        if (name := _OF_MODELS.get(key)) and fits_models(key, value):
            chosen[name] = value
        elif key == "from":
            chosen["editor"] = value == "editor"
        elif key == "keyCommand" and fits_models(key, value):
            chosen["key_command"] = tuple(value)
    return replace(models, **chosen)


def _within(bounds: tuple[float, float], wanted: float) -> float:
    least, most = bounds
    return min(max(wanted, least), most)


def _fits(value: object, wanted: type) -> bool:
    if wanted is bool:
        return isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if wanted is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= _LONGEST
    return isinstance(value, str)
