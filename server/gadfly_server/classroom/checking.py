"""Is a table as ``keys`` says? What is not is told with its place and what to do, and left out; the rest holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from gadfly_analyzers.execution.assignment import MOST_DEPTHS
from gadfly_analyzers.pages import NAMES
from gadfly_server.classroom import keys
from gadfly_server.classroom.lines import line_of
from gadfly_server.classroom.reading import leads_out

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from gadfly_server.classroom.reading import Told

Path = tuple[str | int, ...]
_MOST = 20  # problems of a file that are told
_LONGEST = 60  # characters of a name that are told
# Control characters but tabs and ends of lines, and what turns the way of writing around.
_STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@cache
def adapter() -> TypeAdapter[keys.Keys]:
    """What validates; it takes a moment to make."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - most programs have no classroom file

    return TypeAdapter(keys.Keys)


def keys_of(table: dict[str, Any]) -> keys.Keys:
    """The keys of a table in which all is right."""
    return adapter().validate_json(_json(table))


def checked(
    told: Told, around: str = "", table: dict[str, Any] | None = None
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Of the table of a file what is right, and what is not in words; ``around`` is where the table stands."""
    right = deepcopy(told.table if table is None else table) or {}
    problems: list[str] = []
    while wrong := [*islice(_wrong(right), _MOST + 1)]:
        problems += [_worded(told, around, *each) for each in wrong[:_MOST]]
        if len(problems) > _MOST or len(wrong) > _MOST:
            return {}, (*problems[:_MOST], f"{told.file}: there is more that is not right, so nothing of it holds.")
        for path in sorted((path for path, _, _ in wrong), key=_numbers, reverse=True):
            _remove(right, path)
    return right, tuple(dict.fromkeys(problems))


def _json(table: dict[str, Any]) -> str:
    return json.dumps(table, default=str)


def _wrong(table: dict[str, Any]) -> Iterator[tuple[Path, object, str]]:
    """Paths of what is not right, with what stands there and what to say."""
    from pydantic import ValidationError  # noqa: PLC0415 - the same

    try:
        known = adapter().validate_json(_json(table))
    except ValidationError as error:
        for each in error.errors(include_url=False, include_context=False):
            yield each["loc"], each["input"], _told(each["type"], each["loc"])
        return
    yield from _unshown(table)
    yield from _names(known)


def _unshown(told: object, path: Path = ()) -> Iterator[tuple[Path, object, str]]:
    """Texts with what steers a screen: they would be said to students, in a terminal too."""
    if isinstance(told, str) and _STEERING.search(told):
        yield path, told, "has a character that cannot be shown. Write the text anew, please"
    inner = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for name, each in inner:
        yield from _unshown(each, (*path, name))


def _told(kind: str, path: Path) -> str:
    known = _field(path)
    if kind == "unexpected_keyword_argument" or known is None:
        around = [each.name for each in _fields(path[:-1])]
        meant = _meant(str(path[-1]), around) or f"Known here: {', '.join(around)}."
        return f"means nothing to Gadfly. {meant}"
    return f"has to be {known['title']}. Write, for example: {known['examples'][0]}"


def _names(known: keys.Keys) -> Iterator[tuple[Path, object, str]]:
    """What the kinds of the keys do not tell: names that there are not, paths that lead elsewhere, halves."""
    for key in ("disabled", "enabled"):
        for place, name in enumerate(getattr(known.patterns, key)):
            if name not in NAMES:
                hint = _meant(name, NAMES) or "The name of a pattern stands beside its question."
                yield ("patterns", key, place), name, f"names no pattern `{_short(name)}`. {hint}"
    for place, path in enumerate(known.tests.visible):
        if leads_out(path):
            yield ("tests", "visible", place), path, "leads out of the folder. Name files in it"
        elif path.count("**") > MOST_DEPTHS:
            yield ("tests", "visible", place), path, f"has ** more than {MOST_DEPTHS} times. One ** is as good"
    if leads_out(known.tests.hidden):
        yield ("tests", "hidden"), known.tests.hidden, "leads out of the folder. Name a file in it"
    for word in known.contact.how.split():
        if "://" in word and not re.match(keys.ADDRESS, word.strip(".,;()<>")):
            yield ("contact", "how"), word, f"has an address that leads nowhere: {_short(word)}"
    yield from _course(known)


def _course(known: keys.Keys) -> Iterator[tuple[Path, object, str]]:
    """Questions and misconceptions of the course that are not whole, or that name symptoms that there are not."""
    for number, question in enumerate(known.questions):
        yield from _symptoms(("questions", number, "symptoms"), question.symptoms)
        answers = {question.right, *question.wrong}
        if not question.text or not question.right or not 1 <= len(question.wrong) <= 3 or len(answers) < 2:
            yield ("questions", number), None, "needs a text, a right answer and one to three others that are wrong"
        elif question.right in question.wrong:
            yield ("questions", number), None, "has a wrong answer that is the right one, too"
    for number, misconception in enumerate(known.misconceptions):
        yield from _symptoms(("misconceptions", number, "symptoms"), misconception.symptoms)
        if not misconception.file:
            yield ("misconceptions", number), None, "needs a file"


def _symptoms(path: Path, named: Iterable[str]) -> Iterator[tuple[Path, object, str]]:
    from gadfly_analyzers.symptoms import ALL  # noqa: PLC0415 - few files name any

    families = [family.symptom.family for family in ALL]
    for place, name in enumerate(named):
        if name not in families:
            hint = _meant(name, families) or "`gadfly check --format json` names those of a failing test."
            yield (*path, place), name, f"names no symptom `{_short(name)}`. {hint}"


def _worded(told: Told, around: str, path: Path, value: object, words: str) -> str:
    inner = tuple(around.rstrip(".").split(".")) if around else ()
    line = line_of(told.text, (*inner, *path), value if isinstance(path[-1], int) else None)
    place = f"{told.file}, line {line}" if line else str(told.file)
    named = ".".join(str(part) for part in path if isinstance(part, str))
    return f"{place}: `{around}{_short(named)}` {words}"


def _short(name: str) -> str:
    name = _STEERING.sub("\N{REPLACEMENT CHARACTER}", name)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _meant(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name.lower(), list(known), 1)
    return f"Is it `{close[0]}`?" if close else ""


def _remove(table: dict[str, Any], path: Path) -> None:
    """Leave out what stands at a path; a table in a list goes as a whole, for half of it may mean something else."""
    inner: Any = table
    for part in path[:-1]:
        if not _has(inner, part):
            return  # with something else
        if isinstance(part, int) and isinstance(inner[part], dict):
            inner.pop(part)
            return
        inner = inner[part]
    if _has(inner, path[-1]):
        del inner[path[-1]]


def _numbers(path: Path) -> list[int]:
    """What orders paths so that nothing is renumbered before it is left out."""
    return [part for part in path if isinstance(part, int)]


def _has(inner: Any, part: str | int) -> bool:
    if isinstance(inner, dict):
        return part in inner
    return isinstance(inner, list) and isinstance(part, int) and part < len(inner)


def _fields(path: Path) -> tuple[Any, ...]:
    """The fields of the table at a path."""
    found: Any = keys.Keys
    for part in path:
        if isinstance(part, str):
            found = get_type_hints(found)[part]
        found = next((each for each in (found, *get_args(found)) if is_dataclass(each)), found)
    return fields(found) if is_dataclass(found) else ()


def _field(path: Path) -> Any:
    """What is known of the key at a path, or of the list in which it stands; ``None`` if there is no such key."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    named = next((each for each in _fields(path[:-1]) if path and each.name == path[-1]), None)
    return named.metadata if named else None
