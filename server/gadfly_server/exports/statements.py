"""xAPI statements (version 1.0.3, https://github.com/adlnet/xAPI-Spec), one for each event.

Verbs come from ADL's vocabulary (http://adlnet.gov/expapi/verbs) where it has one that fits, else they are ours.
The whole event stands in one extension of the context, so that a statement can be read back without loss.
Statements of one event are equal, and have the same id, however often they are made: a store takes each once.
"""

from __future__ import annotations

import uuid
from dataclasses import fields
from datetime import datetime
from typing import Any
from urllib.parse import quote

from gadfly_server.events.event import Event, Kind, in_utc
from gadfly_server.exports.shared import Shared

VERSION = "1.0.3"
OURS = "https://gadfly.invalid/xapi"  # a name that nobody can own (RFC 2606): these are names, not addresses
EVENT = f"{OURS}/extensions/event"
_ADL = "http://adlnet.gov/expapi"
_SPACE = uuid.UUID("0f7ce1b2-91a8-5b41-8c43-1a3f0f6f9d5e")  # of the names of our statements
_VERBS = {
    Kind.SNAPSHOT: (f"{OURS}/verbs/saved", "saved"),
    Kind.RUN: (f"{_ADL}/verbs/attempted", "attempted"),
    Kind.FINDING: (f"{_ADL}/verbs/experienced", "experienced"),
    Kind.QUESTION: (f"{OURS}/verbs/was-asked", "was asked"),
    Kind.ANSWER: (f"{_ADL}/verbs/answered", "answered"),
    Kind.REQUEST: (f"{OURS}/verbs/requested", "requested"),
    Kind.REPLY: (f"{OURS}/verbs/was-told", "was told"),
    Kind.LEVEL: (f"{_ADL}/verbs/progressed", "progressed"),
    Kind.INSIGHT: (f"{OURS}/verbs/understood", "understood"),
    Kind.HYPOTHESIS: (f"{OURS}/verbs/supposed", "supposed"),
    Kind.MODEL: (f"{OURS}/verbs/used-model", "used a model"),
    Kind.SUCCESS: (f"{_ADL}/verbs/passed", "passed"),
    Kind.LUCK: (f"{OURS}/verbs/passed-by-luck", "passed by luck"),
    Kind.HAND_OVER: (f"{OURS}/verbs/was-handed-over", "was handed over"),
}
_ABOUT_QUESTIONS = (Kind.QUESTION, Kind.ANSWER, Kind.REQUEST)
_FIELDS = tuple(field.name for field in fields(Event))
_AROUND = ("assignment", "course", "program", "session", "contact")
_RANGES, _ANY = {"level": range(7)}, range(10**9)  # what the numbers of an event can be


def statement(shared: Shared) -> dict[str, Any]:
    """The statement of an event."""
    verb, name = _VERBS[shared.event.kind]
    made: dict[str, Any] = {
        "id": str(uuid.uuid5(_SPACE, f"{shared.student}/{shared.id}")),
        "version": VERSION,
        "actor": {"objectType": "Agent", "account": {"homePage": f"{OURS}/students", "name": shared.student}},
        "verb": {"id": verb, "display": {"en": name}},
        "object": _object(shared),
        "context": _context(shared),
        "timestamp": shared.at,
    }
    if result := _result(shared.event):
        made["result"] = result
    return made


def read(statement: dict[str, Any]) -> Shared | None:
    """The event of a statement; ``None`` for one that is not ours. Raises ``ValueError`` for one that is broken.

    Anybody may have written it: what comes back is of the right types and sizes, and its time is UTC, as we write it.
    """
    context = statement.get("context")
    extensions = context.get("extensions") if isinstance(context, dict) else None
    told = extensions.get(EVENT) if isinstance(extensions, dict) else None
    if told is None:
        return None
    try:
        values = {key: value for key, value in told.items() if key in _FIELDS}
        values |= {"kind": Kind(told["kind"]), "tests": tuple((str(a), str(b)) for a, b in told.get("tests", ()))}
        around = {key: str(told.get(key, "")) for key in _AROUND}
        event = _checked(Event(**values))
        student, at = str(statement["actor"]["account"]["name"]), _time(str(statement["timestamp"]))
        return Shared(int(told.get("number", 0)), str(statement["id"]), at, student=student, event=event, **around)
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise ValueError(f"is no statement of Gadfly's: {error}") from error


def _checked(event: Event) -> Event:
    """The event, if its fields are of the right types, and no number is one that there cannot be."""
    for field in fields(Event):
        value = getattr(event, field.name)
        wanted = int if field.type == "int" else str if field.type == "str" else object
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise TypeError(f"{field.name} must not be {value!r}")
        if isinstance(value, int) and value not in _RANGES.get(field.name, _ANY):
            raise ValueError(f"{field.name} is out of range")
    return event


def _time(text: str) -> str:
    return in_utc(datetime.fromisoformat(text.replace("Z", "+00:00")))


def _object(shared: Shared) -> dict[str, Any]:
    event, place = shared.event, f"{OURS}/courses/{_part(shared.course)}/{_part(shared.assignment)}"
    if event.kind in _ABOUT_QUESTIONS and event.question:
        about = f"{place}/questions/{_part(event.question)}"
        return _activity(about, "http://adlnet.gov/expapi/activities/question", event.question)
    if event.kind is Kind.FINDING:
        return _activity(f"{OURS}/patterns/{_part(event.name)}", f"{OURS}/activities/pattern", event.name)
    return _activity(place, f"{_ADL}/activities/assessment", shared.assignment)


def _context(shared: Shared) -> dict[str, Any]:
    course = f"{OURS}/courses/{_part(shared.course)}"
    parent = _activity(f"{course}/{_part(shared.assignment)}", f"{_ADL}/activities/assessment", shared.assignment)
    grouping = _activity(course, f"{_ADL}/activities/course", shared.course or "no course")
    told = {"number": shared.number} | {key: getattr(shared, key) for key in _AROUND}
    told |= {name: getattr(shared.event, name) for name in _FIELDS if name not in ("kind", "tests")}
    told = {key: value for key, value in told.items() if value not in ("", 0)}
    told |= {"kind": shared.event.kind.value}
    if shared.event.tests:
        told["tests"] = [list(pair) for pair in shared.event.tests]
    return {
        "registration": str(uuid.uuid5(_SPACE, f"{shared.student}/{shared.session}")),
        "platform": "Gadfly",
        "contextActivities": {"parent": [parent], "grouping": [grouping]},
        "extensions": {EVENT: told},
    }


def _result(event: Event) -> dict[str, Any]:
    """What came of it: the score of a run, the mark of an answer."""
    if event.kind is Kind.RUN and event.tests:
        total, right = len(event.tests), len(event.tests) - event.failing
        score = {"raw": right, "min": 0, "max": total, "scaled": round(right / total, 4)}
        return {"score": score, "success": event.failing == 0, "completion": event.failing == 0}
    if event.kind is Kind.ANSWER and event.mark in ("right", "wrong"):
        return {"success": event.mark == "right"} | ({"response": event.text} if event.text else {})
    return {"success": True, "completion": True} if event.kind is Kind.SUCCESS else {}


def _activity(about: str, type_: str, name: str) -> dict[str, Any]:
    return {"objectType": "Activity", "id": about, "definition": {"type": type_, "name": {"en": name}}}


def _part(text: str) -> str:
    return quote(text, safe="") or "-"
