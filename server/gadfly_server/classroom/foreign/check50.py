"""check50's YAML: commands to run, what is typed, and what has to be printed.

https://cs50.readthedocs.io/projects/check50/en/latest/check50_user/ describes it. Only `run`, `stdin`, `stdout` and
`exit` of Python programs are read; references (``&`` and ``*``), which can blow up a small file, are refused.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gadfly_server.classroom.foreign.naming import Names

_HEAD = """import contextlib
import io
import os
import runpy
import sys

HERE


def output(program, typed=""):
    printed, before = io.StringIO(), (sys.stdin, sys.argv)
    sys.stdin, sys.argv = io.StringIO(typed), [program]
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(program, run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise
    finally:
        sys.stdin, sys.argv = before
    return printed.getvalue()
"""
_PYTHON = re.compile(r"python3?(\.\d+)?")


def translate(text: str, program: Path) -> tuple[str, tuple[str, ...]]:
    """The checks as test functions; raises ``ValueError`` for what is no such file."""
    checks, lines = _checks(text)
    tests, left_out, names = [], [], Names()
    for name, steps in checks.items():
        test = _test(names.of(str(name).lower(), "check"), steps, program.name)
        if test:
            tests.append(test)
        else:
            place = f" on line {lines[str(name)]}" if str(name) in lines else ""
            left_out.append(f"the check {name!r}{place} does more than run a program, type and compare what is printed")
    here = f"os.chdir({str(program.parent)!r})  # where the program is"
    return "\n\n".join([_HEAD.replace("HERE", here).rstrip(), *tests]) + "\n", tuple(left_out)


def _checks(text: str) -> tuple[dict[Any, Any], dict[str, int]]:
    """The checks by their names, and the line on which each begins."""
    import yaml  # noqa: PLC0415 - only a course that has such checks

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # ten times as fast, where there
        """Takes tags of check50 and the like for nothing: they name files, not checks."""

    Loader.add_multi_constructor("!", lambda *_: None)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader)):
            raise ValueError("it has references (& or *), which are not read")
        told = yaml.load(text, Loader)  # noqa: S506 - it is a safe one
        named = _inside(_inside(yaml.compose(text, Loader), "check50"), "checks")
    except yaml.YAMLError as error:
        raise ValueError(f"it is not YAML ({_told(error)})") from None
    except (LookupError, AttributeError, TypeError):  # such as of !!int ""
        raise ValueError("it has a value that is not what its tag (!!) says") from None
    section = told.get("check50") if isinstance(told, dict) else None
    checks = section.get("checks") if isinstance(section, dict) else None
    if not isinstance(checks, dict):
        raise ValueError("it has no table check50: checks: with checks in it")
    return checks, {str(key.value): key.start_mark.line + 1 for key, _ in _pairs(named)}


def _told(error: Any) -> str:
    """What is wrong with a text, and on which line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"line {mark.line + 1}: {reason}" if mark else reason


def _inside(node: Any, name: str) -> Any:
    """What stands under a name in a table; nothing where there is none."""
    return next((value for key, value in _pairs(node) if key.value == name), None)


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    """The names and values of a table; none of anything else."""
    return node.value if getattr(node, "id", "") == "mapping" else []


def _test(word: str, steps: object, program: str) -> str | None:
    """One check as a function; ``None`` if it does anything else."""
    lines = [*_lines(steps, program)] if isinstance(steps, list) else []
    if not lines or None in lines:
        return None
    return f"\ndef test_{word}():\n" + "\n".join(f"    {line}" for line in lines)


def _lines(steps: list[Any], program: str) -> Iterator[str | None]:
    for step in steps:
        known = isinstance(step, dict) and "run" in step and not set(step) - {"run", "stdin", "stdout", "exit"}
        if not known or not _runs(str(step["run"]), program) or step.get("exit") not in (None, 0):
            yield None
            continue
        typed = "".join(f"{line}\n" for line in _texts(step.get("stdin")))
        wanted = _texts(step.get("stdout"))
        call = f"output({program!r}, {typed!r})" if typed else f"output({program!r})"
        yield from (f"assert {line.strip()!r} in {call}" for line in wanted if line.strip())
        if not wanted:
            yield call


def _runs(command: str, program: str) -> bool:
    """Whether a command runs the program, and no other."""
    try:
        words = shlex.split(command)
    except ValueError:
        return False
    return len(words) == 2 and bool(_PYTHON.fullmatch(words[0])) and words[1] in (program, f"./{program}")


def _texts(value: object) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]
