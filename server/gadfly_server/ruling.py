"""A user's settings under what holds in a classroom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fnmatch import fnmatch
from functools import partial
from typing import TYPE_CHECKING, Any

from gadfly_server.settings import ClassModels
from gadfly_server.tutor.rules import Rules

if TYPE_CHECKING:
    from pathlib import Path

    from gadfly_server.classroom.keys import Help, Level
    from gadfly_server.classroom.room import Classroom
    from gadfly_server.settings import Globs, Settings


def chosen(settings: Settings, disabled: frozenset[str] = frozenset()) -> dict[str, Any]:
    """What a user chose, as the table of a classroom file; what is as usual is not said."""
    table: dict[str, Any] = {"patterns": {"disabled": sorted(disabled)}} if disabled else {}
    if settings.language in ("en", "de"):
        table["language"] = settings.language
    return table if settings.memory else {**table, "memory": {"enabled": False}}


def under(room: Classroom, settings: Settings, program: Path, today: date) -> Settings:
    """The settings that hold for a program on a day."""
    keys = room.keys
    return replace(
        settings,
        language=room.language(settings.language),
        disabled_patterns=settings.disabled_patterns | room.disabled,
        memory=settings.memory and keys.memory.enabled,
        record=settings.record and keys.record.enabled,
        tests=_visible(room, settings, program),
        rules=rules(room, program, today),
        hidden=room.bundle,
        hidden_keys=room.hidden_keys,
        class_models=class_models(room),
    )


def rules(room: Classroom, program: Path, today: date) -> Rules:
    """What is laid down for the tutor."""
    keys, told = room.keys, room.keys.help
    return Rules(
        frozenset(_levels(told, program, today)),
        told.start,
        told.first_steps,
        told.cooldown,
        keys.contact.name,
        keys.contact.how,
        room.questions,
    )


def class_models(room: Classroom) -> ClassModels:
    """What a classroom allows of models."""
    keys = room.keys.models
    return ClassModels(not keys.allowed, keys.url, keys.names, keys.requests_per_day, keys.tokens_per_day)


def _levels(told: Help, program: Path, today: date) -> tuple[Level, ...]:
    """The levels that are allowed: those of the first exception that fits, else the usual ones."""
    for when in told.when:
        named = not when.programs or any(fnmatch(program.name, pattern) for pattern in when.programs)
        if named and (when.first or today) <= today <= (when.last or today):
            return when.levels
    return told.levels


def _visible(room: Classroom, settings: Settings, program: Path) -> str | Globs | None:
    """Which files hold tests; what the classroom says goes before the user only where it is signed."""
    visible = room.keys.tests.visible
    if room.file is None or not visible or (settings.tests and not room.goes_before_user):
        return settings.tests
    from gadfly_server.classroom.visible import globs  # noqa: PLC0415 - few classrooms name their tests

    return partial(globs, room.file.parent, visible, program)
