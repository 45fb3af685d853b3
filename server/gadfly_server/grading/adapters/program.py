"""A program on disk with its tests, as a transcript of no turns."""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass, field
from pathlib import Path

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.workplace import parsed


@dataclass(frozen=True)
class Problems:
    """Names problems that nobody named, by which intervals are drawn: dialogues about one program have one."""

    named: dict[str, str] = field(default_factory=dict)

    def of(self, program: str, name: str) -> str:
        """Give the problem of a program; it is called by ``name`` where the program is new."""
        return self.named.setdefault(program.strip(), name)


def about(path: Path, tutor: str) -> Transcript:
    """Read a program and the tests that import it; several test files become one. Raises ``Unreadable``."""
    if not path.stem.isidentifier():
        raise Unreadable(f"{path}: tests can import a program only if its name is a Python name, such as program.py.")
    text = text_of(path)
    tests = [text_of(each) for each in find_assignment(path).tests]
    return Transcript(
        id=path.stem,
        tutor=tutor,
        problem=path.stem,
        program=text,
        module=path.stem,
        tests="\n\n".join(tests),
        turns=(),
    )


def imported_by(tests: str) -> str:
    """Give the name by which a pytest module imports the program: that of the one module that Python does not bring."""
    tree = parsed(tests)
    nodes = list(ast.walk(tree)) if tree else []
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    own = {name.partition(".")[0] for name in named} - sys.stdlib_module_names - {"pytest"}
    return own.pop() if len(own) == 1 else "program"


def needed(program: Path | None, what: str) -> Path:
    """Give the program that was named. Raises ``Unreadable`` if none was."""
    if program is None:
        raise Unreadable(f"{what} does not hold the program: name it with --program FILE.")
    return program
