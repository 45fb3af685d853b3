"""Take out of a text what tells who or where somebody is, before it leaves the computer."""

from __future__ import annotations

import builtins
import contextlib
import getpass
import keyword
import os
import re
from pathlib import Path

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOME = re.compile(r"(?:[A-Za-z]:)?[\\/](?:home|Users|export[\\/]home)[\\/][^\\/\s'\"`,;:)]+", re.IGNORECASE)
# From each quote to its own: of two short texts the end of one and the start of the other hold no third between them.
_LITERAL = re.compile(
    r"(?P<prefix>(?<![\w\\])(?:[rbfu]{0,2}))(?P<quote>['\"])(?P<told>(?:(?!(?P=quote))[^\\\n]|\\.)*)(?P=quote)",
    re.IGNORECASE,
)
_LONGEST = 40  # letters of a text in quotes that says nothing of anybody
_NAMING = ("USER", "USERNAME", "LOGNAME", "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME")
_LONG = 5  # letters of a name that hardly ever stand in another word
_NOBODY = frozenset({"user", "root", "admin", "student", "guest", "home", "python"})


def own_names() -> tuple[str, ...]:
    """What the environment calls whoever uses this computer, the longest first."""
    found = [os.environ.get(variable, "") for variable in _NAMING]
    with contextlib.suppress(OSError, KeyError, ImportError, RuntimeError):  # of a user whom the system does not know
        found += [getpass.getuser(), Path.home().name, *_full_name()]
    parts = {part for name in found for part in (name, *name.split()) if len(part) >= 3}
    return tuple(sorted((part for part in parts if not _is_a_word(part)), key=lambda part: (-len(part), part)))


def without_personal_data(text: str, names: tuple[str, ...]) -> str:
    """The text without names, mail addresses, home folders and long literals."""
    text = _LITERAL.sub(_shortened, _HOME.sub("~", _MAIL.sub("[mail]", text)))
    for name in names:
        text = re.sub(_named(name), "[name]", text, flags=re.IGNORECASE)
    return text


def _shortened(literal: re.Match[str]) -> str:
    return f"{literal['prefix']}'…'" if len(literal["told"]) > _LONGEST else literal[0]


def _named(name: str) -> str:
    """Where a name stands: also within a value of a run such as 'Helloannabel', unless it is as short as "sam"."""
    told = re.escape(name)
    return told if len(name) >= _LONG else rf"(?<![^\W\d_]){told}(?![^\W\d_])"


def _full_name() -> list[str]:
    import pwd  # noqa: PLC0415 - Windows has none

    return [pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]]


def _is_a_word(name: str) -> bool:
    """Tell whether a name is an everyday word of programs, such as ``max``, which tells nothing of anybody."""
    return name.lower() in _NOBODY or keyword.iskeyword(name.lower()) or hasattr(builtins, name.lower())
