"""The JSON Schema of a classroom file, for editors, and the table of its keys, for the docs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, get_args, get_type_hints

from gadfly_analyzers.pages import NAMES
from gadfly_server.classroom.checking import adapter
from gadfly_server.classroom.keys import Keys

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """What an editor needs to complete and to check a classroom file."""
    made = adapter().json_schema()
    for key in ("disabled", "enabled"):
        made["$defs"]["Patterns"]["properties"][key]["items"]["enum"] = sorted(NAMES)
    return {
        "$schema": ADDRESS,
        "title": "A classroom file of Gadfly",
        **{k: v for k, v in made.items() if k != "title"},
    }


def schema_text() -> str:
    """The same as a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def page() -> str:
    """All keys with their defaults, as Markdown."""
    lines = [
        "# The keys of a classroom file",
        "",
        "Made from `classroom/keys.py` of the server by `make docs`; [classroom.md](classroom.md) tells the rest.",
        "",
        "| key | default | what it means | example |",
        "|---|---|---|---|",
        *(f"| {' | '.join(cells)} |" for cells in _rows(Keys, "")),
    ]
    return "\n".join(lines) + "\n"


def _rows(table: Any, around: str) -> Iterator[tuple[str, str, str, str]]:
    hints = get_type_hints(table)
    for each in fields(table):
        inner = next((one for one in (hints[each.name], *get_args(hints[each.name])) if is_dataclass(one)), None)
        if inner is None:
            example = f"`{each.metadata['examples'][0]}`"
            yield f"`{around}{each.name}`", _default(each), each.metadata["description"], example
            continue
        several = "[]" if hints[each.name] is not inner else ""
        if several:
            yield f"`{around}{each.name}`", "none", each.metadata["description"], f"`{each.metadata['examples'][0]}`"
        yield from _rows(inner, f"{around}{each.name}{several}.")


def _default(key: Field[Any]) -> str:
    value = () if key.default is MISSING else key.default
    if value is None or value in {"", ()}:
        return "none"
    return f"`{json.dumps(value)}`"
