"""Misconceptions as Markdown: one for the editor's hover, all of them for people to read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from gadfly_analyzers.misconceptions.misconception import Misconception

_PROGMISCON = "https://progmiscon.org/misconceptions/Python/"
_START = """\
# What novices believe of Python

Each heading is a belief that is easy to have and not quite true.
Below it stand what Python does, and a tiny program that shows the difference.
The programs are run in Gadfly's tests, so what they print is true.
Where the last line is the name of an error, the program ends there, in that error.

This page is made by `make docs` from the files in `analyzers/gadfly_analyzers/misconceptions/catalogue/`.
"""


def page(misconception: Misconception) -> str:
    """Show a misconception in another context than the student's own, and leave the answer open."""
    return f"{_heading(misconception)}\n{_told(misconception)}{_typed(misconception)}What does it print?\n"


def all_pages(misconceptions: Iterable[Misconception]) -> str:
    """Give the page that lists all misconceptions, theme by theme, with the answers."""
    themes = [(theme, list(members)) for theme, members in groupby(misconceptions, lambda one: one.theme)]
    contents = "".join(_contents(theme, members) for theme, members in themes)
    parts = (f"\n## {theme}\n" + "".join(map(_part, members)) for theme, members in themes)
    return f"{_START}\n{contents}{''.join(parts)}"


def _contents(theme: str, members: Iterable[Misconception]) -> str:
    links = "".join(f"  - [“{one.title}”](#{one.id})\n" for one in members)
    return f"- {theme}\n{links}"


def _part(misconception: Misconception) -> str:
    return f"""
<a id="{misconception.id}"></a>

{_heading(misconception)}

{_told(misconception)}{_typed(misconception)}
It is easy to expect:
```text
{misconception.believed}```
Python prints:
```text
{misconception.printed}```
Where it works, in another program: {misconception.analogue.goal}
```python
{misconception.analogue.program}```
It prints:
```text
{misconception.analogue.prints}```

{_names(misconception)}
"""


def _heading(misconception: Misconception) -> str:
    return f"### “{misconception.title}”"


def _told(misconception: Misconception) -> str:
    return f"""\
It is easy to think: {misconception.believes}

What Python does: {misconception.python}
```python
{misconception.program}```
"""


def _typed(misconception: Misconception) -> str:
    return f"Somebody types `{misconception.typed.strip()}`.\n" if misconception.typed else ""


def _names(misconception: Misconception) -> str:
    alike = ", ".join(_elsewhere(one) for one in misconception.related)
    return f"The id is `{misconception.id}`." + (f"\nSee also {alike}." if alike else "")


def _elsewhere(related: str) -> str:
    catalogue, _, name = related.partition(":")
    return f"[{name}]({_PROGMISCON}{name}/) on progmiscon.org" if catalogue == "progmiscon" else f"{name} in McMiner"
