"""The calls of the program's functions that come from outside it: what a test did itself."""

from __future__ import annotations

import threading
from collections import deque
from types import CodeType, FrameType
from typing import Any, Deque, Dict, Iterator, List, Optional, Tuple

from gadfly_analyzers.execution.probe.codes import GENERATING, Codes, is_function
from gadfly_analyzers.execution.probe.values import TEXT, snapshot, type_called

KEPT = 20
MOST = 50_000  # so many calls in one test are too many to describe
_UNSEEN = object()
_thread = threading.get_ident


class Calls:
    """Collects them: the last ones, each with its arguments as they were before the call.

    One call is open at a time: ``frame`` is its frame and ``thread`` the thread in which it runs.
    """

    def __init__(self, codes: Codes) -> None:
        self.codes = codes
        self.seen: Deque[Dict[str, Any]] = deque(maxlen=KEPT)
        self.forms: Dict[int, _Form] = {}
        self.close()
        self.count = 0

    def close(self) -> None:
        """Have no call open."""
        self.frame: Optional[FrameType] = None
        self.thread = 0
        self.inner = 0

    def take(self) -> List[Dict[str, Any]]:
        """Give the calls seen since the last time; none if they were too many to know the last ones."""
        calls = list(self.seen) if self.count <= MOST else []
        self.seen.clear()
        self.close()
        self.count = 0
        return calls

    def started(self, frame: FrameType) -> bool:
        """Note a function's start if it was called from outside; tell whether its end matters."""
        form = self.forms.get(id(frame.f_code)) or self._form(frame)
        if not form.of_interest or self._is_inside(frame.f_back) or self.count > MOST:
            return False
        if form.generates and form.start != frame.f_lasti:  # it goes on, it does not start
            return False
        self.count += 1
        call = form.describe(frame)
        self.seen.append(call)
        if form.generates:
            call["returned"] = {"text": "<generator " + form.code.co_name + ">", "type": "generator", "literal": False}
            return False
        self.frame, self.thread, self.inner = frame, _thread(), 0
        return True

    def returned(self, value: Any) -> None:
        """Note what the open call gave."""
        self.seen[-1]["returned"] = snapshot(value)
        self._ended()

    def left(self, error: type) -> None:
        """Note that an exception ended the open call."""
        self.seen[-1]["raised"] = type_called(error)
        self._ended()

    def _ended(self) -> None:
        self.frame, self.thread = None, 0

    def _is_inside(self, caller: Optional[FrameType]) -> bool:
        """Tell whether the program itself is calling, or another thread's call is open."""
        if self.thread:
            return True
        return caller is not None and self.codes.owns(caller.f_code) and not _is_entry(caller.f_code.co_name)

    def _form(self, frame: FrameType) -> "_Form":
        form = self.forms[id(frame.f_code)] = _Form(frame, self.codes)
        return form


class _Form:
    """What all calls of one function have in common."""

    def __init__(self, frame: FrameType, codes: Codes) -> None:
        code = self.code = frame.f_code
        self.of_interest = is_function(code) and _is_of_interest(code.co_name)
        self.generates = bool(code.co_flags & GENERATING)
        self.start = frame.f_lasti
        if self.of_interest:
            self.name = codes.name(code)
            self.shown = codes.shown(code)
            self.line = codes.definition(code)
            self.defaults, self.keyword_defaults = _defaults(frame, self.name)
            self.names = code.co_varnames[: code.co_argcount]
            self.rest = _variable(code, 0x04, 0)
            self.more = _variable(code, 0x08, bool(self.rest))
            self.has_object = "." in self.name and self.names[:1] in (("self",), ("cls",))

    def describe(self, frame: FrameType) -> Dict[str, Any]:
        """Write down a call that is about to run."""
        texts, literal, room = [], True, 2 * TEXT
        local = frame.f_locals
        for keyword, value in self.passed(local):
            picture = snapshot(value)
            literal = literal and picture["literal"] and room > 0
            text = picture["text"] if room > 0 else "..."
            texts.append(keyword + "=" + text if keyword else text)
            room -= len(text)
        if self.has_object and not isinstance(local.get(self.names[0]), type):
            literal = False
        text = self.shown + "(" + ", ".join(texts) + ")"
        call = {"function": self.name, "line": self.line, "text": text, "literal": literal}
        call.update(returned=None, raised=None)
        return call

    def passed(self, local: Any) -> Iterator[Tuple[str, Any]]:
        """List the arguments as (keyword or nothing, value), without those that are at their defaults."""
        rest = local.get(self.rest, ()) if self.rest else ()
        skipped = False
        for key in self.names[self.has_object :]:
            value = local.get(key)
            if not rest and self.defaults.get(key, _UNSEEN) is value:
                skipped = True
            else:
                yield (key if skipped else ""), value
        for value in rest[:KEPT]:
            yield "", value
        count = self.code.co_argcount
        for key in self.code.co_varnames[count : count + self.code.co_kwonlyargcount]:
            if self.keyword_defaults.get(key, _UNSEEN) is not local.get(key):
                yield key, local.get(key)
        if self.more:
            yield from list(local.get(self.more, {}).items())[:KEPT]


def _is_of_interest(name: str) -> bool:
    """Tell whether a function is one that students reason about: no test, nothing that Python calls by itself."""
    return name == "__init__" or not name.startswith(("test", "__"))


def _is_entry(name: str) -> bool:
    """Tell whether code of the program's own file does a test's work."""
    return name == "<module>" or name.startswith("test")


def _variable(code: CodeType, flag: int, before: int) -> str:
    """Name the parameter that collects further arguments, if the function has one."""
    return code.co_varnames[code.co_argcount + code.co_kwonlyargcount + before] if code.co_flags & flag else ""


def _defaults(frame: FrameType, name: str) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    """Find the defaults of the function that runs in a frame, if it can be found by its name."""
    code = frame.f_code
    found = _function(frame.f_globals, name.split("."), code)
    if found is None:
        return {}, {}
    values = found.__defaults__ or ()
    last = code.co_varnames[: code.co_argcount][code.co_argcount - len(values) :]
    return dict(zip(last, values)), dict(found.__kwdefaults__ or {})  # noqa: B905 -- Python 3.9 knows no strict


def _function(names: Dict[str, Any], path: List[str], code: CodeType) -> Any:
    """Follow a qualified name through a module and its classes, without calling anything."""
    found: Any = names.get(path[0])
    for part in path[1:]:
        if not isinstance(found, type):
            return None
        found = type.__dict__["__dict__"].__get__(found).get(part)
        found = found.__func__ if isinstance(found, (staticmethod, classmethod)) else found
    return found if getattr(found, "__code__", None) is code else None
