"""What a code object of the student's program is: whether it is theirs, its name, its lines."""

from __future__ import annotations

import builtins
import functools
import opcode
import os
import sys
from types import CodeType, FrameType
from typing import Any, Dict, FrozenSet, Iterator, List, Optional

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

OPTIMIZED = 0x1  # set on functions, not on modules and class bodies
GENERATING = 0x20 | 0x80 | 0x200  # generators, coroutines and both at once
_RETURNS = frozenset(opcode.opmap[name] for name in ("RETURN_VALUE", "RETURN_CONST") if name in opcode.opmap)
_YIELDS = frozenset(opcode.opmap[name] for name in ("YIELD_VALUE", "YIELD_FROM") if name in opcode.opmap)
# "yield from" once left its frame one step before itself; newer Pythons stand behind the yield already.
_PAUSES_AT = (0, 2) if sys.version_info < (3, 11) else (0, -2) if sys.version_info >= (3, 13) else (0,)


class Files(Dict[str, bool]):
    """Tells for each file name of a code object whether it is one of the program's."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def __missing__(self, name: str) -> bool:
        owned = self[name] = name[:1] != "<" and real(name) == self.path
        return owned


def real(name: str) -> str:
    """Resolve the links on the way to a file; of the many that lie in one folder, those on the way to it once."""
    folder, last = os.path.split(name)
    if not os.path.isabs(name) or os.path.islink(name):
        return os.path.realpath(name)
    return os.path.join(real_folder(folder), last)


real_folder = functools.lru_cache(maxsize=256)(os.path.realpath)


class Codes:
    """The code objects of one program; remembers what it was asked, because tracing asks often."""

    def __init__(self, program_path: str) -> None:
        self.path = os.path.realpath(program_path)
        self.files = Files(self.path)
        self._bytes: Dict[int, Any] = {}
        self._names: Optional[Dict[Any, str]] = None
        self._text: Optional[List[str]] = None

    def owns(self, code: CodeType) -> bool:
        """Tell whether the code was compiled from the program's file."""
        return self.files[code.co_filename]

    def name(self, code: CodeType) -> str:
        """Give the function's name as its place in the text has it: ``Account.withdraw``, ``outer.inner``."""
        return self._qualified(code).replace("<locals>.", "")

    def shown(self, code: CodeType) -> str:
        """Give what one would write to call the function."""
        last = self._qualified(code).rpartition("<locals>.")[2]
        return last[: -len(".__init__")] if last.endswith(".__init__") else last

    def _qualified(self, code: CodeType) -> str:
        qualified: Optional[str] = getattr(code, "co_qualname", None)
        if qualified is not None:
            return qualified
        if self._names is None:
            self._names = self._learned()
        return self._names.get((code.co_firstlineno, code.co_name), code.co_name)

    def _learned(self) -> Dict[Any, str]:
        """Read the qualified names from the program's text, where code objects do not tell them."""
        try:
            module = compile("\n".join(self._lines()), self.path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return {}
        return {(code.co_firstlineno, code.co_name): prefix + code.co_name for code, prefix in nested(module, "")}

    def _lines(self) -> List[str]:
        if self._text is None:
            self._text = _lines_of_file(self.path)
        return self._text

    def definition(self, code: CodeType) -> int:
        """Give the 1-based line of the ``def``, which decorators may stand above."""
        text = self._lines()
        for number in range(code.co_firstlineno, min(code.co_firstlineno + 50, len(text) + 1)):
            words = text[number - 1].replace("(", " ").split()
            if code.co_name in words[1:3] and ("def" in words[:2] or "class" in words[:1]):
                return number
        return code.co_firstlineno

    def returns(self, frame: FrameType) -> bool:
        """Tell whether a frame that is being left returns; else an exception leaves it."""
        return self._at(frame, 0) in _RETURNS

    def pauses(self, frame: FrameType) -> bool:
        """Tell whether a frame that is being left is a generator's at a ``yield``."""
        if not frame.f_code.co_flags & GENERATING:
            return False
        return any(self._at(frame, ahead) in _YIELDS for ahead in _PAUSES_AT)

    def _at(self, frame: FrameType, ahead: int) -> int:
        code = frame.f_code
        known = self._bytes.get(id(code))
        if known is None or known[0] is not code:
            known = self._bytes[id(code)] = (code, code.co_code)
        place = frame.f_lasti + ahead
        return int(known[1][place]) if 0 <= place < len(known[1]) else -1


def nested(code: CodeType, prefix: str) -> "Iterator[tuple[CodeType, str]]":
    """List the code objects below one, each with what stands before its name in its qualified name."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant, prefix
            inside = prefix + constant.co_name + ("." if not constant.co_flags & OPTIMIZED else ".<locals>.")
            yield from nested(constant, inside)


def lines_of(code: CodeType) -> FrozenSet[int]:
    """List the lines at which a tracer can stop in a code object."""
    if sys.version_info >= (3, 10):
        return frozenset(line for _, _, line in code.co_lines() if line)
    import dis

    return frozenset(line for _, line in dis.findlinestarts(code))


def is_function(code: CodeType) -> bool:
    """Tell whether the code is that of a named function, not of a module, class body, lambda or comprehension."""
    return bool(code.co_flags & OPTIMIZED) and code.co_name[:1] != "<"


def _lines_of_file(path: str) -> List[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().split("\n")
    except OSError:
        return []
