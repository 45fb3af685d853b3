"""What a user may set, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.limits import Limits
from gadfly_server.tutor.rules import Rules
from gadfly_server.tutor.weights import USUAL, Weights


@dataclass(frozen=True, slots=True)
class Models:
    """The language model that may put questions into words; without a ``name`` there is none, and nothing is sent.

    ``url`` is a server that speaks OpenAI's protocol, without one it is OpenAI's own; ``key_command`` prints the key.
    ``seconds`` is how long a wording may take; the last two are what one student may use in a day.
    """

    name: str = ""
    url: str = ""
    key_command: tuple[str, ...] = ()
    seconds: float = 8.0
    requests: int = 300
    tokens: int = 300_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How Gadfly behaves for one workspace; ``trusted`` is false until the client says otherwise.

    ``rules`` and ``hidden``, the bundle with hidden tests, are what the classroom lays down.

    ``language`` is a locale, such as ``de`` or ``en-GB``; without one Gadfly speaks English.
    """

    trusted: bool = True
    interpreter: str | None = None
    tests: str | tuple[str, ...] | None = None
    language: str | None = None
    run_on_save: bool = True
    seconds: float = 10.0
    test_seconds: float = 2.0
    memory_megabytes: int = 192
    record: bool = True
    memory: bool = True
    disabled_patterns: frozenset[str] = frozenset()
    models: Models = Models()
    weights: Weights = USUAL
    rules: Rules = field(default_factory=Rules)
    hidden: Path | None = None
    hidden_keys: tuple[str, ...] = field(default=(), repr=False)

    @property
    def limits(self) -> Limits:
        """The limits for each run of the student's code."""
        memory = self.memory_megabytes * 1024 * 1024
        return Limits(wall_seconds=self.seconds, test_seconds=self.test_seconds, memory_bytes=memory)


_NOT_A_KEY = (
    "trusted",
    "disabled_patterns",
    "models",
    "weights",
    "rules",
    "hidden",
    "hidden_keys",
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
}


def models_from(table: Mapping[str, Any] | None, base: Models | None = None) -> Models:
    """Read the table ``models`` of a user's configuration; what is unknown or of a wrong type is left out."""
    models = base or Models()
    chosen: dict[str, Any] = {}
    for key, value in (table or {}).items():
        if (name := _OF_MODELS.get(key)) and _fits(value, type(getattr(models, name))):
            chosen[name] = value
        elif key == "keyCommand" and isinstance(value, list) and all(isinstance(word, str) for word in value):
            chosen["key_command"] = tuple(value)
    return replace(models, **chosen)


def _fits(value: object, wanted: type) -> bool:
    if wanted is bool:
        return isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if wanted is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0
    return isinstance(value, str)
