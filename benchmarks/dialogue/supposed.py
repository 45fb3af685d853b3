"""What the tutor says to a student's hypothesis, checked again: a name, a line, and its value there the last time."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from dialogue.about import About, Asked
from dialogue.runs import Bench, Call

SUPPOSED = r"`(?P<name>[\w.]+) is (?P<value>.*?) after line (?P<line>\d+) runs the last time`"
SO = rf"The run shows this: {SUPPOSED}\."
NOT_SO = rf"You said {SUPPOSED}\. Not so\. In the run it was `(?P<other>.*?)`\."


def statements_of(text: str, focus: str, bench: Bench) -> Iterator[tuple[str, bool | None]]:
    """Find what is said of hypotheses, each with whether it is true; ``None`` where no run can tell."""
    for found in re.finditer(SO, text, re.DOTALL):
        yield found[0], _is_seen(found, found["value"], focus, bench)
    for found in re.finditer(NOT_SO, text, re.DOTALL):
        seen = _is_seen(found, found["other"], focus, bench)
        yield found[0], seen and found["value"] != found["other"]


def _is_seen(found: re.Match[str], value: str, focus: str, bench: Bench) -> bool | None:
    try:
        tree = ast.parse(bench.text)
    except SyntaxError:
        return None
    line = int(found["line"])
    about = About(Asked("", "", focus, None, ""), bench, tree, bench.test(focus))
    name = about.function(line)
    seen = {_last(call, found["name"], line, about) for call in bench.test(focus).calls if call.name == name}
    return None if seen <= {None} else value in seen


def _last(call: Call, name: str, line: int, about: About) -> str | None:
    """The value after the last run of a line that sets the name; else before it."""
    places = [n for n, each in enumerate(call.events) if each["event"] == "line" and each["line"] == line]
    stored = [n for n in ast.walk(about.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    sets = any(n.id == name and n.lineno in about.statement(line) for n in stored) and len(about.loop(line)) == 1
    event = None if not places else call.after(places[-1], about.statement(line)) if sets else call.events[places[-1]]
    known: str | None = event["values"].get(name) if event else None
    return known
